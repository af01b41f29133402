"""What the family wants to change: their words, how near it is over time, marks at one press."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.outcomes import Outcome
from app.domain.plan import Goal, ScaleMark
from ui.dates import long_date
from ui.models.tuple_model import Column, TupleModel
from ui.pages.plan_section import Block, PlanSection
from ui.plan_words import about_whom, our_view
from ui.theme import current_theme
from ui.widgets.buttons import IconButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.fields import Choice
from ui.widgets.map_flow import FlowLayout
from ui.widgets.scale_plot import ScalePlot, Series
from ui.widgets.scale_row import ScaleRow
from ui.widgets.text import Paragraph, words
from ui.widgets.value_table import ValueTable


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One mark in words."""

    mark: ScaleMark
    who: str


def series_of(
    marks: tuple[ScaleMark, ...], goal: str, names: Mapping[str, str]
) -> tuple[Series, ...]:
    """Return each person's marks for a goal, oldest first, in the order they first made one."""
    found: dict[str, list[ScaleMark]] = {}
    for mark in sorted(marks, key=lambda one: one.on):
        if mark.goal == goal:
            found.setdefault(mark.person or "", []).append(mark)
    return tuple(
        Series(
            name=names.get(person, "") if person else our_view(),
            marks=tuple((mark.on, mark.value) for mark in theirs),
        )
        for person, theirs in found.items()
    )


class GoalsSection(PlanSection):
    """A card for each goal; `marked` tells goal, person and number at one press."""

    marked = Signal(str, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Plan", "What we want to change"),
            add=tr("Plan", "Add what we want to change"),
            what="add-goal",
            parent=parent,
        )

    def show_goals(
        self,
        goals: tuple[Goal, ...],
        marks: tuple[ScaleMark, ...],
        outcomes: tuple[Outcome, ...],
        names: Mapping[str, str],
    ) -> Iterator[None]:
        """Show goals, those still open first, one a step."""
        titles = {one.key: one.title for one in outcomes}
        blocks = []
        for goal in sorted(goals, key=lambda one: one.reached_on is not None):
            own = tuple(mark for mark in marks if mark.goal == goal.id)
            title = titles.get(goal.outcome, goal.outcome)
            shown = (goal, own, title, tuple(names.items()))
            blocks.append(Block(goal.id, shown, partial(self._card, goal, own, title, names)))
        if not blocks:
            said = QCoreApplication.translate(
                "Plan", "Nothing yet. Ask what would have to be different, in their own words."
            )
            blocks.append(Block("", said, partial(Paragraph, said)))
        yield from self.show_blocks(blocks)

    @property
    def cards(self) -> dict[str, GoalCard]:
        """The cards that are shown, by goal."""
        return {key: card for key, card in self.blocks.items() if isinstance(card, GoalCard)}

    def _card(
        self, goal: Goal, marks: tuple[ScaleMark, ...], outcome: str, names: Mapping[str, str]
    ) -> GoalCard:
        before = self.cards.get(goal.id)
        card = GoalCard(self, goal, marks, outcome, names)
        if before is not None:
            card.show_table(before.table_shown)
            card.choose_viewer(before.viewer.key())
        card.scale.chosen.connect(partial(self._mark, goal.id))
        return card

    def _mark(self, goal: str, value: int) -> None:
        self.marked.emit(goal, self.cards[goal].viewer.key(), value)


