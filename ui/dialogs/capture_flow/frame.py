"""What stands above and below every screen of the conversation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import IconLabel
from ui.widgets.text import words


class FlowHeader(QFrame):
    """Whom it is about, a way to turn the screen, and a way out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setProperty("ground", "header")
        self.about = words("", "product", wrap=True)
        self.turn_button = Button(tr("Capture", "Turn the screen"), icon_name="refresh-cw")
        self.leave_button = Button(tr("Capture", "Leave"), icon_name="x")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        row.addWidget(self.about, 1)
        row.addWidget(self.turn_button)
        row.addWidget(self.leave_button)

    def show_side(self, family: bool) -> None:
        """Say which way the screen can be turned; only the key worker leaves."""
        tr = QCoreApplication.translate
        back, to = tr("Capture", "Turn it back"), tr("Capture", "Turn the screen")
        self.turn_button.say(back if family else to)
        self.leave_button.setVisible(not family)


class FlowFooter(QFrame):
    """Back and next, and what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setProperty("ground", "strip")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(8)
        self._problem = QWidget()
        said = QHBoxLayout(self._problem)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        self.problem = words("", "told", tone="stop", wrap=True)
        said.addWidget(IconLabel("circle-alert", "stop", size=20), 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.problem, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.back_button = Button(tr("Capture", "Back"), icon_name="arrow-left")
        self.next_button = PrimaryButton(tr("Capture", "Next"))
        self.next_button.setDefault(True)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.next_button)
        column.addWidget(self._problem)
        column.addLayout(row)
        self.say("")

    def say(self, sentence: str) -> None:
        """Say what is missing; "" takes the sentence away."""
        self.problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
