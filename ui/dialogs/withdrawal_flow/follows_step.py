"""The second step: everything that will happen, read before anything is kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.pages.person_facts import icon_line
from ui.widgets.card import Card
from ui.widgets.text import words
from ui.withdrawal_words import Told


class FollowsStep(QScrollArea):
    """Headings with lines under them, each on a card of its own; nothing to change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(QCoreApplication.translate("Withdraw", "What will happen"))
        self.told: tuple[Told, ...] = ()

    def show_told(self, told: tuple[Told, ...]) -> None:
        """Show these headings and lines instead of the ones shown now."""
        self.told = told
        inner = QWidget()
        inner.setProperty("ground", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 4, 12, 4)
        column.setSpacing(10)
        for one in told:
            card = Card(ground="quiet")
            card.column.setSpacing(6)
            heading: QLabel = words(one.heading, "section", wrap=True)
            card.column.addWidget(heading)
            for line in one.lines:
                card.column.addLayout(icon_line(one.icon_name, line))
            card.setAccessibleName(one.heading)
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inner)
        said = [f"{one.heading}. {' '.join(one.lines)}" for one in told]
        self.setAccessibleDescription(" ".join(said))
        self.verticalScrollBar().setValue(0)
