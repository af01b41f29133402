"""Write down what became of a share request."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.household import TEXT_LENGTH, text_problems
from app.domain.ids import RequestId
from app.domain.problems import Problem, Why
from app.domain.sharing import RequestState, ShareRequest
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work

NEEDS_WHY = frozenset({RequestState.REFUSED, RequestState.RECALLED})
STILL_GOING = frozenset({RequestState.OPEN, RequestState.PARTLY_ANSWERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeDraft:
    """What the form about a reply holds so far."""

    state: RequestState | None = None
    reason: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [Problem("state", Why.MISSING)] if self.state is None else []
        needed = self.state in NEEDS_WHY
        return (*found, *text_problems("reason", self.reason, TEXT_LENGTH, required=needed))


@operation()
def note_outcome(work: Work, request: RequestId, draft: OutcomeDraft) -> ShareRequest:
    """Say that a request was answered, answered in part, turned down, recalled or closed.

    Raises `Refused` when it is not open any more: what was noted once is not changed.
    """
    known = work.kept(ShareRequest).find(request)
    if known is None:
        raise Refused("no-such-request")
    if known.state not in STILL_GOING:
        raise Refused("not-open")
    problems = draft.problems()
    if problems or draft.state is None:
        raise Invalid(problems)
    still = draft.state in STILL_GOING
    changed = replace(
        known,
        state=draft.state,
        reason=draft.reason.strip(),
        next_chase_on=known.next_chase_on if still else None,
    )
    work.kept(ShareRequest).change(changed)
    work.about(known.household, request=request, state=draft.state)
    return changed
