"""Sharing without agreement: what a recorded ground opens, for whom and how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.agency import AgencyKind
from app.domain.consent import Answer, Purpose
from app.domain.decision import Reason, Verdict
from app.domain.gateway import agreed_categories, may_share
from app.domain.ids import AgencyId, GroundId, PersonId
from app.domain.record import Record
from app.domain.sharing import Confidentiality, Ground
from app.domain.standing import State
from tests.app.sharing_cases import (
    BODY,
    CONTACT,
    JO,
    KIT,
    ROWAN,
    asked,
    born,
    ground,
    standing,
)
from tests.builders import (
    CAMHS,
    GP,
    SOME,
    TODAY,
    agency,
    ash,
    competent,
    involved,
    law,
    person,
    yes,
)


@pytest.mark.parametrize(
    ("sentence", "made", "reasons", "allowed"),
    [
        ("a recorded ground", ground(), (Reason.LAW_ALLOWS,), True),
        ("for any agency", ground(agency=None), (Reason.LAW_ALLOWS,), True),
        ("for this agency", ground(agency=GP), (Reason.LAW_ALLOWS,), True),
        ("for another agency", ground(agency=CAMHS), (Reason.SAID_NO,), False),
        ("for another purpose", ground(purpose=Purpose.ADULT_CARE), (Reason.SAID_NO,), False),
        ("about somebody else", ground(person=JO), (Reason.SAID_NO,), False),
        ("for other kinds", ground(categories=frozenset({BODY})), (Reason.SAID_NO,), False),
        ("decided today", ground(decided_on=TODAY), (Reason.LAW_ALLOWS,), True),
        ("decided tomorrow", ground(decided_on=date(2026, 11, 23)), (Reason.SAID_NO,), False),
        ("due for review today", ground(review_on=TODAY), (Reason.SAID_NO,), False),
        ("due tomorrow", ground(review_on=date(2026, 11, 23)), (Reason.LAW_ALLOWS,), True),
        ("nobody told", ground(told=()), (Reason.LAW_ALLOWS, Reason.NOT_TOLD), True),
        (
            "not told, and why",
            ground(told=(), why_not_told="Not safe."),
            (Reason.LAW_ALLOWS,),
            True,
        ),
        (
            "not told, and a blank for why",
            ground(told=(), why_not_told="  "),
            (Reason.LAW_ALLOWS, Reason.NOT_TOLD),
            True,
        ),
        ("a law nobody knows", ground(gateway="NO-SUCH"), (Reason.NO_GATEWAY,), False),
        ("a law that excludes health", ground(gateway="SVD16"), (Reason.NOT_FOR_HEALTH,), False),
        (
            "a ground that says it is consent",
            ground(confidentiality=Confidentiality.CONSENT),
            (Reason.SAID_NO,),
            False,
        ),
    ],
)
def test_a_ground_opens_what_agreement_does_not(
    sentence: str, made: Ground, reasons: tuple[Reason, ...], allowed: bool
) -> None:
    record = ash(consents=(yes("rowan", answer=Answer.REFUSED),), grounds=(made,))

    decision = asked(record)

    assert (decision.reasons, decision.allowed) == (reasons, allowed), sentence


def test_a_ground_tells_its_own_bases_and_shows_as_other_law() -> None:
    record = ash(grounds=(ground(),))

    decision = asked(record)

    assert decision.verdict is Verdict.YES
    assert decision.confidentiality is Confidentiality.PUBLIC_INTEREST
    assert (decision.gateway, decision.ground) == ("CWS16LA", "ground")
    assert decision.consents == ()
    assert agreed_categories(record, decision) == SOME
    assert standing(record).state is State.OTHER_LAW


def test_sharing_without_telling_the_family_is_yes_but_tell() -> None:
    assert asked(ash(grounds=(ground(told=()),))).verdict is Verdict.YES_BUT_TELL


def test_agreement_is_looked_for_before_a_ground() -> None:
    decision = asked(ash(consents=(yes("rowan"),), grounds=(ground(),)))

    assert decision.reasons == (Reason.AGREED,)


def test_the_newest_ground_is_the_one_that_answers() -> None:
    older = ground(id=GroundId("older"), decided_on=date(2026, 10, 1), gateway="COURT")

    assert asked(ash(grounds=(ground(), older))).ground == "ground"


def test_a_newer_ground_that_cannot_stand_takes_nothing_from_an_older_one() -> None:
    older = ground(id=GroundId("older"), decided_on=date(2026, 10, 1))
    newer = ground(gateway="NO-SUCH")

    assert asked(ash(grounds=(older, newer))).ground == "older"
    assert asked(ash(grounds=(newer,))).reasons == (Reason.NO_GATEWAY,)


@pytest.mark.parametrize(
    ("day", "allowed"), [(date(2026, 9, 29), False), (date(2026, 9, 30), True)]
)
def test_a_law_may_not_be_relied_on_before_its_first_day(day: date, allowed: bool) -> None:
    decision = asked(ash(grounds=(ground(decided_on=day),)))

    assert decision.allowed is allowed
    assert (decision.reasons == (Reason.NO_GATEWAY,)) is not allowed


@pytest.mark.parametrize(
    ("day", "reasons"),
    [
        ("2017-03-03", (Reason.NOT_FOR_CHILDREN,)),
        ("2008-11-23", (Reason.NOT_FOR_CHILDREN,)),
        ("2008", (Reason.NOT_FOR_CHILDREN,)),
        ("2008-11-22", (Reason.LAW_ALLOWS,)),
    ],
)
def test_the_adult_care_duty_is_no_ground_for_a_child(
    day: str, reasons: tuple[Reason, ...]
) -> None:
    record = born(day, grounds=(ground(person=KIT, gateway="HSC251B", decided_on=TODAY),))

    assert asked(record, KIT).reasons == reasons


@pytest.mark.parametrize(
    ("role", "manager", "reasons"),
    [
        ("key worker", "Helen Marsh", (Reason.SOCIAL_WORKER_ONLY,)),
        ("social worker", "", (Reason.SOCIAL_WORKER_ONLY,)),
        ("manager", "Helen Marsh", (Reason.SOCIAL_WORKER_ONLY,)),
        ("social worker", "Helen Marsh", (Reason.LAW_ALLOWS,)),
    ],
)
def test_enquiries_are_for_a_social_worker_with_a_manager(
    role: str, manager: str, reasons: tuple[Reason, ...]
) -> None:
    made = ground(
        person=KIT,
        gateway="CA89-47",
        purpose=Purpose.CHILD_PROTECTION,
        authorised_by=manager,
    )

    decision = asked(ash(grounds=(made,)), KIT, purpose=Purpose.CHILD_PROTECTION, role=role)

    assert decision.reasons == reasons


@pytest.mark.parametrize("role", ["key worker", "social worker"])
def test_agreement_alone_does_not_open_a_request_for_enquiries(role: str) -> None:
    purpose = Purpose.CHILD_PROTECTION
    record = ash(consents=(yes("kit", "rowan", purpose=purpose),))

    assert asked(record, KIT, purpose=purpose, role=role).reasons == (Reason.SOCIAL_WORKER_ONLY,)


def test_a_manager_must_authorise_the_public_interest() -> None:
    made = ground(gateway="PUBINT", authorised_by="")

    assert asked(ash(grounds=(made,))).reasons == (Reason.NO_MANAGER,)
    assert asked(ash(grounds=(replace(made, authorised_by="Helen Marsh"),))).allowed


def test_a_law_that_excludes_health_may_be_relied_on_for_other_things() -> None:
    police = AgencyId("police")
    record = ash(
        agencies=(agency(police, "Northmarsh Police", kind=AgencyKind.POLICE),),
        involvements=(involved("rowan", police),),
        grounds=(ground(gateway="SVD16", categories=frozenset({CONTACT, BODY})),),
    )

    assert asked(record, agency=police).allowed
    assert asked(record, agency=police, categories=frozenset({BODY})).reasons == (
        Reason.NOT_FOR_HEALTH,
    )


def test_a_purpose_the_law_pack_does_not_know_is_not_open() -> None:
    pack = replace(law(), usual=())
    record = ash(consents=(yes("rowan"),))

    decision = may_share(
        record, pack, person=ROWAN, agency=GP, categories=frozenset({CONTACT}), on=TODAY
    )

    assert decision.reasons == (Reason.NO_GATEWAY,)


@pytest.mark.parametrize(
    ("sentence", "record", "who", "reason"),
    [
        (
            "the person has died",
            ash(people=(person("rowan", died=person("x", born="2019").born), person("jo"))),
            ROWAN,
            Reason.DECEASED,
        ),
        (
            "the child is not born yet",
            ash(people=(person("kit", born=None, due=date(2027, 2, 19)),)),
            KIT,
            Reason.UNBORN,
        ),
    ],
)
def test_neither_agreement_nor_law_opens_it_for_the_dead_or_the_unborn(
    sentence: str, record: Record, who: PersonId, reason: Reason
) -> None:
    decision = asked(replace(record, grounds=(ground(person=who),)), who)

    assert (decision.verdict, decision.reasons) == (Verdict.REFUSED, (reason,)), sentence


def test_somebody_who_lacks_capacity_is_not_asked() -> None:
    note = replace(competent("rowan", able=False), kind=competent("x").kind.__class__.CAPACITY)

    assert asked(ash(competences=(note,))).reasons == (Reason.LACKS_CAPACITY,)
