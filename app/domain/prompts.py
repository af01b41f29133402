"""What the desk says must be done, by plain rules; no scores (practice, 9.3; traps 7 and 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dates import YOUNG_ADULT, birthday
from app.domain.deciding import ASK_FROM
from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.person import Safety
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import RequestState
from app.domain.standing import State, stands_in


class Prompt(StrEnum):
    """What to do, most urgent first."""

    TURNS_16 = "turns-16"
    REQUEST_OVERDUE = "request-overdue"
    RAN_OUT = "ran-out"
    DISAGREEMENT = "disagreement"
    TURNS_12 = "turns-12"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing to do, about whom, with whom, by when."""

    prompt: Prompt
    person: PersonId
    agency: AgencyId | None = None
    day: date | None = None
    days: int = 0


def things_due(record: Record, law: LawPack, on: date) -> tuple[Due, ...]:
    """Return what must be done, most urgent first."""
    found = [*_birthdays(record, law, on), *_requests(record, on)]
    book = Rulebook(record, law)
    for involvement in record.involvements:
        if not involvement.current(on) or involvement.safety is Safety.OWN:
            continue
        where = stands_in(book, involvement.person, involvement.agency, on)
        if where.disagreement or where.state is State.EXPIRED:
            prompt = Prompt.DISAGREEMENT if where.disagreement else Prompt.RAN_OUT
            found.append(
                Due(
                    prompt=prompt,
                    person=involvement.person,
                    agency=involvement.agency,
                    day=where.day,
                )
            )
    order = list(Prompt)
    return tuple(sorted(found, key=lambda due: order.index(due.prompt)))


def _birthdays(record: Record, law: LawPack, on: date) -> list[Due]:
    """Return who turns 16 or 12 within the notice.

    What parents signed ends on the one day; from the other the child is asked as well (trap 7).
    """
    found = []
    for person in record.people:
        if person.born is None or person.born.exact is None or person.died is not None:
            continue
        for age, prompt in ((YOUNG_ADULT, Prompt.TURNS_16), (ASK_FROM, Prompt.TURNS_12)):
            day = birthday(person.born.exact, age)
            left = (day - on).days
            if 0 < left <= law.notice_days:
                found.append(Due(prompt=prompt, person=person.id, day=day, days=left))
    return found


def _requests(record: Record, on: date) -> list[Due]:
    return [
        Due(
            prompt=Prompt.REQUEST_OVERDUE,
            person=request.person,
            agency=request.agency,
            day=request.due_on,
            days=(on - request.due_on).days,
        )
        for request in record.requests
        if request.state is RequestState.OPEN
        and request.due_on is not None
        and request.due_on <= on
    ]
