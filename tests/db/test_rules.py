"""What an open store refuses, whoever asks: the authorizer and the guards."""

from __future__ import annotations

import pytest

from app.domain.household import Household
from app.operation import operation
from app.ports import Work
from db.connection import DatabaseError
from db.rules import ALLOW, ATTACH, DELETE, DENY, INSERT, PRAGMA, UPDATE, Mode, rules
from db.store import Store
from tests.db.cases import ASH, add_person, open_case, rename_person

BY_RULE = """
UPDATE change SET before = NULL
DELETE FROM change
UPDATE operation SET name = 'x'
DELETE FROM operation
INSERT OR REPLACE INTO change SELECT * FROM change WHERE n = 1
INSERT INTO change (operation, record, key, seal) VALUES (1, 'x', 'y', zeroblob(48))
DELETE FROM store_secret
UPDATE store SET generation = 0
DROP TRIGGER "journal person UPDATE"
DROP TRIGGER temp."guard change UPDATE"
DROP TABLE person
DROP INDEX operation_wall
ALTER TABLE person ADD COLUMN x
CREATE TABLE x (a)
CREATE TEMP TRIGGER x AFTER INSERT ON person BEGIN SELECT 1; END
ATTACH 'x.db' AS y
PRAGMA temp_store = 1
PRAGMA key = 'x'
PRAGMA rekey = 'x'
PRAGMA writable_schema = ON
PRAGMA recursive_triggers = OFF
PRAGMA foreign_keys = OFF
PRAGMA trusted_schema = ON
PRAGMA journal_mode = DELETE
PRAGMA synchronous = OFF
PRAGMA cipher_log = 'x.txt'
PRAGMA user_version = 9
"""
FORGED = (
    "INSERT INTO operation (seq, id, at, by, name, kind, detail, effect, changes, upto, "
    "root, prev, mac) SELECT seq + 1, 'x', at, by, name, kind, detail, effect, 0, upto, "
    "root, mac, mac FROM operation ORDER BY seq DESC LIMIT 1"
)
OTHERWISE = {
    "INSERT OR REPLACE INTO operation SELECT * FROM operation WHERE seq = 1": "only ever added",
    "UPDATE person SET given = 'x'": "NOT NULL constraint failed: change.operation",
    "UPDATE sqlite_master SET sql = ''": "may not be modified",
    "DELETE FROM sqlite_temp_master": "may not be modified",
    "VACUUM": "authorization denied",
    "VACUUM INTO 'x.db'": "authorization denied",
    "SELECT load_extension('x')": "not authorized",
}


@pytest.fixture
def case(store: Store) -> Store:
    store.run(open_case())
    store.run(add_person())
    return store


@pytest.mark.parametrize("statement", BY_RULE.strip().splitlines())
def test_a_forbidden_statement_is_refused_before_it_runs(case: Store, statement: str) -> None:
    with pytest.raises(DatabaseError, match=r"not authorized|prohibited"):
        case._connection.execute(statement)

    assert case.check().findings == ()


@pytest.mark.parametrize(("statement", "why"), OTHERWISE.items())
def test_what_the_rules_let_pass_is_stopped_otherwise(
    case: Store, statement: str, why: str
) -> None:
    with pytest.raises(DatabaseError, match=why):
        case._connection.execute(statement).fetchall()

    assert case.check().findings == ()


def test_outside_a_command_no_operation_can_be_added(case: Store) -> None:
    with pytest.raises(DatabaseError, match="only ever added"):
        case._connection.execute(FORGED)

    assert case.check().findings == ()


@pytest.mark.parametrize(
    ("mode", "action", "table", "column", "via", "answer"),
    [
        (Mode.WORKING, INSERT, "change", None, "journal person INSERT", ALLOW),
        (Mode.WORKING, INSERT, "change", None, "person_search_add", DENY),
        (Mode.WORKING, INSERT, "change", None, None, DENY),
        (Mode.ERASING, UPDATE, "change", "after", None, ALLOW),
        (Mode.ERASING, UPDATE, "change", "record", None, DENY),
        (Mode.WORKING, UPDATE, "change", "after", None, DENY),
        (Mode.ERASING, DELETE, "change", None, None, DENY),
        (Mode.TIDYING, INSERT, "operation", None, None, DENY),
        (Mode.TIDYING, ATTACH, "", None, None, ALLOW),
        (Mode.TIDYING, ATTACH, "x.db", None, None, DENY),
        (Mode.OPENING, ATTACH, "x.db", None, None, DENY),
        (Mode.OPENING, PRAGMA, "temp_store", "1", None, DENY),
        (Mode.OPENING, PRAGMA, "user_version", "3", None, ALLOW),
        (Mode.WORKING, PRAGMA, "user_version", "3", None, DENY),
    ],
)
def test_each_mode_allows_what_it_is_for(
    mode: Mode, action: int, table: str, column: str | None, via: str | None, answer: int
) -> None:
    decide = rules(mode)

    decided = decide(action, table, column, "main", via)

    assert decided == answer


def test_inside_a_command_the_journal_is_out_of_reach_too(case: Store) -> None:
    @operation()
    def forge(_work: Work) -> None:
        case._connection.execute(FORGED)

    with pytest.raises(DatabaseError, match="only ever added"):
        case.run(forge())

    assert case.check().findings == ()


def test_a_key_never_changes(case: Store) -> None:
    @operation()
    def swap_identity(_work: Work) -> None:
        case._connection.execute("UPDATE person SET id = 'p-other'")

    with pytest.raises(DatabaseError, match="a key never changes"):
        case.run(swap_identity())

    assert case.check().findings == ()


def test_what_the_work_needs_is_allowed(case: Store) -> None:
    run = case._connection.execute

    case.run(rename_person("Robyn"))

    assert run("PRAGMA user_version").fetchone()[0] > 0
    assert run("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert run("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() is not None
    assert case.ask(lambda work: work.kept(Household).find(ASH)) is not None
