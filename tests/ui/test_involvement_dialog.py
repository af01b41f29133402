"""The form for an agency's work with a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.agency import AgencyKind, Involvement, InvolvementState
from app.domain.person import Safety
from app.operation import operation
from app.ports import Work
from app.usecases.keep_agencies import agencies_to_offer
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    TODAY,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    show_dialog,
)
from ui.dialogs.agency_dialog import AgencyDialog
from ui.dialogs.involvement_dialog import InvolvementDialog

pytestmark = pytest.mark.timeout(60)


@operation()
def correct_involvement(work: Work, involvement: Involvement) -> None:
    """Keep an involvement as given, as a file from another program would."""
    work.kept(Involvement).change(involvement)


def make(
    office: OpenDesk, person: str = "", involvement: Involvement | None = None
) -> InvolvementDialog:
    people: dict[str, str] = {p.id: p.name for p in office.record().people}
    return InvolvementDialog(
        office.desk,
        FAMILY_A,
        people=people,
        agencies=office.ask(lambda work: agencies_to_offer(work, FAMILY_A)),
        person=person,
        involvement=involvement,
    )


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> InvolvementDialog:
    dialog = make(office, "A6")
    show_dialog(qtbot, dialog)
    return dialog


def test_what_is_chosen_is_what_is_kept(
    qtbot: QtBot, office: OpenDesk, dialog: InvolvementDialog
) -> None:
    dialog.agency.choose("salt")
    dialog.state.choose(InvolvementState.WAITING)
    dialog.since.setText("1/11/2026")
    dialog.why.setPlainText(" Late to talk ")
    dialog.safety.choose(Safety.INTERNAL)
    dialog.next_step.setText("Ring in January")

    kept = keep(qtbot, dialog)

    assert kept in office.record().involvements
    assert kept == Involvement(
        id=kept.id,
        household=FAMILY_A,
        person=office.person("A6").id,
        agency=kept.agency,
        state=InvolvementState.WAITING,
        since=date(2026, 11, 1),
        why="Late to talk",
        safety=Safety.INTERNAL,
        next_step="Ring in January",
    )
    assert kept.agency == "salt"


def test_every_problem_is_said_beside_its_field(
    qtbot: QtBot, office: OpenDesk, dialog: InvolvementDialog
) -> None:
    before = office.changes()
    dialog.since.setText("1/12/2026")
    dialog.why.setPlainText("x" * 20_001)

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "since": "This date has not happened yet.",
        "why": "This is too long to keep. Shorten it, or split it.",
    }
    assert office.changes() == before


def test_what_is_recorded_already_is_said_beside_the_agency(
    qtbot: QtBot, dialog: InvolvementDialog
) -> None:
    dialog.agency.choose("P1")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"agency": "This is recorded already."}


def test_an_agency_is_added_on_the_way_and_chosen(
    qtbot: QtBot, office: OpenDesk, dialog: InvolvementDialog
) -> None:
    dialog._add_agency()
    second = dialog.findChild(AgencyDialog)
    assert second is not None
    second.name.setText("Sample Practice")
    second.agency_kind.choose(AgencyKind.THERAPY)
    keep(qtbot, second)

    kept = keep(qtbot, dialog)

    assert dialog.agency.currentText() == "Sample Practice"
    assert office.record().agency(kept.agency).name == "Sample Practice"


def test_an_edit_keeps_what_has_no_field(qtbot: QtBot, office: OpenDesk) -> None:
    known = replace(office.record().involvements[0], last_contact=TODAY)
    office.run(correct_involvement(known))
    before = office.record()
    dialog = make(office, involvement=known)
    show_dialog(qtbot, dialog)

    kept = keep(qtbot, dialog)

    assert kept == known
    assert set(office.record().involvements) == set(before.involvements)


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk, dialog: InvolvementDialog) -> None:
    before = office.journal()
    dialog.agency.choose("salt")

    qtbot.keyClick(dialog.why, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: InvolvementDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: make(office, "A6")) == {}
