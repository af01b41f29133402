"""The desk: how every window reads and changes the store without freezing.

One thread owns the store, so a window never waits and no two changes meet; a second one makes
documents. Answers come back on the window's own thread, and only while their owner still exists.
A desk lives for one unlock: the next unlock makes a new one.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from app.domain.draft import Draft
from app.operation import Command, OpenStore, Outcome, StoreCheck
from app.ports import Work
from ui.door import Noticing

T = TypeVar("T")
Trouble = Callable[[Exception], object]


class Desk(QObject):
    """The only object in `ui` that holds the store."""

    ready = Signal()  # the store is open
    shut_out = Signal(Exception)  # the store could not be opened
    changed = Signal(frozenset)  # the kinds of record just touched
    undone = Signal(str)  # the name of the command just taken back; "" when there was none
    failed = Signal(Exception)  # one that no window asked to hear about
    leaving = Signal()  # the store is about to be closed: hand in what is half-written
    drafts_changed = Signal()  # there are other half-written forms to offer than before
    draft_left = Signal(object)  # a form was left with this draft kept
    _back = Signal(object)  # a call to make on the window's thread

    def __init__(self, open_store: Callable[[], OpenStore], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closing: Future[None] | None = None
        self.warnings: tuple[str, ...] = ()  # codes of what was noticed while opening
        self._store_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._make_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="make")
        self._back.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._store = self._store_thread.submit(open_store)
        self._store.add_done_callback(lambda _: self._send(self._announce_opening))

    def ask(
        self,
        question: Callable[[Work], T],
        *,
        owner: QObject,
        then: Callable[[T], object],
        trouble: Trouble | None = None,
    ) -> None:
        """Read from the store, then call `then` with the answer."""
        self._start(self._store_thread, lambda: self._open.ask(question), owner, then, trouble)

    def do(
        self,
        command: Command[T],
        *,
        owner: QObject,
        then: Callable[[T], object],
        trouble: Trouble | None = None,
    ) -> None:
        """Change the store, then call `then`. Every view hears `changed` first."""

        def run() -> T:
            return self._heard(self._open.run(command)).value

        self._start(self._store_thread, run, owner, then, trouble)

    def keep_draft(
        self,
        draft: Draft,
        *,
        owner: QObject,
        then: Callable[[None], object],
        trouble: Trouble | None = None,
    ) -> None:
        """Keep a half-written form; this is no change, and no view hears of one."""
        self._start(self._store_thread, lambda: self._open.keep_draft(draft), owner, then, trouble)

    def drop_draft(
        self,
        id_: str,
        *,
        owner: QObject,
        then: Callable[[None], object],
        trouble: Trouble | None = None,
    ) -> None:
        """Throw a half-written form away."""
        self._start(self._store_thread, lambda: self._open.drop_draft(id_), owner, then, trouble)

    def keep_drafts_then(self, callback: Callable[[], object]) -> None:
        """Have every open form hand in what it says; call `callback` once that is in the store."""
        if self._closing is not None:
            callback()
            return
        self.leaving.emit()
        written = self._store_thread.submit(int)  # behind everything just handed in
        written.add_done_callback(lambda _: self._send(callback))

    def undo(self, *, owner: QObject, trouble: Trouble | None = None) -> None:
        """Take back the newest step; `changed` and then `undone` say what was taken back."""

        def run() -> str:
            outcome = self._open.undo()
            return "" if outcome is None else self._heard(outcome).value

        self._start(self._store_thread, run, owner, self.undone.emit, trouble)

    def opened_by(
        self,
        passphrase: str,
        *,
        owner: QObject,
        then: Callable[[bool], object],
        trouble: Trouble | None = None,
    ) -> None:
        """Ask whether this passphrase opens the store; stretching it takes a moment."""
        self._start(
            self._store_thread, lambda: self._open.opened_by(passphrase), owner, then, trouble
        )

    def check(
        self,
        *,
        owner: QObject,
        then: Callable[[StoreCheck], object],
        trouble: Trouble | None = None,
    ) -> None:
        """Check the whole store, then call `then` with what was found."""
        self._start(self._store_thread, lambda: self._open.check(), owner, then, trouble)

    def make(
        self,
        build: Callable[[], T],
        *,
        owner: QObject,
        then: Callable[[T], object],
        trouble: Trouble | None = None,
    ) -> None:
        """Make something slow that needs no store, such as a PDF."""
        self._start(self._make_thread, build, owner, then, trouble)

    def close_then(self, callback: Callable[[], object], *, why: str = "lock") -> None:
        """Take no new work, lock the store, then call `callback` on the window's thread.

        Returns at once. Work already handed in is finished first; documents not yet begun are
        dropped. A failure while locking goes to `failed`, and `callback` is called all the same.
        """
        closing = self._begin_closing(why)

        def finished() -> None:
            try:
                closing.result()
            except Exception as error:
                self.failed.emit(error)
            callback()

        closing.add_done_callback(lambda _: self._send(finished))
        self._store_thread.shutdown(wait=False)

    def close(self, *, why: str = "quit") -> None:
        """Lock the store and wait until it is locked; for the end of the program and for tests."""
        self._begin_closing(why)
        self._make_thread.shutdown(wait=True)
        self._store_thread.shutdown(wait=True)

    @property
    def _open(self) -> OpenStore:
        return self._store.result()

    def _begin_closing(self, why: str) -> Future[None]:
        if self._closing is not None:
            return self._closing
        self._make_thread.shutdown(wait=False, cancel_futures=True)

        def shut() -> None:
            if self._store.exception() is None:
                self._open.close(why)

        self._closing = self._store_thread.submit(shut)
        return self._closing

    def _heard(self, outcome: Outcome[T]) -> Outcome[T]:
        self._send(lambda: self.changed.emit(outcome.changed))
        return outcome

    def _announce_opening(self) -> None:
        error = self._store.exception()
        if error is None:
            store = self._store.result()
            self.warnings = store.warnings if isinstance(store, Noticing) else ()
            self.ready.emit()
        else:
            self.shut_out.emit(error)

    def _start(
        self,
        thread: Executor,
        job: Callable[[], T],
        owner: QObject,
        then: Callable[[T], object],
        trouble: Trouble | None,
    ) -> None:
        if self._closing is not None:  # the cover is on; nobody may be answered any more
            return

        def deliver(finished: Future[T]) -> None:
            if not finished.cancelled():
                self._send(lambda: self._deliver(finished, owner, then, trouble))

        thread.submit(job).add_done_callback(deliver)

    def _deliver(
        self,
        finished: Future[T],
        owner: QObject,
        then: Callable[[T], object],
        trouble: Trouble | None,
    ) -> None:
        try:
            answer = finished.result()
        except Exception as error:
            if trouble is not None and isValid(owner):
                trouble(error)
            else:
                self.failed.emit(error)
            return
        if isValid(owner):
            then(answer)

    def _send(self, call: Callable[[], object]) -> None:
        if isValid(self):
            self._back.emit(call)

    @Slot(object)
    def _call(self, call: Callable[[], object]) -> None:
        call()
