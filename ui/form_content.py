"""What the fields of a form hold, as plain values: exactly as typed, even what cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from app.domain.draft import Content, Plain
from ui.widgets.fields import Choice, TickList


@runtime_checkable
class Remembered(Protocol):
    """A field of its own kind that can say what it holds, and take it back."""

    def content(self) -> Plain:
        """Return what the field holds."""

    def restore(self, content: Plain) -> None:
        """Hold again what `content` returned."""


def content_of(fields: Mapping[str, QWidget]) -> dict[str, Plain]:
    """Return what each field holds, by its name; fields of an unknown kind are left out."""
    return {name: value for name, field in fields.items() if (value := _value(field)) is not None}


def put_back(fields: Mapping[str, QWidget], content: Content) -> dict[str, str]:
    """Put everything back where it was; return the texts for which there is no field any more."""
    for name, field in fields.items():
        if name in content:
            _restore(field, content[name])
    left = {name: value for name, value in content.items() if name not in fields}
    return {name: value for name, value in left.items() if isinstance(value, str) and value}


def _value(field: QWidget) -> Plain:
    if isinstance(field, Remembered):
        return field.content()
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, Choice):
        return field.key()
    if isinstance(field, TickList):
        return sorted(field.chosen())
    if isinstance(field, QAbstractButton) and field.isCheckable():
        return field.isChecked()
    return None


def _restore(field: QWidget, value: Plain) -> None:
    if isinstance(field, Remembered):
        field.restore(value)
    elif isinstance(field, QLineEdit) and isinstance(value, str):
        field.setText(value)
    elif isinstance(field, QPlainTextEdit) and isinstance(value, str):
        field.setPlainText(value)
    elif isinstance(field, Choice) and isinstance(value, str):
        if field.findData(value) >= 0:
            field.choose(value)
    elif isinstance(field, TickList) and isinstance(value, list):
        field.choose(frozenset(value))
    elif isinstance(field, QAbstractButton) and isinstance(value, bool):
        field.setChecked(value)
