"""Numbers of registers and NHS organisation codes: shape, check digits, what to be careful of."""

from __future__ import annotations

import re
from enum import StrEnum

from app.domain.household import NAME_LENGTH, text_problems
from app.domain.problems import Why

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # no I, O, S
UPN_SHAPE = re.compile(r"[A-Z][0-9]{11}[0-9A-Z]")
ODS_SHAPE = re.compile(r"[A-Z0-9]{3,6}")
UNREAL_AUTHORITY = "999"
ULN_SHAPE = re.compile(r"[1-9][0-9]{9}")

# National Insurance numbers. Source: HMRC National Insurance Manual, NIM39110.
NINO_SHAPE = re.compile(r"([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])[0-9]{6}[A-D]")
NINO_UNUSED = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
NINO_OFFICE_ONLY = frozenset({"CR", "FY", "MW", "NC", "PP", "PY", "PZ"})

# NHS number ranges, by first and last ten digits (public table of ranges; see practice, 11.1).
RANGES = (
    (101_000_000, 3_112_999_999, "scotland"),
    (3_200_000_000, 3_999_999_999, "northern-ireland"),
    (4_000_000_000, 4_999_999_999, "england"),
    (5_000_000_000, 5_999_999_999, "not-issued"),
    (6_000_000_000, 7_999_999_999, "england"),
    (8_000_000_000, 8_599_999_999, "ireland"),
    (9_000_000_000, 9_999_999_999, "test"),
)


class System(StrEnum):
    """Which register an identifier comes from."""

    NHS = "nhs-number"
    UPN = "upn"
    COUNCIL = "council-case"
    ULN = "uln"
    NINO = "national-insurance"

    @property
    def one_person(self) -> bool:
        """Whether a number of this register belongs to one person; a case is a family's."""
        return self is not System.COUNCIL


class Caution(StrEnum):
    """Something to say beside an identifier that is kept all the same."""

    TEST_RANGE = "nhs-test-range"
    SCOTLAND = "nhs-scotland"
    NORTHERN_IRELAND = "nhs-northern-ireland"
    IRELAND = "nhs-ireland"
    NOT_ISSUED = "nhs-not-issued"
    UNREAL_AUTHORITY = "upn-unreal-authority"
    TEMPORARY_UPN = "upn-temporary"
    OFFICE_NINO = "nino-office-prefix"


def tidy(system: System, typed: str) -> str:
    """Return what is kept of a typed identifier: no spaces or hyphens, capitals."""
    if system is System.COUNCIL:
        return typed.strip()
    return re.sub(r"[\s\-\u2010-\u2015\u2212]", "", typed).upper()  # dashes of every kind


def nhs_check_digit(nine: str) -> int | None:
    """Return the modulus-11 check digit for nine digits; None where no number exists.

    Source: NHS number definition, NHS data dictionary.
    """
    total = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    check = 11 - total % 11
    return {11: 0, 10: None}.get(check, check)


def upn_check_letter(twelve: str) -> str:
    """Return the check letter for the twelve characters after it (Unique Pupil Number 2.0).

    A temporary number ends in a letter, which counts as its place in the list.
    """
    total = 0
    for weight, character in enumerate(twelve, start=2):
        value = int(character) if character.isdigit() else UPN_LETTERS.index(character)
        total += weight * value
    return UPN_LETTERS[total % 23]


def uln_fits(ten: str) -> bool:
    """Say whether the last digit of a Unique Learner Number fits the nine before it.

    Source: Learning Records Service, as published with the individualised learner record: the
    digits times 10, 9 … 2, 1 add up to 10 modulo 11, so that no NHS number is also one of these.
    """
    return sum(int(d) * weight for d, weight in zip(ten, range(10, 0, -1), strict=True)) % 11 == 10


def why_refused(system: System, value: str) -> Why | None:
    """Return why a tidied identifier cannot be kept, or None."""
    if system is System.NHS:
        if re.fullmatch(r"[0-9]{10}", value) is None:
            return Why.NHS_LENGTH
        if len(set(value)) == 1:  # all ten repeated digits pass the arithmetic
            return Why.NHS_REPEATED
        return None if nhs_check_digit(value[:9]) == int(value[9]) else Why.NHS_CHECK
    if system is System.UPN:
        if UPN_SHAPE.fullmatch(value) is None or any(
            letter not in UPN_LETTERS for letter in (value[0], value[-1]) if letter.isalpha()
        ):
            return Why.UPN_SHAPE
        return None if upn_check_letter(value[1:]) == value[0] else Why.UPN_CHECK
    if system is System.ULN:
        if ULN_SHAPE.fullmatch(value) is None:
            return Why.ULN_SHAPE
        return None if uln_fits(value) else Why.ULN_CHECK
    if system is System.NINO:
        found = NINO_SHAPE.fullmatch(value)
        if found is None:
            return Why.NINO_SHAPE
        return Why.NINO_PREFIX if found[1] in NINO_UNUSED else None
    if not value:
        return Why.MISSING
    found_wrong = text_problems("value", value, NAME_LENGTH)
    return found_wrong[0].why if found_wrong else None


def caution(system: System, value: str) -> Caution | None:
    """Return what to warn of beside an identifier that is otherwise right."""
    if system is System.NHS:
        area = next((name for low, high, name in RANGES if low <= int(value) <= high), "not-issued")
        return {
            "test": Caution.TEST_RANGE,
            "scotland": Caution.SCOTLAND,
            "northern-ireland": Caution.NORTHERN_IRELAND,
            "ireland": Caution.IRELAND,
            "not-issued": Caution.NOT_ISSUED,
        }.get(area)
    if system is System.UPN:
        if value[1:4] == UNREAL_AUTHORITY:
            return Caution.UNREAL_AUTHORITY
        return Caution.TEMPORARY_UPN if value[-1].isalpha() else None
    if system is System.NINO and value[:2] in NINO_OFFICE_ONLY:
        return Caution.OFFICE_NINO
    return None


def shown(system: System, value: str) -> str:
    """Return an identifier as it is written on paper, in the groups of its own register."""
    if system is System.NHS and len(value) == 10:
        return f"{value[:3]} {value[3:6]} {value[6:]}"
    if system is System.NINO and len(value) == 9:
        return " ".join((value[:2], value[2:4], value[4:6], value[6:8], value[8:]))
    return value


def urn_fits(number: str) -> bool:
    """Say whether a number has the shape of a school's unique reference number: six figures.

    Source: Get Information about Schools, Department for Education.
    """
    return re.fullmatch(r"[0-9]{6}", number) is not None


def ods_fits(code: str) -> bool:
    """Say whether a code has the shape of an NHS organisation code (three to six characters)."""
    return ODS_SHAPE.fullmatch(code) is not None
