"""The household picture on paper: the drawing with its legend, then the same facts as a table.

A4 across where the smallest words stay at 8 points or more, otherwise A3; a picture too wide even
for that is spread over several sheets, which join edge to edge.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import PLAIN, register_fonts, width_of
from app.documents.map_canvas import draw_groups, draw_text
from app.documents.map_drawing import groups_of
from app.documents.map_legend import Legend, legend_of
from app.documents.map_shapes import Group
from app.documents.map_style import MapWords, Theme, paper_sizes, read_theme
from app.documents.map_table import TableRow, table_rows
from app.documents.map_tiles import Pens
from app.family_map.family import Family
from app.family_map.notation import read_notation
from app.family_map.picture import Picture
from app.family_map.sizes import wrapped

MARGIN = 34.0  # points
HEAD = 30.0
FOOT = 18.0
LEGEND_GAP = 10.0
SMALLEST = 8.0  # points, for the smallest words of the picture
SMALL_WORDS = 12.0  # scene units of those words
LARGEST = 0.85  # points for a scene unit on A4, at most; in proportion on A3
COLUMNS = (0.2, 0.24, 0.2, 0.36)
CELL = 5.0
ROW_SIZE = 10.5
ROW_STEP = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How the picture meets the paper: page size, points for a scene unit, sheets each way."""

    page: tuple[float, float]
    scale: float
    across: int
    down: int
    legend: Legend

    @property
    def legend_height(self) -> float:
        """How much of the page's height the legend takes, in points."""
        return self.legend.height * SMALLEST / SMALL_WORDS + LEGEND_GAP

    @property
    def sheets(self) -> int:
        """How many pages the picture takes."""
        return self.across * self.down


