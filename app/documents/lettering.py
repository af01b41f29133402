"""Text on the papers: the styles, and the one way a text becomes a paragraph or a drawn line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

from app.calendar_words import long_date
from app.documents.fonts import BOLD, PLAIN, markup_of, register_fonts, runs_of, width_of

LEADING = 1.28
BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The paragraph styles of a paper, all made from its body size in points."""

    points: int
    body: ParagraphStyle
    named: ParagraphStyle
    bold: ParagraphStyle
    title: ParagraphStyle
    heading: ParagraphStyle
    label: ParagraphStyle
    bullet: ParagraphStyle


def styles_for(points: int) -> Styles:
    """Return the styles for a body size; every other measure follows from it."""
    register_fonts()

    def style(name: str, scale: float, *, bold: bool = False, **more: float) -> ParagraphStyle:
        size = points * scale
        return ParagraphStyle(
            name,
            fontName=BOLD if bold else PLAIN,
            fontSize=size,
            leading=size * LEADING,
            textColor=black,
            bulletFontName=PLAIN,
            bulletFontSize=size,
            allowWidows=0,
            allowOrphans=0,
            **more,
        )

    return Styles(
        points=points,
        body=style("body", 1, spaceAfter=points * 0.35),
        named=style("named", 1, spaceAfter=points * 0.2),
        bold=style(
            "bold", 1, bold=True, spaceBefore=points * 0.6, spaceAfter=points * 0.2, keepWithNext=1
        ),
        title=style("title", 1.7, bold=True, spaceAfter=points * 0.3),
        heading=style(
            "heading",
            1.25,
            bold=True,
            spaceBefore=points * 0.7,
            spaceAfter=points * 0.15,
            keepWithNext=1,
        ),
        label=style("label", 1),
        bullet=style(
            "bullet",
            1,
            leftIndent=points * 1.2,
            bulletIndent=points * 0.2,
            spaceAfter=points * 0.15,
        ),
    )


def marked(text: str, *, bold: bool = False) -> str:
    """Return any text as the markup of a paragraph: escaped, and lines kept as lines."""
    return "<br/>".join(markup_of(line, bold=bold) for line in composed(text).split("\n"))


def draw_text(
    canvas: Canvas, x: float, y: float, text: str, size: float, *, bold: bool = False
) -> None:
    """Draw one line of text with its left end at x and its base line at y."""
    for run in runs_of(composed(text), bold=bold):
        canvas.setFont(run.face, size)
        canvas.drawString(x, y, run.text)
        x += width_of(run.text, size, bold=bold)


def said(day: date | None) -> str:
    """Return a day as it is printed: 3 March 2027."""
    return "" if day is None else long_date(day)


def one_line(lines: tuple[str, ...]) -> str:
    """Return an address in one line."""
    return ", ".join(lines)


def composed(text: str) -> str:
    """Return text with letters and their marks joined, and numbers kept on one line."""
    return BETWEEN_DIGITS.sub("\u00a0", normalize("NFC", text))
