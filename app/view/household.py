"""What one recipient may see of a household: people, kin, homes, agencies and sharing states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.view.papers import NO_NEEDS, PrintNeeds


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPerson:
    """A person as this recipient may know them. Ages are worked out for the day of the view.

    Everything from `needs` on is there for whoever the output is about or to, where the table of
    the wall lets it through, and for the office.
    """

    id: str
    name: str
    initials: str
    gender: str
    known_as: str = ""
    born: str = ""  # sortable; empty when not known
    born_in_words: str = ""
    age: int | None = None
    due: date | None = None
    died: str = ""  # year, or empty
    school_year: str = ""
    role: str = ""  # what they are to the youngest generation: mother, father, grandparent …
    needs: PrintNeeds = NO_NEEDS
    legal_name: str = ""
    numbers: tuple[tuple[str, str], ...] = ()  # register and number, as it is written
    contacts: tuple[str, ...] = ()
    further_names: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()  # codes
    limits: tuple[str, ...] = ()  # who is not to be told what, in their words
    restricted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenLink:
    """`person` is the `kind` of `other`."""

    person: str
    kind: str
    other: str
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenHome:
    """A home by its label, never its address, and who of those seen lives there."""

    id: str
    label: str
    members: tuple[str, ...]
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAgency:
    """An agency."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenTie:
    """An involvement and where sharing stands on it."""

    person: str
    agency: str
    involvement: str
    sharing: str
    day: date | None = None
    disagreement: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenResponsibility:
    """That somebody holds parental responsibility for a child, or whether they do."""

    child: str
    adult: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdView:
    """Everything one recipient may see, and nothing that tells of anything else."""

    on: date
    people: tuple[SeenPerson, ...] = ()
    links: tuple[SeenLink, ...] = ()
    homes: tuple[SeenHome, ...] = ()
    agencies: tuple[SeenAgency, ...] = ()
    ties: tuple[SeenTie, ...] = ()
    responsibilities: tuple[SeenResponsibility, ...] = ()
    orders: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
