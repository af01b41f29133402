"""The lists and forms about orders, competence, limits, staff and replies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.agency import Agency
from app.domain.consent import CompetenceKind, Parts
from app.domain.partner import Channel, Profile
from app.domain.person import Allowed
from app.domain.responsibility import OrderKind
from app.domain.sharing import RequestState
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    TODAY,
    OpenDesk,
    keep,
    open_household,
    press_save,
    said_beside,
    settle,
    show_dialog,
)
from ui.decision_words import part_words
from ui.dialogs.agency_dialog import AgencyDialog
from ui.dialogs.competence_dialog import ABLE, NOT_ABLE, CompetenceDialog
from ui.dialogs.involvement_dialog import InvolvementDialog
from ui.dialogs.limit_dialog import LimitDialog
from ui.dialogs.lines_dialog import LinesDialog
from ui.dialogs.order_dialog import OrderDialog
from ui.dialogs.outcome_dialog import OutcomeDialog
from ui.dialogs.professional_dialog import ProfessionalDialog
from ui.dialogs.team_dialog import TeamDialog
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)


def people(office: OpenDesk) -> dict[str, str]:
    return {p.id: p.name for p in office.record().people}


def make_order(office: OpenDesk) -> OrderDialog:
    return OrderDialog(office.desk, FAMILY_A, people=people(office))


def make_competence(office: OpenDesk) -> CompetenceDialog:
    return CompetenceDialog(
        office.desk,
        FAMILY_A,
        people=people(office),
        agencies={"camhs": "Northmarsh CAMHS"},
        today=TODAY,
        person="A4",
    )


def make_limit(office: OpenDesk) -> LimitDialog:
    return LimitDialog(
        office.desk,
        FAMILY_A,
        people=people(office),
        agencies={"housing": "Northmarsh Homes"},
        today=TODAY,
        person="A4",
    )


def make_outcome(office: OpenDesk) -> OutcomeDialog:
    request = office.record().requests[-1]
    return OutcomeDialog(office.desk, request, agency="Northmarsh CAMHS")


def make_agency(office: OpenDesk) -> AgencyDialog:
    known: dict[str, Agency] = {agency.id: agency for agency in office.record().agencies}
    return AgencyDialog(office.desk, known["primary"])


def make_professional(office: OpenDesk) -> ProfessionalDialog:
    known: dict[str, Agency] = {agency.id: agency for agency in office.record().agencies}
    return ProfessionalDialog(office.desk, known["camhs"], ())


def make_team(office: OpenDesk) -> TeamDialog:
    known: dict[str, Agency] = {agency.id: agency for agency in office.record().agencies}
    return TeamDialog(office.desk, known["camhs"])


EVERY: tuple[Callable[[OpenDesk], Any], ...] = (
    make_order,
    make_competence,
    make_limit,
    make_outcome,
    make_agency,
    make_professional,
    make_team,
)


@pytest.mark.parametrize("make", EVERY)
def test_a_form_can_be_used_by_everybody_at_any_size_of_letters(
    qtbot: QtBot, office: OpenDesk, make: Callable[[OpenDesk], Any]
) -> None:
    dialog = make(office)
    show_dialog(qtbot, dialog)

    assert hard_to_use(qtbot, dialog) == {}
    dialog.close()
    assert cut_off(qtbot, lambda: make(office)) == {}


def test_an_order_is_kept_as_it_is_said(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_order(office)
    show_dialog(qtbot, dialog)
    dialog.kind.choose(OrderKind.PROHIBITED_STEPS)
    dialog.about.choose(frozenset({"A5", "A4"}))
    dialog.court.setText(" Northmarsh Family Court ")
    dialog.made_on.setText("1/6/2026")
    dialog.until.setText("1 June 2027")
    dialog.restrains.choose("A3")
    dialog.protects.choose(frozenset({"A5"}))

    kept = keep(qtbot, dialog)

    assert office.record().orders == (kept,)
    assert (kept.about, kept.restrains, kept.holder) == (("A4", "A5"), "A3", None)
    assert (kept.court, kept.made_on, kept.until) == (
        "Northmarsh Family Court",
        date(2026, 6, 1),
        date(2027, 6, 1),
    )


def test_a_competence_note_must_say_what_was_found(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_competence(office)
    show_dialog(qtbot, dialog)
    dialog.agency.choose("camhs")
    dialog.decision.setPlainText("Whether CAMHS may be asked")
    dialog.assessor.setText("Robin Ashby")
    dialog.note.setPlainText("Understood it")

    press_save(qtbot, dialog)
    said = said_beside(dialog)
    dialog.able.choose(frozenset({ABLE}))
    press_save(qtbot, dialog)
    disagrees = said_beside(dialog)
    dialog.parts[CompetenceKind.GILLICK].choose(frozenset(part_words(CompetenceKind.GILLICK)))
    kept = keep(qtbot, dialog)

    assert list(said) == ["able"]
    assert disagrees == {
        "able": "They can decide only when all four parts are ticked. Check both answers."
    }
    assert kept.parts == Parts(understands=True, weighs=True, free=True, knows=True)
    assert (kept.person, kept.kind, kept.able, kept.agency) == (
        "A4",
        CompetenceKind.GILLICK,
        True,
        "camhs",
    )


def test_the_parts_of_the_test_follow_which_test_is_used(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_competence(office)
    show_dialog(qtbot, dialog)
    dialog.person.choose("A1")
    dialog.kind.choose(CompetenceKind.CAPACITY)
    shown = [kind for kind in dialog.parts if not dialog.form.row(f"parts-{kind}").isHidden()]
    dialog.parts[CompetenceKind.CAPACITY].choose(frozenset({"understands", "retains"}))
    dialog.able.choose(frozenset({NOT_ABLE}))
    dialog.decision.setPlainText("Whether her practice may be asked")
    dialog.assessor.setText("Robin Ashby")
    dialog.note.setPlainText("She could not weigh it today")

    kept = keep(qtbot, dialog)

    assert shown == [CompetenceKind.CAPACITY]
    assert (kept.able, kept.parts) == (
        False,
        Parts(understands=True, retains=True, weighs=False, communicates=False),
    )


def test_a_limit_suggests_who_decided_and_is_kept(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_limit(office)
    show_dialog(qtbot, dialog)
    dialog.person.choose("A5")
    suggested = dialog.decided_by.key()
    dialog.decided_by.choose("A1")
    dialog.not_agency.choose("housing")
    dialog.about.setText("Speech therapy")

    kept = keep(qtbot, dialog)

    assert suggested == "A5"
    assert kept in office.record().limits
    assert (kept.decided_by, kept.not_agency, kept.not_person) == ("A1", "housing", None)


def test_what_came_back_is_kept_and_why(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_outcome(office)
    show_dialog(qtbot, dialog)
    dialog.state.choose(frozenset({RequestState.REFUSED}))

    press_save(qtbot, dialog)
    said = said_beside(dialog)
    dialog.reason.setPlainText("consent page not attached")
    kept = keep(qtbot, dialog)

    assert list(said) == ["reason"]
    assert (kept.state, kept.reason) == (RequestState.REFUSED, "consent page not attached")


def test_how_an_agency_works_is_kept_and_shown_again(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_agency(office)
    show_dialog(qtbot, dialog)
    dialog.urn.setText("999123")
    dialog.alias.setText("Saltmarsh")
    dialog.out_of_hours.setText("01632 960298")
    dialog.channel.choose(Channel.EMAIL)
    dialog.turnaround.setText("ten")
    dialog.wet_signature.choose(Allowed.YES)
    dialog.agreement.setText("NM-ISA-2026-04")
    dialog.agreed_from.setText("1 April 2026")

    press_save(qtbot, dialog)
    said = said_beside(dialog)
    dialog.turnaround.setText("10")
    kept = keep(qtbot, dialog)
    again = AgencyDialog(office.desk, kept)
    qtbot.addWidget(again)

    assert list(said) == ["turnaround"]
    assert kept.profile == Profile(
        channel=Channel.EMAIL,
        agreement="NM-ISA-2026-04",
        agreed_from=date(2026, 4, 1),
        turnaround=10,
        wet_signature=Allowed.YES,
    )
    assert keep(qtbot, again) == kept


def test_an_involvement_names_who_there_and_keeps_every_field(
    qtbot: QtBot, office: OpenDesk
) -> None:
    record = office.record()
    known = record.involvements[9]  # Leo and CAMHS, with Dr Nair
    dialog = InvolvementDialog(
        office.desk,
        FAMILY_A,
        people=people(office),
        agencies=record.agencies,
        involvement=known,
    )
    show_dialog(qtbot, dialog)
    settle(qtbot, office.desk)
    offered = [dialog.professional.itemText(n) for n in range(dialog.professional.count())]
    dialog.last_contact.setText("3/11/2026")
    dialog.attends.choose(Allowed.YES)

    kept = keep(qtbot, dialog)

    assert known.professional == "nair"
    assert offered[0] == "Nobody in particular"
    assert any("Nair" in text for text in offered)
    assert (kept.professional, kept.last_contact, kept.attends) == (
        "nair",
        date(2026, 11, 3),
        Allowed.YES,
    )
    assert (kept.why, kept.since, kept.state) == (known.why, known.since, known.state)


# --- Opened from the desk.


def open_list(qtbot: QtBot, office: OpenDesk, window: MainWindow, what: str) -> LinesDialog:
    window.records.add(what)
    found = window.records.list
    assert found is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is found)
    settle(qtbot, office.desk)
    return found


def said(lines: LinesDialog) -> list[str]:
    model = lines.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def family_b(qtbot: QtBot, window: MainWindow) -> MainWindow:
    open_household(qtbot, window, FAMILY_B)
    return window


def test_orders_are_listed_and_a_new_one_appears(
    qtbot: QtBot, office: OpenDesk, family_b: MainWindow
) -> None:
    lines = open_list(qtbot, office, family_b, "order")
    before = said(lines)
    hard = hard_to_use(qtbot, lines)
    qtbot.mouseClick(lines.add_buttons[0], Qt.MouseButton.LeftButton)
    form = lines.findChild(OrderDialog)
    assert form is not None
    form.kind.choose(OrderKind.OCCUPATION)
    form.protects.choose(frozenset({"B1"}))
    keep(qtbot, form)
    settle(qtbot, office.desk)

    assert before == ["Non-molestation order: Samira Begum"]
    assert said(lines) == [*before, "Occupation order: Samira Begum"]
    assert hard == {}


def test_limits_are_listed_and_lifted_and_undo_brings_them_back(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    open_household(qtbot, window, FAMILY_A)
    lines = open_list(qtbot, office, window, "limit")
    before = said(lines)
    qtbot.mouseClick(lines.remove_button, Qt.MouseButton.LeftButton)
    settle(qtbot, office.desk)
    after = said(lines)
    with qtbot.waitSignal(office.desk.undone, timeout=10_000):
        window.undo()
    settle(qtbot, office.desk)

    assert before == ["Leo Reid: do not tell Callum Reid"]
    assert after == []
    assert said(lines) == before


def test_people_and_teams_of_an_agency_are_added_from_its_inspector(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    open_household(qtbot, window, FAMILY_A)
    window.household.choose("camhs")
    window.household.inspector.staff_asked.emit("camhs")
    lines = window.records.list
    assert lines is not None
    settle(qtbot, office.desk)
    qtbot.mouseClick(lines.add_buttons[1], Qt.MouseButton.LeftButton)
    team = lines.findChild(TeamDialog)
    assert team is not None
    team.name.setText("Crisis team")
    keep(qtbot, team)
    settle(qtbot, office.desk)

    assert said(lines)[-1] == "Team: Crisis team"
    assert any("Nair" in line for line in said(lines))


def test_a_reply_is_asked_for_only_where_a_request_is_open(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    open_household(qtbot, window, FAMILY_A)

    window.household.outcome_asked.emit("A1", "housing")
    refused = window.notice.sentence.text()
    window.household.outcome_asked.emit("A4", "camhs")
    form: QWidget | None = window.errands.dialog

    assert refused.startswith("No request about them to this partner is open")
    assert isinstance(form, OutcomeDialog)
