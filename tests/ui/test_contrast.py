"""Every pair of colours that is put together, in both themes (WCAG 2.2 AA)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.theme import HOME_TINT, TINT, read_tokens

Colour = tuple[float, float, float]

ROOT = Path(__file__).parents[2]
THEMES = ("light", "dark")
SECTORS = ("health", "edu", "justice", "housing", "work", "social")

TEXT = [
    *(
        ("text", ground)
        for ground in (
            "surface",
            "window",
            "side",
            "sunken",
            "canvas",
            "soft",
            "infobg",
            "warnbg",
            "stopbg",
            "okbg",
        )
    ),
    *(
        ("text2", ground)
        for ground in ("surface", "window", "side", "sunken", "canvas", "soft", "infobg", "warnbg")
    ),
    ("primary", "surface"),
    ("primary", "window"),
    ("onprimary", "primary"),
    ("onprimary", "primary_h"),
    ("soft", "onsoft"),
    ("onsoft", "soft"),
    *((tone, f"{tone}bg") for tone in ("ok", "warn", "stop", "info", "muted")),
    *((tone, "surface") for tone in ("ok", "warn", "stop", "info", "muted")),
    ("stop", "window"),
]
MARKS = [
    *(("control", ground) for ground in ("surface", "window", "canvas", "soft", "sunken")),
    *(
        ("focus", ground)
        for ground in ("surface", "window", "side", "soft", "canvas", "sunken", "stopbg")
    ),
    *((tone, "canvas") for tone in ("ok", "warn", "stop", "info", "muted")),
    ("stop", "sunken"),
    *((sector, ground) for sector in SECTORS for ground in ("surface", "canvas")),
]


def colour(code: str) -> Colour:
    return (int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16))


def over(front: Colour, back: Colour, alpha: float) -> Colour:
    mixed = [f * alpha / 255 + b * (1 - alpha / 255) for f, b in zip(front, back, strict=True)]
    return (mixed[0], mixed[1], mixed[2])


def luminance(one: Colour) -> float:
    linear = [
        c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in one
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: Colour, other: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(theme: str) -> dict[str, Colour]:
    return {token: colour(code) for token, code in read_tokens(theme).items()}


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read_on_their_ground(theme: str) -> None:
    known = colours(theme)

    found = {pair: ratio(known[pair[0]], known[pair[1]]) for pair in TEXT}

    assert {pair: value for pair, value in found.items() if value < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_lines_and_icons_can_be_told_from_their_ground(theme: str) -> None:
    known = colours(theme)

    found = {pair: ratio(known[pair[0]], known[pair[1]]) for pair in MARKS}

    assert {pair: value for pair, value in found.items() if value < 3.0} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_lines_and_words_stand_out_on_a_tinted_home(theme: str) -> None:
    known = colours(theme)

    home = over(known["soft"], known["canvas"], HOME_TINT)

    assert ratio(known["onsoft"], home) >= 4.5
    lines = ("control", "ok", "warn", "stop", "info", "muted", "primary")
    assert all(ratio(known[one], home) >= 3.0 for one in lines)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sector", SECTORS)
def test_a_sectors_icon_stands_out_on_its_own_tint(theme: str, sector: str) -> None:
    known = colours(theme)

    disc = over(known[sector], known["surface"], TINT)

    assert ratio(known[sector], disc) >= 3.0


def test_both_themes_have_the_same_colours() -> None:
    light, dark = (read_tokens(theme) for theme in THEMES)

    assert light.keys() == dark.keys()
    assert len(light) == 32


def test_colours_are_written_in_the_theme_files_only() -> None:
    places = [
        path
        for folder, ending in (("app", "*.py"), ("ui", "*.py"), ("resources", "*.toml"))
        for path in (ROOT / folder).rglob(ending)
        if path.parent != ROOT / "resources" / "themes"
    ]
    hex_colour = re.compile(r"""["'\s:]#[0-9A-Fa-f]{6}\b|["']#[0-9A-Fa-f]{3}["']""")

    found = [str(path) for path in places if hex_colour.search(path.read_text("utf-8"))]

    assert len(places) > 40
    assert found == []
