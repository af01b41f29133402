"""What is worrying and what is going well, side by side under each outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.outcomes import Outcome
from app.domain.plan import Need, NeedKind
from ui.pages.plan_section import Block, PlanSection
from ui.plan_words import about_whom, need_kinds, since_when
from ui.theme import current_theme
from ui.widgets.buttons import Button, IconButton, QuietButton
from ui.widgets.card import Card, IconLabel
from ui.widgets.text import Paragraph, words

NARROW = 560  # pixels of page, at text size 100 %, below which the two sides are one column


class NeedsSection(PlanSection):
    """Worry left, strength right; in a narrow window one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Plan", "What is worrying, and what is going well"),
            add=tr("Plan", "Add a worry"),
            what="add-worry",
            parent=parent,
        )
        self.strength_button = Button(tr("Plan", "Add what is going well"), icon_name="plus")
        self.strength_button.clicked.connect(lambda: self.asked.emit("add-strength", ""))
        self.top.addWidget(self.strength_button)

    def show_needs(
        self, needs: tuple[Need, ...], outcomes: tuple[Outcome, ...], names: Mapping[str, str]
    ) -> Iterator[None]:
        """Show what is in the plan under the outcomes that have anything, one a step."""
        blocks = []
        for outcome in outcomes:
            here = tuple(need for need in needs if need.outcome == outcome.key)
            if here:
                shown = (outcome, here, tuple(names.items()))
                make = partial(OutcomeBlock, self, outcome, here, names)
                blocks.append(Block(outcome.key, shown, make))
        if not blocks:
            said = QCoreApplication.translate(
                "Plan", "Nothing yet. Begin with what the family says is going well."
            )
            blocks.append(Block("", said, partial(Paragraph, said)))
        for _ in self.show_blocks(blocks):
            self._fit()
            yield
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < current_theme().px(NARROW)
        for block in self.blocks.values():
            if isinstance(block, OutcomeBlock):
                block.set_narrow(narrow)


class OutcomeBlock(QWidget):
    """One outcome: its title, and below it the two sides."""

    def __init__(
        self,
        section: PlanSection,
        outcome: Outcome,
        needs: tuple[Need, ...],
        names: Mapping[str, str],
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(words(outcome.title, "section", wrap=True))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        for kind in (NeedKind.WORRY, NeedKind.STRENGTH):
            place = QWidget()
            place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            side = QVBoxLayout(place)
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(8)
            for need in needs:
                if need.kind is kind:
                    side.addWidget(_card(section, need, names))
            side.addStretch(1)
            self._row.addWidget(place, 1)
        column.addLayout(self._row)

    def set_narrow(self, narrow: bool) -> None:
        """Put the sides one below the other, or side by side."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)


def _card(section: PlanSection, need: Need, names: Mapping[str, str]) -> Card:
    tr = QCoreApplication.translate
    card = Card()
    worry = need.kind is NeedKind.WORRY
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(IconLabel("flag" if worry else "hand-helping", "text2", size=16))
    head.addWidget(words(need_kinds()[need.kind], "group", wrap=True), 1)
    edit = IconButton("pencil", tr("Plan", "Correct: {0}").replace("{0}", need.text))
    head.addWidget(section.doing(edit, "edit-need", need.id))
    card.column.addLayout(head)
    card.column.addWidget(Paragraph(need.text))
    if need.words:
        said = Paragraph(f"“{need.words}”", tone="info")
        said.setAccessibleName(
            tr("Plan", "In the family’s own words: {0}").replace("{0}", need.words)
        )
        card.column.addWidget(said)
    about = f"{about_whom(names, need.person)} · {since_when(need)}"
    card.column.addWidget(words(about, "small", wrap=True))
    if worry:
        over = need.met_on is not None
        text = tr("Plan", "Worrying again") if over else tr("Plan", "No longer worrying")
        button = QuietButton(text, icon_name="undo-2" if over else "check")
        button.setAccessibleName(f"{text}: {need.text}")
        what = "need-again" if over else "need-met"
        card.column.addWidget(section.doing(button, what, need.id), 0, Qt.AlignmentFlag.AlignLeft)
    return card
