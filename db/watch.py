"""The TEMP triggers that write the journal, made from the live schema at every opening.

No migration and no use-case ever mentions them. They live only as long as the connection, so
the file itself holds nothing but plain SQL.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from db.table import SHARED_TABLES

FINDING = frozenset({"find_word", "find_state", "match_key"})
NOT_WATCHED = FINDING | {"operation", "change", "draft", "pin", "practice", "store", "store_secret"}
ONLY_ADDED = "the journal is only ever added to"


@dataclass(frozen=True, slots=True)
class Watched:
    """A table whose every change is journalled."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]  # columns that never change; `id` first when there is one

    def image(self, of: str) -> str:
        """Return SQL for the whole row of `of` (NEW, OLD or a table) as JSON."""
        pairs = ", ".join(f"'{name}', {of}.\"{name}\"" for name in self.columns)
        return f"json_object({pairs})"

    def key(self, of: str) -> str:
        """Return SQL for what the journal calls this row."""
        if "id" in self.columns:
            return f'{of}."id"'
        return "json_array(" + ", ".join(f'{of}."{name}"' for name in self.keys) + ")"

    def about(self, of: str) -> str:
        """Return SQL for the household the row belongs to, NULL for shared records."""
        if self.name == "household":
            return f'{of}."id"'
        if "household" in self.columns:
            return f'{of}."household"'
        if self.name in SHARED_TABLES:
            return "NULL"
        raise RuntimeError(f"{self.name} names no household and is not listed as shared")


def watched_tables(connection: Connection) -> tuple[Watched, ...]:
    """Return every table of records; search tables and our own are left out."""
    rows = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
    ).fetchall()
    names = [row["name"] for row in rows]
    return tuple(
        _described(connection, name)
        for name in names
        if name not in NOT_WATCHED and not name.startswith("sqlite_")
    )


def watch(connection: Connection, tables: Iterable[Watched]) -> None:
    """Make the triggers that write changes down, and the guards of the journal."""
    for table in tables:
        _watch(connection, table)
    _guard(connection)


def _described(connection: Connection, name: str) -> Watched:
    info = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    columns = tuple(row["name"] for row in info)
    primary = tuple(row["name"] for row in sorted(info, key=lambda row: row["pk"]) if row["pk"])
    if "id" in columns:
        primary = ("id", *(key for key in primary if key != "id"))
    return Watched(name, columns, primary)


def _watch(connection: Connection, table: Watched) -> None:
    for event, of, before, after in (
        ("INSERT", "NEW", "NULL", table.image("NEW")),
        ("UPDATE", "OLD", table.image("OLD"), table.image("NEW")),
        ("DELETE", "OLD", table.image("OLD"), "NULL"),
    ):
        told = f"'{table.name}', {table.key(of)}, {table.about(of)}, {before}, {after}"
        connection.execute(
            f'CREATE TEMP TRIGGER "journal {table.name} {event}" '
            f'AFTER {event} ON main."{table.name}" BEGIN '
            "INSERT INTO change (operation, record, key, about, before, after, seal) "
            f"VALUES (current_operation(), {told}, seal({told})); END"
        )
    keys = ", ".join(f'"{name}"' for name in table.keys)
    differs = " OR ".join(f'NEW."{name}" IS NOT OLD."{name}"' for name in table.keys)
    connection.execute(
        f'CREATE TEMP TRIGGER "guard {table.name} key" BEFORE UPDATE OF {keys} '
        f'ON main."{table.name}" WHEN {differs} '
        "BEGIN SELECT RAISE(ABORT, 'a key never changes'); END"
    )


def _guard(connection: Connection) -> None:
    guards = {
        "operation INSERT": "NEW.seq IS NOT closing_operation() "
        "OR NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM operation) "
        "OR NEW.prev IS NOT coalesce("
        "(SELECT mac FROM operation ORDER BY seq DESC LIMIT 1), zeroblob(32))",
        "operation UPDATE": "1",
        "operation DELETE": "1",
        "change INSERT": "NEW.operation IS NOT current_operation()",
        "change UPDATE": "redacting_operation() IS NULL "
        "OR NEW.redacted_by IS NOT redacting_operation() "
        "OR NEW.operation IS NOT OLD.operation OR NEW.record IS NOT OLD.record "
        "OR NEW.key IS NOT OLD.key OR NEW.about IS NOT OLD.about "
        "OR NEW.seal IS NOT substr(OLD.seal, 17)",
        "change DELETE": "1",
    }
    for what, wrong in guards.items():
        table, event = what.split()
        connection.execute(
            f'CREATE TEMP TRIGGER "guard {what}" BEFORE {event} ON main.{table} '
            f"WHEN {wrong} BEGIN SELECT RAISE(ABORT, '{ONLY_ADDED}'); END"
        )
