"""Share requests, grounds for sharing without agreement, and the register of printed papers."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.consent import Category, Purpose
from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.ids import (
    AgencyId,
    ConsentId,
    GroundId,
    HouseholdId,
    PersonId,
    ProfessionalId,
    RequestId,
    RulingId,
)
from app.domain.problems import Problem, Why

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U
MOST_QUESTIONS = 8
EVERYTHING = re.compile(
    r"\b(any|all)( and (any|all))?( of)?( the| their| your)? "
    r"(information|info|records?|notes|files?)\b"
    r"|\b(full|whole|entire|complete) (medical |health )?(records?|file|history|notes)\b"
    r"|\beverything (that )?(you|is held|held|known|on|about)\b"
)


class RequestState(StrEnum):
    """How far a share request has got."""

    OPEN = "open"
    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly-answered"
    REFUSED = "refused"
    RECALLED = "recalled"
    CLOSED = "closed"


class Urgency(StrEnum):
    """How soon a reply is needed (practice, section 9.3)."""

    SAME_DAY = "same-day"
    CHILD_IN_NEED = "child-in-need"
    EARLY_HELP = "early-help"
    NOTICE_ONLY = "notice-only"


WORKING_DAYS = {Urgency.SAME_DAY: 0, Urgency.CHILD_IN_NEED: 5, Urgency.EARLY_HELP: 10}


class Confidentiality(StrEnum):
    """What lifts the duty of confidence; never the same field as the data-protection basis."""

    CONSENT = "consent"
    LEGAL_DUTY = "legal-duty-or-power"
    PUBLIC_INTEREST = "public-interest"
    DIRECT_CARE = "implied-direct-care"
    NOT_CONFIDENTIAL = "not-confidential"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRequest:
    """A numbered request to one agency about one person, frozen when it is made."""

    id: RequestId
    household: HouseholdId
    number: str
    agency: AgencyId
    person: PersonId
    made_on: date
    purpose: Purpose = Purpose.EARLY_HELP
    professional: ProfessionalId | None = None
    why: str = ""
    benefit: str = ""
    questions: tuple[str, ...] = ()  # codes of the question bank
    categories: frozenset[Category] = frozenset()
    window_from: date | None = None
    gateway: str = ""
    dp_basis: str = ""
    confidentiality: Confidentiality = Confidentiality.CONSENT
    consents: tuple[ConsentId, ...] = ()
    ground: GroundId | None = None
    law_pack: str = ""
    wording: str = ""
    urgency: Urgency = Urgency.EARLY_HELP
    due_on: date | None = None
    chases: int = 0
    next_chase_on: date | None = None
    state: RequestState = RequestState.OPEN
    reason: str = ""  # why it was refused or recalled
    made_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """What the form for a share request holds so far."""

    household: HouseholdId
    agency: AgencyId | None = None
    person: PersonId | None = None
    purpose: Purpose = Purpose.EARLY_HELP
    professional: ProfessionalId | None = None
    why: str = ""
    benefit: str = ""
    questions: tuple[str, ...] = ()
    categories: frozenset[Category] = frozenset()
    window_from: date | None = None
    urgency: Urgency = Urgency.EARLY_HELP

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot become a request, in form order."""
        found = [
            Problem(field, Why.MISSING)
            for field, value in (("person", self.person), ("agency", self.agency))
            if value is None
        ]
        found += text_problems("why", self.why, TEXT_LENGTH, required=True)
        if EVERYTHING.search(" ".join(self.why.casefold().split())):
            found.append(Problem("why", Why.ASKS_FOR_EVERYTHING))  # trap 37
        found += text_problems("benefit", self.benefit, TEXT_LENGTH, required=True)
        if not self.questions:
            found.append(Problem("questions", Why.NEEDS_QUESTION))
        elif len(self.questions) > MOST_QUESTIONS:
            found.append(Problem("questions", Why.TOO_MANY))
        if not self.categories:
            found.append(Problem("categories", Why.NEEDS_CATEGORY))
        if self.window_from is not None and self.window_from > today:
            found.append(Problem("window_from", Why.IN_FUTURE))
        return tuple(found)


