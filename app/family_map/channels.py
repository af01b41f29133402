"""How sharing lines run beside the people: where each meets its agency, and in which channel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.family_map.sizes import Sizes

NUDGES = (
    0.0,
    1.0,
    -1.0,
    2.0,
    -2.0,
    3.0,
    -3.0,
    4.0,
    -4.0,
    5.0,
    -5.0,
    6.0,
    -6.0,
)  # so that no end lies on a lane
ROUND = 20.0  # lines keep this far from a tile's top and foot, where its edge curves away
ENOUGH = 4.0
CLEAR = 8.0  # lines of one channel keep this far from each other


class Ending(Protocol):
    """What is needed of a tie: its own number and its agency's."""

    @property
    def nth(self) -> int:
        """Its number."""

    @property
    def agency(self) -> int:
        """Its agency's number."""


def ends_of(
    column: list[int],
    heights: list[float],
    mine: Sequence[Ending],
    start: dict[int, float],
    tops: dict[int, float],
    sizes: Sizes,
) -> dict[int, float]:
    """Heights at which lines reach their agencies, in the order they come."""
    ends: dict[int, float] = {}
    for agency in column:
        here = sorted((t.nth for t in mine if t.agency == agency), key=lambda n: (start[n], n))
        if not here:
            continue
        half = heights[agency] / 2
        middle = tops[agency] + half
        slack = half - (len(here) - 1) / 2 * sizes.tie - ROUND
        if len(here) == 1 and abs(start[here[0]] - middle) <= slack:
            ends[here[0]] = start[here[0]]
            continue
        usual = [middle + (at - (len(here) - 1) / 2) * sizes.tie for at in range(len(here))]
        levels = sorted(start.values())
        nudge = max(
            (by for by in NUDGES if abs(by) <= max(0.0, slack) + 3),
            key=lambda by: sum(_clear(end + by, levels) for end in usual),
        )
        for nth, end in zip(here, usual, strict=True):
            near = [end + nudge + by for by in NUDGES if abs(by) <= 2.0]  # badges still clear
            ends[nth] = max(near, key=lambda y: _clear(y, levels))
    return ends


def channels_of(
    mine: Sequence[Ending], start: dict[int, float], ends: dict[int, float]
) -> tuple[dict[int, int], int]:
    """Which upright channel each line takes, 0 next to the people."""
    down = sorted((t.nth for t in mine if ends[t.nth] >= start[t.nth]), key=lambda n: -start[n])
    up = sorted((t.nth for t in mine if ends[t.nth] < start[t.nth]), key=lambda n: start[n])
    channel: dict[int, int] = {}
    spans: list[list[tuple[float, float]]] = []
    for group in (down, up):
        done: list[int] = []
        for nth in group:
            low, high = sorted((start[nth], ends[nth]))
            # Outside every earlier line it runs beside, so that neither cuts across the other.
            at = max(
                (
                    channel[other] + 1
                    for other in done
                    if low < max(start[other], ends[other]) + CLEAR
                    and min(start[other], ends[other]) < high + CLEAR
                ),
                default=0,
            )
            while at < len(spans) and any(
                low < other_high + CLEAR and other_low < high + CLEAR
                for other_low, other_high in spans[at]
            ):
                at += 1
            while len(spans) <= at:
                spans.append([])
            spans[at].append((low, high))
            channel[nth] = at
            done.append(nth)
    return channel, len(spans)


def _clear(y: float, levels: Sequence[float]) -> float:
    """How far a height is from every lane, as far as that matters."""
    return min((min(abs(y - level), ENOUGH) for level in levels), default=ENOUGH)
