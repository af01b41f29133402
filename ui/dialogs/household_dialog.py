"""The form for a new family: its name, and nothing more until people are added."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.household import Household, HouseholdDraft
from app.operation import Command
from app.usecases.keep_household import add_household, rename_household
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.room import open_at


class HouseholdDialog(DraftDialog):
    """Collects a `HouseholdDraft`."""

    def __init__(
        self, desk: Desk, household: Household | None = None, parent: QWidget | None = None
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Household", "Rename the family")
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
        open_at(self, 480, 300)

    def command(self) -> Command[Household]:
        """Return the command for what the form says now."""
        draft = HouseholdDraft(name=self.name.text())
        if self._household is not None:
            return rename_household(self._household.id, draft)
        return add_household(draft)
