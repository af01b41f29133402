"""A form of two columns where there is room for two, and of one that scrolls where there is not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.forms import Form
from ui.theme import current_theme

TWO_COLUMNS = 940  # pixels of form at text size 100 %


class SheetForm(Form):
    """Fields go below each other; `second_column` begins the right half, `side_by_side` a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self._halves = (QVBoxLayout(), QVBoxLayout())
        for half in self._halves:
            half.setSpacing(12)
            half.addStretch(1)
            self._columns.addLayout(half, 1)
        self.column.setSpacing(12)
        self.column.insertLayout(self.column.count() - 1, self._columns)
        self._half = self._halves[0]
        self._place: tuple[QBoxLayout, int] | None = None

    def put(self, widget: QWidget) -> None:
        """Add something below what is there, in the column or the place that was begun."""
        if self._place is not None:
            layout, index = self._place
            layout.insertWidget(index, widget, 1)
            layout.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        else:
            self._half.insertWidget(self._half.count() - 1, widget)

    def put_on_top(self, widget: QWidget) -> None:
        """Add something over both columns."""
        self.column.insertWidget(self.column.count() - 2, widget)

    def second_column(self) -> None:
        """Put everything from now on into the right half."""
        self._half = self._halves[1]

    @contextmanager
    def side_by_side(self) -> Iterator[None]:
        """Put what is added meanwhile beside each other."""
        row = QHBoxLayout()
        row.setSpacing(12)
        self._half.insertLayout(self._half.count() - 1, row)
        with self.into(row):
            yield

    @contextmanager
    def into(self, layout: QBoxLayout, index: int = -1) -> Iterator[None]:
        """Put what is added meanwhile into a layout, at the end or at a place."""
        self._place = (layout, index)
        yield
        self._place = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        wide = self.width() >= current_theme().px(TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction = across if wide else down
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
            self._columns.setSpacing(24 if wide else 12)
