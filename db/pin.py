"""The worker’s PIN in the store: one Argon2id hash in a table of its own, outside the journal."""

from __future__ import annotations

from sqlite3 import Connection

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# The store around it is encrypted; this is for whoever has it open and would read the PIN.
_HASHER = PasswordHasher(time_cost=3, memory_cost=19_456, parallelism=1)


def keep_pin(connection: Connection, pin: str) -> None:
    """Keep a PIN in place of the one before."""
    connection.execute(
        "INSERT INTO pin (id, hash) VALUES ('pin', ?) "
        "ON CONFLICT (id) DO UPDATE SET hash = excluded.hash",
        (_HASHER.hash(pin),),
    )


def drop_pin(connection: Connection) -> None:
    """Throw the PIN away; nothing happens when there is none."""
    connection.execute("DELETE FROM pin")


def has_pin(connection: Connection) -> bool:
    """Say whether there is a PIN."""
    return connection.execute("SELECT 1 FROM pin").fetchone() is not None


def is_the_pin(connection: Connection, typed: str) -> bool:
    """Say whether this is the PIN; never where there is none."""
    row = connection.execute("SELECT hash FROM pin").fetchone()
    if row is None:
        return False
    try:
        return bool(_HASHER.verify(row["hash"], typed))
    except (VerificationError, InvalidHashError):
        return False
