"""What stops a paper to one of the family, as a table a social worker can read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.home import AddressUse
from app.domain.ids import HomeId
from app.domain.person import Allowed, SafeContact
from app.domain.reach import FlagKind
from app.domain.record import Record
from app.domain.sending import ForWhom
from app.domain.sending_rules import Stop
from app.domain.sharing import LeavesBy
from tests.app.sending_cases import (
    DIED,
    EMAIL,
    HAND,
    JO,
    KIT,
    MILL,
    POST,
    ROWAN,
    YES,
    at_mill,
    form,
    mail,
    order,
    rowan_is,
    way,
)
from tests.builders import (
    TODAY,
    flag,
    home,
    person,
    stay,
)


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
            "whom an order keeps from them has the same mailbox",
            at_mill(orders=(order(JO, ROWAN),), contact_points=(mail("rowan"), mail("jo"))),
            form(),
            EMAIL,
            (Stop.UNSAFE_THERE,),
        ),
        (
            "whom an order keeps from them lives at the same address in another row",
            at_mill(
                homes=(MILL, replace(MILL, id=HomeId("again"))),
                stays=(stay("rowan", "mill"), stay("jo", "again")),
                orders=(order(JO, ROWAN),),
            ),
            form(),
            POST,
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
