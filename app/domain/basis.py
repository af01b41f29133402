"""The basis guide: what the answers to five plain questions lead to. It records nothing itself.

The questions, offers and directions are data (`resources/legal/basis.toml`). Source: practice,
sections 3 and 5, and traps 12, 14 and 15. The worker decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.agency import Agency, AgencyKind
from app.domain.consent import Category, Purpose
from app.domain.household import Approval, Office
from app.domain.law import Gateway, LawPack
from app.domain.person import Person
from app.domain.problems import Why
from app.domain.sharing import Confidentiality
from app.domain.without_agreement import why_not


class Reply(StrEnum):
    """What can be answered to each question."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


Answers = Mapping[str, Reply]  # by the key of the question; one not answered yet is absent
When = Mapping[str, frozenset[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisQuestion:
    """One plain question."""

    key: str
    asks: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """What to do, whatever law there is. `blocks`: no law is offered until that is settled."""

    key: str
    says: str
    why: str
    when: When
    tone: str = "info"
    blocks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A gateway that answers may lead to, and the reason it is offered."""

    gateway: str
    confidentiality: Confidentiality
    reason: str
    when: When
    kinds: frozenset[AgencyKind] = frozenset()  # of the partner; empty: any
    purposes: frozenset[Purpose] = frozenset()  # empty: any
    adults: bool = False  # only about an adult
    lacks_capacity: bool = False  # only where a note says that they cannot decide


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisRules:
    """Everything the guide knows, as read from its file."""

    questions: tuple[BasisQuestion, ...]
    directions: tuple[Direction, ...]
    offers: tuple[Offer, ...]
    sentence: str
    confidence: Mapping[Confidentiality, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareFacts:
    """What is known of the share beside the answers. `agency` None: any that needs it."""

    on: date
    person: Person | None = None
    agency: Agency | None = None
    purpose: Purpose = Purpose.EARLY_HELP
    health: bool = False  # information about health is in it
    offending: bool = False  # criminal-offence data is in it
    lacks_capacity: bool = False
    role: str = "key worker"
    office: Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A gateway that fits, why it is offered, the two bases, and the sentence to print."""

    gateway: Gateway
    reason: str
    confidentiality: Confidentiality
    dp_basis: str
    sentence: str
    approval: Approval | None = None


@dataclass(frozen=True, slots=True)
class Unfit:
    """A gateway the answers lead to that cannot be relied on here, and why."""

    gateway: Gateway
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisAdvice:
    """What the answers lead to. `blocked`: ask information governance, nothing is offered."""

    directions: tuple[Direction, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    open_questions: tuple[str, ...] = ()  # keys of those not answered yet

    @property
    def blocked(self) -> bool:
        """Whether a doubt must be settled before anything is shared."""
        return any(direction.blocks for direction in self.directions)


def candidates(law: LawPack, rules: BasisRules, answers: Answers, facts: ShareFacts) -> BasisAdvice:
    """Return what the answers lead to: directions in order, then the gateways that fit.

    A gateway that does not fit this person, partner, role or day is listed with the reason.
    An unanswered question leads to nothing, so the advice grows with each answer.
    """
    directions = tuple(d for d in rules.directions if leads_on(d, answers))
    blocked = any(direction.blocks for direction in directions)
    found: list[Candidate] = []
    unfit: list[Unfit] = []
    seen: set[str] = set()
    for offer in rules.offers:
        gateway = law.gateway(offer.gateway)
        if gateway is None or offer.gateway in seen or not _leads_here(offer, answers, facts):
            continue
        seen.add(offer.gateway)
        why = why_not(
            gateway, facts.person, facts.agency, health=facts.health, role=facts.role, on=facts.on
        )
        if why is not None:
            unfit.append(Unfit(gateway, why))
        elif not blocked:
            found.append(_candidate(law, rules, offer, gateway, facts))
    return BasisAdvice(
        directions=directions,
        candidates=tuple(found),
        unfit=tuple(unfit),
        open_questions=tuple(q.key for q in rules.questions if q.key not in answers),
    )


def basis_sentence(
    rules: BasisRules, gateway: Gateway, dp_basis: str, confidentiality: Confidentiality
) -> str:
    """Return the sentence that tells a partner what is relied on, with the two bases."""
    said = rules.sentence
    for place, text in (
        ("{law}", gateway.citation),
        ("{data}", dp_basis),
        ("{confidence}", rules.confidence[confidentiality]),
    ):
        said = said.replace(place, text)
    return said


def leads_on(rule: Direction | Offer, answers: Answers) -> bool:
    """Say whether answers are those that a rule asks for."""
    return all(answers.get(question) in replies for question, replies in rule.when.items())


def _leads_here(offer: Offer, answers: Answers, facts: ShareFacts) -> bool:
    """Say whether the answers and what is known of the share lead to an offer."""
    if not leads_on(offer, answers):
        return False
    if offer.kinds and (facts.agency is None or facts.agency.kind not in offer.kinds):
        return False
    if offer.purposes and facts.purpose not in offer.purposes:
        return False
    if offer.adults and (facts.person is None or not facts.person.adult(facts.on)):
        return False
    return facts.lacks_capacity or not offer.lacks_capacity


def _candidate(
    law: LawPack, rules: BasisRules, offer: Offer, gateway: Gateway, facts: ShareFacts
) -> Candidate:
    kinds = frozenset({Category.OFFENDING}) if facts.offending else frozenset()
    dp_basis = law.dp_basis(facts.purpose, kinds, gateway)
    return Candidate(
        gateway=gateway,
        reason=offer.reason,
        confidentiality=offer.confidentiality,
        dp_basis=dp_basis,
        sentence=basis_sentence(rules, gateway, dp_basis, offer.confidentiality),
        approval=law.approval(gateway, facts.office),
    )
