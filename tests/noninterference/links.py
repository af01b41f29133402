"""Which entries of a record name which others, and how to take some away and leave no loose end."""

from __future__ import annotations

from dataclasses import Field, fields, replace
from functools import cache
from typing import Any

from app.domain.record import Record

PARTS = tuple(f.name for f in fields(Record) if f.name not in ("household", "office"))
OF = {
    "PersonId": "people",
    "AgencyId": "agencies",
    "HomeId": "homes",
    "OrderId": "orders",
    "ConsentId": "consents",
    "GroundId": "grounds",
    "RequestId": "requests",
    "ProfessionalId": "professionals",
    "TeamId": "teams",
    "GoalId": "goals",
    "CompetenceId": "competences",
}


def list_named(field: Field[Any]) -> str:
    """Return the list whose entries a field names, or nothing."""
    return _list_of(str(field.type))


@cache
def _list_of(kind: str) -> str:
    return next((part for name, part in OF.items() if name in kind), "")


def without(record: Record, gone: set[str]) -> Record:
    """Return the record without some entries, and without what names them and must."""
    while True:
        more: set[str] = set()
        parts: dict[str, Any] = {}
        for part in PARTS:
            items = getattr(record, part)
            kept = [_let_go(item, gone) for item in items if item.id not in gone]
            more |= {old.id for old in items if old.id not in gone} - {
                new.id for new in kept if new is not None
            }
            parts[part] = tuple(item for item in kept if item is not None)
        record, gone = replace(record, **parts), more
        if not more:
            return record


def _let_go(item: Any, gone: set[str]) -> Any:
    """Return an entry that names nothing that is gone, or None where it cannot do without."""
    for field in fields(type(item)):
        if not list_named(field) or field.name == "id":
            continue
        value = getattr(item, field.name)
        if isinstance(value, tuple):
            if gone & set(value):
                item = replace(item, **{field.name: tuple(v for v in value if v not in gone)})
        elif value in gone:
            if "None" not in str(field.type):
                return None
            item = replace(item, **{field.name: None})
    return item
