"""Consent: per person, partner, kind of information and purpose, what was decided and by whom.

Append-only: a change is a new record that names the one it replaces (practice, section 8).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.household import TEXT_LENGTH, text_problems
from app.domain.ids import AgencyId, CompetenceId, ConsentId, HouseholdId, PersonId
from app.domain.problems import Problem, Why
from app.domain.proof import NO_PROOF, Proof, Way, proof_problems


class Category(StrEnum):
    """Kinds of information (practice, section 7.2). Sexual health is always asked apart."""

    CONTACT = "contact-and-household"
    SCHOOL = "school-and-attendance"
    PHYSICAL_HEALTH = "physical-health"
    MENTAL_HEALTH = "mental-health"
    SEXUAL_HEALTH = "sexual-health"
    MATERNITY = "pregnancy-and-maternity"
    SUBSTANCES = "substance-use"
    DISABILITY = "disability-and-send"
    DOMESTIC_ABUSE = "domestic-abuse"
    HOUSING = "housing"
    DEBT = "debt"
    BENEFITS = "benefits-and-work"
    OFFENDING = "offending"
    IMMIGRATION = "immigration"
    SOCIAL_CARE = "social-care-history"


NEVER_BY_DEFAULT = frozenset({Category.SEXUAL_HEALTH, Category.IMMIGRATION})


class Purpose(StrEnum):
    """What the sharing is for."""

    EARLY_HELP = "early-help"
    CHILD_IN_NEED = "child-in-need"
    CHILD_PROTECTION = "child-protection"
    ADULT_CARE = "adult-care"


class Answer(StrEnum):
    """What a record says was decided; expired and superseded follow from dates and others."""

    DRAFT = "draft"
    GIVEN = "given"
    NARROWED = "narrowed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_SOUGHT = "not-sought"


class Standing(StrEnum):
    """In what standing somebody decided."""

    SELF = "self"
    PARENT = "parental-responsibility"
    COMPETENT_CHILD = "gillick-competent"
    DEPUTY = "deputy-or-attorney"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One decision about one person and one agency, with everything that makes it provable."""

    id: ConsentId
    household: HouseholdId
    person: PersonId
    agency: AgencyId
    answer: Answer
    decider: PersonId | None
    standing: Standing = Standing.SELF
    purpose: Purpose = Purpose.EARLY_HELP
    categories: frozenset[Category] = frozenset()
    decided_on: date | None = None
    ends: date | None = None
    way: Way = Way.INK
    witness: str = ""
    wording: str = ""  # version of the form text
    language: str = "en-GB"
    form: str = ""  # form number printed on the paper
    replaces: ConsentId | None = None
    competence: CompetenceId | None = None
    reason: str = ""
    recorded_by: str = ""
    proof: Proof = NO_PROOF


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDraft:
    """What the form for capturing a decision holds so far."""

    household: HouseholdId
    person: PersonId | None = None
    agency: AgencyId | None = None
    answer: Answer | None = None
    decider: PersonId | None = None
    standing: Standing | None = None
    purpose: Purpose = Purpose.EARLY_HELP
    categories: frozenset[Category] = frozenset()
    decided_on: date | None = None
    ends: date | None = None
    way: Way = Way.INK
    witness: str = ""
    wording: str = ""
    language: str = "en-GB"
    form: str = ""
    reason: str = ""
    competence: CompetenceId | None = None
    proof: Proof = NO_PROOF
    strokes: str = ""  # of a signature drawn on the screen

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept; who may decide is `deciders`' answer."""
        found = [
            Problem(field, Why.MISSING)
            for field, value in (
                ("person", self.person),
                ("agency", self.agency),
                ("answer", self.answer),
                ("decided_on", self.decided_on),
            )
            if value is None
        ]
        if self.answer is Answer.NOT_SOUGHT:
            if not self.reason.strip():
                found.append(Problem("reason", Why.NEEDS_REASON))
        elif self.decider is None and self.answer is not None:
            found.append(Problem("decider", Why.MISSING))
        if self.answer in (Answer.GIVEN, Answer.NARROWED) and not self.categories:
            found.append(Problem("categories", Why.NEEDS_CATEGORY))
        if self.answer is not Answer.NOT_SOUGHT:
            found += proof_problems(
                self.way,
                self.proof,
                self.witness,
                decided_on=self.decided_on,
                drawn=bool(self.strokes),
            )
        if self.decided_on is not None:
            if self.decided_on > today:
                found.append(Problem("decided_on", Why.IN_FUTURE))
            if self.ends is not None and self.ends <= self.decided_on:
                found.append(Problem("ends", Why.ENDS_BEFORE_START))
        return (*found, *text_problems("reason", self.reason, TEXT_LENGTH))


class CompetenceKind(StrEnum):
    """Which test was used: Gillick under 16, the Mental Capacity Act from 16."""

    GILLICK = "gillick"
    CAPACITY = "mental-capacity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a test asks, part by part; None where a part was not asked.

    Capacity asks for understanding, retaining, weighing and communicating (Mental Capacity Act
    2005 s3(1)); Gillick competence for understanding, weighing, a free choice and knowing what
    follows.
    """

    understands: bool | None = None
    retains: bool | None = None
    weighs: bool | None = None
    communicates: bool | None = None
    free: bool | None = None
    knows: bool | None = None

    def of(self, kind: CompetenceKind) -> tuple[bool | None, ...]:
        """Return the four answers a kind of test needs."""
        if kind is CompetenceKind.CAPACITY:
            return (self.understands, self.retains, self.weighs, self.communicates)
        return (self.understands, self.weighs, self.free, self.knows)


NO_PARTS = Parts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Competence:
    """A dated note that somebody could, or could not, make one particular decision.

    Four answers as in Mental Capacity Act 2005 s3 (understand, retain, weigh, communicate);
    a Gillick note uses understand, weigh, free choice and knowing what follows.
    """

    id: CompetenceId
    household: HouseholdId
    person: PersonId
    kind: CompetenceKind
    agency: AgencyId | None = None
    decision: str = ""
    on: date | None = None
    able: bool = False
    assessor: str = ""
    support: str = ""
    note: str = ""
    parts: Parts = NO_PARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Somebody who must not be told: a person or an agency, and about what."""

    id: str
    household: HouseholdId
    person: PersonId
    decided_by: PersonId
    not_person: PersonId | None = None
    not_agency: AgencyId | None = None
    about: str = ""
    since: date | None = None
