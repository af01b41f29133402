"""Sharing: who may know what as a grid or a list, and what can be done about the chosen cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.family_map.words import PictureWords
from app.view.household import HouseholdView
from ui.models.consent_grid import GridCell
from ui.models.tables import SharingLine, sharing_model
from ui.widgets.buttons import Button
from ui.widgets.grid_table import GridTable
from ui.widgets.map_flow import FlowLayout
from ui.widgets.value_table import ValueTable


class SharingPane(QWidget):
    """Tells what is asked about the cell or the row under the cursor: a person and an agency.

    Without one, a decision or a request is asked for whoever `chosen` says. `step_asked` tells
    what else: "why", "capture", "withdraw", "ground", "basis" or "endings".
    """

    decision_asked = Signal(str, str)
    request_asked = Signal(str, str)
    outcome_asked = Signal(str, str)
    involvement_asked = Signal(str, str)
    step_asked = Signal(str, str, str)
    person_chosen = Signal(str)

    def __init__(self, chosen: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._chosen = chosen
        self.grid = GridTable()
        self.table = ValueTable(sharing_model(), name=tr("Desk", "Sharing"))
        self.why_button = Button(tr("Desk", "Why?"), icon_name="circle-question-mark")
        self.capture_button = Button(tr("Desk", "Ask them now"), icon_name="message-circle")
        self.decide_button = Button(tr("Desk", "Record a decision"), icon_name="file-check")
        self.ask_button = Button(tr("Desk", "Ask this partner"), icon_name="send")
        self.more_button = Button(tr("Desk", "More"), icon_name="ellipsis")
        self.view_button = Button(tr("Desk", "As a list"), icon_name="list")
        self.views = QStackedWidget()
        self.views.addWidget(self.grid)
        self.views.addWidget(self.table)
        self._make_menu()
        self._arrange()
        for button, asked in (
            (self.decide_button, self.decision_asked),
            (self.ask_button, self.request_asked),
        ):
            button.clicked.connect(lambda _=False, asked=asked: self._ask(asked, without=True))
        self.why_button.clicked.connect(lambda: self._step("why"))
        self.capture_button.clicked.connect(lambda: self._step("capture"))
        self.view_button.clicked.connect(self._turn)
        self.table.value_opened.connect(lambda line: self._open(line))
        self.grid.cell_opened.connect(self._open)
        self.grid.cell_chosen.connect(lambda cell: self.person_chosen.emit(cell.person))

    def show_grid(self, view: HouseholdView, words: PictureWords) -> None:
        """Show where sharing stands; the cursor stays on its cell where that is still there."""
        before = self.grid.current()
        self.grid.grid.show(view, words)
        if before is not None:
            self.grid.blockSignals(True)  # whoever is chosen on the page stays chosen
            self.grid.choose(before.person, before.agency)
            self.grid.blockSignals(False)

    def bring_up(self, person: str, agency: str) -> None:
        """Go to the cell of a person and an agency."""
        self._show_view(self.grid)
        self.table.choose(lambda line: (line.person, line.agency) == (person, agency))
        self.grid.choose(person, agency)
        self.grid.setFocus()

    def current(self) -> SharingLine | GridCell | None:
        """Return the cell or the row under the cursor of what is shown."""
        if self.views.currentWidget() is self.grid:
            return self.grid.current()
        line: SharingLine | None = self.table.current()
        return line

    def _make_menu(self) -> None:
        tr = QCoreApplication.translate
        self.menu = QMenu(self)
        self.actions_of: dict[str, QAction] = {}
        for what, text in (
            ("withdraw", tr("Desk", "They changed their mind")),
            ("basis", tr("Desk", "Which law allows it?")),
            ("ground", tr("Desk", "Decide without agreement")),
            ("outcome", tr("Desk", "What came back")),
            ("change", tr("Desk", "Edit what the agency does")),
            ("endings", tr("Desk", "What runs out")),
        ):
            action = QAction(text, self)
            self.menu.addAction(action)
            self.actions_of[what] = action
            if what not in ("outcome", "change"):
                action.triggered.connect(lambda _=False, what=what: self._step(what))
        self.actions_of["outcome"].triggered.connect(lambda: self._ask(self.outcome_asked))
        self.actions_of["change"].triggered.connect(lambda: self._ask(self.involvement_asked))
        self.more_button.setMenu(self.menu)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        row = FlowLayout()
        for button in (
            self.why_button,
            self.capture_button,
            self.decide_button,
            self.ask_button,
            self.more_button,
            self.view_button,
        ):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.views, 1)

    def _turn(self) -> None:
        view = self.table if self.views.currentWidget() is self.grid else self.grid
        self._show_view(view)
        view.setFocus()

    def _show_view(self, view: QWidget) -> None:
        tr = QCoreApplication.translate
        self.views.setCurrentWidget(view)
        grid = view is self.grid
        self.view_button.say(tr("Desk", "As a list") if grid else tr("Desk", "As a grid"))
        self.view_button.show_icon("list" if grid else "table")

    def _ask(self, asked: SignalInstance, *, without: bool = False) -> None:
        line = self.current()
        if line is not None:
            asked.emit(line.person, line.agency)
        elif without:
            asked.emit(self._chosen(), "")

    def _step(self, what: str) -> None:
        line = self.current()
        if line is not None:
            self.step_asked.emit(what, line.person, line.agency)
        else:
            self.step_asked.emit(what, self._chosen(), "")

    def _open(self, line: SharingLine | GridCell) -> None:
        self.step_asked.emit("why", line.person, line.agency)
