"""The household picture as shapes: homes, then lines, then tiles, then badges and letters."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.icon_paths import GRID, circle, ellipse, icon_steps, moved, polygon, rectangle
from app.documents.map_shapes import Drawn, Group, Words, dashes, rounded, slashes
from app.documents.map_style import (
    BADGE,
    CARER_WIDTH,
    FAMILY_WIDTH,
    HOME_CORNER,
    PERSON_CORNER,
    SECTOR_TINT,
    SECTORS,
    SHARING_WIDTH,
    SOFT_TINT,
    MapWords,
    Notation,
    Theme,
)
from app.family_map.family import Family, MapAgency, MapHome, MapPerson, Symbol
from app.family_map.picture import Line, LineKind, Node, NodeKind, Picture
from app.family_map.sizes import Sizes, agency_lines, person_lines

SYMBOL = 17.0  # half the side of a person's symbol
ICON = 18.0
FLAG = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pens:
    """What drawing needs besides the picture: words, colours, notation, measures."""

    words: MapWords
    theme: Theme
    notation: Notation
    sizes: Sizes


def groups_of(picture: Picture, family: Family, pens: Pens) -> tuple[Group, ...]:
    """Return everything in the picture, from the ground upwards."""
    people = {person.id: person for person in family.people}
    agencies = {agency.id: agency for agency in family.agencies}
    homes = {home.id: home for home in family.homes}
    names = {p.id: p.name for p in family.people} | {a.id: a.name for a in family.agencies}
    shown_homes = [n for n in picture.nodes if n.kind is NodeKind.HOME]
    found = [_home_ground(node, homes[node.id], pens) for node in shown_homes]
    found += [_home_edge(node, homes[node.id], pens) for node in shown_homes]
    found += [line_group(line, _line_words(line, names, pens), pens) for line in picture.lines]
    for node in picture.nodes:
        if node.kind is NodeKind.PERSON:
            found.append(_person(node, people[node.id], family.index == node.id, pens))
        elif node.kind is NodeKind.AGENCY:
            found.append(_agency(node, agencies[node.id], pens))
    found += [marks_group(line, pens) for line in picture.lines]
    return tuple(group for group in found if group.shapes)


def line_group(line: Line, about: str, pens: Pens) -> Group:
    """Return a line without its letter and badge."""
    theme, notation = pens.theme, pens.notation
    pattern: tuple[float, ...] = ()
    colour, width = theme.colour("control"), FAMILY_WIDTH
    extra: list[Drawn] = []
    if line.state is not None:
        style = notation.sharing[line.state]
        pattern, colour, width = style.pattern, theme.colour(style.colour), SHARING_WIDTH
    elif line.couple is not None:
        couple = notation.couples[line.couple]
        pattern = couple.pattern
        extra = [
            Drawn(steps=steps, stroke=colour, width=width)
            for steps in slashes(line.points, couple.slashes)
        ]
    elif line.child is not None:
        pattern = notation.children[line.child].pattern
        width = CARER_WIDTH if line.kind is LineKind.CARER else FAMILY_WIDTH
    path = Drawn(
        steps=rounded(line.points, 7),
        stroke=colour,
        width=width,
        dash=dashes(pattern, width),
    )
    return Group(about=about, shapes=(path, *extra))


def marks_group(line: Line, pens: Pens) -> Group:
    """Return a line's letter or badge."""
    theme = pens.theme
    if line.badge_at is not None and line.state is not None:
        style = pens.notation.sharing[line.state]
        colour = theme.colour(style.colour)
        x, y = line.badge_at
        scale = BADGE * 1.2 / GRID
        icon = moved(icon_steps(style.badge), x - GRID * scale / 2, y - GRID * scale / 2, scale)
        return Group(
            about="",
            shapes=(
                Drawn(
                    steps=circle(x, y, BADGE),
                    fill=theme.colour("surface"),
                    stroke=colour,
                    width=1.8,
                ),
                Drawn(steps=icon, stroke=colour, width=1.5),
            ),
        )
    if line.letter and line.letter_at is not None:
        x, y = line.letter_at
        half = 4 + 4 * len(line.letter)
        return Group(
            about="",
            shapes=(
                Drawn(
                    steps=rectangle(x - half, y - 8, half * 2, 16, 8), fill=theme.colour("surface")
                ),
                Words(
                    text=line.letter,
                    x=x,
                    y=y + 4.2,
                    size=12,
                    colour=theme.colour("text"),
                    bold=True,
                    anchor="middle",
                ),
            ),
        )
    return Group(about="", shapes=())


