"""Dates as people in Britain type them: day before month, in figures or words, whole or in part."""

from __future__ import annotations

import re
from datetime import date

from app.calendar_words import MONTHS
from app.domain.dates import PartialDate

_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ \-]*([a-z]{3,9})\.?,?[ \-]*(\d{4}|\d{2})")
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+")
_MONTH_YEAR = re.compile(r"([a-z]{3,9})\.?,?[ \-]*(\d{4})")
_NUMBER_MONTH = re.compile(r"(\d{1,2})[/.](\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_ABOUT = re.compile(r"(?:about|around|approximately|approx\.?|circa|ca\.?|c\.?|est\.?|~)\s*(?=\w)")
_PIVOT = 30  # "29" is 2029, "30" is 1930: two digits are mostly dates of birth


def typed_day(text: str) -> date | None:
    """Return the day that was typed; None where it cannot be one.

    Takes "3/4/2026", "3.4.26", "03-04-2026", "2026-04-03", "3 April 2026", "Fri 3rd Apr 2026".
    """
    typed = _WEEKDAY.sub("", _tidy(text))
    if found := _ISO.fullmatch(typed):
        return _day(found[3], int(found[2]), found[1])
    if found := _NUMBERS.fullmatch(typed):
        return _day(found[1], int(found[2]), found[3])
    if found := _WORDS.fullmatch(typed):
        return _day(found[1], _month(found[2]), found[3])
    return None


def typed_date(text: str) -> PartialDate | None:
    """Return a date known in whole or in part; None where it cannot be one.

    Takes what `typed_day` takes, "March 1991", "3/1991", "1991", and any of them after "about",
    by which the finest part that is given is an estimate (Person Standard, accuracy code).
    """
    typed = _tidy(text)
    about = _ABOUT.match(typed)
    found = _whole_or_part(typed[about.end() :] if about else typed)
    if found is None or about is None:
        return found
    code = ["U" if found.day is None else "A", "U" if found.month is None else "A", "A"]
    code[next(place for place, letter in enumerate(code) if letter != "U")] = "E"
    return PartialDate(found.year, found.month, found.day, "".join(code))


def _whole_or_part(typed: str) -> PartialDate | None:
    day = typed_day(typed)
    if day is not None:
        return PartialDate.of(day)
    try:
        if found := _MONTH_YEAR.fullmatch(typed):
            return PartialDate(int(found[2]), _month(found[1]))
        if found := _NUMBER_MONTH.fullmatch(typed):
            return PartialDate(int(found[2]), int(found[1]))
        if found := _ISO_MONTH.fullmatch(typed):
            return PartialDate(int(found[1]), int(found[2]))
        return PartialDate(int(typed)) if _YEAR.fullmatch(typed) else None
    except ValueError:
        return None


def _tidy(text: str) -> str:
    return " ".join(text.split()).lower()


def _month(word: str) -> int:
    """Return the number of a month; 13, which no date can have, for anything else."""
    if word == "sept":
        return 9
    for number, name in enumerate(MONTHS, start=1):
        if word in (name.lower(), name[:3].lower()):
            return number
    return 13


def _day(day: str, month: int, year: str) -> date | None:
    full = int(year)
    if len(year) == 2:
        full += 2000 if full < _PIVOT else 1900
    try:
        return date(full, month, int(day))
    except ValueError:
        return None
