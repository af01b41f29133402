"""Why something may or may not be shared with one partner, and everything that was decided."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.consent import NEVER_BY_DEFAULT, Category, Purpose
from app.domain.counting import gives
from app.domain.decision import Reason
from app.domain.gateway import Share, agreed_categories, decide
from app.domain.rulebook import Rulebook
from ui.choices import categories, purposes
from ui.dialogs.room import open_at
from ui.models.tuple_model import Column, TupleModel
from ui.theme import current_theme
from ui.why_words import ICONS, HistoryLine, Why, history, why
from ui.widgets.buttons import Button
from ui.widgets.card import Card, IconLabel
from ui.widgets.fields import Choice, TickList
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import Paragraph, announce, words
from ui.widgets.titled import name_window
from ui.widgets.value_table import ValueTable
from ui.widgets.whole_table import column_wishes, fit_whole

WIDE, TALL = 1040, 700
NARROW = 820  # pixels at text size 100 %
MOST_ROWS = 8


class WhyDialog(QDialog):
    """Answers for one person, partner, purpose and kinds of information; decides nothing.

    `asked` tells what is to be done next: "capture", "decide", "withdraw", "ground", "basis",
    "ruling", "paper" or "request".
    """

    asked = Signal(str)

    def __init__(self, book: Rulebook, share: Share, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._book = book
        self._share = share
        person = book.people[share.person].name
        agency = book.agencies[share.agency].name
        title = tr("Why", "{0} and {1}").replace("{0}", person).replace("{1}", agency)
        self.setModal(True)
        name_window(self, title)
        self.purpose = Choice(purposes())
        self.purpose.setAccessibleName(tr("Why", "What it is for"))
        self.kinds = TickList(categories())
        self.kinds.setAccessibleName(tr("Why", "Kinds of information"))
        self.answer = QVBoxLayout()
        self.answer.setSpacing(10)
        self.table = ValueTable(_model(), name=tr("Why", "What was decided, newest first"))
        self._buttons = self._make_buttons()
        self._arrange(title)
        self.purpose.choose(share.purpose)
        self.kinds.choose(frozenset(share.categories or self._usual_kinds()))
        self.purpose.picked.connect(self._show)
        self.kinds.changed.connect(self._show)
        self._show()
        open_at(self, WIDE, TALL)

    def _usual_kinds(self) -> frozenset[Category]:
        """Return what was agreed to where something was, else everything that is usually asked."""
        found = decide(self._book, self._share)
        agreed = agreed_categories(self._book.record, found) if found.allowed else frozenset()
        return agreed or frozenset(Category) - NEVER_BY_DEFAULT

    def share(self) -> Share:
        """Return what is asked about now."""
        return Share(
            person=self._share.person,
            agency=self._share.agency,
            categories=frozenset(Category(key) for key in self.kinds.chosen()),
            on=self._share.on,
            purpose=Purpose(self.purpose.key()),
            role=self._share.role,
        )

    def chosen(self) -> HistoryLine | None:
        """Return the decision under the cursor."""
        line: HistoryLine | None = self.table.current()
        return line

    def _make_buttons(self) -> dict[str, Button]:
        tr = QCoreApplication.translate
        made: dict[str, Button] = {
            "capture": Button(tr("Why", "Ask them now"), icon_name="message-circle"),
            "decide": Button(tr("Why", "Record a decision"), icon_name="file-check"),
            "withdraw": Button(tr("Why", "They changed their mind"), icon_name="undo-2"),
            "ruling": Button(tr("Why", "What the manager decided"), icon_name="scale"),
            "basis": Button(tr("Why", "Which law allows it?"), icon_name="landmark"),
            "ground": Button(tr("Why", "Decide without agreement"), icon_name="scale"),
            "paper": Button(tr("Why", "The signed paper came"), icon_name="paperclip"),
            "request": Button(tr("Why", "Ask this partner"), icon_name="send"),
        }
        for what, button in made.items():
            button.clicked.connect(lambda _=False, what=what: self._ask(what))
        return made

    def button(self, what: str) -> Button:
        """Return the button that asks for something."""
        return self._buttons[what]

    def _arrange(self, title: str) -> None:
        tr = QCoreApplication.translate
        question = QVBoxLayout()
        question.setSpacing(8)
        question.addWidget(words(tr("Why", "What it is for"), "label"))
        question.addWidget(self.purpose)
        question.addWidget(words(tr("Why", "Kinds of information"), "label"))
        question.addWidget(self.kinds)
        question.addStretch(1)
        answer = QVBoxLayout()
        answer.setSpacing(12)
        answer.addLayout(self.answer)
        flow = FlowLayout()
        for button in self._buttons.values():
            flow.addWidget(button)
        answer.addLayout(flow)
        answer.addWidget(words(tr("Why", "What was decided"), "section"))
        answer.addWidget(self.table)
        answer.addStretch(1)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._middle.setContentsMargins(2, 2, 12, 2)
        self._middle.setSpacing(20)
        self._middle.addLayout(answer, 3)
        self._middle.addLayout(question, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit_table)
        self.close_button = Button(tr("Why", "Close"))
        self.close_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(title, "heading", wrap=True))
        column.addWidget(self._scroll, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)

    def _show(self) -> None:
        share = self.share()
        found = why(self._book, share)
        _clear(self.answer)
        for card in _cards(found):
            self.answer.addWidget(card)
        lines = history(self._book, share)
        self.table.setVisible(bool(lines))
        self.table.fill(lines, fit=False)
        self._fit_table()
        self._offer_steps(share, lines)
        announce(self, found.answer)

    def _offer_steps(self, share: Share, lines: tuple[HistoryLine, ...]) -> None:
        """Offer only what can be done now."""
        found = decide(self._book, share)
        agreed = any(line.consent is not None and gives(line.consent) for line in lines)
        waits = any(line.waits for line in lines)
        for what, offered in (
            ("ruling", Reason.DISAGREEMENT in found.reasons or found.ruling is not None),
            ("withdraw", agreed),
            ("paper", waits),
            ("basis", not found.allowed),
            ("request", found.allowed),
        ):
            self._buttons[what].setVisible(offered)

    def _fit(self) -> None:
        """Put the question beside the answer, or below it where there is little room."""
        beside = self.width() >= current_theme().px(NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(across if beside else down)
        self._fit_table()

    def _fit_table(self) -> None:
        room = self.table.width() - 4
        if self.table.model().rowCount() and room > 0:
            fit_whole(self.table, column_wishes(self.table), room, most_rows=MOST_ROWS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _ask(self, what: str) -> None:
        if what == "paper" and self.chosen() is None and self.table.model().rowCount():
            self.table.selectRow(0)
        self.accept()
        self.asked.emit(what)


def _cards(found: Why) -> list[QWidget]:
    """Return the answer as cards: the verdict and what helps, the bases, and what is set aside."""
    tr = QCoreApplication.translate
    icon_name, tone = ICONS[found.verdict]
    verdict = Card(ground="card")
    head = QHBoxLayout()
    head.setSpacing(10)
    head.addWidget(IconLabel(icon_name, tone, size=24), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(words(found.answer, "section", wrap=True), 1)
    verdict.column.addLayout(head)
    for sentence in found.reasons:
        verdict.column.addWidget(Paragraph(sentence))
    for step in found.steps:
        if step not in found.reasons:
            said = tr("Why", "Next: {0}").replace("{0}", step)
            verdict.column.addWidget(Paragraph(said, tone="info"))
    cards: list[QWidget] = [verdict]
    if found.bases or found.rests_on:
        bases = Card(ground="card")
        for heading, text in found.bases:
            bases.column.addWidget(words(heading, "label"))
            bases.column.addWidget(Paragraph(text))
        if found.rests_on:
            bases.column.addWidget(words(tr("Why", "It rests on"), "label"))
            for line in found.rests_on:
                bases.column.addWidget(Paragraph(line))
        for caution in found.cautions:
            bases.column.addWidget(Paragraph(caution, tone="warn"))
        cards.append(bases)
    if found.doubts:
        doubts = Card(ground="card")
        doubts.column.addWidget(words(tr("Why", "On file, and counts for nothing"), "label"))
        for line in found.doubts:
            doubts.column.addWidget(Paragraph(line))
        cards.append(doubts)
    return cards


def _model() -> TupleModel[HistoryLine]:
    tr = QCoreApplication.translate
    return TupleModel(
        (
            Column(tr("Why", "Day"), lambda line: line.day),
            Column(tr("Why", "What"), lambda line: line.what),
            Column(tr("Why", "Who decided"), lambda line: line.who),
            Column(tr("Why", "Now"), lambda line: line.state),
            Column(tr("Why", "How"), lambda line: line.how),
        )
    )


def _clear(layout: QVBoxLayout) -> None:
    while layout.count() > 0:
        taken = layout.takeAt(0)
        widget = taken.widget() if taken is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
