"""Making and unlocking a store: every check, in order, before anybody works on it.

What cannot be used raises `StoreTrouble` with a code that says what was proved. What opens
but deserves a sentence is collected in `Opened.warnings`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

from app.domain.ids import new_id
from app.errors import StoreTrouble
from db import keys, slots
from db.chain import Chain
from db.connection import APPLICATION_ID, PAGE, DatabaseError, connect
from db.diagnosis import check_file, diagnosed
from db.finding_index import ensure
from db.journal import Journal
from db.keys import Kdf, wipe
from db.migrate import migrate, steps
from db.place import KEYS, STORE, Lock, attempts, moment, note_attempt
from db.recovery import new_recovery_secret, read_recovery_code, recovery_code
from db.slots import Document, Unlocked

AUDIT = "audit"
MISTYPED = "recovery-mistyped"
QUICK = Kdf(memory=19_456, passes=keys.FEWEST_PASSES, lanes=1)  # guards nothing that is kept
CLOCK_TOLERANCE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open store with all that must be held until it is locked again."""

    connection: Connection
    journal: Journal
    chain: Chain
    audit_key: bytearray
    schema: int
    slot: str
    place: Path | None  # none for a store in memory
    document: Document
    mac_key: bytearray
    migrated_from: int | None = None
    failed: int = 0
    warnings: tuple[str, ...] = ()
    lock: Lock | None = None

    def mark(self, *, at: datetime) -> None:
        """Write the head of the journal into the key file, outside the store."""
        if self.place is None:
            return
        seq, mac = self.journal.head
        marked: Document = {
            "generation": _number(self.document, "generation") + 1,
            "schema": self.schema,
            "high_water": {
                "seq": seq,
                "mac": keys.text(mac),
                "pages": self.connection.execute("PRAGMA page_count").fetchone()[0],
                "at": moment(at),
            },
        }
        content = slots.sealed(self.document | marked, self.mac_key)
        slots.write(self.place / KEYS, content)
        self.document.update(marked)


@dataclass(frozen=True, slots=True)
class Ways:
    """What was given to unlock with: one of the two."""

    passphrase: str | None
    recovery_code: str | None


def unlock(place: Path, ways: Ways, *, now: datetime) -> Opened:
    """Unlock the store in the folder `place`, or raise StoreTrouble."""
    lock = Lock(place, now=now)
    try:
        for half_made in place.glob("*.new"):
            half_made.unlink()
        document, from_spare = slots.read_file(place / KEYS)
        warnings = ["keys-spare"] if from_spare else []
        known = len(steps())
        if _number(document, "schema") > known:
            raise StoreTrouble("newer", {"version": str(document["schema"])})
        unlocked = _unlocked(document, ways, place, now=now)
        try:
            if slots.meddled_with(document, unlocked.master):
                warnings.append("keys-changed")
            opened = _opened(place, document, unlocked, warnings)
        finally:
            wipe(unlocked.master)
    except BaseException:
        lock.release()
        raise
    warnings += _history(opened, now=now)
    return replace(opened, lock=lock, failed=attempts(place), warnings=tuple(warnings))


def unlocked_by(document: Document, ways: Ways) -> Unlocked:
    """Return the master key, or raise what is wrong with what was given."""
    if (ways.passphrase is None) == (ways.recovery_code is None):
        raise ValueError("give a passphrase or a recovery code, one of the two")
    if ways.passphrase is not None:
        unlocked = slots.unlock_by_passphrase(document, ways.passphrase)
        wrong = "passphrase-wrong"
    else:
        try:
            secret = read_recovery_code(ways.recovery_code or "")
        except ValueError:
            raise StoreTrouble(MISTYPED) from None
        unlocked = slots.unlock_by_recovery(document, secret)
        wipe(secret)
        wrong = "recovery-wrong"
    if unlocked is None:
        raise StoreTrouble(wrong)
    return unlocked


def build(place: Path, passphrase: str, *, kdf: Kdf, now: datetime) -> tuple[Opened, str]:
    """Make a store in the empty folder `place`; return it open, with its recovery code."""
    store, master, secret = new_id(), keys.random_key(), new_recovery_secret()
    day = now.date().isoformat()
    try:
        document: Document = {
            "format": slots.FORMAT,
            "version": slots.VERSION,
            "store": store,
            "created": moment(now),
            "generation": 0,
            "schema": len(steps()),
            "cipher": {"lib": "sqlcipher4", "page": PAGE, "kdf": "raw96"},
            "slots": [
                slots.passphrase_slot(
                    passphrase, store, master, "s1", kdf=keys.calibrated(kdf), added=day
                ),
                slots.recovery_slot(secret, store, master, "s2", added=day),
            ],
        }
        opened = _made(place, document, master, now=now)
        return opened, recovery_code(secret)
    finally:
        wipe(master, secret)


