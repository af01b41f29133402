"""The form for a decision: only those who can decide are offered, and a no is kept as a yes is."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, Category, ConsentDraft, Standing
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.person import PersonDraft
from app.domain.proof import Proof, Way
from app.domain.sharing import RequestState
from app.usecases.keep_people import add_person
from tests.builders import catalogue
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
from ui.dialogs.consent_dialog import ConsentDialog

pytestmark = pytest.mark.timeout(60)
WORDING = catalogue().versions[0].version


def make(
    office: OpenDesk, person: str = "", agency: str = "", household: HouseholdId = FAMILY_A
) -> ConsentDialog:
    return ConsentDialog(
        office.desk,
        office.record(household),
        today=TODAY,
        versions=catalogue().versions,
        person=person,
        agency=agency,
    )


def show(
    office: OpenDesk, person: str = "", agency: str = "", household: HouseholdId = FAMILY_A
) -> ConsentDialog:
    dialog = make(office, person, agency, household)
    show_dialog(office.qtbot, dialog)
    return dialog


def offered(dialog: ConsentDialog) -> list[str]:
    return [str(dialog.decider.itemData(n)) for n in range(dialog.decider.count())]


def test_what_is_typed_is_what_is_sent(office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    dialog.decider.choose("A3")
    dialog.answer.box(Answer.NARROWED).click()
    dialog.categories.choose(frozenset({Category.SCHOOL}))
    dialog.decided_on.setText("20/11/2026")
    dialog.ends.setText("1 March 2027")
    dialog.way.choose(Way.SPOKEN)
    dialog.identity.setText(" Known voice ")
    dialog.paper_by.setText("4/12/2026")
    dialog.organisation.setText("not theirs")
    dialog.witness.setText("Robin Ashby")
    dialog.form_number.setText("CF-7K3Q-D9XM")
    dialog.reason.setPlainText("Only for now.")

    draft = dialog.draft()

    assert draft == ConsentDraft(
        household=FAMILY_A,
        person=PersonId("A5"),
        agency=AgencyId("P1"),
        answer=Answer.NARROWED,
        decider=PersonId("A3"),
        categories=frozenset({Category.SCHOOL}),
        decided_on=date(2026, 11, 20),
        ends=date(2027, 3, 1),
        way=Way.SPOKEN,
        witness="Robin Ashby",
        proof=Proof(identity="Known voice", script=WORDING, paper_by=date(2026, 12, 4)),
        wording=WORDING,
        form="CF-7K3Q-D9XM",
        reason="Only for now.",
    )


@pytest.mark.parametrize(
    ("household", "person", "agency", "who"),
    [
        (FAMILY_A, "A4", "camhs", ["A4"]),  # Leo, by his competence note
        (FAMILY_A, "A4", "P1", ["A1"]),  # Callum does not hold responsibility for Leo
        (FAMILY_A, "A5", "P1", ["A1", "A3"]),  # both parents of Mia hold it
        (FAMILY_A, "A2", "P2", ["A2"]),  # an adult, and nobody else
        (FAMILY_B, "B3", "P4", ["B1"]),  # not the one Aisha must be protected from
        (FAMILY_B, "B5", "camhs-b", ["B5"]),  # Nadia, by her competence note
        (FAMILY_B, "B5", "P4", ["B1"]),
        (FAMILY_C, "C2", "camhs", ["C2"]),  # 16: no parent any more
        (FAMILY_C, "C3", "P5", ["C1"]),  # not the parent whom an order restricts
    ],
)
def test_only_those_who_can_decide_are_offered(
    office: OpenDesk, household: HouseholdId, person: str, agency: str, who: list[str]
) -> None:
    dialog = show(office, person, agency, household)

    assert offered(dialog) == who
    assert dialog.form.row("decider").hint.isVisible()


def test_leo_decides_for_himself_and_the_form_says_why(office: OpenDesk) -> None:
    dialog = show(office, "A4", "camhs")

    said = dialog.form.row("decider").hint.text()
    assert said == "A competence note says that they decide this themself."
    assert "Leo Reid" in dialog.decider.currentText()


def test_another_agency_has_other_deciders(office: OpenDesk) -> None:
    dialog = show(office, "A4", "camhs")

    dialog.agency.choose("P1")

    assert offered(dialog) == ["A1"]


def test_who_was_chosen_stays_chosen_while_they_can_decide(office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    dialog.decider.choose("A3")

    dialog.agency.choose("primary")

    assert dialog.decider.key() == "A3"


def test_the_day_of_the_decision_settles_who_could_decide(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "C2", "camhs", FAMILY_C)
    dialog.decided_on.setFocus()
    dialog.decided_on.selectAll()
    qtbot.keyClicks(dialog.decided_on, "1/4/2026")  # ten days before she was 16

    qtbot.keyClick(dialog.decided_on, Qt.Key.Key_Tab)

    assert offered(dialog) == ["C4"]


def test_nobody_expected_or_dead_is_offered(office: OpenDesk) -> None:
    dialogs = (show(office), show(office, household=FAMILY_C))

    people = [[d.person.itemData(n) for n in range(d.person.count())] for d in dialogs]

    assert people == [["A1", "A2", "A3", "A4", "A5", "A6"], ["C1", "C2", "C3", "C4"]]


def test_what_is_somebodys_own_is_not_on_a_shared_screen(office: OpenDesk) -> None:
    dialog = show(office, "C2", "sexual-health", FAMILY_C)

    agencies = [dialog.agency.itemText(n) for n in range(dialog.agency.count())]

    assert agencies
    assert not [name for name in agencies if "Sexual" in name]


def test_it_is_said_when_nobody_can_decide(qtbot: QtBot, office: OpenDesk) -> None:
    person = office.run(add_person(FAMILY_A, PersonDraft(given="Alder")))
    dialog = show(office, person.id)
    dialog.answer.box(Answer.GIVEN).click()

    press_save(qtbot, dialog)

    assert dialog.decider.currentText() == "Nobody recorded"
    hint = dialog.form.row("decider").hint.text()
    assert hint == "Record the date of birth first: who decides depends on it."
    assert said_beside(dialog) == dict.fromkeys(("agency", "decider"), "Please fill this in.")


def test_what_nobody_ticks_by_accident_is_not_ticked(office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")

    ticked = dialog.categories.chosen()

    assert not ticked & {Category.SEXUAL_HEALTH, Category.IMMIGRATION, Category.OFFENDING}


def test_every_problem_is_said_beside_its_field(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    before = office.changes()
    dialog.answer.box(Answer.GIVEN).click()
    dialog.categories.choose(frozenset())
    dialog.decided_on.setText("22/11/2026")
    dialog.ends.setText("21/11/2026")
    dialog.way.choose(Way.SPOKEN)

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "categories": "Tick at least one kind of information.",
        "ends": "This is before the start. Check both dates.",
        "identity": "Say how you knew that it was them.",
        "witness": "Say who heard it.",
    }
    assert office.changes() == before


@pytest.mark.parametrize(
    ("way", "asked"),
    [
        (Way.INK, set[str]()),
        (Way.SPOKEN, {"identity", "paper_by"}),
        (Way.INTERPRETED, set[str]()),
        (Way.OTHER_ORGANISATION, {"organisation", "reference"}),
    ],
)
def test_only_what_proves_this_way_of_saying_it_is_asked(
    office: OpenDesk, way: Way, asked: set[str]
) -> None:
    dialog = show(office, "A5", "P1")

    dialog.way.choose(way)

    more = ("identity", "paper_by", "organisation", "reference")
    assert {name for name in more if not dialog.form.row(name).isHidden()} == asked


def test_a_signature_on_the_screen_is_not_made_in_this_form(office: OpenDesk) -> None:
    assert show(office).way.findData(Way.SCREEN) < 0


def test_an_answer_is_needed(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    before = office.changes()

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"answer": "Please fill this in."}
    assert office.changes() == before


def test_one_of_the_family_cannot_interpret(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    dialog.answer.box(Answer.GIVEN).click()
    dialog.way.choose(Way.INTERPRETED)
    dialog.witness.setText("tunde okafor")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "witness": "Somebody of the family cannot interpret. Book a professional."
    }


def test_nobody_was_asked_needs_a_reason_and_lifts_no_yes(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    dialog.way.choose(Way.SPOKEN)
    dialog.ends.setText("no date at all")
    dialog.answer.box(Answer.NOT_SOUGHT).click()
    press_save(qtbot, dialog)
    said = said_beside(dialog)
    dialog.reason.setPlainText("She was asleep.")

    consent = keep(qtbot, dialog)

    assert said == {"reason": "Say why nobody was asked."}
    assert (consent.decider, consent.replaces, consent.ends) == (None, None, None)
    assert consent.way is Way.INK


def test_a_no_leaves_out_what_was_ticked_for_a_yes(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    dialog.ends.setText("1 March 2027")
    dialog.answer.box(Answer.REFUSED).click()

    consent = keep(qtbot, dialog)

    assert not dialog.form.row("categories").isVisible()
    assert (consent.answer, consent.categories, consent.ends) == (Answer.REFUSED, frozenset(), None)


def test_a_change_of_mind_recalls_the_open_request(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "A4", "camhs")
    dialog.answer.box(Answer.WITHDRAWN).click()

    consent = keep(qtbot, dialog)

    request = next(r for r in office.record().requests if r.id == "A-request-3")
    assert consent.standing is Standing.COMPETENT_CHILD
    assert request.state is RequestState.RECALLED


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    before = office.journal()
    dialog.answer.box(Answer.GIVEN).click()

    qtbot.keyClick(dialog.witness, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, office: OpenDesk) -> None:
    assert hard_to_use(qtbot, show(office, "A5", "P1")) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: make(office, "A5", "P1")) == {}
