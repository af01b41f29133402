"""Dates as people here type and read them."""

from __future__ import annotations

import re
from datetime import date

from app.view.words import MONTHS, long_date

__all__ = ["age_on", "long_date", "parse_date", "short_date"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ \-]*([a-z]{3,9})\.?,?[ \-]*(\d{4}|\d{2})")
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+")
_PIVOT = 30  # "29" is 2029, "30" is 1930: two digits are mostly dates of birth


def parse_date(text: str) -> date | None:
    """Return the day that was typed, day before month; None where it cannot be one.

    Takes "3/4/2026", "3.4.26", "03-04-2026", "2026-04-03", "3 April 2026", "Fri 3rd Apr 2026".
    """
    typed = _WEEKDAY.sub("", " ".join(text.split()).lower())
    if found := _ISO.fullmatch(typed):
        return _day(found[3], int(found[2]), found[1])
    if found := _NUMBERS.fullmatch(typed):
        return _day(found[1], int(found[2]), found[3])
    if found := _WORDS.fullmatch(typed):
        return _day(found[1], _month(found[2]), found[3])
    return None


def short_date(on: date, *, today: date | None = None) -> str:
    """Return e.g. "Fri 27 Nov", with the year where it is not `today`'s."""
    words = f"{_DAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1][:3]}"
    return words if today is None or today.year == on.year else f"{words} {on.year}"


def age_on(born: date, today: date) -> int:
    """Return the age in whole years; somebody born on 29 February is older on 1 March."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _month(word: str) -> int:
    if word == "sept":
        return 9
    for number, name in enumerate(MONTHS, start=1):
        if word in (name.lower(), name[:3].lower()):
            return number
    return 0


def _day(day: str, month: int, year: str) -> date | None:
    full = int(year)
    if len(year) == 2:
        full += 2000 if full < _PIVOT else 1900
    try:
        return date(full, month, int(day))
    except ValueError:
        return None