class GoalCard(Card):
    """One goal with its plot, its table, and the numbers to press."""

    def __init__(
        self,
        section: PlanSection,
        goal: Goal,
        marks: tuple[ScaleMark, ...],
        outcome: str,
        names: Mapping[str, str],
    ) -> None:
        super().__init__()
        tr = QCoreApplication.translate
        self._section, self._goal, self._marks, self._names = section, goal, marks, names
        self.table: ValueTable | None = None
        self.table_shown = False
        self.column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(Paragraph(f"“{goal.text}”"), 1)
        edit = IconButton("pencil", tr("Plan", "Correct: {0}").replace("{0}", goal.text))
        top.addWidget(section.doing(edit, "edit-goal", goal.id))
        self.column.addLayout(top)
        self.column.addWidget(words(_about(goal, outcome, names), "small", wrap=True))
        self.plot = ScalePlot(name=tr("Plan", "How near: {0}").replace("{0}", goal.text))
        self.plot.show_series(series_of(marks, goal.id, names))
        self.column.addWidget(self.plot)
        self._add_scale(goal, names)
        self._add_buttons(section, goal, bool(marks))
        self.show_table(False)

    def show_table(self, shown: bool) -> None:
        """Show the figures as a table below the plot, or hide them."""
        tr = QCoreApplication.translate
        if shown and self.table is None:
            self.table = self._make_table()
            self.column.insertWidget(self.column.indexOf(self.plot) + 1, self.table)
        self.table_shown = shown
        if self.table is not None:
            self.table.setVisible(shown)
        self.figures_button.say(
            tr("Plan", "Hide the figures") if shown else tr("Plan", "Show the figures")
        )

    def choose_viewer(self, person: str) -> None:
        """Choose whose view the next mark is, where they can still be chosen."""
        if self.viewer.findData(person) >= 0:
            self.viewer.choose(person)

    def _make_table(self) -> ValueTable:
        tr = QCoreApplication.translate
        model: TupleModel[MarkLine] = TupleModel(
            (
                Column(tr("Plan", "On"), lambda line: long_date(line.mark.on)),
                Column(tr("Plan", "Whose view"), lambda line: line.who),
                Column(tr("Plan", "From 0 to 10"), lambda line: str(line.mark.value)),
                Column(tr("Plan", "Why"), lambda line: line.mark.note),
            )
        )
        name = tr("Plan", "The figures of: {0}").replace("{0}", self._goal.text)
        table = ValueTable(model, name=name)
        table.fill(
            tuple(
                MarkLine(mark, self._names.get(mark.person, "") if mark.person else our_view())
                for mark in sorted(self._marks, key=lambda one: one.on, reverse=True)
            )
        )
        table.value_opened.connect(self._edit_mark)
        table.setFixedHeight(min(table.sizeHint().height(), current_theme().px(400)))
        return table

    def _edit_mark(self, line: MarkLine) -> None:
        self._section.asked.emit("edit-mark", line.mark.id)

    def _toggle(self) -> None:
        self.show_table(not self.table_shown)

    def _add_scale(self, goal: Goal, names: Mapping[str, str]) -> None:
        tr = QCoreApplication.translate
        ask = QHBoxLayout()
        self.asking = words(tr("Plan", "How near are we today, in the view of"), "label", wrap=True)
        self.viewer = Choice({"": our_view(), **names})
        self.viewer.setAccessibleName(tr("Plan", "Whose view: {0}").replace("{0}", goal.text))
        self.asking.setBuddy(self.viewer)
        ask.addWidget(self.asking)
        ask.addWidget(self.viewer, 1)
        self.scale = ScaleRow(name=goal.text)
        self.column.addLayout(ask)
        self.column.addWidget(self.scale)
        for part in (self.asking, self.viewer, self.scale):
            part.setVisible(goal.reached_on is None)

    def _add_buttons(self, section: PlanSection, goal: Goal, any_marks: bool) -> None:
        tr = QCoreApplication.translate
        row = FlowLayout()
        self.column.addLayout(row)  # before anything is shown, or it is a window
        reached = goal.reached_on is not None
        text = tr("Plan", "Not reached after all") if reached else tr("Plan", "We reached this")
        done = QuietButton(text, icon_name="undo-2" if reached else "check")
        done.setAccessibleName(f"{text}: {goal.text}")
        what = "goal-again" if reached else "goal-reached"
        row.addWidget(section.doing(done, what, goal.id))
        self.figures_button = QuietButton("", icon_name="table")
        self.figures_button.clicked.connect(self._toggle)
        row.addWidget(self.figures_button)
        self.figures_button.setVisible(any_marks)


def _about(goal: Goal, outcome: str, names: Mapping[str, str]) -> str:
    tr = QCoreApplication.translate
    parts = [about_whom(names, goal.person), outcome]
    if goal.reached_on is not None:
        parts.append(tr("Plan", "Reached on {0}").replace("{0}", long_date(goal.reached_on)))
    else:
        parts.append(tr("Plan", "Agreed on {0}").replace("{0}", long_date(goal.on)))
    return " · ".join(parts)
