"""Changing the passphrase of an open store."""

from __future__ import annotations

import pytest

from app.errors import Invalid, StoreTrouble
from db import slots
from db.keys import random_key
from db.place import ATTEMPTS, KEYS, SPARE
from db.store import Clock, Store, open_in_memory, open_store
from tests.conftest import CHEAP, StorePlace
from tests.db.cases import newest, reopened, still_clock, warnings_of

NEW, OLD = "eleven kettles over the hill", "demo"


def opened_with(place: StorePlace, passphrase: str) -> Store:
    return open_store(place.path, passphrase=passphrase, by="kw-test", clock=still_clock())


def changed(place: StorePlace) -> None:
    store = reopened(place)
    store.change_passphrase(NEW, passphrase=place.passphrase, kdf=CHEAP)
    store.close()


def test_the_new_passphrase_opens_the_store_and_the_old_does_not(store_place: StorePlace) -> None:
    changed(store_place)

    store = opened_with(store_place, NEW)
    assert store.warnings == ()
    assert newest(store, 3)[2] == ("change_passphrase", "none", None, '{"slot":"s3"}')
    assert store.check().findings == ()
    store.close()
    with pytest.raises(StoreTrouble) as trouble:
        opened_with(store_place, store_place.passphrase)
    assert trouble.value.code == "passphrase-wrong"


def test_the_spare_key_file_does_not_keep_the_old_passphrase(store_place: StorePlace) -> None:
    store = reopened(store_place)

    store.change_passphrase(NEW, passphrase=store_place.passphrase, kdf=CHEAP)

    slots = [(store_place.path / name).read_bytes() for name in (KEYS, SPARE)]
    assert all(b'"id": "s3"' in content and b'"id": "s1"' not in content for content in slots)
    store.close()


def test_whoever_forgot_it_sets_a_new_one_with_the_recovery_code(store_place: StorePlace) -> None:
    code = store_place.recovery_code
    store = open_store(store_place.path, recovery_code=code, by="kw", clock=still_clock())

    store.change_passphrase(NEW, recovery_code=code, kdf=CHEAP)

    store.close()
    opened_with(store_place, NEW).close()
    open_store(store_place.path, recovery_code=code, by="kw", clock=still_clock()).close()


def test_the_key_file_from_before_the_change_is_noticed(store_place: StorePlace) -> None:
    old = (store_place.path / KEYS).read_bytes()
    changed(store_place)
    (store_place.path / KEYS).write_bytes(old)

    assert warnings_of(store_place) == ("keys-changed",)


def test_without_the_old_passphrase_nothing_changes(store_place: StorePlace) -> None:
    store = reopened(store_place)

    with pytest.raises(StoreTrouble) as trouble:
        store.change_passphrase(NEW, passphrase=NEW, kdf=CHEAP)

    assert trouble.value.code == "passphrase-wrong"
    store.close()
    assert warnings_of(store_place) == ()


def test_a_weak_new_passphrase_is_refused(store_place: StorePlace) -> None:
    store = reopened(store_place)

    with pytest.raises(Invalid):
        store.change_passphrase("too short", passphrase=store_place.passphrase, kdf=CHEAP)

    store.close()
    assert warnings_of(store_place) == ()


def test_when_the_key_file_cannot_be_written_the_old_passphrase_stays(
    store_place: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = reopened(store_place)

    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("db.slots.write", no_room)
        with pytest.raises(StoreTrouble) as trouble:
            store.change_passphrase(NEW, passphrase=store_place.passphrase, kdf=CHEAP)

    assert trouble.value.code == "disk-full"
    store.close()
    reopened(store_place).close()


# --- Whether a passphrase opens the store that is open.


def test_an_open_store_knows_its_passphrase_and_writes_nothing_down(
    store_place: StorePlace,
) -> None:
    store = reopened(store_place)
    before = (store_place.path / KEYS).read_bytes(), newest(store)

    answers = [store.opened_by(given) for given in (store_place.passphrase, NEW, "")]

    assert answers == [True, False, False]
    assert ((store_place.path / KEYS).read_bytes(), newest(store)) == before
    assert not (store_place.path / ATTEMPTS).exists()
    store.close()


def test_after_a_change_only_the_new_passphrase_opens(store_place: StorePlace) -> None:
    store = reopened(store_place)

    store.change_passphrase(NEW, passphrase=store_place.passphrase, kdf=CHEAP)

    assert store.opened_by(NEW)
    assert not store.opened_by(store_place.passphrase)
    store.close()


def test_a_slot_round_another_key_proves_nothing(store_place: StorePlace) -> None:
    store = reopened(store_place)
    document = store._opened.document
    mine = slots.passphrase_slot(
        NEW, str(document["store"]), random_key(), "s9", kdf=CHEAP, added="2026-11-22"
    )
    document["slots"] = [mine, *document["slots"]]  # type: ignore[misc]

    answer = store.opened_by(NEW)

    assert slots.unlock_by_passphrase(document, NEW) is not None
    assert not answer
    store.close()


def test_a_store_in_memory_takes_the_passphrase_it_was_given(frozen_clock: Clock) -> None:
    made_up = open_in_memory(by="kw", clock=frozen_clock, passphrase=OLD)
    without = open_in_memory(by="kw", clock=frozen_clock)

    answers = [made_up.opened_by(OLD), made_up.opened_by(NEW), without.opened_by("")]

    assert answers == [True, False, False]
    made_up.close()
    without.close()
