"""Who looks like whom, by the keys two records of one person have in common."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from sqlite3 import Connection

from app.domain.ids import PersonId
from db.finding_rows import THESE

_WITH_KEYS = f"""
    SELECT key, person.id FROM match_key JOIN person ON person.n = match_key.person
    WHERE key IN {THESE} ORDER BY person.n DESC
"""
_SHARED = """
    SELECT key, person.id FROM match_key JOIN person ON person.n = match_key.person
    WHERE key IN (
        SELECT key FROM match_key WHERE key >= ? AND key < ?
        GROUP BY key HAVING count(*) BETWEEN 2 AND ?
    ) ORDER BY person.n
"""


def alike(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[PersonId, ...]]:
    """Return the people who have each of these keys, newest first."""
    return _by_key(connection, _WITH_KEYS, (json.dumps(sorted(set(keys))),))


def alike_anywhere(
    connection: Connection, kind: str, most: int
) -> tuple[tuple[PersonId, ...], ...]:
    """Return groups of two to `most` people with the same key of a kind."""
    return tuple(_by_key(connection, _SHARED, (f"{kind}:", f"{kind};", most)).values())


def _by_key(
    connection: Connection, statement: str, values: tuple[object, ...]
) -> dict[str, tuple[PersonId, ...]]:
    found: dict[str, list[PersonId]] = defaultdict(list)
    for key, person in connection.execute(statement, values):
        found[key].append(PersonId(person))
    return {key: tuple(people) for key, people in found.items()}
