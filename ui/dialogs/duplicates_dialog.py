"""People who may have been entered twice: what matches, and what to do about each pair."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.household import Household
from app.domain.record import Record
from app.errors import ThinkFamilyError
from app.nicknames import nicknames
from app.ports import Work
from app.usecases.likely_same import Pair, pairs
from app.usecases.merge_people import join_families, say_not_the_same
from app.view.words import long_partial
from ui.alike_words import alike_in_words
from ui.desk import Desk
from ui.dialogs.merge_dialog import MergeDialog
from ui.dialogs.room import open_at
from ui.models.tuple_model import Column, TupleModel
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import Paragraph, announce, words
from ui.widgets.value_table import ValueTable
from ui.wording import in_words


@dataclass(frozen=True, slots=True)
class PairLine:
    """One pair with the names of their families."""

    pair: Pair
    families: tuple[str, str]

    @property
    def one_family(self) -> bool:
        """Whether both are recorded in the same family."""
        return self.pair.one.household == self.pair.other.household


class DuplicatesDialog(QDialog):
    """Lists pairs, the likeliest first. Each thing that is done can be taken back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self._sure = ""  # the pair whose families are to be put together at the next press
        self.merge: MergeDialog | None = None
        self.setModal(True)
        title = tr("Duplicates", "People who may be here twice")
        self.setWindowTitle(title)
        model: TupleModel[PairLine] = TupleModel(
            (
                Column(tr("Duplicates", "One"), lambda line: _who(line, 0)),
                Column(tr("Duplicates", "The other"), lambda line: _who(line, 1)),
                Column(
                    tr("Duplicates", "What matches"), lambda line: alike_in_words(line.pair.reasons)
                ),
            )
        )
        self.table = ValueTable(model, name=title)
        self.said = Paragraph(tr("Duplicates", "Looking …"))
        self.nothing = EmptyState(
            heading=tr("Duplicates", "Nobody seems to be here twice."),
            sentence=tr("Duplicates", "Two records that look like one person would be listed."),
            icon_name="users",
        )
        self.look_button = PrimaryButton(tr("Duplicates", "Look at both"))
        self.apart_button = Button(tr("Duplicates", "They are two people"))
        self.join_button = Button(tr("Duplicates", "Put the two families together"))
        self.done_button = Button(tr("Duplicates", "Done"))
        self._arrange(title)
        self.look_button.clicked.connect(self._look)
        self.table.value_opened.connect(self._look)
        self.apart_button.clicked.connect(self._apart)
        self.join_button.clicked.connect(self._join)
        self.done_button.clicked.connect(self.accept)
        self.table.value_chosen.connect(self._chosen)
        desk.changed.connect(self._changed)
        self.read()

    def read(self) -> None:
        """Look for pairs again."""
        self._desk.ask(_lines, owner=self, then=self._show)

    def _arrange(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(title, "heading", wrap=True))
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        self.nothing.hide()
        row = FlowLayout()
        for button in (self.look_button, self.apart_button, self.join_button):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignRight)
        open_at(self, 900, 560)

    def _show(self, lines: tuple[PairLine, ...]) -> None:
        tr = QCoreApplication.translate
        self.table.fill(lines)
        if lines:
            said = tr("Duplicates", "Pairs that may be one person: {0}. The likeliest is first.")
            self.said.say(said.replace("{0}", str(len(lines))))
            self.table.selectRow(0)
        self.said.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        for button in (self.look_button, self.apart_button, self.join_button):
            button.setEnabled(bool(lines))
            button.setVisible(bool(lines))
        self.table.setVisible(bool(lines))
        if lines:
            self._chosen(self.table.current())

    def _chosen(self, line: PairLine | None) -> None:
        self._sure = ""
        self.look_button.setEnabled(line is not None and line.one_family)
        self.join_button.setEnabled(line is not None and not line.one_family)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"person", "household", "identifier", "not_the_same"}:
            self.read()

    def _look(self) -> None:
        line = self.table.current()
        if line is not None and line.one_family:
            household = line.pair.one.household
            self._desk.ask(
                lambda work: work.record(household),
                owner=self,
                then=lambda record: self._side_by_side(record, line.pair),
            )

    def _side_by_side(self, record: Record, pair: Pair) -> None:
        self.merge = MergeDialog(self._desk, record, pair.one.id, pair.other.id, parent=self)
        self.merge.finished.connect(self.merge.deleteLater)
        self.merge.finished.connect(self._forget)
        self.merge.open()

    def _forget(self) -> None:
        self.merge = None

    def _apart(self) -> None:
        line = self.table.current()
        if line is not None:
            command = say_not_the_same(line.pair.one.id, line.pair.other.id)
            self._desk.do(command, owner=self, then=self._done, trouble=self._not_done)

    def _join(self) -> None:
        """Say first what it means; the second press does it."""
        line = self.table.current()
        if line is None or line.one_family:
            return
        pair = line.pair
        if self._sure != pair.one.id + pair.other.id:
            self._sure = pair.one.id + pair.other.id
            said = QCoreApplication.translate(
                "Duplicates",
                "Everything of “{1}” moves into “{0}”: people, homes, notes, decisions. Do this "
                "only if one family was entered twice. Press the button again to do it.",
            )
            for place, name in enumerate(line.families):
                said = said.replace(f"{{{place}}}", name)
            self.said.say(said)
            announce(self, said)
            return
        command = join_families(pair.one.household, pair.other.household)
        self._desk.do(command, owner=self, then=self._done, trouble=self._not_done)

    def _done(self, _value: object) -> None:
        self.table.setFocus()

    def _not_done(self, error: Exception) -> None:
        if not isinstance(error, ThinkFamilyError):
            self._desk.failed.emit(error)
            return
        self.said.say(in_words(error))
        announce(self, in_words(error))


def _lines(work: Work) -> tuple[PairLine, ...]:
    found = pairs(work, nicknames())
    names = {}
    for pair in found:
        for person in (pair.one, pair.other):
            if person.household not in names:
                family = work.kept(Household).find(person.household)
                names[person.household] = family.name if family is not None else ""
    return tuple(
        PairLine(pair, (names[pair.one.household], names[pair.other.household])) for pair in found
    )


def _who(line: PairLine, place: int) -> str:
    person = (line.pair.one, line.pair.other)[place]
    parts = (person.name, long_partial(person.born), line.families[place])
    return ", ".join(part for part in parts if part)
