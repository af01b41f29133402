"""Two people side by side: make them one, value by value, or say that they are two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import PersonId
from app.domain.merging import Difference, Side, attached_openly, differences
from app.domain.person import Person
from app.domain.record import Record
from app.errors import ThinkFamilyError
from app.operation import Command
from app.usecases.merge_people import merge_people, say_not_the_same
from app.view.words import long_partial
from ui.desk import Desk
from ui.dialogs.room import open_at
from ui.forms import Form
from ui.merge_words import attached_in_words, label_of, value_in_words
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.fields import TickList
from ui.widgets.text import Paragraph, announce, words
from ui.wording import in_words


class MergeDialog(QDialog):
    """Asks about every difference; nothing happens before a button is pressed.

    `done_with` tells whether they were made one.
    """

    done_with = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        record: Record,
        keep: PersonId,
        other: PersonId,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self._keep, self._other = keep, other
        self.setModal(True)
        title = tr("Merge", "Are these the same person?")
        self.setWindowTitle(title)
        self.form = Form()
        self.fields: dict[str, TickList] = {}
        self.trouble = Paragraph(tone="stop")
        self.trouble.hide()
        self.merge_button = PrimaryButton(tr("Merge", "Make them one"))
        self.apart_button = Button(tr("Merge", "They are two people"))
        self.cancel_button = Button(tr("Merge", "Cancel"))
        self._arrange(title, record)
        self.merge_button.clicked.connect(self._merge)
        self.apart_button.clicked.connect(self._apart)
        self.cancel_button.clicked.connect(self.reject)

    def choices(self) -> Mapping[str, Side]:
        """Return whose value is chosen for each field."""
        return {
            name: Side(next(iter(field.chosen()), Side.KEPT)) for name, field in self.fields.items()
        }

    def _arrange(self, title: str, record: Record) -> None:
        tr = QCoreApplication.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(title, "heading", wrap=True))
        self.form.put(
            Paragraph(
                tr(
                    "Merge",
                    "Choose what is right where they differ. Everything attached to either stays, "
                    "a name not chosen is kept as another name, and undo parts them again.",
                )
            )
        )
        both = QWidget()
        sides = QHBoxLayout(both)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(24)
        for id_ in (self._keep, self._other):
            sides.addWidget(self._side(record, record.person(id_)), 1)
        self.form.put(both)
        found = differences(record, self._keep, self._other)
        for difference in found:
            self._ask(difference)
        if not found:
            self.form.put(words(tr("Merge", "They do not differ in anything."), "body"))
        column.addWidget(self.form, 1)
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.apart_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.merge_button)
        column.addLayout(buttons)
        open_at(self, 760, 680)

    def _side(self, record: Record, person: Person) -> QWidget:
        """Return who one of the two is and what is attached to them."""
        tr = QCoreApplication.translate
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words(person.name, "section", wrap=True))
        born = long_partial(person.born) or tr("Merge", "date of birth not known")
        column.addWidget(words(born, "secondary", wrap=True))
        counts = attached_openly(record, person.id)
        column.addWidget(words(attached_in_words(counts), "small", wrap=True))
        return side

    def _ask(self, difference: Difference) -> None:
        options: dict[str, str] = {
            Side.KEPT: value_in_words(difference.field, difference.kept),
            Side.OTHER: value_in_words(difference.field, difference.other),
        }
        field = TickList(options, single=True)
        field.choose(frozenset({difference.usual}))
        self.fields[difference.field] = self.form.add(difference.field, label_of(difference), field)

    def _merge(self) -> None:
        self._do(merge_people(self._keep, self._other, dict(self.choices())), one=True)

    def _apart(self) -> None:
        self._do(say_not_the_same(self._keep, self._other), one=False)

    def _do(self, command: Command[Any], *, one: bool) -> None:
        self.trouble.hide()
        self._busy(True)

        def then(_value: object) -> None:
            self.done_with.emit(one)
            self.accept()

        self._desk.do(command, owner=self, then=then, trouble=self._not_done)

    def _not_done(self, error: Exception) -> None:
        self._busy(False)
        if not isinstance(error, ThinkFamilyError):
            self._desk.failed.emit(error)
            return
        self.trouble.say(in_words(error))
        self.trouble.show()
        announce(self, in_words(error))

    def _busy(self, busy: bool) -> None:
        for button in (self.merge_button, self.apart_button):
            button.setEnabled(not busy)
