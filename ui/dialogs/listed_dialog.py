"""A person's rows of one kind in a list: add, correct, end, take away. Each change is a step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.record import Record
from app.errors import Invalid, Refused, StoreTrouble
from app.operation import Command
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.room import open_at
from ui.models.tuple_model import Column, TupleModel
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import Paragraph, words
from ui.widgets.titled import name_window
from ui.widgets.value_table import ValueTable
from ui.wording import in_words

WIDTH, HEIGHT = 760, 500
LEAST_TABLE = 140  # pixels: a heading and two rows


class ListedDialog(QDialog):
    """The frame: a table, a button for each thing to do, and Done.

    A subclass says which rows there are and which form adds or corrects one. Nothing is kept
    here: the rows are read again whenever the store changes, and forgotten on closing.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        title: str,
        columns: Sequence[Column[Any]],
        add: str,
        edit: str,
        remove: str,
        introduction: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.form: DraftDialog | None = None
        self.setModal(True)
        name_window(self, title)
        self.table = ValueTable(TupleModel(columns), name=title)
        self.add_button = Button(add, icon_name="plus")
        self.edit_button = Button(edit, icon_name="pencil")
        self.remove_button = Button(remove, icon_name="trash-2")
        self.done_button = PrimaryButton(QCoreApplication.translate("Listed", "Done"))
        self.nothing = Paragraph(QCoreApplication.translate("Listed", "Nothing is recorded yet."))
        self.refusal = Paragraph(tone="stop")
        self.refusal.hide()
        self.action_row = FlowLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(words(title, "heading", wrap=True))
        inner, column = _page()
        whole.addWidget(inner, 1)
        if introduction:
            column.addWidget(Paragraph(introduction))
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing)
        column.addWidget(self.refusal)
        column.addLayout(self.action_row)
        self.table.setMinimumHeight(LEAST_TABLE)
        whole.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignRight)
        for button in (self.add_button, self.edit_button, self.remove_button):
            self.action_row.addWidget(button)
        self.add_button.clicked.connect(self._add)
        self.edit_button.clicked.connect(self._edit)
        self.table.value_opened.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        self.done_button.clicked.connect(self.accept)
        open_at(self, WIDTH, HEIGHT)

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """Show these rows; what needs one is off while there is none."""
        before = self.table.current()
        self.table.fill(rows)
        self.nothing.setVisible(not rows)
        for button in self.for_a_row():
            button.setEnabled(bool(rows))
        if rows:
            kept = [n for n, row in enumerate(rows) if before and row.id == before.id]
            self.table.selectRow(kept[0] if kept else 0)

    def for_a_row(self) -> tuple[Button, ...]:
        """Return the buttons that are about the row under the cursor."""
        return (self.edit_button, self.remove_button)

    def make_form(self, row: Any) -> DraftDialog:
        """Return the form that corrects a row, or adds one where `row` is None."""
        raise NotImplementedError

    def removal(self, row: Any) -> Command[Any]:
        """Return the command that takes a row away."""
        raise NotImplementedError

    def open_form(self, form: DraftDialog) -> None:
        """Open a form over the list."""
        self.refusal.hide()
        self.form = form
        form.kept.connect(self.row_kept)
        form.finished.connect(form.deleteLater)
        form.finished.connect(self._form_closed)
        form.open()

    def row_kept(self, row: Any) -> None:
        """Hear what a form kept; most lists are read again from the store anyway."""

    def row_removed(self, row: Any) -> None:
        """Hear that a row is gone."""

    def do(self, command: Command[Any], then: Callable[[Any], object]) -> None:
        """Change the store; why it cannot be is said above the buttons."""
        self.refusal.hide()
        self.desk.do(command, owner=self, then=then, trouble=self._trouble)

    def _add(self) -> None:
        self.open_form(self.make_form(None))

    def _edit(self) -> None:
        row = self.table.current()
        if row is not None:
            self.open_form(self.make_form(row))

    def _remove(self) -> None:
        row = self.table.current()
        if row is not None:
            self.do(self.removal(row), lambda _: self._removed(row))

    def _removed(self, row: Any) -> None:
        self.row_removed(row)
        self.table.setFocus()

    def _form_closed(self) -> None:
        self.form = None

    def _trouble(self, error: Exception) -> None:
        if isinstance(error, Invalid | Refused | StoreTrouble):
            self.refusal.say(in_words(error))
            self.refusal.show()
        else:
            self.desk.failed.emit(error)


def _page() -> tuple[QScrollArea, QVBoxLayout]:
    """Return a page that scrolls where a small screen shows large letters, and its column."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner = QWidget()
    inner.setProperty("ground", "clear")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    area.setWidget(inner)
    return area, column


class RecordListDialog(ListedDialog):
    """A list out of the ordinary record, in step with the store."""

    kind = ""

    def follow(self, record: Record) -> None:
        """Show a record now and again after each change of `kind`."""
        self._household = record.household.id
        self.show_record(record)
        self.desk.changed.connect(self._changed)

    def show_record(self, record: Record) -> None:
        """Show the rows of a record."""
        raise NotImplementedError

    def _changed(self, kinds: frozenset[str]) -> None:
        if self.kind in kinds:
            household = self._household
            self.desk.ask(lambda work: work.record(household), owner=self, then=self.show_record)
