"""The list of families with its search, and the way to add one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.usecases.list_households import FamilyLine, list_households
from ui.desk import Desk
from ui.models.tables import families_model
from ui.widgets.buttons import PrimaryButton
from ui.widgets.draft_strip import DraftStrip
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import words
from ui.widgets.value_table import ValueTable


class FamiliesPage(QWidget):
    """Shows every family by name; typing narrows the list, Enter opens."""

    opened = Signal(str)
    add_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self._families: tuple[FamilyLine, ...] = ()
        self.setProperty("ground", "window")
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Families", "Search the families"))
        self.search.setClearButtonEnabled(True)
        self.search_label = words(tr("Families", "Search by family name"), "label")
        self.search_label.setBuddy(self.search)
        self.add_button = PrimaryButton(tr("Families", "Add a family"), icon_name="plus")
        self.drafts = DraftStrip(desk, name_family=True)
        self.table = ValueTable(families_model(), name=tr("Families", "Families"))
        self.nothing_yet = EmptyState(
            heading=tr("Families", "No family yet"),
            sentence=tr("Families", "Add a family to draw its household and ask its partners."),
            action=tr("Families", "Add a family"),
            icon_name="users",
        )
        self.nothing_found = EmptyState(
            heading=tr("Families", "Nothing found"),
            sentence=tr("Families", "No family’s name has all these words in it."),
            icon_name="search",
        )
        self.pages = QStackedWidget()
        for page in (self.table, self.nothing_yet, self.nothing_found):
            self.pages.addWidget(page)
        self._arrange()
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._open_first)
        self.table.value_opened.connect(self._open)
        self.table.clicked.connect(self.table.opened)
        self.add_button.clicked.connect(self.add_asked)
        self.nothing_yet.acted.connect(self.add_asked)
        desk.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read the list again."""
        self._desk.ask(list_households, owner=self, then=self._show)
        self.drafts.refresh()

    def _arrange(self) -> None:
        head = QFrame()
        head.setProperty("ground", "header")
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(words(QCoreApplication.translate("Families", "Families"), "title"), 1)
        top.addWidget(self.add_button)
        column.addLayout(top)
        column.addWidget(self.search_label)
        column.addWidget(self.search)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.drafts)
        body = QVBoxLayout()
        body.setContentsMargins(24, 16, 24, 16)
        body.addWidget(self.pages)
        whole.addLayout(body, 1)

    def _show(self, families: tuple[FamilyLine, ...]) -> None:
        self._families = families
        self._narrow()

    def _narrow(self) -> None:
        wanted = self.search.text().casefold().split()
        found = tuple(
            line for line in self._families if all(word in line.name.casefold() for word in wanted)
        )
        self.table.fill(found)
        if not self._families:
            self.pages.setCurrentWidget(self.nothing_yet)
        else:
            self.pages.setCurrentWidget(self.table if found else self.nothing_found)

    def _open_first(self) -> None:
        model = self.table.model()
        if model.rowCount():
            self.table.opened.emit(model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, line: FamilyLine) -> None:
        self.opened.emit(line.id)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "household" in kinds:
            self.refresh()
