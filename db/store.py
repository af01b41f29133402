"""The open store: the one door through which every read and every change passes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from app.domain.draft import Draft
from app.errors import Refused, StoreTrouble
from app.operation import Command, Effect, Kind, Outcome, StoreCheck
from db import slots
from db.checking import check_store
from db.connection import computer_trouble
from db.drafts import drop_draft, drop_drafts_of_nobody, keep_draft
from db.journal import Entry, Step
from db.keys import DEFAULT, Kdf, wipe
from db.opening import Opened, Ways, build, build_in_memory, unlock
from db.passphrase import change_passphrase, check_passphrase, opens
from db.place import KEYS, SPARE, STORE, check_folder, check_place, forget_attempts
from db.work import OpenWork

T = TypeVar("T")
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time now, aware and in UTC."""
    return datetime.now(UTC)


def create_store(
    place: Path, passphrase: str, *, by: str, clock: Clock = utc_now, kdf: Kdf = DEFAULT
) -> str:
    """Make a store in a new folder `place` and return its recovery code, to be printed once.

    Raises `Invalid` for a weak passphrase, `already-there` or `folder-not-empty` when
    something is there, `place-unsafe` for a folder no store should lie in. Nothing half made
    is ever at `place`: the store is built beside it and moved there whole.
    """
    check_passphrase(passphrase)
    check_place(place)
    if any((place / name).exists() for name in (STORE, KEYS, SPARE)):
        raise StoreTrouble("already-there")
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise StoreTrouble("folder-not-empty")
    part = place.with_name(f".{place.name}.part")
    with computer_trouble():
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True, mode=0o700)
        try:
            opened, code = build(part, passphrase, kdf=kdf, now=clock())
            store = Store(opened, by=by, clock=clock)
            store.note("create_store", kind=Kind.CARE, effect=Effect.WALL)
            store.close("created")
            if place.exists():
                place.rmdir()
            part.rename(place)
            slots.sync_folder(place.parent)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    return code


def open_store(
    place: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    by: str,
    clock: Clock = utc_now,
) -> Store:
    """Unlock the store at `place`; the thread that calls this owns it until it is closed.

    Raises `StoreTrouble` with a code of what was proved to be wrong. `Store.warnings` holds
    the codes of what was noticed and did not prevent opening.
    """
    check_place(place)
    check_folder(place)
    now = clock()
    with computer_trouble():
        opened = unlock(place, Ways(passphrase, recovery_code), now=now)
    store = Store(opened, by=by, clock=clock)
    try:
        if opened.migrated_from is not None:
            store.note(
                "migrate",
                kind=Kind.CARE,
                effect=Effect.WALL,
                old=opened.migrated_from,
                new=opened.schema,
            )
        store.note_unlock()
    except BaseException:
        store.abandon()
        raise
    forget_attempts(place)
    return store


def open_in_memory(*, by: str, clock: Clock = utc_now, passphrase: str | None = None) -> Store:
    """Return a throw-away store with random keys; nothing of it is ever on disk.

    `passphrase` is what it takes for its own, as nobody is ever asked to unlock it.
    """
    store = Store(build_in_memory(now=clock(), passphrase=passphrase), by=by, clock=clock)
    store.note_unlock()
    return store


