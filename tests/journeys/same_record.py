"""Whether two families are the same but for ids: everything told by names instead."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from app.domain.consistency import parts_of
from app.domain.plain import plain
from app.domain.record import Record

MADE_UP = ("id", "household", "number")  # made anew wherever a record is kept
FROZEN = ("wording", "wording_sha256", "script")  # the words in force on the day
POINTS_TO = frozenset(
    {
        *("person", "other", "child", "adult", "decider", "decided_by", "not_person", "owner"),
        *("holder", "restrains", "protects", "about", "seen", "people"),
        *("home", "agency", "not_agency", "professional", "team", "restricted_by"),
        *("competence", "replaces", "consents", "ground", "goal", "request"),
    }
)
SHARED = ("agencies", "teams", "professionals")


def told(record: Record) -> dict[str, list[str]]:
    """Return each part of a family as sorted lines of JSON in which ids are names."""
    names = _names(record)
    found = {
        part: sorted(json.dumps(_told(plain(item), names), sort_keys=True) for item in items)
        for part, items in parts_of(record)
    }
    return found | {
        "household": [record.household.name],
        "office": [json.dumps(plain(record.office), sort_keys=True)],
    }


def differences(one: Record, other: Record) -> dict[str, tuple[list[str], list[str]]]:
    """Return what each of two families says that the other does not, part by part."""
    first, second = told(one), told(other)
    found = {
        part: (
            [line for line in lines if line not in second[part]],
            [line for line in second[part] if line not in lines],
        )
        for part, lines in first.items()
    }
    return {part: both for part, both in found.items() if any(both)}


def _names(record: Record) -> dict[str, str]:
    """Return a name for every id that something can point to."""
    people: dict[str, str] = {p.id: p.name for p in record.people}
    agencies: dict[str, str] = {a.id: a.name for a in record.agencies}
    names: dict[str, str] = {**people, **agencies}
    names |= {home.id: home.label for home in record.homes}
    names |= {one.id: one.name for one in record.professionals}
    names |= {one.id: one.name for one in record.teams}
    names |= {order.id: f"{order.kind} {order.made_on}" for order in record.orders}
    names |= {c.id: f"competence {people[c.person]} {c.on}" for c in record.competences}
    names |= {
        c.id: f"{people[c.person]}, {agencies[c.agency]}, {people.get(c.decider or '', '')}"
        for c in record.consents
    }
    names |= {g.id: f"ground {people[g.person]} {g.decided_on}" for g in record.grounds}
    names |= {r.id: f"request {r.made_on} {agencies[r.agency]}" for r in record.requests}
    names |= {goal.id: goal.text for goal in record.goals}
    return names


def _told(value: Any, names: Mapping[str, str], field: str = "") -> Any:
    if isinstance(value, str):
        return names.get(value, value) if field in POINTS_TO else value
    if isinstance(value, list):
        made = [_told(one, names, field) for one in value]
        return sorted(made, key=str) if field in ("words", "seen", "people") else made
    if isinstance(value, dict):
        left_out = {*MADE_UP, *FROZEN}
        told = {
            name: _told(one, names, name) for name, one in value.items() if name not in left_out
        }
        return {name: one for name, one in told.items() if one != {}}
    return value
