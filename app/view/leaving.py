"""Values of what is told before an output leaves: what goes to whom and why, and what does not.

This is for the worker's eyes: `held` and `looks` name what the recipient may not know.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Goes:
    """One fact that is on the output. `person` is a name as the recipient gets it.

    `fact` is a code such as "address"; `text` what goes, in the output's own words; `why` is the
    code of the group of the wall's table that lets it through. `free` says that somebody typed it.
    """

    person: str
    fact: str
    text: str
    why: str
    free: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """Facts of one group about one person that the recipient does not get, and how many."""

    person: str
    group: str
    count: int
    why: str


class Sight(StrEnum):
    """What a text that goes out seems to hold."""

    POSTCODE = "postcode"
    PHONE = "phone"
    STREET = "street"
    NAME = "name"  # of somebody who is not on this output
    RESTRICTED = "restricted"  # a word of sexual health, immigration, adoption or gender history
    HIDDEN = "hidden"  # a place, number or name the recipient must not learn


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Something in a typed text that a person has to decide about before it goes.

    `fact` is the code of the line of `goes` it is in; `said` the words that were found.
    """

    fact: str
    sight: Sight
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Everything a worker is told before an output leaves."""

    goes: tuple[Goes, ...]
    held: tuple[HeldBack, ...] = ()
    looks: tuple[Look, ...] = ()
