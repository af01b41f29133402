"""Which PINs may be used: figures alone, and none that everybody tries first."""

from __future__ import annotations

import pytest

from app.domain.pin import is_pin, pin_problems
from app.domain.problems import Why


@pytest.mark.parametrize("pin", ["7294", "0581", "12435", "90210753"])
def test_figures_in_no_plain_order_can_be_used(pin: str) -> None:
    assert is_pin(pin)
    assert pin_problems(pin) == ()


@pytest.mark.parametrize(
    "pin", ["", "729", "729400581", "72a4", "7294 ", "٧٢٩٤", "²²²²", "-729", "7.29"]
)
def test_anything_but_four_to_eight_figures_is_no_pin(pin: str) -> None:
    assert not is_pin(pin)
    assert [problem.why for problem in pin_problems(pin)] == [Why.NOT_A_PIN]


@pytest.mark.parametrize(
    "pin", ["0000", "7777", "99999999", "1234", "4321", "2345", "7890", "8901", "0987", "12345678"]
)
def test_what_everybody_tries_first_is_refused(pin: str) -> None:
    assert [problem.why for problem in pin_problems(pin)] == [Why.EASY_PIN]


@pytest.mark.parametrize("pin", ["1122", "1112", "1212", "12341234", "1984", "31011990"])
def test_what_anybody_would_try_early_cannot_be_used(pin: str) -> None:
    assert [problem.why for problem in pin_problems(pin)] == [Why.EASY_PIN]
