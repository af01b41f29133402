"""Set a question about who is missing aside, with the reason, and ask it again."""

from __future__ import annotations

from app.domain.household import TEXT_LENGTH, text_problems
from app.domain.ids import AgencyId, HouseholdId, PersonId, new_id
from app.domain.judgement import Dismissal
from app.domain.missing import MissingRule, all_missing
from app.domain.problems import Problem, Why
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def set_aside(
    work: Work,
    household: HouseholdId,
    rules: tuple[MissingRule, ...],
    *,
    rule: str,
    person: PersonId,
    agency: AgencyId | None = None,
    note: str,
) -> Dismissal:
    """Set a question aside. Raises `Invalid` without a note, `Refused` where it is not asked."""
    today = work.now.date()
    known = all_missing(work.record(household), rules, today)
    if (rule, person, agency) not in {(m.rule.key, m.person, m.agency) for m in known}:
        raise Refused("no-such-question")
    problems = text_problems("note", note, TEXT_LENGTH)
    if not note.strip():
        problems = (Problem("note", Why.NEEDS_NOTE),)
    if problems:
        raise Invalid(problems)
    dismissal = Dismissal(
        id=new_id(),
        household=household,
        rule=rule,
        on=today,
        note=note.strip(),
        person=person,
        agency=agency,
        by=work.by,
    )
    work.kept(Dismissal).add(dismissal)
    work.about(household, dismissal=dismissal.id, rule=rule)
    return dismissal


@operation()
def ask_again(work: Work, dismissal: str) -> None:
    """Ask a question again that was set aside."""
    known = work.kept(Dismissal).find(dismissal)
    if known is None:
        raise Refused("no-such-dismissal")
    work.kept(Dismissal).remove(dismissal)
    work.about(known.household, dismissal=dismissal, rule=known.rule)
