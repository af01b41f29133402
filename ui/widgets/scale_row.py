"""The numbers from 0 to 10 in a row: one press keeps a mark. One stop for Tab, arrows inside."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.plan import HIGHEST, LOWEST
from ui.theme import current_theme
from ui.widgets.buttons import Button
from ui.widgets.map_flow import FlowLayout

SIDE = 44
STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
}


class ScaleRow(QWidget):
    """Eleven buttons; `chosen` tells the number that was pressed."""

    chosen = Signal(int)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        said = QCoreApplication.translate("Scale", "{0} of 10. {1}").replace("{1}", name)
        row = FlowLayout(self, gap=4)
        self.buttons: list[Button] = []
        for value in range(LOWEST, HIGHEST + 1):
            button = _Step(str(value))
            button.setAccessibleName(said.replace("{0}", str(value)))
            button.moved.connect(partial(self._move, value))
            button.clicked.connect(partial(self._tell, value))
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.buttons.append(button)
            row.addWidget(button)
        self.buttons[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _move(self, value: int, step: int) -> None:
        there = min(max(value + step, LOWEST), HIGHEST)
        for number, button in enumerate(self.buttons):
            stop = Qt.FocusPolicy.StrongFocus if number == there else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)
        self.buttons[there].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, value: int, _checked: bool = False) -> None:
        self.chosen.emit(value)


class _Step(Button):
    """One number; the arrows are told instead of moving to any neighbour."""

    moved = Signal(int)

    def __init__(self, text: str) -> None:
        super().__init__(text, kind="step")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = current_theme().px(SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
