"""Keep competence notes, and who must not be told."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from app.domain.agency import Agency
from app.domain.competence import CompetenceDraft, LimitDraft
from app.domain.consent import Competence, Limit
from app.domain.ids import CompetenceId, HouseholdId, new_id
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def note_competence(work: Work, household: HouseholdId, draft: CompetenceDraft) -> Competence:
    """Keep a note that somebody can, or cannot, make one particular decision.

    It is never changed: what was judged on a day stays; a new judgement is a new note.
    """
    here = {person.id: person for person in work.kept(Person).of(household)}
    who = here.get(draft.person) if draft.person is not None else None
    found = list(draft.problems(work.now.date(), who))
    if draft.person is not None and who is None:
        found.append(Problem("person", Why.NO_SUCH_PERSON))
    if draft.agency is not None and work.kept(Agency).find(draft.agency) is None:
        found.append(Problem("agency", Why.NO_SUCH_AGENCY))
    if found:
        raise Invalid(tuple(found))
    note = Competence(id=CompetenceId(new_id()), household=household, **_trimmed(draft))
    work.kept(Competence).add(note)
    work.about(household, person=note.person, competence=note.id)
    return note


@operation()
def add_limit(work: Work, household: HouseholdId, draft: LimitDraft) -> Limit:
    """Keep that somebody must not be told."""
    limit = new_limit(work, household, draft)
    work.about(household, person=limit.person, limit=limit.id)
    return limit


@operation()
def change_limit(work: Work, limit: str, draft: LimitDraft) -> Limit:
    """Correct who must not be told, or about what."""
    known = work.kept(Limit).find(limit)
    if known is None:
        raise Refused("no-such-limit")
    changed = _limit(work, limit, known.household, draft)
    work.kept(Limit).change(changed)
    work.about(known.household, person=changed.person, limit=limit)
    return changed


@operation()
def lift_limit(work: Work, limit: str) -> None:
    """Take a limit away, as whoever set it wishes; the journal remembers it."""
    known = work.kept(Limit).find(limit)
    if known is None:
        raise Refused("no-such-limit")
    work.kept(Limit).remove(limit)
    work.about(known.household, person=known.person, limit=limit)


def limit_problems(work: Work, household: HouseholdId, draft: LimitDraft) -> tuple[Problem, ...]:
    """Return every reason a limit cannot be kept in this family, in form order."""
    found = list(draft.problems(work.now.date()))
    here = {person.id for person in work.kept(Person).of(household)}
    found += [
        Problem(field, Why.NO_SUCH_PERSON)
        for field in ("person", "decided_by", "not_person")
        if getattr(draft, field) is not None and getattr(draft, field) not in here
    ]
    if draft.not_agency is not None and work.kept(Agency).find(draft.not_agency) is None:
        found.append(Problem("not_agency", Why.NO_SUCH_AGENCY))
    return tuple(found)


def new_limit(work: Work, household: HouseholdId, draft: LimitDraft) -> Limit:
    """Keep one limit as part of a larger step; raises `Invalid`."""
    limit = _limit(work, new_id(), household, draft)
    work.kept(Limit).add(limit)
    return limit


def _limit(work: Work, id_: str, household: HouseholdId, draft: LimitDraft) -> Limit:
    found = limit_problems(work, household, draft)
    if found:
        raise Invalid(found)
    return Limit(id=id_, household=household, **_trimmed(draft))


def _trimmed(draft: CompetenceDraft | LimitDraft) -> dict[str, Any]:
    values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(draft)}
    return values | {name: text.strip() for name, text in values.items() if type(text) is str}
