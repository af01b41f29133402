"""Open a household: read it whole, and note in the journal that it was opened."""

from __future__ import annotations

from app.domain.ids import HouseholdId
from app.domain.record import Record
from app.operation import Effect, Kind, operation
from app.ports import Work


@operation(kind=Kind.LOOK, effect=Effect.NONE)
def open_household(work: Work, household: HouseholdId) -> Record:
    """Return the household's record; raises `Refused` when there is none."""
    record = work.record(household)
    work.about(household)
    return record
