"""Which words the index holds for each row: read here, worked out in `app.domain.index_words`.

Restricted facts and flags are never read, nor what is kept as a person's own alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from sqlite3 import Connection, Row
from typing import TypeAlias

from app.domain.dates import PartialDate
from app.domain.identifiers import System
from app.domain.index_words import (
    day_words,
    match_keys,
    name_words,
    number_words,
    phone_words,
    text_words,
)
from app.domain.person import Safety
from app.domain.reach import Way

Words: TypeAlias = Iterator[tuple[int, set[str]]]

DAY_SHIFT = 32  # bits of a note's row number below its day
ONE_PERSON = frozenset(system.value for system in System if system.one_person)
WHOLE_DATE = 10  # characters of "1991-03-14"
THESE = "(SELECT value FROM json_each(?))"


def note_row(on: str, n: int, *, visit: bool) -> int:
    """Return the row number of a note or visit: newest days are highest."""
    return date.fromisoformat(on).toordinal() << DAY_SHIFT | n << 1 | int(visit)


def source_of(row: int) -> tuple[bool, int]:
    """Return whether a row number is a visit's, and the number in its own table."""
    return bool(row & 1), (row & (1 << DAY_SHIFT) - 1) >> 1


def family_words(connection: Connection, numbers: Collection[int]) -> Words:
    """Return the words of households: name, addresses, postcodes."""
    rows = _rows(connection, "SELECT n, id, name FROM household", "n", numbers)
    homes = _by(
        _rows(
            connection,
            "SELECT household, lines, postcode FROM home",
            "household",
            [row["id"] for row in rows],
            f"AND safety <> '{Safety.OWN}'",
        )
    )
    for row in rows:
        words = name_words(row["name"])
        for home in homes[row["id"]]:
            words |= text_words(*json.loads(home["lines"])) | number_words(home["postcode"])
        yield row["n"], words


def person_words(
    connection: Connection, numbers: Collection[int]
) -> Iterator[tuple[int, set[str], set[str]]]:
    """Return the words of people, and the keys by which they are alike."""
    people = _rows(
        connection,
        "SELECT n, id, household, given, family, known_as, further_names, born FROM person",
        "n",
        numbers,
    )
    households = list({row["household"] for row in people})

    def theirs(select: str, condition: str = "") -> dict[str, list[Row]]:
        return _by(_rows(connection, select, "household", households, condition))

    own = f"'{Safety.OWN}'"
    identifiers = theirs("SELECT person, system, value FROM identifier")
    contacts = theirs("SELECT person, way, value FROM contact_point", f"AND safety <> {own}")
    homes = theirs(
        "SELECT stay.person, home.postcode FROM stay JOIN home ON home.id = stay.home",
        f"AND home.safety <> {own} AND home.postcode <> ''",
    )
    for row in people:
        born = None if row["born"] is None else PartialDate.read(row["born"])
        names = [(row["given"], row["family"])]
        if row["known_as"]:
            names.append((row["known_as"], row["family"]))
        for name in json.loads(row["further_names"]):
            names.append((name.get("given", ""), name.get("family", "") or row["family"]))
        words = name_words(*(part for name in names for part in name)) | day_words(born)
        for number in identifiers[row["id"]]:
            words |= number_words(number["value"])
        for contact in contacts[row["id"]]:
            phone = contact["way"] == Way.PHONE
            words |= phone_words(contact["value"]) if phone else text_words(contact["value"])
        for home in homes[row["id"]]:
            words |= number_words(home["postcode"])
        keys = match_keys(
            names,
            (row["born"] or "")[:WHOLE_DATE] if born and born.day else "",
            [
                (number["system"], number["value"])
                for number in identifiers[row["id"]]
                if number["system"] in ONE_PERSON
            ],
        )
        yield row["n"], words, keys


def agency_words(connection: Connection, numbers: Collection[int]) -> Words:
    """Return the words of agencies: names, codes, teams, professionals, phone numbers."""
    rows = _rows(
        connection,
        "SELECT n, id, name, alias, kind, ods, urn, phone, mailbox, postcode FROM agency",
        "n",
        numbers,
    )
    ids = [row["id"] for row in rows]
    staff: dict[str, list[Row]] = defaultdict(list)
    for table, mail in (("team", "mailbox"), ("professional", "email")):
        select = f"SELECT agency, name, phone, {mail} AS mail FROM {table}"
        for key, found in _by(_rows(connection, select, "agency", ids)).items():
            staff[key] += found
    for row in rows:
        words = text_words(row["name"], row["alias"], row["kind"], row["mailbox"])
        words |= phone_words(row["phone"])
        for value in (row["ods"], row["urn"], row["postcode"]):
            words |= number_words(value)
        for one in staff[row["id"]]:
            words |= text_words(one["name"], one["mail"]) | phone_words(one["phone"])
        yield row["n"], words


def note_words(connection: Connection, numbers: Collection[int]) -> Words:
    """Return the words of notes, by the number the index has for them."""
    for row in _rows(connection, 'SELECT n, "on", text, source FROM note', "n", numbers):
        words = text_words(row["text"], row["source"])
        words |= day_words(date.fromisoformat(row["on"]))
        yield note_row(row["on"], row["n"], visit=False), words


def visit_words(connection: Connection, numbers: Collection[int]) -> Words:
    """Return the words of visits, what people said in their own words included."""
    select = 'SELECT n, "on", note, agreed, worry, well, others, words FROM visit'
    for row in _rows(connection, select, "n", numbers):
        said = [one["words"] for one in json.loads(row["words"])]
        words = text_words(
            row["note"], row["agreed"], row["worry"], row["well"], row["others"], *said
        )
        words |= day_words(date.fromisoformat(row["on"]))
        yield note_row(row["on"], row["n"], visit=True), words


def _rows(
    connection: Connection,
    select: str,
    column: str,
    values: Iterable[int | str],
    condition: str = "",
) -> list[Row]:
    table = select.split(" FROM ")[1].split()[0]
    where = f'"{table}"."{column}" IN {THESE}'
    statement = f"{select} WHERE {where} {condition}"
    return connection.execute(statement, (json.dumps(list(values)),)).fetchall()


def _by(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return rows by their first column."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found
