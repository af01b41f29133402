"""Change everything about a household that one recipient may not see, by chance.

Texts are emptied, lengthened and put in other scripts; dates and states are drawn anew; people,
agencies, visits, notes, decisions and requests come and go; lists are shuffled. What the recipient
may see, and what decides whether they may see it, is named by the test and stays.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from app.domain.agency import Agency, AgencyKind, Involvement
from app.domain.consent import Answer, Category, Consent
from app.domain.consistency import parts_of
from app.domain.dates import PartialDate
from app.domain.home import AddressUse, Home, Stay
from app.domain.identifiers import System
from app.domain.ids import AgencyId, ConsentId, HomeId, HouseholdId, PersonId, VisitId
from app.domain.person import Person, Safety
from app.domain.reach import ContactPoint, Flag, FlagKind, Way
from app.domain.record import Record
from app.domain.relationship import Relation, Relationship
from app.domain.visit import Note, Visit

WORDS = (
    "Larkfield", "", "a much longer name than anybody has ever had " * 6, "নাদিয়া", "שרה", "عائشة",
    "Ærøskøbing", "王", "O’Shaughnessy-Ng", "ZZ99 4HH", "999 412 8051", "x", "\u202ebackwards",
)  # fmt: skip

WITH_THEIR_PERSON = ("stays", "flags")  # where somebody lives and who hides decides what is seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stays: fields of entities that are seen, entities that decide, and whole parts.

    `seen` names fields by part and id; `stays` ids whose every field but texts stays; `hide` says
    that somebody of this family is hidden already, so that another hidden one changes nothing.
    """

    seen: dict[tuple[str, str], tuple[str, ...]]
    stays: frozenset[str]
    hide: bool = False

    def has(self, part: str, id_: str) -> bool:
        """Say whether an entity may not go."""
        return id_ in self.stays or (part, id_) in self.seen


def hidden_change(record: Record, kept: Kept, chance: random.Random) -> Record:
    """Return the record with what is not kept drawn anew."""
    record = _without(record, kept, chance)
    record = _with_more(record, kept, chance)
    parts: dict[str, Any] = {}
    for part, items in parts_of(record):
        changed = [_drawn_anew(part, item, kept, chance) for item in items]
        parts[part] = _shuffled(part, changed, kept, chance)
    office = _drawn_anew("office", record.office, kept, chance)
    name = replace(record.household, name=chance.choice(WORDS))
    return replace(record, household=name, office=office, **parts)


def _without(record: Record, kept: Kept, chance: random.Random) -> Record:
    gone = {
        item.id
        for part, items in parts_of(record)
        for item in items
        if not kept.has(part, item.id) and part not in WITH_THEIR_PERSON and chance.random() < 0.3
    }
    while True:  # and whatever names one of them
        more = {
            item.id
            for part, items in parts_of(record)
            for item in items
            if item.id not in gone and _names(item) & gone and not kept.has(part, item.id)
        }
        if not more:
            break
        gone |= more
    still_named = {
        name
        for part, items in parts_of(record)
        for item in items
        if item.id not in gone
        for name in _names(item)
    }
    gone -= still_named
    parts: dict[str, Any] = {
        part: tuple(item for item in items if item.id not in gone)
        for part, items in parts_of(record)
    }
    return replace(record, **parts)


def _names(item: Any) -> set[str]:
    """Return every id an entity names."""
    found: set[str] = set()
    for field in fields(item):
        value = getattr(item, field.name)
        if "Id" in str(field.type) and field.name not in ("id", "household"):
            found |= set(value) if isinstance(value, tuple) else {value} if value else set()
        elif isinstance(value, tuple):
            found |= {one.person for one in value if hasattr(one, "person")}
    return found


