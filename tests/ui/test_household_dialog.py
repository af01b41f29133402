"""The form for a new family."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.usecases.list_households import list_households
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    show_dialog,
)
from ui.dialogs.household_dialog import HouseholdDialog

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> HouseholdDialog:
    dialog = HouseholdDialog(office.desk)
    show_dialog(qtbot, dialog)
    return dialog


def test_a_family_is_kept_under_its_name(
    qtbot: QtBot, office: OpenDesk, dialog: HouseholdDialog
) -> None:
    dialog.name.setText("  Ash  ")

    household = keep(qtbot, dialog)

    families = {line.id: line.name for line in office.ask(list_households)}
    assert families[household.id] == "Ash"


def test_a_family_without_a_name_is_not_kept(
    qtbot: QtBot, office: OpenDesk, dialog: HouseholdDialog
) -> None:
    before = office.changes()

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"name": "Please fill this in."}
    assert not dialog.form.summary.isVisible()
    assert dialog.name.hasFocus()
    assert office.changes() == before


def test_a_name_that_is_too_long_stays_as_typed(qtbot: QtBot, dialog: HouseholdDialog) -> None:
    dialog.name.setText("x" * 121)

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"name": "This is too long to keep. Shorten it, or split it."}
    assert len(dialog.name.text()) == 121


def test_a_family_is_given_another_name(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = HouseholdDialog(office.desk, office.record().household)
    show_dialog(qtbot, dialog)
    was = dialog.name.text()
    dialog.name.setText("Whitfield")

    keep(qtbot, dialog)

    assert was == "Whitfield and Okafor"
    assert office.record(FAMILY_A).household.name == "Whitfield"


def test_enter_keeps_and_escape_does_not(
    qtbot: QtBot, office: OpenDesk, dialog: HouseholdDialog
) -> None:
    before = office.journal()
    dialog.name.setText("Ash")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Escape)
    after_escape = office.journal()
    again = HouseholdDialog(office.desk)
    show_dialog(qtbot, again)
    again.name.setText("Ash")

    with qtbot.waitSignal(again.kept):
        qtbot.keyClick(again.name, Qt.Key.Key_Return)

    assert not dialog.isVisible()
    assert after_escape == before
    assert len(office.journal("add_household")) == 1


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: HouseholdDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: HouseholdDialog(office.desk)) == {}
