"""May this be shared? Every reason of the one deciding function, as sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.consent import Answer, Category, Limit
from app.domain.gateway import Reason, Verdict, agreed_categories
from app.domain.ids import PersonId
from app.domain.person import Safety
from app.domain.record import Record
from app.domain.sharing import Confidentiality
from app.domain.standing import State
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
    holds,
    involved,
    person,
    yes,
)

NO = Answer.REFUSED
LEFT = Answer.WITHDRAWN
BOTH_YES = (yes("kit", "rowan"), yes("kit", "jo"))

# sentence, record, about whom, reasons, allowed, state
ROWS: list[tuple[str, Record, PersonId, tuple[Reason, ...], bool, State]] = [
    (
        "an adult said yes",
        ash(consents=(yes("rowan"),)),
        ROWAN,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "an adult agreed to less",
        ash(consents=(yes("rowan", answer=Answer.NARROWED),)),
        ROWAN,
        (Reason.AGREED,),
        True,
        State.NARROWED,
    ),
    ("nobody was asked", ash(), ROWAN, (Reason.NOT_ASKED,), False, State.NOT_SOUGHT),
    (
        "it was decided not to ask",
        ash(consents=(replace(yes("rowan"), answer=Answer.NOT_SOUGHT, decider=None),)),
        ROWAN,
        (Reason.NOT_ASKED,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "it was written down of somebody that they were not asked",
        ash(consents=(yes("rowan", answer=Answer.NOT_SOUGHT),)),
        ROWAN,
        (Reason.NOT_ASKED,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "a form is prepared and not signed",
        ash(consents=(yes("rowan", answer=Answer.DRAFT),)),
        ROWAN,
        (Reason.FORM_NOT_SIGNED,),
        False,
        State.DRAFT,
    ),
    (
        "a new form does not end the old yes before it is signed",
        ash(consents=(yes("rowan"), yes("rowan", on="2026-11-20", answer=Answer.DRAFT))),
        ROWAN,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "they said no",
        ash(consents=(yes("rowan", answer=NO),)),
        ROWAN,
        (Reason.SAID_NO,),
        False,
        State.REFUSED,
    ),
    (
        "they changed their mind",
        ash(consents=(yes("rowan"), yes("rowan", on="2026-10-01", answer=LEFT))),
        ROWAN,
        (Reason.CHANGED_MIND,),
        False,
        State.WITHDRAWN,
    ),
    (
        "and changed it back",
        ash(consents=(yes("rowan", answer=NO), yes("rowan", on="2026-10-01"))),
        ROWAN,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "the yes has run out",
        ash(consents=(yes("rowan", on="2025-11-22"),)),
        ROWAN,
        (Reason.RAN_OUT,),
        False,
        State.EXPIRED,
    ),
    (
        "a yes that is dated ahead does not count yet",
        ash(consents=(yes("rowan", on="2026-11-23"),)),
        ROWAN,
        (Reason.RAN_OUT,),
        False,
        State.EXPIRED,
    ),
    (
        "somebody else signed for an adult",
        ash(consents=(yes("rowan", "jo"),)),
        ROWAN,
        (Reason.NOT_THEIR_DECISION,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "one of two parents is enough",
        ash(consents=(yes("kit", "rowan"),)),
        KIT,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "both parents said yes",
        ash(consents=BOTH_YES),
        KIT,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "the parents disagree",
        ash(consents=(yes("kit", "rowan"), yes("kit", "jo", answer=NO))),
        KIT,
        (Reason.DISAGREEMENT,),
        False,
        State.REFUSED,
    ),
    (
        "one parent changed their mind",
        ash(consents=(yes("kit", "rowan"), yes("kit", "jo", answer=LEFT))),
        KIT,
        (Reason.DISAGREEMENT,),
        False,
        State.REFUSED,
    ),
    (
        "a no beside a yes that has run out is a no",
        ash(consents=(yes("kit", "rowan", on="2025-01-01"), yes("kit", "jo", answer=NO))),
        KIT,
        (Reason.SAID_NO,),
        False,
        State.REFUSED,
    ),
    (
        "a grandparent without responsibility signed",
        ash(consents=(yes("kit", "jo"),), responsibilities=(holds("kit", "rowan"),)),
        KIT,
        (Reason.NOT_THEIR_DECISION,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "and their no stops nobody",
        ash(
            consents=(yes("kit", "rowan"), yes("kit", "jo", answer=NO)),
            responsibilities=(holds("kit", "rowan"),),
        ),
        KIT,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "a holder signed who has lost responsibility since",
        ash(
            consents=(yes("kit", "jo"),),
            responsibilities=(
                holds("kit", "rowan"),
                holds("kit", "jo", until=date(2026, 10, 1)),
            ),
        ),
        KIT,
        (Reason.NOT_THEIR_DECISION,),
        False,
        State.SUPERSEDED,
    ),
    (
        "nobody holds responsibility",
        ash(responsibilities=()),
        KIT,
        (Reason.NOBODY_CAN_DECIDE,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "a parent signed and the child is 16 today",
        born("2010-11-22", consents=(yes("kit", "rowan"),)),
        KIT,
        (Reason.TURNED_16, Reason.NOT_THEIR_DECISION),
        False,
        State.SUPERSEDED,
    ),
    (
        "a parent signed and the child is 16 tomorrow",
        born("2010-11-23", consents=(yes("kit", "rowan"),)),
        KIT,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "a young person said yes themselves",
        born("2010-01-01", consents=(yes("kit"),)),
        KIT,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "a young person's no is not undone by a parent's yes",
        born("2010-01-01", consents=(yes("kit", answer=NO), yes("kit", "rowan"))),
        KIT,
        (Reason.SAID_NO,),
        False,
        State.REFUSED,
    ),
    (
        "a competent child's no governs",
        born(
            "2012-01-01",
            consents=(yes("kit", answer=NO), yes("kit", "rowan")),
            competences=(competent("kit"),),
        ),
        KIT,
        (Reason.SAID_NO,),
        False,
        State.REFUSED,
    ),
    (
        "the date of birth is not known",
        ash(people=(person("rowan", born=None), person("jo"), person("kit"))),
        ROWAN,
        (Reason.AGE_UNKNOWN,),
        False,
        State.NOT_SOUGHT,
    ),
]


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
    }  # fmt: skip

    assert reasons | by_others == set(Reason)
    assert {row[5] for row in ROWS} | {State.OTHER_LAW} == set(State)
