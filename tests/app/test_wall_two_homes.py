"""The wall where it is easiest to forget: a child of two homes, and an order nobody marked up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.home import Stay
from app.domain.ids import HomeId
from app.domain.person import Safety
from app.domain.record import Record
from app.errors import Refused
from app.view.project import project
from app.view.recipient import the_person
from tests.app.wall_cases import AISHA, DANIEL, LOCATION, OTHER_SIDE, forms, printed_form
from tests.app.whole_paper import found_in, spelt_out
from tests.builders import TODAY, family, law

HIDDEN = {**LOCATION, **OTHER_SIDE}


def staying_with_her_father() -> Record:
    """Return the family with Aisha at her father's at weekends."""
    record = family("b")
    weekends = Stay(
        id="weekends",
        household=record.household.id,
        person=AISHA,
        home=HomeId("H3"),
        main=False,
        since=None,
    )
    return replace(record, stays=(*record.stays, weekends))


def before_anything_was_marked() -> Record:
    """Return the family when the order was the only thing a worker had recorded."""
    record = family("b")
    return replace(
        record,
        flags=(),
        homes=tuple(replace(home, safety=Safety.ORDINARY) for home in record.homes),
        involvements=tuple(
            replace(i, safety=Safety.ORDINARY) if i.safety is Safety.CONFIDENTIAL else i
            for i in record.involvements
        ),
    )


def with_nobody_knowing_where() -> Record:
    """Return the same, before anybody knew where mother and children went."""
    record = before_anything_was_marked()
    return replace(record, stays=tuple(s for s in record.stays if s.person == DANIEL))


RECORDS = pytest.mark.parametrize(
    "record",
    [before_anything_was_marked(), with_nobody_knowing_where()],
    ids=["only the order", "only the order, nobody knows where"],
)


@RECORDS
def test_the_one_restrained_gets_no_form_about_a_child_of_whom_the_order_protects(
    record: Record,
) -> None:
    for person in record.people:
        try:
            theirs = forms(record, person.id)
        except Refused:
            continue
        for form in theirs:
            if DANIEL in form.readers:
                assert found_in(printed_form(form.view), HIDDEN) == []
                assert form.view.name == "Daniel Hale"


@RECORDS
def test_the_picture_for_the_one_restrained_shows_himself_alone(record: Record) -> None:
    view = project(record, law(), the_person(DANIEL), TODAY)

    letters = spelt_out(repr(view))

    assert [person.name for person in view.people] == ["Daniel Hale"]
    assert {home.id for home in view.homes} <= {"H3"}
    assert [name for name, text in HIDDEN.items() if spelt_out(text) in letters] == []


def test_weekends_at_his_open_neither_the_other_home_nor_who_helps_there() -> None:
    record = staying_with_her_father()
    view = project(record, law(), the_person(DANIEL), TODAY)

    readers = [reader for form in forms(record, AISHA) for reader in form.readers]

    assert DANIEL not in readers
    assert {home.id for home in view.homes} == {"H3"}
    assert {tie.person for tie in view.ties} <= {DANIEL}
    assert found_in(printed_form(forms(record, DANIEL)[0].view), LOCATION) == []
