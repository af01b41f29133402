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
        brief: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.setProperty("ground", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{heading}: {said}")
        self.setAccessibleDescription(below)
        icon_name, _, tone = state_look(state)
        self.setToolTip(said)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 6, 0, 6)
        row.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(words(heading, "row", wrap=True))
        names.addWidget(words(below, "small", wrap=True))
        row.addLayout(names, 1)
        row.addWidget(Pill(brief, tone=tone, icon_name=icon_name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._key)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._key)
