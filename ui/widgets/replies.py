"""One of a few answers side by side, as large tiles: yes, no, not sure."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from ui.theme import current_theme
from ui.widgets.fields import TickList
from ui.widgets.map_flow import FlowLayout
from ui.widgets.ticks import EDGE, TILE, Pick

STEPS: dict[int, int] = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
NARROWEST = 96  # pixels, so that short words make large tiles too


class PickTile(Pick):
    """A round button as a tile with an edge, at least 44 pixels high."""

    def sizeHint(self) -> QSize:
        wide = max(super().sizeHint().width() + EDGE, current_theme().px(NARROWEST))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), current_theme().px(TILE))

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), current_theme().px(TILE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with any arrow: Qt looks for what lies that way, and a row has nothing below."""
        step, group = STEPS.get(event.key()), self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        tiles = group.buttons()
        other = tiles[(tiles.index(self) + step) % len(tiles)]
        other.setFocus(Qt.FocusReason.OtherFocusReason)
        other.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("primary" if self.isChecked() else "control"), 1))
        painter.setBrush(theme.colour("soft" if self.isChecked() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
        super().paintEvent(event)


class ReplyRow(TickList):
    """The answers to one question; each is named with the question for screen readers."""

    def __init__(
        self, question: str, options: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(options, single=True, parent=parent)
        for key, text in options.items():
            self.box(key).setAccessibleName(f"{question} {text}")

    def _layout_of_boxes(self) -> QLayout:
        flow = FlowLayout(self)
        flow.setContentsMargins(2, 2, 2, 2)
        return flow

    def _make_box(self, text: str) -> QAbstractButton:
        return PickTile(text, self)
