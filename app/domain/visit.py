"""Visits and notes: what was seen and said, by whom, and what kind of knowledge it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.ids import AgencyId, HouseholdId, PersonId, VisitId
from app.domain.problems import Problem, Why


class VisitPlace(StrEnum):
    """Where, or how, people were seen."""

    HOME = "home"
    SCHOOL = "school"
    OFFICE = "office"
    ELSEWHERE = "elsewhere"
    PHONE = "phone"
    VIDEO = "video"


class Knowledge(StrEnum):
    """What a statement rests on, so that an opinion is never read as a fact (trap 44)."""

    FACT = "fact"
    OPINION = "professional-opinion"
    FAMILY_ACCOUNT = "family-account"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What a person said, in their own words."""

    person: PersonId
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit that took place. A correction is a changed visit; the journal keeps both."""

    id: VisitId
    household: HouseholdId
    on: date
    place: VisitPlace = VisitPlace.HOME
    seen: tuple[PersonId, ...] = ()
    words: tuple[OwnWords, ...] = ()
    note: str = ""
    agreed: str = ""
    next_on: date | None = None
    by: str = ""
    worry: str = ""  # what is worrying
    well: str = ""  # what is going well
    others: str = ""  # who else was there


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitDraft:
    """What the visit form holds so far. Anything may still be missing."""

    household: HouseholdId
    on: date | None = None
    place: VisitPlace = VisitPlace.HOME
    seen: tuple[PersonId, ...] = ()
    words: tuple[OwnWords, ...] = ()
    note: str = ""
    agreed: str = ""
    next_on: date | None = None
    worry: str = ""
    well: str = ""
    others: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found: list[Problem] = []
        if self.on is None:
            found.append(Problem("on", Why.MISSING))
        elif self.on > today:
            found.append(Problem("on", Why.IN_FUTURE))
        if not self.seen:
            found.append(Problem("seen", Why.NOBODY_SEEN))
        spoken = [p for w in self.words for p in text_problems("words", w.words, TEXT_LENGTH)]
        found += spoken[:1]
        for name in ("note", "agreed", "worry", "well", "others"):
            found += text_problems(name, getattr(self, name), TEXT_LENGTH)
        if self.next_on is not None and self.on is not None and self.next_on < self.on:
            found.append(Problem("next_on", Why.ENDS_BEFORE_START))
        return tuple(found)


class NoteKind(StrEnum):
    """What a note tells of; the events are the life events of the Safeguarding Standard."""

    NOTE = "note"
    CALL = "call"
    LETTER = "letter"
    RECEIVED = "received"  # what a partner told us
    BIRTH = "birth"
    DEATH = "death"
    EMERGENCY = "ae-attendance"
    EXCLUSION = "school-exclusion"
    SUSPENSION = "school-suspension"
    MISSING = "missing-person"
    CONCERN = "safeguarding-concern"
    REFERRAL = "referral"
    HOMELESS = "homeless"
    SUMMARY = "agreed-summary"  # the story once told, in words the family agreed to (trap 45)


NOTE_TEXTS = {
    "source": NAME_LENGTH,
    "role": NAME_LENGTH,
    "not_meaning": TEXT_LENGTH,
    "onward": TEXT_LENGTH,
}


class NoteReach(StrEnum):
    """Who may see a note, as whoever told us allowed."""

    OFFICE = "office"
    FAMILY = "family"
    PARTNERS = "family-and-partners"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something known about people of the household, with its source and kind."""

    id: str
    household: HouseholdId
    on: date
    text: str
    people: tuple[PersonId, ...] = ()
    knowledge: Knowledge = Knowledge.UNVERIFIED
    source: str = ""
    kind: NoteKind = NoteKind.NOTE
    agency: AgencyId | None = None
    role: str = ""  # of the source
    not_meaning: str = ""  # what this does not mean, in the words of the source
    reach: NoteReach = NoteReach.OFFICE
    onward: str = ""  # limit on passing it on
    by: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this note cannot be kept."""
        found = [Problem("on", Why.IN_FUTURE)] if self.on > today else []
        found += text_problems("text", self.text, TEXT_LENGTH, required=True)
        for name, longest in NOTE_TEXTS.items():
            found += text_problems(name, getattr(self, name), longest)
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """What the form for a note or an event holds so far. Anything may still be missing."""

    household: HouseholdId
    on: date | None = None
    text: str = ""
    people: tuple[PersonId, ...] = ()
    knowledge: Knowledge | None = None
    source: str = ""
    kind: NoteKind = NoteKind.NOTE
    agency: AgencyId | None = None
    role: str = ""
    not_meaning: str = ""
    reach: NoteReach = NoteReach.OFFICE
    onward: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order.

        What it rests on must be chosen, so that no opinion passes for a fact (trap 44). A summary
        says who of the family agreed to it, and who may read it (trap 45).
        """
        found: list[Problem] = []
        if self.on is None:
            found.append(Problem("on", Why.MISSING))
        elif self.on > today:
            found.append(Problem("on", Why.IN_FUTURE))
        found += text_problems("text", self.text, TEXT_LENGTH, required=True)
        if self.knowledge is None:
            found.append(Problem("knowledge", Why.MISSING))
        if self.kind is NoteKind.SUMMARY:
            if not self.source.strip():
                found.append(Problem("source", Why.NEEDS_SOURCE))
            if self.reach is NoteReach.OFFICE:
                found.append(Problem("reach", Why.SUMMARY_IS_SHARED))
        for name, longest in NOTE_TEXTS.items():
            found += text_problems(name, getattr(self, name), longest)
        return tuple(found)
