"""Dates known in part: read as typed, written so that they are read again as the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import PartialDate
from ui.partial_dates import parse_partial, partial_words, understood


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("14 March 1991", "1991-03-14"),
        ("14/3/91", "1991-03-14"),
        ("March 1991", "1991-03"),
        ("mar. 1991", "1991-03"),
        ("Sept 1991", "1991-09"),
        ("3/1991", "1991-03"),
        ("1991-03", "1991-03"),
        (" 1991 ", "1991"),
        ("about 1991", "1991 UUE"),
        ("c. 1991", "1991 UUE"),
        ("c1991", "1991 UUE"),
        ("~1991", "1991 UUE"),
        ("approx March 1991", "1991-03 UEA"),
        ("around 14 March 1991", "1991-03-14 EAA"),
        ("14 March 1991 (day and month estimated)", "1991-03-14 EEA"),
        ("14 March 1991 (day, month and year estimated)", "1991-03-14 EEE"),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(typed: str, code: str) -> None:
    assert parse_partial(typed) == PartialDate.read(code)


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "13/1991", "31 February 1991", "0000", "about", "Marchember 1991", "19911",
     "1991 (x estimated)", "about last spring", "1991-13"],
)  # fmt: skip
def test_what_is_no_date_is_none(typed: str) -> None:
    assert parse_partial(typed) is None


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("1991-03-14", ""),
        ("1991-03-14 EAA", "Read as: day, month and year, estimated."),
        ("1991-03", "Read as: month and year, the day not known."),
        ("1991", "Read as: the year only."),
        ("1991 UUE", "Read as: the year only, estimated."),
    ],
)
def test_how_it_was_understood_is_said(code: str, said: str) -> None:
    assert understood(PartialDate.read(code)) == said


def test_no_date_needs_no_words() -> None:
    assert (partial_words(None), understood(None)) == ("", "")


@given(
    day=st.dates(date(1895, 1, 1)),
    parts=st.integers(1, 3),
    letters=st.lists(st.sampled_from("AE"), min_size=3, max_size=3),
)
def test_every_date_with_every_accuracy_is_read_as_it_was_written(
    day: date, parts: int, letters: list[str]
) -> None:
    code = "".join(letter if place >= 3 - parts else "U" for place, letter in enumerate(letters))
    date_ = PartialDate(
        day.year,
        day.month if parts > 1 else None,
        day.day if parts > 2 else None,
        code,
    )

    assert parse_partial(partial_words(date_)) == date_
