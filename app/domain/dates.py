"""Dates that may be known only in part, and ages worked out from them.

The accuracy code is the Person Standard's: three letters for day, month and year, each
A (accurate), E (estimated) or U (unknown); "UUE" is an estimated year and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?: ([AEU]{3}))?")
ADULT = 18
YOUNG_ADULT = 16


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of birth or death as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None
    accuracy: str = ""  # empty: accurate where given, unknown where not

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)
        if self.accuracy == self._plain_code():
            object.__setattr__(self, "accuracy", "")
        elif self.accuracy and not self._fits(self.accuracy):
            raise ValueError("the accuracy code does not fit the parts that are given")

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return a date that is known exactly."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def read(cls, text: str) -> PartialDate:
        """Read "2019", "2019-07", "2019-07-03" or any of them with a code, "2019-07 UEA"."""
        found = WRITTEN.fullmatch(text)
        if found is None:
            raise ValueError("not a date, or not a date known in part")
        year, month, day, code = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None, code or "")

    @property
    def code(self) -> str:
        """The accuracy code, written out."""
        return self.accuracy or self._plain_code()

    @property
    def exact(self) -> date | None:
        """The day itself, when day, month and year are all accurate."""
        if self.day is None or self.month is None or self.code != "AAA":
            return None
        return date(self.year, self.month, self.day)

    @property
    def earliest(self) -> date:
        """The first day it can have been."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can have been."""
        if self.day is not None and self.month is not None:
            return date(self.year, self.month, self.day)
        if self.month is None or self.month == 12:
            return date(self.year, 12, 31)
        first_of_next = date(self.year, self.month + 1, 1)
        return date.fromordinal(first_of_next.toordinal() - 1)

    def text(self) -> str:
        """Return the form that `read` reads."""
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts) + (f" {self.accuracy}" if self.accuracy else "")

    def _plain_code(self) -> str:
        return ("U" if self.day is None else "A") + ("U" if self.month is None else "A") + "A"

    def _fits(self, code: str) -> bool:
        given = (self.day is not None, self.month is not None, True)
        return all((letter != "U") == there for letter, there in zip(code, given, strict=True))


def years_between(born: date, on: date) -> int:
    """Return full years of age on a day; 29 February counts from 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_on(born: PartialDate, on: date) -> int | None:
    """Return the age in full years, or None while the date leaves two answers open."""
    oldest, youngest = years_between(born.earliest, on), years_between(born.latest, on)
    return oldest if oldest == youngest else None


def birthday(born: date, age: int) -> date:
    """Return the day somebody reaches an age; 29 February moves to 1 March (common practice)."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
