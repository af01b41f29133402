"""Made-up families in any number and size, for benchmarks."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.agency import Agency, AgencyKind, Involvement
from app.domain.dates import PartialDate
from app.domain.home import Home, Stay
from app.domain.household import Household
from app.domain.ids import AgencyId, HomeId, HouseholdId, PersonId, VisitId
from app.domain.person import Gender, Person
from app.domain.relationship import Relation, Relationship
from app.domain.visit import Visit, VisitPlace
from app.family_map.family import (
    CoupleKind,
    Family,
    MapAgency,
    MapChild,
    MapHome,
    MapPerson,
    MapTie,
    MapUnion,
    Symbol,
    TieState,
)
from app.operation import Effect, Kind, operation
from app.ports import Work

AGENCIES = 6
CHILDREN = 4
VISITS = 6
FIRST_DAY = date(2026, 9, 1)
NOTE = "Everybody was in, and the kitchen is warm again. " * 8


@operation(kind=Kind.CARE, effect=Effect.WALL)
def keep_families(work: Work, count: int) -> None:
    """Keep many families of six with a home, agencies and visits."""
    agencies = [AgencyId(f"agency-{n}") for n in range(AGENCIES)]
    for number, agency in enumerate(agencies):
        work.kept(Agency).add(
            Agency(
                id=agency,
                name=f"Northmarsh Service {number}",
                kind=list(AgencyKind)[number],
                listed=True,
            )
        )
    for number in range(count):
        _keep_family(work, number, agencies)
    work.about(None, households=count)


def _keep_family(work: Work, number: int, agencies: list[AgencyId]) -> None:
    household = HouseholdId(f"household-{number}")
    work.kept(Household).add(Household(id=household, name=f"Family {number:04}"))
    home = HomeId(f"home-{number}")
    work.kept(Home).add(Home(id=home, household=household, label="Home"))
    people = [PersonId(f"person-{number}-{n}") for n in range(CHILDREN + 2)]
    for place, person in enumerate(people):
        born = date(1990, 1, 1) if place < 2 else date(2012 + place, 5, 4)
        work.kept(Person).add(
            Person(
                id=person,
                household=household,
                given=f"Person{place}",
                family=f"Family{number}",
                gender=Gender.FEMALE if place % 2 else Gender.MALE,
                born=PartialDate.of(born),
            )
        )
        work.kept(Stay).add(
            Stay(id=f"stay-{number}-{place}", household=household, person=person, home=home)
        )
        work.kept(Involvement).add(
            Involvement(
                id=f"involvement-{number}-{place}",
                household=household,
                person=person,
                agency=agencies[place],
            )
        )
    for place, child in enumerate(people[2:]):
        for parent, kind in zip(people[:2], (Relation.FATHER, Relation.MOTHER), strict=True):
            work.kept(Relationship).add(
                Relationship(
                    id=f"relation-{number}-{place}-{kind}",
                    household=household,
                    person=parent,
                    kind=kind,
                    other=child,
                )
            )
    for place in range(VISITS):
        work.kept(Visit).add(
            Visit(
                id=VisitId(f"visit-{number}-{place}"),
                household=household,
                on=FIRST_DAY + timedelta(days=7 * place),
                place=VisitPlace.HOME,
                seen=tuple(people),
                note=NOTE,
            )
        )


def family_of_thirty() -> Family:
    """Return three generations of thirty people with twelve agencies and forty ties."""
    people = [
        MapPerson(
            id=f"p{n}",
            name=f"Person {n}",
            second_line=str(70 - n),
            initials="P",
            symbol=Symbol.WOMAN if n % 2 else Symbol.MAN,
            order=f"{1950 + n}",
        )
        for n in range(30)
    ]
    unions = [
        MapUnion(
            partners=("p0", "p1"),
            kind=CoupleKind.MARRIED,
            children=tuple(MapChild(person=f"p{n}") for n in (2, 4, 6, 8)),
        )
    ]
    grandchildren = iter(range(10, 30))
    for n in (2, 4, 6, 8):
        unions.append(
            MapUnion(
                partners=(f"p{n}", f"p{n + 1}"),
                kind=CoupleKind.TOGETHER,
                children=tuple(MapChild(person=f"p{next(grandchildren)}") for _ in range(5)),
            )
        )
    agencies = tuple(
        MapAgency(id=f"a{n}", name=f"Agency {n}", second_line="", sector="health", icon="baby")
        for n in range(12)
    )
    ties = tuple(
        MapTie(person=f"p{n % 30}", agency=f"a{n % 12}", state=TieState.GIVEN, words="")
        for n in range(40)
    )
    homes = (
        MapHome(id="h0", label="Home", members=("p2", "p3", *(f"p{n}" for n in range(10, 15)))),
        MapHome(id="h1", label="Gran’s", members=("p0", "p1"), main=False),
    )
    return Family(
        people=tuple(people), unions=tuple(unions), homes=homes, agencies=agencies, ties=ties
    )
