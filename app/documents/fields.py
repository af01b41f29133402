"""Places to write on paper: tick boxes, lines, signature boxes.

Every field is drawn once, at a known place, with its question beside it: a field that can be
filled on screen will be put over the same rectangle, so its drawing stays as it is.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from app.documents.fonts import width_of
from app.documents.lettering import Styles, draw_text, marked

BOX = 8 * mm  # every tick box, yes and no alike
GAP = 3 * mm
UNDER = 1.0 * mm  # between one row of boxes and the next
STROKE = 1.0
PEN_LINE = 8.5 * mm  # room for handwriting above a line
SIGNING = 12 * mm
PEN_ROOM = 34 * mm  # the shortest line worth writing on


class Field(Flowable, ABC):
    """Something drawn from its upper edge downwards, as wide as the page allows."""

    grows = False  # whether room that is left in a row is of use to it

    def __init__(self, styles: Styles) -> None:
        super().__init__()
        self._styles = styles
        self.spaceAfter = styles.points * 0.25

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

    def least(self) -> float:
        """Return the width it needs to stand in a row with others; most fields never do."""
        return inf

    def base(self) -> float:
        """Return how far its first line of text stands above its lower edge, once measured."""
        return 0.0

    @abstractmethod
    def _measure(self, width: float) -> float:
        """Lay the parts out in a width, and return how tall they are."""

    @abstractmethod
    def _ink(self) -> None:
        """Draw the parts, from the lower left corner."""


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
        singles = self._singles()
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
            max(BOX, *heights[start : start + self._across]) + UNDER
            for start in range(0, len(heights), self._across)
        ]
        return float(sum(self._rows))

    def least(self) -> float:
        """Return the width of all boxes in one row."""
        return float(sum(self._singles()))

    def base(self) -> float:
        """Return where the words of the first row stand."""
        return _base(self._styles, self.height)

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

    def _singles(self) -> list[float]:
        return _in_row(self._labels, self._styles.points, parting=1.6 * GAP)


class Choice(Field):
    """One question with its boxes to the right of it, or below where there is no room."""

    def __init__(self, styles: Styles, question: str, options: Sequence[str]) -> None:
        super().__init__(styles)
        self._question = question
        self._options = tuple(options)

    def _measure(self, width: float) -> float:
        self._ticks = Ticks(self._styles, self._options)
        self._widths = self._across()
        beside = sum(self._widths)
        self._words = Paragraph(marked(self._question), self._styles.label)
        self._beside = beside <= width * 0.62 or self.least() <= width + 0.1
        if self._beside:
            self._left = width - beside
            tall = self._words.wrap(self._left - GAP + 0.2, 10_000)[1]
            return float(max(tall, BOX) + UNDER)
        tall = self._words.wrap(width, 10_000)[1]
        return float(tall + UNDER + self._ticks.wrap(width, 10_000)[1])

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

    def least(self) -> float:
        """Return the width of question and boxes in one row."""
        return float(width_of(self._question, self._styles.points) + GAP + sum(self._across()))

    def base(self) -> float:
        """Return where the question stands."""
        return _base(self._styles, self.height)

    def _across(self) -> list[float]:
        return _in_row(self._options, self._styles.points, parting=1.4 * GAP)


class WriteLine(Field):
    """Words and a line to write on: beside them where they are short, else below."""

    grows = True

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
        if across > width * 0.5 and self.least() > width:
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

    def least(self) -> float:
        """Return the width of the words and of a line that can be written on."""
        return float(width_of(self._label, self._styles.points) + GAP + PEN_ROOM)

    def base(self) -> float:
        """Return where the words stand."""
        return self._styles.points * 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One box of a row: its words, which part of the width it takes, and how tall it is."""

    label: str
    share: float
    tall: float = SIGNING


class Boxes(Field):
    """Empty boxes in a row: a signature beside its date. Words stand before them, or above."""

    def __init__(self, styles: Styles, slots: Sequence[Slot]) -> None:
        super().__init__(styles)
        self._slots = tuple(slots)
        self.spaceBefore = styles.points * 0.4

    def _measure(self, width: float) -> float:
        self._room = width - GAP * (len(self._slots) - 1)
        self._words = [Paragraph(marked(slot.label), self._styles.label) for slot in self._slots]
        tallest = 0.0
        for slot, words in zip(self._slots, self._words, strict=True):
            tallest = max(tallest, words.wrap(self._room * slot.share, 10_000)[1])
        size = self._styles.points
        self._before = [width_of(slot.label, size) + GAP for slot in self._slots]
        rooms = [self._room * slot.share for slot in self._slots]
        if any(before > room * 0.45 for before, room in zip(self._before, rooms, strict=True)):
            self._before = []
        self._label = 0.0 if self._before else tallest + UNDER
        return float(self._label + max(slot.tall for slot in self._slots))

    def _ink(self) -> None:
        x = 0.0
        top = self.height - self._label
        for nth, (slot, words) in enumerate(zip(self._slots, self._words, strict=True)):
            across = self._room * slot.share
            before = self._before[nth] if self._before else 0.0
            beside = top - slot.tall / 2 - words.height / 2
            words.drawOn(self.canv, x, beside if before else top + UNDER)
            self.canv.rect(x + before, top - slot.tall, across - before, slot.tall)
            x += across + GAP


def _base(styles: Styles, height: float) -> float:
    """Return where a line of words beside a box stands."""
    return float(height - max(0.0, (BOX - styles.label.leading) / 2) - styles.points)


def _in_row(labels: Sequence[str], size: float, *, parting: float) -> list[float]:
    """Return the width of each box with its words, and white after all but the last."""
    last = len(labels) - 1
    return [
        BOX + GAP + width_of(label, size) + (parting if nth < last else 0.0)
        for nth, label in enumerate(labels)
    ]
