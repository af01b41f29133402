"""Today in the real window: the exact lines, and each opens the thing itself by keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ids import HouseholdId
from app.domain.plan_drafts import ActionDraft
from app.domain.today import Task, TodayLine, When
from app.domain.visit import VisitDraft
from app.usecases.keep_actions import add_action
from app.usecases.record_visit import record_visit
from app.usecases.today import Today
from tests.builders import TODAY
from tests.ui.desk_audit import clipped, hard_to_use, settle_layout
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    OpenDesk,
    empty_store,
    open_desk,
    open_window,
    settle,
    show,
)
from tests.ui.plan_builders import LEO, keep_plan
from ui.theme import current_theme
from ui.today_words import how_soon, what_to_do
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)


@pytest.fixture
def start(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> MainWindow:
    """Give the window as it opens."""
    window = open_window(office, tmp_path, place="today")
    settle(qtbot, office.desk)
    return window


def shown(window: MainWindow) -> dict[str, list[tuple[str, ...]]]:
    """Return what stands under each heading that is there."""
    found = {}
    for group in window.today.groups.values():
        model = group.table.model()
        if not group.isHidden():
            found[group.title.text()] = [
                tuple(str(model.index(row, column).data()) for column in range(3))
                for row in range(model.rowCount())
            ]
    return found


def open_line(qtbot: QtBot, window: MainWindow, what: str) -> None:
    """Put the cursor on the first line of a kind and press Enter."""
    show(qtbot, window)
    for group in window.today.groups.values():
        group.table.setFocus()
        group.table.choose(lambda line: line.what == what)
        line = group.table.current()
        if line is not None and line.what == what and not group.isHidden():
            with qtbot.waitSignal(window.household.shown, timeout=20_000):
                qtbot.keyClick(group.table, Qt.Key.Key_Return)
            settle(qtbot, window.desk)
            settle_layout()
            qtbot.waitUntil(lambda: not window.household.plan._timer.isActive())
            return
    raise AssertionError(f"no line of {what}")


def test_the_program_opens_on_today_with_the_lines_of_the_caseload(start: MainWindow) -> None:
    assert start.pages.currentWidget() is start.today
    assert start.today.date.text() == "22 November 2026"
    assert shown(start) == {
        "This week (1)": [("Thu 26 Nov, in 4 days", "Visit", "Begum and Hale")],
        "Soon (3)": [
            ("Tue 1 Dec, in 9 days", "Visit", "Whitfield and Okafor"),
            (
                "Fri 4 Dec, in 12 days",
                "Reply from Northmarsh CAMHS about Leo Reid",
                "Whitfield and Okafor",
            ),
            (
                "Sat 5 Dec, in 13 days",
                "Nadia Begum turns 16 and needs a form of their own",
                "Begum and Hale",
            ),
        ],
    }


def test_it_says_honestly_that_no_copy_was_made(start: MainWindow) -> None:
    said = start.today.copied.accessibleName()

    assert said.startswith("No copy of the records has been made yet.")
    assert start.today.copied.isVisible()


def test_with_no_family_the_program_opens_on_the_families(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, empty_store) as office:
        window = open_window(office, tmp_path, place="today")
        settle(qtbot, office.desk)

        assert window.pages.currentWidget() is window.families
        assert window.families.nothing_yet.isVisible()


def test_a_reply_that_is_due_opens_who_may_know_what(qtbot: QtBot, start: MainWindow) -> None:
    open_line(qtbot, start, "request")

    page = start.household
    assert page.presented is not None
    assert page.presented.record.household.id == FAMILY_A
    assert page.header.tabs.current() == "sharing"
    line = page.sharing_pane.current()
    assert line is not None
    assert (line.person, line.agency, page.inspector.shown) == (LEO, "camhs", LEO)


def test_a_birthday_opens_the_young_person(qtbot: QtBot, start: MainWindow) -> None:
    open_line(qtbot, start, "turns-16")

    page = start.household
    assert page.presented is not None
    assert page.presented.record.household.id == FAMILY_B
    assert (page.header.tabs.current(), page.inspector.shown) == ("household", "B5")


@pytest.mark.parametrize(
    ("day", "what", "when"),
    [
        (23, "Sam turns 16 and needs a form of their own", "tomorrow"),
        (22, "Sam turns 16 and needs a form of their own", "Today"),
        (21, "Sam turned 16 on 21 November 2026 and needs a form of their own", "one day ago"),
        (10, "Sam turned 16 on 10 November 2026 and needs a form of their own", "12 days ago"),
    ],
)
def test_a_birthday_that_is_past_is_told_as_past_and_never_as_late(
    day: int, what: str, when: str
) -> None:
    line = TodayLine(
        what=Task.SIXTEEN,
        household=HouseholdId("c"),
        family="Doyle",
        on=date(2026, 11, day),
        id="sam",
        name="Sam",
    )

    assert what_to_do(line, TODAY) == what
    assert how_soon(line, TODAY).endswith(when)


def test_a_visit_opens_the_visit_that_planned_it(qtbot: QtBot, start: MainWindow) -> None:
    open_line(qtbot, start, "visit")

    page = start.household
    assert page.header.tabs.current() == "timeline"
    assert page.happenings.current().line.opens == "family-b-visit-01"
    assert page.happenings.hasFocus()


@pytest.mark.parametrize(
    ("what", "part", "first"),
    [
        ("action", "actions_part", "Ring the school"),
        ("review", "reviews", "17 November 2026"),
        ("meeting", "meetings", "24 November 2026"),
    ],
)
def test_a_line_of_the_plan_opens_it_there(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, what: str, part: str, first: str
) -> None:
    keep_plan(office)
    window = open_window(office, tmp_path, place="today")
    settle(qtbot, office.desk)

    open_line(qtbot, window, what)

    assert window.household.header.tabs.current() == "plan"
    table: Any = getattr(window.household.plan, part).table
    assert table.current().cells[0] == first
    assert table.hasFocus()


def test_what_changes_is_seen_without_asking(
    qtbot: QtBot, office: OpenDesk, start: MainWindow
) -> None:
    command = add_action(
        FAMILY_B, ActionDraft(text="Ring", owner_name="Robin", due_on=date(2026, 11, 20))
    )
    office.desk.do(command, owner=start, then=lambda _: None)
    settle(qtbot, office.desk)
    with_it = shown(start)

    with qtbot.waitSignal(office.desk.undone):
        start.undo()
    settle(qtbot, office.desk)

    assert with_it["Overdue (1)"] == [
        ("Fri 20 Nov, 2 days late", "Action of Robin", "Begum and Hale")
    ]
    assert "Overdue (1)" not in shown(start)


def test_the_place_says_how_much_is_due_and_only_when_something_is(
    qtbot: QtBot, office: OpenDesk, start: MainWindow
) -> None:
    places = start.sidebar.places.model()
    before = places.index(0, 0).data(Qt.ItemDataRole.UserRole + 2)
    command = add_action(
        FAMILY_B, ActionDraft(text="Ring", owner_name="Robin", due_on=date(2026, 11, 22))
    )

    office.desk.do(command, owner=start, then=lambda _: None)
    settle(qtbot, office.desk)

    assert before == ""
    assert places.index(0, 0).data(Qt.ItemDataRole.UserRole + 2) == "1 due"


def test_nothing_due_is_said_in_words(qtbot: QtBot, office: OpenDesk, start: MainWindow) -> None:
    start.today._show(Today(on=date(2026, 11, 22), lines=(), families=True))

    assert start.today.nothing.isVisible()
    assert shown(start) == {}
    assert "nothing is late" in start.today.nothing.sentence.accessibleName()


def test_the_sidebar_goes_between_today_and_the_families_by_arrows(
    qtbot: QtBot, start: MainWindow
) -> None:
    show(qtbot, start)
    start.sidebar.places.setFocus()

    qtbot.keyClick(start.sidebar.places, Qt.Key.Key_Down)
    second = start.pages.currentWidget()
    qtbot.keyClick(start.sidebar.places, Qt.Key.Key_Up)

    assert second is start.families
    assert start.pages.currentWidget() is start.today
    assert start.sidebar.places.hasFocus()


def test_f6_goes_from_the_places_to_the_first_lines(qtbot: QtBot, start: MainWindow) -> None:
    show(qtbot, start)
    start.sidebar.places.setFocus()

    qtbot.keyClick(start, Qt.Key.Key_F6)

    week = start.today.groups[When.WEEK].table
    assert QApplication.focusWidget() is week
    assert week.current().family == "Begum and Hale"


def test_a_later_visit_takes_the_planned_one_off_the_list(
    qtbot: QtBot, office: OpenDesk, start: MainWindow
) -> None:
    draft = VisitDraft(
        household=FAMILY_A, on=date(2026, 11, 22), seen=(LEO,), next_on=date(2026, 12, 20)
    )

    office.desk.do(record_visit(draft), owner=start, then=lambda _: None)
    settle(qtbot, office.desk)

    assert "Visit" not in [line[1] for line in shown(start)["Soon (2)"]]


def test_every_control_is_named_large_and_reached(qtbot: QtBot, start: MainWindow) -> None:
    show(qtbot, start)

    assert hard_to_use(qtbot, start) == {}


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1093, 534)])
def test_nothing_is_cut_off(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, size: tuple[int, int], text: int
) -> None:
    keep_plan(office)
    current_theme().use(text_percent=text)
    window = open_window(office, tmp_path, place="today", size=size)
    settle(qtbot, office.desk)
    settle_layout()

    assert clipped(window.today) == []
