"""Who does what by when, the looks at the plan, and the meetings: a table each, rows to open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.plan import Action, Goal, Invited, Meeting, Review
from ui.dates import long_date
from ui.models.tuple_model import Column, TupleModel
from ui.pages.plan_section import PlanSection
from ui.plan_words import how_far, owner_of
from ui.theme import current_theme
from ui.widgets.buttons import Button
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import Paragraph
from ui.widgets.value_table import ValueTable
from ui.widgets.whole_table import column_wishes, fit_whole

MOST_ROWS = 12  # shown at once; more are scrolled to


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One row: what is kept, and what each column says."""

    id: str
    done: bool = False
    late: bool = False
    cells: tuple[str, ...]


class TableSection(PlanSection):
    """A table with its buttons; what is chosen stays chosen when the plan is read again."""

    def __init__(
        self,
        heading: str,
        columns: Sequence[str],
        *,
        add: str,
        what: str,
        edit: str,
        nothing: str,
        marked: int = -1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, add=add, what=f"add-{what}", parent=parent)
        self._what = what
        self._lines: tuple[PlanLine, ...] = ()
        self.table = ValueTable(
            TupleModel(
                tuple(_column(name, n, marked=n == marked) for n, name in enumerate(columns))
            ),
            name=heading,
        )
        self.nothing = Paragraph(nothing)
        self.edit_button = Button(edit, icon_name="pencil")
        self.row = FlowLayout()
        self.row.addWidget(self.edit_button)
        self.body.addLayout(self.row)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.table)
        self.edit_button.clicked.connect(self._edit)
        self.table.value_opened.connect(self._edit)

    def fill(self, lines: tuple[PlanLine, ...]) -> None:
        """Show these rows, and stay on the one that was chosen."""
        if lines and lines == self._lines:
            return
        self._lines = lines
        chosen = self.table.current()
        self.table.fill(lines, fit=False)
        if lines:
            self.table.selectRow(0)
        if chosen is not None:
            self.table.choose(lambda line: line.id == chosen.id)
        self.nothing.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.edit_button.setVisible(bool(lines))
        self._fit()

    def bring_up(self, entry: str) -> bool:
        """Put the cursor on an entry and go there; say whether it is here."""
        self.table.choose(lambda line: line.id == entry)
        line = self.table.current()
        if line is None or line.id != entry:
            return False
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        room = self.width() - current_theme().px(24)
        fit_whole(self.table, column_wishes(self.table), room, most_rows=MOST_ROWS)

    def _edit(self, *_: object) -> None:
        line = self.table.current()
        if line is not None:
            self.asked.emit(f"edit-{self._what}", line.id)