def symbol_shapes(
    x: float, y: float, half: float, person: MapPerson, index: bool, pens: Pens
) -> tuple[Drawn | Words, ...]:
    """Return a person's symbol about a middle, with initials; doubled for the index person."""
    theme, kind = pens.theme, pens.notation.symbols[person.symbol]
    ink = theme.colour("text")
    shapes: list[Drawn | Words] = [
        Drawn(steps=_symbol(kind, x, y, half), fill=theme.colour("surface"), stroke=ink, width=1.6)
    ]
    if index:
        shapes.append(Drawn(steps=_symbol(kind, x, y, half - 3.2), stroke=ink, width=1.2))
    if person.deceased:
        reach = half * 0.72
        cross = (
            ("M", (x - reach, y - reach)),
            ("L", (x + reach, y + reach)),
            ("M", (x + reach, y - reach)),
            ("L", (x - reach, y + reach)),
        )
        shapes.append(Drawn(steps=cross, stroke=ink, width=1.4))
        return tuple(shapes)
    inside = "?" if person.symbol is Symbol.UNKNOWN else person.initials[:2]
    if inside and person.symbol is not Symbol.UNBORN:
        shapes.append(
            Words(
                text=inside,
                x=x,
                y=y + (5.2 if kind == "dome" else 4.2),
                size=12,
                colour=ink,
                bold=True,
                anchor="middle",
            )
        )
    return tuple(shapes)


def _symbol(
    kind: str, x: float, y: float, half: float
) -> tuple[tuple[str, tuple[float, ...]], ...]:
    if kind == "circle":
        return ellipse(x, y, half, half)
    if kind == "diamond":
        return polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)))
    if kind == "triangle":
        return polygon(((x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)))
    if kind == "dome":
        reach = half * 0.9
        k = reach * 0.5522847498
        return (
            ("M", (x - reach, y + reach)),
            ("L", (x - reach, y)),
            ("C", (x - reach, y - k, x - k, y - reach, x, y - reach)),
            ("C", (x + k, y - reach, x + reach, y - k, x + reach, y)),
            ("L", (x + reach, y + reach)),
            ("Z", ()),
        )
    reach = half * 0.9
    return rectangle(x - reach, y - reach, 2 * reach, 2 * reach)


def _person(node: Node, person: MapPerson, index: bool, pens: Pens) -> Group:
    theme, sizes = pens.theme, pens.sizes
    names, seconds = person_lines(person.name, person.second_line, sizes)
    tile = rectangle(node.x, node.y, node.width, node.height, PERSON_CORNER)
    shapes: list[Drawn | Words] = [
        Drawn(
            steps=tile,
            fill=theme.colour("surface"),
            stroke=theme.colour("primary" if index else "control"),
            width=2.2 if index else 1.0,
        )
    ]
    left = node.x + 12
    shapes += symbol_shapes(left + SYMBOL, node.y + 9 + SYMBOL, SYMBOL, person, index, pens)
    at = node.x + node.width - 10
    for flag in person.flags[:4]:
        icon = icon_steps(flag)
        if icon:
            at -= FLAG
            scale = FLAG / GRID
            steps = moved(icon, at, node.y + 11, scale)
            shapes.append(Drawn(steps=steps, stroke=theme.colour("text2"), width=1.4))
            at -= 6
    y = node.y + 60
    for name in names:
        shapes.append(
            Words(
                text=name,
                x=left,
                y=y,
                size=sizes.name_size,
                colour=theme.colour("text"),
                bold=True,
            )
        )
        y += sizes.name_step
    y -= 1
    for second in seconds:
        shapes.append(
            Words(text=second, x=left, y=y, size=sizes.second_size, colour=theme.colour("text2"))
        )
        y += sizes.second_step
    return Group(about=_joined(person.name, person.second_line), shapes=tuple(shapes))


