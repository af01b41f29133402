"""Which words and signs of the picture are drawn at a zoom: as many as fit everybody alike.

Letters never go under 12 pixels, so a picture seen from afar has room for fewer of them. A person
gives up the second line first, then most of the symbol, then the surname, and the name last; an
agency draws its icon smaller, gives it up, then the second line, and its name last. Nothing is
ever cut short.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from app.family_map.family import Family, MapAgency, MapPerson
from app.family_map.picture import Node, NodeKind, Picture
from app.family_map.sizes import (
    AFAR_ICON,
    AFAR_SIDES,
    AFAR_STEP,
    AGENCY_ROOM,
    LEAST_SYMBOL,
    SMALL_SYMBOL,
    wrapped,
)
from ui.widgets.map_letters import scene_text_width
from ui.widgets.symbol import initials_room, initials_size

SMALLEST = 12.0  # pixels; no letter is drawn smaller, whatever the zoom
SYMBOL, SYMBOL_AFAR = 34.0, 38.0
NAME, SECOND, AGENCY_NAME = 14.0, 12.0, 13.0
NAME_TOP = 50.0  # where a name begins when everything is drawn
SYMBOL_TOP = 6.0  # above and below the symbol when not everything is drawn
FOOT = 2.0
SIDES = 24.0
STEP, SECOND_STEP, AGENCY_STEP = 18 / 14, 4 / 3, 17 / 13
DISC_ROOM = 60.0  # an agency's disc and what is left free beside it
ROUNDING = 0.001


class PersonLook(IntEnum):
    """What is drawn of a person; more is better."""

    SYMBOL = 0
    FIRST_NAME = 1
    NAME = 2
    WORDS = 3  # name and second line, closer together
    ALL = 4


class AgencyLook(IntEnum):
    """What is drawn of an agency; more is better."""

    ICON = 0
    NAME = 1
    NAME_AND_ICON = 2
    WORDS = 3  # name and second line
    WORDS_AND_ICON = 4  # a small one
    ALL = 5


SMALL_ICON = frozenset({AgencyLook.NAME_AND_ICON, AgencyLook.WORDS_AND_ICON})


@dataclass(slots=True)
class MapState:
    """What the whole picture shares: who is selected, where the focus is, how near one looks."""

    selected: str = ""
    current: str = ""
    has_focus: bool = False
    zoom: float = 1.0
    people: PersonLook = PersonLook.ALL
    agencies: AgencyLook = AgencyLook.ALL
    symbol: float = SYMBOL
    smallest: float = SMALLEST  # at text size 100 %
    initials: bool = True  # in the symbols; from afar of everybody or of nobody

    def letters(self, size: float) -> float:
        """Return a size in scene units that is large enough to read on screen."""
        return max(size, math.ceil(self.smallest / self.zoom - ROUNDING))


def note_what_fits(family: Family, picture: Picture, state: MapState, *, text: float = 1.0) -> None:
    """Decide what is drawn at this zoom: the same for everybody.

    `text` is the text size, 1 for 100 %. Where names do not fit in larger letters, they are drawn
    in smaller ones of at least 12 pixels before any name is given up.
    """
    people = {person.id: person for person in family.people}
    agencies = {agency.id: agency for agency in family.agencies}
    tiles = [(people[n.id], n) for n in picture.nodes if n.kind is NodeKind.PERSON]
    pills = [(agencies[n.id], n) for n in picture.nodes if n.kind is NodeKind.AGENCY]
    for smallest in (SMALLEST, SMALLEST / max(text, 1.0)):
        state.smallest = smallest
        state.people = next(k for k in reversed(PersonLook) if _people_fit(tiles, state, k))
        state.agencies = next(k for k in reversed(AgencyLook) if _agencies_fit(pills, state, k))
        if state.people >= PersonLook.NAME and state.agencies >= AgencyLook.NAME:
            break
    state.symbol = SYMBOL
    if PersonLook.FIRST_NAME <= state.people < PersonLook.ALL:
        symbols = [_symbol_room(person, node, state, state.people) for person, node in tiles]
        state.symbol = min([SYMBOL_AFAR, *symbols])
    # Near, one very wide name costs nobody else theirs; without names they are all there is.
    each = state.people in (PersonLook.ALL, PersonLook.SYMBOL)
    state.initials = each or all(_initials_fit(person, state) for person in family.people)


def _initials_fit(person: MapPerson, state: MapState) -> bool:
    size = initials_size(person.symbol, state.symbol, state.letters(0))
    room = initials_room(person.symbol, state.symbol)
    return scene_text_width(person.initials, size, 600) <= room


def name_lines(person: MapPerson, node: Node, state: MapState, look: PersonLook) -> tuple[str, ...]:
    """Return the lines of a person's name, or of the first name alone."""
    text = person.name
    if look is PersonLook.FIRST_NAME:
        text = person.name.split()[0] if person.name.split() else ""
    return wrapped(text, _person_room(node, look), state.letters(NAME), 600, scene_text_width)


