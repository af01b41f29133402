"""What is worrying and what is going well, side by side under each outcome."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.outcomes import Outcome
from app.domain.plan import Need, NeedKind
from ui.pages.plan_section import PlanSection
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
        self._rows: list[QBoxLayout] = []

    def show_needs(
        self, needs: tuple[Need, ...], outcomes: tuple[Outcome, ...], names: Mapping[str, str]
    ) -> None:
        """Show what is in the plan under the outcomes that have anything."""
        self.rebuild(
            (needs, outcomes, tuple(names.items())), lambda: self._build(needs, outcomes, names)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < current_theme().px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in self._rows:
            row.setDirection(way)

    def _build(
        self, needs: tuple[Need, ...], outcomes: tuple[Outcome, ...], names: Mapping[str, str]
    ) -> None:
        self._rows = []
        if not needs:
            said = QCoreApplication.translate(
                "Plan", "Nothing yet. Begin with what the family says is going well."
            )
            self.body.addWidget(Paragraph(said))
        for outcome in outcomes:
            here = [need for need in needs if need.outcome == outcome.key]
            if not here:
                continue
            self.body.addWidget(words(outcome.title, "section", wrap=True))
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(12)
            for kind in (NeedKind.WORRY, NeedKind.STRENGTH):
                place = QWidget()
                place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                side = QVBoxLayout(place)
                side.setContentsMargins(0, 0, 0, 0)
                side.setSpacing(8)
                for need in here:
                    if need.kind is kind:
                        side.addWidget(self._card(need, names))
                side.addStretch(1)
                row.addWidget(place, 1)
            self.body.addLayout(row)
            self.body.addSpacing(4)
            self._rows.append(row)
        self._fit()

    def _card(self, need: Need, names: Mapping[str, str]) -> Card:
        tr = QCoreApplication.translate
        card = Card()
        worry = need.kind is NeedKind.WORRY
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("flag" if worry else "hand-helping", "text2", size=16))
        head.addWidget(words(need_kinds()[need.kind], "group", wrap=True), 1)
        edit = IconButton("pencil", tr("Plan", "Correct: {0}").replace("{0}", need.text))
        head.addWidget(self.doing(edit, "edit-need", need.id))
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
            card.column.addWidget(self.doing(button, what, need.id), 0, Qt.AlignmentFlag.AlignLeft)
        return card
