"""Find what looks like an address or a phone number in free text (trap 3).

A new address typed into a note has given away where somebody hid. This only warns: the patterns
know no family, and a bus number may look like a house.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[\s.\-–—]*\d[A-Z]{2}\b", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.])(?:\+44\s?\(?0?\)?|\(?0)(?:[\s()./\-–—]*\d){9,10}(?!\d)")
_STREET = re.compile(
    r"\b(?:flat|apartment|unit)\s+\d+[a-z]?\b"
    r"|\b\d+[a-z]?,?\s+(?:[\w’'.-]+\s+){1,3}"
    r"(?:street|st|road|rd|avenue|ave|lane|close|drive|crescent|terrace|gardens|grove|court"
    r"|place|way|walk|row|square|hill|park|rise|view|mews)\b",
    re.IGNORECASE,
)


class Giveaway(StrEnum):
    """What a text seems to hold."""

    POSTCODE = "postcode"
    PHONE = "phone"
    STREET = "street"


_PATTERNS = {Giveaway.POSTCODE: _POSTCODE, Giveaway.PHONE: _PHONE, Giveaway.STREET: _STREET}


def giveaways(text: str) -> tuple[Giveaway, ...]:
    """Return what in a text looks as if it told where somebody is or how to ring them."""
    return tuple(dict.fromkeys(kind for kind, _said in given_away(text)))


def given_away(text: str) -> tuple[tuple[Giveaway, str], ...]:
    """Return each such place in a text with the words that stand there."""
    return tuple(
        (kind, found.group().strip())
        for kind, pattern in _PATTERNS.items()
        for found in pattern.finditer(_plain(text))
    )


def _plain(text: str) -> str:
    """Return a text without invisible characters and other widths of letter."""
    wide = unicodedata.normalize("NFKC", text)
    return "".join(c for c in wide if unicodedata.category(c) != "Cf")
