"""Add a home and who lives there, or correct what is known about it."""

from __future__ import annotations

from dataclasses import replace

from app.domain.home import Home, HomeDraft, Stay
from app.domain.ids import HomeId, HouseholdId, new_id
from app.domain.person import Person, Safety
from app.domain.problems import Problem, Why
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_home(work: Work, household: HouseholdId, draft: HomeDraft) -> Home:
    """Keep a new home; each member's earlier main stay ends today."""
    problems = list(draft.problems(work.now.date()))
    here = {person.id for person in work.kept(Person).of(household)}
    if any(person not in here for person in draft.members):
        problems.append(Problem("members", Why.NO_SUCH_PERSON))
    if problems:
        raise Invalid(tuple(problems))
    today = work.now.date()
    home = Home(
        id=HomeId(new_id()),
        household=household,
        label=draft.label.strip(),
        lines=tuple(line.strip() for line in draft.lines if line.strip()),
        postcode=draft.postcode.strip().upper(),
        safety=draft.safety,
        confidential_since=None
        if draft.safety is Safety.ORDINARY
        else draft.confidential_since or today,
        uprn="".join(draft.uprn.split()),
    )
    work.kept(Home).add(home)
    for stay in work.kept(Stay).of(household):
        if stay.person in draft.members and stay.main and stay.current(today):
            work.kept(Stay).change(replace(stay, until=today))
    for person in dict.fromkeys(draft.members):
        stay = Stay(id=new_id(), household=household, person=person, home=home.id, since=today)
        work.kept(Stay).add(stay)
    work.about(household, home=home.id)
    return home


@operation()
def change_home(work: Work, home: HomeId, draft: HomeDraft) -> Home:
    """Correct a home; who lives there is changed by moving people."""
    known = work.kept(Home).find(home)
    if known is None:
        raise Refused("no-such-home")
    problems = draft.problems(work.now.date())
    if problems:
        raise Invalid(problems)
    hidden = draft.safety is not Safety.ORDINARY
    since = draft.confidential_since or known.confidential_since or work.now.date()
    changed = replace(
        known,
        label=draft.label.strip(),
        lines=tuple(line.strip() for line in draft.lines if line.strip()),
        postcode=draft.postcode.strip().upper(),
        safety=draft.safety,
        confidential_since=since if hidden else None,
        uprn="".join(draft.uprn.split()),
    )
    work.kept(Home).change(changed)
    work.about(known.household, home=home)
    return changed
