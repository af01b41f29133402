"""Every line of a list as it was understood, what is wrong with it, and which are to be kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.bulk.lines import AgencyLine, PersonLine
from app.domain.identifiers import shown
from app.view.words import long_partial
from ui.bulk_words import other_address, practice_states, wrong_in_words
from ui.choices import agency_kinds
from ui.models.tuple_model import Column, TupleModel
from ui.widgets.fields import TickList
from ui.widgets.text import words
from ui.widgets.ticks import Tick
from ui.widgets.value_table import ValueTable

ALL, GOOD = "all", "good"


class BulkPreview(QScrollArea):
    """Shows lines; those with something wrong come first, each with every fault in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.good = 0
        self._lines: tuple[Any, ...] = ()
        self.summary = words("", "row", wrap=True)
        self.wrong_only = Tick(tr("Lists", "Show only lines with something wrong or to check"))
        model: TupleModel[Any] = TupleModel(
            (
                Column(tr("Lists", "Line"), lambda line: str(line.line)),
                Column(tr("Lists", "About"), lambda line: line.said or "–"),
                Column(tr("Lists", "Understood as"), _verdict),
            )
        )
        self.table = ValueTable(model, name=tr("Lists", "Lines of the list"))
        self.which = TickList(
            {
                ALL: tr("Lists", "Keep all, and only if every line is right"),
                GOOD: tr("Lists", "Keep the lines that are right, leave the others out"),
            },
            single=True,
        )
        self.which.choose(frozenset({ALL}))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self.setWidget(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.wrong_only)
        column.addWidget(self.table, 1)
        column.addWidget(self.which)
        self.wrong_only.toggled.connect(self._fill)

    @property
    def good_only(self) -> bool:
        """Whether lines with something wrong are to be left out."""
        return GOOD in self.which.chosen()

    def show_lines(self, lines: tuple[Any, ...]) -> None:
        """Show these lines and say how many are right."""
        self._lines = lines
        self.good = sum(not line.problems for line in lines)
        bad = len(lines) - self.good
        tr = QCoreApplication.translate
        said = tr("Lists", "Lines that are right: {0}.").replace("{0}", str(self.good))
        if bad:
            wrong = tr(
                "Lists", "Lines with something wrong: {0}. Mend the file, or leave them out."
            )
            said += " " + wrong.replace("{0}", str(bad))
        doubtful = sum(_doubtful(line) for line in lines)
        if doubtful:
            check = tr("Lists", "Right, but to be checked: {0}.")
            said += " " + check.replace("{0}", str(doubtful))
        self.summary.setText(said)
        self.which.setVisible(bool(bad))
        self.wrong_only.setVisible(bool(bad or doubtful))
        self.wrong_only.setChecked(bool(bad or doubtful))
        self._fill()

    def _fill(self) -> None:
        shown = self._lines
        if self.wrong_only.isChecked():
            shown = tuple(line for line in shown if line.problems or _doubtful(line))
        self.table.fill(shown)


def _doubtful(line: Any) -> bool:
    """Say whether a line is right and may yet not be what is meant."""
    return isinstance(line, PersonLine) and line.other_address and not line.problems


def _verdict(line: Any) -> str:
    """Return what is wrong with a line, or the most telling of what was understood."""
    tr = QCoreApplication.translate
    if line.problems:
        return wrong_in_words(line.problems)
    if isinstance(line, PersonLine):
        born = tr("Lists", "born {0}").replace("{0}", long_partial(line.draft.born))
        numbers = (shown(number.system, number.value) for number in line.numbers)
        parts = (line.family, born if line.draft.born else "", *numbers, *line.address)
        if line.other_address:
            return f"{other_address()} " + ", ".join(part for part in parts if part)
    elif isinstance(line, AgencyLine):
        kind = agency_kinds().get(line.draft.kind or "", "")
        parts = (kind, line.draft.ods, line.draft.phone, *line.draft.lines)
    else:
        practice = line.practice
        state = practice_states()[practice.state]
        parts = (practice.id, state, practice.phone, *practice.lines, practice.postcode)
    return ", ".join(part for part in parts if part)
