"""Half-written forms in the store: a table of their own, outside journal, undo and export."""

from __future__ import annotations

import json
from datetime import datetime
from sqlite3 import Connection

from app.domain.draft import LONGEST_DRAFT, Draft
from app.domain.ids import HouseholdId
from app.errors import Refused
from db.connection import IntegrityError
from db.place import moment

_COLUMNS = "id, kind, household, about, at, content"
_KEEP = f"""
    INSERT INTO draft ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET at = excluded.at, content = excluded.content
"""
_OF_NOBODY = "DELETE FROM draft WHERE household NOT IN (SELECT id FROM household)"


def keep_draft(connection: Connection, draft: Draft) -> None:
    """Keep a draft in place of the one with its id, if there is one.

    Raises `Refused("draft-too-long")`, and `Refused("no-such-household")` when its family is gone.
    """
    content = json.dumps(draft.content, sort_keys=True)
    if len(content) > LONGEST_DRAFT:
        raise Refused("draft-too-long")
    row = (draft.id, draft.kind, draft.household, draft.about, moment(draft.at), content)
    try:
        connection.execute(_KEEP, row)
    except IntegrityError as error:
        raise Refused("no-such-household") from error


def drop_draft(connection: Connection, id_: str) -> None:
    """Throw a draft away; nothing happens when there is none."""
    connection.execute("DELETE FROM draft WHERE id = ?", (id_,))


def move_drafts(connection: Connection, household: HouseholdId, to: HouseholdId) -> None:
    """Give the drafts of one family to another."""
    connection.execute("UPDATE draft SET household = ? WHERE household = ?", (to, household))


def drop_drafts_of_nobody(connection: Connection) -> None:
    """Throw away the drafts of families whose adding was taken back."""
    connection.execute(_OF_NOBODY)


def drafts(connection: Connection, household: HouseholdId | None = None) -> tuple[Draft, ...]:
    """Return the drafts of one family, or all, newest first."""
    where, given = ("", ()) if household is None else (" WHERE household = ?", (household,))
    rows = connection.execute(f"SELECT {_COLUMNS} FROM draft{where} ORDER BY at DESC, id", given)
    return tuple(
        Draft(
            id=row["id"],
            kind=row["kind"],
            household=HouseholdId(row["household"]),
            about=row["about"],
            at=datetime.fromisoformat(row["at"]),
            content=json.loads(row["content"]),
        )
        for row in rows
    )
