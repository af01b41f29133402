"""The form for a share request: what may be asked, what stands in the way, and why."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ids import HouseholdId
from app.domain.sharing import Confidentiality, RequestState, Urgency
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
from ui.dialogs.request_dialog import RequestDialog

pytestmark = pytest.mark.timeout(60)


def make(
    office: OpenDesk, person: str = "", agency: str = "", household: HouseholdId = FAMILY_A
) -> RequestDialog:
    return RequestDialog(
        office.desk,
        office.record(household),
        office.catalogue,
        today=TODAY,
        person=person,
        agency=agency,
    )


def show(
    office: OpenDesk, person: str = "", agency: str = "", household: HouseholdId = FAMILY_A
) -> RequestDialog:
    dialog = make(office, person, agency, household)
    show_dialog(office.qtbot, dialog)
    return dialog


def test_a_request_is_made_of_what_was_agreed_to(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    dialog.window_from.setText("1/9/2026")
    dialog.urgency.choose(Urgency.SAME_DAY)
    said = (dialog.verdict.text, dialog.because.accessibleName())

    request = keep(qtbot, dialog)

    assert said[0] == "May be asked"
    assert "They agreed." in said[1]
    assert "Children Act 2004" in said[1]
    assert office.record().requests[-1] == request
    assert (request.person, request.agency, request.household) == ("A5", "P1", FAMILY_A)
    assert (request.urgency, request.window_from) == (Urgency.SAME_DAY, date(2026, 9, 1))
    assert request.confidentiality is Confidentiality.CONSENT
    assert request.state is RequestState.OPEN
    assert request.questions
    assert request.number.startswith("SR-")


def test_the_kinds_of_information_follow_from_the_questions(office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    bank = {q.code: q for q in office.catalogue.bank.questions}
    first = sorted(dialog.questions.chosen())[0]

    dialog.questions.choose(frozenset({first}))

    draft = dialog.draft()
    assert draft.questions == (first,)
    assert draft.categories == frozenset({bank[first].category})


@pytest.mark.parametrize(
    ("household", "person", "agency", "sentence"),
    [
        (
            FAMILY_A,
            "A2",
            "adult-mental-health",
            "They said no. That is respected; help goes on.",
        ),
        (
            FAMILY_A,
            "A5",
            "salt",
            "Those with parental responsibility disagree. Take it to your manager.",
        ),
        (FAMILY_A, "A4", "P1", "Nobody who can decide has been asked yet. Ask first."),
        (FAMILY_C, "C1", "P5", "They said no. That is respected; help goes on."),
    ],
)
def test_what_stands_in_the_way_is_said_before_and_after(
    qtbot: QtBot,
    office: OpenDesk,
    household: HouseholdId,
    person: str,
    agency: str,
    sentence: str,
) -> None:
    dialog = show(office, person, agency, household)
    before = (dialog.verdict.text, dialog.because.accessibleName())
    requests = office.record(household).requests

    press_save(qtbot, dialog)

    assert before == ("Cannot be asked yet", sentence)
    assert dialog.isVisible()
    assert dialog.refusal.isVisible()
    assert dialog.refusal.accessibleName() == sentence
    assert office.record(household).requests == requests
    assert len(office.journal("refused")) == 1


def test_what_was_not_agreed_to_is_said_as_soon_as_it_is_ticked(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = show(office, "B1", "P4", FAMILY_B)
    before = dialog.verdict.text

    dialog.questions.box("substance-engaged").click()

    assert (before, dialog.verdict.text) == ("May be asked", "Cannot be asked yet")
    assert dialog.because.accessibleName().startswith(
        "They did not agree to this kind of information."
    )


def test_another_person_is_another_request(office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")

    dialog.person.choose("A1")

    assert dialog.agency.key() == "P1"
    assert "Dana" in dialog.why.toPlainText()
    assert "Mia" not in dialog.why.toPlainText()
    assert all("Mia" not in box.text() for box in dialog.questions._boxes.values())


def test_only_health_partners_who_are_with_somebody_are_offered(office: OpenDesk) -> None:
    dialog = show(office, "C2", household=FAMILY_C)

    agencies = {str(dialog.agency.itemData(n)) for n in range(dialog.agency.count())}

    assert agencies == {"camhs", "P2"}  # her clinic is hers alone, her school no health partner


def test_every_problem_is_said_beside_its_field(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    before = office.changes()
    dialog.questions.choose(frozenset())
    dialog.why.setPlainText("Please send the full record.")
    dialog.benefit.clear()
    dialog.window_from.setText("1/12/2026")

    press_save(qtbot, dialog)

    said = said_beside(dialog)
    assert said == {
        "questions": "Choose at least one question.",
        "why": "Partners refuse requests for everything. Say what you need to know.",
        "benefit": "Please fill this in.",
        "window_from": "This date has not happened yet.",
    }
    assert office.changes() == before


def test_a_hidden_place_is_not_named_to_a_partner(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "B2", "P1", FAMILY_B)
    dialog.why.setPlainText("His children are at Fernbank Primary now.")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "why": "This names a place or person this partner may not learn of. Take it out."
    }


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = show(office, "A5", "P1")
    before = office.journal()

    qtbot.keyClick(dialog.why, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, office: OpenDesk) -> None:
    assert hard_to_use(qtbot, show(office, "A5", "P1")) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: make(office, "A5", "P1")) == {}


def test_nothing_is_cut_off_when_it_is_refused(qtbot: QtBot, office: OpenDesk) -> None:
    def refused() -> RequestDialog:
        dialog = make(office, "A2", "adult-mental-health")
        dialog.show_refusal(
            "They did not agree to this kind of information. Ask for less, or ask them."
        )
        return dialog

    assert cut_off(qtbot, refused) == {}
