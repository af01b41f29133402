"""Whose birthday changes who is asked: 16 within the notice or just past, and 12 within it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from app.domain.counting import months_after
from app.domain.dates import YOUNG_ADULT, birthday
from app.domain.deciding import ASK_FROM
from app.domain.ids import HouseholdId
from app.domain.law import LawPack
from app.domain.person import Person
from app.domain.today import Task, TodayLine
from app.ports import Work
from app.usecases.still_to_come import MOST

JUST_SIXTEEN = timedelta(days=14)  # how long a birthday is still told


def birthdays(
    work: Work, law: LawPack, family: Callable[[HouseholdId], str], today: date
) -> list[TodayLine]:
    """Return who turns 16 within the notice or just did, and who turns 12 within it (trap 7)."""
    last = today + timedelta(days=law.notice_days)
    found = [
        *_turning(work, family, Task.SIXTEEN, YOUNG_ADULT, today - JUST_SIXTEEN, last),
        *_turning(work, family, Task.TWELVE, ASK_FROM, today, last),
    ]
    return found[:MOST]


def _turning(
    work: Work, family: Callable[[HouseholdId], str], what: Task, age: int, first: date, last: date
) -> list[TodayLine]:
    """Return the living whose birthday of an age lies between two days."""
    earliest, latest = (months_after(day, -12 * age) for day in (first, last))
    found = []
    for person in work.kept(Person).within("born", f"{earliest}", f"{latest}"):
        exact = person.born.exact if person.born is not None else None
        if exact is None or person.died is not None:
            continue
        day = birthday(exact, age)
        if first <= day <= last:
            found.append(
                TodayLine(
                    what=what,
                    household=person.household,
                    family=family(person.household),
                    on=day,
                    id=person.id,
                    person=person.id,
                    name=person.name,
                )
            )
    return found
