"""Restricted facts: looked at for a reason that is journalled, and kept apart from the record."""

from __future__ import annotations

from app.domain.ids import HouseholdId, PersonId, new_id
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.domain.restricted import LookReason, Restricted, RestrictedDraft
from app.errors import Invalid, Refused
from app.operation import Effect, Kind, operation
from app.ports import Work


@operation(kind=Kind.LOOK, effect=Effect.NONE)
def look_at_restricted(
    work: Work, person: PersonId, reason: LookReason | None
) -> tuple[Restricted, ...]:
    """Return a person's restricted facts; the journal holds the person's id and the reason code.

    Raises `Invalid` without a reason: whether there is anything is not said then either.
    """
    if reason is None:
        raise Invalid((Problem("reason", Why.NEEDS_LOOK_REASON),))
    known = _person(work, person)
    facts = work.kept(Restricted).of(known.household)
    work.about(known.household, person=person, reason=reason.value)
    return tuple(fact for fact in facts if fact.person == person)


@operation()
def add_restricted(work: Work, person: PersonId, draft: RestrictedDraft) -> Restricted:
    """Keep a restricted fact about a person."""
    known = _person(work, person)
    fact = _made(work, new_id(), known.household, person, draft)
    work.kept(Restricted).add(fact)
    work.about(known.household, person=person)
    return fact


@operation()
def change_restricted(work: Work, fact: str, draft: RestrictedDraft) -> Restricted:
    """Correct a restricted fact."""
    before = _fact(work, fact)
    changed = _made(work, before.id, before.household, before.person, draft)
    work.kept(Restricted).change(changed)
    work.about(before.household, person=before.person)
    return changed


@operation()
def remove_restricted(work: Work, fact: str) -> None:
    """Take a restricted fact away."""
    before = _fact(work, fact)
    work.kept(Restricted).remove(fact)
    work.about(before.household, person=before.person)


def _person(work: Work, person: PersonId) -> Person:
    found = work.kept(Person).find(person)
    if found is None:
        raise Refused("no-such-person")
    return found


def _fact(work: Work, fact: str) -> Restricted:
    found = work.kept(Restricted).find(fact)
    if found is None:
        raise Refused("no-such-fact")
    return found


def _made(
    work: Work, id_: str, household: HouseholdId, person: PersonId, draft: RestrictedDraft
) -> Restricted:
    problems = draft.problems(work.now.date())
    if problems or draft.kind is None:
        raise Invalid(problems)
    return Restricted(
        id=id_,
        household=household,
        person=person,
        kind=draft.kind,
        text=draft.text.strip(),
        source=draft.source.strip(),
        since=draft.since,
    )
