"""A small family of which every output can be made, and what its readers may see, fact by fact.

Each fact is named with the change that alters it: the output must change, or a blank page would
pass for a safe one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from app.domain.agency import AgencyKind, InvolvementState, Professional
from app.domain.consent import Answer, Category
from app.domain.dates import PartialDate
from app.domain.identifiers import System
from app.domain.ids import GroundId, PersonId, ProfessionalId, RequestId
from app.domain.person import Communication, Gender
from app.domain.proof import Way
from app.domain.reach import Identifier
from app.domain.record import Record
from app.domain.relationship import Relation
from app.domain.responsibility import Holds
from app.domain.sharing import (
    Confidentiality,
    Ground,
    Output,
    Paper,
    PaperKind,
    RequestState,
    ShareRequest,
    Urgency,
)
from app.view.recipient import at_table, meeting, parent_about, partner_about, the_person
from tests.builders import ASH, GP, SCHOOL, agency, ash, home, involved, kin, law, person, stay, yes
from tests.noninterference.outputs import Key

ROWAN, JO, KIT = (PersonId(name) for name in ("rowan", "jo", "kit"))
MADE_ON = date(2026, 11, 2)
Change = Callable[[Record], Record]


def alive() -> Record:
    """Return the family: everything open, nothing hidden."""
    request = ShareRequest(
        id=RequestId("q"),
        household=ASH,
        number="SR-1111-2222",
        agency=GP,
        person=KIT,
        made_on=MADE_ON,
        due_on=date(2026, 12, 1),
        professional=ProfessionalId("nair"),
        why="To agree what helps.",
        benefit="You hear what was agreed.",
        questions=("seen-lately",),
        categories=frozenset({Category.CONTACT}),
        gateway="CA04-10",
        dp_basis="Article 6(1)(e)",
        consents=(yes("kit", "rowan").id,),
        law_pack=law().version,
        state=RequestState.PARTLY_ANSWERED,
    )
    return ash(
        people=(
            person("rowan", needs=Communication(print_points=14)),
            person("jo"),
            person("kit", born="2017-03-03", school_year="Year 4"),
        ),
        homes=(home("first", "1 Quay Lane", postcode="ZZ99 1AA"), home("second", "2 Weir Row")),
        stays=(
            stay("rowan", "first"),
            stay("kit", "first"),
            stay("jo", "second"),
            stay("jo", "first", main=False),
        ),
        relationships=(kin("rowan", Relation.MOTHER, "kit"), kin("rowan", Relation.PARTNER, "jo")),
        agencies=(
            agency(
                lines=("3 Mill Lane",), postcode="ZZ99 4GD", ods="A99901", mailbox="a@b.example"
            ),
            agency(SCHOOL, "Hill School", kind=AgencyKind.PRIMARY_SCHOOL),
        ),
        professionals=(Professional(id=ProfessionalId("nair"), agency=GP, name="Dr Nair"),),
        involvements=(involved("rowan"), involved("jo"), involved("kit")),
        identifiers=(
            Identifier(id="n", household=ASH, person=KIT, system=System.NHS, value="9994105566"),
        ),
        consents=(yes("rowan"), yes("kit", "rowan")),
        grounds=(
            Ground(
                id=GroundId("g"),
                household=ASH,
                person=KIT,
                agency=GP,
                gateway="CWS16LA",
                confidentiality=Confidentiality.PUBLIC_INTEREST,
                categories=frozenset({Category.CONTACT}),
                told=(ROWAN,),
                decided_on=date(2026, 11, 9),
            ),
        ),
        requests=(request,),
        papers=(
            Paper(
                id="x",
                household=ASH,
                number=request.number,
                kind=PaperKind.SHARE_REQUEST,
                output=Output.PRINTED,
                at=datetime(2026, 11, 3, 9, tzinfo=UTC),
                sha256="0" * 64,
                pages=2,
                request=request.id,
            ),
        ),
    )


def made(part: str, id_: str, **values: Any) -> Change:
    """Return a change of some fields of one entry."""

    def change(record: Record) -> Record:
        items = getattr(record, part)
        assert any(item.id == id_ for item in items)
        parts: dict[str, Any] = {
            part: tuple(replace(i, **values) if i.id == id_ else i for i in items)
        }
        return replace(record, **parts)

    return change


def office(**values: Any) -> Change:
    """Return a change of what the office says of itself."""
    return lambda record: replace(record, office=replace(record.office, **values))


def added(part: str, *more: Any) -> Change:
    """Return a change that adds entries."""

    def change(record: Record) -> Record:
        parts: dict[str, Any] = {part: (*getattr(record, part), *more)}
        return replace(record, **parts)

    return change


BORN = PartialDate(2016, 3, 3)
YES = yes("kit", "rowan").id
NAME = {"name": made("people", "kit", given="Christopher")}
WHO = {
    **NAME,
    "family name": made("people", "kit", family="Oakley"),
    "birthday": made("people", "kit", born=BORN),
    "gender": made("people", "kit", gender=Gender.MALE),
    "school year": made("people", "kit", school_year="Year 5"),
    "death": made("people", "kit", died=PartialDate(2026, 1)),
}
TIES = {
    "name of the agency": made("agencies", GP, name="Quay Surgery"),
    "kind of the agency": made("agencies", GP, kind=AgencyKind.HOSPITAL),
    "how far it has got": made("involvements", "inv-kit-gp", state=InvolvementState.WAITING),
    "an involvement that ended": made("involvements", "inv-kit-gp", until=MADE_ON),
    "what was decided": made("consents", YES, answer=Answer.REFUSED),
}
HOMES = {
    "what a home is called": made("homes", "first", label="Rowan’s home"),
    "who lives there": added("stays", stay("kit", "second", main=False)),
}
KIN = {
    "who is what to whom": made("relationships", "rel-rowan-mother-kit", kind=Relation.FATHER),
    "since when": made("relationships", "rel-rowan-partner-jo", since=MADE_ON),
}
SENDER = {
    "desk number": office(desk_phone="01632 960199"),
    "key worker": office(key_worker="Sam Quill"),
    "address of the team": office(sender=("9 New Street", "Northmarsh")),
    "name of the team": office(team="Another Team"),
}
TO = {
    "name of the agency": made("agencies", GP, name="Quay Surgery"),
    "address of the agency": made("agencies", GP, lines=("9 Mill Lane",)),
    "code of the agency": made("agencies", GP, ods="A99909"),
    "mailbox of the agency": made("agencies", GP, mailbox="c@d.example"),
    "NHS number": made("identifiers", "n", value="9994107291"),
    "birthday": made("people", "kit", born=BORN),
}
ADDRESS = {
    "street": made("homes", "first", lines=("9 Quay Lane",)),
    "postcode": made("homes", "first", postcode="ZZ99 9AA"),
}
PRINT = Communication(print_points=24)
FACTS: dict[str, tuple[Key, dict[str, Change]]] = {
    "picture for oneself": (
        the_person(ROWAN),
        {
            **WHO,
            **KIN,
            **HOMES,
            "my own agency": made("involvements", "inv-rowan-gp", state=InvolvementState.WAITING),
            "my own decision": made("consents", yes("rowan").id, answer=Answer.WITHDRAWN),
        },
    ),
    "picture for a parent": (
        parent_about(ROWAN, KIT),
        {**WHO, **TIES, "what a home is called": HOMES["what a home is called"]},
    ),
    "picture for a partner": (partner_about(GP, KIT), {**WHO, **TIES, **HOMES}),
    "picture for a partner of several": (partner_about(GP, KIT, ROWAN), {**WHO, **TIES, **HOMES}),
    "picture at a table": (
        at_table(ROWAN, KIT),
        {**WHO, **HOMES, "kin": KIN["who is what to whom"]},
    ),
    "picture at a meeting": (
        meeting(the_person(KIT), parent_about(ROWAN, KIT)),
        {**WHO, "what a home is called": HOMES["what a home is called"]},
    ),
    "consent form": (
        (KIT, ROWAN),
        {
            **NAME,
            **SENDER,
            **ADDRESS,
            "birthday": WHO["birthday"],
            "what they are called": made("people", "kit", known_as="Kitty"),
            "name of whoever signs": made("people", "rowan", given="Robin"),
            "who signs": made("responsibilities", "pr-kit-jo", holds=Holds.NO),
            "size of print": made("people", "rowan", needs=PRINT),
            "one more agency": added("involvements", involved("kit", SCHOOL)),
            "kind of the agency": TIES["kind of the agency"],
            "name of the agency": TIES["name of the agency"],
        },
    ),
    "share request": (
        "q",
        {
            **NAME,
            **TO,
            **SENDER,
            **ADDRESS,
            "number": made("requests", "q", number="SR-3333-4444"),
            "day": made("requests", "q", made_on=date(2026, 11, 4)),
            "reply by": made("requests", "q", due_on=date(2026, 12, 2)),
            "urgency": made("requests", "q", urgency=Urgency.SAME_DAY),
            "contact": made("professionals", "nair", name="Dr Bell"),
            "why": made("requests", "q", why="To see what helps."),
            "benefit": made("requests", "q", benefit="You hear from us."),
            "questions": made("requests", "q", questions=("immunisations",)),
            "kinds": made("requests", "q", categories=frozenset({Category.HOUSING})),
            "window": made("requests", "q", window_from=date(2025, 1, 1)),
            "gateway": made("requests", "q", gateway="CA89-17"),
            "basis": made("requests", "q", dp_basis="Article 6(1)(c)"),
            "who decided": made("people", "rowan", given="Robin"),
            "when they decided": made("consents", YES, decided_on=MADE_ON),
            "how they decided": made("consents", YES, way=Way.SPOKEN),
            "form they signed": made("consents", YES, form="CF-1234-5678"),
            "a body outside the public sector": made("agencies", GP, public=False),
        },
    ),
    "withdrawal notice": (
        (KIT, ROWAN, GP),
        {
            **NAME,
            **TO,
            **SENDER,
            "day of the yes": made("consents", YES, decided_on=MADE_ON),
            "number of the request": made("requests", "q", number="SR-3333-4444"),
            "whether they replied": made("requests", "q", state=RequestState.OPEN),
            "other law": made("grounds", "g", gateway="CA04-10"),
        },
    ),
    "copy of a change of mind": (
        (KIT, ROWAN),
        {
            **NAME,
            **SENDER,
            "my own name": made("people", "rowan", given="Robin"),
            "size of print": made("people", "rowan", needs=PRINT),
            "name of the agency": TO["name of the agency"],
            "kinds they know": made("requests", "q", categories=frozenset({Category.HOUSING})),
            "since when they know": made("papers", "x", at=datetime(2026, 11, 5, tzinfo=UTC)),
            "whether they replied": made("requests", "q", state=RequestState.OPEN),
            "other law": made("grounds", "g", gateway="CA04-10"),
            "what I was told": made("grounds", "g", told=()),
        },
    ),
    "question to governance": (
        (KIT, GP),
        {
            "initials": made("people", "kit", given="Lee"),
            "age band": made("people", "kit", born=PartialDate(2011, 1, 1)),
            "kind of partner": made("agencies", GP, kind=AgencyKind.POLICE),
            "desk number": SENDER["desk number"],
        },
    ),
}
