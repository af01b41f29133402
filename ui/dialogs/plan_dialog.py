"""The frame of the plan’s forms: whom an entry is about, its heading, a way to take it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.domain.ids import PersonId
from app.operation import Command
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.plan_words import whole_family
from ui.widgets.buttons import DangerButton
from ui.widgets.fields import Choice


class PlanDialog(DraftDialog):
    """A form of the plan. `taken_away` says that the entry was removed instead of kept."""

    def __init__(
        self,
        desk: Desk,
        command: Callable[[], Command[Any]],
        *,
        title: str,
        introduction: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk,
            command,
            title=title,
            save=QCoreApplication.translate("Plan", "Keep"),
            introduction=introduction,
            parent=parent,
        )
        self.taken_away = False
        self.remove_button: DangerButton | None = None

    def add_person(self, names: Mapping[str, str], label: str, nobody: str = "") -> Choice:
        """Add a choice of the family's people, or nobody in particular."""
        options = {"": nobody or whole_family(), **names}
        return self.form.add("person", label, Choice(options))

    def add_outcome(self, outcomes: Mapping[str, str], chosen: str) -> Choice:
        """Add the choice of the heading; `outcomes` are titles by key."""
        label = QCoreApplication.translate("Plan", "Under which heading")
        choice = self.form.add("outcome", label, Choice(outcomes))
        if chosen in outcomes:
            choice.choose(chosen)
        return choice

    def offer_removal(self, text: str, command: Callable[[], Command[None]]) -> None:
        """Add a button below the form that takes the entry away; undo brings it back."""
        button = DangerButton(text, icon_name="trash-2")
        button.clicked.connect(lambda: self._take_away(command()))
        self.form.column.insertWidget(
            self.form.column.count() - 1, button, 0, Qt.AlignmentFlag.AlignLeft
        )
        self.remove_button = button

    def _take_away(self, command: Command[None]) -> None:
        self.buttons.setEnabled(False)
        self.desk.do(command, owner=self, then=self._gone, trouble=self._not_kept)

    def _gone(self, _nothing: None) -> None:
        self.taken_away = True
        self.accept()


def person_in(choice: Choice) -> PersonId | None:
    """Return whom a choice names; None where it is nobody in particular."""
    return PersonId(choice.key()) if choice.key() else None
