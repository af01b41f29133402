"""A list of what is recorded of one kind, to be added to, corrected or taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.errors import ThinkFamilyError
from app.operation import Command
from app.ports import Work
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.room import open_at
from ui.models.tuple_model import Column, TupleModel
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import Paragraph, announce, words
from ui.widgets.titled import name_window
from ui.widgets.value_table import ValueTable
from ui.wording import in_words


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record in words: what it is, and when or how."""

    item: Any
    said: str
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddWay:
    """A button that opens the form for a new record of one kind."""

    text: str
    form: Callable[[QWidget], DraftDialog]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the list shows and does: its words, what it reads, and the forms behind it.

    `change` gets the record to correct; `remove` is left out where records are never taken away.
    `kinds` are the kinds of record after whose change the list is read again.
    """

    title: str
    headings: tuple[str, str]
    read: Callable[[Work], tuple[RecordLine, ...]]
    add: tuple[AddWay, ...]
    kinds: frozenset[str]
    introduction: str = ""
    change: Callable[[QWidget, Any], DraftDialog] | None = None
    remove: Callable[[Any], Command[Any]] | None = None


class LinesDialog(QDialog):
    """Shows the list; each change is a step that undo takes back."""

    def __init__(self, desk: Desk, listed: Listed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self._listed = listed
        self.setModal(True)
        name_window(self, listed.title)
        model: TupleModel[RecordLine] = TupleModel(
            (
                Column(listed.headings[0], lambda line: line.said),
                Column(listed.headings[1], lambda line: line.more),
            )
        )
        self.table = ValueTable(model, name=listed.title)
        self.add_buttons = tuple(Button(way.text, icon_name="plus") for way in listed.add)
        self.edit_button = Button(tr("Lines", "Correct this one"), icon_name="pencil")
        self.remove_button = Button(tr("Lines", "Take this one away"), icon_name="trash-2")
        self.done_button = PrimaryButton(tr("Lines", "Done"))
        self.refusal = Paragraph(tone="stop")
        self.refusal.hide()
        self._arrange()
        for button, way in zip(self.add_buttons, listed.add, strict=True):
            button.clicked.connect(lambda _=False, way=way: way.form(self).open())
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        self.done_button.clicked.connect(self.accept)
        self.table.value_opened.connect(self._edit)
        desk.changed.connect(self._changed)
        self._show(())
        self.read()

    def read(self) -> None:
        """Read the list again."""
        self._desk.ask(self._listed.read, owner=self, then=self._show)

    def _arrange(self) -> None:
        listed = self._listed
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(listed.title, "heading", wrap=True))
        if listed.introduction:
            column.addWidget(Paragraph(listed.introduction))
        column.addWidget(self.table, 1)
        column.addWidget(self.refusal)
        row = FlowLayout()
        for button in self.add_buttons:
            row.addWidget(button)
        for button, there in (
            (self.edit_button, listed.change is not None),
            (self.remove_button, listed.remove is not None),
        ):
            if there:
                row.addWidget(button)
            else:
                button.setParent(self)
                button.hide()
        column.addLayout(row)
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignRight)
        open_at(self, 760, 460)

    def _show(self, lines: tuple[RecordLine, ...]) -> None:
        self.table.fill(lines)
        self.edit_button.setEnabled(bool(lines))
        self.remove_button.setEnabled(bool(lines))
        if lines:
            self.table.selectRow(0)
            self.table.fit_columns()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & self._listed.kinds:
            self.read()

    def _edit(self) -> None:
        line = self.table.current()
        if line is not None and self._listed.change is not None:
            self._listed.change(self, line.item).open()

    def _remove(self) -> None:
        line = self.table.current()
        if line is not None and self._listed.remove is not None:
            self.refusal.hide()
            command = self._listed.remove(line.item)
            self._desk.do(command, owner=self, then=self._removed, trouble=self._not_removed)

    def _removed(self, _nothing: object) -> None:
        self.table.setFocus()

    def _not_removed(self, error: Exception) -> None:
        if not isinstance(error, ThinkFamilyError):
            self._desk.failed.emit(error)
            return
        self.refusal.say(in_words(error))
        self.refusal.show()
        announce(self, in_words(error))
