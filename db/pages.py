"""Check the pages of an encrypted file without opening it.

This is what tells a damaged file from another store's file: with the wrong key every page
fails, with damage only some do. Pages that wait in the write-ahead log count in place of the
ones they will replace.

SQLCipher 4's page format: 4096 bytes, page 1 begins with 16 bytes of salt, the last 80 bytes
are 16 of initialisation vector and 64 of HMAC-SHA512 over ciphertext, vector and page number
(little-endian). The HMAC key is PBKDF2-HMAC-SHA512 of the key, 2 rounds, over the salt with
each byte XOR 0x3A. The log is described in SQLite's "Database File Format", section 4.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from db.connection import PAGE
from db.keys import KEY_BYTES, SALT_BYTES, wipe

VECTOR, MAC = 16, 64
BODY = PAGE - VECTOR - MAC
LOG_HEADER, FRAME_HEADER = 32, 24
PAGE_COUNT_AT = 28  # in page 1, four bytes big-endian


@dataclass(frozen=True, slots=True)
class PageCheck:
    """Which pages are damaged or missing, of how many there ought to be."""

    bad: tuple[int, ...]
    total: int

    @property
    def all_bad(self) -> bool:
        """Tell whether no page at all answers to the key."""
        return len(self.bad) == self.total


def check_pages(path: Path, key: bytearray) -> PageCheck:
    """Check every page of the store at `path`; `key` is `db.keys.store_key`'s 48 bytes."""
    log = path.with_name(path.name + "-wal")
    newer = _committed(log.read_bytes()) if log.exists() else {}
    salt = bytes(byte ^ 0x3A for byte in key[KEY_BYTES : KEY_BYTES + SALT_BYTES])
    mac_key = bytearray(hashlib.pbkdf2_hmac("sha512", key[:KEY_BYTES], salt, 2, KEY_BYTES))
    bad: list[int] = []
    number, told = 0, 0
    with path.open("rb") as file:
        while page := file.read(PAGE):
            number += 1
            page = newer.pop(number, page)
            if not _authentic(page, number, mac_key):
                bad.append(number)
            elif number == 1:
                told = _page_count(page, key)
    beyond = sorted(n for n in newer if n > number)
    bad += [n for n in beyond if not _authentic(newer[n], n, mac_key)]
    present = number + len(beyond)
    wipe(mac_key)
    bad += range(max([number, *beyond]) + 1, told + 1)
    return PageCheck(tuple(bad), max(present, told))


def _authentic(page: bytes, number: int, mac_key: bytearray) -> bool:
    if len(page) != PAGE:
        return False
    start = SALT_BYTES if number == 1 else 0
    told = page[start : BODY + VECTOR] + struct.pack("<I", number)
    return hmac.compare_digest(hmac.digest(mac_key, told, "sha512"), page[-MAC:])


def _page_count(page: bytes, key: bytearray) -> int:
    """Return how many pages the file itself says it has."""
    cipher = Cipher(algorithms.AES(key[:KEY_BYTES]), modes.CBC(page[BODY : BODY + VECTOR]))
    plain = cipher.decryptor().update(page[SALT_BYTES : SALT_BYTES + 32])
    at = PAGE_COUNT_AT - SALT_BYTES
    return int.from_bytes(plain[at : at + 4], "big")


def _committed(log: bytes) -> dict[int, bytes]:
    """Return the newest committed copy of each page held by the write-ahead log."""
    if len(log) < LOG_HEADER:
        return {}
    order = ">" if log[3] & 1 else "<"
    sums = _running(log[:24], (0, 0), order)
    if sums != struct.unpack(">II", log[24:LOG_HEADER]):
        return {}
    committed: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    size = FRAME_HEADER + PAGE
    for at in range(LOG_HEADER, len(log) - size + 1, size):
        frame = log[at : at + size]
        number, after_commit = struct.unpack(">II", frame[:8])
        sums = _running(frame[FRAME_HEADER:], _running(frame[:8], sums, order), order)
        if frame[8:16] != log[16:24] or sums != struct.unpack(">II", frame[16:FRAME_HEADER]):
            break
        waiting[number] = frame[FRAME_HEADER:]
        if after_commit:
            committed |= waiting
            waiting = {}
    return committed


def _running(part: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """Return the log's running checksum after `part`."""
    one, two = sums
    words = struct.unpack(f"{order}{len(part) // 4}I", part)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
