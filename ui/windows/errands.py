"""What a page asks for and a dialog does: every form of the desk is opened here, and only here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.catalogue import Catalogue
from app.domain.agency import Agency
from app.domain.household import Household
from app.domain.sharing import ShareRequest
from app.usecases.keep_agencies import agencies_to_offer
from ui.desk import Desk
from ui.dialogs.agency_dialog import AgencyDialog
from ui.dialogs.consent_dialog import ConsentDialog
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.home_dialog import HomeDialog
from ui.dialogs.household_dialog import HouseholdDialog
from ui.dialogs.involvement_dialog import InvolvementDialog
from ui.dialogs.person_dialog import PersonDialog
from ui.dialogs.relationship_dialog import RelationshipDialog
from ui.dialogs.request_dialog import RequestDialog
from ui.dialogs.visit_dialog import VisitDialog
from ui.present import Presented


class Errands(QObject):
    """Opens dialogs over a window. `done` tells a sentence, and whether undo can take it back."""

    done = Signal(str, bool)
    household_added = Signal(str)
    request_made = Signal(object)

    def __init__(self, desk: Desk, catalogue: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._catalogue = catalogue
        self._window = window
        self.dialog: DraftDialog | None = None

    def add_household(self) -> None:
        """Add a family."""
        dialog = HouseholdDialog(self._desk, parent=self._window)
        dialog.kept.connect(self._household_kept)
        self._open(dialog, QCoreApplication.translate("Done", "The family is kept."))

    def add(self, what: str, presented: Presented, chosen: str) -> None:
        """Add a part of a household: visit, person, relationship, home, involvement, agency."""
        {
            "visit": self._add_visit,
            "person": self._add_person,
            "relationship": self._add_relationship,
            "home": self._add_home,
            "involvement": self._add_involvement,
            "agency": self._add_agency,
        }[what](presented, chosen)

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
            parent=self._window,
        )
        self._open(dialog, QCoreApplication.translate("Done", "The person is kept."))

    def edit_visit(self, visit: str, presented: Presented) -> None:
        """Edit a visit."""
        known = next((one for one in presented.record.visits if one.id == visit), None)
        if known is not None:
            dialog = VisitDialog(
                self._desk,
                presented.record.household.id,
                people=_people(presented),
                today=presented.today,
                visit=known,
                parent=self._window,
            )
            self._open(dialog, QCoreApplication.translate("Done", "The visit is kept."))

    def decide(self, person: str, agency: str, presented: Presented) -> None:
        """Record a decision."""
        dialog = ConsentDialog(
            self._desk,
            presented.record,
            today=presented.today,
            wording=self._catalogue.consent.about.version,
            person=person,
            agency=agency,
            parent=self._window,
        )
        self._open(dialog, QCoreApplication.translate("Done", "The decision is kept."))

    def request(self, person: str, agency: str, presented: Presented) -> None:
        """Make a share request."""
        if not person and agency:
            ties = [tie for tie in presented.view.ties if tie.agency == agency]
            person = ties[0].person if ties else ""
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
        self._open(dialog, said, undo=False)

    def _add_visit(self, presented: Presented, _chosen: str) -> None:
        dialog = VisitDialog(
            self._desk,
            presented.record.household.id,
            people=_people(presented),
            today=presented.today,
            parent=self._window,
        )
        self._open(dialog, QCoreApplication.translate("Done", "The visit is kept."))

    def _add_person(self, presented: Presented, _chosen: str) -> None:
        dialog = PersonDialog(
            self._desk,
            presented.record.household.id,
            homes={home.id: home.label for home in presented.record.homes},
            parent=self._window,
        )
        self._open(dialog, QCoreApplication.translate("Done", "The person is kept."))

    def _add_relationship(self, presented: Presented, chosen: str) -> None:
        dialog = RelationshipDialog(
            self._desk,
            presented.record.household.id,
            people=_people(presented),
            person=chosen,
            parent=self._window,
        )
        self._open(dialog, QCoreApplication.translate("Done", "The relationship is kept."))

    def _add_home(self, presented: Presented, _chosen: str) -> None:
        dialog = HomeDialog(
            self._desk,
            presented.record.household.id,
            people=_people(presented),
            parent=self._window,
        )
        self._open(dialog, QCoreApplication.translate("Done", "The home is kept."))

    def _add_involvement(self, presented: Presented, chosen: str) -> None:
        household = presented.record.household.id
        self._desk.ask(
            lambda work: agencies_to_offer(work, household),
            owner=self,
            then=partial(self._offer_agencies, presented, chosen),
        )

    def _offer_agencies(
        self, presented: Presented, chosen: str, agencies: tuple[Agency, ...]
    ) -> None:
        dialog = InvolvementDialog(
            self._desk,
            presented.record.household.id,
            people=_people(presented),
            agencies=agencies,
            person=chosen,
            parent=self._window,
        )
        self._open(dialog, QCoreApplication.translate("Done", "The agency is added."))

    def _add_agency(self, _presented: Presented, _chosen: str) -> None:
        dialog = AgencyDialog(self._desk, parent=self._window)
        self._open(dialog, QCoreApplication.translate("Done", "The agency is kept."))

    def _edit_agency(self, agency: Agency) -> None:
        dialog = AgencyDialog(self._desk, agency, parent=self._window)
        self._open(dialog, QCoreApplication.translate("Done", "The agency is kept."))

    def _open(self, dialog: DraftDialog, sentence: str, *, undo: bool = True) -> None:
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
