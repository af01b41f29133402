"""The rules of the family plan, as a table somebody who writes plans could check."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.household import Office
from app.domain.ids import GoalId, PersonId, ProfessionalId
from app.domain.outcomes import Outcome, outcomes_of
from app.domain.plan import Invited, Invitee
from app.domain.plan_drafts import (
    ActionDraft,
    GoalDraft,
    MeetingDraft,
    NeedDraft,
    ReviewDraft,
    ScaleMarkDraft,
)
from app.domain.visit import OwnWords
from tests.builders import TODAY, catalogue

TOMORROW, LAST_WEEK = date(2026, 11, 23), date(2026, 11, 15)
KIT, GOAL = PersonId("kit"), GoalId("goal")
WORRY: dict[str, Any] = {"text": "Late most days", "outcome": "education", "on": TODAY}
CHANGE: dict[str, Any] = {"text": "Be on time", "outcome": "education", "on": TODAY}
MARK: dict[str, Any] = {"goal": GOAL, "value": 4, "on": TODAY}
ACTION: dict[str, Any] = {"text": "Ring the school", "owner": KIT}
REVIEW: dict[str, Any] = {"on": TODAY, "text": "Better"}
GRAN, GRACE = Invitee(name="Gran"), Invitee(professional=ProfessionalId("okonjo"))

RULES: tuple[tuple[str, Any, dict[str, str]], ...] = (
    (
        "a worry needs words and a heading",
        NeedDraft(on=TODAY),
        {"text": "missing", "outcome": "missing"},
    ),
    (
        "everything wrong is told at once",
        NeedDraft(on=TOMORROW, words="\x00"),
        {"text": "missing", "outcome": "missing", "words": "bad-character", "on": "in-future"},
    ),
    ("a worry that stands is kept", NeedDraft(**WORRY), {}),
    ("a worry is noted on a day that was", NeedDraft(**WORRY | {"on": None}), {"on": "missing"}),
    (
        "a worry ends after it was noted",
        NeedDraft(**WORRY, met_on=LAST_WEEK),
        {"met_on": "ends-before-start"},
    ),
    (
        "a worry has ended only if it has",
        NeedDraft(**WORRY, met_on=TOMORROW),
        {"met_on": "in-future"},
    ),
    (
        "a goal needs words and a heading",
        GoalDraft(on=TODAY),
        {"text": "missing", "outcome": "missing"},
    ),
    (
        "a goal is reached after it was set",
        GoalDraft(**CHANGE, reached_on=LAST_WEEK),
        {"reached_on": "ends-before-start"},
    ),
    ("a goal may be reached on its day", GoalDraft(**CHANGE, reached_on=TODAY), {}),
    ("0 is on the scale", ScaleMarkDraft(**MARK | {"value": 0}), {}),
    ("10 is on the scale", ScaleMarkDraft(**MARK | {"value": 10}), {}),
    ("11 is not", ScaleMarkDraft(**MARK | {"value": 11}), {"value": "off-the-scale"}),
    ("-1 is not", ScaleMarkDraft(**MARK | {"value": -1}), {"value": "off-the-scale"}),
    ("a mark needs a number", ScaleMarkDraft(**MARK | {"value": None}), {"value": "off-the-scale"}),
    (
        "a mark was made on a day that was",
        ScaleMarkDraft(**MARK | {"on": TOMORROW}),
        {"on": "in-future"},
    ),
    ("an action needs somebody to do it", ActionDraft(text="Ring"), {"owner": "needs-owner"}),
    ("a name alone will do", ActionDraft(text="Ring", owner_name="Grace"), {}),
    (
        "spaces are nobody’s name",
        ActionDraft(text="Ring", owner_name="  "),
        {"owner": "needs-owner"},
    ),
    ("an action may be long overdue", ActionDraft(**ACTION, due_on=date(2020, 1, 1)), {}),
    ("done means done", ActionDraft(**ACTION, done_on=TOMORROW), {"done_on": "in-future"}),
    ("a review says what changed", ReviewDraft(on=TODAY), {"text": "missing"}),
    ("a review has taken place", ReviewDraft(**REVIEW | {"on": TOMORROW}), {"on": "in-future"}),
    (
        "the next review comes after it",
        ReviewDraft(**REVIEW, next_on=TODAY),
        {"next_on": "not-later"},
    ),
    ("a meeting needs a day", MeetingDraft(), {"on": "missing"}),
    ("a meeting may be to come", MeetingDraft(on=TOMORROW, invitees=(GRAN, GRACE)), {}),
    (
        "nobody came to one that is to come",
        MeetingDraft(on=TOMORROW, invitees=(Invitee(name="Gran", state=Invited.CAME),)),
        {"invitees": "not-held-yet"},
    ),
    (
        "the same name is named once",
        MeetingDraft(on=TODAY, invitees=(GRAN, Invitee(name=" gran "))),
        {"invitees": "named-twice"},
    ),
    (
        "the same professional is named once",
        MeetingDraft(on=TODAY, invitees=(GRACE, GRACE)),
        {"invitees": "named-twice"},
    ),
    (
        "an invitation is to somebody",
        MeetingDraft(on=TODAY, invitees=(Invitee(),)),
        {"invitees": "missing"},
    ),
    (
        "each child has one view",
        MeetingDraft(
            on=TODAY, views=(OwnWords(person=KIT, words="a"), OwnWords(person=KIT, words="b"))
        ),
        {"views": "named-twice"},
    ),
    (
        "the next meeting comes after it",
        MeetingDraft(on=TODAY, next_on=LAST_WEEK),
        {"next_on": "not-later"},
    ),
)


@pytest.mark.parametrize(("rule", "draft", "told"), RULES, ids=[rule for rule, _, _ in RULES])
def test_the_plan_keeps_its_rules(rule: str, draft: Any, told: dict[str, str]) -> None:
    assert {p.field: p.why.value for p in draft.problems(TODAY)} == told, rule


def test_the_ten_outcomes_of_2022_ship() -> None:
    titles = [one.title for one in catalogue().outcomes]

    assert len(titles) == 10
    assert (titles[0], titles[-1]) == ("Getting a good education", "Financial stability")


def test_a_council_with_its_own_list_sees_its_own() -> None:
    office = Office(outcomes=("Safe at home", " ", "Learning well"))

    found = outcomes_of(office, catalogue().outcomes)

    assert [one.key for one in found] == ["Safe at home", "Learning well"]


def test_what_was_sorted_under_an_older_list_stays_in_sight() -> None:
    office = Office(outcomes=("Safe at home",))

    found = outcomes_of(office, catalogue().outcomes, ["education", "Old words", "Safe at home"])

    assert found == (
        Outcome(key="Safe at home", title="Safe at home"),
        Outcome(key="education", title="Getting a good education"),
        Outcome(key="Old words", title="Old words"),
    )
