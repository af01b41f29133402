"""The words for the fields of a person side by side, and for what is attached to them."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.dates import PartialDate
from app.domain.identifiers import System, shown
from app.domain.merging import Difference
from app.domain.person import (
    Allowed,
    Diagnosis,
    Ethnicity,
    Gender,
    InterpreterWay,
    Reading,
    Support,
)
from app.view.words import long_partial
from ui.choices import Options, allowed, genders
from ui.dates import long_date
from ui.person_choices import (
    diagnoses,
    ethnicities,
    interpreter_ways,
    readings,
    registers,
    supports,
)

NUMBER = "number:"


def field_words() -> Options:
    """Return what each field of a person is called."""
    tr = QCoreApplication.translate
    return {
        "given": tr("Merge", "First names"),
        "family": tr("Merge", "Family name"),
        "known_as": tr("Merge", "Likes to be called"),
        "pronouns": tr("Merge", "Pronouns"),
        "gender": tr("Merge", "Gender, as they say it"),
        "sex": tr("Merge", "Recorded sex"),
        "born": tr("Merge", "Date of birth"),
        "due": tr("Merge", "Expected date"),
        "died": tr("Merge", "Date of death"),
        "school_year": tr("Merge", "School year"),
        "note": tr("Merge", "Note"),
        "ethnicity": tr("Merge", "Ethnicity"),
        "religion": tr("Merge", "Religion"),
        "needs.language": tr("Merge", "Language"),
        "needs.dialect": tr("Merge", "Dialect"),
        "needs.interpreter": tr("Merge", "Needs an interpreter"),
        "needs.interpreter_wish": tr("Merge", "Wishes about the interpreter"),
        "needs.interpreter_way": tr("Merge", "How the interpreter is there"),
        "needs.print_points": tr("Merge", "Size of print"),
        "needs.easy_read": tr("Merge", "Easy read"),
        "needs.paper": tr("Merge", "Colour of paper"),
        "needs.hearing": tr("Merge", "Hearing"),
        "needs.note": tr("Merge", "Note on talking and reading"),
        "needs.reading": tr("Merge", "Reading"),
        "needs.sign_language": tr("Merge", "British Sign Language"),
        "needs.makaton": tr("Merge", "Makaton"),
        "needs.advocate": tr("Merge", "Advocate"),
        "needs.digital": tr("Merge", "Phone, computer and data"),
        "contact.call": tr("Merge", "May we call?"),
        "contact.text": tr("Merge", "May we send texts?"),
        "contact.voicemail": tr("Merge", "May we leave a message?"),
        "contact.post": tr("Merge", "May we send letters?"),
        "contact.email": tr("Merge", "May we send e-mail?"),
        "contact.code_word": tr("Merge", "Code word"),
        "contact.times": tr("Merge", "Best times"),
        "health.allergies": tr("Merge", "Allergies"),
        "health.disability": tr("Merge", "Disability"),
        "health.diagnosis": tr("Merge", "Diagnosed or told"),
        "health.young_carer": tr("Merge", "Young carer"),
        "health.pregnant_due": tr("Merge", "Baby due"),
        "health.booked_on": tr("Merge", "Pregnancy booked on"),
        "health.unit": tr("Merge", "Maternity unit"),
        "health.midwife": tr("Merge", "Midwife"),
        "education.attendance": tr("Merge", "Attendance, per cent"),
        "education.attendance_on": tr("Merge", "Attendance as of"),
        "education.support": tr("Merge", "Help at school"),
        "education.exclusions": tr("Merge", "Exclusions"),
        "education.neet": tr("Merge", "Not in education or work"),
    }


def part_words() -> Options:
    """Return what is attached to a person, by part of the record."""
    tr = QCoreApplication.translate
    return {
        "identifiers": tr("Merge", "numbers: {0}"),
        "contact_points": tr("Merge", "phones and e-mails: {0}"),
        "stays": tr("Merge", "homes: {0}"),
        "relationships": tr("Merge", "relationships: {0}"),
        "responsibilities": tr("Merge", "parental responsibility: {0}"),
        "orders": tr("Merge", "orders: {0}"),
        "involvements": tr("Merge", "agencies: {0}"),
        "visits": tr("Merge", "visits: {0}"),
        "notes": tr("Merge", "notes: {0}"),
        "competences": tr("Merge", "competence notes: {0}"),
        "consents": tr("Merge", "decisions: {0}"),
        "limits": tr("Merge", "limits: {0}"),
        "grounds": tr("Merge", "records of sharing without agreement: {0}"),
        "requests": tr("Merge", "requests: {0}"),
        "papers": tr("Merge", "papers: {0}"),
        "needs": tr("Merge", "needs and strengths: {0}"),
        "goals": tr("Merge", "goals: {0}"),
        "scale_marks": tr("Merge", "scales: {0}"),
        "actions": tr("Merge", "actions: {0}"),
        "meetings": tr("Merge", "meetings: {0}"),
        "dismissals": tr("Merge", "prompts set aside: {0}"),
    }


def attached_in_words(counts: dict[str, int]) -> str:
    """Return what is attached to somebody; flags and restricted facts are not spoken of."""
    said = part_words()
    parts = [said[part].replace("{0}", str(n)) for part, n in counts.items() if part in said]
    return ", ".join(parts) or QCoreApplication.translate("Merge", "nothing attached")


def label_of(difference: Difference) -> str:
    """Return what a field is called."""
    if difference.field.startswith(NUMBER):
        return registers()[difference.field.removeprefix(NUMBER)]
    return field_words()[difference.field]


def value_in_words(field: str, value: Any) -> str:
    """Return a value as it is read; "not recorded" for nothing."""
    tr = QCoreApplication.translate
    if field.startswith(NUMBER):
        return shown(System(field.removeprefix(NUMBER)), value)
    if isinstance(value, PartialDate):
        return long_partial(value)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, bool):
        return tr("Merge", "Yes") if value else tr("Merge", "No")
    for kind, options in (
        (Gender, genders),
        (Ethnicity, ethnicities),
        (Allowed, allowed),
        (Reading, readings),
        (InterpreterWay, interpreter_ways),
        (Diagnosis, diagnoses),
        (Support, supports),
    ):
        if isinstance(value, kind):
            return options()[value]
    return str(value) if value not in (None, "", 0) else tr("Merge", "not recorded")
