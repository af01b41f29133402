"""The outline round each home: members only, in one piece, without holes.

A home is a handful of boxes: one round each run of neighbours who are members, joined through the
corridors, where no tile stands. Their union is walked round once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from app.family_map.boxes import Box, walk_round
from app.family_map.kin import Kin
from app.family_map.levels import HEAD, Levels
from app.family_map.picture import Point
from app.family_map.sizes import Sizes

PADS = (18.0, 12.0, 6.0)  # homes that share a member keep different distances from it
NECK = (6.0, 19.0)  # a neck's top and foot, measured from the tiles above it
THROUGH = 120.0  # a way round the end of a row may be this much longer than one through it
FLUSH = 30.0  # edges of boxes in neighbouring rows nearer than this are drawn as one
TUCK = 5.0  # and where nearer than this, by drawing the wider one in
NARROW = 40.0  # boxes that overlap less than this sideways are joined by a neck

Pick = Callable[[tuple[float, float]], float]


@dataclass(frozen=True, slots=True)
class HomeShape:
    """What is known of a home before heights: its distance from tiles, its first row, its head."""

    pad: float
    first_row: int
    head: float  # from the tiles of its first row up to its top edge
    runs: tuple[tuple[int, tuple[int, ...]], ...]  # row, neighbours from left to right


def home_shapes(kin: Kin, rows: list[int], order: list[list[int]], sizes: Sizes) -> list[HomeShape]:
    """Return the shape of every home; a home without members has no runs."""
    nest = _nesting(kin)
    first = [min((rows[i] for i in members), default=0) for members in kin.homes]
    shapes = []
    for at, members in enumerate(kin.homes):
        pad = PADS[min(nest[at], len(PADS) - 1)]
        inside = sum(
            1
            for other, theirs in enumerate(kin.homes)
            if nest[other] > nest[at] and first[other] == first[at] and set(members) & set(theirs)
        )
        runs: list[tuple[int, tuple[int, ...]]] = []
        for row, line in enumerate(order):
            run: list[int] = []
            for person in [*line, -1]:
                if person in members:
                    run.append(person)
                elif run:
                    runs.append((row, tuple(run)))
                    run = []
        head = pad / 2 + (sizes.label_height + 4) * (1 + inside)
        shapes.append(HomeShape(pad, first[at], head, tuple(runs)))
    return shapes


def outline_of(
    shape: HomeShape,
    order: list[list[int]],
    x: list[float],
    levels: Levels,
    sizes: Sizes,
    spread: dict[int, float],
) -> tuple[tuple[Point, ...], tuple[Box, ...]]:
    """Return a home's outline, clockwise from its top left, and the boxes that hold members."""
    half = sizes.person_width / 2
    boxes: list[Box] = []
    for row, run in shape.runs:
        top = shape.head if row == shape.first_row else min(shape.pad, HEAD - 1)
        wider = spread.get(run[-1], 0.0) if row == shape.first_row else 0.0
        boxes.append(
            Box(
                x[run[0]] - half - shape.pad,
                levels.row_top[row] - top,
                x[run[-1]] + half + shape.pad + wider,
                levels.row_foot[row] + shape.pad,
            )
        )
    boxes = _flush(shape, boxes, order, x, sizes)
    joins = _joins(shape, boxes, order, x, levels, sizes)
    return walk_round([*boxes, *joins]), tuple(boxes)


def _flush(
    shape: HomeShape, boxes: list[Box], order: list[list[int]], x: list[float], sizes: Sizes
) -> list[Box]:
    """Make edges that nearly meet meet, so that outlines have no tiny steps."""
    half = sizes.person_width / 2
    room: list[tuple[float, float]] = []
    for row, run in shape.runs:
        at = [x[i] for i in order[row]]
        lefts = [place + half for place in at if place < x[run[0]]]
        rights = [place - half for place in at if place > x[run[-1]]]
        room.append((max(lefts, default=-1e9) + 10, min(rights, default=1e9) - 10))
    result = list(boxes)
    for one, (row, _) in enumerate(shape.runs):
        for other, (next_row, _) in enumerate(shape.runs):
            if next_row != row + 1:
                continue
            left_edges = (result[one].left, result[other].left)
            left = _shared(left_edges, min, max, outer=shape.pad == PADS[0])
            if left is not None and left >= max(room[one][0], room[other][0]):
                result[one] = replace(result[one], left=left)
                result[other] = replace(result[other], left=left)
            right_edges = (result[one].right, result[other].right)
            right = _shared(right_edges, max, min, outer=shape.pad == PADS[0])
            if right is not None and right <= min(room[one][1], room[other][1]):
                result[one] = replace(result[one], right=right)
                result[other] = replace(result[other], right=right)
    return result


