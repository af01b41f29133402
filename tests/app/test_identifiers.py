"""NHS numbers, pupil numbers and organisation codes: the tables of practice 11, and by chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.identifiers import (
    UPN_LETTERS,
    Caution,
    System,
    caution,
    nhs_check_digit,
    ods_fits,
    shown,
    tidy,
    upn_check_letter,
    why_refused,
)
from app.domain.problems import Why

NHS, UPN, COUNCIL = System.NHS, System.UPN, System.COUNCIL
CASELOAD_NHS = (
    "9994100378", "9994102109", "9994103830", "9994105566", "9994107291", "9994109022",
    "9994110756", "9994112481", "9994114212", "9994115944", "9994128051", "9994119400",
    "9994121138", "9994124595", "9994126326",
)  # fmt: skip
CASELOAD_UPN = (
    "N999200117014", "C999200122031", "E999200321007", "Q999200325012", "Y999200315044",
    "R999200414022", "U999200420019",
)  # fmt: skip

digits = st.text("0123456789", min_size=9, max_size=9)
twelve = st.text("0123456789", min_size=12, max_size=12)


@pytest.mark.parametrize("number", CASELOAD_NHS)
def test_every_nhs_number_of_the_caseload_is_right_and_from_the_test_range(number: str) -> None:
    assert why_refused(NHS, number) is None
    assert caution(NHS, number) is Caution.TEST_RANGE


@pytest.mark.parametrize("number", [*CASELOAD_UPN, "B801200005001"])
def test_every_pupil_number_of_the_caseload_is_right(number: str) -> None:
    assert why_refused(UPN, number) is None
    assert upn_check_letter(number[1:]) == number[0]


@pytest.mark.parametrize(
    ("nine", "check"),
    [("999410037", 8), ("999410383", 0), ("999410005", None)],
)
def test_check_digits_are_those_of_the_table(nine: str, check: int | None) -> None:
    assert nhs_check_digit(nine) == check


@pytest.mark.parametrize("last", "0123456789")
def test_a_beginning_with_remainder_one_has_no_number(last: str) -> None:
    assert why_refused(NHS, "999410005" + last) is Why.NHS_CHECK


@pytest.mark.parametrize("digit", "0123456789")
def test_a_number_of_one_digit_ten_times_is_refused_though_it_adds_up(digit: str) -> None:
    assert nhs_check_digit(digit * 9) == int(digit)
    assert why_refused(NHS, digit * 10) is Why.NHS_REPEATED


@given(nine=digits, place=st.integers(0, 9), digit=st.sampled_from("0123456789"))
def test_every_nhs_number_with_one_digit_changed_is_refused(
    nine: str, place: int, digit: str
) -> None:
    check = nhs_check_digit(nine)
    right = f"{nine}{check}"
    wrong = right[:place] + digit + right[place + 1 :]

    verdicts = why_refused(NHS, right), why_refused(NHS, wrong)

    if check is None:
        assert verdicts[0] is Why.NHS_LENGTH  # there is no such number to begin with
    elif right == wrong:
        assert verdicts[0] == verdicts[1]
    elif len(set(wrong)) == 1:
        assert verdicts[1] is Why.NHS_REPEATED
    else:
        assert verdicts[1] is Why.NHS_CHECK


@given(nine=digits, place=st.integers(0, 8))
def test_two_neighbouring_digits_exchanged_are_noticed(nine: str, place: int) -> None:
    check = nhs_check_digit(nine)
    right = f"{nine}{check}"
    swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]

    verdict = why_refused(NHS, swapped)

    if check is not None and swapped != right:
        assert verdict is Why.NHS_CHECK


@given(number=twelve, place=st.integers(0, 11), digit=st.sampled_from("0123456789"))
def test_every_pupil_number_with_one_digit_changed_is_refused(
    number: str, place: int, digit: str
) -> None:
    right = upn_check_letter(number) + number
    wrong = right[: place + 1] + digit + right[place + 2 :]

    verdict = why_refused(UPN, wrong)

    # 23 is a prime and no weight or difference reaches it, so that no change of a digit hides.
    assert verdict is (None if wrong == right else Why.UPN_CHECK)


@given(number=twelve, letter=st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_every_other_check_letter_is_refused(number: str, letter: str) -> None:
    right = upn_check_letter(number)

    verdict = why_refused(UPN, letter + number)

    if letter == right:
        assert verdict is None
    else:
        assert verdict is (Why.UPN_CHECK if letter in UPN_LETTERS else Why.UPN_SHAPE)


@given(number=st.text("0123456789", min_size=11, max_size=11), last=st.sampled_from(UPN_LETTERS))
def test_a_temporary_pupil_number_ends_in_a_letter_that_counts(number: str, last: str) -> None:
    right = upn_check_letter(number + last) + number + last

    verdict = why_refused(UPN, right)
    other = UPN_LETTERS[(UPN_LETTERS.index(last) + 1) % len(UPN_LETTERS)]

    assert verdict is None
    assert why_refused(UPN, right[:-1] + other) is Why.UPN_CHECK


def test_remainder_thirteen_is_the_letter_p() -> None:
    assert UPN_LETTERS[13] == "P"
    assert len(UPN_LETTERS) == 23


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", Why.NHS_LENGTH),
        ("999410037", Why.NHS_LENGTH),
        ("99941003788", Why.NHS_LENGTH),
        ("999410037X", Why.NHS_LENGTH),
        ("٩٩٩٤١٠٠٣٧٨", Why.NHS_LENGTH),
        ("999410037²", Why.NHS_LENGTH),
        ("9994100378\n", Why.NHS_LENGTH),
        ("9994100379", Why.NHS_CHECK),
    ],
)
def test_what_is_no_nhs_number_is_refused(value: str, why: Why) -> None:
    assert why_refused(NHS, value) is why


@pytest.mark.parametrize(
    "value",
    ["", "N99920011701", "N9992001170144", "1999200117014", "I999200117014", "N999200117O14",
     "n999200117014", "N٩٩٩٢٠٠١١٧٠١٤", "N99920011701O", "N999200117014\n"],
)  # fmt: skip
def test_what_is_no_pupil_number_is_refused(value: str) -> None:
    assert why_refused(UPN, value) is Why.UPN_SHAPE


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0101000000", Caution.SCOTLAND),
        ("3112999999", Caution.SCOTLAND),
        ("3200000000", Caution.NORTHERN_IRELAND),
        ("4000000000", None),
        ("5000000000", Caution.NOT_ISSUED),
        ("6000000000", None),
        ("7999999999", None),
        ("8000000000", Caution.IRELAND),
        ("8600000000", Caution.NOT_ISSUED),
        ("9000000000", Caution.TEST_RANGE),
        ("0000000001", Caution.NOT_ISSUED),
        ("3150000000", Caution.NOT_ISSUED),
    ],
)
def test_ranges_are_warned_of_and_not_refused(value: str, expected: Caution | None) -> None:
    assert caution(NHS, value) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("N999200117014", Caution.UNREAL_AUTHORITY),
        ("B801200005001", None),
        ("A80120000500B", Caution.TEMPORARY_UPN),
    ],
)
def test_a_pupil_number_of_no_real_authority_is_warned_of(
    value: str, expected: Caution | None
) -> None:
    assert caution(UPN, value) is expected


def test_a_case_number_of_the_council_is_anything_at_all() -> None:
    assert why_refused(COUNCIL, "NM/2026/4711") is None
    assert why_refused(COUNCIL, "") is Why.MISSING
    assert caution(COUNCIL, "NM/2026/4711") is None


@pytest.mark.parametrize(
    "typed", ["999 410 0378", "999-410-0378", " 9994100378 ", "999\u00a04100378"]
)
def test_an_nhs_number_may_be_typed_with_spaces_and_is_shown_in_threes(typed: str) -> None:
    kept = tidy(NHS, typed)

    assert kept == "9994100378"
    assert shown(NHS, kept) == "999 410 0378"


def test_a_pupil_number_is_kept_in_capitals_and_a_case_number_as_it_is() -> None:
    assert tidy(UPN, " n999 200117014 ") == "N999200117014"
    assert tidy(COUNCIL, " nm-4711 ") == "nm-4711"
    assert shown(UPN, "N999200117014") == "N999200117014"


@pytest.mark.parametrize(
    ("code", "fits"),
    [("A99901", True), ("R9A", True), ("V81997", True), ("R9", False), ("A999011", False),
     ("a99901", False), ("A9990-", False), ("", False), ("A99901\n", False)],
)  # fmt: skip
def test_an_organisation_code_is_three_to_six_capitals_and_figures(code: str, fits: bool) -> None:
    assert ods_fits(code) is fits
