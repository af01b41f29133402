"""What a search finds: one hit a line, in groups, nothing that a shared screen may not show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dates import PartialDate
from app.domain.folding import words_of
from app.domain.ids import HouseholdId
from app.domain.search import Likeness, Search, fits

BEFORE, AFTER = 40, 90  # characters of a note round the word that was found
CUT = "…"


class Group(StrEnum):
    """What kind of thing is found, in the order of the page."""

    FAMILIES = "families"
    PEOPLE = "people"
    AGENCIES = "agencies"
    NOTES = "notes"

    @property
    def likenesses(self) -> tuple[Likeness, ...]:
        """How near a hit of this kind may be: only names have other forms and a sound."""
        if self is Group.PEOPLE:
            return tuple(Likeness)
        if self is Group.FAMILIES:
            return (Likeness.EXACT, Likeness.SOUND)
        return (Likeness.EXACT,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that was found, and the household it opens, if any."""

    group: Group
    id: str
    household: HouseholdId | None
    name: str  # of the person, family or agency; of the family for a note
    family: str = ""  # name of the household
    likeness: Likeness = Likeness.EXACT
    born: PartialDate | None = None
    expected: bool = False  # a child not born yet
    on: date | None = None  # day of a note or visit
    kind: str = ""  # AgencyKind, VisitPlace or NoteKind
    visit: bool = False
    excerpt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What one group holds; `more` says whether there are others, beyond those shown."""

    group: Group
    hits: tuple[Hit, ...] = ()
    more: bool = False


def excerpt(text: str, search: Search) -> str:
    """Return the words round the first one that was looked for, on one line."""
    flat = " ".join(text.split())
    at = _first(flat, search)
    start = 0 if at <= BEFORE else flat.find(" ", at - BEFORE) + 1
    end = (
        len(flat)
        if len(flat) <= start + BEFORE + AFTER
        else flat.rfind(" ", start, start + BEFORE + AFTER)
    )
    end = end if end > at else min(len(flat), start + BEFORE + AFTER)
    return (CUT if start else "") + flat[start:end] + (CUT if end < len(flat) else "")


def _first(flat: str, search: Search) -> int:
    """Return where the first word that was looked for begins, 0 when it is not there."""
    wanted, at = search.shown_words, 0
    for piece in flat.split(" "):
        if any(fits(atom, word) for word in words_of(piece) for atom in wanted):
            return at
        at += len(piece) + 1
    return 0
