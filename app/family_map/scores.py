"""How good a picture is, in numbers where lower is better; most must be nought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from app.family_map.family import Family
from app.family_map.kin import Kin, kin_of
from app.family_map.labels import Segment, box_of, segments_of
from app.family_map.picture import Line, LineKind, Node, NodeKind, Picture, Point
from app.family_map.sizes import Sizes, label_width

NEAR = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What is wrong with a picture. All but the first three and `edge` must be nought."""

    cross: int  # child lines of two couples of one row that change sides
    through: int  # people a couple's line passes
    inside: int  # strangers standing among brothers and sisters
    sib: int  # brothers and sisters out of birth order
    overlap: int  # tiles on tiles
    outside: int  # anything beyond the edge of the picture
    enclose: int  # people inside the outline of a home that is not theirs
    left_out: int  # members outside the outline of their home
    line_through_tile: int
    line_crosses_label: int
    on_top: int  # lines that mean different things lying on each other
    edge: float  # sideways way from couples to children, in tile widths


def scores(
    family: Family, picture: Picture, sizes: Sizes, *, one_at_a_time: bool = False
) -> Scores:
    """Score a picture of a family, from where things are and nothing else.

    `one_at_a_time` allows sharing lines of different people to lie on each other.
    """
    kin = kin_of(family)
    people = [picture.node(person.id) for person in kin.people]
    tiles = [node for node in picture.nodes if node.kind is not NodeKind.HOME]
    enclosed, left_out = _homes(family, picture)
    return Scores(
        cross=_cross(kin, people),
        through=_through(kin, people),
        inside=_inside(kin, people),
        sib=_sib(kin, people),
        overlap=sum(1 for one, other in combinations(tiles, 2) if _overlap(_box(one), _box(other))),
        outside=_outside(picture),
        enclose=enclosed,
        left_out=left_out,
        line_through_tile=_line_through_tile(picture, tiles),
        line_crosses_label=_line_crosses_label(family, picture, sizes),
        on_top=_on_top(picture, one_at_a_time=one_at_a_time),
        edge=sum(
            abs(_middle(people[child]) - _middle_of(people, couple.partners)) / sizes.person_width
            for couple in kin.couples
            if couple.partners
            for child in couple.children
        ),
    )


def _middle(node: Node) -> float:
    return node.x + node.width / 2


def _middle_of(people: list[Node], who: tuple[int, ...]) -> float:
    return sum(_middle(people[i]) for i in who) / len(who)


def _cross(kin: Kin, people: list[Node]) -> int:
    found = 0
    drawn = [c for c in kin.couples if c.partners]
    for one, other in combinations(drawn, 2):
        if max(people[i].row for i in one.partners) != max(people[i].row for i in other.partners):
            continue
        apart = _middle_of(people, one.partners) - _middle_of(people, other.partners)
        for child in one.children:
            for cousin in other.children:
                same_row = child != cousin and people[child].row == people[cousin].row
                if same_row and apart * (people[child].x - people[cousin].x) < -1e-6:
                    found += 1
    return found


def _through(kin: Kin, people: list[Node]) -> int:
    found = 0
    for couple in kin.couples:
        if len(couple.partners) == 2:
            one, other = (people[i] for i in couple.partners)
            if one.row == other.row:
                low, high = sorted((one.x, other.x))
                found += sum(1 for n in people if n.row == one.row and low < n.x < high)
    return found


def _broods(kin: Kin, people: list[Node]) -> Iterator[list[int]]:
    for at, couple in enumerate(kin.couples):
        mine = [i for i in couple.children if kin.sibship[i] == at]
        for row in sorted({people[i].row for i in mine}):
            yield [i for i in mine if people[i].row == row]


def _inside(kin: Kin, people: list[Node]) -> int:
    found = 0
    for brood in _broods(kin, people):
        allowed = {p for i in brood for c in kin.couples_of[i] for p in kin.couples[c].partners}
        allowed.update(brood)
        low, high = min(people[i].x for i in brood), max(people[i].x for i in brood)
        row = people[brood[0]].row
        found += sum(
            1
            for i, node in enumerate(people)
            if node.row == row and low < node.x < high and i not in allowed
        )
    return found


