"""Puts the picture's shapes and lines of words on a ReportLab canvas."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import runs_of, width_of
from app.documents.icon_paths import Steps
from app.documents.map_shapes import Drawn, Group, Words


def draw_groups(canvas: Canvas, groups: Sequence[Group]) -> None:
    """Draw shapes where the canvas's own units now are scene units, y down."""
    for group in groups:
        for shape in group.shapes:
            if isinstance(shape, Drawn):
                _draw_path(canvas, shape)
            else:
                _draw_words(canvas, shape)


def draw_text(
    canvas: Canvas,
    text: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    *,
    bold: bool = False,
) -> float:
    """Write a line in whatever faces it needs; return its width."""
    line = canvas.beginText(x, y)
    line.setFillColor(HexColor(colour))
    for run in runs_of(text, bold=bold):
        line.setFont(run.face, size)
        line.textOut(run.text)
    canvas.drawText(line)
    return width_of(text, size, bold=bold)


def _draw_path(canvas: Canvas, shape: Drawn) -> None:
    path = canvas.beginPath()
    _add_steps(path, shape.steps)
    canvas.saveState()
    canvas.setLineJoin(1)
    canvas.setLineCap(0 if shape.dash else 1)
    if shape.fill is not None:
        canvas.setFillColor(HexColor(shape.fill), alpha=shape.opacity)
    if shape.stroke is not None:
        canvas.setStrokeColor(HexColor(shape.stroke))
        canvas.setLineWidth(shape.width)
    if shape.dash:
        canvas.setDash(list(shape.dash))
    canvas.drawPath(path, stroke=int(shape.stroke is not None), fill=int(shape.fill is not None))
    canvas.restoreState()


def _add_steps(path: object, steps: Steps) -> None:
    draw = {"M": "moveTo", "L": "lineTo", "C": "curveTo", "Z": "close"}
    for kind, numbers in steps:
        getattr(path, draw[kind])(*numbers)


def _draw_words(canvas: Canvas, words: Words) -> None:
    width = width_of(words.text, words.size, bold=words.bold)
    x = words.x - (width / 2 if words.anchor == "middle" else 0)
    canvas.saveState()
    canvas.translate(x, words.y)
    canvas.scale(1, -1)
    draw_text(canvas, words.text, 0, 0, words.size, words.colour, bold=words.bold)
    canvas.restoreState()
