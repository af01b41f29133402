"""Composes a paper's story: headings that never stand alone, paragraphs, lists and facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from app.documents.arranging import ToFacing, ToFoot, Together, ToSpread
from app.documents.fonts import PLAIN, width_of
from app.documents.lettering import Styles, marked
from app.documents.page import INSIDE

Fact = tuple[str, str]  # label and value
BETWEEN = "\u00a0 "  # a label and its value in running text


class Story:
    """Gathers the parts of one paper in reading order. One paper, one story."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.parts: list[Flowable] = []

    def add(self, *parts: Flowable) -> None:
        """Add parts that may be parted by the end of a page."""
        self.parts.extend(parts)

    def keep(self, *parts: Flowable) -> None:
        """Add parts that stay on one page wherever they fit on one."""
        self.parts.append(Together(parts))

    def section(self, heading: str, *parts: Flowable, whole: bool = True) -> None:
        """Add a heading and what belongs to it; without `whole`, only its first two parts stay."""
        first = len(parts) if whole else 2
        self.keep(self.heading(heading), *parts[:first])
        self.add(*parts[first:])

    def tied(self, *parts: Flowable) -> list[Flowable]:
        """Return parts that stay together even where their whole block is too tall for a page."""
        for part in parts[:-1]:
            part.keepWithNext = 1
        return list(parts)

    def title(self, text: str) -> Paragraph:
        """Return the one title of a paper."""
        return Paragraph(marked(text, bold=True), self.styles.title)

    def heading(self, text: str) -> Paragraph:
        """Return a heading."""
        return Paragraph(marked(text, bold=True), self.styles.heading)

    def bold(self, text: str) -> Paragraph:
        """Return a line that stands out without being a heading."""
        return Paragraph(marked(text, bold=True), self.styles.bold)

    def named(self, name: str, what: str) -> Paragraph:
        """Return a name that stands out, and in the same line what it stands for."""
        return Paragraph(f"{marked(name, bold=True)} – {marked(what)}", self.styles.named)

    def led(self, name: str, text: str) -> Paragraph:
        """Return a paragraph led by a name that stands out."""
        return Paragraph(f"{marked(name, bold=True)}{BETWEEN}{marked(text)}", self.styles.body)

    def words(self, text: str) -> Paragraph:
        """Return a paragraph."""
        return Paragraph(marked(text), self.styles.body)

    def bullets(self, items: Iterable[str]) -> list[Flowable]:
        """Return a list with dots."""
        return [Paragraph(marked(item), self.styles.bullet, bulletText="•") for item in items]

    def numbered(self, items: Sequence[str]) -> list[Flowable]:
        """Return a list with numbers."""
        return [
            Paragraph(marked(item), self.styles.bullet, bulletText=f"{number}.")
            for number, item in enumerate(items, start=1)
        ]

    def at_foot(self, *parts: Flowable, body: float) -> None:
        """Add parts that end at the foot of a page whose body is so tall, in points."""
        self.parts += [ToFoot(parts, body=body), Together(parts)]

    def facing(self, begin: int, last: int, end: int, *, body: float) -> None:
        """Put the parts from `begin` to `end` on facing pages; from `last` on all stay together.

        The numbers are places in the story; the height of a page is in points.
        """
        spread = ToSpread(self.parts[begin:end], body=body)
        self.parts.insert(last, ToFacing(self.parts[last:], body=body))
        self.parts.insert(begin, spread)

    def facts(self, rows: Iterable[Fact]) -> list[Flowable]:
        """Return labels with values beside them; rows without a value are left out."""
        shown = [(label, value) for label, value in rows if value.strip()]
        if not shown:
            return []
        size = self.styles.points
        left = max(width_of(label, size, bold=True) for label, _ in shown) + size
        left = min(left, INSIDE * 0.42)
        longest = max(width_of(word, size) for _, value in shown for word in value.split())
        if longest > INSIDE - left:
            return [
                part for label, value in shown for part in (self.bold(label), self.words(value))
            ]
        return [self._table([self._cells(*fact) for fact in shown], [left, INSIDE - left])]

    def pairs(self, *rows: tuple[Fact, ...]) -> list[Flowable]:
        """Return facts of which two stand in one row where both are short enough for it."""
        size = self.styles.points
        lines = [line for row in rows if (line := tuple(fact for fact in row if fact[1].strip()))]
        while True:
            double = [line for line in lines if len(line) > 1]
            if not double:
                return self.facts(fact for line in lines for fact in line)
            left = max(width_of(line[0][0], size, bold=True) for line in lines) + size
            half = left + max(width_of(line[0][1], size) for line in double) + size
            right = max(self._across(*line[1]) for line in double)
            if half + right <= INSIDE:
                break
            widest = max(
                double, key=lambda line: width_of(line[0][1], size) + self._across(*line[1])
            )
            at = lines.index(widest)
            lines[at : at + 1] = [(fact,) for fact in widest]
        half = max(half, min(INSIDE * 0.52, INSIDE - right))
        cells = [
            [*self._cells(*line[0]), self._run_in(*line[1]) if len(line) > 1 else ""]
            for line in lines
        ]
        alone = [nth for nth, line in enumerate(lines) if len(line) == 1]
        return [self._table(cells, [left, half - left, INSIDE - half], alone=alone)]

    def space(self, lines: float = 0.5) -> Spacer:
        """Return empty room, measured in lines."""
        return Spacer(1, self.styles.points * lines)

    def _cells(self, label: str, value: str) -> list[Paragraph]:
        return [
            Paragraph(marked(label, bold=True), self.styles.bold),
            Paragraph(marked(value), self.styles.label),
        ]

    def _run_in(self, label: str, value: str) -> Paragraph:
        words = f"{marked(label, bold=True)}{BETWEEN}{marked(value)}"
        return Paragraph(words, self.styles.label)

    def _across(self, label: str, value: str) -> float:
        """Return the width of a fact in one line, a little more than it takes."""
        size = self.styles.points
        return width_of(label, size, bold=True) + width_of(value, size) + size

    def _table(
        self, cells: list[list[Paragraph]], widths: list[float], *, alone: Sequence[int] = ()
    ) -> Table:
        size = self.styles.points
        return Table(
            cells,
            colWidths=widths,
            style=[
                ("FONTNAME", (0, 0), (-1, -1), PLAIN),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), size * 0.5),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), size * 0.12),
                *(("SPAN", (1, row), (2, row)) for row in alone),
            ],
            hAlign="LEFT",
            spaceAfter=size * 0.3,
        )
