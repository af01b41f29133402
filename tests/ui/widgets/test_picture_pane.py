"""The picture with its legend: names to be read in every window, and the button that explains."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ids import HouseholdId
from tests.ui.desk_builders import OpenDesk, open_desk
from ui.pages.picture_pane import PicturePane
from ui.theme import current_theme
from ui.widgets.map_fit import AgencyLook, PersonLook
from ui.widgets.map_signs import SignsDialog

FAMILIES = ("family-a", "family-b", "family-c")
ROOMS = ((838, 610), (982, 480), (1348, 790))  # windows of 1440x900, 1366x768 and 1920x1080


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[OpenDesk]:
    with open_desk(qtbot) as open_:
        yield open_


@pytest.fixture
def pane(qtbot: QtBot) -> PicturePane:
    pane = PicturePane()
    qtbot.addWidget(pane)
    pane.resize(1300, 610)
    pane.show()
    return pane


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("room", ROOMS)
def test_every_name_can_be_read_in_an_ordinary_window(
    desk: OpenDesk, pane: PicturePane, family: str, room: tuple[int, int]
) -> None:
    pane.resize(*room)

    pane.show_family(desk.presented(HouseholdId(family)))

    state = pane.view._state
    assert state.people >= PersonLook.NAME
    assert state.agencies >= AgencyLook.WORDS_AND_ICON
    assert state.letters(12) * pane.view.zoom >= 12 - 0.01


def test_the_strip_explains_only_the_lines_shown_now(desk: OpenDesk, pane: PicturePane) -> None:
    pane.show_family(desk.presented(HouseholdId("family-b")))

    pane.select("B5")

    words = [sample.words for sample in pane.legend.samples()]
    assert words == ["Agreed", "Separated", "Step-parent"]


def test_the_button_explains_everything_else(
    desk: OpenDesk, pane: PicturePane, qtbot: QtBot
) -> None:
    pane.show_family(desk.presented(HouseholdId("family-b")))

    qtbot.mouseClick(pane.signs_button, Qt.MouseButton.LeftButton)

    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, SignsDialog)]
    words = [s.words for group in found[0].groups for s in group.samples()]
    assert {"Agreed", "Not asked", "Child", "Live together", "Woman or girl"} <= set(words)
    found[0].close()


def test_a_narrow_window_leaves_the_explaining_to_the_button(
    desk: OpenDesk, pane: PicturePane
) -> None:
    pane.show_family(desk.presented(HouseholdId("family-b")))
    wide = pane.legend.isVisible()

    pane.resize(1100, 610)

    assert wide
    assert not pane.legend.isVisible()
    assert pane.signs_button.isVisible()


def test_larger_letters_need_a_wider_window_for_the_strip(
    desk: OpenDesk, pane: PicturePane, qtbot: QtBot
) -> None:
    pane.show_family(desk.presented(HouseholdId("family-b")))

    current_theme().use(text_percent=150)

    button = pane.signs_button
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    assert not pane.legend.isVisible()
