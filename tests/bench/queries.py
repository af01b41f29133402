"""What key workers type to find something, for benchmarks: seeded, of every kind there is."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.bench.caseload import SEED
from tests.bench.words import FAMILY_NAMES, GIVEN_NAMES, STREETS

NOTES = (
    "damp bathroom",
    "school run",
    "rent arrears",
    "health visitor",
    "universal credit",
    "mum rang about sleep",
    "exclusion last week",
    "asthma inhaler",
    "food bank",
    "safety plan",
    "tearful waiting room",
    "boiler landlord",
    "camhs referral",
    "potty training",
    "barenford",
    "quineton",
    "smoke alarm march 2026",
)


def queries(count: int) -> list[str]:
    """Return so many queries."""
    chance = random.Random(SEED)  # noqa: S311 (nothing secret)
    kinds: tuple[Callable[[random.Random], str], ...] = (
        lambda c: f"{c.choice(GIVEN_NAMES)} {c.choice(FAMILY_NAMES)}",
        lambda c: f"{c.choice(FAMILY_NAMES)}, {c.choice(GIVEN_NAMES)}".lower(),
        lambda c: c.choice(FAMILY_NAMES),
        lambda c: c.choice(GIVEN_NAMES).lower(),
        lambda c: c.choice(("bob", "liz", "beth", "kate", "mo", "alex")) + " jones",
        lambda c: _misspelt(c, c.choice(FAMILY_NAMES)),
        lambda c: f"{c.randint(1, 28)}/{c.randint(1, 12)}/{c.randint(1960, 2024)}",
        lambda c: f"{c.randint(1, 28)} march {c.randint(1960, 2024)}",
        lambda c: f"999 {c.randint(0, 999):03} {c.randint(0, 9999):04}",
        lambda c: f"0770 0900 {c.randint(0, 999):03}",
        lambda c: f"ZZ99 {c.randint(1, 9)}{c.choice('ABDEFGH')}{c.choice('JLNPQRS')}",
        lambda c: c.choice(STREETS).lower(),
        lambda c: _with_wild_card(c, c.choice(FAMILY_NAMES)),
        lambda c: c.choice(NOTES),
        lambda c: c.choice(NOTES),
    )
    return [kinds[n % len(kinds)](chance) for n in range(count)]


def _misspelt(chance: random.Random, name: str) -> str:
    """Return a name as somebody spells it who only heard it."""
    pairs = (("ph", "f"), ("ie", "y"), ("tt", "t"), ("ck", "k"), ("e", "a"), ("i", "y"))
    old, new = chance.choice(pairs)
    return name.lower().replace(old, new)


def _with_wild_card(chance: random.Random, name: str) -> str:
    place = chance.randint(1, max(1, len(name) - 2))
    return f"{name[:place]}{chance.choice('*?')}{name[place + 1 :]}".lower()
