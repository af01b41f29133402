"""The frame of the three steps: what was said, what will happen, and the letters after it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.catalogue import Catalogue
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.withdrawal import Consequences, consequences
from app.errors import Invalid, ThinkFamilyError
from app.usecases.withdraw import WithdrawalDraft, withdraw
from ui.desk import Desk
from ui.dialogs.room import open_at
from ui.dialogs.withdrawal_flow.follows_step import FollowsStep
from ui.dialogs.withdrawal_flow.letters import Letter, letters_after
from ui.dialogs.withdrawal_flow.letters_step import LettersStep
from ui.dialogs.withdrawal_flow.offers import offers
from ui.dialogs.withdrawal_flow.who_step import WhoStep
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.text import Paragraph, announce, words
from ui.withdrawal_words import consequences_in_words
from ui.wording import in_words, sentences

WIDTH, HEIGHT = 640, 700


class WithdrawalFlow(QDialog):
    """Takes a change of mind. Nothing is kept before what follows from it was shown.

    `kept` tells the consequences once it is kept; `letter_asked` tells the letter to be made.
    Raises ValueError where nobody agreed to anything: ask `offers` first.
    """

    kept = Signal(object)
    letter_asked = Signal(object)

    def __init__(
        self,
        desk: Desk,
        record: Record,
        catalogue: Catalogue,
        *,
        today: date,
        person: str = "",
        agency: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk, self._record, self._law = desk, record, catalogue.law
        self._today = today
        self._book = Rulebook(record, catalogue.law)
        self._warned = False
        found = offers(self._book, today)
        if not found:
            raise ValueError("nobody agreed to anything")
        title = tr("Withdraw", "Change of mind")
        self.setWindowTitle(title)
        self.setModal(True)
        self.step_line = words("", "secondary", wrap=True)
        self.who = WhoStep(record, found, today=today, person=person, agency=agency)
        self.follows = FollowsStep()
        self.letters = LettersStep()
        self.steps = QStackedWidget()
        for step in (self.who, self.follows, self.letters):
            self.steps.addWidget(step)
        self.trouble = Paragraph(tone="stop")
        self.trouble.hide()
        self.back_button = Button(tr("Withdraw", "Back"), icon_name="arrow-left")
        self.cancel_button = Button(tr("Withdraw", "Cancel"))
        self.next_button = PrimaryButton("")
        self._arrange(title)
        self.letters.asked.connect(self.letter_asked)
        self.back_button.clicked.connect(self._back)
        self.cancel_button.clicked.connect(self.reject)
        self.next_button.clicked.connect(self._next)
        self._go_to(0)

    @property
    def is_kept(self) -> bool:
        """Whether the change of mind is kept already."""
        return self.steps.currentWidget() is self.letters

    def note_left(self, letter: Letter) -> None:
        """Say that a letter was printed or saved."""
        self.letters.note_left(letter)

    def show_refusal(self, sentence: str) -> None:
        """Say above the buttons why something cannot be done."""
        self.trouble.say(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def reject(self) -> None:
        """Leave; once it is kept, say first if a letter has not left."""
        if self.is_kept:
            self._finish()
        else:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_step()

    def _arrange(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(words(title, "heading", wrap=True))
        column.addWidget(self.step_line)
        column.addWidget(self.steps, 1)
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.next_button)
        column.addLayout(buttons)
        open_at(self, WIDTH, HEIGHT)

    def _next(self) -> None:
        if self.steps.currentWidget() is self.who:
            self._look_ahead()
        elif self.is_kept:
            self._finish()
        else:
            self._keep()

    def _back(self) -> None:
        self._go_to(0)

    def _look_ahead(self) -> None:
        if self.who.complain():
            return
        follows = self._follows(self.who.draft())
        self.follows.show_told(consequences_in_words(self._book, follows, self._today))
        self._go_to(1)

    def _follows(self, draft: WithdrawalDraft) -> Consequences:
        assert draft.person is not None
        assert draft.decider is not None
        return consequences(self._book, draft.person, draft.decider, draft.agencies, self._today)

    def _keep(self) -> None:
        self._busy(True)
        draft = self.who.draft()

        def then(follows: Consequences) -> None:
            self._kept(draft, follows)

        self._desk.do(withdraw(draft, self._law), owner=self, then=then, trouble=self._not_kept)

    def _kept(self, draft: WithdrawalDraft, follows: Consequences) -> None:
        self._busy(False)
        assert draft.decided_on is not None
        letters = letters_after(draft.household, follows, draft.decided_on)
        self.letters.show_letters(self._record, letters)
        self._go_to(2)
        self.kept.emit(follows)

    def _not_kept(self, error: Exception) -> None:
        self._busy(False)
        if isinstance(error, Invalid):
            self._go_to(0)
            self.who.show_sentences(sentences(error.problems))
        elif isinstance(error, ThinkFamilyError):
            self.show_refusal(in_words(error))
        else:
            self._desk.failed.emit(error)

    def _finish(self) -> None:
        """Close, once it was said that letters have not left."""
        waiting = self.letters.waiting()
        if waiting and not self._warned:
            self._warned = True
            tr = QCoreApplication.translate
            said = tr("Withdraw", "{0} letters are not printed or saved yet. Press again to leave.")
            if waiting == 1:
                said = tr(
                    "Withdraw", "One letter is not printed or saved yet. Press again to leave."
                )
            self.show_refusal(said.replace("{0}", str(waiting)))
            return
        self.accept()

    def _go_to(self, step: int) -> None:
        tr = QCoreApplication.translate
        self.steps.setCurrentIndex(step)
        self.show_refusal("")
        said = (
            tr("Withdraw", "Step 1 of 3: who changes their mind, and about what"),
            tr("Withdraw", "Step 2 of 3: what will happen. Nothing is kept yet."),
            tr("Withdraw", "Step 3 of 3: the letters"),
        )[step]
        self.step_line.setText(said)
        self.next_button.say(
            (
                tr("Withdraw", "See what will happen"),
                tr("Withdraw", "Keep the change of mind"),
                tr("Withdraw", "Done"),
            )[step]
        )
        self.back_button.setVisible(step == 1)
        self.cancel_button.setVisible(step < 2)
        if self.isVisible():
            announce(self, said)
            self._focus_step()

    def _focus_step(self) -> None:
        if self.is_kept:
            self.letters.focus_first()
            return
        places: tuple[QWidget, QWidget] = (self.who.decider, self.follows)
        places[self.steps.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _busy(self, busy: bool) -> None:
        for button in (self.back_button, self.cancel_button, self.next_button):
            button.setEnabled(not busy)
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)