def build_in_memory(*, now: datetime, passphrase: str | None = None) -> Opened:
    """Make a store that is nowhere on disk and gone when it is closed."""
    store, master, day = new_id(), keys.random_key(), now.date().isoformat()
    ways: list[slots.Json] = []
    try:
        if passphrase is not None:
            ways.append(
                slots.passphrase_slot(passphrase, store, master, "s1", kdf=QUICK, added=day)
            )
        return _made(None, {"store": store, "slots": ways}, master, now=now)
    finally:
        wipe(master)


def _unlocked(document: Document, ways: Ways, place: Path, *, now: datetime) -> Unlocked:
    try:
        return unlocked_by(document, ways)
    except StoreTrouble as trouble:
        if trouble.code != MISTYPED:
            note_attempt(place, now=now)
        raise


def _opened(place: Path, document: Document, unlocked: Unlocked, warnings: list[str]) -> Opened:
    store, path = str(document["store"]), place / STORE
    key = keys.store_key(unlocked.master, store)
    try:
        salt_damaged = check_file(path, key, document)
        if salt_damaged:
            warnings.append("salt-damaged")
        connection = _connected(path, key)
        try:
            schema = len(steps())
            had = _identified(connection, store)
            migrate(connection, steps())
            ensure(connection)
            if salt_damaged:  # writing page 1, unchanged, puts its first bytes right
                connection.execute(f"PRAGMA user_version = {schema}")
            generation = _number(document, "generation")
            seen = connection.execute("SELECT generation FROM store").fetchone()[0]
            if generation < seen and "keys-changed" not in warnings:
                warnings.append("keys-changed")
            if generation > seen:
                connection.execute("UPDATE store SET generation = ?", (generation,))
            nonce, wrapped = connection.execute(
                "SELECT nonce, wrapped FROM store_secret WHERE name = ?", (AUDIT,)
            ).fetchone()
            audit_key = keys.kept_secret(
                unlocked.master, store, AUDIT, nonce=nonce, wrapped=wrapped
            )
            chain = Chain(audit_key, store)
            return Opened(
                connection=connection,
                journal=Journal(connection, chain),
                chain=chain,
                audit_key=audit_key,
                schema=schema,
                migrated_from=had if had < schema else None,
                slot=unlocked.slot,
                place=place,
                document=document,
                mac_key=keys.slots_key(unlocked.master, store),
            )
        except BaseException:
            connection.close()
            raise
    except DatabaseError as error:
        raise diagnosed(path, key, error) from error
    finally:
        wipe(key)


def _made(place: Path | None, document: Document, master: bytearray, *, now: datetime) -> Opened:
    store = str(document["store"])
    key, audit_key = keys.store_key(master, store), keys.random_key()
    connection = _connected(None if place is None else place / STORE, key)
    wipe(key)
    try:
        migrate(connection, steps())
        ensure(connection)
        connection.execute("INSERT INTO store VALUES (?, ?, 0)", (store, moment(now)))
        nonce, wrapped = keys.keep_secret(master, store, AUDIT, audit_key)
        connection.execute("INSERT INTO store_secret VALUES (?, ?, ?)", (AUDIT, nonce, wrapped))
        chain = Chain(audit_key, store)
        return Opened(
            connection=connection,
            journal=Journal(connection, chain),
            chain=chain,
            audit_key=audit_key,
            schema=len(steps()),
            slot="new",
            place=place,
            document=document,
            mac_key=keys.slots_key(master, store),
        )
    except BaseException:
        connection.close()
        raise


def _connected(path: Path | None, key: bytearray) -> Connection:
    key_text = keys.key_text(key)
    try:
        return connect(path, key_text)
    finally:
        wipe(key_text)


def _identified(connection: Connection, store: str) -> int:
    """Return the version of the store's shape, once it is known to be the right store."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    had = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID:
        raise StoreTrouble("other-store")
    if had > len(steps()):
        raise StoreTrouble("newer", {"version": str(had)})
    row = connection.execute("SELECT id FROM store").fetchone()
    if row is None or row["id"] != store:
        raise StoreTrouble("other-store")
    return had


def _history(opened: Opened, *, now: datetime) -> tuple[str, ...]:
    """Return what the newest operation and the mark outside the store say about each other."""
    found = []
    mark = opened.document.get("high_water")
    run = opened.connection.execute
    if isinstance(mark, dict):
        seq = _number(mark, "seq")
        row = run("SELECT mac FROM operation WHERE seq = ?", (seq,)).fetchone()
        if opened.journal.head[0] < seq:
            found.append("operations-missing")
        elif row is None or keys.text(row["mac"]) != mark["mac"]:
            found.append("history-replaced")
    newest = run("SELECT at FROM operation ORDER BY seq DESC LIMIT 1").fetchone()
    if newest is not None and now < datetime.fromisoformat(newest["at"]) - CLOCK_TOLERANCE:
        found.append("clock-back")
    return tuple(found)


def _number(document: Document, name: str) -> int:
    value = document.get(name)
    if not isinstance(value, int):
        raise StoreTrouble("keys-damaged")
    return value
