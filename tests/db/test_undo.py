"""Undo: one step back at a time, over looks, never through a wall."""

from __future__ import annotations

import pytest

from app.operation import Outcome
from db.store import Store
from tests.conftest import StorePlace
from tests.db.cases import (
    ASH,
    add_person,
    freed,
    guarded,
    look_at,
    newest,
    open_case,
    people,
    print_form,
    rename_person,
    reopened,
)


@pytest.fixture
def case(store: Store) -> Store:
    store.run(open_case())
    store.run(add_person())
    return store


def test_undo_walks_over_looks_and_takes_steps_back_one_by_one(case: Store) -> None:
    case.run(rename_person("Robyn"))
    case.run(look_at())

    first, second = case.undo(), case.undo()

    assert first == Outcome("rename_person", frozenset({"person"}))
    assert second == Outcome("add_person", frozenset({"person"}))
    assert people(case) == []


def test_undo_stops_at_a_wall(case: Store) -> None:
    case.run(print_form())

    assert case.undo() is None
    assert people(case) == ["Robin"]


def test_undo_stops_at_the_unlocking(store_place: StorePlace) -> None:
    store = reopened(store_place)
    store.run(open_case())
    store.close()
    store = reopened(store_place)

    assert store.undo() is None
    store.close()


def test_undo_is_itself_written_down_and_never_undone(case: Store) -> None:
    case.undo()
    case.undo()

    assert newest(case, 2) == [("undo", "none", ASH, "{}"), ("undo", "none", ASH, "{}")]
    assert case.undo() is None


def test_undo_of_a_record_changed_behind_its_back_changes_nothing(case: Store) -> None:
    connection = freed(case)
    connection.execute('DROP TRIGGER temp."journal person UPDATE"')
    connection.execute("UPDATE person SET given = 'Other'")
    guarded(case)

    with pytest.raises(RuntimeError, match="no longer what"):
        case.undo()

    assert people(case) == ["Other"]
