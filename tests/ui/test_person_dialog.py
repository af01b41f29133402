"""The form about a person: what it collects, what it says, what an edit leaves as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.dates import PartialDate
from app.domain.identifiers import System
from app.domain.ids import HouseholdId
from app.domain.person import (
    Allowed,
    Communication,
    FurtherName,
    Gender,
    NameUse,
    Person,
    PersonDraft,
    SafeContact,
)
from app.domain.reach import IdentifierDraft
from app.operation import operation
from app.ports import Work
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_C,
    TODAY,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    show_dialog,
)
from ui.dialogs.person_dialog import PersonDialog

pytestmark = pytest.mark.timeout(60)
GOOD_NHS, BAD_NHS = "999 000 1006", "999 000 1008"


@operation()
def correct_person(work: Work, person: Person) -> None:
    """Keep a person as given, as a file from another program would."""
    work.kept(Person).change(person)


def make(office: OpenDesk) -> PersonDialog:
    homes: dict[str, str] = {home.id: home.label for home in office.record().homes}
    return PersonDialog(office.desk, FAMILY_A, homes=homes)


def edit(office: OpenDesk, id_: str, household: HouseholdId = FAMILY_A) -> PersonDialog:
    record = office.record(household)
    person = office.person(id_, household)
    numbers = tuple(number for number in record.identifiers if number.person == person.id)
    dialog = PersonDialog(office.desk, household, homes={}, person=person, numbers=numbers)
    show_dialog(office.qtbot, dialog)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> PersonDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


def test_what_is_typed_is_what_is_sent(dialog: PersonDialog) -> None:
    dialog.given.setText("Rowan")
    dialog.family.setText("Ash")
    dialog.known_as.setText("Ro")
    dialog.pronouns.setText("they/them")
    dialog.gender.choose(Gender.OTHER)
    dialog.born.setText("3/4/1990")
    dialog.school_year.setText("—")
    dialog.language.setText("Welsh")
    dialog.help.choose(frozenset({"interpreter", "easy_read"}))
    dialog.interpreter_wish.setText("A woman")
    dialog.print_points.choose("18")
    dialog.hearing.setText("Hearing aid")
    dialog.ways["call"].choose(Allowed.YES)
    dialog.ways["voicemail"].choose(Allowed.NO)
    dialog.note.setPlainText("Likes tea.")
    dialog.nhs.setText(GOOD_NHS)

    assert dialog.draft() == PersonDraft(
        given="Rowan",
        family="Ash",
        known_as="Ro",
        pronouns="they/them",
        gender=Gender.OTHER,
        born=PartialDate(1990, 4, 3),
        needs=Communication(
            language="Welsh",
            interpreter=True,
            interpreter_wish="A woman",
            print_points=18,
            easy_read=True,
            hearing="Hearing aid",
        ),
        contact=SafeContact(call=Allowed.YES, voicemail=Allowed.NO),
        school_year="—",
        note="Likes tea.",
    )
    assert dialog.numbers() == (
        IdentifierDraft(system=System.NHS, value=GOOD_NHS),
        IdentifierDraft(system=System.UPN, value=""),
    )


def test_a_person_is_kept_where_they_live(
    qtbot: QtBot, office: OpenDesk, dialog: PersonDialog
) -> None:
    home = office.record().homes[0]
    dialog.given.setText("Rowan")
    dialog.home.choose(home.id)

    person = keep(qtbot, dialog)

    assert office.person(person.id) == person
    assert office.record().homes_of(person.id, TODAY) == (home,)


def test_every_problem_is_said_beside_its_field_and_nothing_is_lost(
    qtbot: QtBot, office: OpenDesk, dialog: PersonDialog
) -> None:
    before = office.changes()
    dialog.family.setText("x" * 121)
    dialog.born.setText("1 December 2026")
    dialog.died.setText("2/12/2026")
    dialog.nhs.setText(BAD_NHS)
    dialog.upn.setText("A123")

    press_save(qtbot, dialog)

    said = said_beside(dialog)
    assert said == {
        "family": "This is too long to keep. Shorten it, or split it.",
        "born": "This date has not happened yet.",
        "died": "This date has not happened yet.",
        "nhs-number": "A digit of this NHS number is wrong. Read it again.",
        "upn": "A pupil number is a letter and twelve figures.",
    }
    assert dialog.nhs.text() == BAD_NHS
    assert office.changes() == before


def test_somebody_without_a_name_is_not_kept(qtbot: QtBot, dialog: PersonDialog) -> None:
    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"given": "Please fill this in."}


def test_a_child_who_is_expected_needs_no_name_and_has_no_number(
    qtbot: QtBot, dialog: PersonDialog
) -> None:
    dialog.due.setText("1/3/2027")
    dialog.nhs.setText(GOOD_NHS)

    press_save(qtbot, dialog)

    assert list(said_beside(dialog)) == ["nhs-number"]


def test_an_edit_keeps_what_has_no_field(qtbot: QtBot, office: OpenDesk) -> None:
    person = replace(
        office.person("A1"),
        further_names=(FurtherName(use=NameUse.MAIDEN, family="Marsh"),),
        sex=Gender.FEMALE,
        needs=Communication(language="Welsh", print_points=20, paper="cream", note="In the eve"),
        contact=SafeContact(email=Allowed.NO, code_word="tulip", times="mornings"),
    )
    office.run(correct_person(person))
    dialog = edit(office, "A1")

    keep(qtbot, dialog)

    assert office.person("A1") == person


@pytest.mark.parametrize("household", [FAMILY_A, FAMILY_C])
def test_an_edit_that_changes_nothing_changes_nobody(
    qtbot: QtBot, office: OpenDesk, household: HouseholdId
) -> None:
    before = office.record(household)

    for person in before.people:
        keep(qtbot, edit(office, person.id, household))

    after = office.record(household)
    assert after.people == before.people
    assert after.identifiers == before.identifiers


def test_a_number_written_without_spaces_keeps_its_source(qtbot: QtBot, office: OpenDesk) -> None:
    before = office.record().identifiers
    dialog = edit(office, "A1")
    dialog.nhs.setText(dialog.nhs.text().replace(" ", ""))

    keep(qtbot, dialog)

    assert office.record().identifiers == before


def test_a_date_of_death_can_be_taken_back(qtbot: QtBot, office: OpenDesk) -> None:
    office.run(correct_person(replace(office.person("A2"), died=PartialDate.of(TODAY))))
    dialog = edit(office, "A2")
    dialog.died.clear()

    keep(qtbot, dialog)

    assert office.person("A2").died is None


def test_a_date_of_birth_known_in_part_is_made_exact(qtbot: QtBot, office: OpenDesk) -> None:
    office.run(correct_person(replace(office.person("A2"), born=PartialDate(1988, 7))))
    dialog = edit(office, "A2")
    was = dialog.draft().born
    dialog.born.setText("2/7/1988")

    keep(qtbot, dialog)

    assert was == PartialDate(1988, 7)
    assert office.person("A2").born == PartialDate.of(date(1988, 7, 2))


def test_a_date_that_cannot_be_read_is_said(office: OpenDesk, dialog: PersonDialog) -> None:
    before = office.journal()
    dialog.given.setText("Rowan")
    dialog.born.setText("last spring")

    dialog.save()

    assert said_beside(dialog) == {
        "born": "This is not a date. Write it like 3 March 2027 or 3/3/2027."
    }
    assert office.journal() == before


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk, dialog: PersonDialog) -> None:
    before = office.journal()
    dialog.given.setText("Rowan")

    qtbot.keyClick(dialog.given, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: PersonDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: make(office)) == {}
