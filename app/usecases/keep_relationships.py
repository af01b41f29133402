"""Say who is what to whom, and who holds parental responsibility."""

from __future__ import annotations

from app.domain.ids import HouseholdId, new_id
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.domain.relationship import Relationship, RelationshipDraft, births
from app.domain.responsibility import Order, Responsibility, ResponsibilityDraft
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_relationship(work: Work, household: HouseholdId, draft: RelationshipDraft) -> Relationship:
    """Keep a relationship; read from the other side it is there already."""
    kept = _made(work, new_id(), household, draft, work.kept(Relationship).of(household))
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
def change_relationship(work: Work, relationship: str, draft: RelationshipDraft) -> Relationship:
    """Correct a relationship, or say since when or until when it was so."""
    before = work.kept(Relationship).find(relationship)
    if before is None:
        raise Refused("no-such-relationship")
    others = tuple(r for r in work.kept(Relationship).of(before.household) if r.id != before.id)
    kept = _made(work, before.id, before.household, draft, others)
    work.kept(Relationship).change(kept)
    work.about(before.household, relationship=kept.id)
    return kept


@operation()
def keep_responsibility(
    work: Work, household: HouseholdId, draft: ResponsibilityDraft
) -> Responsibility:
    """Keep who holds parental responsibility for a child, in place of what was known before."""
    found = list(draft.problems(work.now.date()))
    here = {person.id for person in work.kept(Person).of(household)}
    found += [
        Problem(field, Why.NO_SUCH_PERSON)
        for field, person in (("child", draft.child), ("adult", draft.adult))
        if person is not None and person not in here
    ]
    order = work.kept(Order).find(draft.restricted_by) if draft.restricted_by else None
    if draft.restricted_by is not None and (order is None or order.household != household):
        found.append(Problem("restricted_by", Why.NO_SUCH_RECORD))
    if found or draft.child is None or draft.adult is None:
        raise Invalid(tuple(found))
    pair = (draft.child, draft.adult)
    known = work.kept(Responsibility).of(household)
    before = next((row for row in known if (row.child, row.adult) == pair), None)
    row = Responsibility(
        id=before.id if before is not None else new_id(),
        household=household,
        child=draft.child,
        adult=draft.adult,
        holds=draft.holds,
        basis=draft.basis,
        evidence=draft.evidence.strip(),
        restricted_by=draft.restricted_by,
        since=draft.since,
        until=draft.until,
    )
    if before is None:
        work.kept(Responsibility).add(row)
    else:
        work.kept(Responsibility).change(row)
    work.about(household, child=row.child, adult=row.adult)
    return row


def _made(
    work: Work,
    id_: str,
    household: HouseholdId,
    draft: RelationshipDraft,
    known: tuple[Relationship, ...],
) -> Relationship:
    people = work.kept(Person).of(household)
    problems = draft.problems(work.now.date(), known, births(people))
    if problems or draft.person is None or draft.kind is None or draft.other is None:
        raise Invalid(problems)
    here = {person.id for person in people}
    strangers = [
        Problem(field, Why.NO_SUCH_PERSON)
        for field, person in (("person", draft.person), ("other", draft.other))
        if person not in here
    ]
    if strangers:
        raise Invalid(tuple(strangers))
    return Relationship(
        id=id_,
        household=household,
        person=draft.person,
        kind=draft.kind,
        other=draft.other,
        since=draft.since,
        until=draft.until,
        carer=draft.carer,
        contact=draft.contact,
        view_of_person=draft.view_of_person.strip(),
        view_of_other=draft.view_of_other.strip(),
        note=draft.note.strip(),
    )
