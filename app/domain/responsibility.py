"""Parental responsibility, kept apart from biology, and the orders that give or restrict it.

Nobody's parental responsibility is assumed: a row says who holds it, on what basis and what
was seen (Children Act 1989 ss2-4A, 12, 14C; practice, section 4.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.home import covers, span_problems
from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.ids import HouseholdId, OrderId, PersonId
from app.domain.problems import Problem, Why


class Holds(StrEnum):
    """Whether an adult holds parental responsibility for a child."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


class Basis(StrEnum):
    """How somebody came to hold parental responsibility, or why they do not."""

    MOTHER = "mother"
    MARRIED_FATHER = "married-father"
    BIRTH_REGISTRATION = "birth-registration"
    NOT_ON_CERTIFICATE = "not-on-birth-certificate"
    AGREEMENT = "agreement"
    COURT_ORDER = "court-order"
    SPECIAL_GUARDIANSHIP = "special-guardianship"
    CHILD_ARRANGEMENTS = "child-arrangements"
    ADOPTION = "adoption"
    CARE_ORDER = "care-order"
    STEP_PARENT = "step-parent"
    NOT_RECORDED = "not-recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityDraft:
    """What the form about parental responsibility holds so far."""

    child: PersonId | None = None
    adult: PersonId | None = None
    holds: Holds = Holds.UNKNOWN
    basis: Basis = Basis.NOT_RECORDED
    evidence: str = ""
    restricted_by: OrderId | None = None
    since: date | None = None
    until: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order.

        A yes says why or what was seen: it is never assumed (trap 8).
        """
        found = [
            Problem(field, Why.MISSING)
            for field, value in (("child", self.child), ("adult", self.adult))
            if value is None
        ]
        if self.child is not None and self.child == self.adult:
            found.append(Problem("adult", Why.SAME_PERSON))
        said = self.basis is not Basis.NOT_RECORDED or self.evidence.strip()
        if self.holds is Holds.YES and not said:
            found.append(Problem("evidence", Why.NEEDS_SOURCE))
        found += text_problems("evidence", self.evidence, TEXT_LENGTH)
        return (*found, *span_problems(self.since, self.until, today))


class OrderKind(StrEnum):
    """An order of a court."""

    SPECIAL_GUARDIANSHIP = "special-guardianship"
    CHILD_ARRANGEMENTS = "child-arrangements"
    NON_MOLESTATION = "non-molestation"
    OCCUPATION = "occupation"
    PROHIBITED_STEPS = "prohibited-steps"
    SPECIFIC_ISSUE = "specific-issue"
    CARE = "care"
    SUPERVISION = "supervision"
    LASTING_POWER = "lasting-power-of-attorney"  # health and welfare, registered
    DEPUTY = "deputyship"


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """One child and one adult: held or not, on what basis, from when, restricted or not."""

    id: str
    household: HouseholdId
    child: PersonId
    adult: PersonId
    holds: Holds
    basis: Basis = Basis.NOT_RECORDED
    evidence: str = ""
    restricted_by: OrderId | None = None
    since: date | None = None
    until: date | None = None

    def held(self, on: date) -> bool:
        """Say whether it is held on a day, restricted or not."""
        return self.holds is Holds.YES and covers(self.since, self.until, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A court order: about whom, restraining whom, protecting whom, and until when.

    `until` is the last day it binds, as orders are written.
    """

    id: OrderId
    household: HouseholdId
    kind: OrderKind
    court: str = ""
    made_on: date | None = None
    until: date | None = None
    holder: PersonId | None = None  # who the order gives responsibility or care to
    restrains: PersonId | None = None
    protects: tuple[PersonId, ...] = ()
    about: tuple[PersonId, ...] = ()
    note: str = ""

    def binds(self, on: date) -> bool:
        """Say whether the order is in force on a day."""
        return (self.made_on is None or self.made_on <= on) and (
            self.until is None or on <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDraft:
    """What the form about a court order holds so far."""

    kind: OrderKind | None = None
    court: str = ""
    made_on: date | None = None
    until: date | None = None
    holder: PersonId | None = None
    restrains: PersonId | None = None
    protects: tuple[PersonId, ...] = ()
    about: tuple[PersonId, ...] = ()
    note: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [Problem("kind", Why.MISSING)] if self.kind is None else []
        found += text_problems("court", self.court, NAME_LENGTH)
        if self.made_on is not None and self.made_on > today:
            found.append(Problem("made_on", Why.IN_FUTURE))
        if self.made_on is not None and self.until is not None and self.until < self.made_on:
            found.append(Problem("until", Why.ENDS_BEFORE_START))
        if self.restrains is not None and self.restrains in self.protects:
            found.append(Problem("protects", Why.SAME_PERSON))
        if self.restrains is not None and not (self.protects or self.about):
            found.append(Problem("protects", Why.MISSING))
        if not (self.about or self.protects or self.holder or self.restrains):
            found.append(Problem("about", Why.MISSING))
        return (*found, *text_problems("note", self.note, TEXT_LENGTH))
