"""What was planned and is still to come: visits, reviews and meetings that named a next day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from app.domain.ids import HouseholdId
from app.domain.plan import Meeting, Review
from app.domain.visit import Visit
from app.ports import Kept

MOST = 200  # lines of one kind; nobody reads more
P = TypeVar("P", Visit, Review, Meeting)


def still_to_come(kept: Kept[P], planned: Iterable[P], today: date) -> list[tuple[P, date]]:
    """Return what named a next day that nothing later has overtaken, with that day, in order."""
    last: dict[HouseholdId, P] = {}
    for item in planned:
        before = last.get(item.household)
        if before is None or before.on <= item.on:
            last[item.household] = item
    found: list[tuple[P, date]] = []
    for item in sorted(last.values(), key=lambda one: one.next_on or date.max):
        if item.next_on is not None and not _overtaken(kept, item, item.next_on, today):
            found.append((item, item.next_on))
        if len(found) == MOST:
            break
    return found


def _overtaken(kept: Kept[P], item: P, planned: date, today: date) -> bool:
    """Say whether something newer names a next day, is itself to come, or took the planned day.

    A phone contact in between that names no next day leaves what was planned as it is.
    """

    def overtakes(newer: P) -> bool:
        return newer.next_on is not None or newer.on >= planned or newer.on > today

    newest = kept.newest(item.household, "on")
    if newest is None or newest.id == item.id:
        return False
    if overtakes(newest):
        return True
    in_order = sorted(kept.of(item.household), key=lambda one: one.on)
    places = [place for place, one in enumerate(in_order) if one.id == item.id]
    return any(overtakes(one) for place in places for one in in_order[place + 1 :])
