"""What was decided, in words: read back before it is kept, and shown where somebody signs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.consent import Answer, Category, ConsentDraft
from ui.capture_words import turn_it_back
from ui.dates import long_date
from ui.dialogs.capture_flow.conversation import Conversation
from ui.dialogs.capture_flow.screen import Screen, filled, names_somebody
from ui.widgets.card import Card
from ui.widgets.text import words


class DecisionCards(QWidget):
    """One card for each partner: yes, no or not sure yet, all with the same weight."""

    def __init__(self, talk: Conversation, *, in_full: bool = False) -> None:
        super().__init__()
        self.lines: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for draft in talk.drafts():
            heading, told = decision_lines(talk, draft)
            card = Card()
            card.column.setSpacing(6)
            card.column.addWidget(words(heading, "product", wrap=True))
            for line in told if in_full else told[:1]:
                card.column.addWidget(words(line, "told", wrap=True))
            self.lines += [heading, *told]
            column.addWidget(card)


class ReadBackScreen(Screen):
    """Everything that will be kept, and until when."""

    def __init__(self, talk: Conversation) -> None:
        said = talk.catalogue.capture.back
        super().__init__(talk, said.title)
        self.cards = DecisionCards(talk, in_full=True)
        self.column.addWidget(self.cards)
        what = talk.left.what.strip().removesuffix(".")
        left = self.say([filled(said.leave_out, what=what)] if what else [])
        services = ", ".join(talk.record.agency(a).name for a in sorted(talk.untold_services()))
        if services:
            self.say([filled(said.untold, who=services)])
        names = ", ".join(talk.record.person(p).name for p in sorted(talk.left.people))
        self._named = self.say([filled(said.untold, who=names)] if names else [])
        self._named += left if names_somebody(talk, what) else []

    def turn(self, family: bool) -> None:
        for label in self._named:
            label.setVisible(not family)


class ThanksScreen(Screen):
    """The last screen while the family looks on: the desk is not shown to them."""

    def __init__(self, talk: Conversation) -> None:
        said = talk.catalogue.capture.kept
        super().__init__(talk, said.title, [said.told, turn_it_back()])


def decision_lines(talk: Conversation, draft: ConsentDraft) -> tuple[str, list[str]]:
    """Return what a decision says, and what follows from it."""
    assert draft.agency is not None
    said, agency = talk.catalogue.capture.back, talk.record.agency(draft.agency).name
    if draft.answer is Answer.REFUSED:
        return filled(said.no, agency=agency), [said.nothing]
    if draft.answer is Answer.NOT_SOUGHT:
        told = [said.later]
        before = talk.earlier(draft.agency)
        if before is not None and before.decided_on is not None:
            told.append(filled(said.stays, day=long_date(before.decided_on)))
        return filled(said.unsure, agency=agency), told
    names = talk.catalogue.consent.categories
    kinds = "; ".join(names[kind] for kind in Category if kind in draft.categories)
    told = [filled(said.about, what=kinds)]
    ends = talk.until(draft)
    if ends is not None:
        told.append(filled(said.until, end=long_date(ends)))
    return filled(said.yes, agency=agency), told
