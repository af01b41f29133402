"""Numbers, ways to reach somebody, flags, orders and confidential homes, by chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from app.domain.identifiers import System
from app.domain.ids import OrderId, PersonId
from app.domain.person import (
    Person,
    Safety,
)
from app.domain.reach import ContactPoint, Flag, FlagKind, Identifier, Way
from app.domain.record import Record
from app.domain.responsibility import Order, OrderKind
from tests.builders import TODAY
from tests.noninterference.families import HOUSE, day_before, fresh, sometimes, with_more


def dangers_and_numbers(record: Record, chance: Random) -> Record:
    """Add numbers and ways to reach them and, in most families, that somebody is in danger."""
    children = {row.child for row in record.responsibilities}
    grown = tuple(p for p in record.people if p.id not in children)
    young = tuple(p for p in record.people if p.id in children)
    for person in record.people:
        record = _reach(record, person, chance)
    if sometimes(chance, 0.65):
        record = _danger(record, grown, young, chance)
    for _ in range(chance.choice((0, 0, 1, 2))):
        record = a_flag(record, chance)
    return record


def _reach(record: Record, person: Person, chance: Random) -> Record:
    if person.unborn:
        return record
    for system, share in ((System.NHS, 0.8), (System.UPN, 0.3), (System.COUNCIL, 0.4)):
        if sometimes(chance, share):
            number = Identifier(
                id=fresh("n", chance),
                household=HOUSE,
                person=person.id,
                system=system,
                value=f"999{chance.randint(1000000, 9999999)}",
            )
            record = with_more(record, identifiers=number)
    return a_contact(record, chance, person.id) if sometimes(chance, 0.7) else record


def a_contact(record: Record, chance: Random, who: PersonId | None = None) -> Record:
    """Add a way to reach somebody, of any class of safety."""
    point = ContactPoint(
        id=fresh("c", chance),
        household=HOUSE,
        person=who or chance.choice(record.people).id,
        way=Way.PHONE,
        value=f"07700 900{chance.randint(100, 999)}",
        label=chance.choice(("", "mother’s phone")),
        safety=chance.choice(list(Safety)),
    )
    return with_more(record, contact_points=point)


def a_flag(record: Record, chance: Random, who: PersonId | None = None, **rest: Any) -> Record:
    """Add a flag of any kind to somebody; some are over."""
    kind = rest.pop("kind", None) or chance.choice(list(FlagKind))
    flag = Flag(
        id=fresh("f", chance),
        household=HOUSE,
        person=who or chance.choice(record.people).id,
        kind=kind,
        reason="A reason that stays here",
        source="Police",
        since=day_before(chance, 400),
        until=day_before(chance, 100) if sometimes(chance, 0.15) else None,
    )
    return with_more(record, flags=flag)


def an_order(record: Record, chance: Random, *whom: PersonId) -> Record:
    """Add an order that restrains the first and protects the others; some are over."""
    people = whom or tuple(chance.sample([p.id for p in record.people], 2))
    over = sometimes(chance, 0.15)
    order = Order(
        id=OrderId(fresh("o", chance)),
        household=HOUSE,
        kind=OrderKind.NON_MOLESTATION,
        court="Northmarsh Family Court",
        made_on=day_before(chance, 300) - timedelta(days=200),
        until=TODAY + timedelta(days=-30 if over else 120),
        restrains=people[0],
        protects=people[1:],
        note="What was alleged",
    )
    return with_more(record, orders=order)


def _danger(
    record: Record, grown: tuple[Person, ...], young: tuple[Person, ...], chance: Random
) -> Record:
    one = grown[0].id
    if len(grown) > 1 and sometimes(chance, 0.5):
        protects = (one, *(child.id for child in young if sometimes(chance, 0.4)))
        record = an_order(record, chance, grown[1].id, *protects)
    if sometimes(chance, 0.5):
        for who in (one, *(child.id for child in young if sometimes(chance, 0.5))):
            record = a_flag(record, chance, who, kind=FlagKind.CONFIDENTIAL_ADDRESS)
    if sometimes(chance, 0.5):
        first = replace(record.homes[0], safety=Safety.CONFIDENTIAL)
        record = replace(record, homes=(first, *record.homes[1:]))
    if len(grown) > 1 and sometimes(chance, 0.4):
        record = a_flag(record, chance, grown[1].id, kind=FlagKind.STAFF_SAFETY)
    return record
