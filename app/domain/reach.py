"""Identifiers and contact details of a person, and danger flags: rows of their own, each dated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.home import span_problems
from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.identifiers import System, tidy, why_refused
from app.domain.ids import HouseholdId, PersonId
from app.domain.person import Allowed, Safety
from app.domain.problems import Problem, Why

FEWEST_DIGITS = 3
# One mailbox and no list of them: a mail program splits at ";" and ",".
LABEL = r"[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?"
MAILBOX = re.compile(rf"[\w.!#$&'*+\-=^`{{|}}~]+@{LABEL}(?:\.{LABEL})+", re.IGNORECASE)


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
    """A number as typed; `id` is that of the number it corrects, or empty."""

    system: System
    value: str
    source: str = ""
    verified_on: date | None = None
    id: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this number cannot be kept."""
        found = []
        refused = why_refused(self.system, tidy(self.system, self.value))
        if refused is not None:
            found.append(Problem("value", refused))
        found += text_problems("source", self.source, NAME_LENGTH)
        if self.verified_on is not None:
            if self.verified_on > today:
                found.append(Problem("verified_on", Why.IN_FUTURE))
            if not self.source.strip():
                found.append(Problem("source", Why.NEEDS_SOURCE))
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
class ContactPointDraft:
    """A phone number or e-mail address as typed; `id` is that of the one it corrects, or empty."""

    way: Way = Way.PHONE
    value: str = ""
    label: str = ""
    safety: Safety = Safety.ORDINARY
    call: Allowed = Allowed.NOT_ASKED
    message: Allowed = Allowed.NOT_ASKED
    id: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept."""
        typed = self.value.strip()
        found = [*text_problems("value", self.value, NAME_LENGTH, required=True)]
        if typed and self.way is Way.EMAIL and not email_fits(typed):
            found.append(Problem("value", Why.BAD_EMAIL))
        if typed and self.way is Way.PHONE and sum(c.isdigit() for c in typed) < FEWEST_DIGITS:
            found.append(Problem("value", Why.BAD_PHONE))
        return (*found, *text_problems("label", self.label, NAME_LENGTH))


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

    def current(self, on: date) -> bool:
        """Say whether it is to be borne in mind on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagDraft:
    """What the form about a flag holds so far. It needs a source; danger needs its reason too."""

    kind: FlagKind | None = None
    reason: str = ""
    source: str = ""
    since: date | None = None
    review_on: date | None = None
    until: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order (trap 22)."""
        found = [] if self.kind is not None else [Problem("kind", Why.MISSING)]
        needs_reason = self.kind is FlagKind.STAFF_SAFETY
        found += text_problems("reason", self.reason, TEXT_LENGTH, required=needs_reason)
        if not self.source.strip():
            found.append(Problem("source", Why.NEEDS_SOURCE))
        found += text_problems("source", self.source, NAME_LENGTH)
        found += span_problems(self.since, self.until, today)
        if self.review_on is None and needs_reason:
            found.append(Problem("review_on", Why.MISSING))
        if self.review_on and self.since and self.review_on < self.since:
            found.append(Problem("review_on", Why.ENDS_BEFORE_START))
        return tuple(found)


def email_fits(address: str) -> bool:
    """Say whether something has the shape of an e-mail address."""
    return MAILBOX.fullmatch(address) is not None


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
