"""Locking while the screen is the family’s: by key, by time, by closing it, by wrong tries."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import StorePlace
from tests.ui.desk_builders import (
    FAMILY_B,
    caseload_store,
    fill_place,
    open_household,
    reopened,
    settle,
)
from tests.ui.family_steps import WRONG, give, type_in
from tests.ui.spoken import everything_told, windows_on_screen
from tests.ui.test_program import Begin, desk_of, door
from tests.ui.test_program import begin as begin
from tests.ui.test_program import left as left
from ui.__main__ import store_door
from ui.program import Day
from ui.windows import family_mode
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def place(store_place: StorePlace) -> StorePlace:
    """Give the made-up families in a store on disk."""
    fill_place(store_place)
    return store_place


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no pause after a wrong try."""
    monkeypatch.setattr(family_mode, "PAUSES", (0, 0, 0, 0))


def day_with_family_view(qtbot: QtBot, begin: Begin, place: StorePlace) -> tuple[Day, MainWindow]:
    day = begin(door(lambda: reopened(place)))
    window = desk_of(qtbot, day)
    open_household(qtbot, window, FAMILY_B)
    window.household.choose("B2")
    qtbot.keyClick(window, Qt.Key.Key_F9)
    settle(qtbot, window.desk)
    return day, window


def test_closing_the_familys_screen_locks_and_shows_nothing(
    qtbot: QtBot, begin: Begin, left: list[bool], place: StorePlace
) -> None:
    _, window = day_with_family_view(qtbot, begin, place)
    screen = window.family.screen
    assert screen is not None

    screen.close()
    told = everything_told()

    qtbot.waitUntil(lambda: bool(left), timeout=10_000)
    assert windows_on_screen() == [screen]
    assert screen._cover.isVisible()
    assert "Daniel" not in told + everything_told()
    reopened(place).close()  # "in use" if it were not closed


@pytest.mark.parametrize("why", ["key", "idle"])
def test_the_lock_covers_the_familys_screen_too(
    qtbot: QtBot, begin: Begin, left: list[bool], place: StorePlace, why: str
) -> None:
    day, window = day_with_family_view(qtbot, begin, place)
    screen = window.family.screen
    assert screen is not None

    if why == "key":
        qtbot.keyClick(
            QApplication.focusWidget() or screen, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier
        )
    else:
        day._watch.due.emit(why)
    locked = (day._lock.is_locking, screen._cover.isVisible(), window.isVisible())
    qtbot.keyClick(screen, Qt.Key.Key_F9)

    qtbot.waitUntil(lambda: bool(left), timeout=10_000)
    assert locked == (True, True, False)
    assert windows_on_screen() == [screen]


def test_five_wrong_tries_end_in_a_locked_store(
    qtbot: QtBot, begin: Begin, left: list[bool], place: StorePlace, at_once: None
) -> None:
    _, window = day_with_family_view(qtbot, begin, place)

    for wrong in WRONG[:4]:
        give(qtbot, window, wrong)
    type_in(qtbot, window, WRONG[4])

    qtbot.waitUntil(lambda: bool(left), timeout=10_000)
    store = reopened(place)
    rows = store._connection.execute("SELECT name, detail FROM operation ORDER BY seq DESC LIMIT 2")
    assert [tuple(row) for row in rows][1] == ("lock", '{"why":"family-view-tries"}')
    store.close()


def test_the_key_does_nothing_once_the_program_is_locking(
    qtbot: QtBot, begin: Begin, left: list[bool]
) -> None:
    day = begin(door(caseload_store))
    window = desk_of(qtbot, day)

    day._lock.lock()
    qtbot.keyClick(window, Qt.Key.Key_F9)

    assert not window.family.is_on
    assert window.cover.isVisible()
    qtbot.waitUntil(lambda: bool(left), timeout=10_000)


def test_the_passphrase_of_the_demo_leads_back(qtbot: QtBot, begin: Begin, tmp_path: Path) -> None:
    day = begin(store_door())
    window = desk_of(qtbot, day)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    settle(qtbot, window.desk)

    give(qtbot, window, "demo")

    assert not window.family.is_on