def _with_more(record: Record, kept: Kept, chance: random.Random) -> Record:
    """Add up to three strangers, each with a home, an agency, a decision, a visit and a note."""
    whose: HouseholdId = record.household.id
    for n in range(chance.randint(0, 3)):
        who, where = PersonId(f"new-{n}"), HomeId(f"new-home-{n}")
        with_whom = AgencyId(f"new-agency-{n}")
        safety = chance.choice(list(Safety)) if kept.hide else Safety.ORDINARY
        other = chance.choice([p.id for p in record.people if not kept.has("people", p.id)] + [who])
        day = _day(chance)
        record = replace(
            record,
            people=(*record.people, Person(id=who, household=whose, born=PartialDate.of(day))),
            homes=(*record.homes, Home(id=where, household=whose, label="New", safety=safety)),
            stays=(*record.stays, Stay(id=f"s{n}", household=whose, person=who, home=where)),
            agencies=(
                *record.agencies,
                Agency(id=with_whom, name="New", kind=chance.choice(list(AgencyKind))),
            ),
            involvements=(
                *record.involvements,
                Involvement(
                    id=f"i{n}", household=whose, person=who, agency=with_whom, safety=safety
                ),
            ),
            relationships=(
                *record.relationships,
                Relationship(
                    id=f"r{n}", household=whose, person=who, kind=Relation.FRIEND, other=other
                ),
            ),
            contact_points=(
                *record.contact_points,
                ContactPoint(id=f"c{n}", household=whose, person=who, way=Way.PHONE, value="0"),
            ),
            consents=(
                *record.consents,
                Consent(
                    id=ConsentId(f"k{n}"),
                    household=whose,
                    person=who,
                    agency=with_whom,
                    answer=chance.choice(list(Answer)),
                    decider=who,
                    decided_on=day,
                    categories=frozenset(chance.sample(list(Category), 3)),
                ),
            ),
            visits=(
                *record.visits,
                Visit(id=VisitId(f"v{n}"), household=whose, on=day, seen=(who,)),
            ),
            notes=(*record.notes, Note(id=f"n{n}", household=whose, on=day, text="New")),
        )
        if kept.hide:
            new = Flag(id=f"f{n}", household=whose, person=who, kind=chance.choice(list(FlagKind)))
            record = replace(record, flags=(*record.flags, new))
    return record


def _drawn_anew(part: str, item: Any, kept: Kept, chance: random.Random) -> Any:
    seen = kept.seen.get((part, item.id), ())
    decides = kept.has(part, item.id)
    changed: dict[str, Any] = {}
    for field in fields(item):
        value, kind = getattr(item, field.name), str(field.type)
        if field.name in (*seen, "id", "household") or "Id" in kind or chance.random() < 0.4:
            continue
        if field.name == "gateway" or (decides and not _text(value)):
            continue
        changed[field.name] = _another(value, kind, chance)
    return replace(item, **changed)


def _text(value: Any) -> bool:
    """Say whether a value is text, or made of text only."""
    if isinstance(value, tuple):
        return bool(value) and all(_text(one) for one in value)
    return type(value) is str or (is_dataclass(value) and hasattr(value, "code_word"))


def _another(value: Any, kind: str, chance: random.Random) -> Any:
    if type(value) is str:
        return chance.choice(WORDS)
    if isinstance(value, StrEnum):
        # a second number in one register cannot be; the use of an address says who lives there
        steady = isinstance(value, Safety | System | AddressUse)
        return value if steady else chance.choice(list(type(value)))
    if isinstance(value, bool):
        return chance.random() < 0.5
    if isinstance(value, PartialDate):
        return PartialDate.of(_day(chance))
    if isinstance(value, date):
        return value + timedelta(days=chance.randint(-90, 0))
    if isinstance(value, frozenset):
        return frozenset(chance.sample(list(Category), chance.randint(0, 5)))
    if isinstance(value, tuple) and all(_text(one) for one in value):
        return tuple(_another(one, kind, chance) for one in value) if value else value
    if is_dataclass(value) and not isinstance(value, type):
        anew = {
            f.name: _another(getattr(value, f.name), str(f.type), chance)
            for f in fields(value)
            if "Id" not in str(f.type)
        }
        return replace(value, **anew)
    return value


def _shuffled(part: str, items: list[Any], kept: Kept, chance: random.Random) -> tuple[Any, ...]:
    """Put what is hidden anywhere; what is kept stays in its order."""
    stay = [item for item in items if kept.has(part, item.id)]
    for item in chance.sample(items, len(items)):
        if not kept.has(part, item.id):
            stay.insert(chance.randint(0, len(stay)), item)
    return tuple(stay)


def _day(chance: random.Random) -> date:
    return date(2026, 11, 20) - timedelta(days=chance.randint(0, 30_000))
