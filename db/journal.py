"""The journal: audit trail, undo and hash chain in one, written by the database itself.

Everything that happens is one operation; everything it changes is a change under it, with
the row before and after. Triggers write the changes inside the same transaction, so that what
a failed statement takes back is taken out of the journal with it. The operation row comes
last, because only then are its root and its code known.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection
from typing import TypeAlias, TypeVar

from app.domain.ids import new_id
from app.operation import Effect, Kind
from db.chain import BOUND, EMPTY_ROOT, NOTHING, Chain, redacted, root
from db.finding_index import follow, forget_unused
from db.place import moment
from db.rules import Mode, rules
from db.watch import watch, watched_tables

T = TypeVar("T")
Image: TypeAlias = dict[str, str | int | None]

_SEALS = "SELECT n, seal, record FROM change WHERE n > ? ORDER BY n"
_ADD = (
    f"INSERT INTO operation ({', '.join(BOUND)}, mac) VALUES ({', '.join('?' * (len(BOUND) + 1))})"
)
_HEAD = "SELECT seq, mac, upto FROM operation ORDER BY seq DESC LIMIT 1"
_NEWEST_STEP = """
    SELECT seq, name, about, changes, upto FROM operation AS step WHERE effect = 'step'
    AND seq > (SELECT coalesce(max(seq), 0) FROM operation WHERE effect = 'wall')
    AND NOT EXISTS (SELECT 1 FROM operation WHERE undoes = step.seq)
    ORDER BY seq DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the journal says about one operation, besides its changes."""

    name: str
    kind: Kind
    effect: Effect
    at: datetime
    by: str
    about: str | None = None
    detail: Mapping[str, str | int] | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """An operation that undo can take back."""

    seq: int
    name: str
    about: str | None
    changes: int
    upto: int


class Journal:
    """The journal of one open connection, which it puts into mode *working*."""

    def __init__(self, connection: Connection, chain: Chain) -> None:
        self.tables = watched_tables(connection)
        self._connection = connection
        self._run = connection.execute
        self._chain = chain
        self._current: int | None = None
        self._closing: int | None = None
        self._redacting: int | None = None
        connection.create_function("current_operation", 0, lambda: self._current)
        connection.create_function("closing_operation", 0, lambda: self._closing)
        connection.create_function("redacting_operation", 0, lambda: self._redacting)
        connection.create_function("seal", 5, self._seal)
        watch(connection, self.tables)
        connection.set_authorizer(rules(Mode.WORKING))
        newest = self._run(_HEAD).fetchone()
        self._head: tuple[int, bytes] = (newest["seq"], newest["mac"]) if newest else (0, NOTHING)
        self._upto: int = newest["upto"] if newest else 0

    @property
    def head(self) -> tuple[int, bytes]:
        """The number and the code of the newest operation."""
        return self._head

    def write(self, act: Callable[[], T], entry: Callable[[], Entry]) -> tuple[T, frozenset[str]]:
        """Do `act` as one transaction and one operation, or not at all.

        `entry` is asked after `act`, when it is known what the act was about. Returns what the
        act returned, and the tables it touched.
        """
        self._run("BEGIN IMMEDIATE")
        seq, prev = self._head[0] + 1, self._head[1]
        try:
            self._current = seq
            value = act()
            follow(self._connection, self._upto)
            changes = self._run(_SEALS, (self._upto,)).fetchall()
            self._closing = seq
            mac = self._add(seq, prev, entry(), changes)
            self._run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk has rolled back already
                self._run("ROLLBACK")
            raise
        finally:
            self._current = self._closing = None
        self._head = (seq, mac)
        self._upto += len(changes)
        return value, frozenset(change["record"] for change in changes)

    def newest_step(self) -> Step | None:
        """Return the newest step not yet undone that no wall stands in front of."""
        row = self._run(_NEWEST_STEP).fetchone()
        return Step(*row) if row else None

    def take_back(self, step: Step) -> None:
        """Walk the changes of `step` backwards; only inside `write`."""
        self._run("PRAGMA defer_foreign_keys = ON").fetchall()
        for row in self._run(
            "SELECT record, before, after FROM change WHERE n > ? AND n <= ? ORDER BY n DESC",
            (step.upto - step.changes, step.upto),
        ).fetchall():
            self._put_back(row["record"], row["before"], row["after"])

    def changes_about(self, household: str) -> list[int]:
        """Return every change, so far and in this operation, that still holds its images."""
        rows = self._run(
            "SELECT n FROM change WHERE about = ? AND redacted_by IS NULL ORDER BY n", (household,)
        )
        return [row["n"] for row in rows]

    def redact(self, changes: Iterable[int]) -> dict[str, str | int]:
        """Empty the images of `changes`: the only code that may, and only inside `write`.

        Returns what the erasing operation must say in its detail, so that nobody can empty one
        more image later under its cover. Call it once in an operation, last.
        """
        if self._current is None:
            raise RuntimeError("redact only inside an operation")
        follow(self._connection, self._upto)  # while the images still say what was where
        self._redacting = self._current
        self._connection.set_authorizer(rules(Mode.ERASING))
        try:
            self._connection.executemany(
                "UPDATE change SET before = NULL, after = NULL, seal = substr(seal, 17), "
                "redacted_by = redacting_operation() WHERE n = ? AND redacted_by IS NULL",
                [(n,) for n in sorted(set(changes))],
            )
        finally:
            self._connection.set_authorizer(rules(Mode.WORKING))
            self._redacting = None
        count, digest = redacted(self._connection, self._current)
        return {"redacted": count, "redacted_root": digest}

    def tidy(self) -> None:
        """Give freed space back, so that nothing erased lies in free pages or in the log."""
        self._connection.set_authorizer(rules(Mode.TIDYING))
        try:
            forget_unused(self._connection)
            self._run("VACUUM")
            self._run("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            self._connection.set_authorizer(rules(Mode.WORKING))

    def _add(self, seq: int, prev: bytes, entry: Entry, changes: list[tuple[int, bytes]]) -> bytes:
        if changes and entry.effect is Effect.NONE and entry.undoes is None:
            raise RuntimeError("an operation that changes records is a step or a wall")
        detail = entry.detail
        bound = (
            seq,
            prev,
            new_id(),
            moment(entry.at),
            entry.by,
            entry.name,
            entry.kind.value,
            entry.about,
            json.dumps(detail, sort_keys=True, separators=(",", ":")) if detail else "{}",
            entry.effect.value,
            entry.undoes,
            len(changes),
            self._upto + len(changes),
            root(changes) if changes else EMPTY_ROOT,
        )
        mac = self._chain.mac(bound)
        self._run(_ADD, (*bound, mac))
        return mac

    def _seal(self, *told: object) -> bytes | None:
        if self._current is None:
            return None  # a write outside an operation fails on NOT NULL
        return self._chain.seal(self._current, *told)

    def _put_back(self, table: str, before: str | None, after: str | None) -> None:
        """Reverse one change, after checking that the row is exactly what the change left."""
        was: Image = json.loads(before) if before else {}
        now: Image = json.loads(after) if after else {}
        if not now:
            names = ", ".join(f'"{name}"' for name in was)
            marks = ", ".join("?" * len(was))
            self._run(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(was.values()))
            return
        where = " AND ".join(f'"{name}" IS ?' for name in now)
        if not was:
            done = self._run(f'DELETE FROM "{table}" WHERE {where}', tuple(now.values()))
        else:
            names = ", ".join(f'"{name}" = ?' for name in was)
            values = (*was.values(), *now.values())
            done = self._run(f'UPDATE "{table}" SET {names} WHERE {where}', values)
        if done.rowcount != 1:
            raise RuntimeError("the record is no longer what this operation left")
