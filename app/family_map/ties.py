"""The sharing lines from people to their agencies, and the heights of the agencies.

A sharing line leaves a person at the foot of the tile, runs along a lane under that row to the edge
of the people, follows a channel up or down, and ends on the agency beside its badge.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from app.family_map.channels import channels_of, ends_of
from app.family_map.columns import Columns, Tie, tall
from app.family_map.levels import HEAD, Levels
from app.family_map.places import pooled
from app.family_map.ports import Ports
from app.family_map.sizes import Sizes

FOOT = "FOOT"


def ask_ports(columns: Columns, ports: Ports) -> None:
    """Ask for a place at the foot of a tile for every sharing line."""
    for side, sign in ((0, -1), (1, 1)):
        seat = {agency: at for at, agency in enumerate(columns.sides[side])}
        for tie in columns.of_side(side):
            # The outermost port has the highest `toward`; it must go to the topmost agency.
            toward = -float(seat[tie.agency]) - tie.nth / 10000
            ports.ask(tie.person, FOOT, ("tie", tie.nth), toward, side=sign)


def lanes_of(
    columns: Columns, rows: list[int], ports: Ports, sizes: Sizes
) -> tuple[dict[int, int], list[int]]:
    """Return the lane of each tie under its row, and how many lanes each row needs."""
    lanes: dict[int, int] = {}
    counts = [0] * (max(rows, default=-1) + 1)
    for row in range(len(counts)):
        here = [tie for tie in columns.ties if rows[tie.person] == row]
        for group in columns.seen_together(here):
            _give_lanes(columns, group, ports, sizes, lanes)
            counts[row] = max(counts[row], *(lanes[tie.nth] + 1 for tie in group))
    return lanes, counts


@dataclass(frozen=True, slots=True)
class TieLine:
    """A finished sharing line: its corners, from the person, and the middle of its badge."""

    nth: int
    points: tuple[tuple[float, float], ...]
    badge: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Agency tiles as number to (left, top), and all sharing lines."""

    tiles: dict[int, tuple[float, float]]
    lines: tuple[TieLine, ...]


def draw_ties(
    columns: Columns,
    rows: list[int],
    lanes: dict[int, int],
    ports: Ports,
    levels: Levels,
    edges: tuple[float, float],
    sizes: Sizes,
) -> Drawn:
    """Place the columns beside `edges` (the outermost left and right of the people)."""
    tiles: dict[int, tuple[float, float]] = {}
    lines: list[TieLine] = []
    for side, sign in ((0, -1.0), (1, 1.0)):
        mine = columns.of_side(side)
        start = {tie.nth: levels.lane(rows[tie.person], lanes[tie.nth]) for tie in mine}
        tops = _tops(columns, side, mine, start, levels, sizes)
        ends: dict[int, float] = {}
        channel: dict[int, int] = {}
        count = 0
        for group in columns.seen_together(mine):
            begin = {tie.nth: start[tie.nth] for tie in group}
            reach = ends_of(columns.sides[side], columns.heights, group, begin, tops, sizes)
            taken, most = channels_of(group, begin, reach)
            ends.update(reach)
            channel.update(taken)
            count = max(count, most)
        first = edges[side] + sign * sizes.aside
        near = first + sign * ((count - 1) * sizes.lane if count else 0)
        near += sign * (sizes.stub + sizes.bend if count else sizes.bend)
        for agency in columns.sides[side]:
            tiles[agency] = (near if sign > 0 else near - sizes.agency_width, tops[agency])
        for tie in mine:
            out = ports.at(tie.person, FOOT, ("tie", tie.nth))
            over = first + sign * channel[tie.nth] * sizes.lane
            foot = levels.row_foot[rows[tie.person]]
            level, end = start[tie.nth], ends[tie.nth]
            lines.append(
                TieLine(
                    tie.nth,
                    ((out, foot), (out, level), (over, level), (over, end), (near, end)),
                    (near - sign * (sizes.stub / 2), end),
                )
            )
    lines.sort(key=lambda line: line.nth)
    return Drawn(tiles, tuple(lines))


def _give_lanes(
    columns: Columns, group: list[Tie], ports: Ports, sizes: Sizes, lanes: dict[int, int]
) -> None:
    """Give lines of one row that are seen together a lane each, so that none lie on another."""
    at = {tie.nth: ports.at(tie.person, FOOT, ("tie", tie.nth)) for tie in group}
    rightward = sorted((n for t in columns.of_side(1) if (n := t.nth) in at), key=lambda n: -at[n])
    leftward = sorted((n for t in columns.of_side(0) if (n := t.nth) in at), key=lambda n: at[n])
    for lane, nth in enumerate(rightward):
        lanes[nth] = lane
    lane = -1
    for nth in leftward:
        lane += 1
        while lane < len(rightward) and at[rightward[lane]] < at[nth] + sizes.lane:
            lane += 1
        lanes[nth] = lane


def _tops(
    columns: Columns,
    side: int,
    mine: list[Tie],
    start: dict[int, float],
    levels: Levels,
    sizes: Sizes,
) -> dict[int, float]:
    column = columns.sides[side]
    if not column:
        return {}
    wanted: list[float] = []
    force: list[float] = []
    for agency in column:
        heights = [start[tie.nth] for tie in mine if tie.agency == agency]
        wanted.append(sum(heights) / len(heights) if heights else levels.bottom / 2)
        force.append(float(len(heights)) or 0.1)
    apart = [
        (columns.heights[a] + columns.heights[b]) / 2 + sizes.agency_gap
        for a, b in pairwise(column)
    ]
    middles = pooled(wanted, force, apart)
    if columns.one_at_a_time:
        first, last = columns.heights[column[0]] / 2, columns.heights[column[-1]] / 2
        middles = _within(middles, apart, _room(columns, levels, sizes), first, last)
    top = middles[0] - columns.heights[column[0]] / 2
    foot = middles[-1] + columns.heights[column[-1]] / 2
    # The column may hang over the foot of the people only when it is taller than they are.
    over = 0.0 if columns.one_at_a_time else max(0.0, foot - max(levels.bottom, foot - top))
    middles = [value - over for value in middles]
    return {
        agency: float(round(middle - columns.heights[agency] / 2))
        for agency, middle in zip(column, middles, strict=True)
    }


def _room(columns: Columns, levels: Levels, sizes: Sizes) -> tuple[float, float]:
    """The top and the foot both columns keep to: those of the people unless they are taller."""
    tallest = max(tall(column, columns.heights, sizes) for column in columns.sides)
    foot = levels.bottom - HEAD
    over = max(0.0, tallest - foot) / 2
    return -over, foot + over


def _within(
    middles: list[float],
    apart: list[float],
    room: tuple[float, float],
    first: float,
    last: float,
) -> list[float]:
    """Push tiles that stand apart already into the room; `first` and `last` are half heights."""
    offsets = [0.0, *accumulate(apart)]
    low, high = room[0] + first, room[1] - last - offsets[-1]
    return [
        min(max(middle - offset, low), high) + offset
        for middle, offset in zip(middles, offsets, strict=True)
    ]
