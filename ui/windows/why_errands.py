"""What the sharing page asks: why something may be shared, what runs out, and the way on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QWidget

from app.catalogue import Catalogue
from app.domain.gateway import Share
from app.domain.ids import AgencyId, PersonId
from app.domain.rulebook import Rulebook
from ui.desk import Desk
from ui.dialogs.endings_dialog import EndingsDialog
from ui.dialogs.match_paper_dialog import MatchPaperDialog
from ui.dialogs.why_dialog import WhyDialog
from ui.pages.household_page import HouseholdPage
from ui.present import Presented
from ui.windows.errands import Errands

Way = Callable[[str, str, Presented], object]


class WhyErrands(QObject):
    """Opens the why of a cell and what runs out, and passes on whatever is asked from there.

    `ways` says who does each of "capture", "withdraw", "ground", "basis" and "ruling".
    """

    def __init__(
        self,
        desk: Desk,
        page: HouseholdPage,
        errands: Errands,
        catalogue: Catalogue,
        ways: dict[str, Way],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._page, self._errands = desk, page, errands
        self._catalogue, self._window = catalogue, window
        self._ways = ways | {"decide": errands.decide, "request": errands.request}
        self.dialog: QDialog | None = None
        page.step_asked.connect(self.step)

    def step(self, what: str, person: str, agency: str) -> None:
        """Do what the sharing page asks about a person and a partner."""
        presented = self._page.presented
        if presented is None:
            return
        if what == "endings":
            self._endings(presented)
        elif what == "why":
            self._why(person, agency, presented)
        else:
            self._ways[what](person, agency, presented)

    def _why(self, person: str, agency: str, presented: Presented) -> None:
        if not person or not agency:
            said = QCoreApplication.translate("Why", "Choose a person and a partner first.")
            self._errands.refused.emit(said)
            return
        share = Share(
            person=PersonId(person),
            agency=AgencyId(agency),
            categories=frozenset(),
            on=presented.today,
            role=presented.record.office.role.casefold() or "key worker",
        )
        dialog = WhyDialog(Rulebook(presented.record, self._catalogue.law), share, self._window)
        dialog.asked.connect(lambda what: self._asked(what, dialog, presented))
        self._open(dialog)

    def _asked(self, what: str, dialog: WhyDialog, presented: Presented) -> None:
        share = dialog.share()
        if what != "paper":
            self.step(what, share.person, share.agency)
            return
        line = dialog.chosen()
        if line is not None and line.consent is not None:
            form = MatchPaperDialog(
                self._desk,
                line.consent.id,
                about=", ".join(part for part in (line.what, line.who, line.day) if part),
                today=presented.today,
                parent=self._window,
            )
            self._errands.open_form(
                form, QCoreApplication.translate("Done", "The paper is matched.")
            )

    def _endings(self, presented: Presented) -> None:
        book = Rulebook(presented.record, self._catalogue.law)
        dialog = EndingsDialog(book, presented.today, self._window)
        dialog.chosen.connect(self._ending_chosen)
        self._open(dialog)

    def _ending_chosen(self, person: str, agency: str) -> None:
        if person and agency:
            self._page.sharing_pane.bring_up(person, agency)
            self.step("why", person, agency)
        elif person:
            self._page.choose(person)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None
