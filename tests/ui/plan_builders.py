"""A family with a plan, for the tests of its windows: kept past every window, as typed long ago."""

from __future__ import annotations

from datetime import date

from app.domain.ids import PersonId
from app.domain.plan import Goal, Invitee, NeedKind
from app.domain.plan_drafts import (
    ActionDraft,
    GoalDraft,
    MeetingDraft,
    NeedDraft,
    ReviewDraft,
    ScaleMarkDraft,
)
from app.usecases.keep_actions import add_action, add_review
from app.usecases.keep_meetings import add_meeting
from app.usecases.keep_plan import add_goal, add_need, add_scale_mark
from tests.ui.desk_builders import FAMILY_A, TODAY, OpenDesk

DANA, LEO, MIA = PersonId("A1"), PersonId("A4"), PersonId("A5")
FIRST, SECOND = date(2026, 9, 14), date(2026, 10, 12)


def keep_plan(office: OpenDesk) -> Goal:
    """Give family A a plan with one of everything, and return its goal."""
    office.run(
        add_need(
            FAMILY_A,
            NeedDraft(
                text="Leo is late most days.",
                outcome="education",
                on=TODAY,
                person=LEO,
                words="I can’t face the corridor",
            ),
        )
    )
    office.run(
        add_need(
            FAMILY_A,
            NeedDraft(
                kind=NeedKind.STRENGTH, text="Leo cooks.", outcome="education", on=TODAY, person=LEO
            ),
        )
    )
    goal = office.run(
        add_goal(
            FAMILY_A,
            GoalDraft(text="I want quiet mornings", outcome="relationships", on=FIRST, person=DANA),
        )
    )
    for who, on, value in ((LEO, FIRST, 3), (LEO, SECOND, 5), (DANA, SECOND, 4)):
        draft = ScaleMarkDraft(goal=goal.id, value=value, on=on, person=who)
        office.run(add_scale_mark(FAMILY_A, draft))
    late = date(2026, 11, 18)
    office.run(
        add_action(FAMILY_A, ActionDraft(text="Ring the school", owner_name="Grace", due_on=late))
    )
    soon = date(2026, 11, 27)
    office.run(
        add_action(
            FAMILY_A, ActionDraft(text="Lay out clothes", owner=LEO, due_on=soon, goal=goal.id)
        )
    )
    office.run(
        add_review(
            FAMILY_A,
            ReviewDraft(
                on=date(2026, 11, 17), text="Calmer", words="Better", next_on=date(2026, 11, 30)
            ),
        )
    )
    office.run(
        add_meeting(
            FAMILY_A,
            MeetingDraft(
                on=date(2026, 11, 24),
                place="Marsh Academy",
                invitees=(Invitee(person=DANA), Invitee(name="Robin Ashby")),
            ),
        )
    )
    return goal