def second_lines(
    person: MapPerson, node: Node, state: MapState, look: PersonLook
) -> tuple[str, ...]:
    """Return the lines under a person's name."""
    if look < PersonLook.WORDS:
        return ()
    room, size = _person_room(node, look), state.letters(SECOND)
    return wrapped(person.second_line, room, size, 400, scene_text_width)


def agency_words(
    agency: MapAgency, node: Node, state: MapState, look: AgencyLook
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of an agency's name, then those of its second line."""
    room = node.width - _beside(look)
    names = wrapped(agency.name, room, state.letters(AGENCY_NAME), 600, scene_text_width)
    if look < AgencyLook.WORDS:
        return names, ()
    small = state.letters(SECOND)
    return names, wrapped(agency.second_line, room, small, 400, scene_text_width)


def agency_steps(state: MapState, look: AgencyLook) -> tuple[float, float]:
    """Return how far apart the lines of an agency's words stand: of its name, of the second."""
    step = AGENCY_STEP if look is AgencyLook.ALL else AFAR_STEP
    return state.letters(AGENCY_NAME) * step, state.letters(SECOND) * min(step, SECOND_STEP)


def _people_fit(tiles: Sequence[tuple[MapPerson, Node]], state: MapState, look: PersonLook) -> bool:
    return look is PersonLook.SYMBOL or all(_person_fits(p, n, state, look) for p, n in tiles)


def _person_fits(person: MapPerson, node: Node, state: MapState, look: PersonLook) -> bool:
    words = person.name.partition(" ")[0] if look is PersonLook.FIRST_NAME else person.name
    if _breaks(words, _person_room(node, look), state.letters(NAME), NAME):
        return False
    if look is PersonLook.ALL:
        tall = NAME_TOP + state.letters(NAME) * STEP * len(name_lines(person, node, state, look))
        tall += state.letters(SECOND) * SECOND_STEP * len(second_lines(person, node, state, look))
        return tall <= node.height - FOOT
    least = SMALL_SYMBOL if look is PersonLook.WORDS else LEAST_SYMBOL
    return _symbol_room(person, node, state, look) >= least - ROUNDING


def _symbol_room(person: MapPerson, node: Node, state: MapState, look: PersonLook) -> float:
    """How large a symbol may be above the words."""
    tall = state.letters(NAME) * AFAR_STEP * len(name_lines(person, node, state, look))
    tall += state.letters(SECOND) * AFAR_STEP * len(second_lines(person, node, state, look))
    return node.height - FOOT - tall - SYMBOL_TOP - FOOT


def _person_room(node: Node, look: PersonLook) -> float:
    return node.width - (SIDES if look is PersonLook.ALL else AFAR_SIDES)


def _beside(look: AgencyLook) -> float:
    """How much of an agency's width is not for words."""
    if look is AgencyLook.ALL:
        return DISC_ROOM
    return AFAR_ICON if look in SMALL_ICON else AFAR_SIDES


def _agencies_fit(
    pills: Sequence[tuple[MapAgency, Node]], state: MapState, look: AgencyLook
) -> bool:
    return look is AgencyLook.ICON or all(_agency_fits(a, n, state, look) for a, n in pills)


def _agency_fits(agency: MapAgency, node: Node, state: MapState, look: AgencyLook) -> bool:
    names, seconds = agency_words(agency, node, state, look)
    step, small_step = agency_steps(state, look)
    room = node.width - _beside(look)
    broken = _breaks(agency.name, room, state.letters(AGENCY_NAME), AGENCY_NAME)
    if seconds:
        broken = broken or _breaks(agency.second_line, room, state.letters(SECOND), SECOND)
    tall = step * len(names) + small_step * len(seconds)
    return not broken and tall <= node.height - AGENCY_ROOM + ROUNDING


def _breaks(text: str, room: float, size: float, usual: float) -> bool:
    """Whether a word must be broken at this size that is whole at the usual one."""
    return any(
        scene_text_width(word, usual, 600) <= room < scene_text_width(word, size, 600)
        for word in _words(text)
    )


def _words(text: str) -> Iterator[str]:
    yield from text.replace("-", "- ").split()
