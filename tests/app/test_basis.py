"""The basis guide: every combination of answers leads somewhere, and only what fits is offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from app.catalogue import read_basis
from app.domain.agency import AgencyKind
from app.domain.basis import BasisAdvice, Reply, ShareFacts, candidates
from app.domain.consent import Purpose
from app.domain.household import Approval
from app.domain.ids import AgencyId
from app.domain.problems import Why
from app.domain.sharing import Confidentiality
from tests.app.sharing_cases import asked, ground
from tests.builders import OFFICE, TODAY, agency, ash, catalogue, law, person

RULES = catalogue().basis
KEYS = [question.key for question in RULES.questions]
CHILD = person("kit", born="2020-04-27")
YES, NO, UNSURE = Reply.YES, Reply.NO, Reply.UNSURE
SOCIAL_WORKER = "social worker"


def facts(**rest: Any) -> ShareFacts:
    usual: dict[str, Any] = {"on": TODAY, "person": CHILD, "agency": agency(), "office": OFFICE}
    return ShareFacts(**(usual | rest))


def answered(*replies: Reply | None) -> dict[str, Reply]:
    return {key: reply for key, reply in zip(KEYS, replies, strict=True) if reply is not None}


def advice(*replies: Reply | None, **rest: Any) -> BasisAdvice:
    return candidates(law(), RULES, answered(*replies), facts(**rest))


def offered(found: BasisAdvice) -> list[str]:
    return [candidate.gateway.key for candidate in found.candidates]


def directed(found: BasisAdvice) -> list[str]:
    return [direction.key for direction in found.directions]


def every_answer() -> Iterator[tuple[Reply, ...]]:
    yield from product(Reply, repeat=len(KEYS))


def test_there_are_five_plain_questions() -> None:
    assert KEYS == ["danger", "harm", "order", "anyway", "welfare"]
    assert all(len(question.asks.split()) <= 20 for question in RULES.questions)


def test_every_combination_of_answers_leads_somewhere_and_none_past_a_doubt() -> None:
    found = {replies: advice(*replies) for replies in every_answer()}

    assert len(found) == 243
    for replies, one in found.items():
        danger, harm, order, anyway, _ = replies
        assert one.directions, replies
        assert one.open_questions == ()
        assert not (one.blocked and one.candidates), replies
        asked_first = "ask-first" in directed(one)
        assert asked_first is ((danger, harm, order, anyway) == (NO, NO, NO, NO)), replies
        assert not (asked_first and one.candidates), replies
        assert ("call-999" in directed(one)) is (danger is YES), replies
        assert ("social-worker" in directed(one)) is (harm is not NO), replies
        assert ("inform" in directed(one)) is (anyway is YES), replies
        if not one.blocked and not asked_first and (anyway is YES or YES in (danger, harm, order)):
            assert one.candidates, replies


def test_doubt_that_matters_goes_to_information_governance_and_offers_nothing() -> None:
    blocked = {replies for replies in every_answer() if advice(*replies).blocked}

    for replies in every_answer():
        danger, harm, order, anyway, welfare = replies
        matters = (
            order is UNSURE
            or (order is NO and anyway is UNSURE)
            or (order is NO and anyway is YES and welfare is UNSURE)
        )
        settled = YES in (danger, harm)
        assert (replies in blocked) is (matters and not settled), replies


@pytest.mark.parametrize(
    ("replies", "laws", "directions"),
    [
        ((YES, NO, NO, YES, YES), ["VITAL", "CWS16LA", "PUBINT"], ["call-999", "inform"]),
        ((NO, NO, NO, YES, YES), ["CWS16LA", "PUBINT"], ["inform"]),
        ((NO, NO, NO, YES, NO), ["PUBINT"], ["inform"]),
        ((NO, NO, NO, NO, YES), [], ["ask-first"]),
        ((NO, NO, YES, NO, NO), ["COURT", "CA04-16H"], ["inform-order"]),
        ((NO, YES, NO, NO, YES), ["CWS16LA", "PUBINT"], ["social-worker"]),
        ((NO, NO, UNSURE, YES, YES), [], ["ask-governance", "inform"]),
        ((NO, NO, NO, UNSURE, YES), [], ["ask-governance-about-agreement"]),
        ((NO, NO, NO, YES, UNSURE), [], ["ask-governance-about-welfare", "inform"]),
        ((UNSURE, NO, NO, NO, NO), [], ["call-999-if-in-doubt"]),
    ],
)
def test_what_answers_lead_to_for_a_child_and_a_practice(
    replies: tuple[Reply, ...], laws: list[str], directions: list[str]
) -> None:
    found = advice(*replies)

    assert (offered(found), directed(found)) == (laws, directions)


def test_advice_grows_with_each_answer() -> None:
    assert advice(None, None, None, None, None) == BasisAdvice(open_questions=tuple(KEYS))
    danger_alone = advice(YES, None, None, None, None)
    assert (directed(danger_alone), offered(danger_alone)) == (["call-999"], ["VITAL"])
    assert danger_alone.open_questions == ("harm", "order", "anyway", "welfare")


def test_enquiries_are_offered_to_a_social_worker_and_explained_to_a_key_worker() -> None:
    key_worker = advice(NO, YES, NO, YES, YES)
    theirs = advice(NO, YES, NO, YES, YES, role=SOCIAL_WORKER)

    assert "CA89-47" not in offered(key_worker)
    assert ("CA89-47", Why.SOCIAL_WORKER_ONLY) in [(u.gateway.key, u.why) for u in key_worker.unfit]
    assert offered(theirs)[0] == "CA89-47"
    assert "social-worker" in directed(theirs)


@pytest.mark.parametrize(
    ("rest", "law_key", "why"),
    [
        ({"purpose": Purpose.ADULT_CARE}, "HSC251B", Why.GATEWAY_NOT_FOR_THEM),
        (
            {"agency": agency(AgencyId("police"), "Police", kind=AgencyKind.POLICE, public=False)},
            "CDA115",
            Why.GATEWAY_NOT_FOR_THEM,
        ),
        (
            {"agency": agency(AgencyId("p"), "Police", kind=AgencyKind.POLICE), "health": True},
            "SVD16",
            Why.GATEWAY_NOT_FOR_HEALTH,
        ),
        ({"on": date(2026, 9, 29)}, "CWS16LA", Why.GATEWAY_NOT_STARTED),
    ],
)
def test_what_does_not_fit_is_listed_with_why_not(
    rest: dict[str, Any], law_key: str, why: Why
) -> None:
    found = advice(NO, NO, NO, YES, YES, **rest)

    assert (law_key, why) in [(unfit.gateway.key, unfit.why) for unfit in found.unfit]
    assert law_key not in offered(found)


def test_a_law_for_one_kind_of_partner_is_not_offered_for_any() -> None:
    school = agency(AgencyId("school"), "Hill School", kind=AgencyKind.PRIMARY_SCHOOL)

    assert "EDU175" in offered(advice(NO, NO, NO, YES, YES, agency=school))
    assert offered(advice(NO, NO, NO, YES, YES, agency=None)) == ["CWS16LA", "PUBINT"]


def test_laws_about_adults_are_offered_about_adults() -> None:
    adult = person("rowan")
    found = advice(
        NO, NO, NO, YES, NO, person=adult, purpose=Purpose.ADULT_CARE, lacks_capacity=True
    )

    assert offered(found) == ["MCA", "CARE", "HSC251B", "PUBINT"]


def test_a_candidate_says_why_what_on_and_the_sentence_to_print() -> None:
    one = advice(NO, NO, NO, YES, YES).candidates[0]

    assert one.gateway.key == "CWS16LA"
    assert one.confidentiality is Confidentiality.PUBLIC_INTEREST
    assert one.dp_basis == law().dp_basis(Purpose.EARLY_HELP, frozenset())
    assert one.sentence == (
        f"We rely on {one.gateway.citation}. Data protection: {one.dp_basis}. "
        "Confidentiality: the public interest outweighs it."
    )
    assert one.approval is None


def test_criminal_offence_data_brings_its_own_condition() -> None:
    one = advice(NO, NO, NO, YES, YES, offending=True).candidates[0]

    assert law().criminal in one.dp_basis


def test_life_or_death_is_its_own_basis_and_the_recorded_decision_says_the_same() -> None:
    one = advice(YES, NO, NO, NO, NO).candidates[0]
    decided = asked(ash(grounds=(ground(gateway="VITAL"),)))

    assert one.dp_basis == "UK GDPR Article 6(1)(d) and Article 9(2)(c)"
    assert decided.dp_basis == one.dp_basis


def test_a_candidate_says_who_approved_it() -> None:
    approval = Approval(gateway="CWS16LA", pack=law().version, by="Ines Okoro", on=TODAY)
    office = replace(OFFICE, approvals=(approval,))

    assert advice(NO, NO, NO, YES, YES, office=office).candidates[0].approval == approval


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"offer": [{"gateway": "NO-SUCH"}]}, "no gateway NO-SUCH"),
        ({"direction": [{"when": {"weather": ["yes"]}}]}, "no question answers"),
        ({"direction": []}, "lead nowhere"),
    ],
)
def test_a_guide_that_leads_nowhere_is_not_let_in(
    change: dict[str, list[dict[str, Any]]], said: str
) -> None:
    guide: dict[str, Any] = {
        "sentence": "{law}",
        "confidence": dict.fromkeys(Confidentiality, "x"),
        "question": [{"key": "danger", "asks": "Now?"}],
        "direction": [
            {"key": "a", "says": "b", "why": "c", "when": {"danger": ["yes", "no", "unsure"]}}
        ],
        "offer": [
            {
                "gateway": "VITAL",
                "confidentiality": "public-interest",
                "reason": "x",
                "when": {"danger": ["yes"]},
            }
        ],
    }
    for part, entries in change.items():
        guide[part] = [guide[part][0] | entry for entry in entries]

    with pytest.raises(ValueError, match=said):
        read_basis(guide, law())
