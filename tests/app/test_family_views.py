"""What one of a family sees of sharing: their own word, and nothing another said or was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.consent import Answer, Consent, Limit
from app.domain.ids import ConsentId, PersonId, RulingId
from app.domain.record import Record
from app.domain.relationship import Relation
from app.domain.sharing import Ruling
from app.domain.standing import State
from app.view.project import project
from app.view.recipient import (
    OFFICE,
    Recipient,
    at_table,
    meeting,
    parent_about,
    partner_about,
    the_person,
)
from tests.app.sharing_cases import ground
from tests.builders import ASH, GP, TODAY, ash, flag, home, kin, law, person, stay, yes

ROWAN, JO, KIT = PersonId("rowan"), PersonId("jo"), PersonId("kit")


def shared(record: Record, recipient: Recipient, about: str = "kit") -> list[str]:
    """Return where sharing about somebody stands in the view of a recipient."""
    view = project(record, law(), recipient, TODAY)
    return [tie.sharing for tie in view.ties if tie.person == about]


def no(who: str, decider: str) -> Consent:
    return replace(yes(who, decider), id=ConsentId(f"no-{decider}"), answer=Answer.REFUSED)


@pytest.mark.parametrize(
    ("sentence", "consents", "rowan", "jo", "kit"),
    [
        ("nobody was asked", (), State.NOT_SOUGHT, State.NOT_SOUGHT, State.NOT_SOUGHT),
        ("one agreed", (yes("kit", "jo"),), State.NOT_SOUGHT, State.GIVEN, State.GIVEN),
        ("one said no", (no("kit", "jo"),), State.NOT_SOUGHT, State.REFUSED, State.REFUSED),
        (
            "they disagree",
            (yes("kit", "rowan"), no("kit", "jo")),
            State.GIVEN,
            State.REFUSED,
            State.REFUSED,
        ),
    ],
)
def test_each_parent_sees_their_own_word_and_no_more(
    sentence: str, consents: tuple[Consent, ...], rowan: State, jo: State, kit: State
) -> None:
    record = ash(consents=consents)

    assert shared(record, parent_about(ROWAN, KIT)) == [rowan]
    assert shared(record, parent_about(JO, KIT)) == [jo]
    assert shared(record, the_person(KIT)) == [kit]


def test_nobody_is_told_that_two_parents_disagree_or_that_a_manager_ruled() -> None:
    consents = (yes("kit", "rowan"), no("kit", "jo"))
    ruling = Ruling(
        id=RulingId("r"),
        household=ASH,
        person=KIT,
        agency=GP,
        share=True,
        settles=tuple(consent.id for consent in consents),
        manager="Sam Poole",
        decided_on=date(2026, 11, 2),
    )
    readers = (parent_about(ROWAN, KIT), parent_about(JO, KIT))

    with_ruling = [
        project(ash(consents=consents, rulings=(ruling,)), law(), r, TODAY) for r in readers
    ]

    assert with_ruling == [project(ash(consents=consents), law(), r, TODAY) for r in readers]
    every = (*readers, the_person(KIT), partner_about(GP, KIT))
    views = [project(ash(consents=consents), law(), reader, TODAY) for reader in every]
    assert not any(tie.disagreement for view in views for tie in view.ties)
    assert project(ash(consents=consents), law(), OFFICE, TODAY).ties[2].disagreement


def test_sharing_on_the_law_is_seen_by_whom_it_was_told_to() -> None:
    record = ash(grounds=(ground(person=KIT, told=(JO,), not_told=(ROWAN,)),))

    assert shared(record, OFFICE) == [State.OTHER_LAW]
    assert shared(record, parent_about(JO, KIT)) == [State.OTHER_LAW]
    assert shared(record, parent_about(ROWAN, KIT)) == [State.NOT_SOUGHT]
    assert shared(record, the_person(KIT)) == [State.NOT_SOUGHT]


def test_what_somebody_was_not_told_of_leaves_their_own_word_as_it_is() -> None:
    agreed = ash(consents=(no("kit", "rowan"),))
    behind = replace(agreed, grounds=(ground(person=KIT, told=(), not_told=(ROWAN,)),))

    first = project(agreed, law(), parent_about(ROWAN, KIT), TODAY)

    assert project(behind, law(), parent_about(ROWAN, KIT), TODAY) == first


def test_no_choice_is_shown_where_several_look_together() -> None:
    record = ash(consents=(yes("kit", "jo"), yes("rowan")))

    together = project(record, law(), at_table("rowan", "jo"), TODAY)

    assert together.ties == ()
    assert together.agencies == ()


def test_a_meeting_sees_whom_each_of_it_may_see() -> None:
    record = ash(
        homes=(home("h"),),
        stays=(stay("rowan", "h"), stay("kit", "h")),
        relationships=(kin("jo", Relation.MOTHER, "kit"),),
        flags=(flag("jo"),),
    )

    alone = project(record, law(), the_person(ROWAN), TODAY)
    together = project(record, law(), at_table("rowan", "kit"), TODAY)
    with_partner = project(record, law(), meeting(the_person(KIT), partner_about(GP, KIT)), TODAY)

    assert [seen.id for seen in alone.people] == ["rowan", "kit"]
    assert [seen.id for seen in together.people] == ["rowan", "kit"]
    assert [seen.id for seen in with_partner.people] == ["kit"]


def test_a_meeting_of_nobody_cannot_be() -> None:
    with pytest.raises(ValueError, match="nobody"):
        meeting()


def test_a_child_who_is_expected_is_seen_by_their_parents_only() -> None:
    bump = person("bump", born=None, due=date(2027, 3, 1))
    record = ash(
        people=(*ash().people, bump),
        homes=(home("h"),),
        stays=tuple(stay(who, "h") for who in ("rowan", "jo", "kit", "bump")),
        relationships=(
            kin("jo", Relation.MOTHER, "bump"),
            kin("rowan", Relation.FATHER, "bump"),
            kin("jo", Relation.MOTHER, "kit"),
        ),
    )

    seeing = {
        reader
        for reader in ("rowan", "jo", "kit")
        if any(p.id == "bump" for p in project(record, law(), the_person(reader), TODAY).people)
    }

    assert seeing == {"rowan", "jo"}


@pytest.mark.parametrize(
    ("sentence", "limit", "seen"),
    [
        ("nobody limited anything", None, [State.GIVEN]),
        ("their child asked not to tell them", {"not_person": JO}, []),
        ("another is not to be told", {"not_person": ROWAN}, [State.GIVEN]),
        ("from tomorrow on", {"not_person": JO, "since": date(2026, 11, 23)}, [State.GIVEN]),
    ],
)
def test_whom_somebody_asked_not_to_tell_is_shown_nothing_of_theirs(
    sentence: str, limit: dict[str, Any] | None, seen: list[State]
) -> None:
    limits: tuple[Limit, ...] = ()
    if limit is not None:
        limits = (Limit(id="l", household=ASH, person=KIT, decided_by=KIT, **limit),)

    record = ash(consents=(yes("kit", "jo"),), limits=limits)

    assert shared(record, parent_about(JO, KIT)) == seen


def test_that_a_partner_is_not_to_be_told_is_shown_to_no_other_parent() -> None:
    limit = Limit(id="l", household=ASH, person=KIT, decided_by=ROWAN, not_agency=GP)
    record = ash(consents=(yes("kit", "jo"),))

    without = project(record, law(), parent_about(JO, KIT), TODAY)

    assert project(replace(record, limits=(limit,)), law(), parent_about(JO, KIT), TODAY) == without
