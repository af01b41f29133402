"""One law on a card: what it is called, what it does, how far it is, who approved it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.household import Approval
from app.domain.law import Gateway
from ui.basis_words import approval_sentence, law_state, must_sentence
from ui.widgets.card import Card
from ui.widgets.map_flow import FlowLayout
from ui.widgets.pill import Pill
from ui.widgets.text import words


class LawCard(Card):
    """Shows a law in full; `reason` says why it is offered, `sentence` what would be printed."""

    def __init__(self, *, ground: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(ground=ground, parent=parent)
        self.column.setSpacing(8)
        self.citation = words("", "section", wrap=True)
        self.reason = words("", "body", wrap=True)
        self.does = words("", "secondary", wrap=True)
        self.pill = Pill("", tone="muted")
        self.in_force = words("", "small", wrap=True)
        self.approval = words("", "small", wrap=True)
        self.must = words("", "secondary", wrap=True)
        self.sentence = words("", "small", wrap=True)
        state = QWidget()
        row = FlowLayout(state)
        row.addWidget(self.pill)
        for part in (self.citation, self.reason, self.does, state):
            self.column.addWidget(part)
        for part in (self.in_force, self.approval, self.must, self.sentence):
            self.column.addWidget(part)

    def show_law(
        self,
        gateway: Gateway,
        approval: Approval | None,
        *,
        reason: str = "",
        sentence: str = "",
    ) -> None:
        """Show a law."""
        said, tone, icon_name = law_state(gateway)
        self.citation.setText(gateway.citation)
        self.does.setText(gateway.does)
        self.pill.say(said, tone=tone, icon_name=icon_name)
        for label, text in (
            (self.reason, reason),
            (self.in_force, "" if gateway.confirmed else gateway.in_force),
            (self.approval, approval_sentence(approval)),
            (self.must, must_sentence(gateway)),
            (self.sentence, sentence),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(gateway.citation)
