"""The form about somebody who works for an agency."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.agency import Agency, Professional, Team
from app.domain.ids import TeamId
from app.domain.staff import ProfessionalDraft
from app.operation import Command
from app.usecases.keep_staff import add_professional, change_professional
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.team_dialog import TeamDialog
from ui.widgets.buttons import LinkButton
from ui.widgets.fields import Choice

NO_TEAM = "-"


class ProfessionalDialog(DraftDialog):
    """Collects a `ProfessionalDraft`."""

    def __init__(
        self,
        desk: Desk,
        agency: Agency,
        teams: tuple[Team, ...],
        professional: Professional | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Professional", "Add somebody who works there")
        if professional is not None:
            title = tr("Professional", "Edit {0}").replace("{0}", professional.name)
        super().__init__(
            desk, self.command, title=title, save=tr("Professional", "Keep"), parent=parent
        )
        self._agency = agency
        self._professional = professional
        add, optional = self.form.add, self.optional
        self.name = add("name", tr("Professional", "Name"), QLineEdit())
        self.role = add("role", tr("Professional", "Role"), QLineEdit(), optional=optional)
        named: dict[str, str] = {team.id: team.name for team in teams}
        self.team = add(
            "team",
            tr("Professional", "Team"),
            Choice({NO_TEAM: tr("Professional", "No team"), **named}),
        )
        new_team = LinkButton(tr("Professional", "Add a team that is not in the list"))
        new_team.clicked.connect(self._add_team)
        self.form.put(new_team)
        self.phone = add("phone", tr("Professional", "Phone"), QLineEdit(), optional=optional)
        self.email = add(
            "email", tr("Professional", "Secure e-mail"), QLineEdit(), optional=optional
        )
        self.out_of_hours = add(
            "out_of_hours", tr("Professional", "Phone out of hours"), QLineEdit(), optional=optional
        )
        self.left_on = self.add_date("left_on", tr("Professional", "No longer there since"))
        if professional is not None:
            self._fill(professional)

    def command(self) -> Command[Professional]:
        """Return the command for what the form says now."""
        team = self.team.key()
        draft = ProfessionalDraft(
            name=self.name.text(),
            role=self.role.text(),
            team=None if team == NO_TEAM else TeamId(team),
            phone=self.phone.text(),
            email=self.email.text(),
            out_of_hours=self.out_of_hours.text(),
            left_on=self.left_on.day(),
        )
        if self._professional is not None:
            return change_professional(self._professional.id, draft)
        return add_professional(self._agency.id, draft)

    def _fill(self, professional: Professional) -> None:
        self.name.setText(professional.name)
        self.role.setText(professional.role)
        if professional.team is not None:
            self.team.choose(professional.team)
        self.phone.setText(professional.phone)
        self.email.setText(professional.email)
        self.out_of_hours.setText(professional.out_of_hours)
        self.left_on.set_day(professional.left_on)

    def _add_team(self) -> None:
        dialog = TeamDialog(self.desk, self._agency, parent=self)
        dialog.kept.connect(self._team_added)
        dialog.open()

    def _team_added(self, team: object) -> None:
        if isinstance(team, Team):
            self.team.addItem(team.name, team.id)
            self.team.choose(team.id)
