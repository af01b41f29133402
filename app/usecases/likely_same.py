"""Who may be in the store already: before a person is added, and as a list to be looked through.

Questions that leave no trace. Nothing restricted is compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from app.domain.home import Home, Stay
from app.domain.household import Household
from app.domain.ids import HouseholdId, PersonId
from app.domain.judgement import NotTheSame
from app.domain.likeness import (
    Alike,
    Traits,
    alike,
    contradict,
    grade,
    numbers_of,
    swapped_dates,
    traits,
    weight,
    worth_listing,
    worth_showing,
)
from app.domain.person import Person, Safety
from app.domain.reach import Identifier
from app.domain.search import Nicknames
from app.ports import Work

MOST = 8
MOST_COMPARED = 300  # people with a key in common; there are names that hundreds have
MOST_SHARING = 12  # people with one key, beyond which it says nothing about a pair
MOST_PAIRS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """Somebody in the store who may be the person that is meant."""

    person: Person
    family: str  # name of the household
    reasons: tuple[Alike, ...]
    grade: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two people in the store who may be one."""

    one: Person
    other: Person
    reasons: tuple[Alike, ...]
    grade: float


def likely_same(
    work: Work,
    sought: Traits,
    nicknames: Nicknames,
    *,
    but: PersonId | None = None,
    most: int = MOST,
) -> tuple[Likely, ...]:
    """Return who may be the person with these traits, the likeliest first; `but` is left out."""
    known = _Known(work)
    found = []
    for id_ in _with_keys(work, sought.keys(nicknames)):
        person = known.person(id_)
        if person is None or id_ == but:
            continue
        theirs = known.traits(person)
        reasons = alike(sought, theirs, nicknames)
        if worth_showing(reasons, contradicted=contradict(sought, theirs)):
            found.append((person, reasons))
    found.sort(key=lambda one: (-grade(one[1]), -weight(one[1]), one[0].name.casefold()))
    return tuple(
        Likely(
            person=person,
            family=known.family(person.household),
            reasons=reasons,
            grade=grade(reasons),
        )
        for person, reasons in found[:most]
    )


def pairs(work: Work, nicknames: Nicknames, *, most: int = MOST_PAIRS) -> tuple[Pair, ...]:
    """Return pairs of people who may be one, likeliest first, without those judged to be two."""
    known = _Known(work)
    judged = {
        frozenset((fact.person, PersonId(fact.other))) for fact in work.kept(NotTheSame).every()
    }
    found = []
    for (one_id, other_id), by_number in _candidates(work).items():
        if frozenset((one_id, other_id)) in judged:
            continue
        one, other = known.person(one_id), known.person(other_id)
        if one is None or other is None or not (by_number or _may_be_one(one, other)):
            continue
        first, second = known.traits(one), known.traits(other)
        reasons = alike(first, second, nicknames)
        if not contradict(first, second) and worth_listing(reasons):
            found.append(Pair(one=one, other=other, reasons=reasons, grade=grade(reasons)))
    found.sort(key=lambda pair: (-pair.grade, -weight(pair.reasons), pair.one.id, pair.other.id))
    return tuple(found[:most])


class _Known:
    """What is read of people, each household once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._people: dict[PersonId, Person | None] = {}
        self._households: dict[HouseholdId, dict[str, Traits]] = {}

    def person(self, id_: PersonId) -> Person | None:
        """Return somebody, None when they are gone."""
        if id_ not in self._people:
            self._people[id_] = self._work.kept(Person).find(id_)
        return self._people[id_]

    def family(self, household: HouseholdId) -> str:
        """Return a household's name."""
        found = self._work.kept(Household).find(household)
        return "" if found is None else found.name

    def traits(self, person: Person) -> Traits:
        """Return what is compared of somebody."""
        if person.household not in self._households:
            self._households[person.household] = self._read(person.household)
        return self._households[person.household][person.id]

    def _read(self, household: HouseholdId) -> dict[str, Traits]:
        kept = self._work.kept
        numbers = kept(Identifier).of(household)
        homes = {home.id: home for home in kept(Home).of(household) if home.safety != Safety.OWN}
        stays = kept(Stay).of(household)
        return {
            person.id: traits(
                person,
                numbers_of(number for number in numbers if number.person == person.id),
                [
                    homes[stay.home]
                    for stay in stays
                    if stay.person == person.id and stay.home in homes
                ],
            )
            for person in kept(Person).of(household)
        }


def _with_keys(work: Work, keys: Iterable[str]) -> list[PersonId]:
    """Return people with a key in common, those with the most telling keys first."""
    found = work.alike(keys)
    telling = sorted(found, key=lambda key: ("ibgns".index(key[0]), key))
    people = dict.fromkeys(person for key in telling for person in found[key])
    return list(people)[:MOST_COMPARED]


def _candidates(work: Work) -> dict[tuple[PersonId, PersonId], bool]:
    """Return pairs with a key in common, and whether it is a number."""
    found: dict[tuple[PersonId, PersonId], bool] = {}
    for kind in "ibgn":
        for people in work.alike_anywhere(kind, MOST_SHARING):
            for pair in combinations(people, 2):
                found.setdefault(pair, kind == "i")
    return found


def _may_be_one(one: Person, other: Person) -> bool:
    """Say whether two dates of birth leave it open; asked before anything else is read."""
    if one.born is None or other.born is None or one.born == other.born:
        return True
    return swapped_dates(one.born, other.born)
