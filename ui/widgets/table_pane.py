"""A table with the buttons that act on its current row above it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.map_flow import FlowLayout


class TablePane(QWidget):
    """Holds a table and perhaps a row of buttons; knows nothing of either."""

    def __init__(self, table: QWidget, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        if buttons:
            row = FlowLayout()
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)
        column.addWidget(table, 1)
