"""What one recipient may see of a household: people, kin, homes, agencies and sharing states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPerson:
    """A person as this recipient may know them. Ages are worked out for the day of the view."""

    id: str
    name: str
    initials: str
    gender: str
    born: str = ""  # sortable; empty when not known
    age: int | None = None
    due: date | None = None
    died: str = ""  # year, or empty
    school_year: str = ""
    role: str = ""  # what they are to the youngest generation: mother, father, grandparent …


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
class HouseholdView:
    """Everything one recipient may see, and nothing that tells of anything else."""

    on: date
    people: tuple[SeenPerson, ...] = ()
    links: tuple[SeenLink, ...] = ()
    homes: tuple[SeenHome, ...] = ()
    agencies: tuple[SeenAgency, ...] = ()
    ties: tuple[SeenTie, ...] = ()
