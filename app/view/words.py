"""Dates of a record as they are written on paper: in full, as far as they are known."""

from __future__ import annotations

from app.calendar_words import MONTHS
from app.domain.dates import PartialDate


def long_partial(day: PartialDate | None) -> str:
    """Return a date as far as it is known: "3 March 2027", "March 2027", "2027", or nothing."""
    if day is None:
        return ""
    if day.month is None:
        return str(day.year)
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return f"{day.day} {month}" if day.day is not None else month
