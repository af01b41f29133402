"""Home outlines: members in, everybody else out."""

from __future__ import annotations

import pytest

from app.family_map.family import Family, MapChild, MapHome, MapUnion, Symbol
from app.family_map.lay_out import lay_out
from app.family_map.scores import contains, scores
from app.family_map.sizes import Sizes
from tests.app.family_map.families import kinship, person, random_family


def test_the_mother_who_lives_elsewhere_stays_outside_the_grandmothers_home() -> None:
    picture = lay_out(kinship())

    outline = picture.node("h5").outline
    inside = {
        id_
        for id_ in ("margaret", "jade", "sean", "ellie", "kian")
        if contains(outline, (picture.node(id_).x + 69, picture.node(id_).y + 46))
    }
    assert inside == {"margaret", "ellie", "kian"}


def test_a_home_goes_round_a_brother_who_lives_elsewhere() -> None:
    ids = ("a", "b", "c")
    family = Family(
        people=(
            person("mum", "Mum", Symbol.WOMAN),
            *(person(id_, id_, Symbol.MAN, str(n)) for n, id_ in enumerate(ids)),
        ),
        unions=(MapUnion(partners=("mum",), children=tuple(MapChild(person=id_) for id_ in ids)),),
        homes=(MapHome(id="h", label="Home", members=("a", "c")),),
    )
    picture = lay_out(family)

    found = scores(family, picture, Sizes())

    assert (found.enclose, found.left_out) == (0, 0)
    assert [n.id for n in sorted(picture.nodes, key=lambda n: n.x) if n.id in ids] == list(ids)


@pytest.mark.parametrize("seed", range(20))
def test_an_outline_is_one_line_that_never_touches_itself(seed: int) -> None:
    picture = lay_out(random_family(seed, 20))

    for node in picture.nodes:
        if node.outline:
            assert len(set(node.outline)) == len(node.outline)
            assert len(node.outline) >= 4


def test_a_home_where_nobody_shown_lives_is_not_drawn() -> None:
    family = Family(
        people=(person("p", "Ash", Symbol.MAN),),
        homes=(MapHome(id="h", label="Home", members=("hidden",)),),
    )

    picture = lay_out(family)

    assert [node.id for node in picture.nodes] == ["p"]
