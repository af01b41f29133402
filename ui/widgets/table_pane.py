"""A table with the buttons that act on its current row above it."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from ui.widgets.empty_state import EmptyState
from ui.widgets.map_flow import FlowLayout


class TablePane(QWidget):
    """Holds a table and perhaps a row of buttons; `empty` stands in its place without rows."""

    def __init__(
        self,
        table: QTableView,
        *buttons: QWidget,
        empty: EmptyState | None = None,
        edge: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._empty = table, empty
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge * 3 // 4, edge, edge * 3 // 4)
        column.setSpacing(8)
        if buttons:
            row = FlowLayout()
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)
        column.addWidget(table, 1)
        if empty is not None:
            column.addWidget(empty, 1)
            table.model().modelReset.connect(self._show_what_there_is)
            self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        rows = self._view.model().rowCount()
        self._view.setVisible(rows > 0)
        if self._empty is not None:
            self._empty.setVisible(rows == 0)
