"""The chronology of a family: a line for everything, and never a word of what is somebody's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.agency import Agency, AgencyKind, Involvement, InvolvementState
from app.domain.chronology import chronology
from app.domain.consent import Answer, Competence, CompetenceKind, Consent, Limit
from app.domain.dates import PartialDate
from app.domain.happening import GROUP_OF, Line, LineGroup, LineKind
from app.domain.home import Home, Stay
from app.domain.household import Household
from app.domain.ids import (
    AgencyId,
    CompetenceId,
    ConsentId,
    GoalId,
    GroundId,
    HomeId,
    OrderId,
    PersonId,
    RequestId,
    VisitId,
)
from app.domain.person import Person, Safety
from app.domain.plan import (
    Action,
    Goal,
    Invited,
    Invitee,
    Meeting,
    Need,
    NeedKind,
    Review,
)
from app.domain.record import Record
from app.domain.relationship import Relation, Relationship
from app.domain.responsibility import Order, OrderKind
from app.domain.sharing import (
    Confidentiality,
    Ground,
    Output,
    Paper,
    PaperKind,
    RequestState,
    ShareRequest,
)
from app.domain.visit import Knowledge, Note, NoteKind, NoteReach, OwnWords, Visit
from tests.builders import ASH, GP, caseload

DAY, LATER = date(2026, 3, 2), date(2026, 9, 1)
ANN, BOB = PersonId("ann"), PersonId("bob")
CLINIC = AgencyId("clinic")
FACT, OPINION, ACCOUNT = Knowledge.FACT, Knowledge.OPINION, Knowledge.FAMILY_ACCOUNT

WHOLE = Record(
    household=Household(id=ASH, name="Ash"),
    people=(
        Person(id=ANN, household=ASH, given="Ann", born=PartialDate(1990, 5)),
        Person(
            id=BOB,
            household=ASH,
            given="Bob",
            born=PartialDate(1950, 1, 1),
            died=PartialDate(2026, 2, 3),
        ),
        Person(id=PersonId("baby"), household=ASH, due=date(2027, 1, 9)),
    ),
    homes=(Home(id=HomeId("h"), household=ASH, label="Nan’s flat"),),
    stays=(Stay(id="s", household=ASH, person=ANN, home=HomeId("h"), since=DAY, until=LATER),),
    relationships=(
        Relationship(
            id="r",
            household=ASH,
            person=ANN,
            kind=Relation.PARTNER,
            other=BOB,
            since=DAY,
            until=LATER,
        ),
    ),
    involvements=(
        Involvement(
            id="i", household=ASH, person=ANN, agency=GP, since=DAY, until=LATER, why="Asthma"
        ),
    ),
    visits=(
        Visit(
            id=VisitId("v"),
            household=ASH,
            on=DAY,
            seen=(ANN,),
            words=(OwnWords(person=ANN, words="I am fine."),),
            note="Calm.",
            worry="The damp.",
            by="robin",
        ),
    ),
    notes=(
        Note(
            id="n",
            household=ASH,
            on=DAY,
            text="Late twice.",
            people=(ANN,),
            knowledge=OPINION,
            source="Mr Hill",
            role="tutor",
            kind=NoteKind.RECEIVED,
            agency=GP,
            reach=NoteReach.FAMILY,
        ),
    ),
    consents=(
        Consent(
            id=ConsentId("c"),
            household=ASH,
            person=ANN,
            agency=GP,
            answer=Answer.REFUSED,
            decider=ANN,
            decided_on=DAY,
        ),
    ),
    competences=(
        Competence(
            id=CompetenceId("g"),
            household=ASH,
            person=ANN,
            kind=CompetenceKind.GILLICK,
            on=DAY,
            able=True,
            assessor="Ms Fell",
        ),
    ),
    limits=(Limit(id="l", household=ASH, person=ANN, decided_by=ANN, not_person=BOB, since=DAY),),
    grounds=(
        Ground(
            id=GroundId("gr"),
            household=ASH,
            person=ANN,
            gateway="s17",
            confidentiality=Confidentiality.PUBLIC_INTEREST,
            decided_on=DAY,
        ),
    ),
    requests=(
        ShareRequest(
            id=RequestId("q"),
            household=ASH,
            number="SR-1",
            agency=GP,
            person=ANN,
            made_on=DAY,
            due_on=LATER,
        ),
    ),
    papers=(
        Paper(
            id="p",
            household=ASH,
            number="CF-1",
            kind=PaperKind.CONSENT_FORM,
            output=Output.PRINTED,
            at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
            sha256="0" * 64,
            pages=2,
        ),
    ),
    orders=(
        Order(
            id=OrderId("o"),
            household=ASH,
            kind=OrderKind.CHILD_ARRANGEMENTS,
            court="Northmarsh",
            made_on=DAY,
            until=LATER,
            about=(ANN,),
        ),
    ),
    needs=(
        Need(
            id="need",
            household=ASH,
            kind=NeedKind.WORRY,
            outcome="home",
            text="Damp",
            on=DAY,
            met_on=LATER,
        ),
    ),
    goals=(
        Goal(
            id=GoalId("goal"),
            household=ASH,
            text="A dry home",
            outcome="home",
            on=DAY,
            reached_on=LATER,
        ),
    ),
    actions=(
        Action(id="a", household=ASH, text="Ring the landlord", owner=ANN, done_on=LATER),
        Action(id="a2", household=ASH, text="Not done yet", due_on=LATER),
    ),
    reviews=(Review(id="rev", household=ASH, on=LATER, text="Better", by="robin"),),
    meetings=(
        Meeting(
            id="m",
            household=ASH,
            on=LATER,
            decisions="Go on",
            invitees=(
                Invitee(person=ANN, state=Invited.CAME),
                Invitee(person=BOB, state=Invited.APOLOGIES),
            ),
        ),
    ),
    agencies=(
        Agency(id=GP, name="Harbour Surgery", kind=AgencyKind.GP_PRACTICE),
        Agency(id=CLINIC, name="Private Clinic", kind=AgencyKind.SEXUAL_HEALTH),
    ),
)


def of(record: Record, kind: LineKind) -> list[Line]:
    return [line for line in chronology(record) if line.kind is kind]


@pytest.mark.parametrize(
    ("kind", "day", "opens", "people", "knowledge"),
    [
        (LineKind.BORN, "1990-05", "ann", (ANN,), Knowledge.UNVERIFIED),
        (LineKind.DIED, "2026-02-03", "bob", (BOB,), FACT),
        (LineKind.EXPECTED, "2027-01-09", "baby", (PersonId("baby"),), Knowledge.UNVERIFIED),
        (LineKind.MOVED_IN, "2026-03-02", "s", (ANN,), FACT),
        (LineKind.MOVED_OUT, "2026-09-01", "s", (ANN,), FACT),
        (LineKind.BEGAN, "2026-03-02", "r", (ANN, BOB), FACT),
        (LineKind.ENDED, "2026-09-01", "r", (ANN, BOB), FACT),
        (LineKind.INVOLVED, "2026-03-02", "i", (ANN,), FACT),
        (LineKind.NOT_INVOLVED, "2026-09-01", "i", (ANN,), FACT),
        (LineKind.VISIT, "2026-03-02", "v", (ANN,), None),
        (LineKind.WORDS, "2026-03-02", "v", (ANN,), ACCOUNT),
        (LineKind.NOTE, "2026-03-02", "n", (ANN,), OPINION),
        (LineKind.DECISION, "2026-03-02", "c", (ANN,), FACT),
        (LineKind.COMPETENCE, "2026-03-02", "g", (ANN,), OPINION),
        (LineKind.LIMIT, "2026-03-02", "l", (ANN, BOB), FACT),
        (LineKind.GROUND, "2026-03-02", "gr", (ANN,), OPINION),
        (LineKind.REQUEST, "2026-03-02", "q", (ANN,), FACT),
        (LineKind.REPLY_DUE, "2026-09-01", "q", (ANN,), FACT),
        (LineKind.PAPER, "2026-03-02", "p", (), FACT),
        (LineKind.ORDER, "2026-03-02", "o", (ANN,), FACT),
        (LineKind.ORDER_ENDS, "2026-09-01", "o", (ANN,), FACT),
        (LineKind.NEED, "2026-03-02", "need", (), OPINION),
        (LineKind.NEED_MET, "2026-09-01", "need", (), None),
        (LineKind.GOAL, "2026-03-02", "goal", (), ACCOUNT),
        (LineKind.GOAL_REACHED, "2026-09-01", "goal", (), None),
        (LineKind.ACTION_DONE, "2026-09-01", "a", (ANN,), FACT),
        (LineKind.REVIEW, "2026-09-01", "rev", (), None),
        (LineKind.MEETING, "2026-09-01", "m", (ANN,), None),
    ],
)
def test_everything_that_happened_has_its_line(
    kind: LineKind,
    day: str,
    opens: str,
    people: tuple[PersonId, ...],
    knowledge: Knowledge | None,
) -> None:
    line = next(one for one in of(WHOLE, kind) if one.opens == opens)

    assert (line.day.text(), line.opens, line.people, line.knowledge) == (
        day,
        opens,
        people,
        knowledge,
    )


def test_every_kind_of_line_is_made_and_belongs_to_one_group() -> None:
    kinds = {line.kind for line in chronology(WHOLE)}

    assert kinds == set(LineKind) == set(GROUP_OF)
    assert {line.group for line in chronology(WHOLE)} == set(LineGroup)


def test_a_note_says_who_told_it_and_who_may_see_it() -> None:
    (note,) = of(WHOLE, LineKind.NOTE)

    assert (note.source, note.reach, note.agency) == ("Mr Hill, tutor", NoteReach.FAMILY, GP)


def test_a_visit_tells_what_worries_and_own_words_have_a_speaker() -> None:
    (visit,), (words,) = of(WHOLE, LineKind.VISIT), of(WHOLE, LineKind.WORDS)

    assert (visit.text, visit.details, visit.source) == (
        "Calm.",
        (("worry", "The damp."),),
        "robin",
    )
    assert words.speaker == ANN


def test_lines_are_newest_first() -> None:
    days = [line.day.earliest for line in chronology(WHOLE)]

    assert days == sorted(days, reverse=True)


def test_an_answered_request_is_not_due() -> None:
    answered = replace(WHOLE.requests[0], state=RequestState.ANSWERED)

    assert of(replace(WHOLE, requests=(answered,)), LineKind.REPLY_DUE) == []


def test_what_somebody_has_for_themself_alone_is_in_no_line() -> None:
    own = Involvement(
        id="own",
        household=ASH,
        person=ANN,
        agency=CLINIC,
        state=InvolvementState.ACTIVE,
        since=DAY,
        safety=Safety.OWN,
    )
    told = (
        replace(WHOLE.consents[0], id=ConsentId("x"), agency=CLINIC),
        *WHOLE.consents,
    )
    record = replace(
        WHOLE,
        involvements=(*WHOLE.involvements, own),
        consents=told,
        requests=(replace(WHOLE.requests[0], agency=CLINIC), *WHOLE.requests),
        papers=(replace(WHOLE.papers[0], agency=CLINIC, person=ANN), *WHOLE.papers),
        notes=(replace(WHOLE.notes[0], agency=CLINIC), *WHOLE.notes),
        limits=(replace(WHOLE.limits[0], not_agency=CLINIC), *WHOLE.limits),
    )

    assert chronology(record) == chronology(WHOLE)


def test_an_agency_others_have_too_is_hidden_for_that_person_alone() -> None:
    own = replace(WHOLE.involvements[0], id="own", person=BOB, safety=Safety.OWN)
    both = replace(WHOLE, involvements=(*WHOLE.involvements, own))

    assert chronology(both) == chronology(WHOLE)


def test_nothing_private_of_the_caseload_is_in_its_chronology() -> None:
    for record in caseload().records:
        private = {i.id for i in record.involvements if i.safety is Safety.OWN}
        lines = chronology(record)

        assert lines
        assert not private & {line.opens for line in lines}
        assert not any(
            (i.person in line.people and i.agency == line.agency)
            for i in record.involvements
            if i.safety is Safety.OWN
            for line in lines
        )


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        (None, None, True),
        (date(1990, 5, 31), None, True),
        (date(1990, 6, 1), None, False),
        (None, date(1990, 5, 1), True),
        (None, date(1990, 4, 30), False),
    ],
)
def test_a_month_lies_between_two_days_if_any_of_its_days_does(
    first: date | None, last: date | None, there: bool
) -> None:
    line = next(one for one in of(WHOLE, LineKind.BORN) if one.opens == "ann")

    assert line.lies_between(first, last) is there
