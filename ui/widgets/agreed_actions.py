"""Actions agreed at a meeting: a few fields each, as many as are needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.domain.ids import PersonId
from app.domain.plan_drafts import ActionDraft
from ui.plan_words import somebody_else
from ui.widgets.card import Card
from ui.widgets.fields import Choice, DateField
from ui.widgets.text import words

F = TypeVar("F", bound=QWidget)


class AgreedAction(Card):
    """What, who and by when."""

    def __init__(self, number: int, names: Mapping[str, str]) -> None:
        super().__init__(ground="quiet")
        tr = QCoreApplication.translate
        heading = tr("Meeting", "Action {0}").replace("{0}", str(number + 1))
        self._labels: dict[QWidget, QLabel] = {}
        self.column.addWidget(words(heading, "label"))
        self.text = self._add(QLineEdit(), heading, tr("Meeting", "What will be done"))
        self.owner = self._add(
            Choice({"": somebody_else(), **names}), heading, tr("Meeting", "Who does it")
        )
        self.owner_name = self._add(QLineEdit(), heading, tr("Meeting", "Their name"))
        self.due_on = self._add(
            DateField(), heading, tr("Meeting", "By when, for example 3 March 2027")
        )
        self.owner.picked.connect(self._fit)
        self.setFocusProxy(self.text)

    def draft(self) -> ActionDraft:
        """Return what was agreed."""
        owner = self.owner.key()
        return ActionDraft(
            text=self.text.text(),
            owner=PersonId(owner) if owner else None,
            owner_name="" if owner else self.owner_name.text(),
            due_on=self.due_on.day(),
        )

    def is_empty(self) -> bool:
        """Say whether nothing was written here."""
        return not (self.text.text() + self.owner_name.text() + self.due_on.text()).strip()

    def _add(self, field: F, heading: str, label: str) -> F:
        said = words(label, "small", wrap=True)
        said.setBuddy(field)
        field.setAccessibleName(f"{heading}: {label}")
        self.column.addWidget(said)
        self.column.addWidget(field)
        self._labels[field] = said
        return field

    def _fit(self) -> None:
        for widget in (self.owner_name, self._labels[self.owner_name]):
            widget.setVisible(not self.owner.key())
