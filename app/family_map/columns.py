"""Agencies in two columns, left and right of the people: which stand where, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.family_map.family import Family, MapTie
from app.family_map.sizes import Sizes, agency_height

LEAN = 0.05  # what it costs to send a line to the farther side, against the height of a column


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie by number: which person, which agency, and the tie itself."""

    nth: int
    person: int
    agency: int
    tie: MapTie


@dataclass(slots=True)
class Columns:
    """Which agencies stand on which side, top to bottom, and how tall each is.

    `one_at_a_time` says that lines of different people are never seen together.
    """

    ties: tuple[Tie, ...]
    sides: tuple[list[int], list[int]]
    heights: list[float]
    one_at_a_time: bool = False
    side_of: dict[int, int] = field(default_factory=dict)

    def of_side(self, side: int) -> list[Tie]:
        """Return the ties that go to one side."""
        return [tie for tie in self.ties if self.side_of[tie.agency] == side]

    def seen_together(self, ties: Iterable[Tie]) -> list[list[Tie]]:
        """Return ties in groups that must keep apart from each other: one a person, or just one."""
        groups: dict[int, list[Tie]] = {}
        for tie in ties:
            groups.setdefault(tie.person if self.one_at_a_time else 0, []).append(tie)
        return list(groups.values())


def columns_of(
    family: Family,
    number: dict[str, int],
    rows: list[int],
    x: list[float],
    sizes: Sizes,
    *,
    one_at_a_time: bool = False,
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
    ends = [
        _most_of_one(tie for tie in ties if tie.agency == at) if one_at_a_time else counts[at]
        for at in range(len(agencies))
    ]
    heights = [
        agency_height(a.name, a.second_line, ends[at], sizes) for at, a in enumerate(agencies)
    ]
    middle = (min(x) + max(x)) / 2 if x else 0.0
    lean = [
        sum(x[tie.person] - middle for tie in ties if tie.agency == at) / max(1, counts[at])
        for at in range(len(agencies))
    ]
    ordered = sorted(range(len(agencies)), key=lambda at: (lean[at], at))
    cut = min(range(len(ordered) + 1), key=lambda n: (_unbalance(ordered, n, heights, lean), n))
    sides = (ordered[:cut], ordered[cut:])
    if one_at_a_time:
        sides = _evened(sides, heights, lean, sizes)
    columns = Columns(ties, sides, heights, one_at_a_time)
    for side in (0, 1):
        for at in columns.sides[side]:
            columns.side_of[at] = side
    for side in (0, 1):
        _order_column(columns, side, rows, x)
    return columns


def tall(column: list[int], heights: list[float], sizes: Sizes) -> float:
    """Return how tall a column is, gaps included."""
    return sum(heights[at] for at in column) + sizes.agency_gap * max(0, len(column) - 1)


def _most_of_one(ties: Iterable[Tie]) -> int:
    """Return the most lines that any one person has among these."""
    return max(Counter(tie.person for tie in ties).values(), default=0)


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


def _evened(
    sides: tuple[list[int], list[int]], heights: list[float], lean: list[float], sizes: Sizes
) -> tuple[list[int], list[int]]:
    """Let agencies change sides, or places, as long as that makes the taller column shorter."""

    def price(left: list[int], right: list[int]) -> float:
        wrong = sum(max(0.0, lean[at]) for at in left) + sum(max(0.0, -lean[at]) for at in right)
        tallest = max(tall(left, heights, sizes), tall(right, heights, sizes))
        return tallest + wrong * LEAN

    best = price(*sides)
    while True:
        found = sides
        for out_left in ([], *([at] for at in sides[0])):
            for out_right in ([], *([at] for at in sides[1])):
                left = [at for at in sides[0] if at not in out_left] + out_right
                right = [at for at in sides[1] if at not in out_right] + out_left
                if price(left, right) < best - 0.5:
                    best, found = price(left, right), (left, right)
        if found is sides:
            return sides
        sides = found
