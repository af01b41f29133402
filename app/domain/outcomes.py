"""The outcomes a plan is sorted by: the ten of 2022, or a council's own list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.household import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One heading of the plan. The key of a council's own is its words."""

    key: str
    title: str


def outcomes_of(
    office: Office, shipped: tuple[Outcome, ...], used: Iterable[str] = ()
) -> tuple[Outcome, ...]:
    """Return the headings in use: the council's list where it has one, else the shipped ones.

    What an older entry (`used`) is sorted under and no list has any more comes last, so that
    nothing kept is ever out of sight.
    """
    own = tuple(Outcome(key=words, title=words) for words in office.outcomes if words.strip())
    listed = {one.key: one for one in own or shipped}
    titles = {one.key: one.title for one in shipped}
    for key in used:
        listed.setdefault(key, Outcome(key=key, title=titles.get(key, key)))
    return tuple(listed.values())
