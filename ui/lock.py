"""Idle, sleep, screen lock, by hand → lock, in one fixed order.

Locking ends in a fresh process, because that is the only thing that really empties memory
(the store’s design, section 8.1). Safety comes before typed text: whatever goes wrong on
the way, the records end up locked and this process ends.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import PurePath

from PySide6.QtCore import QEvent, QObject, QProcess, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk import Desk

IDLE_MINUTES = 5
VISIT_MINUTES = 2
WARNING = 30.0  # seconds before locking
SLEPT = 20.0  # seconds by which two clocks, or two ticks, may differ
TICK = 1000  # milliseconds
DRAFTS_WITHIN = 2000  # milliseconds, then we lock without them

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)

KeepDrafts = Callable[[Callable[[], object]], object]


class IdleWatch(QObject):
    """Says when nobody has touched the program for too long, or the computer has slept.

    `wall` and `monotonic` are clocks in seconds. A computer that slept is noticed because the two
    have drifted apart, or, where both go on in sleep, because two ticks are far apart.
    """

    due = Signal(str)  # "idle" or "slept"
    soon = Signal(int)  # seconds left: any key stops it
    stayed = Signal()  # somebody is there after all

    def __init__(
        self,
        *,
        minutes: float = IDLE_MINUTES,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit = minutes * 60
        self._monotonic = monotonic
        self._wall = wall
        self._warned = False
        self._touched = self._ticked = monotonic()
        self._wall_ticked = wall()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)

    def start(self, application: QApplication) -> None:
        """Begin to watch."""
        application.installEventFilter(self)
        self.touch()
        self._ticked, self._wall_ticked = self._monotonic(), self._wall()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def set_minutes(self, minutes: float) -> None:
        """Change how long nobody may be there: `IDLE_MINUTES`, or `VISIT_MINUTES` on a visit."""
        self._limit = minutes * 60

    def touch(self) -> None:
        """Note that somebody is there."""
        self._touched = self._monotonic()
        if self._warned:
            self._warned = False
            self.stayed.emit()

    def tick(self) -> None:
        """Look at both clocks."""
        now, wall = self._monotonic(), self._wall()
        passed, wall_passed = now - self._ticked, wall - self._wall_ticked
        self._ticked, self._wall_ticked = now, wall
        if abs(wall_passed - passed) > SLEPT or passed > SLEPT:
            self._end("slept")
            return
        left = self._limit - (now - self._touched)
        if left <= 0:
            self._end("idle")
        elif left <= WARNING and not self._warned:
            self._warned = True
            self.soon.emit(round(left))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and event.spontaneous():
            self.touch()
        return False

    def _end(self, why: str) -> None:
        self._warned = False
        self._timer.stop()
        self.due.emit(why)


class Lock(QObject):
    """Locks, once, in this order: cover, clipboard, drafts, desk, fresh process, end.

    `cover` hides everything at once. `keep_drafts` gets a call to make when the drafts are kept;
    it may go through the desk, and has two seconds. `start` starts a process and says whether
    that worked. `leave` ends this one.
    """

    locking = Signal(str)

    def __init__(
        self,
        *,
        cover: Callable[[], object],
        keep_drafts: KeepDrafts,
        clear_clipboard: Callable[[], object],
        start: Callable[[Sequence[str]], bool],
        leave: Callable[[], object],
        arguments: Callable[[], Sequence[str]] = tuple,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cover = cover
        self._keep_drafts = keep_drafts
        self._clear_clipboard = clear_clipboard
        self._start = start
        self._leave = leave
        self._arguments = arguments
        self._desk: Desk | None = None
        self._why = ""
        self._left_drafts = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(DRAFTS_WITHIN)
        self._patience.timeout.connect(self._drafts_done)

    def guard(self, desk: Desk) -> None:
        """Lock this desk when the time comes."""
        self._desk = desk

    @property
    def is_locking(self) -> bool:
        """Say whether locking has begun."""
        return bool(self._why)

    def lock(self, why: str = "hand") -> None:
        """Begin to lock; a second call changes nothing. `why` goes into the journal."""
        if self._why:
            return
        self._why = why
        self._cover()
        self.locking.emit(why)
        self._patience.start()
        try:
            self._clear_clipboard()
        finally:
            self._keep_drafts(self._drafts_done)

    def _drafts_done(self) -> None:
        if self._left_drafts:
            return
        self._left_drafts = True
        self._patience.stop()
        if self._desk is None:
            self._closed()
        else:
            self._desk.close_then(self._closed, why=self._why)

    def _closed(self) -> None:
        try:
            self._start(restart_command(*self._arguments()))
        finally:
            self._leave()


def lock_key(window: QWidget, lock: Lock) -> QShortcut:
    """Have Ctrl+L lock, wherever the focus is."""
    shortcut = QShortcut(QKeySequence("Ctrl+L"), window)
    shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
    shortcut.activated.connect(lock.lock)
    return shortcut


def restart_command(*arguments: str, executable: str | None = None) -> tuple[str, ...]:
    """Return the command that starts this program again, with `arguments`.

    Installed, the executable is our own; from source it is Python, which must be told what to
    run, and not to look in the working folder for it.
    """
    program = sys.executable if executable is None else executable
    name = PurePath(program.replace("\\", "/")).name.lower()
    if name.startswith(("python", "pypy")):
        return (program, "-P", "-m", "ui", *arguments)
    return (program, *arguments)


def start_process(command: Sequence[str]) -> bool:
    """Start a process that outlives this one; say whether it started."""
    started, _process = QProcess.startDetached(command[0], list(command[1:]))
    return bool(started)
