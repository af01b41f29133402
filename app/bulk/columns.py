"""Which columns a list can have, and which column of a file is probably which of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class ListKind(StrEnum):
    """What a list holds."""

    PEOPLE = "people"
    AGENCIES = "agencies"
    PRACTICES = "practices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One thing that a line of a list can say."""

    key: str
    needed: bool = False
    named: frozenset[str] = frozenset()  # headings that mean it, tidied


Columns = Mapping[ListKind, tuple[Column, ...]]
Places = Mapping[str, int]  # which cell of a line says it


def read_columns(data: Mapping[str, Any]) -> Columns:
    """Return the columns of each kind of list; a practice list has none, its places are fixed."""
    return {
        kind: tuple(
            Column(
                key=key,
                needed=entry.get("needed", False),
                named=frozenset(_tidy(name) for name in entry["named"]),
            )
            for key, entry in data.get(kind, {}).items()
        )
        for kind in ListKind
    }


def guess_places(headings: tuple[str, ...], columns: tuple[Column, ...]) -> dict[str, int]:
    """Return which heading probably is which column; each heading is taken once."""
    found: dict[str, int] = {}
    for column in columns:
        for place, heading in enumerate(headings):
            if place not in found.values() and _tidy(heading) in {*column.named, _tidy(column.key)}:
                found[column.key] = place
                break
    return found


def missing_columns(places: Places, columns: tuple[Column, ...]) -> Iterator[str]:
    """Return the columns that are needed and that nothing in the file is taken for."""
    return (c.key for c in columns if c.needed and c.key not in places)


def said_in(cells: tuple[str, ...], places: Places, key: str) -> str:
    """Return what a line says about one thing; "" where it says nothing."""
    place = places.get(key)
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _tidy(heading: str) -> str:
    """Return the letters and figures of a heading, without case."""
    return "".join(character for character in heading.casefold() if character.isalnum())
