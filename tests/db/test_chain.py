"""Tampering by another program that holds the key: all of it is noticed and named."""

from __future__ import annotations

import pytest

from app.domain.ids import HouseholdId
from db.chain import BOUND, packed, root
from db.store import Store
from tests.conftest import StorePlace
from tests.db.cases import (
    add_person,
    freed,
    look_at,
    open_case,
    other_program,
    rename_person,
    reopened,
)
from tests.db.test_journal import erase_case

EMPTIED = "before = NULL, after = NULL, seal = substr(seal, 17)"
AN_OPERATION = "SELECT seq FROM operation WHERE name = "

TAMPERING: dict[str, tuple[str, str]] = {
    "a record edited": ("UPDATE person SET given = 'X'", "person p-robin: differs"),
    "a record removed": ("DELETE FROM person", "person p-robin: missing"),
    "a record added": (
        "INSERT INTO household (id, name) VALUES ('h-x', 'X')",
        "household h-x: differs",
    ),
    "an operation edited": ("UPDATE operation SET by = 'x' WHERE seq = 3", "operation 3: altered"),
    "an operation removed": ("DELETE FROM operation WHERE seq = 4", "operation 5: out of line"),
    "the first operation removed": (
        "DELETE FROM operation WHERE seq = 1",
        "operation 2: out of line",
    ),
    "a detail emptied": (
        "UPDATE operation SET detail = '{}' WHERE detail LIKE '%slot%'",
        "altered",
    ),
    "an image edited": (
        "UPDATE change SET after = json_set(after, '$.given', 'X') WHERE n = 2",
        "change 2: altered",
    ),
    "a seal replaced": ("UPDATE change SET seal = zeroblob(48) WHERE n = 2", "do not match"),
    "a change removed": ("DELETE FROM change WHERE n = 2", "do not match"),
    "two changes swapped": (
        "UPDATE change SET n = -n WHERE n IN (1, 2); UPDATE change SET n = n + 3 WHERE n < 0",
        "do not match",
    ),
    "a change moved to another operation": (
        f"UPDATE change SET operation = ({AN_OPERATION}'look_at') WHERE n = 2",
        "do not match",
    ),
    "a change moved to no operation": (
        "UPDATE change SET operation = 99 WHERE n = 2",
        "no such operation",
    ),
    "an image emptied under no erasure": (
        f"UPDATE change SET {EMPTIED}, redacted_by = 2 WHERE n = 2",
        "without being an erasure",
    ),
}


@pytest.fixture
def worked(store_place: StorePlace) -> StorePlace:
    store = reopened(store_place)
    store.run(open_case())
    store.run(add_person())
    store.run(rename_person("Robyn"))
    store.run(look_at())
    store.close()
    return store_place


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_is_noticed(worked: StorePlace, what: str) -> None:
    statements, finding = TAMPERING[what]
    other = other_program(worked)
    other.execute("PRAGMA foreign_keys = OFF")
    for statement in statements.split(";"):
        other.execute(statement)
    other.close()
    store = reopened(worked)

    found = store.check().findings

    assert any(finding in line for line in found), found
    store.close()


def test_what_was_noticed_is_written_down_and_locks_nobody_out(worked: StorePlace) -> None:
    other = other_program(worked)
    other.execute("UPDATE person SET given = 'X'")
    other.close()
    store = reopened(worked)

    store.check()

    row = store._connection.execute(
        "SELECT name, detail FROM operation ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    assert tuple(row) == ("check", '{"findings":1}')
    store.close()


def test_an_image_emptied_under_a_real_erasure_is_noticed(store: Store) -> None:
    store.run(open_case("Birch family", household=HouseholdId("h-birch")))
    store.run(open_case())
    erase_case(store)
    connection = freed(store)
    for trigger in ("guard change UPDATE",):
        connection.execute(f'DROP TRIGGER temp."{trigger}"')
    connection.execute(
        f"UPDATE change SET {EMPTIED}, redacted_by = ({AN_OPERATION}'erase_household') WHERE n = 1"
    )

    found = store.check().findings

    assert any("not the images it says it erased" in line for line in found), found


def test_fields_are_joined_without_ambiguity() -> None:
    assert packed("ab", "c") != packed("a", "bc")
    assert packed("a", None) != packed("a", "")
    assert packed(1, b"x") == packed("1", "x")


def test_the_root_depends_on_order_and_not_on_blinds() -> None:
    one, two = bytes(16) + b"1" * 32, bytes(16) + b"2" * 32

    assert root([(1, one), (2, two)]) != root([(1, two), (2, one)])
    assert root([(1, one)]) == root([(1, one[16:])])


def test_an_operation_forged_with_the_audit_key_does_not_fit_the_next(store: Store) -> None:
    store.run(open_case())
    store.run(look_at())
    connection = freed(store)
    connection.execute('DROP TRIGGER temp."guard operation UPDATE"')
    names = ", ".join(BOUND)
    connection.execute("UPDATE operation SET by = 'x' WHERE seq = 2")
    bound = connection.execute(f"SELECT {names} FROM operation WHERE seq = 2").fetchone()
    forged = store._opened.chain.mac(tuple(bound))
    connection.execute("UPDATE operation SET mac = ? WHERE seq = 2", (forged,))

    found = store.check().findings

    assert found == ("operation 3: out of line",)
