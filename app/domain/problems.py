"""Problems: what is wrong with something the key worker typed, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Reasons a field is refused. `ui.wording` turns each one into a sentence."""

    MISSING = "missing"
    TOO_LONG = "too-long"
    IN_FUTURE = "in-future"
    TOO_OLD = "too-old"
    NOT_A_DATE = "not-a-date"
    ENDS_BEFORE_START = "ends-before-start"
    NOBODY_SEEN = "nobody-seen"
    NHS_LENGTH = "nhs-length"
    NHS_CHECK = "nhs-check"
    NHS_REPEATED = "nhs-repeated"
    UPN_SHAPE = "upn-shape"
    UPN_CHECK = "upn-check"
    ODS_SHAPE = "ods-shape"
    NO_SUCH_PERSON = "no-such-person"
    NO_SUCH_AGENCY = "no-such-agency"
    NO_SUCH_HOME = "no-such-home"
    NO_SUCH_RECORD = "no-such-record"
    SAME_PERSON = "same-person"
    ALREADY_RECORDED = "already-recorded"
    PARENT_CYCLE = "parent-cycle"
    TWO_PRIMARY = "two-primary"
    UNBORN = "unborn"
    DECEASED = "deceased"
    BORN_AND_DUE = "born-and-due"
    DIED_BEFORE_BORN = "died-before-born"
    NOT_THEIR_DECISION = "not-their-decision"
    NEEDS_REASON = "needs-reason"
    NEEDS_WITNESS = "needs-witness"
    NOT_AN_INTERPRETER = "not-an-interpreter"
    NEEDS_CATEGORY = "needs-category"
    NEEDS_QUESTION = "needs-question"
    TOO_MANY = "too-many"
    ASKS_FOR_EVERYTHING = "asks-for-everything"
    BAD_ID = "bad-id"
    BAD_EMAIL = "bad-email"
    NEEDS_NIGHTS = "needs-nights"
    BAD_CHARACTER = "bad-character"
    REVEALS_HIDDEN = "reveals-hidden"
    OFF_THE_SCALE = "off-the-scale"
    NEEDS_OWNER = "needs-owner"
    NAMED_TWICE = "named-twice"
    NOT_HELD_YET = "not-held-yet"
    NOT_LATER = "not-later"
    NEEDS_NOTE = "needs-note"
    # passphrases
    TOO_SHORT = "too-short"
    TOO_COMMON = "too-common"


@dataclass(frozen=True, slots=True)
class Problem:
    """One field that cannot be accepted, and why."""

    field: str
    why: Why
