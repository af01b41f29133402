"""Records made by chance that keep every rule: people, homes, stays, kin, notes, in any script."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from app.domain.agency import Agency, AgencyKind, Involvement, InvolvementState, Professional, Team
from app.domain.consent import Answer, Category, Consent
from app.domain.dates import PartialDate
from app.domain.home import Home, Stay
from app.domain.household import Household, Office
from app.domain.identifiers import System, nhs_check_digit
from app.domain.ids import (
    AgencyId,
    ConsentId,
    HomeId,
    HouseholdId,
    PersonId,
    ProfessionalId,
    TeamId,
    VisitId,
)
from app.domain.person import Communication, FurtherName, Gender, NameUse, Person, Safety
from app.domain.proof import Proof, Way
from app.domain.reach import ContactPoint, Flag, FlagKind, Identifier
from app.domain.reach import Way as Reached
from app.domain.record import Record
from app.domain.relationship import PARENTS, Relation, Relationship, births, why_no_parent
from app.domain.responsibility import Holds, Responsibility
from app.domain.sharing import Output, Paper, PaperKind
from app.domain.visit import Knowledge, Note, OwnWords, Visit, VisitPlace
from tests.builders import TODAY

printable = st.characters(exclude_categories=["Cs"], exclude_characters="\x7f").filter(
    lambda c: c >= " " or c in "\n\t"
)
words = st.text(printable, max_size=12)
names = words.filter(lambda text: bool(text.strip()))
phones = st.from_regex(r"[0-9]{5} [0-9]{6}", fullmatch=True)
days = st.dates(date(1950, 1, 1), TODAY)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2026, 11, 22)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=UTC)
)
zones = st.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(timedelta(minutes=-210))])
partly = st.one_of(
    days.map(PartialDate.of),
    days.map(lambda day: PartialDate(day.year)),
    days.map(lambda day: PartialDate(day.year, day.month)),
    days.map(lambda day: PartialDate(day.year, day.month, day.day, "EEA")),
)


def one_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(kind))


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """Return the parts of a file: an office, agencies with teams and people, up to three families.

    What two stores could never both hold, such as an id twice, never comes out.
    """
    agencies = tuple(
        Agency(
            id=AgencyId(f"agency-{n}"),
            name=draw(names),
            kind=draw(one_of(AgencyKind)),
            lines=tuple(draw(st.lists(words, max_size=2))),
            listed=draw(st.booleans()),
            public=draw(st.booleans()),
            benefit=draw(words),
        )
        for n in range(draw(st.integers(1, 3)))
    )
    team = Team(id=TeamId("team"), agency=agencies[0].id, name=draw(words))
    professional = Professional(
        id=ProfessionalId("pro"), agency=agencies[0].id, name=draw(words), team=team.id
    )
    records = tuple(
        draw(record_of(n, tuple(a.id for a in agencies))) for n in range(draw(st.integers(0, 3)))
    )
    office = Office(team=draw(words), sender=tuple(draw(st.lists(words, max_size=3))))
    return {
        "office": office,
        "agencies": agencies,
        "teams": (team,),
        "professionals": (professional,),
        "records": records,
    }


@st.composite
def record_of(draw: st.DrawFn, number: int, agencies: tuple[AgencyId, ...]) -> Record:
    """Return a family whose ids begin with its number."""
    house = HouseholdId(f"house-{number}")
    ids = [PersonId(f"{number}-p{n}") for n in range(draw(st.integers(1, 5)))]
    homes = [HomeId(f"{number}-h{n}") for n in range(draw(st.integers(1, 3)))]
    anybody, anywhere = st.sampled_from(ids), st.sampled_from(homes)
    some = st.lists(anybody, max_size=3).map(tuple)
    people = tuple(draw(person_of(house, id_)) for id_ in ids)
    return Record(
        household=Household(id=house, name=draw(names)),
        people=people,
        identifiers=tuple(
            Identifier(
                id=f"{id_}-nhs",
                household=house,
                person=id_,
                system=System.NHS,
                value=nhs_number(number, n),
                source=draw(words),
                verified_on=draw(st.none() | days),
            )
            for n, id_ in enumerate(ids)
            if draw(st.booleans())
        ),
        contact_points=tuple(
            ContactPoint(
                id=f"{number}-c{n}",
                household=house,
                person=draw(anybody),
                way=Reached.PHONE,
                value=draw(phones),
                safety=draw(one_of(Safety)),
            )
            for n in range(draw(st.integers(0, 2)))
        ),
        flags=tuple(
            Flag(
                id=f"{number}-f{n}",
                household=house,
                person=draw(anybody),
                kind=draw(one_of(FlagKind)),
                reason=draw(words),
                since=draw(st.none() | days),
            )
            for n in range(draw(st.integers(0, 2)))
        ),
        homes=tuple(
            Home(
                id=id_,
                household=house,
                label=draw(words),
                lines=tuple(draw(st.lists(words, max_size=3))),
                postcode=draw(words),
                safety=draw(one_of(Safety)),
            )
            for id_ in homes
        ),
        stays=tuple(
            Stay(
                id=f"{id_}-s",
                household=house,
                person=id_,
                home=draw(anywhere),
                main=draw(st.booleans()),
                nights=draw(st.none() | st.integers(0, 7)),
            )
            for id_ in ids
            if draw(st.booleans())
        ),
        relationships=tuple(  # everybody is kin of somebody older: no circle, nothing twice
            kin_that_fits(
                people,
                Relationship(
                    id=f"{id_}-r",
                    household=house,
                    person=draw(st.sampled_from(ids[:n])),
                    kind=draw(one_of(Relation)),
                    other=id_,
                    carer=draw(st.booleans()),
                ),
            )
            for n, id_ in enumerate(ids)
            if n
        ),
        responsibilities=tuple(
            Responsibility(
                id=f"{id_}-pr",
                household=house,
                child=id_,
                adult=ids[0],
                holds=draw(one_of(Holds)),
                evidence=draw(words),
            )
            for id_ in ids[1:]
        ),
        involvements=tuple(
            Involvement(
                id=f"{id_}-i",
                household=house,
                person=id_,
                agency=draw(st.sampled_from(agencies)),
                state=draw(one_of(InvolvementState)),
                why=draw(words),
                safety=draw(one_of(Safety)),
            )
            for id_ in ids
        ),
        visits=tuple(
            Visit(
                id=VisitId(f"{number}-v{n}"),
                household=house,
                on=draw(days),
                place=draw(one_of(VisitPlace)),
                seen=(draw(anybody),),
                words=(OwnWords(person=draw(anybody), words=draw(words)),),
                note=draw(words),
            )
            for n in range(draw(st.integers(0, 2)))
        ),
        notes=tuple(
            Note(
                id=f"{number}-n{n}",
                household=house,
                on=draw(days),
                text=draw(names),
                people=draw(some),
                knowledge=draw(one_of(Knowledge)),
            )
            for n in range(draw(st.integers(0, 2)))
        ),
        consents=tuple(
            Consent(
                id=ConsentId(f"{id_}-k"),
                household=house,
                person=id_,
                agency=draw(st.sampled_from(agencies)),
                answer=draw(one_of(Answer)),
                decider=id_,
                decided_on=draw(days),
                way=draw(st.sampled_from([way for way in Way if way is not Way.SCREEN])),
                witness=draw(names),
                proof=Proof(identity=draw(names), organisation=draw(names)),
                reason=draw(names),
                categories=draw(st.frozensets(one_of(Category), min_size=1)),
            )
            for id_ in ids
            if draw(st.booleans())
        ),
        papers=tuple(
            Paper(
                id=f"{number}-w{n}",
                household=house,
                number=draw(names),
                kind=draw(one_of(PaperKind)),
                output=draw(one_of(Output)),
                at=draw(moments).astimezone(draw(zones)),
                sha256="0" * 64,
                pages=draw(st.integers(0, 99)),
            )
            for n in range(draw(st.integers(0, 2)))
        ),
    )


@st.composite
def person_of(draw: st.DrawFn, house: HouseholdId, id_: PersonId) -> Person:
    """Return somebody who is born, and may have died since."""
    return Person(
        id=id_,
        household=house,
        given=draw(names),
        family=draw(words),
        known_as=draw(words),
        further_names=tuple(
            draw(st.lists(st.builds(FurtherName, use=one_of(NameUse), given=names), max_size=2))
        ),
        gender=draw(one_of(Gender)),
        born=draw(st.none() | partly),
        needs=draw(st.builds(Communication, language=words, print_points=st.integers(0, 30))),
        note=draw(words),
    )


def kin_that_fits(people: tuple[Person, ...], fact: Relationship) -> Relationship:
    """Return a fact, or a lesser one where the dates of birth speak against a parent."""
    born = births(people)
    apart = why_no_parent(born.get(fact.person), born.get(fact.other))
    return replace(fact, kind=Relation.OTHER) if apart and fact.kind in PARENTS else fact


def nhs_number(family: int, person: int) -> str:
    """Return a number of the test range nobody else in a file has."""
    place = 1000 * family + 20 * person
    while (check := nhs_check_digit(f"999{place:06}")) is None:
        place += 1
    return f"999{place:06}{check}"
