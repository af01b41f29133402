"""Icons as lines and curves, read from the bundled SVG files, so that SVG and PDF draw the same."""

from __future__ import annotations

import math
import re
from importlib.resources import files
from xml.etree import ElementTree

GRID = 24.0  # icons are drawn on a square of this many units
ROUND = 0.5522847498  # how far a circle's handles reach, in radii

Step = tuple[str, tuple[float, ...]]  # M, L, C or Z and their absolute numbers
Steps = tuple[Step, ...]

TOKEN = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def icon_steps(name: str) -> Steps:
    """Return an icon's strokes on the 24-unit square; nothing where there is no such icon."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        return ()
    file = files("resources").joinpath("icons", f"{name}.svg")
    if not file.is_file():
        return ()
    found: list[Step] = []
    for element in ElementTree.fromstring(file.read_text("utf-8")).iter():  # noqa: S314 - our own
        found.extend(_element_steps(element.tag.rpartition("}")[2], element.attrib))
    return tuple(found)


def circle(x: float, y: float, radius: float) -> Steps:
    """Return a full circle."""
    return ellipse(x, y, radius, radius)


def ellipse(x: float, y: float, rx: float, ry: float) -> Steps:
    """Return a full ellipse."""
    kx, ky = rx * ROUND, ry * ROUND
    return (
        ("M", (x - rx, y)),
        ("C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
        ("C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
        ("C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
        ("C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
        ("Z", ()),
    )


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> Steps:
    """Return a rectangle with rounded corners."""
    r = min(radius, width / 2, height / 2)
    if r <= 0:
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        return polygon(corners)
    k = r * (1 - ROUND)
    right, foot = x + width, y + height
    return (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, foot - r)),
        ("C", (right, foot - k, right - k, foot, right - r, foot)),
        ("L", (x + r, foot)),
        ("C", (x + k, foot, x, foot - k, x, foot - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


def polygon(points: tuple[tuple[float, float], ...]) -> Steps:
    """Return a closed shape with straight edges."""
    return (("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ()))


def moved(steps: Steps, dx: float, dy: float, scale: float = 1.0) -> Steps:
    """Return steps scaled about nought and then moved."""
    return tuple(
        (kind, tuple(v * scale + (dy if at % 2 else dx) for at, v in enumerate(numbers)))
        for kind, numbers in steps
    )


def _element_steps(tag: str, has: dict[str, str]) -> Steps:
    def number(name: str) -> float:
        return float(has.get(name, "0"))

    if tag == "path":
        return _path_steps(has["d"])
    if tag == "circle":
        return circle(number("cx"), number("cy"), number("r"))
    if tag == "ellipse":
        return ellipse(number("cx"), number("cy"), number("rx"), number("ry"))
    if tag == "rect":
        return rectangle(number("x"), number("y"), number("width"), number("height"), number("rx"))
    if tag == "line":
        return (("M", (number("x1"), number("y1"))), ("L", (number("x2"), number("y2"))))
    if tag in ("polyline", "polygon"):
        flat = [float(m.group()) for m in re.finditer(r"-?[\d.]+", has["points"])]
        points = tuple(zip(flat[::2], flat[1::2], strict=True))
        closed = polygon(points)
        return closed if tag == "polygon" else closed[:-1]
    return ()


def _numbers(d: str) -> list[tuple[str, list[float]]]:
    """Split path data into letters and their numbers; the flags of arcs may touch what follows."""
    found: list[tuple[str, list[float]]] = []
    for letter, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", d):
        values: list[float] = []
        at = 0
        while at < len(rest):
            if rest[at] in " ,\n\t":
                at += 1
                continue
            if letter in "Aa" and len(values) % 7 in (3, 4):
                values.append(float(rest[at]))
                at += 1
                continue
            match = TOKEN.match(rest, at)
            if match is None:
                raise ValueError(d)
            values.append(float(match.group()))
            at = match.end()
        found.append((letter, values))
    return found


def _path_steps(d: str) -> Steps:
    steps: list[Step] = []
    x = y = start_x = start_y = 0.0
    handle: tuple[float, float] | None = None
    for letter, values in _numbers(d):
        kind = letter.upper()
        count = COUNTS[kind]
        if kind == "Z":
            steps.append(("Z", ()))
            x, y = start_x, start_y
            continue
        for at in range(0, len(values), count):
            v = values[at : at + count]
            dx, dy = (x, y) if letter.islower() else (0.0, 0.0)
            next_handle: tuple[float, float] | None = None
            if kind == "H":
                x = v[0] + dx
                steps.append(("L", (x, y)))
            elif kind == "V":
                y = v[0] + dy
                steps.append(("L", (x, y)))
            elif kind == "A":
                end = (v[5] + dx, v[6] + dy)
                steps.extend(_arc((x, y), (v[0], v[1]), v[2], (bool(v[3]), bool(v[4])), end))
                x, y = end
            else:
                at_points = [n + (dy if nth % 2 else dx) for nth, n in enumerate(v)]
                if kind == "S":
                    first = (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)
                    at_points = [*first, *at_points]
                if kind == "Q":
                    qx, qy, ex, ey = at_points
                    at_points = [
                        x + (qx - x) * 2 / 3,
                        y + (qy - y) * 2 / 3,
                        ex + (qx - ex) * 2 / 3,
                        ey + (qy - ey) * 2 / 3,
                        ex,
                        ey,
                    ]
                if len(at_points) == 6:
                    next_handle = (at_points[2], at_points[3])
                    steps.append(("C", tuple(at_points)))
                else:
                    first_point = kind == "M" and at == 0
                    steps.append(("M" if first_point else "L", tuple(at_points)))
                    if first_point:
                        start_x, start_y = at_points[0], at_points[1]
                x, y = at_points[-2], at_points[-1]
            handle = next_handle
    return tuple(steps)


def _arc(
    start: tuple[float, float],
    radii: tuple[float, float],
    tilt: float,
    flags: tuple[bool, bool],
    end: tuple[float, float],
) -> list[Step]:
    """An SVG arc as curves (W3C SVG 1.1, appendix F.6)."""
    rx, ry = abs(radii[0]), abs(radii[1])
    if start == end or not rx or not ry:
        return [("L", end)]
    turn = math.radians(tilt)
    cos, sin = math.cos(turn), math.sin(turn)
    hx, hy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    px, py = cos * hx + sin * hy, -sin * hx + cos * hy
    grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    root = (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2
    factor = math.sqrt(max(0.0, root) / ((rx * py) ** 2 + (ry * px) ** 2))
    factor = -factor if flags[0] == flags[1] else factor
    cx, cy = factor * rx * py / ry, -factor * ry * px / rx
    mx = cos * cx - sin * cy + (start[0] + end[0]) / 2
    my = sin * cx + cos * cy + (start[1] + end[1]) / 2
    first = math.atan2((py - cy) / ry, (px - cx) / rx)
    sweep = math.atan2((-py - cy) / ry, (-px - cx) / rx) - first
    if flags[1] and sweep < 0:
        sweep += 2 * math.pi
    elif not flags[1] and sweep > 0:
        sweep -= 2 * math.pi
    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / pieces
    reach = 4 / 3 * math.tan(step / 4)
    found: list[Step] = []
    for nth in range(pieces):
        one, two = first + nth * step, first + (nth + 1) * step
        spots = (
            (math.cos(one) - reach * math.sin(one), math.sin(one) + reach * math.cos(one)),
            (math.cos(two) + reach * math.sin(two), math.sin(two) - reach * math.cos(two)),
            (math.cos(two), math.sin(two)),
        )
        flat: list[float] = []
        for ux, uy in spots:
            flat += [mx + cos * rx * ux - sin * ry * uy, my + sin * rx * ux + cos * ry * uy]
        found.append(("C", tuple(flat)))
    return found
