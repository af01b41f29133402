"""Which row each person stands on: one row for a generation.

Brothers and sisters share a row, then couples do where that makes no circle. Whatever would make a
circle is left to the lines, so that a family with impossible links is still drawn.
"""

from __future__ import annotations

from collections import Counter

from app.family_map.kin import Kin

Step = tuple[int, int, int]  # from, to, rows between


def rows_of(kin: Kin) -> list[int]:
    """Return the row of every person, counted from the top without an empty row."""
    count = len(kin.people)
    if not count:
        return []
    steps = _steps_without_circle(kin)
    group = _groups_without_circle(kin, steps)
    steps = _with_cares(kin, group, steps)
    level = _levels(group, steps)
    rows = [level[group[i]] for i in range(count)]
    _line_up_parts(kin, rows, steps)
    used = {row: at for at, row in enumerate(sorted(set(rows)))}
    return [used[row] for row in rows]


def _parent_steps(kin: Kin) -> list[Step]:
    return [
        (parent, child, 1)
        for couple in kin.couples
        for parent in couple.partners
        for child in couple.children
    ]


def _steps_without_circle(kin: Kin) -> list[Step]:
    steps = _parent_steps(kin)
    alone = list(range(len(kin.people)))
    if _sorted_groups(alone, steps) is not None:
        return steps
    kept: list[Step] = []
    for step in steps:
        if _sorted_groups(alone, [*kept, step]) is not None:
            kept.append(step)
    return kept


def _groups_without_circle(kin: Kin, steps: list[Step]) -> list[int]:
    siblings = [(c.children[0], other) for c in kin.couples for other in c.children[1:]]
    couples = [(c.partners[0], c.partners[1]) for c in kin.couples if len(c.partners) == 2]
    group = list(range(len(kin.people)))
    for pairs in (siblings, couples):
        together = group
        for one, other in pairs:
            together = _joined(together, one, other)
        if _sorted_groups(together, steps) is not None:
            group = together
            continue
        for one, other in pairs:
            together = _joined(group, one, other)
            if _sorted_groups(together, steps) is not None:
                group = together
    return group


def _with_cares(kin: Kin, group: list[int], steps: list[Step]) -> list[Step]:
    kept = list(steps)
    for care in kin.cares:
        step = (care.carer, care.child, care.rows)
        if group[care.carer] == group[care.child] or care.rows == 0:
            continue
        if _sorted_groups(group, [*kept, step]) is not None:
            kept.append(step)
    return kept


def _joined(group: list[int], one: int, other: int) -> list[int]:
    keep, drop = sorted((group[one], group[other]))
    return [keep if g == drop else g for g in group] if keep != drop else group


def _sorted_groups(group: list[int], steps: list[Step]) -> list[int] | None:
    """Return the groups parents first, or None where the steps go round in a circle."""
    below: dict[int, set[int]] = {}
    waiting: Counter[int] = Counter()
    for above, under, _ in steps:
        one, other = group[above], group[under]
        if one == other:
            return None
        if other not in below.setdefault(one, set()):
            below[one].add(other)
            waiting[other] += 1
    everyone = sorted(set(group))
    ready = [g for g in everyone if waiting[g] == 0]
    done: list[int] = []
    while ready:
        at = ready.pop()
        done.append(at)
        for under in sorted(below.get(at, ())):
            waiting[under] -= 1
            if waiting[under] == 0:
                ready.append(under)
    return done if len(done) == len(everyone) else None


def _levels(group: list[int], steps: list[Step]) -> dict[int, int]:
    """Longest way down, then everybody with children pulled down to just above them."""
    ordered = _sorted_groups(group, steps) or sorted(set(group))
    between = [(group[a], group[b], rows) for a, b, rows in steps]
    level = dict.fromkeys(ordered, 0)
    place = {g: at for at, g in enumerate(ordered)}
    for above, under, rows in sorted(between, key=lambda step: place[step[0]]):
        level[under] = max(level[under], level[above] + rows)
    for at in reversed(ordered):
        room = [level[under] - rows for above, under, rows in between if above == at]
        if room:
            level[at] = max(level[at], min(room))
    return level


def _line_up_parts(kin: Kin, rows: list[int], steps: list[Step]) -> None:
    """Shift parts of the family that no line joins to the row of those they live with."""
    parts = _parts(kin, steps)
    first = next((part for part in parts if kin.index in part), parts[0])
    placed = list(first)
    waiting = [part for part in parts if part is not first]
    while waiting:
        part = next((p for p in waiting if any(_housemates(kin, i, placed) for i in p)), waiting[0])
        waiting.remove(part)
        shift = _shift(kin, rows, part, placed)
        for person in part:
            rows[person] += shift
        placed.extend(part)


def _parts(kin: Kin, steps: list[Step]) -> list[list[int]]:
    group = list(range(len(kin.people)))
    pairs = [(a, b) for a, b, _ in steps]
    pairs += [(c.carer, c.child) for c in kin.cares]
    for couple in kin.couples:
        everyone = couple.partners + couple.children
        pairs += [(everyone[0], other) for other in everyone[1:]]
    for one, other in pairs:
        group = _joined(group, one, other)
    found: dict[int, list[int]] = {}
    for person, at in enumerate(group):
        found.setdefault(at, []).append(person)
    return sorted(found.values(), key=lambda part: (-len(part), part[0]))


def _housemates(kin: Kin, person: int, placed: list[int]) -> list[int]:
    return [i for i in placed if kin.homes_of[i] & kin.homes_of[person]]


def _shift(kin: Kin, rows: list[int], part: list[int], placed: list[int]) -> int:
    """How far to move a part: to the housemate nearest in age, else to where there is room."""
    for person in part:
        mates = _housemates(kin, person, placed)
        if not mates:
            continue
        mine = _year(kin, person)
        dated = [(abs(year - mine), rows[i]) for i in mates if mine and (year := _year(kin, i))]
        return (min(dated)[1] if dated else min(rows[i] for i in mates)) - rows[person]
    top = min(rows[i] for i in part)
    crowd = Counter(rows[i] for i in placed)
    if len(part) > 1:
        return min(crowd) - top
    return min(sorted(crowd), key=lambda row: crowd[row]) - top


def _year(kin: Kin, person: int) -> int:
    start = kin.people[person].order[:4]
    return int(start) if len(start) == 4 and start.isdecimal() else 0
