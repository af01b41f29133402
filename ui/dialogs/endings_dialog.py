"""What runs out in one family, or must be looked at again, soonest first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.endings import EndingLine, endings
from app.domain.person import Safety
from app.domain.rulebook import Rulebook
from ui.dates import long_date
from ui.decision_words import ending_words
from ui.dialogs.room import open_at
from ui.models.tuple_model import Column, TupleModel
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.table_pane import TablePane
from ui.widgets.text import words
from ui.widgets.value_table import ValueTable

WIDE, TALL = 860, 560
MONTH, QUARTER, YEAR = 30, 91, 366


class EndingsDialog(QDialog):
    """Lists what ends, soonest first. `chosen` tells a person and a partner, either may be ""."""

    chosen = Signal(str, str)

    def __init__(self, book: Rulebook, on: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._book, self._on = book, on
        self.setModal(True)
        title = tr("Endings", "What runs out")
        self.setWindowTitle(title)
        self.within = Choice(
            {
                str(MONTH): tr("Endings", "In the next month"),
                str(QUARTER): tr("Endings", "In the next three months"),
                str(YEAR): tr("Endings", "In the next year"),
            }
        )
        self.within.setAccessibleName(tr("Endings", "How far ahead"))
        self.table = ValueTable(self._model(), name=title)
        nothing = EmptyState(
            heading=tr("Endings", "Nothing runs out"),
            sentence=tr("Endings", "Look further ahead."),
            icon_name="calendar",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(title, "heading"))
        column.addWidget(TablePane(self.table, empty=nothing, edge=0), 1)
        self.done_button = Button(tr("Endings", "Done"))
        self.done_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.within)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column.addLayout(foot)
        self.within.picked.connect(self.read)
        self.table.value_opened.connect(self._opened)
        self.within.choose(str(QUARTER))
        self.read()
        open_at(self, WIDE, TALL)

    def read(self) -> None:
        """Work out again what ends, as far ahead as is chosen."""
        self.table.fill(seen_endings(self._book, self._on, int(self.within.key())))

    def _opened(self, line: EndingLine) -> None:
        self.accept()
        self.chosen.emit(line.person or "", line.agency or "")

    def _model(self) -> TupleModel[EndingLine]:
        tr = QCoreApplication.translate
        said = ending_words()
        people = {person.id: person.name for person in self._book.record.people}
        agencies = {agency.id: agency.name for agency in self._book.record.agencies}
        return TupleModel(
            (
                Column(tr("Endings", "Day"), lambda line: long_date(line.day)),
                Column(tr("Endings", "What"), lambda line: said[line.what]),
                Column(tr("Endings", "Who"), lambda line: people.get(line.person, "")),
                Column(tr("Endings", "Partner"), lambda line: agencies.get(line.agency, "")),
            )
        )


def seen_endings(book: Rulebook, on: date, within: int) -> tuple[EndingLine, ...]:
    """Return what ends, without what is somebody's own affair: it is never on a shared screen."""
    own = {(i.person, i.agency) for i in book.record.involvements if i.safety is Safety.OWN}
    return tuple(
        line for line in endings(book, on, within) if (line.person, line.agency) not in own
    )
