"""What somebody typed to find something, read as words, numbers and dates.

Every part must be found, in any order; of the readings of a part any one will do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from app.domain.dates_in_text import typed_dates
from app.domain.folding import LONGEST_WORD, fold, joined, sound_of, words_of

LONGEST = 200  # characters that are read of what was typed
MOST_PARTS = 12
FEWEST_DIGITS = 4  # of a number, from any part of it
LONG_NUMBER = 7  # digits from which figures in groups are one number, whatever they look like
FULL_DATE = 8  # digits
TAKEN = "\0"  # stands where something was taken out; ends every word
SHORTEST_SPOKEN = 3  # letters from which a word can sound like another
DAY, PHONE, SOUND = "_d", "_p", "_s"  # how such words begin in the index: nobody can type them

Nicknames = Mapping[str, tuple[str, ...]]

_GLUE = str.maketrans("", "", "'-")
_PIECE = re.compile(r"(?:[^\W_]|[*?'\-])+")
_GROUPED = re.compile(r"(?<!\w)(?:[a-z]\s)?\(?\+?\d+\)?(?:[\s\-]+\d+)+(?!\w)")
_NUMBER = re.compile(r"(?<!\w)\+?\d{4,}(?!\w)")
_POSTCODE = re.compile(r"(?<!\w)[a-z]{1,2}\d[a-z\d]?\s+\d(?:[a-z]{1,2})?(?!\w)")


class Likeness(StrEnum):
    """How near a hit is to what was typed."""

    EXACT = "exact"
    NICKNAME = "nickname"
    SOUND = "sounds-alike"


class Match(StrEnum):
    """How a word of the index must compare with one that was typed."""

    BEGINS = "begins"
    WHOLE = "whole"
    PATTERN = "pattern"  # with * and ?


@dataclass(frozen=True, slots=True)
class Atom:
    """One word to look for."""

    word: str
    match: Match = Match.BEGINS


Reading = tuple[Atom, ...]  # all of these


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that was typed. `other` and `sound` are for names only."""

    readings: tuple[Reading, ...]
    other: tuple[Atom, ...] = ()
    sound: str = ""

    def at(self, likeness: Likeness) -> tuple[Reading, ...]:
        """Return the readings that count at a likeness, the nearer ones included."""
        found = self.readings
        if likeness is not Likeness.EXACT:
            found += tuple((atom,) for atom in self.other)
        if likeness is Likeness.SOUND and self.sound:
            found += ((Atom(SOUND + self.sound, Match.WHOLE),),)
        return found


Reader = Callable[[str], Part]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Everything that was typed; empty when there is nothing to look for."""

    parts: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    def widens(self, likeness: Likeness) -> bool:
        """Say whether a likeness can find more than the one before it."""
        if likeness is Likeness.NICKNAME:
            return any(part.other for part in self.parts)
        return likeness is Likeness.SOUND and any(part.sound for part in self.parts)

    @property
    def shown_words(self) -> tuple[Atom, ...]:
        """Words that can be seen in a text which was found."""
        return tuple(
            atom
            for part in self.parts
            for reading in part.readings
            for atom in reading
            if not atom.word.startswith("_")
        )


def read_search(typed: str, nicknames: Nicknames) -> Search:
    """Read what was typed. Takes anything; what cannot be found is left out.

    A date in full is taken for a date before figures are taken for a number, and a number
    before a year is: "999 000 1991" is one number.
    """
    reading = _Rest(fold(typed[:LONGEST]))
    days = list(typed_dates(reading.text))
    for day in days:
        if len(day.digits) == FULL_DATE:
            reading.take(day.start, day.end, partial(_dated, digits=day.digits))
    reading.take_all(_GROUPED, _digits, fewest=LONG_NUMBER)
    for day in days:
        reading.take(day.start, day.end, partial(_dated, digits=day.digits))
    reading.take_all(_POSTCODE, lambda found: _number(found, (Atom(joined(found)),)))
    reading.take_all(_GROUPED, _digits, fewest=FEWEST_DIGITS)
    reading.take_all(_NUMBER, _digits)
    parts = reading.parts + [_word(piece, nicknames) for piece in _pieces(reading.text)]
    return Search(parts=tuple(parts[:MOST_PARTS]))


class _Rest:
    """What is left of the text while dates and numbers are taken out of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[Part] = []

    def take(self, start: int, end: int, read: Reader) -> None:
        """Read a stretch as one part, unless some of it was taken already."""
        stretch = self.text[start:end]
        if TAKEN not in stretch:
            self.parts.append(read(stretch))
            self.text = self.text[:start] + TAKEN * (end - start) + self.text[end:]

    def take_all(
        self, shape: re.Pattern[str], read: Callable[[str], Part], fewest: int = 0
    ) -> None:
        """Read every stretch of a shape that has enough digits."""
        for found in list(shape.finditer(self.text)):
            if sum(c.isdigit() for c in found[0]) >= fewest:
                self.take(found.start(), found.end(), read)


