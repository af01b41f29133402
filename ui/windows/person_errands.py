"""What the family desk asks about one person, each done in a form or a list over the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.ids import PersonId
from ui.desk import Desk
from ui.dialogs.before_visit_dialog import BeforeVisitDialog
from ui.dialogs.flag_dialog import FlagsDialog
from ui.dialogs.person_dialog import PersonDialog
from ui.dialogs.restricted_dialog import LookDialog, RestrictedFactsDialog
from ui.dialogs.stays_dialog import StaysDialog
from ui.pages.household_page import HouseholdPage
from ui.present import Presented
from ui.windows.errands import Errands


class PersonErrands(QObject):
    """Listens to one page and opens its forms over a window. `listed` is the list that is open."""

    def __init__(self, desk: Desk, page: HouseholdPage, errands: Errands, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._page = page
        self._errands = errands
        self._window = window
        self.listed: QDialog | None = None
        inspector = page.inspector
        inspector.section_asked.connect(self.edit_section)
        inspector.stays_asked.connect(self.edit_stays)
        inspector.flags_asked.connect(self.edit_flags)
        inspector.restricted_asked.connect(self.look_at_restricted)
        inspector.preparing_asked.connect(self.prepare_visit)

    def edit_section(self, person: str, section: str) -> None:
        """Edit a person at one section of the form."""
        presented = self._page.presented
        if presented is None:
            return
        record = presented.record
        dialog = PersonDialog(
            self._desk,
            record.household.id,
            homes={},
            person=record.person(PersonId(person)),
            numbers=tuple(n for n in record.identifiers if n.person == person),
            points=tuple(p for p in record.contact_points if p.person == person),
            section=section,
            parent=self._window,
        )
        self._errands.open_form(dialog, QCoreApplication.translate("Done", "The person is kept."))

    def edit_stays(self, person: str) -> None:
        """Add, correct, end and take away where somebody lives."""
        presented = self._page.presented
        if presented is not None:
            self._open_list(
                StaysDialog(
                    self._desk,
                    presented.record,
                    PersonId(person),
                    name=_name(presented, person),
                    today=presented.today,
                    parent=self._window,
                )
            )

    def edit_flags(self, person: str) -> None:
        """Add, correct and end what the office must bear in mind."""
        presented = self._page.presented
        if presented is not None:
            self._open_list(
                FlagsDialog(
                    self._desk,
                    presented.record,
                    PersonId(person),
                    name=_name(presented, person),
                    today=presented.today,
                    parent=self._window,
                )
            )

    def prepare_visit(self) -> None:
        """Show what to bear in mind about everybody before a visit."""
        presented = self._page.presented
        if presented is not None:
            names = {one.id: one.name for one in presented.family.people}
            self._open_list(
                BeforeVisitDialog(
                    presented.record, names=names, today=presented.today, parent=self._window
                )
            )

    def look_at_restricted(self, person: str) -> None:
        """Ask why, and only then show restricted facts."""
        presented = self._page.presented
        if presented is None:
            return
        name = _name(presented, person)
        look = LookDialog(self._desk, PersonId(person), name=name, parent=self._window)

        def show(facts: object) -> None:
            if isinstance(facts, tuple):
                self._open_list(
                    RestrictedFactsDialog(
                        self._desk, PersonId(person), facts, name=name, parent=self._window
                    )
                )

        look.kept.connect(show)
        look.finished.connect(look.deleteLater)
        self.listed = look
        look.open()

    def _open_list(self, dialog: QDialog) -> None:
        self.listed = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.listed = None


def _name(presented: Presented, person: str) -> str:
    return next(one.name for one in presented.family.people if one.id == person)
