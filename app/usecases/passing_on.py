"""Refuse words that a partner told us for fewer eyes than what they are written into (trap 43)."""

from __future__ import annotations

from app.domain.ids import HouseholdId
from app.domain.passing_on import passed_on
from app.domain.problems import Problem, Why
from app.domain.visit import Note, NoteReach
from app.ports import Work


def not_to_pass_on(
    work: Work,
    household: HouseholdId,
    reaches: frozenset[NoteReach],
    *,
    before: object = None,
    **texts: str,
) -> list[Problem]:
    """Return a problem for each text that repeats what may not go so far.

    What already stood in `before` is not asked about again.
    """
    fresh = {
        field: text
        for field, text in texts.items()
        if text.strip() and text.strip() != getattr(before, field, None)
    }
    notes = work.kept(Note).of(household) if fresh else ()
    return [
        Problem(field, Why.TOLD_UNDER_LIMIT)
        for field, text in fresh.items()
        if passed_on(text, notes, reaches)
    ]
