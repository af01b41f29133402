"""Family mode: F9 hides the records at once, and shows those at the table what is theirs.

The way back is the worker’s PIN or passphrase; five wrong tries lock the program.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.catalogue import Catalogue
from app.domain.ids import HouseholdId
from app.domain.pin import is_pin
from app.usecases.show_family import enter_family_view, leave_family_view
from app.view.household import HouseholdView
from ui.clipboard import PrivateClipboard
from ui.desk import Desk
from ui.dialogs.at_table_dialog import AtTableDialog
from ui.family_shown import FamilyShown, family_shown
from ui.pages.household_page import HouseholdPage
from ui.theme import current_theme
from ui.windows.curtain import Curtain
from ui.windows.family_window import FamilyWindow

KEY = Qt.Key.Key_F9
MOST_TRIES = 5
PAUSES = (1, 2, 4, 8)  # seconds after each wrong try


class FamilyMode(QObject):
    """Turns the screen to the family and back; `lock_asked` tells why the program must lock."""

    lock_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        catalogue: Catalogue,
        page: HouseholdPage,
        window: QWidget,
        *,
        made_up: bool,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._catalogue = catalogue
        self._page = page
        self._window = window
        self._made_up = made_up
        self._locking = False
        self._household: HouseholdId | None = None
        self._has_pin = False
        self._tries = 0
        self._curtain = Curtain(self)
        self._clipboard = PrivateClipboard(self)
        self.screen: FamilyWindow | None = None
        self.dialog: AtTableDialog | None = None
        page.header.family_asked.connect(self.ask)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Say whether the screen is the family’s now."""
        return self.screen is not None

    def ask(self) -> None:
        """Ask who is at the table, then show what they may see together."""
        presented = self._page.presented
        if presented is None:
            return
        self.dialog = AtTableDialog(
            presented.record, chosen=self._page.chosen_by_hand, parent=self._window
        )
        self.dialog.chosen.connect(self.enter)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def enter(self, people: tuple[str, ...] | None = None) -> None:
        """Hide everything now; then show what these people may see, else whoever is chosen."""
        if self.is_on or self._locking:
            return
        self._curtain.draw()
        screen = self.screen = FamilyWindow(made_up=self._made_up)
        self._curtain.stand_before(screen)
        screen.fill_screen(self._window)
        screen.back_asked.connect(self._ask_back)
        screen.secret_given.connect(self._check)
        screen.close_asked.connect(self._closed_by_hand)
        self._window.destroyed.connect(screen.hide)
        self._window.destroyed.connect(screen.deleteLater)
        self._clipboard.clear()
        self._desk.keep_drafts_then(lambda: None)
        self._begin(screen, people)

    def put_cover_on(self) -> QWidget | None:
        """Cover the family’s screen for good, as the program locks; return it when there is one."""
        self._locking = True
        if self.screen is not None:
            self.screen.put_cover_on()
        return self.screen

    def end(self) -> None:
        """Let go of the screen, as the program’s own window has closed and the day is over."""
        self._locking = True
        self._curtain.let_go()
        if self.screen is not None:
            self.screen.hide()

    def warn(self, sentence: str, seconds: int) -> None:
        """Say something about the program itself on the family’s screen."""
        if self.screen is not None:
            self.screen.warn(sentence, seconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() != KEY or not plain or not (self.is_on or self._window.isVisible()):
            return False
        self.enter()
        return True

    def _begin(self, screen: FamilyWindow, people: tuple[str, ...] | None) -> None:
        presented, chosen = self._page.presented, self._page.chosen_by_hand
        readers = people if people is not None else (chosen,) if chosen else ()
        self._household = presented.record.household.id if presented is not None else None
        self._desk.do(
            enter_family_view(self._household, readers, self._catalogue.law),
            owner=self,
            then=partial(self._make, screen, readers),
            trouble=partial(self._nothing_to_show, screen),
        )

    def _make(
        self, screen: FamilyWindow, readers: tuple[str, ...], view: HouseholdView | None
    ) -> None:
        """Have the picture drawn behind the window; `screen` is the one it was asked for."""
        if screen is not self.screen or self._locking:
            return
        if view is None:
            screen.show_nobody()
            return
        words, faces = self._catalogue.picture, tuple(current_theme().font(14).families())

        def make() -> FamilyShown:
            return family_shown(view, words, readers=readers, faces=faces)

        self._desk.make(
            make,
            owner=self,
            then=partial(self._show, screen),
            trouble=partial(self._nothing_to_show, screen),
        )

    def _show(self, screen: FamilyWindow, shown: FamilyShown) -> None:
        if screen is self.screen and not self._locking:
            screen.show_family(shown)

    def _nothing_to_show(self, screen: FamilyWindow, error: Exception) -> None:
        """Show nobody: a stranger must not read why, and the worker is told on the desk."""
        if screen is self.screen and not self._locking:
            screen.show_nobody()
        self._desk.failed.emit(error)

    def _ask_back(self) -> None:
        self._desk.ask(lambda work: work.has_pin(), owner=self, then=self._ask_secret)

    def _ask_secret(self, has_pin: bool) -> None:
        self._has_pin = has_pin
        if self.screen is not None and not self._locking:
            self.screen.ask_secret(has_pin=has_pin)

    def _check(self, typed: str) -> None:
        if self._has_pin and is_pin(typed):
            self._desk.ask(
                lambda work: work.is_the_pin(typed),
                owner=self,
                then=self._checked,
                trouble=self._not_checked,
            )
        else:
            self._desk.opened_by(typed, owner=self, then=self._checked, trouble=self._not_checked)

    def _checked(self, right: bool) -> None:
        if self.screen is None or self._locking:
            return
        if right:
            self._leave()
            return
        self._tries += 1
        if self._tries >= MOST_TRIES:
            self.lock_asked.emit("family-view-tries")
        else:
            self.screen.way_back.say_wrong(MOST_TRIES - self._tries, PAUSES[self._tries - 1])

    def _not_checked(self, error: Exception) -> None:
        said = QCoreApplication.translate("FamilyView", "This could not be looked up. Try again.")
        if self.screen is not None:
            self.screen.way_back.say(said, "")
        self._desk.failed.emit(error)

    def _leave(self) -> None:
        screen, self.screen = self.screen, None
        wrong, self._tries = self._tries, 0
        self._curtain.lift()
        if screen is not None:
            screen.deleteLater()
        self._desk.do(
            leave_family_view(self._household, wrong=wrong), owner=self, then=lambda _: None
        )

    def _closed_by_hand(self) -> None:
        self.lock_asked.emit("family-view-closed")
