"""May this be shared? Every reason of the one deciding function, as sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.consent import Answer, Category, Limit
from app.domain.decision import Reason, Verdict
from app.domain.gateway import agreed_categories
from app.domain.ids import PersonId
from app.domain.person import Safety
from app.domain.record import Record
from app.domain.sharing import Confidentiality
from app.domain.standing import State
from tests.app.gateway_rows import BOTH_YES, ROWS
from tests.app.sharing_cases import (
    BODY,
    CONTACT,
    JO,
    KIT,
    MIND,
    ROWAN,
    SEXUAL,
    asked,
    born,
    ground,
    standing,
)
from tests.builders import (
    ASH,
    CAMHS,
    GP,
    SOME,
    ash,
    competent,
    involved,
    yes,
)


@pytest.mark.parametrize(
    ("sentence", "record", "who", "reasons", "allowed", "state"), ROWS, ids=[r[0] for r in ROWS]
)
def test_what_was_decided_settles_what_may_be_shared(
    sentence: str,
    record: Record,
    who: PersonId,
    reasons: tuple[Reason, ...],
    allowed: bool,
    state: State,
) -> None:
    decision, where = asked(record, who), standing(record, who)

    assert (decision.reasons, decision.allowed) == (reasons, allowed), sentence
    assert where.state is state
    assert where.disagreement is (Reason.DISAGREEMENT in reasons)


def test_an_agreement_rests_on_two_bases_and_on_the_papers_that_were_signed() -> None:
    decision = asked(ash(consents=BOTH_YES), KIT)

    assert decision.verdict is Verdict.YES
    assert decision.confidentiality is Confidentiality.CONSENT
    assert (decision.gateway, decision.ground) == ("CA04-10", None)
    assert decision.dp_basis.startswith("UK GDPR Article 6(1)(e)")
    assert set(decision.consents) == {c.id for c in BOTH_YES}


@pytest.mark.parametrize(
    ("kinds", "allowed"),
    [({CONTACT}, True), ({CONTACT, BODY}, True), ({CONTACT, MIND}, False), ({MIND}, False)],
)
def test_only_the_kinds_of_information_agreed_to_may_be_shared(
    kinds: set[Category], allowed: bool
) -> None:
    decision = asked(ash(consents=(yes("rowan"),)), categories=frozenset(kinds))

    assert decision.allowed is allowed
    assert (Reason.NOT_THIS_KIND in decision.reasons) is not allowed


def test_where_two_holders_agreed_only_what_both_agreed_to_may_be_shared() -> None:
    less = replace(BOTH_YES[1], answer=Answer.NARROWED, categories=frozenset({CONTACT}))
    record = ash(consents=(BOTH_YES[0], less))

    decision = asked(record, KIT)

    assert decision.allowed
    assert agreed_categories(record, decision) == {CONTACT}
    assert asked(record, KIT, categories=SOME).reasons == (Reason.NOT_THIS_KIND,)


def test_a_parent_cannot_agree_to_sharing_about_sexual_health() -> None:
    kinds = frozenset({CONTACT, SEXUAL})
    record = born("2012-01-01", consents=(yes("kit", "rowan", categories=kinds),))

    assert asked(record, KIT, categories=kinds).reasons == (Reason.NOT_THIS_KIND,)
    assert agreed_categories(record, asked(record, KIT)) == {CONTACT}


def test_the_young_person_can_agree_to_it() -> None:
    kinds = frozenset({CONTACT, SEXUAL})
    record = born("2010-01-01", consents=(yes("kit", categories=kinds),))

    assert asked(record, KIT, categories=kinds).allowed


def test_what_is_the_persons_alone_is_not_decided_by_a_parent_or_by_the_law() -> None:
    own = (involved("kit", safety=Safety.OWN),)
    record = born(
        "2012-01-01",
        consents=(yes("kit", "rowan"),),
        involvements=own,
        grounds=(ground(person=KIT),),
    )

    assert asked(record, KIT).reasons == (Reason.NOBODY_CAN_DECIDE,)
    assert asked(replace(record, competences=(competent("kit"),)), KIT).reasons == (
        Reason.NOT_THEIR_DECISION,
    )


def test_an_agency_that_is_not_with_them_is_not_asked() -> None:
    record = ash(consents=(yes("rowan"),), involvements=(involved("jo"),))

    assert asked(record).reasons == (Reason.NOT_INVOLVED,)


def test_somebody_asked_that_this_agency_is_not_told() -> None:
    limit = Limit(id="l", household=ASH, person=ROWAN, decided_by=ROWAN, not_agency=GP)
    record = ash(consents=(yes("rowan"),), limits=(limit,))

    assert asked(record).reasons == (Reason.LIMIT,)
    assert asked(replace(record, limits=(replace(limit, person=JO),))).allowed
    assert asked(replace(record, limits=(replace(limit, not_agency=CAMHS),))).allowed


def test_every_reason_and_every_state_is_reached_by_a_test_of_this_file() -> None:
    reasons = {reason for row in ROWS for reason in row[3]}
    by_others = {
        Reason.NOT_THIS_KIND, Reason.LIMIT, Reason.NOT_INVOLVED, Reason.LAW_ALLOWS,
        Reason.NOT_TOLD, Reason.NO_GATEWAY, Reason.NOT_FOR_HEALTH, Reason.NOT_FOR_CHILDREN,
        Reason.SOCIAL_WORKER_ONLY, Reason.DECEASED, Reason.UNBORN, Reason.LACKS_CAPACITY,
        Reason.RULED, Reason.CONTRADICTION, Reason.PUBLIC_TASK, Reason.DECIDED_NOT_TO,
        Reason.NOT_FOR_VOLUNTARY, Reason.NO_MANAGER, Reason.CONFIDENCE_STANDS,
    }  # fmt: skip

    assert reasons | by_others == set(Reason)
    assert {row[5] for row in ROWS} | {State.OTHER_LAW} == set(State)
