"""The form for setting a question about who is missing aside: it takes a few words why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import HouseholdId
from app.domain.judgement import Dismissal
from app.domain.missing import Missing, MissingRule
from app.operation import Command
from app.usecases.set_aside import set_aside
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import NoteField


class SetAsideDialog(DraftDialog):
    """Collects the note."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        missing: Missing,
        *,
        rules: tuple[MissingRule, ...],
        question: str,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Missing", "Set this question aside"),
            save=tr("Missing", "Set aside"),
            introduction=question,
            parent=parent,
        )
        self._household, self._missing, self._rules = household, missing, rules
        self.note = self.form.add(
            "note",
            tr("Missing", "Why it need not be asked"),
            NoteField(lines=3),
            hint=tr("Missing", "For example: taught at home, the council knows."),
        )

    def command(self) -> Command[Dismissal]:
        """Return the command for what the form says now."""
        return set_aside(
            self._household,
            self._rules,
            rule=self._missing.rule.key,
            person=self._missing.person,
            agency=self._missing.agency,
            note=self.note.toPlainText(),
        )
