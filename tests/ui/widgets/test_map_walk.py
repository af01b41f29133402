"""Where the arrow keys lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.family_map.family import ChildKind, MapCarer
from tests.ui.widgets.families import an_ash_family, its_picture
from ui.widgets.map_walk import Way, next_to, reading_order


def test_people_come_before_agencies_and_rows_before_columns() -> None:
    order = reading_order(its_picture())

    assert order == ("robin", "sam", "alex", "kim", "school", "gp")


def test_a_carer_is_above_a_child_without_parents() -> None:
    family = replace(
        an_ash_family(),
        unions=(),
        carers=(MapCarer(carer="sam", child="alex", kind=ChildKind.KINSHIP),),
    )

    up = next_to(family, its_picture(), "alex", Way.UP)
    down = next_to(family, its_picture(), "sam", Way.DOWN)

    assert (up, down) == ("sam", "alex")


def test_place_decides_where_nobody_is_related() -> None:
    family = replace(an_ash_family(), unions=())

    up = next_to(family, its_picture(), "kim", Way.UP)

    assert up == "robin"


def test_a_parent_who_may_not_be_seen_is_passed_over() -> None:
    picture = its_picture()
    without = replace(picture, nodes=tuple(n for n in picture.nodes if n.id != "robin"))

    up = next_to(an_ash_family(), without, "alex", Way.UP)

    assert up == "sam"


@pytest.mark.parametrize("way", list(Way))
def test_everybody_can_be_reached_and_nobody_is_a_trap(way: Way) -> None:
    family, picture = an_ash_family(), its_picture()

    ends = {next_to(family, picture, id_, way) for id_ in reading_order(picture)}

    assert ends <= set(reading_order(picture))
    reached = {next_to(family, picture, id_, one) for id_ in reading_order(picture) for one in Way}
    assert reached == set(reading_order(picture))
