"""What every window owes everybody: names, room for fingers, a way for Tab, and no word cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.desk_builders import show_dialog
from ui.theme import current_theme
from ui.widgets.buttons import LinkButton
from ui.widgets.fields import NoteField
from ui.widgets.sharing_row import SharingRow
from ui.widgets.ticks import Pick

W = TypeVar("W", bound=QWidget)

FINGER, LINK = 40, 24  # pixels
SCREENS = ((1440, 900), (1366, 768), (1093, 534))
TEXTS = (100, 150, 200)  # per cent
TOUCHED = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTabBar, SharingRow)
SPOKEN_TEXT = QAccessible.Text.Name


def seen(root: QWidget, kind: type[W]) -> Iterator[W]:
    """Yield every widget of a kind that is shown in a window, but no part of another widget."""
    for widget in root.findChildren(kind):
        inside = isinstance(widget.parentWidget(), QLineEdit | QComboBox | QTabBar)
        if widget.isVisible() and widget.window() is root.window() and not inside:
            yield widget


def told(widget: QWidget) -> str:
    """Return how a fault names a widget."""
    text = getattr(widget, "text", str)
    said = widget.accessibleName() or (text() if callable(text) else text)
    return f"{type(widget).__name__} {said!r}"


def nameless(root: QWidget) -> list[str]:
    """Return what takes the focus and has no name for a screen reader."""
    return [
        told(widget)
        for widget in seen(root, QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(widget).text(SPOKEN_TEXT)
    ]


def too_low(root: QWidget) -> list[str]:
    """Return what is pressed or typed into and is lower than a finger."""
    return [
        f"{told(widget)} {widget.height()}"
        for widget in seen(root, QWidget)
        if isinstance(widget, TOUCHED)
        and widget.height() < (LINK if isinstance(widget, LinkButton) else FINGER)
    ]


def clipped(root: QWidget) -> list[str]:
    """Return words that are not shown whole: too little room, or out of a page that cannot move."""
    faults = []
    for label in seen(root, QLabel):
        if label.text() and not _has_room(label):
            faults.append(f"{told(label)} {label.width()}x{label.height()}")
    for button in seen(root, QAbstractButton):
        wish = button.sizeHint()
        if button.hasHeightForWidth():
            wish.setWidth(0)
            wish.setHeight(button.heightForWidth(button.width()))
        if button.width() + 1 < wish.width() or button.height() + 1 < wish.height():
            faults.append(f"{told(button)} {button.size().toTuple()} < {wish.toTuple()}")
    for widget in seen(root, QWidget):
        if isinstance(widget, (QLabel, *TOUCHED)) and _sticks_out(widget):
            faults.append(f"{told(widget)} sticks out")
    return faults


def unreached(qtbot: QtBot, root: QWidget) -> list[str]:
    """Return what should take the focus by Tab and never does, beginning anywhere.

    Round buttons are one stop for Tab, as everywhere; a table or a picture is left by Tab.
    """
    _walk(qtbot, 60)  # a table that gets the focus chooses a row, and that rebuilds its neighbour
    wanted = {
        widget
        for widget in seen(root, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget, Pick | QScrollArea)
    }
    return sorted(told(widget) for widget in wanted - _walk(qtbot, len(wanted) * 3 + 80))


def _walk(qtbot: QtBot, steps: int) -> set[QWidget]:
    """Press Tab many times, and return where the focus has been."""
    met: set[QWidget] = set()
    for _ in range(steps):
        here = QApplication.focusWidget()
        assert here is not None, "the focus is nowhere"
        met.add(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return met


def hard_to_use(qtbot: QtBot, root: QWidget) -> dict[str, list[str]]:
    """Return what a window that is in front owes those who do not use a mouse or see little."""
    settle_layout()
    found = {
        "without a name": nameless(root),
        "too low": too_low(root),
        "not reached by Tab": unreached(qtbot, root),
        "not left by Tab": tab_stays_in(root, qtbot),
    }
    return {what: where for what, where in found.items() if where}


def cut_off(qtbot: QtBot, make: Callable[[], QWidget]) -> dict[tuple[int, int, int], list[str]]:
    """Return what is clipped in a dialog on any screen, at any size of text."""
    found = {}
    for text in TEXTS:
        current_theme().use(text_percent=text)
        dialog = make()
        show_dialog(qtbot, dialog)
        wish = dialog.size()
        for screen in SCREENS:
            dialog.resize(wish.boundedTo(QSize(*screen)))
            settle_layout()
            found[(*screen, text)] = clipped(dialog)
            if dialog.width() > screen[0] or dialog.height() > screen[1]:
                found[(*screen, text)].append("larger than the screen")
        dialog.close()
    return {where: what for where, what in found.items() if what}


def settle_layout() -> None:
    """Let a layout finish: a row that wraps asks its page for room, and that asks again."""
    for _ in range(3):
        QApplication.processEvents()


def _has_room(label: QLabel) -> bool:
    if not label.wordWrap():
        wish = label.sizeHint()
        return label.width() + 1 >= wish.width() and label.height() + 1 >= wish.height()
    if label.textFormat() is Qt.TextFormat.PlainText:
        longest = max(
            QFontMetrics(label.font()).horizontalAdvance(word) for word in label.text().split()
        )
        if label.contentsRect().width() + 1 < longest:
            return False
    return label.height() + 1 >= label.heightForWidth(label.width())


def _sticks_out(widget: QWidget) -> bool:
    """Say whether a part of a widget can never be seen."""
    parent = widget.parentWidget()
    while parent is not None and not widget.isWindow():
        area = parent.parentWidget()
        left = widget.mapTo(parent, QPoint(0, 0))
        right = left.x() + widget.width()
        if isinstance(area, QScrollArea) and parent is area.viewport():
            off = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            return off and (left.x() < 0 or right > parent.width() + 1)
        if isinstance(area, QAbstractItemView):
            return False
        bottom = left.y() + widget.height()
        if left.x() < -1 or left.y() < -1:
            return True
        if right > parent.width() + 1 or bottom > parent.height() + 1:
            return True
        if parent.isWindow():
            return False
        parent = area
    return False


def tab_stays_in(root: QWidget, qtbot: QtBot) -> list[str]:
    """Return the fields of several lines that Tab does not leave."""
    kept = []
    for note in seen(root, NoteField):
        note.setFocus()
        qtbot.keyClick(note, Qt.Key.Key_Tab)
        if note.hasFocus():
            kept.append(told(note))
    return kept
