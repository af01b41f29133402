"""Patterns and badges: enough to tell the states apart on a photocopy."""

from __future__ import annotations

import pytest

from app.family_map.family import ChildKind, CoupleKind, TieState
from app.family_map.notation import read_notation
from ui.icons import icon_names
from ui.theme import read_tokens
from ui.widgets.map_style import NOTATION, SOLID

MAY = {TieState.GIVEN, TieState.NARROWED, TieState.OTHER_LAW}
NO_LONGER = {TieState.EXPIRED, TieState.WITHDRAWN, TieState.SUPERSEDED}


def test_the_pattern_alone_answers_whether_something_may_be_shared() -> None:
    patterns = {state: style.pattern for state, style in NOTATION.sharing.items()}

    solid = {state for state, pattern in patterns.items() if pattern == SOLID}
    was = {patterns[state] for state in NO_LONGER}
    never = {patterns[state] for state in set(TieState) - MAY - NO_LONGER}
    assert solid == MAY
    assert len(was) == len(never) == 1
    assert was != never


def test_every_state_has_a_badge_of_its_own_that_is_bundled() -> None:
    badges = [style.badge for style in NOTATION.sharing.values()]

    assert len(set(badges)) == len(TieState)
    assert set(badges) <= set(icon_names())


def test_colours_are_of_the_theme_and_a_no_is_neutral() -> None:
    inks = {style.colour for style in NOTATION.sharing.values()}

    assert inks <= set(read_tokens("light"))
    assert NOTATION.sharing[TieState.REFUSED].colour == "muted"


def test_family_lines_never_look_like_sharing_lines() -> None:
    sharing = {style.pattern for style in NOTATION.sharing.values()} - {SOLID}

    family = {style.pattern for style in NOTATION.couples.values()}
    family |= {style.pattern for style in NOTATION.children.values()}
    family -= {SOLID}

    assert family.isdisjoint(sharing)
    assert set(NOTATION.couples) == set(CoupleKind)
    assert set(NOTATION.children) == set(ChildKind)
    assert NOTATION.couples[CoupleKind.DIVORCED].slashes == 2


def test_a_profile_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(FileNotFoundError):
        read_notation("nowhere")