def build_family_map_page(
    picture: Picture, family: Family, words: MapWords, *, theme: Theme | None = None
) -> bytes:
    """Return the PDF. The same arguments always give the same bytes.

    Lay the picture out with `paper_sizes()`, so that its tiles fit the printed words.
    """
    register_fonts()
    colours = (theme or read_theme()).printed()
    pens = Pens(words=words, theme=colours, notation=read_notation(), sizes=paper_sizes())
    fit = fit_to_paper(picture, family, pens)
    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=fit.page,
        invariant=1,
        initialFontName=PLAIN,
        lang="en-GB",
    )
    canvas.setTitle(words.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Think Family")
    taken = fit.legend_height if fit.sheets > 1 else 0.0
    pages = _table_pages(table_rows(family, words), fit.page, taken)
    count = fit.sheets + len(pages)
    groups = groups_of(picture, family, pens)
    for sheet in range(fit.sheets):
        _picture_page(canvas, picture, groups, fit, sheet, pens)
        _page_foot(canvas, fit.page, sheet + 1, count, pens)
        canvas.showPage()
    for nth, rows in enumerate(pages):
        below = 0.0
        if nth == 0 and fit.sheets > 1:
            below = taken
            _draw_legend(canvas, fit, fit.page[1] - MARGIN)
        _table_page(canvas, fit.page, rows, pens, below)
        _page_foot(canvas, fit.page, fit.sheets + nth + 1, count, pens)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def fit_to_paper(picture: Picture, family: Family, pens: Pens) -> Fit:
    """Choose the paper and the scale."""
    least = SMALLEST / SMALL_WORDS
    for page in (landscape(A4), landscape(A3)):
        width = page[0] - 2 * MARGIN
        legend = legend_of(picture, family, pens, width / least)
        height = page[1] - 2 * MARGIN - HEAD - FOOT - legend.height * least - LEGEND_GAP
        scale = min(
            LARGEST * page[0] / A4[1],
            width / max(1.0, picture.width),
            height / max(1.0, picture.height),
        )
        if scale >= least:
            return Fit(page=page, scale=scale, across=1, down=1, legend=legend)
    across = max(1, math.ceil(picture.width * least / width))
    height += legend.height * least + LEGEND_GAP  # the legend goes with the table
    down = max(1, math.ceil(picture.height * least / height))
    return Fit(page=page, scale=least, across=across, down=down, legend=legend)


def _picture_page(
    canvas: Canvas,
    picture: Picture,
    groups: Sequence[Group],
    fit: Fit,
    sheet: int,
    pens: Pens,
) -> None:
    _page_head(canvas, fit, sheet, pens)
    width = fit.page[0] - 2 * MARGIN
    room = fit.page[1] - 2 * MARGIN - HEAD - FOOT
    if fit.sheets == 1:
        room -= fit.legend_height
    top = fit.page[1] - MARGIN - HEAD
    column, row = sheet % fit.across, sheet // fit.across
    canvas.saveState()
    if fit.sheets > 1:
        clip = canvas.beginPath()
        clip.rect(MARGIN, top - room, width, room)
        canvas.clipPath(clip, stroke=0, fill=0)
    left = MARGIN - column * width
    if fit.across == 1:
        left += (width - picture.width * fit.scale) / 2
    drop = row * room
    if fit.down == 1:
        drop = -max(0.0, (room - picture.height * fit.scale) / 2)
    canvas.translate(left, top + drop)
    canvas.scale(fit.scale, -fit.scale)
    draw_groups(canvas, groups)
    canvas.restoreState()
    if fit.sheets == 1:
        _draw_legend(canvas, fit, MARGIN + FOOT + fit.legend_height - LEGEND_GAP)


def _draw_legend(canvas: Canvas, fit: Fit, top: float) -> None:
    scale = SMALLEST / SMALL_WORDS
    canvas.saveState()
    canvas.translate(MARGIN, top)
    canvas.scale(scale, -scale)
    draw_groups(canvas, fit.legend.groups)
    canvas.restoreState()


def _page_head(canvas: Canvas, fit: Fit, sheet: int, pens: Pens) -> None:
    words = pens.words
    y = fit.page[1] - MARGIN - 12
    ink = pens.theme.colour("text")
    x = MARGIN + draw_text(canvas, words.title, MARGIN, y, 15, ink, bold=True) + 12
    x += draw_text(canvas, words.drawn_on, x, y, 10.5, ink) + 12
    if fit.sheets > 1:
        part = words.part.format(number=sheet + 1, count=fit.sheets)
        draw_text(canvas, part, x, y, 10.5, ink, bold=True)


def _page_foot(
    canvas: Canvas, page: tuple[float, float], number: int, count: int, pens: Pens
) -> None:
    ink = pens.theme.colour("text")
    draw_text(canvas, pens.words.footer, MARGIN, MARGIN - 6, 9, ink)
    text = pens.words.page.format(number=number, count=count)
    draw_text(canvas, text, page[0] - MARGIN - width_of(text, 9), MARGIN - 6, 9, ink)


def _cells(row: TableRow, page: tuple[float, float]) -> list[list[tuple[str, bool]]]:
    """A row's cells as lines that fit; the first line of the first cell is bold."""
    width = page[0] - 2 * MARGIN
    found: list[list[tuple[str, bool]]] = []
    for nth, (cell, share) in enumerate(zip(row.cells, COLUMNS, strict=True)):
        room = width * share - 2 * CELL
        lines: list[tuple[str, bool]] = []
        for paragraph, text in enumerate(cell):
            bold = nth == 0 and paragraph == 0
            for line in wrapped(text, room, ROW_SIZE, 600 if bold else 400, _measured):
                lines.append((line, bold))
        found.append(lines)
    return found


def _measured(text: str, size: float, weight: int) -> float:
    return width_of(text, size, bold=weight >= 600)


def _row_height(row: TableRow, page: tuple[float, float]) -> float:
    return max(len(lines) for lines in _cells(row, page)) * ROW_STEP + 2 * CELL


def _table_pages(
    rows: Sequence[TableRow], page: tuple[float, float], taken: float
) -> list[tuple[TableRow, ...]]:
    room = page[1] - 2 * MARGIN - HEAD - FOOT - ROW_STEP - 2 * CELL
    pages: list[tuple[TableRow, ...]] = []
    here: list[TableRow] = []
    used = taken
    for row in rows:
        height = _row_height(row, page)
        if here and used + height > room:
            pages.append(tuple(here))
            here, used = [], 0.0
        here.append(row)
        used += height
    if here:
        pages.append(tuple(here))
    return pages


def _table_page(
    canvas: Canvas, page: tuple[float, float], rows: Sequence[TableRow], pens: Pens, below: float
) -> None:
    ink = pens.theme.colour("text")
    width = page[0] - 2 * MARGIN
    y = page[1] - MARGIN - 12 - below
    draw_text(canvas, pens.words.table_title, MARGIN, y, 15, ink, bold=True)
    y -= HEAD - 12
    lefts = [MARGIN + width * sum(COLUMNS[:nth]) for nth in range(len(COLUMNS))]
    canvas.setStrokeColor(HexColor(ink))
    canvas.setLineWidth(0.8)
    for left, heading in zip(lefts, pens.words.table_headings, strict=True):
        draw_text(canvas, heading, left + CELL, y - ROW_STEP, ROW_SIZE, ink, bold=True)
    y -= ROW_STEP + 2 * CELL
    canvas.line(MARGIN, y, MARGIN + width, y)
    canvas.setLineWidth(0.4)
    for row in rows:
        for left, lines in zip(lefts, _cells(row, page), strict=True):
            at = y - CELL - 10
            for text, bold in lines:
                draw_text(canvas, text, left + CELL, at, ROW_SIZE, ink, bold=bold)
                at -= ROW_STEP
        y -= _row_height(row, page)
        canvas.line(MARGIN, y, MARGIN + width, y)
