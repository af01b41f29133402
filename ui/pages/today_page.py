"""Today: what is late, due now and due soon in all families; every line opens the thing itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from app.catalogue import Catalogue
from app.domain.today import TodayLine
from app.usecases.today import Today, todays_work
from ui.dates import long_date
from ui.desk import Desk
from ui.models.tuple_model import Column, TupleModel
from ui.theme import current_theme
from ui.today_words import copied_sentence, headings, how_soon, icon_of, what_to_do
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import Paragraph, words
from ui.widgets.value_table import ValueTable
from ui.widgets.whole_table import column_wishes, fit_whole

MOST_ROWS = 400  # all there can be
LEAST = (150, 300, 190)  # pixels of the first columns at text size 100 %


class TodayPage(QWidget):
    """Shows the day's work under its headings. It reads; it changes nothing."""

    opened = Signal(object)  # a `TodayLine`
    read = Signal(object)  # a `Today`, whenever it was read anew

    def __init__(self, desk: Desk, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk, self._catalogue = desk, catalogue
        self.today: Today | None = None
        self.setProperty("ground", "window")
        self.title = words(tr("Today", "Today"), "title")
        self.date = words("", "secondary")
        self.groups = {when: _Group(text, self) for when, text in headings().items()}
        self.nothing = EmptyState(
            heading=tr("Today", "Nothing is due"),
            sentence=tr(
                "Today",
                "No visit, review, meeting or reply is due in the next 14 days, nothing agreed "
                "runs out within 30, and nothing is late.",
            ),
            icon_name="calendar",
        )
        self.copy_card = Card(ground="quiet")
        self.copied = Paragraph()
        heading = words(tr("Today", "Copies of the records"), "row")
        self.copy_card.column.addWidget(heading)
        self.copy_card.column.addWidget(self.copied)
        self._arrange()
        for group in self.groups.values():
            group.table.value_opened.connect(self._open)
        desk.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read the day's work again."""
        law = self._catalogue.law
        self._desk.ask(lambda work: todays_work(work, law), owner=self, then=self._show)

    def first(self) -> QWidget:
        """Return where one begins: the first table with a line in it."""
        shown = [group.table for group in self.groups.values() if not group.isHidden()]
        return shown[0] if shown else self

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _arrange(self) -> None:
        head = QFrame()
        head.setProperty("ground", "header")
        top = QVBoxLayout(head)
        top.setContentsMargins(24, 14, 24, 14)
        top.setSpacing(2)
        top.addWidget(self.title)
        top.addWidget(self.date)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        for group in self.groups.values():
            column.addWidget(group)
            group.hide()
        column.addWidget(self.nothing)
        self.nothing.hide()
        column.addWidget(self.copy_card)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QScroller.grabGesture(self.area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.area, 1)

    def _show(self, today: Today) -> None:
        self.today = today
        self.date.setText(long_date(today.on))
        for when, group in self.groups.items():
            group.show_lines(tuple(one for one in today.lines if one.when(today.on) is when), today)
        self._fit()
        self.nothing.setVisible(not today.lines)
        self.copied.say(copied_sentence(today))
        self.read.emit(today)

    def _fit(self) -> None:
        """Give all tables the same columns, so that the eye can run down them."""
        theme = current_theme()
        shown = [group for group in self.groups.values() if not group.isHidden()]
        all_wishes = [column_wishes(group.table) for group in shown]
        wishes = [max(column) for column in zip(*all_wishes, strict=True)]
        for number, least in enumerate(LEAST[: len(wishes)]):
            wishes[number] = max(wishes[number], theme.px(least))
        room = self.width() - 48 - theme.px(24)
        for group in shown:
            fit_whole(group.table, wishes, room, most_rows=MOST_ROWS)

    def _open(self, line: TodayLine) -> None:
        self.opened.emit(line)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds and self.isVisible():
            self.refresh()


class _Group(QWidget):
    """One heading and the table below it."""

    def __init__(self, heading: str, page: TodayPage) -> None:
        super().__init__(page)
        tr = QCoreApplication.translate
        self._heading = heading
        self._today: Today | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.title = words(heading, "product")
        model: TupleModel[TodayLine] = TupleModel(
            (
                Column(tr("Today", "When"), self._when),
                Column(tr("Today", "What"), self._what, icon_of),
                Column(tr("Today", "Family"), lambda line: line.family),
                Column(tr("Today", "More"), lambda line: " ".join(line.text.split())),
            )
        )
        self.table = ValueTable(model, name=heading)
        self.table.installEventFilter(self)
        self.table.clicked.connect(self.table.opened)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column.addWidget(self.title)
        column.addWidget(self.table)

    def show_lines(self, lines: tuple[TodayLine, ...], today: Today) -> None:
        """Show these lines; a heading with none is not there at all."""
        self._today = today
        chosen = self.table.current()
        self.table.fill(lines, fit=False)
        if chosen is not None:
            self.table.choose(lambda line: (line.what, line.id) == (chosen.what, chosen.id))
        self.title.setText(f"{self._heading} ({len(lines)})")
        self.table.setAccessibleName(self.title.text())
        self.setVisible(bool(lines))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the cursor on the first line once somebody comes by Tab, and show it only then."""
        if event.type() == QEvent.Type.FocusIn and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        elif event.type() == QEvent.Type.FocusIn:
            self.table.selectRow(self.table.currentIndex().row())
        elif event.type() == QEvent.Type.FocusOut:
            self.table.clearSelection()
        return super().eventFilter(watched, event)

    def _what(self, line: TodayLine) -> str:
        return what_to_do(line, self._today.on) if self._today is not None else ""

    def _when(self, line: TodayLine) -> str:
        return how_soon(line, self._today.on) if self._today is not None else ""
