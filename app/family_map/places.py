"""Sideways places: parents over the middle of their children, nobody too near a neighbour.

Each row in turn is solved exactly (least squares under smallest distances, by pooling adjacent
violators) against the rows above and below, for a fixed number of sweeps.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.family_map.kin import Kin
from app.family_map.sizes import Sizes

SWEEPS = 24
Wish = tuple[float, float]  # where to, how strongly


def distances(kin: Kin, line: Sequence[int], sizes: Sizes, spread: dict[int, float]) -> list[float]:
    """Return the smallest distance between the middles of neighbours: room for home outlines too.

    `spread` is extra room to the right of a person, asked for by a home's label.
    """
    pairs = {frozenset(couple.partners) for couple in kin.couples}
    found = []
    for one, other in pairwise(line):
        crossed = len(kin.homes_of[one] ^ kin.homes_of[other])
        room = sizes.gap + sizes.boundary * min(crossed, 3)
        if frozenset((one, other)) in pairs:
            room = max(room, sizes.couple_gap)
        room += spread.get(one, 0.0)
        found.append(sizes.person_width + room)
    return found


def place(
    kin: Kin, rows: list[int], order: list[list[int]], sizes: Sizes, spread: dict[int, float]
) -> list[float]:
    """Return the sideways middle of every person's tile."""
    apart = [distances(kin, line, sizes, spread) for line in order]
    x = [0.0] * len(kin.people)
    for line, gaps in zip(order, apart, strict=True):
        width = sum(gaps)
        at = -width / 2
        for nth, person in enumerate(line):
            x[person] = at
            if nth < len(gaps):
                at += gaps[nth]
    seats = [{person: nth for nth, person in enumerate(line)} for line in order]
    pulls = _Pulls(kin, rows, seats, sizes)
    height = len(order)
    for sweep in range(SWEEPS):
        moved = 0.0
        for row in range(height) if sweep % 2 == 0 else range(height - 1, -1, -1):
            wishes = pulls.wishes(row, x)
            line = order[row]
            wanted: list[float] = []
            force: list[float] = []
            for person in line:
                mine = wishes.get(person)
                if mine is None:
                    wanted.append(x[person])
                    force.append(0.05)
                else:
                    total = sum(weight for _, weight in mine)
                    wanted.append(sum(to * weight for to, weight in mine) / total)
                    force.append(total)
            for person, value in zip(line, pooled(wanted, force, apart[row]), strict=True):
                moved = max(moved, abs(x[person] - value))
                x[person] = value
        if moved < 0.25:
            break
    return [round(value) + 0.0 for value in _settled(x, order, apart)]


def pooled(wanted: list[float], force: list[float], apart: Sequence[float]) -> list[float]:
    """Return places as near as possible to those wanted, at least `apart` from each other."""
    offsets = [0.0]
    for gap in apart:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, float, int]] = []
    for value, weight, offset in zip(wanted, force, offsets, strict=False):
        pool = (value - offset, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            other = pools.pop()
            both = other[1] + pool[1]
            pool = (
                (other[0] * other[1] + pool[0] * pool[1]) / both,
                both,
                other[2] + pool[2],
            )
        pools.append(pool)
    found: list[float] = []
    for value, _, count in pools:
        found.extend(value + offset for offset in offsets[len(found) : len(found) + count])
    return found


class _Pulls:
    """Where each person would like to stand, given everybody else."""

    def __init__(
        self, kin: Kin, rows: list[int], seats: list[dict[int, int]], sizes: Sizes
    ) -> None:
        self.rows = rows
        self.couples = []
        for couple in kin.couples:
            pair = couple.partners
            beside = (
                len(pair) == 2
                and rows[pair[0]] == rows[pair[1]]
                and abs(seats[rows[pair[0]]][pair[0]] - seats[rows[pair[0]]][pair[1]]) == 1
            )
            if beside:
                pair = tuple(sorted(pair, key=lambda i: seats[rows[i]][i]))
            self.couples.append((pair, couple.children, beside))
        self.near = (sizes.person_width + sizes.gap) / 2
        self.cares = [(care.carer, care.child) for care in kin.cares]
        self.homes = [members for members in kin.homes if len(members) > 1]

    def wishes(self, row: int, x: list[float]) -> dict[int, list[Wish]]:
        """Return the wishes of everybody on one row."""
        rows = self.rows
        found: dict[int, list[Wish]] = {}
        for pair, children, beside in self.couples:
            if pair and children:
                top = sum(x[i] for i in pair) / len(pair)
                foot = sum(x[i] for i in children) / len(children)
                for child in children:
                    if rows[child] == row:
                        found.setdefault(child, []).append((x[child] + top - foot, 1.0))
                        found[child].append((top, 0.2))
                for parent in pair:
                    if rows[parent] == row:
                        found.setdefault(parent, []).append((x[parent] + foot - top, 1.0))
            if beside and rows[pair[0]] == row:
                middle = (x[pair[0]] + x[pair[1]]) / 2
                found.setdefault(pair[0], []).append((middle - self.near, 0.7))
                found.setdefault(pair[1], []).append((middle + self.near, 0.7))
        for carer, child in self.cares:
            if rows[carer] == row:
                found.setdefault(carer, []).append((x[child], 0.15))
        for members in self.homes:
            middle = sum(x[i] for i in members) / len(members)
            for person in members:
                if rows[person] == row:
                    found.setdefault(person, []).append((middle, 0.03))
        return found


def _settled(x: list[float], order: list[list[int]], apart: list[list[float]]) -> list[float]:
    """Whole numbers may bring neighbours half a unit too near: push them right again."""
    result = [float(round(value)) for value in x]
    for line, gaps in zip(order, apart, strict=True):
        for nth, gap in enumerate(gaps):
            one, other = line[nth], line[nth + 1]
            result[other] = max(result[other], float(round(result[one] + gap + 0.499)))
    return result