class ActionsSection(TableSection):
    """Who does what by when; the open ones first, by day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Plan", "Who does what by when"),
            (
                tr("Plan", "What"),
                tr("Plan", "Who"),
                tr("Plan", "By when"),
                tr("Plan", "For which goal"),
            ),
            add=tr("Plan", "Add who does what"),
            what="action",
            edit=tr("Plan", "Correct this one"),
            nothing=tr("Plan", "Nothing yet. Small steps with a name and a day are done soonest."),
            marked=2,
            parent=parent,
        )
        self.done_button = Button(tr("Plan", "This is done"), icon_name="check")
        self.row.addWidget(self.done_button)
        self.done_button.clicked.connect(self._done)
        self.table.selectionModel().currentRowChanged.connect(self._name_button)

    def show_actions(
        self,
        actions: tuple[Action, ...],
        goals: tuple[Goal, ...],
        names: Mapping[str, str],
        today: date,
    ) -> None:
        """Show who does what."""
        texts = {goal.id: goal.text for goal in goals}

        def order(one: Action) -> tuple[bool, date]:
            return one.done_on is not None, one.done_on or one.due_on or date.max

        self.fill(
            tuple(
                PlanLine(
                    id=one.id,
                    done=one.done_on is not None,
                    late=one.done_on is None and one.due_on is not None and one.due_on < today,
                    cells=(
                        one.text,
                        owner_of(one, names),
                        how_far(one, today),
                        texts.get(one.goal, "") if one.goal else "",
                    ),
                )
                for one in sorted(actions, key=order)
            )
        )
        self.done_button.setVisible(bool(actions))
        self._name_button()

    def _name_button(self, *_: object) -> None:
        tr = QCoreApplication.translate
        line = self.table.current()
        if line is not None:
            self.done_button.setText(
                tr("Plan", "Not done after all") if line.done else tr("Plan", "This is done")
            )
            self.done_button.setAccessibleName(f"{self.done_button.text()}: {line.cells[0]}")
            self.edit_button.setAccessibleName(f"{self.edit_button.text()}: {line.cells[0]}")

    def _done(self) -> None:
        line = self.table.current()
        if line is not None:
            self.asked.emit("action-again" if line.done else "action-done", line.id)


class ReviewsSection(TableSection):
    """The looks at the plan together, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Plan", "Looking at the plan together"),
            (
                tr("Plan", "On"),
                tr("Plan", "What has changed"),
                tr("Plan", "What the family says"),
                tr("Plan", "Next time"),
            ),
            add=tr("Plan", "Look at the plan"),
            what="review",
            edit=tr("Plan", "Open this one"),
            nothing=tr("Plan", "Nobody has looked at the plan together yet."),
            parent=parent,
        )

    def show_reviews(self, reviews: tuple[Review, ...]) -> None:
        """Show the reviews."""
        self.fill(
            tuple(
                PlanLine(
                    id=one.id,
                    cells=(
                        long_date(one.on),
                        one.text,
                        f"“{one.words}”" if one.words else "",
                        long_date(one.next_on) if one.next_on else "",
                    ),
                )
                for one in sorted(reviews, key=lambda one: one.on, reverse=True)
            )
        )


class MeetingsSection(TableSection):
    """The meetings of the team around the family, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("Plan", "Meetings of the team around the family"),
            (
                tr("Plan", "On"),
                tr("Plan", "Where"),
                tr("Plan", "Who"),
                tr("Plan", "What was decided"),
                tr("Plan", "Next meeting"),
            ),
            add=tr("Plan", "Plan a meeting"),
            what="meeting",
            edit=tr("Plan", "Open this one"),
            nothing=tr("Plan", "No meeting yet. Nobody is asked unless you choose them."),
            parent=parent,
        )

    def show_meetings(self, meetings: tuple[Meeting, ...], names: Mapping[str, str]) -> None:
        """Show the meetings; `names` are of people and professionals."""
        self.fill(
            tuple(
                PlanLine(
                    id=one.id,
                    cells=(
                        long_date(one.on),
                        one.place,
                        _who(one, names),
                        one.decisions,
                        long_date(one.next_on) if one.next_on else "",
                    ),
                )
                for one in sorted(meetings, key=lambda one: one.on, reverse=True)
            )
        )


def _who(meeting: Meeting, names: Mapping[str, str]) -> str:
    """Return how many were asked and who came or sent apologies, by name."""
    tr = QCoreApplication.translate
    told: dict[Invited, list[str]] = {state: [] for state in Invited}
    for one in meeting.invitees:
        name = one.name or names.get(one.person or one.professional or "", "")
        told[one.state].append(name)
    parts = [
        text.replace("{0}", ", ".join(told[state]))
        for state, text in (
            (Invited.CAME, tr("Plan", "Came: {0}")),
            (Invited.APOLOGIES, tr("Plan", "Apologies: {0}")),
            (Invited.INVITED, tr("Plan", "Asked: {0}")),
        )
        if told[state]
    ]
    return "; ".join(parts)


def _column(name: str, number: int, *, marked: bool) -> Column[PlanLine]:
    def text(line: PlanLine) -> str:
        return " ".join(line.cells[number].split())

    def icon(line: PlanLine) -> tuple[str, str]:
        if line.done:
            return "check", "ok"
        return ("clock", "warn") if line.late else ("calendar", "text2")

    return Column(name, text, icon if marked else None)
