"""The navigation: a list with words for its badges."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import current_theme
from ui.widgets.navigation import BADGE, Navigation, Place, PlacesModel

PLACES = (
    Place(key="today", text="Today", icon="calendar"),
    Place(key="families", text="Families", icon="users"),
    Place(key="requests", text="Requests", icon="send", badge="3 due"),
)


@pytest.fixture
def navigation(qtbot: QtBot) -> Iterator[Navigation]:
    navigation = Navigation(PLACES, name="Where to go")
    qtbot.addWidget(navigation)
    navigation.resize(220, 200)
    navigation.show()
    qtbot.waitExposed(navigation)
    yield navigation
    current_theme().use(text_percent=100)


def test_the_model_keeps_qts_rules(qapp: QApplication) -> None:
    model = PlacesModel(PLACES)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.set_badge("today", "2 visits")

    assert tester.model() is model
    assert model.index(0).data(BADGE) == "2 visits"
    with pytest.raises(KeyError):
        model.row_of("nowhere")


def test_a_screen_reader_finds_a_list_with_badges_in_words(navigation: Navigation) -> None:
    interface = QAccessible.queryAccessibleInterface(navigation)

    items = [interface.child(nth) for nth in range(interface.childCount())]

    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Where to go"
    assert [item.text(QAccessible.Text.Name) for item in items] == [
        "Today",
        "Families",
        "Requests, 3 due",
    ]
    assert items[0].role() == QAccessible.Role.ListItem


def test_moving_by_keys_is_choosing(navigation: Navigation, qtbot: QtBot) -> None:
    navigation.choose("today")

    with qtbot.waitSignal(navigation.chosen) as heard:
        qtbot.keyClick(navigation, Qt.Key.Key_Down)

    assert heard.args == ["families"]


def test_a_click_chooses(navigation: Navigation, qtbot: QtBot) -> None:
    where = navigation.visualRect(navigation.model().index(2, 0)).center()

    with qtbot.waitSignal(navigation.chosen) as heard:
        qtbot.mouseClick(navigation.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert heard.args == ["requests"]


def test_rows_are_44_high_and_grow_with_the_text(navigation: Navigation) -> None:
    before = navigation.sizeHint().height()

    current_theme().use(text_percent=200)

    assert before == 3 * 48
    assert navigation.sizeHint().height() == 3 * 92


def test_narrow_navigation_shows_icons_and_keeps_its_names(navigation: Navigation) -> None:
    wide = navigation.grab().toImage()

    navigation.set_compact(True)

    assert navigation.grab().toImage() != wide
    interface = QAccessible.queryAccessibleInterface(navigation)
    assert interface.child(2).text(QAccessible.Text.Name) == "Requests, 3 due"
