"""Dates known in part, as people type and read them: "March 1991", "about 1991"."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from app.domain.dates import PartialDate
from app.domain.typed_dates import typed_date
from app.view.words import long_partial

_NOTED = re.compile(r"(.*?)\s*\(([a-z, ]+) estimated\)")
_PARTS = ("day", "month", "year")


def parse_partial(text: str) -> PartialDate | None:
    """Return the date as far as it was typed; None where it cannot be one.

    Takes what `typed_date` takes, and what `partial_words` writes.
    """
    typed = " ".join(text.split()).lower()
    noted = _NOTED.fullmatch(typed)
    if noted is None:
        return typed_date(typed)
    named = set(re.split(r", | and ", noted[2]))
    plain = typed_date(noted[1]) if named <= set(_PARTS) else None
    return plain and _estimated(plain, named)


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


def _least(day: PartialDate) -> str:
    """Return the finest part that is given."""
    return "day" if day.day is not None else "month" if day.month is not None else "year"


def _estimated(day: PartialDate, parts: set[str]) -> PartialDate | None:
    code = "".join(
        "E" if part in parts and letter != "U" else letter
        for part, letter in zip(_PARTS, day.code, strict=True)
    )
    return PartialDate(day.year, day.month, day.day, code)
