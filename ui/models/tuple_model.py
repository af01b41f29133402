"""A table over a tuple of values: read-only, reset as a whole, one text and one icon a cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.icons import icon

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
VALUE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its heading, what it says of a value, and perhaps an icon (name, colour)."""

    heading: str
    text: Callable[[T], str]
    icon: Callable[[T], tuple[str, str]] | None = None


class TupleModel(QAbstractTableModel, Generic[T]):
    """Shows a tuple of values. It never changes one."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._values: tuple[T, ...] = ()

    def show(self, values: tuple[T, ...]) -> None:
        """Show these values instead of the ones shown now."""
        self.beginResetModel()
        self._values = values
        self.endResetModel()

    def value(self, row: int) -> T:
        """Return the value in a row."""
        return self._values[row]

    def row_of(self, fits: Callable[[T], bool]) -> int:
        """Return the first row whose value fits, or -1."""
        return next((row for row, value in enumerate(self._values) if fits(value)), -1)

    def longest(self, column: int, count: int) -> list[int]:
        """Return the rows with the longest texts of a column."""
        text = self._columns[column].text
        lengths = ((len(text(value)), row) for row, value in enumerate(self._values))
        return [row for _, row in nlargest(count, lengths)]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value, column = self._values[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(value)
        if role == Qt.ItemDataRole.DecorationRole and column.icon is not None:
            name, ink = column.icon(value)
            return icon(name, ink, 16)
        return value if role == VALUE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return None
