"""The family plan on one page: worries and strengths, goals, actions, looks at it, meetings.

Only the parts that changed are built anew, and only while the page is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from app.catalogue import Catalogue
from app.domain.outcomes import Outcome, outcomes_of
from app.domain.record import Record
from ui.dialogs.meeting_dialog import professionals_of
from ui.pages.plan_goals import GoalsSection
from ui.pages.plan_needs import NeedsSection
from ui.pages.plan_section import PlanSection
from ui.pages.plan_tables import ActionsSection, MeetingsSection, ReviewsSection
from ui.present import Presented
from ui.widgets.card import rule

DONE = object()


class PlanPane(QScrollArea):
    """Shows a household's plan. What is asked is told, not done."""

    asked = Signal(str, str)  # what, and the entry it is about
    marked = Signal(str, str, int)  # goal, whose view, number

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._work: Iterator[None] = iter(())
        self._wanted = ""
        self.presented: Presented | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        self.needs = NeedsSection()
        self.goals = GoalsSection()
        self.actions_part = ActionsSection()
        self.reviews = ReviewsSection()
        self.meetings = MeetingsSection()
        self.parts: tuple[PlanSection, ...] = (
            self.needs,
            self.goals,
            self.actions_part,
            self.reviews,
            self.meetings,
        )
        for number, part in enumerate(self.parts):
            if number:
                column.addWidget(rule())
            column.addWidget(part)
            part.asked.connect(self.asked)
        column.addStretch(1)
        self.goals.marked.connect(self.marked)
        self.setWidget(inner)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._show_next)

    def show_plan(self, presented: Presented) -> None:
        """Show a household's plan, now or as soon as the page is looked at."""
        before = self.presented
        if before is None or before.record.household.id != presented.record.household.id:
            self.verticalScrollBar().setValue(0)
        self.presented = presented
        self._begin()

    def bring_up(self, entry: str) -> None:
        """Go to an action, a review or a meeting as soon as it is shown."""
        self._wanted = entry
        self._begin()

    def outcomes(self) -> tuple[Outcome, ...]:
        """Return the headings of this household's plan."""
        if self.presented is None:
            return self._catalogue.outcomes
        return outcomes_in(self.presented.record, self._catalogue)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        if self.isVisible() and self.presented is not None:
            self._work = self._steps(self.presented)
            self._timer.start()

    def _show_next(self) -> None:
        """Build one piece and let the window breathe before the next."""
        if next(self._work, DONE) is DONE:
            self._timer.stop()
            self._find_wanted()

    def _steps(self, presented: Presented) -> Iterator[None]:
        record, today = presented.record, presented.today
        names: dict[str, str] = {one.id: one.name for one in presented.family.people}
        yield from self.needs.show_needs(record.needs, self.outcomes(), names)
        yield from self.goals.show_goals(record.goals, record.scale_marks, self.outcomes(), names)
        self.actions_part.show_actions(record.actions, record.goals, names, today)
        yield
        self.reviews.show_reviews(record.reviews)
        yield
        staff = professionals_of(presented, everybody=True)
        self.meetings.show_meetings(record.meetings, names | staff)

    def _find_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if not wanted:
            return
        for part in (self.actions_part, self.reviews, self.meetings):
            if part.bring_up(wanted):
                self.ensureWidgetVisible(part.table)


def outcomes_in(record: Record, catalogue: Catalogue) -> tuple[Outcome, ...]:
    """Return the headings in use, with those that older entries still stand under."""
    used = [need.outcome for need in record.needs] + [goal.outcome for goal in record.goals]
    return outcomes_of(record.office, catalogue.outcomes, used)
