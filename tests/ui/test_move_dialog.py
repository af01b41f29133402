"""The form for a move, and the ways from the desk to a home and to the family's name."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.ids import PersonId
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    TODAY,
    OpenDesk,
    keep,
    open_window,
    press_save,
    said_beside,
    settle,
    show_dialog,
)
from ui.dialogs.move_dialog import NOWHERE, MoveDialog
from ui.windows.main_window import MainWindow
from ui.windows.offers import who_can_be_seen

pytestmark = pytest.mark.timeout(60)
LEO = PersonId("A4")


def make(office: OpenDesk) -> MoveDialog:
    homes: dict[str, str] = {home.id: home.label for home in office.record().homes}
    return MoveDialog(office.desk, LEO, name="Leo Reid", homes=homes, today=TODAY)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> MoveDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


def main_homes(office: OpenDesk, on: date) -> list[str]:
    stays = office.record().stays
    return [s.home for s in stays if s.person == LEO and s.main and s.current(on)]


def test_a_move_ends_the_earlier_stay_on_its_day(
    qtbot: QtBot, office: OpenDesk, dialog: MoveDialog
) -> None:
    before = main_homes(office, TODAY)
    other = next(home.id for home in office.record().homes if home.id not in before)
    day = TODAY - timedelta(days=7)
    dialog.home.choose(other)
    dialog.since.set_day(day)

    keep(qtbot, dialog)

    assert main_homes(office, day - timedelta(days=1)) == before
    assert main_homes(office, day) == main_homes(office, TODAY) == [other]


def test_somebody_can_live_nowhere_that_is_known(
    qtbot: QtBot, office: OpenDesk, dialog: MoveDialog
) -> None:
    dialog.home.choose(NOWHERE)

    keep(qtbot, dialog)

    assert main_homes(office, TODAY) == []


def test_a_move_of_tomorrow_is_refused_beside_its_day_and_nobody_moves(
    qtbot: QtBot, office: OpenDesk, dialog: MoveDialog
) -> None:
    before = main_homes(office, TODAY)
    dialog.home.choose(NOWHERE)
    dialog.since.set_day(TODAY + timedelta(days=1))

    press_save(qtbot, dialog)

    assert set(said_beside(dialog)) == {"since"}
    assert main_homes(office, TODAY) == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: MoveDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: make(office)) == {}


def press(qtbot: QtBot, window: MainWindow, said: str) -> Any:
    """Press the button of the desk with these words, and return the form that opens."""
    settle(qtbot, window.desk)
    button = next(
        one
        for one in window.household.findChildren(QPushButton)
        if said in (one.text(), one.accessibleName()) and one.isVisibleTo(window)
    )
    button.click()
    return window.errands.dialog


def test_a_wrong_address_is_corrected_from_the_person_who_lives_there(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)
    window.household.choose(LEO)
    home = office.record().homes_of(LEO, TODAY)[0]

    form = press(qtbot, window, f"Correct {home.label}")
    form.lines.setPlainText("2 Sample Street\nNorthmarsh")
    keep(qtbot, form)

    assert office.record().home(home.id).lines == ("2 Sample Street", "Northmarsh")


def test_a_move_is_recorded_from_the_person_who_moved(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)
    window.household.choose(LEO)

    form = press(qtbot, window, "Record a move")
    form.home.choose(NOWHERE)
    keep(qtbot, form)

    assert main_homes(office, TODAY) == []


def test_a_family_is_renamed_from_its_header(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)

    form = press(qtbot, window, "Edit the family")
    form.name.setText("Whitfield")
    keep(qtbot, form)
    qtbot.waitUntil(lambda: window.household.header.title.text() == "Whitfield", timeout=5_000)

    assert office.record().household.name == "Whitfield"


def test_no_visit_meets_the_unborn(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> None:
    window = open_window(office, tmp_path, FAMILY_A)
    settle(qtbot, office.desk)
    presented = window.household.presented
    assert presented is not None

    unborn = {p.id for p in presented.record.people if p.unborn}

    assert unborn
    assert set(who_can_be_seen(presented)) == {p.id for p in presented.record.people} - unborn
