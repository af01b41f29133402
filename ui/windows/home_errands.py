"""What the family desk asks about homes and the family itself, each done in a form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.domain.ids import PersonId
from ui.desk import Desk
from ui.dialogs.home_dialog import HomeDialog
from ui.dialogs.household_dialog import HouseholdDialog
from ui.dialogs.interest_dialog import InterestDialog
from ui.dialogs.move_dialog import MoveDialog
from ui.pages.household_page import HouseholdPage
from ui.windows.errands import Errands


class HomeErrands(QObject):
    """Listens to one page and opens its forms over a window."""

    def __init__(self, desk: Desk, page: HouseholdPage, errands: Errands, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._page = page
        self._errands = errands
        self._window = window
        page.inspector.home_asked.connect(self.correct)
        page.inspector.move_asked.connect(self.move)
        page.header.rename_asked.connect(self.rename)
        page.add_asked.connect(self.declare)

    def correct(self, home: str) -> None:
        """Correct a home: its label, its address, who may learn of it."""
        presented = self._page.presented
        known = [one for one in presented.record.homes if one.id == home] if presented else []
        if presented is None or not known:
            return
        dialog = HomeDialog(
            self._desk,
            presented.record.household.id,
            people={},
            home=known[0],
            parent=self._window,
        )
        said = QCoreApplication.translate("Done", "The home is kept.")
        self._errands.open_form(dialog, said)

    def move(self, person: str) -> None:
        """Record that somebody lives elsewhere now."""
        presented = self._page.presented
        if presented is None:
            return
        names = {one.id: one.name for one in presented.family.people}
        dialog = MoveDialog(
            self._desk,
            PersonId(person),
            name=names[person],
            homes={home.id: home.label for home in presented.record.homes},
            today=presented.today,
            parent=self._window,
        )
        said = QCoreApplication.translate("Done", "The move is kept.")
        self._errands.open_form(dialog, said)

    def rename(self) -> None:
        """Give the family another name, or say on which day help ended."""
        presented = self._page.presented
        if presented is None:
            return
        dialog = HouseholdDialog(self._desk, presented.record.household, parent=self._window)
        said = QCoreApplication.translate("Done", "The family is kept.")
        self._errands.open_form(dialog, said)

    def declare(self, what: str) -> None:
        """Have the worker say that they know this family, if that is what was asked for."""
        presented = self._page.presented
        if presented is None or what != "interest":
            return
        dialog = InterestDialog(self._desk, presented.record.household.id, parent=self._window)
        said = QCoreApplication.translate(
            "Done", "It is written down. Ask your manager before you read on."
        )
        self._errands.open_form(dialog, said, undo=False)
