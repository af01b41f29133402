"""The household picture as SVG."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from app.documents.family_map_svg import family_map_svg
from app.documents.map_style import Theme, read_theme
from app.family_map.family import ChildKind, Family, MapTie, Symbol, TieState
from app.family_map.lay_out import lay_out
from app.family_map.notation import read_notation
from app.family_map.ways import LETTERS
from tests.app.family_map.families import agency, blended, kinship, person
from tests.app.map_words import map_words

SVG = "{http://www.w3.org/2000/svg}"


def drawn(family: Family, theme: Theme | None = None) -> ElementTree.Element:
    """Return the parsed drawing of a family."""
    text = family_map_svg(lay_out(family), family, map_words(), theme or read_theme())
    return ElementTree.fromstring(text)  # noqa: S314 - our own output


def texts(root: ElementTree.Element) -> list[str]:
    """Return every line of text."""
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_the_drawing_has_a_title_a_description_and_the_role_of_an_image() -> None:
    root = drawn(blended())

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title desc"
    assert root.findtext(f"{SVG}title") == map_words().title
    assert root.findtext(f"{SVG}desc") == map_words().description


def test_words_are_text_and_everybody_is_named() -> None:
    root = drawn(blended())

    assert {p.name for p in blended().people} <= set(texts(root))
    assert "12 Saltmarsh Row" in texts(root)
    assert "Drawn 22 November 2026" in texts(root)


def test_the_legend_explains_what_is_drawn_and_nothing_else() -> None:
    found = texts(drawn(kinship()))

    assert {"Said no", "Changed their mind", "Special guardian", "Has died"} <= set(found)
    assert not {"Adopted", "Married", "Law allows it", "Not born yet"} & set(found)


def test_names_that_look_like_markup_are_only_names() -> None:
    family = Family(people=(person("p", "<b>&Co", Symbol.OTHER),))

    root = drawn(family)

    assert "<b>&Co" in texts(root)


def test_every_state_has_its_own_words_and_badge_and_refusal_is_not_alarming() -> None:
    notation = read_notation()

    styles = list(notation.sharing.values())
    assert len({style.badge for style in styles}) == len(TieState)
    assert notation.sharing[TieState.REFUSED].colour == "muted"
    assert {len(s.pattern) for s in styles} == {0, 2}


def test_a_line_that_may_be_shared_is_solid_and_one_that_may_not_is_broken() -> None:
    family = Family(
        people=(person("p", "Ash Fern", Symbol.MAN),), agencies=(agency("a", "School", "edu"),)
    )
    broken = {}
    for state in TieState:
        tied = replace(family, ties=(MapTie(person="p", agency="a", state=state, words=""),))
        about = f"Ash Fern – School, {map_words().states[state]}"
        line = next(g for g in drawn(tied).iter(f"{SVG}g") if g.findtext(f"{SVG}title") == about)
        path = line.find(f"{SVG}path")
        assert path is not None
        broken[state] = path.get("stroke-dasharray") is not None

    assert {state for state, is_broken in broken.items() if not is_broken} == {
        TieState.GIVEN,
        TieState.NARROWED,
        TieState.OTHER_LAW,
    }


def test_every_colour_comes_from_the_theme() -> None:
    theme = read_theme("dark")

    root = drawn(blended(), theme)

    used = {e.get(name) for e in root.iter() for name in ("fill", "stroke")} - {None, "none"}
    assert used <= set(theme.colours.values())


def test_the_same_picture_gives_the_same_text() -> None:
    family = blended()
    picture = lay_out(family)

    once = family_map_svg(picture, family, map_words(), read_theme())
    again = family_map_svg(picture, family, map_words(), read_theme())

    assert once == again


def test_nothing_is_drawn_beyond_the_edge() -> None:
    root = drawn(blended())

    width = float(root.get("width", "0"))
    assert all(float(text.get("x", "0")) < width for text in root.iter(f"{SVG}text"))


def test_the_notation_and_the_layout_agree_on_letters() -> None:
    notation = read_notation()

    assert {kind: style.letter for kind, style in notation.children.items()} == LETTERS
    assert set(LETTERS) == set(ChildKind)


def test_an_unknown_notation_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read_notation("no_such_profile")
