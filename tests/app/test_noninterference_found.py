"""Counterexamples that pairs of states found, each as the smallest family that shows it.

What each of them gave away is mended; the names of the tests say what it was.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.consent import Category, Limit
from app.domain.ids import GroundId, PersonId, RequestId
from app.domain.record import Record
from app.domain.relationship import Relation
from app.domain.sharing import Choice, Confidentiality, Ground, ShareRequest
from app.view.form import project_forms
from app.view.letter import project_letter
from app.view.project import project
from app.view.recipient import Recipient, parent_about, partner_about, the_person
from tests.builders import ASH, GP, TODAY, ash, flag, home, kin, law, stay, yes

ROWAN, JO, KIT = (PersonId(name) for name in ("rowan", "jo", "kit"))


def seen(record: Record, reader: Recipient) -> str:
    return repr(project(record, law(), reader, TODAY))


def together(**parts: object) -> Record:
    """Return the family, Rowan and Kit in one home."""
    usual = {"homes": (home("first"),), "stays": (stay("rowan", "first"), stay("kit", "first"))}
    return ash(**(usual | parts))


def decided(choice: Choice = Choice.SHARE, *told: PersonId) -> Ground:
    """Return a decision without agreement about Kit, of which only some were told."""
    return Ground(
        id=GroundId("g"),
        household=ASH,
        person=KIT,
        agency=GP,
        gateway="CA04-10",
        confidentiality=Confidentiality.PUBLIC_INTEREST,
        categories=frozenset({Category.CONTACT}),
        told=told,
        not_told=tuple(who for who in (ROWAN, JO, KIT) if who not in told),
        why_not_told="It would put somebody at risk",
        decided_on=date(2026, 11, 9),
        choice=choice,
    )


# --- A role is told where kin is not.


@pytest.mark.parametrize("reader", [partner_about(GP, ROWAN, KIT), parent_about(ROWAN, KIT)])
def test_who_may_not_know_kin_is_not_told_it_by_a_role(reader: Recipient) -> None:
    apart = together()
    mother = together(relationships=(kin("rowan", Relation.MOTHER, "kit"),))

    one, other = seen(apart, reader), seen(mother, reader)

    assert one == other


# --- A flag hides an address that is not marked itself.


def flagged(street: str) -> Record:
    """Return the family with Rowan's address flagged, and a request about her."""
    request = ShareRequest(
        id=RequestId("q"), household=ASH, number="SR-1", agency=GP, person=ROWAN, made_on=TODAY
    )
    return together(
        homes=(home("first", street, label=street),), flags=(flag("rowan"),), requests=(request,)
    )


def test_a_flagged_address_is_not_in_a_letter_to_a_partner() -> None:
    letters = [
        project_letter(record, law(), record.requests[0], today=TODAY)
        for record in (flagged("7 Larkfield Close"), flagged("9 Chapel Bank"))
    ]

    assert letters[0] == letters[1]


def test_a_flagged_address_is_not_on_a_form() -> None:
    forms = [
        project_forms(record, law(), ROWAN, TODAY)
        for record in (flagged("7 Larkfield Close"), flagged("9 Chapel Bank"))
    ]

    assert forms[0] == forms[1]


def test_a_flagged_home_is_not_in_a_picture_for_a_partner() -> None:
    reader = partner_about(GP, ROWAN)

    one, other = seen(flagged("Larkfield"), reader), seen(flagged("Chapel"), reader)

    assert one == other


# --- A decision without agreement shows in the picture of who was not told.


@pytest.mark.parametrize("choice", Choice)
@pytest.mark.parametrize("reader", [the_person(KIT), parent_about(ROWAN, KIT)])
def test_who_was_not_told_of_a_decision_does_not_see_it_in_the_picture(
    reader: Recipient, choice: Choice
) -> None:
    asked = together(consents=(yes("kit", "rowan"),))
    never = replace(asked, grounds=(decided(choice, JO),))
    plain = replace(asked, grounds=())

    one, other = seen(plain, reader), seen(never, reader)

    assert one == other


def test_who_was_told_of_a_decision_sees_it_in_the_picture() -> None:
    told = together(grounds=(decided(Choice.SHARE, ROWAN),))

    one, other = (seen(r, parent_about(ROWAN, KIT)) for r in (told, replace(told, grounds=())))

    assert one != other


# --- Whom somebody asked not to tell.


def test_who_is_not_to_be_told_about_somebody_sees_none_of_their_agencies() -> None:
    limit = Limit(id="l", household=ASH, person=KIT, decided_by=KIT, not_person=ROWAN)
    record = together(limits=(limit,))

    view = project(record, law(), parent_about(ROWAN, KIT), TODAY)

    assert "kit" not in {tie.person for tie in view.ties}
