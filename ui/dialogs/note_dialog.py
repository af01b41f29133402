"""The form for a note or an event: what is known, who says so, what it rests on, who may see it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.draft import Draft
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.visit import Knowledge, Note, NoteDraft, NoteKind, NoteReach
from app.operation import Command
from app.usecases.keep_notes import add_note, change_note
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.room import open_at
from ui.dialogs.sheet_form import SheetForm
from ui.note_choices import kinds_of_knowledge, note_kinds, note_reaches
from ui.widgets.caution import AddressCaution
from ui.widgets.fields import Choice, NoteField, TickList, TickTiles

WIDTH, HEIGHT = 1180, 760


class NoteDialog(DraftDialog):
    """Collects a `NoteDraft`. What it rests on is never chosen beforehand (trap 44).

    `guarded` warns of addresses in what is typed. `draft` is carried on with.
    """

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        people: Mapping[str, str],
        agencies: Mapping[str, str],
        today: date,
        note: Note | None = None,
        guarded: bool = False,
        draft: Draft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        self._sheet = SheetForm()
        super().__init__(
            desk,
            self.command,
            title=tr("Note", "Edit the note") if note else tr("Note", "Add a note"),
            save=tr("Note", "Keep"),
            form=self._sheet,
            touch=True,
            parent=parent,
        )
        self._household = household
        self._note = note
        self._people = people
        self._agencies = agencies
        self._add_what(today, guarded)
        self._add_whence()
        if note is not None:
            self._fill(note)
        open_at(self, WIDTH, HEIGHT)
        self.keep_as_draft("note", household, about=note.id if note else "", draft=draft)

    def command(self) -> Command[Note]:
        """Return the command for what the form says now."""
        if self._note is not None:
            return change_note(self._note.id, self.draft())
        return add_note(self.draft())

    def draft(self) -> NoteDraft:
        """Return what the form says now, people in the family's order."""
        people = self.people.chosen()
        knowledge = next(iter(self.knowledge.chosen()), None)
        agency = self.agency.key()
        return NoteDraft(
            household=self._household,
            on=self.on.day(),
            text=self.text.toPlainText(),
            people=tuple(PersonId(person) for person in self._people if person in people),
            knowledge=None if knowledge is None else Knowledge(knowledge),
            source=self.source.text(),
            kind=NoteKind(self.kind.key()),
            agency=AgencyId(agency) if agency else None,
            role=self.role.text(),
            not_meaning=self.not_meaning.toPlainText(),
            reach=NoteReach(self.reach.key()),
            onward=self.onward.toPlainText(),
        )

    def _add_what(self, today: date, guarded: bool) -> None:
        tr = QCoreApplication.translate
        add = self.form.add
        with self._sheet.side_by_side():
            self.kind = add("kind", tr("Note", "What it is"), Choice(note_kinds()))
            self.on = self.add_date("on", tr("Note", "Date"), optional=False)
            self.on.set_day(today)
        self.text = add("text", tr("Note", "What happened, or what was said"), NoteField(lines=7))
        self._caution = AddressCaution(self.text) if guarded else None
        if self._caution is not None:
            self.form.put(self._caution)
        self.knowledge = add(
            "knowledge",
            tr("Note", "What it rests on"),
            TickList(kinds_of_knowledge(), single=True),
            hint=tr("Note", "So that nobody takes an opinion for a fact"),
        )
        self.knowledge.changed.connect(self.form.row("knowledge").clear_problem)

    def _add_whence(self) -> None:
        tr = QCoreApplication.translate
        add, optional = self.form.add, self.optional
        self._sheet.second_column()
        self.people = add(
            "people", tr("Note", "Whom it is about"), TickTiles(self._people), optional=optional
        )
        with self._sheet.side_by_side():
            self.source = add("source", tr("Note", "Who says so"), QLineEdit(), optional=optional)
            self.role = add("role", tr("Note", "In what role"), QLineEdit(), optional=optional)
        none = {"": tr("Note", "No agency")}
        self.agency = add(
            "agency", tr("Note", "From which agency"), Choice({**none, **self._agencies})
        )
        self.not_meaning = add(
            "not_meaning",
            tr("Note", "What it does not mean"),
            NoteField(lines=2),
            optional=optional,
        )
        self.reach = add("reach", tr("Note", "Who may see it"), Choice(note_reaches()))
        self.onward = add(
            "onward",
            tr("Note", "Limit on passing it on"),
            NoteField(lines=2),
            optional=optional,
        )

    def _fill(self, note: Note) -> None:
        self.kind.choose(note.kind)
        self.on.set_day(note.on)
        self.text.setPlainText(note.text)
        self.knowledge.choose(frozenset({note.knowledge}))
        self.people.choose(frozenset(note.people))
        self.source.setText(note.source)
        self.role.setText(note.role)
        self.agency.choose(note.agency or "")
        self.not_meaning.setPlainText(note.not_meaning)
        self.reach.choose(note.reach)
        self.onward.setPlainText(note.onward)
