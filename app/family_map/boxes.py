"""Boxes, and the line round the union of several."""

from __future__ import annotations

from dataclasses import dataclass

from app.family_map.picture import Point


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, foot."""

    left: float
    top: float
    right: float
    foot: float


def walk_round(boxes: list[Box]) -> tuple[Point, ...]:
    """Return the edge of the union of boxes, clockwise from the top left, as corners only."""
    if not boxes:
        return ()
    xs = sorted({b.left for b in boxes} | {b.right for b in boxes})
    ys = sorted({b.top for b in boxes} | {b.foot for b in boxes})
    column = {value: at for at, value in enumerate(xs)}
    line = {value: at for at, value in enumerate(ys)}
    full: set[tuple[int, int]] = set()
    for box in boxes:
        for i in range(column[box.left], column[box.right]):
            for j in range(line[box.top], line[box.foot]):
                full.add((i, j))
    ahead: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in full:
        for empty, start, end in (
            ((i, j - 1), (i, j), (i + 1, j)),
            ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
            ((i, j + 1), (i + 1, j + 1), (i, j + 1)),
            ((i - 1, j), (i, j + 1), (i, j)),
        ):
            if empty not in full:
                ahead.setdefault(start, []).append(end)
    corner = min(ahead, key=lambda point: (point[1], point[0]))
    path = [corner]
    step = (1, 0)
    while True:
        here = path[-1]
        # Where two boxes meet in a corner only, turning right keeps the walk on the same box.
        nexts = sorted(
            ahead[here],
            key=lambda p: _turn(step, (p[0] - here[0], p[1] - here[1])),
        )
        there = nexts[0]
        ahead[here].remove(there)
        step = (there[0] - here[0], there[1] - here[1])
        if there == corner:
            break
        path.append(there)
    points = [(xs[i], ys[j]) for i, j in path]
    return tuple(
        point
        for at, point in enumerate(points)
        if not _straight(points[at - 1], point, points[(at + 1) % len(points)])
    )


def _turn(step: tuple[int, int], then: tuple[int, int]) -> int:
    """Order of turns: right, straight, left, back."""
    cross = step[0] * then[1] - step[1] * then[0]
    return -cross if cross else (0 if step == then else 2)


def _straight(one: Point, middle: Point, other: Point) -> bool:
    return one[0] == middle[0] == other[0] or one[1] == middle[1] == other[1]
