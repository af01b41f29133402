"""The one place that opens an encrypted file; nothing else imports sqlcipher3.

A key that was forgotten would make a plain store without a word, and a setting that was not
taken would weaken a good one in silence. So a connection is handed out only after the key
went in as bytes, every setting was read back, and the file was seen to answer.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection
from typing import cast

from sqlcipher3 import dbapi2 as sqlcipher

from app.errors import StoreTrouble
from db.rules import Mode, rules

APPLICATION_ID = 0x54464D31
PAGE = 4096
KEY_TEXT_BYTES = 99  # x' + 96 hex digits + '
PLAIN_HEADER = b"SQLite format 3\0"
IN_MEMORY = ":memory:"

DatabaseError: type[Exception] = sqlcipher.DatabaseError
IntegrityError: type[Exception] = sqlcipher.IntegrityError
OperationalError: type[Exception] = sqlcipher.OperationalError

SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("recursive_triggers", "ON", 1),  # without it REPLACE would go round the journal
    ("temp_store", "2", 2),  # a sort file on disk would be plain text
    ("mmap_size", "0", 0),
)
NOT_IN_MEMORY = frozenset({"journal_mode", "mmap_size"})


def connect(place: Path | None, key: bytearray) -> Connection:
    """Open or make the encrypted file at `place`, or a store in memory, in mode *opening*.

    `key` is the text of 99 bytes that `db.keys.key_text` returns. Raises ValueError for any
    other, and `DatabaseError` when the file does not answer to it. The caller wipes `key`.
    """
    _check_key(key)
    path = IN_MEMORY if place is None else str(place)
    connection = sqlcipher.connect(path, isolation_level=None, cached_statements=256, timeout=1.0)
    try:
        connection.row_factory = sqlcipher.Row
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        connection.set_key(key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for name, value, wanted in SETTINGS:
            if place is None and name in NOT_IN_MEMORY:
                continue
            connection.execute(f"PRAGMA {name} = {value}").fetchall()
            took = connection.execute(f"PRAGMA {name}").fetchone()
            if took is None or took[0] != wanted:
                raise RuntimeError(f"the setting {name} was not taken")
        connection.set_authorizer(rules(Mode.OPENING))
    except BaseException:
        connection.close()
        raise
    return cast(Connection, connection)


def error_code(error: BaseException) -> int:
    """Return SQLite's primary result code of an error, 0 when it has none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def trouble_code(error: BaseException) -> str | None:
    """Return our code for an error that is the computer's fault and not a bug, else None."""
    return {
        sqlcipher.SQLITE_FULL: "disk-full",
        sqlcipher.SQLITE_CORRUPT: "store-damaged",
        sqlcipher.SQLITE_NOTADB: "store-damaged",
        sqlcipher.SQLITE_READONLY: "read-only",
        sqlcipher.SQLITE_CANTOPEN: "read-only",
        sqlcipher.SQLITE_BUSY: "in-use",
        sqlcipher.SQLITE_LOCKED: "in-use",
        sqlcipher.SQLITE_IOERR: "disk-fault",
    }.get(error_code(error))


@contextmanager
def computer_trouble() -> Iterator[None]:
    """Turn what the computer cannot do into StoreTrouble; our own bugs pass as they are."""
    try:
        yield
    except DatabaseError as error:
        code = trouble_code(error)
        if code is None:
            raise
        raise StoreTrouble(code) from error
    except OSError as error:
        raise StoreTrouble("disk-full" if error.errno == errno.ENOSPC else "read-only") from error


def _check_key(key: bytearray) -> None:
    """Refuse a key of any other shape: SQLCipher would quietly take it for a passphrase."""
    if len(key) != KEY_TEXT_BYTES or key[:2] != b"x'" or key[-1:] != b"'":
        raise ValueError("the key must be x' + 96 hex digits + '")
    if not all(digit in b"0123456789abcdef" for digit in key[2:-1]):
        raise ValueError("the key must be 96 hex digits")
