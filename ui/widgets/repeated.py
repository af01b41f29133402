"""Any number of the same small form, such as further names: each in a card, added and removed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import keep_tab_order
from ui.widgets.section import SectionForm
from ui.widgets.text import words

T = TypeVar("T")


class Repeated(QWidget, Generic[T]):
    """Cards with fields. `make` adds the fields of one, whose names begin with what it is given."""

    def __init__(
        self,
        form: SectionForm,
        name: str,
        *,
        title: str,
        add: str,
        make: Callable[[str], T],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._section = form.section_now
        self._name = name
        self._title = title
        self._make = make
        self._next = 0
        self._cards: list[_Card[T]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.add_button = Button(add, icon_name="plus")
        self.add_button.clicked.connect(self._add_and_go)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        form.put(self)

    @property
    def fields(self) -> list[T]:
        """Return the fields of every card, in order."""
        return [card.fields for card in self._cards]

    def add_card(self) -> T:
        """Add an empty card and return its fields."""
        prefix = f"{self._name}.#{self._next}."
        self._next += 1
        card = Card(ground="quiet")
        heading = words("", "group")
        card.column.setSpacing(12)
        card.column.addWidget(heading)
        with self._form.into(card.column, self._section):
            fields = self._make(prefix)
        remove = Button("", kind="quiet", icon_name="trash-2")
        made = _Card(prefix, fields, card, heading, remove)
        remove.clicked.connect(partial(self._remove, made))
        card.column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.insertWidget(self._column.count() - 1, card)
        self._cards.append(made)
        self._number()
        self._put_before_add_button(made)
        return fields

    def true_name(self, field: str) -> str:
        """Return the name of a row for the field of a problem: "names.0.given" is card 0's."""
        begins = f"{self._name}."
        if not field.startswith(begins):
            return field
        place, _, rest = field.removeprefix(begins).partition(".")
        if not place.isdigit() or int(place) >= len(self._cards):
            return field
        return self._cards[int(place)].prefix + rest

    def _add_and_go(self) -> None:
        self.add_card()
        card = self._cards[-1]
        first = next(row for name, row in self._form.named(card.prefix))
        first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_before_add_button(self, card: _Card[T]) -> None:
        """Have Tab come to a new card where it stands: Qt puts what is made later at the end."""
        rows = [row.spoken for _, row in self._form.named(card.prefix)]
        keep_tab_order(card.widget, [*rows, card.remove, self.add_button])

    def _remove(self, card: _Card[T]) -> None:
        self._cards.remove(card)
        self._form.forget(card.prefix)
        self._column.removeWidget(card.widget)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        card.widget.hide()
        card.widget.deleteLater()
        self._number()

    def _number(self) -> None:
        take = QCoreApplication.translate("Repeated", "Take away {0}")
        for number, card in enumerate(self._cards, start=1):
            title = self._title.replace("{0}", str(number))
            card.heading.setText(title)
            card.remove.say(take.replace("{0}", title[:1].lower() + title[1:]))


class _Card(Generic[T]):
    """One card: its fields, and what is around them."""

    def __init__(
        self, prefix: str, fields: T, widget: Card, heading: QLabel, remove: Button
    ) -> None:
        self.prefix = prefix
        self.fields = fields
        self.widget = widget
        self.heading = heading
        self.remove = remove
