"""Keep the index for finding in step with the records, inside every operation.

Not by triggers in the file: words are folded and sounds are worked out by the program. The
journal's own changes say which rows an operation touched, so undo and import need nothing more.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import TypeVar

from app.domain.index_words import RULES
from db.finding_rows import (
    THESE,
    Words,
    agency_words,
    family_words,
    note_row,
    note_words,
    person_words,
    visit_words,
)

T = TypeVar("T", int, str)

MADE_BY = f"{RULES}/{unicodedata.unidata_version}"
AT_ONCE = 500  # rows
TABLES = {
    "people": "find_people",
    "families": "find_families",
    "agencies": "find_agencies",
    "notes": "find_notes",
}
FOLLOWED = (
    "household",
    "home",
    "person",
    "identifier",
    "contact_point",
    "stay",
    "agency",
    "team",
    "professional",
    "visit",
    "note",
)
_TOUCHED = f"""
    SELECT record, about,
        json_extract(before, '$.n') AS was, json_extract(after, '$.n') AS n,
        json_extract(before, '$.on') AS was_on,
        json_extract(before, '$.person') AS was_person, json_extract(after, '$.person') AS person,
        json_extract(before, '$.agency') AS was_agency, json_extract(after, '$.agency') AS agency
    FROM change WHERE n > ? AND record IN ({", ".join(f"'{name}'" for name in FOLLOWED)})
