"""The things in the household picture, each painted from the theme as it is now.

Items know their own facts and the shared `MapState`, never each other and never the scene.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.family_map.family import MapAgency, MapHome, MapPerson
from app.family_map.picture import Node
from app.family_map.sizes import Sizes, wrapped
from ui.icons import paint_icon
from ui.theme import HOME_TINT, TINT, current_theme
from ui.widgets.map_style import DOTS, pen
from ui.widgets.symbol import paint_symbol

ID = 0  # QGraphicsItem.data: the id of the person, agency or home
SMALLEST = 12.0  # no letter is drawn smaller, whatever the zoom
TILE_RADIUS = 12.0
HOME_RADIUS = 20.0
SYMBOL = 34.0
LONE_SYMBOL = 68.0
NAME_STEP = 18 / 14

NO_SECOND_LINE, NO_FLAGS = 0.99, 0.75  # zooms below which these are dropped
FLAG_TOKENS = {
    "heart-pulse": "health",
    "stethoscope": "health",
    "baby": "health",
    "graduation-cap": "edu",
    "scale": "justice",
    "house": "housing",
    "briefcase": "work",
    "heart-handshake": "ok",
    "triangle-alert": "warn",
    "clock": "warn",
}


@dataclass(slots=True)
class MapState:
    """What the whole picture shares: who is selected, where the focus is, how near one looks."""

    selected: str = ""
    current: str = ""
    has_focus: bool = False
    zoom: float = 1.0
    names_fit: bool = True  # all or none, so that the picture reads as one

    def letters(self, size: float) -> float:
        """Return a size in scene units that is at least 12 on screen."""
        return max(size, SMALLEST / self.zoom)


def scene_font(size: float, weight: int) -> QFont:
    """Return the screen's face in scene units; the view's scale brings the text size."""
    font = current_theme().font(14, weight)
    font.setPixelSize(max(1, round(size)))
    return font


def name_fits(name: str, node: Node, state: MapState) -> bool:
    """Say whether a person's name fits their tile at this zoom."""
    size = state.letters(14)
    lines = wrapped(name, node.width - 24, size, 600, scene_text_width)
    room = node.width - 24
    broken = any(
        scene_text_width(word, 14, 600) <= room < scene_text_width(word, size, 600)
        for word in name.replace("-", "- ").split()
    )
    return not broken and len(lines) * size * NAME_STEP <= node.height - 48


def scene_text_width(text: str, size: float, weight: int) -> float:
    """Measure words for the layout."""
    return QFontMetricsF(scene_font(size, weight)).horizontalAdvance(text)


def measured_sizes() -> Sizes:
    """Return the layout's sizes with words measured in the screen's face."""
    return Sizes(text_width=scene_text_width)


class PersonItem(QGraphicsItem):
    """A person's tile: symbol, flags, name, second line."""

    def __init__(self, node: Node, person: MapPerson, state: MapState, *, index: bool) -> None:
        super().__init__()
        self._person, self._state, self._index = person, state, index
        self._box = QRectF(0, 0, node.width, node.height)
        self.setPos(node.x, node.y)
        self.setData(ID, node.id)
        self.setZValue(2)

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-10, -10, 10, 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme, state = current_theme(), self._state
        selected = state.selected == self._person.id
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not theme.dark and not theme.high_contrast:
            self._shadow(painter, strong=selected)
        painter.setBrush(theme.colour("surface"))
        edge = theme.colour("primary" if selected else "line")
        painter.setPen(QPen(edge, 2.2 if selected else 1.0))
        painter.drawRoundedRect(self._box, TILE_RADIUS, TILE_RADIUS)
        self._words(painter)
        if state.has_focus and state.current == self._person.id:
            focus_ring(painter, self._box, TILE_RADIUS)

    def _shadow(self, painter: QPainter, *, strong: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour("text", 8 if strong else 5))
        for step in range(6):
            spread = self._box.adjusted(-step * 0.6, 1 - step * 0.2, step * 0.6, 1 + step * 0.9)
            radius = TILE_RADIUS + step * 0.5
            painter.drawRoundedRect(spread, radius, radius)

    def _words(self, painter: QPainter) -> None:
        theme, state, person = current_theme(), self._state, self._person
        size = state.letters(14)
        step = size * NAME_STEP
        if not state.names_fit:
            self._symbol_alone(painter)
            return
        lines = wrapped(person.name, self._box.width() - 24, size, 600, scene_text_width)
        self._symbol(painter, QRectF(12, 12, SYMBOL, SYMBOL))
        if state.zoom >= NO_FLAGS:
            self._flags(painter)
        painter.setPen(theme.colour("text"))
        painter.setFont(scene_font(size, 600))
        top = 50.0
        for line in lines:
            _line_of_words(painter, 12, top, step, line)
            top += step
        if state.zoom < NO_SECOND_LINE:
            return
        painter.setPen(theme.colour("text2"))
        painter.setFont(scene_font(12, 400))
        for line in wrapped(person.second_line, self._box.width() - 24, 12, 400, scene_text_width):
            _line_of_words(painter, 12, top, 16, line)
            top += 16

    def _symbol_alone(self, painter: QPainter) -> None:
        where = QRectF(0, 0, LONE_SYMBOL, LONE_SYMBOL)
        where.moveCenter(self._box.center())
        self._symbol(painter, where)

    def _symbol(self, painter: QPainter, where: QRectF) -> None:
        person = self._person
        paint_symbol(
            painter,
            where,
            person.symbol,
            person.initials,
            font=scene_font(12, 600),
            deceased=person.deceased,
            index=self._index,
            smallest=SMALLEST / self._state.zoom,
        )

    def _flags(self, painter: QPainter) -> None:
        left = self._box.width() - 12.0
        for name in reversed(self._person.flags[:3]):
            left -= 18
            paint_icon(painter, name, FLAG_TOKENS.get(name, "text2"), QRectF(left, 14, 16, 16))


