"""Whether every entry of a family's plan keeps the rules of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any

from app.domain.plan_drafts import (
    ActionDraft,
    GoalDraft,
    MeetingDraft,
    NeedDraft,
    ReviewDraft,
    ScaleMarkDraft,
)
from app.domain.problems import Problem
from app.domain.record import Record


def plan_problems(record: Record, today: date) -> Iterator[tuple[str, int, Problem]]:
    """Return what is wrong with the plan: name of the list, number of the entry, problem."""
    for part, draft in (
        ("needs", NeedDraft),
        ("goals", GoalDraft),
        ("scale_marks", ScaleMarkDraft),
        ("actions", ActionDraft),
        ("reviews", ReviewDraft),
        ("meetings", MeetingDraft),
    ):
        for index, item in enumerate(getattr(record, part)):
            for problem in as_typed(draft, item).problems(today):
                yield part, index, problem


def as_typed(draft: Any, item: Any) -> Any:
    """Return the draft that an entry of the plan would have been typed as."""
    return draft(**{field.name: getattr(item, field.name) for field in fields(draft)})
