"""Lay out the household picture: the one door to everything else in this package."""

from __future__ import annotations

from dataclasses import dataclass

from app.family_map.boxes import Box
from app.family_map.columns import Columns, columns_of
from app.family_map.family import Family
from app.family_map.framing import corners, framed
from app.family_map.kin import Kin, kin_of
from app.family_map.labels import Segment, box_of, segments_of, spot_of
from app.family_map.levels import HEAD, Levels, Load, levels_of
from app.family_map.order import order_rows
from app.family_map.outline import HomeShape, home_shapes, outline_of
from app.family_map.picture import Line, LineKind, Node, NodeKind, Picture, Point
from app.family_map.places import place
from app.family_map.ports import Ports
from app.family_map.routes import Router
from app.family_map.rows import rows_of
from app.family_map.sizes import Sizes, label_width, person_height
from app.family_map.ties import (
    Drawn,
    ask_ports,
    draw_ties,
    lanes_of,
)
from app.family_map.tracks import assign_tracks
from app.family_map.ways import Hang, Stop, Way, Ways

ORDINARY = Sizes()
TRIES = 4  # rounds of making room for labels that found none


def lay_out(
    family: Family,
    sizes: Sizes = ORDINARY,
    *,
    previous: Picture | None = None,
    one_at_a_time: bool = False,
) -> Picture:
    """Place everybody and everything of a family.

    The same family and sizes always give the same picture. `previous` is the picture shown until
    now: people keep their left and right as far as the rules allow. Links to people who are not
    in the family are left out; impossible links (somebody above themselves) are drawn as well as
    they can be and never stop the layout. `one_at_a_time` is for a screen, where only one person's
    sharing is seen at a time: lines of different people may lie on each other, and much less room
    is taken.
    """
    kin = kin_of(family)
    rows = rows_of(kin)
    order = order_rows(kin, rows, _before(kin, previous))
    spread: dict[int, float] = {}
    for _ in range(TRIES):
        arranged = _Arrangement.of(family, kin, rows, order, sizes, spread, one_at_a_time)
        if not arranged.cramped:
            break
        for person, room in arranged.cramped.items():
            spread[person] = spread.get(person, 0.0) + room
    return framed(arranged.nodes, arranged.lines, sizes)


@dataclass(frozen=True, slots=True)
class _Arrangement:
    """One try: everything placed, and the people whose home's label wants more room."""

    nodes: list[Node]
    lines: list[Line]
    cramped: dict[int, float]

    @classmethod
    def of(
        cls,
        family: Family,
        kin: Kin,
        rows: list[int],
        order: list[list[int]],
        sizes: Sizes,
        spread: dict[int, float],
        one_at_a_time: bool,
    ) -> _Arrangement:
        """Place everything once."""
        x = place(kin, rows, order, sizes, spread)
        number = {person.id: at for at, person in enumerate(kin.people)}
        columns = columns_of(family, number, rows, x, sizes, one_at_a_time=one_at_a_time)
        ports = Ports(x, sizes)
        router = Router(kin, rows, order, x, sizes)
        router.ask(ports)
        ask_ports(columns, ports)
        ports.settle()
        ways = router.lay(ports)
        lanes, lane_counts = lanes_of(columns, rows, ports, sizes)
        shapes = home_shapes(kin, rows, order, sizes)
        levels = _levels(kin, order, ways, lane_counts, shapes, sizes)
        family_lines = [_family_line(kin, rows, way, ways, levels) for way in ways.lines]
        people = _people(kin, rows, x, levels, sizes)
        outlines = {
            at: outline_of(shape, order, x, levels, sizes, spread)
            for at, shape in enumerate(shapes)
            if shape.runs
        }
        edges = _edges(people, [o for o, _ in outlines.values()], family_lines)
        drawn = draw_ties(columns, rows, lanes, ports, levels, edges, sizes)
        sharing = _sharing_lines(columns, drawn)
        homes, cramped = _homes(family, shapes, outlines, family_lines + sharing, sizes)
        agencies = _agencies(family, columns, drawn, sizes)
        return cls([*homes, *people, *agencies], family_lines + sharing, cramped)


def _before(kin: Kin, previous: Picture | None) -> dict[int, float]:
    if previous is None:
        return {}
    then = {n.id: n.x + n.width / 2 for n in previous.nodes if n.kind is NodeKind.PERSON}
    return {at: then[p.id] for at, p in enumerate(kin.people) if p.id in then}


def _levels(
    kin: Kin,
    order: list[list[int]],
    ways: Ways,
    lane_counts: list[int],
    shapes: list[HomeShape],
    sizes: Sizes,
) -> Levels:
    tracks = assign_tracks(ways.rails, len(order) + 1)
    lettered = {way.letter_at[1] for way in ways.lines if way.letter_at is not None}
    loads = [
        Load(
            lanes=lane_counts[corridor - 1] if corridor else 0,
            tracks=tracks[corridor],
            letters=corridor in lettered,
            head=max((s.head for s in shapes if s.runs and s.first_row == corridor), default=HEAD),
        )
        for corridor in range(len(order) + 1)
    ]
    heights = [
        max(person_height(kin.people[i].name, kin.people[i].second_line, sizes) for i in line)
        for line in order
    ]
    return levels_of(loads, heights, sizes)


