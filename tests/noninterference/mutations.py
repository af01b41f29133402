"""Switch off each rule of the wall in turn: something must notice, or the tests prove nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any

from app.view.recipient import RecipientKind
from app.view.rules import RULES, Group, Reach, Row
from tests.noninterference.pairs import Pair, Tally, compare, draw_pair
from tests.noninterference.sentinels import SENTINELS
from tests.noninterference.structure import STRUCTURE, Switch

COLUMNS = tuple(f.name for f in fields(Row) if f.name not in ("group", "why"))
Heard = set[tuple[Group, RecipientKind]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that can be switched off: a cell of the table, or a function of the wall."""

    name: str
    switch: Callable[[], Any]  # gives a context in which it is off
    cell: tuple[Group, RecipientKind] | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a rule that was switched off."""

    rule: str
    killed_by: str = ""
    pairs: int = 0
    unheard: bool = False  # no output asks for it

    @property
    def missed(self) -> bool:
        """Whether nothing notices though some output depends on it."""
        return not self.killed_by and not self.unheard

    @property
    def words(self) -> str:
        """The fate in words."""
        if self.killed_by:
            return f"killed by {self.killed_by} after {self.pairs} pairs"
        return "no output asks for it" if self.unheard else f"NOT killed in {self.pairs} pairs"


def rules() -> tuple[Rule, ...]:
    """Return every rule: the cells of the table that are not a plain yes, and the functions."""
    cells = (
        Rule(
            f"{group} for {column}",
            partial(_cell, group, column),
            (group, RecipientKind(column)),
        )
        for group, row in RULES.items()
        for column in COLUMNS
        if getattr(row, column) is not Reach.YES
    )
    return (*cells, *(Rule(one.name, partial(_off, one)) for one in STRUCTURE))


def mutate(chosen: Iterable[Rule], *, pairs: int, seed: int) -> list[Fate]:
    """Return the fate of each rule over the same pairs of states."""
    drawn = [draw_pair(f"{seed}/{number}") for number in range(pairs)]
    heard = _heard(drawn)
    return [_fate(rule, drawn, heard) for rule in chosen]


def _fate(rule: Rule, drawn: list[Pair], heard: Heard) -> Fate:
    if rule.cell is not None and rule.cell not in heard:
        with rule.switch():
            caught = _caught(rule.name)
        return Fate(rule.name, caught, unheard=not caught)
    with rule.switch():
        for number, pair in enumerate(drawn, start=1):
            tally = Tally()
            compare(pair, tally, hasty=True)
            if tally.differences:
                first = tally.differences[0]
                return Fate(rule.name, first.output, number)
        return Fate(rule.name, _caught(rule.name), len(drawn))


def _caught(name: str) -> str:
    """Return that a sentinel of a rule fails, where it has one and it does."""
    holds = SENTINELS.get(name)
    return "sentinel" if holds is not None and not holds() else ""


def _heard(drawn: list[Pair]) -> Heard:
    """Return which cells of the table any output looks at."""
    heard: Heard = set()
    plain = Row.reach

    def reach(row: Row, kind: RecipientKind) -> Reach:
        heard.add((row.group, kind))
        return plain(row, kind)

    with _put(Row, "reach", reach):
        for pair in drawn[:100]:
            compare(pair, Tally())
    return heard


@contextmanager
def _cell(group: Group, column: str) -> Iterator[None]:
    row = RULES[group]
    RULES[group] = replace(row, **{column: Reach.YES})  # type: ignore[arg-type]
    try:
        yield
    finally:
        RULES[group] = row


@contextmanager
def _off(one: Switch) -> Iterator[None]:
    """Put a function of the wall that lets everything through wherever it is known by its name.

    Raises LookupError where it is nowhere: the list of rules is out of date.
    """
    if one.within is not None:
        with _put(one.within, one.attribute, one.instead):
            yield
        return
    places = [
        module
        for name, module in sorted(sys.modules.items())
        if name.startswith(one.places) and hasattr(module, one.attribute)
    ]
    if not places:
        raise LookupError(one.name)
    plain = [getattr(module, one.attribute) for module in places]
    try:
        for module in places:
            setattr(module, one.attribute, one.instead)
        yield
    finally:
        for module, function in zip(places, plain, strict=True):
            setattr(module, one.attribute, function)


@contextmanager
def _put(owner: Any, attribute: str, new: Any) -> Iterator[None]:
    """Put something in place of what an owner has, or lacks."""
    lacks = attribute not in vars(owner)
    plain = vars(owner).get(attribute)
    setattr(owner, attribute, new)
    try:
        yield
    finally:
        if lacks:
            delattr(owner, attribute)
        else:
            setattr(owner, attribute, plain)
