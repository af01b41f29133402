"""The letters after a change of mind: one for each partner, and one for whoever changed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.ids import AgencyId, HouseholdId
from app.domain.sharing import new_reference
from app.domain.withdrawal import Consequences


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter that can be made; without `agency` it is the family’s own copy."""

    number: str
    household: HouseholdId
    follows: Consequences
    ended_on: date
    agency: AgencyId | None = None


def letters_after(
    household: HouseholdId, follows: Consequences, ended_on: date
) -> tuple[Letter, ...]:
    """Return the letters of a change of mind that was kept, the family’s copy last."""
    agencies: tuple[AgencyId | None, ...] = (*follows.notices, None)
    return tuple(
        Letter(
            number=new_reference("WN"),
            household=household,
            follows=follows,
            ended_on=ended_on,
            agency=agency,
        )
        for agency in agencies
    )
