"""Where a person lives, in the inspector: each home with a way to correct it, and the move."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.person import Person
from ui.pages.person_facts import icon_line
from ui.present import Presented
from ui.widgets.buttons import LinkButton
from ui.widgets.text import words


class PersonHomes(QWidget):
    """Shows homes by their labels, never an address; what to do is told, not done."""

    home_asked = Signal(str)
    move_asked = Signal(str)

    def __init__(self, person: Person, presented: Presented, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(words(tr("Inspector", "Where they live"), "section"))
        seen = {home.id for home in presented.view.homes}
        homes = [
            home
            for home in presented.record.homes_of(person.id, presented.today)
            if home.id in seen
        ]
        left = Qt.AlignmentFlag.AlignLeft
        for home in homes:
            said = home.label
            if home.confidential:
                said = tr("Inspector", "{0}. The address is confidential.").replace("{0}", said)
            column.addLayout(icon_line("house", said))
            correct = LinkButton(tr("Inspector", "Correct {0}").replace("{0}", home.label))
            correct.clicked.connect(partial(self._tell_home, home.id))
            column.addWidget(correct, 0, left)
        if not homes:
            column.addWidget(words(tr("Inspector", "Not known"), "body"))
        move = LinkButton(tr("Inspector", "Record a move"))
        move.clicked.connect(partial(self._tell_move, person.id))
        column.addWidget(move, 0, left)

    def _tell_home(self, home: str, _checked: bool = False) -> None:
        self.home_asked.emit(home)

    def _tell_move(self, person: str, _checked: bool = False) -> None:
        self.move_asked.emit(person)
