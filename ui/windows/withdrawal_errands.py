"""A change of mind from the desk: its three steps, and its letters made from the record as kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.catalogue import Catalogue
from app.domain.consent import Answer
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import PaperKind
from app.domain.withdrawal import followed
from app.errors import ThinkFamilyError
from app.usecases.note_paper import MadePaper
from app.view.held_back import before_it_leaves
from app.view.notice import project_family_notice, project_notice
from app.view.recipient import one_of_family, partner_about
from ui.desk import Desk
from ui.dialogs.withdrawal_flow import Letter, LettersAgain, WithdrawalFlow, letters_after
from ui.dialogs.withdrawal_flow.offers import offers
from ui.present import Presented
from ui.press import Press
from ui.windows.ready import Ready
from ui.wording import in_words

Steps = WithdrawalFlow | LettersAgain


class Shows(Protocol):
    """Makes a paper and shows it over a window."""

    def show_over(
        self, make: Callable[[], Ready], over: QWidget, left: Callable[[object], object]
    ) -> None:
        """Make a paper and show it; `left` hears of each row of the register."""


class WithdrawalErrands(QObject):
    """Opens the steps. `done` tells a sentence, and whether undo can take it back.

    `refused` tells why they are not even opened.
    """

    done = Signal(str, bool)
    refused = Signal(str)

    def __init__(
        self, desk: Desk, catalogue: Catalogue, press: Press, papers: Shows, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._catalogue, self._press = desk, catalogue, press
        self._papers, self._window = papers, window
        self.flow: WithdrawalFlow | None = None
        self.again: LettersAgain | None = None

    def withdraw(self, person: str, agency: str, presented: Presented) -> None:
        """Open the steps for a person and a partner, or for whatever was agreed to."""
        tr = QCoreApplication.translate
        book = Rulebook(presented.record, self._catalogue.law)
        if not offers(book, presented.today):
            said = tr("Withdraw", "Nobody here has agreed to anything, so nothing can end.")
            self.refused.emit(said)
            return
        flow = WithdrawalFlow(
            self._desk,
            presented.record,
            self._catalogue,
            today=presented.today,
            person=person,
            agency=agency,
            parent=self._window,
        )
        self.flow = flow
        flow.letter_asked.connect(partial(self._read_again, flow))
        flow.accepted.connect(partial(self._finished, flow))
        flow.finished.connect(self._forget)
        flow.finished.connect(flow.deleteLater)
        flow.open()

    def letters_again(self, consent: str, presented: Presented) -> None:
        """Offer the letters of a change of mind that is kept: `consent` is the withdrawal’s id."""
        record = presented.record
        withdrawal = next(
            (c for c in record.consents if c.id == consent and c.answer is Answer.WITHDRAWN), None
        )
        if withdrawal is None or withdrawal.decided_on is None:
            return
        book = Rulebook(record, self._catalogue.law)
        follows = followed(book, withdrawal, presented.today)
        if not follows.ends:
            said = QCoreApplication.translate("Withdraw", "No agreement ended with this one.")
            self.refused.emit(said)
            return
        letters = letters_after(record.household.id, follows, withdrawal.decided_on)
        dialog = LettersAgain(record, letters, self._window)
        self.again = dialog
        dialog.letter_asked.connect(partial(self._read_again, dialog))
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read_again(self, flow: Steps, letter: Letter) -> None:
        """Make a letter from the record as it is kept now, not as it was when the steps opened."""
        self._desk.ask(
            lambda work: (work.record(letter.household), work.now.date()),
            owner=flow,
            then=partial(self._make, flow, letter),
            trouble=partial(self._say_trouble, flow),
        )

    def _make(self, flow: Steps, letter: Letter, kept: tuple[Record, date]) -> None:
        record, today = kept

        def make() -> Ready:
            if letter.agency is None:
                return self._copy(record, letter, today)
            return self._notice(record, letter, today)

        self._papers.show_over(make, flow, partial(_note_left, flow, letter))

    def _notice(self, record: Record, letter: Letter, today: date) -> Ready:
        tr = QCoreApplication.translate
        assert letter.agency is not None
        view = project_notice(
            record,
            self._catalogue.law,
            letter.follows,
            agency=letter.agency,
            ended_on=letter.ended_on,
            number=letter.number,
            on=today,
        )
        return Ready(
            made=self._made(letter, self._press.withdrawal_notice(view)),
            title=tr("Paper", "Letter about {0}").replace("{0}", view.name),
            about=tr("Paper", "For {0}.").replace("{0}", view.to.name),
            leaving=before_it_leaves(
                record, partner_about(letter.agency, letter.follows.ends[0].person), view, today
            ),
        )

    def _copy(self, record: Record, letter: Letter, today: date) -> Ready:
        tr = QCoreApplication.translate
        view = project_family_notice(
            record,
            self._catalogue.law,
            letter.follows,
            ended_on=letter.ended_on,
            number=letter.number,
            on=today,
        )
        ended = letter.follows.ends[0]
        reader = one_of_family(ended.decider or ended.person, ended.person)
        return Ready(
            made=self._made(letter, self._press.family_notice(view)),
            title=tr("Paper", "Copy for {0}").replace("{0}", view.name),
            about=tr("Paper", "It is for whoever changed their mind, and for nobody else."),
            leaving=before_it_leaves(record, reader, view, today),
        )

    def _made(self, letter: Letter, content: bytes) -> MadePaper:
        decider = letter.follows.ends[0].decider
        own = (decider,) if letter.agency is None and decider is not None else ()
        return MadePaper(
            household=letter.household,
            number=letter.number,
            kind=PaperKind.WITHDRAWAL_NOTICE,
            content=content,
            pages=self._press.pages(content),
            person=letter.follows.ends[0].person,
            readers=own,
            agency=letter.agency,
            wording=self._catalogue.withdrawal.about.version,
        )

    def _say_trouble(self, flow: Steps, error: Exception) -> None:
        if isinstance(error, ThinkFamilyError):
            flow.show_refusal(in_words(error))
        else:
            self._desk.failed.emit(error)

    def _finished(self, flow: WithdrawalFlow) -> None:
        said = QCoreApplication.translate("Done", "The change of mind is kept.")
        self.done.emit(said, not flow.letters.any_left())  # what has left is a wall for undo

    def _forget(self) -> None:
        self.flow = None
        self.again = None


def _note_left(flow: Steps, letter: Letter, _row: object) -> None:
    flow.note_left(letter)
