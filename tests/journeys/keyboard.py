"""Somebody at the keyboard with no mouse: Tab, arrows, Space, Enter and letters, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
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
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key."""
        self.qtbot.keyClick(self.here, key, modifier)

    def to(self, name: str) -> QWidget:
        """Press Tab until the focus is in what has this name."""
        passed: list[str] = []
        for _ in range(FAR):
            here = self.here
            if called(here) in (name, f"{name} (optional)"):
                return here
            passed.append(called(here))
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name!r}: {list(dict.fromkeys(passed))}")

    def type(self, name: str, text: str) -> None:
        """Go to a field and type a text in place of what is there."""
        field = self.to(name)
        assert isinstance(field, QLineEdit | QPlainTextEdit), f"{name} is no field for text"
        self.press(Qt.Key.Key_A, CONTROL)
        self.press(Qt.Key.Key_Delete)
        for character in text:
            self.letter(character)

    def letter(self, character: str) -> None:
        """Type one character, whatever key a keyboard has for it."""
        if character == "\n":
            self.press(Qt.Key.Key_Return)
        elif character.isascii():
            self.qtbot.keyClicks(self.here, character)
        else:  # the test keyboard of Qt has no such key
            none = Qt.KeyboardModifier.NoModifier
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.here, QKeyEvent(kind, 0, none, character))

    def choose(self, name: str, option: str) -> None:
        """Go to a list and press Down until it says what is meant."""
        field = self.to(name)
        assert isinstance(field, QComboBox), f"{name} is no list to choose from"
        self.press(Qt.Key.Key_Home)
        texts = [field.itemText(n) for n in range(field.count())]
        wanted = (
            option
            if option in texts
            else next((text for text in texts if text.startswith(option)), option)
        )
        for _ in range(field.count()):
            if field.currentText() == wanted:
                self.qtbot.wait(1)  # what depends on it is shown once the program comes round
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{name} does not offer {option!r}: {texts}")

    def tick(self, *names: str) -> None:
        """Go to each box and press Space, unless it is ticked already."""
        for name in names:
            box = self.to(name)
            assert isinstance(box, QAbstractButton), f"{name} is nothing to tick"
            if not box.isChecked():
                self.press(Qt.Key.Key_Space)

    def pick_one(self, name: str) -> None:
        """Go to round buttons of which one has this name, and press Down until it is picked."""
        passed: list[str] = []
        for _ in range(FAR):
            here = self.here
            others = _round_buttons_with(here)
            if name in (called(other) for other in others):
                break
            passed.append(called(here))
            self.press(Qt.Key.Key_Tab)
        else:
            raise AssertionError(f"no round button {name!r}: {list(dict.fromkeys(passed))}")
        self.press(Qt.Key.Key_Space)
        for _ in others:
            here = self.here
            if called(here) == name and isinstance(here, QRadioButton) and here.isChecked():
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"Down never came to {name!r}")

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
        self.qtbot.wait(1)  # what it adds is shown once the program comes round

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


def _round_buttons_with(widget: QWidget) -> list[QAbstractButton]:
    group = widget.group() if isinstance(widget, QRadioButton) else None
    return list(group.buttons()) if group is not None else []
