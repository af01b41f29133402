"""The PIN in the store: a hash, and in no journal, undo, file or other place."""

from __future__ import annotations

import json

import pytest

from app.domain.problems import Why
from app.errors import Invalid
from app.usecases.exchange import export_file
from app.usecases.keep_pin import drop_pin, set_pin
from db.store import Store
from tests.builders import fill
from tests.conftest import StorePlace
from tests.db.cases import add_person, newest, open_case, people, reopened

PIN, OTHER = "7294", "4068"


def fits(store: Store, typed: str) -> bool:
    return store.ask(lambda work: work.is_the_pin(typed))


def hash_in(store: Store) -> str:
    row = store._connection.execute("SELECT hash FROM pin").fetchone()
    return str(row[0]) if row else ""


def whole_journal(store: Store) -> str:
    questions = ("SELECT name, detail FROM operation", "SELECT record, before, after FROM change")
    return repr([tuple(row) for sql in questions for row in store._connection.execute(sql)])


def test_without_a_pin_nothing_is_the_pin(store: Store) -> None:
    assert not store.ask(lambda work: work.has_pin())
    assert not fits(store, PIN)
    assert not fits(store, "")


def test_the_pin_that_was_set_is_the_pin_and_no_other_is(store: Store) -> None:
    store.run(set_pin(PIN))

    assert store.ask(lambda work: work.has_pin())
    assert fits(store, PIN)
    assert not fits(store, OTHER)
    assert not fits(store, f"{PIN}0")


def test_a_new_pin_takes_the_place_of_the_old_one(store: Store) -> None:
    store.run(set_pin(PIN))

    store.run(set_pin(OTHER))

    assert fits(store, OTHER)
    assert not fits(store, PIN)


def test_a_pin_that_is_taken_away_leads_nowhere(store: Store) -> None:
    store.run(set_pin(PIN))

    store.run(drop_pin())

    assert not store.ask(lambda work: work.has_pin())
    assert not fits(store, PIN)


def test_a_pin_anybody_would_try_is_refused_and_the_old_one_stays(store: Store) -> None:
    store.run(set_pin(PIN))

    with pytest.raises(Invalid) as invalid:
        store.run(set_pin("1234"))

    assert [problem.why for problem in invalid.value.problems] == [Why.EASY_PIN]
    assert fits(store, PIN)


def test_only_a_hash_is_kept_and_it_differs_each_time(store: Store) -> None:
    store.run(set_pin(PIN))
    first = hash_in(store)

    store.run(set_pin(PIN))

    assert first.startswith("$argon2id$")
    assert PIN not in first.rsplit("$", 2)[0]
    assert hash_in(store) != first


def test_the_journal_says_that_a_pin_was_set_and_nothing_of_it(store: Store) -> None:
    store.run(set_pin(PIN))
    kept = hash_in(store)
    store.run(drop_pin())

    said = whole_journal(store)

    assert newest(store, 2) == [
        ("drop_pin", "none", None, "{}"),
        ("set_pin", "none", None, "{}"),
    ]
    assert PIN not in said
    assert kept not in said
    assert "argon2" not in said


def test_undo_never_brings_a_pin_back_or_takes_one_away(store: Store) -> None:
    store.run(open_case())
    store.run(add_person())
    store.run(set_pin(PIN))

    undone = store.undo()

    assert undone is not None
    assert undone.value == "add_person"
    assert people(store) == []
    assert fits(store, PIN)


def test_the_file_given_out_does_not_hold_it(store: Store) -> None:
    fill(store)
    without = json.loads(store.run(export_file()).value)

    store.run(set_pin(PIN))
    text = store.run(export_file()).value

    assert json.loads(text) == without
    assert hash_in(store) not in text


def test_it_is_still_there_when_the_store_is_opened_again(store_place: StorePlace) -> None:
    store = reopened(store_place)
    store.run(set_pin(PIN))
    store.close()

    again = reopened(store_place)

    assert fits(again, PIN)
    assert again.check().findings == ()
    again.close()