class Choice(StrEnum):
    """What was decided without agreement: to share, or not to."""

    SHARE = "share"
    NOT_SHARE = "not-share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A recorded decision to share without agreement, or not to share: as full as a consent.

    Source: practice, section 6; the gateway's own conditions are in the law pack it names.
    """

    id: GroundId
    household: HouseholdId
    person: PersonId
    gateway: str
    confidentiality: Confidentiality
    agency: AgencyId | None = None  # None: any agency that needs it for this purpose
    purpose: Purpose = Purpose.EARLY_HELP
    categories: frozenset[Category] = frozenset()
    necessity: str = ""
    detriment: str = ""
    alternatives: str = ""
    told: tuple[PersonId, ...] = ()
    not_told: tuple[PersonId, ...] = ()
    why_not_told: str = ""
    decided_on: date | None = None
    decided_by: str = ""
    authorised_by: str = ""
    law_pack: str = ""
    review_on: date | None = None
    choice: Choice = Choice.SHARE
    relevance: str = ""
    proportionality: str = ""
    advice: str = ""  # whose, and what they said
    asked_by: str = ""  # who wanted it shared
    method: str = ""  # how it is sent or told

    @property
    def authorised(self) -> bool:
        """Whether somebody other than whoever decided allowed it."""
        return other_than(self.authorised_by, self.decided_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a manager decided where holders of parental responsibility disagree.

    It settles the records it names and no other: a new no blocks again. The law usually lets one
    holder act alone (Children Act 1989 s2(7)); that both must agree, or a manager decide, is the
    product's own rule (practice, section 4.2).
    """

    id: RulingId
    household: HouseholdId
    person: PersonId
    agency: AgencyId
    share: bool
    settles: tuple[ConsentId, ...]
    purpose: Purpose = Purpose.EARLY_HELP
    reasons: str = ""
    manager: str = ""
    decided_on: date | None = None
    recorded_by: str = ""


class PaperKind(StrEnum):
    """What sort of paper was made."""

    CONSENT_FORM = "consent-form"
    SHARE_REQUEST = "share-request"
    HOUSEHOLD_PICTURE = "household-picture"
    WITHDRAWAL_NOTICE = "withdrawal-notice"
    GOVERNANCE_QUESTION = "governance-question"


class Output(StrEnum):
    """What was done with a paper."""

    PRINTED = "printed"
    SAVED = "saved"


class LeavesBy(StrEnum):
    """How a paper gets to whoever it is for; the program itself sends nothing."""

    NOT_SAID = "not-said"
    OFFICE = "in-the-office"
    HAND = "by-hand"
    POST = "post"
    EMAIL = "secure-e-mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The form register: one row each time a paper leaves the program, with its hash.

    `readers` are whom of the family it was for, `way` the code of the way chosen, and `let_go`
    codes of what the worker was told and let go: never the words themselves (trap 42).
    """

    id: str
    household: HouseholdId
    number: str
    kind: PaperKind
    output: Output
    at: datetime
    sha256: str
    pages: int
    person: PersonId | None = None
    agency: AgencyId | None = None
    request: RequestId | None = None
    wording: str = ""
    by: str = ""
    readers: tuple[PersonId, ...] = ()
    leaves_by: LeavesBy = LeavesBy.NOT_SAID
    way: str = ""
    let_go: tuple[str, ...] = ()

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the row."""
        return text_problems("number", self.number, NAME_LENGTH, required=True)


def new_reference(prefix: str) -> str:
    """Return a random reference such as "SR-7K3Q-D9XM".

    Never a running number: gaps in one would tell a recipient of other papers (traps, 1.1).
    """
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{prefix}-{letters[:4]}-{letters[4:]}"


def other_than(one: str, other: str) -> bool:
    """Say whether a name is given, and is not that of the other: nobody authorises themself."""
    return bool(one.strip()) and one.split() != other.split()
