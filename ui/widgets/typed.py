"""Fields that give back exactly what they were given until somebody types: nothing is tidied away.

Qt's own fields exchange some characters, such as spaces that do not break, for others.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.domain.dates import PartialDate
from ui.partial_dates import parse_partial, partial_words, understood
from ui.widgets.fields import Choice, NoteField


class TypedLine(QLineEdit):
    """One line of words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = self._shown = ""

    def show_words(self, words: str) -> None:
        """Show words that are kept already."""
        self._given = words
        self.setText(words)
        self._shown = self.text()

    def said(self) -> str:
        """Return what is kept where nothing was changed, else what was typed, without its ends."""
        return self._given if self.text() == self._shown else self.text().strip()

    def is_changed(self) -> bool:
        """Say whether anything was typed since the words were shown."""
        return self.text() != self._shown


class TypedNote(NoteField):
    """Several lines of words."""

    def __init__(self, *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(lines=lines, parent=parent)
        self._given = self._shown = ""

    def show_words(self, words: str) -> None:
        """Show words that are kept already."""
        self._given = words
        self.setPlainText(words)
        self._shown = self._raw()

    def said(self) -> str:
        """Return what is kept where nothing was changed, else what was typed, without its ends."""
        return self._given if self._raw() == self._shown else self._raw().strip()

    def _raw(self) -> str:
        text = self.document().toRawText()
        return text.replace("\u2029", "\n").replace("\u2028", "\n")


class PartialDateField(QLineEdit):
    """A date that may be known in part; on leaving it is written out as it was understood."""

    understood = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editingFinished.connect(self._write_out)

    def value(self) -> PartialDate | None:
        """Return the date, or None where there is none or it cannot be read."""
        return parse_partial(self.text())

    def show_value(self, day: PartialDate | None) -> None:
        """Show a date, or nothing."""
        self.setText(partial_words(day))
        self.understood.emit(understood(day))

    def is_unreadable(self) -> bool:
        """Say whether something was typed that is not a date."""
        return bool(self.text().strip()) and self.value() is None

    def _write_out(self) -> None:
        day = self.value()
        if day is not None:
            self.setText(partial_words(day))
        self.understood.emit(understood(day))


class LongChoice(Choice):
    """One of several whose words may be long: the list shows them whole, the field may be less."""

    def __init__(self, options: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(options, parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)


class NumberField(QLineEdit):
    """A whole number; "%" behind it is understood."""

    def number(self) -> int | None:
        """Return the number, or None where there is none or it cannot be read."""
        typed = self.text().strip().removesuffix("%").strip()
        try:
            return int(typed) if typed and len(typed) < LONGEST_NUMBER else None
        except ValueError:
            return None

    def show_number(self, number: int | None) -> None:
        """Show a number, or nothing."""
        self.setText("" if number is None else str(number))

    def is_unreadable(self) -> bool:
        """Say whether something was typed that is not a whole number."""
        return bool(self.text().strip()) and self.number() is None


LONGEST_NUMBER = 10  # figures
