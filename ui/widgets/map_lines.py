"""The lines of the picture: family lines in grey, sharing lines in colour with a badge."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.family_map.family import TieState
from app.family_map.picture import Line, LineKind
from ui.icons import paint_icon
from ui.theme import current_theme
from ui.widgets.map_fit import MapState
from ui.widgets.map_homes import rounded
from ui.widgets.map_letters import scene_font
from ui.widgets.map_style import (
    BADGE,
    BADGE_ICON,
    CARER_WIDTH,
    FAMILY_WIDTH,
    NOTATION,
    QUIET_WIDTH,
    SHARING_WIDTH,
    SOLID,
    pen,
)

RADIUS = 10.0
UNDER_TILE = 14.0  # from the foot of a tile to the middle of a badge under it


class FamilyLine(QGraphicsItem):
    """A couple, a child or a carer: pattern and letter say how."""

    def __init__(self, line: Line, state: MapState) -> None:
        super().__init__()
        self._line, self._state = line, state
        self._points = [QPointF(*point) for point in line.points]
        self._path = rounded(self._points, RADIUS)
        self.setZValue(-2)

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-14, -14, 14, 14)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        line, grey = self._line, current_theme().colour("control")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pattern = SOLID
        if line.couple is not None:
            pattern = NOTATION.couples[line.couple].pattern
        elif line.child is not None:
            pattern = NOTATION.children[line.child].pattern
        width = CARER_WIDTH if line.kind is LineKind.CARER else FAMILY_WIDTH
        painter.setPen(pen(grey, width, pattern))
        painter.drawPath(self._path)
        if line.couple is not None:
            paint_slashes(painter, self._beside_the_middle(), NOTATION.couples[line.couple].slashes)
        if line.letter and line.letter_at is not None:
            at = QPointF(*line.letter_at)
            paint_letter(painter, at, line.letter, size=self._state.letters(12))

    def _beside_the_middle(self) -> QPointF:
        """Return a place where no child's line hangs down."""
        start, end = max(pairwise(self._points), key=lambda piece: _length(*piece))
        return QPointF(start.x() * 0.72 + end.x() * 0.28, start.y() * 0.72 + end.y() * 0.28)


class SharingLine(QGraphicsItem):
    """A person's tie to an agency, drawn only while one of the two is selected.

    While the person is, the line has its pattern and colour and the badge stands at the agency.
    While the agency is, lines of several people run into one: they stay plain, and each person
    has the badge under the tile.
    """

    def __init__(self, line: Line, state: MapState) -> None:
        super().__init__()
        self._line, self._state = line, state
        self._path = rounded([QPointF(*point) for point in line.points], RADIUS)
        self.setZValue(4)

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-20, -20, 20, 20)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def show_if_selected(self) -> None:
        """Show the line while one of its two ends is selected."""
        self.setVisible(bool(self._state.selected) and self._state.selected in self._line.ends)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme, line = current_theme(), self._line
        if line.state is None or line.badge_at is None:
            return
        style = NOTATION.sharing[line.state]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        centre = QPointF(*line.badge_at)
        if self._state.selected == line.ends[-1]:
            painter.setPen(pen(theme.colour("control"), QUIET_WIDTH))
            centre = QPointF(*line.points[0]) + QPointF(0, UNDER_TILE)
        else:
            painter.setPen(pen(theme.colour(style.colour), SHARING_WIDTH, style.pattern))
        painter.drawPath(self._path)
        paint_badge(painter, centre, line.state)


def paint_badge(painter: QPainter, centre: QPointF, state: TieState) -> None:
    """Draw the round badge that every sharing line carries."""
    theme, style = current_theme(), NOTATION.sharing[state]
    painter.setPen(QPen(theme.colour(style.colour), 1.6))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(centre, BADGE / 2, BADGE / 2)
    half = BADGE_ICON / 2
    box = QRectF(centre.x() - half, centre.y() - half, BADGE_ICON, BADGE_ICON)
    paint_icon(painter, style.badge, style.colour, box)


def paint_letter(
    painter: QPainter, centre: QPointF, letter: str, *, size: float, ground: str = "canvas"
) -> None:
    """Draw the letter of a child's or carer's line on a plate of the ground."""
    theme = current_theme()
    box = QRectF(0, 0, size * (0.9 + 0.55 * len(letter)), size * 1.3)
    box.moveCenter(centre)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(box, size * 0.4, size * 0.4)
    painter.setPen(theme.colour("text"))
    painter.setFont(scene_font(size, 600))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def paint_slashes(painter: QPainter, centre: QPointF, count: int) -> None:
    """Draw one slash for separated, two for divorced."""
    painter.setPen(pen(current_theme().colour("control"), FAMILY_WIDTH))
    for nth in range(count):
        x = centre.x() + (nth - (count - 1) / 2) * 6
        painter.drawLine(QPointF(x - 4, centre.y() + 8), QPointF(x + 4, centre.y() - 8))


def _length(one: QPointF, other: QPointF) -> float:
    return math.hypot(other.x() - one.x(), other.y() - one.y())
