"""The parts of a laid-out family: tiles, homes, lines, and what the JSON says of them."""

from __future__ import annotations

import json
from itertools import combinations, pairwise

from app.family_map.as_json import picture_json
from app.family_map.family import (
    Family,
    MapHome,
    Symbol,
    TieState,
)
from app.family_map.lay_out import lay_out
from app.family_map.picture import LineKind, Picture
from app.family_map.scores import scores
from app.family_map.sizes import label_width
from tests.app.family_map.drawn_families import SIZES, faults
from tests.app.family_map.families import (
    agency,
    blended,
    kinship,
    person,
    random_family,
    tie,
)


def test_an_empty_family_is_an_empty_picture() -> None:
    picture = lay_out(Family(people=()))

    assert picture == Picture(width=0.0, height=0.0, nodes=(), lines=())


def test_agencies_alone_are_still_drawn() -> None:
    family = Family(people=(), agencies=(agency("a", "School", "edu"), agency("b", "GP", "health")))

    picture = lay_out(family)

    assert {node.id for node in picture.nodes} == {"a", "b"}
    assert scores(family, picture, SIZES).overlap == 0


def test_one_person_with_twenty_agencies_has_twenty_lines_that_keep_apart() -> None:
    family = Family(
        people=(person("p", "Ash Fern", Symbol.OTHER),),
        agencies=tuple(agency(f"a{n}", f"Agency {n}", "work") for n in range(20)),
        ties=tuple(tie("p", f"a{n}", TieState.GIVEN) for n in range(20)),
    )

    picture = lay_out(family)

    badges = [line.badge_at for line in picture.lines if line.badge_at is not None]
    assert len(badges) == 20
    assert faults(scores(family, picture, SIZES)) == {}
    assert all(
        abs(one[0] - other[0]) > 24 or abs(one[1] - other[1]) >= 24
        for one, other in combinations(badges, 2)
    )


def test_people_under_a_long_name_get_a_taller_tile() -> None:
    family = Family(people=(person("p", "Bernadette Featherstonehaugh Okonkwo", Symbol.WOMAN),))

    node = lay_out(family).node("p")

    assert node.height > SIZES.person_height


def test_a_label_wider_than_its_home_makes_the_home_wider() -> None:
    home = MapHome(id="h", label="The Old Lighthouse Keeper’s Cottage by the Sea", members=("p",))
    family = Family(people=(person("p", "Ash Fern", Symbol.MAN),), homes=(home,))

    node = lay_out(family).node("h")

    assert node.label_at is not None
    assert node.width > label_width(home.label, SIZES)
    assert node.label_at[0] + label_width(home.label, SIZES) < node.x + node.width


def test_a_child_of_two_homes_lies_inside_both() -> None:
    picture = lay_out(blended())

    for home in ("h1", "h2"):
        outline = picture.node(home).outline
        leo = picture.node("leo")
        assert min(x for x, _ in outline) < leo.x
        assert max(x for x, _ in outline) > leo.x + leo.width


def test_family_lines_never_carry_a_badge_and_sharing_lines_always_do() -> None:
    picture = lay_out(blended())

    assert all(
        (line.badge_at is not None) == (line.kind is LineKind.SHARING) for line in picture.lines
    )


def test_every_line_runs_level_or_upright() -> None:
    picture = lay_out(random_family(4, 30, 12))

    for line in picture.lines:
        for (x1, y1), (x2, y2) in pairwise(line.points):
            assert x1 == x2 or y1 == y2


def test_step_parents_and_guardians_have_lettered_lines() -> None:
    letters = {line.letter for line in lay_out(blended()).lines + lay_out(kinship()).lines}

    assert letters == {"", "S", "SG", "KC"}


def test_the_json_names_every_node_and_what_every_line_means() -> None:
    family = blended()

    found = picture_json(lay_out(family), family)

    text = json.loads(json.dumps(found))
    assert {node["name"] for node in text["nodes"]} >= {
        "Dana Whitfield",
        "CAMHS",
        "12 Saltmarsh Row",
    }
    assert {line["state"] for line in text["lines"] if line["kind"] == "sharing"} >= {
        "given",
        "refused",
    }
    assert {line["letter"] for line in text["lines"] if line["kind"] == "carer"} == {"S"}
