"""The words of the papers that follow a change of mind, and of the question to governance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.documents.request_wording import LetterFurniture
from app.documents.wording_file import About, read_words

NOTICE_PLACES = frozenset(
    {"name", "number", "page", "version", "date", "ended", "about", "whom", "key_worker", "ods"}
)
GOVERNANCE_PLACES = frozenset({"number", "page", "version", "date"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerNoticeWords:
    """The letter to a partner."""

    title: str
    reference: str
    date: str
    ended: str
    to: str
    ods: str
    summary: str
    person: str
    name: str
    born: str
    nhs_number: str
    given: str
    cannot_find: str
    changes: str
    changes_points: tuple[str, ...]
    called_back: str
    called_back_words: str
    request: str
    request_made: str
    hold: str
    hold_points: tuple[str, ...]
    hold_replied: str
    other_law: str
    other_law_words: str
    duties: str
    safety: str
    safety_points: tuple[str, ...]
    sender: str
    sender_name: str
    phone: str
    email: str
    address: str
    manager: str
    officer: str
    check: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyNoticeWords:
    """The copy of whoever changed their mind."""

    title: str
    reader: str
    made: str
    opening: str
    opening_about: str
    paragraphs: tuple[str, ...]
    yourself: str
    stops: str
    stops_words: str
    stops_none: str
    called_back: str
    not_sent: str
    told: str
    told_words: str
    told_none: str
    since: str
    kinds: str
    replied: str
    undone: str
    undone_points: tuple[str, ...]
    other_law: str
    other_law_words: str
    other_law_any: str
    other_law_rule: str
    other_law_why: str
    must: str
    again: str
    again_points: tuple[str, ...]
    commissioner: str
    key_worker: str
    phone: str
    email: str
    address: str
    complaints: str
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalWording:
    """All words of both notices. The tables at the end are keyed by codes."""

    about: About
    furniture: LetterFurniture
    partner: PartnerNoticeWords
    family: FamilyNoticeWords
    reasons: Mapping[str, str]
    categories: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernanceWords:
    """The labels of the question."""

    title: str
    reference: str
    date: str
    asked_by: str
    phone: str
    email: str
    manager: str
    no_names: str
    question: str
    whom: str
    initials: str
    age: str
    partner: str
    any_partner: str
    kinds: str
    purpose: str
    law: str
    law_version: str
    facts: str
    no_facts: str
    answer: str
    answer_words: str
    answer_by: str
    answer_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernanceWording:
    """All words of the question to information governance. The tables are keyed by codes."""

    about: About
    furniture: LetterFurniture
    words: GovernanceWords
    ages: Mapping[str, str]
    purposes: Mapping[str, str]
    kinds: Mapping[str, str]
    categories: Mapping[str, str]


def read_withdrawal_wording(mapping: Mapping[str, object]) -> WithdrawalWording:
    """Return the notices’ words from their parsed file, or raise a ValueError naming the key."""
    return read_words(WithdrawalWording, mapping, places=NOTICE_PLACES)


def read_governance_wording(mapping: Mapping[str, object]) -> GovernanceWording:
    """Return the question’s words from its parsed file, or raise a ValueError naming the key."""
    return read_words(GovernanceWording, mapping, places=GOVERNANCE_PLACES)
