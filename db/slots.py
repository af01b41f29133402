"""The key file `store.keys`: one master key, wrapped once for each way of unlocking.

`crc` tells damage before anything is unlocked, `mac` tells meddling afterwards. Changing a
passphrase rewrites this small file and never the store. A slot has a type; a program that
does not know a type leaves that slot as it is.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.errors import StoreTrouble
from db.keys import Kdf, canonical, data, derive, slots_key, stretched, text, unwrapped, wipe

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | None"
Document: TypeAlias = dict[str, Json]
Slot: TypeAlias = dict[str, Json]

FORMAT, VERSION = "think-family-keyslots", 1
PASSPHRASE, RECOVERY = "passphrase", "recovery"
BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would rewrite line ends
LARGEST = 1_000_000  # bytes; a key file is under 2 KB, and a huge one is not ours


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The master key, and the id of the slot that gave it."""

    master: bytearray
    slot: str


def passphrase_slot(
    passphrase: str, store: str, master: bytearray, id_: str, *, kdf: Kdf, added: str
) -> Slot:
    """Return a slot that the passphrase opens; `kdf` has its passes settled already."""
    parameters: Slot = {
        "name": "argon2id",
        "v": 19,
        "m": kdf.memory,
        "t": kdf.passes,
        "p": kdf.lanes,
        "salt": text(secrets.token_bytes(16)),
    }
    kek = stretched(passphrase, parameters)
    bare: Slot = {"id": id_, "type": PASSPHRASE, "added": added, "kdf": parameters}
    return _wrapped(kek, store, bare, master)


def recovery_slot(
    secret: bytearray, store: str, master: bytearray, id_: str, *, added: str
) -> Slot:
    """Return a slot that the printed recovery code opens."""
    parameters: Slot = {"name": "hkdf-sha256", "salt": text(secrets.token_bytes(16))}
    kek = _recovery_kek(secret, parameters)
    bare: Slot = {"id": id_, "type": RECOVERY, "added": added, "kdf": parameters}
    return _wrapped(kek, store, bare, master)


def unlock_by_passphrase(document: Document, passphrase: str) -> Unlocked | None:
    """Return the master key if a passphrase slot opens, else None."""
    for slot in _of_type(document, PASSPHRASE):
        kdf = slot["kdf"]
        assert isinstance(kdf, dict)
        try:
            kek = stretched(passphrase, kdf)
            return _opened(kek, str(document["store"]), slot)
        except (KeyError, ValueError):
            continue
    return None


def unlock_by_recovery(document: Document, secret: bytearray) -> Unlocked | None:
    """Return the master key if a recovery slot opens, else None."""
    for slot in _of_type(document, RECOVERY):
        kdf = slot["kdf"]
        assert isinstance(kdf, dict)
        try:
            return _opened(_recovery_kek(secret, kdf), str(document["store"]), slot)
        except (KeyError, ValueError):
            continue
    return None


def sealed(document: Document, mac_key: bytearray) -> bytes:
    """Return the whole file, with its `crc` and `mac` made anew."""
    bare = _bare(document)
    whole = document | {
        "mac": text(hmac.digest(mac_key, bare, "sha256")),
        "crc": hashlib.sha256(bare).hexdigest(),
    }
    return json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False).encode()


def read(content: bytes) -> Document:
    """Return the document if it is whole; say nothing about who wrote it.

    Raises ValueError for damage, `StoreTrouble("newer")` for a later format.
    """
    document = json.loads(content)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError("this is not a key file")
    if hashlib.sha256(_bare(document)).hexdigest() != document.get("crc"):
        raise ValueError("the key file is damaged")
    version = document.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise StoreTrouble("newer", {"version": str(version)})
    return document


def read_file(path: Path) -> tuple[Document, bool]:
    """Return the document, and whether the spare had to be used.

    Raises `keys-missing` when there is neither file, `keys-damaged` when none is whole.
    """
    found = False
    for place, is_spare in ((path, False), (spare_of(path), True)):
        try:
            found = found or place.exists()
            with place.open("rb") as file:
                return read(file.read(LARGEST)), is_spare
        except (OSError, ValueError):  # UnicodeDecodeError and JSONDecodeError are ValueErrors
            continue
    raise StoreTrouble("keys-damaged" if found else "keys-missing")


def meddled_with(document: Document, master: bytearray) -> bool:
    """Tell whether somebody without the master key wrote this document."""
    key = slots_key(master, str(document["store"]))
    mac = hmac.digest(key, _bare(document), "sha256")
    wipe(key)
    try:
        return not hmac.compare_digest(mac, data(str(document.get("mac"))))
    except ValueError:
        return True


def write(path: Path, content: bytes) -> None:
    """Replace the file as a whole: after any crash the old or the new one is there."""
    new, spare = path.with_name(path.name + ".new"), spare_of(path)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    if _whole(path):  # a damaged file must not take the place of a good spare
        fresh = path.with_name(spare.name + ".new")
        fresh.unlink(missing_ok=True)
        os.link(path, fresh)
        os.replace(fresh, spare)  # never a moment without a spare
    os.replace(new, path)
    sync_folder(path.parent)


def spare_of(path: Path) -> Path:
    """Return where the spare of a key file lies."""
    return path.with_name(path.name + ".bak")


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system has such a thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _whole(path: Path) -> bool:
    try:
        read(path.read_bytes())
    except (OSError, ValueError):
        return False
    return True


def _of_type(document: Document, type_: str) -> list[Slot]:
    slots = document["slots"]
    assert isinstance(slots, list)
    return [slot for slot in slots if isinstance(slot, dict) and slot.get("type") == type_]


def _recovery_kek(secret: bytearray, kdf: Slot) -> bytearray:
    return derive(secret, data(str(kdf["salt"])), "tf recovery slot 1")


def _wrapped(kek: bytearray, store: str, slot: Slot, master: bytearray) -> Slot:
    nonce = secrets.token_bytes(12)
    try:
        wrapped = AESGCM(kek).encrypt(nonce, master, _bound(store, slot))
    finally:
        wipe(kek)
    return slot | {"nonce": text(nonce), "wrapped": text(wrapped)}


def _opened(kek: bytearray, store: str, slot: Slot) -> Unlocked:
    try:
        nonce, wrapped = data(str(slot["nonce"])), data(str(slot["wrapped"]))
        return Unlocked(unwrapped(kek, nonce, wrapped, _bound(store, slot)), str(slot["id"]))
    finally:
        wipe(kek)


def _bound(store: str, slot: Slot) -> bytes:
    """Return what a slot is tied to: it cannot be weakened, or moved to another store."""
    return canonical([FORMAT, VERSION, store, slot["id"], slot["type"], slot["kdf"]])


def _bare(document: Document) -> bytes:
    return canonical({k: v for k, v in document.items() if k not in ("mac", "crc")})
