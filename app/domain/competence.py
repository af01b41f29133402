"""Drafts of a competence note and of a limit: what their forms hold, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.consent import NO_PARTS, CompetenceKind, Parts
from app.domain.dates import YOUNG_ADULT
from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.ids import AgencyId, PersonId
from app.domain.person import Person
from app.domain.problems import Problem, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceDraft:
    """Whether somebody can make one particular decision, on one day, as judged by whom."""

    person: PersonId | None = None
    kind: CompetenceKind | None = None
    agency: AgencyId | None = None
    decision: str = ""
    on: date | None = None
    able: bool | None = None  # nothing is assumed
    assessor: str = ""
    support: str = ""
    note: str = ""
    parts: Parts = NO_PARTS

    def problems(self, today: date, who: Person | None) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept; `who` is the person it is about.

        Source: Gillick [1986] AC 112 for under 16; Mental Capacity Act 2005 ss2-3 from 16.
        """
        found = [
            Problem(field, Why.MISSING)
            for field, value in (("person", self.person), ("kind", self.kind))
            if value is None
        ]
        found += text_problems("decision", self.decision, TEXT_LENGTH, required=True)
        if self.on is None:
            found.append(Problem("on", Why.MISSING))
        elif self.on > today:
            found.append(Problem("on", Why.IN_FUTURE))
        if who is not None and self.kind is not None:
            found += self._test_problems(who)
        found += self._answer_problems()
        found += text_problems("assessor", self.assessor, NAME_LENGTH, required=True)
        found += text_problems("support", self.support, TEXT_LENGTH)
        return (*found, *text_problems("note", self.note, TEXT_LENGTH, required=True))

    def _answer_problems(self) -> list[Problem]:
        """Refuse an answer its parts do not carry: able only when every part is a yes."""
        if self.able is None:
            return [Problem("able", Why.MISSING)]
        if self.kind is None:
            return []
        answers = self.parts.of(self.kind)
        if None in answers:
            return [Problem("parts", Why.NEEDS_PARTS)]
        return [] if self.able is all(answers) else [Problem("able", Why.PARTS_DISAGREE)]

    def _test_problems(self, who: Person) -> list[Problem]:
        """Refuse a test that is not meant for somebody of this age on the day."""
        if who.unborn:
            return [Problem("person", Why.UNBORN)]
        if who.died is not None:
            return [Problem("person", Why.DECEASED)]
        if self.on is None or who.born is None:
            return []
        age = who.age(self.on)
        if age is None:
            return []
        fits = (age < YOUNG_ADULT) == (self.kind is CompetenceKind.GILLICK)
        return [] if fits else [Problem("kind", Why.AGE_DECIDES)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitDraft:
    """Somebody who must not be told, as one person decided about themself."""

    person: PersonId | None = None
    decided_by: PersonId | None = None
    not_person: PersonId | None = None
    not_agency: AgencyId | None = None
    about: str = ""
    since: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [
            Problem(field, Why.MISSING)
            for field, value in (("person", self.person), ("decided_by", self.decided_by))
            if value is None
        ]
        if self.not_person is None and self.not_agency is None:
            found.append(Problem("not_person", Why.NEEDS_WHOM))
        if self.not_person is not None and self.not_person == self.person:
            found.append(Problem("not_person", Why.SAME_PERSON))
        found += text_problems("about", self.about, NAME_LENGTH)
        if self.since is not None and self.since > today:
            found.append(Problem("since", Why.IN_FUTURE))
        return tuple(found)
