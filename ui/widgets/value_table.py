"""A table over a `TupleModel`: it tells the value that is chosen or opened, not its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.models.tuple_model import TupleModel
from ui.widgets.table import FactTable

MEASURED = 12  # rows of each column


class ValueTable(FactTable):
    """Shows values; `value_chosen` tells the one under the cursor."""

    value_chosen = Signal(object)
    value_opened = Signal(object)

    def __init__(self, model: TupleModel[Any], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name=name, parent=parent)
        self._values = model
        self._fitted = True
        model.setParent(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.opened.connect(self._open)

    def fill(self, values: tuple[Any, ...], *, fit: bool = True) -> None:
        """Show these values instead of the ones shown now; `fit` the columns to them."""
        self._values.show(values)
        self._fitted = not fit
        if fit and self.isVisible():
            self.fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fitted:  # a table behind another page is measured when it comes to the front
            self.fit_columns()

    def fit_columns(self) -> None:
        """Make every column but the last as wide as the longest words in it.

        Only the few longest texts are measured: to ask the view about every row of a long table
        would hold the window.
        """
        header = self.horizontalHeader()
        for column in range(self._values.columnCount() - 1):
            wanted = [
                self.sizeHintForIndex(self._values.index(row, column)).width()
                for row in self._values.longest(column, MEASURED)
            ]
            self.setColumnWidth(column, max([header.sectionSizeHint(column), *wanted]))
        self._fitted = True

    def choose(self, fits: Callable[[Any], bool]) -> None:
        """Put the cursor on the first value that fits."""
        row = self._values.row_of(fits)
        if row >= 0:
            self.setCurrentIndex(self._values.index(row, 0))

    def current(self) -> Any:
        """Return the value under the cursor, or None."""
        index = self.currentIndex()
        return self._values.value(index.row()) if index.isValid() else None

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.value_chosen.emit(self._values.value(current.row()))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.value_opened.emit(self._values.value(index.row()))
