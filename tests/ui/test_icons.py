"""Icons: all can be drawn, in the theme's colour, sharp at every scale."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ui.icons import icon, icon_names, icon_pixmap
from ui.theme import Look, current_theme

ROOT = Path(__file__).parents[2]


def inked(image: QImage) -> set[str]:
    """Return the colours of the pixels that are wholly covered."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    pixels = (image.pixelColor(x, y) for x, y in points)
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    pixmap = icon_pixmap(name, "stop", 18, ratio=3.0)

    assert inked(pixmap.toImage()) == {current_theme().colour("stop").name()}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_picture_has_the_pixels_of_its_screen(qapp: QApplication, ratio: float) -> None:
    pixmap = icon_pixmap("house", "text2", 20, ratio=ratio)

    assert pixmap.size() == QSize(round(20 * ratio), round(20 * ratio))
    assert pixmap.devicePixelRatio() == ratio


def test_a_picture_is_kept_until_the_theme_changes(qapp: QApplication) -> None:
    theme = current_theme()
    first = icon_pixmap("house", "text", 18, ratio=1.0)
    kept = icon_pixmap("house", "text", 18, ratio=1.0)
    theme.use(look=Look.DARK)
    dark = icon_pixmap("house", "text", 18, ratio=1.0)
    theme.use(look=Look.LIGHT)

    assert kept.cacheKey() == first.cacheKey()
    assert dark.cacheKey() != first.cacheKey()


def test_an_icon_has_a_picture_for_fine_screens_and_room_before_words(qapp: QApplication) -> None:
    made = icon("send", "onprimary", 18, gap=6)

    fine = made.pixmap(QSize(24, 18), 2.0)
    assert fine.size() == QSize(48, 36)


def test_every_icon_named_in_the_program_is_bundled() -> None:
    named = set()
    for path in (ROOT / "ui").rglob("*.py"):
        text = path.read_text("utf-8")
        named |= set(re.findall(r'icon_name="([a-z0-9-]+)"', text))
        named |= set(re.findall(r'IconButton\("([a-z0-9-]+)"', text))
    for path in (ROOT / "resources" / "notation").glob("*.toml"):
        text = path.read_text("utf-8")
        named |= set(re.findall(r'^(?:icon|badge) = "([a-z0-9-]+)"', text, re.MULTILINE))

    assert len(named) > 15
    assert named <= set(icon_names())


def test_the_licence_of_the_icons_lies_beside_them() -> None:
    text = (files("resources") / "icons" / "LICENSE").read_text("utf-8")

    assert "ISC License" in text
    assert "The MIT License (MIT)" in text
