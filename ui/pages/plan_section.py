"""One part of the plan's page: a heading, a way to add, and what is rebuilt when it changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.text import Paragraph, words

B = TypeVar("B", bound=QPushButton)
KEY = "entry"  # property: what a button does and for which entry, to find the focus again


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a section: its key, what it shows, and how it is made."""

    key: str
    shown: Hashable
    make: Callable[[], QWidget]


class PlanSection(QWidget):
    """Shows part of a plan; `asked` tells what is to be done, and with which entry."""

    asked = Signal(str, str)

    def __init__(
        self,
        heading: str,
        *,
        hint: str = "",
        add: str = "",
        what: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown: Hashable = None
        self.blocks: dict[str, QWidget] = {}
        self._kept: dict[str, Hashable] = {}
        self.setAccessibleName(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.top = top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(words(heading, "product", wrap=True), 1)
        self.add_button = Button(add, icon_name="plus")
        top.addWidget(self.add_button)
        column.addLayout(top)  # before anything is shown, or it is a window
        self.add_button.setVisible(bool(add))
        self.add_button.clicked.connect(lambda: self.asked.emit(what, ""))
        if hint:
            column.addWidget(Paragraph(hint))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body)

    def rebuild(self, shown: Hashable, build: Callable[[], object]) -> None:
        """Build the body anew where what is shown has changed, and give the focus back."""
        if shown == self._shown:
            return
        self._shown = shown
        key = self._key_of(self.window().focusWidget(), self)
        clear(self.body)
        build()
        if key is not None:
            self._focus(key)

    def show_blocks(self, blocks: Sequence[Block]) -> Iterator[None]:
        """Build what is new or has changed, one block a step; the rest stays where it is."""
        for place, block in enumerate(blocks):
            known = self.blocks.get(block.key)
            if known is None or self._kept.get(block.key) != block.shown:
                key = None if known is None else self._key_of(self.window().focusWidget(), known)
                made = block.make()
                self.blocks[block.key], self._kept[block.key] = made, block.shown
                self.body.insertWidget(place, made)
                if known is not None:
                    drop(known)
                if key is not None:
                    self._focus(key)
                yield
            elif self.body.indexOf(known) != place:
                self.body.removeWidget(known)
                self.body.insertWidget(place, known)
        for gone in set(self.blocks) - {block.key for block in blocks}:
            known = self.blocks.pop(gone)
            had_focus = self._key_of(self.window().focusWidget(), known) is not None
            del self._kept[gone]
            drop(known)
            if had_focus:
                self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def doing(self, button: B, what: str, entry: str) -> B:
        """Have a button ask for something to be done with an entry."""
        button.setProperty(KEY, f"{what} {entry}")
        button.clicked.connect(lambda: self.asked.emit(what, entry))
        return button

    def button_of(self, entry: str) -> QWidget | None:
        """Return the first button of an entry."""
        for button in self.findChildren(QPushButton):
            if str(button.property(KEY)).endswith(f" {entry}"):
                return button
        return None

    def _key_of(self, focused: QWidget | None, within: QWidget) -> str | None:
        """Return what a button is for, where it has the focus and is within a part."""
        if focused is None or focused is self.add_button or not within.isAncestorOf(focused):
            return None
        return str(focused.property(KEY))

    def _focus(self, key: str) -> None:
        """Focus the same button, another of the same entry, or the one that adds."""
        same = [b for b in self.findChildren(QPushButton) if str(b.property(KEY)) == key]
        entry = key.partition(" ")[2]
        there: QWidget | None = same[0] if same else None
        if there is None and entry:
            there = self.button_of(entry)
        if there is None:
            there = self.add_button
        there.setFocus(Qt.FocusReason.OtherFocusReason)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        taken = layout.takeAt(0)
        if taken is None:
            return
        widget, inner = taken.widget(), taken.layout()
        if widget is not None:
            drop(widget)
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def drop(widget: QWidget) -> None:
    """Take a widget away at once; nothing of it is a window even for a moment."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
