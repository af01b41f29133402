"""Typed identifiers. Every id in the product is made by `new_id`."""

from __future__ import annotations

import secrets
import time
from typing import NewType

HouseholdId = NewType("HouseholdId", str)
PersonId = NewType("PersonId", str)
HomeId = NewType("HomeId", str)
AgencyId = NewType("AgencyId", str)
TeamId = NewType("TeamId", str)
ProfessionalId = NewType("ProfessionalId", str)
OrderId = NewType("OrderId", str)
VisitId = NewType("VisitId", str)
ConsentId = NewType("ConsentId", str)
CompetenceId = NewType("CompetenceId", str)
GroundId = NewType("GroundId", str)
RequestId = NewType("RequestId", str)
RulingId = NewType("RulingId", str)
GoalId = NewType("GoalId", str)


def new_id() -> str:
    """Return a UUIDv7: made offline, never colliding, sorted by age (RFC 9562)."""
    moment = time.time_ns() // 1_000_000
    number = (
        (moment << 80) | (7 << 76) | (secrets.randbits(12) << 64) | (2 << 62) | secrets.randbits(62)
    )
    text = f"{number:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
