"""One line of the chronology: what happened, when, to whom, who says so and who may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dates import PartialDate
from app.domain.ids import AgencyId, PersonId
from app.domain.visit import Knowledge, NoteReach


class LineGroup(StrEnum):
    """Kinds of line that are looked for together."""

    VISITS = "visits"
    NOTES = "notes"
    FAMILY = "family"
    AGENCIES = "agencies"
    SHARING = "sharing"
    COURT = "court"
    PLAN = "plan"


class LineKind(StrEnum):
    """What a line tells of."""

    BORN = "born"
    DIED = "died"
    EXPECTED = "expected"
    MOVED_IN = "moved-in"
    MOVED_OUT = "moved-out"
    BEGAN = "relationship-began"
    ENDED = "relationship-ended"
    INVOLVED = "involved"
    NOT_INVOLVED = "not-involved"
    VISIT = "visit"
    WORDS = "own-words"
    NOTE = "note"
    DECISION = "decision"
    COMPETENCE = "competence"
    LIMIT = "limit"
    GROUND = "ground"
    REQUEST = "request"
    REPLY_DUE = "reply-due"
    PAPER = "paper"
    ORDER = "order"
    ORDER_ENDS = "order-ends"
    NEED = "need"
    NEED_MET = "need-met"
    GOAL = "goal"
    GOAL_REACHED = "goal-reached"
    ACTION_DONE = "action-done"
    REVIEW = "review"
    MEETING = "meeting"


GROUPS = {
    LineGroup.VISITS: frozenset({LineKind.VISIT, LineKind.WORDS}),
    LineGroup.NOTES: frozenset({LineKind.NOTE}),
    LineGroup.FAMILY: frozenset(
        {
            LineKind.BORN,
            LineKind.DIED,
            LineKind.EXPECTED,
            LineKind.MOVED_IN,
            LineKind.MOVED_OUT,
            LineKind.BEGAN,
            LineKind.ENDED,
        }
    ),
    LineGroup.AGENCIES: frozenset({LineKind.INVOLVED, LineKind.NOT_INVOLVED}),
    LineGroup.SHARING: frozenset(
        {
            LineKind.DECISION,
            LineKind.COMPETENCE,
            LineKind.LIMIT,
            LineKind.GROUND,
            LineKind.REQUEST,
            LineKind.REPLY_DUE,
            LineKind.PAPER,
        }
    ),
    LineGroup.COURT: frozenset({LineKind.ORDER, LineKind.ORDER_ENDS}),
    LineGroup.PLAN: frozenset(
        {
            LineKind.NEED,
            LineKind.NEED_MET,
            LineKind.GOAL,
            LineKind.GOAL_REACHED,
            LineKind.ACTION_DONE,
            LineKind.REVIEW,
            LineKind.MEETING,
        }
    ),
}
GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that happened, or is to come.

    `opens` is the id of the record the line is from: a person, a visit, a note and so on, as
    `kind` says. `code` is the kind's own: a `VisitPlace`, a `NoteKind`, an `Answer` …
    `knowledge` is None for our own record of what we did. Only the office sees a line, unless
    whoever told us allowed more.
    """

    day: PartialDate
    kind: LineKind
    opens: str
    people: tuple[PersonId, ...] = ()
    agency: AgencyId | None = None
    code: str = ""
    name: str = ""  # of a home, a paper, a court
    text: str = ""
    details: tuple[tuple[str, str], ...] = ()  # further fields of the record and their words
    source: str = ""  # who says so, as recorded
    speaker: PersonId | None = None  # who says so, somebody of the family
    knowledge: Knowledge | None = None
    reach: NoteReach = NoteReach.OFFICE

    @property
    def group(self) -> LineGroup:
        """The kind of line it is looked for under."""
        return GROUP_OF[self.kind]

    def concerns(self, person: PersonId) -> bool:
        """Say whether it is about a person, or told by them."""
        return person in self.people or person == self.speaker

    def lies_between(self, first: date | None, last: date | None) -> bool:
        """Say whether it can have been between two days, both included; None is no limit."""
        return (first is None or self.day.latest >= first) and (
            last is None or self.day.earliest <= last
        )
