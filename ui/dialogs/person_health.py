"""Health and school, in the form about a person."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.person import (
    NO_EDUCATION,
    NO_HEALTH,
    Allowed,
    Diagnosis,
    Education,
    Health,
    Person,
    Support,
)
from app.domain.problems import Why
from ui.choices import allowed
from ui.dialogs.draft_dialog import DraftDialog
from ui.person_choices import diagnoses, supports
from ui.widgets.fields import Choice, TickList
from ui.widgets.section import SectionForm
from ui.widgets.typed import NumberField, TypedLine, TypedNote
from ui.wording import sentence


class HealthSection:
    """What matters about somebody's health; the practice is an agency that works with them."""

    def __init__(self, dialog: DraftDialog, form: SectionForm) -> None:
        tr = QCoreApplication.translate
        form.resume("health")
        add, optional = form.add, dialog.optional
        self.allergies = add(
            "health.allergies", tr("Person", "Allergies"), TypedNote(lines=2), optional=optional
        )
        self.disability = add(
            "health.disability", tr("Person", "Disability"), TypedNote(lines=2), optional=optional
        )
        self.diagnosis = add(
            "health.diagnosis", tr("Person", "How the disability is known"), Choice(diagnoses())
        )
        self.young_carer = add("health.young_carer", tr("Person", "Young carer"), Choice(allowed()))
        self.pregnant_due = dialog.add_date(
            "health.pregnant_due", tr("Person", "Pregnant: expected on")
        )
        self.booked_on = dialog.add_date("health.booked_on", tr("Person", "Booked on"))
        self.unit = add(
            "health.unit", tr("Person", "Maternity unit"), TypedLine(), optional=optional
        )
        self.midwife = add(
            "health.midwife", tr("Person", "Midwife"), TypedLine(), optional=optional
        )

    def fill(self, person: Person) -> None:
        """Show what is kept."""
        health = person.health
        for name in ("allergies", "disability", "unit", "midwife"):
            getattr(self, name).show_words(getattr(health, name))
        self.diagnosis.choose(health.diagnosis)
        self.young_carer.choose(health.young_carer)
        self.pregnant_due.set_day(health.pregnant_due)
        self.booked_on.set_day(health.booked_on)

    @staticmethod
    def filled(person: Person) -> int:
        """Return how much is kept."""
        names = ("allergies", "disability", "unit", "midwife", "pregnant_due", "booked_on")
        count = sum(bool(getattr(person.health, name)) for name in names)
        return count + (person.health.young_carer is not Allowed.NOT_ASKED)

    def health(self) -> Health:
        """Return what is said."""
        said = Health(
            allergies=self.allergies.said(),
            disability=self.disability.said(),
            diagnosis=Diagnosis(self.diagnosis.key()),
            young_carer=Allowed(self.young_carer.key()),
            pregnant_due=self.pregnant_due.day(),
            booked_on=self.booked_on.day(),
            unit=self.unit.said(),
            midwife=self.midwife.said(),
        )
        return NO_HEALTH if said == NO_HEALTH else said


class SchoolSection:
    """How school goes; the school itself is an agency that works with them."""

    def __init__(self, dialog: DraftDialog, form: SectionForm) -> None:
        tr = QCoreApplication.translate
        form.resume("school")
        add, optional = form.add, dialog.optional
        self.school_year = add(
            "school_year", tr("Person", "School year"), TypedLine(), optional=optional
        )
        self.attendance = add(
            "education.attendance",
            tr("Person", "Attendance in per cent"),
            NumberField(),
            hint=tr("Person", "This school year, 0 to 100"),
            optional=optional,
        )
        dialog.readable["education.attendance"] = (self.attendance, sentence(Why.NOT_A_PERCENTAGE))
        self.attendance_on = dialog.add_date(
            "education.attendance_on", tr("Person", "Attendance as of")
        )
        self.support = add(
            "education.support", tr("Person", "Special educational needs"), Choice(supports())
        )
        self.exclusions = add(
            "education.exclusions",
            tr("Person", "Exclusions and suspensions"),
            TypedNote(lines=2),
            optional=optional,
        )
        neet = tr("Person", "Not in education, employment or training")
        self.neet = add("education.neet", tr("Person", "After school"), TickList({"neet": neet}))

    def fill(self, person: Person) -> None:
        """Show what is kept."""
        education = person.education
        self.school_year.show_words(person.school_year)
        self.attendance.show_number(education.attendance)
        self.attendance_on.set_day(education.attendance_on)
        self.support.choose(education.support)
        self.exclusions.show_words(education.exclusions)
        self.neet.choose(frozenset({"neet"} if education.neet else ()))

    @staticmethod
    def filled(person: Person) -> int:
        """Return how much is kept."""
        education = person.education
        count = sum(map(bool, (person.school_year, education.exclusions, education.neet)))
        count += education.attendance is not None
        return count + (education.support is not Support.NOT_RECORDED)

    def values(self) -> dict[str, Any]:
        """Return the fields of the draft."""
        said = Education(
            attendance=self.attendance.number(),
            attendance_on=self.attendance_on.day(),
            support=Support(self.support.key()),
            exclusions=self.exclusions.said(),
            neet=bool(self.neet.chosen()),
        )
        return {
            "school_year": self.school_year.said(),
            "education": NO_EDUCATION if said == NO_EDUCATION else said,
        }
