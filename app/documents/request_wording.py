"""The words of the share request and its reply form, with the bank of questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.documents.wording_file import About, Furniture, read_words

PLACES = frozenset(
    {"name", "key_worker", "number", "page", "version", "date", "count", "ods", "points"}
    | {"language", "wish", "hearing", "email", "phone", "address"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFurniture(Furniture):
    """The foot and the marking of a letter's page."""

    marking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopWords:
    """Marking, dates and the ask in one sentence."""

    title: str
    reply_by: str
    no_reply: str
    urgency: str
    reference: str
    date: str
    summary: str
    summary_one: str
    summary_none: str
    to: str
    ods: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderWords:
    """Who asks, and how to make sure of it."""

    heading: str
    name: str
    phone: str
    check: str
    manager: str
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectWords:
    """The one person asked about."""

    heading: str
    name: str
    legal_name: str
    born: str
    nhs_number: str
    address: str
    match: str
    cannot_find: str
    needs: str
    large_print: str
    easy_read: str
    language: str
    interpreter: str
    interpreter_wish: str
    hearing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposeWords:
    """Why we ask and how it helps."""

    heading: str
    helps: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisWords:
    """Why the partner can share: confidentiality and data protection are two answers."""

    heading: str
    confidentiality: str
    gateway: str
    gateway_does: str
    dp_basis: str
    agreement: str
    public_task: str
    law: str
    law_version: str
    law_unapproved: str
    least: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWords:
    """What shows that the person agreed."""

    heading: str
    decider: str
    decided_on: str
    ends: str
    way: str
    form: str
    categories: str
    checked: str
    changed: str
    none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWords:
    """The questions in the letter."""

    heading: str
    kinds: str
    since: str
    not_everything: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """A heading with a list."""

    heading: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyWords:
    """The ways to reply."""

    heading: str
    email: str
    post: str
    phone: str
    never: str
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyFormWords:
    """The labels of the reply form."""

    title: str
    send_by: str
    known: str
    known_yes: str
    known_no: str
    known_moved: str
    looked: str
    looked_found: str
    looked_nothing: str
    looked_not: str
    share: str
    share_full: str
    share_part: str
    share_no: str
    reasons: str
    reason_list: tuple[str, ...]
    other: str
    answers: str
    answers_hint: str
    yes: str
    no: str
    unknown: str
    not_appropriate: str
    comment: str
    reading: str
    nature: str
    nature_fact: str
    nature_opinion: str
    nature_both: str
    nature_which: str
    caveats: str
    shown: str
    team: str
    meeting: str
    phone_me: str
    phone_number: str
    phone_times: str
    fee: str
    completed: str
    name: str
    role: str
    organisation: str
    signature: str
    date: str
    send_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the bank: to which kinds of agency, about which kind of information."""

    words: str
    kinds: tuple[str, ...]
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestWording:
    """All words of the letter and its reply form. The tables at the end are keyed by codes."""

    about: About
    furniture: LetterFurniture
    top: TopWords
    sender: SenderWords
    person: SubjectWords
    why: PurposeWords
    basis: BasisWords
    evidence: EvidenceWords
    ask: AskWords
    use: ListWords
    safety: ListWords
    reply: ReplyWords
    form: ReplyFormWords
    urgencies: Mapping[str, str]
    matches: Mapping[str, str]
    purposes: Mapping[str, str]
    confidentialities: Mapping[str, str]
    standings: Mapping[str, str]
    ways: Mapping[str, str]
    categories: Mapping[str, str]
    questions: Mapping[str, Question]

    def questions_for(self, kind: str) -> tuple[str, ...]:
        """Return the codes of the questions that may be put to a kind of agency, in file order."""
        return tuple(code for code, asked in self.questions.items() if kind in asked.kinds)


def read_request_wording(mapping: Mapping[str, object]) -> RequestWording:
    """Return the letter's words from its parsed file, or raise a ValueError that names the key."""
    return read_words(RequestWording, mapping, places=PLACES)
