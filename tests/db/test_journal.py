"""The journal: what is written down, what is taken back with a failure, and what is erased."""

from __future__ import annotations

import json

import pytest

from app.domain.household import Household
from app.domain.person import Person
from app.operation import Effect, Kind, operation
from app.ports import Work
from db.chain import EMPTY_ROOT, short_code
from db.connection import DatabaseError, IntegrityError
from db.journal import Entry
from db.place import STORE
from db.rules import Mode, rules
from db.store import Store
from tests.conftest import NOW, StorePlace
from tests.db.cases import (
    ASH,
    ROBIN,
    add_person,
    look_at,
    newest,
    open_case,
    print_form,
    rename_person,
    reopened,
)
from tests.db.plain import plain_bytes

MARK = "ZQXMARKER"


def changes(store: Store) -> list[tuple[str, str, str | None, str | None, str | None]]:
    rows = store._connection.execute(
        "SELECT record, key, about, before, after FROM change ORDER BY n"
    )
    return [tuple(row) for row in rows]


def erase_case(store: Store) -> dict[str, str | int]:
    """Erase the household as the use-case will, and return what it wrote down."""
    journal, detail = store._journal, dict[str, str | int]()

    def act() -> None:
        run = store._connection.execute
        run("DELETE FROM person WHERE household = ?", (ASH,))
        run("DELETE FROM household WHERE id = ?", (ASH,))
        detail.update(journal.redact(journal.changes_about(ASH)))

    def entry() -> Entry:
        return Entry(
            name="erase_household",
            kind=Kind.ERASE,
            effect=Effect.WALL,
            at=NOW,
            by="kw-test",
            about=ASH,
            detail=detail,
        )

    journal.write(act, entry)
    return detail


@pytest.fixture
def case(store: Store) -> Store:
    store.run(open_case())
    store.run(add_person())
    return store


def test_a_change_holds_the_row_before_and_after(case: Store) -> None:
    case.run(rename_person("Robyn"))

    record, key, about, before, after = changes(case)[-1]
    assert (record, key, about) == ("person", ROBIN, ASH)
    assert json.loads(before or "")["given"] == "Robin"
    assert json.loads(after or "")["given"] == "Robyn"


def test_replacing_a_row_is_journalled_as_what_it_is(case: Store) -> None:
    @operation()
    def replace(_work: Work) -> None:
        case._connection.execute(
            "INSERT OR REPLACE INTO household (id, name) VALUES ('h-other', 'Birch')"
        )
        case._connection.execute(
            "INSERT OR REPLACE INTO household (id, name) VALUES ('h-other', 'Beech')"
        )

    case.run(replace())

    kinds = [(before is None, after is None) for *_, before, after in changes(case)[-3:]]
    assert kinds == [(True, False), (False, True), (True, False)]
    assert case.check().findings == ()


def test_what_a_half_failed_statement_took_back_is_not_in_the_journal(case: Store) -> None:
    @operation()
    def half_fail(_work: Work) -> None:
        run = case._connection.execute
        with pytest.raises(IntegrityError):
            run("INSERT INTO household (id, name) VALUES ('a', 'A'), ('b', 'B'), ('a', 'C')")
        run("INSERT INTO household (id, name) VALUES ('c', 'C')")

    case.run(half_fail())

    assert [key for _, key, *_ in changes(case)] == [ASH, ROBIN, "c"]
    assert case.check().findings == ()


def test_a_look_has_no_changes_and_still_a_place_in_the_chain(case: Store) -> None:
    case.run(look_at())

    row = case._connection.execute(
        "SELECT changes, root, prev FROM operation ORDER BY seq DESC"
    ).fetchone()
    before = case._connection.execute(
        "SELECT mac FROM operation ORDER BY seq DESC LIMIT 1 OFFSET 1"
    ).fetchone()
    assert (row["changes"], row["root"], row["prev"]) == (0, EMPTY_ROOT, before["mac"])


def test_equal_changes_have_different_seals(store: Store) -> None:
    store.run(open_case())
    store.undo()
    store.run(open_case())

    seals = {row[0] for row in store._connection.execute("SELECT seal FROM change")}

    assert len(seals) == 3


def test_the_head_fits_on_a_sheet_for_the_office(store: Store) -> None:
    code = short_code(store._journal.head[1])

    assert [len(part) for part in code.split("-")] == [4, 4]


def test_erasing_empties_the_journal_and_leaves_the_chain_whole(case: Store) -> None:
    case.run(rename_person(MARK))

    detail = erase_case(case)

    assert detail["redacted"] == 5
    assert {(before, after) for *_, before, after in changes(case)} == {(None, None)}
    assert case.check().findings == ()
    assert case.undo() is None


def test_erased_words_are_nowhere_in_the_decrypted_pages(store_place: StorePlace) -> None:
    store = reopened(store_place)
    store.run(open_case(MARK))
    store.run(add_person(MARK))
    store.close()
    before = plain_bytes(store_place).count(MARK.encode())
    store = reopened(store_place)

    erase_case(store)
    store._journal.tidy()

    assert store.check().findings == ()
    store.close()
    assert (before > 3, plain_bytes(store_place).count(MARK.encode())) == (True, 0)
    assert (store_place.path / STORE).exists()


def test_images_are_emptied_only_inside_an_operation(case: Store) -> None:
    with pytest.raises(RuntimeError, match="only inside"):
        case._journal.redact([1])

    assert case.check().findings == ()


def test_even_erasing_cannot_alter_an_image_instead_of_emptying_it(case: Store) -> None:
    journal = case._journal

    def act() -> None:
        journal._redacting = journal._current
        case._connection.set_authorizer(rules(Mode.ERASING))
        case._connection.execute(
            "UPDATE change SET after = '{}', seal = zeroblob(32), redacted_by = 4 WHERE n = 1"
        )

    def entry() -> Entry:
        return Entry(name="x", kind=Kind.ERASE, effect=Effect.WALL, at=NOW, by="kw")

    with pytest.raises(IntegrityError, match="only ever added"):
        journal.write(act, entry)

    case._connection.set_authorizer(rules(Mode.WORKING))
    journal._redacting = None
    assert case.check().findings == ()


def test_after_tidying_the_rules_are_back(case: Store) -> None:
    case._journal.tidy()

    case.run(print_form())
    assert newest(case)[0][0] == "print_form"
    with pytest.raises(DatabaseError, match="authorization denied"):
        case._connection.execute("VACUUM")


def test_undo_puts_back_what_refers_to_each_other(case: Store) -> None:
    @operation()
    def close_case(work: Work) -> None:
        work.kept(Person).remove(ROBIN)
        work.kept(Household).remove(ASH)

    case.run(close_case())

    outcome = case.undo()

    assert outcome is not None
    assert case.ask(lambda work: work.kept(Person).find(ROBIN)) is not None
    assert case.check().findings == ()
