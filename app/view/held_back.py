"""What a recipient does not get, counted by sort and person: for the worker's eyes alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from app.domain.identifiers import System
from app.domain.ids import PersonId
from app.domain.person import Safety
from app.domain.protection import hidden_homes
from app.domain.record import Record
from app.view.leaving import HeldBack, Leaving
from app.view.looks import looks
from app.view.manifest import Leaf, manifest
from app.view.permission import Permission
from app.view.recipient import Recipient, RecipientKind
from app.view.rules import Group


def before_it_leaves(record: Record, recipient: Recipient, view: Leaf, on: date) -> Leaving:
    """Return all a worker is told of an output: what goes, what does not, and what to look at."""
    goes = manifest(view)
    return Leaving(
        goes=goes,
        held=held_back(record, recipient, on),
        looks=looks(record, recipient, goes, on),
    )


def held_back(record: Record, recipient: Recipient, on: date) -> tuple[HeldBack, ...]:
    """Return what is kept from a recipient; nothing is kept from the office.

    Restricted facts are not in a record unless asked for, and so are not counted.
    """
    if recipient.kind is RecipientKind.OFFICE:
        return ()
    allowed = Permission(record, recipient, on)
    found = []
    for person in record.people:
        counts: Counter[Group] = Counter()
        for group, count in _kept(record, allowed, person.id, on):
            counts[group] += count
        found += [
            HeldBack(person=person.name, group=group, count=count, why=group)
            for group, count in counts.items()
            if count
        ]
    return tuple(found)


def _kept(
    record: Record, allowed: Permission, person: PersonId, on: date
) -> Iterator[tuple[Group, int]]:
    """Give how many facts of each sort are kept back about one person."""
    if not allowed.sees_person(person) and person not in allowed.concerned:
        yield Group.KIN, 1  # that they are of this family
        return
    hidden = hidden_homes(record, on)
    for home in record.homes_of(person, on):
        if home.id in hidden:
            yield Group.HIDDEN_HOME, 1  # on no paper, whoever reads it
        elif not allowed.sees_home(home):
            yield Group.HOME, 1
    for involvement in record.involvements_of(person):
        if not allowed.sees_involvement(involvement):
            yield _group(involvement.safety), 1
    counted = (
        (Group.SAFE_CONTACT, (p for p in record.contact_points if p.person == person)),
        (Group.FURTHER_NAMES, record.person(person).further_names),
        (Group.FLAG, (flag for flag in record.flags if flag.person == person)),
        (Group.ORDER, (o for o in record.orders if person in _named(o.protects, o.restrains))),
        (Group.LIMIT, (limit for limit in record.limits if limit.person == person)),
        (Group.NOTE, (note for note in record.notes if person in note.people)),
        (Group.NUMBERS, _numbers(record, person, health=True)),
        (Group.OTHER_NUMBERS, _numbers(record, person, health=False)),
    )
    for group, facts in counted:
        if not allowed.may(group):
            yield group, sum(1 for _fact in facts)
    yield (
        Group.DECISION,
        sum(
            consent.person == person and not allowed.may(Group.DECISION, agency=consent.agency)
            for consent in record.consents
        ),
    )


def _group(safety: Safety) -> Group:
    return {
        Safety.ORDINARY: Group.INVOLVEMENT,
        Safety.CONFIDENTIAL: Group.HIDDEN_INVOLVEMENT,
        Safety.INTERNAL: Group.OFFICE_INVOLVEMENT,
        Safety.OWN: Group.OWN_INVOLVEMENT,
    }[safety]


def _named(people: tuple[PersonId, ...], one: PersonId | None) -> tuple[PersonId | None, ...]:
    return (*people, one)


def _numbers(record: Record, person: PersonId, *, health: bool) -> Iterator[object]:
    return (
        number
        for number in record.identifiers
        if number.person == person and (number.system is System.NHS) == health
    )
