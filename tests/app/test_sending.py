"""How a paper may leave: to a partner, to which home or mailbox, and for the made-up families."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.agency import InvolvementState, Professional, Team
from app.domain.ids import PersonId, ProfessionalId, TeamId
from app.domain.record import Record
from app.domain.sending import IN_THE_OFFICE, ForWhom, ways_out
from app.domain.sending_rules import CARES, STOPS, Care, Stop
from app.domain.sharing import LeavesBy, PaperKind
from tests.app.sending_cases import (
    AISHA,
    DANIEL,
    DIED,
    EMAIL,
    HAND,
    JO,
    KIT,
    MILL,
    POST,
    ROWAN,
    SAMIRA,
    at_mill,
    form,
    letter,
    mail,
    order,
    way,
)
from tests.builders import (
    GP,
    SCHOOL,
    TODAY,
    agency,
    ash,
    family,
    home,
    involved,
    person,
    stay,
)

# --- A partner’s paper.

NURSE = Professional(
    id=ProfessionalId("nurse"), agency=GP, name="Ida Long", email="ida.long@nhs.net"
)


def surgery(**rest: Any) -> dict[str, Any]:
    """Return the practice with an address and a mailbox, and other facts."""
    usual = {"lines": ("3 High Street",), "postcode": "ZZ99 7BB", "mailbox": "mill@nhs.net"}
    return {"agencies": (agency(**(usual | rest)),)}


@pytest.mark.parametrize(
    ("sentence", "record", "whom", "by", "said"),
    [
        ("nothing against post", ash(**surgery()), letter(), POST, ()),
        ("nothing against mail", ash(**surgery()), letter(), EMAIL, ()),
        ("nothing against handing it over", ash(**surgery()), letter(), HAND, ()),
        ("no address", ash(**surgery(lines=())), letter(), POST, (Stop.NO_ADDRESS,)),
        ("no mailbox", ash(**surgery(mailbox=" ")), letter(), EMAIL, (Stop.NO_MAILBOX,)),
        (
            "a mailbox that is none",
            ash(**surgery(mailbox="x")),
            letter(),
            EMAIL,
            (Stop.BAD_MAILBOX,),
        ),
        (
            "the agency has closed",
            ash(**surgery(closed_on=TODAY)),
            letter(),
            HAND,
            (Stop.AGENCY_CLOSED,),
        ),
        ("it closes tomorrow", ash(**surgery(closed_on=date(2026, 11, 23))), letter(), POST, ()),
        (
            "they do not work with this person any more: no request",
            ash(**surgery(), involvements=(involved("rowan", state=InvolvementState.CLOSED),)),
            letter(),
            POST,
            (Stop.NOT_INVOLVED,),
        ),
        (
            "but that an agreement ended, they must hear",
            ash(**surgery(), involvements=(involved("rowan", state=InvolvementState.CLOSED),)),
            letter(PaperKind.WITHDRAWAL_NOTICE),
            POST,
            (Care.NOT_WITH_THEM_NOW,),
        ),
        (
            "whom it is about has died",
            ash(**surgery(), people=(person("rowan", died=DIED),)),
            letter(),
            EMAIL,
            (Stop.SUBJECT_DIED,),
        ),
        (
            "whoever it was for has left",
            ash(**surgery(), professionals=(replace(NURSE, left_on=TODAY),)),
            letter(professional=NURSE.id),
            EMAIL,
            (Stop.PROFESSIONAL_LEFT,),
        ),
        (
            "the practice has the one they are protected from as well",
            ash(**surgery(), orders=(order(JO, ROWAN),)),
            letter(),
            POST,
            (Care.SERVES_UNSAFE,),
        ),
    ],
)
def test_what_is_said_about_a_paper_to_a_partner(
    sentence: str, record: Record, whom: ForWhom, by: LeavesBy, said: tuple[Stop | Care, ...]
) -> None:
    found = way(record, whom, by)

    assert (*found.stops, *found.cares) == said, sentence


# --- Where it goes.


def test_a_form_goes_to_the_main_home_of_whoever_reads_it() -> None:
    record = at_mill(
        homes=(MILL, home("hill", "2 Hill", postcode="ZZ99 8AA")),
        stays=(stay("rowan", "mill", main=False), stay("rowan", "hill")),
    )

    posted = way(record, form(), POST)

    assert posted.key == "post:rowan:hill"
    assert posted.lines == ("Rowan Ash", "2 Hill", "ZZ99 8AA")


def test_each_of_two_who_sign_has_ways_of_their_own_and_one_by_hand() -> None:
    record = at_mill("rowan", "jo", contact_points=(mail("rowan"), mail("jo", "jo@post.example")))

    ways = ways_out(record, form(ROWAN, JO, about=KIT), TODAY)

    assert [one.key for one in ways] == [
        "by-hand",
        "post:rowan:mill",
        "post:jo:mill",
        "email:mail-rowan",
        "email:mail-jo",
    ]
    assert ways[0].to == "Rowan Ash, Jo Ash"


def test_what_stops_one_of_two_readers_stops_handing_it_to_both() -> None:
    people = (person("rowan"), person("jo", died=DIED), person("kit"))

    by_hand = way(at_mill(people=people), form(ROWAN, JO, about=KIT), HAND)

    assert by_hand.stops == (Stop.RECIPIENT_DIED,)


def test_a_letter_goes_to_the_professional_the_team_or_the_agency() -> None:
    team = Team(id=TeamId("desk"), agency=GP, name="Front desk", mailbox="desk@nhs.net")
    record = ash(**surgery(), teams=(team,), professionals=(NURSE,))

    ways = ways_out(record, letter(professional=NURSE.id), TODAY)

    assert [(one.key, one.mailbox or one.lines) for one in ways] == [
        ("by-hand", ()),
        ("post:gp", ("Ida Long", "Mill Lane Surgery", "3 High Street", "ZZ99 7BB")),
        ("email:nurse", "ida.long@nhs.net"),
        ("email:desk", "desk@nhs.net"),
        ("email:gp", "mill@nhs.net"),
    ]


def test_a_picture_for_the_office_goes_to_nobody() -> None:
    whom = ForWhom(kind=PaperKind.HOUSEHOLD_PICTURE)

    assert ways_out(ash(), whom, TODAY) == (IN_THE_OFFICE,)


def test_a_paper_to_another_agency_says_nothing_of_this_ones_address() -> None:
    record = ash(**surgery(), involvements=(*ash().involvements, involved("rowan", SCHOOL)))
    record = replace(
        record, agencies=(*record.agencies, agency(SCHOOL, "Hill School", mailbox="hill@gov.uk"))
    )

    ways = ways_out(record, letter(agency=SCHOOL), TODAY)

    assert all("3 High Street" not in one.lines for one in ways)
    assert [one.mailbox for one in ways if one.mailbox] == ["hill@gov.uk"]


# --- The made-up families.


@pytest.mark.parametrize(
    ("sentence", "letter_", "whom", "by", "said"),
    [
        (
            "Dana lives with others",
            "A",
            form(PersonId("A1"), about=PersonId("A1")),
            POST,
            {Care.OTHERS_THERE},
        ),
        (
            "nobody has asked Tunde about post",
            "A",
            form(PersonId("A2"), about=PersonId("A2")),
            POST,
            {Care.POST_NOT_ASKED, Care.OTHERS_THERE},
        ),
        (
            "Samira said no post",
            "B",
            form(SAMIRA, about=SAMIRA),
            POST,
            {Stop.POST_NOT_SAFE, Care.CONFIDENTIAL_HOME, Care.OTHERS_THERE},
        ),
        ("Daniel’s own form", "B", form(DANIEL, about=DANIEL), POST, {Care.POST_NOT_ASKED}),
        (
            "two people go to Daniel",
            "B",
            form(DANIEL, about=DANIEL),
            HAND,
            {Care.STAFF_SAFETY},
        ),
        (
            "about Aisha, to Daniel",
            "B",
            form(DANIEL, about=AISHA),
            POST,
            {Stop.READER_UNSAFE, Care.POST_NOT_ASKED},
        ),
        (
            "about Daniel, to where Samira hides",
            "B",
            form(SAMIRA, about=DANIEL),
            POST,
            {
                *(Stop.POST_NOT_SAFE, Stop.PROTECTED_THERE, Stop.READER_PROTECTED),
                *(Care.CONFIDENTIAL_HOME, Care.OTHERS_THERE),
            },
        ),
        (
            "Jade has no fixed abode",
            "C",
            form(PersonId("C4"), about=PersonId("C4")),
            POST,
            {Stop.NO_ADDRESS, Care.POST_NOT_ASKED},
        ),
    ],
)
def test_what_is_said_of_the_made_up_families(
    sentence: str, letter_: str, whom: ForWhom, by: LeavesBy, said: set[Stop | Care]
) -> None:
    found = way(family(letter_), whom, by)

    assert {*found.stops, *found.cares} == said, sentence


def test_the_table_has_a_row_for_every_code_and_says_where_it_comes_from() -> None:
    codes = [rule.code for rule in (*STOPS, *CARES)]

    assert sorted(codes) == sorted([*Stop, *Care])
    assert all(rule.source and rule.ways for rule in (*STOPS, *CARES))
