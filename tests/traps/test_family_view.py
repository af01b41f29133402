"""Traps 23 and 41: what is seen and reached while the screen is the family’s."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import HouseholdId, PersonId
from app.domain.visit import VisitDraft
from app.usecases.record_visit import record_visit
from tests.app.wall_cases import LOCATION, OTHER_SIDE
from tests.app.whole_paper import spelt_out
from tests.builders import caseload
from tests.ui.conftest import collected_here as collected_here
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    TODAY,
    OpenDesk,
    open_desk,
    open_window,
    settle,
)
from tests.ui.spoken import everything_told, leaked, told_from_the_root, windows_on_screen
from ui.windows.family_window import FamilyWindow
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)
CONTROL = Qt.KeyboardModifier.ControlModifier
HIDDEN = LOCATION | OTHER_SIDE
DANIEL, SAMIRA = "B2", "B1"
SEEN = PersonId("B2")
DESK_KEYS = (
    *((key, CONTROL) for key in (Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_F, Qt.Key.Key_N)),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_F6, Qt.Key.Key_F9)),
    *((key, CONTROL) for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return)),
)


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[OpenDesk]:
    """Give a desk over the caseload that is ready, and close it afterwards."""
    with open_desk(qtbot) as office:
        yield office


@pytest.fixture
def window(office: OpenDesk, tmp_path: Path) -> MainWindow:
    """Give the main window with Samira’s and Daniel’s family in it."""
    return open_window(office, tmp_path, FAMILY_B)


def turn(office: OpenDesk, window: MainWindow, *people: str) -> FamilyWindow:
    """Turn the screen to these people, or with F9 to the one who is chosen."""
    if people:
        window.family.enter(people)
    else:
        office.qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F9)
    settle(office.qtbot, office.desk)
    assert window.family.screen is not None
    return window.family.screen


def names_of_others(household: HouseholdId) -> dict[str, str]:
    """Return every name of a person, place or agency that has nothing to do with a family."""
    own = next(record for record in caseload().records if record.household.id == household)
    theirs = spelt_out(repr(own) + repr(caseload().agencies))
    found = {}
    for record in caseload().records:
        if record.household.id != household:
            found[record.household.name] = record.household.name
            found |= {person.name: person.name for person in record.people if person.given}
            found |= {home.id: home.lines[0] for home in record.homes if home.lines}
            found |= {note.id: note.text for note in record.notes if note.text}
            found |= {visit.id: visit.note for visit in record.visits if visit.note}
    return {name: text for name, text in found.items() if spelt_out(text) not in theirs}


def test_trap_23_what_we_look_for_is_on_the_workers_own_screen(
    office: OpenDesk, window: MainWindow
) -> None:
    window.household.choose(DANIEL)

    found = leaked(HIDDEN)

    assert {"practice", "school", "therapy", "Samira", "Aisha", "Nadia"} <= set(found)


def test_trap_23_daniel_sees_nothing_of_the_other_side_and_where_they_are(
    office: OpenDesk, window: MainWindow
) -> None:
    window.household.choose(DANIEL)

    screen = turn(office, window)

    assert windows_on_screen() == [screen]
    assert leaked(HIDDEN) == []
    assert "Daniel Hale" in everything_told()
    assert "Northmarsh Health Centre" in everything_told()


def test_trap_23_daniel_and_samira_together_see_what_each_of_them_may_and_no_more(
    office: OpenDesk, window: MainWindow
) -> None:
    turn(office, window, DANIEL, SAMIRA)

    told = everything_told()

    assert leaked(HIDDEN) == []
    assert "Daniel Hale" in told
    assert "Northmarsh Health Centre" not in told  # his practice is his to tell


def test_trap_23_samira_sees_her_children_and_not_what_is_the_offices(
    office: OpenDesk, window: MainWindow
) -> None:
    turn(office, window, SAMIRA)

    told = everything_told()

    offices = ("MARAC", "order", "staff safety", "code word", "new mobile", "street", "postcode")
    assert leaked({name: HIDDEN[name] for name in offices}) == []
    assert all(name in told for name in ("Aisha Hale", "Nadia Begum", "Linden Practice"))


def test_trap_23_no_hidden_window_is_left_for_a_screen_reader_to_walk(
    office: OpenDesk, window: MainWindow
) -> None:
    window.household.choose(DANIEL)
    on_the_desk = spelt_out(told_from_the_root())

    turn(office, window)

    told = spelt_out(told_from_the_root())
    assert "samirabegum" in on_the_desk
    assert "danielhale" in told
    assert [name for name, text in HIDDEN.items() if spelt_out(text) in told] == []


@pytest.mark.parametrize("where", ["today", "families"])
def test_trap_23_with_no_family_open_nobody_is_named(
    office: OpenDesk, tmp_path: Path, where: str
) -> None:
    window = open_window(office, tmp_path, place=where)
    settle(office.qtbot, office.desk)

    screen = turn(office, window)

    people = {p.name: p.name for record in caseload().records for p in record.people if p.given}
    families = {r.household.name: r.household.name for r in caseload().records}
    assert screen.pages.currentWidget() is screen.neutral
    assert leaked(people | families | HIDDEN) == []


def test_trap_23_whom_the_page_begins_with_is_not_taken_for_who_is_at_the_table(
    office: OpenDesk, window: MainWindow
) -> None:
    began_with = window.household.inspector.shown

    screen = turn(office, window)

    assert began_with
    assert screen.pages.currentWidget() is screen.neutral
    assert leaked(HIDDEN) == []


def test_trap_23_nobody_looks_through_the_eyes_of_an_agency(
    office: OpenDesk, window: MainWindow
) -> None:
    window.household.choose("P2")

    screen = turn(office, window)

    assert screen.pages.currentWidget() is screen.neutral


def test_trap_23_everything_is_off_the_screen_before_the_key_is_let_go(
    office: OpenDesk, window: MainWindow
) -> None:
    window.household.choose(DANIEL)

    office.qtbot.keyPress(window, Qt.Key.Key_F9)  # and no event is waited for

    assert [type(shown) for shown in windows_on_screen()] == [FamilyWindow]
    assert leaked(HIDDEN) == []
    assert "Daniel" not in everything_told()


def test_trap_23_no_key_of_the_desk_works(office: OpenDesk, window: MainWindow) -> None:
    office.run(
        record_visit(VisitDraft(household=FAMILY_B, on=TODAY, seen=(SEEN,), note="Kept before."))
    )
    window.household.choose(DANIEL)
    screen = turn(office, window)
    journal = office.journal()

    for key, modifier in DESK_KEYS:
        office.qtbot.keyClick(QApplication.focusWidget() or screen, key, modifier)
        settle(office.qtbot, office.desk)
        assert windows_on_screen() == [screen]

    assert office.journal() == journal
    assert [visit.note for visit in office.record(FAMILY_B).visits][-1] == "Kept before."
    assert window.pages.currentWidget() is window.household
    assert leaked(HIDDEN) == []


def test_trap_23_tab_stays_on_the_familys_screen(office: OpenDesk, window: MainWindow) -> None:
    window.household.choose(DANIEL)
    screen = turn(office, window)

    met = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        met.add(focused)
        office.qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert {widget.window() for widget in met} == {screen}
    assert screen.back_button in met
    assert screen.parts is not None
    assert screen.parts.picture in met


def test_trap_23_titles_and_what_is_said_below_give_nothing_away(
    office: OpenDesk, window: MainWindow
) -> None:
    window.household.choose(DANIEL)
    screen = turn(office, window)

    window.notice.show_sentence("Samira Begum’s consent is kept.", undo=True)
    window.warn_of_lock(30)

    assert screen.windowTitle() == "Think Family"
    assert not window.notice.isVisible()
    assert screen.warning.text() == "Locks in 30 seconds. Any key stops it."
    assert leaked(HIDDEN) == []


def test_trap_23_a_window_that_opens_late_never_gets_on_the_screen(
    office: OpenDesk, window: MainWindow
) -> None:
    window.household.choose(DANIEL)
    screen = turn(office, window)
    late = QDialog(window)
    QVBoxLayout(late).addWidget(QLabel("Samira Begum"))

    QTimer.singleShot(0, late.open)
    office.qtbot.waitUntil(lambda: late in window.family._curtain._behind)
    settle(office.qtbot, office.desk)

    assert windows_on_screen() == [screen]
    assert leaked(HIDDEN) == []


def test_trap_23_what_was_copied_is_gone(office: OpenDesk, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("7 Larkfield Close")
    window.household.choose(DANIEL)

    turn(office, window)

    assert QGuiApplication.clipboard().text() == ""


def test_trap_23_who_looked_is_written_down_with_ids_alone(
    office: OpenDesk, window: MainWindow
) -> None:
    turn(office, window, DANIEL, SAMIRA)
    window.family._leave()
    settle(office.qtbot, office.desk)

    rows = office.on_store(
        lambda store: store._connection.execute(
            "SELECT name, kind, effect, about, detail FROM operation ORDER BY seq DESC LIMIT 2"
        ).fetchall()
    )

    assert [tuple(row) for row in rows] == [
        ("leave_family_view", "look", "none", FAMILY_B, '{"wrong":0}'),
        ("enter_family_view", "look", "none", FAMILY_B, f'{{"people":"{DANIEL},{SAMIRA}"}}'),
    ]


def test_trap_41_nothing_of_another_family_is_told_to_anybody(
    office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)
    for other in (FAMILY_B, FAMILY_A):  # so that there is something opened lately
        window.open_household(other)
        settle(office.qtbot, office.desk)
    window.household.choose("A1")
    others = names_of_others(FAMILY_A)
    on_the_desk = leaked(others)

    turn(office, window)

    assert len(others) > 10
    assert "Begum and Hale" in on_the_desk
    assert leaked(others) == []
    assert "Dana Whitfield" in everything_told()


def test_trap_41_there_is_nowhere_to_search_and_nothing_opened_lately(
    office: OpenDesk, window: MainWindow
) -> None:
    window.household.choose(DANIEL)

    screen = turn(office, window)

    told = everything_told()
    fields = [w for w in screen.findChildren(QWidget) if w.inherits("QLineEdit")]
    assert fields == [screen.way_back.typed]
    assert not re.search(r"search|find|lately|undo|settings", told, re.IGNORECASE)


def test_trap_23_nothing_of_the_hidden_desk_is_said_aloud(
    office: OpenDesk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "ui.widgets.text.QAccessible.updateAccessibility",
        lambda event: said.append(event.message()),
    )
    window.notice.show_sentence("Samira Begum’s consent is kept.")
    aloud = list(said)
    window.household.choose(DANIEL)
    turn(office, window)
    said.clear()

    window.notice.show_sentence("Samira Begum’s consent is kept.")
    window.warn_of_lock(30)

    assert aloud == ["Samira Begum’s consent is kept."]
    assert said == ["Locks in 30 seconds. Any key stops it."]
