"""The form about a person: what it collects, what it says, what an edit leaves as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.dates import PartialDate
from app.domain.identifiers import System
from app.domain.ids import HouseholdId
from app.domain.person import (
    Allowed,
    Communication,
    Diagnosis,
    Education,
    Ethnicity,
    FurtherName,
    Gender,
    Health,
    InterpreterWay,
    NameUse,
    Person,
    PersonDraft,
    Reading,
    SafeContact,
    Safety,
    Support,
)
from app.domain.reach import ContactPointDraft, Way
from app.operation import operation
from app.ports import Work
from tests.ui.desk_audit import cut_off, hard_to_use
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
from ui.dialogs.person_dialog import PersonDialog
from ui.theme import current_theme

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
    dialog = PersonDialog(
        office.desk,
        household,
        homes={},
        person=person,
        numbers=tuple(number for number in record.identifiers if number.person == person.id),
        points=tuple(point for point in record.contact_points if point.person == person.id),
    )
    show_dialog(office.qtbot, dialog)
    return dialog


def everything_open(dialog: PersonDialog) -> PersonDialog:
    dialog.identity.names.add_card()
    dialog.reach.points.add_card()
    dialog.numbers.cases.add_card()
    for section in dialog.sections.sections.values():
        section.set_open(True)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> PersonDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


WHOLE = PersonDraft(
    given="Rowan",
    family="Ash",
    known_as="Ro",
    further_names=(
        FurtherName(use=NameUse.MAIDEN, family="Marsh"),
        FurtherName(use=NameUse.NICKNAME, given="Rowie", family="A."),
    ),
    pronouns="they/them",
    gender=Gender.OTHER,
    sex=Gender.FEMALE,
    born=PartialDate(1990, 4, None, "UEA"),
    died=PartialDate(2026),
    ethnicity=Ethnicity.WHITE_AND_ASIAN,
    religion="Quaker",
    needs=Communication(
        language="Welsh",
        dialect="Northern",
        interpreter=True,
        interpreter_wish="A woman",
        interpreter_way=InterpreterWay.VIDEO,
        reading=Reading.SOME,
        print_points=18,
        easy_read=True,
        paper="cream",
        hearing="Hearing aid",
        sign_language=True,
        makaton=True,
        advocate="Kim Vale",
        digital="A phone, no data",
        note="In the evening",
    ),
    contact=SafeContact(
        call=Allowed.YES,
        text=Allowed.NO,
        voicemail=Allowed.NO,
        post=Allowed.YES,
        email=Allowed.YES,
        code_word="tulip",
        times="mornings",
    ),
    health=Health(
        allergies="Nuts",
        disability="Dyslexia",
        diagnosis=Diagnosis.REPORTED,
        young_carer=Allowed.YES,
        pregnant_due=date(2027, 2, 19),
        booked_on=date(2026, 8, 1),
        unit="Northmarsh maternity",
        midwife="Grace",
    ),
    school_year="Year 9",
    education=Education(
        attendance=92,
        attendance_on=date(2026, 11, 1),
        support=Support.EHCP,
        exclusions="Two days in May",
        neet=True,
    ),
    note="Likes tea.\nمرحبا 👩‍👧\u00a0.",
)
POINT = ContactPointDraft(
    way=Way.EMAIL,
    value="rowan@mail.example",
    label="Own",
    safety=Safety.CONFIDENTIAL,
    call=Allowed.NO,
    message=Allowed.YES,
)


def type_whole(dialog: PersonDialog) -> None:
    names, identity, needs = dialog.names, dialog.identity, dialog.needs
    names.given.setText("Rowan")
    names.family.setText("Ash")
    names.known_as.setText("Ro")
    names.born.setText("about april 1990")
    for use, given, family in (("maiden", "", "Marsh"), ("nickname", "Rowie", "A.")):
        card = identity.names.add_card()
        card.use.choose(use)
        card.given.setText(given)
        card.family.setText(family)
    identity.pronouns.setText("they/them")
    identity.gender.choose(Gender.OTHER)
    identity.sex.choose(Gender.FEMALE)
    identity.ethnicity.choose(Ethnicity.WHITE_AND_ASIAN)
    identity.religion.setText("Quaker")
    identity.died.setText("2026")
    needs.language.setText("Welsh")
    needs.dialect.setText("Northern")
    needs.help.choose(frozenset({"interpreter", "easy_read", "sign_language", "makaton"}))
    needs.interpreter_wish.setText("A woman")
    needs.interpreter_way.choose(InterpreterWay.VIDEO)
    needs.reading.choose(Reading.SOME)
    needs.print_points.choose("18")
    needs.paper.setText("cream")
    needs.hearing.setText("Hearing aid")
    needs.advocate.setText("Kim Vale")
    needs.digital.setPlainText("A phone, no data")
    needs.note.setPlainText("In the evening")
    for way, answer in zip(
        ("call", "text", "voicemail", "post", "email"),
        ("yes", "no", "no", "yes", "yes"),
        strict=True,
    ):
        dialog.reach.ways[way].choose(answer)
    dialog.reach.code_word.setText("tulip")
    dialog.reach.times.setText("mornings")
    point = dialog.reach.points.add_card()
    point.way.choose("email")
    point.value.setText("rowan@mail.example")
    point.label.setText("Own")
    point.safety.choose(Safety.CONFIDENTIAL)
    point.call.choose("no")
    point.message.choose("yes")
    health, school = dialog.health, dialog.school
    health.allergies.setPlainText("Nuts")
    health.disability.setPlainText("Dyslexia")
    health.diagnosis.choose("reported")
    health.young_carer.choose("yes")
    health.pregnant_due.setText("19/2/2027")
    health.booked_on.setText("1/8/2026")
    health.unit.setText("Northmarsh maternity")
    health.midwife.setText("Grace")
    school.school_year.setText("Year 9")
    school.attendance.setText("92 %")
    school.attendance_on.setText("1/11/2026")
    school.support.choose("ehcp")
    school.exclusions.setPlainText("Two days in May")
    school.neet.choose(frozenset({"neet"}))
    dialog.note.insertPlainText(WHOLE.note)


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
        "further_names.#1.given": "Please fill this in.",
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


def test_a_date_is_written_out_as_it_was_understood(qtbot: QtBot, dialog: PersonDialog) -> None:
    dialog.names.born.setFocus()
    qtbot.keyClicks(dialog.names.born, "c1991")
    qtbot.keyClick(dialog.names.born, Qt.Key.Key_Tab)

    assert dialog.names.born.text() == "about 1991"
    assert dialog.form.row("born").hint.text() == "Read as: the year only, estimated."


def test_a_number_is_written_out_and_a_caution_said(qtbot: QtBot, dialog: PersonDialog) -> None:
    dialog.sections.open_section("numbers")
    fields = dialog.numbers.single
    said = []
    for system, typed in (
        (System.NHS, "999-000 1006"),
        (System.ULN, "92763 08686"),
        (System.NINO, "cr 00 00 00 a"),
    ):
        fields[system].value.setFocus()
        qtbot.keyClicks(fields[system].value, typed)
        qtbot.keyClick(fields[system].value, Qt.Key.Key_Tab)
        said.append((fields[system].value.text(), dialog.form.row(system).hint.text()))

    assert said == [
        ("999 000 1006", "Test range: not a real person’s number."),
        ("9276308686", "Ten digits, from a school or college, from age 14."),
        ("CR 00 00 00 A", "Letters like these are used by tax offices only. Check it."),
    ]


def test_another_number_does_not_keep_where_the_old_one_was_seen(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = edit(office, "A1")
    fields = dialog.numbers.single[System.NHS]
    fields.value.setText(GOOD_NHS)
    fields.value.editingFinished.emit()
    said = dialog.form.row(System.NHS).hint.text()

    keep(qtbot, dialog)

    kept = next(i for i in office.record().identifiers if i.id == "A1-nhs")
    assert said.startswith("Another number: say again where and when it was seen.")
    assert (kept.value, kept.source, kept.verified_on) == ("9990001006", "", None)


def test_a_phone_number_and_a_name_are_taken_away_again(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = edit(office, "A1")
    dialog.reach.points._cards[0].remove.click()
    removed = dialog.reach.points.fields

    keep(qtbot, dialog)

    assert removed == []
    assert [p.id for p in office.record().contact_points] == ["A2-mobile"]


def test_headings_are_jumped_to_and_opened_by_keyboard(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = edit(office, "A1")
    control = Qt.KeyboardModifier.ControlModifier
    headings = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        qtbot.keyClick(dialog, key, control)
        here = QApplication.focusWidget()
        assert here is not None
        headings.append(here.accessibleName())
    here = QApplication.focusWidget()
    qtbot.keyClick(here, Qt.Key.Key_Space)

    assert headings == [
        "Other names and background (2 filled in), closed",
        "Phone, e-mail and safe contact (5 filled in), closed",
        "Other names and background (2 filled in), closed",
        "Note, closed",
    ]
    assert dialog.sections.sections["note"].is_open


def test_a_choice_is_reached_by_its_first_letters(qtbot: QtBot, dialog: PersonDialog) -> None:
    dialog.sections.open_section("identity")
    dialog.identity.ethnicity.setFocus()
    qtbot.keyClicks(dialog.identity.ethnicity, "gyp")

    assert dialog.identity.ethnicity.key() == Ethnicity.GYPSY_OR_IRISH_TRAVELLER


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk, dialog: PersonDialog) -> None:
    before = office.journal()
    dialog.names.given.setText("Rowan")

    qtbot.keyClick(dialog.names.given, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: PersonDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_every_control_of_every_section_is_named_large_and_reached(
    qtbot: QtBot, dialog: PersonDialog
) -> None:
    assert hard_to_use(qtbot, everything_open(dialog)) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: everything_open(make(office))) == {}


def test_it_can_be_used_on_a_small_screen_with_large_letters(
    qtbot: QtBot, office: OpenDesk
) -> None:
    current_theme().use(text_percent=200)
    dialog = everything_open(make(office))
    show_dialog(qtbot, dialog)
    dialog.resize(683, 384)
    qtbot.wait(20)

    assert (dialog.width(), dialog.height()) == (683, 384)
    assert dialog.form.viewport().height() > 40
    assert dialog.buttons.save.visibleRegion().boundingRect().height() >= 40
