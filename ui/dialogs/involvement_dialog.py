"""The form for an agency's work with a person: since when, how far, and who may know of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.agency import Agency, Involvement, InvolvementDraft, InvolvementState
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.person import Safety
from app.operation import Command
from app.usecases.keep_agencies import change_involvement, involve_agency
from ui.choices import involvement_states, safeties
from ui.desk import Desk
from ui.dialogs.agency_dialog import AgencyDialog
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.buttons import LinkButton
from ui.widgets.fields import Choice, NoteField


class InvolvementDialog(DraftDialog):
    """Collects an `InvolvementDraft`; a new agency can be added on the way."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        people: Mapping[str, str],
        agencies: tuple[Agency, ...],
        person: str = "",
        involvement: Involvement | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = (
            tr("Involvement", "Edit what an agency does")
            if involvement
            else tr("Involvement", "Add an agency for a person")
        )
        super().__init__(
            desk, self.command, title=title, save=tr("Involvement", "Keep"), parent=parent
        )
        self._household = household
        self._involvement = involvement
        add, optional = self.form.add, self.optional
        self.person = add("person", tr("Involvement", "Who"), Choice(people))
        self.agency = add(
            "agency", tr("Involvement", "Agency"), Choice({a.id: a.name for a in agencies})
        )
        new_agency = LinkButton(tr("Involvement", "Add an agency that is not in the list"))
        new_agency.clicked.connect(self._add_agency)
        self.form.put(new_agency)
        self.state = add("state", tr("Involvement", "How far"), Choice(involvement_states()))
        self.since = self.add_date("since", tr("Involvement", "Since"))
        self.until = self.add_date("until", tr("Involvement", "Until"))
        self.why = add("why", tr("Involvement", "What for"), NoteField(lines=2), optional=optional)
        self.safety = add(
            "safety",
            tr("Involvement", "Who may know of it"),
            Choice(safeties()),
            hint=tr("Involvement", "A practice or school can give away where somebody lives."),
        )
        self.next_step = add(
            "next_step", tr("Involvement", "Next step"), QLineEdit(), optional=optional
        )
        if person in people:
            self.person.choose(person)
        if involvement is not None:
            self._fill(involvement)

    def command(self) -> Command[Involvement]:
        """Return the command for what the form says now."""
        known = self._involvement
        draft = InvolvementDraft(
            person=PersonId(self.person.key()) if self.person.key() else None,
            agency=AgencyId(self.agency.key()) if self.agency.key() else None,
            state=InvolvementState(self.state.key()),
            professional=known.professional if known else None,
            since=self.since.day(),
            until=self.until.day(),
            why=self.why.toPlainText(),
            safety=Safety(self.safety.key()),
            last_contact=known.last_contact if known else None,
            next_step=self.next_step.text(),
        )
        if known is not None:
            return change_involvement(known.id, draft)
        return involve_agency(self._household, draft)

    def _fill(self, involvement: Involvement) -> None:
        self.person.choose(involvement.person)
        self.agency.choose(involvement.agency)
        self.state.choose(involvement.state)
        self.since.set_day(involvement.since)
        self.until.set_day(involvement.until)
        self.why.setPlainText(involvement.why)
        self.safety.choose(involvement.safety)
        self.next_step.setText(involvement.next_step)

    def _add_agency(self) -> None:
        dialog = AgencyDialog(self.desk, parent=self)
        dialog.kept.connect(self._agency_added)
        dialog.open()

    def _agency_added(self, agency: object) -> None:
        if isinstance(agency, Agency):
            self.agency.addItem(agency.name, agency.id)
            self.agency.choose(agency.id)
