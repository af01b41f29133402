"""Partners of a family made by chance, who decided what about them, and what was asked of whom."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from random import Random

from app.domain.agency import Agency, AgencyKind, Involvement, InvolvementState, Professional, Team
from app.domain.consent import (
    Answer,
    Category,
    Competence,
    CompetenceKind,
    Consent,
    Standing,
)
from app.domain.ids import (
    AgencyId,
    CompetenceId,
    ConsentId,
    GroundId,
    PersonId,
    ProfessionalId,
    RequestId,
    TeamId,
)
from app.domain.person import Safety
from app.domain.proof import Way
from app.domain.record import Record
from app.domain.sharing import (
    Choice,
    Confidentiality,
    Ground,
    Output,
    Paper,
    PaperKind,
    RequestState,
    ShareRequest,
)
from tests.builders import TODAY, catalogue, law
from tests.noninterference.families import (
    HOUSE,
    STREETS,
    TOWNS,
    day_before,
    fresh,
    sometimes,
    with_more,
)

SAFE = (*(Safety.ORDINARY,) * 5, *(Safety.CONFIDENTIAL,) * 3, Safety.INTERNAL, Safety.OWN)
STATES = (*(InvolvementState.ACTIVE,) * 6, *InvolvementState)
ANSWERS = (*(Answer.GIVEN,) * 6, *(Answer.NARROWED,) * 2, *(Answer.REFUSED,) * 2, *Answer)
LAWS = ("CWS16LA", "CWS16LA", "CA04-10", "PUBINT", "CA89-17")


def an_agency(record: Record, chance: Random) -> Record:
    """Add an agency with a team and a professional."""
    kind, town = chance.choice(list(AgencyKind)), chance.choice(TOWNS)
    agency = Agency(
        id=AgencyId(fresh("a", chance)),
        name=f"{town} {kind.value.replace('-', ' ')} {chance.randint(1, 99)}",
        kind=kind,
        ods=f"A{chance.randint(10000, 99999)}",
        mailbox=f"team{chance.randint(1, 99)}@{town.lower()}.example",
        phone=f"01632 960{chance.randint(100, 999)}",
        lines=(f"{chance.randint(1, 99)} {chance.choice(STREETS)}", town),
        postcode="ZZ99 4GD" if sometimes(chance, 0.8) else "",
        public=sometimes(chance, 0.8),
        benefit="Fewer missed appointments",
    )
    team = Team(id=TeamId(fresh("t", chance)), agency=agency.id, name="Duty team")
    worker = Professional(
        id=ProfessionalId(fresh("w", chance)),
        agency=agency.id,
        name=f"Dr {chance.choice(STREETS)}",
        team=team.id,
    )
    return with_more(record, agencies=agency, teams=team, professionals=worker)


def an_involvement(
    record: Record, chance: Random, who: PersonId | None = None, agency: AgencyId | None = None
) -> Record:
    """Add that an agency works with somebody, of any class of safety and state."""
    made = Involvement(
        id=fresh("i", chance),
        household=HOUSE,
        person=who or chance.choice(record.people).id,
        agency=agency or chance.choice(record.agencies).id,
        state=chance.choice(STATES),
        since=day_before(chance, 600),
        until=day_before(chance, 100) if sometimes(chance, 0.1) else None,
        why="Why they were referred",
        safety=chance.choice(SAFE),
    )
    return with_more(record, involvements=made)


def decided_on(record: Record, involvement: Involvement, chance: Random) -> Record:
    """Add who decided about somebody and an agency, and sometimes what was asked of it."""
    person = record.person(involvement.person)
    if person.unborn or not sometimes(chance, 0.8):
        return record
    young = person.born is not None and not person.decides_alone(TODAY)
    deciders = [r.adult for r in record.holders(person.id, TODAY)] if young else [person.id]
    if young and (person.age(TODAY) or 0) >= 12 and sometimes(chance, 0.5):
        record = a_note_of_competence(record, chance, person.id, involvement.agency)
        deciders.append(person.id)
    for decider in deciders:
        if sometimes(chance, 0.8):
            record = a_consent(record, chance, involvement, decider)
    if sometimes(chance, 0.4):
        record = a_request(record, chance, involvement)
    return record


def a_note_of_competence(
    record: Record, chance: Random, who: PersonId | None = None, agency: AgencyId | None = None
) -> Record:
    """Add a note that somebody can, or cannot, decide about an agency."""
    person = record.person(who) if who else chance.choice(record.people)
    grown = person.decides_alone(TODAY)
    note = Competence(
        id=CompetenceId(fresh("m", chance)),
        household=HOUSE,
        person=person.id,
        kind=CompetenceKind.CAPACITY if grown else CompetenceKind.GILLICK,
        agency=agency,
        on=day_before(chance, 500),
        able=sometimes(chance, 0.8),
        assessor="Robin Ashby",
    )
    return with_more(record, competences=note)


def a_consent(
    record: Record,
    chance: Random,
    involvement: Involvement | None = None,
    decider: PersonId | None = None,
) -> Record:
    """Add a decision of any kind about somebody and an agency they have to do with."""
    if involvement is None:
        if not record.involvements:
            return record
        involvement = chance.choice(record.involvements)
    by = decider or chance.choice((involvement.person, chance.choice(record.people).id))
    own = by == involvement.person
    grown = record.person(involvement.person).decides_alone(TODAY)
    alone = Standing.SELF if grown else Standing.COMPETENT_CHILD
    before = [
        c.id
        for c in record.consents
        if (c.person, c.agency, c.decider) == (involvement.person, involvement.agency, by)
    ]
    made = Consent(
        id=ConsentId(fresh("k", chance)),
        household=HOUSE,
        person=involvement.person,
        agency=involvement.agency,
        answer=chance.choice(ANSWERS),
        decider=by,
        standing=alone if own else Standing.PARENT,
        categories=_kinds(chance),
        decided_on=day_before(chance, 240) if sometimes(chance, 0.97) else None,
        ends=TODAY + timedelta(days=chance.randint(-20, 200)) if sometimes(chance, 0.3) else None,
        way=chance.choice(list(Way)),
        witness="Helen Marsh",
        form=f"CF-{chance.randint(1000, 9999)}-{chance.randint(1000, 9999)}",
        replaces=chance.choice(before) if before and sometimes(chance, 0.6) else None,
        reason="Why they said so",
    )
    return with_more(record, consents=made)


def _kinds(chance: Random) -> frozenset[Category]:
    return frozenset({Category.CONTACT, *chance.sample(list(Category), chance.randint(1, 4))})


def a_request(record: Record, chance: Random, involvement: Involvement | None = None) -> Record:
    """Add a request to an agency about somebody, and sometimes that it left on paper."""
    if involvement is None:
        if not record.involvements:
            return record
        involvement = chance.choice(record.involvements)
    about = (involvement.person, involvement.agency)
    stray = sometimes(chance, 0.2)  # a decision that has nothing to do with it, named by mistake
    given = [c.id for c in record.consents if (c.person, c.agency) == about or stray]
    grounds = [g.id for g in record.grounds if g.person == involvement.person]
    by_law = bool(grounds) and sometimes(chance, 0.3)
    at_work = [p.id for p in record.professionals if p.agency == involvement.agency]
    codes = [question.code for question in catalogue().bank.questions]
    made = ShareRequest(
        id=RequestId(fresh("q", chance)),
        household=HOUSE,
        number=f"SR-{chance.randint(1000, 9999)}-{chance.randint(1000, 9999)}",
        agency=involvement.agency,
        person=involvement.person,
        made_on=day_before(chance, 60),
        professional=chance.choice(at_work) if at_work and sometimes(chance, 0.5) else None,
        why="To agree with the family what would help most.",
        benefit="You hear from us what was agreed.",
        questions=tuple(chance.sample(codes, 2)),
        categories=_kinds(chance),
        gateway=chance.choice(LAWS),
        dp_basis="Article 6(1)(e)",
        confidentiality=Confidentiality.LEGAL_DUTY if by_law else Confidentiality.CONSENT,
        consents=() if by_law else tuple(c for c in given if sometimes(chance, 0.7)),
        ground=chance.choice(grounds) if by_law else None,
        law_pack=law().version,
        due_on=TODAY + timedelta(days=9),
        state=chance.choice(list(RequestState)),
        reason="Consent page not attached",
    )
    record = with_more(record, requests=made)
    return a_paper(record, chance, made) if sometimes(chance, 0.7) else record


def a_paper(record: Record, chance: Random, request: ShareRequest | None = None) -> Record:
    """Add a row to the register of papers."""
    day = request.made_on if request else day_before(chance, 60)
    row = Paper(
        id=fresh("x", chance),
        household=HOUSE,
        number=request.number if request else fresh("CF", chance),
        kind=PaperKind.SHARE_REQUEST if request else PaperKind.CONSENT_FORM,
        output=Output.PRINTED,
        at=datetime.combine(day, time(9), tzinfo=UTC),
        sha256="0" * 64,
        pages=chance.randint(1, 9),
        person=request.person if request else chance.choice(record.people).id,
        request=request.id if request else None,
    )
    return with_more(record, papers=row)


def a_ground(record: Record, chance: Random) -> Record:
    """Add a decision to share, or not to share, without agreement."""
    people = [person.id for person in record.people]
    told = tuple(who for who in people if sometimes(chance, 0.4))
    made = Ground(
        id=GroundId(fresh("g", chance)),
        household=HOUSE,
        person=chance.choice(people),
        gateway=chance.choice(LAWS),
        confidentiality=chance.choice(
            (Confidentiality.PUBLIC_INTEREST, Confidentiality.LEGAL_DUTY)
        ),
        agency=chance.choice(record.agencies).id if sometimes(chance, 0.7) else None,
        categories=_kinds(chance) if sometimes(chance, 0.8) else frozenset(),
        necessity="Why it is needed",
        told=told,
        not_told=tuple(who for who in people if who not in told and sometimes(chance, 0.5)),
        why_not_told="It would put somebody at risk",
        decided_on=day_before(chance, 200),
        decided_by="Robin Ashby",
        authorised_by="Helen Marsh" if sometimes(chance, 0.8) else "",
        law_pack=law().version,
        choice=Choice.SHARE if sometimes(chance, 0.75) else Choice.NOT_SHARE,
    )
    return with_more(record, grounds=made)
