"""The form about a person: names and dates first, everything else in sections that open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.identifiers import System
from app.domain.ids import HomeId, HouseholdId
from app.domain.person import Person, PersonDraft
from app.domain.problems import Problem
from app.domain.reach import ContactPoint, Identifier
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
PLAIN_PARTS: dict[str, type[Any]] = {
    "identity": IdentityFields,
    "needs": NeedsSection,
    "health": HealthSection,
    "school": SchoolSection,
}


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
        self._known_numbers = numbers
        self._known_points = points
        self._made: dict[str, Any] = {}
        for key, heading in _headings().items():
            opened = form.begin(key, heading).first_opened
            opened.connect(lambda key=key: self._part(key))
        if person is not None:
            self.names.fill(person)
            self._say_filled(person)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self.sections.jump(step))
        self._section = section
        if section:
            self.sections.sections[section].set_open(True)
        open_at(self, WIDTH, HEIGHT)

    @property
    def identity(self) -> IdentityFields:
        """Return the fields of further names and background."""
        part: IdentityFields = self._part("identity")
        return part

    @property
    def reach(self) -> ReachSection:
        """Return the fields of phones, mails and safe contact."""
        part: ReachSection = self._part("reach")
        return part

    @property
    def numbers(self) -> NumbersSection:
        """Return the fields of numbers."""
        part: NumbersSection = self._part("numbers")
        return part

    @property
    def needs(self) -> NeedsSection:
        """Return the fields of talking and reading."""
        part: NeedsSection = self._part("needs")
        return part

    @property
    def health(self) -> HealthSection:
        """Return the fields of health."""
        part: HealthSection = self._part("health")
        return part

    @property
    def school(self) -> SchoolSection:
        """Return the fields of school."""
        part: SchoolSection = self._part("school")
        return part

    @property
    def note(self) -> TypedNote:
        """Return the field of the note."""
        part: TypedNote = self._part("note")
        return part

    def command(self) -> Command[Person]:
        """Return the command for what the form says now."""
        numbers = self.numbers.drafts() if "numbers" in self._made else ()
        points = self.reach.drafts() if "reach" in self._made else None
        if self._person is not None:
            return change_person(self._person.id, self.draft(), numbers, points=points)
        home = self.home.key()
        return add_person(
            self._household,
            self.draft(),
            numbers,
            None if home == NOWHERE else HomeId(home),
            home_since=self.home_since.day(),
            points=points or (),
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
        """Return what the form says now; a section never opened says what is kept."""
        known = self._person
        values: dict[str, Any] = {}
        if known is not None:
            values = {field.name: getattr(known, field.name) for field in fields(PersonDraft)}
        values |= self.names.values()
        for key, said in (
            ("identity", lambda: self.identity.values()),
            ("school", lambda: self.school.values()),
            ("needs", lambda: {"needs": self.needs.needs()}),
            ("reach", lambda: {"contact": self.reach.contact()}),
            ("health", lambda: {"health": self.health.health()}),
            ("note", lambda: {"note": self.note.said()}),
        ):
            if key in self._made:
                values |= said()
        return PersonDraft(**values)

    def say_problems(self, problems: tuple[Problem, ...]) -> None:
        if any(not self.form.has(self._row_of(p.field)) for p in problems):
            for key in self.sections.sections:  # it is about something that was never opened
                self._part(key)
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
        """Return the name of the row for the field of a problem."""
        named = self.numbers.true_name(field) if "numbers" in self._made else field
        if "identity" in self._made:
            named = self.identity.names.true_name(named)
        return self.reach.points.true_name(named) if "reach" in self._made else named

    def _add_home(self, homes: Mapping[str, str]) -> None:
        tr = QCoreApplication.translate
        nowhere = {NOWHERE: tr("Person", "Not known, or somewhere else")}
        self.home = self.form.add("home", tr("Person", "Lives at"), Choice({**nowhere, **homes}))
        self.home_since = self.add_date("home_since", tr("Person", "Lives there since"))

    def _part(self, key: str) -> Any:
        """Return the fields of a section, made when they are first asked for."""
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def _make(self, key: str) -> Any:
        form, person = self.sections, self._person
        if key == "note":
            form.resume("note")
            label = QCoreApplication.translate("Person", "Note about them")
            note = form.add("note", label, TypedNote(lines=4), optional=self.optional)
            note.show_words(person.note if person else "")
            return note
        if key == "numbers":
            numbers = NumbersSection(self, form)
            numbers.fill(self._known_numbers)
            return numbers
        if key == "reach":
            reach = ReachSection(self, form)
            if person is not None:
                reach.fill(person, self._known_points)
            return reach
        made = PLAIN_PARTS[key](self, form)
        if person is not None:
            made.fill(person)
        return made

    def _say_filled(self, person: Person) -> None:
        counts = {key: kind.filled(person) for key, kind in PLAIN_PARTS.items()}
        counts["reach"] = ReachSection.filled(person) + len(self._known_points)
        counts["numbers"] = len(self._known_numbers)
        counts["note"] = int(bool(person.note))
        for key, count in counts.items():
            self.sections.sections[key].note_filled(count)


def _headings() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "identity": tr("Person", "Other names and background"),
        "reach": tr("Person", "Phone, e-mail and safe contact"),
        "numbers": tr("Person", "Numbers"),
        "needs": tr("Person", "Talking and reading"),
        "health": tr("Person", "Health"),
        "school": tr("Person", "School"),
        "note": tr("Person", "Note"),
    }
