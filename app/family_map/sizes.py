"""How big things are: tiles, gaps and lanes, and how words are broken into lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

NARROW = frozenset("ijlI.,;:'|!()[] ·")
WIDE = frozenset("mwMWÆæŒœ@%")

AFAR_SIDES = 16.0  # left and right of words in a tile seen from afar
AFAR_ICON = 42.0  # the same with a small icon at their left
AFAR_STEP = 1.2  # from line to line there, in sizes of its letters
SMALL_SYMBOL = 30.0  # above a name and a second line
LEAST_SYMBOL = 18.0  # above a name alone
SYMBOL_ROOM = 10.0  # above and below a person's symbol, and below their name
AGENCY_ROOM = 6.0

TextWidth = Callable[[str, float, int], float]


def estimated_width(text: str, size: float, weight: int) -> float:
    """Guess how wide words are when nobody can measure them; errs on the wide side."""
    wide = 0.0
    for letter in text:
        if letter in NARROW:
            wide += 0.32
        elif letter in WIDE:
            wide += 0.92
        elif letter.isupper():
            wide += 0.70
        elif letter.isascii():
            wide += 0.58
        else:
            wide += 0.62
    return wide * size * (1.04 if weight >= 600 else 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Every length the layout uses. `text_width` is text, size and weight to width."""

    person_width: float = 138.0
    person_height: float = 92.0
    person_inner: float = 114.0  # room for words inside a person tile
    agency_width: float = 178.0
    agency_height: float = 58.0
    agency_inner: float = 108.0
    name_size: float = 14.0
    name_step: float = 18.0
    second_size: float = 12.0
    second_step: float = 16.0
    agency_size: float = 13.0
    agency_step: float = 17.0
    label_size: float = 12.0
    label_height: float = 22.0
    label_icon: float = 20.0
    agency_round: float = 22.0  # room above and below the words of an agency
    gap: float = 36.0  # between neighbours of one home
    couple_gap: float = 0.0  # least room between partners, for the signs on their line
    boundary: float = 20.0  # added for each home outline that passes between neighbours
    row_gap: float = 26.0  # least room for family lines between two rows
    track: float = 14.0  # between two family lines that run side by side
    lane: float = 8.0  # between two sharing lines that run side by side
    tie: float = 28.0  # room one sharing line and its badge take at an agency
    aside: float = 14.0  # from the people to the nearest upright piece of a sharing line
    bend: float = 10.0  # where a sharing line turns towards its agency
    stub: float = 36.0  # last straight piece of a sharing line, where its badge sits
    agency_gap: float = 16.0
    margin: float = 24.0
    afar: float = 0.0  # how large the letters of names grow when seen from afar; 0 for never
    text_width: TextWidth = estimated_width


def screen_sizes(text_width: TextWidth) -> Sizes:
    """Return the sizes for a screen, where room is scarce and people come nearer by themselves.

    Names keep their room down to a zoom of 71 %, where letters of 12 pixels are 17 units, and so
    does who an agency works with.
    """
    return Sizes(
        agency_width=170.0,
        agency_inner=110.0,
        agency_height=54.0,
        agency_round=14.0,
        label_size=14.0,
        gap=16.0,
        couple_gap=40.0,
        boundary=12.0,
        aside=8.0,
        bend=5.0,
        stub=28.0,
        agency_gap=8.0,
        margin=12.0,
        afar=17.0,
        text_width=text_width,
    )


def wrapped(
    text: str, room: float, size: float, weight: int, text_width: TextWidth
) -> tuple[str, ...]:
    """Break words into lines that fit `room`; a word too long for a line is broken, never cut."""
    lines: list[str] = []
    line = ""
    for word in text.replace("-", "-\u200b").split():
        for part in word.split("\u200b"):
            glue = "" if not line or (line.endswith("-") and part != word) else " "
            if text_width(line + glue + part, size, weight) <= room:
                line += glue + part
                continue
            if line:
                lines.append(line)
            line = part
            while text_width(line, size, weight) > room and len(line) > 1:
                cut = _longest_start(line, room, size, weight, text_width)
                lines.append(line[:cut])
                line = line[cut:]
    if line:
        lines.append(line)
    return tuple(lines)


def person_lines(name: str, second: str, sizes: Sizes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of a person tile: the name's, then the second line's."""
    return (
        wrapped(name, sizes.person_inner, sizes.name_size, 600, sizes.text_width),
        wrapped(second, sizes.person_inner, sizes.second_size, 400, sizes.text_width),
    )


def agency_lines(name: str, second: str, sizes: Sizes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of an agency tile: the name's, then the second line's."""
    return (
        wrapped(name, sizes.agency_inner, sizes.agency_size, 600, sizes.text_width),
        wrapped(second, sizes.agency_inner, sizes.second_size, 400, sizes.text_width),
    )


def person_height(name: str, second: str, sizes: Sizes) -> float:
    """Return how tall a person tile must be for its words."""
    names, seconds = person_lines(name, second, sizes)
    near = (
        sizes.person_height
        + sizes.name_step * max(0, len(names) - 1)
        + sizes.second_step * max(0, len(seconds) - 1)
    )
    afar = tall_afar(name, "", sizes.person_width - AFAR_SIDES, sizes)
    return max(near, afar + LEAST_SYMBOL + SYMBOL_ROOM) if afar else near


def agency_height(name: str, second: str, ties: int, sizes: Sizes) -> float:
    """Return how tall an agency tile must be for its words and for the lines that end on it."""
    names, seconds = agency_lines(name, second, sizes)
    words = sizes.agency_round + sizes.agency_step * len(names) + sizes.second_step * len(seconds)
    afar = tall_afar(name, second, sizes.agency_width - AFAR_ICON, sizes)
    lines = sizes.tie * ties + 18 if ties > 1 else 0.0
    return max(sizes.agency_height, words, lines, afar + AGENCY_ROOM if afar else 0.0)


def tall_afar(name: str, second: str, room: float, sizes: Sizes) -> float:
    """Return how tall words are in the largest letters they grow to; 0 where they never grow."""
    if not sizes.afar:
        return 0.0
    names = wrapped(name, room, sizes.afar, 600, sizes.text_width)
    seconds = wrapped(second, room, sizes.afar, 400, sizes.text_width)
    return AFAR_STEP * sizes.afar * (len(names) + len(seconds))


def label_width(label: str, sizes: Sizes) -> float:
    """Return the room a home's label takes, its little house included."""
    return sizes.label_icon + sizes.text_width(label, sizes.label_size, 600)


def _longest_start(word: str, room: float, size: float, weight: int, text_width: TextWidth) -> int:
    cut = len(word) - 1
    while cut > 1 and text_width(word[:cut], size, weight) > room:
        cut -= 1
    return cut
