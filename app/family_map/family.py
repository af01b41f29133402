"""What is to be drawn: people, couples, children, homes, agencies and ties, and nothing else.

Made from a recipient's view, so whoever may not be seen is simply not here and leaves no gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Symbol(StrEnum):
    """The outline that stands for a person (UK council notation profile)."""

    MAN = "man"  # square
    WOMAN = "woman"  # circle
    OTHER = "other"  # dome: square base, rounded top
    UNKNOWN = "unknown"  # diamond with a question mark
    UNBORN = "unborn"  # triangle


class CoupleKind(StrEnum):
    """How two people are, or were, a couple; NONE where they only share a child."""

    MARRIED = "married"
    CIVIL = "civil"
    TOGETHER = "together"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    NONE = "none"


class ChildKind(StrEnum):
    """How a child belongs to the people above: line pattern plus letter."""

    BIRTH = "birth"  # solid
    ADOPTED = "adopted"  # dashed, A
    FOSTER = "foster"  # dotted, F
    STEP = "step"  # S
    KINSHIP = "kinship"  # KC
    GUARDIAN = "guardian"  # SG


class TieState(StrEnum):
    """Where sharing stands between a person and an agency (practice, consent states)."""

    GIVEN = "given"
    NARROWED = "narrowed"
    OTHER_LAW = "other-law"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    NOT_SOUGHT = "not-sought"
    DRAFT = "draft"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPerson:
    """One person as drawn. `order` sorts brothers and sisters, eldest first."""

    id: str
    name: str
    second_line: str
    initials: str
    symbol: Symbol
    order: str = ""
    deceased: bool = False
    flags: tuple[str, ...] = ()  # icon names


@dataclass(frozen=True, slots=True, kw_only=True)
class MapChild:
    """A child of a union, and how."""

    person: str
    kind: ChildKind = ChildKind.BIRTH


@dataclass(frozen=True, slots=True, kw_only=True)
class MapUnion:
    """One or two people who are a couple, or have children, or both. `since` sorts partners."""

    partners: tuple[str, ...]
    kind: CoupleKind = CoupleKind.NONE
    children: tuple[MapChild, ...] = ()
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCarer:
    """Somebody who is not a parent but stands like one: step-parent, guardian, kin or foster carer.

    A grandparent is one too: `rows` says how many generations above the child they stand.
    """

    carer: str
    child: str
    kind: ChildKind
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MapHome:
    """A home and who lives there; `main` homes are tinted, others only outlined."""

    id: str
    label: str
    members: tuple[str, ...]
    main: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MapAgency:
    """An agency; `sector` picks its hue, `icon` its picture, both second cues to the name."""

    id: str
    name: str
    second_line: str
    sector: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTie:
    """A person is involved with an agency, and where sharing stands between them."""

    person: str
    agency: str
    state: TieState
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Everything that is to be in one picture. `index` is the person it is drawn around."""

    people: tuple[MapPerson, ...]
    unions: tuple[MapUnion, ...] = ()
    carers: tuple[MapCarer, ...] = ()
    homes: tuple[MapHome, ...] = ()
    agencies: tuple[MapAgency, ...] = ()
    ties: tuple[MapTie, ...] = ()
    index: str | None = None
