"""Records to plain JSON values and back, led by the fields of the dataclasses themselves.

The interchange file and the nested columns of the store both use it, so a field is said once.
Fields that hold their default are left out; a frozen set becomes a sorted list.
"""

from __future__ import annotations

import types
from collections.abc import Hashable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from app.domain.dates import PartialDate

T = TypeVar("T")
Plain = dict[str, Any] | list[Any] | str | int | bool | None


class NotPlain(ValueError):
    """A plain value does not fit its type; `path` says where, `wanted` what would fit."""

    def __init__(self, path: str, wanted: str) -> None:
        super().__init__(f"{path}: {wanted}")
        self.path = path
        self.wanted = wanted


def plain(value: object) -> Plain:
    """Return `value` as JSON can hold it."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, PartialDate):
        return value.text()
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted((plain(item) for item in value), key=str)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        return {
            field.name: plain(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != default_of(field)
        }
    raise TypeError(f"{type(value).__name__} has no plain form")


def read(kind: type[T], value: object, path: str = "") -> T:
    """Return the record that `value` stands for; raises NotPlain with the first misfit."""
    return cast("T", _read(kind, value, path))


def types_of(kind: type) -> dict[str, Any]:
    """Return the resolved type of each field, in order."""
    return _types_of(cast("Hashable", kind))


def default_of(field: Field[Any]) -> object:
    """Return a field's default; a field without one gets a value nothing equals."""
    if field.default is not MISSING:
        return field.default
    if field.default_factory is not MISSING:
        return field.default_factory()
    return MISSING


def bare(kind: Any) -> tuple[Any, bool]:
    """Return a type without `| None` and without NewType, and whether None is allowed."""
    if isinstance(kind, NewType):
        return bare(kind.__supertype__)
    if get_origin(kind) in (Union, types.UnionType):
        inner = [part for part in get_args(kind) if part is not type(None)]
        if len(inner) == 1 and len(get_args(kind)) == 2:
            return bare(inner[0])[0], True
        raise TypeError(f"{kind} is not supported: one type, or one type or None")
    return kind, False


@cache
def _types_of(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _read(kind: Any, value: object, path: str) -> object:
    kind, may_be_none = bare(kind)
    if value is None:
        if may_be_none:
            return None
        raise NotPlain(path, "a value")
    origin = get_origin(kind)
    if origin in (tuple, frozenset):
        if not isinstance(value, list):
            raise NotPlain(path, "a list")
        inner = get_args(kind)[0]
        items = [_read(inner, item, f"{path}[{n}]") for n, item in enumerate(value)]
        return tuple(items) if origin is tuple else frozenset(items)
    if is_dataclass(kind) and kind is not PartialDate:
        return _read_record(kind, value, path)
    return _read_single(kind, value, path)


def _read_record(kind: Any, value: object, path: str) -> object:
    if not isinstance(value, dict):
        raise NotPlain(path, "an object")
    known = types_of(kind)
    for name in value:
        if name not in known:
            raise NotPlain(f"{path}.{name}", "no such field; " + ", ".join(known))
    found = {}
    for field in fields(kind):
        if field.name in value:
            found[field.name] = _read(known[field.name], value[field.name], f"{path}.{field.name}")
        elif default_of(field) is MISSING:
            raise NotPlain(f"{path}.{field.name}", "a value")
    return kind(**found)


def _read_single(kind: Any, value: object, path: str) -> object:
    if kind is bool or kind is int:
        if type(value) is kind:
            return value
        raise NotPlain(path, "true or false" if kind is bool else "a whole number")
    if not isinstance(value, str):
        raise NotPlain(path, "text")
    try:
        if kind is date:
            return date.fromisoformat(value)
        if kind is datetime:
            return _aware(datetime.fromisoformat(value))
        if kind is PartialDate:
            return PartialDate.read(value)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return kind(value)
    except ValueError:
        raise NotPlain(path, wanted(kind)) from None
    return value


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs its difference from UTC")
    return moment


def wanted(kind: Any) -> str:
    """Return what a single value may be, for whoever has to mend a file."""
    kind, _ = bare(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "one of " + ", ".join(kind)
    return {
        date: "a date, YYYY-MM-DD",
        datetime: "a moment, YYYY-MM-DDTHH:MM:SS+00:00",
        PartialDate: "YYYY, YYYY-MM or YYYY-MM-DD, with an accuracy code if it is not exact",
        bool: "true or false",
        int: "a whole number",
    }.get(kind, "text")
