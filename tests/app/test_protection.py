"""Whom somebody must be protected from, as orders, flags and homes say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.ids import OrderId, PersonId
from app.domain.protection import hidden_people, unsafe_for, unsafe_for_anybody
from app.domain.reach import FlagKind
from app.domain.record import Record
from app.domain.relationship import Relation
from app.domain.responsibility import Order, OrderKind
from tests.builders import ASH, TODAY, ash, family, flag, hidden_home, home, kin, person, stay

ROWAN, JO, KIT = PersonId("rowan"), PersonId("jo"), PersonId("kit")


def order(**rest: Any) -> Order:
    usual: dict[str, Any] = {"restrains": ROWAN, "protects": (JO,)}
    return Order(id=OrderId("o"), household=ASH, kind=OrderKind.NON_MOLESTATION, **(usual | rest))


def moved_out(**parts: Any) -> Record:
    """Return the family after Jo and Kit went to a home nobody may know of."""
    return ash(
        homes=(home("old"), hidden_home("new")),
        stays=(
            stay("rowan", "old"),
            stay("jo", "old", until=date(2026, 8, 11), main=True),
            stay("jo", "new", since=date(2026, 8, 11)),
            stay("kit", "new", since=date(2026, 8, 11)),
        ),
        **parts,
    )


def expecting(**parts: Any) -> Record:
    """Return the family in which Jo expects a child of Rowan's."""
    bump = person("bump", born=None, due=date(2027, 3, 1))
    parents = (kin("jo", Relation.MOTHER, "bump"), kin("rowan", Relation.FATHER, "bump"))
    return ash(people=(*ash().people, bump), relationships=parents, **parts)


