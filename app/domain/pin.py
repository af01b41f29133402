"""Which PINs may lead back from the family view to the desk."""

from __future__ import annotations

from itertools import pairwise

from app.domain.problems import Problem, Why

FIELD = "pin"
FEWEST, MOST = 4, 8  # figures
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
    if any(all(later == (figure + step) % 10 for figure, later in pairs) for step in STEPS):
        return (Problem(FIELD, Why.EASY_PIN),)
    return ()
