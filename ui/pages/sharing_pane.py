"""Sharing: each person and agency in a row, and what can be done about the row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.models.tables import SharingLine, sharing_model
from ui.widgets.buttons import Button
from ui.widgets.table_pane import TablePane
from ui.widgets.value_table import ValueTable


class SharingPane(TablePane):
    """Tells what is asked about the row under the cursor: a person and an agency.

    Without a row, a decision or a request is asked for whoever `chosen` says.
    """

    decision_asked = Signal(str, str)
    request_asked = Signal(str, str)
    outcome_asked = Signal(str, str)
    involvement_asked = Signal(str, str)

    def __init__(self, chosen: Callable[[], str], parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        self._chosen = chosen
        self.table = ValueTable(sharing_model(), name=tr("Desk", "Sharing"))
        self.decide_button = Button(tr("Desk", "Record a decision"), icon_name="file-check")
        self.ask_button = Button(tr("Desk", "Ask this partner"), icon_name="send")
        self.outcome_button = Button(tr("Desk", "What came back"), icon_name="mail")
        self.change_button = Button(tr("Desk", "Edit what the agency does"), icon_name="pencil")
        super().__init__(
            self.table,
            self.decide_button,
            self.ask_button,
            self.outcome_button,
            self.change_button,
            parent=parent,
        )
        for button, asked, without in (
            (self.decide_button, self.decision_asked, True),
            (self.ask_button, self.request_asked, True),
            (self.outcome_button, self.outcome_asked, False),
            (self.change_button, self.involvement_asked, False),
        ):
            button.clicked.connect(
                lambda _=False, asked=asked, without=without: self._ask(asked, without)
            )
        self.table.value_opened.connect(self._opened)

    def _ask(self, asked: SignalInstance, without: bool) -> None:
        line = self.table.current()
        if line is not None:
            asked.emit(line.person, line.agency)
        elif without:
            asked.emit(self._chosen(), "")

    def _opened(self, line: SharingLine) -> None:
        self.decision_asked.emit(line.person, line.agency)