@pytest.mark.parametrize(
    ("sentence", "record", "unsafe"),
    [
        ("nothing recorded", ash(), set()),
        ("an order in force", ash(orders=(order(),)), {("rowan", "jo")}),
        ("to its last day", ash(orders=(order(until=TODAY),)), {("rowan", "jo")}),
        ("not after it", ash(orders=(order(until=date(2026, 11, 21)),)), set()),
        ("not before it is made", ash(orders=(order(made_on=date(2026, 11, 23)),)), set()),
        ("an order that protects nobody", ash(orders=(order(protects=()),)), set()),
        ("a hidden home", moved_out(), {("rowan", "jo"), ("rowan", "kit")}),
        (
            "a flag without a home",
            ash(flags=(flag("kit"),)),
            {("rowan", "kit"), ("jo", "kit")},
        ),
        ("another flag", ash(flags=(flag("kit", FlagKind.MARAC),)), set()),
        ("a flag that ended", ash(flags=(flag("kit", until=TODAY),)), set()),
        ("a flag not begun", ash(flags=(flag("kit", since=date(2026, 11, 23)),)), set()),
        (
            "a flag on somebody one lives with",
            ash(
                homes=(home("h"),), stays=(stay("jo", "h"), stay("kit", "h")), flags=(flag("kit"),)
            ),
            {("rowan", "kit"), ("rowan", "jo")},
        ),
        (
            "an order that names one of two who live together",
            ash(
                homes=(home("old"), home("new")),
                stays=(stay("rowan", "old"), stay("jo", "new"), stay("kit", "new")),
                orders=(order(),),
            ),
            {("rowan", "jo"), ("rowan", "kit")},
        ),
        (
            "a child of whom an order protects, nobody knows where",
            ash(relationships=(kin("jo", Relation.MOTHER, "kit"),), orders=(order(),)),
            {("rowan", "jo"), ("rowan", "kit")},
        ),
        (
            "a child who lives with the one restrained",
            ash(
                homes=(home("old"),),
                stays=(stay("rowan", "old"), stay("kit", "old")),
                relationships=(kin("jo", Relation.MOTHER, "kit"),),
                orders=(order(),),
            ),
            {("rowan", "jo")},
        ),
        (
            "a child of two homes, one of them hidden",
            ash(
                homes=(home("old"), hidden_home("new")),
                stays=(
                    stay("rowan", "old"),
                    stay("jo", "new"),
                    stay("kit", "new"),
                    stay("kit", "old", main=False),
                ),
            ),
            {("rowan", "jo"), ("rowan", "kit")},
        ),
        (
            "the child somebody expects who hides from the father",
            expecting(flags=(flag("jo"),)),
            {("rowan", "jo"), ("rowan", "bump"), ("kit", "jo"), ("kit", "bump"), ("bump", "jo")},
        ),
        ("the child of somebody who hides from nobody", expecting(), set()),
        (
            "the child of a mother whom an order keeps from the father",
            expecting(orders=(order(restrains=JO, protects=(ROWAN,)),)),
            {("jo", "rowan")},
        ),
        (
            "a flag on one hides the home, and so the child who lives there",
            ash(
                homes=(home("old"), home("new")),
                stays=(
                    stay("rowan", "old"),
                    stay("jo", "new"),
                    stay("kit", "new"),
                    stay("kit", "old", main=False),
                ),
                flags=(flag("jo"),),
            ),
            {("rowan", "jo"), ("rowan", "kit")},
        ),
        (
            "witness protection hides as a flagged address does",
            ash(flags=(flag("jo", FlagKind.WITNESS_PROTECTION),)),
            {("rowan", "jo"), ("kit", "jo")},
        ),
        (
            "an adopted child whose identity is sealed, from a parent by birth",
            ash(
                homes=(home("new"),),
                stays=(stay("jo", "new"), stay("kit", "new")),
                relationships=(
                    kin("rowan", Relation.FATHER, "kit"),
                    kin("jo", Relation.ADOPTIVE_PARENT, "kit"),
                ),
                flags=(flag("kit", FlagKind.ADOPTED_IDENTITY),),
            ),
            {("rowan", "kit")},
        ),
        (
            "an order that says about whom, and not whom it protects",
            ash(orders=(order(protects=(), about=(JO, KIT)),)),
            {("rowan", "jo"), ("rowan", "kit")},
        ),
        (
            "a hidden address that stands in a second row as well",
            ash(
                homes=(
                    hidden_home("new", "5 Elm Court", postcode="ZZ99 5EC"),
                    home("again", "5 Elm Court", postcode="ZZ99 5EC"),
                ),
                stays=(stay("kit", "again"),),
            ),
            {("rowan", "kit"), ("jo", "kit")},
        ),
    ],
)
def test_who_is_unsafe_for_whom(
    sentence: str, record: Record, unsafe: set[tuple[str, str]]
) -> None:
    people = [person.id for person in record.people]

    found = {(a, b) for a in people for b in people if unsafe_for(record, a, b, TODAY)}

    assert found == unsafe, sentence


def test_before_they_moved_nobody_was_hidden() -> None:
    assert hidden_people(moved_out(), date(2026, 8, 10)) == frozenset()
    assert hidden_people(moved_out(), date(2026, 8, 11)) == {JO, KIT}


def test_nobody_is_unsafe_for_themselves() -> None:
    record = moved_out(orders=(order(protects=(ROWAN, JO)),))

    assert not unsafe_for(record, ROWAN, ROWAN, TODAY)


def test_daniel_is_unsafe_for_every_one_of_the_others_and_they_not_for_each_other() -> None:
    record = family("b")
    others = [PersonId(f"B{n}") for n in (1, 3, 4, 5)]

    assert all(unsafe_for(record, PersonId("B2"), other, TODAY) for other in others)
    assert not any(unsafe_for(record, a, b, TODAY) for a in others for b in others)
    assert unsafe_for_anybody(record, PersonId("B2"), TODAY)
    assert not unsafe_for_anybody(record, PersonId("B1"), TODAY)


def test_two_who_are_expected_as_parents_of_each_other_end_in_no_circle() -> None:
    twins = tuple(person(n, born=None, due=date(2027, 3, 1)) for n in ("one", "two"))
    circle = (kin("one", Relation.PARENT, "two"), kin("two", Relation.PARENT, "one"))
    record = ash(people=(*ash().people, *twins), relationships=circle)

    assert not unsafe_for(record, ROWAN, PersonId("one"), TODAY)
