"""The windows' day: unlock, desk, lock, quit. Slow parts are loaded once the first window shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.clipboard import PrivateClipboard
from ui.collector import Collector
from ui.desk import Desk
from ui.dialogs.settings_dialog import put_on
from ui.door import StoreDoor
from ui.errors import FaultDialog, install_hook
from ui.lock import IdleWatch, Lock, lock_key, start_process
from ui.settings import Settings
from ui.theme import current_theme
from ui.windows.unlock_window import UnlockWindow

PRODUCT = "Think Family"
HAS_LOCK_KEY = "hasLockKey"


class TurnsToFamily(Protocol):
    """What the day needs of family mode."""

    @property
    def lock_asked(self) -> SignalInstance:
        """Tell why the program must lock."""


class DeskWindow(Protocol):
    """What the day needs of the main window, whose module is loaded late."""

    family: TurnsToFamily

    @property
    def lock_asked(self) -> SignalInstance:
        """Tell that the worker wants to lock."""

    @property
    def closed(self) -> SignalInstance:
        """Tell that the window was closed."""

    @property
    def failed(self) -> SignalInstance:
        """Tell of a fault of the program."""

    def warn_of_lock(self, seconds: int) -> None:
        """Say that the program is about to lock itself."""

    def put_cover_on(self) -> QWidget:
        """Cover what is on the screen; return the window that stays there."""


MakeWindow = Callable[[Desk, Settings, bool], QWidget]
LoadRest = Callable[[], MakeWindow]


class Day(QObject):
    """One run of the program, from the first window to the last."""

    _rest_ready = Signal()

    def __init__(
        self,
        application: QApplication,
        door: StoreDoor,
        *,
        place: Path,
        load_rest: LoadRest,
        version: str,
        settings: Settings | None = None,
        start: Callable[[Sequence[str]], bool] = start_process,
        leave: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._door = door
        self._place = place
        self._load_rest = load_rest
        self._version = version
        self._settings = settings or Settings(QSettings(PRODUCT, PRODUCT))
        self._start = start
        self._leave = leave or application.quit
        self._loader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="load")
        self._rest: Future[MakeWindow] | None = None
        self._waiting: tuple[Desk, bool] | None = None
        self._clipboard = PrivateClipboard(self)
        self._collector = Collector(self)
        self.unlock_window: UnlockWindow | None = None
        self.window: QWidget | None = None
        self._rest_ready.connect(self._show_desk, Qt.ConnectionType.QueuedConnection)
        application.setQuitOnLastWindowClosed(False)
        put_on(self._settings, current_theme())
        install_hook(self._show_fault)

    def begin(self, *, demo: bool) -> None:
        """Show the first window: the lock, or the made-up families."""
        self._collector.start()
        if demo:
            desk = Desk(self._door.demo)
            desk.shut_out.connect(self._show_fault)
            self._unlocked(desk, True)
        else:
            self.unlock_window = UnlockWindow(self._door, self._place)
            self.unlock_window.unlocked.connect(self._unlocked)
            self.unlock_window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
            self.unlock_window.show()
            self._application.lastWindowClosed.connect(self._last_window_closed)
        QTimer.singleShot(0, self._begin_loading)

    def _begin_loading(self) -> None:
        self._rest = self._loader.submit(self._load_rest)
        self._rest.add_done_callback(self._rest_loaded)

    def _rest_loaded(self, _rest: Future[MakeWindow]) -> None:
        """Pass it on to the window's thread, unless the day is over."""
        if isValid(self):
            self._rest_ready.emit()

    def _unlocked(self, desk: Desk, made_up: bool) -> None:
        self._waiting = (desk, made_up)
        self._show_desk()

    def _show_desk(self) -> None:
        """Show the desk once both are there: the open store, and the rest of the program."""
        if self._waiting is None or self._rest is None or not self._rest.done():
            return
        desk, made_up = self._waiting
        self._waiting = None
        window = self._rest.result()(desk, self._settings, made_up)
        self.window = window
        self._guard(window, desk)
        window.show()
        if self.unlock_window is not None:
            self.unlock_window.close()
            self.unlock_window.deleteLater()  # here, and not by the collector on another thread
            self.unlock_window = None

    def _guard(self, window: QWidget, desk: Desk) -> None:
        assert isinstance(window, QWidget)
        desk_window: DeskWindow = window  # type: ignore[assignment]
        self._lock = Lock(
            cover=self._cover,
            keep_drafts=desk.keep_drafts_then,
            clear_clipboard=self._clipboard.clear_if_ours,
            start=self._start,
            leave=self._leave,
            arguments=lambda: ("--store", str(self._place)),
            parent=self,
        )
        self._lock.guard(desk)
        self._watch = IdleWatch(parent=self)
        self._watch.due.connect(self._lock.lock)
        self._watch.soon.connect(desk_window.warn_of_lock)
        self._watch.start(self._application)
        self._put_cover_on = desk_window.put_cover_on
        lock_key(window, self._lock)
        self._application.focusWindowChanged.connect(self._other_window_in_front)
        desk_window.lock_asked.connect(self._lock_by_hand)
        desk_window.family.lock_asked.connect(self._lock.lock)
        desk_window.closed.connect(self._quit)
        desk_window.failed.connect(self._show_fault)
        self._desk = desk

    def _lock_by_hand(self) -> None:
        self._lock.lock()

    def _quit(self) -> None:
        if not self._lock.is_locking:
            self._desk.keep_drafts_then(lambda: self._desk.close_then(self._leave, why="quit"))

    def _cover(self) -> None:
        """Hide every dialog and cover the window, so that nothing of a family is left to see."""
        covered = self._put_cover_on()
        for widget in self._application.topLevelWidgets():
            if widget is not covered and widget.isVisible():
                widget.hide()

    def _other_window_in_front(self) -> None:
        """Have Ctrl+L work in a dialog too, as it keeps keys from the window behind it."""
        front = self._application.activeWindow()
        if front is None or front is self.window:
            return
        if self._lock.is_locking:
            self._cover()
        elif not front.property(HAS_LOCK_KEY):
            front.setProperty(HAS_LOCK_KEY, True)
            lock_key(front, self._lock)

    def _last_window_closed(self) -> None:
        if self.window is None and self._waiting is None:
            self._leave()

    def _show_fault(self, error: BaseException) -> None:
        self._fault = FaultDialog(error, self._version, self.window or self.unlock_window)
        self._fault.finished.connect(self._fault.deleteLater)
        self._fault.open()


def run_windows(
    door: StoreDoor, *, place: Path, demo: bool, load_rest: LoadRest, version: str
) -> int:
    """Run until the last window closes; return the exit status."""
    application = QApplication([PRODUCT])
    application.setApplicationName(PRODUCT)
    application.setApplicationDisplayName(PRODUCT)
    day = Day(application, door, place=place, load_rest=load_rest, version=version)
    day.begin(demo=demo)
    return application.exec()
