"""The form about a person: what it collects, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.identifiers import System
from app.domain.person import (
    Safety,
)
from app.domain.reach import Way
from tests.ui.desk_builders import (
    TODAY,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    show_dialog,
)
from tests.ui.person_builders import (
    BAD_NHS,
    GOOD_NHS,
    POINT,
    WHOLE,
    edit,
    make,
    type_whole,
)
from ui.dialogs.person_dialog import PersonDialog

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> PersonDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


def test_what_is_typed_is_what_is_sent(dialog: PersonDialog) -> None:
    type_whole(dialog)

    assert dialog.draft() == WHOLE
    assert dialog.reach.drafts() == (POINT,)


def test_everything_typed_is_kept_in_one_step_and_shown_again(
    qtbot: QtBot, office: OpenDesk, dialog: PersonDialog
) -> None:
    before = office.changes()
    type_whole(dialog)
    dialog.identity.died.clear()
    nhs, nino = dialog.numbers.single[System.NHS], dialog.numbers.single[System.NINO]
    nhs.value.setText(GOOD_NHS)
    nhs.source.setText("GP practice letter")
    nhs.verified_on.setText("14/9/2026")
    nino.value.setText("aa-00 00-00a")
    for value in ("CASE 1", "CASE 2"):
        dialog.numbers.cases.add_card().value.setText(value)

    person = keep(qtbot, dialog)

    record = office.record()
    assert office.changes() == before + 1
    assert [(p.way, p.value, p.safety) for p in record.contact_points if p.person == person.id] == [
        (Way.EMAIL, "rowan@mail.example", Safety.CONFIDENTIAL)
    ]
    assert {
        (i.system, i.value, i.source, i.verified_on)
        for i in record.identifiers
        if i.person == person.id
    } == {
        (System.NHS, "9990001006", "GP practice letter", date(2026, 9, 14)),
        (System.NINO, "AA000000A", "", None),
        (System.COUNCIL, "CASE 1", "", None),
        (System.COUNCIL, "CASE 2", "", None),
    }
    again = edit(office, person.id)
    assert again.draft() == replace(WHOLE, died=None)
    keep(qtbot, again)
    after = office.record()
    assert after.people == record.people
    assert after.identifiers == record.identifiers
    assert after.contact_points == record.contact_points


def test_a_person_is_kept_where_they_live(
    qtbot: QtBot, office: OpenDesk, dialog: PersonDialog
) -> None:
    home = office.record().homes[0]
    dialog.names.given.setText("Rowan")
    dialog.home.choose(home.id)
    dialog.home_since.setText("1/6/2021")

    person = keep(qtbot, dialog)

    record = office.record()
    assert record.person(person.id) == person
    assert record.homes_of(person.id, TODAY) == (home,)
    assert record.stays[-1].since == date(2021, 6, 1)


def test_a_day_without_a_home_is_asked_about(qtbot: QtBot, dialog: PersonDialog) -> None:
    dialog.names.given.setText("Rowan")
    dialog.home_since.setText("1/6/2021")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"home": "Please fill this in."}


def test_every_problem_is_said_beside_its_field_and_nothing_is_lost(
    qtbot: QtBot, office: OpenDesk, dialog: PersonDialog
) -> None:
    before = office.changes()
    dialog.names.family.setText("x" * 121)
    dialog.names.born.setText("1 December 2026")
    dialog.identity.died.setText("2/12/2026")
    gone = dialog.identity.names.add_card()
    gone.family.setText("Gone")
    dialog.identity.names.add_card()
    dialog.identity.names._cards[0].remove.click()
    dialog.identity.religion.setText("a\x07")
    numbers = dialog.numbers
    numbers.single[System.NHS].value.setText(BAD_NHS)
    numbers.single[System.UPN].value.setText("A123")
    numbers.single[System.ULN].value.setText("9276308687")
    numbers.single[System.NINO].value.setText("QQ 12 34 56 C")
    numbers.cases.add_card().value.setText("1")
    case = numbers.cases.add_card()
    case.value.setText("2")
    case.verified_on.setText("1/1/2026")
    dialog.reach.points.add_card().value.setText("ask Gran")
    mail = dialog.reach.points.add_card()
    mail.way.choose("email")
    mail.value.setText("nobody")
    dialog.health.booked_on.setText("1/12/2026")
    dialog.school.attendance.setText("101")

    press_save(qtbot, dialog)

    said = said_beside(dialog)
    assert said == {
        "family": "This is too long to keep. Shorten it, or split it.",
        "born": "This date has not happened yet.",
        "died": "This date has not happened yet.",
        "further_names.#1.given": "Write first names, a family name, or both.",
        "religion": "There is a character here that cannot be printed.",
        "nhs-number": "A digit of this NHS number is wrong. Read it again.",
        "upn": "A pupil number is a letter and twelve figures.",
        "uln": "A digit of this learner number is wrong. Read it again.",
        "national-insurance": (
            "A National Insurance number is two letters, six figures and A, B, C or D."
        ),
        "cases.#1.value.source": "Say who told you, or where it was seen.",
        "contact_points.#0.value": "This is not a phone number. Write its figures.",
        "contact_points.#1.value": "This is not an e-mail address.",
        "health.booked_on": "This date has not happened yet.",
        "education.attendance": "Attendance is a whole number from 0 to 100.",
    }
    assert numbers.single[System.NHS].value.text() == BAD_NHS
    assert office.changes() == before


def test_what_cannot_be_read_is_said_before_anything_is_sent(
    office: OpenDesk, dialog: PersonDialog
) -> None:
    before = office.journal()
    dialog.names.born.setText("last spring")
    dialog.names.due.setText("soon")
    dialog.school.attendance.setText("most days")

    dialog.save()

    assert said_beside(dialog) == {
        "born": ("This is not a date. Write it like 14 March 1991, March 1991 or about 1991."),
        "due": "This is not a date. Write it like 3 March 2027 or 3/3/2027.",
        "education.attendance": "Attendance is a whole number from 0 to 100.",
    }
    assert office.journal() == before


def test_somebody_without_a_name_is_not_kept(qtbot: QtBot, dialog: PersonDialog) -> None:
    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"given": "Please fill this in."}


def test_a_child_who_is_expected_needs_no_name_and_has_no_number(
    qtbot: QtBot, dialog: PersonDialog
) -> None:
    dialog.names.due.setText("1/3/2027")
    dialog.numbers.single[System.NHS].value.setText(GOOD_NHS)

    press_save(qtbot, dialog)

    assert list(said_beside(dialog)) == ["nhs-number"]
