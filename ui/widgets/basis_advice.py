"""What the basis guide says: what to do first, the laws that fit, and those that do not."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.basis import BasisAdvice, Candidate, Direction
from ui.basis_words import short_citation
from ui.problem_wording import sentence
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import keep_tab_order
from ui.widgets.law_card import LawCard
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import Paragraph, announce, words


class AdviceList(QWidget):
    """Shows advice, and tells which law somebody wants to record a decision under."""

    record_asked = Signal(object)  # a Candidate

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, Button] = {}
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_advice(self, advice: BasisAdvice) -> None:
        """Show other advice in place of what is there."""
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.buttons = {}
        self._parts = [_direction_card(direction) for direction in advice.directions]
        self._parts += [self._candidate_card(candidate) for candidate in advice.candidates]
        if advice.unfit:
            self._parts.append(_unfit_card(advice))
        open_ = open_sentence(advice)
        if open_:
            self._parts.append(Paragraph(open_))
        for part in self._parts:
            self._column.addWidget(part)
        keep_tab_order(self, list(self.buttons.values()))
        announce(self, in_brief(advice))

    def _candidate_card(self, candidate: Candidate) -> QWidget:
        tr = QCoreApplication.translate
        card = LawCard(ground="card")
        card.show_law(
            candidate.gateway,
            candidate.approval,
            reason=candidate.reason,
            sentence=tr("Basis", "On the request: {0}").replace("{0}", candidate.sentence),
        )
        button = Button(tr("Basis", "Record this decision"), icon_name="file-check")
        button.setAccessibleName(f"{button.text()}: {short_citation(candidate.gateway)}")
        button.clicked.connect(partial(self.record_asked.emit, candidate))
        self.buttons[candidate.gateway.key] = button
        place = QWidget()
        FlowLayout(place).addWidget(button)
        card.column.addWidget(place)
        return card


def open_sentence(advice: BasisAdvice) -> str:
    """Return how many questions are still open; "" when none is."""
    tr = QCoreApplication.translate
    count = len(advice.open_questions)
    if not count:
        return ""
    if not advice.directions and not advice.candidates:
        return tr("Basis", "Answer the questions. What fits is shown here.")
    if count == 1:
        return tr("Basis", "One question is still open.")
    return tr("Basis", "{0} questions are still open.").replace("{0}", str(count))


def in_brief(advice: BasisAdvice) -> str:
    """Return what to do first and how many laws fit, as one line; "" while nothing follows."""
    said = [direction.says for direction in advice.directions]
    if advice.candidates:
        count = QCoreApplication.translate("Basis", "Laws that fit: {0}.")
        said.append(count.replace("{0}", str(len(advice.candidates))))
    return " ".join(said)


def _direction_card(direction: Direction) -> QWidget:
    card = Card(ground=direction.tone)
    card.column.addWidget(words(direction.says, "section", tone=direction.tone, wrap=True))
    card.column.addWidget(words(direction.why, "body", wrap=True))
    card.setAccessibleName(direction.says)
    return card


def _unfit_card(advice: BasisAdvice) -> QWidget:
    card = Card(ground="quiet")
    heading = QCoreApplication.translate("Basis", "Laws that do not fit here")
    card.column.addWidget(words(heading, "section", wrap=True))
    for unfit in advice.unfit:
        said = f"{short_citation(unfit.gateway)}: {sentence(unfit.why)}"
        card.column.addWidget(words(said, "secondary", wrap=True))
    return card
