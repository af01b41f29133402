"""Turn the screen to the family, and take it back: looked at by whom, with ids alone."""

from __future__ import annotations

from app.domain.ids import HouseholdId
from app.domain.law import LawPack
from app.domain.person import Person
from app.errors import Refused
from app.operation import Effect, Kind, operation
from app.ports import Work
from app.view.household import HouseholdView
from app.view.project import project
from app.view.recipient import at_table


def can_look(person: Person) -> bool:
    """Say whether somebody can sit at the table at all."""
    return not person.unborn and person.died is None


@operation(kind=Kind.LOOK, effect=Effect.NONE)
def enter_family_view(
    work: Work, household: HouseholdId | None, people: tuple[str, ...], law: LawPack
) -> HouseholdView | None:
    """Return what those at the table may see together, or None where nobody is named.

    Raises `Refused` for somebody who is not there any more, has died or is not born yet.
    """
    work.about(household, people=",".join(people))
    if household is None or not people:
        return None
    record = work.record(household)
    there = {person.id for person in record.people if can_look(person)}
    if not there.issuperset(people):
        raise Refused("no-such-person")
    return project(record, law, at_table(*people), work.now.date())


@operation(kind=Kind.LOOK, effect=Effect.NONE)
def leave_family_view(work: Work, household: HouseholdId | None, *, wrong: int) -> None:
    """Note that the worker took the screen back, after how many wrong tries."""
    work.about(household, wrong=wrong)
