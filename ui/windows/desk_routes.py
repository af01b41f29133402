"""From what the household page asks to whoever does it, while a household is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.sharing import ShareRequest
from ui.pages.household_page import HouseholdPage
from ui.windows.errands import Errands
from ui.windows.paper_errands import PaperErrands


class DeskRoutes(QObject):
    """Passes on what is asked, with the household as it is shown; decides nothing."""

    def __init__(
        self, page: HouseholdPage, errands: Errands, papers: PaperErrands, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._errands = errands
        self._papers = papers
        errands.request_made.connect(self.request_made)
        page.add_asked.connect(self.add)
        page.edit_asked.connect(self.edit)
        page.visit_asked.connect(self.edit_visit)
        page.note_asked.connect(self.edit_note)
        page.relationships_asked.connect(self.edit_relationships)
        page.involvement_asked.connect(self.edit_involvement)
        page.decision_asked.connect(self.decide)
        page.request_asked.connect(self.request)
        page.form_asked.connect(self.form)
        page.print_asked.connect(self.print_picture)

    def add(self, what: str) -> None:
        """Add a part of the household, beside whoever is chosen."""
        if self._page.presented is not None:
            self._errands.add(what, self._page.presented, self._page.inspector.shown)

    def edit(self, id_: str) -> None:
        """Edit a person or an agency."""
        if self._page.presented is not None:
            self._errands.edit(id_, self._page.presented)

    def edit_visit(self, visit: str) -> None:
        """Edit a visit."""
        if self._page.presented is not None:
            self._errands.visits.edit_visit(visit, self._page.presented)

    def edit_note(self, note: str) -> None:
        """Edit a note."""
        if self._page.presented is not None:
            self._errands.visits.edit_note(note, self._page.presented)

    def edit_relationships(self, person: str) -> None:
        """Correct somebody’s relationships."""
        if self._page.presented is not None:
            self._errands.edit_relationships(person, self._page.presented)

    def edit_involvement(self, person: str, agency: str) -> None:
        """Correct what an agency does with a person."""
        if self._page.presented is not None:
            self._errands.edit_involvement(person, agency, self._page.presented)

    def decide(self, person: str, agency: str) -> None:
        """Record a decision."""
        if self._page.presented is not None:
            self._errands.decide(person, agency, self._page.presented)

    def request(self, person: str, agency: str) -> None:
        """Ask a partner."""
        if self._page.presented is not None:
            self._errands.request(person, agency, self._page.presented)

    def form(self, person: str) -> None:
        """Make a consent form."""
        if self._page.presented is not None:
            self._papers.consent_form(person, self._page.presented)

    def print_picture(self) -> None:
        """Print the household picture."""
        if self._page.presented is not None:
            self._papers.household_picture(self._page.presented)

    def request_made(self, request: ShareRequest) -> None:
        """Show the letter of a request that was just made."""
        self._papers.share_request(request)