class Store:
    """An unlocked store. Use it from the thread that opened it."""

    def __init__(self, opened: Opened, *, by: str, clock: Clock) -> None:
        self.warnings = opened.warnings
        self._opened = opened
        self._connection = opened.connection
        self._journal = opened.journal
        self._by = by
        self._clock = clock
        self._closed = False
        self._damaged = False

    def ask(self, question: Callable[[OpenWork], T]) -> T:
        """Answer a question that leaves no trace; nothing can be changed while answering."""
        run, before = self._connection.execute, self._connection.total_changes
        with self._trouble(writing=False):
            run("BEGIN")
            try:
                answer = question(self._work())
                if self._connection.total_changes != before:
                    raise RuntimeError("a question must not change anything")
            finally:
                if self._connection.in_transaction:
                    run("ROLLBACK")
        return answer

    def run(self, command: Command[T]) -> Outcome[T]:
        """Carry out a command: all of it and its journal entry, or none.

        A command that is refused is rolled back, and the refusal is written down by itself.
        """
        work = self._work()

        def entry() -> Entry:
            return Entry(
                name=command.name,
                kind=command.kind,
                effect=command.effect,
                at=work.now,
                by=work.by,
                about=work.household,
                detail=work.detail,
            )

        try:
            with self._trouble():
                return Outcome(*self._journal.write(lambda: command.act(work), entry))
        except Refused as refused:
            self.note(
                "refused",
                kind=Kind.LOOK,
                effect=Effect.NONE,
                about=work.household,
                command=command.name,
                reasons=",".join(refused.reasons),
            )
            raise

    def undo(self) -> Outcome[str] | None:
        """Take back the newest step no wall stands in front of; None if there is none."""
        with self._trouble():
            step = self._journal.newest_step()
            if step is None:
                return None
            entry = Entry(
                name="undo",
                kind=Kind.CHANGE,
                effect=Effect.NONE,
                at=self._clock(),
                by=self._by,
                about=step.about,
                undoes=step.seq,
            )
            _, changed = self._journal.write(lambda: self._take_back(step), lambda: entry)
        return Outcome(step.name, changed)

    def keep_draft(self, draft: Draft) -> None:
        """Keep a half-written form, at once and lastingly: no operation, no journal, no undo."""
        self._outside_the_journal(lambda: keep_draft(self._connection, draft))

    def drop_draft(self, id_: str) -> None:
        """Throw a half-written form away."""
        self._outside_the_journal(lambda: drop_draft(self._connection, id_))

    def opened_by(self, passphrase: str) -> bool:
        """Say whether this passphrase opens this store; nothing is changed or written down."""
        if self._closed:
            raise RuntimeError("the store is closed")
        return opens(self._opened, passphrase)

    def check(self) -> StoreCheck:
        """Check pages, journal chain, and records against the journal.

        The result is itself written down, unless pages are damaged: then nothing more is.
        """
        opened = self._opened
        check = check_store(
            self._connection, self._journal, opened.chain, on_disk=opened.place is not None
        )
        self._damaged = self._damaged or check.damaged
        if not self._damaged:
            self.note(
                "check", kind=Kind.CARE, effect=Effect.NONE, findings=len(check.result.findings)
            )
        return check.result

    def change_passphrase(
        self,
        new: str,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        kdf: Kdf = DEFAULT,
    ) -> None:
        """Let `new` open the store from now on, in place of the passphrase until now.

        The old passphrase or the recovery code is asked for once more. Old backups, and old
        copies of the key file, still open with the old passphrase: say so each time.
        """
        if self._opened.place is None:
            raise RuntimeError("a store in memory has no passphrase")

        def note(slot: str) -> None:
            self.note("change_passphrase", kind=Kind.DOOR, effect=Effect.NONE, slot=slot)

        with self._trouble():
            ways = Ways(passphrase, recovery_code)
            change_passphrase(self._opened, ways, new, kdf=kdf, now=self._clock(), note=note)

    def close(self, why: str = "quit") -> None:
        """Lock the store: write the lock down, close the connection, forget the keys.

        Whatever goes wrong on the way, the connection is closed and the keys are forgotten.
        To a store found damaged nothing more is written. Closing again does nothing.
        """
        if self._closed:
            return
        try:
            if self._damaged:
                return
            self.note("lock", kind=Kind.DOOR, effect=Effect.NONE, why=why)
            with self._trouble():
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                self._opened.mark(at=self._clock())
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Close the connection and forget the keys without writing anything down."""
        if self._closed:
            return
        self._closed = True
        self._connection.close()
        wipe(self._opened.audit_key, self._opened.mac_key)
        if self._opened.lock is not None:
            self._opened.lock.release()

    def note(
        self,
        name: str,
        *,
        kind: Kind,
        effect: Effect,
        about: str | None = None,
        **detail: str | int,
    ) -> None:
        """Write down something that changed no record."""
        entry = Entry(
            name=name,
            kind=kind,
            effect=effect,
            at=self._clock(),
            by=self._by,
            about=about,
            detail=detail,
        )
        with self._trouble():
            self._journal.write(lambda: None, lambda: entry)

    def note_unlock(self) -> None:
        """Write down the unlocking, a wall undo never passes."""
        self.note(
            "unlock",
            kind=Kind.DOOR,
            effect=Effect.WALL,
            slot=self._opened.slot,
            schema=self._opened.schema,
            failed=self._opened.failed,
        )

    def _take_back(self, step: Step) -> None:
        self._journal.take_back(step)
        drop_drafts_of_nobody(self._connection)

    def _outside_the_journal(self, act: Callable[[], None]) -> None:
        """Do `act` as a transaction of its own; any table but that of drafts would refuse it."""
        if self._closed:
            raise RuntimeError("the store is closed")
        run = self._connection.execute
        with self._trouble():
            run("BEGIN IMMEDIATE")
            try:
                act()
                run("COMMIT")
            finally:
                if self._connection.in_transaction:
                    run("ROLLBACK")

    @contextmanager
    def _trouble(self, *, writing: bool = True) -> Iterator[None]:
        """Remember damage: after it nothing is written, so that what is left can be rescued."""
        if writing and self._damaged:
            raise StoreTrouble("store-damaged")
        try:
            with computer_trouble():
                yield
        except StoreTrouble as trouble:
            self._damaged = self._damaged or trouble.code == "store-damaged"
            raise

    def _work(self) -> OpenWork:
        return OpenWork(self._connection, now=self._clock(), by=self._by)
