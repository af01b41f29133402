"""What goes, what was held back and what to look at: the lists of a paper before it leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.view.leaving import Goes, HeldBack, Look, Sight
from ui.goes_words import (
    fact_words,
    goes_reason,
    goes_text,
    held_reason,
    held_words,
    sight_sentence,
)
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.section import Section
from ui.widgets.text import Paragraph, words
from ui.widgets.ticks import Tick
from ui.widgets.ways_out import line_of


class WhatGoes(QFrame):
    """Per person, every field that is on the paper, with the reason why it may be."""

    def __init__(self, goes: Sequence[Goes], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        column = _column(self)
        if not goes:
            column.addWidget(words(tr("Leaving", "What is on the pages, and no more."), wrap=True))
        for person in dict.fromkeys(line.person for line in goes):
            card = Card(ground="quiet")
            card.column.addWidget(
                _facts(person, [_fact(line) for line in goes if line.person == person])
            )
            column.addWidget(card)


class ToLookAt(QFrame):
    """Typed texts that seem to give something away: each stops until a person lets it go."""

    changed = Signal()

    def __init__(self, looks: Sequence[Look], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[str, Tick] = {}
        column = _column(self)
        for number, look in enumerate(looks, start=1):
            card = Card(ground="quiet")
            sentence = sight_sentence(look)
            tone = "stop" if look.sight is Sight.HIDDEN else "warn"
            card.column.addWidget(line_of(sentence, tone))
            tick = Tick(QCoreApplication.translate("Leaving", "This may go"))
            tick.setAccessibleName(f"{tick.text()}. {sentence}")
            tick.toggled.connect(self.changed)
            card.column.addWidget(tick)
            column.addWidget(card)
            self.ticks[f"{number}-{look.fact}-{look.sight}"] = tick

    def asked(self) -> tuple[str, ...]:
        """Return the codes of everything that has to be looked at."""
        return tuple(self.ticks)

    def let_go(self) -> tuple[str, ...]:
        """Return the codes of what was looked at and may go."""
        return tuple(code for code, tick in self.ticks.items() if tick.isChecked())


class HeldBackList(Section):
    """What the recipient does not get and why: folded, as only the worker may read it."""

    def __init__(self, held: Sequence[HeldBack], parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("Leaving", "Held back: only you see this"), parent
        )
        self._held = tuple(held)
        self.column.setSpacing(8)
        self.first_opened.connect(self._fill)

    def _fill(self) -> None:
        tr = QCoreApplication.translate
        nothing = tr("Leaving", "None of this is on the paper, and nothing there shows it exists.")
        self.column.addWidget(Paragraph(nothing))
        for person in dict.fromkeys(line.person for line in self._held):
            lines = [
                (held_words(line), held_reason(line))
                for line in self._held
                if line.person == person
            ]
            self.column.addWidget(_facts(person, lines))


def _facts(person: str, lines: Sequence[tuple[str, str]]) -> Facts:
    """Return the facts about one person; those let through by one rule share one reason."""
    tr = QCoreApplication.translate
    because = tr("Leaving", "Why: {0}")
    by_reason: dict[str, list[str]] = {}
    for fact, why in lines:
        by_reason.setdefault(why, []).append(fact)
    return Facts(
        person or tr("Leaving", "The paper as a whole"),
        [("\n".join(facts), because.replace("{0}", why)) for why, facts in by_reason.items()],
    )


def _fact(line: Goes) -> tuple[str, str]:
    why = goes_reason(line)
    if line.free:
        why = QCoreApplication.translate("Leaving", "typed by hand; {0}").replace("{0}", why)
    return f"{fact_words(line.fact, line.why)}: {goes_text(line)}", why


def _column(widget: QWidget, gap: int = 8) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return column
