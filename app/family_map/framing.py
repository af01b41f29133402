"""Last touches: lines without needless points, and everything moved inside one frame."""

from __future__ import annotations

from dataclasses import replace

from app.family_map.picture import Line, Node, Picture, Point
from app.family_map.sizes import Sizes


def corners(points: list[Point]) -> tuple[Point, ...]:
    """Leave out points that repeat or lie on the way from one corner to the next."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(point[0] - kept[-1][0]) < 0.01 and abs(point[1] - kept[-1][1]) < 0.01:
            continue
        if len(kept) > 1:
            one, middle = kept[-2], kept[-1]
            upright = abs(one[0] - middle[0]) < 0.01 and abs(middle[0] - point[0]) < 0.01
            level = abs(one[1] - middle[1]) < 0.01 and abs(middle[1] - point[1]) < 0.01
            if upright or level:
                kept.pop()
        kept.append(point)
    return tuple(kept)


def framed(nodes: list[Node], lines: list[Line], sizes: Sizes) -> Picture:
    """Move everything so that the picture begins at nought with a margin all round."""
    if not nodes:
        return Picture(width=0.0, height=0.0, nodes=(), lines=())
    xs = [n.x for n in nodes] + [n.x + n.width for n in nodes]
    ys = [n.y for n in nodes] + [n.y + n.height for n in nodes]
    xs += [p[0] for line in lines for p in line.points]
    ys += [p[1] for line in lines for p in line.points]
    ys += [line.badge_at[1] + side for line in lines if line.badge_at for side in (-12, 12)]
    dx, dy = sizes.margin - min(xs), sizes.margin - min(ys)

    def moved(point: Point | None) -> Point | None:
        return None if point is None else (point[0] + dx, point[1] + dy)

    return Picture(
        width=max(xs) - min(xs) + 2 * sizes.margin,
        height=max(ys) - min(ys) + 2 * sizes.margin,
        nodes=tuple(
            replace(
                node,
                x=node.x + dx,
                y=node.y + dy,
                outline=tuple((px + dx, py + dy) for px, py in node.outline),
                label_at=moved(node.label_at),
            )
            for node in nodes
        ),
        lines=tuple(
            replace(
                line,
                points=tuple((px + dx, py + dy) for px, py in line.points),
                letter_at=moved(line.letter_at),
                badge_at=moved(line.badge_at),
            )
            for line in lines
        ),
    )