def fits(atom: Atom, word: str) -> bool:
    """Say whether a folded word is one that is looked for."""
    if atom.match is Match.PATTERN:
        shape = "".join({"*": ".*", "?": "."}.get(c, re.escape(c)) for c in atom.word)
        return re.fullmatch(shape, word) is not None
    return word == atom.word if atom.match is Match.WHOLE else word.startswith(atom.word)


def _pieces(text: str) -> Iterator[str]:
    for found in _PIECE.findall(text):
        piece = found.translate(_GLUE)[:LONGEST_WORD]
        if piece.strip("*?"):
            yield piece


def _word(piece: str, nicknames: Nicknames) -> Part:
    bare = piece.rstrip("*")
    if "*" in bare or "?" in bare:
        return Part(readings=((Atom(piece, Match.PATTERN),),))
    if bare != piece:
        return Part(readings=((Atom(bare),),))
    long_enough = len(piece) >= SHORTEST_SPOKEN
    others = tuple(Atom(name, Match.WHOLE) for name in nicknames.get(piece, ()))
    return Part(
        readings=((Atom(piece),),), other=others, sound=sound_of(piece) if long_enough else ""
    )


def _dated(typed: str, digits: str) -> Part:
    """Return a part that is a date, or the words of it: there are people called May."""
    day = (Atom(DAY + digits, Match.WHOLE),)
    if len(digits) == 4:
        return Part(readings=(day, (Atom(digits),), (Atom(PHONE + digits),)))
    return Part(readings=(day, *_in_words(typed)))


def _number(typed: str, reading: Reading) -> Part:
    return Part(readings=(reading, *_in_words(typed)))


def _digits(typed: str) -> Part:
    """Return a part that is a number: an identifier's beginning, or any part of a phone number."""
    number = joined(typed)
    home = home_number(typed)
    readings: list[Reading] = [(Atom(number),), (Atom(PHONE + home),)]
    return Part(readings=(*readings, *(r for r in _in_words(typed) if r not in readings)))


def _in_words(typed: str) -> tuple[Reading, ...]:
    words = tuple(Atom(word) for word in dict.fromkeys(words_of(typed)))
    return (words,) if words else ()


def home_number(typed: str) -> str:
    """Return the digits of a phone number as dialled here: 0 in place of +44 or 0044."""
    digits = "".join(c for c in fold(typed) if c.isdigit())
    for code in ("0044", "44") if "+" in typed else ("0044",):
        if digits.startswith(code):
            return "0" + digits.removeprefix(code).removeprefix("0")
    return digits


def parts_of_number(number: str) -> Iterable[str]:
    """Return the ends of a phone number by which any part of it is found."""
    digits = home_number(number)
    return (digits[start:] for start in range(len(digits) - FEWEST_DIGITS + 1))
