"""Where parts stand: in one row, together, on facing pages, at the foot, below a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from app.documents.fields import GAP, Field
from app.documents.fonts import width_of
from app.documents.lettering import LEADING, Styles, draw_text

MOST_WHITE = 0.65  # of a page


class Beside(Field):
    """Fields in one row with their words on one line; one below the other where it is too narrow.

    What is left of the width goes to the lines to write on; without any, all are equally wide
    where that is wide enough.
    """

    def __init__(self, styles: Styles, *fields: Field) -> None:
        super().__init__(styles)
        self._fields = fields

    def _measure(self, width: float) -> float:
        least = [field.least() for field in self._fields]
        spare = width - sum(least) - 2 * GAP * (len(least) - 1)
        self._row = spare >= 0
        growing = [field.grows for field in self._fields]
        equal = (sum(least) + spare) / len(least)
        if not self._row:
            self._widths = [width] * len(least)
        elif not any(growing) and max(least) <= equal:
            self._widths = [equal] * len(least)
        else:
            more = spare / max(1, sum(growing))
            self._widths = [
                need + (more if grows else 0.0) for need, grows in zip(least, growing, strict=True)
            ]
        heights = [
            field.wrap(across + 0.01, 10_000)[1]
            for field, across in zip(self._fields, self._widths, strict=True)
        ]
        if not self._row:
            return sum(heights) + self.spaceAfter * (len(heights) - 1)
        highest = max(field.base() for field in self._fields)
        self._lifts = [highest - field.base() for field in self._fields]
        return max(lift + tall for lift, tall in zip(self._lifts, heights, strict=True))

    def _ink(self) -> None:
        x, y = 0.0, self.height
        for nth, field in enumerate(self._fields):
            if self._row:
                field.drawOn(self.canv, x, self._lifts[nth])
                x += self._widths[nth] + 2 * GAP
            else:
                y -= field.height
                field.drawOn(self.canv, 0, y)
                y -= self.spaceAfter


class Together(KeepTogether):
    """Parts that stay on one page wherever they fit on one."""

    def __init__(self, parts: Sequence[Flowable]) -> None:
        super().__init__(list(parts))
        self.parts = tuple(parts)


class ToSpread(Flowable):
    """Takes the next page where parts that follow would have to be turned over to be read.

    An odd page is a right-hand one: what goes on behind it is out of sight. Nothing happens where
    two pages could not hold the parts, or where most of a page would stay white. `body` is how
    tall a page is, in points.
    """

    def __init__(self, parts: Sequence[Flowable], *, body: float) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._body = body

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return no height, or more than there is room for."""
        needed = _height(self._parts, width)
        white = height < self._body * MOST_WHITE
        moves = _right_hand(self) and white and height < needed < 2 * self._body
        return width, height + 1.0 if moves else 0.0

    def draw(self) -> None:
        """Draw nothing."""


class ToFacing(Flowable):
    """Takes the next page, where that faces this one, for parts that this one would divide."""

    def __init__(self, parts: Sequence[Flowable], *, body: float) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._body = body

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return no height, or more than there is room for."""
        moves = not _right_hand(self) and height < _height(self._parts, width) <= self._body
        return width, height + 1.0 if moves else 0.0

    def draw(self) -> None:
        """Draw nothing."""


class ToFoot(Flowable):
    """The white above parts that follow, so that they end at the foot of a page.

    Where they no longer fit, the next page is taken. `body` is how tall a page is, in points.
    """

    def __init__(self, parts: Sequence[Flowable], *, body: float) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._body = body

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the white that is left, or more than there is room for."""
        needed = _height(self._parts, width)
        if needed > self._body:
            return width, 0.0
        return width, height - needed if needed <= height else height + 1.0

    def draw(self) -> None:
        """Draw nothing."""


class Rule(Field):
    """A line across the page; thick before a card, dashed with words where to cut."""

    def __init__(self, styles: Styles, *, words: str = "", weight: float = 1.5) -> None:
        super().__init__(styles)
        self._said = words
        self._weight = weight
        self.spaceBefore = styles.points * 0.9
        self.spaceAfter = styles.points * 0.2

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
        room = self.width - 12 * mm - 2 * GAP
        if across > room:
            size, across = size * room / across, room
        middle = self.height / 2
        self.canv.line(0, middle, 12 * mm, middle)
        self.canv.line(12 * mm + across + 2 * GAP, middle, self.width, middle)
        draw_text(self.canv, 12 * mm + GAP, middle - size * 0.33, self._said, size)
        self.canv.setDash()


def _right_hand(part: Flowable) -> bool:
    return bool(part.canv.getPageNumber() % 2 == 1)


def _height(parts: Sequence[Flowable], width: float) -> float:
    """Return how tall parts are one below the other; of two spaces that meet the larger counts."""
    total, after = 0.0, 0.0
    for part in _single(parts):
        total += max(after, part.getSpaceBefore()) + part.wrap(width, 10_000)[1]
        after = part.getSpaceAfter()
    return total + after


def _single(parts: Sequence[Flowable]) -> Iterator[Flowable]:
    for part in parts:
        if isinstance(part, Together):
            yield from _single(part.parts)
        elif not isinstance(part, ToFoot):
            yield part
