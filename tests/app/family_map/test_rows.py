"""Rows: generations, couples, carers, people nobody is related to, impossible links."""

from __future__ import annotations

from app.family_map.family import (
    ChildKind,
    Family,
    MapCarer,
    MapChild,
    MapHome,
    MapPerson,
    MapUnion,
    Symbol,
)
from app.family_map.kin import kin_of
from app.family_map.rows import rows_of
from tests.app.family_map.families import person


def rows(family: Family) -> dict[str, int]:
    """Return the row of everybody by id."""
    kin = kin_of(family)
    return {p.id: row for p, row in zip(kin.people, rows_of(kin), strict=True)}


def people(*ids: str) -> tuple[MapPerson, ...]:
    """Return people with these ids."""
    return tuple(person(id_, id_.title(), Symbol.OTHER) for id_ in ids)


def child(id_: str) -> MapChild:
    """Return a child by birth."""
    return MapChild(person=id_)


def test_partners_share_a_row_even_when_only_one_has_parents_in_the_picture() -> None:
    family = Family(
        people=people("gran", "mum", "dad", "leo"),
        unions=(
            MapUnion(partners=("gran",), children=(child("mum"),)),
            MapUnion(partners=("mum", "dad"), children=(child("leo"),)),
        ),
    )

    found = rows(family)

    assert found == {"gran": 0, "mum": 1, "dad": 1, "leo": 2}


def test_a_grandparent_known_only_as_carer_stands_two_rows_above() -> None:
    family = Family(
        people=people("gran", "mum", "leo"),
        unions=(MapUnion(partners=("mum",), children=(child("leo"),)),),
        carers=(MapCarer(carer="gran", child="leo", kind=ChildKind.KINSHIP, rows=2),),
    )

    found = rows(family)

    assert found == {"gran": 0, "mum": 1, "leo": 2}


def test_somebody_related_to_nobody_stands_beside_the_housemate_nearest_in_age() -> None:
    family = Family(
        people=(
            person("mum", "Mum", Symbol.WOMAN, "1990"),
            person("leo", "Leo", Symbol.MAN, "2013"),
            person("lodger", "Lodger", Symbol.OTHER, "1986"),
            person("friend", "Friend", Symbol.OTHER, "2012"),
        ),
        unions=(MapUnion(partners=("mum",), children=(child("leo"),)),),
        homes=(MapHome(id="h", label="Home", members=("mum", "leo", "lodger", "friend")),),
    )

    found = rows(family)

    assert found == {"mum": 0, "leo": 1, "lodger": 0, "friend": 1}


def test_a_couple_across_two_generations_keeps_two_rows() -> None:
    family = Family(
        people=people("gran", "aunt", "mum", "niece"),
        unions=(
            MapUnion(partners=("gran",), children=(child("aunt"), child("mum"))),
            MapUnion(partners=("mum",), children=(child("niece"),)),
            MapUnion(partners=("aunt", "niece")),
        ),
    )

    found = rows(family)

    assert (found["aunt"], found["niece"]) == (1, 2)


def test_people_above_each_other_in_a_circle_still_get_rows() -> None:
    family = Family(
        people=people("one", "two", "three"),
        unions=(
            MapUnion(partners=("one",), children=(child("two"),)),
            MapUnion(partners=("two",), children=(child("three"),)),
            MapUnion(partners=("three",), children=(child("one"),)),
        ),
    )

    found = rows(family)

    assert sorted(found.values()) == [0, 1, 2]


def test_links_to_people_who_are_not_in_the_family_are_left_out() -> None:
    family = Family(
        people=people("mum", "leo"),
        unions=(MapUnion(partners=("mum", "hidden"), children=(child("leo"), child("gone"))),),
        carers=(MapCarer(carer="hidden", child="leo", kind=ChildKind.STEP),),
    )

    kin = kin_of(family)

    assert [couple.partners for couple in kin.couples] == [(0,)]
    assert kin.cares == ()
    assert rows_of(kin) == [0, 1]


def test_no_row_is_left_empty() -> None:
    family = Family(
        people=people("gran", "leo"),
        carers=(MapCarer(carer="gran", child="leo", kind=ChildKind.KINSHIP, rows=3),),
    )

    found = rows(family)

    assert found == {"gran": 0, "leo": 1}