class AgencyItem(QGraphicsItem):
    """An agency: a disc in its sector's tint, its name, and who it is for."""

    def __init__(
        self, node: Node, agency: MapAgency, state: MapState, *, known_to: frozenset[str]
    ) -> None:
        super().__init__()
        self._agency, self._state, self._known_to = agency, state, known_to
        self._box = QRectF(0, 0, node.width, node.height)
        self.setPos(node.x, node.y)
        self.setData(ID, node.id)
        self.setZValue(2)

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-8, -8, 8, 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme, state, agency = current_theme(), self._state, self._agency
        radius = min(self._box.height() / 2, 29)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, width = theme.colour("line"), 1.0
        if state.selected == agency.id:
            edge, width = theme.colour("primary"), 2.2
        elif state.selected in self._known_to:
            edge, width = theme.colour(agency.sector), 1.6
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(edge, width))
        painter.drawRoundedRect(self._box, radius, radius)
        self._words(painter)
        if state.has_focus and state.current == agency.id:
            focus_ring(painter, self._box, radius)

    def _disc(self, painter: QPainter, centre: QPointF) -> None:
        theme, agency = current_theme(), self._agency
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(agency.sector, TINT))
        painter.drawEllipse(centre, 20, 20)
        box = QRectF(centre.x() - 10, centre.y() - 10, 20, 20)
        paint_icon(painter, agency.icon, agency.sector, box)

    def _words(self, painter: QPainter) -> None:
        theme, agency, zoom = current_theme(), self._agency, self._state.zoom
        middle = self._box.center().y()
        size = self._state.letters(13)
        names = wrapped(agency.name, self._box.width() - 70, size, 600, scene_text_width)
        seconds: tuple[str, ...] = ()
        if zoom >= NO_SECOND_LINE:
            room = self._box.width() - 70
            seconds = wrapped(agency.second_line, room, 12, 400, scene_text_width)
        step = size * 1.31
        tall = step * len(names) + 16 * len(seconds)
        if tall > self._box.height() - 4:
            self._disc(painter, self._box.center())
            return
        self._disc(painter, QPointF(29, middle))
        top = middle - tall / 2
        painter.setPen(theme.colour("text"))
        painter.setFont(scene_font(size, 600))
        for line in names:
            _line_of_words(painter, 58, top, step, line)
            top += step
        painter.setPen(theme.colour("text2"))
        painter.setFont(scene_font(12, 400))
        for line in seconds:
            _line_of_words(painter, 58, top, 16, line)
            top += 16


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
            painter.setPen(QPen(theme.colour("primary", 90), 1.2))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(theme.colour("control"), 1.3, DOTS))
        painter.drawPath(self._path)
        self._label(painter)

    def _label(self, painter: QPainter) -> None:
        theme = current_theme()
        token = "onsoft" if self._home.main else "text2"
        at, size = self._label_at, self._state.letters(12)
        paint_icon(painter, "house", token, QRectF(at.x(), at.y() - 7.5, 15, 15))
        wide = scene_text_width(self._home.label, size, 600)
        if at.x() + 20 + wide > self._right - 8:
            return
        painter.setPen(theme.colour(token))
        painter.setFont(scene_font(size, 600))
        _line_of_words(painter, at.x() + 20, at.y() - size * 0.75, size * 1.5, self._home.label)


def focus_ring(painter: QPainter, box: QRectF, radius: float) -> None:
    """Draw the focus ring outside a tile, with a gap of the ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current_theme().colour("focus"), 2))
    painter.drawRoundedRect(box.adjusted(-5, -5, 5, 5), radius + 5, radius + 5)


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


def _line_of_words(painter: QPainter, left: float, top: float, step: float, text: str) -> None:
    room = QRectF(left, top, 4000, step)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
