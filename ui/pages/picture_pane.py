"""The picture with its legend and the buttons to look nearer, fit, or see it as a table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.present import Presented
from ui.theme import current_theme
from ui.widgets.buttons import IconButton, QuietButton
from ui.widgets.family_map_view import FamilyMapView
from ui.widgets.legend import Kind, Legend, samples_of
from ui.widgets.map_signs import SignsDialog

ROWS = 2
LEGEND_FROM = 1200  # width of the window at text size 100 %; below, only the button explains
IN_THE_STRIP = frozenset({Kind.SHARING, Kind.COUPLE, Kind.LETTER})


class PicturePane(QWidget):
    """Shows one laid-out household; `chosen` and `opened` tell ids."""

    chosen = Signal(str)
    opened = Signal(str)
    table_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._presented: Presented | None = None
        self.view = FamilyMapView(name=tr("Picture", "Household picture"))
        self.legend = Legend(
            name=tr("Picture", "What the lines mean"), rows=ROWS, kinds=IN_THE_STRIP
        )
        self.signs_button = QuietButton(tr("Picture", "What the signs mean"))
        self.table_button = IconButton("list", tr("Picture", "Show as a table"))
        self.out_button = IconButton("zoom-out", tr("Picture", "Look from further away"))
        self.in_button = IconButton("zoom-in", tr("Picture", "Look nearer"))
        self.fit_button = IconButton("maximize", tr("Picture", "Fit to the window"))
        self.signs_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        foot = QFrame()
        foot.setProperty("ground", "strip")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 4, 12, 4)
        row.setSpacing(4)
        row.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        self._spare = QWidget()
        row.addWidget(self._spare, 1)
        row.addWidget(self.signs_button)
        for button in (self.table_button, self.out_button, self.in_button, self.fit_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(foot)
        self._spare.hide()
        self.view.person_chosen.connect(self.chosen)
        self.view.agency_chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.signs_button.clicked.connect(self.explain_signs)
        self.table_button.clicked.connect(self.table_asked)
        self.out_button.clicked.connect(self.view.zoom_out)
        self.in_button.clicked.connect(self.view.zoom_in)
        self.fit_button.clicked.connect(self.view.fit)

    def show_family(self, presented: Presented) -> None:
        """Show a household's picture."""
        self._presented = presented
        self.view.show_family(presented.family, presented.picture)
        self._explain(self.view.selected())

    def select(self, id_: str) -> None:
        """Select a person or an agency."""
        self.view.select(id_)
        self._explain(id_)

    def explain_signs(self) -> None:
        """Open the whole legend of this picture."""
        shown = self._presented
        if shown is not None:
            samples = samples_of(shown.picture, family=shown.family, everybody=True)
            SignsDialog(samples, parent=self.window()).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_legend()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._choose_legend()

    def _choose_legend(self) -> None:
        """Leave out the strip's samples where the window, for its letters, has no room for them."""
        wide = self.window().width() >= current_theme().px(LEGEND_FROM)
        self.legend.setVisible(wide)
        self._spare.setVisible(not wide)

    def _explain(self, selected: str) -> None:
        if self._presented is not None:
            self.legend.show_picture(self._presented.picture, selected=selected)
