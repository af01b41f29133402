"""Who lives where and what they said, for the tables of how a paper may leave."""

from __future__ import annotations

from typing import Any

from app.domain.dates import PartialDate
from app.domain.ids import OrderId, PersonId
from app.domain.person import Allowed, SafeContact
from app.domain.reach import ContactPoint, Way
from app.domain.record import Record
from app.domain.responsibility import Order, OrderKind
from app.domain.sending import ForWhom, WayOut, ways_out
from app.domain.sharing import LeavesBy, PaperKind
from tests.builders import (
    ASH,
    GP,
    TODAY,
    ash,
    home,
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
