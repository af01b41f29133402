"""The consent grid on screen: every cell can be gone to by key and opened with Enter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QScroller,
    QTableView,
    QWidget,
)

from ui.models.consent_grid import ConsentGrid, GridCell
from ui.theme import current_theme

ROW, LEAST, MOST_NAME, BOLDER = 44, 132, 240, 12  # pixels at text size 100 %


class GridTable(QTableView):
    """Shows who may know what; tells which cell is chosen and which is opened."""

    cell_chosen = Signal(object)
    cell_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = ConsentGrid(self)
        self.setModel(self.grid)
        tr = QCoreApplication.translate
        self.setAccessibleName(tr("Grid", "Who may know what: partners down, people across"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        for corner in self.findChildren(QAbstractButton):  # Qt shows it again and again
            corner.setAccessibleName(tr("Grid", "Partners and people"))
            corner.setEnabled(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setHighlightSections(False)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        self.grid.modelReset.connect(self._fit)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def current(self) -> GridCell | None:
        """Return the cell under the cursor, or None."""
        return self.grid.cell(self.currentIndex())

    def choose(self, person: str, agency: str) -> None:
        """Put the cursor where a person and a partner meet."""
        place = self.grid.place_of(person, agency)
        if place.isValid():
            self.setCurrentIndex(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give rows fingers’ height, columns what their words need, names no more than their share.

        The names of the partners may be long: they are cut with dots, and whole in the hint.
        """
        theme = current_theme()
        self.verticalHeader().setDefaultSectionSize(max(theme.px(ROW), theme.control_height))
        self.horizontalHeader().setFixedHeight(theme.px(ROW))
        self.verticalHeader().setMaximumWidth(theme.px(MOST_NAME))
        if not self.isVisible():
            return
        self.resizeColumnsToContents()
        for column in range(self.grid.columnCount()):
            wide = self.columnWidth(column) + theme.px(BOLDER)  # a chosen cell is in bolder letters
            self.setColumnWidth(column, max(wide, theme.px(LEAST)))

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        cell = self.grid.cell(current)
        if cell is not None:
            self.cell_chosen.emit(cell)

    def _open(self, index: QModelIndex) -> None:
        cell = self.grid.cell(index)
        if cell is not None:
            self.cell_opened.emit(cell)
