"""Make one person of two who are the same: what differs, and the record as it will be.

Nothing attached to either is lost: what both have once over becomes one, everything else moves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, NewType, TypeVar, get_args

from app.domain import ids
from app.domain.agency import Involvement
from app.domain.consistency import own_misfits, parts_of
from app.domain.home import Stay, overlap
from app.domain.ids import PersonId
from app.domain.person import FurtherName, NameUse, Person, Safety
from app.domain.plain import default_of, types_of
from app.domain.reach import Identifier
from app.domain.record import Record
from app.domain.relationship import SAME_BOTH_WAYS, Relationship
from app.domain.responsibility import Responsibility

T = TypeVar("T")
NOT_COMPARED = ("id", "household")


class Side(StrEnum):
    """Whose value is taken."""

    KEPT = "kept"
    OTHER = "other"


class CannotMerge(ValueError):
    """The two cannot be one person; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


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

    Raises `CannotMerge` when one is the other's parent, child or partner, or when the two
    together would break a rule that neither breaks alone.
    """
    if keep == other:
        raise CannotMerge("same-person")
    if any({fact.person, fact.other} == {keep, other} for fact in record.relationships):
        raise CannotMerge("related")
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
    after = _without_doubles(record, after, keep, taken)
    before = {(m.part, m.field, m.why) for m in own_misfits(record, today)}
    if any((m.part, m.field, m.why) not in before for m in own_misfits(after, today)):
        raise CannotMerge("contradiction")
    return after


def attached(record: Record, person: PersonId) -> dict[str, int]:
    """Return how many records of each part name a person."""
    found = {
        part: sum(_names(item, person) for item in items)
        for part, items in parts_of(record)
        if part not in ("people", "agencies", "teams", "professionals")
    }
    return {part: count for part, count in found.items() if count}


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
    chosen = _chosen(one, two, taken, "")
    own = (chosen.given, chosen.family)
    others = [
        FurtherName(use=NameUse.OLD, given=who.given, family=who.family)
        for who in (one, two)
        if (who.given, who.family) != own and (who.given or who.family)
    ]
    names = dict.fromkeys((*one.further_names, *two.further_names, *others))
    return replace(chosen, further_names=tuple(names))


def _chosen(one: T, two: T, taken: Mapping[str, Side], above: str) -> T:
    values: dict[str, Any] = {}
    for field in fields(one):  # type: ignore[arg-type]
        name = f"{above}{field.name}"
        ours, theirs = getattr(one, field.name), getattr(two, field.name)
        if name in taken:
            values[field.name] = theirs if taken[name] is Side.OTHER else ours
        elif is_dataclass(ours) and not hasattr(ours, "earliest") and ours != theirs:
            values[field.name] = _chosen(ours, theirs, taken, f"{name}.")
    whole: Any = one
    return replace(whole, **values)  # type: ignore[no-any-return]


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


def _without_doubles(
    before: Record, after: Record, keep: PersonId, taken: Mapping[str, Side]
) -> Record:
    """Take together what both had: numbers, homes, agencies, kin, responsibility."""
    return replace(
        after,
        identifiers=_identifiers(before, after, keep, taken),
        stays=_stays(after.stays, keep),
        relationships=_once(after.relationships, _same_kin, _longer),
        responsibilities=_once(after.responsibilities, _same_pair, _first),
        involvements=_once(after.involvements, _same_agency, _fuller),
        not_the_same=tuple(n for n in after.not_the_same if n.person != n.other),
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


def _stays(stays: tuple[Stay, ...], keep: PersonId) -> tuple[Stay, ...]:
    """Make one of two stays in one home that meet; of two main homes at once the first is main."""
    kept: list[Stay] = []
    for stay in stays:
        mine = [k for k in kept if k.person == keep == stay.person and overlap(k, stay)]
        same = [k for k in mine if k.home == stay.home]
        if same:
            kept[kept.index(same[0])] = replace(
                same[0],
                main=same[0].main or stay.main,
                nights=same[0].nights if same[0].nights is not None else stay.nights,
                since=_earliest(same[0].since, stay.since),
                until=_latest(same[0].until, stay.until),
            )
        elif stay.main and any(k.main for k in mine):
            kept.append(replace(stay, main=False))
        else:
            kept.append(stay)
    return tuple(kept)


def _once(
    items: tuple[T, ...], same: Callable[[T, T], bool], both: Callable[[T, T], T]
) -> tuple[T, ...]:
    kept: list[T] = []
    for item in items:
        twin = next((k for k in kept if same(k, item)), None)
        if twin is None:
            kept.append(item)
        else:
            kept[kept.index(twin)] = both(twin, item)
    return tuple(kept)


def _same_kin(one: Relationship, two: Relationship) -> bool:
    mirrored = one.kind in SAME_BOTH_WAYS and (one.person, one.other) == (two.other, two.person)
    return one.kind is two.kind and ((one.person, one.other) == (two.person, two.other) or mirrored)


def _longer(one: Relationship, two: Relationship) -> Relationship:
    return replace(
        one,
        since=_earliest(one.since, two.since),
        until=_latest(one.until, two.until),
        carer=one.carer or two.carer,
        note=_both_texts(one.note, two.note),
    )


def _same_pair(one: Responsibility, two: Responsibility) -> bool:
    return (one.child, one.adult) == (two.child, two.adult)


def _first(one: Responsibility, two: Responsibility) -> Responsibility:
    return replace(one, evidence=_both_texts(one.evidence, two.evidence))


def _same_agency(one: Involvement, two: Involvement) -> bool:
    pair = (one.person, one.agency) == (two.person, two.agency)
    return pair and one.until is None and two.until is None


def _fuller(one: Involvement, two: Involvement) -> Involvement:
    """Return one involvement that says all of both; the stricter safety wins."""
    return replace(
        one,
        since=_earliest(one.since, two.since),
        why=_both_texts(one.why, two.why),
        next_step=_both_texts(one.next_step, two.next_step),
        professional=one.professional or two.professional,
        last_contact=max(filter(None, (one.last_contact, two.last_contact)), default=None),
        safety=max(one.safety, two.safety, key=list(Safety).index),  # the stricter one
    )


def _both_texts(one: str, two: str) -> str:
    return one if not two or two == one else two if not one else f"{one}\n{two}"


def _earliest(one: date | None, two: date | None) -> date | None:
    return min(one, two) if one is not None and two is not None else one or two


def _latest(one: date | None, two: date | None) -> date | None:
    return None if one is None or two is None else max(one, two)
