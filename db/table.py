"""Rows to entities and back: one mapping, led by the fields of the frozen dataclasses.

A table has `n INTEGER PRIMARY KEY` and then one column for each field, of the same name and in
the same order. Simple values are columns a query can use; a nested value is kept as JSON text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from sqlite3 import Connection, Row
from typing import Any, Generic, TypeVar, get_args, get_origin

from app.domain.agency import Agency, Involvement, Professional, Team
from app.domain.consent import Competence, Consent, Limit
from app.domain.dates import PartialDate
from app.domain.home import Home, Stay
from app.domain.household import Household, Office
from app.domain.ids import HouseholdId
from app.domain.judgement import Dismissal, NotTheSame
from app.domain.person import Person
from app.domain.plain import bare, plain, read, types_of
from app.domain.plan import Action, Goal, Meeting, Need, Review, ScaleMark
from app.domain.practice import Practice
from app.domain.proof import Confirmation, DrawnSignature
from app.domain.reach import ContactPoint, Flag, Identifier
from app.domain.relationship import Relationship
from app.domain.responsibility import Order, Responsibility
from app.domain.restricted import Restricted
from app.domain.sharing import Ground, Paper, Ruling, ShareRequest
from app.domain.visit import Note, Visit

T = TypeVar("T")
Coder = Callable[[Any], Any]

TABLES: dict[type, str] = {
    Office: "office",
    Agency: "agency",
    Team: "team",
    Professional: "professional",
    Household: "household",
    Person: "person",
    Identifier: "identifier",
    ContactPoint: "contact_point",
    Flag: "flag",
    Home: "home",
    Stay: "stay",
    Relationship: "relationship",
    Order: "court_order",
    Responsibility: "responsibility",
    Involvement: "involvement",
    Visit: "visit",
    Note: "note",
    Competence: "competence",
    Consent: "consent",
    Limit: "agreed_limit",
    DrawnSignature: "drawn_signature",
    Confirmation: "confirmation",
    Ruling: "ruling",
    Ground: "ground",
    ShareRequest: "share_request",
    Paper: "paper",
    Need: "need",
    Goal: "goal",
    ScaleMark: "scale_mark",
    Action: "plan_action",
    Review: "plan_review",
    Meeting: "meeting",
    Dismissal: "dismissal",
    NotTheSame: "not_the_same",
    Restricted: "restricted",
    Practice: "practice",
}
SHARED_TABLES = frozenset({"office", "agency", "team", "professional"})


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How one kind of entity is kept: its statements, written once, and its coders."""

    kind: type[T]
    table: str
    names: tuple[str, ...]
    encoders: tuple[Coder, ...]
    decoded: tuple[tuple[str, Coder], ...]  # the fields that are not kept as they are
    insert: str
    update: str
    select: str

    def row(self, item: T) -> list[Any]:
        """Return the column values of an entity, in field order."""
        return [
            encode(getattr(item, name))
            for name, encode in zip(self.names, self.encoders, strict=True)
        ]

    def item(self, row: Row) -> T:
        """Return the entity in a row that `select` found."""
        values = dict(zip(self.names, row, strict=True))
        for name, decode in self.decoded:
            values[name] = decode(values[name])
        return self.kind(**values)


def shape_of(kind: type[T]) -> Shape[T]:
    """Work out how a kind of entity is kept."""
    table = TABLES[kind]
    types = types_of(kind)
    names = tuple(types)
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    sets = ", ".join(f'"{name}" = ?' for name in names if name != "id")
    return Shape(
        kind=kind,
        table=table,
        names=names,
        encoders=tuple(_encoder(types[name]) for name in names),
        decoded=tuple(
            (name, decode)
            for name, decode in ((name, _decoder(types[name])) for name in names)
            if decode is not _as_it_is
        ),
        insert=f'INSERT INTO "{table}" ({columns}) VALUES ({marks})',
        update=f'UPDATE "{table}" SET {sets} WHERE id = ?',
        select=f'SELECT {columns} FROM "{table}"',
    )


