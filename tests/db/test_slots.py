"""The key file: what opens it, what does not, and what is noticed about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.errors import StoreTrouble
from db import slots
from db.keys import (
    DEFAULT,
    Kdf,
    calibrated,
    derive,
    keep_secret,
    kept_secret,
    key_text,
    random_key,
    slots_key,
    store_key,
    stretched,
    text,
    wipe,
)
from db.recovery import new_recovery_secret
from db.slots import (
    Document,
    meddled_with,
    passphrase_slot,
    read,
    read_file,
    recovery_slot,
    sealed,
    spare_of,
    unlock_by_passphrase,
    unlock_by_recovery,
    write,
)
from tests.conftest import CHEAP

WORDS = "six grey herons by the weir"
MASTER = bytearray(range(32))
STORE_ID = "5f1e"


def a_document(**more: slots.Json) -> Document:
    slot = passphrase_slot(WORDS, STORE_ID, MASTER, "s1", kdf=CHEAP, added="2026-11-22")
    return {
        "format": slots.FORMAT,
        "version": slots.VERSION,
        "store": STORE_ID,
        "generation": 1,
        "slots": [slot],
        **more,
    }


def a_file(document: Document) -> bytes:
    return sealed(document, slots_key(MASTER, STORE_ID))


def first_kdf(document: Document) -> dict[str, Any]:
    listed: Any = document["slots"]
    kdf: dict[str, Any] = listed[0]["kdf"]
    return kdf


def test_the_passphrase_gives_the_master_key() -> None:
    unlocked = unlock_by_passphrase(read(a_file(a_document())), WORDS)

    assert unlocked is not None
    assert (unlocked.master, unlocked.slot) == (MASTER, "s1")


def test_the_same_words_written_with_other_code_points_open_it_too() -> None:
    slot = passphrase_slot(
        "caf\u00e9 on the corner", STORE_ID, MASTER, "s1", kdf=CHEAP, added="2026-11-22"
    )

    unlocked = unlock_by_passphrase(
        {"store": STORE_ID, "slots": [slot]}, "cafe\u0301 on the corner"
    )

    assert unlocked is not None


def test_a_wrong_passphrase_is_refused() -> None:
    assert unlock_by_passphrase(a_document(), WORDS + "!") is None


def test_the_recovery_secret_gives_the_master_key_and_no_other_does() -> None:
    secret = new_recovery_secret()
    slot = recovery_slot(secret, STORE_ID, MASTER, "s2", added="2026-11-22")
    document: Document = {"store": STORE_ID, "slots": [slot]}

    unlocked = unlock_by_recovery(document, secret)

    assert unlocked is not None
    assert unlocked.master == MASTER
    assert unlock_by_recovery(document, new_recovery_secret()) is None


def test_a_slot_whose_derivation_was_weakened_does_not_open() -> None:
    document = a_document()
    first_kdf(document)["t"] = 1

    assert unlock_by_passphrase(document, WORDS) is None


def test_a_slot_is_tied_to_parameters_that_do_not_change_the_key() -> None:
    document = a_document()
    first_kdf(document)["v"] = 16

    assert unlock_by_passphrase(document, WORDS) is None


def test_a_slot_moved_to_another_store_does_not_open() -> None:
    assert unlock_by_passphrase(a_document() | {"store": "9999"}, WORDS) is None


@pytest.mark.parametrize(
    ("name", "value"), [("m", 64 * 1024 * 1024), ("m", 8), ("t", 1000), ("t", 0), ("p", 64)]
)
def test_greedy_or_feeble_derivations_are_refused_before_any_work(name: str, value: int) -> None:
    parameters = {"m": 19_456, "t": 2, "p": 1, "salt": text(bytes(16)), name: value}

    with pytest.raises(ValueError, match="out of bounds"):
        stretched(WORDS, parameters)


def test_passes_are_chosen_to_take_about_the_time_aimed_at() -> None:
    quick = calibrated(Kdf(memory=19_456, passes=3, lanes=1, aim=0.0))
    slow = calibrated(Kdf(memory=19_456, passes=3, lanes=1, aim=60.0))

    assert (quick.passes, slow.passes) == (3, 10)
    assert calibrated(CHEAP) == CHEAP
    assert (DEFAULT.memory, DEFAULT.lanes) == (98_304, 4)


def test_damage_to_the_file_is_noticed_before_unlocking() -> None:
    content = a_file(a_document()).replace(b'"generation": 1', b'"generation": 2')

    with pytest.raises(ValueError, match="damaged"):
        read(content)


def test_meddling_with_the_file_is_noticed_after_unlocking() -> None:
    forged = json.loads(a_file(a_document()))
    forged["generation"] = 2
    stranger = read(sealed(forged, random_key()))

    assert meddled_with(stranger, MASTER)
    assert not meddled_with(read(a_file(a_document())), MASTER)


def test_a_file_of_a_later_format_is_called_newer() -> None:
    with pytest.raises(StoreTrouble) as trouble:
        read(a_file(a_document(version=2)))

    assert trouble.value.code == "newer"


def test_writing_keeps_the_one_before_as_a_spare(tmp_path: Path) -> None:
    path = tmp_path / "store.keys"
    write(path, a_file(a_document(generation=1)))

    write(path, a_file(a_document(generation=2)))

    assert read(path.read_bytes())["generation"] == 2
    assert read(spare_of(path).read_bytes())["generation"] == 1
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["store.keys", "store.keys.bak"]


def test_writing_over_a_damaged_file_leaves_the_good_spare_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.keys"
    write(spare_of(path), a_file(a_document(generation=1)))
    path.write_bytes(b"{}")

    write(path, a_file(a_document(generation=2)))

    assert read(spare_of(path).read_bytes())["generation"] == 1


def test_a_write_that_fails_half_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.keys"
    write(path, a_file(a_document(generation=1)))

    def no_room(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.slots.os.fsync", no_room)
    with pytest.raises(OSError, match="No space"):
        write(path, a_file(a_document(generation=2)))

    document, from_spare = read_file(path)
    assert (document["generation"], from_spare) == (1, False)


def test_a_secret_kept_in_the_store_outlives_a_change_of_master_key() -> None:
    audit, newer = random_key(), random_key()
    nonce, wrapped = keep_secret(MASTER, STORE_ID, "audit", audit)
    again = kept_secret(MASTER, STORE_ID, "audit", nonce=nonce, wrapped=wrapped)

    nonce, wrapped = keep_secret(newer, STORE_ID, "audit", again)

    assert kept_secret(newer, STORE_ID, "audit", nonce=nonce, wrapped=wrapped) == audit
    with pytest.raises(ValueError, match="does not open"):
        kept_secret(MASTER, STORE_ID, "audit", nonce=nonce, wrapped=wrapped)


def test_every_purpose_and_every_store_has_a_key_of_its_own() -> None:
    made = [
        bytes(store_key(MASTER, "a")[:32]),
        bytes(store_key(MASTER, "b")[:32]),
        bytes(slots_key(MASTER, "a")),
        bytes(derive(MASTER, b"", "tf/a/kept/1")),
    ]

    assert len(set(made)) == 4
    assert len(key_text(store_key(MASTER, "a"))) == 99


def test_wiping_overwrites_every_byte() -> None:
    one, two = random_key(), bytearray(b"secret")

    wipe(one, two)

    assert (one, two) == (bytearray(32), bytearray(6))
