"""A table of the house style over a `TupleModel`: rows are chosen and opened, never edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.models.tuple_model import TupleModel
from ui.theme import current_theme

ROW = 40


class Table(QTableView):
    """Shows values; `chosen` tells the value under the cursor, `opened` the one to go into."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, model: TupleModel[Any], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(current_theme().px(ROW))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        head.setMaximumSectionSize(current_theme().px(320))
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.activated.connect(self._open)

    def fill(self, values: tuple[Any, ...]) -> None:
        """Show these values instead of the ones shown now."""
        self._model.show(values)

    def choose(self, fits: Callable[[Any], bool]) -> None:
        """Put the cursor on the first value that fits."""
        row = self._model.row_of(fits)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 0))

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.value(current.row()))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.value(index.row()))
