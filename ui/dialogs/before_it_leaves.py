"""Before it leaves: to whom and how, what goes, what to look at, and what was held back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.mailbox import MailDomains
from app.domain.sending import WayOut
from app.domain.sharing import LeavesBy
from app.usecases.note_paper import Confirmed
from app.view.leaving import Leaving
from ui.widgets.buttons import Button
from ui.widgets.text import words
from ui.widgets.ways_out import WayCard, WaysOut
from ui.widgets.what_goes import HeldBackList, ToLookAt, WhatGoes


class BeforeItLeaves(QScrollArea):
    """What a worker confirms before a paper leaves; `changed` tells that the answer is another."""

    changed = Signal()

    def __init__(self, leaving: Leaving, mail: MailDomains, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Leaving", "Before it leaves"))
        self.ways = WaysOut(mail)
        self.copy_button = Button(tr("Leaving", "Copy the words of the e-mail"), icon_name="copy")
        self.copy_button.hide()
        self.looks = ToLookAt(leaving.looks)
        self.goes = WhatGoes(leaving.goes)
        self.held = HeldBackList(leaving.held)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 12, 4)
        column.setSpacing(10)
        column.addWidget(words(tr("Leaving", "Before it leaves"), "heading", wrap=True))
        column.addWidget(words(tr("Leaving", "How it goes"), "section"))
        column.addWidget(self.ways)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        if leaving.looks:
            column.addWidget(words(tr("Leaving", "Look at this first"), "section"))
            column.addWidget(self.looks)
        column.addWidget(words(tr("Leaving", "What goes"), "section"))
        column.addWidget(self.goes)
        if leaving.held:
            column.addWidget(self.held)
        column.addStretch(1)
        self.setWidget(inner)
        self.ways.changed.connect(self._way_changed)
        self.looks.changed.connect(self.changed)

    def show_ways(self, ways: Sequence[WayOut]) -> None:
        """Offer the ways out."""
        self.ways.show_ways(ways)

    def missing(self) -> str:
        """Return what is still to be done before it may leave, in one sentence; "" when nothing."""
        tr = QCoreApplication.translate
        card = self.ways.chosen()
        if card is None:
            return tr("Leaving", "Choose how it goes first.")
        if not card.way.open:
            return tr("Leaving", "This way is stopped. Choose another.")
        if set(self.looks.asked()) != set(self.looks.let_go()):
            return tr("Leaving", "Look at each marked text first, and tick it if it may go.")
        if not card.looked_twice:
            return tr("Leaving", "Check the mailbox with them first, and tick that you did.")
        return ""

    def confirmed(self) -> Confirmed | None:
        """Return what was chosen and let go; nothing while something is missing."""
        card = self.ways.chosen()
        if card is None or self.missing():
            return None
        asked = (*self.looks.asked(), *_mailbox_codes(card))
        let_go = (*self.looks.let_go(), *_mailbox_codes(card), *card.way.cares)
        return Confirmed(way=card.way, asked=asked, let_go=tuple(str(code) for code in let_go))

    def _way_changed(self) -> None:
        card = self.ways.chosen()
        by_email = card is not None and card.way.open and card.way.by is LeavesBy.EMAIL
        self.copy_button.setVisible(by_email)
        self.changed.emit()


def _mailbox_codes(card: WayCard) -> tuple[str, ...]:
    """Return the code of a mailbox that was looked at twice."""
    if card.mail is None or not card.needs_second_look:
        return ()
    return (f"mailbox-{card.mail.light}",)
