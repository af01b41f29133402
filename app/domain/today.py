"""The day's work across all families: what is late, what is today, what comes soon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.ids import AgencyId, HouseholdId, PersonId

WEEK = timedelta(days=7)
SOON = timedelta(days=14)  # visits, reviews, meetings, actions
NOTICE = timedelta(days=30)  # consents that run out; birthdays, unless the law pack says other


class Task(StrEnum):
    """What sort of thing is to be done."""

    VISIT = "visit"
    REVIEW = "review"
    MEETING = "meeting"
    ACTION = "action"
    REQUEST = "request"
    CONSENT = "consent"
    SIXTEEN = "turns-16"
    TWELVE = "turns-12"
    DRAFT = "draft"


BIRTHDAYS = frozenset({Task.SIXTEEN, Task.TWELVE})


class When(StrEnum):
    """Under which heading a line stands."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "this-week"
    SOON = "soon"


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayLine:
    """One thing to do: what, with which family, by when; `id` is the record it comes from."""

    what: Task
    household: HouseholdId
    family: str
    on: date
    id: str
    person: PersonId | None = None
    name: str = ""  # of the person
    agency: AgencyId | None = None
    agency_name: str = ""
    text: str = ""

    def when(self, today: date) -> When:
        """Return the heading this stands under."""
        if self.on < today and self.what not in BIRTHDAYS:  # nobody is late with a birthday
            return When.OVERDUE
        if self.on <= today:
            return When.TODAY
        return When.WEEK if self.on <= today + WEEK else When.SOON


def in_order(lines: list[TodayLine]) -> tuple[TodayLine, ...]:
    """Return lines by day, then by what it is, then by family."""
    kinds = list(Task)
    return tuple(
        sorted(
            lines,
            key=lambda one: (one.on, kinds.index(one.what), one.family.casefold(), one.id),
        )
    )
