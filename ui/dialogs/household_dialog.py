"""The form for a family: its name, and for one that is here already the day help ended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.household import Household, HouseholdDraft
from app.operation import Command
from app.usecases.keep_household import add_household, rename_household
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.room import open_at
from ui.widgets.fields import DateField


class HouseholdDialog(DraftDialog):
    """Collects a `HouseholdDraft`."""

    def __init__(
        self, desk: Desk, household: Household | None = None, parent: QWidget | None = None
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Household", "Edit the family")
            if household
            else tr("Household", "Add a family"),
            save=tr("Household", "Keep"),
            parent=parent,
        )
        self._household = household
        self.name = self.form.add(
            "name",
            tr("Household", "What you call this family"),
            QLineEdit(household.name if household else ""),
            hint=tr("Household", "For example the family names. It stays on this computer."),
        )
        self.closed_on: DateField | None = None
        if household is not None:
            self.closed_on = self.add_date(
                "closed_on",
                tr("Household", "Help ended on"),
                hint=tr("Household", "What was agreed ends that day. Empty it to open it again."),
            )
            self.closed_on.set_day(household.closed_on)
        open_at(self, 480, 400 if household is not None else 300)

    def command(self) -> Command[Household]:
        """Return the command for what the form says now."""
        ended = self.closed_on.day() if self.closed_on is not None else None
        draft = HouseholdDraft(name=self.name.text(), closed_on=ended)
        if self._household is not None:
            return rename_household(self._household.id, draft)
        return add_household(draft)
