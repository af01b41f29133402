"""Agencies in columns left and right of the people, and the sharing lines to them.

A sharing line leaves a person at the foot of the tile, runs along a lane under that row to the edge
of the people, follows a channel up or down, and ends on the agency beside its badge.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from app.family_map.channels import channels_of, ends_of
from app.family_map.family import Family, MapTie
from app.family_map.levels import Levels
from app.family_map.places import pooled
from app.family_map.ports import Ports
from app.family_map.sizes import Sizes, agency_height

FOOT = "FOOT"


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie by number: which person, which agency, and the tie itself."""

    nth: int
    person: int
    agency: int
    tie: MapTie


@dataclass(slots=True)
class Columns:
    """Which agencies stand on which side, top to bottom, and how tall each is."""

    ties: tuple[Tie, ...]
    sides: tuple[list[int], list[int]]
    heights: list[float]
    side_of: dict[int, int] = field(default_factory=dict)

    def of_side(self, side: int) -> list[Tie]:
        """Return the ties that go to one side."""
        return [tie for tie in self.ties if self.side_of[tie.agency] == side]


def columns_of(
    family: Family, number: dict[str, int], rows: list[int], x: list[float], sizes: Sizes
) -> Columns:
    """Share the agencies out between left and right and order each column."""
    agencies = list({a.id: a for a in family.agencies}.values())
    at_agency = {agency.id: at for at, agency in enumerate(agencies)}
    ties = tuple(
        Tie(nth, number[tie.person], at_agency[tie.agency], tie)
        for nth, tie in enumerate(family.ties)
        if tie.person in number and tie.agency in at_agency
    )
    counts = [sum(1 for tie in ties if tie.agency == at) for at in range(len(agencies))]
    heights = [
        agency_height(a.name, a.second_line, counts[at], sizes) for at, a in enumerate(agencies)
    ]
    middle = (min(x) + max(x)) / 2 if x else 0.0
    lean = [
        sum(x[tie.person] - middle for tie in ties if tie.agency == at) / max(1, counts[at])
        for at in range(len(agencies))
    ]
    ordered = sorted(range(len(agencies)), key=lambda at: (lean[at], at))
    cut = min(range(len(ordered) + 1), key=lambda n: (_unbalance(ordered, n, heights, lean), n))
    columns = Columns(ties, (ordered[:cut], ordered[cut:]), heights)
    for side in (0, 1):
        for at in columns.sides[side]:
            columns.side_of[at] = side
    for side in (0, 1):
        _order_column(columns, side, rows, x)
    return columns


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
        at = {
            t.nth: ports.at(t.person, FOOT, ("tie", t.nth))
            for t in columns.ties
            if rows[t.person] == row
        }
        rightward = sorted(
            (n for t in columns.of_side(1) if (n := t.nth) in at), key=lambda n: -at[n]
        )
        leftward = sorted(
            (n for t in columns.of_side(0) if (n := t.nth) in at), key=lambda n: at[n]
        )
        for lane, nth in enumerate(rightward):
            lanes[nth] = lane
        lane = -1
        for nth in leftward:
            lane += 1
            while lane < len(rightward) and at[rightward[lane]] < at[nth] + sizes.lane:
                lane += 1
            lanes[nth] = lane
        counts[row] = max((lanes[nth] + 1 for nth in at), default=0)
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
        ends = ends_of(columns.sides[side], columns.heights, mine, start, tops, sizes)
        channel, count = channels_of(mine, start, ends)
        first = edges[side] + sign * 14
        near = first + sign * ((count - 1) * sizes.lane if count else 0)
        near += sign * (sizes.stub + 10 if count else 10)
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


def _unbalance(ordered: list[int], cut: int, heights: list[float], lean: list[float]) -> float:
    left = sum(heights[at] for at in ordered[:cut])
    right = sum(heights[at] for at in ordered[cut:])
    wrong = sum(max(0.0, lean[at]) for at in ordered[:cut])
    wrong += sum(max(0.0, -lean[at]) for at in ordered[cut:])
    return abs(left - right) + wrong * 0.3


def _order_column(columns: Columns, side: int, rows: list[int], x: list[float]) -> None:
    """Order a column by where its lines come from, then swap neighbours while lines uncross."""
    mine = columns.of_side(side)
    by_lane = sorted(mine, key=lambda t: (rows[t.person], -x[t.person] if side else x[t.person]))
    come = {tie.nth: at for at, tie in enumerate(by_lane)}
    from_: dict[int, list[int]] = {at: [] for at in columns.sides[side]}
    for tie in mine:
        from_[tie.agency].append(come[tie.nth])
    column = columns.sides[side]
    far = len(mine)
    column.sort(key=lambda a: (sum(from_[a]) / len(from_[a]) if from_[a] else far, a))
    for _ in range(len(column)):
        swapped = False
        for at in range(len(column) - 1):
            one, other = column[at], column[at + 1]
            now = sum(1 for i in from_[one] for j in from_[other] if i > j)
            then = sum(1 for i in from_[one] for j in from_[other] if i < j)
            if then < now:
                column[at], column[at + 1] = other, one
                swapped = True
        if not swapped:
            break


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
    top = middles[0] - columns.heights[column[0]] / 2
    foot = middles[-1] + columns.heights[column[-1]] / 2
    # The column may hang over the foot of the people only when it is taller than they are.
    over = max(0.0, foot - max(levels.bottom, foot - top))
    middles = [value - over for value in middles]
    return {
        agency: float(round(middle - columns.heights[agency] / 2))
        for agency, middle in zip(column, middles, strict=True)
    }
