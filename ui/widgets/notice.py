"""A notice at the bottom left: what just happened, with Undo where there is undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import IconLabel
from ui.widgets.text import announce, words

STAYS = 10_000  # milliseconds
EDGE = 20
KEPT = 50  # sentences


class Notice(QFrame):
    """One sentence over the window's bottom left corner.

    Stays ten seconds and as long as the focus or the pointer is in it. `said` keeps the last
    sentences so that somebody who missed one can read it; they go with the window at lock.
    """

    undo_asked = Signal()

    def __init__(self, window: QWidget, *, undo: str, close: str) -> None:
        super().__init__(window)
        self.said: list[str] = []
        self.setProperty("ground", "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        self._mark = IconLabel("circle-check", "ok")
        self.sentence = words("", "row")
        self.undo_button = Button(undo, icon_name="undo-2")
        self.action_button = Button("")
        self._act: Callable[[], object] | None = None
        self.close_button = IconButton("x", close)
        for part in (
            self._mark,
            self.sentence,
            self.undo_button,
            self.action_button,
            self.close_button,
        ):
            row.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        self.undo_button.clicked.connect(self._undo)
        self.action_button.clicked.connect(self._do)
        self.close_button.clicked.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def show_sentence(
        self,
        sentence: str,
        *,
        undo: bool = False,
        warn: bool = False,
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Show what happened and have it said; `action` names a way on, which `act` goes."""
        self.action_button.say(action)
        self.action_button.setVisible(bool(action))
        self._act = act
        self.said = [*self.said[1 - KEPT :], sentence]
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._mark.show_icon("triangle-alert" if warn else "circle-check", "warn" if warn else "ok")
        self.undo_button.setVisible(undo)
        self.adjustSize()
        self._to_the_corner()
        self.show()
        self.raise_()
        self._timer.start(STAYS)
        announce(self, sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._to_the_corner()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # Escape closes the nearest thing
            self.hide()
            return
        super().keyPressEvent(event)

    def _undo(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _time_is_up(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start(STAYS)
        else:
            self.hide()

    def _to_the_corner(self) -> None:
        home = self.parentWidget()
        if home is not None:
            self.move(QPoint(EDGE, home.height() - self.height() - EDGE))
