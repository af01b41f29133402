"""Add and correct people, with their numbers and the ways to reach them: one step each time."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from app.domain.dates import PartialDate
from app.domain.home import Stay
from app.domain.ids import HomeId, HouseholdId, PersonId, new_id
from app.domain.person import Person, PersonDraft
from app.domain.problems import Problem, Why, part_of
from app.domain.reach import ContactPointDraft, IdentifierDraft
from app.domain.relationship import PARENTS, Relationship, births, why_no_parent
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work
from app.usecases.keep_reach import keep_numbers, keep_points, number_problems
from app.usecases.keep_stays import home_here


@operation()
def add_person(
    work: Work,
    household: HouseholdId,
    draft: PersonDraft,
    numbers: tuple[IdentifierDraft, ...] = (),
    home: HomeId | None = None,
    *,
    home_since: date | None = None,
    points: tuple[ContactPointDraft, ...] = (),
) -> Person:
    """Keep a new person, or raise `Invalid` with everything wrong at once.

    A problem with a number is reported under the register's name, e.g. "nhs-number", and one
    with a way to reach them under its place in `points`, e.g. "contact_points.0.value".
    """
    found = _problems(work, household, None, draft, numbers, points)
    if home is not None and home_here(work, household, home) is None:
        found.append(Problem("home", Why.NO_SUCH_HOME))
    if home is None and home_since is not None:
        found.append(Problem("home", Why.MISSING))
    if home_since is not None and home_since > work.now.date():
        found.append(Problem("home_since", Why.IN_FUTURE))
    if found:
        raise Invalid(tuple(found))
    person = _made(PersonId(new_id()), household, draft)
    work.kept(Person).add(person)
    keep_numbers(work, person, numbers)
    keep_points(work, person, points)
    if home is not None:
        stay = Stay(id=new_id(), household=household, person=person.id, home=home, since=home_since)
        work.kept(Stay).add(stay)
    work.about(household, person=person.id)
    return person


@operation()
def change_person(
    work: Work,
    person: PersonId,
    draft: PersonDraft,
    numbers: tuple[IdentifierDraft, ...] = (),
    *,
    points: tuple[ContactPointDraft, ...] | None = None,
) -> Person:
    """Correct a person; numbers of registers not named here stay as they are.

    `points` are all the ways to reach them; None leaves those as they are.
    """
    known = work.kept(Person).find(person)
    if known is None:
        raise Refused("no-such-person")
    found = _problems(work, known.household, person, draft, numbers, points or ())
    if found:
        raise Invalid(tuple(found))
    changed = _made(person, known.household, draft)
    work.kept(Person).change(changed)
    keep_numbers(work, changed, numbers)
    if points is not None:
        keep_points(work, changed, points)
    work.about(known.household, person=person)
    return changed


def _made(id_: PersonId, household: HouseholdId, draft: PersonDraft) -> Person:
    values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(draft)}
    trimmed = {name: text.strip() for name, text in values.items() if type(text) is str}
    return Person(id=id_, household=household, **values | trimmed)


def _problems(
    work: Work,
    household: HouseholdId,
    person: PersonId | None,
    draft: PersonDraft,
    numbers: tuple[IdentifierDraft, ...],
    points: tuple[ContactPointDraft, ...],
) -> list[Problem]:
    """Return what is wrong with a person, their numbers and the ways to reach them."""
    found = list(draft.problems(work.now.date()))
    if person is not None:
        found += _parent_problems(work, household, person, draft)
    found += number_problems(work, household, person, draft, numbers)
    for place, point in enumerate(points):
        found += part_of(f"contact_points.{place}", point.problems())
    return found


def _parent_problems(
    work: Work, household: HouseholdId, person: PersonId, draft: PersonDraft
) -> list[Problem]:
    """Refuse a date that would make a recorded parent too young, beside that date."""
    born = births(work.kept(Person).of(household))
    born.pop(person, None)
    field, day = ("born", draft.born) if draft.born is not None else ("due", _due(draft))
    if day is not None:
        born[person] = day
    for fact in work.kept(Relationship).of(household):
        if fact.kind in PARENTS and person in (fact.person, fact.other):
            why = why_no_parent(born.get(fact.person), born.get(fact.other))
            if why is not None:
                return [Problem(field, why)]
    return []


def _due(draft: PersonDraft) -> PartialDate | None:
    return None if draft.due is None else PartialDate.of(draft.due)
