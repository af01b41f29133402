"""What the forms of the family plan hold so far, and the rules about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.ids import GoalId, PersonId
from app.domain.plan import HIGHEST, LOWEST, Invited, Invitee, NeedKind
from app.domain.problems import Problem, Why
from app.domain.visit import OwnWords


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedDraft:
    """What is worrying, or going well. `met_on` is the day a worry was one no longer."""

    kind: NeedKind = NeedKind.WORRY
    outcome: str = ""
    text: str = ""
    on: date | None = None
    person: PersonId | None = None
    words: str = ""
    met_on: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [*text_problems("text", self.text, TEXT_LENGTH, required=True)]
        found += text_problems("outcome", self.outcome, NAME_LENGTH, required=True)
        found += text_problems("words", self.words, TEXT_LENGTH)
        return (*found, *_happened("on", self.on, today), *_ended("met_on", self, today))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDraft:
    """What the family wants to change, in their own words."""

    text: str = ""
    outcome: str = ""
    on: date | None = None
    person: PersonId | None = None
    reached_on: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [*text_problems("text", self.text, TEXT_LENGTH, required=True)]
        found += text_problems("outcome", self.outcome, NAME_LENGTH, required=True)
        return (*found, *_happened("on", self.on, today), *_ended("reached_on", self, today))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleMarkDraft:
    """Where somebody puts themselves between 0 and 10. Without a person it is our own view."""

    goal: GoalId | None = None
    value: int | None = None
    on: date | None = None
    person: PersonId | None = None
    note: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [Problem("goal", Why.MISSING)] if self.goal is None else []
        if self.value is None or not LOWEST <= self.value <= HIGHEST:
            found.append(Problem("value", Why.OFF_THE_SCALE))
        found += _happened("on", self.on, today)
        return (*found, *text_problems("note", self.note, TEXT_LENGTH))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDraft:
    """Who does what by when. Somebody of the family, or anybody else by name."""

    text: str = ""
    goal: GoalId | None = None
    owner: PersonId | None = None
    owner_name: str = ""
    due_on: date | None = None
    done_on: date | None = None
    result: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [*text_problems("text", self.text, TEXT_LENGTH, required=True)]
        if self.owner is None and not self.owner_name.strip():
            found.append(Problem("owner", Why.NEEDS_OWNER))
        found += text_problems("owner_name", self.owner_name, NAME_LENGTH)
        if self.done_on is not None and self.done_on > today:
            found.append(Problem("done_on", Why.IN_FUTURE))
        return (*found, *text_problems("result", self.result, TEXT_LENGTH))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDraft:
    """Looking at the plan together."""

    on: date | None = None
    text: str = ""
    words: str = ""
    next_on: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [*_happened("on", self.on, today)]
        found += text_problems("text", self.text, TEXT_LENGTH, required=True)
        found += text_problems("words", self.words, TEXT_LENGTH)
        return (*found, *_after("next_on", self.on, self.next_on))


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDraft:
    """A meeting of the team around the family, planned or held."""

    on: date | None = None
    place: str = ""
    invitees: tuple[Invitee, ...] = ()
    views: tuple[OwnWords, ...] = ()
    decisions: str = ""
    next_on: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [Problem("on", Why.MISSING)] if self.on is None else []
        found += text_problems("place", self.place, NAME_LENGTH)
        found += self._invitee_problems(today)
        said = [p for w in self.views for p in text_problems("views", w.words, TEXT_LENGTH)]
        if len({view.person for view in self.views}) < len(self.views):
            said.append(Problem("views", Why.NAMED_TWICE))
        found += said[:1]
        found += text_problems("decisions", self.decisions, TEXT_LENGTH)
        return (*found, *_after("next_on", self.on, self.next_on))

    def _invitee_problems(self, today: date) -> list[Problem]:
        found = [
            problem
            for one in self.invitees
            for problem in text_problems(
                "invitees",
                one.name,
                NAME_LENGTH,
                required=one.person is None and one.professional is None,
            )
        ][:1]
        who = [
            one.person or one.professional or " ".join(one.name.casefold().split())
            for one in self.invitees
        ]
        if len(set(who)) < len(who):
            found.append(Problem("invitees", Why.NAMED_TWICE))
        came = any(one.state is Invited.CAME for one in self.invitees)
        if came and self.on is not None and self.on > today:
            found.append(Problem("invitees", Why.NOT_HELD_YET))
        return found


def strangers(
    field: str, named: Iterable[PersonId | None], here: frozenset[str]
) -> tuple[Problem, ...]:
    """Return a problem where somebody named is not of the family."""
    gone = any(person is not None and person not in here for person in named)
    return (Problem(field, Why.NO_SUCH_PERSON),) if gone else ()


def _happened(field: str, on: date | None, today: date) -> tuple[Problem, ...]:
    if on is None:
        return (Problem(field, Why.MISSING),)
    return (Problem(field, Why.IN_FUTURE),) if on > today else ()


def _ended(field: str, draft: NeedDraft | GoalDraft, today: date) -> tuple[Problem, ...]:
    end = draft.met_on if isinstance(draft, NeedDraft) else draft.reached_on
    if end is None:
        return ()
    if end > today:
        return (Problem(field, Why.IN_FUTURE),)
    early = draft.on is not None and end < draft.on
    return (Problem(field, Why.ENDS_BEFORE_START),) if early else ()


def _after(field: str, on: date | None, following: date | None) -> tuple[Problem, ...]:
    if on is None or following is None or following > on:
        return ()
    return (Problem(field, Why.NOT_LATER),)
