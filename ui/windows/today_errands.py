"""Opens what a line of Today is about: the family, the part of it, and the thing itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.today import Task, TodayLine, When
from app.usecases.today import Today
from ui.pages.household_page import HouseholdPage
from ui.pages.today_page import TodayPage
from ui.windows.sidebar import Sidebar

TABS = {
    Task.VISIT: "timeline",
    Task.REVIEW: "plan",
    Task.MEETING: "plan",
    Task.ACTION: "plan",
    Task.REQUEST: "sharing",
    Task.CONSENT: "sharing",
    Task.SIXTEEN: "household",
    Task.DRAFT: "timeline",
}


class TodayErrands(QObject):
    """Remembers which line was opened until its family is shown."""

    def __init__(self, today: TodayPage, page: HouseholdPage, sidebar: Sidebar) -> None:
        super().__init__(today)
        self._page, self._sidebar = page, sidebar
        self._line: TodayLine | None = None
        today.opened.connect(self._remember)
        today.read.connect(self._badge)
        page.shown.connect(self._arrived)

    def _remember(self, line: TodayLine) -> None:
        self._line = line

    def _arrived(self) -> None:
        line, self._line = self._line, None
        presented = self._page.presented
        if line is None or presented is None:
            return
        if presented.record.household.id != line.household:
            return
        self._page.header.tabs.choose(TABS[line.what])
        if line.person is not None:
            self._page.choose(line.person)
        if TABS[line.what] == "sharing":
            self._page.sharing_pane.bring_up(line.person or "", line.agency or "")
        elif TABS[line.what] == "timeline":
            self._page.chronology.bring_up(line.id)
            self._page.happenings.setFocus()
        elif TABS[line.what] == "plan":
            self._page.plan.bring_up(line.id)

    def _badge(self, today: Today) -> None:
        """Say beside the place how much is late or due today."""
        now = (When.OVERDUE, When.TODAY)
        count = len([one for one in today.lines if one.when(today.on) in now])
        said = QCoreApplication.translate("Sidebar", "{0} due").replace("{0}", str(count))
        self._sidebar.places.set_badge("today", said if count else "")
