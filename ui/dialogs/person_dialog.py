"""The form about a person: who they are, how to talk to them, how to reach them safely."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.dates import PartialDate
from app.domain.identifiers import System, shown, tidy
from app.domain.ids import HomeId, HouseholdId
from app.domain.person import (
    Allowed,
    Communication,
    Gender,
    Person,
    PersonDraft,
    SafeContact,
)
from app.domain.reach import Identifier, IdentifierDraft
from app.operation import Command
from app.usecases.keep_people import add_person, change_person
from ui.choices import allowed, genders, print_sizes
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import Choice, NoteField, TickList
from ui.widgets.text import words

NOWHERE = "-"


class PersonDialog(DraftDialog):
    """Collects a `PersonDraft` and the person's numbers; the rules live with the drafts."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        homes: Mapping[str, str],
        person: Person | None = None,
        numbers: tuple[Identifier, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Person", "Add a person") if person is None else tr("Person", "Edit {0}")
        super().__init__(
            desk,
            self.command,
            title=title.replace("{0}", person.name if person else ""),
            save=tr("Person", "Keep"),
            parent=parent,
        )
        self._household = household
        self._person = person
        self._numbers = {number.system: number for number in numbers}
        self._add_name_fields()
        self._add_date_fields()
        self._add_number_fields()
        if person is None:
            nowhere = {NOWHERE: tr("Person", "Not known, or somewhere else")}
            self.home = self.form.add(
                "home", tr("Person", "Lives at"), Choice({**nowhere, **homes})
            )
        self._add_need_fields()
        self._add_contact_fields()
        if person is not None:
            self._fill(person)

    def command(self) -> Command[Person]:
        """Return the command for what the form says now."""
        if self._person is not None:
            return change_person(self._person.id, self.draft(), self.numbers())
        home = self.home.key()
        place = None if home == NOWHERE else HomeId(home)
        return add_person(self._household, self.draft(), self.numbers(), place)

    def draft(self) -> PersonDraft:
        """Return what the form says now; what it has no field for stays as it was."""
        born = self.born.day()
        known = self._person
        partly = known.born if known and known.born and known.born.exact is None else None
        return PersonDraft(
            given=self.given.text(),
            family=self.family.text(),
            known_as=self.known_as.text(),
            further_names=known.further_names if known else (),
            pronouns=self.pronouns.text(),
            gender=Gender(self.gender.key()),
            sex=known.sex if known else Gender.UNKNOWN,
            born=PartialDate.of(born) if born else partly if not self.born.text() else None,
            due=self.due.day(),
            died=self._died(),
            needs=self._needs(),
            contact=self._contact(),
            school_year=self.school_year.text(),
            note=self.note.toPlainText(),
        )

    def numbers(self) -> tuple[IdentifierDraft, ...]:
        """Return the numbers as typed; an unchanged one keeps its source and date."""
        found = []
        for system, field in ((System.NHS, self.nhs), (System.UPN, self.upn)):
            known = self._numbers.get(system)
            same = known is not None and known.value == tidy(system, field.text())
            found.append(
                IdentifierDraft(
                    system=system,
                    value=field.text(),
                    source=known.source if known and same else "",
                    verified_on=known.verified_on if known and same else None,
                )
            )
        return tuple(found)

    def _add_name_fields(self) -> None:
        tr = QCoreApplication.translate
        add, optional = self.form.add, self.optional
        self.given = add("given", tr("Person", "First names"), QLineEdit())
        self.family = add("family", tr("Person", "Family name"), QLineEdit(), optional=optional)
        self.known_as = add(
            "known_as",
            tr("Person", "Likes to be called"),
            QLineEdit(),
            optional=optional,
        )
        self.pronouns = add("pronouns", tr("Person", "Pronouns"), QLineEdit(), optional=optional)
        self.gender = add("gender", tr("Person", "Gender, as they say it"), Choice(genders()))

    def _add_date_fields(self) -> None:
        tr = QCoreApplication.translate
        self.born = self.add_date("born", tr("Person", "Date of birth"))
        self.due = self.add_date("due", tr("Person", "Expected date, for an unborn child"))
        self.died = self.add_date("died", tr("Person", "Date of death"))
        self.school_year = self.form.add(
            "school_year", tr("Person", "School year"), QLineEdit(), optional=self.optional
        )

    def _add_number_fields(self) -> None:
        tr = QCoreApplication.translate
        self.nhs = self.form.add(
            System.NHS,
            tr("Person", "NHS number"),
            QLineEdit(),
            hint=tr("Person", "Ten digits, from a letter or card. Never guess it."),
            optional=self.optional,
        )
        self.upn = self.form.add(
            System.UPN,
            tr("Person", "Unique pupil number"),
            QLineEdit(),
            hint=tr("Person", "A letter and twelve figures, from the school."),
            optional=self.optional,
        )

    def _add_need_fields(self) -> None:
        tr = QCoreApplication.translate
        add, optional = self.form.add, self.optional
        self.form.put(words(tr("Person", "Talking and reading"), "section"))
        self.language = add(
            "language",
            tr("Person", "Language they speak at home"),
            QLineEdit(),
            optional=optional,
        )
        self.help = add(
            "help",
            tr("Person", "Needs"),
            TickList(
                {
                    "interpreter": tr("Person", "An interpreter"),
                    "easy_read": tr("Person", "Easy read, or read aloud"),
                }
            ),
        )
        self.interpreter_wish = add(
            "interpreter_wish",
            tr("Person", "Wishes about the interpreter"),
            QLineEdit(),
            optional=optional,
        )
        self.print_points = add("print", tr("Person", "Size of print"), Choice(print_sizes()))
        self.hearing = add("hearing", tr("Person", "Hearing"), QLineEdit(), optional=optional)

    def _add_contact_fields(self) -> None:
        tr = QCoreApplication.translate
        self.form.put(words(tr("Person", "Contact that is safe"), "section"))
        self.ways = {
            name: self.form.add(name, label, Choice(allowed()))
            for name, label in (
                ("call", tr("Person", "May we call?")),
                ("text", tr("Person", "May we send texts?")),
                ("voicemail", tr("Person", "May we leave a message?")),
                ("post", tr("Person", "May we send letters?")),
            )
        }
        self.note = self.form.add(
            "note", tr("Person", "Note"), NoteField(lines=3), optional=self.optional
        )

    def _died(self) -> PartialDate | None:
        """Return the date of death; one known in part has no field, and stays as it was."""
        died, known = self.died.day(), self._person.died if self._person else None
        if died is not None:
            return PartialDate.of(died)
        return known if known is not None and known.exact is None else None

    def _needs(self) -> Communication:
        known = self._person.needs if self._person else Communication()
        return Communication(
            language=self.language.text().strip(),
            interpreter="interpreter" in self.help.chosen(),
            interpreter_wish=self.interpreter_wish.text().strip(),
            print_points=int(self.print_points.key()),
            easy_read="easy_read" in self.help.chosen(),
            paper=known.paper,
            hearing=self.hearing.text().strip(),
            note=known.note,
        )

    def _contact(self) -> SafeContact:
        known = self._person.contact if self._person else SafeContact()
        return SafeContact(
            **{name: Allowed(choice.key()) for name, choice in self.ways.items()},
            email=known.email,
            code_word=known.code_word,
            times=known.times,
        )

    def _fill(self, person: Person) -> None:
        for field, text in (
            (self.given, person.given),
            (self.family, person.family),
            (self.known_as, person.known_as),
            (self.pronouns, person.pronouns),
            (self.school_year, person.school_year),
            (self.language, person.needs.language),
            (self.interpreter_wish, person.needs.interpreter_wish),
            (self.hearing, person.needs.hearing),
        ):
            field.setText(text)
        self.gender.choose(person.gender)
        self.born.set_day(person.born.exact if person.born else None)
        self.due.set_day(person.due)
        self.died.set_day(person.died.exact if person.died else None)
        for system, field in ((System.NHS, self.nhs), (System.UPN, self.upn)):
            if system in self._numbers:
                field.setText(shown(system, self._numbers[system].value))
        ticked = {"interpreter": person.needs.interpreter, "easy_read": person.needs.easy_read}
        self.help.choose(frozenset(key for key, on in ticked.items() if on))
        points = str(person.needs.print_points)
        if self.print_points.findData(points) < 0:
            said = QCoreApplication.translate("Person", "{0} point").replace("{0}", points)
            self.print_points.addItem(said, points)
        self.print_points.choose(points)
        for name, choice in self.ways.items():
            choice.choose(getattr(person.contact, name))
        self.note.setPlainText(person.note)
