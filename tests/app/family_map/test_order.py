"""Left to right: birth order, partners in time order, old pictures remembered."""

from __future__ import annotations

from app.family_map.family import Family, MapChild, MapUnion, Symbol
from app.family_map.lay_out import lay_out
from tests.app.family_map.families import person


def order(family: Family, row: int) -> list[str]:
    """Return who stands on a row, from the left."""
    nodes = [node for node in lay_out(family).nodes if node.row == row]
    return [node.id for node in sorted(nodes, key=lambda node: node.x)]


def brood(*ids: str) -> tuple[MapChild, ...]:
    """Return children by birth."""
    return tuple(MapChild(person=id_) for id_ in ids)


def test_the_eldest_stands_on_the_left_whatever_order_they_were_recorded_in() -> None:
    family = Family(
        people=(
            person("mum", "Mum", Symbol.WOMAN),
            person("young", "Young", Symbol.MAN, "2020"),
            person("old", "Old", Symbol.MAN, "2008"),
            person("unborn", "Unborn", Symbol.UNBORN, "2027"),
        ),
        unions=(MapUnion(partners=("mum",), children=brood("unborn", "young", "old")),),
    )

    found = order(family, 1)

    assert found == ["old", "young", "unborn"]


def test_earlier_and_later_partners_stand_either_side() -> None:
    family = Family(
        people=(
            person("mum", "Mum", Symbol.WOMAN),
            person("later", "Later", Symbol.MAN),
            person("earlier", "Earlier", Symbol.MAN),
            person("a", "A", Symbol.WOMAN, "2008"),
            person("b", "B", Symbol.WOMAN, "2018"),
        ),
        unions=(
            MapUnion(partners=("mum", "later"), since="2016", children=brood("b")),
            MapUnion(partners=("mum", "earlier"), since="2006", children=brood("a")),
        ),
    )

    found = order(family, 0)

    assert found == ["earlier", "mum", "later"]


def test_older_half_siblings_stand_left_where_nothing_speaks_against_it() -> None:
    family = Family(
        people=(
            person("mum", "Mum", Symbol.WOMAN),
            person("dad", "Dad", Symbol.MAN),
            person("young", "Young", Symbol.MAN, "2015"),
            person("old", "Old", Symbol.WOMAN, "2010"),
        ),
        unions=(
            MapUnion(partners=("mum", "dad"), since="2014", children=brood("young")),
            MapUnion(partners=("mum",), children=brood("old")),
        ),
    )

    found = order(family, 1)

    assert found == ["old", "young"]


def test_a_couple_without_children_stands_together() -> None:
    family = Family(
        people=tuple(person(id_, id_, Symbol.OTHER) for id_ in ("a", "b", "c", "d")),
        unions=(MapUnion(partners=("a", "d")),),
    )

    found = order(family, 0)

    assert abs(found.index("a") - found.index("d")) == 1
