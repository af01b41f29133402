"""The pages of the desk: what they show, how they are used without a mouse, and at any size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.happening import LineKind
from tests.ui.desk_audit import (
    settle_layout,
)
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    FAMILY_C,
    OpenDesk,
    empty_store,
    open_desk,
    open_household,
    open_window,
    settle,
)
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(120)


def shown_names(window: MainWindow) -> list[str]:
    model = window.families.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_typing_narrows_the_list_and_enter_opens_the_first(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path)
    settle(qtbot, office.desk)
    everybody = shown_names(window)
    qtbot.keyClicks(window.families.search, "HALE beg")
    settle(qtbot, office.desk)
    found = [hit.name for hit in window.families.found.hits()]

    with qtbot.waitSignal(window.household.shown, timeout=10_000):
        qtbot.keyClick(window.families.search, Qt.Key.Key_Return)

    assert len(everybody) == 3
    assert found[0] == "Begum and Hale"
    assert window.household.header.title.text() == "Begum and Hale"
    assert office.journal("open_household") == [("open_household", FAMILY_B)]


def test_a_word_no_family_has_is_said(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> None:
    window = open_window(office, tmp_path)
    settle(qtbot, office.desk)

    qtbot.keyClicks(window.families.search, "nobody")
    settle(qtbot, office.desk)

    assert window.families.pages.currentWidget() is window.families.nothing_found
    qtbot.keyClick(window.families.search, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.families


def test_an_empty_store_offers_to_add_a_family(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, empty_store) as office:
        window = open_window(office, tmp_path)
        settle(qtbot, office.desk)

        window.families.nothing_yet.action_button.click()

        assert window.families.pages.currentWidget() is window.families.nothing_yet
        dialog = window.errands.dialog
        assert dialog is not None
        assert dialog.isVisible()
        dialog.reject()


def test_each_tab_shows_its_table(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> None:
    page = open_window(office, tmp_path, FAMILY_A).household
    grid = page.sharing_pane.grid
    tables: dict[str, QWidget] = {
        "sharing": grid,
        "timeline": page.happenings,
        "papers": page.papers_pane,
    }

    seen = {}
    for tab, table in tables.items():
        page.header.tabs.choose(tab)
        seen[tab] = table.isVisible()

    assert all(seen.values())
    page.header.tabs.choose("household")
    assert page.picture.isVisible()


def test_the_picture_is_a_table_for_those_who_do_not_see_it(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_A).household
    page.choose("A4")

    page.picture.table_button.click()

    line = page.people.current()
    assert page.people.isVisible()
    assert page.people.hasFocus()
    assert (line.person, line.name) == ("A4", "Leo Reid")
    page.picture_again.click()
    assert page.picture.isVisible()


def test_a_line_of_the_table_chooses_its_person(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_A).household
    page.picture.table_button.click()

    page.people.choose(lambda line: line.person == "A2")

    assert page.inspector.shown == "A2"
    assert page.picture.view.selected() == "A2"


def test_opening_a_line_asks_for_its_visit_or_its_note(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_A).household
    page.header.tabs.choose("timeline")
    visits, notes = list[str](), list[str]()
    page.visit_asked.disconnect()
    page.visit_asked.connect(visits.append)
    page.note_asked.disconnect()
    page.note_asked.connect(notes.append)

    for row in page.chronology._rows:
        if row.line.kind in (LineKind.VISIT, LineKind.NOTE):
            page.chronology.opened.emit(row.line)

    assert sorted(visits) == [f"family-a-visit-0{n}" for n in (1, 2, 3)]
    assert sorted(notes) == ["A-note-1", "A-note-2"]


def test_what_was_opened_is_written_down_once(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)

    open_household(qtbot, window, FAMILY_C)

    opened = [about for _, about in office.journal("open_household")]
    assert opened == [FAMILY_A, FAMILY_C]


def test_a_look_draws_the_family_once(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> None:
    window = open_window(office, tmp_path)
    drawn: list[bool] = []
    window.household.shown.connect(lambda: drawn.append(True))

    open_household(qtbot, window, FAMILY_A)

    assert drawn == [True]


def test_what_is_somebodys_own_is_nowhere_on_the_page(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_C).household
    page.choose("C2")
    settle_layout()

    said = [
        f"{getattr(widget, 'text', str)()} {widget.accessibleName()} {widget.toolTip()}"
        for widget in page.findChildren(QWidget)
        if callable(getattr(widget, "text", str))
    ]
    assert any("Ellie-Mae" in one for one in said)
    assert not [one for one in said if "Sexual" in one]


def test_a_button_of_the_inspector_tells_whom_it_is_about(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_A).household
    page.choose("A4")
    QApplication.processEvents()
    asked: list[tuple[str, str]] = []
    page.decision_asked.disconnect()
    page.decision_asked.connect(lambda person, agency: asked.append((person, agency)))
    buttons = [
        button
        for button in page.inspector.findChildren(QPushButton)
        if button.isVisible() and button.text() == "Record a decision"
    ]

    buttons[-1].click()

    assert asked == [("A4", "")]
