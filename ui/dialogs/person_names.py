"""Who somebody is, in the form about a person: names, dates, gender, background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.person import Ethnicity, FurtherName, Gender, NameUse, Person
from ui.choices import genders
from ui.dialogs.draft_dialog import DraftDialog
from ui.person_choices import ethnicities, name_uses
from ui.widgets.fields import Choice
from ui.widgets.repeated import Repeated
from ui.widgets.section import SectionForm
from ui.widgets.typed import LongChoice, PartialDateField, TypedLine


def add_partial(dialog: DraftDialog, name: str, label: str, *, hint: str = "") -> PartialDateField:
    """Add a date that may be known in part, which says how it was understood."""
    tr = QCoreApplication.translate
    field = dialog.form.add(name, label, PartialDateField(), hint=hint, optional=dialog.optional)
    field.understood.connect(dialog.form.row(name).remark)
    how = tr("Person", "This is not a date. Write it like 14 March 1991, March 1991 or about 1991.")
    dialog.readable[name] = (field, how)
    return field


class NameFields:
    """What is asked first: names and dates."""

    def __init__(self, dialog: DraftDialog) -> None:
        tr = QCoreApplication.translate
        add, optional = dialog.form.add, dialog.optional
        self.given = add("given", tr("Person", "First names"), TypedLine())
        self.family = add("family", tr("Person", "Family name"), TypedLine(), optional=optional)
        self.known_as = add(
            "known_as", tr("Person", "Likes to be called"), TypedLine(), optional=optional
        )
        self.born = add_partial(
            dialog,
            "born",
            tr("Person", "Date of birth"),
            hint=tr("Person", "As far as it is known: 14 March 1991, March 1991 or about 1991"),
        )
        self.due = dialog.add_date("due", tr("Person", "Expected date, for an unborn child"))

    def fill(self, person: Person) -> None:
        """Show what is kept."""
        self.given.show_words(person.given)
        self.family.show_words(person.family)
        self.known_as.show_words(person.known_as)
        self.born.show_value(person.born)
        self.due.set_day(person.due)

    def values(self) -> dict[str, Any]:
        """Return the fields of the draft."""
        return {
            "given": self.given.said(),
            "family": self.family.said(),
            "known_as": self.known_as.said(),
            "born": self.born.value(),
            "due": self.due.day(),
        }


@dataclass(frozen=True, slots=True)
class NameCard:
    """The fields of one further name."""

    use: Choice
    given: TypedLine
    family: TypedLine

    def name(self) -> FurtherName:
        """Return the name as typed."""
        return FurtherName(
            use=NameUse(self.use.key()), given=self.given.said(), family=self.family.said()
        )


class IdentityFields:
    """Further names, gender, sex, background, and the date of death."""

    def __init__(self, dialog: DraftDialog, form: SectionForm) -> None:
        tr = QCoreApplication.translate
        self._form = form
        self._optional = dialog.optional
        form.resume("identity")
        self.names: Repeated[NameCard] = Repeated(
            form,
            "further_names",
            title=tr("Person", "Name {0}"),
            add=tr("Person", "Add another name"),
            make=self._make_name,
        )
        add, optional = form.add, dialog.optional
        self.pronouns = add("pronouns", tr("Person", "Pronouns"), TypedLine(), optional=optional)
        self.gender = add("gender", tr("Person", "Gender, as they say it"), Choice(genders()))
        self.sex = add(
            "sex",
            tr("Person", "Sex, as recorded"),
            Choice(genders()),
            hint=tr("Person", "Two facts of their own: neither follows from the other."),
        )
        self.ethnicity = add(
            "ethnicity", tr("Person", "Ethnicity, as they say it"), LongChoice(ethnicities())
        )
        self.religion = add("religion", tr("Person", "Religion"), TypedLine(), optional=optional)
        self.died = add_partial(dialog, "died", tr("Person", "Date of death"))

    def fill(self, person: Person) -> None:
        """Show what is kept."""
        for name in person.further_names:
            card = self.names.add_card()
            card.use.choose(name.use)
            card.given.show_words(name.given)
            card.family.show_words(name.family)
        self.pronouns.show_words(person.pronouns)
        self.gender.choose(person.gender)
        self.sex.choose(person.sex)
        self.ethnicity.choose(person.ethnicity)
        self.religion.show_words(person.religion)
        self.died.show_value(person.died)

    @staticmethod
    def filled(person: Person) -> int:
        """Return how much is kept."""
        unknown = (Gender.UNKNOWN, Ethnicity.NOT_ASKED, "", None)
        said = (person.pronouns, person.gender, person.sex, person.ethnicity, person.religion)
        count = sum(value not in unknown for value in (*said, person.died))
        return count + len(person.further_names)

    def values(self) -> dict[str, Any]:
        """Return the fields of the draft."""
        return {
            "further_names": tuple(card.name() for card in self.names.fields),
            "pronouns": self.pronouns.said(),
            "gender": Gender(self.gender.key()),
            "sex": Gender(self.sex.key()),
            "ethnicity": Ethnicity(self.ethnicity.key()),
            "religion": self.religion.said(),
            "died": self.died.value(),
        }

    def _make_name(self, prefix: str) -> NameCard:
        tr = QCoreApplication.translate
        add = self._form.add
        return NameCard(
            use=add(prefix + "use", tr("Person", "What it is"), Choice(name_uses())),
            given=add(
                prefix + "given",
                tr("Person", "First names of this name"),
                TypedLine(),
                optional=self._optional,
            ),
            family=add(
                prefix + "family",
                tr("Person", "Family name of this name"),
                TypedLine(),
                optional=self._optional,
            ),
        )
