"""How a partner works: how to ask, what was agreed with them, how long they take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.person import Allowed


class Channel(StrEnum):
    """How a partner would like to be asked."""

    NOT_SAID = "not-said"
    LETTER = "letter"
    EMAIL = "secure-email"
    FORM = "form"
    MEETING = "meeting"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How a partner works: channel, agreement on file, turnaround (practice, barrier 1)."""

    channel: Channel = Channel.NOT_SAID
    agreement: str = ""  # reference of the information-sharing agreement
    agreed_from: date | None = None
    review_on: date | None = None
    agreed_until: date | None = None
    contact_role: str = ""
    turnaround: int | None = None  # working days
    typed_consent: Allowed = Allowed.NOT_ASKED  # is typed consent enough for them
    wet_signature: Allowed = Allowed.NOT_ASKED  # do they need ink


LONGEST_TURNAROUND = 365

NO_PROFILE = Profile()
