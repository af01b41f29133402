"""A person's relationships in a list, to be corrected, ended or taken away."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.record import Record
from app.domain.relationship import Contact, Relationship
from app.usecases.keep_relationships import remove_relationship
from ui.choices import relations
from ui.dates import long_date
from ui.desk import Desk
from ui.dialogs.relationship_dialog import RelationshipDialog
from ui.dialogs.room import open_at
from ui.models.tuple_model import Column, TupleModel
from ui.person_choices import contacts
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import words
from ui.widgets.titled import name_window
from ui.widgets.value_table import ValueTable


@dataclass(frozen=True, slots=True)
class RelationshipLine:
    """One relationship in words."""

    fact: Relationship
    said: str
    contact: str
    span: str


class RelationshipsDialog(QDialog):
    """Shows what is recorded; each change is a step that undo takes back."""

    def __init__(
        self,
        desk: Desk,
        record: Record,
        person: str,
        *,
        names: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self._household = record.household.id
        self._person = person
        self._names = names
        self.setModal(True)
        title = tr("Relationships", "Relationships of {0}").replace("{0}", names[person])
        name_window(self, title)
        model: TupleModel[RelationshipLine] = TupleModel(
            (
                Column(tr("Relationships", "Who is what to whom"), lambda line: line.said),
                Column(tr("Relationships", "Contact"), lambda line: line.contact),
                Column(tr("Relationships", "When"), lambda line: line.span),
            )
        )
        self.table = ValueTable(model, name=title)
        self.add_button = Button(tr("Relationships", "Add a relationship"), icon_name="plus")
        self.edit_button = Button(tr("Relationships", "Correct this one"), icon_name="pencil")
        self.remove_button = Button(tr("Relationships", "Take this one away"), icon_name="trash-2")
        self.done_button = PrimaryButton(tr("Relationships", "Done"))
        self._arrange(title)
        self.add_button.clicked.connect(self._add)
        self.edit_button.clicked.connect(self._edit)
        self.table.value_opened.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        self.done_button.clicked.connect(self.accept)
        desk.changed.connect(self._changed)
        self._show(record)

    def _arrange(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(title, "heading", wrap=True))
        column.addWidget(self.table, 1)
        row = FlowLayout()
        for button in (self.add_button, self.edit_button, self.remove_button):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignRight)
        open_at(self, 760, 460)

    def _show(self, record: Record) -> None:
        said = relations()
        lines = [
            RelationshipLine(
                fact,
                f"{self._names[fact.person]}: {said[fact.kind]} {self._names[fact.other]}",
                "" if fact.contact is Contact.NOT_RECORDED else contacts()[fact.contact],
                _span(fact),
            )
            for fact in record.relationships
            if self._person in (fact.person, fact.other)
        ]
        self.table.fill(tuple(lines))
        self.edit_button.setEnabled(bool(lines))
        self.remove_button.setEnabled(bool(lines))
        if lines:
            self.table.selectRow(0)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "relationship" in kinds:
            household = self._household
            self._desk.ask(lambda work: work.record(household), owner=self, then=self._show)

    def _add(self) -> None:
        RelationshipDialog(
            self._desk, self._household, people=self._names, person=self._person, parent=self
        ).open()

    def _edit(self) -> None:
        line = self.table.current()
        if line is not None:
            RelationshipDialog(
                self._desk,
                self._household,
                people=self._names,
                relationship=line.fact,
                parent=self,
            ).open()

    def _remove(self) -> None:
        line = self.table.current()
        if line is not None:
            self._desk.do(remove_relationship(line.fact.id), owner=self, then=self._removed)

    def _removed(self, _nothing: None) -> None:
        self.table.setFocus()


def _span(fact: Relationship) -> str:
    tr = QCoreApplication.translate
    parts = []
    if fact.since is not None:
        parts.append(tr("Relationships", "since {0}").replace("{0}", long_date(fact.since)))
    if fact.until is not None:
        parts.append(tr("Relationships", "until {0}").replace("{0}", long_date(fact.until)))
    return " ".join(parts)
