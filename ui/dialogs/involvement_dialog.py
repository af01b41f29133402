"""The form for an agency's work with a person: since when, how far, and who may know of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.agency import (
    Agency,
    Episode,
    Involvement,
    InvolvementDraft,
    InvolvementState,
    Professional,
    Team,
)
from app.domain.ids import AgencyId, HouseholdId, PersonId, ProfessionalId
from app.domain.person import Allowed, Safety
from app.operation import Command
from app.usecases.keep_agencies import change_involvement, involve_agency
from ui.agency_choices import episodes
from ui.choices import allowed, involvement_states, safeties
from ui.desk import Desk
from ui.dialogs.agency_dialog import AgencyDialog
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.professional_dialog import ProfessionalDialog
from ui.widgets.buttons import LinkButton
from ui.widgets.fields import NOBODY, Choice, NoteField


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
        self.professional = add("professional", tr("Involvement", "Who there"), Choice({}))
        somebody = LinkButton(tr("Involvement", "Add somebody who works there"))
        somebody.clicked.connect(self._add_professional)
        self.form.put(somebody)
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
        self.last_contact = self.add_date("last_contact", tr("Involvement", "Last contact"))
        self.next_step = add(
            "next_step", tr("Involvement", "Next step"), QLineEdit(), optional=optional
        )
        self.episode = add("episode", tr("Involvement", "Kind of work"), Choice(episodes()))
        self.attends = add(
            "attends", tr("Involvement", "Can come to family meetings?"), Choice(allowed())
        )
        self.agency.picked.connect(self._offer_staff)
        if person in people:
            self.person.choose(person)
        if involvement is not None:
            self._fill(involvement)
        self._offer_staff()

    def command(self) -> Command[Involvement]:
        """Return the command for what the form says now."""
        known = self._involvement
        draft = InvolvementDraft(
            person=PersonId(self.person.key()) if self.person.key() else None,
            agency=AgencyId(self.agency.key()) if self.agency.key() else None,
            state=InvolvementState(self.state.key()),
            professional=self._chosen_professional(),
            since=self.since.day(),
            until=self.until.day(),
            why=self.why.toPlainText(),
            safety=Safety(self.safety.key()),
            last_contact=self.last_contact.day(),
            next_step=self.next_step.text(),
            episode=Episode(self.episode.key()),
            attends=Allowed(self.attends.key()),
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
        self.last_contact.set_day(involvement.last_contact)
        self.episode.choose(involvement.episode)
        self.attends.choose(involvement.attends)

    def _chosen_professional(self) -> ProfessionalId | None:
        known = self._involvement
        if not self.professional.count():  # who works there is still being read
            return known.professional if known else None
        return ProfessionalId(self.professional.chosen()) if self.professional.chosen() else None

    def _offer_staff(self) -> None:
        """Offer who works at the chosen agency."""
        agency = self.agency.key()
        self.professional.clear()
        self.desk.ask(
            lambda work: tuple(p for p in work.kept(Professional).every() if p.agency == agency),
            owner=self,
            then=partial(self._show_staff, agency),
        )

    def _show_staff(self, agency: str, staff: tuple[Professional, ...]) -> None:
        if agency != self.agency.key():
            return  # another one was chosen meanwhile
        known = self._involvement.professional if self._involvement is not None else None
        self.professional.clear()
        nobody = QCoreApplication.translate("Involvement", "Nobody in particular")
        self.professional.addItem(nobody, NOBODY)
        for one in staff:
            if one.left_on is None or one.id == known:
                said = ", ".join(part for part in (one.name, one.role) if part)
                self.professional.addItem(said, one.id)
        if known is not None and self.professional.findData(known) >= 0:
            self.professional.choose(known)

    def _add_agency(self) -> None:
        dialog = AgencyDialog(self.desk, parent=self)
        dialog.kept.connect(self._agency_added)
        dialog.open()

    def _agency_added(self, agency: object) -> None:
        if isinstance(agency, Agency):
            self.agency.addItem(agency.name, agency.id)
            self.agency.choose(agency.id)

    def _add_professional(self) -> None:
        """Read the agency and its teams, then ask who works there."""
        agency = self.agency.key()
        self.desk.ask(
            lambda work: (
                work.kept(Agency).find(agency),
                tuple(team for team in work.kept(Team).every() if team.agency == agency),
            ),
            owner=self,
            then=self._ask_for_professional,
        )

    def _ask_for_professional(self, known: tuple[Agency | None, tuple[Team, ...]]) -> None:
        agency, teams = known
        if agency is not None:
            dialog = ProfessionalDialog(self.desk, agency, teams, parent=self)
            dialog.kept.connect(self._professional_added)
            dialog.open()

    def _professional_added(self, professional: object) -> None:
        if isinstance(professional, Professional):
            said = ", ".join(part for part in (professional.name, professional.role) if part)
            self.professional.addItem(said, professional.id)
            self.professional.choose(professional.id)
