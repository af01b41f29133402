"""The recovery code: 160 random bits, printed once and kept in a sealed envelope.

Nine groups of four letters from an alphabet without I, L, O and U. The last group checks the
other eight, so a code that was read or typed wrongly is told apart from a wrong code before
any key is tried.
"""

from __future__ import annotations

import hashlib
import secrets

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's alphabet
MISREAD = str.maketrans("ILO", "110")
SECRET_BYTES = 20
BODY, WHOLE, GROUP = 32, 36, 4


def new_recovery_secret() -> bytearray:
    """Return the 20 random bytes that a recovery code writes down."""
    return bytearray(secrets.token_bytes(SECRET_BYTES))


def recovery_code(secret: bytearray) -> str:
    """Return the secret as nine groups of four letters."""
    body = letters(int.from_bytes(secret, "big"), BODY)
    return grouped(body + _check_group(body))


def read_recovery_code(typed: str) -> bytearray:
    """Return the secret, or raise ValueError when the code was mistyped.

    Small letters, spaces and hyphens do not matter, nor does O for 0, or I or L for 1.
    """
    code = "".join(c for c in typed.upper().translate(MISREAD) if c in LETTERS)
    if len(code) != WHOLE or _check_group(code[:BODY]) != code[BODY:]:
        raise ValueError("that is not a recovery code")
    number = 0
    for letter in code[:BODY]:
        number = number << 5 | LETTERS.index(letter)
    return bytearray(number.to_bytes(SECRET_BYTES, "big"))


def letters(number: int, count: int) -> str:
    """Return the lowest `count` groups of five bits of `number` as letters."""
    return "".join(LETTERS[(number >> 5 * i) & 31] for i in reversed(range(count)))


def grouped(code: str) -> str:
    """Return the letters in groups of four with hyphens between."""
    return "-".join(code[i : i + GROUP] for i in range(0, len(code), GROUP))


def _check_group(body: str) -> str:
    digest = hashlib.sha256(b"tf recovery code 1" + body.encode()).digest()
    return letters(int.from_bytes(digest[:3], "big") >> 4, GROUP)
