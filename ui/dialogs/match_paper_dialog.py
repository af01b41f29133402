"""The form for a signed paper that came after the decision was kept."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.ids import ConsentId
from app.domain.proof import Confirmation
from app.operation import Command
from app.usecases.match_paper import ConfirmationDraft, match_paper
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog


class MatchPaperDialog(DraftDialog):
    """Collects a `ConfirmationDraft`: the number proves that paper and decision belong together."""

    def __init__(
        self,
        desk: Desk,
        consent: ConsentId,
        *,
        about: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Paper", "The signed paper came"),
            save=tr("Paper", "Keep"),
            introduction=about,
            parent=parent,
        )
        self._consent = consent
        self.form_number = self.form.add(
            "form",
            tr("Paper", "Number on the paper form"),
            QLineEdit(),
            hint=tr("Paper", "For example CF-7K3Q-D9XM"),
        )
        self.on = self.add_date("on", tr("Paper", "It came on"), optional=False)
        self.on.set_day(today)

    def command(self) -> Command[Confirmation]:
        """Return the command for what the form says now."""
        draft = ConfirmationDraft(form=self.form_number.text(), on=self.on.day())
        return match_paper(self._consent, draft)
