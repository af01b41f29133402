"""Say who is what to whom, and who holds parental responsibility."""

from __future__ import annotations

from app.domain.ids import HouseholdId, new_id
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.domain.relationship import Relationship, RelationshipDraft
from app.domain.responsibility import Responsibility
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_relationship(work: Work, household: HouseholdId, draft: RelationshipDraft) -> Relationship:
    """Keep a relationship; read from the other side it is there already."""
    known = work.kept(Relationship).of(household)
    problems = draft.problems(work.now.date(), known)
    if problems or draft.person is None or draft.kind is None or draft.other is None:
        raise Invalid(problems)
    here = {person.id for person in work.kept(Person).of(household)}
    strangers = [
        Problem(field, Why.NO_SUCH_PERSON)
        for field, person in (("person", draft.person), ("other", draft.other))
        if person not in here
    ]
    if strangers:
        raise Invalid(tuple(strangers))
    kept = Relationship(
        id=new_id(),
        household=household,
        person=draft.person,
        kind=draft.kind,
        other=draft.other,
        since=draft.since,
        until=draft.until,
        carer=draft.carer,
    )
    work.kept(Relationship).add(kept)
    work.about(household, relationship=kept.id)
    return kept


@operation()
def remove_relationship(work: Work, relationship: str) -> None:
    """Take back a relationship that was never so; an ended one gets an end date instead."""
    known = work.kept(Relationship).find(relationship)
    if known is None:
        raise Refused("no-such-relationship")
    work.kept(Relationship).remove(relationship)
    work.about(known.household, relationship=relationship)


@operation()
def keep_responsibility(work: Work, row: Responsibility) -> Responsibility:
    """Keep who holds parental responsibility for a child, in place of what was known before."""
    if row.child == row.adult:
        raise Invalid((Problem("adult", Why.SAME_PERSON),))
    before = next(
        (
            known
            for known in work.kept(Responsibility).of(row.household)
            if (known.child, known.adult) == (row.child, row.adult)
        ),
        None,
    )
    if before is None:
        work.kept(Responsibility).add(row)
    else:
        work.kept(Responsibility).remove(before.id)
        work.kept(Responsibility).add(row)
    work.about(row.household, child=row.child, adult=row.adult)
    return row
