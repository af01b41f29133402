"""A table over a `TupleModel`: it tells the value that is chosen or opened, not its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.models.tuple_model import TupleModel
from ui.widgets.table import FactTable


class ValueTable(FactTable):
    """Shows values; `value_chosen` tells the one under the cursor."""

    value_chosen = Signal(object)
    value_opened = Signal(object)

    def __init__(self, model: TupleModel[Any], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name=name, parent=parent)
        self._values = model
        model.setParent(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.opened.connect(self._open)

    def fill(self, values: tuple[Any, ...], *, fit: bool = True) -> None:
        """Show these values instead of the ones shown now; `fit` the columns to them."""
        self._values.show(values)
        if fit:
            self.fit_columns()

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
