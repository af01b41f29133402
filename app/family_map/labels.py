"""Where each home's label stands: in the head of its outline, over no line or other label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.family_map.boxes import Box
from app.family_map.outline import HomeShape
from app.family_map.picture import Point
from app.family_map.sizes import Sizes

INSET = 12.0
CLEAR = 5.0

Segment = tuple[float, float, float, float]  # left, top, right, foot


@dataclass(frozen=True, slots=True)
class Spot:
    """A label's place, and how much wider the home would have to be to keep it free of lines."""

    at: Point
    short: float = 0.0


def segments_of(paths: Iterable[Sequence[Point]], *, closed: bool = False) -> list[Segment]:
    """Return the straight pieces of paths as thin boxes."""
    found: list[Segment] = []
    for path in paths:
        points = [*path, path[0]] if closed and path else list(path)
        for (x1, y1), (x2, y2) in pairwise(points):
            found.append((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    return found


def spot_of(
    shape: HomeShape, boxes: Sequence[Box], width: float, busy: list[Segment], sizes: Sizes
) -> Spot:
    """Return the leftmost free place for a label `width` wide; `busy` is what it must not touch."""
    firsts = [box for box, run in zip(boxes, shape.runs, strict=True) if run[0] == shape.first_row]
    for box in firsts:
        middle = box.top + 3 + sizes.label_height / 2
        top, foot = middle - sizes.label_height / 2, middle + sizes.label_height / 2
        near = sorted(
            (s[0] - CLEAR, s[2] + CLEAR)
            for s in busy
            if s[1] < foot and s[3] > top and s[0] < box.right and s[2] > box.left
        )
        left = box.left + INSET
        for low, high in near:
            if left + width <= low:
                break
            if high > left:
                left = high
        if left + width <= box.right - INSET / 2:
            return Spot((left, middle))
        short = left + width - (box.right - INSET / 2)
    return Spot((box.left + INSET, middle), short)


def box_of(spot: Point, width: float, sizes: Sizes) -> Segment:
    """Return the room a placed label takes."""
    x, y = spot
    return (x, y - sizes.label_height / 2, x + width, y + sizes.label_height / 2)
