"""Write households as a think-family/1 file: the same store always gives the same bytes."""

from __future__ import annotations

import json
from typing import Any

from app.domain.agency import Agency, Professional, Team
from app.domain.household import Office
from app.domain.plain import plain
from app.domain.record import Record
from app.interchange.parts import FORMAT, HOUSEHOLD_PARTS


def file_text(
    *,
    office: Office,
    agencies: tuple[Agency, ...],
    teams: tuple[Team, ...],
    professionals: tuple[Professional, ...],
    records: tuple[Record, ...],
) -> str:
    """Return the file. Everything is in the order it was kept; defaults are left out."""
    whole: dict[str, Any] = {"format": FORMAT}
    if office != Office():
        whole["office"] = plain(office)
    for part, items in (("agencies", agencies), ("teams", teams), ("professionals", professionals)):
        if items:
            whole[part] = [plain(item) for item in items]
    whole["households"] = [_household(record) for record in records]
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _household(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = {"id": record.household.id, "name": record.household.name}
    for part in HOUSEHOLD_PARTS:
        items = [_without_household(item) for item in getattr(record, part)]
        if items:
            found[part] = items
    return found


def _without_household(item: Any) -> dict[str, Any]:
    values = plain(item)
    assert isinstance(values, dict)
    del values["household"]
    return values
