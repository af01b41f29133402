"""What to bear in mind about a paper to one of the family, as a table to read."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.person import Allowed, SafeContact
from app.domain.reach import FlagKind
from app.domain.record import Record
from app.domain.sending import ForWhom, ways_out
from app.domain.sending_rules import Care
from app.domain.sharing import LeavesBy
from tests.app.sending_cases import (
    EMAIL,
    HAND,
    JO,
    KIT,
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
    hidden_home,
    person,
    stay,
)


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
        ("given to them where they hide", at_mill(flags=(flag("rowan"),)), form(), HAND, ()),
        (
            "no messages, but given to them",
            at_mill(flags=(flag("rowan", FlagKind.NO_MESSAGES),)),
            form(),
            HAND,
            (),
        ),
        (
            "somebody unsafe at home: meet elsewhere",
            at_mill("rowan", "jo", orders=(order(JO, ROWAN),)),
            form(),
            HAND,
            (Care.GIVE_ELSEWHERE,),
        ),
        (
            "an order keeps them from somebody at home: meet elsewhere",
            at_mill("rowan", "jo", orders=(order(ROWAN, JO),)),
            form(),
            HAND,
            (Care.GIVE_ELSEWHERE,),
        ),
        (
            "the reader must be protected from whom it is about: ask a manager",
            at_mill(orders=(order(JO, ROWAN),)),
            form(ROWAN, about=JO),
            HAND,
            (Care.ASK_YOUR_MANAGER,),
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
    assert by is not HAND or found.open  # what stops a letter is a caution for who brings it


@pytest.mark.parametrize(
    ("sentence", "parts", "stopped"),
    [
        ("no post", rowan_is(contact=SafeContact(post=Allowed.NO)), [POST]),
        ("no mail", rowan_is(contact=SafeContact(email=Allowed.NO)), [EMAIL]),
        ("no messages", {"flags": (flag("rowan", FlagKind.NO_MESSAGES),)}, [EMAIL]),
        ("an old address", {"stays": (stay("rowan", "mill", until=TODAY),)}, [POST]),
        ("no address", {"stays": ()}, [POST]),
        ("a mailbox that is none", {"contact_points": (mail("rowan", "x"),)}, [EMAIL]),
    ],
)
def test_what_stops_one_way_leaves_the_others_open(
    sentence: str, parts: dict[str, Any], stopped: list[LeavesBy]
) -> None:
    ways = ways_out(at_mill(**parts), form(), TODAY)

    assert [one.by for one in ways] == [HAND, POST, EMAIL]
    assert [one.by for one in ways if not one.open] == stopped, sentence
