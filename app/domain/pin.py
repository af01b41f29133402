"""Which PINs may lead back from the family view to the desk."""

from __future__ import annotations

from itertools import pairwise

from app.domain.problems import Problem, Why

FIELD = "pin"
FEWEST, MOST = 4, 8  # figures
FEWEST_FIGURES = 3  # different ones
STEPS = (0, 1, -1)  # from one figure to the next: all the same, 1234, 4321


def is_pin(text: str) -> bool:
    """Say whether a text has the shape of a PIN."""
    return text.isascii() and text.isdigit() and FEWEST <= len(text) <= MOST


def pin_problems(text: str) -> tuple[Problem, ...]:
    """Return why a PIN cannot be used; nothing if it can."""
    if not is_pin(text):
        return (Problem(FIELD, Why.NOT_A_PIN),)
    figures = [int(figure) for figure in text]
    pairs = list(pairwise(figures))
    in_steps = any(all(later == (figure + step) % 10 for figure, later in pairs) for step in STEPS)
    half = len(text) // 2
    if in_steps or len(set(figures)) < FEWEST_FIGURES or text == text[:half] * 2 or _a_year(text):
        return (Problem(FIELD, Why.EASY_PIN),)
    return ()


def _a_year(text: str) -> bool:
    """Say whether a PIN is, or ends in, a year somebody alive may be born in."""
    return len(text) in (4, 8) and "1930" <= text[-4:] <= "2029"
