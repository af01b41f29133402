"""What a family line is before heights are known: stops that hang on tiles, rows or rails.

A stop is a sideways place and what its height hangs on. A rail is a level piece in the corridor
above a row; corridors are numbered like the row below them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from app.family_map.family import ChildKind, CoupleKind
from app.family_map.picture import LineKind

LETTERS = {
    ChildKind.BIRTH: "",
    ChildKind.ADOPTED: "A",
    ChildKind.FOSTER: "F",
    ChildKind.STEP: "S",
    ChildKind.KINSHIP: "KC",
    ChildKind.GUARDIAN: "SG",
}


class Hang(Enum):
    """What a stop's height hangs on."""

    TOP = "top of a person's tile"
    FOOT = "foot of a person's tile"
    MIDDLE = "middle of a row"
    RAIL = "a rail"


Stop = tuple[float, Hang, int]


@dataclass(slots=True)
class Rail:
    """A level piece of a line, with the places where lines leave it upwards and downwards."""

    corridor: int
    ups: list[float]
    downs: list[float]
    below: int | None = None  # a rail of the same corridor this one hangs from
    track: int = 0

    def ends(self) -> tuple[float, float]:
        """Return the leftmost and the rightmost place on it."""
        places = self.ups + self.downs
        return min(places), max(places)


@dataclass(slots=True)
class Way:
    """A line to be drawn once heights are known."""

    kind: LineKind
    ends: tuple[int, ...]
    stops: list[Stop]
    couple: CoupleKind | None = None
    child: ChildKind | None = None
    letter: str = ""
    letter_at: tuple[float, int] | None = None  # sideways place, corridor


@dataclass(slots=True)
class Ways:
    """All family lines and the rails they run on."""

    rails: list[Rail] = field(default_factory=list)
    lines: list[Way] = field(default_factory=list)
