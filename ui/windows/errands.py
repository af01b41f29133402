"""What a page asks for and a dialog does: every form of the desk is opened here, and only here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.catalogue import Catalogue
from app.domain.agency import Agency
from app.domain.draft import Draft
from app.domain.household import Household, Office
from app.domain.person import PersonDraft
from app.domain.sharing import ShareRequest
from app.usecases.keep_agencies import agencies_to_offer
from app.usecases.request_share import pairs_to_ask
from ui.agency_choices import order_kinds
from ui.desk import Desk
from ui.dialogs.agency_dialog import AgencyDialog
from ui.dialogs.capture_flow.flow import CaptureFlow
from ui.dialogs.consent_dialog import ConsentDialog
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.home_dialog import HomeDialog
from ui.dialogs.household_dialog import HouseholdDialog
from ui.dialogs.involvement_dialog import InvolvementDialog
from ui.dialogs.office_dialog import OfficeDialog
from ui.dialogs.person_dialog import PersonDialog
from ui.dialogs.person_first_dialog import PersonFirstDialog
from ui.dialogs.relationship_dialog import RelationshipDialog
from ui.dialogs.relationships_dialog import RelationshipsDialog
from ui.dialogs.request_dialog import RequestDialog
from ui.dialogs.responsibility_dialog import ResponsibilityDialog
from ui.present import Presented
from ui.windows.offers import for_a_shared_screen, nobody_to_ask
from ui.windows.visit_errands import VisitErrands


class Errands(QObject):
    """Opens dialogs over a window. `done` tells a sentence, and whether undo can take it back.

    `refused` tells why a form is not even opened.
    """

    done = Signal(str, bool)
    refused = Signal(str)
    household_added = Signal(str)
    request_made = Signal(object)
    person_found = Signal(object)  # a Person who is here already

    def __init__(self, desk: Desk, catalogue: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._catalogue = catalogue
        self._window = window
        self.dialog: DraftDialog | None = None
        self.first: PersonFirstDialog | None = None
        self.flow: CaptureFlow | None = None
        self.visits = VisitErrands(desk, self.open_form, window)

    def add_household(self) -> None:
        """Add a family."""
        dialog = HouseholdDialog(self._desk, parent=self._window)
        dialog.kept.connect(self._household_kept)
        self.open_form(dialog, QCoreApplication.translate("Done", "The family is kept."))

    def add(self, what: str, presented: Presented, chosen: str) -> None:
        """Add a part of a household, if it is one of ours: visit, person, relationship, home …"""
        ours = {
            "visit": self.visits.add_visit,
            "note": self.visits.add_note,
            "person": self._add_person,
            "relationship": self._add_relationship,
            "home": self._add_home,
            "involvement": self._add_involvement,
            "agency": self._add_agency,
            "responsibility": self._keep_responsibility,
        }
        if what in ours:
            ours[what](presented, chosen)

    def edit(self, id_: str, presented: Presented) -> None:
        """Edit the person or the agency with this id."""
        record = presented.record
        person = next((one for one in record.people if one.id == id_), None)
        if person is None:
            agency = next((one for one in record.agencies if one.id == id_), None)
            if agency is not None:
                self._edit_agency(agency)
            return
        dialog = PersonDialog(
            self._desk,
            record.household.id,
            homes={},
            person=person,
            numbers=tuple(n for n in record.identifiers if n.person == person.id),
            points=tuple(p for p in record.contact_points if p.person == person.id),
            parent=self._window,
        )
        self.open_form(dialog, QCoreApplication.translate("Done", "The person is kept."))

    def decide(self, person: str, agency: str, presented: Presented) -> None:
        """Record a decision."""
        dialog = ConsentDialog(
            self._desk,
            presented.record,
            today=presented.today,
            versions=self._catalogue.versions,
            person=person,
            agency=agency,
            parent=self._window,
        )
        self.open_form(dialog, QCoreApplication.translate("Done", "The decision is kept."))

    def capture(
        self, person: str, agency: str, presented: Presented, draft: Draft | None = None
    ) -> None:
        """Ask somebody now, one question a screen; both ids may be empty."""
        flow = CaptureFlow(
            self._desk,
            presented.record,
            self._catalogue,
            today=presented.today,
            person=person,
            agency=agency,
            draft=draft,
            parent=self._window,
        )
        said = QCoreApplication.translate("Done", "The answers are kept.")
        flow.accepted.connect(partial(self.done.emit, said, True))
        flow.finished.connect(flow.deleteLater)
        flow.finished.connect(self._forget_flow)
        self.flow = flow
        flow.open()

    def carry_on_asking(self, draft: Draft, presented: Presented) -> None:
        """Take up a conversation that was broken off."""
        self.capture("", "", presented, draft)

    def request(self, person: str, agency: str, presented: Presented) -> None:
        """Make a share request."""
        pairs = pairs_to_ask(presented.record)
        fitting = [pair for pair in pairs if pair[0] == person or not person]
        fitting = [pair for pair in fitting if pair[1] == agency or not agency]
        if not fitting:
            self.refused.emit(nobody_to_ask(person, agency))
            return
        if agency:
            person = fitting[0][0]
        dialog = RequestDialog(
            self._desk,
            presented.record,
            self._catalogue,
            today=presented.today,
            person=person,
            agency=agency,
            parent=self._window,
        )
        dialog.kept.connect(self._request_kept)
        said = QCoreApplication.translate("Done", "The request is made. Print or save it now.")
        self.open_form(dialog, said, undo=False)

    def _add_person(self, presented: Presented, _chosen: str) -> None:
        """Look first whether they are here already; the form opens only for somebody new."""
        first = PersonFirstDialog(self._desk, self._window)
        first.new_asked.connect(partial(self._add_new_person, presented))
        first.known_asked.connect(self.person_found)
        first.finished.connect(first.deleteLater)
        self.first = first
        first.finished.connect(self._forget_first)
        first.open()

    def _add_new_person(self, presented: Presented, draft: PersonDraft, nhs_number: str) -> None:
        dialog = PersonDialog(
            self._desk,
            presented.record.household.id,
            homes={home.id: home.label for home in presented.record.homes},
            parent=self._window,
        )
        dialog.begin_with(draft, nhs_number)
        self.open_form(dialog, QCoreApplication.translate("Done", "The person is kept."))

    def _forget_flow(self) -> None:
        self.flow = None

    def _forget_first(self) -> None:
        self.first = None

    def _add_relationship(self, presented: Presented, chosen: str) -> None:
        dialog = RelationshipDialog(
            self._desk,
            presented.record.household.id,
            people=_people(presented),
            person=chosen,
            parent=self._window,
        )
        self.open_form(dialog, QCoreApplication.translate("Done", "The relationship is kept."))

    def keep_office(self) -> None:
        """Say who we are."""
        self._desk.ask(
            lambda work: work.kept(Office).find("office") or Office(),
            owner=self,
            then=self._open_office,
        )

    def edit_relationships(self, person: str, presented: Presented) -> None:
        """Correct or take away a person's relationships."""
        dialog = RelationshipsDialog(
            self._desk,
            presented.record,
            person,
            names=_people(presented),
            parent=self._window,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def edit_involvement(self, person: str, agency: str, presented: Presented) -> None:
        """Correct what an agency does with a person."""
        for known in presented.record.involvements:
            if (known.person, known.agency) == (person, agency):
                dialog = InvolvementDialog(
                    self._desk,
                    presented.record.household.id,
                    people=_people(presented),
                    agencies=presented.record.agencies,
                    involvement=known,
                    parent=self._window,
                )
                self.open_form(dialog, QCoreApplication.translate("Done", "It is kept."))
                return

    def _open_office(self, office: Office) -> None:
        dialog = OfficeDialog(self._desk, office, self._catalogue.law, self._window)
        self.open_form(dialog, QCoreApplication.translate("Done", "Your office is kept."))

    def _keep_responsibility(self, presented: Presented, chosen: str) -> None:
        record, on = presented.record, presented.today
        names = _people(presented)
        children = [p.id for p in record.people if not p.adult(on) and p.died is None]
        adults = [p.id for p in record.people if p.adult(on) or (p.born is None and not p.unborn)]
        dialog = ResponsibilityDialog(
            self._desk,
            record.household.id,
            children={child: names[child] for child in children},
            adults={adult: names[adult] for adult in adults},
            known=record.responsibilities,
            orders={order.id: order_kinds()[order.kind] for order in record.orders},
            child=chosen,
            parent=self._window,
        )
        self.open_form(dialog, QCoreApplication.translate("Done", "It is kept."))

    def _add_home(self, presented: Presented, _chosen: str) -> None:
        dialog = HomeDialog(
            self._desk,
            presented.record.household.id,
            people=_people(presented),
            parent=self._window,
        )
        self.open_form(dialog, QCoreApplication.translate("Done", "The home is kept."))

    def _add_involvement(self, presented: Presented, chosen: str) -> None:
        self._ask_for_agencies(presented, chosen, None)

    def _add_agency(self, presented: Presented, chosen: str) -> None:
        dialog = AgencyDialog(self._desk, mail=self._catalogue.mail, parent=self._window)
        dialog.kept.connect(partial(self._agency_added, presented, chosen))
        said = QCoreApplication.translate("Done", "The agency is kept. Say whom it works with.")
        self.open_form(dialog, said)

    def _agency_added(self, presented: Presented, chosen: str, agency: object) -> None:
        """Go on to say whom it works with: an agency that nobody has is offered to nobody."""
        if isinstance(agency, Agency):
            self._ask_for_agencies(presented, chosen, agency)

    def _ask_for_agencies(self, presented: Presented, chosen: str, added: Agency | None) -> None:
        household = presented.record.household.id
        self._desk.ask(
            lambda work: agencies_to_offer(work, household),
            owner=self,
            then=partial(self._offer_agencies, presented, chosen, added),
        )

    def _offer_agencies(
        self,
        presented: Presented,
        chosen: str,
        added: Agency | None,
        agencies: tuple[Agency, ...],
    ) -> None:
        dialog = InvolvementDialog(
            self._desk,
            presented.record.household.id,
            people=_people(presented),
            agencies=for_a_shared_screen(presented, agencies, added),
            person=chosen,
            parent=self._window,
        )
        if added is not None:
            dialog.agency.choose(added.id)
        self.open_form(dialog, QCoreApplication.translate("Done", "The agency is added."))

    def _edit_agency(self, agency: Agency) -> None:
        dialog = AgencyDialog(self._desk, agency, mail=self._catalogue.mail, parent=self._window)
        self.open_form(dialog, QCoreApplication.translate("Done", "The agency is kept."))

    def open_form(self, dialog: DraftDialog, sentence: str, *, undo: bool = True) -> None:
        """Open a form; `sentence` is what is said once it is kept."""
        self.dialog = dialog
        dialog.accepted.connect(partial(self.done.emit, sentence, undo))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _household_kept(self, household: object) -> None:
        if isinstance(household, Household):
            self.household_added.emit(household.id)

    def _request_kept(self, request: object) -> None:
        if isinstance(request, ShareRequest):
            self.request_made.emit(request)


def _people(presented: Presented) -> dict[str, str]:
    return {person.id: person.name for person in presented.family.people}
