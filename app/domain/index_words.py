"""Under which words each record is found. Rules of their own version: change one, raise it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.domain.dates import PartialDate
from app.domain.folding import joined, sound_of, words_of
from app.domain.search import DAY, PHONE, SOUND, parts_of_number

RULES = 1

Names = Iterable[tuple[str, str]]  # given and family name


def name_words(*names: str) -> set[str]:
    """Return the words of names, and how each of them sounds."""
    found = {word for name in names for word in words_of(name)}
    return found | {SOUND + code for code in map(sound_of, found) if code}


def text_words(*texts: str) -> set[str]:
    """Return the words of texts."""
    return {word for text in texts for word in words_of(text)}


def number_words(value: str) -> set[str]:
    """Return an identifier as typed, word by word, and as one word."""
    return {*words_of(value), joined(value)} - {""}


def phone_words(value: str) -> set[str]:
    """Return every end of a phone number, so that any part of it is the beginning of one."""
    return {PHONE + end for end in parts_of_number(value)}


def day_words(on: date | PartialDate | None) -> set[str]:
    """Return a day, its month and its year, as far as they are known."""
    if on is None:
        return set()
    found = {f"{DAY}{on.year:04}"}
    if on.month is not None:
        found.add(f"{DAY}{on.year:04}{on.month:02}")
    if on.month is not None and on.day is not None:
        found.add(f"{DAY}{on.year:04}{on.month:02}{on.day:02}")
    return found


def match_keys(names: Names, born: str, numbers: Iterable[tuple[str, str]]) -> set[str]:
    """Return what two records of one person have in common, one key for each way to be alike.

    `born` is a date of birth as kept, or empty; `numbers` are register and value.
    """
    keys = {f"i:{system}:{value}" for system, value in numbers}
    for given, family in names:
        first, last = joined(given), joined(family)
        if first and last:
            keys.add(f"n:{first} {last}")
            keys.add(f"s:{spoken(given)} {spoken(family)}")
        if born and last:
            keys.add(f"b:{born}:{spoken(family)}")
        if born and first:
            keys.add(f"g:{born}:{spoken(given)}")
    return keys


def spoken(name: str) -> str:
    """Return how a whole name sounds, or the name itself where it has no sound."""
    word = joined(name)
    return sound_of(word) or word
