"""Whole families by chance that look like real ones: who they are, where they live, who is near.

Seeded and fast. What the office decided, asked and wrote down is added by `casework`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any, TypeVar

from app.domain.dates import PartialDate
from app.domain.home import AddressUse, Home, Stay
from app.domain.household import Household, Office
from app.domain.ids import HomeId, HouseholdId, PersonId
from app.domain.person import (
    Allowed,
    Communication,
    FurtherName,
    Gender,
    NameUse,
    Person,
    SafeContact,
    Safety,
)
from app.domain.record import Record
from app.domain.relationship import Relation, Relationship
from app.domain.responsibility import Basis, Holds, Responsibility
from tests.builders import TODAY

T = TypeVar("T")
HOUSE = HouseholdId("house")
GIVEN = (
    *("Dana", "Tunde", "Callum", "Leo", "Mia", "Ada", "Samira", "Daniel", "Aisha", "Yusuf"),
    *("Nadia", "Margaret", "Kian", "Jade", "Zoë", "Siân", "নাদিয়া", "Łukasz", "Rose", "Will"),
)
FAMILY = ("Whitfield", "Okafor", "Reid", "Begum", "Hale", "Doyle", "O’Shea", "Nguyễn", "Byrne")
STREETS = ("Saltmarsh Row", "Quay Lane", "Larkfield Close", "Chapel Bank", "Weir Cottages")
TOWNS = ("Northmarsh", "Eastgate", "Westholme", "Bryn")
PEOPLE_OF = (Relation.SIBLING, Relation.HALF_SIBLING, Relation.STEP_SIBLING, Relation.COUSIN)
COUPLE = (Relation.SPOUSE, Relation.PARTNER, Relation.SEPARATED, Relation.FORMER_PARTNER)
THIRD = (Relation.STEP_PARENT, Relation.GRANDPARENT, Relation.FOSTER_CARER, Relation.FRIEND)
OFFICE = Office(
    council="Northmarsh Council",
    team="Northmarsh Family Help Team",
    key_worker="Robin Ashby",
    role="Key worker",
    manager="Helen Marsh",
    desk_phone="01632 960101",
    team_phone="01632 960400",
    email="robin.ashby@northmarsh.example",
    sender=("Family Help", "2 Quay Street", "Northmarsh", "ZZ99 1AB"),
    safe_sender=("PO Box 900", "Northmarsh", "ZZ99 1PB"),
    data_protection_officer="The data protection officer",
    complaints="Write to the council.",
    agreement="ISA-7",
)


def fresh(part: str, chance: Random) -> str:
    """Return an id nothing else has."""
    return f"{part}-{chance.getrandbits(40):010x}"


def sometimes(chance: Random, share: float) -> bool:
    """Say yes in a share of all cases."""
    return chance.random() < share


def day_before(chance: Random, most: int, on: date = TODAY) -> date:
    """Return a day up to so many days back."""
    return on - timedelta(days=chance.randint(0, most))


def with_more(record: Record, **parts: Any) -> Record:
    """Return the record with single entries added to its lists."""
    for part, one in parts.items():
        record = with_part(record, part, (*getattr(record, part), one))
    return record


def with_part(record: Record, part: str, items: Iterable[Any]) -> Record:
    """Return the record with one of its lists put in place of another."""
    parts: dict[str, Any] = {part: tuple(items)}
    return replace(record, **parts)


def household(chance: Random) -> Record:
    """Return people, kin, responsibility, homes and stays of one family."""
    record = Record(household=Household(id=HOUSE, name=chance.choice(FAMILY)), office=OFFICE)
    for _ in range(chance.choice((1, 2, 2, 2, 3))):
        record = with_more(record, people=a_person(chance))
    grown = record.people
    for _ in range(chance.randint(max(0, 2 - len(grown)), 4)):
        record = with_more(record, people=_child(chance))
    young = record.people[len(grown) :]
    record = _kin(record, grown, young, chance)
    return _homes(record, grown, young, chance)


def a_person(chance: Random, age: int | None = None) -> Person:
    """Return somebody grown up, or of an age."""
    age = chance.randint(20, 66) if age is None else age
    born = TODAY - timedelta(days=age * 365 + chance.randint(0, 364))
    known = PartialDate.of(born) if sometimes(chance, 0.9) else PartialDate(born.year)
    return Person(
        id=PersonId(fresh("p", chance)),
        household=HOUSE,
        given=chance.choice(GIVEN),
        family=chance.choice(FAMILY),
        known_as=chance.choice(GIVEN) if sometimes(chance, 0.35) else "",
        further_names=_further(chance),
        gender=chance.choice(list(Gender)),
        born=known if sometimes(chance, 0.96) else None,
        died=PartialDate(2025, 7) if sometimes(chance, 0.04) else None,
        needs=_needs(chance),
        contact=_safe_contact(chance),
        note="A note about them" if sometimes(chance, 0.4) else "",
    )


def _child(chance: Random) -> Person:
    if sometimes(chance, 0.12):
        due = TODAY + timedelta(days=chance.randint(10, 200))
        return Person(id=PersonId(fresh("p", chance)), household=HOUSE, due=due)
    age = chance.choice((0, 2, 3, 5, 8, 10, 11, 12, 13, 14, 15, 15, 16, 17))
    return replace(a_person(chance, age), school_year=chance.choice(("", f"Year {age}")))


def _further(chance: Random) -> tuple[FurtherName, ...]:
    if not sometimes(chance, 0.6):
        return ()
    use = chance.choice((NameUse.OLD, NameUse.MAIDEN, NameUse.NICKNAME))
    return (FurtherName(use=use, given=chance.choice(GIVEN), family=chance.choice(FAMILY)),)


def _needs(chance: Random) -> Communication:
    if not sometimes(chance, 0.5):
        return Communication()
    return Communication(
        language=chance.choice(("", "Sylheti", "Welsh", "Polish")),
        interpreter=sometimes(chance, 0.3),
        interpreter_wish=chance.choice(("", "female only")),
        print_points=chance.choice((0, 14, 18, 24)),
        easy_read=sometimes(chance, 0.3),
        paper=chance.choice(("", "cream")),
        hearing=chance.choice(("", "hearing aid")),
        note="Phone first",
    )


def _safe_contact(chance: Random) -> SafeContact:
    if not sometimes(chance, 0.4):
        return SafeContact()
    return SafeContact(voicemail=Allowed.NO, code_word=chance.choice(("tulip", "kite")))


def _kin(
    record: Record, grown: tuple[Person, ...], young: tuple[Person, ...], chance: Random
) -> Record:
    for child in young:
        record = kin(record, grown[0], Relation.MOTHER, child, chance)
        record = _responsibility(record, child, grown[0], Holds.YES, Basis.MOTHER, chance)
        if len(grown) > 1 and sometimes(chance, 0.75):
            record = kin(record, grown[1], Relation.FATHER, child, chance)
            holds = chance.choice((Holds.YES, Holds.YES, Holds.YES, Holds.NO, Holds.UNKNOWN))
            basis = Basis.BIRTH_REGISTRATION
            record = _responsibility(record, child, grown[1], holds, basis, chance)
        if len(grown) > 2 and sometimes(chance, 0.6):
            record = kin(record, grown[2], chance.choice(THIRD), child, chance)
    for one, other in pairwise(young):
        record = kin(record, one, chance.choice(PEOPLE_OF), other, chance)
    if len(grown) > 1 and sometimes(chance, 0.8):
        record = kin(record, grown[0], chance.choice(COUPLE), grown[1], chance)
    if len(grown) > 2 and sometimes(chance, 0.6):
        record = kin(record, grown[2], Relation.PARTNER, grown[0], chance)
    return record


def kin(record: Record, one: Person, kind: Relation, other: Person, chance: Random) -> Record:
    """Add that one person is something to another."""
    fact = Relationship(
        id=fresh("r", chance),
        household=HOUSE,
        person=one.id,
        kind=kind,
        other=other.id,
        since=day_before(chance, 3000) if sometimes(chance, 0.2) else None,
        view_of_person="How one sees it",
    )
    return with_more(record, relationships=fact)


def _responsibility(
    record: Record, child: Person, adult: Person, holds: Holds, basis: Basis, chance: Random
) -> Record:
    row = Responsibility(
        id=fresh("pr", chance),
        household=HOUSE,
        child=child.id,
        adult=adult.id,
        holds=holds,
        basis=basis,
        evidence="Certificate seen",
    )
    return with_more(record, responsibilities=row)


def _homes(
    record: Record, grown: tuple[Person, ...], young: tuple[Person, ...], chance: Random
) -> Record:
    for _ in range(chance.choice((1, 2, 2, 3))):
        record = with_more(record, homes=a_home(chance, 0.35))
    first, *others = record.homes
    for person in (grown[0], *young):
        record = stays_at(record, person.id, first.id, chance)
    for person in grown[1:]:
        where = chance.choice(record.homes)
        record = stays_at(record, person.id, where.id, chance)
    for person in young:
        if others and sometimes(chance, 0.4):
            record = stays_at(record, person.id, chance.choice(others).id, chance, main=False)
    for person in record.people:
        if sometimes(chance, 0.3):  # where they lived before, and where they work
            old = with_more(record, homes=a_home(chance, 0.1))
            use = chance.choice((AddressUse.OLD, AddressUse.WORK, AddressUse.HOME))
            ended = day_before(chance, 900) if use is AddressUse.HOME else None
            where = chance.choice(old.homes)
            record = stays_at(old, person.id, where.id, chance, use=use, until=ended)
    return record


def a_home(chance: Random, hidden: float) -> Home:
    """Return a home, in a share of all cases a confidential one."""
    safety = Safety.CONFIDENTIAL if sometimes(chance, hidden) else Safety.ORDINARY
    street, town = chance.choice(STREETS), chance.choice(TOWNS)
    return Home(
        id=HomeId(fresh("h", chance)),
        household=HOUSE,
        label=f"{chance.choice(GIVEN)}’s home",
        lines=(f"{chance.randint(1, 99)} {street}", town) if sometimes(chance, 0.9) else (),
        postcode=f"ZZ99 {chance.randint(1, 9)}{chance.choice(('AA', 'BB', 'HH'))}",
        safety=safety,
        confidential_since=day_before(chance, 300) if safety is Safety.CONFIDENTIAL else None,
    )


def stays_at(record: Record, who: PersonId, where: HomeId, chance: Random, **rest: Any) -> Record:
    """Add that somebody lives, or lived, somewhere."""
    since = day_before(chance, 2000) if sometimes(chance, 0.3) and "until" not in rest else None
    stay = Stay(id=fresh("s", chance), household=HOUSE, person=who, home=where, since=since, **rest)
    return with_more(record, stays=stay)
