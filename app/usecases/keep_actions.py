"""Keep who does what by when, and each look at the plan together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.ids import HouseholdId, new_id
from app.domain.passing_on import FAMILY
from app.domain.plan import Action, Goal, Review
from app.domain.plan_drafts import ActionDraft, ReviewDraft, strangers
from app.domain.plan_entries import as_typed
from app.domain.problems import Problem, Why
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work
from app.usecases.keep_plan import members
from app.usecases.passing_on import not_to_pass_on


@operation()
def add_action(work: Work, household: HouseholdId, draft: ActionDraft) -> Action:
    """Keep one thing somebody will do, or raise `Invalid` with everything wrong at once."""
    action = action_from(work, new_id(), household, draft)
    work.kept(Action).add(action)
    work.about(household, action=action.id)
    return action


@operation()
def change_action(work: Work, action: str, draft: ActionDraft) -> Action:
    """Correct an action: who does it, by when, what came of it."""
    known = _known_action(work, action)
    changed = action_from(work, action, known.household, draft)
    work.kept(Action).change(changed)
    work.about(known.household, action=action)
    return changed


@operation()
def mark_action_done(work: Work, action: str, on: date | None) -> Action:
    """Say when an action was done; None: it is still to be done."""
    known = _known_action(work, action)
    draft = replace(as_typed(ActionDraft, known), done_on=on)
    changed = action_from(work, action, known.household, draft)
    work.kept(Action).change(changed)
    work.about(known.household, action=action)
    return changed


@operation()
def remove_action(work: Work, action: str) -> None:
    """Take away an action that was never agreed."""
    known = _known_action(work, action)
    work.kept(Action).remove(action)
    work.about(known.household, action=action)


@operation()
def add_review(work: Work, household: HouseholdId, draft: ReviewDraft) -> Review:
    """Keep a look at the plan together."""
    review = _review(work, new_id(), household, draft)
    work.kept(Review).add(review)
    work.about(household, review=review.id)
    return review


@operation()
def change_review(work: Work, review: str, draft: ReviewDraft) -> Review:
    """Correct a review."""
    known = work.kept(Review).find(review)
    if known is None:
        raise Refused("no-such-entry")
    changed = _review(work, review, known.household, draft)
    work.kept(Review).change(changed)
    work.about(known.household, review=review)
    return changed


@operation()
def remove_review(work: Work, review: str) -> None:
    """Take away a review that did not take place."""
    known = work.kept(Review).find(review)
    if known is None:
        raise Refused("no-such-entry")
    work.kept(Review).remove(review)
    work.about(known.household, review=review)


def action_from(work: Work, id_: str, household: HouseholdId, draft: ActionDraft) -> Action:
    """Return the action a draft says, or raise `Invalid`.

    Somebody of the family does it under their own name: another name beside it is dropped.
    """
    found = list(draft.problems(work.now.date()))
    found += strangers("owner", [draft.owner], members(work, household))
    goals = {goal.id for goal in work.kept(Goal).of(household)}
    if draft.goal is not None and draft.goal not in goals:
        found.append(Problem("goal", Why.NO_SUCH_RECORD))
    before = work.kept(Action).find(id_)
    found += not_to_pass_on(
        work, household, FAMILY, before=before, text=draft.text, result=draft.result
    )
    if found:
        raise Invalid(tuple(found))
    return Action(
        id=id_,
        household=household,
        text=draft.text.strip(),
        goal=draft.goal,
        owner=draft.owner,
        owner_name="" if draft.owner is not None else draft.owner_name.strip(),
        due_on=draft.due_on,
        done_on=draft.done_on,
        result=draft.result.strip(),
    )


def _known_action(work: Work, action: str) -> Action:
    known = work.kept(Action).find(action)
    if known is None:
        raise Refused("no-such-entry")
    return known


def _review(work: Work, id_: str, household: HouseholdId, draft: ReviewDraft) -> Review:
    found = list(draft.problems(work.now.date()))
    before = work.kept(Review).find(id_)
    found += not_to_pass_on(
        work, household, FAMILY, before=before, text=draft.text, words=draft.words
    )
    if found or draft.on is None:
        raise Invalid(tuple(found))
    return Review(
        id=id_,
        household=household,
        on=draft.on,
        text=draft.text.strip(),
        words=draft.words.strip(),
        next_on=draft.next_on,
        by=work.by,
    )
