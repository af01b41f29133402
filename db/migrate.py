"""Bring a store up to date by running the numbered files in `migrations/`, forward only."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from sqlite3 import Connection

from app.errors import StoreTrouble


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: the version it leads to, its file name, and its SQL."""

    version: int
    name: str
    sql: str


def steps(folder: Traversable | None = None) -> tuple[Step, ...]:
    """Return every migration in order; the numbers must be 1, 2, 3 without a gap."""
    place = files("db") / "migrations" if folder is None else folder
    found = sorted((f for f in place.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    known = tuple(Step(int(f.name[:4]), f.name, f.read_text("utf-8")) for f in found)
    if [step.version for step in known] != list(range(1, len(known) + 1)):
        raise RuntimeError("migrations are not numbered 1, 2, 3…")
    return known


def version_of(connection: Connection) -> int:
    """Return the version of the store's shape, 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection, known: tuple[Step, ...]) -> int:
    """Run each missing step: all of it and its version number, or none. Return the old version.

    The connection is in mode *opening* and no journal is attached yet. Raises `newer` for a
    store that a later program made.
    """
    have = version_of(connection)
    if have > len(known):
        raise StoreTrouble("newer", {"version": str(have)})
    if have == len(known):
        return have
    _foreign_keys(connection, on=False)  # a step may rebuild a table
    try:
        for step in known[have:]:
            _run(connection, step)
    finally:
        _foreign_keys(connection, on=True)
    return have


def _run(connection: Connection, step: Step) -> None:
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{step.sql}\nPRAGMA user_version = {step.version};"
        )
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise RuntimeError(f"{step.name} leaves a record pointing at nothing")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    connection.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")
    if bool(connection.execute("PRAGMA foreign_keys").fetchone()[0]) is not on:
        raise RuntimeError("foreign keys did not switch")
