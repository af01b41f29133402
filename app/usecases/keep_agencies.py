"""Keep agencies, and which of them works with whom."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from app.domain.agency import (
    Agency,
    AgencyDraft,
    Involvement,
    InvolvementDraft,
    Professional,
)
from app.domain.ids import AgencyId, HouseholdId, new_id
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.domain.registration import second_practice
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_agency(work: Work, draft: AgencyDraft) -> Agency:
    """Keep a new agency, or raise `Invalid` with everything wrong at once."""
    agency = _agency(AgencyId(new_id()), draft)
    work.kept(Agency).add(agency)
    work.about(None, agency=agency.id)
    return agency


@operation()
def change_agency(work: Work, agency: AgencyId, draft: AgencyDraft) -> Agency:
    """Correct an agency for every family that has to do with it."""
    if work.kept(Agency).find(agency) is None:
        raise Refused("no-such-agency")
    changed = _agency(agency, draft)
    work.kept(Agency).change(changed)
    work.about(None, agency=agency)
    return changed


@operation()
def involve_agency(work: Work, household: HouseholdId, draft: InvolvementDraft) -> Involvement:
    """Say that an agency works with a person, since when and in what state."""
    made = _involvement(work, new_id(), household, draft)
    _refuse_twice(work, made)
    work.kept(Involvement).add(made)
    work.about(household, person=made.person, agency=made.agency)
    return made


@operation()
def change_involvement(work: Work, involvement: str, draft: InvolvementDraft) -> Involvement:
    """Correct an involvement, or write down what has become of it."""
    known = work.kept(Involvement).find(involvement)
    if known is None:
        raise Refused("no-such-involvement")
    changed = _involvement(work, involvement, known.household, draft)
    _refuse_twice(work, changed)
    work.kept(Involvement).change(changed)
    work.about(known.household, person=changed.person, agency=changed.agency)
    return changed


def agencies_to_offer(work: Work, household: HouseholdId) -> tuple[Agency, ...]:
    """Return the agencies a family may be given: its own and the listed ones (trap 41)."""
    own = {agency.id for agency in work.record(household).agencies}
    offered = [a for a in work.kept(Agency).every() if a.listed or a.id in own]
    return tuple(sorted(offered, key=lambda agency: agency.name.casefold()))


def _agency(id_: AgencyId, draft: AgencyDraft) -> Agency:
    problems = draft.problems()
    if problems or draft.kind is None:
        raise Invalid(problems)
    values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(draft)}
    trimmed = {name: text.strip() for name, text in values.items() if type(text) is str}
    tidied = {"ods": draft.ods.strip().upper(), "postcode": draft.postcode.strip().upper()}
    return Agency(id=id_, **values | trimmed | tidied)


def _refuse_twice(work: Work, made: Involvement) -> None:
    """Refuse a second involvement with one agency, or a second practice, that has not ended."""
    theirs = work.kept(Involvement).of(made.household)
    agencies = {i.agency: work.kept(Agency).find(i.agency) for i in (*theirs, made)}
    known_kinds = {id_: agency.kind for id_, agency in agencies.items() if agency is not None}
    if second_practice(made, theirs, known_kinds):
        raise Invalid((Problem("agency", Why.SECOND_PRACTICE),))
    for known in theirs:
        same = (known.person, known.agency) == (made.person, made.agency) and known.id != made.id
        if same and known.until is None and made.until is None:
            raise Invalid((Problem("agency", Why.ALREADY_RECORDED),))


def _involvement(
    work: Work, id_: str, household: HouseholdId, draft: InvolvementDraft
) -> Involvement:
    found = list(draft.problems(work.now.date()))
    person = work.kept(Person).find(draft.person) if draft.person is not None else None
    if draft.person is not None and (person is None or person.household != household):
        found.append(Problem("person", Why.NO_SUCH_PERSON))
    if draft.agency is not None and work.kept(Agency).find(draft.agency) is None:
        found.append(Problem("agency", Why.NO_SUCH_AGENCY))
    if draft.professional is not None:
        there = work.kept(Professional).find(draft.professional)
        if there is None or there.agency != draft.agency:
            found.append(Problem("professional", Why.NO_SUCH_RECORD))
    if found:
        raise Invalid(tuple(found))
    values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(draft)}
    trimmed = {
        name: text.strip()
        for name, text in values.items()
        if type(text) is str and name in ("why", "next_step")
    }
    return Involvement(id=id_, household=household, **values | trimmed)
