"""Identifiers and contact details of a person, and danger flags: rows of their own, each dated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.household import NAME_LENGTH, text_problems
from app.domain.identifiers import System, tidy, why_refused
from app.domain.ids import HouseholdId, PersonId
from app.domain.person import Allowed, Safety
from app.domain.problems import Problem, Why

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class Way(StrEnum):
    """A way to reach somebody."""

    PHONE = "phone"
    EMAIL = "email"


class FlagKind(StrEnum):
    """Something the office must bear in mind. Never leaves the office, not even its existence."""

    CONFIDENTIAL_ADDRESS = "confidential-address"
    STAFF_SAFETY = "staff-safety"
    MARAC = "marac"
    NO_MESSAGES = "no-messages"
    ADOPTED_IDENTITY = "adopted-identity"
    WITNESS_PROTECTION = "witness-protection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number some register knows a person by; verified only with a source and a date."""

    id: str
    household: HouseholdId
    person: PersonId
    system: System
    value: str
    source: str = ""
    verified_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifierDraft:
    """A number as typed."""

    system: System
    value: str
    source: str = ""
    verified_on: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this number cannot be kept."""
        found = []
        refused = why_refused(self.system, tidy(self.system, self.value))
        if refused is not None:
            found.append(Problem("value", refused))
        if self.verified_on is not None:
            if self.verified_on > today:
                found.append(Problem("verified_on", Why.IN_FUTURE))
            if not self.source.strip():
                found.append(Problem("source", Why.MISSING))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """A phone number or e-mail address, and who may learn it."""

    id: str
    household: HouseholdId
    person: PersonId
    way: Way
    value: str
    label: str = ""
    safety: Safety = Safety.ORDINARY
    call: Allowed = Allowed.NOT_ASKED
    message: Allowed = Allowed.NOT_ASKED  # a text, a voicemail or a mail may be left


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A danger or safeguarding mark on a person, with its reason and source. Internal only."""

    id: str
    household: HouseholdId
    person: PersonId
    kind: FlagKind
    reason: str = ""
    source: str = ""
    since: date | None = None
    review_on: date | None = None
    until: date | None = None


def email_fits(address: str) -> bool:
    """Say whether something has the shape of an e-mail address."""
    return EMAIL.fullmatch(address) is not None


def phone_problems(field: str, number: str) -> tuple[Problem, ...]:
    """Return what is wrong with a phone number: too long, or without any figures."""
    if number.strip() and not any(character.isdigit() for character in number):
        return (Problem(field, Why.BAD_PHONE),)
    return text_problems(field, number, NAME_LENGTH)


def mail_problems(field: str, address: str) -> tuple[Problem, ...]:
    """Return what is wrong with an e-mail address; none at all is right."""
    if address.strip() and not email_fits(address.strip()):
        return (Problem(field, Why.BAD_EMAIL),)
    return text_problems(field, address, NAME_LENGTH)
