"""The top of a letter: its title, the address where a DL window shows it, and dates beside it.

The window is 35 by 90 mm, 20 mm from the left and 18 mm from the lower edge of a 110 by 220 mm
envelope; a sheet folded in three has about 11 mm of play. So the address stands where the window
always shows it, and nothing else stands where it ever might.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Paragraph

from app.documents.fields import Field
from app.documents.fonts import width_of
from app.documents.lettering import Styles, draw_text, marked
from app.documents.page import SIDE

LEFT = 24 * mm  # from the left edge of the sheet
ABOVE = 57 * mm  # from the upper edge
BELOW = 81 * mm
WIDE = 75 * mm
BESIDE = 122 * mm  # where the window never reaches
CLEAR = 92 * mm
AWAY = 6 * mm  # between the title and the facts
SMALLEST = 8.0
TIGHT = 1.13  # five lines at 12 points fill the window


class Window(Field):
    """The title, an address in the window, facts beside it. `top` is where the body begins."""

    def __init__(
        self,
        styles: Styles,
        title: str,
        address: Sequence[str],
        facts: Sequence[tuple[str, str]],
        *,
        top: float,
    ) -> None:
        super().__init__(styles)
        self._title = Paragraph(marked(title, bold=True), styles.title)
        self._address = tuple(address)
        self._facts = tuple(facts)
        self._top = top
        self.spaceAfter = 0

    def _measure(self, width: float) -> float:
        self._lines, self._size = _fitted(self._address, self._styles.points)
        room = width - (BESIDE - SIDE)
        self._beside = []
        for label, value in self._facts:
            size = self._styles.points
            across = width_of(f"{label} ", size) + width_of(value, size, bold=True)
            parting = " " if across <= room else "<br/>"
            before = marked(label) + parting if label else ""
            words = Paragraph(before + marked(value, bold=True), self._styles.label)
            self._beside.append((words, size * 0.3))
        self._title.wrap(BESIDE - SIDE - AWAY, 10_000)
        tall = sum(words.wrap(room, 10_000)[1] + after for words, after in self._beside)
        return float(max(CLEAR - self._top, tall))

    def _ink(self) -> None:
        self._title.drawOn(self.canv, 0, self.height - self._title.height)
        y = self.height + self._top - ABOVE
        for line in self._lines:
            y -= self._size * TIGHT
            draw_text(self.canv, LEFT - SIDE, y + self._size * 0.3, line, self._size)
        y = self.height
        for words, after in self._beside:
            y -= words.height
            words.drawOn(self.canv, BESIDE - SIDE, y)
            y -= after


def _fitted(address: Sequence[str], points: int) -> tuple[list[str], float]:
    """Return the lines of an address and the largest size at which all of them fit the window."""
    size = float(points)
    lines = _wrapped(address, size)
    while len(lines) * size * TIGHT > BELOW - ABOVE and size > SMALLEST:
        size -= 0.5
        lines = _wrapped(address, size)
    return lines, size


def _wrapped(address: Sequence[str], size: float) -> list[str]:
    lines: list[str] = []
    for text in address:
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and width_of(longer, size) > WIDE:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines
