"""The picture as plain JSON values, for other programs and for tests of what is drawn."""

from __future__ import annotations

from app.family_map.family import Family
from app.family_map.picture import Line, Node, Picture, Point


def picture_json(picture: Picture, family: Family) -> dict[str, object]:
    """Return nodes and lines with their places, names and states; numbers to a tenth of a unit."""
    names = {home.id: home.label for home in family.homes}
    names.update({agency.id: agency.name for agency in family.agencies})
    names.update({person.id: person.name for person in family.people})
    return {
        "width": round(picture.width, 1),
        "height": round(picture.height, 1),
        "index": family.index,
        "nodes": [_node(node, names.get(node.id, "")) for node in picture.nodes],
        "lines": [_line(line) for line in picture.lines],
    }


def _node(node: Node, name: str) -> dict[str, object]:
    found: dict[str, object] = {
        "id": node.id,
        "kind": node.kind.value,
        "name": name,
        "x": round(node.x, 1),
        "y": round(node.y, 1),
        "width": round(node.width, 1),
        "height": round(node.height, 1),
        "row": node.row,
    }
    if node.outline:
        found["outline"] = [_point(point) for point in node.outline]
    if node.label_at is not None:
        found["label_at"] = _point(node.label_at)
    return found


def _line(line: Line) -> dict[str, object]:
    found: dict[str, object] = {
        "kind": line.kind.value,
        "ends": list(line.ends),
        "points": [_point(point) for point in line.points],
    }
    if line.couple is not None:
        found["couple"] = line.couple.value
    if line.child is not None:
        found["child"] = line.child.value
    if line.state is not None:
        found["state"] = line.state.value
    if line.letter:
        found["letter"] = line.letter
    if line.letter_at is not None:
        found["letter_at"] = _point(line.letter_at)
    if line.badge_at is not None:
        found["badge_at"] = _point(line.badge_at)
    return found


def _point(point: Point) -> list[float]:
    return [round(point[0], 1), round(point[1], 1)]
