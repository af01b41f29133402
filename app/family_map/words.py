"""The words of the household picture, read from `resources/forms/<language>/picture.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.calendar_words import MONTHS, long_date

NO_DAY = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """Which hue and which icon stand for a kind of agency."""

    hue: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureWords:
    """Every word and second cue of the picture that is not a name."""

    plain: Mapping[str, str]
    roles: Mapping[str, str]
    sharing: Mapping[str, str]
    brief: Mapping[str, str]
    involvement: Mapping[str, str]
    kinds: Mapping[str, str]
    symbols: Mapping[str, str]
    couples: Mapping[str, str]
    children: Mapping[str, str]
    relations: Mapping[str, str]
    paper: Mapping[str, str]
    sectors: Mapping[str, Sector]

    def state(self, state: str, day: date | None, *, disagreement: bool = False) -> str:
        """Return where sharing stands, in words: "Agreed to 4 March 2027"."""
        code = "disagreement" if disagreement else state
        return self.sharing[code].format(date=long_date(day) if day is not None else NO_DAY)

    def pill(self, state: str, day: date | None, *, disagreement: bool = False) -> str:
        """Return the same for a pill: "Agreed to Sep 2027"."""
        code = "disagreement" if disagreement else state
        month = f"{MONTHS[day.month - 1][:3]} {day.year}" if day is not None else NO_DAY
        return self.brief[code].format(month=month)

    def short(self, state: str) -> str:
        """Return the same without the day, for a legend."""
        return self.sharing[state].replace(" to {date}", "").replace(" {date}", "")
