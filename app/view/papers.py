"""What a consent form and a share request may say: frozen values with only what is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who we are, as this recipient may know it; the safe address where location must not show."""

    council: str = ""
    team: str = ""  # empty where the team's name would give a place away
    key_worker: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    manager: str = ""
    lines: tuple[str, ...] = ()
    data_protection_officer: str = ""
    complaints: str = ""
    agreement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintNeeds:
    """How this person's copy must be printed and explained."""

    points: int = 14  # body size: 14, 18 or 24
    easy_read: bool = False
    paper: str = ""
    language: str = ""
    interpreter: bool = False
    interpreter_wish: str = ""
    hearing: str = ""


NO_NEEDS = PrintNeeds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """One signature line. `standing`: self, parental-responsibility or gillick-competent."""

    name: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyCard:
    """One agency the form asks about; `kind` picks the five-word description and what is asked."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """One person's consent form. `rule` says who decides (codes of `app.domain.deciding.Rule`)."""

    name: str
    known_as: str
    initials: str
    born: str  # "3 March 2027", or as far as it is known
    address: tuple[str, ...]
    rule: str
    signers: tuple[Signer, ...]
    asked_too: bool  # the child has a line of their own beside the parents
    cards: tuple[AgencyCard, ...]
    sender: Sender
    needs: PrintNeeds
    months: int  # how long a yes lasts
    last_day: date | None = None  # the child's 16th birthday, which ends what a parent signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Where a letter goes."""

    name: str
    contact: str = ""  # a named professional or role
    ods: str = ""
    lines: tuple[str, ...] = ()
    mailbox: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What lets the partner answer: who agreed, in what standing, until when, how it was given."""

    decider: str
    standing: str
    decided_on: date | None
    ends: date | None
    way: str
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """One share request as its agency may read it: one patient, one decision, these questions."""

    number: str
    made_on: date
    due_on: date | None
    urgency: str
    to: Addressee
    sender: Sender
    name: str
    legal_name: str
    initials: str
    born: str
    nhs_number: str
    address: tuple[str, ...]
    match: str  # match strength: ".99" … ".6" or "" (practice, section 12)
    purpose: str
    why: str
    benefit: str
    questions: tuple[str, ...]  # codes of the question bank
    categories: tuple[str, ...]
    window_from: date | None
    confidentiality: str
    gateway: str  # citation
    gateway_does: str
    law_version: str
    law_approved: bool
    dp_basis: str
    ask_is_public_task: bool  # print the sentence for partners outside the public sector
    evidence: tuple[Evidence, ...]
    needs: PrintNeeds
