"""What the family desk asks about decisions without agreement: the guide, the record, a ruling."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.catalogue import Catalogue
from app.domain.draft import Draft
from app.domain.ids import AgencyId, PersonId
from app.domain.without_agreement import GroundDraft
from app.usecases.keep_grounds import RulingDraft
from ui.clipboard import PrivateClipboard
from ui.desk import Desk
from ui.dialogs.basis_dialog import BasisDialog
from ui.dialogs.ground_dialog import NOTHING_YET, GroundDialog
from ui.dialogs.ruling_dialog import RulingDialog, heads_of_disagreement
from ui.present import Presented
from ui.windows.errands import Errands
from ui.wording import reason_sentence


class DecisionErrands(QObject):
    """Opens the guide and the forms over a window. `person` and `agency` may be empty."""

    paper_asked = Signal(object, object, object)  # a Question, the household shown, the guide

    def __init__(self, desk: Desk, catalogue: Catalogue, errands: Errands, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._catalogue = catalogue
        self._errands = errands
        self._window = window
        self.guide: BasisDialog | None = None
        self.clipboard = PrivateClipboard(self)
        desk.leaving.connect(self.clipboard.clear_if_ours)

    def basis(self, person: str, agency: str, presented: Presented) -> None:
        """Open the guide; what somebody wants to record opens the form, begun."""
        guide = BasisDialog(
            presented.record,
            self._catalogue,
            today=presented.today,
            person=person,
            agency=agency,
            parent=self._window,
        )
        guide.record_asked.connect(partial(self._record, presented))
        guide.letter_asked.connect(self.clipboard.copy)
        guide.paper_asked.connect(lambda asked: self.paper_asked.emit(asked, presented, guide))
        guide.finished.connect(guide.deleteLater)
        guide.finished.connect(self._forget)
        self.guide = guide
        guide.open()

    def ground(self, person: str, agency: str, presented: Presented) -> None:
        """Record a decision to share without agreement, or not to share."""
        begin = GroundDraft(
            person=PersonId(person) if person else None,
            agency=AgencyId(agency) if agency else None,
        )
        self._open_ground(presented, begin, None)

    def carry_on_with_ground(self, draft: Draft, presented: Presented) -> None:
        """Open a half-written decision."""
        self._open_ground(presented, NOTHING_YET, draft)

    def ruling(self, person: str, agency: str, presented: Presented) -> None:
        """Record what a manager decided; refused where nobody disagrees now."""
        record, law = presented.record, self._catalogue.law
        about = RulingDraft(person=PersonId(person), agency=AgencyId(agency))
        here = any((i.person, i.agency) == (person, agency) for i in record.involvements)
        if not here or not heads_of_disagreement(record, law, about, presented.today):
            self._errands.refused.emit(reason_sentence("no-disagreement"))
            return
        dialog = RulingDialog(
            self._desk,
            record,
            law,
            person=about.person,
            agency=about.agency,
            today=presented.today,
            parent=self._window,
        )
        said = QCoreApplication.translate("Done", "The manager’s decision is kept.")
        self._errands.open_form(dialog, said)

    def _record(self, presented: Presented, begin: GroundDraft) -> None:
        self._open_ground(presented, begin, None)

    def _open_ground(self, presented: Presented, begin: GroundDraft, draft: Draft | None) -> None:
        dialog = GroundDialog(
            self._desk,
            presented.record,
            self._catalogue.law,
            today=presented.today,
            begin=begin,
            draft=draft,
            parent=self._window,
        )
        self._errands.open_form(dialog, QCoreApplication.translate("Done", "The decision is kept."))

    def _forget(self) -> None:
        self.guide = None
