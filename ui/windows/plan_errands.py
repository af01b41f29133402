"""What the plan's page asks and a form or a command does; every step can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.catalogue import Catalogue
from app.domain.ids import GoalId, PersonId
from app.domain.missing import Missing
from app.domain.plan import NeedKind
from app.domain.plan_drafts import ScaleMarkDraft
from app.operation import Command
from app.usecases.keep_actions import mark_action_done
from app.usecases.keep_plan import add_scale_mark, mark_goal_reached, mark_need_met
from app.usecases.set_aside import ask_again
from ui.desk import Desk
from ui.dialogs.action_dialog import ActionDialog, ReviewDialog
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.goal_dialog import GoalDialog, MarkDialog
from ui.dialogs.meeting_dialog import MeetingDialog
from ui.dialogs.need_dialog import NeedDialog
from ui.dialogs.plan_dialog import PlanDialog
from ui.dialogs.set_aside_dialog import SetAsideDialog
from ui.missing_words import question
from ui.pages.household_page import HouseholdPage
from ui.present import Presented
from ui.windows.errands import Errands


class PlanErrands(QObject):
    """Listens to the plan and to the questions of one page, and opens forms over a window."""

    def __init__(
        self,
        desk: Desk,
        catalogue: Catalogue,
        page: HouseholdPage,
        errands: Errands,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._catalogue = desk, catalogue
        self._page, self._errands, self._window = page, errands, window
        page.plan.asked.connect(self.carry_out)
        page.plan.marked.connect(self.mark)
        page.missing.set_aside_asked.connect(self.set_aside)
        page.missing.ask_again_asked.connect(self.ask_again)

    def carry_out(self, what: str, entry: str) -> None:
        """Do one thing with one entry of the plan; what has gone meanwhile is passed over."""
        presented = self._page.presented
        if presented is None:
            return
        today = presented.today
        at_once: dict[str, Callable[[], Command[Any]]] = {
            "need-met": lambda: mark_need_met(entry, today),
            "need-again": lambda: mark_need_met(entry, None),
            "goal-reached": lambda: mark_goal_reached(GoalId(entry), today),
            "goal-again": lambda: mark_goal_reached(GoalId(entry), None),
            "action-done": lambda: mark_action_done(entry, today),
            "action-again": lambda: mark_action_done(entry, None),
        }
        if what in at_once:
            self._do(at_once[what](), QCoreApplication.translate("Done", "The plan is kept."))
            return
        dialog = self._form(what, entry, presented, today)
        if dialog is not None:
            self._open(dialog)

    def mark(self, goal: str, person: str, value: int) -> None:
        """Keep a mark of today at one press."""
        presented = self._page.presented
        if presented is None:
            return
        draft = ScaleMarkDraft(
            goal=GoalId(goal),
            value=value,
            on=presented.today,
            person=PersonId(person) if person else None,
        )
        said = QCoreApplication.translate("Done", "{0} of 10 is kept.").replace("{0}", str(value))
        self._do(add_scale_mark(presented.record.household.id, draft), said)

    def set_aside(self, missing: Missing) -> None:
        """Ask why a question need not be asked."""
        presented = self._page.presented
        if presented is None:
            return
        dialog = SetAsideDialog(
            self._desk,
            presented.record.household.id,
            missing,
            rules=self._catalogue.missing,
            question=question(
                missing,
                {one.id: one.name for one in presented.family.people},
                {one.id: one.name for one in presented.record.agencies},
            ),
            parent=self._window,
        )
        said = QCoreApplication.translate("Done", "The question is set aside.")
        self._errands.open_form(dialog, said)

    def ask_again(self, dismissal: str) -> None:
        """Ask a question again."""
        said = QCoreApplication.translate("Done", "The question is asked again.")
        self._do(ask_again(dismissal), said)

    def _form(self, what: str, entry: str, presented: Presented, today: date) -> PlanDialog | None:
        record = presented.record
        household, parent = record.household.id, self._window
        kept: Any = next((one for one in _entries(presented) if one.id == entry), None)
        if entry and kept is None:
            return None
        add_or_edit = what.partition("-")[2]
        if add_or_edit in ("worry", "strength", "need"):
            return NeedDialog(
                self._desk,
                household,
                names=people_to_name(presented, kept),
                outcomes=self._headings(),
                today=today,
                need=kept,
                kind=NeedKind.STRENGTH if add_or_edit == "strength" else NeedKind.WORRY,
                parent=parent,
            )
        if add_or_edit == "goal":
            return GoalDialog(
                self._desk,
                household,
                names=people_to_name(presented, kept),
                outcomes=self._headings(),
                today=today,
                goal=kept,
                parent=parent,
            )
        if add_or_edit == "mark":
            return MarkDialog(
                self._desk, kept, names=people_to_name(presented, kept), parent=parent
            )
        if add_or_edit == "action":
            return ActionDialog(
                self._desk,
                household,
                names=people_to_name(presented, kept),
                goals={goal.id: goal.text for goal in record.goals},
                action=kept,
                parent=parent,
            )
        if add_or_edit == "review":
            return ReviewDialog(self._desk, household, today=today, review=kept, parent=parent)
        return MeetingDialog(
            self._desk,
            presented,
            names={one.id: one.name for one in presented.family.people},
            meeting=kept,
            parent=parent,
        )

    def _headings(self) -> dict[str, str]:
        return {one.key: one.title for one in self._page.plan.outcomes()}

    def _open(self, dialog: PlanDialog) -> None:
        self._errands.dialog = dialog
        dialog.accepted.connect(partial(self._kept, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _kept(self, dialog: PlanDialog) -> None:
        tr = QCoreApplication.translate
        gone = tr("Done", "It is taken out of the plan.")
        said = gone if dialog.taken_away else tr("Done", "The plan is kept.")
        self._errands.done.emit(said, True)

    def _forget(self, dialog: DraftDialog, _result: int = 0) -> None:
        if self._errands.dialog is dialog:
            self._errands.dialog = None

    def _do(self, command: Command[Any], sentence: str) -> None:
        self._desk.do(command, owner=self, then=lambda _: self._errands.done.emit(sentence, True))


def people_to_name(presented: Presented, entry: Any = None) -> dict[str, str]:
    """Return whom an entry can be about: the living, and whoever it names already."""
    record = presented.record
    named = {getattr(entry, "person", None), getattr(entry, "owner", None)}
    gone = {one.id for one in record.people if one.died is not None}
    return {
        one.id: one.name for one in presented.family.people if one.id in named or one.id not in gone
    }


def _entries(presented: Presented) -> tuple[Any, ...]:
    record = presented.record
    return (
        *record.needs,
        *record.goals,
        *record.scale_marks,
        *record.actions,
        *record.reviews,
        *record.meetings,
    )
