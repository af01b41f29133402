"""Make one person of two who are the same: what differs, and the record as it will be.

Nothing attached to either is lost: what both have once over becomes one, everything else moves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, NewType, get_args

from app.domain import ids
from app.domain.consistency import own_misfits, parts_of
from app.domain.entries import Misfit
from app.domain.ids import PersonId
from app.domain.merged_records import CannotMerge, without_doubles
from app.domain.person import FurtherName, NameUse, Person, Safety
from app.domain.plain import default_of, types_of
from app.domain.problems import Why
from app.domain.reach import Identifier
from app.domain.record import Record

NOT_COMPARED = ("id", "household")
BY_REASON = {
    Why.TOO_LONG: "too-long",
    Why.SECOND_PRACTICE: "practice",
    Why.TOO_MANY_NIGHTS: "nights",
    Why.UNBORN: "unborn",
}
BY_PART = {
    "people": "dates",
    "identifiers": "number",
    "stays": "home",
    "relationships": "relationship",
    "responsibilities": "responsibility",
    "involvements": "involvement",
    "consents": "decision",
    "requests": "decision",
}


class Side(StrEnum):
    """Whose value is taken."""

    KEPT = "kept"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field in which the two differ, and whose value is taken unless told otherwise."""

    field: str  # of Person, "needs.language", or "number:nhs-number"
    kept: Any
    other: Any
    usual: Side


def differences(record: Record, keep: PersonId, other: PersonId) -> tuple[Difference, ...]:
    """Return every field in which two people differ; an empty one gives way to a filled one."""
    one, two = record.person(keep), record.person(other)
    found = list(_differing(one, two))
    for system in {i.system for i in record.identifiers if i.person == other}:
        ours, theirs = record.identifier(keep, system), record.identifier(other, system)
        if ours is not None and theirs is not None and ours.value != theirs.value:
            usual = Side.OTHER if theirs.verified_on and not ours.verified_on else Side.KEPT
            found.append(
                Difference(
                    field=f"number:{system}", kept=ours.value, other=theirs.value, usual=usual
                )
            )
    return tuple(found)


def merged(
    record: Record, keep: PersonId, other: PersonId, choices: Mapping[str, Side], today: date
) -> Record:
    """Return the record with `other` gone into `keep`. Choices not given fall to the usual side.

    Raises `CannotMerge` when one is the other's parent, child or partner, when an order or a wish
    sets one against the other, or when the two together would break a rule that neither breaks
    alone; its code names the part of the records that does.
    """
    if keep == other:
        raise CannotMerge("same-person")
    if any({fact.person, fact.other} == {keep, other} for fact in record.relationships):
        raise CannotMerge("related")
    if _set_against(record, keep, other):
        raise CannotMerge("set-against")
    taken = {
        difference.field: choices.get(difference.field, difference.usual)
        for difference in differences(record, keep, other)
    }
    moved: dict[str, Any] = {
        part: tuple(_pointing(item, other, keep) for item in items)
        for part, items in parts_of(record)
        if part not in ("people", "agencies", "teams", "professionals")
    }
    person = _one_person(record.person(keep), record.person(other), taken)
    after = replace(
        record,
        people=tuple(person if one.id == keep else one for one in record.people if one.id != other),
        **moved,
    )
    after = replace(after, identifiers=_identifiers(record, after, keep, taken))
    after = without_doubles(after, keep)
    before = {(m.part, m.field, m.why) for m in own_misfits(record, today)}
    for misfit in own_misfits(after, today):
        if (misfit.part, misfit.field, misfit.why) not in before:
            raise CannotMerge(_part_of(misfit))
    return after


def attached(record: Record, person: PersonId) -> dict[str, int]:
    """Return how many records of each part name a person."""
    found = {
        part: sum(_names(item, person) for item in items)
        for part, items in parts_of(record)
        if part not in ("people", "agencies", "teams", "professionals")
    }
    return {part: count for part, count in found.items() if count}


def attached_openly(record: Record, person: PersonId) -> dict[str, int]:
    """Return the same without flags and without what only the person may know of."""
    private = {home.id for home in record.homes if home.safety is Safety.OWN}
    return attached(
        replace(
            record,
            flags=(),
            restricted=(),
            stays=tuple(s for s in record.stays if s.home not in private),
            involvements=tuple(i for i in record.involvements if i.safety is not Safety.OWN),
            contact_points=tuple(c for c in record.contact_points if c.safety is not Safety.OWN),
        ),
        person,
    )


