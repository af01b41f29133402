"""The left-hand side: where one can go, what was opened lately, and the lock."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.lock import IDLE_MINUTES
from ui.theme import current_theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card, IconLabel
from ui.widgets.mark import Mark
from ui.widgets.navigation import KEY, Navigation, Place
from ui.widgets.text import words

WIDE, NARROW = 228, 64
MOST_RECENT = 3


class Sidebar(QFrame):
    """Goes to pages by key; asks for settings and for the lock."""

    place_chosen = Signal(str)
    family_chosen = Signal(str)
    search_asked = Signal()
    office_asked = Signal()
    settings_asked = Signal()
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setProperty("ground", "side")
        self._recent: dict[str, str] = {}
        self.compact = False
        self.name = words(tr("Sidebar", "Think Family"), "product")
        self.search = Button(tr("Sidebar", "Find   Ctrl+K"), icon_name="search")
        self.search.setAccessibleName(tr("Sidebar", "Find, Ctrl+K"))
        self.search.setProperty("align", "left")
        self.places = Navigation(
            (
                Place(key="today", text=tr("Sidebar", "Today"), icon="calendar-clock"),
                Place(key="families", text=tr("Sidebar", "Families"), icon="users"),
            ),
            name=tr("Sidebar", "Pages"),
        )
        self.recent_label = words(tr("Sidebar", "Opened lately"), "group")
        self.recent = QVBoxLayout()
        self.saved = words("", "small", wrap=True)
        self.card = Card(ground="quiet")
        self.office_button = Button(
            tr("Sidebar", "Your office"), kind="quiet", icon_name="building-2"
        )
        self.settings_button = Button(tr("Sidebar", "Settings"), kind="quiet", icon_name="settings")
        self.lock_button = Button(tr("Sidebar", "Lock now"), kind="quiet", icon_name="lock")
        self.lock_button.setToolTip("Ctrl+L")
        self._arrange()
        self.search.clicked.connect(self.search_asked)
        self.places.clicked.connect(self._again)
        self.places.chosen.connect(self.place_chosen)
        self.office_button.clicked.connect(self.office_asked)
        self.settings_button.clicked.connect(self.settings_asked)
        self.lock_button.clicked.connect(self.lock_asked)
        self.note_saved(None)

    def note_opened(self, household: str, name: str) -> None:
        """Put a family on top of those opened lately."""
        self._recent = {household: name} | {
            key: text for key, text in self._recent.items() if key != household
        }
        while self.recent.count():
            taken = self.recent.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.deleteLater()
        for key, text in list(self._recent.items())[:MOST_RECENT]:
            button = Button(text, kind="quiet")
            button.setProperty("align", "left")
            button.clicked.connect(partial(self._open_recent, key))
            self.recent.addWidget(button)
            button.setVisible(not self.compact)
        self.recent_label.setVisible(bool(self._recent) and not self.compact)

    def note_saved(self, at: datetime | None) -> None:
        """Say when something was last kept, and when the program locks itself."""
        tr = QCoreApplication.translate
        locks = tr("Sidebar", "Locks itself after {0} minutes without use.").replace(
            "{0}", str(IDLE_MINUTES)
        )
        kept = tr("Sidebar", "Saved {0}. ").replace("{0}", f"{at:%H:%M}") if at else ""
        self.saved.setText(kept + locks)

    def set_compact(self, compact: bool) -> None:
        """Show icons only, for narrow windows."""
        self.compact = compact
        theme = current_theme()
        self.setFixedWidth(theme.px(NARROW if compact else WIDE))
        self.places.set_compact(compact)
        for part in (self.name, self.search, self.card):
            part.setVisible(not compact)
        self.recent_label.setVisible(bool(self._recent) and not compact)
        for index in range(self.recent.count()):
            item = self.recent.itemAt(index)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(not compact)
        tr = QCoreApplication.translate
        for button, text in (
            (self.office_button, tr("Sidebar", "Your office")),
            (self.settings_button, tr("Sidebar", "Settings")),
            (self.lock_button, tr("Sidebar", "Lock now")),
        ):
            button.setText("" if compact else text)
            button.setProperty("kind", "icon" if compact else "quiet")
            button.setProperty("align", "" if compact else "left")
            button.style().unpolish(button)
            button.style().polish(button)
            button.setToolTip(text)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 12, 14)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setContentsMargins(4, 0, 0, 8)
        top.setSpacing(10)
        top.addWidget(Mark(size=32))
        top.addWidget(self.name, 1)
        column.addLayout(top)
        column.addWidget(self.search)
        column.addSpacing(6)
        column.addWidget(self.places)
        column.addSpacing(10)
        self.recent_label.hide()
        column.addWidget(self.recent_label)
        self.recent.setSpacing(0)
        column.addLayout(self.recent)
        column.addStretch(1)
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(IconLabel("shield-check", "ok"))
        heading.addWidget(words(QCoreApplication.translate("Sidebar", "Encrypted here"), "row"), 1)
        self.card.column.addLayout(heading)
        self.card.column.addWidget(self.saved)
        column.addWidget(self.card)
        for button in (self.office_button, self.settings_button, self.lock_button):
            button.setProperty("align", "left")
            column.addWidget(button)

    def _open_recent(self, household: str, _checked: bool = False) -> None:
        self.family_chosen.emit(household)

    def _again(self) -> None:
        """Go to the page that is marked already, as its row was pressed once more."""
        index = self.places.currentIndex()
        if index.isValid():
            self.place_chosen.emit(str(index.data(KEY)))
