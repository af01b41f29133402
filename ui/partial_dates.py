"""Dates known in part, as people type and read them: "March 1991", "about 1991"."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from app.domain.dates import PartialDate
from app.view.words import MONTHS, long_partial
from ui.dates import parse_date

_ABOUT = re.compile(r"(?:about|around|approximately|approx\.?|circa|ca\.?|c\.?|~)\s*(?=[\d\w])")
_NOTED = re.compile(r"(.*?)\s*\(([a-z, ]+) estimated\)")
_YEAR = re.compile(r"\d{4}")
_MONTH_YEAR = re.compile(r"([a-z]{3,9})\.?,? (\d{4})")
_NUMBERED = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_PARTS = ("day", "month", "year")


def parse_partial(text: str) -> PartialDate | None:
    """Return the date as far as it was typed; None where it cannot be one.

    Takes what `parse_date` takes, "March 1991", "3/1991", "1991", each of them with "about",
    and what `partial_words` writes.
    """
    typed = " ".join(text.split()).lower()
    if noted := _NOTED.fullmatch(typed):
        named = set(re.split(r", | and ", noted[2]))
        plain = _plain(noted[1]) if named <= set(_PARTS) else None
        return plain and _estimated(plain, named)
    if about := _ABOUT.match(typed):
        plain = _plain(typed[about.end() :])
        return plain and _estimated(plain, {_least(plain)})
    return _plain(typed)


def partial_words(day: PartialDate | None) -> str:
    """Return the words that `parse_partial` reads as the same date: "about March 1991"."""
    if day is None:
        return ""
    said = long_partial(day)
    guessed = {part for part, letter in zip(_PARTS, day.code, strict=True) if letter == "E"}
    if not guessed:
        return said
    if guessed == {_least(day)}:
        return f"about {said}"
    named = [part for part in _PARTS if part in guessed]
    listed = ", ".join(named[:-1]) + " and " + named[-1] if named[1:] else named[0]
    return f"{said} ({listed} estimated)"


def understood(day: PartialDate | None) -> str:
    """Return how a date known in part was read; nothing for one that is whole and accurate."""
    if day is None or day.exact is not None:
        return ""
    tr = QCoreApplication.translate
    if day.month is None:
        said = tr("Dates", "Read as: the year only")
    elif day.day is None:
        said = tr("Dates", "Read as: month and year, the day not known")
    else:
        said = tr("Dates", "Read as: day, month and year")
    return said + (tr("Dates", ", estimated.") if "E" in day.code else ".")


def _plain(typed: str) -> PartialDate | None:
    whole = parse_date(typed)
    if whole is not None:
        return PartialDate.of(whole)
    year = month = ""
    if found := _YEAR.fullmatch(typed):
        year = found[0]
    elif found := _MONTH_YEAR.fullmatch(typed):
        month, year = _month(found[1]), found[2]
        if not month:
            return None
    elif found := _NUMBERED.fullmatch(typed):
        month, year = found[1], found[2]
    elif found := _ISO_MONTH.fullmatch(typed):
        month, year = found[2], found[1]
    try:
        return PartialDate(int(year), int(month) if month else None) if year else None
    except ValueError:
        return None


def _month(word: str) -> str:
    if word == "sept":
        return "9"
    for number, name in enumerate(MONTHS, start=1):
        if word in (name.lower(), name[:3].lower()):
            return str(number)
    return ""


def _least(day: PartialDate) -> str:
    """Return the finest part that is given."""
    return "day" if day.day is not None else "month" if day.month is not None else "year"


def _estimated(day: PartialDate, parts: set[str]) -> PartialDate | None:
    code = "".join(
        "E" if part in parts and letter != "U" else letter
        for part, letter in zip(_PARTS, day.code, strict=True)
    )
    return PartialDate(day.year, day.month, day.day, code)
