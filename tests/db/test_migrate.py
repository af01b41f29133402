"""Migrations: forward only, each one whole, and the result as it is written down."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection

import pytest

from app.domain.sharing import LeavesBy, Paper
from app.errors import StoreTrouble
from db import schema
from db.connection import DatabaseError, connect
from db.keys import key_text, random_key
from db.migrate import Step, migrate, steps, version_of
from db.table import SHAPES, SHARED_TABLES, SqlKept
from db.watch import watched_tables


@pytest.fixture
def connection() -> Connection:
    return connect(None, key_text(random_key() + random_key()[:16]))


def test_every_step_runs_on_the_one_before(connection: Connection) -> None:
    known = steps()

    reached = []
    for count in range(1, len(known) + 1):
        migrate(connection, known[:count])
        reached.append(version_of(connection))

    assert reached == [step.version for step in known]
    assert migrate(connection, known) == len(known)


def test_a_paper_from_before_says_that_nobody_said_how_it_left(connection: Connection) -> None:
    migrate(connection, steps()[:6])
    connection.execute("INSERT INTO household (id, name) VALUES ('h', 'Ash')")
    connection.execute(
        "INSERT INTO paper (id, household, number, kind, output, at, sha256, pages, wording, by)"
        " VALUES ('p', 'h', 'CF-1', 'consent-form', 'printed',"
        " '2026-11-22T09:30:00+00:00', '0', 1, '', 'kw')"
    )

    migrate(connection, steps())

    (paper,) = SqlKept(connection, SHAPES[Paper]).every()
    assert (paper.number, paper.leaves_by) == ("CF-1", LeavesBy.NOT_SAID)
    assert (paper.readers, paper.way, paper.let_go) == ((), "", ())


def test_a_newer_store_is_refused(connection: Connection) -> None:
    migrate(connection, steps())

    with pytest.raises(StoreTrouble) as trouble:
        migrate(connection, steps()[:1])

    assert trouble.value.code == "newer"


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE a (b TEXT) STRICT; nonsense;",
        "CREATE TABLE a (b TEXT PRIMARY KEY) STRICT; "
        "CREATE TABLE c (d TEXT REFERENCES a (b)) STRICT; INSERT INTO c VALUES ('nobody');",
    ],
)
def test_a_step_that_fails_leaves_nothing_behind(connection: Connection, sql: str) -> None:
    migrate(connection, steps())
    last = len(steps())

    with pytest.raises((DatabaseError, RuntimeError)):
        migrate(connection, (*steps(), Step(last + 1, "broken.sql", sql)))

    tables = connection.execute("SELECT name FROM sqlite_master WHERE name IN ('a', 'c')")
    assert (version_of(connection), tables.fetchall()) == (last, [])
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_steps_must_be_numbered_without_a_gap(tmp_path: Path) -> None:
    (tmp_path / "0001_a.sql").write_text("")
    (tmp_path / "0003_b.sql").write_text("")

    with pytest.raises(RuntimeError, match="not numbered"):
        steps(tmp_path)


def test_the_written_schema_is_what_the_migrations_make() -> None:
    assert schema.FILE.read_text("utf-8") == schema.schema(), "run python -m db.schema"


def test_every_watched_table_keeps_the_rules_of_the_journal() -> None:
    """STRICT, text and whole numbers, a row number, an id, a household, and no cascades."""
    connection = schema.new_shape()
    wrong = []
    for table in watched_tables(connection):
        info = connection.execute(f'PRAGMA table_info("{table.name}")').fetchall()
        sql = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", (table.name,)
        ).fetchone()[0]
        columns = {row["name"]: row for row in info}
        rules = {
            "strict": sql.rstrip().endswith("STRICT"),
            "types": all(row["type"] in ("TEXT", "INTEGER") for row in info),
            "n": "n" not in columns or columns["n"]["pk"] == 1,
            "id": "id" not in columns or columns["id"]["notnull"] == 1,
            "key": "id" in columns or sum(row["pk"] > 0 for row in info) > 1,
            "household": table.name in SHARED_TABLES | {"household"} or "household" in columns,
            "cascade": "CASCADE" not in sql.upper(),
        }
        wrong += [(table.name, rule) for rule, kept in rules.items() if not kept]

    assert wrong == []
    assert len(watched_tables(connection)) > 0


def test_a_table_that_belongs_to_nobody_cannot_be_watched(connection: Connection) -> None:
    connection.execute("CREATE TABLE stray (n INTEGER PRIMARY KEY, id TEXT NOT NULL) STRICT")
    [stray] = watched_tables(connection)

    with pytest.raises(RuntimeError, match="names no household"):
        stray.about("NEW")
