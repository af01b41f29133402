"""Take a list in: people into families, agencies, and the national list of practices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from app.bulk.lines import AgencyLine, PersonLine
from app.bulk.practices import PracticeLine
from app.domain.agency import Agency, AgencyKind
from app.domain.home import Home, Stay
from app.domain.household import Household
from app.domain.ids import AgencyId, HomeId, HouseholdId, PersonId, new_id
from app.domain.person import Person
from app.domain.practice import Practice
from app.domain.problems import Problem, Why
from app.domain.reach import ContactPoint, Identifier, Way
from app.errors import Refused
from app.operation import Effect, Kind, operation
from app.ports import Work

L = TypeVar("L", PersonLine, AgencyLine, PracticeLine)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """How much of a list was kept."""

    lines: int
    families: int = 0
    can_undo: bool = True


def checked_people(work: Work, lines: tuple[PersonLine, ...]) -> tuple[PersonLine, ...]:
    """Return the lines with what the store has against them added.

    A number that somebody has already, a family name that several families have, and somebody
    who is in that family already, by name and date of birth. A line that gives a new family
    another address than an earlier line did is marked, as these may be two families.
    """
    families = _families(work)
    known: dict[HouseholdId, set[tuple[str, object]]] = {}
    first: dict[str, PersonLine] = {}
    checked = []
    for line in lines:
        more = [
            Problem("nhs_number" if number.system == "nhs-number" else number.system, Why.TAKEN)
            for number in line.numbers
            if any(
                kept.system is number.system
                for kept in work.kept(Identifier).within("value", number.value, number.value)
            )
        ]
        name = line.family.casefold()
        there = families.get(name, [])
        if len(there) > 1:
            more.append(Problem("family", Why.SEVERAL))
        for household in there[:1]:
            if household not in known:
                known[household] = {_key(person) for person in work.kept(Person).of(household)}
            if _key(line.draft) in known[household]:
                more.append(Problem("given", Why.ALREADY_RECORDED))
        other = not there and bool(line.address) and _apart(first.setdefault(name, line), line)
        checked.append(replace(line, problems=(*line.problems, *more), other_address=other))
    return tuple(checked)


def checked_agencies(work: Work, lines: tuple[AgencyLine, ...]) -> tuple[AgencyLine, ...]:
    """Return the lines, those of agencies that are there already with that said of them."""
    every = work.kept(Agency).every()
    names = {(agency.name.casefold(), agency.kind) for agency in every}
    codes = {agency.ods for agency in every if agency.ods and agency.kind is AgencyKind.GP_PRACTICE}
    checked = []
    for line in lines:
        draft = line.draft
        same_code = draft.kind is AgencyKind.GP_PRACTICE and draft.ods.upper() in codes
        if (draft.name.casefold(), draft.kind) in names or same_code:
            line = replace(line, problems=(*line.problems, Problem("name", Why.ALREADY_RECORDED)))
        checked.append(line)
    return tuple(checked)


@operation()
def take_in_people(
    work: Work, lines: tuple[PersonLine, ...], *, good_only: bool, sha256: str
) -> TakenIn:
    """Keep the people of a list, each in the family named; a family not there yet is added.

    With `good_only` false, raises `Refused("bad-lines")` if anything is wrong with any line, and
    nothing is kept. Those who name the same address in one family share a home.
    """
    good = _good(checked_people(work, lines), good_only=good_only)
    families = {name: ids[0] for name, ids in _families(work).items()}
    added = 0
    homes: dict[tuple[HouseholdId, tuple[str, ...], str], HomeId] = {}
    for line in good:
        name = line.family.casefold()
        if name not in families:
            families[name] = HouseholdId(new_id())
            work.kept(Household).add(Household(id=families[name], name=line.family))
            added += 1
        _keep_person(work, families[name], line, homes)
    work.about(None, people=len(good), families=added, sha256=sha256)
    return TakenIn(lines=len(good), families=added)


@operation()
def take_in_agencies(
    work: Work, lines: tuple[AgencyLine, ...], *, good_only: bool, sha256: str
) -> TakenIn:
    """Keep the agencies of a list, offered to every family.

    With `good_only` false, raises `Refused("bad-lines")` if anything is wrong with any line.
    """
    good = _good(checked_agencies(work, lines), good_only=good_only)
    for line in good:
        draft = line.draft
        values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(draft)}
        tidied = {"ods": draft.ods.upper(), "postcode": draft.postcode.upper()}
        work.kept(Agency).add(Agency(id=AgencyId(new_id()), **values | tidied))
    work.about(None, agencies=len(good), sha256=sha256)
    return TakenIn(lines=len(good))


@operation(kind=Kind.CARE, effect=Effect.WALL)
def take_in_practices(
    work: Work, lines: tuple[PracticeLine, ...], *, good_only: bool, sha256: str
) -> TakenIn:
    """Put a list of practices in the place of the one that was there.

    It is a list to choose from, not a record of anybody, and the old one is not held: undo cannot
    take it back, nor silently something older instead. With `good_only` false, raises
    `Refused("bad-lines")` if anything is wrong with any line.
    """
    good = _good(lines, good_only=good_only)
    kept = work.kept(Practice)
    for old in kept.every():
        kept.remove(old.id)
    for line in good:
        if line.practice is not None:
            kept.add(line.practice)
    work.about(None, practices=len(good), sha256=sha256)
    return TakenIn(lines=len(good), can_undo=False)


def _good(lines: tuple[L, ...], *, good_only: bool) -> tuple[L, ...]:
    good = tuple(line for line in lines if not line.problems)
    if len(good) < len(lines) and not good_only:
        raise Refused("bad-lines")
    if not good:
        raise Refused("no-good-lines")
    return good


def _families(work: Work) -> dict[str, list[HouseholdId]]:
    found: dict[str, list[HouseholdId]] = {}
    for household in work.kept(Household).every():
        found.setdefault(household.name.casefold(), []).append(household.id)
    return found


def _apart(one: PersonLine, other: PersonLine) -> bool:
    """Say whether two lines give different addresses; a postcode left out is no difference."""
    postcodes = {line.postcode for line in (one, other) if line.postcode}
    return _folded(one.address) != _folded(other.address) or len(postcodes) > 1


def _key(person: Any) -> tuple[str, object]:
    return (f"{person.given} {person.family}".casefold(), person.born)


def _keep_person(
    work: Work,
    household: HouseholdId,
    line: PersonLine,
    homes: dict[tuple[HouseholdId, tuple[str, ...], str], HomeId],
) -> None:
    person = PersonId(new_id())
    draft = line.draft
    values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(draft)}
    work.kept(Person).add(Person(id=person, household=household, **values))
    for number in line.numbers:
        work.kept(Identifier).add(
            Identifier(
                id=new_id(),
                household=household,
                person=person,
                system=number.system,
                value=number.value,
            )
        )
    for way, value in ((Way.PHONE, line.phone), (Way.EMAIL, line.email)):
        if value:
            point = ContactPoint(
                id=new_id(), household=household, person=person, way=way, value=value
            )
            work.kept(ContactPoint).add(point)
    if line.address:
        home = _home(work, household, line, homes)
        stay = Stay(id=new_id(), household=household, person=person, home=home)
        work.kept(Stay).add(stay)


def _home(
    work: Work,
    household: HouseholdId,
    line: PersonLine,
    homes: dict[tuple[HouseholdId, tuple[str, ...], str], HomeId],
) -> HomeId:
    """Return the home at an address, that of the family or a new one."""
    key = (household, _folded(line.address), line.postcode)
    if key not in homes:
        for known in work.kept(Home).of(household):
            homes.setdefault((household, _folded(known.lines), known.postcode), known.id)
    if key not in homes:
        homes[key] = HomeId(new_id())
        home = Home(
            id=homes[key],
            household=household,
            label=line.address[0],
            lines=line.address,
            postcode=line.postcode,
        )
        work.kept(Home).add(home)
    return homes[key]


def _folded(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(line.casefold().split()) for line in lines)
