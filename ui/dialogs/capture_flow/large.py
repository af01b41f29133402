"""Choices as large as a table between two people needs: tiles to pick one or tick several."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLayout, QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.theme import current_theme
from ui.widgets.fields import TickList
from ui.widgets.ticks import Pick, Tick

TOLD, TOLD_FAMILY = 18, 28  # sizes of what is read, for the worker and across a table
LARGEST = 40  # pixels: large enough across any table
HIGH, BOX, EDGE, GAP = 52, 26, 14, 14  # of the design page
FAMILY = "family"
STEPS: Mapping[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}
WRAP = int(Qt.TextFlag.TextWordWrap)


def is_turned(widget: QWidget) -> bool:
    """Say whether the window a widget is in is turned to the family."""
    return bool(widget.window().property("side") == FAMILY)


class LargePick(Pick):
    """A round button as a tile; every arrow goes on or back, however the tiles stand."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key(), 0)
        if not step:
            super().keyPressEvent(event)
            return
        others = self.group().buttons()
        other = others[(others.index(self) + step) % len(others)]
        other.setFocus(Qt.FocusReason.OtherFocusReason)
        other.click()

    def sizeHint(self) -> QSize:
        return _wish(self)

    def minimumSizeHint(self) -> QSize:
        return _least(self)

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, box = current_theme(), _tile(painter, self)
        painter.setPen(QPen(theme.colour("primary" if self.isChecked() else "control"), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary"))
            inner = box.width() * 0.25
            painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))
        painter.end()


class LargeTick(Tick):
    """A box to tick as a tile."""

    def sizeHint(self) -> QSize:
        return _wish(self)

    def minimumSizeHint(self) -> QSize:
        return _least(self)

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, box = current_theme(), _tile(painter, self)
        ticked = self.isChecked()
        painter.setPen(QPen(theme.colour("primary" if ticked else "control"), 2))
        painter.setBrush(theme.colour("primary" if ticked else "surface"))
        painter.drawRoundedRect(box, 6, 6)
        if ticked:
            paint_icon(painter, "check", "onprimary", box.adjusted(3, 3, -3, -3))
        painter.end()


class LargeChoices(TickList):
    """Large tiles below each other, all of one width; nothing is chosen beforehand."""

    def _layout_of_boxes(self) -> QLayout:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(10)
        return column

    def _make_box(self, text: str) -> QAbstractButton:
        return LargePick(text, self) if self._single else LargeTick(text, self)


class LargeGrid(LargeChoices):
    """Large tiles in two columns, for many short choices."""

    columns = 2

    def _layout_of_boxes(self) -> QLayout:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 2, 2, 2)
        self._grid.setSpacing(10)
        for column in range(self.columns):
            self._grid.setColumnStretch(column, 1)
        return self._grid

    def _box(self, text: str) -> QAbstractButton:
        box = self._make_box(text)
        box.toggled.connect(self.changed)
        if self._single:
            self._group.addButton(box)
        row, column = divmod(self._grid.count(), self.columns)
        self._grid.addWidget(box, row, column)
        return box


class LargeRow(LargeGrid):
    """Three answers side by side: whoever sees one sees all of them, in the same size."""

    columns = 3


def _size(button: QAbstractButton) -> float:
    """Return how large the words are; text that is large already need not grow as much."""
    if not is_turned(button):
        return TOLD
    return max(TOLD, min(TOLD_FAMILY, LARGEST * 100 / current_theme().text_percent))


def _metrics(button: QAbstractButton) -> QFontMetrics:
    return QFontMetrics(current_theme().font(_size(button), 500))


def _beside() -> int:
    """Return the room that a tile needs beside its words."""
    return current_theme().px(EDGE + BOX + GAP + EDGE)


def _wish(button: QAbstractButton) -> QSize:
    wide = _metrics(button).horizontalAdvance(button.text()) + _beside() + 4
    return QSize(wide, _height(button, wide))


def _least(button: QAbstractButton) -> QSize:
    longest = max((_metrics(button).horizontalAdvance(w) for w in button.text().split()), default=0)
    return QSize(longest + _beside() + 4, current_theme().px(HIGH))


def _height(button: QAbstractButton, width: int) -> int:
    theme = current_theme()
    room = QRect(0, 0, max(1, width - _beside()), 10_000)
    words = _metrics(button).boundingRect(room, WRAP, button.text())
    return max(theme.px(HIGH), words.height() + 2 * theme.px(EDGE))


def _tile(painter: QPainter, button: QAbstractButton) -> QRectF:
    """Paint ground, edge and words; return where the mark goes."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(button.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
    chosen = button.isChecked()
    edge = "focus" if button.hasFocus() else "primary" if chosen else "control"
    painter.setPen(QPen(theme.colour(edge), 3 if button.hasFocus() else 1.4))
    painter.setBrush(theme.colour("soft" if chosen else "surface"))
    painter.drawRoundedRect(whole, 10, 10)
    side, inset = theme.px(BOX), theme.px(EDGE)
    box = QRectF(inset, (button.height() - side) / 2, side, side)
    left = inset + side + theme.px(GAP)
    painter.setFont(theme.font(_size(button), 500))
    painter.setPen(theme.colour("onsoft" if chosen else "text"))
    room = QRectF(left, 0, button.width() - left - inset, button.height())
    painter.drawText(room, WRAP | int(Qt.AlignmentFlag.AlignVCenter), button.text())
    return box
