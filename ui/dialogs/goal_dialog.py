"""The forms for what a family wants to change, and for one mark on the way there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import HouseholdId
from app.domain.plan import HIGHEST, LOWEST, Goal, ScaleMark
from app.domain.plan_drafts import GoalDraft, ScaleMarkDraft
from app.operation import Command
from app.usecases.keep_plan import (
    add_goal,
    change_goal,
    change_scale_mark,
    remove_goal,
    remove_scale_mark,
)
from ui.desk import Desk
from ui.dialogs.plan_dialog import PlanDialog, person_in
from ui.plan_words import our_view
from ui.widgets.fields import Choice, NoteField


class GoalDialog(PlanDialog):
    """Collects a `GoalDraft`."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        names: Mapping[str, str],
        outcomes: Mapping[str, str],
        today: date,
        goal: Goal | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Plan", "Correct what we want to change")
        if goal is None:
            title = tr("Plan", "Add what we want to change")
        super().__init__(desk, self.command, title=title, parent=parent)
        self._household, self._goal = household, goal
        self.text = self.form.add(
            "text",
            tr("Plan", "In the family’s own words"),
            NoteField(lines=3),
            hint=tr("Plan", "For example: I want us to eat together without shouting."),
        )
        self.person = self.add_person(names, tr("Plan", "Whose wish it is"))
        self.outcome = self.add_outcome(outcomes, goal.outcome if goal else "")
        self.on = self.add_date("on", tr("Plan", "Agreed on"), optional=False)
        self.on.set_day(goal.on if goal else today)
        self.reached_on = self.add_date("reached_on", tr("Plan", "Reached on"))
        self.form.row("reached_on").setVisible(goal is not None)
        if goal is not None:
            self.text.setPlainText(goal.text)
            self.person.choose(goal.person or "")
            self.reached_on.set_day(goal.reached_on)
            self.offer_removal(
                tr("Plan", "Take it out of the plan, with its marks"), lambda: remove_goal(goal.id)
            )

    def command(self) -> Command[Goal]:
        """Return the command for what the form says now."""
        draft = GoalDraft(
            text=self.text.toPlainText(),
            outcome=self.outcome.key(),
            on=self.on.day(),
            person=person_in(self.person),
            reached_on=self.reached_on.day(),
        )
        if self._goal is not None:
            return change_goal(self._goal.id, draft)
        return add_goal(self._household, draft)


class MarkDialog(PlanDialog):
    """Corrects one mark on a scale."""

    def __init__(
        self,
        desk: Desk,
        mark: ScaleMark,
        *,
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk, self.command, title=tr("Plan", "Correct a mark on the scale"), parent=parent
        )
        self._mark = mark
        numbers = {str(value): str(value) for value in range(LOWEST, HIGHEST + 1)}
        self.value = self.form.add("value", tr("Plan", "From 0 to 10"), Choice(numbers))
        self.person = self.add_person(names, tr("Plan", "Whose view"), our_view())
        self.on = self.add_date("on", tr("Plan", "On"), optional=False)
        self.note = self.form.add(
            "note", tr("Plan", "Why"), NoteField(lines=2), optional=self.optional
        )
        self.value.choose(str(mark.value))
        self.person.choose(mark.person or "")
        self.on.set_day(mark.on)
        self.note.setPlainText(mark.note)
        self.offer_removal(tr("Plan", "Take this mark away"), lambda: remove_scale_mark(mark.id))

    def command(self) -> Command[ScaleMark]:
        """Return the command for what the form says now."""
        draft = ScaleMarkDraft(
            goal=self._mark.goal,
            value=int(self.value.key()),
            on=self.on.day(),
            person=person_in(self.person),
            note=self.note.toPlainText(),
        )
        return change_scale_mark(self._mark.id, draft)
