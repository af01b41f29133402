"""Reads a parsed TOML file of printed words into frozen dataclasses; says what is wrong with it.

Every table and key must be there, no other may be, and every {place} must be one that the
document fills: so a slip in a council's own wording is found when the program starts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Words = TypeVar("Words", bound="DataclassInstance")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Which words these are; the version and its day are printed on every page."""

    version: str
    date: date
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What stands at the foot of every page."""

    form: str
    page: str
    wording: str
    made_up: str


def read_words(
    kind: type[Words], mapping: Mapping[str, object], *, places: frozenset[str], where: str = ""
) -> Words:
    """Return a wording dataclass filled from a table of the same shape.

    `places` are the {names} a sentence may hold. A missing, unknown, empty or wrong value is a
    ValueError that names the key.
    """
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    for key in mapping:
        if key not in names:
            raise ValueError(f"unknown key {_path(where, key)}")
    values: dict[str, object] = {}
    for name in names:
        if name not in mapping:
            raise ValueError(f"missing key {_path(where, name)}")
        values[name] = _value(hints[name], mapping[name], places, _path(where, name))
    return kind(**values)


def pick(table: Mapping[str, str], code: str, what: str) -> str:
    """Return the words for a code; an unknown code is a ValueError that names it."""
    if code not in table:
        raise ValueError(f"no wording for {what} {code!r}")
    return table[code]


def _value(kind: Any, value: object, places: frozenset[str], where: str) -> object:
    if kind is str:
        return _text(value, places, where)
    if kind is date:
        if not isinstance(value, date):
            raise ValueError(f"{where} must be a date")
        return value
    if get_origin(kind) is tuple:
        if not isinstance(value, list) or not value:
            raise ValueError(f"{where} must be a list of sentences")
        return tuple(_text(item, places, where) for item in value)
    if not isinstance(value, Mapping):
        raise ValueError(f"{where} must be a table")
    if is_dataclass(kind) and isinstance(kind, type):
        return read_words(kind, value, places=places, where=where)
    inside = get_args(kind)[1]
    return MappingProxyType(
        {key: _value(inside, item, places, _path(where, key)) for key, item in value.items()}
    )


def _text(value: object, places: frozenset[str], where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{where} must be words")
    try:
        found = [place for _, place, _, _ in Formatter().parse(value) if place is not None]
    except ValueError as trouble:
        raise ValueError(f"{where} has a brace that does not fit") from trouble
    for place in found:
        if place not in places:
            raise ValueError(f"{where} has an unknown place {{{place}}}")
    return value


def _path(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
