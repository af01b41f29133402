"""Shapes the picture is made of, before they become SVG or PDF; lengths in scene units, y down."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents.icon_paths import Step, Steps
from app.family_map.picture import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A path. Colours are hex or None for not filled or not stroked; `dash` in scene units."""

    steps: Steps
    fill: str | None = None
    opacity: float = 1.0
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text; `y` is its baseline, `anchor` start or middle."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False
    anchor: str = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Shapes that stand for one thing, and that thing in words."""

    about: str
    shapes: tuple[Drawn | Words, ...]


def dashes(pattern: Sequence[float], width: float) -> tuple[float, ...]:
    """Return a pattern given in pen widths as lengths."""
    return tuple(round(part * width, 2) for part in pattern)


def rounded(points: Sequence[Point], radius: float, *, closed: bool = False) -> Steps:
    """Return straight pieces joined by round corners."""
    if len(points) < 2:
        return ()
    count = len(points)
    steps: list[Step] = []
    bends = range(count) if closed else range(1, count - 1)
    if not closed:
        steps.append(("M", points[0]))
    for at in bends:
        before, corner, after = points[at - 1], points[at], points[(at + 1) % count]
        reach = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        start, end = _towards(corner, before, reach), _towards(corner, after, reach)
        steps.append(("L" if steps else "M", start))
        one, two = _towards(corner, before, reach * 0.45), _towards(corner, after, reach * 0.45)
        steps.append(("C", (*one, *two, *end)))
    steps.append(("Z", ()) if closed else ("L", points[-1]))
    return tuple(steps)


def along(points: Sequence[Point], share: float) -> tuple[Point, Point]:
    """Return the place a share of the way along a line, and the direction there."""
    lengths = [_length(points[at], points[at + 1]) for at in range(len(points) - 1)]
    left = sum(lengths) * share
    for at, length in enumerate(lengths):
        if left <= length and length > 0:
            one, other = points[at], points[at + 1]
            part = left / length
            place = (
                one[0] + (other[0] - one[0]) * part,
                one[1] + (other[1] - one[1]) * part,
            )
            return place, ((other[0] - one[0]) / length, (other[1] - one[1]) / length)
        left -= length
    return points[-1], (1.0, 0.0)


def slashes(points: Sequence[Point], count: int) -> Iterator[Steps]:
    """Yield short strokes across a line, away from its middle, where children may hang."""
    (x, y), (ux, uy) = along(points, 0.78)
    for nth in range(count):
        shift = (nth - (count - 1) / 2) * 6
        cx, cy = x + ux * shift, y + uy * shift
        dx, dy = ux * 3 - uy * 7, uy * 3 + ux * 7
        yield (("M", (cx - dx, cy - dy)), ("L", (cx + dx, cy + dy)))


def _length(one: Point, other: Point) -> float:
    return math.hypot(one[0] - other[0], one[1] - other[1])


def _towards(start: Point, goal: Point, way: float) -> Point:
    length = _length(start, goal)
    if length == 0:
        return start
    return (
        start[0] + (goal[0] - start[0]) * way / length,
        start[1] + (goal[1] - start[1]) * way / length,
    )
