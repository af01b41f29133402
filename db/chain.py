"""The hash chain of the journal: sealing changes, binding operations, finding tampering.

    leaf   HMAC over a random blind and one change, with its images before and after
    seal   blind ‖ leaf; erasing throws the blind away, so that nobody can test guesses
    root   SHA-256 over the number and leaf of each change of an operation, in order
    mac    HMAC over the operation, its root, and the mac of the operation before it

Without the audit key nobody can alter what was written and make it fit again.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection
from typing import Any

from db.recovery import grouped, letters
from db.watch import Watched

BLIND = 16
NOTHING = bytes(32)  # what stands before the first operation
EMPTY_ROOT = hashlib.sha256().digest()
BOUND = (
    *("seq", "prev", "id", "at", "by", "name", "kind", "about"),
    *("detail", "effect", "undoes", "changes", "upto", "root"),
)
_MISSING = b"\xff\xff\xff\xff"


class Chain:
    """Makes and checks the codes of one store's journal."""

    __slots__ = ("_key", "_store")

    def __init__(self, key: bytearray, store: str) -> None:
        self._key = key
        self._store = store

    def mac(self, bound: Sequence[object]) -> bytes:
        """Return the code of an operation whose columns, in the order of `BOUND`, are given."""
        return hmac.digest(self._key, packed("tf-op-1", self._store, *bound), "sha256")

    def leaf(self, blind: bytes, operation: int, *told: object) -> bytes:
        """Return the code of a change: its record, key, about, before and after."""
        return hmac.digest(self._key, packed("tf-change-1", blind, operation, *told), "sha256")

    def seal(self, operation: int, *told: object) -> bytes:
        """Return a new blind and the leaf made with it."""
        blind = secrets.token_bytes(BLIND)
        return blind + self.leaf(blind, operation, *told)


def packed(*fields: object) -> bytes:
    """Return the fields joined without ambiguity: a length before each one."""
    out: list[bytes] = []
    for field in fields:
        if field is None:
            out.append(_MISSING)
        else:
            data = field if isinstance(field, bytes) else str(field).encode()
            out.append(len(data).to_bytes(4, "big"))
            out.append(data)
    return b"".join(out)


def root(changes: Iterable[Sequence[Any]]) -> bytes:
    """Return one digest of (n, seal) pairs in order, with or without their blinds."""
    whole = hashlib.sha256()
    for change in changes:
        whole.update(change[0].to_bytes(8, "big", signed=True) + change[1][-32:])
    return whole.digest()


def short_code(mac: bytes) -> str:
    """Return 40 bits of the head as eight letters, for sheets that stay in the office."""
    return grouped(letters(int.from_bytes(mac[:5], "big"), 8))


def redacted(connection: Connection, operation: int) -> tuple[int, str]:
    """Return how many changes an erasing operation emptied, and the root over them."""
    rows = connection.execute(
        "SELECT n, seal FROM change WHERE redacted_by = ? ORDER BY n", (operation,)
    ).fetchall()
    return len(rows), root(rows).hex()


def verify(connection: Connection, chain: Chain) -> tuple[str, ...]:
    """Return everything that is wrong with the chain and the images, in plain words."""
    return (
        *_operations(connection, chain),
        *_changes(connection, chain),
        *_erasures(connection),
    )


def compare(connection: Connection, tables: Iterable[Watched]) -> tuple[str, ...]:
    """Return every record that is not what its newest change says it is.

    Only columns that row and image have in common are compared, so that a column added by a
    later version of the program is no finding.
    """
    return tuple(finding for table in tables for finding in _records(connection, table))


def _operations(connection: Connection, chain: Chain) -> Iterator[str]:
    expected, prev = 1, NOTHING
    names = ", ".join(BOUND)
    for row in connection.execute(f"SELECT {names}, mac FROM operation ORDER BY seq"):
        seq, mac = row["seq"], row["mac"]
        if seq != expected or row["prev"] != prev:
            yield f"operation {seq}: out of line"
        if not hmac.compare_digest(mac, chain.mac(tuple(row)[:-1])):
            yield f"operation {seq}: altered"
        expected, prev = seq + 1, mac


def _changes(connection: Connection, chain: Chain) -> Iterator[str]:
    told = {
        row["seq"]: (row["changes"], row["upto"], row["root"])
        for row in connection.execute("SELECT seq, changes, upto, root FROM operation")
    }
    seals: dict[int, list[tuple[int, bytes]]] = {}
    for row in connection.execute("SELECT * FROM change ORDER BY n"):
        seal = row["seal"]
        seals.setdefault(row["operation"], []).append((row["n"], seal))
        if len(seal) > 32:
            images = (row["record"], row["key"], row["about"], row["before"], row["after"])
            leaf = chain.leaf(seal[:BLIND], row["operation"], *images)
            if not hmac.compare_digest(leaf, seal[BLIND:]):
                yield f"change {row['n']}: altered"
    for seq, (count, upto, told_root) in told.items():
        found = seals.pop(seq, [])
        last = found[-1][0] if found else upto
        if (len(found), last, root(found)) != (count, upto, told_root):
            yield f"operation {seq}: its changes do not match"
    yield from (f"change of operation {seq}: no such operation" for seq in seals)


def _erasures(connection: Connection) -> Iterator[str]:
    for row in connection.execute("SELECT seq, detail FROM operation WHERE kind = 'erase'"):
        told = json.loads(row["detail"])
        facts = (told.get("redacted", 0), told.get("redacted_root", EMPTY_ROOT.hex()))
        if redacted(connection, row["seq"]) != facts:
            yield f"operation {row['seq']}: not the images it says it erased"
    for row in connection.execute(
        "SELECT DISTINCT redacted_by FROM change WHERE redacted_by IS NOT NULL "
        "AND redacted_by NOT IN (SELECT seq FROM operation WHERE kind = 'erase')"
    ):
        yield f"operation {row[0]}: erased images without being an erasure"


def _records(connection: Connection, table: Watched) -> Iterator[str]:
    newest = (
        f"SELECT key, after, max(n) FROM change WHERE record = '{table.name}' GROUP BY record, key"
    )
    key = table.key("live")
    for row in connection.execute(
        f"SELECT {key} AS key, {table.image('live')} AS now, newest.after AS after "
        f'FROM "{table.name}" AS live LEFT JOIN ({newest}) AS newest ON newest.key = {key} '
        "WHERE newest.after IS NOT now"
    ):
        if row["after"] is None or _differ(json.loads(row["now"]), json.loads(row["after"])):
            yield f"{table.name} {row['key']}: differs from the journal"
    for row in connection.execute(
        f"SELECT newest.key AS key FROM ({newest}) AS newest WHERE newest.after IS NOT NULL "
        f'AND newest.key NOT IN (SELECT {key} FROM "{table.name}" AS live)'
    ):
        yield f"{table.name} {row['key']}: missing"


def _differ(now: dict[str, object], after: dict[str, object]) -> bool:
    return any(now[name] != after[name] for name in now.keys() & after.keys())