"""


@dataclass(slots=True)
class Touched:
    """What an operation touched, by row number or, where only that is known, by id."""

    families: set[int] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)  # households with a changed home
    people: set[int] = field(default_factory=set)
    people_ids: set[str] = field(default_factory=set)
    agencies: set[int] = field(default_factory=set)
    agency_ids: set[str] = field(default_factory=set)
    notes: set[int] = field(default_factory=set)
    visits: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)  # rows of notes and visits as they were


def follow(connection: Connection, since: int) -> None:
    """Bring the index up to date with every change after number `since`."""
    touched = _touched(connection, since)
    _resolve(connection, touched)
    _refresh(connection, "families", touched.families, family_words)
    _refresh_people(connection, touched.people)
    _refresh(connection, "agencies", touched.agencies, agency_words)
    _drop(connection, "notes", touched.gone)
    _refresh(connection, "notes", touched.notes, note_words, drop=False)
    _refresh(connection, "notes", touched.visits, visit_words, drop=False)


def ensure(connection: Connection) -> None:
    """Make the index where it is missing or was made by other rules; in mode *opening*."""
    made = connection.execute("SELECT rules FROM find_state").fetchone()
    if made is not None and made["rules"] == MADE_BY:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        rebuild(connection)
        connection.execute("DELETE FROM find_state")
        connection.execute("INSERT INTO find_state VALUES (?)", (MADE_BY,))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def rebuild(connection: Connection) -> None:
    """Make the whole index anew; only inside a transaction."""
    for table in TABLES.values():
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    connection.execute("DELETE FROM find_word")
    connection.execute("DELETE FROM match_key")
    _refresh(connection, "families", _numbers(connection, "household"), family_words, drop=False)
    _refresh_people(connection, _numbers(connection, "person"), drop=False)
    _refresh(connection, "agencies", _numbers(connection, "agency"), agency_words, drop=False)
    _refresh(connection, "notes", _numbers(connection, "note"), note_words, drop=False)
    _refresh(connection, "notes", _numbers(connection, "visit"), visit_words, drop=False)
    _merge(connection)


def forget_unused(connection: Connection) -> None:
    """Forget words that nothing has any more, so that nothing erased can be read from them."""
    for place, table in TABLES.items():
        words = connection.execute("SELECT word FROM find_word WHERE place = ?", (place,))
        has = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"
        unused = [
            (place, row["word"])
            for row in words.fetchall()
            if connection.execute(has, (f'"{row["word"]}"',)).fetchone() is None
        ]
        connection.executemany("DELETE FROM find_word WHERE place = ? AND word = ?", unused)
    _merge(connection)


def _merge(connection: Connection) -> None:
    """Write each index in one piece, without what was taken out of it."""
    for table in TABLES.values():
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def _touched(connection: Connection, since: int) -> Touched:
    touched = Touched()
    for row in connection.execute(_TOUCHED, (since,)).fetchall():
        record = row["record"]
        numbers = {row["was"], row["n"]} - {None}
        if record == "household":
            touched.families |= numbers
        elif record == "home":
            touched.moved.add(row["about"])
        elif record == "person":
            touched.people |= numbers
        elif record == "agency":
            touched.agencies |= numbers
        elif record in ("team", "professional"):
            touched.agency_ids |= {row["was_agency"], row["agency"]} - {None}
        elif record in ("visit", "note"):
            _touch_note(touched, record == "visit", row["was"], row["was_on"], row["n"])
        else:
            touched.people_ids |= {row["was_person"], row["person"]} - {None}
    return touched


def _touch_note(
    touched: Touched, visit: bool, was: int | None, was_on: str | None, n: int | None
) -> None:
    if was is not None and was_on is not None:
        touched.gone.add(note_row(was_on, was, visit=visit))
    if n is not None:
        (touched.visits if visit else touched.notes).add(n)


def _resolve(connection: Connection, touched: Touched) -> None:
    """Find the row numbers of what is known by id."""
    touched.families |= _numbers(connection, "household", "id", touched.moved)
    touched.people |= _numbers(connection, "person", "household", touched.moved)
    touched.people |= _numbers(connection, "person", "id", touched.people_ids)
    touched.agencies |= _numbers(connection, "agency", "id", touched.agency_ids)


def _numbers(
    connection: Connection, table: str, column: str = "", values: Iterable[str] = ()
) -> set[int]:
    if not column:
        return {row["n"] for row in connection.execute(f"SELECT n FROM {table}")}
    found: set[int] = set()
    statement = f"SELECT n FROM {table} WHERE {column} IN {THESE}"
    for some in _in_parts(list(values)):
        found.update(row["n"] for row in connection.execute(statement, (json.dumps(some),)))
    return found


def _refresh(
    connection: Connection,
    place: str,
    numbers: Collection[int],
    words_for: Callable[[Connection, Collection[int]], Words],
    *,
    drop: bool = True,
) -> None:
    if drop:
        _drop(connection, place, numbers)
    for some in _in_parts(sorted(numbers)):
        _write(connection, place, list(words_for(connection, some)))


def _refresh_people(connection: Connection, numbers: Collection[int], *, drop: bool = True) -> None:
    if drop:
        _drop(connection, "people", numbers)
        connection.executemany("DELETE FROM match_key WHERE person = ?", [(n,) for n in numbers])
    for some in _in_parts(sorted(numbers)):
        rows = list(person_words(connection, some))
        _write(connection, "people", [(n, words) for n, words, _ in rows])
        connection.executemany(
            "INSERT INTO match_key VALUES (?, ?)",
            [(key, n) for n, _, keys in rows for key in sorted(keys)],
        )


def _drop(connection: Connection, place: str, rows: Collection[int]) -> None:
    table = TABLES[place]
    connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", [(row,) for row in rows])


def _write(connection: Connection, place: str, rows: Sequence[tuple[int, set[str]]]) -> None:
    table = TABLES[place]
    connection.executemany(
        f"INSERT INTO {table} (rowid, words) VALUES (?, ?)",
        [(n, " ".join(sorted(words))) for n, words in rows],
    )
    known = set().union(*(words for _, words in rows))
    connection.executemany(
        "INSERT OR IGNORE INTO find_word VALUES (?, ?)",
        [(place, word) for word in sorted(known) if not word.startswith("_")],
    )


def _in_parts(values: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
