"""Which rail runs above which in a corridor, so that few lines cross and none lie on each other."""

from __future__ import annotations

from app.family_map.ways import Rail

CLEAR = 12.0  # rails nearer than this sideways must not share a track
SAME = 6.0  # two upright pieces nearer than this would look like one
MUST = 1000.0
ON_TOP = 60.0


def assign_tracks(rails: list[Rail], corridors: int) -> list[int]:
    """Give each rail a track in its corridor, 0 uppermost; return the tracks of each corridor."""
    counts = [0] * corridors
    for corridor in range(corridors):
        here = [
            at
            for at, rail in enumerate(rails)
            if rail.corridor == corridor and rail.ends()[1] - rail.ends()[0] > 0.5
        ]
        ordered = _ordered(rails, here)
        for nth, at in enumerate(ordered):
            low, high = rails[at].ends()
            track = 0
            for other in ordered[:nth]:
                other_low, other_high = rails[other].ends()
                if low < other_high + CLEAR and other_low < high + CLEAR:
                    track = max(track, rails[other].track + 1)
            rails[at].track = track
            counts[corridor] = max(counts[corridor], track + 1)
    return counts


def _ordered(rails: list[Rail], here: list[int]) -> list[int]:
    ordered: list[int] = []
    for at in sorted(here, key=lambda i: (rails[i].ends()[1] - rails[i].ends()[0], i)):
        over = [_price(rails, at, other) for other in ordered]
        under = [_price(rails, other, at) for other in ordered]
        best_at = 0
        best = price = sum(over)
        for nth in range(len(ordered)):
            price += under[nth] - over[nth]
            if price < best - 1e-9:
                best, best_at = price, nth + 1
        ordered.insert(best_at, at)
    return ordered


def _price(rails: list[Rail], upper: int, lower: int) -> float:
    """What it costs to run one rail above another."""
    one, other = rails[upper], rails[lower]
    if one.below == lower:
        return MUST
    low, high = one.ends()
    other_low, other_high = other.ends()
    price = float(sum(1 for x in one.downs if other_low < x < other_high))
    price += sum(1 for x in other.ups if low < x < high)
    price += sum(ON_TOP for x in one.downs for other_x in other.ups if abs(x - other_x) < SAME)
    return price
