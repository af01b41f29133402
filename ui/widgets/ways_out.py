"""The ways a paper can leave, one to choose: where each goes, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.mailbox import MailDomains, MailLook
from app.domain.sending import WayOut
from ui.leaving_words import (
    light_look,
    mail_words,
    second_look_words,
    way_sentences,
    way_words,
)
from ui.theme import current_theme
from ui.widgets.banner import ICONS
from ui.widgets.card import Card, IconLabel
from ui.widgets.fields import keep_tab_order
from ui.widgets.text import words
from ui.widgets.ticks import Pick, Tick

INDENT = 36  # where the words of a round button begin


class WayCard(Card):
    """One way: its button, the address as it will be used, and every sentence about it."""

    changed = Signal()

    def __init__(self, way: WayOut, mail: MailLook | None, parent: QWidget | None = None) -> None:
        super().__init__(ground="quiet", parent=parent)
        self.way, self.mail = way, mail
        self.pick = Pick(way_words(way))
        self.second_look = Tick(second_look_words(way.mailbox))
        self.column.setContentsMargins(8, 6, 12, 10)
        self.column.addWidget(self.pick)
        self._under = QVBoxLayout()
        self._under.setContentsMargins(current_theme().px(INDENT), 0, 0, 0)
        self._under.setSpacing(6)
        self.column.addLayout(self._under)
        self.address = words("\n".join(way.lines) or way.mailbox, wrap=True)
        if self.address.text():
            self._under.addWidget(self.address)
        told = [line[0] for line in way_sentences(way)]
        if mail is not None and way.open:
            told.insert(0, mail_words(mail))
            self._under.addWidget(line_of(told[0], *light_look(mail.light)))
        for sentence, tone in way_sentences(way):
            self._under.addWidget(line_of(sentence, tone))
        self._under.addWidget(self.second_look)
        self.second_look.setVisible(False)
        self.pick.setAccessibleName(". ".join([self.pick.text(), *told]))
        self.pick.toggled.connect(self._picked)
        self.second_look.toggled.connect(self.changed)

    @property
    def needs_second_look(self) -> bool:
        """Whether a person must look at this mailbox again before it is used (trap 38)."""
        return self.mail is not None and self.way.open and self.mail.needs_second_look

    @property
    def looked_twice(self) -> bool:
        """Whether there is nothing left to look at again."""
        return not self.needs_second_look or self.second_look.isChecked()

    def _picked(self, on: bool) -> None:
        self.second_look.setVisible(on and self.needs_second_look)
        self.changed.emit()


class WaysOut(QFrame):
    """All ways of one paper; `changed` tells that another is chosen, or one looked at again."""

    changed = Signal()

    def __init__(self, mail: MailDomains, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mail = mail
        self._group = QButtonGroup(self)
        self.cards: list[WayCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        waiting = QCoreApplication.translate("Leaving", "Looking where it can go …")
        self.waiting = words(waiting, "secondary")
        self._column.addWidget(self.waiting)

    def show_ways(self, ways: Sequence[WayOut]) -> None:
        """Offer these ways; where there is one and nobody outside gets it, it is chosen."""
        self.waiting.hide()
        for card in self.cards:
            self._group.removeButton(card.pick)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(way) for way in ways]
        keep_tab_order(
            self, [part for card in self.cards for part in (card.pick, card.second_look)]
        )
        if len(ways) == 1 and not ways[0].to:
            self.choose(ways[0].key)
        self.changed.emit()

    def choose(self, key: str) -> None:
        """Choose a way by its key; raises KeyError where there is none."""
        for card in self.cards:
            if card.way.key == key:
                card.pick.setChecked(True)
                return
        raise KeyError(key)

    def chosen(self) -> WayCard | None:
        """Return the card of the way that is chosen."""
        return next((card for card in self.cards if card.pick.isChecked()), None)

    def _card(self, way: WayOut) -> WayCard:
        card = WayCard(way, self._mail.look(way.mailbox) if way.mailbox else None)
        card.changed.connect(self.changed)
        self._group.addButton(card.pick)
        self._column.addWidget(card)
        return card


def line_of(sentence: str, tone: str, icon_name: str = "") -> QFrame:
    """Return a sentence with an icon on a ground of its tone: colour is never the only sign."""
    frame = QFrame()
    frame.setProperty("ground", tone)
    row = QHBoxLayout(frame)
    row.setContentsMargins(10, 6, 10, 6)
    row.setSpacing(8)
    mark = IconLabel(icon_name or ICONS[tone], tone)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words(sentence, wrap=True), 1)
    return frame