def _agency(node: Node, agency: MapAgency, pens: Pens) -> Group:
    theme, sizes = pens.theme, pens.sizes
    hue = theme.colour(agency.sector if agency.sector in SECTORS else "text2")
    names, seconds = agency_lines(agency.name, agency.second_line, sizes)
    middle = node.y + node.height / 2
    disc = (node.x + 29, middle)
    shapes: list[Drawn | Words] = [
        Drawn(
            steps=rectangle(node.x, node.y, node.width, node.height, sizes.agency_height / 2),
            fill=theme.colour("surface"),
            stroke=theme.colour("control"),
            width=1.0,
        ),
        Drawn(steps=circle(*disc, 19), fill=hue, opacity=SECTOR_TINT),
    ]
    scale = ICON / GRID
    steps = moved(icon_steps(agency.icon), disc[0] - ICON / 2, disc[1] - ICON / 2, scale)
    if steps:
        shapes.append(Drawn(steps=steps, stroke=hue, width=1.5))
    tall = sizes.agency_step * len(names) + sizes.second_step * len(seconds)
    y = middle - tall / 2 + 13
    for name in names:
        shapes.append(
            Words(
                text=name,
                x=node.x + 56,
                y=y,
                size=sizes.agency_size,
                colour=theme.colour("text"),
                bold=True,
            )
        )
        y += sizes.agency_step
    for second in seconds:
        shapes.append(
            Words(
                text=second,
                x=node.x + 56,
                y=y - 1,
                size=sizes.second_size,
                colour=theme.colour("text2"),
            )
        )
        y += sizes.second_step
    return Group(about=_joined(agency.name, agency.second_line), shapes=tuple(shapes))


def _home_ground(node: Node, home: MapHome, pens: Pens) -> Group:
    if not home.main:
        return Group(about="", shapes=())
    steps = rounded(node.outline, HOME_CORNER, closed=True)
    ground = Drawn(steps=steps, fill=pens.theme.colour("soft"), opacity=SOFT_TINT)
    return Group(about="", shapes=(ground,))


def _home_edge(node: Node, home: MapHome, pens: Pens) -> Group:
    theme, sizes = pens.theme, pens.sizes
    colour = theme.colour("primary") if home.main else theme.colour("control")
    shapes: list[Drawn | Words] = [
        Drawn(
            steps=rounded(node.outline, HOME_CORNER, closed=True),
            stroke=colour,
            width=1.2,
            dash=(1.6, 3.4),
        )
    ]
    if node.label_at is not None:
        x, y = node.label_at
        icon = moved(icon_steps("house"), x, y - 7.5, 14 / GRID)
        ink = theme.colour("onsoft")
        shapes.append(Drawn(steps=icon, stroke=ink, width=1.3))
        shapes.append(
            Words(
                text=home.label,
                x=x + sizes.label_icon,
                y=y + 4.2,
                size=sizes.label_size,
                colour=ink,
                bold=True,
            )
        )
    return Group(about=home.label, shapes=tuple(shapes))


def _line_words(line: Line, names: dict[str, str], pens: Pens) -> str:
    who = " – ".join(names.get(end, "") for end in line.ends)
    if line.state is not None:
        return _joined(who, pens.words.states[line.state])
    if line.couple is not None:
        return _joined(who, pens.words.couples[line.couple])
    return _joined(who, pens.words.children[line.child]) if line.child is not None else who


def _joined(one: str, other: str) -> str:
    return f"{one}, {other}" if other else one
