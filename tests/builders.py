"""Small, readable test data: the made-up caseload as records, and families of a few people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from app.catalogue import Catalogue, demo_caseload, interchange_schema, read_catalogue
from app.domain.agency import Agency, AgencyKind, Involvement, Professional, Team
from app.domain.consent import (
    Answer,
    Category,
    Competence,
    CompetenceKind,
    Consent,
    ConsentDraft,
    Standing,
)
from app.domain.dates import PartialDate
from app.domain.home import Home, Stay
from app.domain.household import Household, Office
from app.domain.ids import AgencyId, CompetenceId, ConsentId, HomeId, HouseholdId, PersonId
from app.domain.law import LawPack
from app.domain.person import Person, Safety
from app.domain.reach import Flag, FlagKind
from app.domain.record import Record
from app.domain.relationship import Relation, Relationship
from app.domain.responsibility import Basis, Holds, Responsibility
from app.interchange.reading import Contents, read_file
from app.interchange.writing import file_text
from app.operation import Command
from app.usecases.capture_consent import capture_consent
from app.usecases.exchange import import_file
from db.store import Store

TODAY = date(2026, 11, 22)
ASH = HouseholdId("ash")
GP, SCHOOL, CAMHS = AgencyId("gp"), AgencyId("school"), AgencyId("camhs")
SOME = frozenset({Category.CONTACT, Category.PHYSICAL_HEALTH})

OFFICE = Office(
    council="Northmarsh Council",
    team="Northmarsh Family Help Team",
    key_worker="Robin Ashby",
    role="Key worker",
    desk_phone="01632 960101",
    team_phone="01632 960400",
    sender=("Family Help", "2 Quay Street", "Northmarsh", "ZZ99 1AB"),
    safe_sender=("PO Box 900", "Northmarsh", "ZZ99 1PB"),
)


@cache
def catalogue() -> Catalogue:
    """Return the catalogue, read once."""
    return read_catalogue()


def law() -> LawPack:
    """Return the law pack that ships."""
    return catalogue().law


@cache
def caseload() -> Contents:
    """Return the made-up caseload, read once."""
    return read_file(demo_caseload(), interchange_schema(), TODAY)


def family(letter: str) -> Record:
    """Return a family of the caseload, with the agencies it has to do with only."""
    whole = next(r for r in caseload().records if r.household.id == f"family-{letter.lower()}")
    theirs = {i.agency for i in whole.involvements} | {r.agency for r in whole.requests}
    return replace(
        whole,
        agencies=tuple(a for a in whole.agencies if a.id in theirs),
        teams=tuple(t for t in whole.teams if t.agency in theirs),
        professionals=tuple(p for p in whole.professionals if p.agency in theirs),
    )


def fill(store: Store) -> Store:
    """Let the caseload into a store and return it."""
    store.run(import_file(caseload(), sha256="0" * 64))
    return store


def person(id_: str, given: str = "", born: str | None = "1990-01-31", **rest: Any) -> Person:
    """Return somebody of the Ash family."""
    return Person(
        id=PersonId(id_),
        household=ASH,
        given=given or id_.title(),
        family=rest.pop("family", "Ash"),
        born=PartialDate.read(born) if born else None,
        **rest,
    )


def holds(child: str, adult: str, **rest: Any) -> Responsibility:
    """Return a row that says who holds parental responsibility."""
    return Responsibility(
        id=f"pr-{child}-{adult}",
        household=ASH,
        child=PersonId(child),
        adult=PersonId(adult),
        holds=rest.pop("holds", Holds.YES),
        basis=rest.pop("basis", Basis.MOTHER),
        **rest,
    )


def involved(who: str, agency: AgencyId = GP, **rest: Any) -> Involvement:
    """Return an involvement."""
    return Involvement(
        id=f"inv-{who}-{agency}", household=ASH, person=PersonId(who), agency=agency, **rest
    )


def agency(id_: AgencyId = GP, name: str = "Mill Lane Surgery", **rest: Any) -> Agency:
    """Return an agency."""
    return Agency(id=id_, name=name, kind=rest.pop("kind", AgencyKind.GP_PRACTICE), **rest)


def kin(who: str, kind: Relation, other: str) -> Relationship:
    """Return a relationship."""
    return Relationship(
        id=f"rel-{who}-{kind}-{other}",
        household=ASH,
        person=PersonId(who),
        kind=kind,
        other=PersonId(other),
    )


def home(id_: str, *lines: str, postcode: str = "", **rest: Any) -> Home:
    """Return a home."""
    return Home(
        id=HomeId(id_),
        household=ASH,
        label=rest.pop("label", id_),
        lines=lines,
        postcode=postcode,
        **rest,
    )


def hidden_home(id_: str, *lines: str, postcode: str = "") -> Home:
    """Return a home whose address is confidential."""
    return home(id_, *lines, postcode=postcode, safety=Safety.CONFIDENTIAL)


def stay(who: str, where: str, **rest: Any) -> Stay:
    """Return somebody living somewhere."""
    return Stay(
        id=f"stay-{who}-{where}",
        household=ASH,
        person=PersonId(who),
        home=HomeId(where),
        **rest,
    )


def flag(who: str, kind: FlagKind = FlagKind.CONFIDENTIAL_ADDRESS, **rest: Any) -> Flag:
    """Return a flag."""
    return Flag(id=f"flag-{who}-{kind}", household=ASH, person=PersonId(who), kind=kind, **rest)


def yes(who: str, decider: str | None = None, *, on: str = "2026-09-01", **rest: Any) -> Consent:
    """Return an agreement with the practice about somebody, by default their own."""
    by = decider or who
    own = Standing.SELF if by == who else Standing.PARENT
    return Consent(
        id=ConsentId(rest.pop("id", f"yes-{who}-{by}-{on}")),
        household=ASH,
        person=PersonId(who),
        agency=rest.pop("agency", GP),
        answer=rest.pop("answer", Answer.GIVEN),
        decider=PersonId(by),
        standing=rest.pop("standing", own),
        categories=rest.pop("categories", SOME),
        decided_on=date.fromisoformat(on),
        **rest,
    )


def competent(
    who: str,
    agency_: AgencyId | None = GP,
    *,
    able: bool = True,
    on: str = "2026-09-01",
    kind: CompetenceKind = CompetenceKind.GILLICK,
) -> Competence:
    """Return a note that somebody can, or cannot, make a decision about an agency."""
    return Competence(
        id=CompetenceId(f"{kind}-{who}-{agency_}-{on}-{able}"),
        household=ASH,
        person=PersonId(who),
        kind=kind,
        agency=agency_,
        on=date.fromisoformat(on),
        able=able,
        assessor="Robin Ashby",
    )


def captured(draft: ConsentDraft) -> Command[Consent]:
    """Return the command that captures a decision on one of the wordings that ship."""
    return capture_consent(draft, versions=catalogue().versions)


def ash(**parts: Any) -> Record:
    """Return the Ash family: Rowan and Jo, and their daughter Kit, who is nine; one practice."""
    usual: dict[str, Any] = {
        "household": Household(id=ASH, name="Ash family"),
        "office": OFFICE,
        "people": (person("rowan"), person("jo"), person("kit", born="2017-03-03")),
        "responsibilities": (holds("kit", "rowan"), holds("kit", "jo")),
        "agencies": (agency(), agency(SCHOOL, "Hill School", kind=AgencyKind.PRIMARY_SCHOOL)),
        "involvements": (involved("rowan"), involved("jo"), involved("kit")),
    }
    return Record(**(usual | parts))


def as_file(store: Store) -> str:
    """Return what an export of the whole store would say, without a trace in the journal."""
    return store.ask(
        lambda work: file_text(
            office=work.kept(Office).find("office") or Office(),
            agencies=work.kept(Agency).every(),
            teams=work.kept(Team).every(),
            professionals=work.kept(Professional).every(),
            records=tuple(work.record(h.id) for h in work.kept(Household).every()),
        )
    )
