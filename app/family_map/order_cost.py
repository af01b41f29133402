"""What an order of the rows costs: crossings, strangers between, split homes, flips."""

from __future__ import annotations

from app.family_map.kin import Kin

CROSS = 10.0
CARE_CROSS = 1.0
THROUGH = 10.0
INSIDE = 4.0
SPLIT = 3.0
FLIP = 2.0
HALF_AGE = 0.05  # an older half-brother or half-sister stands to the right
MAN_LEFT = 0.02
EDGE = 0.001
FREE = 0.9  # anything below this is only a matter of taste

Edge = tuple[int, int, int, int, float]  # first and second parent, child, owner, weight


class OrderCost:
    """Scores one row at a time, so that trying a move does not count the whole family again."""

    def __init__(self, kin: Kin, rows: list[int], before: dict[int, float]) -> None:
        self.kin = kin
        self.height = max(rows) + 1
        self.before = before
        self._couples: list[list[tuple[int, int, bool]]] = [[] for _ in range(self.height)]
        self._sibships: list[list[tuple[tuple[int, ...], frozenset[int]]]] = [
            [] for _ in range(self.height)
        ]
        self._homes: list[list[frozenset[int]]] = [[] for _ in range(self.height)]
        self._edges: list[list[Edge]] = [[] for _ in range(self.height + 1)]
        self._halves = _half_siblings(kin, rows, self.height)
        self._gather(rows)

    def row(self, row: int, order: list[int], pos: list[float]) -> float:
        """Return what the order within one row costs."""
        cost = 0.0
        for one, other, man_left in self._couples[row]:
            apart = pos[one] - pos[other]
            if man_left and apart > 0:
                cost += MAN_LEFT
            cost += THROUGH * (abs(apart) - 1.0)
        for children, allowed in self._sibships[row]:
            first, last = int(pos[children[0]]), int(pos[children[-1]])
            if first > last:
                first, last = last, first
            for person in order[first + 1 : last]:
                if person not in allowed:
                    cost += INSIDE
        for older, younger in self._halves[row]:
            if pos[older] > pos[younger]:
                cost += HALF_AGE
        for members in self._homes[row]:
            pieces = 0
            inside = False
            for person in order:
                if person in members:
                    if not inside:
                        pieces += 1
                        inside = True
                else:
                    inside = False
            cost += SPLIT * max(0, pieces - 1)
        if self.before:
            known = [self.before[i] for i in order if i in self.before]
            for at, value in enumerate(known):
                for later in known[at + 1 :]:
                    if later < value:
                        cost += FLIP
        return cost

    def between(self, row: int, pos: list[float]) -> float:
        """Return what the lines from the row above down to this row cost."""
        drawn = [
            ((pos[one] + pos[other]) / 2, pos[child], owner, weight)
            for one, other, child, owner, weight in self._edges[row]
        ]
        if not drawn:
            return 0.0
        drawn.sort()
        cost = 0.0
        for at, (top, foot, owner, weight) in enumerate(drawn):
            cost += EDGE * abs(top - foot)
            for next_top, next_foot, next_owner, next_weight in drawn[at + 1 :]:
                if next_foot < foot and next_top > top and next_owner != owner:
                    cost += weight if weight < next_weight else next_weight
        return cost

    def _gather(self, rows: list[int]) -> None:
        kin = self.kin
        for at, couple in enumerate(kin.couples):
            pair = couple.partners
            if len(pair) == 2 and rows[pair[0]] == rows[pair[1]]:
                one, other = pair
                if kin.is_woman(one) and kin.is_man(other):
                    one, other = other, one
                man_left = kin.is_man(one) and kin.is_woman(other)
                self._couples[rows[one]].append((one, other, man_left))
            self._add_sibship(at, rows)
            if pair:
                level = max(rows[i] for i in pair)
                low = [i for i in pair if rows[i] == level]
                for child in couple.children:
                    if rows[child] == level + 1:
                        self._edges[level + 1].append((low[0], low[-1], child, at, CROSS))
        for nth, care in enumerate(kin.cares):
            if rows[care.child] == rows[care.carer] + 1:
                owner = len(kin.couples) + nth
                self._edges[rows[care.child]].append(
                    (care.carer, care.carer, care.child, owner, CARE_CROSS)
                )
        for members in kin.homes:
            for row in range(self.height):
                here = frozenset(i for i in members if rows[i] == row)
                if len(here) > 1:
                    self._homes[row].append(here)

    def _add_sibship(self, at: int, rows: list[int]) -> None:
        kin = self.kin
        mine = tuple(i for i in kin.couples[at].children if kin.sibship[i] == at)
        for row in sorted({rows[i] for i in mine}):
            here = tuple(i for i in mine if rows[i] == row)
            if len(here) > 1:
                partners = {
                    p for i in here for c in kin.couples_of[i] for p in kin.couples[c].partners
                }
                self._sibships[row].append((here, frozenset(here) | partners))


def _half_siblings(kin: Kin, rows: list[int], height: int) -> list[list[tuple[int, int]]]:
    """Older and younger of each pair on one row who share one parent only."""
    found: list[list[tuple[int, int]]] = [[] for _ in range(height)]
    for mine in kin.couples_of:
        broods = [kin.couples[at].children for at in mine]
        for nth, brood in enumerate(broods):
            for other in broods[nth + 1 :]:
                for one in brood:
                    for two in other:
                        pair = sorted((one, two), key=lambda i: kin.people[i].order)
                        aged = kin.people[pair[0]].order and one not in other and two not in brood
                        if aged and rows[one] == rows[two]:
                            found[rows[one]].append((pair[0], pair[1]))
    return found
