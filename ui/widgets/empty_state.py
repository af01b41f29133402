"""What stands where a list would be, when there is nothing yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import IconLabel
from ui.widgets.text import Paragraph, words


class EmptyState(QWidget):
    """What would be here, why it is useful, one button, and perhaps a quiet second one."""

    acted = Signal()
    second_acted = Signal()

    def __init__(
        self,
        *,
        heading: str,
        sentence: str,
        action: str = "",
        second: str = "",
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        if icon_name:
            column.addWidget(IconLabel(icon_name, "text2", size=32), 0, centre)
        self.heading = words(heading, "heading", wrap=True)
        self.heading.setAlignment(centre)
        self.sentence = Paragraph(sentence)
        self.sentence.setAlignment(centre)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)  # over the whole width: it may have several lines
        column.addSpacing(8)
        self.action_button = PrimaryButton(action)
        self.second_button = QuietButton(second)
        self.action_button.clicked.connect(self.acted)
        self.second_button.clicked.connect(self.second_acted)
        for button in (self.action_button, self.second_button):
            column.addWidget(button, 0, centre)  # before it is shown, or it is a window
            button.setVisible(bool(button.text()))
        column.addStretch(2)
