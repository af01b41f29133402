"""Finding, newest first: one group at a time, and never what a shared screen may not show.

What only involvements of a person's own know (trap 9) is left out inside each query, so that
no place in a list and no "there are more" depends on it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from sqlite3 import Connection, Row

from app.domain.dates import PartialDate
from app.domain.finding import Group, Hit, excerpt
from app.domain.ids import HouseholdId
from app.domain.person import Safety
from app.domain.search import Atom, Likeness, Match, Reading, Search
from db.finding_rows import DAY_SHIFT, THESE, source_of

MOST_FITTING = 200  # words of the index that a wild card may stand for

_OWN = f"'{Safety.OWN}'"
_FAMILIES = """
    SELECT household.id, household.name FROM find_families
    CROSS JOIN household ON household.n = find_families.rowid
    WHERE find_families MATCH ? ORDER BY find_families.rowid DESC LIMIT ?
"""
_PEOPLE = """
    SELECT person.id, person.household, household.name AS family_name, person.given,
        person.family, person.known_as, person.born, person.due FROM find_people
    CROSS JOIN person ON person.n = find_people.rowid
    CROSS JOIN household ON household.id = person.household
    WHERE find_people MATCH ? ORDER BY find_people.rowid DESC LIMIT ?
"""
_AGENCIES = f"""
    SELECT agency.id, agency.name, agency.kind, (
        SELECT household FROM involvement
        WHERE involvement.agency = agency.id AND safety <> {_OWN} ORDER BY n DESC LIMIT 1
    ) AS household FROM find_agencies
    CROSS JOIN agency ON agency.n = find_agencies.rowid
    WHERE find_agencies MATCH ? AND (
        agency.listed OR NOT EXISTS (
            SELECT 1 FROM involvement WHERE involvement.agency = agency.id AND safety = {_OWN}
        ) OR EXISTS (
            SELECT 1 FROM involvement WHERE involvement.agency = agency.id AND safety <> {_OWN}
        )
    ) ORDER BY find_agencies.rowid DESC LIMIT ?
"""
_NOTES = f"""
    SELECT find_notes.rowid AS place FROM find_notes
    LEFT JOIN note ON find_notes.rowid & 1 = 0
        AND note.n = (find_notes.rowid & {(1 << DAY_SHIFT) - 1}) >> 1
    WHERE find_notes MATCH ? AND (
        note.agency IS NULL OR NOT EXISTS (
            SELECT 1 FROM involvement WHERE involvement.agency = note.agency
            AND involvement.household = note.household AND safety = {_OWN}
        ) OR EXISTS (
            SELECT 1 FROM involvement WHERE involvement.agency = note.agency
            AND involvement.household = note.household AND safety <> {_OWN}
        ) AND NOT EXISTS (
            SELECT 1 FROM involvement, json_each(note.people) AS about
            WHERE involvement.agency = note.agency AND involvement.person = about.value
            AND safety = {_OWN}
        )
    ) ORDER BY find_notes.rowid DESC LIMIT ?
"""


def find(
    connection: Connection, group: Group, search: Search, likeness: Likeness, most: int
) -> tuple[Hit, ...]:
    """Return the newest hits of a group at a likeness, the nearer ones among them."""
    wanted = _expression(connection, group, search, likeness)
    if not wanted:
        return ()
    queries: dict[Group, tuple[str, Callable[[Row], Hit]]] = {
        Group.FAMILIES: (_FAMILIES, _family),
        Group.PEOPLE: (_PEOPLE, _person),
        Group.AGENCIES: (_AGENCIES, _agency),
    }
    if group is Group.NOTES:
        places = [row["place"] for row in connection.execute(_NOTES, (wanted, most))]
        return tuple(_told(connection, places, search))
    query, made = queries[group]
    hits = (made(row) for row in connection.execute(query, (wanted, most)))
    return tuple(replace(hit, likeness=likeness) for hit in hits)


def _expression(connection: Connection, group: Group, search: Search, likeness: Likeness) -> str:
    """Return what FTS5 is asked, every word quoted; nothing when nothing can be found."""
    parts = []
    for part in search.parts:
        readings = [_reading(connection, group, reading) for reading in part.at(likeness)]
        possible = [reading for reading in readings if reading]
        if not possible:
            return ""
        parts.append("(" + " OR ".join(possible) + ")")
    return " AND ".join(parts)


def _reading(connection: Connection, group: Group, reading: Reading) -> str:
    atoms = [_atom(connection, group, atom) for atom in reading]
    return "(" + " AND ".join(atoms) + ")" if all(atoms) else ""


def _atom(connection: Connection, group: Group, atom: Atom) -> str:
    if atom.match is Match.PATTERN:
        words = connection.execute(
            "SELECT word FROM find_word WHERE place = ? AND word GLOB ? LIMIT ?",
            (group.value, atom.word, MOST_FITTING),
        )
        found = " OR ".join(f'"{row["word"]}"' for row in words)
        return f"({found})" if found else ""
    return f'"{atom.word}"' + ("*" if atom.match is Match.BEGINS else "")


def _family(row: Row) -> Hit:
    return Hit(
        group=Group.FAMILIES, id=row["id"], household=HouseholdId(row["id"]), name=row["name"]
    )


def _person(row: Row) -> Hit:
    first = row["known_as"] or row["given"]
    return Hit(
        group=Group.PEOPLE,
        id=row["id"],
        household=HouseholdId(row["household"]),
        name=" ".join(part for part in (first, row["family"]) if part),
        family=row["family_name"],
        born=None if row["born"] is None else PartialDate.read(row["born"]),
        expected=row["due"] is not None and row["born"] is None,
    )


def _agency(row: Row) -> Hit:
    household = row["household"]
    return Hit(
        group=Group.AGENCIES,
        id=row["id"],
        household=None if household is None else HouseholdId(household),
        name=row["name"],
        kind=row["kind"],
    )


def _told(connection: Connection, places: Sequence[int], search: Search) -> Iterable[Hit]:
    """Return the notes and visits at these places of the index, in their order."""
    sources = [source_of(place) for place in places]
    found: dict[tuple[bool, int], Hit] = {}
    for visit, columns in (
        (False, "note.kind AS kind, note.text AS text, '[]' AS words"),
        (True, "visit.place AS kind, visit.words AS words, " + _JOINED + " AS text"),
    ):
        table = "visit" if visit else "note"
        rows = connection.execute(
            f"SELECT {table}.n AS n, {table}.id AS id, {table}.household AS household, "
            f'{table}."on" AS day, household.name AS family_name, {columns} FROM {table} '
            f"JOIN household ON household.id = {table}.household WHERE {table}.n IN {THESE}",
            (json.dumps([n for was_visit, n in sources if was_visit is visit]),),
        )
        for row in rows:
            said = "\n".join(one["words"] for one in json.loads(row["words"]))
            found[visit, row["n"]] = Hit(
                group=Group.NOTES,
                id=row["id"],
                household=HouseholdId(row["household"]),
                name=row["family_name"],
                on=date.fromisoformat(row["day"]),
                kind=row["kind"],
                visit=visit,
                excerpt=excerpt(f"{row['text']}\n{said}", search),
            )
    return [found[source] for source in sources if source in found]


_JOINED = " || char(10) || ".join(
    f"visit.{name}" for name in ("note", "agreed", "worry", "well", "others")
)
