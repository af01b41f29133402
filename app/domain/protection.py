"""Whom somebody must be protected from, worked out from homes, flags and orders.

A person is unsafe for another when an order restrains them and protects the other or those the
other lives with, or when the other lives at a confidential home (or is flagged so) that they do
not live in themselves; nor may a parent by birth learn where an adopted child is whose identity
is sealed. To share one home with a child opens no other home of the child. A child
who is expected is where their mother is.
"""

from __future__ import annotations

from datetime import date

from app.domain.home import covers
from app.domain.ids import HomeId, PersonId
from app.domain.reach import FlagKind
from app.domain.record import Record
from app.domain.relationship import PARENTS, Relation

SEALED = frozenset({FlagKind.ADOPTED_IDENTITY})
BY_BIRTH = PARENTS - {Relation.ADOPTIVE_PARENT}
HIDING = frozenset({FlagKind.CONFIDENTIAL_ADDRESS, FlagKind.WITNESS_PROTECTION})


def hidden_people(record: Record, on: date) -> frozenset[PersonId]:
    """Return everybody whose whereabouts are confidential: flagged so, or living at such a home."""
    hidden = hidden_homes(record, on)
    there = {stay.person for stay in record.stays if stay.home in hidden and stay.current(on)}
    return frozenset(_flagged(record, on) | there)


def hidden_homes(record: Record, on: date) -> frozenset[HomeId]:
    """Return every home that is confidential: marked so, or somebody flagged mostly lives there.

    The same address written down twice is one home, whatever the second says of itself.
    """
    flagged = _flagged(record, on)
    found = {home.id for home in record.homes if home.confidential}
    for person in flagged:
        stays = [s for s in record.stays if s.person == person and s.current(on)]
        mostly = [stay for stay in stays if stay.main] or stays
        found |= {stay.home for stay in mostly}
    addresses = {home.address for home in record.homes if home.id in found and home.address}
    return frozenset(
        found | {home.id for home in record.homes if home.address and home.address in addresses}
    )


def unsafe_for(record: Record, person: PersonId, other: PersonId, on: date) -> bool:
    """Say whether `person` must not learn where `other` is."""
    if person == other:
        return False
    expecting = _expecting(record, other)
    if person in expecting:
        return False
    if any(unsafe_for(record, person, mother, on) for mother in expecting):
        return True
    return (
        restrained_from(record, person, other, on)
        or hidden_from(record, person, other, on)
        or _adopted_from(record, person, other, on)
    )


def restrained_from(record: Record, person: PersonId, other: PersonId, on: date) -> bool:
    """Say whether an order keeps `person` from `other`: named, or living with whom it names.

    One that names nobody it protects is taken to protect whom it is about.
    A child of whom it names counts as living with them unless the child lives with `person`:
    where they all went may not be known.
    """
    if person in _expecting(record, other):
        return False
    for order in record.orders:
        if not order.binds(on) or order.restrains != person:
            continue
        protects = order.protects or tuple(who for who in order.about if who != person)
        if other in protects or _lives_with(record, other, protects, person, on):
            return True
        parents = set(record.parents_of(other))
        if parents & set(protects) and not record.lives_together(person, other, on):
            return True
    return False


def hidden_from(record: Record, person: PersonId, other: PersonId, on: date) -> bool:
    """Say whether it is confidential where `other` is, and `person` does not live there."""
    if other not in hidden_people(record, on):
        return False
    places = {home.id for home in record.homes_of(other, on)} & hidden_homes(record, on)
    if not places:
        return not record.lives_together(person, other, on)
    return not places <= {home.id for home in record.homes_of(person, on)}


def unsafe_for_anybody(record: Record, person: PersonId, on: date) -> bool:
    """Say whether anybody in the household must be protected from this person."""
    return any(unsafe_for(record, person, other.id, on) for other in record.people)


def _adopted_from(record: Record, person: PersonId, other: PersonId, on: date) -> bool:
    """Say whether a child with a sealed identity is to be kept from a parent by birth (trap 34)."""
    if other not in _flagged(record, on, SEALED) or record.lives_together(person, other, on):
        return False
    return any(
        (fact.person, fact.other) == (person, other) and fact.kind in BY_BIRTH
        for fact in record.relationships
    )


def _flagged(record: Record, on: date, kinds: frozenset[FlagKind] = HIDING) -> set[PersonId]:
    return {
        flag.person
        for flag in record.flags
        if flag.kind in kinds and covers(flag.since, flag.until, on)
    }


def _expecting(record: Record, other: PersonId) -> tuple[PersonId, ...]:
    """Return who expects a child not born yet: the mother, or its parents where none is recorded.

    Nobody for anybody else.
    """
    unborn = {person.id for person in record.people if person.unborn}
    if other not in unborn:
        return ()
    parents = [r for r in record.relationships if r.other == other and r.kind in PARENTS]
    mothers = [r.person for r in parents if r.kind is Relation.MOTHER]
    return tuple(who for who in mothers or [r.person for r in parents] if who not in unborn)


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
