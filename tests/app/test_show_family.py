"""Turning the screen to the family: what the view holds, who can look, and what is written down."""

from __future__ import annotations

import pytest

from app.errors import Refused
from app.usecases.show_family import can_look, enter_family_view, leave_family_view
from db.store import Store
from tests.builders import family, fill, law
from tests.db.cases import newest

FAMILY_B = family("B").household.id


def test_one_person_at_the_table_gets_what_is_theirs(store: Store) -> None:
    fill(store)

    view = store.run(enter_family_view(FAMILY_B, ("B2",), law())).value

    assert view is not None
    assert [person.name for person in view.people] == ["Daniel Hale"]
    assert newest(store) == [("enter_family_view", "none", FAMILY_B, '{"people":"B2"}')]


def test_several_get_what_each_of_them_may_see(store: Store) -> None:
    fill(store)

    alone = store.run(enter_family_view(FAMILY_B, ("B1",), law())).value
    together = store.run(enter_family_view(FAMILY_B, ("B1", "B2"), law())).value

    assert alone is not None
    assert together is not None
    assert {person.name for person in together.people} == {"Daniel Hale"}
    assert alone.ties
    assert together.ties == ()


@pytest.mark.parametrize("household", [None, FAMILY_B])
def test_with_nobody_named_nothing_is_given_and_it_is_written_down(
    store: Store, household: str | None
) -> None:
    fill(store)

    view = store.run(enter_family_view(FAMILY_B if household else None, (), law())).value

    assert view is None
    assert newest(store) == [("enter_family_view", "none", household, '{"people":""}')]


@pytest.mark.parametrize(
    ("letter", "person"),
    [("C", "C5"), ("A", "A7"), ("A", "nobody"), ("A", "B2")],
    ids=["has died", "not born yet", "not there", "of another family"],
)
def test_who_cannot_sit_at_the_table_is_refused(store: Store, letter: str, person: str) -> None:
    fill(store)
    household = family(letter).household.id

    with pytest.raises(Refused) as refused:
        store.run(enter_family_view(household, (person,), law()))

    assert refused.value.reasons == ("no-such-person",)


def test_only_the_living_and_born_can_look() -> None:
    people = [*family("A").people, *family("C").people]

    assert {person.id for person in people if not can_look(person)} == {"A7", "C5"}


def test_leaving_says_how_many_tries_were_wrong(store: Store) -> None:
    fill(store)

    store.run(leave_family_view(FAMILY_B, wrong=3))

    assert newest(store) == [("leave_family_view", "none", FAMILY_B, '{"wrong":3}')]
