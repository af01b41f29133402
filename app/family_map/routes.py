"""The way of every family line, from port to port, past the rows between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.family_map.family import ChildKind
from app.family_map.kin import Couple, Kin
from app.family_map.picture import LineKind
from app.family_map.ports import Ports
from app.family_map.sizes import Sizes
from app.family_map.ways import LETTERS, Hang, Rail, Stop, Way, Ways


@dataclass(frozen=True, slots=True)
class _Bundle:
    """One or two parents or a carer, and the children of one row that hang from them."""

    owner: tuple[str, int, int]
    carers: tuple[int, ...]
    children: tuple[tuple[int, ChildKind], ...]
    row: int
    couple: int | None


class Router:
    """Plans the family lines in two steps: ask for ports, then lay the rails between them."""

    def __init__(
        self, kin: Kin, rows: list[int], order: list[list[int]], x: list[float], sizes: Sizes
    ) -> None:
        self.kin = kin
        self.rows = rows
        self.order = order
        self.x = x
        self.sizes = sizes
        self.seat = {i: at for line in order for at, i in enumerate(line)}
        self._taken: dict[int, list[float]] = {}
        self._ways = Ways()
        self._bundles = [*self._couple_bundles(), *self._care_bundles()]

    def ask(self, ports: Ports) -> None:
        """Ask for a place on every tile edge a family line will touch."""
        for at, couple in enumerate(self.kin.couples):
            if len(couple.partners) == 2 and not self.beside(couple):
                one, other = sorted(couple.partners, key=lambda i: (self.rows[i], self.x[i]))
                ports.ask(one, Hang.FOOT.name, ("couple", at), self.x[other])
                edge = Hang.FOOT if self.rows[one] == self.rows[other] else Hang.TOP
                ports.ask(other, edge.name, ("couple", at), self.x[one])
        for bundle in self._bundles:
            foot = self._foot_of(bundle)
            middle = sum(self.x[i] for i, _ in bundle.children) / len(bundle.children)
            if foot is not None:
                ports.ask(foot, Hang.FOOT.name, bundle.owner, middle)
            start = self._start_guess(bundle, middle)
            for child, _ in bundle.children:
                ports.ask(
                    child,
                    Hang.TOP.name,
                    bundle.owner,
                    start,
                    straight=len(bundle.children) == 1,
                    follow=None if foot is None else (foot, Hang.FOOT.name, bundle.owner),
                )

    def lay(self, ports: Ports) -> Ways:
        """Return every family line, once the ports have places."""
        starts: dict[int, Stop] = {}
        for at, couple in enumerate(self.kin.couples):
            if len(couple.partners) == 2:
                starts[at] = self._lay_couple(at, couple, ports)
        for bundle in self._bundles:
            self._lay_bundle(bundle, starts, ports)
        return self._ways

    def beside(self, couple: Couple) -> bool:
        """Tell whether two partners stand next to each other."""
        one, other = couple.partners
        return self.rows[one] == self.rows[other] and abs(self.seat[one] - self.seat[other]) == 1

    def _couple_bundles(self) -> Iterable[_Bundle]:
        for at, couple in enumerate(self.kin.couples):
            for row in sorted({self.rows[i] for i in couple.children}):
                brood = tuple(
                    (i, kind)
                    for i, kind in zip(couple.children, couple.kinds, strict=True)
                    if self.rows[i] == row
                )
                yield _Bundle(("couple", at, row), couple.partners, brood, row, at)

    def _care_bundles(self) -> Iterable[_Bundle]:
        gathered: dict[tuple[int, ChildKind, int], list[int]] = {}
        for care in self.kin.cares:
            key = (care.carer, care.kind, self.rows[care.child])
            if care.child not in gathered.setdefault(key, []):
                gathered[key].append(care.child)
        for nth, ((carer, kind, row), children) in enumerate(gathered.items()):
            brood = tuple((i, kind) for i in sorted(children, key=lambda i: self.x[i]))
            yield _Bundle(("care", nth, row), (carer,), brood, row, None)

    def _foot_of(self, bundle: _Bundle) -> int | None:
        """Whose foot the line leaves from; None where it leaves from between two partners."""
        if not bundle.carers:
            return None
        if len(bundle.carers) == 1:
            return bundle.carers[0]
        one, other = sorted(bundle.carers, key=lambda i: self.rows[i])
        return None if self.rows[one] == self.rows[other] else other

    def _start_guess(self, bundle: _Bundle, middle: float) -> float:
        if not bundle.carers:
            return middle
        return sum(self.x[i] for i in bundle.carers) / len(bundle.carers)

    def _lay_couple(self, at: int, couple: Couple, ports: Ports) -> Stop:
        one, other = sorted(couple.partners, key=lambda i: (self.rows[i], self.x[i]))
        ends = (one, other)
        if self.beside(couple):
            row = self.rows[one]
            half = self.sizes.person_width / 2
            stops: list[Stop] = [
                (self.x[one] + half, Hang.MIDDLE, row),
                (self.x[other] - half, Hang.MIDDLE, row),
            ]
            middle = (self.x[one] + self.x[other]) / 2
            if couple.children:
                self._taken.setdefault(row, []).append(middle)
            self._ways.lines.append(Way(LineKind.COUPLE, ends, stops, couple=couple.kind))
            return (middle, Hang.MIDDLE, row)
        level = self.rows[one] == self.rows[other]
        start = ports.at(one, Hang.FOOT.name, ("couple", at))
        if level:
            finish = ports.at(other, Hang.FOOT.name, ("couple", at))
            rail = self._rail(self.rows[one] + 1, [start, finish], [])
            stops = [
                (start, Hang.FOOT, one),
                (start, Hang.RAIL, rail),
                (finish, Hang.RAIL, rail),
                (finish, Hang.FOOT, other),
            ]
            self._ways.lines.append(Way(LineKind.COUPLE, ends, stops, couple=couple.kind))
            return ((start + finish) / 2, Hang.RAIL, rail)
        finish = ports.at(other, Hang.TOP.name, ("couple", at))
        stops = [(start, Hang.FOOT, one)]
        stops += self._through(start, self.rows[one] + 1, finish, self.rows[other])
        stops.append((finish, Hang.TOP, other))
        self._ways.lines.append(Way(LineKind.COUPLE, ends, stops, couple=couple.kind))
        return (self.x[other], Hang.FOOT, other)

    def _lay_bundle(self, bundle: _Bundle, starts: dict[int, Stop], ports: Ports) -> None:
        feet = [ports.at(i, Hang.TOP.name, bundle.owner) for i, _ in bundle.children]
        foot = self._foot_of(bundle)
        start: Stop | None
        if foot is not None:
            start = (ports.at(foot, Hang.FOOT.name, bundle.owner), Hang.FOOT, foot)
            corridor = self.rows[foot] + 1
        elif bundle.carers:
            assert bundle.couple is not None
            start = starts[bundle.couple]
            corridor = self.rows[bundle.carers[0]] + 1
        else:
            start = None
            corridor = bundle.row
        before: list[Stop] = [start] if start is not None else []
        at = start[0] if start is not None else (min(feet) + max(feet)) / 2
        below = start[2] if start is not None and start[1] is Hang.RAIL else None
        if corridor != bundle.row:
            middle = (min(feet) + max(feet)) / 2
            on_the_way, at = self._down_to(at, corridor, middle, bundle.row, below)
            before += on_the_way
            below = None
        rail = self._rail(bundle.row, [at] if before else [], feet, below=below)
        kind = LineKind.CARER if bundle.couple is None else LineKind.CHILD
        for (child, how), place in zip(bundle.children, feet, strict=True):
            stops = [
                *before,
                (at, Hang.RAIL, rail),
                (place, Hang.RAIL, rail),
                (place, Hang.TOP, child),
            ]
            letter = LETTERS[how]
            spot = (place, bundle.row) if letter else None
            self._ways.lines.append(
                Way(kind, (*bundle.carers, child), stops, None, how, letter, spot)
            )

    def _through(self, start: float, corridor: int, finish: float, last: int) -> list[Stop]:
        """Stops from a place in one corridor to a place in another, past the rows between."""
        stops, at = self._down_to(start, corridor, finish, last, None)
        rail = self._rail(last, [at], [finish])
        return [*stops, (at, Hang.RAIL, rail), (finish, Hang.RAIL, rail)]

    def _down_to(
        self, at: float, corridor: int, aim: float, last: int, below: int | None
    ) -> tuple[list[Stop], float]:
        """Stops that pass each row between two corridors where no tile stands."""
        stops: list[Stop] = []
        down = last > corridor
        while corridor != last:
            row = corridor if down else corridor - 1
            gap = self._gap(row, aim)
            rail = self._rail(corridor, [at], [gap], below=below)
            if not down:
                self._ways.rails[rail].ups.append(gap)
                self._ways.rails[rail].downs.clear()
            stops += [(at, Hang.RAIL, rail), (gap, Hang.RAIL, rail)]
            at = gap
            below = None
            corridor += 1 if down else -1
        return stops, at

    def _gap(self, row: int, aim: float) -> float:
        """The free place in a row nearest to where a line wants to go."""
        half = self.sizes.person_width / 2 + 10
        edges = [self.x[i] for i in self.order[row]]
        spans = [(edges[k] + half, edges[k + 1] - half) for k in range(len(edges) - 1)]
        if edges:
            spans += [
                (edges[0] - half - 400, edges[0] - half),
                (edges[-1] + half, edges[-1] + half + 400),
            ]
        taken = self._taken.setdefault(row, [])
        best: tuple[float, float] | None = None
        for low, high in spans:
            nearest = min(max(aim, low), high)
            for step in range(-40, 41):
                place = nearest + step * self.sizes.lane
                if not low <= place <= high:
                    continue
                worth = abs(place - aim) + sum(
                    1000 for other in taken if abs(other - place) < self.sizes.lane - 0.5
                )
                if best is None or worth < best[0]:
                    best = (worth, place)
        place = best[1] if best is not None else aim
        taken.append(place)
        return place

    def _rail(
        self, corridor: int, ups: list[float], downs: list[float], *, below: int | None = None
    ) -> int:
        self._ways.rails.append(Rail(corridor, list(ups), list(downs), below))
        return len(self._ways.rails) - 1