def _shared(
    edges: tuple[float, float], wider: Pick, narrower: Pick, *, outer: bool
) -> float | None:
    """One edge for two boxes whose edges are near; inner homes must not grow into outer ones."""
    apart = abs(edges[0] - edges[1])
    if apart <= TUCK:
        return narrower(edges)
    return wider(edges) if outer and apart < FLUSH else None


def _nesting(kin: Kin) -> list[int]:
    """Homes that share somebody get different numbers, bigger homes the outer ones."""
    nest = [0] * len(kin.homes)
    by_size = sorted(range(len(kin.homes)), key=lambda h: (-len(kin.homes[h]), h))
    for nth, at in enumerate(by_size):
        taken = {
            nest[other] for other in by_size[:nth] if set(kin.homes[at]) & set(kin.homes[other])
        }
        while nest[at] in taken:
            nest[at] += 1
    return nest


def _joins(
    shape: HomeShape,
    boxes: list[Box],
    order: list[list[int]],
    x: list[float],
    levels: Levels,
    sizes: Sizes,
) -> list[Box]:
    """Boxes in the corridors that tie the runs together as a tree, so that no hole is left."""
    piece = list(range(len(boxes)))
    joins: list[Box] = []

    def link(one: int, other: int, found: list[Box]) -> None:
        gone, kept = piece[other], piece[one]
        for at, value in enumerate(piece):
            if value == gone:
                piece[at] = kept
        joins.extend(found)

    rows = sorted({row for row, _ in shape.runs})
    runs_on = {row: [at for at, run in enumerate(shape.runs) if run[0] == row] for row in rows}
    for upper, lower in pairwise(rows):
        if lower != upper + 1:
            continue
        for one in runs_on[upper]:
            for other in runs_on[lower]:
                left = max(boxes[one].left, boxes[other].left)
                right = min(boxes[one].right, boxes[other].right)
                if right - left >= NARROW and piece[one] != piece[other]:
                    link(one, other, [Box(left, boxes[one].foot, right, boxes[other].top)])
    pairs = [
        (
            _apart(boxes[one], boxes[other])
            + 4000 * abs(shape.runs[one][0] - shape.runs[other][0]),
            one,
            other,
        )
        for one in range(len(boxes))
        for other in range(one + 1, len(boxes))
    ]
    for _, one, other in sorted(pairs):
        if piece[one] != piece[other]:
            link(one, other, _neck(shape, boxes, one, other, order, x, levels, sizes))
    return joins


def _apart(one: Box, other: Box) -> float:
    return max(0.0, max(one.left, other.left) - min(one.right, other.right))


def _neck(
    shape: HomeShape,
    boxes: list[Box],
    one: int,
    other: int,
    order: list[list[int]],
    x: list[float],
    levels: Levels,
    sizes: Sizes,
) -> list[Box]:
    """A narrow way under the tiles from one run to another, past the rows between."""
    upper, lower = shape.runs[one][0], shape.runs[other][0]
    start, goal = boxes[one], boxes[other]
    wide = NECK[1] - NECK[0]
    at = min(max((goal.left + goal.right) / 2, start.left + wide), start.right - wide)
    joins: list[Box] = []
    for row in range(upper, max(lower, upper + 1)):
        top, foot = levels.row_foot[row] + NECK[0], levels.row_foot[row] + NECK[1]
        if upper == lower:
            aim = min(max(at, goal.left + wide), goal.right - wide)
            end = goal.foot
        elif row + 1 == lower:
            aim = min(max(at, goal.left + wide), goal.right - wide)
            end = goal.top
        else:
            aim = _free_place(order[row + 1], x, at, sizes)
            end = levels.row_foot[row + 1] + NECK[1]
        joins.append(Box(min(at, aim) - wide / 2, top, max(at, aim) + wide / 2, foot))
        reach = (min(top, end), max(foot, end))
        joins.append(Box(aim - wide / 2, reach[0], aim + wide / 2, reach[1]))
        joins.append(Box(at - wide / 2, min(start.foot, top), at + wide / 2, foot))
        start = Box(aim - wide / 2, top, aim + wide / 2, end)
        at = aim
    return joins


def _free_place(line: list[int], x: list[float], aim: float, sizes: Sizes) -> float:
    half = sizes.person_width / 2
    between = [(x[one] + x[other]) / 2 for one, other in pairwise(line)]
    outside = [x[line[0]] - half - 30, x[line[-1]] + half + 30]
    worth = [(abs(place - aim) + THROUGH, place) for place in between]
    worth += [(abs(place - aim), place) for place in outside]
    return min(worth)[1]
