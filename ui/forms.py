"""Forms: a label above, the field, a hint and what is wrong, all said to screen readers too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScroller,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.buttons import WrappingLink
from ui.widgets.card import Card, IconLabel
from ui.widgets.text import announce, words

F = TypeVar("F", bound=QWidget)


class FieldRow(QWidget):
    """One field with its words. Optional ones say so; everything else is needed."""

    def __init__(
        self,
        field: QWidget,
        *,
        label: str,
        hint: str = "",
        optional: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.spoken = field
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = words(f"{label} {optional}" if optional else label, "label", wrap=True)
        self.label.setBuddy(field)
        self.hint = words(hint, "small", wrap=True)
        if not hint:
            self.hint.hide()
        self.problem = words("", "secondary", tone="stop", wrap=True)
        self._problem_row = QWidget()
        row = QHBoxLayout(self._problem_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("circle-alert", "stop", size=16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.problem, 1)
        for part in (self.label, field, self.hint, self._problem_row):
            column.addWidget(part)
        field.setAccessibleName(self.label.text())
        self.show_problem("")

    def speak_for(self, part: QWidget) -> None:
        """Put the words on one part of a field made of several, such as a field with a button."""
        self.spoken = part
        self.label.setBuddy(part)
        part.setAccessibleName(self.label.text())
        self.field.setAccessibleName("")
        self.field.setFocusProxy(part)
        self.show_problem(self.problem.text())

    def rename(self, label: str, optional: str = "") -> None:
        """Give the field another label."""
        self.label.setText(f"{label} {optional}" if optional else label)
        self.spoken.setAccessibleName(self.label.text())

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong and how to put it right; nothing when `sentence` is empty."""
        self.problem.setText(sentence)
        self._problem_row.setVisible(bool(sentence))
        described = " ".join(part for part in (sentence, self._hint) if part)
        self.spoken.setAccessibleDescription(described)
        self.spoken.setProperty("wrong", bool(sentence))
        self.spoken.style().unpolish(self.spoken)
        self.spoken.style().polish(self.spoken)

    def remark(self, sentence: str) -> None:
        """Say something of what was typed in place of the hint; "" brings the hint back."""
        said = sentence or self._hint
        self.hint.setText(said)
        self.hint.setVisible(bool(said))
        self.spoken.setAccessibleDescription(" ".join(p for p in (self.problem.text(), said) if p))

    def clear_problem(self) -> None:
        """Take the sentence away, as somebody is putting it right."""
        if self.problem.text():
            self.show_problem("")


class Form(QScrollArea):
    """Rows of fields that scroll; `show_problems` puts each sentence where it belongs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, FieldRow] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(4, 4, 12, 4)
        self.column.setSpacing(16)
        self.summary = ErrorSummary()
        self.column.addWidget(self.summary)
        self.column.addStretch(1)
        self.setWidget(inner)

    def add(
        self,
        name: str,
        label: str,
        field: F,
        *,
        hint: str = "",
        optional: str = "",
    ) -> F:
        """Add a field and return it.

        `name` is the field's name in `Problem.field`; `optional` is the word for it, e.g.
        "(optional)", and stays empty for what is needed.
        """
        row = FieldRow(field, label=label, hint=hint, optional=optional)
        self._rows[name] = row
        self.put(row)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(row.clear_problem)
        return field

    def take(self, name: str) -> None:
        """Take a field out again."""
        row = self._rows.pop(name)
        self.column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def put(self, widget: QWidget) -> None:
        """Add something else below what is there, such as a heading."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def has(self, name: str) -> bool:
        """Say whether there is a field of this name."""
        return name in self._rows

    def row(self, name: str) -> FieldRow:
        """Return a field with its words."""
        return self._rows[name]

    def fields(self) -> dict[str, QWidget]:
        """Return every field by its name."""
        return {name: row.field for name, row in self._rows.items()}

    def show_problems(self, sentences: Mapping[str, str], *, heading: str = "") -> None:
        """Put each sentence beside its field, and go there.

        One problem takes the focus to its field. More show a summary on top with a way to each.
        `heading` is the summary's, e.g. "There are 2 things to put right". Sentences for names
        that are not in the form are shown in the summary alone, so that none is lost.
        """
        for name, row in self._rows.items():
            row.show_problem(sentences.get(name, ""))
        places = {name: self._rows.get(name) for name in sentences}
        named = {
            name: f"{row.label.text()}: {sentences[name]}" if row else sentences[name]
            for name, row in places.items()
        }
        self.summary.show_problems(named, heading=heading)
        for name, button in self.summary.links.items():
            row_there = places[name]
            button.setEnabled(row_there is not None)
            if row_there is not None:
                button.clicked.connect(partial(self._go_to, name))
        lone = next(iter(sentences), "")
        if len(sentences) == 1 and lone in self._rows:
            self.summary.hide()
            self._go_to(lone)
            announce(self, sentences[lone])
        elif sentences:
            self.summary.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.summary)
            announce(self, self.summary.accessibleName())

    def clear_problems(self) -> None:
        """Take every sentence away."""
        for row in self._rows.values():
            row.show_problem("")
        self.summary.hide()

    def _go_to(self, name: str) -> None:
        field = self._rows[name].field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._rows[name])


class ErrorSummary(Card):
    """What there is to put right, each with a way to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ground="stop", parent=parent)
        self.links: dict[str, WrappingLink] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.heading: QLabel = words("", "section", tone="stop", wrap=True)
        self.column.addWidget(self.heading)
        self.hide()

    def show_problems(self, sentences: Mapping[str, str], *, heading: str) -> None:
        """Show these sentences, or nothing when there are none."""
        for button in self.links.values():
            self.column.removeWidget(button)
            button.deleteLater()
        self.links = {name: WrappingLink(sentence) for name, sentence in sentences.items()}
        for button in self.links.values():
            self.column.addWidget(button)
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.setAccessibleName(". ".join(part for part in (heading, *sentences.values()) if part))
        self.setVisible(bool(sentences))
