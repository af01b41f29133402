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
    ULN_SHAPE = "uln-shape"
    ULN_CHECK = "uln-check"
    NINO_SHAPE = "nino-shape"
    NINO_PREFIX = "nino-prefix"
    UPRN_SHAPE = "uprn-shape"
    ODS_SHAPE = "ods-shape"
    NO_SUCH_PERSON = "no-such-person"
    NO_SUCH_AGENCY = "no-such-agency"
    NO_SUCH_HOME = "no-such-home"
    NO_SUCH_RECORD = "no-such-record"
    SAME_PERSON = "same-person"
    ALREADY_RECORDED = "already-recorded"
    PARENT_CYCLE = "parent-cycle"
    CHILD_OLDER = "child-older"
    PARENT_TOO_YOUNG = "parent-too-young"
    TWO_PRIMARY = "two-primary"
    UNBORN = "unborn"
    DECEASED = "deceased"
    BORN_AND_DUE = "born-and-due"
    DIED_BEFORE_BORN = "died-before-born"
    NEEDS_NAME = "needs-name"
    NEEDS_SOURCE = "needs-source"
    NOT_THEIR_DECISION = "not-their-decision"
    NEEDS_REASON = "needs-reason"
    NEEDS_LOOK_REASON = "needs-look-reason"
    NEEDS_WITNESS = "needs-witness"
    NOT_AN_INTERPRETER = "not-an-interpreter"
    NEEDS_CATEGORY = "needs-category"
    NEEDS_QUESTION = "needs-question"
    TOO_MANY = "too-many"
    ASKS_FOR_EVERYTHING = "asks-for-everything"
    BAD_ID = "bad-id"
    BAD_EMAIL = "bad-email"
    BAD_PHONE = "bad-phone"
    NOT_A_PERCENTAGE = "not-a-percentage"
    NEEDS_NIGHTS = "needs-nights"
    TOO_MANY_NIGHTS = "too-many-nights"
    TWO_MAIN_HOMES = "two-main-homes"
    SAME_HOME = "same-home"
    BAD_CHARACTER = "bad-character"
    REVEALS_HIDDEN = "reveals-hidden"
    URN_SHAPE = "urn-shape"
    SECOND_PRACTICE = "second-practice"
    NEEDS_DAYS = "needs-days"
    NEEDS_WHOM = "needs-whom"
    AGE_DECIDES = "age-decides"
    # lists taken in
    NOT_A_CHOICE = "not-a-choice"
    SAID_TWICE = "said-twice"
    TAKEN = "taken"
    SEVERAL = "several"
    SEVERAL_LINES = "several-lines"
    NOT_27_COLUMNS = "not-27-columns"
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


def part_of(part: str, problems: tuple[Problem, ...]) -> list[Problem]:
    """Return problems of a part as those of the whole: "given" of "names.0" is "names.0.given"."""
    return [Problem(f"{part}.{problem.field}", problem.why) for problem in problems]
