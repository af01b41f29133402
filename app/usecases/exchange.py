"""Let a think-family/1 file in, all or nothing, and write the whole store out as one."""

from __future__ import annotations

import hashlib
from typing import Any

from app.domain.agency import Agency, Professional, Team
from app.domain.household import Household, Office
from app.domain.ids import HouseholdId
from app.domain.private import without_private
from app.domain.record import Record
from app.domain.restricted import LookReason
from app.domain.sharing import ShareRequest
from app.errors import Fault, Unreadable
from app.interchange.parts import HOUSEHOLD_PARTS, SHARED_PARTS
from app.interchange.reading import Contents
from app.interchange.writing import file_text
from app.operation import Effect, Kind, operation
from app.ports import Work

SHARED: tuple[tuple[str, type], ...] = tuple(SHARED_PARTS.items())


@operation(kind=Kind.CARE, effect=Effect.WALL)
def import_file(work: Work, contents: Contents, *, sha256: str) -> int:
    """Keep everything a file holds; return how many households.

    Raises `Unreadable` when an id is in the store already. An agency that is there exactly as in
    the file is taken for the same. Who the office is is kept only where the store has none.
    """
    faults = _clashes(work, contents)
    if faults:
        raise Unreadable(tuple(faults))
    if contents.office is not None and work.kept(Office).find(contents.office.id) is None:
        work.kept(Office).add(contents.office)
    for part, kind in SHARED:
        for item in getattr(contents, part):
            if work.kept(kind).find(item.id) is None:
                work.kept(kind).add(item)
    for record in contents.records:
        work.kept(Household).add(record.household)
        for part, kind in HOUSEHOLD_PARTS.items():
            kept: Any = work.kept(kind)
            for item in getattr(record, part):
                kept.add(item)
    work.about(None, households=len(contents.records), sha256=sha256)
    return len(contents.records)


@operation(kind=Kind.OUTPUT, effect=Effect.WALL)
def export_file(
    work: Work, household: HouseholdId | None = None, *, private: LookReason | None = None
) -> str:
    """Return the whole store as a think-family/1 file, or one household with its own agencies.

    One household goes to somebody else: flags, restricted facts, previous names, and what somebody
    has for themself alone, are left out unless there is a reason, whose code the journal holds
    (traps 9, 22 and 34 to 36). The whole store is written whole.
    """
    office = work.kept(Office).find("office") or Office()
    detail = {}
    if household is not None:
        record = work.record(household, restricted=private is not None)
        records: tuple[Record, ...] = (record if private else without_private(record),)
        agencies = records[0].agencies
        teams, professionals = records[0].teams, records[0].professionals
        detail["private"] = private.value if private else "left-out"
    else:
        records = tuple(work.record(h.id, restricted=True) for h in work.kept(Household).every())
        agencies = work.kept(Agency).every()
        teams, professionals = work.kept(Team).every(), work.kept(Professional).every()
    text = file_text(
        office=office,
        agencies=agencies,
        teams=teams,
        professionals=professionals,
        records=records,
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    work.about(household, households=len(records), sha256=digest, **detail)
    return text


def _clashes(work: Work, contents: Contents) -> list[Fault]:
    found = []
    numbers = {request.number for request in work.kept(ShareRequest).every()}
    for part, kind in SHARED:
        for index, item in enumerate(getattr(contents, part)):
            known = work.kept(kind).find(item.id)
            if known is not None and known != item:
                found.append(Fault(f"{part}[{index}].id", "in-store-already", ""))
    for number, record in enumerate(contents.records):
        if work.kept(Household).find(record.household.id) is not None:
            found.append(Fault(f"households[{number}].id", "in-store-already", ""))
        for part, kind in HOUSEHOLD_PARTS.items():
            kept: Any = work.kept(kind)
            for index, item in enumerate(getattr(record, part)):
                if kept.find(item.id) is not None:
                    path = f"households[{number}].{part}[{index}].id"
                    found.append(Fault(path, "in-store-already", ""))
        for index, request in enumerate(record.requests):
            if request.number in numbers:
                path = f"households[{number}].requests[{index}].number"
                found.append(Fault(path, "in-store-already", ""))
    return found
