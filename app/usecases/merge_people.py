"""Make one of two people who are the same, or say that two who look alike are two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.household import Household
from app.domain.ids import HouseholdId, PersonId, new_id
from app.domain.judgement import NotTheSame
from app.domain.merged_records import CannotMerge
from app.domain.merging import Side, merged
from app.domain.person import Person
from app.errors import Refused
from app.interchange.parts import HOUSEHOLD_PARTS
from app.operation import operation
from app.ports import Work


@operation()
def merge_people(
    work: Work, keep: PersonId, other: PersonId, choices: Mapping[str, Side]
) -> Person:
    """Let `other` go into `keep`, with the chosen value for each field in which they differ.

    Everything attached to either stays. Raises `Refused` when they are of two families, related to
    each other, or when one record could not hold both.
    """
    one, two = work.kept(Person).find(keep), work.kept(Person).find(other)
    if one is None or two is None:
        raise Refused("no-such-person")
    if one.household != two.household:
        raise Refused("two-families")
    before = work.record(one.household, restricted=True)
    try:
        after = merged(before, keep, other, choices, work.now.date())
    except CannotMerge as reason:
        raise Refused(f"merge-{reason.code}") from None
    for part, kind in HOUSEHOLD_PARTS.items():
        if part != "people":
            _bring_over(work, kind, getattr(before, part), getattr(after, part))
    _bring_over(work, Person, before.people, after.people)  # last, as everything points at them
    work.about(one.household, kept=keep, gone=other)
    return after.person(keep)


@operation()
def say_not_the_same(work: Work, person: PersonId, other: PersonId) -> NotTheSame:
    """Keep that two people who look alike on paper are two, so that it is not asked again."""
    one = work.kept(Person).find(person)
    if one is None or work.kept(Person).find(other) is None:
        raise Refused("no-such-person")
    kept = NotTheSame(
        id=new_id(),
        household=one.household,
        person=person,
        other=other,
        on=work.now.date(),
        by=work.by,
    )
    work.kept(NotTheSame).add(kept)
    work.about(one.household, person=person, other=other)
    return kept


@operation()
def join_families(work: Work, keep: HouseholdId, other: HouseholdId) -> Household:
    """Move everything of one family into another, as the family was entered twice.

    Its half-written forms come too: undo, which knows no drafts, leaves them with the family kept.
    """
    one, two = work.kept(Household).find(keep), work.kept(Household).find(other)
    if one is None or two is None or keep == other:
        raise Refused("no-such-household")
    moving = work.record(other, restricted=True)
    moved = 0
    for part, kind in HOUSEHOLD_PARTS.items():
        kept: Any = work.kept(kind)
        for item in getattr(moving, part):
            kept.change(replace(item, household=keep))
            moved += 1
    work.move_drafts(other, keep)
    work.kept(Household).remove(other)
    work.about(keep, gone=other, moved=moved)
    return one


def _bring_over(
    work: Work, kind: type[Any], before: tuple[Any, ...], after: tuple[Any, ...]
) -> None:
    kept = work.kept(kind)
    wanted = {item.id: item for item in after}
    for item in before:
        if item.id not in wanted:
            kept.remove(item.id)
        elif wanted[item.id] != item:
            kept.change(wanted[item.id])
