"""One line of "who may know what": an agency, how far its work is, and where sharing stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.states import state_look
from ui.widgets.pill import Pill
from ui.widgets.text import words


class SharingRow(QFrame):
    """A row that can be chosen with the mouse or with Enter."""

    chosen = Signal(str)

    def __init__(
        self,
        key: str,
        *,
        heading: str,
        below: str,
        state: str,
        said: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.setProperty("ground", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{heading}: {said}")
        self.setAccessibleDescription(below)
        icon_name, _, tone = state_look(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(2)
        column.addWidget(words(heading, "row", wrap=True))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(words(below, "small", wrap=True), 1)
        line.addWidget(Pill(said, tone=tone, icon_name=icon_name))
        column.addLayout(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._key)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._key)
