"""The family plan: needs and strengths, goals, scales, actions, reviews and meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.ids import GoalId, HouseholdId, PersonId, ProfessionalId
from app.domain.visit import OwnWords

LOWEST, HIGHEST = 0, 10  # ends of a scale


class NeedKind(StrEnum):
    """Whether something is worrying or already goes well."""

    WORRY = "worry"
    STRENGTH = "strength"


class Invited(StrEnum):
    """What became of an invitation to a meeting."""

    INVITED = "invited"
    CAME = "came"
    APOLOGIES = "apologies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need or a strength of the family or of one person, under one outcome.

    `outcome` is a key of the outcomes list, or the words of a council's own.
    """

    id: str
    household: HouseholdId
    kind: NeedKind
    outcome: str
    text: str
    on: date
    person: PersonId | None = None
    words: str = ""  # the family's own
    met_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What the family wants to be different, in their own words."""

    id: GoalId
    household: HouseholdId
    text: str
    outcome: str
    on: date
    person: PersonId | None = None
    reached_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleMark:
    """Where somebody put themselves between 0 and 10 on the way to a goal, and when."""

    id: str
    household: HouseholdId
    goal: GoalId
    on: date
    value: int
    person: PersonId | None = None  # whose view; none: the key worker's
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing somebody will do, and by when."""

    id: str
    household: HouseholdId
    text: str
    goal: GoalId | None = None
    owner: PersonId | None = None  # somebody of the family
    owner_name: str = ""  # anybody else
    due_on: date | None = None
    done_on: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Looking at the plan together: what changed, what the family says, when next."""

    id: str
    household: HouseholdId
    on: date
    text: str
    words: str = ""  # the family's own
    next_on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Somebody asked to a meeting. Nobody is asked unless they are named (trap 24)."""

    name: str = ""
    person: PersonId | None = None
    professional: ProfessionalId | None = None
    state: Invited = Invited.INVITED


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A team-around-the-family meeting: who was asked, each child's view, what was decided."""

    id: str
    household: HouseholdId
    on: date
    place: str = ""
    invitees: tuple[Invitee, ...] = ()
    views: tuple[OwnWords, ...] = ()
    decisions: str = ""
    next_on: date | None = None
    by: str = ""
