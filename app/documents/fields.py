"""Places to write on paper: tick boxes, lines, signature boxes, the line to cut along.

Every field is drawn once, at a known place, with its question beside it: a field that can be
filled on screen will be put over the same rectangle, so its drawing stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from app.documents.fonts import width_of
from app.documents.lettering import LEADING, Styles, draw_text, marked

BOX = 8 * mm  # every tick box, yes and no alike
GAP = 3 * mm
STROKE = 1.0
PEN_LINE = 9 * mm  # room for handwriting above a line
SIGNING = 15 * mm


class Field(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Something drawn from its upper edge downwards, as wide as the page allows."""

    def __init__(self, styles: Styles) -> None:
        super().__init__()
        self._styles = styles
        self.spaceAfter = styles.points * 0.5

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size; the height follows from the width."""
        self.width = width
        self.height = self._measure(width)
        return self.width, self.height

    def draw(self) -> None:
        """Draw at the place the page gives."""
        self.canv.setLineWidth(STROKE)
        self.canv.setStrokeColor(black)
        self.canv.setFillColor(black)
        self._ink()

    def _measure(self, width: float) -> float:
        raise NotImplementedError

    def _ink(self) -> None:
        raise NotImplementedError


class Ticks(Field):
    """Boxes with words, none ticked, in as many equal columns as fit (at most `columns`)."""

    def __init__(self, styles: Styles, labels: Sequence[str], *, columns: int = 3) -> None:
        super().__init__(styles)
        self._labels = tuple(labels)
        self._columns = columns

    def _measure(self, width: float) -> float:
        size = self._styles.points
        widest = max(width_of(label, size) for label in self._labels)
        wanted = BOX + GAP + widest + 1.5 * GAP
        self._across = max(1, min(self._columns, len(self._labels), int(width // wanted)))
        column = width / self._across
        if self._across == self._columns or self._across == len(self._labels):
            column = min(column, wanted + 12 * mm)
        singles = [BOX + GAP + width_of(label, size) + 2 * GAP for label in self._labels]
        room = column - BOX - GAP
        if self._across < len(singles) <= self._columns and sum(singles) <= width:
            self._across = len(singles)
            self._starts = [sum(singles[:nth]) for nth in range(len(singles))]
            room = widest + 1
        else:
            self._starts = [nth * column for nth in range(self._across)]
        self._words = [Paragraph(marked(label), self._styles.label) for label in self._labels]
        heights = [words.wrap(room, 10_000)[1] for words in self._words]
        self._rows = [
            max(BOX, *heights[start : start + self._across]) + 1.5 * mm
            for start in range(0, len(heights), self._across)
        ]
        return float(sum(self._rows))

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return two shorter lists, parted between rows, or nothing when no row fits."""
        self.wrap(width, height)
        fitting, used = 0, 0.0
        while fitting < len(self._rows) and used + self._rows[fitting] <= height:
            used += self._rows[fitting]
            fitting += 1
        count = fitting * self._across
        if not 0 < count < len(self._labels):
            return []
        parts = (self._labels[:count], self._labels[count:])
        return [Ticks(self._styles, part, columns=self._across) for part in parts]

    def _ink(self) -> None:
        y = self.height
        for row, tall in enumerate(self._rows):
            first = row * self._across
            for column, words in enumerate(self._words[first : first + self._across]):
                x = self._starts[column]
                lower = max(0.0, (self._styles.label.leading - BOX) / 2)
                self.canv.rect(x + STROKE / 2, y - lower - BOX, BOX, BOX)
                top = y - max(0.0, (BOX - words.height) / 2)
                words.drawOn(self.canv, x + BOX + GAP, top - words.height)
            y -= tall


