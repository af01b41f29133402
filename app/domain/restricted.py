"""Restricted facts: kept behind a switch of their own, and never part of the ordinary record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.ids import HouseholdId, PersonId
from app.domain.problems import Problem, Why


class RestrictedKind(StrEnum):
    """What kind of fact it is (traps 34, 35 and 36)."""

    IMMIGRATION = "immigration"
    SEALED_IDENTITY = "sealed-identity"
    GENDER_HISTORY = "gender-history"


class LookReason(StrEnum):
    """Why somebody looks behind the switch, or gives it out; the code goes into the journal."""

    PERSON_ASKED = "person-asked"
    LEGAL_ADVICE = "legal-advice"
    SAFETY = "safety"
    CORRECTING = "correcting"
    SUBJECT_ACCESS = "subject-access"
    HAND_OVER = "hand-over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restricted:
    """One restricted fact about a person, with where it is from."""

    id: str
    household: HouseholdId
    person: PersonId
    kind: RestrictedKind
    text: str
    source: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictedDraft:
    """What the form about a restricted fact holds so far."""

    kind: RestrictedKind | None = None
    text: str = ""
    source: str = ""
    since: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept, in form order."""
        found = [] if self.kind is not None else [Problem("kind", Why.MISSING)]
        found += text_problems("text", self.text, TEXT_LENGTH, required=True)
        found += text_problems("source", self.source, NAME_LENGTH)
        if self.since is not None and self.since > today:
            found.append(Problem("since", Why.IN_FUTURE))
        return tuple(found)
