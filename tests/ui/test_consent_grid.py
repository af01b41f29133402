"""The consent grid: what every cell says, by eye, by key and by screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer
from app.domain.proof import Proof, Way
from tests.app.test_capture_consent import draft
from tests.builders import captured
from tests.ui.desk_builders import FAMILY_A, FAMILY_C, OpenDesk, open_window, settle
from ui.models.consent_grid import GridCell
from ui.pages.sharing_pane import SharingPane
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def pane(window: MainWindow, office: OpenDesk) -> SharingPane:
    window.household.header.tabs.choose("sharing")
    settle(office.qtbot, office.desk)
    return window.household.sharing_pane


def said(pane: SharingPane, person: str, agency: str) -> str:
    place = pane.grid.grid.place_of(person, agency)
    return str(pane.grid.grid.data(place, Qt.ItemDataRole.AccessibleTextRole))


def test_every_cell_says_who_which_partner_and_where_it_stands(pane: SharingPane) -> None:
    assert said(pane, "A4", "camhs").startswith("Leo Reid, Northmarsh CAMHS: Agreed to 12 April")
    assert "disagree" in said(pane, "A5", "salt").casefold()
    assert said(pane, "A2", "adult-mental-health").casefold().count("no") >= 1


def test_a_partner_without_work_with_a_person_has_an_empty_cell(pane: SharingPane) -> None:
    place = pane.grid.grid.place_of("A2", "camhs")

    assert pane.grid.grid.data(place) == "–"
    assert pane.grid.grid.cell(place) is None


def test_what_is_somebodys_own_affair_is_in_no_cell(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_C).household
    grid = page.sharing_pane.grid.grid
    settle(qtbot, office.desk)
    names = [
        str(grid.headerData(row, Qt.Orientation.Vertical)).casefold()
        for row in range(grid.rowCount())
    ]

    assert names
    assert not any("sexual" in name for name in names)


def test_an_unborn_child_has_no_column_of_decisions(pane: SharingPane) -> None:
    assert not pane.grid.grid.place_of("A7", "maternity").isValid()


def test_the_arrows_go_from_cell_to_cell_and_enter_asks_why(
    qtbot: QtBot, pane: SharingPane
) -> None:
    pane.bring_up("A4", "camhs")
    heard: list[tuple[str, str, str]] = []
    pane.step_asked.connect(lambda *told: heard.append(told))

    qtbot.keyClick(pane.grid, Qt.Key.Key_Down)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Return)

    here = pane.current()
    assert isinstance(here, GridCell)
    assert (here.person, here.agency) == ("A4", "school-nursing")
    assert heard == [("why", "A4", "school-nursing")]


def test_whoever_is_chosen_in_the_grid_is_shown_beside_it(
    pane: SharingPane, window: MainWindow
) -> None:
    pane.bring_up("A5", "salt")

    assert window.household.inspector.shown == "A5"


def test_a_decision_that_is_kept_shows_in_its_cell_and_the_cursor_stays(
    qtbot: QtBot, office: OpenDesk, pane: SharingPane
) -> None:
    pane.bring_up("A2", "P2")
    before = said(pane, "A2", "P2")
    pane.grid.setFocus()

    with qtbot.waitSignal(office.desk.changed, timeout=10_000):
        office.desk.do(
            captured(
                draft(
                    "A2",
                    "P2",
                    "A2",
                    answer=Answer.WITHDRAWN,
                    way=Way.SPOKEN,
                    witness="Robin Ashby",
                    proof=Proof(identity="Known to me"),
                )
            ),
            owner=pane,
            then=lambda kept: None,
        )
    settle(qtbot, office.desk)

    here = pane.current()
    assert here is not None
    assert (here.person, here.agency) == ("A2", "P2")
    assert said(pane, "A2", "P2") != before


def test_the_same_is_there_as_a_list(qtbot: QtBot, pane: SharingPane) -> None:
    pane.view_button.click()
    listed = pane.table.isVisible()
    pane.view_button.click()

    assert listed
    assert pane.grid.isVisible()
    assert pane.table.model().rowCount() == sum(
        pane.grid.grid.cell(pane.grid.grid.index(row, column)) is not None
        for row in range(pane.grid.grid.rowCount())
        for column in range(pane.grid.grid.columnCount())
    )


@pytest.mark.parametrize("household", [FAMILY_A, FAMILY_C])
def test_every_state_of_the_grid_has_an_icon_and_words(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, household: str
) -> None:
    grid = open_window(office, tmp_path, FAMILY_A).household.sharing_pane.grid.grid
    settle(qtbot, office.desk)
    cells = [
        grid.index(row, column)
        for row in range(grid.rowCount())
        for column in range(grid.columnCount())
        if grid.cell(grid.index(row, column)) is not None
    ]

    assert cells
    assert all(grid.data(one, Qt.ItemDataRole.DecorationRole) is not None for one in cells)
    assert all(len(str(grid.data(one))) > 1 for one in cells)
