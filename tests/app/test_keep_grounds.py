"""Decisions without agreement as they are recorded: what each must say, and what it opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.catalogue import interchange_schema
from app.domain.consent import Category, Purpose
from app.domain.decision import Reason, Verdict
from app.domain.gateway import may_share
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.law import LawPack
from app.domain.problems import Why
from app.domain.sharing import Choice, Confidentiality, Ground, Ruling
from app.domain.without_agreement import GroundDraft
from app.errors import Invalid, Refused
from app.interchange.reading import read_file
from app.operation import Command
from app.usecases.keep_grounds import RulingDraft, record_ground, record_ruling
from db.store import Store
from tests.builders import TODAY, as_file, law

A, B, C = HouseholdId("family-a"), HouseholdId("family-b"), HouseholdId("family-c")
SAMIRA, DANIEL, YUSUF = PersonId("B1"), PersonId("B2"), PersonId("B4")
DANA, CALLUM, MIA = PersonId("A1"), PersonId("A3"), PersonId("A5")
SEAN, BABY = PersonId("C5"), PersonId("A7")
P4, SALT, SCHOOL = AgencyId("P4"), AgencyId("salt"), AgencyId("primary")
THERAPY, SCHOOL_B = AgencyId("therapy"), AgencyId("school-b")
CAMHS_B = AgencyId("camhs-b")
BODY = frozenset({Category.PHYSICAL_HEALTH})
TOMORROW = date(2026, 11, 23)

FULL = GroundDraft(
    choice=Choice.SHARE,
    person=YUSUF,
    agency=P4,
    categories=BODY,
    gateway="CWS16LA",
    confidentiality=Confidentiality.PUBLIC_INTEREST,
    relevance="The practice treats his asthma.",
    necessity="They must know who cares for him now.",
    proportionality="Only what is needed to treat him.",
    detriment="Small, as the practice keeps it confidential.",
    alternatives="Agreement of both parents is not safe to ask for.",
    told=(SAMIRA,),
    not_told=(DANIEL,),
    why_not_told="An order is in force.",
    decided_on=TODAY,
    decided_by="Robin Ashby",
    review_on=date(2027, 5, 22),
)
NOT = GroundDraft(
    choice=Choice.NOT_SHARE,
    person=YUSUF,
    agency=P4,
    categories=BODY,
    necessity="They know already what they need.",
    detriment="They may hear of it later than they would like.",
    alternatives="Asking Samira to tell them herself.",
    decided_on=TODAY,
    decided_by="Robin Ashby",
)


def problems(
    store: Store,
    draft: GroundDraft,
    role: str = "key worker",
    *,
    household: HouseholdId = B,
    pack: LawPack | None = None,
) -> list[tuple[str, Why]]:
    with pytest.raises(Invalid) as invalid:
        store.run(record_ground(household, draft, pack or law(), role=role))
    return [(problem.field, problem.why) for problem in invalid.value.problems]


def kept(store: Store, draft: GroundDraft, role: str = "key worker") -> Ground:
    return store.run(record_ground(B, draft, law(), role=role)).value


def refusal(store: Store, command: Command[Any]) -> str:
    with pytest.raises(Refused) as refused:
        store.run(command)
    return refused.value.reasons[0]


def test_a_decision_to_share_is_kept_word_for_word_with_its_law_pack(
    caseload_store: Store,
) -> None:
    ground = kept(caseload_store, replace(FULL, necessity="  They must know.  "))

    record = caseload_store.ask(lambda work: work.record(B))
    assert ground in record.grounds
    assert (ground.necessity, ground.law_pack) == ("They must know.", law().version)
    assert (ground.told, ground.not_told) == ((SAMIRA,), (DANIEL,))


def test_a_decision_to_share_opens_what_it_names_and_no_more(caseload_store: Store) -> None:
    ground = kept(caseload_store, FULL)

    record = caseload_store.ask(lambda work: work.record(B))
    asked = may_share(record, law(), person=YUSUF, agency=P4, categories=BODY, on=TODAY)
    debt = frozenset({Category.DEBT})
    other = may_share(record, law(), person=YUSUF, agency=P4, categories=debt, on=TODAY)
    assert (asked.verdict, asked.ground) == (Verdict.YES, ground.id)
    assert not other.allowed


def test_a_decision_not_to_share_is_as_full_and_stops_what_was_allowed(
    caseload_store: Store,
) -> None:
    kept(caseload_store, FULL)
    ground = kept(caseload_store, replace(NOT, gateway="CWS16LA"))

    record = caseload_store.ask(lambda work: work.record(B))
    asked = may_share(record, law(), person=YUSUF, agency=P4, categories=BODY, on=TODAY)
    assert (ground.choice, ground.gateway) == (Choice.NOT_SHARE, "")
    assert (asked.verdict, asked.reasons) == (Verdict.REFUSED, (Reason.DECIDED_NOT_TO,))


def test_one_decision_can_be_about_any_partner_that_needs_it(caseload_store: Store) -> None:
    assert kept(caseload_store, replace(FULL, agency=None)).agency is None


@pytest.mark.parametrize(
    ("change", "field", "why"),
    [
        ({"choice": None}, "choice", Why.MISSING),
        ({"person": None}, "person", Why.MISSING),
        ({"person": PersonId("nobody")}, "person", Why.NO_SUCH_PERSON),
        ({"agency": AgencyId("nobody")}, "agency", Why.NO_SUCH_AGENCY),
        ({"categories": frozenset()}, "categories", Why.NEEDS_CATEGORY),
        ({"gateway": ""}, "gateway", Why.MISSING),
        ({"gateway": "NO-SUCH"}, "gateway", Why.NO_SUCH_GATEWAY),
        ({"confidentiality": None}, "confidentiality", Why.MISSING),
        ({"confidentiality": Confidentiality.CONSENT}, "confidentiality", Why.NOT_A_CHOICE),
        (
            {"confidentiality": Confidentiality.NOT_CONFIDENTIAL},
            "confidentiality",
            Why.TOLD_IN_CONFIDENCE,
        ),
        ({"relevance": " "}, "relevance", Why.MISSING),
        ({"necessity": ""}, "necessity", Why.MISSING),
        ({"proportionality": ""}, "proportionality", Why.MISSING),
        ({"detriment": "\n"}, "detriment", Why.MISSING),
        ({"alternatives": ""}, "alternatives", Why.MISSING),
        ({"advice": "x" * 20_001}, "advice", Why.TOO_LONG),
        ({"method": "x" * 121}, "method", Why.TOO_LONG),
        ({"told": (PersonId("nobody"),)}, "told", Why.NO_SUCH_PERSON),
        ({"not_told": (PersonId("nobody"),)}, "not_told", Why.NO_SUCH_PERSON),
        ({"not_told": (SAMIRA, DANIEL)}, "not_told", Why.TOLD_AND_NOT_TOLD),
        ({"why_not_told": " "}, "why_not_told", Why.MISSING),
        ({"told": (), "not_told": (), "why_not_told": ""}, "why_not_told", Why.MISSING),
        ({"decided_on": None}, "decided_on", Why.MISSING),
        ({"decided_on": TOMORROW}, "decided_on", Why.IN_FUTURE),
        ({"decided_by": ""}, "decided_by", Why.MISSING),
        ({"review_on": TODAY}, "review_on", Why.ENDS_BEFORE_START),
    ],
)
def test_what_a_decision_to_share_lacks_is_said_and_nothing_is_kept(
    caseload_store: Store, change: dict[str, Any], field: str, why: Why
) -> None:
    before = caseload_store.ask(lambda work: work.record(B).grounds)

    assert problems(caseload_store, replace(FULL, **change)) == [(field, why)]
    assert caseload_store.ask(lambda work: work.record(B).grounds) == before


def test_everything_that_is_missing_is_said_at_once(caseload_store: Store) -> None:
    found = problems(caseload_store, GroundDraft(choice=Choice.SHARE))

    assert [field for field, _ in found] == [
        *("person", "categories", "confidentiality", "gateway"),
        *("relevance", "necessity", "proportionality", "detriment", "alternatives"),
        *("why_not_told", "decided_on", "decided_by"),
    ]


@pytest.mark.parametrize("field", ["necessity", "detriment", "alternatives"])
def test_a_decision_not_to_share_says_why_and_what_may_come_of_it(
    caseload_store: Store, field: str
) -> None:
    empty: dict[str, Any] = {field: " "}

    assert problems(caseload_store, replace(NOT, **empty)) == [(field, Why.MISSING)]


def test_a_decision_not_to_share_needs_no_law_and_nobody_told(caseload_store: Store) -> None:
    ground = kept(caseload_store, NOT)

    assert (ground.told, ground.not_told, ground.why_not_told) == ((), (), "")


@pytest.mark.parametrize(
    ("gateway", "change", "why"),
    [
        ("CWS16LA", {"decided_on": date(2026, 9, 29)}, Why.GATEWAY_NOT_STARTED),
        ("CWS16LC", {}, Why.GATEWAY_NOT_STARTED),
        ("HSC251B", {}, Why.GATEWAY_NOT_FOR_THEM),
        ("CARE", {}, Why.GATEWAY_NOT_FOR_THEM),
        ("MCA", {}, Why.GATEWAY_NOT_FOR_THEM),
        ("DEA35", {"agency": CAMHS_B}, Why.GATEWAY_NOT_FOR_HEALTH),
        ("WRA131", {"agency": CAMHS_B}, Why.GATEWAY_NOT_FOR_HEALTH),
        ("SVD16", {}, Why.GATEWAY_NOT_FOR_HEALTH),
        ("SVD16", {"agency": None}, Why.GATEWAY_NOT_FOR_HEALTH),
    ],
)
def test_a_law_that_does_not_fit_is_not_relied_on(
    caseload_store: Store, gateway: str, change: dict[str, Any], why: Why
) -> None:
    draft = replace(FULL, gateway=gateway, review_on=None, **change)

    assert problems(caseload_store, draft) == [("gateway", why)]


def test_a_law_for_public_authorities_does_not_reach_a_voluntary_group(
    caseload_store: Store,
) -> None:
    draft = replace(FULL, gateway="CDA115", agency=THERAPY)

    assert problems(caseload_store, draft) == [("gateway", Why.GATEWAY_NOT_FOR_THEM)]
    assert kept(caseload_store, replace(draft, agency=SCHOOL_B)).gateway == "CDA115"


@pytest.mark.parametrize(
    ("role", "manager", "found"),
    [
        (
            "key worker",
            "",
            [("gateway", Why.SOCIAL_WORKER_ONLY), ("authorised_by", Why.NEEDS_AUTHORISER)],
        ),
        ("key worker", "Helen Marsh", [("gateway", Why.SOCIAL_WORKER_ONLY)]),
        ("manager", "Helen Marsh", [("gateway", Why.SOCIAL_WORKER_ONLY)]),
        ("social worker", " ", [("authorised_by", Why.NEEDS_AUTHORISER)]),
    ],
)
def test_enquiries_are_for_a_social_worker_with_a_manager(
    caseload_store: Store, role: str, manager: str, found: list[tuple[str, Why]]
) -> None:
    draft = replace(
        FULL,
        gateway="CA89-47",
        purpose=Purpose.CHILD_PROTECTION,
        confidentiality=Confidentiality.LEGAL_DUTY,
        authorised_by=manager,
    )

    assert problems(caseload_store, draft, role) == found


def test_a_social_worker_records_enquiries_that_a_manager_allowed(caseload_store: Store) -> None:
    draft = replace(FULL, gateway="CA89-47", authorised_by="Helen Marsh")

    assert kept(caseload_store, draft, "social worker").authorised_by == "Helen Marsh"


def test_the_public_interest_takes_a_manager_whoever_decides(caseload_store: Store) -> None:
    draft = replace(FULL, gateway="PUBINT")

    assert problems(caseload_store, draft) == [("authorised_by", Why.NEEDS_AUTHORISER)]
    assert kept(caseload_store, replace(draft, authorised_by="Helen Marsh")).gateway == "PUBINT"


@pytest.mark.parametrize(
    ("household", "who", "why"), [(A, BABY, Why.UNBORN), (C, SEAN, Why.DECEASED)]
)
def test_nothing_is_decided_about_the_unborn_or_the_dead(
    caseload_store: Store, household: HouseholdId, who: PersonId, why: Why
) -> None:
    draft = replace(FULL, person=who, agency=None, told=(), not_told=())

    assert ("person", why) in problems(caseload_store, draft, household=household)


def test_what_was_decided_can_be_given_away_and_let_in_again(caseload_store: Store) -> None:
    kept(caseload_store, FULL)
    kept(caseload_store, NOT)
    ruled(caseload_store)
    text = as_file(caseload_store)

    contents = read_file(text.encode(), interchange_schema(), TODAY)
    again = {record.household.id: record for record in contents.records}

    here = caseload_store.ask(lambda work: {family: work.record(family) for family in (A, B)})
    for family, record in here.items():
        assert again[family].grounds == record.grounds
        assert again[family].rulings == record.rulings
    assert len(here[A].rulings) == 1


# --- What a manager decided where holders of parental responsibility disagree.

RULED = RulingDraft(
    person=MIA,
    agency=SALT,
    share=True,
    reasons="Her speech is getting worse while we wait.",
    manager="Helen Marsh",
    decided_on=TODAY,
)


def ruled(store: Store, **change: Any) -> Ruling:
    return store.run(record_ruling(A, replace(RULED, **change), law())).value


def heads(store: Store) -> tuple[str, ...]:
    record = store.ask(lambda work: work.record(A))
    return tuple(c.id for c in record.consents if (c.person, c.agency) == (MIA, SALT))


@pytest.mark.parametrize(
    ("share", "verdict", "reasons"),
    [
        (True, Verdict.YES, (Reason.AGREED, Reason.RULED)),
        (False, Verdict.REFUSED, (Reason.DECIDED_NOT_TO,)),
    ],
)
def test_a_ruling_settles_exactly_the_answers_that_stand_against_each_other(
    caseload_store: Store, share: bool, verdict: Verdict, reasons: tuple[Reason, ...]
) -> None:
    ruling = ruled(caseload_store, share=share)

    record = caseload_store.ask(lambda work: work.record(A))
    asked = may_share(
        record,
        law(),
        person=MIA,
        agency=SALT,
        categories=frozenset({Category.CONTACT}),
        on=TODAY,
    )
    assert set(ruling.settles) == set(heads(caseload_store))
    assert len(ruling.settles) == 2
    assert (asked.verdict, asked.reasons, asked.ruling) == (verdict, reasons, ruling.id)
    assert ruling.recorded_by == "kw-test"


def test_a_ruling_about_one_purpose_says_nothing_of_another(caseload_store: Store) -> None:
    command = record_ruling(A, replace(RULED, purpose=Purpose.CHILD_IN_NEED), law())

    assert refusal(caseload_store, command) == "no-disagreement"


def test_nothing_is_ruled_where_nobody_disagrees(caseload_store: Store) -> None:
    assert refusal(caseload_store, record_ruling(A, replace(RULED, agency=SCHOOL), law())) == (
        "no-disagreement"
    )
    nobody = replace(RULED, person=PersonId("nobody"))
    assert refusal(caseload_store, record_ruling(A, nobody, law())) == "no-such-person"


def test_what_is_settled_can_be_decided_again_and_the_newest_counts(
    caseload_store: Store,
) -> None:
    ruled(caseload_store, share=True)
    caseload_store.run(record_ruling(A, replace(RULED, share=False), law()))

    record = caseload_store.ask(lambda work: work.record(A))
    assert [ruling.share for ruling in record.rulings] == [True, False]
    decision = may_share(
        record,
        law(),
        person=RULED.person,
        agency=RULED.agency,
        categories=frozenset({Category.CONTACT}),
        on=TODAY,
    )
    assert decision.reasons == (Reason.DECIDED_NOT_TO,)


@pytest.mark.parametrize(
    ("change", "field", "why"),
    [
        ({"share": None}, "share", Why.MISSING),
        ({"reasons": " "}, "reasons", Why.MISSING),
        ({"manager": ""}, "manager", Why.MISSING),
        ({"decided_on": None}, "decided_on", Why.MISSING),
        ({"decided_on": TOMORROW}, "decided_on", Why.IN_FUTURE),
        ({"decided_on": date(2020, 1, 1)}, "decided_on", Why.ENDS_BEFORE_START),
    ],
)
def test_what_a_ruling_lacks_is_said(
    caseload_store: Store, change: dict[str, Any], field: str, why: Why
) -> None:
    with pytest.raises(Invalid) as invalid:
        ruled(caseload_store, **change)

    assert [(p.field, p.why) for p in invalid.value.problems] == [(field, why)]
