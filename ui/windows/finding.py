"""What opens when something was found: the family, and in it the person, agency or timeline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.finding import Group, Hit
from ui.pages.household_page import HouseholdPage

TIMELINE = "timeline"


class Finding(QObject):
    """Opens hits in the household page; `said` tells why one cannot be."""

    said = Signal(str, bool)

    def __init__(
        self, page: HouseholdPage, open_household: Callable[[str], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._open_household = open_household
        self._wanted: Hit | None = None
        page.shown.connect(self._shown)

    def open(self, hit: Hit) -> None:
        """Open what was found."""
        if hit.household is None:
            said = QCoreApplication.translate(
                "Find", "No family has {0} yet. Open a family to add it."
            )
            self.said.emit(said.replace("{0}", hit.name), False)
            return
        self._wanted = hit
        self._open_household(hit.household)

    def _shown(self) -> None:
        """Choose in the household, once it is there, what was looked for."""
        wanted, self._wanted = self._wanted, None
        presented = self._page.presented
        if wanted is None or presented is None:
            return
        if presented.record.household.id != wanted.household:
            return
        if wanted.group is Group.NOTES:
            self._page.header.tabs.choose(TIMELINE)
        elif wanted.group in (Group.PEOPLE, Group.AGENCIES):
            self._page.choose(wanted.id)
