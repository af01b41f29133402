"""Somebody at the keyboard with no mouse: Tab, arrows, Space, Enter and letters, nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FAR = 160  # presses of Tab within which everything is reached


class Keyboard:
    """Presses keys in whatever has the focus, as the only way to do anything."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot

    @property
    def here(self) -> QWidget:
        """Return what keys go to now."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert isinstance(found, QWidget), "the focus is nowhere"
        return found

    def press(
        self, key: Qt.Key, times: int = 1, modifier: Qt.KeyboardModifier | None = None
    ) -> None:
        """Press a key."""
        for _ in range(times):
            if modifier is None:
                self.qtbot.keyClick(self.here, key)
            else:
                self.qtbot.keyClick(self.here, key, modifier)

    def to(self, name: str) -> QWidget:
        """Press Tab until the focus is in what has this name."""
        passed: list[str] = []
        for _ in range(FAR):
            here = self.here
            if called(here) == name:
                return here
            passed.append(called(here))
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name!r}: {passed}")

    def type(self, name: str, text: str) -> None:
        """Go to a field and type a text in place of what is there."""
        field = self.to(name)
        assert isinstance(field, QLineEdit | QPlainTextEdit), f"{name} is no field for text"
        self.press(Qt.Key.Key_A, modifier=CONTROL)
        self.press(Qt.Key.Key_Delete)
        self.qtbot.keyClicks(self.here, text)

    def choose(self, name: str, option: str) -> None:
        """Go to a list and press Down until it says what is meant."""
        field = self.to(name)
        assert isinstance(field, QComboBox), f"{name} is no list to choose from"
        self.press(Qt.Key.Key_Home)
        for _ in range(field.count()):
            if field.currentText().startswith(option):
                return
            self.press(Qt.Key.Key_Down)
        offered = [field.itemText(n) for n in range(field.count())]
        raise AssertionError(f"{name} does not offer {option!r}: {offered}")

    def tick(self, *names: str) -> None:
        """Go to each box and press Space, unless it is ticked already."""
        for name in names:
            box = self.to(name)
            assert isinstance(box, QAbstractButton), f"{name} is nothing to tick"
            if not box.isChecked():
                self.press(Qt.Key.Key_Space)

    def untick(self, *names: str) -> None:
        """Go to each box and press Space if it is ticked."""
        for name in names:
            box = self.to(name)
            assert isinstance(box, QAbstractButton), f"{name} is nothing to tick"
            if box.isChecked():
                self.press(Qt.Key.Key_Space)

    def push(self, name: str) -> None:
        """Go to a button and press Space."""
        button = self.to(name)
        assert isinstance(button, QAbstractButton), f"{name} is no button"
        self.press(Qt.Key.Key_Space)

    def pick(self, button: str, text: str) -> None:
        """Open the menu of a button and choose from it."""
        self.push(button)
        self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        menu = self.here
        assert isinstance(menu, QMenu)
        for _ in range(2 * len(menu.actions())):
            self.press(Qt.Key.Key_Down)
            if menu.activeAction().text() == text:
                self.press(Qt.Key.Key_Return)
                return
        raise AssertionError(f"not in the menu: {text}")


def called(widget: QWidget) -> str:
    """Return what a screen reader calls something."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
