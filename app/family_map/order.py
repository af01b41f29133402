"""Left to right: the order of every row.

Birth order of brothers and sisters is never broken. Beyond that a local search moves people,
couples, sibships and homes as blocks and keeps whatever costs less. It counts its steps and never
looks at a clock, so the same family gives the same picture on any machine.
"""

from __future__ import annotations

import random

from app.family_map.kin import Kin
from app.family_map.order_cost import FREE, OrderCost

STEPS = 1800  # orders tried for one family, at most
TASTE = 250
STARTS = 4


def order_rows(kin: Kin, rows: list[int], before: dict[int, float]) -> list[list[int]]:
    """Return who stands where in each row. `before` is where people stood last time, if known."""
    if not kin.people:
        return []
    search = _Search(kin, rows, OrderCost(kin, rows, before))
    best: tuple[float, list[list[int]]] | None = None
    starts = [_remembered(kin, rows, before)] if before else []
    chance = random.Random(7)  # noqa: S311
    for nth in range(STARTS):
        roots = _roots(kin, rows)
        if nth > 1:
            chance.shuffle(roots)
        starts.append(_by_descent(kin, rows, roots, mirrored=bool(nth % 2)))
    for nth, start in enumerate(starts):
        found = search.improve(start)
        if best is None or found[0] < best[0] - 1e-9:
            best = found
        if search.steps <= 0 or (best[0] < FREE and nth >= 1):
            break
    assert best is not None
    return best[1]


class _Search:
    """Moves blocks about while that costs less, until nothing helps or the steps are used up."""

    def __init__(self, kin: Kin, rows: list[int], cost: OrderCost) -> None:
        self.kin = kin
        self.rows = rows
        self.cost = cost
        self.steps = STEPS
        self._seats = _sibling_seats(kin, rows)

    def improve(self, order: list[list[int]]) -> tuple[float, list[list[int]]]:
        """Return the cost reached and the order that has it."""
        order = [self._in_birth_order(row) for row in order]
        pos = [0.0] * len(self.kin.people)
        for row in order:
            for at, person in enumerate(row):
                pos[person] = float(at)
        height = len(order)
        total = sum(self.cost.row(r, order[r], pos) for r in range(height))
        total += sum(self.cost.between(r, pos) for r in range(1, height))
        down_and_up = [*range(height), *range(height - 2, -1, -1)]
        improved = True
        while improved and self.steps > 0:
            if total < FREE:  # only taste is left: a few more tries, not a search
                self.steps = min(self.steps, TASTE)
            improved = False
            for row in down_and_up:
                gain = self._improve_row(row, order, pos)
                if gain > 1e-9:
                    total -= gain
                    improved = True
        return total, order

    def _improve_row(self, row: int, order: list[list[int]], pos: list[float]) -> float:
        line = order[row]
        if len(line) < 2:
            return 0.0
        now = start = self._local(row, line, pos)
        for block in self._blocks(row, line):
            if self.steps <= 0 or now < 1e-9:
                break
            line = order[row]
            best: list[int] | None = None
            members = set(block)
            rest = [i for i in line if i not in members]
            turned = (block, block[::-1]) if len(block) > 1 else (block,)
            for at in range(len(rest) + 1):
                for piece in turned:
                    tried = rest[:at] + piece + rest[at:]
                    if tried == line or not self._keeps_birth_order(tried):
                        continue
                    self.steps -= 1
                    for seat, person in enumerate(tried):
                        pos[person] = float(seat)
                    cost = self._local(row, tried, pos)
                    if cost < now - 1e-9:
                        now, best = cost, tried
            if best is not None:
                order[row] = best
            for seat, person in enumerate(order[row]):
                pos[person] = float(seat)
        return start - now

    def _local(self, row: int, line: list[int], pos: list[float]) -> float:
        cost = self.cost.row(row, line, pos) + self.cost.between(row, pos)
        return cost + self.cost.between(row + 1, pos)

    def _blocks(self, row: int, line: list[int]) -> list[list[int]]:
        seat = {person: at for at, person in enumerate(line)}
        found = [[i] for i in line]
        for couple in self.kin.couples:
            at = sorted(seat[i] for i in couple.partners if i in seat)
            if len(at) == 2 and at[1] == at[0] + 1:
                found.append(line[at[0] : at[1] + 1])
            at = sorted(seat[i] for i in couple.children if i in seat)
            if len(at) > 1:
                found.append(line[at[0] : at[-1] + 1])
                found.append(line[max(0, at[0] - 1) : at[-1] + 1])
                found.append(line[at[0] : at[-1] + 2])
        for members in self.kin.homes:
            at = sorted(seat[i] for i in members if i in seat)
            if len(at) > 1:
                found.append(line[at[0] : at[-1] + 1])
        unique = dict.fromkeys(tuple(block) for block in found if len(block) < len(line))
        return [list(block) for block in unique] + [list(line)]

    def _keeps_birth_order(self, line: list[int]) -> bool:
        last: dict[int, int] = {}
        for person in line:
            seat = self._seats[person]
            if seat is None:
                continue
            if last.get(seat[0], -1) > seat[1]:
                return False
            last[seat[0]] = seat[1]
        return True

    def _in_birth_order(self, line: list[int]) -> list[int]:
        result = list(line)
        places: dict[int, list[int]] = {}
        for at, person in enumerate(line):
            seat = self._seats[person]
            if seat is not None:
                places.setdefault(seat[0], []).append(at)
        for at_places in places.values():
            brood = sorted((line[at] for at in at_places), key=lambda i: self.kin.rank[i])
            for at, person in zip(at_places, brood, strict=True):
                result[at] = person
        return result


