"""The household picture as shapes: homes, then lines, then tiles, then badges and letters."""

from __future__ import annotations

from app.documents.icon_paths import GRID, circle, icon_steps, moved, rectangle
from app.documents.map_shapes import Drawn, Group, Words, dashes, rounded, slashes
from app.documents.map_style import (
    BADGE,
    CARER_WIDTH,
    FAMILY_WIDTH,
    HOME_CORNER,
    SHARING_WIDTH,
    SOFT_TINT,
)
from app.documents.map_tiles import Pens, agency_tile, joined, person_tile
from app.family_map.family import Family, MapHome
from app.family_map.picture import Line, LineKind, Node, NodeKind, Picture


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
            found.append(person_tile(node, people[node.id], family.index == node.id, pens))
        elif node.kind is NodeKind.AGENCY:
            found.append(agency_tile(node, agencies[node.id], pens))
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
        return joined(who, pens.words.states[line.state])
    if line.couple is not None:
        return joined(who, pens.words.couples[line.couple])
    return joined(who, pens.words.children[line.child]) if line.child is not None else who
