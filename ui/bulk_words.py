"""The words for the columns of lists, and for what is wrong with a line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.bulk.columns import ListKind
from app.domain.practice import PracticeState
from app.domain.problems import Problem
from ui.choices import Options
from ui.wording import sentence


def list_kinds() -> Options:
    """Return what a list can hold."""
    tr = QCoreApplication.translate
    return {
        ListKind.PEOPLE: tr("Lists", "People, one a line, with their family"),
        ListKind.AGENCIES: tr("Lists", "Agencies, one a line"),
        ListKind.PRACTICES: tr("Lists", "The national list of GP practices (27 columns)"),
    }


def first_step() -> str:
    """Return what bringing in a list is, and what undo makes of it."""
    return QCoreApplication.translate(
        "Lists",
        "A CSV file from a spreadsheet or another system. You see every line before anything is "
        "kept. Undo takes people and agencies back. It does not take back a list of GP "
        "practices: bringing in a newer list replaces it.",
    )


def columns_step() -> str:
    """Return what to do about the columns."""
    tr = QCoreApplication.translate
    return tr("Lists", "Say which column of the file is what. Nothing is kept yet.")


def preview_step(kind: ListKind) -> str:
    """Return what the lines shown are, and of a practice list what keeping it means."""
    tr = QCoreApplication.translate
    said = tr("Lists", "This is how each line was understood. Nothing is kept yet.")
    if kind is not ListKind.PRACTICES:
        return said
    return f"{said} " + tr(
        "Lists",
        "Keeping it replaces the practice list there is. Undo does not take that back, nor "
        "anything done before it; bringing in a newer list replaces it.",
    )


def other_address() -> str:
    """Return what to look at where one new family is given several addresses."""
    return QCoreApplication.translate(
        "Lists",
        "Check: another address than an earlier line of this family. If these are two families, "
        "give each its own name in the family column.",
    )


def column_words() -> Options:
    """Return the words for everything a line can say."""
    tr = QCoreApplication.translate
    return {
        "family": tr("Lists", "Family or household"),
        "given": tr("Lists", "First names"),
        "family_name": tr("Lists", "Family name"),
        "known_as": tr("Lists", "Likes to be called"),
        "born": tr("Lists", "Date of birth"),
        "died": tr("Lists", "Date of death"),
        "gender": tr("Lists", "Gender, as they say it"),
        "sex": tr("Lists", "Recorded sex"),
        "ethnicity": tr("Lists", "Ethnicity"),
        "pronouns": tr("Lists", "Pronouns"),
        "nhs_number": tr("Lists", "NHS number"),
        "nhs-number": tr("Lists", "NHS number"),
        "upn": tr("Lists", "Pupil number"),
        "phone": tr("Lists", "Phone"),
        "email": tr("Lists", "E-mail"),
        "address": tr("Lists", "Address"),
        "postcode": tr("Lists", "Postcode"),
        "language": tr("Lists", "Language they speak"),
        "interpreter": tr("Lists", "Interpreter, yes or no"),
        "school_year": tr("Lists", "School year"),
        "note": tr("Lists", "Note"),
        "name": tr("Lists", "Name"),
        "kind": tr("Lists", "What it is"),
        "alias": tr("Lists", "Also called"),
        "ods": tr("Lists", "ODS code"),
        "urn": tr("Lists", "School URN"),
        "mailbox": tr("Lists", "Secure mailbox"),
        "out_of_hours": tr("Lists", "Phone out of hours"),
        "needs": tr("Lists", "What they need from us"),
        "public": tr("Lists", "Public authority, yes or no"),
        "columns": tr("Lists", "The line"),
        "opened": tr("Lists", "Opened"),
        "closed": tr("Lists", "Closed"),
        "state": tr("Lists", "Status"),
    }


def practice_states() -> Options:
    """Return whether a practice takes patients."""
    tr = QCoreApplication.translate
    return {
        PracticeState.ACTIVE: tr("Lists", "open"),
        PracticeState.CLOSED: tr("Lists", "closed"),
        PracticeState.DORMANT: tr("Lists", "dormant"),
        PracticeState.PROPOSED: tr("Lists", "not open yet"),
    }


def wrong_in_words(problems: tuple[Problem, ...]) -> str:
    """Return everything that is wrong with a line, each with the column it is in."""
    labels = column_words()
    return " ".join(f"{labels.get(p.field, p.field)}: {sentence(p.why)}" for p in problems)
