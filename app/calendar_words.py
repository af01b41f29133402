"""The calendar in words, for whatever is read by people: months, and a day in full."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(day: date) -> str:
    """Return "3 March 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
