"""What two records of one person both have becomes one, and nothing known is lost or chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.agency import AgencyKind, Episode, InvolvementState, Professional
from app.domain.consent import Limit
from app.domain.home import AddressUse
from app.domain.household import TEXT_LENGTH, Household
from app.domain.ids import AgencyId, OrderId, PersonId, ProfessionalId, VisitId
from app.domain.merged_records import CannotMerge
from app.domain.merging import Side, attached_openly, merged
from app.domain.person import Allowed, FurtherName, NameUse, Safety
from app.domain.plan import Invited, Invitee, Meeting
from app.domain.record import Record
from app.domain.relationship import Contact, Relation
from app.domain.responsibility import Basis, Holds, Order, OrderKind
from app.domain.visit import OwnWords, Visit
from tests.builders import (
    ASH,
    CAMHS,
    GP,
    TODAY,
    agency,
    flag,
    holds,
    home,
    involved,
    kin,
    person,
    stay,
)

ONE, TWO, THIRD = PersonId("one"), PersonId("two"), PersonId("third")
OTHER_GP = AgencyId("other-gp")


def family(**parts: Any) -> Record:
    people = (person(ONE, "Sam"), person(TWO, "Sam"), person(THIRD, "Kit", born="2019-03-01"))
    agencies = (agency(), agency(OTHER_GP, "Hill"), agency(CAMHS, kind=AgencyKind.CAMHS))
    whole = Record(
        household=Household(id=ASH, name="Ash"),
        people=people,
        agencies=agencies,
        homes=(home("h1"), home("h2")),
    )
    return replace(whole, **parts)


def one_of_both(**parts: Any) -> Record:
    return merged(family(**parts), ONE, TWO, {}, TODAY)


def why_not(**parts: Any) -> str:
    with pytest.raises(CannotMerge) as refused:
        one_of_both(**parts)
    return refused.value.code


@pytest.mark.parametrize("known", [Holds.YES, Holds.NO, Holds.DISPUTED])
@pytest.mark.parametrize("first_knows", [True, False])
def test_what_is_known_of_parental_responsibility_beats_what_is_not(
    known: Holds, first_knows: bool
) -> None:
    order = Order(id=OrderId("order"), household=ASH, kind=OrderKind.CARE, about=(THIRD,))
    told: dict[str, Any] = {
        "holds": known,
        "basis": Basis.AGREEMENT,
        "restricted_by": order.id,
        "since": date(2020, 1, 1),
        "until": date(2027, 1, 1),
        "evidence": "Seen",
    }
    untold: dict[str, Any] = {"holds": Holds.UNKNOWN, "basis": Basis.NOT_RECORDED}
    rows = (
        holds(THIRD, ONE, **(told if first_knows else untold)),
        holds(THIRD, TWO, **(untold if first_knows else told)),
    )

    after = one_of_both(responsibilities=rows, orders=(order,))

    assert after.responsibilities == (replace(holds(THIRD, ONE), **told),)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"holds": Holds.YES}, {"holds": Holds.NO}),
        ({"holds": Holds.DISPUTED}, {"holds": Holds.YES}),
        ({"basis": Basis.MOTHER}, {"basis": Basis.ADOPTION}),
        ({"since": date(2020, 1, 1)}, {"since": date(2021, 1, 1)}),
    ],
)
def test_two_answers_on_parental_responsibility_are_never_chosen_between(
    one: dict[str, Any], two: dict[str, Any]
) -> None:
    rows = (holds(THIRD, ONE, **one), holds(THIRD, TWO, **two))

    assert why_not(responsibilities=rows) == "responsibility"


@pytest.mark.parametrize("first_knows", [True, False])
def test_everything_said_of_an_agency_stays(first_knows: bool) -> None:
    told: dict[str, Any] = {
        "state": InvolvementState.ACTIVE,
        "professional": ProfessionalId("pro"),
        "since": date(2024, 1, 1),
        "why": "Sleep",
        "last_contact": date(2026, 11, 1),
        "next_step": "Call",
        "episode": Episode.CAMHS_PLAN,
        "attends": Allowed.YES,
        "safety": Safety.INTERNAL,
    }
    untold: dict[str, Any] = {"state": InvolvementState.CLOSED}
    rows = (
        involved(ONE, CAMHS, **(told if first_knows else untold)),
        involved(TWO, CAMHS, **(untold if first_knows else told)),
    )
    pro = Professional(id=ProfessionalId("pro"), agency=CAMHS, name="Alex Moor")

    after = one_of_both(involvements=rows, professionals=(pro,))

    assert after.involvements == (replace(involved(ONE, CAMHS), **told),)


def test_two_kinds_of_work_at_one_agency_are_never_chosen_between() -> None:
    rows = (
        involved(ONE, CAMHS, episode=Episode.CHILD_IN_NEED),
        involved(TWO, CAMHS, episode=Episode.CHILD_PROTECTION),
    )

    assert why_not(involvements=rows) == "involvement"


def test_everything_said_of_a_relationship_stays() -> None:
    first = replace(kin(ONE, Relation.AUNT_OR_UNCLE, THIRD), view_of_person="Close")
    second = replace(
        kin(TWO, Relation.AUNT_OR_UNCLE, THIRD),
        contact=Contact.SUPERVISED,
        view_of_person="Distant",
        view_of_other="Kind",
    )

    (after,) = one_of_both(relationships=(first, second)).relationships

    assert (after.person, after.other, after.contact) == (ONE, THIRD, Contact.SUPERVISED)
    assert (after.view_of_person, after.view_of_other) == ("Close\nDistant", "Kind")


@pytest.mark.parametrize("cares", [True, False])
def test_a_relationship_told_from_the_other_side_keeps_whose_view_is_whose(cares: bool) -> None:
    first = replace(kin(ONE, Relation.SIBLING, THIRD), view_of_person="Sam: fun")
    mirrored = replace(
        kin(THIRD, Relation.SIBLING, TWO),
        carer=cares,
        view_of_person="Kit: loud",
        view_of_other="Sam: small",
    )

    (after,) = one_of_both(relationships=(first, mirrored)).relationships
    views = {after.person: after.view_of_person, after.other: after.view_of_other}

    assert views == {ONE: "Sam: fun\nSam: small", THIRD: "Kit: loud"}
    assert after.carer is cares
    assert not cares or after.person == THIRD


def test_two_kinds_of_contact_and_caring_for_each_other_are_never_chosen_between() -> None:
    sibling = kin(ONE, Relation.SIBLING, THIRD)
    other = kin(THIRD, Relation.SIBLING, TWO)
    contact = (replace(sibling, contact=Contact.YES), replace(other, contact=Contact.NONE))
    caring = (replace(sibling, carer=True), replace(other, carer=True))

    assert why_not(relationships=contact) == "relationship"
    assert why_not(relationships=caring) == "relationship"


def test_of_two_stays_in_one_home_the_fuller_says_how_many_nights_and_what_for() -> None:
    rows = (
        stay(ONE, "h1", nights=2),
        stay(TWO, "h1", nights=5, use=AddressUse.TEMPORARY),
    )

    (after,) = one_of_both(stays=rows).stays

    assert (after.nights, after.use) == (5, AddressUse.TEMPORARY)


def test_a_home_that_was_also_an_old_address_stays_both() -> None:
    rows = (stay(ONE, "h1"), stay(TWO, "h1", use=AddressUse.OLD))

    assert [s.use for s in one_of_both(stays=rows).stays] == [AddressUse.HOME, AddressUse.OLD]


def test_the_main_home_of_whoever_stays_stays_the_main_one() -> None:
    rows = (stay(ONE, "h2", main=False), stay(ONE, "h1"), stay(TWO, "h2"))

    after = one_of_both(stays=rows).stays

    assert {s.home: s.main for s in after} == {"h1": True, "h2": False}


def test_two_stays_that_one_long_stay_covers_become_one() -> None:
    rows = (
        replace(stay(ONE, "h1", until=date(2020, 1, 1)), id="early"),
        stay(ONE, "h1", since=date(2022, 1, 1)),
        stay(TWO, "h1", since=date(2019, 1, 1)),
    )

    (after,) = one_of_both(stays=rows).stays

    assert after.until is None


def test_what_they_like_to_be_called_stays_as_a_nickname_when_it_is_not_chosen() -> None:
    whole = family()
    one, two, third = whole.people
    people = (replace(one, known_as="Sammy"), replace(two, known_as="Bear"), third)

    kept = one_of_both(people=people).person(ONE)
    taken = merged(replace(whole, people=people), ONE, TWO, {"known_as": Side.OTHER}, TODAY)

    assert kept.known_as == "Sammy"
    assert kept.further_names == (FurtherName(use=NameUse.NICKNAME, given="Bear"),)
    assert taken.person(ONE).further_names == (FurtherName(use=NameUse.NICKNAME, given="Sammy"),)


def test_no_nickname_is_made_of_a_name_they_have_anyway() -> None:
    one, two, third = family().people
    people = (one, replace(two, given="Samuel", known_as="Sam"), third)
    chosen = {"known_as": Side.KEPT}

    after = merged(family(people=people), ONE, TWO, chosen, TODAY).person(ONE)

    assert after.further_names == (FurtherName(use=NameUse.OLD, given="Samuel", family="Ash"),)


def test_what_both_said_on_one_visit_is_said_by_one() -> None:
    visit = Visit(
        id=VisitId("visit"),
        household=ASH,
        on=TODAY,
        seen=(ONE, TWO),
        words=(
            OwnWords(person=TWO, words="I sleep."),
            OwnWords(person=THIRD, words="Me too."),
            OwnWords(person=ONE, words="I eat."),
        ),
    )

    (after,) = one_of_both(visits=(visit,)).visits

    assert after.words == (
        OwnWords(person=ONE, words="I sleep.\n\nI eat."),
        OwnWords(person=THIRD, words="Me too."),
    )


def test_two_who_were_asked_to_one_meeting_are_asked_once_with_both_views() -> None:
    meeting = Meeting(
        id="meeting",
        household=ASH,
        on=date(2026, 11, 1),
        invitees=(Invitee(person=ONE), Invitee(person=TWO, state=Invited.CAME)),
        views=(OwnWords(person=ONE, words="Yes."), OwnWords(person=TWO, words="No.")),
    )

    (after,) = one_of_both(meetings=(meeting,)).meetings

    assert after.invitees == (Invitee(person=ONE, state=Invited.CAME),)
    assert after.views == (OwnWords(person=ONE, words="Yes.\n\nNo."),)


def order(restrains: str, *protects: str) -> Order:
    return Order(
        id=OrderId("order"),
        household=ASH,
        kind=OrderKind.NON_MOLESTATION,
        until=date(2020, 1, 1),
        restrains=PersonId(restrains),
        protects=tuple(PersonId(one) for one in protects),
    )


def limit(who: str, by: str, not_person: str) -> Limit:
    return Limit(
        id="limit",
        household=ASH,
        person=PersonId(who),
        decided_by=PersonId(by),
        not_person=PersonId(not_person),
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"orders": (order(ONE, THIRD, TWO),)},
        {"orders": (order(TWO, ONE),)},
        {"limits": (limit(ONE, ONE, TWO),)},
        {"limits": (limit(TWO, THIRD, ONE),)},
        {"limits": (limit(THIRD, ONE, TWO),)},
    ],
    ids=["restrained", "protected", "about-one", "about-two", "decided-by-one"],
)
def test_two_whom_an_order_or_a_wish_sets_against_each_other_are_two(parts: Any) -> None:
    assert why_not(**parts) == "set-against"


def test_an_order_that_names_both_on_one_side_is_in_nobodys_way() -> None:
    assert one_of_both(orders=(order(THIRD, ONE, TWO),)).orders[0].protects == (ONE,)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"involvements": (involved(ONE), involved(TWO, OTHER_GP))}, "practice"),
        (
            {"stays": (stay(ONE, "h1", nights=4), stay(TWO, "h2", nights=5, main=False))},
            "nights",
        ),
        ({"responsibilities": (holds(TWO, ONE),)}, "responsibility"),
        (
            {
                "relationships": (
                    kin(ONE, Relation.KINSHIP_CARER, THIRD),
                    kin(THIRD, Relation.PARENT, TWO),
                )
            },
            "relationship",
        ),
        (
            {
                "involvements": (
                    involved(ONE, GP, why="x" * TEXT_LENGTH),
                    involved(TWO, GP, why="y"),
                )
            },
            "too-long",
        ),
    ],
    ids=["practice", "nights", "responsibility", "relationship", "too-long"],
)
def test_the_part_that_contradicts_is_named(parts: Any, code: str) -> None:
    assert why_not(**parts) == code


def test_what_is_counted_side_by_side_tells_nothing_private() -> None:
    record = family(
        homes=(home("h1"), home("h2", safety=Safety.OWN)),
        stays=(stay(ONE, "h1"), stay(ONE, "h2", main=False)),
        involvements=(involved(ONE), involved(ONE, CAMHS, safety=Safety.OWN)),
        flags=(flag(ONE),),
    )

    assert attached_openly(record, ONE) == {"stays": 1, "involvements": 1}
