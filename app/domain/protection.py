"""Whom somebody must be protected from, worked out from homes, flags and orders.

A person is unsafe for another when an order restrains them and protects the other or those the
other lives with, or when the other lives at a confidential home (or is flagged so) that they do
not live in themselves. To share one home with a child opens no other home of the child. A child
who is expected is where their mother is.
"""

from __future__ import annotations

from datetime import date

from app.domain.home import covers
from app.domain.ids import HomeId, PersonId
from app.domain.reach import FlagKind
from app.domain.record import Record


def hidden_people(record: Record, on: date) -> frozenset[PersonId]:
    """Return everybody whose whereabouts are confidential on a day."""
    at_hidden_homes = {
        person.id
        for person in record.people
        if any(home.confidential for home in record.homes_of(person.id, on))
    }
    return frozenset(_flagged(record, on) | at_hidden_homes)


def hidden_homes(record: Record, on: date) -> frozenset[HomeId]:
    """Return every home that is confidential: marked so, or somebody flagged so lives there."""
    flagged = _flagged(record, on)
    return frozenset(
        {home.id for home in record.homes if home.confidential}
        | {stay.home for stay in record.stays if stay.person in flagged and stay.current(on)}
    )


def unsafe_for(record: Record, person: PersonId, other: PersonId, on: date) -> bool:
    """Say whether `person` must not learn where `other` is."""
    if person == other:
        return False
    for expecting in _expecting(record, other):
        if expecting != person and unsafe_for(record, person, expecting, on):
            return True
    return restrained_from(record, person, other, on) or hidden_from(record, person, other, on)


def restrained_from(record: Record, person: PersonId, other: PersonId, on: date) -> bool:
    """Say whether an order keeps `person` from `other`: named, or living with whom it names.

    A child of whom it names counts as living with them unless the child lives with `person`:
    where they all went may not be known.
    """
    for order in record.orders:
        if not order.binds(on) or order.restrains != person:
            continue
        if other in order.protects or _lives_with(record, other, order.protects, person, on):
            return True
        parents = set(record.parents_of(other))
        if parents & set(order.protects) and not record.lives_together(person, other, on):
            return True
    return False


def hidden_from(record: Record, person: PersonId, other: PersonId, on: date) -> bool:
    """Say whether it is confidential where `other` is, and `person` does not live there."""
    if other not in hidden_people(record, on):
        return False
    places = {home.id for home in record.homes_of(other, on) if home.confidential}
    if not places:
        return not record.lives_together(person, other, on)
    return not places <= {home.id for home in record.homes_of(person, on)}


def unsafe_for_anybody(record: Record, person: PersonId, on: date) -> bool:
    """Say whether anybody in the household must be protected from this person."""
    return any(unsafe_for(record, person, other.id, on) for other in record.people)


def _flagged(record: Record, on: date) -> set[PersonId]:
    return {
        flag.person
        for flag in record.flags
        if flag.kind is FlagKind.CONFIDENTIAL_ADDRESS and covers(flag.since, flag.until, on)
    }


def _expecting(record: Record, other: PersonId) -> tuple[PersonId, ...]:
    """Return the parents of a child who is not born yet; nobody for anybody else."""
    unborn = {person.id for person in record.people if person.unborn}
    if other not in unborn:
        return ()
    return tuple(parent for parent in record.parents_of(other) if parent not in unborn)


def _lives_with(
    record: Record,
    other: PersonId,
    protected: tuple[PersonId, ...],
    restrained: PersonId,
    on: date,
) -> bool:
    """Say whether `other` lives with somebody protected, away from the restrained."""
    theirs = {home.id for home in record.homes_of(restrained, on)}
    homes = {home.id for home in record.homes_of(other, on)} - theirs
    return any(homes & {home.id for home in record.homes_of(one, on)} for one in protected)
