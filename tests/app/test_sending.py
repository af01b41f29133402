"""How a paper may leave, as a table a social worker can read: the case, the way, what is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.agency import InvolvementState, Professional, Team
from app.domain.dates import PartialDate
from app.domain.home import AddressUse
from app.domain.ids import OrderId, PersonId, ProfessionalId, TeamId
from app.domain.person import Allowed, SafeContact
from app.domain.reach import ContactPoint, FlagKind, Way
from app.domain.record import Record
from app.domain.responsibility import Order, OrderKind
from app.domain.sending import IN_THE_OFFICE, ForWhom, WayOut, ways_out
from app.domain.sending_rules import CARES, STOPS, Care, Stop
from app.domain.sharing import LeavesBy, PaperKind
from tests.builders import (
    ASH,
    GP,
    SCHOOL,
    TODAY,
    agency,
    ash,
    family,
    flag,
    hidden_home,
    home,
    involved,
    person,
    stay,
)

ROWAN, JO, KIT = PersonId("rowan"), PersonId("jo"), PersonId("kit")
SAMIRA, DANIEL, AISHA = PersonId("B1"), PersonId("B2"), PersonId("B3")
HAND, POST, EMAIL = LeavesBy.HAND, LeavesBy.POST, LeavesBy.EMAIL
MILL = home("mill", "1 Mill Lane", "Ashford", postcode="ZZ99 7AA")
DIED = PartialDate.read("2026-10")
YES = SafeContact(post=Allowed.YES, email=Allowed.YES)


def form(*readers: PersonId, about: PersonId = ROWAN) -> ForWhom:
    return ForWhom(kind=PaperKind.CONSENT_FORM, about=about, readers=readers or (about,))


def letter(kind: PaperKind = PaperKind.SHARE_REQUEST, **rest: Any) -> ForWhom:
    return ForWhom(kind=kind, **({"about": ROWAN, "agency": GP} | rest))


def order(restrains: PersonId, *protects: PersonId) -> Order:
    return Order(
        id=OrderId("o"),
        household=ASH,
        kind=OrderKind.NON_MOLESTATION,
        restrains=restrains,
        protects=protects,
    )


def mail(who: str, value: str = "rowan@post.example", **rest: Any) -> ContactPoint:
    return ContactPoint(
        id=f"mail-{who}", household=ASH, person=PersonId(who), way=Way.EMAIL, value=value, **rest
    )


def at_mill(*who: str, **parts: Any) -> Record:
    """Return the Ash family with these people at Mill Lane, and everybody asked about post."""
    people = (
        person("rowan", contact=YES),
        person("jo", contact=YES),
        person("kit", born="2017-03-03", contact=YES),
    )
    usual: dict[str, Any] = {
        "people": people,
        "homes": (MILL,),
        "stays": tuple(stay(one, "mill") for one in who or ("rowan",)),
        "contact_points": (mail("rowan"),),
    }
    return ash(**(usual | parts))


def rowan_is(**rest: Any) -> dict[str, Any]:
    """Return the people of the Ash family, Rowan with other facts."""
    people = (person("rowan", **({"contact": YES} | rest)), person("jo"), person("kit"))
    return {"people": people}


def way(record: Record, whom: ForWhom, by: LeavesBy) -> WayOut:
    """Return the first way of a kind."""
    return next(one for one in ways_out(record, whom, TODAY) if one.by is by)


# --- What stops a paper to one of the family.


@pytest.mark.parametrize(
    ("sentence", "record", "whom", "by", "stops"),
    [
        ("they said post is safe", at_mill(), form(), POST, ()),
        ("they said mail is safe", at_mill(), form(), EMAIL, ()),
        ("given to them", at_mill(), form(), HAND, ()),
        (
            "they have died: no post",
            at_mill(**rowan_is(died=DIED)),
            form(),
            POST,
            (Stop.RECIPIENT_DIED,),
        ),
        (
            "they have died: not by hand either",
            at_mill(**rowan_is(died=DIED)),
            form(),
            HAND,
            (Stop.RECIPIENT_DIED,),
        ),
        (
            "the child it is about has died",
            at_mill(people=(person("rowan", contact=YES), person("kit", died=DIED))),
            form(ROWAN, about=KIT),
            HAND,
            (Stop.SUBJECT_DIED,),
        ),
        (
            "they moved out and nobody knows where to",
            at_mill(stays=(stay("rowan", "mill", until=date(2026, 8, 11)),)),
            form(),
            POST,
            (Stop.OLD_ADDRESS,),
        ),
        (
            "moved out today",
            at_mill(stays=(stay("rowan", "mill", until=TODAY),)),
            form(),
            POST,
            (Stop.OLD_ADDRESS,),
        ),
        (
            "the address is marked as an old one",
            at_mill(stays=(stay("rowan", "mill", use=AddressUse.OLD),)),
            form(),
            POST,
            (Stop.OLD_ADDRESS,),
        ),
        (
            "only where they work is known",
            at_mill(stays=(stay("rowan", "mill", use=AddressUse.WORK),)),
            form(),
            POST,
            (Stop.NO_ADDRESS,),
        ),
        ("no home is recorded", at_mill(stays=()), form(), POST, (Stop.NO_ADDRESS,)),
        (
            "no fixed abode",
            at_mill(homes=(home("mill", postcode="ZZ99 3VZ"),)),
            form(),
            POST,
            (Stop.NO_ADDRESS,),
        ),
        (
            "they said no post",
            at_mill(**rowan_is(contact=SafeContact(post=Allowed.NO))),
            form(),
            POST,
            (Stop.POST_NOT_SAFE,),
        ),
        (
            "they said no mail at all",
            at_mill(**rowan_is(contact=SafeContact(email=Allowed.NO))),
            form(),
            EMAIL,
            (Stop.EMAIL_NOT_SAFE,),
        ),
        (
            "they said mail is fine, but not to this address",
            at_mill(contact_points=(mail("rowan", message=Allowed.NO),)),
            form(),
            EMAIL,
            (Stop.EMAIL_NOT_SAFE,),
        ),
        (
            "the address is no address",
            at_mill(contact_points=(mail("rowan", "rowan at post"),)),
            form(),
            EMAIL,
            (Stop.BAD_MAILBOX,),
        ),
        (
            "leave no messages: no mail",
            at_mill(flags=(flag("rowan", FlagKind.NO_MESSAGES),)),
            form(),
            EMAIL,
            (Stop.NO_MESSAGES,),
        ),
        (
            "leave no messages: it ended",
            at_mill(flags=(flag("rowan", FlagKind.NO_MESSAGES, until=TODAY),)),
            form(),
            EMAIL,
            (),
        ),
        (
            "in witness protection: no post",
            at_mill(flags=(flag("rowan", FlagKind.WITNESS_PROTECTION),)),
            form(),
            POST,
            (Stop.WITNESS_PROTECTION,),
        ),
        (
            "in witness protection: no mail",
            at_mill(flags=(flag("rowan", FlagKind.WITNESS_PROTECTION),)),
            form(),
            EMAIL,
            (Stop.WITNESS_PROTECTION,),
        ),
        (
            "whom an order keeps from them lives there still",
            at_mill("rowan", "jo", orders=(order(JO, ROWAN),)),
            form(),
            POST,
            (Stop.UNSAFE_THERE,),
        ),
        (
            "and may read their mail",
            at_mill("rowan", "jo", orders=(order(JO, ROWAN),)),
            form(),
            EMAIL,
            (Stop.UNSAFE_THERE,),
        ),
        (
            "an order keeps them from somebody who lives there",
            at_mill("rowan", "jo", orders=(order(ROWAN, JO),)),
            form(),
            POST,
            (Stop.PROTECTED_THERE,),
        ),
        (
            "about a child who must be protected from somebody at the reader’s home",
            at_mill("rowan", "jo", orders=(order(JO, KIT),)),
            form(ROWAN, about=KIT),
            POST,
            (Stop.UNSAFE_THERE,),
        ),
        (
            "about somebody from whom a person at the reader’s home must be protected",
            at_mill("rowan", "kit", orders=(order(JO, KIT),)),
            form(ROWAN, about=JO),
            POST,
            (Stop.PROTECTED_THERE, Stop.READER_PROTECTED),
        ),
        (
            "the reader must be kept from the child it is about",
            at_mill(orders=(order(ROWAN, KIT),)),
            form(ROWAN, about=KIT),
            POST,
            (Stop.READER_UNSAFE,),
        ),
        (
            "the reader must be protected from the person it is about",
            at_mill(orders=(order(JO, ROWAN),)),
            form(ROWAN, about=JO),
            EMAIL,
            (Stop.READER_PROTECTED,),
        ),
        (
            "somebody unsafe lived there, and has moved out",
            at_mill(
                orders=(order(JO, ROWAN),),
                stays=(stay("rowan", "mill"), stay("jo", "mill", until=TODAY)),
            ),
            form(),
            POST,
            (),
        ),
        (
            "everything at once is said at once",
            at_mill(
                people=(person("rowan", contact=SafeContact(post=Allowed.NO)), person("jo")),
                stays=(stay("rowan", "mill", until=TODAY), stay("jo", "mill")),
                orders=(order(JO, ROWAN),),
            ),
            form(),
            POST,
            (Stop.OLD_ADDRESS, Stop.POST_NOT_SAFE, Stop.UNSAFE_THERE),
        ),
    ],
)
def test_what_stops_a_paper_to_the_family(
    sentence: str, record: Record, whom: ForWhom, by: LeavesBy, stops: tuple[Stop, ...]
) -> None:
    found = way(record, whom, by)

    assert found.stops == stops, sentence
    assert found.open is (stops == ())


# --- What to bear in mind about a paper to one of the family.


@pytest.mark.parametrize(
    ("sentence", "record", "whom", "by", "cares"),
    [
        ("asked, alone, not hidden", at_mill(), form(), POST, ()),
        (
            "nobody asked if post is safe",
            at_mill(**rowan_is(contact=SafeContact())),
            form(),
            POST,
            (Care.POST_NOT_ASKED,),
        ),
        (
            "nobody asked if mail is safe",
            at_mill(**rowan_is(contact=SafeContact())),
            form(),
            EMAIL,
            (Care.EMAIL_NOT_ASKED,),
        ),
        (
            "asked about this address only",
            at_mill(
                **rowan_is(contact=SafeContact()),
                contact_points=(mail("rowan", message=Allowed.YES),),
            ),
            form(),
            EMAIL,
            (),
        ),
        (
            "the home is confidential",
            at_mill(homes=(hidden_home("mill", "1 Mill Lane"),)),
            form(),
            POST,
            (Care.CONFIDENTIAL_HOME,),
        ),
        (
            "a flag says their address is confidential",
            at_mill(flags=(flag("rowan"),)),
            form(),
            POST,
            (Care.CONFIDENTIAL_HOME,),
        ),
        ("a partner could open it", at_mill("rowan", "jo"), form(), POST, (Care.OTHERS_THERE,)),
        ("a nine-year-old could", at_mill("rowan", "kit"), form(), POST, (Care.OTHERS_THERE,)),
        (
            "a baby could not",
            at_mill(
                "rowan",
                "kit",
                people=(person("rowan", contact=YES), person("kit", born="2025-01-01")),
            ),
            form(),
            POST,
            (),
        ),
        (
            "leave no messages: is a letter one?",
            at_mill(flags=(flag("rowan", FlagKind.NO_MESSAGES),)),
            form(),
            POST,
            (Care.ASKED_FOR_NO_MESSAGES,),
        ),
        ("given to them", at_mill("rowan", "jo"), form(), HAND, ()),
        (
            "somebody unsafe at home: meet elsewhere",
            at_mill("rowan", "jo", orders=(order(JO, ROWAN),)),
            form(),
            HAND,
            (Care.GIVE_ELSEWHERE,),
        ),
        (
            "the reader must be kept from the child: ask a manager",
            at_mill(orders=(order(ROWAN, KIT),)),
            form(ROWAN, about=KIT),
            HAND,
            (Care.ASK_YOUR_MANAGER,),
        ),
        (
            "witness protection: only as the unit says",
            at_mill(flags=(flag("rowan", FlagKind.WITNESS_PROTECTION),)),
            form(),
            HAND,
            (Care.POLICE_WAY_ONLY,),
        ),
        (
            "a flag for whoever goes there",
            at_mill(flags=(flag("rowan", FlagKind.STAFF_SAFETY),)),
            form(),
            HAND,
            (Care.STAFF_SAFETY,),
        ),
        (
            "the flag is on somebody else in the house",
            at_mill("rowan", "jo", flags=(flag("jo", FlagKind.STAFF_SAFETY),)),
            form(),
            HAND,
            (Care.STAFF_SAFETY,),
        ),
        (
            "the flag is on somebody who lives elsewhere",
            at_mill("rowan", flags=(flag("jo", FlagKind.STAFF_SAFETY),)),
            form(),
            HAND,
            (),
        ),
    ],
)
def test_what_to_bear_in_mind_about_a_paper_to_the_family(
    sentence: str, record: Record, whom: ForWhom, by: LeavesBy, cares: tuple[Care, ...]
) -> None:
    found = way(record, whom, by)

    assert found.cares == cares, sentence


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
