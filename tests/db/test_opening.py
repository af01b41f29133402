"""Opening a store that something has happened to: each sentence we print must be true."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import StoreTrouble
from db.keys import random_key
from db.place import ATTEMPTS, KEYS, LOCK, SPARE, STORE
from db.slots import read, sealed
from db.store import create_store, open_store
from tests.conftest import CHEAP, NOW, WORDS, StorePlace
from tests.db.cases import (
    damaged,
    look_at,
    newest,
    other_program,
    pages,
    reopened,
    still_clock,
    trouble_of,
    warnings_of,
    worked_in,
)


def copied(place: StorePlace, name: str) -> StorePlace:
    path = place.path.with_name(name)
    shutil.copytree(place.path, path)
    return StorePlace(path=path, passphrase=place.passphrase, recovery_code=place.recovery_code)


def test_a_new_store_opens_without_a_warning(store_place: StorePlace) -> None:
    assert warnings_of(store_place) == ()


def test_the_recovery_code_opens_it_however_it_is_typed(store_place: StorePlace) -> None:
    typed = store_place.recovery_code.lower().replace("-", " ")

    store = open_store(store_place.path, recovery_code=typed, by="kw-test", clock=still_clock())

    assert store.warnings == ()
    store.close()


def test_a_wrong_passphrase_is_refused_and_counted(store_place: StorePlace) -> None:
    for _ in range(2):
        with pytest.raises(StoreTrouble) as trouble:
            open_store(store_place.path, passphrase=WORDS + "!", by="kw", clock=still_clock())
        assert trouble.value.code == "passphrase-wrong"

    store = reopened(store_place)

    assert json.loads(newest(store)[0][3])["failed"] == 2
    assert not (store_place.path / ATTEMPTS).exists()
    store.close()


def test_a_mistyped_recovery_code_is_told_from_a_wrong_one(
    store_place: StorePlace, tmp_path: Path
) -> None:
    other = create_store(tmp_path / "other", WORDS, by="kw", clock=still_clock(), kdf=CHEAP)
    codes = []
    for typed in (store_place.recovery_code[:-1], other):
        with pytest.raises(StoreTrouble) as trouble:
            open_store(store_place.path, recovery_code=typed, by="kw", clock=still_clock())
        codes.append(trouble.value.code)

    assert codes == ["recovery-mistyped", "recovery-wrong"]


def test_without_any_key_file_the_keys_are_missing(store_place: StorePlace) -> None:
    (store_place.path / KEYS).unlink()
    (store_place.path / SPARE).unlink(missing_ok=True)

    assert trouble_of(store_place).code == "keys-missing"


def test_when_no_key_file_is_whole_the_keys_are_damaged(store_place: StorePlace) -> None:
    worked_in(store_place)
    damaged(store_place.path / KEYS, 300)
    damaged(store_place.path / SPARE, 300)

    assert trouble_of(store_place).code == "keys-damaged"


def test_the_spare_key_file_is_used_and_said_to_be(store_place: StorePlace) -> None:
    worked_in(store_place)
    damaged(store_place.path / KEYS, 300)

    first, second = warnings_of(store_place), warnings_of(store_place)

    assert first == ("keys-spare",)
    assert second == ()


def test_a_missing_file_is_missing_and_the_last_that_was_seen_is_told(
    store_place: StorePlace,
) -> None:
    held = pages(store_place)
    (store_place.path / STORE).unlink()

    trouble = trouble_of(store_place)

    assert trouble.code == "store-missing"
    assert trouble.facts == {"pages": str(held), "at": "2026-11-22T09:30:00.000+00:00"}


@pytest.mark.parametrize("size", [0, 100])
def test_an_empty_file_is_empty_and_never_a_new_store(store_place: StorePlace, size: int) -> None:
    (store_place.path / STORE).write_bytes(os.urandom(size))

    assert trouble_of(store_place).code == "store-empty"
    assert (store_place.path / STORE).stat().st_size == size


def test_a_plain_database_is_not_opened(store_place: StorePlace) -> None:
    (store_place.path / STORE).unlink()
    plain = sqlite3.connect(store_place.path / STORE)
    plain.execute("CREATE TABLE household (name)")
    plain.close()

    assert trouble_of(store_place).code == "not-encrypted"


def test_the_file_of_another_store_is_told_from_a_damaged_one(
    store_place: StorePlace, tmp_path: Path
) -> None:
    create_store(tmp_path / "other", WORDS, by="kw", clock=still_clock(), kdf=CHEAP)
    shutil.copy(tmp_path / "other" / STORE, store_place.path / STORE)

    assert trouble_of(store_place).code == "other-store"


def test_a_store_of_a_newer_program_is_left_alone(store_place: StorePlace) -> None:
    other = other_program(store_place)
    other.execute("PRAGMA user_version = 99")
    other.close()

    trouble = trouble_of(store_place)

    assert (trouble.code, trouble.facts) == ("newer", {"version": "99"})


def test_a_newer_store_is_recognised_before_it_is_unlocked(store_place: StorePlace) -> None:
    path = store_place.path / KEYS
    path.write_bytes(sealed(read(path.read_bytes()) | {"schema": 99}, random_key()))

    with pytest.raises(StoreTrouble) as trouble:
        open_store(store_place.path, passphrase=WORDS, by="kw", clock=still_clock())

    assert trouble.value.code == "newer"


def test_a_store_that_is_open_is_in_use(store_place: StorePlace) -> None:
    store = reopened(store_place)

    trouble = trouble_of(store_place)

    assert trouble.code == "in-use"
    assert trouble.facts["pid"] == str(os.getpid())
    store.close()


def test_an_older_file_put_back_is_missing_operations(store_place: StorePlace) -> None:
    old = (store_place.path / STORE).read_bytes()
    worked_in(store_place)
    (store_place.path / STORE).write_bytes(old)

    assert warnings_of(store_place) == ("operations-missing",)


def test_another_history_of_the_same_store_is_noticed(store_place: StorePlace) -> None:
    twin = copied(store_place, "twin")
    worked_in(store_place)
    store = reopened(twin)
    for _ in range(9):
        store.run(look_at())
    store.close()
    shutil.copy(twin.path / STORE, store_place.path / STORE)

    assert "history-replaced" in warnings_of(store_place)


def test_a_key_file_changed_by_somebody_else_is_noticed(store_place: StorePlace) -> None:
    path = store_place.path / KEYS
    path.write_bytes(sealed(read(path.read_bytes()), random_key()))

    assert warnings_of(store_place) == ("keys-changed",)


def test_an_old_key_file_put_back_is_noticed(store_place: StorePlace) -> None:
    old = (store_place.path / KEYS).read_bytes()
    worked_in(store_place)
    reopened(store_place).close()
    (store_place.path / KEYS).write_bytes(old)

    assert warnings_of(store_place) == ("keys-changed",)


def test_a_clock_that_went_back_is_noticed(store_place: StorePlace) -> None:
    store = reopened(store_place, lambda: NOW - timedelta(minutes=3))

    assert store.warnings == ("clock-back",)
    store.close()


def test_half_made_files_of_a_killed_program_are_cleared_away(store_place: StorePlace) -> None:
    (store_place.path / "store.keys.new").write_bytes(b"{")

    assert warnings_of(store_place) == ()
    assert {path.name for path in store_place.path.iterdir()} == {KEYS, SPARE, LOCK, STORE}
