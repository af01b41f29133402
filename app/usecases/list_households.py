"""The list of families: a question that leaves no trace, asked on the store's thread."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.household import Household
from app.domain.ids import HouseholdId
from app.ports import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyLine:
    """One line of the list."""

    id: HouseholdId
    name: str


def list_households(work: Work) -> tuple[FamilyLine, ...]:
    """Return every family by name, without opening any."""
    found = [FamilyLine(id=h.id, name=h.name) for h in work.kept(Household).every()]
    return tuple(sorted(found, key=lambda line: (line.name.casefold(), line.id)))
