"""A person's numbers and ways to reach them, kept in the same step as the person."""

from __future__ import annotations

from collections import Counter

from app.domain.identifiers import System, tidy
from app.domain.ids import HouseholdId, PersonId, new_id
from app.domain.person import Person, PersonDraft
from app.domain.problems import Problem, Why
from app.domain.reach import ContactPoint, ContactPointDraft, Identifier, IdentifierDraft
from app.ports import Work


def number_problems(
    work: Work,
    household: HouseholdId,
    person: PersonId | None,
    draft: PersonDraft,
    numbers: tuple[IdentifierDraft, ...],
) -> list[Problem]:
    """Return what is wrong with numbers, and with one that somebody else has (trap 30).

    The value is named by its register, e.g. "upn", the rest as "upn.source"; a second one of a
    register, as "council-case.1".
    """
    found = []
    kept = work.kept(Identifier).of(household)
    theirs = [i for i in kept if i.person == person]
    taken = {(i.system, i.value) for i in kept if i.person != person and i.system.one_person}
    if draft.due is not None:
        named = {number.system for number in numbers}
        found += [Problem(i.system, Why.UNBORN) for i in theirs if i.system not in named]
    seen: Counter[System] = Counter()
    for number in numbers:
        system = number.system
        name = f"{system}.{seen[system]}" if seen[system] else str(system)
        seen[system] += 1
        if not number.value.strip():
            continue
        if draft.due is not None:
            found.append(Problem(name, Why.UNBORN))  # trap 32
            continue
        for problem in number.problems(work.now.date()):
            field = name if problem.field == "value" else f"{name}.{problem.field}"
            found.append(Problem(field, problem.why))
        if (system, tidy(system, number.value)) in taken:
            found.append(Problem(name, Why.ALREADY_RECORDED))
    return found


def keep_numbers(work: Work, person: Person, numbers: tuple[IdentifierDraft, ...]) -> None:
    """Keep each number given; an emptied field takes the number away."""
    known = [i for i in work.kept(Identifier).of(person.household) if i.person == person.id]
    for number in numbers:
        before = next((i for i in known if _corrects(number, i)), None)
        value = tidy(number.system, number.value)
        if not value:
            if before is not None:
                work.kept(Identifier).remove(before.id)
            continue
        kept = Identifier(
            id=before.id if before else new_id(),
            household=person.household,
            person=person.id,
            system=number.system,
            value=value,
            source=number.source.strip(),
            verified_on=number.verified_on,
        )
        if before is None:
            work.kept(Identifier).add(kept)
        elif kept != before:
            work.kept(Identifier).change(kept)


def keep_points(work: Work, person: Person, points: tuple[ContactPointDraft, ...]) -> None:
    """Keep exactly these ways to reach a person: one that is not named is taken away."""
    theirs = [p for p in work.kept(ContactPoint).of(person.household) if p.person == person.id]
    known = {point.id: point for point in theirs}
    named = {point.id for point in points}
    for id_ in known:
        if id_ not in named:
            work.kept(ContactPoint).remove(id_)
    for point in points:
        before = known.get(point.id)
        kept = ContactPoint(
            id=before.id if before else new_id(),
            household=person.household,
            person=person.id,
            way=point.way,
            value=point.value.strip(),
            label=point.label.strip(),
            safety=point.safety,
            call=point.call,
            message=point.message,
        )
        if before is None:
            work.kept(ContactPoint).add(kept)
        elif kept != before:
            work.kept(ContactPoint).change(kept)


def _corrects(number: IdentifierDraft, known: Identifier) -> bool:
    """Say whether a number as typed is about a kept one: by its id, or else by its register."""
    if number.id:
        return number.id == known.id
    return number.system is known.system and (number.system.one_person or not number.value.strip())
