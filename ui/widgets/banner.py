"""The banner: one sentence about a gap, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.buttons import Button, QuietButton
from ui.widgets.card import IconLabel
from ui.widgets.text import words

ICONS = {"warn": "triangle-alert", "stop": "circle-alert", "info": "info", "ok": "circle-check"}


class Banner(QFrame):
    """A strip with a sentence; the buttons it is given words for, and no others."""

    why_asked = Signal()
    acted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        sentence: str,
        *,
        tone: str = "warn",
        why: str = "",
        action: str = "",
        dismiss: str = "",
        more: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", tone)
        self.setAccessibleName(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        self.sentence = words(sentence, "row", wrap=True)
        row.addWidget(IconLabel(ICONS[tone], tone, size=20))
        row.addWidget(self.sentence, 1)
        self.more = words(more, "small")
        row.addWidget(self.more)
        self.more.setVisible(bool(more))
        self.why_button = QuietButton(why)
        self.action_button = Button(action)
        self.dismiss_button = QuietButton(dismiss)
        for button, signal in (
            (self.why_button, self.why_asked),
            (self.dismiss_button, self.dismissed),
            (self.action_button, self.acted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)  # before it is shown, or it is a window
            button.setVisible(bool(button.text()))

    def say(self, sentence: str, *, more: str = "") -> None:
        """Show another sentence; `more` is e.g. "2 more"."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.more.setText(more)
        self.more.setVisible(bool(more))
