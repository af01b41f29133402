"""Composes a paper's story: headings that never stand alone, paragraphs, lists and facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from app.documents.fonts import PLAIN, width_of
from app.documents.lettering import Styles, marked
from app.documents.page import INSIDE


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
        self.parts.append(KeepTogether(list(parts)))

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
        return Paragraph(f"{marked(name, bold=True)} – {marked(what)}", self.styles.body)

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

    def facts(self, rows: Iterable[tuple[str, str]]) -> list[Flowable]:
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
        table = Table(
            [
                [Paragraph(marked(label, bold=True), self.styles.bold), self._value(value)]
                for label, value in shown
            ],
            colWidths=[left, INSIDE - left],
            style=[
                ("FONTNAME", (0, 0), (-1, -1), PLAIN),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), size * 0.5),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), size * 0.3),
            ],
            hAlign="LEFT",
            spaceAfter=size * 0.4,
        )
        return [table]

    def space(self, lines: float = 0.5) -> Spacer:
        """Return empty room, measured in lines."""
        return Spacer(1, self.styles.points * lines)

    def _value(self, value: str) -> Paragraph:
        return Paragraph(marked(value), self.styles.label)
