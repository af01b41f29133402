"""The household picture as one standalone SVG file, legend and date included."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from app.documents.icon_paths import Steps, rectangle
from app.documents.map_drawing import groups_of
from app.documents.map_legend import legend_of
from app.documents.map_shapes import Drawn, Group, Words
from app.documents.map_style import MapWords, Theme
from app.documents.map_tiles import Pens
from app.family_map.family import Family
from app.family_map.lay_out import ORDINARY
from app.family_map.notation import read_notation
from app.family_map.picture import Picture
from app.family_map.sizes import Sizes

FONTS = "Inter, 'Atkinson Hyperlegible Next', 'Noto Sans', 'DejaVu Sans', sans-serif"
MARGIN = 24.0
HEAD = 56.0
NARROWEST = 640.0


def family_map_svg(
    picture: Picture, family: Family, words: MapWords, theme: Theme, *, sizes: Sizes = ORDINARY
) -> str:
    """Return the SVG text. `sizes` must be those the picture was laid out with."""
    pens = Pens(words=words, theme=theme, notation=read_notation(), sizes=sizes)
    width = max(picture.width, NARROWEST)
    legend = legend_of(picture, family, pens, width - 2 * MARGIN)
    height = HEAD + picture.height + legend.height + MARGIN
    ground = Drawn(steps=rectangle(0, 0, width, height), fill=theme.colour("canvas"))
    head = Group(
        about="",
        shapes=(
            ground,
            Words(
                text=words.title, x=MARGIN, y=30, size=18, colour=theme.colour("text"), bold=True
            ),
            Words(
                text=words.drawn_on,
                x=MARGIN,
                y=50,
                size=13,
                colour=theme.colour("text2"),
            ),
        ),
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" '
        f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}" '
        f'font-family="{FONTS}" stroke-linecap="round" stroke-linejoin="round">',
        f'<title id="title">{escape(words.title)}</title>',
        f'<desc id="desc">{escape(words.description)}</desc>',
        *_group(head),
        f'<g transform="translate({_n((width - picture.width) / 2)} {_n(HEAD)})">',
        *_groups(groups_of(picture, family, pens)),
        "</g>",
        f'<g transform="translate({_n(MARGIN)} {_n(HEAD + picture.height)})">',
        *_groups(legend.groups),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _groups(groups: Sequence[Group]) -> list[str]:
    return [line for group in groups for line in _group(group)]


def _group(group: Group) -> list[str]:
    shapes = [_path(s) if isinstance(s, Drawn) else _words(s) for s in group.shapes]
    if not group.about:
        return shapes
    return ["<g>", f"<title>{escape(group.about)}</title>", *shapes, "</g>"]


def _path(shape: Drawn) -> str:
    parts = [f'd="{_data(shape.steps)}"', f"fill={quoteattr(shape.fill or 'none')}"]
    if shape.fill is not None and shape.opacity < 1:
        parts.append(f'fill-opacity="{shape.opacity:.3f}"')
    if shape.stroke is not None:
        parts += [f"stroke={quoteattr(shape.stroke)}", f'stroke-width="{_n(shape.width)}"']
    if shape.dash:
        parts += ['stroke-dasharray="' + " ".join(_n(v) for v in shape.dash) + '"']
        parts.append('stroke-linecap="butt"')
    return f"<path {' '.join(parts)}/>"


def _words(words: Words) -> str:
    parts = [
        f'x="{_n(words.x)}"',
        f'y="{_n(words.y)}"',
        f'font-size="{_n(words.size)}"',
        f"fill={quoteattr(words.colour)}",
    ]
    if words.bold:
        parts.append('font-weight="600"')
    if words.anchor != "start":
        parts.append(f'text-anchor="{words.anchor}"')
    return f"<text {' '.join(parts)}>{escape(words.text)}</text>"


def _data(steps: Steps) -> str:
    return " ".join(kind + " ".join(_n(v) for v in numbers) for kind, numbers in steps)


def _n(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
