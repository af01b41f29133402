"""Dates as people in Britain type them, whole or in part, found inside a line of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.calendar_words import MONTHS

PIVOT = 30  # "29" is 2029, "30" is 1930: two digits are mostly dates of birth
FIRST_YEAR, LAST_YEAR = 1890, 2060

_NAMES = {name.lower(): n for n, name in enumerate(MONTHS, start=1)}
_NAMES |= {name[:3]: n for name, n in list(_NAMES.items())} | {"sept": 9}
_MONTH = "|".join(sorted(_NAMES, key=len, reverse=True))
_EDGE, _END = r"(?<![\w/.\-])", r"(?![\w/\-]|\.\d)"
_SHAPES = (
    re.compile(_EDGE + r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})" + _END),
    re.compile(_EDGE + r"(?P<d>\d{1,2})([/.\-])(?P<m>\d{1,2})\2(?P<y>\d{4}|\d{2})" + _END),
    re.compile(
        _EDGE
        + rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ \-]*(?P<m>{_MONTH})\.?,?[ \-]*(?P<y>\d{{4}}|\d{{2}})"
        + _END
    ),
    re.compile(_EDGE + rf"(?P<m>{_MONTH})\.?,?[ \-]*(?P<y>\d{{4}})" + _END),
    re.compile(_EDGE + r"(?P<m>\d{1,2})/(?P<y>\d{4})" + _END),
    re.compile(_EDGE + r"(?P<y>\d{4})" + _END),
)


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date found in a text: where it stands, and its digits, "19910314", "199103" or "1991"."""

    start: int
    end: int
    digits: str


def typed_dates(text: str) -> Iterator[TypedDate]:
    """Return every date in a folded text, the fullest reading of each place first."""
    taken: list[tuple[int, int]] = []
    for shape in _SHAPES:
        for found in shape.finditer(text):
            if any(found.start() < end and start < found.end() for start, end in taken):
                continue
            digits = _digits(found.groupdict())
            if digits:
                taken.append(found.span())
                yield TypedDate(found.start(), found.end(), digits)


def _digits(parts: dict[str, str | None]) -> str:
    year = int(parts["y"] or 0)
    if len(parts["y"] or "") == 2:
        year += 2000 if year < PIVOT else 1900
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ""
    if parts.get("m") is None:
        return f"{year:04}"
    month = _NAMES.get(parts["m"] or "") or int(parts["m"] or 0)
    if parts.get("d") is None:
        return f"{year:04}{month:02}" if 1 <= month <= 12 else ""
    try:
        return f"{date(year, month, int(parts['d'] or 0)):%Y%m%d}"
    except ValueError:
        return ""
