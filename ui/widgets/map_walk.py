"""Where the arrow keys lead in the household picture: along the family first, then by place."""

from __future__ import annotations

from enum import StrEnum

from app.family_map.family import Family
from app.family_map.picture import Node, NodeKind, Picture


class Way(StrEnum):
    """Which arrow key was pressed."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


def reading_order(picture: Picture) -> tuple[str, ...]:
    """Return the ids of people from top left to bottom right, then of agencies."""
    nodes = [node for node in picture.nodes if node.kind is not NodeKind.HOME]
    people = [node for node in nodes if node.kind is NodeKind.PERSON]
    agencies = [node for node in nodes if node.kind is NodeKind.AGENCY]
    people.sort(key=lambda node: (node.row, node.x))
    agencies.sort(key=lambda node: (node.x > picture.width / 2, node.y))
    return tuple(node.id for node in (*people, *agencies))


def next_to(family: Family, picture: Picture, id_: str, way: Way) -> str:
    """Return who is next in that direction; the same id where nobody is."""
    places = {node.id: node for node in picture.nodes if node.kind is not NodeKind.HOME}
    here = places[id_]
    kin: tuple[str, ...] = ()
    if here.kind is NodeKind.PERSON and way is Way.UP:
        kin = _parents(family, id_)
    elif here.kind is NodeKind.PERSON and way is Way.DOWN:
        kin = _children(family, id_)
    related = [places[one] for one in kin if one in places]
    if related:
        return min(related, key=lambda node: (abs(_x(node) - _x(here)), node.id)).id
    ahead = [node for node in places.values() if _ahead(here, node, way) > 1]
    if not ahead:
        return id_
    return min(ahead, key=lambda node: (_cost(here, node, way), node.id)).id


def _parents(family: Family, id_: str) -> tuple[str, ...]:
    found: list[str] = []
    for union in family.unions:
        if any(child.person == id_ for child in union.children):
            found.extend(union.partners)
    if not found:
        found = [carer.carer for carer in family.carers if carer.child == id_]
    return tuple(found)


def _children(family: Family, id_: str) -> tuple[str, ...]:
    found = [
        child.person for union in family.unions if id_ in union.partners for child in union.children
    ]
    if not found:
        found = [carer.child for carer in family.carers if carer.carer == id_]
    return tuple(found)


def _x(node: Node) -> float:
    return node.x + node.width / 2


def _y(node: Node) -> float:
    return node.y + node.height / 2


def _ahead(here: Node, there: Node, way: Way) -> float:
    across, down = _x(there) - _x(here), _y(there) - _y(here)
    return {Way.UP: -down, Way.DOWN: down, Way.LEFT: -across, Way.RIGHT: across}[way]


def _cost(here: Node, there: Node, way: Way) -> float:
    across, down = abs(_x(there) - _x(here)), abs(_y(there) - _y(here))
    along, aside = (down, across) if way in (Way.UP, Way.DOWN) else (across, down)
    return along + 2.5 * aside
