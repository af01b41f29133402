"""Whether a whole record holds together: every reference answered, every rule of every entity kept.

Used before a file is let in, and by tests on every record the program makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NewType, get_args

from app.domain import ids
from app.domain.agency import AgencyDraft, InvolvementDraft
from app.domain.home import overlap
from app.domain.household import TEXT_LENGTH, HouseholdDraft
from app.domain.identifiers import System, why_refused
from app.domain.person import PersonDraft
from app.domain.plain import bare, types_of
from app.domain.problems import Problem, Why
from app.domain.reach import email_fits
from app.domain.record import Record
from app.domain.relationship import Relationship, RelationshipDraft
from app.domain.visit import VisitDraft

MISSING_WHY = {
    ids.PersonId: Why.NO_SUCH_PERSON,
    ids.AgencyId: Why.NO_SUCH_AGENCY,
    ids.HomeId: Why.NO_SUCH_HOME,
}
ID_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Misfit:
    """One place in a record: which list, which entry, which field, and why it cannot stand."""

    part: str
    index: int
    field: str
    why: Why


def misfits(record: Record, today: date) -> tuple[Misfit, ...]:
    """Return everything about a record that cannot stand, in the order of its parts."""
    found = [Misfit("household", 0, p.field, p.why) for p in _household_problems(record)]
    found += _bad_references(record)
    found += _entity_problems(record, today)
    found += _bad_identifiers(record)
    found += _two_main_homes(record)
    found += _kin_problems(record, today)
    return tuple(found)


def parts_of(record: Record) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Return each list of a record with its name."""
    for field in fields(Record):
        value = getattr(record, field.name)
        if isinstance(value, tuple):
            yield field.name, value


def _household_problems(record: Record) -> tuple[Problem, ...]:
    return HouseholdDraft(name=record.household.name).problems()


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


def _entity_problems(record: Record, today: date) -> Iterator[Misfit]:
    for part, items, draft in (
        ("people", record.people, PersonDraft),
        ("agencies", record.agencies, AgencyDraft),
    ):
        for index, item in enumerate(items):
            typed: Any = draft
            made = typed(**{f.name: getattr(item, f.name) for f in fields(draft)})
            problems = made.problems(today) if part == "people" else made.problems()
            yield from (Misfit(part, index, p.field, p.why) for p in problems)
    for index, involvement in enumerate(record.involvements):
        told = {f.name: getattr(involvement, f.name) for f in fields(InvolvementDraft)}
        for problem in InvolvementDraft(**told).problems(today):
            yield Misfit("involvements", index, problem.field, problem.why)
    for index, visit in enumerate(record.visits):
        told = {f.name: getattr(visit, f.name) for f in fields(VisitDraft)}
        for problem in VisitDraft(**told).problems(today):
            yield Misfit("visits", index, problem.field, problem.why)
    for index, note in enumerate(record.notes):
        for problem in note.problems(today):
            yield Misfit("notes", index, problem.field, problem.why)
    for index, point in enumerate(record.contact_points):
        if point.way == "email" and not email_fits(point.value):
            yield Misfit("contact_points", index, "value", Why.BAD_EMAIL)
    unborn = {person.id for person in record.people if person.unborn}
    earlier: set[str] = set()
    for index, consent in enumerate(record.consents):
        if consent.person in unborn:  # trap 32
            yield Misfit("consents", index, "person", Why.UNBORN)
        if consent.replaces is not None and consent.replaces not in earlier:
            yield Misfit("consents", index, "replaces", Why.NO_SUCH_RECORD)
        earlier.add(consent.id)


def _bad_identifiers(record: Record) -> Iterator[Misfit]:
    seen: set[tuple[str, System]] = set()
    unborn = {person.id for person in record.people if person.unborn}
    for index, identifier in enumerate(record.identifiers):
        why = why_refused(identifier.system, identifier.value)
        if why is not None:
            yield Misfit("identifiers", index, "value", why)
        key = (identifier.person, identifier.system)
        if identifier.system is not System.COUNCIL and key in seen:
            yield Misfit("identifiers", index, "system", Why.TWO_PRIMARY)
        seen.add(key)
        if identifier.person in unborn:
            yield Misfit("identifiers", index, "person", Why.UNBORN)


def _two_main_homes(record: Record) -> Iterator[Misfit]:
    for index, stay in enumerate(record.stays):
        for earlier in record.stays[:index]:
            if stay.person != earlier.person or not overlap(stay, earlier):
                continue
            if stay.main and earlier.main:
                yield Misfit("stays", index, "main", Why.TWO_PRIMARY)
            elif stay.home == earlier.home:
                yield Misfit("stays", index, "home", Why.ALREADY_RECORDED)


def _kin_problems(record: Record, today: date) -> Iterator[Misfit]:
    known: tuple[Relationship, ...] = ()
    for index, fact in enumerate(record.relationships):
        draft = RelationshipDraft(
            person=fact.person,
            kind=fact.kind,
            other=fact.other,
            since=fact.since,
            until=fact.until,
        )
        for problem in draft.problems(today, known):
            yield Misfit("relationships", index, problem.field, problem.why)
        known = (*known, fact)
    held: set[tuple[str, str]] = set()
    for index, row in enumerate(record.responsibilities):
        if row.child == row.adult:
            yield Misfit("responsibilities", index, "adult", Why.SAME_PERSON)
        if (row.child, row.adult) in held:
            yield Misfit("responsibilities", index, "adult", Why.ALREADY_RECORDED)
        held.add((row.child, row.adult))


def _ids(items: Iterable[Any]) -> set[str]:
    return {str(item.id) for item in items}


def _id_fits(text: str) -> bool:
    return 0 < len(text) <= ID_LENGTH and all(
        c.isascii() and (c.isalnum() or c in "-_") for c in text
    )
