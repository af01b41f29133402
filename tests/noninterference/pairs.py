"""Pairs of states that agree on what recipients may see, and whether they get the same bytes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

from app.domain.record import Record
from tests.builders import TODAY
from tests.noninterference.casework import family
from tests.noninterference.changes import changed
from tests.noninterference.oracle import Sight
from tests.noninterference.outputs import REGISTER, Key, Output, facts_of, names_around, view_of

AIMED = {"picture for oneself": 4, "picture for a parent": 4, "question to governance": 1}
PDF_EVERY = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """One output for one recipient on whose facts both states agree."""

    output: Output
    key: Key
    nothing: bool  # by the rules they get nothing in either state


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states of one family, and what is the same in both."""

    seed: str
    first: Record
    second: Record
    asked: tuple[Asked, ...]
    target: Asked
    redrawn: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Bytes that gave something away."""

    seed: str
    output: str
    key: Key
    what: str


@dataclass(slots=True)
class Tally:
    """What a run did and found."""

    pairs: int = 0
    compared: int = 0
    papers: Counter[str] = field(default_factory=Counter)
    recipients: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    redrawn: int = 0
    differences: list[Difference] = field(default_factory=list)


def draw_pair(seed: str) -> Pair:
    """Return a family and another state of it, that differ in what one recipient may not see."""
    chance = Random(seed)  # noqa: S311
    first = family(chance)
    sight = Sight(first, TODAY)
    output, key = _target(first, sight, chance)
    second, redrawn = changed(
        first, lambda record: facts_of(output, Sight(record, TODAY), key), chance
    )
    other = Sight(second, TODAY)
    asked = []
    for one in REGISTER:
        for who in one.keys(first):
            facts = facts_of(one, sight, who)
            if facts == facts_of(one, other, who):
                asked.append(Asked(one, who, facts is None))
    target = Asked(output, key, nothing=False)
    return Pair(seed, first, second, tuple(asked), target, redrawn)


def _target(record: Record, sight: Sight, chance: Random) -> tuple[Output, Key]:
    """Return whom this pair is aimed at: anybody who gets something."""
    while True:
        output = chance.choices(REGISTER, [AIMED.get(o.name, 3) for o in REGISTER])[0]
        keys = list(output.keys(record))
        key = chance.choice(keys) if keys else None
        if key is not None and facts_of(output, sight, key) is not None:
            return output, key


def compare(pair: Pair, tally: Tally, *, hasty: bool = False) -> None:
    """Compare what every recipient gets whose facts are the same; in haste to the first leak."""
    tally.pairs += 1
    tally.redrawn += pair.redrawn
    for asked in pair.asked:
        if hasty and tally.differences:
            return
        output = asked.output
        one, other = (
            view_of(output, record, asked.key, nothing=asked.nothing)
            for record in (pair.first, pair.second)
        )
        if asked.nothing:
            if one is not None or other is not None:
                tally.differences.append(_difference(pair, asked, "made for nobody"))
        elif one is None or other is None:
            tally.refused += 1
        else:
            tally.compared += 1
            tally.recipients[output.reader] += 1
            if _bytes(output, pair.first, one) != _bytes(output, pair.second, other):
                tally.differences.append(_difference(pair, asked, _apart(one, other)))


def compare_papers(pair: Pair, tally: Tally, number: int) -> None:
    """Compare the files of one output of a pair, in turn: PDF, SVG, JSON."""
    ready = [asked for asked in pair.asked if not asked.nothing]
    chosen = [a for a in ready if a.output is REGISTER[number % len(REGISTER)]] or ready
    asked = chosen[number % len(chosen)]
    one, other = (view_of(asked.output, r, asked.key) for r in (pair.first, pair.second))
    if one is None or other is None:
        return
    names = list(asked.output.papers)
    name = names[(number // len(REGISTER)) % len(names)]
    make = asked.output.papers[name]
    tally.papers[name] += 1
    if make(one) != make(other):
        tally.differences.append(_difference(pair, asked, f"{name} differs"))


def run(pairs: int, seed: int, *, every_pdf: bool = False) -> Tally:
    """Draw and compare so many pairs."""
    tally = Tally()
    for number in range(pairs):
        pair = draw_pair(f"{seed}/{number}")
        compare(pair, tally)
        if every_pdf or number % PDF_EVERY == 0:
            compare_papers(pair, tally, number // (1 if every_pdf else PDF_EVERY))
    return tally


def _bytes(output: Output, record: Record, view: Any) -> bytes:
    return repr((view, names_around(output, record, view))).encode()


def _difference(pair: Pair, asked: Asked, what: str) -> Difference:
    return Difference(pair.seed, asked.output.name, asked.key, what)


def _apart(one: Any, other: Any) -> str:
    """Return where two views part, for whoever reads the report."""
    first, second = repr(one), repr(other)
    if first == second:
        return "a name around it"
    at = next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    return f"… {first[max(0, at - 60) : at + 60]} | {second[max(0, at - 60) : at + 60]}"
