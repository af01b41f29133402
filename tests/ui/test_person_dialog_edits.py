"""Correcting a person: what an edit changes, and what it leaves exactly as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.dates import PartialDate
from app.domain.identifiers import System
from app.domain.ids import HouseholdId
from app.domain.person import (
    Communication,
    Health,
)
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    FAMILY_C,
    TODAY,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    show_dialog,
)
from tests.ui.person_builders import (
    correct_person,
    edit,
    make,
)
from ui.dialogs.person_dialog import PersonDialog

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> PersonDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


@pytest.mark.parametrize(
    "text",
    [
        "  spaces at the ends  ",
        "a\u00a0space that does not break, a\u2028line, a\ttab",
        "مرحبا بالعالم \u202e",
        "👩‍👧‍👦 e\u0301",
        "x" * 20_000,
    ],
)
def test_an_edit_of_something_else_keeps_odd_words_exactly(
    text: str, qtbot: QtBot, office: OpenDesk
) -> None:
    person = replace(
        office.person("A1"),
        needs=Communication(digital=text, hearing=text[:120], print_points=21),
        health=Health(allergies=text),
    )
    office.run(correct_person(person))
    dialog = edit(office, "A1")
    dialog.names.known_as.setText("Dee")

    keep(qtbot, dialog)

    assert office.person("A1") == replace(person, known_as="Dee")


@pytest.mark.parametrize("text", ["مرحبا", "👩‍👧", "e\u0301 <b>&amp;", "x" * 120])
def test_odd_words_are_kept_as_typed(text: str, qtbot: QtBot, dialog: PersonDialog) -> None:
    dialog.names.given.setText(text)
    dialog.needs.digital.insertPlainText(text)

    person = keep(qtbot, dialog)

    assert (person.given, person.needs.digital) == (text, text)


@pytest.mark.parametrize("household", [FAMILY_A, FAMILY_B, FAMILY_C])
def test_an_edit_that_changes_nothing_changes_nobody(
    qtbot: QtBot, office: OpenDesk, household: HouseholdId
) -> None:
    before = office.record(household)

    for person in before.people:
        keep(qtbot, edit(office, person.id, household))

    after = office.record(household)
    assert after.people == before.people
    assert after.identifiers == before.identifiers
    assert after.contact_points == before.contact_points


def test_a_number_written_without_spaces_keeps_its_source(qtbot: QtBot, office: OpenDesk) -> None:
    before = office.record().identifiers
    dialog = edit(office, "A1")
    nhs = dialog.numbers.single[System.NHS].value
    nhs.setText(nhs.text().replace(" ", ""))

    keep(qtbot, dialog)

    assert office.record().identifiers == before


def test_a_date_of_death_can_be_taken_back(qtbot: QtBot, office: OpenDesk) -> None:
    office.run(correct_person(replace(office.person("A2"), died=PartialDate.of(TODAY))))
    dialog = edit(office, "A2")
    dialog.identity.died.clear()

    keep(qtbot, dialog)

    assert office.person("A2").died is None


def test_a_date_of_birth_known_in_part_is_made_exact(qtbot: QtBot, office: OpenDesk) -> None:
    office.run(correct_person(replace(office.person("A2"), born=PartialDate(1988, 7))))
    dialog = edit(office, "A2")
    was = dialog.draft().born
    dialog.names.born.setText("2/7/1988")

    keep(qtbot, dialog)

    assert was == PartialDate(1988, 7)
    assert office.person("A2").born == PartialDate.of(date(1988, 7, 2))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("about 1988", PartialDate(1988, accuracy="UUE")),
        ("7/1988", PartialDate(1988, 7)),
        ("", None),
    ],
)
def test_a_date_of_birth_known_in_part_is_corrected(
    typed: str, kept: PartialDate | None, qtbot: QtBot, office: OpenDesk
) -> None:
    office.run(correct_person(replace(office.person("A2"), born=PartialDate(1988, 7, 2, "EAA"))))
    dialog = edit(office, "A2")
    was = dialog.names.born.text()
    dialog.names.born.setText(typed)

    keep(qtbot, dialog)

    assert was == "about 2 July 1988"
    assert office.person("A2").born == kept


def test_a_date_of_birth_that_makes_a_parent_too_young_is_said_beside_it(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = edit(office, "A1")
    dialog.names.born.setText("2014")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "born": "The child is older than the parent. Check both dates of birth, and who is whose."
    }


def test_a_section_that_was_never_opened_changes_nothing_and_holds_nothing(
    qtbot: QtBot, office: OpenDesk
) -> None:
    before = office.record()
    dialog = edit(office, "A1")
    dialog.names.known_as.setText("Dee")

    keep(qtbot, dialog)

    after = office.record()
    assert dialog._made == {}
    assert office.person("A1") == replace(before.people[0], known_as="Dee")
    assert (after.identifiers, after.contact_points) == (before.identifiers, before.contact_points)


def test_what_is_wrong_in_a_section_never_opened_is_opened_and_said(
    qtbot: QtBot, office: OpenDesk
) -> None:
    office.run(correct_person(replace(office.person("A1"), religion="x" * 121)))
    dialog = edit(office, "A1")

    press_save(qtbot, dialog)

    assert list(said_beside(dialog)) == ["religion"]
