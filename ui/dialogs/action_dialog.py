"""The forms for who does what by when, and for looking at the plan together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.ids import GoalId, HouseholdId
from app.domain.plan import Action, Review
from app.domain.plan_drafts import ActionDraft, ReviewDraft
from app.operation import Command
from app.usecases.keep_actions import (
    add_action,
    add_review,
    change_action,
    change_review,
    remove_action,
    remove_review,
)
from ui.desk import Desk
from ui.dialogs.plan_dialog import PlanDialog, person_in
from ui.plan_words import somebody_else
from ui.widgets.fields import Choice, NoteField


class ActionDialog(PlanDialog):
    """Collects an `ActionDraft`."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        names: Mapping[str, str],
        goals: Mapping[str, str],
        action: Action | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Plan", "Correct who does what") if action else tr("Plan", "Add who does what")
        super().__init__(desk, self.command, title=title, parent=parent)
        self._household, self._action = household, action
        add = self.form.add
        self.text = add("text", tr("Plan", "What will be done"), NoteField(lines=2))
        self.owner = add("owner", tr("Plan", "Who does it"), Choice({"": somebody_else(), **names}))
        self.owner_name = add(
            "owner_name",
            tr("Plan", "Their name"),
            QLineEdit(),
            hint=tr("Plan", "With their service, for example Grace Okonjo, health visitor"),
        )
        self.due_on = self.add_date("due_on", tr("Plan", "By when"))
        none = tr("Plan", "No goal in particular")
        self.goal = add("goal", tr("Plan", "For which goal"), Choice({"": none, **goals}))
        self.done_on = self.add_date("done_on", tr("Plan", "Done on"))
        self.came_of_it = add(
            "result", tr("Plan", "What came of it"), NoteField(lines=2), optional=self.optional
        )
        for name in ("done_on", "result"):
            self.form.row(name).setVisible(action is not None)
        self.owner.picked.connect(self._fit)
        if action is not None:
            self.text.setPlainText(action.text)
            self.owner.choose(action.owner or "")
            self.owner_name.setText(action.owner_name)
            self.due_on.set_day(action.due_on)
            self.goal.choose(action.goal or "")
            self.done_on.set_day(action.done_on)
            self.came_of_it.setPlainText(action.result)
            self.offer_removal(
                tr("Plan", "Take it out of the plan"), lambda: remove_action(action.id)
            )
        self._fit()

    def command(self) -> Command[Action]:
        """Return the command for what the form says now."""
        draft = ActionDraft(
            text=self.text.toPlainText(),
            goal=GoalId(self.goal.key()) if self.goal.key() else None,
            owner=person_in(self.owner),
            owner_name="" if self.owner.key() else self.owner_name.text(),
            due_on=self.due_on.day(),
            done_on=self.done_on.day(),
            result=self.came_of_it.toPlainText(),
        )
        if self._action is not None:
            return change_action(self._action.id, draft)
        return add_action(self._household, draft)

    def show_sentences(self, said: dict[str, str]) -> None:
        """Say that nobody does it beside the name, where one is to be written."""
        if "owner" in said and not self.owner.key():
            said = {**{k: v for k, v in said.items() if k != "owner"}, "owner_name": said["owner"]}
        super().show_sentences(said)

    def _fit(self) -> None:
        self.form.row("owner_name").setVisible(not self.owner.key())


class ReviewDialog(PlanDialog):
    """Collects a `ReviewDraft`."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        today: date,
        review: Review | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Plan", "Look at the plan together")
        if review is not None:
            title = tr("Plan", "Correct a look at the plan")
        super().__init__(desk, self.command, title=title, parent=parent)
        self._household, self._review = household, review
        self.on = self.add_date("on", tr("Plan", "Looked at on"), optional=False)
        self.text = self.form.add("text", tr("Plan", "What has changed"), NoteField(lines=4))
        self.words = self.form.add(
            "words",
            tr("Plan", "What the family says about it"),
            NoteField(lines=3),
            optional=self.optional,
        )
        self.next_on = self.add_date("next_on", tr("Plan", "Next time"))
        self.on.set_day(review.on if review else today)
        if review is not None:
            self.text.setPlainText(review.text)
            self.words.setPlainText(review.words)
            self.next_on.set_day(review.next_on)
            self.offer_removal(
                tr("Plan", "Take it out of the plan"), lambda: remove_review(review.id)
            )

    def command(self) -> Command[Review]:
        """Return the command for what the form says now."""
        draft = ReviewDraft(
            on=self.on.day(),
            text=self.text.toPlainText(),
            words=self.words.toPlainText(),
            next_on=self.next_on.day(),
        )
        if self._review is not None:
            return change_review(self._review.id, draft)
        return add_review(self._household, draft)
