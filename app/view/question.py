"""A question to information governance: a value in which nobody is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.view.papers import Sender


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernanceView:
    """One question: about initials and an age band, to the council’s own lead.

    `age_band`, `partner_kind`, `categories` and `purpose` are codes; `law_version` names the pack
    the worker looked at.
    """

    number: str
    made_on: date
    sender: Sender
    initials: str
    age_band: str
    partner_kind: str
    categories: tuple[str, ...]
    purpose: str
    facts: tuple[str, ...]
    question: str
    law_version: str = ""
