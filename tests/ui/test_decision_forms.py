"""A manager's decision, the council's approvals, its way with agreement, and the end of help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from app.domain.basis import Reply
from app.domain.decision import Caution
from app.domain.gateway import may_share
from app.domain.household import Approval, ConsentModel
from app.domain.ids import AgencyId, PersonId
from app.domain.sharing import Choice
from app.usecases.approve_gateway import ApprovalDraft, approve_gateway
from tests.builders import law
from tests.ui.desk_audit import cut_off, hard_to_use, settle_layout
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
from ui.dialogs.gateways_dialog import ApprovalDialog, GatewaysDialog
from ui.dialogs.ground_dialog import GroundDialog
from ui.dialogs.household_dialog import HouseholdDialog
from ui.dialogs.office_dialog import OfficeDialog
from ui.dialogs.ruling_dialog import NOT_SHARE, SHARE, RulingDialog
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)
MIA, SALT = PersonId("A5"), AgencyId("salt")
LEAD = ApprovalDraft(gateway="CWS16LA", by="Ines Okoro", on=TODAY)


def make_ruling(office: OpenDesk) -> RulingDialog:
    record = office.record()
    return RulingDialog(office.desk, record, law(), person=MIA, agency=SALT, today=TODAY)


def make_gateways(office: OpenDesk) -> GatewaysDialog:
    return GatewaysDialog(office.desk, law())


def make_office(office: OpenDesk) -> OfficeDialog:
    return OfficeDialog(office.desk, office.record().office, law())


def make_household(office: OpenDesk) -> HouseholdDialog:
    return HouseholdDialog(office.desk, office.record().household)


@pytest.mark.parametrize("make", [make_ruling, make_gateways, make_office, make_household])
def test_a_form_can_be_used_by_everybody_at_any_size_of_letters(
    qtbot: QtBot, office: OpenDesk, make: Callable[[OpenDesk], QDialog]
) -> None:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    settle(qtbot, office.desk)

    assert hard_to_use(qtbot, dialog) == {}
    dialog.close()
    assert cut_off(qtbot, lambda: make(office)) == {}


def texts(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


# --- A manager's decision.


def test_who_said_what_is_shown_neutrally(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_ruling(office)
    show_dialog(qtbot, dialog)

    said = texts(dialog)
    assert (
        "Dana Whitfield, with parental responsibility: Yes, with limits, since 14 September 2026"
        in said
    )
    assert "Callum Reid, with parental responsibility: No, since 21 September 2026" in said
    assert dialog.share.chosen() == frozenset()
    assert dialog.manager.text() == "Helen Marsh"


@pytest.mark.parametrize(("key", "share"), [(SHARE, True), (NOT_SHARE, False)])
def test_what_the_manager_decided_is_kept(
    qtbot: QtBot, office: OpenDesk, key: str, share: bool
) -> None:
    dialog = make_ruling(office)
    show_dialog(qtbot, dialog)
    dialog.share.box(key).click()
    dialog.reasons.setPlainText("Waiting makes it harder for her.")

    ruling = keep(qtbot, dialog)

    assert office.record().rulings == (ruling,)
    assert (ruling.share, ruling.manager, len(ruling.settles)) == (share, "Helen Marsh", 2)


def test_a_ruling_says_everything_that_is_missing(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_ruling(office)
    show_dialog(qtbot, dialog)
    dialog.manager.setText("")
    press_save(qtbot, dialog)
    missing = list(said_beside(dialog))
    dialog.share.box(SHARE).click()
    dialog.reasons.setPlainText("x")
    dialog.manager.setText("Helen Marsh")
    dialog.decided_on.setText("1 August 2026")
    press_save(qtbot, dialog)

    assert missing == ["share", "reasons", "manager"]
    assert said_beside(dialog) == {
        "decided_on": "This is before they had both answered. Check the date."
    }


def test_a_ruling_is_asked_for_only_where_somebody_disagrees(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    presented = office.presented()
    window.decisions.ruling("A5", "primary", presented)
    refused = (window.notice.sentence.text(), window.errands.dialog)
    window.decisions.ruling("A5", "salt", presented)

    assert refused == ("Nobody disagrees about this now. Nothing was recorded.", None)
    assert isinstance(window.errands.dialog, RulingDialog)


# --- Laws and approvals.


def rows(dialog: GatewaysDialog) -> dict[str, tuple[str, str]]:
    model = dialog.table.model()
    return {
        str(model.index(row, 0).data()): (
            str(model.index(row, 1).data()),
            str(model.index(row, 2).data()),
        )
        for row in range(model.rowCount())
    }


@pytest.fixture
def laws(qtbot: QtBot, office: OpenDesk) -> GatewaysDialog:
    dialog = make_gateways(office)
    show_dialog(qtbot, dialog)
    settle(qtbot, office.desk)
    return dialog


def test_every_law_is_listed_with_how_far_it_is_and_its_approval(laws: GatewaysDialog) -> None:
    found = rows(laws)

    assert len(found) == len(law().gateways)
    assert found["Children Act 2004, section 16LA"] == (
        "Start announced, not confirmed in law",
        "Not approved by your council yet.",
    )
    assert found["Children Act 2004, section 16LC"][0] == "Not started"
    assert found["Children Act 1989, section 17"][0] == "In force"
    assert not laws.remove_button.isEnabled()


def test_an_approval_is_recorded_shown_at_once_and_taken_back(
    qtbot: QtBot, office: OpenDesk, laws: GatewaysDialog
) -> None:
    laws.table.choose(lambda line: line.id == "CWS16LA")
    laws.edit_button.click()
    form = laws.form
    assert isinstance(form, ApprovalDialog)
    form.by.setText("Ines Okoro")
    keep(qtbot, form)
    settle(qtbot, office.desk)
    approved = rows(laws)["Children Act 2004, section 16LA"][1]
    can_be_taken_back = laws.remove_button.isEnabled()
    laws.remove_button.click()
    settle(qtbot, office.desk)

    assert approved == "Approved by Ines Okoro on 22 November 2026."
    assert can_be_taken_back
    assert office.record().office.approvals == ()
    assert laws.table.current().id == "CWS16LA"


def test_an_approval_says_who_gave_it(qtbot: QtBot, office: OpenDesk, laws: GatewaysDialog) -> None:
    laws.edit_button.click()
    assert laws.form is not None
    press_save(qtbot, laws.form)

    assert said_beside(laws.form) == {"by": "Please fill this in."}


def test_the_office_form_leads_to_the_laws_and_keeps_their_approvals(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = make_office(office)
    show_dialog(qtbot, dialog)
    dialog.gateways.click()
    opened = dialog.laws.isVisible()
    office.run(approve_gateway(LEAD, law()))
    dialog.laws.accept()

    kept = keep(qtbot, dialog)

    assert opened
    approval = Approval(gateway="CWS16LA", pack=law().version, by="Ines Okoro", on=TODAY)
    assert kept.approvals == (approval,)
    assert office.record().office.approvals == (approval,)


# --- The council's way with agreement.


def test_how_the_council_goes_about_sharing_is_kept(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_office(office)
    show_dialog(qtbot, dialog)
    before = (dialog.model.chosen(), dialog.months.text(), dialog.form.row("months").hint.text())
    dialog.model.box(ConsentModel.PUBLIC_TASK_FIRST).click()
    dialog.months.setText("9")
    dialog.months_young.setText(" 3 ")

    kept = keep(qtbot, dialog)

    assert before == (
        frozenset({"agreement-first"}),
        "",
        "Left empty, it is as the law pack says: 12.",
    )
    assert (kept.consent_model, kept.months, kept.months_young) == (
        ConsentModel.PUBLIC_TASK_FIRST,
        9,
        3,
    )
    again = make_office(office)
    qtbot.addWidget(again)
    assert (again.model.chosen(), again.months.text()) == (
        frozenset({"public-task-first"}),
        "9",
    )
    assert keep(qtbot, again) == kept


@pytest.mark.parametrize("typed", ["0", "25", "a year", "1.5"])
def test_months_are_a_number_from_1_to_24(qtbot: QtBot, office: OpenDesk, typed: str) -> None:
    dialog = make_office(office)
    show_dialog(qtbot, dialog)
    dialog.months.setText(typed)

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"months": "Give a number of months, 1 to 24."}


# --- The end of help.


def test_the_day_help_ended_is_kept_and_taken_back(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_household(office)
    show_dialog(qtbot, dialog)
    assert dialog.closed_on is not None
    dialog.closed_on.setText("20/11/2026")
    closed = keep(qtbot, dialog)
    again = make_household(office)
    show_dialog(qtbot, again)
    assert again.closed_on is not None
    shown = again.closed_on.text()
    again.closed_on.setText("")
    reopened = keep(qtbot, again)

    assert (closed.closed_on, shown) == (date(2026, 11, 20), "20 November 2026")
    assert reopened.closed_on is None
    assert office.record().household == reopened


def test_help_cannot_have_ended_tomorrow(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_household(office)
    show_dialog(qtbot, dialog)
    assert dialog.closed_on is not None
    dialog.closed_on.setText("23 November 2026")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"closed_on": "This date has not happened yet."}


def test_a_new_family_is_not_asked_when_help_ended(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = HouseholdDialog(office.desk)
    show_dialog(qtbot, dialog)

    assert dialog.closed_on is None


# --- From the desk.


def test_the_guide_opens_the_form_begun_and_copies_a_question(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    open_household(qtbot, window, FAMILY_B)
    window.decisions.basis("B4", "P4", office.presented(FAMILY_B))
    guide = window.decisions.guide
    assert guide is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is guide)
    for row in guide.questions.values():
        row.box(Reply.YES).click()
    settle_layout()
    guide.ask.click()
    copied = QGuiApplication.clipboard().text()
    guide.advice.buttons["CWS16LA"].click()
    form = window.errands.dialog
    office.desk.leaving.emit()

    assert copied.startswith("To: information governance, Northmarsh Council\nFrom: Robin Ashby")
    assert isinstance(form, GroundDialog)
    assert (form.person.key(), form.agency.key(), form.gateway.key()) == ("B4", "P4", "CWS16LA")
    assert QGuiApplication.clipboard().text() == ""


def test_a_decision_is_recorded_from_the_desk_and_a_half_written_one_carried_on_with(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    open_household(qtbot, window, FAMILY_B)
    window.decisions.ground("B4", "P4", office.presented(FAMILY_B))
    form = window.errands.dialog
    assert isinstance(form, GroundDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)
    form.choice.box(Choice.NOT_SHARE).click()
    form.texts["necessity"].setPlainText("They know already.")
    qtbot.keyClick(form.decided_by, Qt.Key.Key_Escape)
    settle(qtbot, office.desk)
    window.household.drafts.banner.acted.emit()
    settle(qtbot, office.desk)
    again = window.errands.dialog

    assert isinstance(again, GroundDialog)
    assert again.draft().choice is Choice.NOT_SHARE
    assert again.texts["necessity"].toPlainText() == "They know already."


def test_an_approval_ends_the_caution_of_a_decision(office: OpenDesk) -> None:
    office.run(approve_gateway(LEAD, law()))

    decision = may_share(
        office.record(FAMILY_B),
        law(),
        person=PersonId("B4"),
        agency=AgencyId("P4"),
        categories=frozenset(),
        on=TODAY,
    )

    assert Caution.NOT_APPROVED not in decision.cautions
    assert office.record(FAMILY_A).office.approvals[0].by == "Ines Okoro"
