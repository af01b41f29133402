"""Keep court orders: about whom, restraining and protecting whom, and until when."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from app.domain.ids import HouseholdId, OrderId, new_id
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.domain.responsibility import Order, OrderDraft, Responsibility
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_order(work: Work, household: HouseholdId, draft: OrderDraft) -> Order:
    """Keep a new order, or raise `Invalid` with everything wrong at once."""
    made = _made(work, OrderId(new_id()), household, draft)
    work.kept(Order).add(made)
    work.about(household, order=made.id)
    return made


@operation()
def change_order(work: Work, order: OrderId, draft: OrderDraft) -> Order:
    """Correct an order, or say until when it binds."""
    known = work.kept(Order).find(order)
    if known is None:
        raise Refused("no-such-order")
    changed = _made(work, order, known.household, draft)
    work.kept(Order).change(changed)
    work.about(known.household, order=order)
    return changed


@operation()
def remove_order(work: Work, order: OrderId) -> None:
    """Take back an order that was never made; one that has run out keeps its last day."""
    known = work.kept(Order).find(order)
    if known is None:
        raise Refused("no-such-order")
    rows = work.kept(Responsibility).of(known.household)
    if any(row.restricted_by == order for row in rows):
        raise Refused("order-in-use")
    work.kept(Order).remove(order)
    work.about(known.household, order=order)


def _made(work: Work, id_: OrderId, household: HouseholdId, draft: OrderDraft) -> Order:
    found = list(draft.problems(work.now.date()))
    here = {person.id for person in work.kept(Person).of(household)}
    named = {
        "holder": (draft.holder,),
        "restrains": (draft.restrains,),
        "protects": draft.protects,
        "about": draft.about,
    }
    found += [
        Problem(field, Why.NO_SUCH_PERSON)
        for field, people in named.items()
        if any(person is not None and person not in here for person in people)
    ]
    if found or draft.kind is None:
        raise Invalid(tuple(found))
    values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(draft)}
    tidied = {"court": draft.court.strip(), "note": draft.note.strip()}
    return Order(id=id_, household=household, **values | tidied)
