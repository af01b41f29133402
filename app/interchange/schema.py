"""The JSON Schema of think-family/1, worked out from the entities themselves.

`python -m app.interchange.schema` prints it; a test keeps `resources/interchange` equal to it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, get_args, get_origin

from app.domain.dates import PartialDate
from app.domain.household import Household, Office
from app.domain.plain import bare, default_of, types_of
from app.interchange.parts import FORMAT, HOUSEHOLD_PARTS, SHARED_PARTS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PARTLY = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?( [AEU]{3})?$"


def schema() -> dict[str, Any]:
    """Return the whole schema."""
    household = _object(Household, leave_out=("household",))
    for part, kind in HOUSEHOLD_PARTS.items():
        household["properties"][part] = _list_of(kind)
    properties: dict[str, Any] = {"format": {"const": FORMAT}, "office": _object(Office)}
    for part, kind in SHARED_PARTS.items():
        properties[part] = _list_of(kind)
    properties["households"] = {"type": "array", "items": household}
    return {
        "$schema": DIALECT,
        "title": "think-family/1",
        "description": "Everything a store keeps about households, with the agencies they share. "
        "A field that is left out holds its default.",
        "type": "object",
        "properties": properties,
        "required": ["format", "households"],
        "additionalProperties": False,
    }


def schema_text() -> str:
    """Return the schema as it is checked in."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _list_of(kind: type) -> dict[str, Any]:
    return {"type": "array", "items": _object(kind, leave_out=("household",))}


def _object(kind: Any, leave_out: tuple[str, ...] = ()) -> dict[str, Any]:
    types = types_of(kind)
    kept = [field for field in fields(kind) if field.name not in leave_out]
    required = [field.name for field in kept if _required(field)]
    found: dict[str, Any] = {
        "type": "object",
        "properties": {field.name: _value(types[field.name]) for field in kept},
        "additionalProperties": False,
    }
    if required:
        found["required"] = required
    return found


def _required(field: Any) -> bool:
    return type(default_of(field)).__name__ == "_MISSING_TYPE"


def _value(kind: Any) -> dict[str, Any]:
    inner, may_be_none = bare(kind)
    found = _single(inner)
    return {"anyOf": [found, {"type": "null"}]} if may_be_none else found


def _single(kind: Any) -> dict[str, Any]:
    if get_origin(kind) in (tuple, frozenset):
        found = {"type": "array", "items": _value(get_args(kind)[0])}
        return found | ({"uniqueItems": True} if get_origin(kind) is frozenset else {})
    if kind is PartialDate:
        return {"type": "string", "pattern": PARTLY}
    if is_dataclass(kind):
        return _object(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": list(kind)}
    plain_types: dict[Any, dict[str, Any]] = {
        bool: {"type": "boolean"},
        int: {"type": "integer", "minimum": 0, "maximum": 1_000_000},
        date: {"type": "string", "pattern": DAY},
        datetime: {"type": "string", "format": "date-time"},
    }
    return plain_types.get(kind, {"type": "string"})


if __name__ == "__main__":
    sys.stdout.write(schema_text())
