"""Choose a GP practice from the national list: type its name, place, postcode or code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.domain.practice import Practice
from app.ports import Work
from ui.bulk_words import practice_states
from ui.dates import long_date
from ui.desk import Desk
from ui.dialogs.room import open_at
from ui.models.tuple_model import Column, TupleModel
from ui.widgets.buttons import DialogButtons
from ui.widgets.text import Paragraph, words
from ui.widgets.value_table import ValueTable

MOST = 200  # rows shown at once; typing narrows them


class PracticePicker(QDialog):
    """Tells the practice that was chosen. Closed ones are shown, and said to be closed."""

    picked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._practices: tuple[tuple[str, Practice], ...] = ()
        self.setModal(True)
        title = tr("Practice", "Choose a GP practice")
        self.setWindowTitle(title)
        self.search = QLineEdit()
        label = words(tr("Practice", "Name, place, postcode or code"), "label")
        label.setBuddy(self.search)
        self.search.setAccessibleName(label.text())
        model: TupleModel[Practice] = TupleModel(
            (
                Column(tr("Practice", "Practice"), lambda one: one.name),
                Column(tr("Practice", "Code"), lambda one: one.id),
                Column(tr("Practice", "Status"), _status),
                Column(
                    tr("Practice", "Address"), lambda one: ", ".join((*one.lines, one.postcode))
                ),
            )
        )
        self.table = ValueTable(model, name=tr("Practice", "Practices"))
        self.said = Paragraph(tr("Practice", "Reading the list …"))
        self.buttons = DialogButtons(tr("Practice", "Take this one"), tr("Practice", "Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(words(title, "heading", wrap=True))
        for widget in (label, self.search, self.said):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.value_opened.connect(self._take)
        self.buttons.accepted.connect(self._take_current)
        self.buttons.rejected.connect(self.reject)
        open_at(self, 860, 560)
        desk.ask(_every_practice, owner=self, then=self._show)

    def _show(self, practices: tuple[tuple[str, Practice], ...]) -> None:
        self._practices = practices
        self._narrow()

    def _narrow(self) -> None:
        tr = QCoreApplication.translate
        wanted = self.search.text().casefold().split()
        found = [one for text, one in self._practices if all(word in text for word in wanted)]
        self.table.fill(tuple(found[:MOST]))
        if found:
            self.table.selectRow(0)
        if not self._practices:
            said = tr("Practice", "No list was brought in yet. Type the practice in by hand.")
        elif not found:
            said = tr("Practice", "No practice has all these words. Try fewer.")
        elif len(found) > MOST:
            said = tr("Practice", "{0} practices; the first {1} are shown. Type more to narrow.")
        else:
            said = tr("Practice", "{0} practices")
        self.said.say(said.replace("{0}", str(len(found))).replace("{1}", str(MOST)))
        self.buttons.save.setEnabled(bool(found))

    def _take_current(self) -> None:
        practice = self.table.current()
        if practice is not None:
            self._take(practice)

    def _take(self, practice: Practice) -> None:
        self.picked.emit(practice)
        self.accept()


def _every_practice(work: Work) -> tuple[tuple[str, Practice], ...]:
    """Return every practice by name, each with the words it is found by."""
    every = sorted(work.kept(Practice).every(), key=lambda one: (one.closed is not None, one.name))
    return tuple((_found_by(one), one) for one in every)


def _found_by(one: Practice) -> str:
    parts = (one.name, one.id, *one.lines, one.postcode, one.postcode.replace(" ", ""))
    return " ".join(parts).casefold()


def _status(one: Practice) -> str:
    said = practice_states()[one.state]
    return f"{said}, {long_date(one.closed)}" if one.closed else said
