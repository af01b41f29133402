"""Steps of the tests of family mode: turning the screen, and typing on the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk_builders import OpenDesk, settle
from ui.windows.family_window import FamilyWindow
from ui.windows.main_window import MainWindow

WRONG = ("1", "22", "333", "4444", "5555")


def press_f9(office: OpenDesk, window: MainWindow) -> FamilyWindow:
    office.qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F9)
    settle(office.qtbot, office.desk)
    assert window.family.screen is not None
    return window.family.screen


def give(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    """Press the quiet way back, type something, and wait for the answer."""
    type_in(qtbot, window, typed)
    settle(qtbot, window.desk)


def type_in(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    """Press the quiet way back and type something."""
    screen = window.family.screen
    assert screen is not None
    screen.back_button.click()
    settle(qtbot, window.desk)
    qtbot.waitUntil(lambda: screen.way_back.typed.isEnabled())
    qtbot.keyClicks(screen.way_back.typed, typed)
    qtbot.keyClick(screen.way_back.typed, Qt.Key.Key_Return)
