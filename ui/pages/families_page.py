"""Find: one box over families, people, agencies, notes and visits; empty, it lists the families."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.finding import Findings, Hit
from app.nicknames import nicknames
from app.ports import Work
from app.usecases.find import FIRST, THEN, find
from app.usecases.list_households import FamilyLine, list_households
from ui.desk import Desk
from ui.latest import Latest
from ui.models.tables import families_model
from ui.theme import current_theme
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.draft_strip import DraftStrip
from ui.widgets.empty_state import EmptyState
from ui.widgets.found_list import FoundList
from ui.widgets.text import announce, words
from ui.widgets.value_table import ValueTable

Found = tuple[Findings, ...]
LOW = 560  # pixels of page at text size 100 %


class FamiliesPage(QWidget):
    """Finds while one types, off the window's thread; Enter opens the first of what was found."""

    opened = Signal(str)
    found_opened = Signal(object)  # a Hit
    add_asked = Signal()
    list_asked = Signal()
    duplicates_asked = Signal()
    answered = Signal()  # something of the newest question is shown, if only that there is nothing

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self._latest: Latest[Found] = Latest(desk, self)
        self._families: tuple[FamilyLine, ...] = ()
        self._fresh = False  # nothing of the newest question is shown yet
        self._settled = True  # the newest question is answered whole
        self._enter_pressed = False
        self.setProperty("ground", "window")
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Families", "Find, Ctrl+K"))
        self.search.setClearButtonEnabled(True)
        self.search_label = words(
            tr("Families", "Find a family, person, agency or note (Ctrl+K)"), "label"
        )
        self.search_label.setBuddy(self.search)
        self.hint = words(
            tr("Families", "Name, date of birth, number, postcode, phone, or words of a note."),
            "small",
            wrap=True,
        )
        self.add_button = PrimaryButton(tr("Families", "Add a family"), icon_name="plus")
        self.more_button = Button(tr("Families", "More"), icon_name="ellipsis")
        self.more = QMenu(self)
        self.list_action = self.more.addAction(tr("Families", "Bring in a list"))
        self.twice_action = self.more.addAction(tr("Families", "Who is here twice?"))
        self.more_button.setMenu(self.more)
        self.drafts = DraftStrip(desk, name_family=True)
        self.table = ValueTable(families_model(), name=tr("Families", "Families"))
        self.found = FoundList(name=tr("Families", "What was found"))
        self.nothing_yet = EmptyState(
            heading=tr("Families", "No family yet"),
            sentence=tr("Families", "Add a family to draw its household and ask its partners."),
            action=tr("Families", "Add a family"),
            icon_name="users",
        )
        self.nothing_found = EmptyState(
            heading=tr("Families", "Nothing found"),
            sentence="",
            action=tr("Families", "Add a family"),
            icon_name="search",
        )
        self.pages = QStackedWidget()
        for page in (self.table, self.found, self.nothing_yet, self.nothing_found):
            self.pages.addWidget(page)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Read the list of families again, and find again what is being looked for."""
        self._desk.ask(list_households, owner=self, then=self._show_families)
        self.drafts.refresh()
        if self.search.text().strip():
            self._ask()

    def look(self) -> None:
        """Put the focus into the box, with what is in it chosen, so that typing begins anew."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Leave the hint out where there is little height: what is found is worth more."""
        low = self.height() < current_theme().px(LOW)
        self.hint.setVisible(not low)
        self._head.setContentsMargins(24, 6 if low else 14, 24, 6 if low else 14)
        self._head.setSpacing(4 if low else 8)
        self._body.setContentsMargins(24, 6 if low else 16, 24, 6 if low else 16)
        self._tell_nothing(low)

    def _tell_nothing(self, low: bool) -> None:
        tr = QCoreApplication.translate
        said = tr("Families", "“{0}” is in no name, number, date, postcode, note or visit.")
        said = said.replace("{0}", self.search.text().strip())
        more = tr("Families", "Try fewer letters, or * for letters you are not sure of.")
        self.nothing_found.sentence.say(said if low else f"{said}\n{more}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                self.search.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Down and watched is self.search:
                self._into_list()
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        for watched in (self.search, self.found):
            watched.installEventFilter(self)
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self._open_first)
        self.found.opened.connect(self._open_hit)
        self.found.left.connect(self.search.setFocus)
        self.table.value_opened.connect(self._open)
        self.table.clicked.connect(self.table.opened)
        for asked in (
            self.add_button.clicked,
            self.nothing_yet.acted,
            self.nothing_found.acted,
        ):
            asked.connect(self.add_asked)
        self.list_action.triggered.connect(self.list_asked)
        self.twice_action.triggered.connect(self.duplicates_asked)
        self._desk.changed.connect(self._changed)

    def _arrange(self) -> None:
        head = QFrame()
        head.setProperty("ground", "header")
        column = self._head = QVBoxLayout(head)
        top = QHBoxLayout()
        top.addWidget(words(QCoreApplication.translate("Families", "Families"), "title"), 1)
        for button in (self.more_button, self.add_button):
            top.addWidget(button)
        column.addLayout(top)
        column.addWidget(self.search_label)
        column.addWidget(self.search)
        column.addWidget(self.hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.drafts)
        body = self._body = QVBoxLayout()
        body.addWidget(self.pages)
        whole.addLayout(body, 1)

    def _show_families(self, families: tuple[FamilyLine, ...]) -> None:
        if families != self._families:
            self._families = families
            self.table.fill(families)
        if not self.search.text().strip():
            self._show_list()

    def _show_list(self) -> None:
        self.pages.setCurrentWidget(self.table if self._families else self.nothing_yet)

    def _typed(self) -> None:
        self._enter_pressed = False
        if self.search.text().strip():
            self._ask()
        else:
            self._latest.drop()
            self._settled = True
            self._show_list()

    def _ask(self) -> None:
        typed = self.search.text()
        self._fresh, self._settled = True, False

        def step(groups: object, work: Work) -> Found:
            return find(work, typed, nicknames(), FIRST if groups is FIRST else THEN)

        self._latest.ask(partial(step, FIRST), partial(step, THEN), then=self._show_found)

    def _show_found(self, found: Found, last: bool) -> None:
        """Show what has come; the old answer stays until there is something new to show."""
        self._settled = last
        if self._fresh and (found or last):
            self._fresh = False
            self.found.found.show(found)
            self.found.scrollToTop()
            self._say(found)
            self.answered.emit()
        elif not self._fresh:
            self.found.found.add(found)
        if self._enter_pressed and (last or self.found.hits()) and not self._fresh:
            self._open_first()

    def _say(self, found: Found) -> None:
        if found:
            self.pages.setCurrentWidget(self.found)
            return
        self._fit()
        self.pages.setCurrentWidget(self.nothing_found)
        announce(self.search, self.nothing_found.heading.text())

    def _into_list(self) -> None:
        if self.pages.currentWidget() is self.found:
            self.found.enter()
        elif self.pages.currentWidget() is self.table:
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.table.model().index(0, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_first(self) -> None:
        """Open the first line, now or as soon as it is there."""
        if not self.search.text().strip():
            if self._families:
                self._open(self._families[0])
            return
        hits = [] if self._fresh else self.found.hits()
        self._enter_pressed = not hits and not self._settled
        if hits:
            self._open_hit(hits[0])

    def _open_hit(self, hit: Hit) -> None:
        self.found_opened.emit(hit)

    def _open(self, line: FamilyLine) -> None:
        self.opened.emit(line.id)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "household" in kinds:
            self.refresh()
        elif kinds and self.search.text().strip():
            self._ask()
