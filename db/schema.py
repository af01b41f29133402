"""What a store looks like after all migrations; `python -m db.schema` writes it down.

`schema.sql` is for reading. A test compares it with what the migrations make.
"""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection

from db.connection import connect
from db.keys import key_text, random_key
from db.migrate import migrate, steps

FILE = Path(__file__).with_name("schema.sql")
HEADER = "-- Written by `python -m db.schema`: what the migrations make. Do not edit.\n"


def new_shape() -> Connection:
    """Return a connection in mode *opening* to an empty store in memory, fully migrated."""
    connection = connect(None, key_text(random_key() + random_key()[:16]))
    migrate(connection, steps())
    return connection


def schema() -> str:
    """Return the tables, indexes and triggers of a new store as SQL."""
    connection = new_shape()
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT IN "
        "(SELECT name FROM pragma_table_list WHERE type = 'shadow') "
        "ORDER BY tbl_name, type DESC, name"
    ).fetchall()
    connection.close()
    version = f"PRAGMA user_version = {len(steps())};\n"
    return "\n".join([HEADER, version, *(f"{row['sql']};\n" for row in rows)])


if __name__ == "__main__":
    FILE.write_text(schema(), "utf-8")
