"""The main window: sidebar, pages, notice. It arranges and connects; it decides nothing."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.catalogue import Catalogue
from app.domain.ids import HouseholdId
from app.domain.today import TodayLine
from app.errors import Refused, ThinkFamilyError
from app.usecases.today import Today
from ui.desk import Desk
from ui.dialogs.room import open_at
from ui.dialogs.settings_dialog import SettingsDialog
from ui.pages.families_page import FamiliesPage
from ui.pages.household_page import HouseholdPage
from ui.pages.today_page import TodayPage
from ui.press import Press
from ui.settings import Settings
from ui.theme import current_theme
from ui.widgets.card import IconLabel
from ui.widgets.cover import Cover
from ui.widgets.notice import Notice
from ui.widgets.text import words
from ui.windows.decision_errands import DecisionErrands
from ui.windows.desk_routes import DeskRoutes
from ui.windows.draft_errands import DraftErrands
from ui.windows.errands import Errands
from ui.windows.family_mode import FamilyMode
from ui.windows.finding import Finding
from ui.windows.home_errands import HomeErrands
from ui.windows.paper_errands import PaperErrands
from ui.windows.person_errands import PersonErrands
from ui.windows.plan_errands import PlanErrands
from ui.windows.record_errands import RecordErrands
from ui.windows.register_errands import RegisterErrands
from ui.windows.sidebar import Sidebar
from ui.windows.today_errands import TodayErrands
from ui.windows.why_errands import WhyErrands
from ui.wording import in_words

WIDE = 1440  # pixels of window from which the sidebar has its words


class MainWindow(QMainWindow):
    """The desk. Its title never names a family."""

    lock_asked = Signal()
    closed = Signal()
    failed = Signal(Exception)

    def __init__(
        self,
        desk: Desk,
        catalogue: Catalogue,
        press: Press,
        settings: Settings,
        *,
        made_up: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.desk = desk
        self._settings = settings
        self.setWindowTitle(tr("Window", "Think Family"))
        self.sidebar = Sidebar()
        self.today = TodayPage(desk, catalogue)
        self.families = FamiliesPage(desk)
        self.household = HouseholdPage(desk, catalogue)
        self.errands = Errands(desk, catalogue, self)
        self.homes = HomeErrands(desk, self.household, self.errands, self)
        self.records = RecordErrands(desk, self.household, self.errands, self)
        self.decisions = DecisionErrands(desk, catalogue, self.errands, self)
        self.people = PersonErrands(desk, self.household, self.errands, self)
        self.papers = PaperErrands(desk, catalogue, press, self)
        self.decisions.paper_asked.connect(self.papers.governance_question)
        self.routes = DeskRoutes(self.household, self.errands, self.papers, self)
        self.whys = WhyErrands(
            desk,
            self.household,
            self.errands,
            catalogue,
            {
                "capture": self.errands.capture,
                "withdraw": self.papers.withdraw,
                "basis": self.decisions.basis,
                "ground": self.decisions.ground,
                "ruling": self.decisions.ruling,
            },
            self,
        )
        self.finding = Finding(self.household, self.open_household, self)
        self.register = RegisterErrands(desk, catalogue, self.families, self)
        self.plans = PlanErrands(desk, catalogue, self.household, self.errands, self)
        self.todays = TodayErrands(self.today, self.household, self.sidebar)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.today)
        self.pages.addWidget(self.families)
        self.pages.addWidget(self.household)
        self._arrange(made_up)
        self.notice = Notice(self, undo=tr("Window", "Undo"), close=tr("Window", "Close"))
        self.drafts = DraftErrands(
            desk,
            self.household,
            (self.household.drafts, self.families.drafts),
            self.notice,
            openers={
                "visit": self.errands.visits.carry_on_with_visit,
                "note": self.errands.visits.carry_on_with_note,
                "capture": self.errands.carry_on_asking,
                "ground": self.decisions.carry_on_with_ground,
            },
            open_household=self.open_household,
            window=self,
        )
        self.cover = Cover(self, name=tr("Window", "Locked"))
        self.family = FamilyMode(desk, catalogue, self.household, self, made_up=made_up)
        self.closed.connect(self.family.end)
        self._connect_pages()
        self._connect_desk()
        self._add_keys()
        open_at(self, 1440, 900)
        self.setMinimumSize(683, 384)
        self.sidebar.places.choose("today")
        self.families.refresh()

    def open_household(self, household: str) -> None:
        """Open a family."""
        self.household.open(HouseholdId(household))
        self._mark("families")
        self.pages.setCurrentWidget(self.household)
        self.household.picture.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_families(self) -> None:
        """Go back to the list of families."""
        self.household.close_household()
        self._mark("families")
        self.pages.setCurrentWidget(self.families)
        self.families.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_today(self) -> None:
        """Go to what is due today."""
        self.household.close_household()
        self._mark("today")
        self.pages.setCurrentWidget(self.today)
        self.today.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def undo(self) -> None:
        """Take back the newest step."""
        self.desk.undo(owner=self, trouble=self._trouble)

    def warn_of_lock(self, seconds: int) -> None:
        """Say that the program is about to lock itself."""
        said = QCoreApplication.translate("Window", "Locks in {0} seconds. Any key stops it.")
        self.notice.show_sentence(said.replace("{0}", str(seconds)), warn=True)
        self.family.warn(said.replace("{0}", str(seconds)), seconds)

    def put_cover_on(self) -> QWidget:
        """Cover what is on the screen, this window or the family’s, and return that window."""
        family = self.family.put_cover_on()
        if family is None:
            self.cover.put_on()
        return family or self

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_sidebar()

    def _fit_sidebar(self) -> None:
        self.sidebar.set_compact(self.width() < current_theme().px(WIDE))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _arrange(self, made_up: bool) -> None:
        root = QWidget()
        root.setProperty("ground", "window")
        whole = QVBoxLayout(root)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if made_up:
            whole.addWidget(_made_up_strip())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.pages, 1)
        whole.addLayout(row, 1)
        self.setCentralWidget(root)

    def _connect_pages(self) -> None:
        self.sidebar.place_chosen.connect(self._go)
        self.today.opened.connect(self._open_line)
        self.today.read.connect(self._today_read)
        self.sidebar.family_chosen.connect(self.open_household)
        self.sidebar.search_asked.connect(self._search)
        self.sidebar.settings_asked.connect(self._open_settings)
        self.sidebar.office_asked.connect(self.errands.keep_office)
        self.sidebar.lock_asked.connect(self.lock_asked)
        self.families.opened.connect(self.open_household)
        self.families.found_opened.connect(self.finding.open)
        self.finding.said.connect(self._said)
        self.families.add_asked.connect(self.errands.add_household)
        self.errands.household_added.connect(self.open_household)
        self.errands.done.connect(self._done)
        self.errands.person_found.connect(self.finding.open_person)
        self.register.done.connect(self._done)
        self.errands.refused.connect(self._refused)
        self.papers.said.connect(self._said)
        self.papers.withdrawals.done.connect(self._done)
        self.papers.withdrawals.refused.connect(self._refused)
        page = self.household
        page.back_asked.connect(self.show_families)
        page.shown.connect(self._household_shown)

    def _connect_desk(self) -> None:
        self.desk.changed.connect(self._kept)
        self.desk.undone.connect(self._undone)
        self.desk.failed.connect(self._trouble)
        self.notice.undo_asked.connect(self.undo)

    def _add_keys(self) -> None:
        for keys, act in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+K", self._search),
            ("F6", self._next_part),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _go(self, place: str) -> None:
        """Go to a place; whoever walks along the places with the arrows stays among them."""
        walking = self.sidebar.places.hasFocus()
        if place == "today":
            self.show_today()
        else:
            self.show_families()
        if walking:
            self.sidebar.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, place: str) -> None:
        """Mark a place in the sidebar without going there again."""
        self.sidebar.places.mark(place)

    def _open_line(self, line: TodayLine) -> None:
        self.open_household(line.household)

    def _today_read(self, today: Today) -> None:
        if not today.families and self.pages.currentWidget() is self.today:
            self.show_families()  # with no family there is nothing to do but to add one

    def _household_shown(self) -> None:
        presented = self.household.presented
        if presented is not None:
            household = presented.record.household
            self.sidebar.note_opened(household.id, household.name)

    def _search(self) -> None:
        self.show_families()
        self.families.look()

    def _next_part(self) -> None:
        """Move the focus from sidebar to page to inspector and round again."""
        parts: list[QWidget] = [self.sidebar.places, self.families.search]
        if self.pages.currentWidget() is self.today:
            parts = [self.sidebar.places, self.today.first()]
        if self.pages.currentWidget() is self.household:
            parts = [self.sidebar.places, self.household.picture.view, self.household.inspector]
        focused = self.focusWidget()
        here = next((n for n, part in enumerate(parts) if _holds(part, focused)), -1)
        after = parts[(here + 1) % len(parts)]
        after.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not after.hasFocus():
            after.focusNextChild()

    def _open_settings(self) -> None:
        SettingsDialog(self._settings, self, desk=self.desk).open()

    def _kept(self, kinds: frozenset[str]) -> None:
        if kinds:
            self.sidebar.note_saved(datetime.now().astimezone())

    def _done(self, sentence: str, undo: bool) -> None:
        self.notice.show_sentence(sentence, undo=undo)

    def _said(self, sentence: str, trouble: bool) -> None:
        self.notice.show_sentence(sentence, warn=trouble)

    def _refused(self, sentence: str) -> None:
        self.notice.show_sentence(sentence, warn=True)

    def _undone(self, name: str) -> None:
        tr = QCoreApplication.translate
        if name:
            self.notice.show_sentence(tr("Window", "Taken back."))
        else:
            self.notice.show_sentence(
                tr("Window", "There is nothing to take back. What was printed or sent stays."),
                warn=True,
            )

    def _trouble(self, error: Exception) -> None:
        gone = isinstance(error, Refused) and error.reasons == ("no-such-household",)
        if gone and self.household.presented is not None:
            self.show_families()  # its adding was taken back
        elif isinstance(error, ThinkFamilyError):
            self.notice.show_sentence(in_words(error), warn=True)
        else:
            self.failed.emit(error)


def _made_up_strip() -> QFrame:
    strip = QFrame()
    strip.setProperty("ground", "info")
    strip.setProperty("flat", True)
    row = QHBoxLayout(strip)
    row.setContentsMargins(16, 4, 16, 4)
    row.setSpacing(8)
    row.addWidget(IconLabel("info", "info"))
    said = QCoreApplication.translate("Window", "Made-up families. Nothing here is real.")
    row.addWidget(words(said, "row", tone="info"), 1)
    return strip


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))
