"""A caseload of any size for benchmarks: seeded, made up, with names of many origins.

Everything goes in by journalled operations, a batch of families each. One family is very large:
sixty people and two thousand notes and visits.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.agency import Agency, AgencyKind, Involvement
from app.domain.dates import PartialDate
from app.domain.home import Home, Stay
from app.domain.household import Household
from app.domain.identifiers import System, nhs_check_digit
from app.domain.ids import AgencyId, HomeId, HouseholdId, PersonId, VisitId
from app.domain.person import Gender, Person
from app.domain.reach import ContactPoint, Identifier, Way
from app.domain.relationship import Relation, Relationship
from app.domain.visit import Knowledge, Note, OwnWords, Visit, VisitPlace
from app.operation import Command, Effect, Kind, operation
from app.ports import Work
from tests.bench.words import FAMILY_NAMES, GIVEN_NAMES, STREETS, sentences

SEED = 20_261_124
BATCH = 100  # families in one operation
PEOPLE, LINES, VISITS = 6, 50, 10  # in each family; of the lines so many are visits
LARGE = HouseholdId("large")
LARGE_PEOPLE, LARGE_LINES, LARGE_VISITS = 60, 2000, 400
AGENCIES = 200
LAST_DAY = date(2026, 11, 20)


def caseload(families: int) -> Iterator[Command[None]]:
    """Return the operations that keep so many families, the very large one among them."""
    chance = random.Random(SEED)  # noqa: S311 (nothing secret)
    told = sentences(chance)
    agencies = [AgencyId(f"agency-{n}") for n in range(AGENCIES)]
    yield keep_agencies(chance)
    for start in range(0, families - 1, BATCH):
        yield keep_batch(chance, told, agencies, range(start, min(start + BATCH, families - 1)))
    yield keep_large(chance, told, agencies)


@operation(kind=Kind.CARE, effect=Effect.WALL)
def keep_agencies(work: Work, chance: random.Random) -> None:
    """Keep the agencies."""
    kinds = [kind for kind in AgencyKind if kind is not AgencyKind.OTHER]
    for n in range(AGENCIES):
        kind = kinds[n % len(kinds)]
        place = chance.choice(STREETS)
        work.kept(Agency).add(
            Agency(
                id=AgencyId(f"agency-{n}"),
                name=f"{place} {kind.value.replace('-', ' ').title()}",
                kind=kind,
                ods=f"Y{n:05}",
                phone=f"01632 960{n:03}",
                listed=True,
            )
        )


@operation(kind=Kind.CARE, effect=Effect.WALL)
def keep_batch(
    work: Work,
    chance: random.Random,
    told: list[str],
    agencies: list[AgencyId],
    numbers: range,
) -> None:
    """Keep a batch of ordinary families."""
    for number in numbers:
        family = HouseholdId(f"family-{number}")
        name = chance.choice(FAMILY_NAMES)
        work.kept(Household).add(Household(id=family, name=f"{name} family"))
        people = _people(work, chance, family, number, name, PEOPLE)
        _agencies(work, chance, family, people, agencies, 3)
        _lines(work, chance, told, family, people, LINES, VISITS)
    work.about(None, households=len(numbers))


@operation(kind=Kind.CARE, effect=Effect.WALL)
def keep_large(
    work: Work, chance: random.Random, told: list[str], agencies: list[AgencyId]
) -> None:
    """Keep the very large family."""
    work.kept(Household).add(Household(id=LARGE, name="Marchetti-Oyelaran family"))
    people = _people(work, chance, LARGE, 99_999, "Marchetti-Oyelaran", LARGE_PEOPLE)
    _agencies(work, chance, LARGE, people, agencies, 40)
    _lines(work, chance, told, LARGE, people, LARGE_LINES, LARGE_VISITS)
    work.about(LARGE)


def _people(
    work: Work, chance: random.Random, family: HouseholdId, number: int, name: str, count: int
) -> list[PersonId]:
    home = HomeId(f"{family}-home")
    postcode = f"ZZ99 {number % 9 + 1}{chance.choice('ABDEFGH')}{chance.choice('JLNPQRS')}"
    lines = (f"{chance.randint(1, 180)} {chance.choice(STREETS)}", "Northmarsh")
    work.kept(Home).add(
        Home(id=home, household=family, label="Home", lines=lines, postcode=postcode)
    )
    people = [PersonId(f"{family}-{n}") for n in range(count)]
    for n, person in enumerate(people):
        grown = n < 2 or n % 3 == 0
        born = date(1960 if grown else 2009, 1, 1) + timedelta(
            days=chance.randint(0, 12_000 if grown else 5_800)
        )
        work.kept(Person).add(
            Person(
                id=person,
                household=family,
                given=chance.choice(GIVEN_NAMES),
                family=name if n != 1 else chance.choice(FAMILY_NAMES),
                gender=Gender.FEMALE if n % 2 else Gender.MALE,
                born=PartialDate.of(born),
            )
        )
        work.kept(Stay).add(Stay(id=f"{person}-stay", household=family, person=person, home=home))
        work.kept(Identifier).add(
            Identifier(
                id=f"{person}-nhs",
                household=family,
                person=person,
                system=System.NHS,
                value=_nhs_number(number * 60 + n),
            )
        )
        if n < 2:
            digits = f"07700 900{chance.randint(0, 999):03}"
            work.kept(ContactPoint).add(
                ContactPoint(
                    id=f"{person}-phone",
                    household=family,
                    person=person,
                    way=Way.PHONE,
                    value=digits,
                )
            )
        if n >= 2:
            parent = people[n % 2] if n < 12 else people[n // 6]
            work.kept(Relationship).add(
                Relationship(
                    id=f"{person}-parent",
                    household=family,
                    person=parent,
                    kind=Relation.MOTHER if n % 2 else Relation.FATHER,
                    other=person,
                )
            )
    return people


def _agencies(
    work: Work,
    chance: random.Random,
    family: HouseholdId,
    people: list[PersonId],
    agencies: list[AgencyId],
    count: int,
) -> None:
    pairs = {(chance.choice(people), chance.choice(agencies)) for _ in range(count)}
    for person, agency in sorted(pairs):
        work.kept(Involvement).add(
            Involvement(id=f"{person}-{agency}", household=family, person=person, agency=agency)
        )


def _lines(
    work: Work,
    chance: random.Random,
    told: list[str],
    family: HouseholdId,
    people: list[PersonId],
    count: int,
    visits: int,
) -> None:
    for n in range(count):
        on = LAST_DAY - timedelta(days=int(chance.random() ** 2 * 2000))
        text = " ".join(chance.choices(told, k=chance.randint(2, 7)))
        if n < visits:
            work.kept(Visit).add(
                Visit(
                    id=VisitId(f"{family}-visit-{n}"),
                    household=family,
                    on=on,
                    place=VisitPlace.HOME,
                    seen=tuple(chance.sample(people, k=min(3, len(people)))),
                    words=(OwnWords(person=people[-1], words=chance.choice(told)),),
                    note=text,
                    agreed=chance.choice(told),
                    by="kw",
                )
            )
        else:
            work.kept(Note).add(
                Note(
                    id=f"{family}-note-{n}",
                    household=family,
                    on=on,
                    text=text,
                    people=(chance.choice(people),),
                    knowledge=chance.choice(list(Knowledge)),
                    source="phone call",
                )
            )


def _nhs_number(n: int) -> str:
    """Return the n-th made-up number that passes the check."""
    while True:
        nine = f"999{n % 1_000_000:06}"
        check = nhs_check_digit(nine)
        if check is not None:
            return f"{nine}{check}"
        n += 600_007
