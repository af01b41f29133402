"""The letters of a change of mind that was kept before, to be looked at and printed after all."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.record import Record
from ui.dialogs.room import open_at
from ui.dialogs.withdrawal_flow.letters import Letter
from ui.dialogs.withdrawal_flow.letters_step import LettersStep
from ui.widgets.buttons import PrimaryButton
from ui.widgets.text import Paragraph, announce, words

WIDTH, HEIGHT = 600, 600


class LettersAgain(QDialog):
    """Offers the letters once more; each has a number of its own, as it is another paper."""

    letter_asked = Signal(object)

    def __init__(
        self, record: Record, letters: tuple[Letter, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        title = tr("Withdraw", "Letters after a change of mind")
        self.setWindowTitle(title)
        self.setModal(True)
        self.letters = LettersStep()
        self.letters.show_letters(record, letters)
        self.letters.asked.connect(self.letter_asked)
        self.trouble = Paragraph(tone="stop")
        self.trouble.hide()
        self.done_button = PrimaryButton(tr("Withdraw", "Done"))
        self.done_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(title, "heading", wrap=True))
        column.addWidget(self.letters, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignRight)
        open_at(self, WIDTH, HEIGHT)

    def note_left(self, letter: Letter) -> None:
        """Say that a letter was printed or saved."""
        self.letters.note_left(letter)

    def show_refusal(self, sentence: str) -> None:
        """Say why a letter cannot be made."""
        self.trouble.say(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.letters.focus_first()