class Choice(Field):
    """One question with its boxes to the right of it, or below where there is no room."""

    def __init__(self, styles: Styles, question: str, options: Sequence[str]) -> None:
        super().__init__(styles)
        self._question = question
        self._options = tuple(options)

    def _measure(self, width: float) -> float:
        size = self._styles.points
        self._ticks = Ticks(self._styles, self._options)
        self._widths = [BOX + GAP + width_of(word, size) + 6 * mm for word in self._options]
        beside = sum(self._widths)
        self._words = Paragraph(marked(self._question), self._styles.label)
        self._beside = beside <= width * 0.62
        if self._beside:
            self._left = width - beside
            tall = self._words.wrap(self._left - GAP, 10_000)[1]
            return float(max(tall, BOX) + 1.5 * mm)
        tall = self._words.wrap(width, 10_000)[1]
        return float(tall + 1.5 * mm + self._ticks.wrap(width, 10_000)[1])

    def _ink(self) -> None:
        if not self._beside:
            self._words.drawOn(self.canv, 0, self.height - self._words.height)
            self._ticks.drawOn(self.canv, 0, 0)
            return
        middle = self.height - BOX / 2
        top = self.height - max(0.0, (BOX - self._words.height) / 2)
        self._words.drawOn(self.canv, 0, top - self._words.height)
        x = self._left
        size = self._styles.points
        for option, across in zip(self._options, self._widths, strict=True):
            self.canv.rect(x, middle - BOX / 2, BOX, BOX)
            draw_text(self.canv, x + BOX + GAP, middle - size * 0.35, option, size)
            x += across


class WriteLine(Field):
    """Words and a line to write on: beside them where they are short, else below."""

    def __init__(self, styles: Styles, label: str, *, lines: int = 1) -> None:
        super().__init__(styles)
        self._label = label
        self._lines = lines

    def _measure(self, width: float) -> float:
        pen = max(PEN_LINE, self._styles.points * 1.7)
        self._pen = pen
        across = width_of(self._label, self._styles.points) if self._label else 0.0
        self._start = across + GAP if self._label else 0.0
        self._words = None
        if across > width * 0.5:
            self._words = Paragraph(marked(self._label), self._styles.label)
            self._start = 0.0
            return float(self._words.wrap(width, 10_000)[1] + pen * self._lines)
        return float(pen * self._lines)

    def _ink(self) -> None:
        size = self._styles.points
        y = self.height
        if self._words is not None:
            y -= self._words.height
            self._words.drawOn(self.canv, 0, y)
        self.canv.setLineWidth(0.6)
        for line in range(self._lines):
            y -= self._pen
            start = self._start if line == 0 else 0.0
            if start:
                draw_text(self.canv, 0, y + size * 0.15, self._label, size)
            self.canv.line(start, y + 0.5, self.width, y + 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One box of a row: its words, which part of the width it takes, and how tall it is."""

    label: str
    share: float
    tall: float = SIGNING


class Boxes(Field):
    """Empty boxes in a row, each with its words above: a signature beside its date."""

    def __init__(self, styles: Styles, slots: Sequence[Slot]) -> None:
        super().__init__(styles)
        self._slots = tuple(slots)

    def _measure(self, width: float) -> float:
        self._room = width - GAP * (len(self._slots) - 1)
        self._words = [Paragraph(marked(slot.label), self._styles.label) for slot in self._slots]
        tallest = 0.0
        for slot, words in zip(self._slots, self._words, strict=True):
            tallest = max(tallest, words.wrap(self._room * slot.share, 10_000)[1])
        self._label = tallest
        return float(tallest + 1.2 * mm + max(slot.tall for slot in self._slots))

    def _ink(self) -> None:
        x = 0.0
        top = self.height - self._label
        for slot, words in zip(self._slots, self._words, strict=True):
            words.drawOn(self.canv, x, top)
            across = self._room * slot.share
            self.canv.rect(x, top - 1.2 * mm - slot.tall, across, slot.tall)
            x += across + GAP


class Rule(Field):
    """A line across the page; thick before a card, dashed with words where to cut."""

    def __init__(self, styles: Styles, *, words: str = "", weight: float = 1.5) -> None:
        super().__init__(styles)
        self._said = words
        self._weight = weight
        self.spaceBefore = styles.points * 1.1

    def _measure(self, _width: float) -> float:
        return self._styles.points * LEADING if self._said else self._weight

    def _ink(self) -> None:
        self.canv.setLineWidth(self._weight)
        if not self._said:
            self.canv.line(0, self._weight / 2, self.width, self._weight / 2)
            return
        size = self._styles.points
        self.canv.setDash(5, 4)
        across = width_of(self._said, size)
        middle = self.height / 2
        self.canv.line(0, middle, 12 * mm, middle)
        self.canv.line(12 * mm + across + 2 * GAP, middle, self.width, middle)
        draw_text(self.canv, 12 * mm + GAP, middle - size * 0.33, self._said, size)
        self.canv.setDash()
