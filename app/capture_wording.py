"""The words a family reads on the screen when they are asked, versioned as the form is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.documents.wording_file import About, read_words
from app.domain.consent import Category

PLACES = frozenset({"name", "agency", "what", "who", "end", "day"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyWords:
    """What we would like to do and why, for oneself or for somebody else."""

    title: str
    own: tuple[str, ...]
    other: tuple[str, ...]
    both: tuple[str, ...]
    without_title: str
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesWords:
    """Which services are talked about."""

    title: str
    told: str
    alone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """The one question, and its three answers."""

    own: str
    other: str
    ask: str
    tell: str
    yes: str
    no: str
    unsure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindsWords:
    """Which kinds of information; `basic` are those that stand first."""

    title: str
    told: str
    basic_title: str
    basic: tuple[str, ...]
    more_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyWords:
    """What is said after a no, or after "not sure yet"."""

    title: str
    told: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartWords:
    """What only the person themself decides."""

    title: str
    told: str
    beside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitsWords:
    """Who and what is left out."""

    title: str
    told: str
    what: str
    people: str
    services: str
    turned: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """A question that is only asked."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignWords:
    """What stands at the box for a signature."""

    title: str
    told: str
    cannot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWords:
    """What is read out when somebody does not sign."""

    title: str
    script: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackWords:
    """What was decided, read back."""

    title: str
    yes: str
    no: str
    unsure: str
    about: str
    until: str
    nothing: str
    later: str
    stays: str
    leave_out: str
    untold: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWords:
    """A title and a sentence."""

    title: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureWording:
    """Every word of the conversation on the screen."""

    about: About
    why: WhyWords
    services: ServicesWords
    question: QuestionWords
    kinds: KindsWords
    no: ReplyWords
    unsure: ReplyWords
    apart: ApartWords
    limits: LimitsWords
    way: TitleWords
    sign: SignWords
    spoken: SpokenWords
    back: BackWords
    kept: ToldWords


def read_capture_wording(parsed: Mapping[str, object]) -> CaptureWording:
    """Return the words; a ValueError names what is missing, unknown or wrong."""
    wording = read_words(CaptureWording, parsed, places=PLACES)
    for code in wording.kinds.basic:
        if code not in set(Category):
            raise ValueError(f"kinds.basic: no kind of information {code!r}")
        if code == Category.SEXUAL_HEALTH:
            raise ValueError("kinds.basic: sexual health is asked about alone")
    return wording
