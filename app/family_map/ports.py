"""Where lines touch a tile: places along its top and its foot, so that no two lines share one."""

from __future__ import annotations

from dataclasses import dataclass

from app.family_map.sizes import Sizes

STEP = 16.0
TOP_STEP = 28.0  # wide enough for a letter beside the next line
STRAIGHT = 44.0  # how far a lone child's line may move to come down straight


@dataclass(frozen=True, slots=True)
class _Wish:
    key: object
    toward: float
    side: int  # -1 and 1: a sharing line to the left or right; 0: a family line
    straight: bool
    follow: tuple[int, str, object] | None


class Ports:
    """Collects wishes for places on tile edges and then settles them all."""

    def __init__(self, x: list[float], sizes: Sizes) -> None:
        self._x = x
        self._sizes = sizes
        self._wishes: dict[tuple[int, str], list[_Wish]] = {}
        self._places: dict[tuple[int, str, object], float] = {}

    def ask(
        self,
        person: int,
        edge: str,
        key: object,
        toward: float,
        *,
        side: int = 0,
        straight: bool = False,
        follow: tuple[int, str, object] | None = None,
    ) -> None:
        """Ask for a place.

        `straight` asks to stand right under `toward` where that is near, or under the port
        `follow` once that has its place.
        """
        wish = _Wish(key, toward, side, straight, follow)
        self._wishes.setdefault((person, edge), []).append(wish)

    def settle(self) -> None:
        """Give every wish its place."""
        for (person, edge), wishes in sorted(
            self._wishes.items(), key=lambda item: (item[0][1], item[0][0])
        ):
            self._settle_edge(person, edge, wishes)

    def at(self, person: int, edge: str, key: object) -> float:
        """Return the sideways place of a port that was asked for."""
        return self._places[person, edge, key]

    def _settle_edge(self, person: int, edge: str, wishes: list[_Wish]) -> None:
        middle = self._x[person]
        family = sorted((w for w in wishes if w.side == 0), key=lambda w: (w.toward, str(w.key)))
        room = self._sizes.person_width / 2 - 14
        if len(family) == 1 and family[0].straight:
            lone = family[0]
            aim = lone.toward if lone.follow is None else self._places[lone.follow]
            if abs(aim - middle) <= STRAIGHT:
                self._places[person, edge, lone.key] = aim
                family = []
        step = TOP_STEP if edge == "TOP" else STEP
        step = min(step, 2 * room / max(1, len(family) - 1))
        half = (len(family) - 1) / 2
        for nth, wish in enumerate(family):
            self._places[person, edge, wish.key] = middle + (nth - half) * step
        edge_of_family = half * step + STEP / 2 if family else 0.0
        for side in (-1, 1):
            # The outermost port gets the nearest lane, so it must go to the topmost agency.
            mine = sorted((w for w in wishes if w.side == side), key=lambda w: w.toward)
            if not mine:
                continue
            step = min(STEP, (room - edge_of_family) / (len(mine) - 0.5))
            for nth, wish in enumerate(mine):
                away = edge_of_family + (nth + 0.5) * step
                self._places[person, edge, wish.key] = middle + side * away
