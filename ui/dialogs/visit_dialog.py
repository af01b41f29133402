"""The form for recording a visit: who was seen, their own words, what was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import HouseholdId, PersonId
from app.domain.problems import Problem
from app.domain.visit import OwnWords, Visit, VisitDraft, VisitPlace
from app.operation import Command
from app.usecases.record_visit import change_visit, record_visit
from ui.choices import places
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import Choice, NoteField, TickList
from ui.widgets.text import words
from ui.wording import sentences


class VisitDialog(DraftDialog):
    """Collects a `VisitDraft`; the rules about it live with the draft."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        people: Mapping[str, str],
        today: date,
        visit: Visit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Visit", "Edit the visit") if visit else tr("Visit", "Record a visit"),
            save=tr("Visit", "Keep"),
            parent=parent,
        )
        self._household = household
        self._visit = visit
        self._people = people
        add, optional = self.form.add, self.optional
        self.on = self.add_date("on", tr("Visit", "Date"), optional=False)
        self.on.set_day(today)
        self.place = add("place", tr("Visit", "Where"), Choice(places()))
        self.seen = add("seen", tr("Visit", "Who was seen"), TickList(people))
        self.form.put(words(tr("Visit", "In their own words"), "section"))
        self.words = {
            person: add(f"words-{person}", name, NoteField(lines=2), optional=optional)
            for person, name in people.items()
        }
        self.note = add("note", tr("Visit", "Note"), NoteField(lines=5), optional=optional)
        self.agreed = add(
            "agreed", tr("Visit", "What was agreed"), NoteField(lines=2), optional=optional
        )
        self.next_on = self.add_date("next_on", tr("Visit", "Next visit"))
        self.seen.changed.connect(self._show_fields_for_seen)
        if visit is not None:
            self._fill(visit)
        self._show_fields_for_seen()

    def command(self) -> Command[Visit]:
        """Return the command for what the form says now."""
        if self._visit is not None:
            return change_visit(self._visit.id, self.draft())
        return record_visit(self.draft())

    def draft(self) -> VisitDraft:
        """Return what the form says now, people in the family's order."""
        seen = self.seen.chosen()
        return VisitDraft(
            household=self._household,
            on=self.on.day(),
            place=VisitPlace(self.place.key()),
            seen=tuple(PersonId(person) for person in self._people if person in seen),
            words=tuple(
                OwnWords(person=PersonId(person), words=field.toPlainText())
                for person, field in self.words.items()
                if person in seen and field.toPlainText().strip()
            ),
            note=self.note.toPlainText(),
            agreed=self.agreed.toPlainText(),
            next_on=self.next_on.day(),
        )

    def say_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say beside each field what is wrong; a fault of the words is beside those too long."""
        found = sentences(problems)
        fault = found.pop("words", "")
        longest = max(self.words, key=lambda person: len(self.words[person].toPlainText()))
        self.show_sentences({**found, f"words-{longest}": fault} if fault else found)

    def _show_fields_for_seen(self) -> None:
        seen = self.seen.chosen()
        for person in self.words:
            self.form.row(f"words-{person}").setVisible(person in seen)

    def _fill(self, visit: Visit) -> None:
        self.on.set_day(visit.on)
        self.place.choose(visit.place)
        self.seen.choose(frozenset(visit.seen))
        for said in visit.words:
            self.words[said.person].setPlainText(said.words)
        self.note.setPlainText(visit.note)
        self.agreed.setPlainText(visit.agreed)
        self.next_on.set_day(visit.next_on)
