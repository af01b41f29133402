"""Where the inspector is: beside the page, over it but under the header, or over it all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desk_builders import FAMILY_A, OpenDesk, open_window, settle
from ui.theme import current_theme

pytestmark = pytest.mark.timeout(60)


@pytest.mark.parametrize(
    ("width", "height", "text", "floating", "below_header"),
    [
        (1440, 900, 100, False, False),
        (1366, 768, 100, False, False),
        (1366, 768, 150, True, True),
        (1093, 534, 200, True, False),  # below the header it would be a slit
    ],
)
def test_the_inspector_leaves_free_what_it_can(
    office: OpenDesk,
    tmp_path: Path,
    width: int,
    height: int,
    text: int,
    floating: bool,
    below_header: bool,
) -> None:
    current_theme().use(text_percent=text)
    window = open_window(office, tmp_path, FAMILY_A, size=(width, height))
    page = window.household
    page.choose("A4")
    settle(office.qtbot, office.desk)

    side, header = page.inspector.geometry(), page.header.geometry()

    assert page.side.floating is floating
    assert page.inspector.isVisible()
    assert side.intersects(header) is (floating and not below_header)
    assert side.intersects(page.pages.geometry()) is (floating and not below_header)
    assert side.bottom() == page.rect().bottom()
    assert side.right() == page.rect().right()


def test_escape_gives_the_page_its_place_back(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    current_theme().use(text_percent=150)
    window = open_window(office, tmp_path, FAMILY_A, size=(1366, 768))
    window.household.choose("A4")
    assert window.household.inspector.isVisible()

    qtbot.keyClick(window.household.inspector, Qt.Key.Key_Escape)

    assert not window.household.inspector.isVisible()
    qtbot.waitUntil(lambda: window.household.pages.width() == window.household.width())
