"""What the key worker has judged: a prompt that does not apply, two people who are not one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.ids import AgencyId, HouseholdId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A prompt set aside, with the reason why it does not apply here."""

    id: str
    household: HouseholdId
    rule: str  # key of the rule in resources
    on: date
    note: str
    person: PersonId | None = None
    agency: AgencyId | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTheSame:
    """Two people who look alike on paper and are two people. `other` may be of another family."""

    id: str
    household: HouseholdId
    person: PersonId
    other: str
    on: date
    by: str = ""
