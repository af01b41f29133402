"""Dates as people type them: whole, in part, estimated, or none at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import PartialDate
from app.domain.typed_dates import typed_date, typed_day

WHOLE = PartialDate(1991, 3, 14)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14/3/1991", WHOLE),
        ("14.3.91", WHOLE),
        ("14-03-1991", WHOLE),
        ("1991-03-14", WHOLE),
        ("14 March 1991", WHOLE),
        (" 14th  mar 1991 ", WHOLE),
        ("Thu 14 March 1991", WHOLE),
        ("March 1991", PartialDate(1991, 3)),
        ("Sept 1991", PartialDate(1991, 9)),
        ("3/1991", PartialDate(1991, 3)),
        ("1991-03", PartialDate(1991, 3)),
        ("1991", PartialDate(1991)),
        ("about 1991", PartialDate(1991, accuracy="UUE")),
        ("c. 1991", PartialDate(1991, accuracy="UUE")),
        ("About March 1991", PartialDate(1991, 3, accuracy="UEA")),
        ("around 14 March 1991", PartialDate(1991, 3, 14, "EAA")),
        ("", None),
        ("about", None),
        ("31/2/1991", None),
        ("13/1991", None),
        ("14 Brumaire 1991", None),
        ("Brumaire 1991", None),
        ("19", None),
        ("0000", None),
        ("yesterday", None),
    ],
)
def test_a_date_is_read_as_it_is_meant(typed: str, meant: PartialDate | None) -> None:
    assert typed_date(typed) == meant


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_however_it_is_written(day: date) -> None:
    for written in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day} {day:%B} {day.year}"):
        assert typed_day(written) == day


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_date_or_none(typed: str) -> None:
    found = typed_date(typed)

    assert found is None or typed_date(found.earliest.isoformat()) is not None
