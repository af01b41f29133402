"""The form about a team of an agency."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.agency import Agency, Team
from app.domain.staff import TeamDraft
from app.operation import Command
from app.usecases.keep_staff import add_team, change_team
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog


class TeamDialog(DraftDialog):
    """Collects a `TeamDraft`."""

    def __init__(
        self, desk: Desk, agency: Agency, team: Team | None = None, parent: QWidget | None = None
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Team", "Edit the team") if team else tr("Team", "Add a team")
        super().__init__(desk, self.command, title=title, save=tr("Team", "Keep"), parent=parent)
        self._agency = agency
        self._team = team
        add, optional = self.form.add, self.optional
        self.name = add("name", tr("Team", "Name of the team"), QLineEdit())
        self.phone = add("phone", tr("Team", "Phone"), QLineEdit(), optional=optional)
        self.mailbox = add("mailbox", tr("Team", "Secure mailbox"), QLineEdit(), optional=optional)
        self.out_of_hours = add(
            "out_of_hours", tr("Team", "Phone out of hours"), QLineEdit(), optional=optional
        )
        if team is not None:
            self.name.setText(team.name)
            self.phone.setText(team.phone)
            self.mailbox.setText(team.mailbox)
            self.out_of_hours.setText(team.out_of_hours)

    def command(self) -> Command[Team]:
        """Return the command for what the form says now."""
        draft = TeamDraft(
            name=self.name.text(),
            phone=self.phone.text(),
            mailbox=self.mailbox.text(),
            out_of_hours=self.out_of_hours.text(),
        )
        if self._team is not None:
            return change_team(self._team.id, draft)
        return add_team(self._agency.id, draft)
