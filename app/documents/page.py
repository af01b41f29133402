"""The sheet of every paper: A4, margins, head and foot, page numbers, form number, initials, QR.

Nothing here depends on the clock or on chance: the same sheet and story give the same bytes.
Head, foot, initials and QR are what a tagged paper will call artifacts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.colors import Color, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from app.documents.fonts import PLAIN, width_of
from app.documents.lettering import LEADING, draw_text

WIDTH, HEIGHT = A4
SIDE = 19 * mm
INSIDE = WIDTH - 2 * SIDE
EDGE = 11 * mm  # printers cannot reach much further out
QR_SIZE = 14 * mm
QUIET = 2.3 * mm  # four modules left clear round the code
PALE = Color(0.62, 0.62, 0.62)
TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on every page; the title has no name in it.

    The first of `foot` stands between form and page where it fits there, the rest below.
    `page` holds the place {page} and is followed by the number of pages.
    """

    number: str
    title: str
    head: tuple[str, ...]
    initials: str
    form: str
    page: str
    foot: tuple[str, ...]
    points: int
    language: str


def build_pages(sheet: Sheet, story: Sequence[Flowable]) -> bytes:
    """Return the PDF of a story on a sheet.

    The mask of the QR code is chosen once: the codes of one paper differ in the page only.
    """
    mask = _code(qr_text(sheet.number, 1)).getBestMaskPattern()
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=sheet.title,
        author="",
        subject="",
        creator="Think Family",
        lang=sheet.language,
        displayDocTitle=1,
        invariant=1,
        pageCompression=1,
        initialFontName=PLAIN,
        initialFontSize=sheet.points,
        leftMargin=SIDE,
        rightMargin=SIDE,
    )
    frame = Frame(
        SIDE, _bottom_of(sheet), INSIDE, body_of(sheet),
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    document.addPageTemplates(
        PageTemplate(id="page", frames=[frame], onPage=partial(_furnish, sheet, mask))
    )
    document.build(list(story), canvasmaker=partial(_Counted, sheet))
    return out.getvalue()


def top_of(sheet: Sheet) -> float:
    """Return how far below the upper edge the body begins, in points."""
    lines = len(sheet.head) * sheet.points * LEADING
    return float(EDGE + max(QR_SIZE, lines) + 3 * mm)


def body_of(sheet: Sheet) -> float:
    """Return how tall the body of a page is, in points."""
    return float(HEIGHT - top_of(sheet) - _bottom_of(sheet))


def qr_text(number: str, page: int) -> str:
    """Return what the QR code says: which form and which page, and nothing else."""
    return f"TF1:{number}:{page}"


class _Counted(Canvas):
    """A canvas that fills in the number of pages when it is saved."""

    def __init__(self, sheet: Sheet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sheet = sheet
        self.setViewerPreference("Duplex", "DuplexFlipLongEdge")
        self.setViewerPreference("PrintScaling", "None")

    def save(self) -> None:
        total = str(self.getPageNumber() - 1)
        self.beginForm(TOTAL, 0, -10, 60, 40)
        self.setFont(PLAIN, self._sheet.points)
        self.drawString(0, 0, total)
        self.endForm()
        super().save()


def _furnish(sheet: Sheet, mask: int, canvas: Canvas, _document: object) -> None:
    canvas.saveState()
    size = sheet.points
    right = WIDTH - SIDE - QR_SIZE
    code = _code(qr_text(sheet.number, canvas.getPageNumber()))
    code.makeImpl(False, mask)
    _draw_qr(canvas, code, right, HEIGHT - EDGE - QR_SIZE)
    large = 20.0
    across = width_of(sheet.initials, large, bold=True)
    canvas.setFillColor(PALE)
    draw_text(canvas, right - QUIET - 3 * mm - across, HEIGHT - EDGE - 9 * mm, sheet.initials,
              large, bold=True)  # fmt: skip
    canvas.setFillColor(black)
    room = right - QUIET - 8 * mm - across - SIDE
    for row, words in enumerate(sheet.head):
        fitting = _fitting(words, size, room, bold=row == 0)
        draw_text(canvas, SIDE, HEIGHT - EDGE - size - row * fitting * LEADING, words, fitting,
                  bold=row == 0)  # fmt: skip
    _draw_foot(sheet, canvas)
    canvas.restoreState()


def _draw_foot(sheet: Sheet, canvas: Canvas) -> None:
    size = sheet.points
    base = EDGE + _foot_height(sheet) - size * LEADING
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, base + size * 1.15, WIDTH - SIDE, base + size * 1.15)
    words = sheet.page.format(page=canvas.getPageNumber())
    left = WIDTH - SIDE - width_of(f"{words} 00", size)
    draw_text(canvas, SIDE, base, sheet.form, _fitting(sheet.form, size, left - SIDE - 10))
    draw_text(canvas, left, base, words, size)
    canvas.saveState()
    canvas.translate(left + width_of(f"{words} ", size), base)
    canvas.doForm(TOTAL)
    canvas.restoreState()
    middle, lines = _foot_lines(sheet)
    if middle:
        begin = SIDE + width_of(sheet.form, size)
        spare = left - begin - width_of(middle, size)
        draw_text(canvas, begin + spare / 2, base, middle, size)
    for row, line in enumerate(lines, start=1):
        draw_text(canvas, SIDE, base - row * size * LEADING, line, _fitting(line, size, INSIDE))


def _foot_lines(sheet: Sheet) -> tuple[str, tuple[str, ...]]:
    """Return what fits between form and page, and the lines below: as few as hold the rest."""
    size = sheet.points
    sides = width_of(sheet.form, size) + width_of(f"{sheet.page.format(page=0)} 00", size)
    first, rest = sheet.foot[:1], sheet.foot[1:]
    if first and sides + width_of(first[0], size) + 3 * size <= INSIDE:
        return first[0], rest
    together = "   ".join(sheet.foot)
    return "", (together,) if width_of(together, size) <= INSIDE else sheet.foot


def _bottom_of(sheet: Sheet) -> float:
    return float(EDGE + _foot_height(sheet) + 2.5 * mm)


def _foot_height(sheet: Sheet) -> float:
    return (1 + len(_foot_lines(sheet)[1])) * sheet.points * LEADING


def _fitting(words: str, size: float, room: float, *, bold: bool = False) -> float:
    """Return a size at which the words fit the room; nothing is ever cut off."""
    across = width_of(words, size, bold=bold)
    return size if across <= room else size * room / across


def _code(text: str) -> QRCode:
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(text)
    code.version = code.calculate_version()
    return code


def _draw_qr(canvas: Canvas, code: QRCode, x: float, y: float) -> None:
    count = code.getModuleCount()
    step = QR_SIZE / count
    path = canvas.beginPath()
    for row in range(count):
        start: int | None = None
        for column in range(count + 1):
            dark = column < count and code.isDark(row, column)
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                path.rect(x + start * step, y + (count - 1 - row) * step,
                          (column - start) * step, step)  # fmt: skip
                start = None
    canvas.drawPath(path, stroke=0, fill=1)
