"""Locking: when, in which order, and whatever goes wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db.store import Clock, open_in_memory
from ui.desk import Desk
from ui.lock import (
    IDLE_MINUTES,
    VISIT_MINUTES,
    IdleWatch,
    KeepDrafts,
    Lock,
    lock_key,
    restart_command,
)


class Clocks:
    """Two clocks that a test moves by hand."""

    def __init__(self) -> None:
        self.wall = 1_000.0
        self.monotonic = 50.0

    def pass_(self, seconds: float) -> None:
        self.wall += seconds
        self.monotonic += seconds


class Heard:
    """What a watch has said."""

    def __init__(self, watch: IdleWatch) -> None:
        self.due: list[str] = []
        self.soon: list[int] = []
        self.stayed: list[bool] = []
        watch.due.connect(self.due.append)
        watch.soon.connect(self.soon.append)
        watch.stayed.connect(lambda: self.stayed.append(True))


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(qapp: QApplication, clocks: Clocks) -> IdleWatch:
    return IdleWatch(monotonic=lambda: clocks.monotonic, wall=lambda: clocks.wall)


def let_pass(watch: IdleWatch, clocks: Clocks, seconds: int) -> None:
    for _ in range(seconds // 10):
        clocks.pass_(10)
        watch.tick()


def test_five_minutes_without_anybody_lock(watch: IdleWatch, clocks: Clocks) -> None:
    heard = Heard(watch)
    let_pass(watch, clocks, IDLE_MINUTES * 60 - 10)
    before = list(heard.due)

    let_pass(watch, clocks, 10)

    assert before == []
    assert heard.due == ["idle"]
    assert heard.soon == [30]


def test_on_a_visit_two_minutes_are_enough(watch: IdleWatch, clocks: Clocks) -> None:
    heard = Heard(watch)
    watch.set_minutes(VISIT_MINUTES)

    let_pass(watch, clocks, 120)

    assert heard.due == ["idle"]


def test_any_key_begins_the_time_again(watch: IdleWatch, clocks: Clocks) -> None:
    heard = Heard(watch)
    let_pass(watch, clocks, 280)

    watch.touch()

    let_pass(watch, clocks, 280)
    assert heard.due == []
    assert heard.stayed == [True]
    assert heard.soon == [30, 30]


def test_a_key_pressed_in_any_window_counts(
    watch: IdleWatch, clocks: Clocks, qapp: QApplication, qtbot: QtBot
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    heard = Heard(watch)
    watch.start(qapp)
    let_pass(watch, clocks, 280)

    qtbot.keyClicks(field, "a")

    watch.stop()
    assert heard.stayed == [True]


def test_what_the_program_sends_itself_is_nobody(
    watch: IdleWatch, clocks: Clocks, qapp: QApplication
) -> None:
    heard = Heard(watch)
    watch.start(qapp)
    let_pass(watch, clocks, 280)

    QApplication.sendEvent(qapp, QEvent(QEvent.Type.MouseMove))

    watch.stop()
    assert heard.stayed == []


@pytest.mark.parametrize(
    ("wall", "monotonic"),
    [(3600.0, 1.0), (3600.0, 3600.0), (-3600.0, 1.0)],
    ids=["the monotonic clock stood still", "both went on", "the wall clock was put back"],
)
def test_a_computer_that_slept_is_locked(
    watch: IdleWatch, clocks: Clocks, wall: float, monotonic: float
) -> None:
    heard = Heard(watch)
    clocks.wall += wall
    clocks.monotonic += monotonic

    watch.tick()

    assert heard.due == ["slept"]


class Office:
    """A lock with everything round it noted down."""

    def __init__(self, *, keep_drafts: KeepDrafts | None = None, starts: bool = True) -> None:
        self.order: list[str] = []
        self.command: tuple[str, ...] = ()
        self._starts = starts
        self.lock = Lock(
            cover=lambda: self.order.append("cover"),
            keep_drafts=keep_drafts or self._drafts,
            clear_clipboard=lambda: self.order.append("clipboard"),
            start=self._start,
            leave=lambda: self.order.append("leave"),
            arguments=lambda: ("--locked",),
        )

    def _drafts(self, then: Callable[[], object]) -> None:
        self.order.append("drafts")
        then()

    def _start(self, command: Sequence[str]) -> bool:
        self.order.append("start")
        self.command = tuple(command)
        if not self._starts:
            raise OSError("no room")
        return True


@pytest.fixture
def desk(qtbot: QtBot, frozen_clock: Clock) -> Desk:
    desk = Desk(lambda: open_in_memory(by="kw-test", clock=frozen_clock))
    with qtbot.waitSignal(desk.ready):
        pass
    return desk


def test_locking_keeps_its_order(qtbot: QtBot, desk: Desk) -> None:
    office = Office()
    office.lock.guard(desk)
    office.lock.locking.connect(office.order.append)

    office.lock.lock("idle")

    qtbot.waitUntil(lambda: "leave" in office.order)
    assert office.order == ["cover", "idle", "clipboard", "drafts", "start", "leave"]
    assert office.command[-1] == "--locked"
    assert desk._store_thread._shutdown


def test_a_second_reason_to_lock_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    office = Office()
    office.lock.guard(desk)
    office.lock.lock("idle")

    office.lock.lock("hand")

    qtbot.waitUntil(lambda: "leave" in office.order)
    assert office.order.count("cover") == 1
    assert office.order.count("start") == 1


def test_drafts_that_take_too_long_do_not_stop_it(qtbot: QtBot, desk: Desk) -> None:
    office = Office(keep_drafts=lambda then: None)
    office.lock.guard(desk)
    office.lock._patience.setInterval(10)

    office.lock.lock()

    qtbot.waitUntil(lambda: "leave" in office.order)
    assert office.order == ["cover", "clipboard", "start", "leave"]


def test_drafts_that_answer_late_lock_once(qtbot: QtBot, desk: Desk) -> None:
    kept: list[Callable[[], object]] = []
    office = Office(keep_drafts=kept.append)
    office.lock.guard(desk)
    office.lock._patience.setInterval(10)
    office.lock.lock()
    qtbot.waitUntil(lambda: "leave" in office.order)

    kept[0]()

    assert office.order == ["cover", "clipboard", "start", "leave"]


def test_this_process_ends_even_when_no_new_one_starts(qtbot: QtBot) -> None:
    office = Office(starts=False)

    with pytest.raises(OSError, match="no room"):
        office.lock.lock()

    assert office.order[-1] == "leave"


def test_control_l_locks_wherever_the_focus_is(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    office = Office()

    shortcut = lock_key(field, office.lock)

    shortcut.activated.emit()
    assert shortcut.key().toString() == "Ctrl+L"
    assert office.lock.is_locking


@pytest.mark.parametrize(
    ("executable", "command"),
    [
        (r"C:\Program Files\Think Family\ThinkFamily.exe", ()),
        ("/opt/think-family/think-family", ()),
        ("/usr/bin/python3", ("-P", "-m", "ui")),
        (r"C:\Python313\python.exe", ("-P", "-m", "ui")),
        (r"C:\Python313\pythonw.exe", ("-P", "-m", "ui")),
    ],
)
def test_the_program_knows_how_to_start_itself(executable: str, command: tuple[str, ...]) -> None:
    found = restart_command("--locked", executable=executable)

    assert found == (executable, *command, "--locked")
