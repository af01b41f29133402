"""The key tree of a store: what is derived from the master key, and how secrets are wrapped.

The master key is 32 random bytes. Everything else follows from it by HKDF-SHA256 with a
label that names the store and the purpose, so that no key is ever used for two things.
Secrets travel as bytearrays and are overwritten by `wipe` when they are no longer needed.
"""

from __future__ import annotations

import base64
import json
import secrets
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
SALT_BYTES = 16
FEWEST_PASSES, MOST_PASSES = 3, 10
BOUNDS = {"m": (19_456, 1_048_576), "t": (1, MOST_PASSES), "p": (1, 8)}  # KiB, passes, lanes


@dataclass(frozen=True, slots=True, kw_only=True)
class Kdf:
    """How hard a passphrase is stretched with Argon2id.

    `memory` is in KiB. With `aim` in seconds, `calibrated` chooses the passes on this computer.
    """

    memory: int
    passes: int
    lanes: int
    aim: float | None = None


# 96 MiB: above the floor of 64, and the program stays under its 250 MB while it unlocks.
DEFAULT = Kdf(memory=98_304, passes=FEWEST_PASSES, lanes=4, aim=0.7)


def calibrated(kdf: Kdf) -> Kdf:
    """Return `kdf` with as many passes as take about `aim` seconds here."""
    if kdf.aim is None:
        return kdf
    parameters = {"m": kdf.memory, "t": FEWEST_PASSES, "p": kdf.lanes, "salt": text(bytes(16))}
    began = time.perf_counter()
    wipe(stretched("a passphrase to time", parameters))
    each = (time.perf_counter() - began) / FEWEST_PASSES
    passes = min(max(round(kdf.aim / each), FEWEST_PASSES), MOST_PASSES)
    return replace(kdf, passes=passes, aim=None)


def stretched(passphrase: str, kdf: Mapping[str, object]) -> bytearray:
    """Stretch a passphrase by the parameters of its slot.

    Raises ValueError for parameters that would be too weak, or greedy enough to hang the
    computer, before any work is done: a doctored key file can do neither.
    """
    values = {}
    for name, (low, high) in BOUNDS.items():
        value = kdf[name]
        if not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"key derivation parameter {name} is out of bounds")
        values[name] = value
    secret = bytearray(unicodedata.normalize("NFKC", passphrase).encode())
    salt = data(str(kdf["salt"]))
    try:
        return bytearray(
            hash_secret_raw(
                bytes(secret), salt, values["t"], values["m"], values["p"], KEY_BYTES, Type.ID
            )
        )
    finally:
        wipe(secret)


def store_key(master: bytearray, store: str) -> bytearray:
    """Return the 48 bytes SQLCipher works with: a key of 32 and the file's salt of 16."""
    return derive(master, b"", f"tf/{store}/db/1", KEY_BYTES + SALT_BYTES)


def key_text(key: bytearray) -> bytearray:
    """Return x'…' with 96 hex digits, the form in which SQLCipher takes a key and a salt."""
    return bytearray(b"x'") + key.hex().encode() + b"'"


def slots_key(master: bytearray, store: str) -> bytearray:
    """Return the key that authenticates the key file."""
    return derive(master, b"", f"tf/{store}/slots/1")


def keep_secret(master: bytearray, store: str, name: str, secret: bytearray) -> tuple[bytes, bytes]:
    """Wrap a secret that must outlive the master key; it is kept inside the store."""
    nonce = secrets.token_bytes(12)
    kek = derive(master, b"", f"tf/{store}/kept/1")
    try:
        return nonce, AESGCM(kek).encrypt(nonce, secret, canonical([store, name]))
    finally:
        wipe(kek)


def kept_secret(
    master: bytearray, store: str, name: str, *, nonce: bytes, wrapped: bytes
) -> bytearray:
    """Return a secret `keep_secret` wrapped, or raise ValueError."""
    kek = derive(master, b"", f"tf/{store}/kept/1")
    try:
        return unwrapped(kek, nonce, wrapped, canonical([store, name]))
    finally:
        wipe(kek)


def unwrapped(kek: bytearray, nonce: bytes, wrapped: bytes, bound: bytes) -> bytearray:
    """Take 32 wrapped bytes out, or raise ValueError when anything about them is not right."""
    secret = bytearray(KEY_BYTES)
    try:
        AESGCM(kek).decrypt_into(nonce, wrapped, bound, secret)
    except InvalidTag:
        raise ValueError("this key does not open it") from None
    return secret


def derive(secret: bytearray, salt: bytes, label: str, length: int = KEY_BYTES) -> bytearray:
    """Return `length` bytes made from `secret` for the one purpose that `label` names."""
    out = bytearray(length)
    HKDF(hashes.SHA256(), length, salt, label.encode()).derive_into(secret, out)
    return out


def random_key() -> bytearray:
    """Return 32 random bytes."""
    return bytearray(secrets.token_bytes(KEY_BYTES))


def wipe(*held: bytearray) -> None:
    """Overwrite secrets with zeros."""
    for secret in held:
        secret[:] = bytes(len(secret))


def canonical(value: object) -> bytes:
    """Return JSON that is the same bytes every time: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def text(data_: bytes | bytearray) -> str:
    """Return bytes as base64."""
    return base64.b64encode(data_).decode("ascii")


def data(text_: str) -> bytes:
    """Return base64 as bytes, or raise ValueError."""
    return base64.b64decode(text_, validate=True)
