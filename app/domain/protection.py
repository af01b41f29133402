"""Whom somebody must be protected from, worked out from homes, flags and orders.

A person is unsafe for another when an order restrains them and protects the other, or when the
other lives at a confidential home (or is flagged so) that they do not live in themselves.
"""

from __future__ import annotations

from datetime import date

from app.domain.home import covers
from app.domain.ids import PersonId
from app.domain.reach import FlagKind
from app.domain.record import Record


def hidden_people(record: Record, on: date) -> frozenset[PersonId]:
    """Return everybody whose whereabouts are confidential on a day."""
    flagged = {
        flag.person
        for flag in record.flags
        if flag.kind is FlagKind.CONFIDENTIAL_ADDRESS and covers(flag.since, flag.until, on)
    }
    at_hidden_homes = {
        person.id
        for person in record.people
        if any(home.confidential for home in record.homes_of(person.id, on))
    }
    return frozenset(flagged | at_hidden_homes)


def unsafe_for(record: Record, person: PersonId, other: PersonId, on: date) -> bool:
    """Say whether `person` must not learn where `other` is."""
    if person == other:
        return False
    if any(
        order.binds(on) and order.restrains == person and other in order.protects
        for order in record.orders
    ):
        return True
    return other in hidden_people(record, on) and not record.lives_together(person, other, on)


def unsafe_for_anybody(record: Record, person: PersonId, on: date) -> bool:
    """Say whether anybody in the household must be protected from this person."""
    return any(unsafe_for(record, person, other.id, on) for other in record.people)
