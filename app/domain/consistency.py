"""Whether a whole record holds together: every reference answered, every rule of every entity kept.

Used before a file is let in, and by tests on every record the program makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from typing import Any, NewType, get_args

from app.domain import ids
from app.domain.entries import Misfit, agency_misfits, entry_misfits
from app.domain.household import TEXT_LENGTH, HouseholdDraft
from app.domain.plain import bare, types_of
from app.domain.problems import Problem, Why
from app.domain.record import Record

MISSING_WHY = {
    ids.PersonId: Why.NO_SUCH_PERSON,
    ids.AgencyId: Why.NO_SUCH_AGENCY,
    ids.HomeId: Why.NO_SUCH_HOME,
}
ID_LENGTH = 64
DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]", re.IGNORECASE)  # no folders on Windows
SHARED = ("agencies", "teams", "professionals")


def misfits(record: Record, today: date) -> tuple[Misfit, ...]:
    """Return everything about a record that cannot stand, in the order of its parts."""
    return (*own_misfits(record, today), *shared_misfits(record))


def own_misfits(record: Record, today: date) -> tuple[Misfit, ...]:
    """Return what cannot stand in the parts that are one household's own."""
    found = [Misfit("household", 0, p.field, p.why) for p in _household_problems(record)]
    found += [m for m in _bad_references(record) if m.part not in SHARED]
    return (*found, *entry_misfits(record, today))


def shared_misfits(record: Record) -> tuple[Misfit, ...]:
    """Return what cannot stand among the agencies, which households share."""
    found = [m for m in _bad_references(record) if m.part in SHARED]
    return (*found, *agency_misfits(record))


def parts_of(record: Record) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Return each list of a record with its name."""
    for field in fields(Record):
        value = getattr(record, field.name)
        if isinstance(value, tuple):
            yield field.name, value


def _household_problems(record: Record) -> tuple[Problem, ...]:
    """Return what is wrong with name and id; the id is also the name of a folder of papers."""
    id_ = record.household.id
    fits = _id_fits(id_) and DEVICE.fullmatch(id_) is None
    bad_id = () if fits else (Problem("id", Why.BAD_ID),)
    return (*bad_id, *HouseholdDraft(name=record.household.name).problems())


def _bad_references(record: Record) -> Iterator[Misfit]:
    known = {
        ids.PersonId: _ids(record.people),
        ids.AgencyId: _ids(record.agencies),
        ids.HomeId: _ids(record.homes),
        ids.TeamId: _ids(record.teams),
        ids.ProfessionalId: _ids(record.professionals),
        ids.OrderId: _ids(record.orders),
        ids.VisitId: _ids(record.visits),
        ids.ConsentId: _ids(record.consents),
        ids.CompetenceId: _ids(record.competences),
        ids.GroundId: _ids(record.grounds),
        ids.RequestId: _ids(record.requests),
        ids.RulingId: _ids(record.rulings),
        ids.GoalId: _ids(record.goals),
    }
    for part, items in parts_of(record):
        seen: set[str] = set()
        for index, item in enumerate(items):
            own = str(item.id)
            if own in seen:
                yield Misfit(part, index, "id", Why.ALREADY_RECORDED)
            seen.add(own)
            if not _id_fits(own):
                yield Misfit(part, index, "id", Why.BAD_ID)
            for name, kind, value in _references(item):
                if kind in known and value not in known[kind]:
                    why = MISSING_WHY.get(kind, Why.NO_SUCH_RECORD)
                    yield Misfit(part, index, name, why)
            yield from _too_long(part, index, item)


def _references(item: Any, above: str = "") -> Iterator[tuple[str, Any, str]]:
    """Return every id an entity names, with its type, down into nested values."""
    for name, kind in types_of(type(item)).items():
        if name in ("id", "household"):
            continue
        value = getattr(item, name)
        if value is None:
            continue
        if isinstance(value, tuple | frozenset):
            inner = [arg for arg in get_args(kind) if arg is not Ellipsis]
            for one in value:
                if hasattr(one, "__dataclass_fields__"):
                    yield from _references(one, f"{above}{name}.")
                elif inner and isinstance(inner[0], NewType):
                    yield f"{above}{name}", inner[0], one
            continue
        for new_type in (kind, *get_args(kind)):
            if isinstance(new_type, NewType):
                yield f"{above}{name}", new_type, value


def _too_long(part: str, index: int, item: Any) -> Iterator[Misfit]:
    for name, kind in types_of(type(item)).items():
        value = getattr(item, name)
        if bare(kind)[0] is str and isinstance(value, str) and len(value) > TEXT_LENGTH:
            yield Misfit(part, index, name, Why.TOO_LONG)


def _ids(items: Iterable[Any]) -> set[str]:
    return {str(item.id) for item in items}


def _id_fits(text: str) -> bool:
    return 0 < len(text) <= ID_LENGTH and all(
        c.isascii() and (c.isalnum() or c in "-_") for c in text
    )
