"""Change anything about a family but what one recipient may see.

Any value may change: texts, dates, states, flags, orders, stays, classes of safety; people,
agencies, notes, decisions and requests come and go; who belongs to what is drawn anew; lists are
shuffled. A change that alters what the recipient may see is taken back and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any

from app.domain.consent import Category
from app.domain.dates import PartialDate
from app.domain.ids import PersonId
from app.domain.person import Person
from app.domain.record import Record
from app.domain.relationship import PARENTS, Relation
from app.domain.responsibility import Basis, Holds, Responsibility
from tests.builders import TODAY
from tests.noninterference import casework, dangers, decisions, families
from tests.noninterference.families import HOUSE, fresh, sometimes, with_more, with_part
from tests.noninterference.links import PARTS, list_named, without

WORDS = (
    *("Larkfield", "", "a much longer name than anybody has ever had " * 4, "নাদিয়া", "שרה"),
    *("عائشة", "Ærøskøbing", "王", "O’Shaughnessy-Ng", "ZZ99 4HH", "999 412 8051", "x"),
)
STEPS = (2, 8, 24, 48)  # changes tried in one pair
HEAVY = ("people", "homes", "stays", "flags", "orders", "involvements", "consents", "grounds")
DRAWN = (*PARTS, *HEAVY, *HEAVY, "people", "people", "consents")
FIXED = ("id", "household")
PRIVATE = ("given", "further_names", "contact", "note")
Facts = Callable[[Record], Hashable]
Change = Callable[[Record, Random], Record]


def changed(record: Record, facts: Facts, chance: Random) -> tuple[Record, int]:
    """Return the record with everything changed but these facts, and how often one was redrawn."""
    seen, redrawn, other = facts(record), 0, record
    steps = chance.choice(STEPS)
    while steps > 0 or other == record:
        steps -= 1
        tried = chance.choice(CHANGES)(other, chance)
        if tried is other:
            continue
        if _possible(tried) and facts(tried) == seen:
            other = tried
        else:
            redrawn += 1
    return other, redrawn


def _possible(record: Record) -> bool:
    """Say whether nobody has somebody for a parent who is not born, which no form lets in."""
    expected = {person.id for person in record.people if person.unborn}
    kin = (r for r in record.relationships if r.person in expected or r.person == r.other)
    return not any(r.kind in PARENTS or r.person == r.other for r in kin)


# --- One value anew.


def altered(record: Record, chance: Random) -> Record:
    """Draw some fields of one entry anew, whatever they are."""
    part = chance.choice(DRAWN)
    items = getattr(record, part)
    if not items:
        return record
    at = chance.randrange(len(items))
    new = _anew(items[at], chance)
    return with_part(record, part, (*items[:at], new, *items[at + 1 :]))


def office_altered(record: Record, chance: Random) -> Record:
    """Draw what the office says of itself anew, and what the file is called."""
    name = replace(record.household, name=chance.choice(WORDS))
    return replace(record, office=_anew(record.office, chance), household=name)


def private_altered(record: Record, chance: Random) -> Record:
    """Draw something about one person anew that is on few papers or none."""
    if not record.people:
        return record
    at, name = chance.randrange(len(record.people)), chance.choice(PRIVATE)
    person = record.people[at]
    kind = next(str(f.type) for f in fields(person) if f.name == name)
    values = {name: _another(getattr(person, name), kind, chance)}
    new = replace(person, **values)
    return with_part(record, "people", (*record.people[:at], new, *record.people[at + 1 :]))


def _anew(item: Any, chance: Random) -> Any:
    own = [f for f in fields(type(item)) if f.name not in FIXED and not list_named(f)]
    chosen = chance.sample(own, min(len(own), chance.choice((1, 1, 2, 4, 40))))
    return replace(
        item, **{f.name: _another(getattr(item, f.name), str(f.type), chance) for f in chosen}
    )


def _another(value: Any, kind: str, chance: Random) -> Any:
    if type(value) is str:
        return chance.choice(WORDS) if kind == "str" else value
    if isinstance(value, StrEnum):
        return chance.choice(list(type(value)))
    if isinstance(value, bool):
        return not value
    if "PartialDate" in kind:
        return _some_day_in_part(chance) if value or sometimes(chance, 0.3) else None
    if isinstance(value, datetime):
        return value + timedelta(days=chance.randint(-40, 0))
    if "date" in kind:
        empty = "None" in kind and value is not None and sometimes(chance, 0.3)
        return None if empty else _some_day(chance)
    if "int" in kind:
        return chance.choice((None, 0, 1, 7)) if "None" in kind else chance.choice((0, 14, 18, 24))
    if isinstance(value, frozenset):
        return frozenset(chance.sample(list(Category), chance.randint(0, 4)))
    if kind == "tuple[str, ...]":
        return tuple(chance.choice(WORDS) for _ in range(chance.randint(0, 3)))
    if isinstance(value, tuple) and value:
        return tuple(_another(one, "", chance) for one in value[: chance.randint(0, 9)])
    if is_dataclass(value) and not isinstance(value, type):
        return _anew(value, chance)
    return value


def _some_day(chance: Random) -> date:
    return TODAY + timedelta(days=chance.choice((-900, -300, -90, -9, -1, 0, 1, 20, 200)))


def _some_day_in_part(chance: Random) -> PartialDate:
    day = TODAY - timedelta(days=chance.randint(0, 24_000))
    return chance.choice((PartialDate.of(day), PartialDate(day.year)))


# --- Who belongs to what.


def moved(record: Record, chance: Random) -> Record:
    """Let one entry name somebody, some place or something else."""
    part = chance.choice(DRAWN)
    items = getattr(record, part)
    if not items:
        return record
    at = chance.randrange(len(items))
    ways = [f for f in fields(type(items[at])) if list_named(f) and f.name != "id"]
    if not ways:
        return record
    field = chance.choice(ways)
    there = [one.id for one in getattr(record, list_named(field))]
    if not there:
        return record
    kind = str(field.type)
    new: Any = chance.choice(there)
    if kind.startswith("tuple"):
        new = tuple(chance.sample(there, chance.randint(0, min(3, len(there)))))
    elif "None" in kind and sometimes(chance, 0.2):
        new = None
    item = replace(items[at], **{field.name: new})
    return with_part(record, part, (*items[:at], item, *items[at + 1 :]))


def shuffled(record: Record, chance: Random) -> Record:
    """Put the entries of one list in another order."""
    part = chance.choice(PARTS)
    items = getattr(record, part)
    return with_part(record, part, chance.sample(items, len(items)))


# --- Less and more.


def fewer(record: Record, chance: Random) -> Record:
    """Take one entry away, with everything that cannot stand without it."""
    items = getattr(record, chance.choice(DRAWN))
    return without(record, {chance.choice(items).id}) if items else record


def a_stranger(record: Record, chance: Random) -> Record:
    """Add a whole person: kin of somebody, a home, an agency, decisions, flags."""
    who = families.a_person(chance)
    near = chance.choice(record.people)
    record = with_more(record, people=who)
    record = families.kin(record, who, chance.choice(list(Relation)), near, chance)
    record = _somewhere(record, chance, who)
    record = decisions.an_agency(record, chance)
    record = decisions.an_involvement(record, chance, who.id, record.agencies[-1].id)
    record = decisions.a_consent(record, chance, record.involvements[-1], who.id)
    record = decisions.a_request(record, chance, record.involvements[-1])
    return dangers.a_flag(record, chance, who.id) if sometimes(chance, 0.5) else record


def _somewhere(record: Record, chance: Random, who: Person | None = None) -> Record:
    """Let somebody live somewhere, new or known, hidden or not."""
    if not record.homes or sometimes(chance, 0.5):
        record = with_more(record, homes=families.a_home(chance, 0.5))
    person: PersonId = (who or chance.choice(record.people)).id
    where = chance.choice(record.homes).id
    return families.stays_at(record, person, where, chance, main=sometimes(chance, 0.5))


def _near(record: Record, chance: Random) -> Record:
    one, other = chance.sample(record.people, 2)
    return families.kin(record, one, chance.choice(list(Relation)), other, chance)


def _power(record: Record, chance: Random) -> Record:
    child, adult = chance.sample(record.people, 2)
    basis = Basis.COURT_ORDER
    row = Responsibility(
        id=fresh("pr", chance),
        household=HOUSE,
        child=child.id,
        adult=adult.id,
        holds=chance.choice(list(Holds)),
        basis=basis,
    )
    return with_more(record, responsibilities=row)


ADDERS: tuple[Change, ...] = (
    a_stranger,
    a_stranger,
    _somewhere,
    _near,
    _power,
    dangers.a_flag,
    dangers.a_flag,
    dangers.an_order,
    dangers.an_order,
    dangers.a_contact,
    decisions.an_agency,
    decisions.an_involvement,
    decisions.a_note_of_competence,
    *casework.MOST,
    casework.help_ends,
)


def more(record: Record, chance: Random) -> Record:
    """Add one thing of any kind."""
    if len(record.people) < 2 or not record.agencies:
        return a_stranger(record, chance)
    return chance.choice(ADDERS)(record, chance)


CHANGES: tuple[Change, ...] = (
    *(altered,) * 8,
    *(private_altered,) * 3,
    *(moved,) * 3,
    *(fewer,) * 4,
    *(more,) * 7,
    shuffled,
    office_altered,
    office_altered,
)
