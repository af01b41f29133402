"""The words of the consent form, one dataclass for each part of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.documents.wording_file import About, Furniture, read_words

PLACES = frozenset({"known_as", "number", "page", "version", "date", "months", "end", "phone"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideWords:
    """The first words: the choice is the reader's."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoWords:
    """Who the council and the key worker are."""

    heading: str
    council: str
    team: str
    key_worker: str
    phone: str
    email: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsWords:
    """A heading with a list."""

    heading: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutWords:
    """When information may be shared without agreement."""

    heading: str
    intro: str
    points: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsWords:
    """Rights, and where to complain."""

    heading: str
    points: tuple[str, ...]
    privacy: str
    complaint: str
    complaints_to: str
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWords:
    """The details of the person the form is about."""

    heading: str
    name: str
    known_as: str
    born: str
    address: str
    made: str
    check: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsWords:
    """The labels of an agency card, and the blank cards after the last."""

    heading: str
    intro: str
    none: str
    ask: str
    tell: str
    why: str
    question: str
    question_other: str
    yes: str
    no: str
    unsure: str
    leave_out: str
    another: str
    another_hint: str
    another_name: str
    limits: str
    limits_hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindsWords:
    """The kinds of information, with sexual health always apart."""

    heading: str
    intro: str
    since: str
    apart_heading: str
    apart_own: str
    apart_tick: str
    apart_other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWords:
    """How the signer may be reached without danger."""

    heading: str
    intro: str
    phone: str
    text: str
    email: str
    post: str
    voicemail: str
    number: str
    times: str
    word: str
    elsewhere: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedWords:
    """How the form was read and understood."""

    heading: str
    intro: str
    points: tuple[str, ...]
    language: str
    interpreter: str
    needs: str
    needs_language: str
    needs_interpreter: str
    needs_interpreter_yes: str
    needs_wish: str
    needs_hearing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignWords:
    """The signature lines, and how long a yes lasts."""

    heading: str
    lasts: str
    lasts_sixteen: str
    review: str
    one_enough: str
    signature: str
    date: str
    asked_heading: str
    asked_hint: str
    asked_question: str
    asked_line: str
    mark_hint: str
    mark_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerWords:
    """What the key worker ticks and signs."""

    heading: str
    checks: tuple[str, ...]
    asked: str
    spoken: str
    later: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipWords:
    """The slip to cut off and send when somebody changes their mind."""

    cut: str
    heading: str
    hint: str
    form: str
    name: str
    everything: str
    only: str
    which: str
    give: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyWords:
    """What one kind of agency does, in five words, and what passes between us."""

    what: str
    ask: str
    tell: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWording:
    """All words of the form. The tables at the end are keyed by codes."""

    about: About
    furniture: Furniture
    decide: DecideWords
    who: WhoWords
    why: PointsWords
    without: WithoutWords
    rights: RightsWords
    change: PointsWords
    person: PersonWords
    cards: CardsWords
    kinds: KindsWords
    contact: ContactWords
    explained: ExplainedWords
    sign: SignWords
    worker: WorkerWords
    slip: SlipWords
    rules: Mapping[str, str]
    standings: Mapping[str, str]
    categories: Mapping[str, str]
    agencies: Mapping[str, AgencyWords]


def read_consent_wording(mapping: Mapping[str, object]) -> ConsentWording:
    """Return the form's words from its parsed file, or raise a ValueError that names the key."""
    return read_words(ConsentWording, mapping, places=PLACES)
