"""The open store: one door, all or nothing, and everything written down."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from app.domain.household import Household
from app.domain.person import Person
from app.errors import Refused, StoreTrouble
from app.operation import Command, Effect, Kind, OpenStore, Outcome, operation
from app.ports import Work
from db.connection import DatabaseError, IntegrityError
from db.place import LOG, STORE
from db.slots import read_file
from db.store import Store, open_in_memory
from tests.conftest import NOW, StorePlace
from tests.db.cases import (
    ASH,
    ROBIN,
    add_person,
    freed,
    guarded,
    look_at,
    newest,
    open_case,
    people,
    rename_person,
    reopened,
)


@pytest.fixture
def case(store: Store) -> Store:
    store.run(open_case())
    store.run(add_person())
    return store


def test_a_command_says_what_it_returned_and_what_it_touched(case: Store) -> None:
    @operation()
    def move_in(work: Work) -> str:
        work.kept(Person).change(Person(id=ROBIN, household=ASH, given="Robyn"))
        work.kept(Household).change(Household(id=ASH, name="Ash-Birch family"))
        return "done"

    outcome = case.run(move_in())

    assert outcome == Outcome("done", frozenset({"person", "household"}))


def test_the_store_is_the_one_door_the_use_cases_know(case: Store) -> None:
    door: OpenStore = case

    outcome = door.run(look_at())

    assert outcome == Outcome("looked", frozenset())


def test_a_command_is_written_down_with_household_and_detail(case: Store) -> None:
    case.run(look_at())

    assert newest(case) == [("look_at", "none", ASH, '{"page":"people"}')]


def test_one_moment_serves_the_whole_command(case: Store) -> None:
    row = case._connection.execute("SELECT at, by FROM operation ORDER BY seq DESC").fetchone()

    assert tuple(row) == (NOW.isoformat(timespec="milliseconds"), "kw-test")


def test_a_command_that_fails_leaves_nothing(case: Store) -> None:
    @operation()
    def fail_half_way(work: Work) -> None:
        work.kept(Person).change(Person(id=ROBIN, household=ASH, given="Half"))
        raise ZeroDivisionError

    head = case._journal.head
    with pytest.raises(ZeroDivisionError):
        case.run(fail_half_way())

    assert people(case) == ["Robin"]
    assert case._journal.head == head
    assert case.check().findings == ()


def test_a_refused_command_is_rolled_back_and_the_refusal_written_down(case: Store) -> None:
    @operation()
    def share_without_ground(work: Work) -> None:
        work.about(ASH)
        work.kept(Person).change(Person(id=ROBIN, household=ASH, given="Half"))
        raise Refused("no-ground", "no-consent")

    with pytest.raises(Refused):
        case.run(share_without_ground())

    assert people(case) == ["Robin"]
    [(name, effect, about, detail)] = newest(case)
    assert (name, effect, about) == ("refused", "none", ASH)
    assert json.loads(detail) == {
        "command": "share_without_ground",
        "reasons": "no-ground,no-consent",
    }


def test_a_look_that_changes_something_is_a_bug_and_changes_nothing(case: Store) -> None:
    @operation(kind=Kind.LOOK, effect=Effect.NONE)
    def peek(work: Work) -> None:
        work.kept(Person).change(Person(id=ROBIN, household=ASH, given="Peeked"))

    with pytest.raises(RuntimeError, match="step or a wall"):
        case.run(peek())

    assert people(case) == ["Robin"]


def test_a_command_inside_a_command_is_refused(case: Store) -> None:
    @operation()
    def nested(_work: Work) -> None:
        case.run(look_at())

    with pytest.raises(DatabaseError, match="within a transaction"):
        case.run(nested())

    assert people(case) == ["Robin"]


def test_asking_changes_nothing_and_says_so(case: Store) -> None:
    with pytest.raises(DatabaseError, match=r"NOT NULL constraint failed: change\.operation"):
        case.ask(lambda work: work.kept(Person).remove(ROBIN))

    assert people(case) == ["Robin"]


def test_asking_cannot_even_change_a_table_nobody_watches(case: Store) -> None:
    freed(case).execute("CREATE TABLE unwatched (a)")
    guarded(case)

    with pytest.raises(RuntimeError, match="must not change"):
        case.ask(lambda _work: case._connection.execute("INSERT INTO unwatched VALUES (1)"))

    assert case._connection.execute("SELECT count(*) FROM unwatched").fetchone()[0] == 0


def test_a_failure_that_has_rolled_back_already_is_told_as_it_is(case: Store) -> None:
    @operation()
    def fail(_work: Work) -> None:
        case._connection.execute(
            "INSERT OR ROLLBACK INTO household (id, name) VALUES (?, 'Again')", (ASH,)
        )

    with pytest.raises(IntegrityError, match="UNIQUE"):
        case.run(fail())

    assert people(case) == ["Robin"]


def test_asking_leaves_no_trace(case: Store) -> None:
    head = case._journal.head

    case.ask(lambda work: work.kept(Household).every())

    assert case._journal.head == head


def test_the_check_counts_and_is_written_down(case: Store) -> None:
    check = case.check()

    assert (check.operations, check.records, check.findings) == (3, 2, ())
    assert check.pages > 20
    assert newest(case)[0][0] == "check"


def test_closing_writes_the_lock_empties_the_log_and_marks_the_head(
    store_place: StorePlace,
) -> None:
    store = reopened(store_place)
    store.run(open_case())

    store.close("idle")

    document, _ = read_file(store_place.path / "store.keys")
    mark = document["high_water"]
    assert isinstance(mark, dict)
    assert mark["seq"] == store._journal.head[0]
    assert not (store_place.path / LOG).exists()
    store = reopened(store_place)
    assert newest(store, 2)[1] == ("lock", "none", None, '{"why":"idle"}')
    store.close()


def test_closing_forgets_the_keys_and_closing_again_does_nothing(store_place: StorePlace) -> None:
    store = reopened(store_place)

    store.close()
    store.close()

    assert set(store._opened.audit_key + store._opened.mac_key) == {0}
    with pytest.raises(DatabaseError, match="closed"):
        store._connection.execute("SELECT 1")


def test_a_full_disk_is_said_to_be_full_and_the_store_goes_on(case: Store) -> None:
    connection = freed(case)
    used = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {used}").fetchall()
    guarded(case)

    with pytest.raises(StoreTrouble) as trouble:
        case.run(rename_person("R" * 100_000))

    assert trouble.value.code == "disk-full"
    assert people(case) == ["Robin"]
    case.run(look_at())
    freed(case).execute("PRAGMA max_page_count = 100000").fetchall()
    guarded(case)


def test_when_the_key_file_cannot_be_written_the_store_is_locked_all_the_same(
    store_place: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = reopened(store_place)

    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("db.slots.write", no_room)
        with pytest.raises(StoreTrouble) as trouble:
            store.close()

    assert trouble.value.code == "disk-full"
    reopened(store_place).close()


def test_another_thread_cannot_use_the_store(case: Store) -> None:
    raised: list[Exception] = []

    def intrude() -> None:
        try:
            case.ask(lambda work: work.kept(Household).every())
        except DatabaseError as error:
            raised.append(error)

    thread = threading.Thread(target=intrude)
    thread.start()
    thread.join()

    assert "thread" in str(raised[0])


def test_a_store_in_memory_touches_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = open_in_memory(by="kw-test", clock=lambda: NOW)
    store.run(open_case())

    store.close()

    assert list(tmp_path.iterdir()) == []


def test_any_command_can_be_run(store: Store) -> None:
    command: Command[int] = Command("count", Kind.LOOK, Effect.NONE, lambda _work: 7)

    assert store.run(command).value == 7


def test_what_is_on_disk_is_the_store_and_not_a_plain_file(store_place: StorePlace) -> None:
    header = (store_place.path / STORE).read_bytes()[:16]

    assert header != b"SQLite format 3\0"
