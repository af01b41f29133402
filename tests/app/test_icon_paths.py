"""Icons read from SVG files into plain lines and curves."""

from __future__ import annotations

from importlib.resources import files

import pytest

from app.documents.icon_paths import GRID, circle, icon_steps, moved, rectangle

NAMES = sorted(
    file.name.removesuffix(".svg")
    for file in files("resources").joinpath("icons").iterdir()
    if file.name.endswith(".svg")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_bundled_icon_stays_on_its_square(name: str) -> None:
    steps = icon_steps(name)

    assert steps
    assert steps[0][0] == "M"
    assert all(-1 <= value <= GRID + 1 for _, numbers in steps for value in numbers)


def test_an_icon_that_is_not_there_is_nothing() -> None:
    assert icon_steps("no-such-icon") == ()


def test_a_name_that_is_a_path_reads_no_file() -> None:
    assert icon_steps("../themes/light") == ()


def test_a_circle_touches_its_four_sides() -> None:
    ends = [numbers[-2:] for kind, numbers in circle(10, 10, 4) if kind in "MC"]

    assert ends == [(6, 10), (10, 6), (14, 10), (10, 14), (6, 10)]


def test_moving_scales_about_nought_first() -> None:
    found = moved(rectangle(1, 2, 3, 4), 10, 20, 2)

    assert [numbers for kind, numbers in found if kind != "Z"] == [
        (12, 24),
        (18, 24),
        (18, 32),
        (12, 32),
    ]
