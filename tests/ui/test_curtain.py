"""Windows behind the curtain: hidden, not told of it, and put back in their order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk_builders import show
from tests.ui.spoken import windows_on_screen
from ui.windows.curtain import Curtain

pytestmark = pytest.mark.timeout(30)


class Counting(QDialog):
    """A form that counts how often it is told that it is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = 0
        self.first, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.told += 1


@pytest.fixture
def desk(qtbot: QtBot) -> QMainWindow:
    """Give a window that is on the screen."""
    desk = QMainWindow()
    qtbot.addWidget(desk)
    show(qtbot, desk)
    return desk


@pytest.fixture
def front(qtbot: QtBot) -> QWidget:
    """Give the one window that may be seen."""
    front = QWidget()
    qtbot.addWidget(front)
    return front


@pytest.fixture
def curtain() -> Iterator[Curtain]:
    curtain = Curtain()
    yield curtain
    QApplication.instance().removeEventFilter(curtain)  # type: ignore[union-attr]


def opened(qtbot: QtBot, parent: QWidget) -> Counting:
    form = Counting(parent)
    form.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)
    return form


def turn(qtbot: QtBot, curtain: Curtain, front: QWidget) -> None:
    curtain.draw()
    curtain.stand_before(front)
    show(qtbot, front)


def test_a_window_that_is_put_back_is_not_told_of_it(
    qtbot: QtBot, curtain: Curtain, desk: QMainWindow, front: QWidget
) -> None:
    form = opened(qtbot, desk)
    form.second.setFocus()
    turn(qtbot, curtain, front)

    curtain.lift()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)

    assert form.told == 1
    assert form.second.hasFocus()


def test_forms_on_forms_come_back_in_their_order(
    qtbot: QtBot, curtain: Curtain, desk: QMainWindow, front: QWidget
) -> None:
    lower = opened(qtbot, desk)
    upper = opened(qtbot, lower)
    turn(qtbot, curtain, front)
    hidden = windows_on_screen()

    curtain.lift()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is upper)

    assert hidden == [front]
    assert QApplication.activeModalWidget() is upper
    assert all(window.isVisible() for window in (desk, lower, upper))
    assert not front.isVisible()


def test_a_form_that_ended_behind_the_curtain_stays_away(
    qtbot: QtBot, curtain: Curtain, desk: QMainWindow, front: QWidget
) -> None:
    ended, left = opened(qtbot, desk), opened(qtbot, desk)
    turn(qtbot, curtain, front)

    ended.accept()
    left.deleteLater()
    qtbot.wait(20)
    curtain.lift()

    assert not ended.isVisible()
    assert windows_on_screen() == [desk]


def test_a_form_that_opens_behind_the_curtain_is_seen_when_it_is_lifted(
    qtbot: QtBot, curtain: Curtain, desk: QMainWindow, front: QWidget
) -> None:
    turn(qtbot, curtain, front)
    late = Counting(desk)
    late.open()
    qtbot.waitUntil(lambda: not late.isVisible())

    curtain.lift()

    assert late.isVisible()
    assert QApplication.activeModalWidget() is late


def test_afterwards_windows_open_as_ever(
    qtbot: QtBot, curtain: Curtain, desk: QMainWindow, front: QWidget
) -> None:
    turn(qtbot, curtain, front)
    curtain.lift()

    form = opened(qtbot, desk)

    assert form.isVisible()
    assert form.told == 1
