"""Dates as people type and read them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.dates import age_on, long_date, parse_date, short_date


@pytest.mark.parametrize(
    "typed",
    [
        "3/4/2026",
        "03/04/26",
        "3.4.2026",
        "3-4-2026",
        "3 4 2026",
        "2026-04-03",
        "3 April 2026",
        "3 apr 26",
        " Fri  3rd April, 2026 ",
        "Friday 3 April 2026",
        "3-Apr-2026",
    ],
)
def test_a_date_is_read_the_british_way(typed: str) -> None:
    on = parse_date(typed)

    assert on == date(2026, 4, 3)


@pytest.mark.parametrize(
    "typed", ["", "soon", "31/2/2026", "4/13/2026", "3 Foo 2026", "2026", "0/1/26"]
)
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    on = parse_date(typed)

    assert on is None


def test_two_digits_are_mostly_dates_of_birth() -> None:
    born, to_come = parse_date("1/1/71"), parse_date("1/1/29")

    assert born == date(1971, 1, 1)
    assert to_come == date(2029, 1, 1)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_what_is_written_can_be_read(on: date) -> None:
    text = long_date(on)

    assert parse_date(text) == on


def test_a_short_date_names_the_day_and_only_another_year() -> None:
    on = date(2026, 11, 27)

    assert short_date(on) == "Fri 27 Nov"
    assert short_date(on, today=date(2026, 1, 1)) == "Fri 27 Nov"
    assert short_date(on, today=date(2027, 1, 1)) == "Fri 27 Nov 2026"


def test_somebody_is_older_on_their_birthday_and_not_before() -> None:
    born = date(2016, 2, 29)

    assert age_on(born, date(2026, 2, 28)) == 9
    assert age_on(born, date(2026, 3, 1)) == 10
