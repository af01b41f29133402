"""Say that one knows a family otherwise: a line of the journal, which nobody can take back."""

from __future__ import annotations

from app.domain.household import Household
from app.domain.ids import HouseholdId
from app.domain.interest import Interest
from app.domain.problems import Problem, Why
from app.errors import Invalid, Refused
from app.operation import Effect, Kind, operation
from app.ports import Work


@operation(kind=Kind.LOOK, effect=Effect.NONE)
def declare_interest(work: Work, household: HouseholdId, interest: Interest | None) -> Interest:
    """Note who knows a family, and how (trap 41). It changes no record, and shows on no screen."""
    if interest is None:
        raise Invalid((Problem("interest", Why.MISSING),))
    if work.kept(Household).find(household) is None:
        raise Refused("no-such-household")
    work.about(household, interest=interest.value)
    return interest
