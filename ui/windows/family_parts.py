"""The three parts of the family view: the picture, the same in words, and who may know what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScroller,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.family_shown import FamilyShown, Told
from ui.family_view_words import part_names, shown_to_words
from ui.theme import current_theme
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.family_map_view import FamilyMapView
from ui.widgets.legend import Legend, samples_of
from ui.widgets.tabs import PageTabs
from ui.widgets.text import words

LARGEST_FIT = 1.75  # a small family is drawn larger, to be seen across a table
LEGEND_FROM = 1000  # pixels of window at text size 100 %
WIDEST = 900  # pixels of a card: lines that can be read across a table


class FamilyParts(QWidget):
    """Shows one household to those it was made for."""

    def __init__(self, shown: FamilyShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setProperty("across", "table")
        self.heading = words(tr("FamilyView", "Your family, and who helps"), "title", wrap=True)
        self.readers = words(shown_to_words(tuple(shown.readers.values())), "told", wrap=True)
        if not shown.readers:
            self.readers.hide()
        self.tabs = PageTabs(part_names(), name=tr("FamilyView", "Parts of this view"))
        self.picture = FamilyMapView(name=tr("Picture", "Household picture"))
        self.picture.largest_fit = LARGEST_FIT
        self.picture.show_family(shown.family, shown.picture)
        self.picture.select(next(iter(shown.readers), ""))
        self.nearness = self._buttons_of_picture()
        self.people = _Cards(shown.people, name=part_names()["words"])
        self.sharing = _Cards(
            shown.agencies,
            name=part_names()["sharing"],
            empty=tr("FamilyView", "There is nothing on this page."),
        )
        self.stack = QStackedWidget()
        for part in (self._with_legend(shown), self.people, self.sharing):
            self.stack.addWidget(part)
        head = QFrame()
        head.setProperty("ground", "header")
        top = QVBoxLayout(head)
        top.setContentsMargins(24, 14, 24, 0)
        top.setSpacing(2)
        top.addWidget(self.heading)
        top.addWidget(self.readers)
        row = QHBoxLayout()
        row.addWidget(self.tabs, 1)
        row.addWidget(self.nearness)
        top.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._turned_to)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._give_room()

    def _give_room(self) -> None:
        """Leave the room to the picture where there is little: the words explain it all."""
        self.foot.setVisible(self.width() >= current_theme().px(LEGEND_FROM))

    def _turned_to(self, part: int) -> None:
        self.stack.setCurrentIndex(part)
        self.nearness.setVisible(part == 0)

    def _with_legend(self, shown: FamilyShown) -> QWidget:
        part, self.foot = QWidget(), QFrame()
        legend = Legend(name=QCoreApplication.translate("Picture", "What the lines mean"), rows=2)
        legend.show_samples(samples_of(shown.picture, family=shown.family, everybody=True))
        self.foot.setProperty("ground", "strip")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(legend, 1)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture, 1)
        column.addWidget(self.foot)
        return part

    def _buttons_of_picture(self) -> QWidget:
        tr = QCoreApplication.translate
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for icon_name, name, act in (
            ("zoom-out", tr("Picture", "Look from further away"), self.picture.zoom_out),
            ("zoom-in", tr("Picture", "Look nearer"), self.picture.zoom_in),
            ("maximize", tr("Picture", "Fit to the window"), self.picture.fit),
        ):
            button = IconButton(icon_name, name)
            button.clicked.connect(act)
            row.addWidget(button)
        return buttons


class _Cards(QScrollArea):
    """Large cards below each other, moved by arrow keys and by a finger."""

    def __init__(self, told: Sequence[Told], *, name: str, empty: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        inner.setMaximumWidth(current_theme().px(WIDEST))
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        for one in told:
            column.addWidget(_card(one))
        if not told:
            column.addWidget(words(empty, "told", wrap=True))
        column.addStretch(1)
        self.setWidget(inner)


def _card(one: Told) -> Card:
    card = Card()
    card.column.setContentsMargins(20, 14, 20, 16)
    card.column.setSpacing(6)
    card.column.addWidget(words(one.heading, "heading", wrap=True))
    card.column.addWidget(words(one.beside, "body", wrap=True))
    for line in one.lines:
        card.column.addWidget(words(line, "told", wrap=True))
    return card
