"""What the inspector shows of a person: every field that has a value, and a way to each form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.dates import PartialDate
from app.domain.person import Gender, Safety
from app.domain.reach import ContactPoint, ContactPointDraft
from app.domain.relationship import Contact, RelationshipDraft
from app.usecases.keep_people import change_person
from app.usecases.keep_relationships import change_relationship
from tests.ui.desk_audit import clipped, nameless
from tests.ui.desk_builders import FAMILY_B, OpenDesk, open_household, settle
from tests.ui.person_builders import WHOLE, correct_person
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)


def shown(window: MainWindow) -> str:
    inspector = window.household.inspector
    return "\n".join(label.text() for label in inspector.findChildren(QLabel) if label.isVisible())


def choose(qtbot: QtBot, office: OpenDesk, window: MainWindow, who: str) -> str:
    window.household.refresh()
    settle(qtbot, office.desk)
    window.household.choose(who)
    settle(qtbot, office.desk)
    return shown(window)


def button(window: MainWindow, name: str) -> QPushButton:
    return next(
        one
        for one in window.household.inspector.findChildren(QPushButton)
        if one.accessibleName() == name and one.isVisible()
    )


def test_everything_that_is_known_is_shown(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    values = {name: getattr(WHOLE, name) for name in WHOLE.__dataclass_fields__}
    values |= {"died": None, "born": PartialDate(1991, accuracy="UUE")}
    person = replace(office.person("A1"), **values)
    office.run(correct_person(person))

    said = choose(qtbot, office, window, "A1")

    for words in (
        "Born about 1991", "Name before marriage: Marsh", "Nickname: Rowie A.",
        "First names: Rowan", "Pronouns: they/them", "Gender: Another gender",
        "Ethnicity: White and Asian", "Religion: Quaker", "NHS number 999 410 0378",
        "Seen: GP practice letter, 14 September 2026", "Mobile: 07700 900101",
        "We may: call, send letters, send e-mails", "Never: text, leave a message",
        "Good times: mornings", "Code word: agreed, see the form", "Language: Welsh, Northern",
        "Interpreter: A woman; By video",
        "easy read, or read aloud, British Sign Language, Makaton",
        "Reading: Reads some things", "Print: 18 point, cream", "Hearing: Hearing aid",
        "Advocate: Kim Vale", "Phone, computer, data: A phone, no data", "In the evening",
        "Allergies: Nuts", "Disability: Dyslexia, Told by the family", "Young carer: Yes",
        "Pregnant, expected on 19 February 2027", "Booked on 1 August 2026",
        "Maternity unit: Northmarsh maternity", "Midwife: Grace", "Year 9",
        "Attendance: 92 % on 1 November 2026", "Education, health and care plan (EHCP)",
        "Exclusions: Two days in May", "Not in education, employment or training", "Likes tea.",
    ):  # fmt: skip
        assert words in said, words
    assert "tulip" not in said


def test_recorded_sex_is_not_set_beside_the_stated_gender(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    office.run(correct_person(replace(office.person("A1"), sex=Gender.MALE)))

    said = choose(qtbot, office, window, "A1")

    assert "Gender: Female" in said
    assert "Male" not in said


def test_what_is_confidential_or_only_theirs_is_not_on_the_screen(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    open_household(qtbot, window, FAMILY_B)
    record = office.record(FAMILY_B)
    person = record.person(record.people[0].id)
    typed = [
        ContactPointDraft(**{n: getattr(p, n) for n in ContactPointDraft.__dataclass_fields__})
        for p in record.contact_points
        if p.person == person.id
    ]
    own = ContactPointDraft(value="07700 900999", label="Own phone", safety=Safety.OWN)
    office.run(change_person(person.id, _draft(person), points=(*typed, own)))

    said = choose(qtbot, office, window, person.id)

    kept: tuple[ContactPoint, ...] = office.record(FAMILY_B).contact_points
    assert "07700 900999" in [point.value for point in kept]
    assert "New mobile: confidential, see the form" in said
    assert "07700 900411" not in said
    assert "Own phone" not in said


def _draft(person: Any) -> Any:
    return type(WHOLE)(**{n: getattr(person, n) for n in WHOLE.__dataclass_fields__})


def test_flags_are_shown_with_what_to_do(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    open_household(qtbot, window, FAMILY_B)

    said = choose(qtbot, office, window, "B2")

    assert "Bear in mind: only for the office" in said
    assert "Staff safety: Two-person visits" in said


def test_what_is_between_two_people_is_shown(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    known = office.record().relationships[0]
    draft = RelationshipDraft(
        person=known.person,
        kind=known.kind,
        other=known.other,
        carer=True,
        contact=Contact.SUPERVISED,
        view_of_person="We talk when we must.",
        note="By text only",
    )
    office.run(change_relationship(known.id, draft))

    said = choose(qtbot, office, window, "A1")

    assert "Dana Whitfield looks after Callum Reid\nContact: Supervised" in said
    assert "Dana Whitfield: “We talk when we must.”\nBy text only" in said


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("Edit talking and reading", "needs"),
        ("Edit phone, e-mail and safe contact", "reach"),
        ("Edit numbers", "numbers"),
        ("Edit names and background", "identity"),
    ],
)
def test_a_section_leads_to_its_part_of_the_form(
    name: str, section: str, qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    choose(qtbot, office, window, "A1")

    button(window, name).click()
    dialog: Any = window.errands.dialog
    qtbot.waitExposed(dialog)

    assert [key for key, one in dialog.sections.sections.items() if one.is_open] == [section]
    dialog.reject()


@pytest.mark.parametrize("who", ["A1", "A4", "A7"])
def test_every_control_has_a_name_and_no_word_is_cut_off(
    who: str, qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    choose(qtbot, office, window, who)
    inspector = window.household.inspector

    assert nameless(inspector) == []
    assert clipped(inspector) == []