def _set_against(record: Record, one: PersonId, two: PersonId) -> bool:
    """Say whether an order, or somebody's wish, keeps one of two from the other."""
    pairs = ((one, two), (two, one))
    return any(
        order.restrains == first and second in order.protects
        for order in record.orders
        for first, second in pairs
    ) or any(
        limit.not_person == first and second in (limit.person, limit.decided_by)
        for limit in record.limits
        for first, second in pairs
    )


def _part_of(misfit: Misfit) -> str:
    """Return the code of what contradicts, for whoever has to correct it."""
    return BY_REASON.get(misfit.why) or BY_PART.get(misfit.part, "contradiction")


def _differing(one: Any, two: Any, above: str = "") -> list[Difference]:
    found = []
    for field in fields(one):
        ours, theirs = getattr(one, field.name), getattr(two, field.name)
        if field.name in NOT_COMPARED or ours == theirs or field.name == "further_names":
            continue
        name = f"{above}{field.name}"
        if is_dataclass(ours) and not hasattr(ours, "earliest"):
            found += _differing(ours, theirs, f"{name}.")
            continue
        empty = ours == default_of(field)
        found.append(
            Difference(
                field=name, kept=ours, other=theirs, usual=Side.OTHER if empty else Side.KEPT
            )
        )
    return found


def _one_person(one: Person, two: Person, taken: Mapping[str, Side]) -> Person:
    """Return one person with the chosen values; a name not chosen stays as another name."""
    chosen: Person = _chosen(one, two, taken, "")
    own = (chosen.given, chosen.family)
    others = [
        FurtherName(use=NameUse.OLD, given=who.given, family=who.family)
        for who in (one, two)
        if (who.given, who.family) != own and (who.given or who.family)
    ]
    names = dict.fromkeys((*one.further_names, *two.further_names, *others))
    said = {"", chosen.given, chosen.known_as, *(name.given for name in names)}
    called = dict.fromkeys(
        FurtherName(use=NameUse.NICKNAME, given=who.known_as)
        for who in (one, two)
        if who.known_as not in said
    )
    names |= called
    return replace(chosen, further_names=tuple(names))


def _chosen(one: Any, two: Any, taken: Mapping[str, Side], above: str) -> Any:
    values: dict[str, Any] = {}
    for field in fields(one):
        name = f"{above}{field.name}"
        ours, theirs = getattr(one, field.name), getattr(two, field.name)
        if name in taken:
            values[field.name] = theirs if taken[name] is Side.OTHER else ours
        elif is_dataclass(ours) and not hasattr(ours, "earliest") and ours != theirs:
            values[field.name] = _chosen(ours, theirs, taken, f"{name}.")
    return replace(one, **values)


def _pointing(item: Any, other: str, keep: str) -> Any:
    """Return an entity with every mention of one person's id made another's."""
    values: dict[str, Any] = {}
    for name, kind in types_of(type(item)).items():
        value = getattr(item, name)
        if value is None or name in NOT_COMPARED:
            continue
        if _is_person(kind) and value == other:
            values[name] = PersonId(keep)
        elif isinstance(value, tuple | frozenset) and value:
            made = [
                _pointing(one, other, keep)
                if is_dataclass(one)
                else keep
                if one == other and any(_is_person(arg) for arg in get_args(kind))
                else one
                for one in value
            ]
            values[name] = type(value)(dict.fromkeys(made))
    return replace(item, **values) if values else item


def _names(item: Any, person: str) -> bool:
    return bool(_pointing(item, person, "\0") != item)


def _is_person(kind: Any) -> bool:
    return kind is ids.PersonId or any(
        isinstance(part, NewType) and part is ids.PersonId for part in get_args(kind)
    )


def _identifiers(
    before: Record, after: Record, keep: PersonId, taken: Mapping[str, Side]
) -> tuple[Identifier, ...]:
    kept: list[Identifier] = []
    ours = {i.id for i in before.identifiers if i.person == keep}
    for number in after.identifiers:
        rivals = [
            k
            for k in kept
            if k.person == keep == number.person
            and k.system is number.system
            and (number.system.one_person or k.value == number.value)
        ]
        if not rivals:
            kept.append(number)
            continue
        side = taken.get(f"number:{number.system}", Side.KEPT)
        wanted = number if (number.id in ours) == (side is Side.KEPT) else rivals[0]
        kept[kept.index(rivals[0])] = wanted
    return tuple(kept)