def _family_line(kin: Kin, rows: list[int], way: Way, ways: Ways, levels: Levels) -> Line:
    letter_at = None
    if way.letter_at is not None:
        letter_at = (way.letter_at[0], levels.letters[way.letter_at[1]])
    return Line(
        kind=way.kind,
        ends=tuple(kin.people[i].id for i in way.ends),
        points=corners([(stop[0], _height(stop, rows, ways, levels)) for stop in way.stops]),
        couple=way.couple,
        child=way.child,
        letter=way.letter,
        letter_at=letter_at,
    )


def _height(stop: Stop, rows: list[int], ways: Ways, levels: Levels) -> float:
    _, hang, at = stop
    if hang is Hang.RAIL:
        return levels.rail(ways.rails[at].corridor, ways.rails[at].track)
    if hang is Hang.MIDDLE:
        return levels.row_top[at] + levels.sizes.person_height / 2
    row = rows[at]
    return levels.row_top[row] if hang is Hang.TOP else levels.row_foot[row]


def _people(kin: Kin, rows: list[int], x: list[float], levels: Levels, sizes: Sizes) -> list[Node]:
    return [
        Node(
            id=person.id,
            kind=NodeKind.PERSON,
            x=x[at] - sizes.person_width / 2,
            y=levels.row_top[rows[at]],
            width=sizes.person_width,
            height=levels.row_foot[rows[at]] - levels.row_top[rows[at]],
            row=rows[at],
        )
        for at, person in enumerate(kin.people)
    ]


def _edges(
    people: list[Node], outlines: list[tuple[Point, ...]], lines: list[Line]
) -> tuple[float, float]:
    xs = [n.x for n in people] + [n.x + n.width for n in people]
    xs += [p[0] for outline in outlines for p in outline]
    xs += [p[0] for line in lines for p in line.points]
    return (min(xs), max(xs)) if xs else (-20.0, 20.0)


def _sharing_lines(columns: Columns, drawn: Drawn) -> list[Line]:
    tie_of = {tie.nth: tie.tie for tie in columns.ties}
    return [
        Line(
            kind=LineKind.SHARING,
            ends=(tie_of[line.nth].person, tie_of[line.nth].agency),
            points=corners(list(line.points)),
            state=tie_of[line.nth].state,
            badge_at=line.badge,
        )
        for line in drawn.lines
    ]


def _homes(
    family: Family,
    shapes: list[HomeShape],
    outlines: dict[int, tuple[tuple[Point, ...], tuple[Box, ...]]],
    lines: list[Line],
    sizes: Sizes,
) -> tuple[list[Node], dict[int, float]]:
    busy = segments_of(line.points for line in lines)
    edges = {at: segments_of([outline], closed=True) for at, (outline, _) in outlines.items()}
    letters: list[Segment] = [
        (
            line.letter_at[0] - 10,
            line.letter_at[1] - 8,
            line.letter_at[0] + 10,
            line.letter_at[1] + 8,
        )
        for line in lines
        if line.letter_at is not None
    ]
    nodes: list[Node] = []
    labels: list[Segment] = []
    cramped: dict[int, float] = {}
    for at, (outline, boxes) in outlines.items():
        home = family.homes[at]
        width = label_width(home.label, sizes)
        others = [segment for other, mine in edges.items() if other != at for segment in mine]
        spot = spot_of(shapes[at], boxes, width, busy + letters + labels + others, sizes)
        if spot.short:
            spot = spot_of(shapes[at], boxes, width, busy + letters + labels, sizes)
        if spot.short:
            last = [run for run in shapes[at].runs if run[0] == shapes[at].first_row][-1][1][-1]
            cramped[last] = max(cramped.get(last, 0.0), spot.short + 1)
        labels.append(box_of(spot.at, width, sizes))
        xs, ys = [p[0] for p in outline], [p[1] for p in outline]
        nodes.append(
            Node(
                id=home.id,
                kind=NodeKind.HOME,
                x=min(xs),
                y=min(ys),
                width=max(xs) - min(xs),
                height=max(ys) - min(ys),
                row=shapes[at].first_row,
                outline=outline,
                label_at=spot.at,
            )
        )
    return nodes, cramped


def _agencies(family: Family, columns: Columns, drawn: Drawn, sizes: Sizes) -> list[Node]:
    agencies = list({a.id: a for a in family.agencies}.values())
    return [
        Node(
            id=agencies[at].id,
            kind=NodeKind.AGENCY,
            x=drawn.tiles[at][0],
            y=drawn.tiles[at][1],
            width=sizes.agency_width,
            height=columns.heights[at],
        )
        for at in range(len(agencies))
    ]
