"""Heights: how far down each row stands and where the rails and lanes of each corridor run.

From top to bottom a corridor holds the foot of the homes above, the sharing lanes of the row above,
the family rails, the letters on child lines, and the head of the homes below with their labels.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.family_map.sizes import Sizes

FOOT = 22.0  # below the tiles: homes end here, necks pass here
LETTERS = 20.0
HEAD = 12.0  # above the tiles, where no home begins


@dataclass(frozen=True, slots=True)
class Levels:
    """The heights that everything else is drawn at."""

    row_top: tuple[float, ...]
    row_foot: tuple[float, ...]
    rail_top: tuple[float, ...]  # by corridor: height of track 0
    lane_top: tuple[float, ...]  # by row: height of lane 0 under it
    letters: tuple[float, ...]  # by corridor: middle of the letters
    bottom: float
    sizes: Sizes

    def rail(self, corridor: int, track: int) -> float:
        """Return the height of a rail."""
        return self.rail_top[corridor] + track * self.sizes.track

    def lane(self, row: int, lane: int) -> float:
        """Return the height of a sharing lane under a row."""
        return self.lane_top[row] + lane * self.sizes.lane


@dataclass(frozen=True, slots=True)
class Load:
    """What one corridor must hold."""

    lanes: int
    tracks: int
    letters: bool
    head: float


def levels_of(loads: list[Load], heights: list[float], sizes: Sizes) -> Levels:
    """Return all heights. `loads` has one entry more than `heights`: the corridor at the foot."""
    y = 0.0
    row_top: list[float] = []
    row_foot: list[float] = []
    rail_top: list[float] = []
    lane_top: list[float] = []
    letters: list[float] = []
    for corridor, load in enumerate(loads):
        start = y
        if corridor:
            y += FOOT
            lane_top.append(y + sizes.lane)
            if load.lanes:
                y += load.lanes * sizes.lane + sizes.lane
        rail_top.append(y + 10)
        if load.tracks:
            y += 10 + (load.tracks - 1) * sizes.track + 8
        letters.append(y + LETTERS / 2)
        if load.letters:
            y += LETTERS
        y += load.head
        if 0 < corridor < len(heights):
            short = sizes.row_gap + FOOT + HEAD - (y - start)
            if short > 0:
                y += short
                rail_top[-1] += short / 2
                letters[-1] += short
        if corridor < len(heights):
            row_top.append(y)
            y += heights[corridor]
            row_foot.append(y)
    return Levels(
        tuple(row_top),
        tuple(row_foot),
        tuple(rail_top),
        tuple(lane_top),
        tuple(letters),
        y,
        sizes,
    )
