"""Where people live, from when to when: begin, correct, end and take away a stay; record a move."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.home import LIVED_AT, Home, Stay, StayDraft, span_problems, stay_problems
from app.domain.ids import HomeId, HouseholdId, PersonId, new_id
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_stay(work: Work, person: PersonId, draft: StayDraft) -> Stay:
    """Keep that somebody lives, lived or has an address somewhere."""
    known = work.kept(Person).find(person)
    if known is None:
        raise Refused("no-such-person")
    stay = _made(work, new_id(), known.household, person, draft)
    work.kept(Stay).add(stay)
    work.about(known.household, person=person, stay=stay.id)
    return stay


@operation()
def change_stay(work: Work, stay: str, draft: StayDraft) -> Stay:
    """Correct a stay, or end it by giving its last day; an ended one stays as history."""
    before = _stay(work, stay)
    changed = _made(work, before.id, before.household, before.person, draft)
    work.kept(Stay).change(changed)
    work.about(before.household, person=before.person, stay=stay)
    return changed


@operation()
def end_stay(work: Work, stay: str, until: date | None = None) -> Stay:
    """End a stay on a day, today by default; it stays as history."""
    before = _stay(work, stay)
    day = until or work.now.date()
    ended = replace(before, until=day)
    problems = span_problems(before.since, day, work.now.date())
    problems = problems or stay_problems(ended, _others(work, ended))  # it may have ended earlier
    if problems:
        raise Invalid(problems)
    work.kept(Stay).change(ended)
    work.about(before.household, person=before.person, stay=stay)
    return ended


@operation()
def remove_stay(work: Work, stay: str) -> None:
    """Take back a stay that was never so; one that is over gets its last day instead."""
    before = _stay(work, stay)
    work.kept(Stay).remove(stay)
    work.about(before.household, person=before.person, stay=stay)


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
    if home is not None and home_here(work, known.household, home) is None:
        raise Invalid((Problem("home", Why.NO_SUCH_HOME),))
    day = since or work.now.date()
    if day > work.now.date():
        raise Invalid((Problem("since", Why.IN_FUTURE),))
    work.about(known.household, person=person)
    theirs = [stay for stay in work.kept(Stay).of(known.household) if stay.person == person]
    lived_at = [stay for stay in theirs if stay.use in LIVED_AT]
    in_the_way = [stay for stay in lived_at if stay.main or stay.home == home]
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


def home_here(work: Work, household: HouseholdId, home: HomeId) -> Home | None:
    """Return a home of this household, or None."""
    found = work.kept(Home).find(home)
    return found if found is not None and found.household == household else None


def _others(work: Work, stay: Stay) -> list[Stay]:
    """Return the person's other stays."""
    kept = work.kept(Stay).of(stay.household)
    return [other for other in kept if other.person == stay.person and other.id != stay.id]


def _stay(work: Work, stay: str) -> Stay:
    found = work.kept(Stay).find(stay)
    if found is None:
        raise Refused("no-such-stay")
    return found


def _made(work: Work, id_: str, household: HouseholdId, person: PersonId, draft: StayDraft) -> Stay:
    problems = list(draft.problems(work.now.date()))
    if draft.home is None or home_here(work, household, draft.home) is None:
        if draft.home is not None:
            problems.append(Problem("home", Why.NO_SUCH_HOME))
        raise Invalid(tuple(problems))
    stay = Stay(
        id=id_,
        household=household,
        person=person,
        home=draft.home,
        main=draft.main,
        nights=draft.nights,
        since=draft.since,
        until=draft.until,
        use=draft.use,
    )
    if not problems:
        problems += stay_problems(stay, _others(work, stay))
    if problems:
        raise Invalid(tuple(problems))
    return stay
