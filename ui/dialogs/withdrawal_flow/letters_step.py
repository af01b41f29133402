"""The third step: the letters, each looked at before it is printed or saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.record import Record
from ui.dialogs.withdrawal_flow.letters import Letter
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.pill import Pill
from ui.widgets.text import Paragraph, words


class LetterRow(Card):
    """One letter: for whom, whether it has left, and the way to look at it."""

    asked = Signal(object)

    def __init__(self, letter: Letter, whom: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(ground="quiet", parent=parent)
        tr = QCoreApplication.translate
        self.letter = letter
        self.has_left = False
        self.column.setSpacing(8)
        self.column.addWidget(words(whom, "section", wrap=True))
        self.column.addWidget(words(what, "secondary", wrap=True))
        self.state = Pill(tr("Withdraw", "Not printed or saved yet"), tone="muted")
        self.button = Button(tr("Withdraw", "Look, print or save"), icon_name="printer")
        said = tr("Withdraw", "Look, print or save: {0}")
        self.button.setAccessibleName(said.replace("{0}", whom))
        self.column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(partial(self.asked.emit, letter))

    def note_left(self) -> None:
        """Say that it was printed or saved."""
        tr = QCoreApplication.translate
        self.has_left = True
        self.state.say(tr("Withdraw", "Printed or saved"), tone="ok", icon_name="check")


class LettersStep(QScrollArea):
    """The letters of one change of mind; `asked` tells the one to look at."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(QCoreApplication.translate("Withdraw", "Letters"))
        self.rows: list[LetterRow] = []

    def show_letters(self, record: Record, letters: tuple[Letter, ...]) -> None:
        """Offer these letters."""
        inner = QWidget()
        inner.setProperty("ground", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 4, 12, 4)
        column.setSpacing(10)
        column.addWidget(Paragraph(_said(record, letters)))
        for letter in letters:
            row = LetterRow(letter, *_whom(record, letter))
            row.asked.connect(self.asked)
            self.rows.append(row)
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(inner)

    def focus_first(self) -> None:
        """Go to the first letter, and bring it into sight."""
        button = self.rows[0].button
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(button)

    def note_left(self, letter: Letter) -> None:
        """Say that a letter was printed or saved."""
        for row in self.rows:
            if row.letter == letter:
                row.note_left()

    def waiting(self) -> int:
        """Return how many letters have not left."""
        return sum(not row.has_left for row in self.rows)

    def any_left(self) -> bool:
        """Say whether one of them was printed or saved."""
        return any(row.has_left for row in self.rows)


def _said(record: Record, letters: tuple[Letter, ...]) -> str:
    tr = QCoreApplication.translate
    said = tr("Withdraw", "It is kept. Sharing that rested on it has stopped.")
    follows = letters[0].follows
    without = dict.fromkeys(
        record.agency(consent.agency).name
        for consent in follows.ends
        if consent.agency not in follows.notices
    )
    if without:
        nothing = tr("Withdraw", "Nothing went out to {0} on this agreement: no letter is needed.")
        said += "\n" + nothing.replace("{0}", ", ".join(without))
    return said


def _whom(record: Record, letter: Letter) -> tuple[str, str]:
    """Return for whom a letter is, and what it says."""
    tr = QCoreApplication.translate
    if letter.agency is not None:
        return (
            tr("Withdraw", "Letter to {0}").replace("{0}", record.agency(letter.agency).name),
            tr("Withdraw", "What they may no longer do, and what to do with what they hold."),
        )
    decider = letter.follows.ends[0].decider
    name = record.person(decider).name if decider is not None else ""
    return (
        tr("Withdraw", "Copy for {0}").replace("{0}", name),
        tr("Withdraw", "What stops, who knows something already, and what goes on."),
    )
