"""Open a new family record, and keep who the office is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.household import Household, HouseholdDraft, Office
from app.domain.ids import HouseholdId, new_id
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_household(work: Work, draft: HouseholdDraft) -> Household:
    """Keep a new family, or raise `Invalid` with everything wrong at once."""
    _refuse(draft)
    household = Household(id=HouseholdId(new_id()), name=draft.name.strip())
    work.kept(Household).add(household)
    work.about(household.id)
    return household


@operation()
def rename_household(work: Work, household: HouseholdId, draft: HouseholdDraft) -> Household:
    """Give a family another name, or keep the day on which help ended; none opens it again.

    What was agreed ends with help (`app.domain.counting.ends_on`); nothing is taken away.
    """
    _refuse(draft, work.now.date())
    known = work.kept(Household).find(household)
    if known is None:
        raise Refused("no-such-household")
    named = replace(known, name=draft.name.strip(), closed_on=draft.closed_on)
    work.kept(Household).change(named)
    work.about(household)
    return named


@operation()
def keep_office(work: Work, office: Office) -> Office:
    """Keep who we are: what every paper says about its sender.

    Approvals of laws stay as they are: only `app.usecases.approve_gateway` changes them.
    """
    problems = office.problems()
    if problems:
        raise Invalid(problems)
    known = work.kept(Office).find(office.id)
    if known is None:
        work.kept(Office).add(office)
        return office
    kept = replace(office, approvals=known.approvals)
    work.kept(Office).change(kept)
    return kept


def _refuse(draft: HouseholdDraft, today: date | None = None) -> None:
    problems = draft.problems(today)
    if problems:
        raise Invalid(problems)
