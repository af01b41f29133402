"""Tiles of people and agencies as shapes, and the symbols of the notation."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.icon_paths import (
    GRID,
    Steps,
    circle,
    ellipse,
    icon_steps,
    moved,
    polygon,
    rectangle,
)
from app.documents.map_shapes import Drawn, Group, Words
from app.documents.map_style import PERSON_CORNER, SECTOR_TINT, SECTORS, MapWords, Theme
from app.family_map.family import MapAgency, MapPerson, Symbol
from app.family_map.notation import Notation
from app.family_map.picture import Node
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


def person_tile(node: Node, person: MapPerson, index: bool, pens: Pens) -> Group:
    """Return a person's tile: symbol, flags, name, second line."""
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
    return Group(about=joined(person.name, person.second_line), shapes=tuple(shapes))


def agency_tile(node: Node, agency: MapAgency, pens: Pens) -> Group:
    """Return an agency's tile: disc in the hue of its sector, icon, name, second line."""
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
    return Group(about=joined(agency.name, agency.second_line), shapes=tuple(shapes))


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


def joined(one: str, other: str) -> str:
    """Return two pieces of text with a comma between them, or the one that is not empty."""
    return f"{one}, {other}" if other else one


def _symbol(kind: str, x: float, y: float, half: float) -> Steps:
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