def _sib(kin: Kin, people: list[Node]) -> int:
    return sum(
        1
        for brood in _broods(kin, people)
        for older, younger in combinations(brood, 2)
        if people[older].x > people[younger].x
    )


def _box(node: Node) -> Segment:
    return (node.x, node.y, node.x + node.width, node.y + node.height)


def _overlap(one: Segment, other: Segment) -> bool:
    return (
        one[0] < other[2] - 0.5
        and other[0] < one[2] - 0.5
        and one[1] < other[3] - 0.5
        and other[1] < one[3] - 0.5
    )


def _outside(picture: Picture) -> int:
    points: list[Point] = []
    for node in picture.nodes:
        points += [(node.x, node.y), (node.x + node.width, node.y + node.height)]
        points += node.outline
    for line in picture.lines:
        points += line.points
        points += [p for p in (line.badge_at, line.letter_at) if p is not None]
    return sum(1 for x, y in points if not (0 <= x <= picture.width and 0 <= y <= picture.height))


def _homes(family: Family, picture: Picture) -> tuple[int, int]:
    members = {home.id: set(home.members) for home in family.homes}
    enclosed = left_out = 0
    people = [node for node in picture.nodes if node.kind is NodeKind.PERSON]
    for home in picture.nodes:
        if home.kind is not NodeKind.HOME:
            continue
        edges = segments_of([home.outline], closed=True)
        for node in people:
            box = _box(node)
            cut = any(_overlap(_thick(edge), box) for edge in edges)
            inside = contains(home.outline, (_middle(node), node.y + node.height / 2))
            if node.id in members[home.id]:
                left_out += 1 if cut or not inside else 0
            else:
                enclosed += 1 if cut or inside else 0
    return enclosed, left_out


def contains(outline: tuple[Point, ...], point: Point) -> bool:
    """Tell whether a point lies within a closed outline."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise([*outline, outline[0]]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def _thick(edge: Segment) -> Segment:
    return (edge[0] - 0.6, edge[1] - 0.6, edge[2] + 0.6, edge[3] + 0.6)


def _line_through_tile(picture: Picture, tiles: list[Node]) -> int:
    found = 0
    for line in picture.lines:
        for edge in segments_of([line.points]):
            found += sum(1 for tile in tiles if _overlap(_thick(edge), _shrunk(_box(tile))))
    return found


def _shrunk(box: Segment) -> Segment:
    return (box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1)


def _line_crosses_label(family: Family, picture: Picture, sizes: Sizes) -> int:
    labels = {home.id: home.label for home in family.homes}
    edges = segments_of(line.points for line in picture.lines)
    badges = [line.badge_at for line in picture.lines if line.kind is LineKind.SHARING]
    edges += [(b[0] - 12, b[1] - 12, b[0] + 12, b[1] + 12) for b in badges if b is not None]
    found = 0
    for node in picture.nodes:
        if node.label_at is not None:
            box = box_of(node.label_at, label_width(labels[node.id], sizes), sizes)
            found += sum(1 for edge in edges if _overlap(_thick(edge), box))
    return found


def _on_top(picture: Picture, *, one_at_a_time: bool) -> int:
    """Straight pieces of unlike lines on each other; a brood may share its parents' piece."""
    found = 0
    for one, other in combinations(picture.lines, 2):
        if one.kind is other.kind and _upper_ends(one) == _upper_ends(other):
            continue
        sharing = one.kind is other.kind is LineKind.SHARING
        if one_at_a_time and sharing and one.ends[0] != other.ends[0]:
            continue
        for a in segments_of([one.points]):
            for b in segments_of([other.points]):
                level = a[1] == a[3] and b[1] == b[3] and abs(a[1] - b[1]) < NEAR
                upright = a[0] == a[2] and b[0] == b[2] and abs(a[0] - b[0]) < NEAR
                beside = min(a[2], b[2]) - max(a[0], b[0]) if level else 0.0
                along = min(a[3], b[3]) - max(a[1], b[1]) if upright else 0.0
                found += 1 if max(beside, along) > NEAR else 0
    return found


def _upper_ends(line: Line) -> tuple[str, ...]:
    return line.ends if line.child is None else line.ends[:-1]
