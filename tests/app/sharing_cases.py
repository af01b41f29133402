"""What the tests of sharing ask: about whom, of which practice, on which ground."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.domain.consent import Category
from app.domain.decision import Decision
from app.domain.gateway import may_share
from app.domain.ids import GroundId, PersonId
from app.domain.record import Record
from app.domain.sharing import Confidentiality, Ground
from app.domain.standing import Stands, stands
from tests.builders import ASH, GP, SOME, TODAY, ash, law, person

KIT, ROWAN, JO = PersonId("kit"), PersonId("rowan"), PersonId("jo")
CONTACT, BODY, MIND = Category.CONTACT, Category.PHYSICAL_HEALTH, Category.MENTAL_HEALTH
SEXUAL = Category.SEXUAL_HEALTH


def asked(record: Record, who: PersonId = ROWAN, **rest: Any) -> Decision:
    usual: dict[str, Any] = {"agency": GP, "categories": frozenset({CONTACT}), "on": TODAY}
    return may_share(record, law(), person=who, **(usual | rest))


def standing(record: Record, who: PersonId = ROWAN, on: date = TODAY) -> Stands:
    return stands(record, law(), who, GP, on)


def ground(**rest: Any) -> Ground:
    usual: dict[str, Any] = {
        "id": GroundId("ground"),
        "person": ROWAN,
        "gateway": "CWS16LA",
        "confidentiality": Confidentiality.PUBLIC_INTEREST,
        "categories": SOME,
        "decided_on": date(2026, 11, 1),
        "told": (ROWAN,),
        "authorised_by": "Helen Marsh",
    }
    return Ground(household=ASH, **(usual | rest))


def born(day: str, **parts: Any) -> Record:
    return ash(people=(person("rowan"), person("jo"), person("kit", born=day)), **parts)
