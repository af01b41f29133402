"""Homes in the household picture: a ground round those who live there."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.family_map.family import MapHome
from app.family_map.picture import Node
from app.family_map.sizes import label_width
from ui.icons import paint_icon
from ui.theme import HOME_TINT, current_theme
from ui.widgets.map_fit import MapState
from ui.widgets.map_items import ID
from ui.widgets.map_letters import line_of_words, measured_sizes, scene_font, scene_text_width
from ui.widgets.map_style import HOME_DOTS, HOME_WIDTH, pen

HOME_RADIUS = 20.0
LABEL_ICON = 20.0


class HomeItem(QGraphicsItem):
    """A home round its people: tinted when it is the main one, dotted outline when not."""

    def __init__(self, node: Node, home: MapHome, state: MapState) -> None:
        super().__init__()
        self._home, self._state = home, state
        corners = [QPointF(*corner) for corner in node.outline]
        self._path = rounded(corners, HOME_RADIUS, closed=True)
        self._label_at = QPointF(*(node.label_at or (node.x + 16, node.y + 18)))
        self._right = node.x + node.width
        self.setData(ID, node.id)
        self.setZValue(-5 if home.main else -4)

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-4, -4, 4, 4)

    def shape(self) -> QPainterPath:
        return QPainterPath()  # a home is a ground, not something to press

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme = current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._home.main:
            painter.setBrush(theme.colour("soft", HOME_TINT))
            painter.setPen(pen(theme.colour("primary"), HOME_WIDTH, HOME_DOTS))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(theme.colour("control"), HOME_WIDTH, HOME_DOTS))
        painter.drawPath(self._path)
        self._label(painter)

    def _label(self, painter: QPainter) -> None:
        theme = current_theme()
        token = "onsoft" if self._home.main else "text2"
        at, size = self._label_at, self._state.letters(12)
        wide, room = scene_text_width(self._home.label, size, 600), self._room()
        painter.setPen(theme.colour(token))
        painter.setFont(scene_font(size, 600))
        if wide > room:
            paint_icon(painter, "house", token, QRectF(at.x(), at.y() - 7.5, 15, 15))
            return
        # From afar the words need the place of the little house: in every home alike.
        left = LABEL_ICON if size <= measured_sizes().label_size else 0.0
        if left:
            paint_icon(painter, "house", token, QRectF(at.x(), at.y() - 7.5, 15, 15))
        line_of_words(painter, at.x() + left, at.y() - size * 0.75, size * 1.5, self._home.label)

    def _room(self) -> float:
        """The room the layout kept for the label, as far as the home goes."""
        kept = label_width(self._home.label, measured_sizes()) + 4
        return min(kept, self._right - 8 - self._label_at.x())


def rounded(points: list[QPointF], radius: float, *, closed: bool = False) -> QPainterPath:
    """Return a path through the points with its corners rounded off."""
    if len(points) < 2:
        return QPainterPath()
    if closed:
        start = (points[0] + points[1]) / 2
        points = [start, *points[1:], points[0], start]
    path = QPainterPath(points[0])
    for (before, corner), (_, after) in pairwise(pairwise(points)):
        path.lineTo(_towards(corner, before, radius))
        path.quadTo(corner, _towards(corner, after, radius))
    path.lineTo(points[-1])
    if closed:
        path.closeSubpath()
    return path


def _towards(corner: QPointF, other: QPointF, radius: float) -> QPointF:
    way = other - corner
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    if not length:
        return corner
    part = min(radius, length / 2) / length
    return QPointF(corner.x() + way.x() * part, corner.y() + way.y() * part)
