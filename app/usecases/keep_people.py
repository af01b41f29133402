"""Add and correct people, their numbers, and where they live."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from app.domain.home import Home, Stay
from app.domain.identifiers import System, tidy
from app.domain.ids import HomeId, HouseholdId, PersonId, new_id
from app.domain.person import Person, PersonDraft
from app.domain.problems import Problem, Why
from app.domain.reach import Identifier, IdentifierDraft
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_person(
    work: Work,
    household: HouseholdId,
    draft: PersonDraft,
    numbers: tuple[IdentifierDraft, ...] = (),
    home: HomeId | None = None,
) -> Person:
    """Keep a new person, or raise `Invalid` with everything wrong at once.

    A problem with a number is reported under the register's name, e.g. "nhs-number".
    """
    _refuse(work, household, None, draft, numbers)
    if home is not None and _home(work, household, home) is None:
        raise Invalid((Problem("home", Why.NO_SUCH_HOME),))
    person = _made(PersonId(new_id()), household, draft)
    work.kept(Person).add(person)
    _keep_numbers(work, person, numbers)
    if home is not None:
        stay = Stay(id=new_id(), household=household, person=person.id, home=home)
        work.kept(Stay).add(stay)
    work.about(household, person=person.id)
    return person


@operation()
def change_person(
    work: Work, person: PersonId, draft: PersonDraft, numbers: tuple[IdentifierDraft, ...] = ()
) -> Person:
    """Correct a person; numbers of registers not named here stay as they are."""
    known = work.kept(Person).find(person)
    if known is None:
        raise Refused("no-such-person")
    _refuse(work, known.household, person, draft, numbers)
    changed = _made(person, known.household, draft)
    work.kept(Person).change(changed)
    _keep_numbers(work, changed, numbers)
    work.about(known.household, person=person)
    return changed


@operation()
def move_person(
    work: Work, person: PersonId, home: HomeId | None, *, since: date | None = None
) -> Stay | None:
    """End the person's main stay and begin one at `home`; None means nowhere known.

    Somebody who moved on since, as far as is recorded, stayed until then.
    """
    known = work.kept(Person).find(person)
    if known is None:
        raise Refused("no-such-person")
    if home is not None and _home(work, known.household, home) is None:
        raise Invalid((Problem("home", Why.NO_SUCH_HOME),))
    day = since or work.now.date()
    if day > work.now.date():
        raise Invalid((Problem("since", Why.IN_FUTURE),))
    work.about(known.household, person=person)
    theirs = [stay for stay in work.kept(Stay).of(known.household) if stay.person == person]
    in_the_way = [stay for stay in theirs if stay.main or stay.home == home]
    for stay in in_the_way:
        if stay.current(day):
            if stay.main and stay.home == home:
                return stay
            work.kept(Stay).change(replace(stay, until=day))
    if home is None:
        return None
    later = [s.since for s in in_the_way if s.since is not None and s.since > day]
    begun = Stay(
        id=new_id(),
        household=known.household,
        person=person,
        home=home,
        since=day if theirs else since,
        until=min(later, default=None),
    )
    work.kept(Stay).add(begun)
    return begun


def _made(id_: PersonId, household: HouseholdId, draft: PersonDraft) -> Person:
    values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(draft)}
    trimmed = {name: text.strip() for name, text in values.items() if type(text) is str}
    return Person(id=id_, household=household, **values | trimmed)


def _refuse(
    work: Work,
    household: HouseholdId,
    person: PersonId | None,
    draft: PersonDraft,
    numbers: tuple[IdentifierDraft, ...],
) -> None:
    """Refuse what is wrong with a person or a number, and a number somebody else has (trap 30)."""
    today = work.now.date()
    found = list(draft.problems(today))
    kept = work.kept(Identifier).of(household)
    taken = {(i.system, i.value) for i in kept if i.person != person and i.system.one_person}
    if draft.due is not None:
        named = {number.system for number in numbers}
        staying = [i.system for i in kept if i.person == person and i.system not in named]
        found += [Problem(system, Why.UNBORN) for system in staying]
    for number in numbers:
        if draft.due is not None and number.value.strip():
            found.append(Problem(number.system, Why.UNBORN))  # trap 32
        elif number.value.strip():
            found += [Problem(number.system, p.why) for p in number.problems(today)]
            if (number.system, tidy(number.system, number.value)) in taken:
                found.append(Problem(number.system, Why.ALREADY_RECORDED))
    if found:
        raise Invalid(tuple(found))


def _keep_numbers(work: Work, person: Person, numbers: tuple[IdentifierDraft, ...]) -> None:
    """Keep each number given; an emptied field takes the number away."""
    known: dict[System, Identifier] = {
        identifier.system: identifier
        for identifier in work.kept(Identifier).of(person.household)
        if identifier.person == person.id
    }
    for number in numbers:
        before = known.get(number.system)
        value = tidy(number.system, number.value)
        if not value:
            if before is not None:
                work.kept(Identifier).remove(before.id)
            continue
        kept = Identifier(
            id=before.id if before else new_id(),
            household=person.household,
            person=person.id,
            system=number.system,
            value=value,
            source=number.source.strip(),
            verified_on=number.verified_on,
        )
        if before is None:
            work.kept(Identifier).add(kept)
        elif kept != before:
            work.kept(Identifier).change(kept)


def _home(work: Work, household: HouseholdId, home: HomeId) -> Home | None:
    found = work.kept(Home).find(home)
    return found if found is not None and found.household == household else None
