"""Unlocking, recovering, making and looking round, with a real store on disk."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.errors import StoreTrouble
from app.operation import OpenStore
from db.store import create_store, open_in_memory, open_store
from tests.conftest import CHEAP, StorePlace
from ui.desk import Desk
from ui.door import StoreDoor
from ui.windows.door_page import DoorPage
from ui.windows.unlock_window import UnlockWindow

LEFT = Qt.MouseButton.LeftButton
NEW = "seven quiet otters by the weir"


def real_door(
    *, opener: Callable[[Path, str | None, str | None], OpenStore] | None = None
) -> StoreDoor:
    def open_(place: Path, passphrase: str | None, code: str | None) -> OpenStore:
        return open_store(place, passphrase=passphrase, recovery_code=code, by="kw-test")

    return StoreDoor(
        open=opener or open_,
        create=lambda place, phrase: create_store(place, phrase, by="kw-test", kdf=CHEAP),
        exists=lambda place: (place / "store.keys").exists(),
        demo=lambda: open_in_memory(by="kw-test"),
    )


class Hall:
    """A window, and whoever came through it."""

    def __init__(self, qtbot: QtBot, place: Path, door: StoreDoor | None = None) -> None:
        self.desks: list[tuple[Desk, bool]] = []
        self.window = UnlockWindow(door or real_door(), place)
        self.window.unlocked.connect(lambda desk, demo: self.desks.append((desk, demo)))
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.pages = self.window.pages

    def shown(self) -> DoorPage:
        return self.pages.current()

    def close(self) -> None:
        for desk, _ in self.desks:
            desk.close()


@pytest.fixture
def hall(qtbot: QtBot, store_place: StorePlace) -> Hall:
    return Hall(qtbot, store_place.path)


def press(qtbot: QtBot, hall: Hall) -> None:
    qtbot.mouseClick(hall.shown().button, LEFT)


def way(hall: Hall, text: str) -> Callable[[], None]:
    ways = hall.shown()._ways
    for nth in range(ways.count()):
        item = ways.itemAt(nth)
        button = item.widget() if item is not None else None
        if button is not None and button.accessibleName() == text:
            return lambda: button.click()  # type: ignore[attr-defined]
    raise AssertionError(text)


def test_the_right_passphrase_opens(qtbot: QtBot, hall: Hall, store_place: StorePlace) -> None:
    qtbot.keyClicks(hall.pages.passphrase, store_place.passphrase)

    qtbot.keyClick(hall.pages.passphrase, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(hall.desks), timeout=20_000)
    desk, demo = hall.desks[0]
    answers: list[str] = []
    desk.ask(lambda work: work.by, owner=hall.window, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["kw-test"]
    assert not demo
    assert hall.pages.passphrase.text() == ""
    hall.close()


def test_a_wrong_passphrase_is_said_and_can_be_typed_again(qtbot: QtBot, hall: Hall) -> None:
    qtbot.keyClicks(hall.pages.passphrase, "not this one at all")

    press(qtbot, hall)

    row = hall.pages.passphrase_row
    qtbot.waitUntil(lambda: bool(row.problem.text()), timeout=20_000)
    assert row.problem.text().startswith("That passphrase is not right.")
    assert hall.pages.passphrase.hasFocus()
    assert hall.pages.passphrase.selectedText() != ""
    assert hall.shown().button.isEnabled()
    assert hall.desks == []


def test_an_empty_field_opens_nothing(qtbot: QtBot, hall: Hall) -> None:
    press(qtbot, hall)

    assert hall.pages.passphrase_row.problem.text() == "Write your passphrase."


def test_the_recovery_code_opens(qtbot: QtBot, hall: Hall, store_place: StorePlace) -> None:
    way(hall, "Use the recovery code")()
    qtbot.keyClicks(hall.pages.recovery, store_place.recovery_code.lower())

    press(qtbot, hall)

    qtbot.waitUntil(lambda: bool(hall.desks), timeout=20_000)
    assert not hall.desks[0][1]
    hall.close()


def test_a_mistyped_recovery_code_is_said(qtbot: QtBot, hall: Hall) -> None:
    way(hall, "Use the recovery code")()
    qtbot.keyClicks(hall.pages.recovery, "ABCD-EFGH")

    press(qtbot, hall)

    row = hall.pages.recovery_row
    qtbot.waitUntil(lambda: bool(row.problem.text()), timeout=20_000)
    assert "nine groups of four" in row.problem.text()


def test_a_damaged_store_is_said_with_what_to_do(
    qtbot: QtBot, hall: Hall, store_place: StorePlace
) -> None:
    for name in ("store.keys", "store.keys.bak"):
        (store_place.path / name).unlink(missing_ok=True)
    qtbot.keyClicks(hall.pages.passphrase, store_place.passphrase)

    press(qtbot, hall)

    card = hall.shown().trouble
    qtbot.waitUntil(card.isVisible, timeout=20_000)
    assert card.sentence.text() == "The key file is missing. The records are still here."
    assert card.step.text() != ""


def test_a_new_store_is_made_and_its_code_typed_back(qtbot: QtBot, tmp_path: Path) -> None:
    hall = Hall(qtbot, tmp_path / "records")
    pages = hall.pages
    welcome = hall.shown() is pages.welcome_page
    press(qtbot, hall)
    qtbot.keyClicks(pages.new_passphrase, NEW)
    qtbot.keyClicks(pages.again, NEW)
    press(qtbot, hall)
    qtbot.waitUntil(lambda: hall.shown() is pages.code_page, timeout=20_000)
    code = "-".join(pages.code_label.text().split())
    press(qtbot, hall)
    qtbot.keyClicks(pages.typed_code, code.replace("-", " ").lower())
    press(qtbot, hall)
    asked_again = hall.shown() is pages.unlock_page
    qtbot.keyClicks(pages.passphrase, NEW)

    press(qtbot, hall)

    qtbot.waitUntil(lambda: bool(hall.desks), timeout=20_000)
    assert welcome
    assert asked_again
    assert len(code) == 44
    assert pages.code_label.text() == ""
    hall.close()


def test_a_code_typed_wrongly_is_not_let_through(qtbot: QtBot, hall: Hall) -> None:
    hall.window._code = "ABCD-EFGH"
    hall.pages.go_to(hall.pages.confirm_page)
    qtbot.keyClicks(hall.pages.typed_code, "ABCD-EFGX")

    press(qtbot, hall)

    assert hall.shown() is hall.pages.confirm_page
    assert hall.pages.typed_row.problem.text().startswith("That is not the same.")
    way(hall, "Show it again")()
    assert hall.shown() is hall.pages.code_page
    assert "ABCD" in hall.pages.code_label.text()


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        (NEW, NEW + "s", "The two are not the same."),
        ("short", "short", "Make it longer"),
        ("", "", "Write a passphrase."),
        ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "This one is easy to guess."),
    ],
)
def test_a_passphrase_that_will_not_do_is_said(
    qtbot: QtBot, tmp_path: Path, first: str, second: str, sentence: str
) -> None:
    hall = Hall(qtbot, tmp_path / "records")
    hall.pages.go_to(hall.pages.create_page)
    hall.pages.new_passphrase.setText(first)
    hall.pages.again.setText(second)

    press(qtbot, hall)

    rows = (hall.pages.new_row, hall.pages.again_row)
    qtbot.waitUntil(lambda: any(row.problem.text() for row in rows), timeout=20_000)
    assert any(row.problem.text().startswith(sentence) for row in rows)
    assert not (tmp_path / "records").exists()


def test_made_up_families_need_no_passphrase(qtbot: QtBot, hall: Hall) -> None:
    way(hall, "Look at made-up families")()

    qtbot.waitUntil(lambda: bool(hall.desks), timeout=20_000)
    assert hall.desks[0][1] is True
    hall.close()


def test_a_slow_opening_is_said_and_takes_no_second_press(qtbot: QtBot, tmp_path: Path) -> None:
    may_end = threading.Event()
    opened: list[int] = []

    def slow(place: Path, passphrase: str | None, code: str | None) -> OpenStore:
        opened.append(1)
        may_end.wait(10)
        raise StoreTrouble("passphrase-wrong")

    hall = Hall(qtbot, tmp_path, real_door(opener=slow))
    hall.window._busy_timer.setInterval(10)
    hall.pages.go_to(hall.pages.unlock_page)
    qtbot.keyClicks(hall.pages.passphrase, "anything")
    press(qtbot, hall)
    qtbot.waitUntil(lambda: hall.shown().button.text() == "Opening …")

    press(qtbot, hall)

    may_end.set()
    qtbot.waitUntil(lambda: hall.shown().button.isEnabled())
    assert hall.shown().button.text() == "Unlock"
    assert opened == [1]


def test_a_window_closed_while_opening_leaves_nothing_open(qtbot: QtBot, tmp_path: Path) -> None:
    may_end = threading.Event()
    stores: list[OpenStore] = []

    def slow(place: Path, passphrase: str | None, code: str | None) -> OpenStore:
        may_end.wait(10)
        stores.append(open_in_memory(by="kw-test"))
        return stores[0]

    hall = Hall(qtbot, tmp_path, real_door(opener=slow))
    hall.pages.go_to(hall.pages.unlock_page)
    qtbot.keyClicks(hall.pages.passphrase, "anything")
    press(qtbot, hall)
    desk = hall.window._desk
    assert desk is not None

    hall.window.close()

    may_end.set()
    with qtbot.waitSignal(desk.destroyed):
        pass
    assert hall.desks == []
    assert stores[0]._closed  # type: ignore[attr-defined]


def test_what_was_typed_is_forgotten_after_being_hidden(qtbot: QtBot, hall: Hall) -> None:
    hall.window._forget_timer.setInterval(10)
    qtbot.keyClicks(hall.pages.passphrase, "half a passphrase")

    hall.window.hide()

    qtbot.waitUntil(lambda: hall.pages.passphrase.text() == "")
    assert hall.pages.passphrase.echoMode() is QLineEdit.EchoMode.Password


def test_coming_back_in_time_keeps_what_was_typed(qtbot: QtBot, hall: Hall) -> None:
    qtbot.keyClicks(hall.pages.passphrase, "half")
    hall.window.hide()

    hall.window.show()

    assert not hall.window._forget_timer.isActive()
    assert hall.pages.passphrase.text() == "half"


def test_the_letters_can_be_shown_and_hidden(qtbot: QtBot, hall: Hall) -> None:
    field = hall.pages.passphrase_row.field
    button = field.button  # type: ignore[attr-defined]
    names = [button.accessibleName()]

    button.click()

    names.append(button.accessibleName())
    assert hall.pages.passphrase.echoMode() is QLineEdit.EchoMode.Normal
    assert names == ["Show the passphrase", "Hide the passphrase"]


def test_the_window_says_nothing_of_any_family(hall: Hall) -> None:
    interface = QAccessible.queryAccessibleInterface(hall.pages.passphrase)

    assert hall.window.windowTitle() == "Think Family"
    assert interface.text(QAccessible.Text.Name) == "Passphrase"
    assert interface.state().passwordEdit
