"""Who is missing: questions by plain rules, with their reasons, to be set aside with a note."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from app.catalogue import Catalogue
from app.domain.judgement import Dismissal
from app.domain.missing import Missing, all_missing
from ui.dates import long_date
from ui.missing_words import question, why_asked
from ui.pages.plan_section import PlanSection
from ui.present import Presented
from ui.widgets.buttons import Button, QuietButton
from ui.widgets.card import Card
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import Paragraph, words


class MissingPane(QScrollArea):
    """Shows the questions, and those that were set aside. Actions are told, not done."""

    set_aside_asked = Signal(object)  # the question, a `Missing`
    ask_again_asked = Signal(str)  # the dismissal
    chosen = Signal(str)  # whom a question is about

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._catalogue = catalogue
        self.presented: Presented | None = None
        self._by_key: dict[str, Missing] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        self.open_part = PlanSection(
            tr("Missing", "Who may be missing"),
            hint=tr(
                "Missing",
                "Questions by plain rules, in no order. There may be a good reason for each: "
                "then set it aside and say why.",
            ),
        )
        self.aside_part = PlanSection(tr("Missing", "Set aside"))
        for part in (self.open_part, self.aside_part):
            column.addWidget(part)
            part.asked.connect(self._asked)
        column.addStretch(1)
        self.setWidget(inner)

    def show_questions(self, presented: Presented) -> None:
        """Show a household's questions, now or as soon as the page is looked at."""
        self.presented = presented
        if self.isVisible():
            self._show(presented)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.presented is not None:
            self._show(self.presented)

    def _show(self, presented: Presented) -> None:
        record = presented.record
        names = {one.id: one.name for one in presented.family.people}
        agencies: dict[str, str] = {one.id: one.name for one in record.agencies}
        found = all_missing(record, self._catalogue.missing, presented.today)
        set_aside = [
            (one, next((d for d in record.dismissals if one.is_set_aside_by(d)), None))
            for one in found
        ]
        asked = tuple(one for one, dismissal in set_aside if dismissal is None)
        aside = tuple((one, dismissal) for one, dismissal in set_aside if dismissal is not None)
        said = {one: question(one, names, agencies) for one in found}
        self._by_key = {_key(one): one for one in found}
        seen = tuple(said.items())
        self.open_part.rebuild(("open", asked, seen), lambda: self._build_open(asked, said))
        self.aside_part.rebuild(("aside", aside, seen), lambda: self._build_aside(aside, said))
        self.aside_part.setVisible(bool(aside))

    def _build_open(self, asked: tuple[Missing, ...], said: Mapping[Missing, str]) -> None:
        tr = QCoreApplication.translate
        if not asked:
            self.open_part.body.addWidget(
                Paragraph(tr("Missing", "By these rules nobody is missing."))
            )
        count = tr("Missing", "One question about this family")
        if len(asked) > 1:
            count = tr("Missing", "{0} questions about this family")
        if asked:
            said_count = words(count.replace("{0}", str(len(asked))), "secondary")
            self.open_part.body.addWidget(said_count)
        for one in asked:
            card = Card()
            card.column.addWidget(words(said[one], "row", wrap=True))
            card.column.addWidget(Paragraph(why_asked(one)))
            source = tr("Missing", "Why we ask: {0}").replace("{0}", one.rule.source)
            card.column.addWidget(words(source, "small", wrap=True))
            row = FlowLayout()
            show = Button(tr("Missing", "Show who this is about"), icon_name="user")
            show.setAccessibleName(f"{show.text()}: {said[one]}")
            aside = QuietButton(tr("Missing", "Set aside"), icon_name="archive")
            aside.setAccessibleName(f"{aside.text()}: {said[one]}")
            row.addWidget(self.open_part.doing(show, "show", _key(one)))
            row.addWidget(self.open_part.doing(aside, "aside", _key(one)))
            card.column.addLayout(row)
            self.open_part.body.addWidget(card)

    def _build_aside(
        self, aside: tuple[tuple[Missing, Dismissal], ...], said: Mapping[Missing, str]
    ) -> None:
        tr = QCoreApplication.translate
        for one, dismissal in aside:
            card = Card(ground="quiet")
            card.column.addWidget(words(said[one], "row", wrap=True))
            card.column.addWidget(Paragraph(dismissal.note))
            when = tr("Missing", "Set aside on {0}").replace("{0}", long_date(dismissal.on))
            card.column.addWidget(words(when, "small", wrap=True))
            again = QuietButton(tr("Missing", "Ask this again"), icon_name="undo-2")
            again.setAccessibleName(f"{again.text()}: {said[one]}")
            card.column.addWidget(
                self.aside_part.doing(again, "again", dismissal.id), 0, Qt.AlignmentFlag.AlignLeft
            )
            self.aside_part.body.addWidget(card)

    def _asked(self, what: str, entry: str) -> None:
        if what == "again":
            self.ask_again_asked.emit(entry)
        elif what == "aside":
            self.set_aside_asked.emit(self._by_key[entry])
        elif what == "show":
            self.chosen.emit(self._by_key[entry].person)


def _key(missing: Missing) -> str:
    return f"{missing.rule.key}/{missing.person}/{missing.agency or ''}"
