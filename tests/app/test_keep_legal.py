"""Orders, competence notes, limits, staff of agencies and what came back from partners."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.agency import (
    AgencyDraft,
    AgencyKind,
    InvolvementDraft,
    InvolvementState,
)
from app.domain.competence import CompetenceDraft, LimitDraft
from app.domain.consent import NO_PARTS, CompetenceKind, Parts, Standing
from app.domain.deciding import Rule, deciders
from app.domain.ids import (
    AgencyId,
    HouseholdId,
    OrderId,
    PersonId,
    ProfessionalId,
    RequestId,
    TeamId,
)
from app.domain.partner import Profile
from app.domain.problems import Why
from app.domain.responsibility import Basis, Holds, OrderDraft, OrderKind, ResponsibilityDraft
from app.domain.sharing import RequestState
from app.domain.staff import ProfessionalDraft, TeamDraft
from app.errors import Invalid, Refused
from app.operation import Command
from app.usecases.keep_agencies import change_involvement, involve_agency
from app.usecases.keep_competence import add_limit, change_limit, lift_limit, note_competence
from app.usecases.keep_orders import add_order, change_order, remove_order
from app.usecases.keep_relationships import keep_responsibility
from app.usecases.keep_staff import add_professional, add_team, change_professional, change_team
from app.usecases.note_outcome import OutcomeDraft, note_outcome
from db.store import Store
from tests.builders import TODAY

ALL_FOUR = Parts(understands=True, weighs=True, free=True, knows=True)
EVERY_PART = replace(ALL_FOUR, retains=True, communicates=True)
UNLIKE = Why.PARTS_DISAGREE

A, B, C = HouseholdId("family-a"), HouseholdId("family-b"), HouseholdId("family-c")
DANA, TUNDE, CALLUM = PersonId("A1"), PersonId("A2"), PersonId("A3")
LEO, MIA, BABY = PersonId("A4"), PersonId("A5"), PersonId("A7")
TOMORROW = date(2026, 11, 23)


def problems(store: Store, command: Command[Any]) -> list[tuple[str, Why]]:
    with pytest.raises(Invalid) as invalid:
        store.run(command)
    return [(problem.field, problem.why) for problem in invalid.value.problems]


def refusal(store: Store, command: Command[Any]) -> str:
    with pytest.raises(Refused) as refused:
        store.run(command)
    return refused.value.reasons[0]


# --- Agencies: what is wrong with each field.


@pytest.mark.parametrize(
    ("typed", "field", "why"),
    [
        ({"urn": "12345"}, "urn", Why.URN_SHAPE),
        ({"urn": "12345a"}, "urn", Why.URN_SHAPE),
        ({"phone": "ask at the desk"}, "phone", Why.BAD_PHONE),
        ({"out_of_hours": "night bell"}, "out_of_hours", Why.BAD_PHONE),
        ({"mailbox": "not a mailbox"}, "mailbox", Why.BAD_EMAIL),
        ({"profile": Profile(turnaround=0)}, "turnaround", Why.NEEDS_DAYS),
        ({"profile": Profile(turnaround=400)}, "turnaround", Why.NEEDS_DAYS),
        (
            {"profile": Profile(agreed_from=TODAY, agreed_until=date(2026, 1, 1))},
            "agreed_until",
            Why.ENDS_BEFORE_START,
        ),
        ({"alias": "x" * 121}, "alias", Why.TOO_LONG),
    ],
)
def test_a_field_of_an_agency_is_refused_with_its_reason(
    typed: dict[str, Any], field: str, why: Why
) -> None:
    draft = AgencyDraft(name="Mill Lane", kind=AgencyKind.PRIMARY_SCHOOL, **typed)

    assert [(p.field, p.why) for p in draft.problems()] == [(field, why)]


@pytest.mark.parametrize("phone", ["", "01632 960201", "+44 1632 960201 ext 4", "999"])
def test_a_phone_number_may_be_written_in_any_way(phone: str) -> None:
    assert AgencyDraft(name="A", kind=AgencyKind.OTHER, phone=phone).problems() == ()


# --- One practice at a time.


def test_a_second_practice_is_refused_until_the_first_has_ended(caseload_store: Store) -> None:
    second = InvolvementDraft(person=DANA, agency=AgencyId("P2"))

    refused = problems(caseload_store, involve_agency(A, second))
    first = InvolvementDraft(
        person=DANA, agency=AgencyId("P1"), since=date(2020, 1, 1), until=date(2026, 11, 1)
    )
    caseload_store.run(change_involvement("family-a-inv-01", first))
    kept = caseload_store.run(involve_agency(A, second)).value

    assert refused == [("agency", Why.SECOND_PRACTICE)]
    assert kept.agency == "P2"


@pytest.mark.parametrize("state", [InvolvementState.CLOSED, InvolvementState.DECLINED])
def test_a_practice_they_are_not_with_is_no_second_one(
    caseload_store: Store, state: InvolvementState
) -> None:
    draft = InvolvementDraft(person=DANA, agency=AgencyId("P2"), state=state)

    assert caseload_store.run(involve_agency(A, draft)).value.state is state


def test_somebody_of_another_agency_is_not_chosen(caseload_store: Store) -> None:
    draft = InvolvementDraft(
        person=TUNDE, agency=AgencyId("housing"), professional=ProfessionalId("shah")
    )

    assert problems(caseload_store, involve_agency(A, draft)) == [
        ("professional", Why.NO_SUCH_RECORD)
    ]


# --- Staff.


def test_teams_and_people_of_an_agency_are_kept_and_corrected(caseload_store: Store) -> None:
    team = caseload_store.run(
        add_team(AgencyId("camhs"), TeamDraft(name=" Eating ", out_of_hours="01632 960299"))
    ).value
    draft = ProfessionalDraft(name=" Jo Birch ", role="Nurse", team=team.id)
    jo = caseload_store.run(add_professional(AgencyId("camhs"), draft)).value
    left = ProfessionalDraft(name="Jo Birch", role="Nurse", left_on=TODAY)
    gone = caseload_store.run(change_professional(jo.id, left)).value
    renamed = caseload_store.run(change_team(team.id, TeamDraft(name="Eating disorders"))).value

    assert (team.name, team.out_of_hours, jo.name, jo.team) == (
        "Eating",
        "01632 960299",
        "Jo Birch",
        team.id,
    )
    assert (gone.id, gone.left_on, gone.team) == (jo.id, TODAY, None)
    assert renamed.name == "Eating disorders"


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (ProfessionalDraft(), [("name", Why.MISSING)]),
        (
            ProfessionalDraft(name="Jo", email="jo", phone="-", left_on=TOMORROW),
            [("phone", Why.BAD_PHONE), ("email", Why.BAD_EMAIL), ("left_on", Why.IN_FUTURE)],
        ),
        (ProfessionalDraft(name="Jo", team=TeamId("none")), [("team", Why.NO_SUCH_RECORD)]),
    ],
)
def test_everything_wrong_with_somebody_there_is_said_at_once(
    caseload_store: Store, draft: ProfessionalDraft, expected: list[tuple[str, Why]]
) -> None:
    assert problems(caseload_store, add_professional(AgencyId("P1"), draft)) == expected


def test_nobody_is_added_to_what_is_not_there(caseload_store: Store) -> None:
    jo = ProfessionalDraft(name="Jo")

    assert refusal(caseload_store, add_team(AgencyId("none"), TeamDraft(name="A"))) == (
        "no-such-agency"
    )
    assert refusal(caseload_store, change_team(TeamId("none"), TeamDraft(name="A"))) == (
        "no-such-team"
    )
    assert refusal(caseload_store, change_professional(ProfessionalId("none"), jo)) == (
        "no-such-professional"
    )


# --- Orders.


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (OrderDraft(), [("kind", Why.MISSING), ("about", Why.MISSING)]),
        (
            OrderDraft(kind=OrderKind.CARE, about=(LEO,), made_on=TOMORROW),
            [("made_on", Why.IN_FUTURE)],
        ),
        (
            OrderDraft(kind=OrderKind.CARE, about=(LEO,), made_on=TODAY, until=date(2026, 11, 21)),
            [("until", Why.ENDS_BEFORE_START)],
        ),
        (
            OrderDraft(kind=OrderKind.NON_MOLESTATION, restrains=CALLUM, protects=(CALLUM,)),
            [("protects", Why.SAME_PERSON)],
        ),
        (
            OrderDraft(kind=OrderKind.CARE, about=(PersonId("B3"),), holder=PersonId("B1")),
            [("holder", Why.NO_SUCH_PERSON), ("about", Why.NO_SUCH_PERSON)],
        ),
    ],
)
def test_everything_wrong_with_an_order_is_said_at_once(
    caseload_store: Store, draft: OrderDraft, expected: list[tuple[str, Why]]
) -> None:
    assert problems(caseload_store, add_order(A, draft)) == expected


def test_an_order_restricts_parental_responsibility_until_it_is_corrected(
    caseload_store: Store,
) -> None:
    draft = OrderDraft(kind=OrderKind.PROHIBITED_STEPS, about=(MIA,), restrains=CALLUM)
    order = caseload_store.run(add_order(A, draft)).value
    row = ResponsibilityDraft(
        child=MIA,
        adult=CALLUM,
        holds=Holds.YES,
        basis=Basis.BIRTH_REGISTRATION,
        restricted_by=order.id,
        until=date(2034, 5, 21),
    )
    kept = caseload_store.run(keep_responsibility(A, row)).value
    in_use = refusal(caseload_store, remove_order(order.id))
    record = caseload_store.ask(lambda work: work.record(A))
    who = deciders(record, MIA, None, TODAY)
    free = replace(row, restricted_by=None)
    caseload_store.run(keep_responsibility(A, free))
    caseload_store.run(remove_order(order.id))

    assert (kept.restricted_by, kept.until) == (order.id, date(2034, 5, 21))
    assert in_use == "order-in-use"
    assert [d.person for d in who.signers] == [DANA]
    assert caseload_store.ask(lambda work: work.record(A)).orders == ()


def test_an_order_of_another_family_restricts_nobody_here(caseload_store: Store) -> None:
    theirs = caseload_store.ask(lambda work: work.record(B)).orders[0]
    row = ResponsibilityDraft(child=MIA, adult=CALLUM, restricted_by=theirs.id)

    assert problems(caseload_store, keep_responsibility(A, row)) == [
        ("restricted_by", Why.NO_SUCH_RECORD)
    ]


def test_an_order_that_is_gone_is_neither_changed_nor_removed(caseload_store: Store) -> None:
    draft = OrderDraft(kind=OrderKind.CARE, about=(LEO,))

    assert refusal(caseload_store, change_order(OrderId("none"), draft)) == "no-such-order"
    assert refusal(caseload_store, remove_order(OrderId("none"))) == "no-such-order"


# --- Competence and limits.


def test_a_competence_note_lets_a_child_decide_about_that_agency_alone(
    caseload_store: Store,
) -> None:
    note = CompetenceDraft(
        person=MIA,
        kind=CompetenceKind.GILLICK,
        agency=AgencyId("salt"),
        decision="Share how talking goes",
        on=TODAY,
        able=True,
        assessor="Robin Ashby",
        note="Understood and weighed it.",
        parts=ALL_FOUR,
    )

    kept = caseload_store.run(note_competence(A, note)).value

    record = caseload_store.ask(lambda work: work.record(A))
    there = deciders(record, MIA, AgencyId("salt"), TODAY)
    elsewhere = deciders(record, MIA, AgencyId("primary"), TODAY)
    assert (there.rule, there.who[0].standing) == (Rule.GILLICK, Standing.COMPETENT_CHILD)
    assert there.who[0].competence == kept.id
    assert elsewhere.rule is Rule.PARENTS


@pytest.mark.parametrize(
    ("person", "kind", "expected"),
    [
        (DANA, CompetenceKind.GILLICK, [("kind", Why.AGE_DECIDES)]),
        (MIA, CompetenceKind.CAPACITY, [("kind", Why.AGE_DECIDES)]),
        (BABY, CompetenceKind.GILLICK, [("person", Why.UNBORN)]),
        (PersonId("B1"), CompetenceKind.CAPACITY, [("person", Why.NO_SUCH_PERSON)]),
    ],
)
def test_a_test_is_used_for_whom_it_is_meant(
    caseload_store: Store,
    person: PersonId,
    kind: CompetenceKind,
    expected: list[tuple[str, Why]],
) -> None:
    draft = CompetenceDraft(
        person=person,
        kind=kind,
        decision="This",
        on=TODAY,
        able=True,
        assessor="Robin",
        note="So",
        parts=EVERY_PART,
    )

    assert problems(caseload_store, note_competence(A, draft)) == expected


@pytest.mark.parametrize(
    ("sentence", "parts", "able", "expected"),
    [
        ("all four, able", ALL_FOUR, True, []),
        ("one is missing, and able", replace(ALL_FOUR, free=False), True, [("able", UNLIKE)]),
        ("one is missing, not able", replace(ALL_FOUR, free=False), False, []),
        ("all four, not able", ALL_FOUR, False, [("able", UNLIKE)]),
        ("one was not asked", replace(ALL_FOUR, knows=None), True, [("parts", Why.NEEDS_PARTS)]),
        ("none was asked", NO_PARTS, False, [("parts", Why.NEEDS_PARTS)]),
    ],
)
def test_somebody_is_able_when_every_part_of_the_test_is_met(
    sentence: str, parts: Parts, able: bool, expected: list[tuple[str, Why]]
) -> None:
    draft = CompetenceDraft(
        person=MIA,
        kind=CompetenceKind.GILLICK,
        decision="This",
        on=TODAY,
        able=able,
        assessor="Robin",
        note="So",
        parts=parts,
    )

    assert [(p.field, p.why) for p in draft.problems(TODAY, None)] == expected, sentence


def test_nothing_of_a_competence_note_is_assumed(caseload_store: Store) -> None:
    assert problems(caseload_store, note_competence(A, CompetenceDraft())) == [
        ("person", Why.MISSING),
        ("kind", Why.MISSING),
        ("decision", Why.MISSING),
        ("on", Why.MISSING),
        ("able", Why.MISSING),
        ("assessor", Why.MISSING),
        ("note", Why.MISSING),
    ]


def test_a_limit_is_set_corrected_and_lifted(caseload_store: Store) -> None:
    draft = LimitDraft(person=LEO, decided_by=LEO, not_person=TUNDE, about=" CAMHS ")
    limit = caseload_store.run(add_limit(A, draft)).value
    about = LimitDraft(person=LEO, decided_by=LEO, not_agency=AgencyId("housing"), since=TODAY)
    changed = caseload_store.run(change_limit(limit.id, about)).value
    caseload_store.run(lift_limit(limit.id))

    assert (limit.about, limit.not_person) == ("CAMHS", TUNDE)
    assert (changed.not_person, changed.not_agency) == (None, "housing")
    assert [one.id for one in caseload_store.ask(lambda w: w.record(A)).limits] == ["A4-limit-1"]
    assert refusal(caseload_store, lift_limit(limit.id)) == "no-such-limit"


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (
            LimitDraft(),
            [
                ("person", Why.MISSING),
                ("decided_by", Why.MISSING),
                ("not_person", Why.NEEDS_WHOM),
            ],
        ),
        (
            LimitDraft(person=LEO, decided_by=LEO, not_person=LEO, since=TOMORROW),
            [("not_person", Why.SAME_PERSON), ("since", Why.IN_FUTURE)],
        ),
        (
            LimitDraft(person=LEO, decided_by=LEO, not_agency=AgencyId("none")),
            [("not_agency", Why.NO_SUCH_AGENCY)],
        ),
    ],
)
def test_everything_wrong_with_a_limit_is_said_at_once(
    caseload_store: Store, draft: LimitDraft, expected: list[tuple[str, Why]]
) -> None:
    assert problems(caseload_store, add_limit(A, draft)) == expected


# --- What came back.


def test_an_answer_closes_a_request_and_its_chasing(caseload_store: Store) -> None:
    draft = OutcomeDraft(state=RequestState.ANSWERED)

    kept = caseload_store.run(note_outcome(RequestId("A-request-3"), draft)).value

    assert (kept.state, kept.next_chase_on) == (RequestState.ANSWERED, None)
    assert refusal(caseload_store, note_outcome(kept.id, draft)) == "not-open"


def test_half_an_answer_keeps_a_request_going(caseload_store: Store) -> None:
    half = OutcomeDraft(state=RequestState.PARTLY_ANSWERED, reason="Report to follow")

    kept = caseload_store.run(note_outcome(RequestId("A-request-3"), half)).value
    whole = caseload_store.run(note_outcome(kept.id, OutcomeDraft(state=RequestState.ANSWERED)))

    assert (kept.reason, kept.next_chase_on) == ("Report to follow", date(2026, 12, 4))
    assert whole.value.state is RequestState.ANSWERED


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (OutcomeDraft(), [("state", Why.MISSING)]),
        (OutcomeDraft(state=RequestState.REFUSED, reason=" "), [("reason", Why.MISSING)]),
        (OutcomeDraft(state=RequestState.RECALLED), [("reason", Why.MISSING)]),
    ],
)
def test_a_reply_without_an_answer_says_why(
    caseload_store: Store, draft: OutcomeDraft, expected: list[tuple[str, Why]]
) -> None:
    assert problems(caseload_store, note_outcome(RequestId("A-request-3"), draft)) == expected


@pytest.mark.parametrize(
    "command",
    [
        add_order(A, OrderDraft(kind=OrderKind.CARE, about=(LEO,))),
        add_limit(A, LimitDraft(person=LEO, decided_by=LEO, not_person=TUNDE)),
        add_team(AgencyId("camhs"), TeamDraft(name="Eating")),
        note_outcome(RequestId("A-request-3"), OutcomeDraft(state=RequestState.ANSWERED)),
    ],
    ids=lambda command: str(command.name),
)
def test_each_of_them_can_be_taken_back(caseload_store: Store, command: Command[Any]) -> None:
    def whole() -> object:
        return caseload_store.ask(lambda work: work.record(A))

    before = whole()

    caseload_store.run(command)
    changed = whole()
    caseload_store.undo()

    assert changed != before
    assert whole() == before
