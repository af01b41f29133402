"""Words as search and matching compare them: no case, no accents, no apostrophes or hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import jellyfish

LONGEST_WORD = 40  # characters; of anything longer only the beginning counts
SHORTEST_SOUND = 2  # letters of a sound code; one letter sounds like everybody

_APOSTROPHES = "’‘`´ʼʹ′＇"
_HYPHENS = "‐‑‒–—−﹣－"
_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ħ": "h",
    "ŋ": "ng",
}
_PLAIN = {ord(c): "'" for c in _APOSTROPHES} | {ord(c): "-" for c in _HYPHENS}
_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_PART = re.compile(r"['\-]")


def fold(text: str) -> str:
    """Return a text in small letters without accents; apostrophes and hyphens made alike."""
    plain = text.lower() if text.isascii() else text.translate(_PLAIN)
    if plain.isascii():
        return plain.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold())
    apart = apart.translate(_PLAIN)  # taken apart, a letter can have an apostrophe in it
    return "".join(_LETTERS.get(c, c) for c in apart if unicodedata.category(c)[0] != "M")


def words_of(text: str) -> Iterator[str]:
    """Return the words of a text: "O’Brien" is obrien and brien, "Anne-Marie" all three."""
    for found in _WORD.findall(fold(text)):
        if "'" in found or "-" in found:
            parts = _PART.split(found)
            yield "".join(parts)[:LONGEST_WORD]
            yield from (part[:LONGEST_WORD] for part in parts if len(part) > 1)
        else:
            yield found[:LONGEST_WORD]


def joined(text: str) -> str:
    """Return letters and figures of a text as one word, e.g. "zz991ab" of a postcode."""
    return "".join(c for c in fold(text) if c.isalnum())[:LONGEST_WORD]


def sound_of(word: str) -> str:
    """Return how a folded name sounds (metaphone), or nothing where that says too little."""
    if not word.isascii() or not word.isalpha():
        return ""
    code = jellyfish.metaphone(word).replace(" ", "").lower()
    return code if len(code) >= SHORTEST_SOUND else ""