def _sibling_seats(kin: Kin, rows: list[int]) -> list[tuple[int, int] | None]:
    """Sibship and place in it, for those with a brother or sister on their row."""
    count: dict[tuple[int, int], int] = {}
    for person, sibship in enumerate(kin.sibship):
        if sibship >= 0:
            count[sibship, rows[person]] = count.get((sibship, rows[person]), 0) + 1
    return [
        (sibship, kin.rank[i]) if sibship >= 0 and count[sibship, rows[i]] > 1 else None
        for i, sibship in enumerate(kin.sibship)
    ]


def _roots(kin: Kin, rows: list[int]) -> list[int]:
    """Whom to start from: the index person's oldest forebears first, then everybody by row."""
    near = {kin.index} if kin.index is not None else set()
    for _ in range(max(rows) + 1):
        for couple in kin.couples:
            if near.intersection(couple.children):
                near.update(couple.partners)
    return sorted(range(len(kin.people)), key=lambda i: (rows[i], i not in near, i))


def _by_descent(kin: Kin, rows: list[int], roots: list[int], *, mirrored: bool) -> list[list[int]]:
    """Walk down from the roots: a person with their partners, then each couple's children."""
    order: list[list[int]] = [[] for _ in range(max(rows) + 1)]
    seen: set[int] = set()
    waiting = list(reversed(roots))
    while waiting:
        person = waiting.pop()
        if person in seen:
            continue
        chain = _chain(kin, rows, person, seen)
        if mirrored and len(chain) > 1:
            chain.reverse()
        seen.update(chain)
        order[rows[person]].extend(chain)
        below: list[int] = []
        seat = {i: at for at, i in enumerate(chain)}
        mine = {c for i in chain for c in kin.couples_of[i]}
        middle = {
            c: sum(seat.get(p, 0) for p in kin.couples[c].partners) / len(kin.couples[c].partners)
            for c in mine
        }
        for at in sorted(mine, key=lambda c: (middle[c], c)):
            below.extend(kin.couples[at].children)
        for i in chain:
            below.extend(care.child for care in kin.cares if care.carer == i)
        waiting.extend(reversed(below))
    return order


def _chain(kin: Kin, rows: list[int], person: int, seen: set[int]) -> list[int]:
    """A person between their partners, earlier partners to the left, and those partners' own."""
    chain = [person]
    held = {person} | seen
    partners = _partners(kin, rows, person, held)
    if len(partners) == 1 and kin.is_man(partners[0]) and not kin.is_man(person):
        chain.insert(0, partners[0])
    else:
        half = len(partners) // 2
        chain = [*partners[:half], person, *partners[half:]]
    held.update(chain)
    for side in (0, -1):
        while True:
            more = _partners(kin, rows, chain[side], held)
            if not more:
                break
            held.update(more)
            chain = [*reversed(more), *chain] if side == 0 else [*chain, *more]
    return chain


def _partners(kin: Kin, rows: list[int], person: int, held: set[int]) -> list[int]:
    found: dict[int, None] = {}
    for at in kin.couples_of[person]:
        for other in kin.couples[at].partners:
            if other not in held and rows[other] == rows[person]:
                found[other] = None
    return list(found)


def _remembered(kin: Kin, rows: list[int], before: dict[int, float]) -> list[list[int]]:
    """The last picture's order, with newcomers beside whoever descent would put them beside."""
    fresh = _by_descent(kin, rows, _roots(kin, rows), mirrored=False)
    result: list[list[int]] = []
    for line in fresh:
        known = sorted((i for i in line if i in before), key=lambda i: (before[i], i))
        for at, person in enumerate(line):
            if person in before:
                continue
            left = next((i for i in reversed(line[:at]) if i in known), None)
            known.insert(0 if left is None else known.index(left) + 1, person)
        result.append(known)
    return result
