"""What the office must bear in mind about a person, and what never leaves the office: flags."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.home import span_problems
from app.domain.ids import HouseholdId, PersonId, new_id
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.domain.reach import Flag, FlagDraft
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_flag(work: Work, person: PersonId, draft: FlagDraft) -> Flag:
    """Keep a new flag on a person."""
    known = work.kept(Person).find(person)
    if known is None:
        raise Refused("no-such-person")
    flag = _made(work, new_id(), known.household, person, draft)
    work.kept(Flag).add(flag)
    work.about(known.household, person=person, flag=flag.id)
    return flag


@operation()
def change_flag(work: Work, flag: str, draft: FlagDraft) -> Flag:
    """Correct a flag, look at it again, or end it by giving its last day."""
    before = _flag(work, flag)
    changed = _made(work, before.id, before.household, before.person, draft)
    work.kept(Flag).change(changed)
    work.about(before.household, person=before.person, flag=flag)
    return changed


@operation()
def end_flag(work: Work, flag: str, until: date | None = None) -> Flag:
    """End a flag on a day, today by default; it stays as history."""
    before = _flag(work, flag)
    day = until or work.now.date()
    problems = span_problems(before.since, day, work.now.date())
    if problems:
        raise Invalid(problems)
    ended = replace(before, until=day)
    work.kept(Flag).change(ended)
    work.about(before.household, person=before.person, flag=flag)
    return ended


@operation()
def remove_flag(work: Work, flag: str) -> None:
    """Take back a flag that was never so, such as one on the wrong person."""
    before = _flag(work, flag)
    work.kept(Flag).remove(flag)
    work.about(before.household, person=before.person, flag=flag)


def _flag(work: Work, flag: str) -> Flag:
    found = work.kept(Flag).find(flag)
    if found is None:
        raise Refused("no-such-flag")
    return found


def _made(work: Work, id_: str, household: HouseholdId, person: PersonId, draft: FlagDraft) -> Flag:
    today = work.now.date()
    problems = list(draft.problems(today))
    others = [f for f in work.kept(Flag).of(household) if f.person == person and f.id != id_]
    ended = draft.until is not None and draft.until <= today
    if not ended and any(f.kind is draft.kind and f.current(today) for f in others):
        problems.append(Problem("kind", Why.ALREADY_RECORDED))
    if problems or draft.kind is None:
        raise Invalid(tuple(problems))
    return Flag(
        id=id_,
        household=household,
        person=person,
        kind=draft.kind,
        reason=draft.reason.strip(),
        source=draft.source.strip(),
        since=draft.since,
        review_on=draft.review_on,
        until=draft.until,
    )
