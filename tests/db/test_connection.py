"""The one open function: only a whole key, and every setting as it must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.connection import SETTINGS, DatabaseError, connect
from db.keys import key_text, random_key


def a_key() -> bytearray:
    return key_text(random_key() + random_key()[:16])


@pytest.mark.parametrize(
    "key",
    [
        bytearray(),
        bytearray(b"a passphrase"),
        a_key()[:-2] + b"'",
        bytearray(b"x'" + b"zz" * 48 + b"'"),
        bytearray(b'x"' + b"ab" * 48 + b'"'),
    ],
)
def test_anything_but_a_whole_key_is_refused(tmp_path: Path, key: bytearray) -> None:
    with pytest.raises(ValueError, match="the key must be"):
        connect(tmp_path / "a.tfdb", key)

    assert list(tmp_path.iterdir()) == []


def test_another_key_does_not_open_the_file(tmp_path: Path) -> None:
    first = connect(tmp_path / "a.tfdb", a_key())
    first.execute("CREATE TABLE a (b)")
    first.close()

    with pytest.raises(DatabaseError, match="not a database"):
        connect(tmp_path / "a.tfdb", a_key())

    assert (tmp_path / "a.tfdb").read_bytes()[:16] != b"SQLite format 3\0"


def test_every_setting_is_taken(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.tfdb", a_key())
    connection.set_authorizer(None)

    taken = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name, *_ in SETTINGS}

    assert taken == {name: wanted for name, _, wanted in SETTINGS}
    connection.close()


def test_a_second_connection_to_the_same_file_is_shut_out(tmp_path: Path) -> None:
    key = a_key()
    first = connect(tmp_path / "a.tfdb", key)
    first.execute("CREATE TABLE a (b)")

    with pytest.raises(DatabaseError, match="locked"):
        connect(tmp_path / "a.tfdb", key)

    first.close()
