"""What opens when something was found: the family, and in it the person, agency or timeline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.finding import Group, Hit
from app.domain.person import Person
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
        self._wanted: tuple[str, str] | None = None  # household; whom to choose, or TIMELINE
        page.shown.connect(self._shown)

    def open(self, hit: Hit) -> None:
        """Open what was found."""
        if hit.household is None:
            said = QCoreApplication.translate(
                "Find", "No family has {0} yet. Open a family to add it."
            )
            self.said.emit(said.replace("{0}", hit.name), False)
            return
        chosen = {Group.NOTES: TIMELINE, Group.PEOPLE: hit.id, Group.AGENCIES: hit.id}
        self._wanted = (hit.household, chosen.get(hit.group, ""))
        self._open_household(hit.household)

    def open_person(self, person: Person) -> None:
        """Open the family of somebody who is here already, and choose them."""
        self._wanted = (person.household, person.id)
        self._open_household(person.household)

    def _shown(self) -> None:
        """Choose in the household, once it is there, what was looked for."""
        wanted, self._wanted = self._wanted, None
        presented = self._page.presented
        if wanted is None or presented is None:
            return
        household, chosen = wanted
        if presented.record.household.id != household:
            return
        if chosen == TIMELINE:
            self._page.header.tabs.choose(TIMELINE)
        elif chosen:
            self._page.choose(chosen)
