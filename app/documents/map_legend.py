"""The legend: a sample and words for every symbol, line and badge that the picture really uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.documents.icon_paths import Steps, rectangle
from app.documents.map_drawing import line_group, marks_group
from app.documents.map_shapes import Drawn, Group, Words, dashes, slashes
from app.documents.map_style import CARER_WIDTH, FAMILY_WIDTH
from app.documents.map_tiles import Pens, symbol_shapes
from app.family_map.family import ChildKind, Family, MapPerson, Symbol, TieState
from app.family_map.picture import Line, LineKind, Picture

SAMPLE = 46.0
STATE_SAMPLE = 74.0  # so that the pattern can be seen beside the badge
SYMBOL_SAMPLE = 26.0
LINE_STEP = 30.0
SIZE = 13.0
AFTER = 22.0  # between one entry and the next
TITLE = 24.0

Sample = Callable[[float, float], tuple[Drawn | Words, ...]]
Entry = tuple[str, float, Sample]  # words, width of the sample, what draws it


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """A legend laid out for a width, from its own top left."""

    groups: tuple[Group, ...]
    height: float


def legend_of(picture: Picture, family: Family, pens: Pens, width: float) -> Legend:
    """Return the legend, wrapped to a width."""
    words, theme = pens.words, pens.theme
    shapes: list[Group] = [
        Group(
            about=words.legend,
            shapes=(
                Words(
                    text=words.legend,
                    x=0,
                    y=14,
                    size=SIZE,
                    colour=theme.colour("text"),
                    bold=True,
                ),
            ),
        )
    ]
    x, y = 0.0, TITLE + LINE_STEP / 2
    for text, wide, sample in _entries(picture, family, pens):
        room = wide + 8 + pens.sizes.text_width(text, SIZE, 400)
        if x > 0 and x + room > width:
            x = 0.0
            y += LINE_STEP
        label = Words(text=text, x=x + wide + 8, y=y + 4.5, size=SIZE, colour=theme.colour("text"))
        shapes.append(Group(about=text, shapes=(*sample(x, y), label)))
        x += room + AFTER
    return Legend(groups=tuple(shapes), height=y + LINE_STEP / 2)


def _entries(picture: Picture, family: Family, pens: Pens) -> list[Entry]:
    words = pens.words
    found: list[Entry] = []
    people = {p.id: p for p in family.people}
    shown = [people[n.id] for n in picture.nodes if n.id in people]
    for symbol in Symbol:
        if any(p.symbol is symbol for p in shown):
            found.append((words.symbols[symbol], SYMBOL_SAMPLE, _symbol_sample(symbol, pens)))
    if any(p.deceased for p in shown):
        found.append(
            (words.deceased, SYMBOL_SAMPLE, _symbol_sample(Symbol.MAN, pens, deceased=True))
        )
    if any(p.id == family.index for p in shown):
        found.append((words.index, SYMBOL_SAMPLE, _symbol_sample(Symbol.WOMAN, pens, index=True)))
    outlined = {n.id for n in picture.nodes if n.outline}
    if any(h.main for h in family.homes if h.id in outlined):
        found.append((words.home, SAMPLE, _home_sample(pens, main=True)))
    if any(not h.main for h in family.homes if h.id in outlined):
        found.append((words.other_home, SAMPLE, _home_sample(pens, main=False)))
    couples = {line.couple for line in picture.lines if line.couple is not None}
    for kind, couple in pens.notation.couples.items():
        if kind in couples:
            found.append(
                (words.couples[kind], SAMPLE, _family_sample(pens, couple.pattern, couple.slashes))
            )
    children = {line.child for line in picture.lines if line.child is not None}
    for how in ChildKind:
        if how in children:
            found.append((words.children[how], SAMPLE, _child_sample(pens, how, picture)))
    states = {line.state for line in picture.lines if line.state is not None}
    for state in TieState:
        if state in states:
            found.append((words.states[state], STATE_SAMPLE, _state_sample(pens, state)))
    return found


def _symbol_sample(
    symbol: Symbol, pens: Pens, *, deceased: bool = False, index: bool = False
) -> Sample:
    person = MapPerson(
        id="", name="", second_line="", initials="", symbol=symbol, deceased=deceased
    )

    def sample(x: float, y: float) -> tuple[Drawn | Words, ...]:
        return symbol_shapes(x + SYMBOL_SAMPLE / 2, y, 11, person, index, pens)

    return sample


def _home_sample(pens: Pens, *, main: bool) -> Sample:
    theme = pens.theme

    def sample(x: float, y: float) -> tuple[Drawn | Words, ...]:
        return (
            Drawn(
                steps=rectangle(x + 5, y - 11, SAMPLE - 10, 22, 7),
                fill=theme.colour("soft") if main else None,
                stroke=theme.colour("primary" if main else "control"),
                width=1.2,
                dash=(1.6, 3.4),
            ),
        )

    return sample


def _family_sample(pens: Pens, pattern: tuple[float, ...], strokes: int) -> Sample:
    colour = pens.theme.colour("control")

    def sample(x: float, y: float) -> tuple[Drawn | Words, ...]:
        ends = ((x, y), (x + SAMPLE, y))
        line = Drawn(
            steps=_straight(x, y),
            stroke=colour,
            width=FAMILY_WIDTH,
            dash=dashes(pattern, FAMILY_WIDTH),
        )
        across = [
            Drawn(steps=steps, stroke=colour, width=FAMILY_WIDTH)
            for steps in slashes(ends, strokes)
        ]
        return (line, *across)

    return sample


def _child_sample(pens: Pens, how: ChildKind, picture: Picture) -> Sample:
    style = pens.notation.children[how]
    by_carer = all(line.kind is LineKind.CARER for line in picture.lines if line.child is how)
    width = CARER_WIDTH if by_carer else FAMILY_WIDTH

    def sample(x: float, y: float) -> tuple[Drawn | Words, ...]:
        line = Drawn(
            steps=_straight(x, y),
            stroke=pens.theme.colour("control"),
            width=width,
            dash=dashes(style.pattern, width),
        )
        mark = Line(
            kind=LineKind.CHILD,
            ends=(),
            points=(),
            letter=style.letter,
            letter_at=(x + SAMPLE / 2, y),
        )
        return (line, *marks_group(mark, pens).shapes)

    return sample


def _state_sample(pens: Pens, state: TieState) -> Sample:
    def sample(x: float, y: float) -> tuple[Drawn | Words, ...]:
        line = Line(
            kind=LineKind.SHARING,
            ends=(),
            points=((x, y), (x + STATE_SAMPLE, y)),
            state=state,
            badge_at=(x + STATE_SAMPLE - 20, y),
        )
        return (*line_group(line, "", pens).shapes, *marks_group(line, pens).shapes)

    return sample


def _straight(x: float, y: float) -> Steps:
    return (("M", (x, y)), ("L", (x + SAMPLE, y)))
