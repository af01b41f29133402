"""Dates as people here type and read them."""

from __future__ import annotations

from datetime import date

from app.calendar_words import MONTHS, long_date
from app.domain.typed_dates import typed_day as parse_date

__all__ = ["age_on", "long_date", "parse_date", "short_date"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def short_date(on: date, *, today: date | None = None) -> str:
    """Return e.g. "Fri 27 Nov", with the year where it is not `today`'s."""
    words = f"{_DAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1][:3]}"
    return words if today is None or today.year == on.year else f"{words} {on.year}"


def age_on(born: date, today: date) -> int:
    """Return the age in whole years; somebody born on 29 February is older on 1 March."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
