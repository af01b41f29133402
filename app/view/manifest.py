"""What is on an output, fact by fact, with the row of the wall's table that lets each through.

The table names every field of every view, so that nothing can be added to one without saying what
it tells of whom; what tells of nobody is named as well. A test holds both against the views.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from app.calendar_words import long_date
from app.view.household import (
    HouseholdView,
    SeenAgency,
    SeenHome,
    SeenLink,
    SeenPerson,
    SeenResponsibility,
    SeenTie,
)
from app.view.leaving import Goes
from app.view.notices import CalledBack, FamilyNoticeView, NoticeView, OtherLaw, Told
from app.view.papers import (
    NO_NEEDS,
    Addressee,
    AgencyCard,
    Evidence,
    FormView,
    LetterView,
    PrintNeeds,
    Sender,
    Signer,
)
from app.view.question import GovernanceView
from app.view.rules import Group

Leaf = FormView | LetterView | NoticeView | FamilyNoticeView | GovernanceView | HouseholdView
US = "us"  # the office's own name and address, which everybody may know


@dataclass(frozen=True, slots=True)
class Tells:
    """What one field of a view tells: of what sort, and whether somebody typed it."""

    group: str
    free: bool = False


SAYS_NOTHING = None  # of anybody: numbers made by chance, dates of the paper, codes of the wording
NAME, BIRTH, NEEDS = Tells(Group.NAME), Tells(Group.BIRTH), Tells(Group.NEEDS)
NUMBERS, HOME, DECISION = Tells(Group.NUMBERS), Tells(Group.HOME), Tells(Group.DECISION)
INVOLVED, SENDER = Tells(Group.INVOLVEMENT), Tells(US)
TYPED, TYPED_NEED = Tells(Group.DECISION, free=True), Tells(Group.NEEDS, free=True)

FIELDS: dict[type, dict[str, Tells | None]] = {
    Sender: dict.fromkeys((f.name for f in fields(Sender)), SENDER),
    PrintNeeds: {
        "points": NEEDS,
        "easy_read": NEEDS,
        "paper": TYPED_NEED,
        "language": TYPED_NEED,
        "interpreter": NEEDS,
        "interpreter_wish": TYPED_NEED,
        "hearing": TYPED_NEED,
    },
    Signer: {"name": NAME, "standing": DECISION},
    AgencyCard: {"name": INVOLVED, "kind": SAYS_NOTHING},
    Addressee: dict.fromkeys((f.name for f in fields(Addressee)), INVOLVED),
    Evidence: {
        "decider": DECISION,
        "standing": DECISION,
        "decided_on": DECISION,
        "ends": DECISION,
        "way": DECISION,
        "form": DECISION,
    },
    FormView: {
        "name": NAME,
        "known_as": NAME,
        "initials": NAME,
        "born": BIRTH,
        "address": HOME,
        "rule": SAYS_NOTHING,
        "signers": NAME,
        "asked_too": SAYS_NOTHING,
        "cards": INVOLVED,
        "sender": SENDER,
        "needs": NEEDS,
        "months": SAYS_NOTHING,
        "last_day": BIRTH,
    },
    LetterView: {
        **dict.fromkeys(("number", "made_on", "due_on", "urgency"), SAYS_NOTHING),
        "to": INVOLVED,
        "sender": SENDER,
        "name": NAME,
        "legal_name": Tells(Group.LEGAL_NAME),
        "initials": NAME,
        "born": BIRTH,
        "nhs_number": NUMBERS,
        "address": HOME,
        "match": SAYS_NOTHING,
        "purpose": DECISION,
        "why": TYPED,
        "benefit": TYPED,
        "questions": DECISION,
        "categories": DECISION,
        "window_from": DECISION,
        "confidentiality": DECISION,
        "gateway": DECISION,
        **dict.fromkeys(("gateway_does", "law_version", "law_approved"), SAYS_NOTHING),
        "dp_basis": DECISION,
        "ask_is_public_task": SAYS_NOTHING,
        "evidence": DECISION,
        "needs": NEEDS,
    },
    CalledBack: {"number": DECISION, "made_on": DECISION},
    OtherLaw: {
        "citation": DECISION,
        "does": SAYS_NOTHING,
        "reason": DECISION,
        "since": DECISION,
        "agency": INVOLVED,
    },
    NoticeView: {
        **dict.fromkeys(("number", "made_on"), SAYS_NOTHING),
        "given_on": DECISION,
        "ended_on": DECISION,
        "to": INVOLVED,
        "sender": SENDER,
        "name": NAME,
        "initials": NAME,
        "born": BIRTH,
        "nhs_number": NUMBERS,
        "called_back": DECISION,
        "replied": DECISION,
        "other_law": DECISION,
    },
    Told: {
        "agency": INVOLVED,
        "categories": DECISION,
        "since": DECISION,
        "replied": DECISION,
    },
    FamilyNoticeView: {
        **dict.fromkeys(("number", "made_on"), SAYS_NOTHING),
        "ended_on": DECISION,
        "name": NAME,
        "initials": NAME,
        "about": NAME,
        "stops": INVOLVED,
        "called_back": INVOLVED,
        "not_sent": INVOLVED,
        "told": DECISION,
        "other_law": DECISION,
        "sender": SENDER,
        "needs": NEEDS,
    },
    GovernanceView: {
        **dict.fromkeys(("number", "made_on", "law_version"), SAYS_NOTHING),
        "sender": SENDER,
        "initials": NAME,
        "age_band": BIRTH,
        "partner_kind": INVOLVED,
        "categories": DECISION,
        "purpose": DECISION,
        "facts": TYPED,
        "question": TYPED,
    },
    SeenPerson: {
        "id": SAYS_NOTHING,
        **dict.fromkeys(("name", "initials", "gender", "known_as"), NAME),
        **dict.fromkeys(("born", "age", "born_in_words", "due", "died", "school_year"), BIRTH),
        "role": Tells(Group.KIN),
        "needs": NEEDS,
        "legal_name": Tells(Group.LEGAL_NAME),
        "numbers": NUMBERS,
        "contacts": Tells(Group.SAFE_CONTACT),
        "further_names": Tells(Group.FURTHER_NAMES),
        "flags": Tells(Group.FLAG),
        "limits": Tells(Group.LIMIT, free=True),
        "restricted": Tells(Group.RESTRICTED),
    },
    SeenLink: {
        **dict.fromkeys(("person", "other"), SAYS_NOTHING),
        **dict.fromkeys(("kind", "since"), Tells(Group.KIN)),
    },
    SeenHome: {
        "id": SAYS_NOTHING,
        "label": Tells(Group.HOME, free=True),
        **dict.fromkeys(("members", "main"), SAYS_NOTHING),
    },
    SeenAgency: {"id": SAYS_NOTHING, "name": INVOLVED, "kind": SAYS_NOTHING},
    SeenTie: {
        **dict.fromkeys(("person", "agency", "disagreement"), SAYS_NOTHING),
        "involvement": INVOLVED,
        **dict.fromkeys(("sharing", "day"), DECISION),
    },
    SeenResponsibility: {
        **dict.fromkeys(("child", "adult"), SAYS_NOTHING),
        "holds": Tells(Group.RESPONSIBILITY),
    },
    HouseholdView: {
        "on": SAYS_NOTHING,
        "people": NAME,
        "links": Tells(Group.KIN),
        "homes": HOME,
        "agencies": INVOLVED,
        "ties": INVOLVED,
        "responsibilities": Tells(Group.RESPONSIBILITY),
        "orders": Tells(Group.ORDER),
        "notes": Tells(Group.NOTE, free=True),
    },
}


def manifest(view: Leaf) -> tuple[Goes, ...]:
    """Return every fact a view holds that tells of somebody, in the order of the paper."""
    name = getattr(view, "name", "") or getattr(view, "initials", "")
    return tuple(_facts(view, str(name)))


def _facts(part: object, person: str) -> Iterator[Goes]:
    """Give the facts of a part; a part about somebody else says so by a name of its own."""
    if isinstance(part, SeenPerson | Signer):
        person = part.name
    for name, tells in FIELDS[type(part)].items():
        if tells is None:
            continue
        value = getattr(part, name)
        parts = value if isinstance(value, tuple) else (value,)
        inner = tuple(one for one in parts if is_dataclass(one) and one != NO_NEEDS)
        for one in inner:
            yield from _facts(one, person)
        text = "" if inner else _text(value)
        if text:
            about = "" if tells.group == US else person
            yield Goes(person=about, fact=name, text=text, why=tells.group, free=tells.free)


def _text(value: object) -> str:
    """Return a value as it is told; nothing where there is nothing."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(_text, value)))
    return str(value) if value is not None and not is_dataclass(value) else ""
