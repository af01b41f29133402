"""The family plan in the store: what is kept, corrected, ticked off, taken away, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.catalogue import interchange_schema
from app.domain.ids import GoalId, HouseholdId, PersonId, ProfessionalId
from app.domain.plan import Goal, Invited, Invitee, NeedKind
from app.domain.plan_drafts import (
    ActionDraft,
    GoalDraft,
    MeetingDraft,
    NeedDraft,
    ReviewDraft,
    ScaleMarkDraft,
)
from app.domain.visit import OwnWords
from app.errors import Invalid, Refused
from app.interchange.reading import read_file
from app.operation import Command
from app.usecases.keep_actions import (
    add_action,
    add_review,
    change_action,
    change_review,
    mark_action_done,
    remove_action,
    remove_review,
)
from app.usecases.keep_meetings import add_meeting, change_meeting, remove_meeting
from app.usecases.keep_plan import (
    add_goal,
    add_need,
    add_scale_mark,
    change_goal,
    change_need,
    change_scale_mark,
    mark_goal_reached,
    mark_need_met,
    remove_goal,
    remove_need,
    remove_scale_mark,
)
from db.store import Store
from tests.builders import TODAY, as_file

A = HouseholdId("family-a")
LEO, MIA, NADIA = PersonId("A4"), PersonId("A5"), PersonId("B5")
WORRY = NeedDraft(text=" Late most days ", outcome="education", on=TODAY, person=LEO)
CHANGE = GoalDraft(text="I want mornings without shouting", outcome="relationships", on=TODAY)
RING = ActionDraft(text="Ring the school", owner_name="Grace Okonjo", due_on=date(2026, 11, 27))
LOOK = ReviewDraft(on=TODAY, text="Better", words="It is calmer", next_on=date(2027, 1, 5))


def plan_of(store: Store) -> Any:
    return store.ask(lambda work: work.record(A))


def goal_in(store: Store) -> Goal:
    return store.run(add_goal(A, CHANGE)).value


def test_what_is_worrying_is_kept_trimmed_and_corrected(caseload_store: Store) -> None:
    need = caseload_store.run(add_need(A, WORRY)).value

    caseload_store.run(change_need(need.id, replace(WORRY, kind=NeedKind.STRENGTH)))

    kept = plan_of(caseload_store).needs
    assert [(n.text, n.kind, n.person) for n in kept] == [("Late most days", "strength", LEO)]


def test_a_worry_is_marked_as_over_and_as_back(caseload_store: Store) -> None:
    need = caseload_store.run(add_need(A, WORRY)).value

    over = caseload_store.run(mark_need_met(need.id, TODAY)).value
    back = caseload_store.run(mark_need_met(need.id, None)).value

    assert (over.met_on, back.met_on) == (TODAY, None)


def test_somebody_of_another_family_is_nobody_here(caseload_store: Store) -> None:
    for command in (
        add_need(A, replace(WORRY, person=NADIA)),
        add_goal(A, replace(CHANGE, person=NADIA)),
        add_action(A, replace(RING, owner=NADIA)),
        add_meeting(A, MeetingDraft(on=TODAY, invitees=(Invitee(person=NADIA),))),
        add_meeting(A, MeetingDraft(on=TODAY, views=(OwnWords(person=NADIA, words="No"),))),
    ):
        with pytest.raises(Invalid, match="no-such-person"):
            caseload_store.run(command)


def test_a_goal_taken_away_takes_its_marks_and_leaves_its_actions(caseload_store: Store) -> None:
    goal = goal_in(caseload_store)
    other = caseload_store.run(add_goal(A, replace(CHANGE, text="Sleep"))).value
    for which in (goal, other):
        draft = ScaleMarkDraft(goal=which.id, value=3, on=TODAY, person=LEO)
        caseload_store.run(add_scale_mark(A, draft))
    caseload_store.run(add_action(A, replace(RING, goal=goal.id)))

    caseload_store.run(remove_goal(goal.id))

    plan = plan_of(caseload_store)
    assert [one.id for one in plan.goals] == [other.id]
    assert [mark.goal for mark in plan.scale_marks] == [other.id]
    assert [(action.text, action.goal) for action in plan.actions] == [("Ring the school", None)]


def test_a_mark_needs_a_goal_of_this_family(caseload_store: Store) -> None:
    draft = ScaleMarkDraft(goal=GoalId("none"), value=3, on=TODAY)

    with pytest.raises(Invalid, match="goal: no-such-record"):
        caseload_store.run(add_scale_mark(A, draft))


def test_somebody_of_the_family_does_it_under_their_own_name(caseload_store: Store) -> None:
    action = caseload_store.run(add_action(A, replace(RING, owner=LEO))).value

    assert (action.owner, action.owner_name) == (LEO, "")


def test_a_meeting_brings_its_actions_or_nothing(caseload_store: Store) -> None:
    meeting = MeetingDraft(on=TODAY, invitees=(Invitee(person=LEO, state=Invited.CAME),))

    with pytest.raises(Invalid) as told:
        caseload_store.run(add_meeting(A, meeting, (RING, ActionDraft(text="Who?"))))
    before = plan_of(caseload_store)
    caseload_store.run(add_meeting(A, meeting, (RING,)))

    assert [(p.field, p.why) for p in told.value.problems] == [("action-1", "needs-owner")]
    assert (before.meetings, before.actions) == ((), ())
    plan = plan_of(caseload_store)
    assert (len(plan.meetings), [one.text for one in plan.actions]) == (1, ["Ring the school"])


def test_nobody_is_invited_who_was_not_named(caseload_store: Store) -> None:
    meeting = caseload_store.run(add_meeting(A, MeetingDraft(on=TODAY))).value

    assert meeting.invitees == ()


def test_only_a_known_professional_is_invited_as_one(caseload_store: Store) -> None:
    stranger = Invitee(professional=ProfessionalId("none"))

    with pytest.raises(Invalid, match="invitees: no-such-record"):
        caseload_store.run(add_meeting(A, MeetingDraft(on=TODAY, invitees=(stranger,))))


def steps(store: Store) -> list[Command[Any]]:
    """Return one command of every kind on a plan that has one of everything."""
    goal = goal_in(store)
    need = store.run(add_need(A, WORRY)).value
    mark = store.run(add_scale_mark(A, ScaleMarkDraft(goal=goal.id, value=2, on=TODAY))).value
    action = store.run(add_action(A, replace(RING, goal=goal.id))).value
    review = store.run(add_review(A, LOOK)).value
    held = store.run(add_meeting(A, MeetingDraft(on=TODAY, place="School"))).value
    moved = MeetingDraft(on=TODAY, place="Home", views=(OwnWords(person=MIA, words="I like it"),))
    return [
        add_need(A, replace(WORRY, text="Another")),
        change_need(need.id, replace(WORRY, text="Other")),
        mark_need_met(need.id, TODAY),
        remove_need(need.id),
        add_goal(A, CHANGE),
        change_goal(goal.id, replace(CHANGE, text="Quiet")),
        mark_goal_reached(goal.id, TODAY),
        remove_goal(goal.id),
        add_scale_mark(A, ScaleMarkDraft(goal=goal.id, value=7, on=TODAY, person=LEO)),
        change_scale_mark(mark.id, ScaleMarkDraft(goal=goal.id, value=8, on=TODAY)),
        remove_scale_mark(mark.id),
        add_action(A, RING),
        change_action(action.id, replace(RING, result="They rang back")),
        mark_action_done(action.id, TODAY),
        remove_action(action.id),
        add_review(A, LOOK),
        change_review(review.id, replace(LOOK, text="Worse")),
        remove_review(review.id),
        add_meeting(A, moved, (RING,)),
        change_meeting(held.id, moved, (RING,)),
        remove_meeting(held.id),
    ]


def test_every_step_of_the_plan_is_kept_can_be_let_in_again_and_taken_back(
    caseload_store: Store,
) -> None:
    for command in steps(caseload_store):
        before = as_file(caseload_store)
        caseload_store.run(command)
        after = as_file(caseload_store)

        undone = caseload_store.undo()

        assert after != before, command.name
        assert undone is not None
        assert undone.value == command.name
        assert as_file(caseload_store) == before, command.name
        read_file(after.encode(), interchange_schema(), TODAY)


GONE: tuple[Callable[[], Command[Any]], ...] = (
    lambda: change_need("none", WORRY),
    lambda: mark_need_met("none", TODAY),
    lambda: remove_need("none"),
    lambda: change_goal(GoalId("none"), CHANGE),
    lambda: mark_goal_reached(GoalId("none"), TODAY),
    lambda: remove_goal(GoalId("none")),
    lambda: change_scale_mark("none", ScaleMarkDraft()),
    lambda: remove_scale_mark("none"),
    lambda: change_action("none", RING),
    lambda: mark_action_done("none", TODAY),
    lambda: remove_action("none"),
    lambda: change_review("none", LOOK),
    lambda: remove_review("none"),
    lambda: change_meeting("none", MeetingDraft(on=TODAY)),
    lambda: remove_meeting("none"),
)


def test_what_is_not_there_any_more_is_refused(caseload_store: Store) -> None:
    for make in GONE:
        with pytest.raises(Refused, match="no-such-entry"):
            caseload_store.run(make())


def test_the_journal_tells_ids_and_counts_and_no_words(caseload_store: Store) -> None:
    caseload_store.run(add_meeting(A, MeetingDraft(on=TODAY, decisions="Secret"), (RING,)))

    rows = caseload_store._connection.execute(
        "SELECT detail FROM operation WHERE name = 'add_meeting'"
    ).fetchall()
    assert len(rows) == 1
    assert "Secret" not in str(rows[0][0])
    assert "Ring" not in str(rows[0][0])
