"""The form about a person: names and dates first, everything else in sections that open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.identifiers import System
from app.domain.ids import HomeId, HouseholdId
from app.domain.person import Person, PersonDraft
from app.domain.problems import Problem
from app.domain.reach import ContactPoint, Identifier, IdentifierDraft
from app.operation import Command
from app.usecases.keep_people import add_person, change_person
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.person_health import HealthSection, SchoolSection
from ui.dialogs.person_names import IdentityFields, NameFields
from ui.dialogs.person_needs import NeedsSection
from ui.dialogs.person_numbers import NumbersSection
from ui.dialogs.person_reach import ReachSection
from ui.dialogs.room import open_at
from ui.widgets.fields import Choice
from ui.widgets.section import SectionForm
from ui.widgets.typed import TypedNote

NOWHERE = "-"
WIDTH, HEIGHT = 640, 720


class PersonDialog(DraftDialog):
    """Collects a `PersonDraft`, numbers and ways to reach them; the rules live with the drafts.

    `section` is the one to open at once: "identity", "numbers", "reach", "needs", "health",
    "school" or "note".
    """

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        homes: Mapping[str, str],
        person: Person | None = None,
        numbers: tuple[Identifier, ...] = (),
        points: tuple[ContactPoint, ...] = (),
        section: str = "",
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Person", "Add a person") if person is None else tr("Person", "Edit {0}")
        form = SectionForm()
        super().__init__(
            desk,
            self.command,
            title=title.replace("{0}", person.name if person else ""),
            save=tr("Person", "Keep"),
            form=form,
            parent=parent,
        )
        self.sections = form
        self._household = household
        self._person = person
        self.names = NameFields(self)
        if person is None:
            self._add_home(homes)
        self.identity = IdentityFields(self, self.sections)
        self.reach = ReachSection(self, self.sections)
        self.numbers = NumbersSection(self, self.sections)
        self.needs = NeedsSection(self, self.sections)
        self.health = HealthSection(self, self.sections)
        self.school = SchoolSection(self, self.sections)
        self._note_section = self.sections.begin("note", tr("Person", "Note"))
        self.note = self.form.add(
            "note", tr("Person", "Note about them"), TypedNote(lines=4), optional=self.optional
        )
        if person is not None:
            self._fill(person, numbers, points)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self.sections.jump(step))
        self._section = section
        if section:
            self.sections.sections[section].set_open(True)
        open_at(self, WIDTH, HEIGHT)

    def command(self) -> Command[Person]:
        """Return the command for what the form says now."""
        numbers, points = self.numbers.drafts(), self.reach.drafts()
        if self._person is not None:
            return change_person(self._person.id, self.draft(), numbers, points=points)
        home = self.home.key()
        return add_person(
            self._household,
            self.draft(),
            numbers,
            None if home == NOWHERE else HomeId(home),
            home_since=self.home_since.day(),
            points=points,
        )

    def begin_with(self, draft: PersonDraft, nhs_number: str) -> None:
        """Put in what was typed while looking for somebody who may be here already."""
        self.names.given.setText(draft.given)
        self.names.family.setText(draft.family)
        self.names.born.show_value(draft.born)
        if nhs_number:
            self.numbers.single[System.NHS].value.setText(nhs_number)
            self.sections.sections["numbers"].set_open(True)

    def draft(self) -> PersonDraft:
        """Return what the form says now."""
        return PersonDraft(
            **self.names.values(),
            **self.identity.values(),
            **self.school.values(),
            needs=self.needs.needs(),
            contact=self.reach.contact(),
            health=self.health.health(),
            note=self.note.said(),
        )

    def drafted_numbers(self) -> tuple[IdentifierDraft, ...]:
        """Return the numbers as typed."""
        return self.numbers.drafts()

    def say_problems(self, problems: tuple[Problem, ...]) -> None:
        super().say_problems(tuple(Problem(self._row_of(p.field), p.why) for p in problems))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._section:
            section = self.sections.sections[self._section]
            QTimer.singleShot(0, self, lambda: self.sections.scroll_to(section))

    def first_field(self) -> QWidget | None:
        if self._section:
            return self.sections.sections[self._section].heading
        return super().first_field()

    def _row_of(self, field: str) -> str:
        named = self.numbers.true_name(field)
        for repeated in (self.identity.names, self.reach.points):
            named = repeated.true_name(named)
        return named

    def _add_home(self, homes: Mapping[str, str]) -> None:
        tr = QCoreApplication.translate
        nowhere = {NOWHERE: tr("Person", "Not known, or somewhere else")}
        self.home = self.form.add("home", tr("Person", "Lives at"), Choice({**nowhere, **homes}))
        self.home_since = self.add_date("home_since", tr("Person", "Lives there since"))

    def _fill(
        self,
        person: Person,
        numbers: tuple[Identifier, ...],
        points: tuple[ContactPoint, ...],
    ) -> None:
        self.names.fill(person)
        self.identity.fill(person)
        self.reach.fill(person, points)
        self.numbers.fill(numbers)
        for part in (self.needs, self.health, self.school):
            part.fill(person)
        self.note.show_words(person.note)
        self._note_section.note_filled(bool(person.note))