class SqlKept(Generic[T]):
    """The `app.ports.Kept` of an open store, for one kind of entity."""

    def __init__(self, connection: Connection, shape: Shape[T]) -> None:
        self._connection = connection
        self._shape = shape

    def add(self, item: T) -> None:
        """Keep a new record."""
        self._connection.execute(self._shape.insert, self._shape.row(item))

    def change(self, item: T) -> None:
        """Keep `item` in place of the record with the same id; KeyError when there is none."""
        row = self._shape.row(item)
        where = self._shape.names.index("id")
        values = row[:where] + row[where + 1 :] + [row[where]]
        if self._connection.execute(self._shape.update, values).rowcount != 1:
            raise KeyError(row[where])

    def remove(self, id_: str) -> None:
        """Take the record away; KeyError when there is none."""
        statement = f'DELETE FROM "{self._shape.table}" WHERE id = ?'
        if self._connection.execute(statement, (id_,)).rowcount != 1:
            raise KeyError(id_)

    def find(self, id_: str) -> T | None:
        """Return the record with this id, or None."""
        row = self._connection.execute(f"{self._shape.select} WHERE id = ?", (id_,)).fetchone()
        return None if row is None else self._shape.item(row)

    def of(self, household: HouseholdId) -> tuple[T, ...]:
        """Return the household's records, in the order they were kept."""
        rows = self._connection.execute(
            f"{self._shape.select} WHERE household = ? ORDER BY n", (household,)
        )
        return tuple(self._shape.item(row) for row in rows)

    def within(
        self, field: str, first: str, last: str, *, still: Mapping[str, str | None] | None = None
    ) -> tuple[T, ...]:
        """Return the records whose `field` lies between two texts, both included, in its order.

        `still` names fields with what they must hold. It is written into the statement, as only
        then an index of those alone is used.
        """
        held = dict(still or {})
        self._check(field, *held)
        more = "".join(f' AND "{name}" {_holding(value)}' for name, value in held.items())
        rows = self._connection.execute(
            f'{self._shape.select} WHERE "{field}" BETWEEN ? AND ?{more} ORDER BY "{field}", n',
            (first, last),
        )
        return tuple(self._shape.item(row) for row in rows)

    def newest(self, household: HouseholdId, field: str) -> T | None:
        """Return the household's record with the latest `field`, the later kept if two are."""
        self._check(field)
        row = self._connection.execute(
            f'{self._shape.select} WHERE household = ? ORDER BY "{field}" DESC, n DESC LIMIT 1',
            (household,),
        ).fetchone()
        return None if row is None else self._shape.item(row)

    def count(self) -> int:
        """Return how many records of this kind there are."""
        found = self._connection.execute(f'SELECT count(*) FROM "{self._shape.table}"').fetchone()
        return int(found[0])

    def every(self) -> tuple[T, ...]:
        """Return all records of this kind, in the order they were kept."""
        rows = self._connection.execute(f"{self._shape.select} ORDER BY n")
        return tuple(self._shape.item(row) for row in rows)

    def _check(self, *fields: str) -> None:
        for field in fields:
            if field not in self._shape.names:
                raise KeyError(field)


def _holding(value: str | None) -> str:
    return "IS NULL" if value is None else "= '" + value.replace("'", "''") + "'"


def _nested(kind: Any) -> bool:
    kind, _ = bare(kind)
    return get_origin(kind) in (tuple, frozenset) or (
        is_dataclass(kind) and kind is not PartialDate
    )


def _encoder(kind: Any) -> Coder:
    if _nested(kind):
        return lambda value: json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))
    inner, _ = bare(kind)
    if inner is bool:
        return int
    if inner is int:
        return _as_it_is
    return plain


def _decoder(kind: Any) -> Coder:
    if _nested(kind):
        inner, _ = bare(kind)
        empty = _empty_of(inner)
        if get_origin(inner) is tuple and bare(get_args(inner)[0])[0] is str:
            return lambda text: _texts(inner, text)
        return lambda text: empty[1] if text == empty[0] else read(inner, json.loads(text))
    inner, _ = bare(kind)
    if inner is bool:
        return bool
    if inner is date:
        return lambda value: None if value is None else date.fromisoformat(value)
    if inner is datetime:
        return lambda value: None if value is None else datetime.fromisoformat(value)
    if inner is PartialDate:
        return lambda value: None if value is None else PartialDate.read(value)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        known = {str(member.value): member for member in inner}  # quicker than calling the enum
        return lambda value: None if value is None else known.get(value) or inner(value)
    return _as_it_is


def _texts(kind: Any, text: str) -> object:
    """Return a tuple of texts: ids mostly, and there are thousands in a long record."""
    found = json.loads(text)
    if type(found) is list and all(type(one) is str for one in found):
        return tuple(found)
    return read(kind, found)


def _empty_of(kind: Any) -> tuple[str, object]:
    """Return the text and the value of "nothing there", by far the commonest nested value."""
    if is_dataclass(kind):
        whole: Any = kind
        return "{}", whole()
    return ("[]", () if get_origin(kind) is tuple else frozenset())


def _as_it_is(value: Any) -> Any:
    return value


SHAPES: dict[type, Shape[Any]] = {kind: shape_of(kind) for kind in TABLES}
