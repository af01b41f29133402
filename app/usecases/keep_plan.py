"""Keep what is worrying and going well, what a family wants to change, and how near it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.ids import GoalId, HouseholdId, new_id
from app.domain.passing_on import FAMILY
from app.domain.person import Person
from app.domain.plan import Action, Goal, Need, ScaleMark
from app.domain.plan_drafts import GoalDraft, NeedDraft, ScaleMarkDraft, strangers
from app.domain.plan_entries import as_typed
from app.domain.problems import Problem, Why
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work
from app.usecases.passing_on import not_to_pass_on


@operation()
def add_need(work: Work, household: HouseholdId, draft: NeedDraft) -> Need:
    """Keep something worrying or going well, or raise `Invalid` with everything wrong at once."""
    need = _need(work, new_id(), household, draft)
    work.kept(Need).add(need)
    work.about(household, need=need.id)
    return need


@operation()
def change_need(work: Work, need: str, draft: NeedDraft) -> Need:
    """Correct something worrying or going well."""
    known = _known_need(work, need)
    changed = _need(work, need, known.household, draft)
    work.kept(Need).change(changed)
    work.about(known.household, need=need)
    return changed


@operation()
def mark_need_met(work: Work, need: str, on: date | None) -> Need:
    """Say since when something is no longer worrying; None: it is worrying again."""
    known = _known_need(work, need)
    changed = _need(work, need, known.household, replace(as_typed(NeedDraft, known), met_on=on))
    work.kept(Need).change(changed)
    work.about(known.household, need=need)
    return changed


@operation()
def remove_need(work: Work, need: str) -> None:
    """Take away what was never so; what is over is marked as met instead."""
    known = _known_need(work, need)
    work.kept(Need).remove(need)
    work.about(known.household, need=need)


@operation()
def add_goal(work: Work, household: HouseholdId, draft: GoalDraft) -> Goal:
    """Keep what the family wants to change."""
    goal = _goal(work, GoalId(new_id()), household, draft)
    work.kept(Goal).add(goal)
    work.about(household, goal=goal.id)
    return goal


@operation()
def change_goal(work: Work, goal: GoalId, draft: GoalDraft) -> Goal:
    """Correct a goal."""
    known = _known_goal(work, goal)
    changed = _goal(work, goal, known.household, draft)
    work.kept(Goal).change(changed)
    work.about(known.household, goal=goal)
    return changed


@operation()
def mark_goal_reached(work: Work, goal: GoalId, on: date | None) -> Goal:
    """Say when a goal was reached; None: it is not reached after all."""
    known = _known_goal(work, goal)
    draft = replace(as_typed(GoalDraft, known), reached_on=on)
    changed = _goal(work, goal, known.household, draft)
    work.kept(Goal).change(changed)
    work.about(known.household, goal=goal)
    return changed


@operation()
def remove_goal(work: Work, goal: GoalId) -> None:
    """Take away a goal with its marks; what is done for it stays in the plan on its own."""
    known = _known_goal(work, goal)
    marks = [mark for mark in work.kept(ScaleMark).of(known.household) if mark.goal == goal]
    for mark in marks:
        work.kept(ScaleMark).remove(mark.id)
    for action in work.kept(Action).of(known.household):
        if action.goal == goal:
            work.kept(Action).change(replace(action, goal=None))
    work.kept(Goal).remove(goal)
    work.about(known.household, goal=goal, marks=len(marks))


@operation()
def add_scale_mark(work: Work, household: HouseholdId, draft: ScaleMarkDraft) -> ScaleMark:
    """Keep where somebody puts themselves on the way to a goal."""
    mark = _mark(work, new_id(), household, draft)
    work.kept(ScaleMark).add(mark)
    work.about(household, mark=mark.id, goal=mark.goal)
    return mark


@operation()
def change_scale_mark(work: Work, mark: str, draft: ScaleMarkDraft) -> ScaleMark:
    """Correct a mark on a scale."""
    known = work.kept(ScaleMark).find(mark)
    if known is None:
        raise Refused("no-such-entry")
    changed = _mark(work, mark, known.household, draft)
    work.kept(ScaleMark).change(changed)
    work.about(known.household, mark=mark, goal=changed.goal)
    return changed


@operation()
def remove_scale_mark(work: Work, mark: str) -> None:
    """Take away a mark that nobody made."""
    known = work.kept(ScaleMark).find(mark)
    if known is None:
        raise Refused("no-such-entry")
    work.kept(ScaleMark).remove(mark)
    work.about(known.household, mark=mark, goal=known.goal)


def members(work: Work, household: HouseholdId) -> frozenset[str]:
    """Return the ids of everybody in a household."""
    return frozenset(person.id for person in work.kept(Person).of(household))


def _known_need(work: Work, need: str) -> Need:
    known = work.kept(Need).find(need)
    if known is None:
        raise Refused("no-such-entry")
    return known


def _known_goal(work: Work, goal: GoalId) -> Goal:
    known = work.kept(Goal).find(goal)
    if known is None:
        raise Refused("no-such-entry")
    return known


def _need(work: Work, id_: str, household: HouseholdId, draft: NeedDraft) -> Need:
    found = list(draft.problems(work.now.date()))
    found += strangers("person", [draft.person], members(work, household))
    before = work.kept(Need).find(id_)
    found += not_to_pass_on(
        work, household, FAMILY, before=before, text=draft.text, words=draft.words
    )
    if found or draft.on is None:
        raise Invalid(tuple(found))
    return Need(
        id=id_,
        household=household,
        kind=draft.kind,
        outcome=draft.outcome.strip(),
        text=draft.text.strip(),
        on=draft.on,
        person=draft.person,
        words=draft.words.strip(),
        met_on=draft.met_on,
    )


def _goal(work: Work, id_: GoalId, household: HouseholdId, draft: GoalDraft) -> Goal:
    found = list(draft.problems(work.now.date()))
    found += strangers("person", [draft.person], members(work, household))
    before = work.kept(Goal).find(id_)
    found += not_to_pass_on(work, household, FAMILY, before=before, text=draft.text)
    if found or draft.on is None:
        raise Invalid(tuple(found))
    return Goal(
        id=id_,
        household=household,
        text=draft.text.strip(),
        outcome=draft.outcome.strip(),
        on=draft.on,
        person=draft.person,
        reached_on=draft.reached_on,
    )


def _mark(work: Work, id_: str, household: HouseholdId, draft: ScaleMarkDraft) -> ScaleMark:
    found = list(draft.problems(work.now.date()))
    goals = {goal.id for goal in work.kept(Goal).of(household)}
    if draft.goal is not None and draft.goal not in goals:
        found.append(Problem("goal", Why.NO_SUCH_RECORD))
    found += strangers("person", [draft.person], members(work, household))
    if found or draft.on is None or draft.goal is None or draft.value is None:
        raise Invalid(tuple(found))
    return ScaleMark(
        id=id_,
        household=household,
        goal=draft.goal,
        on=draft.on,
        value=draft.value,
        person=draft.person,
        note=draft.note.strip(),
    )
