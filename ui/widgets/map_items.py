"""The things in the household picture, each painted from the theme as it is now.

Items know their own facts and the shared `MapState`, never each other and never the scene.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.family_map.family import MapAgency, MapPerson
from app.family_map.picture import Node
from app.family_map.sizes import Sizes, wrapped
from ui.icons import paint_icon
from ui.theme import TINT, current_theme
from ui.widgets.symbol import paint_symbol

ID = 0  # QGraphicsItem.data: the id of the person, agency or home
SMALLEST = 12.0  # no letter is drawn smaller, whatever the zoom
TILE_RADIUS = 12.0
SYMBOL = 34.0
LONE_SYMBOL = 68.0
NAME_STEP = 18 / 14

NEAR, NO_FLAGS = 0.99, 0.75  # zooms
NAME_TOP, NAME_TOP_FAR = 50.0, 46.0
SECOND_STEP = 4 / 3
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
    seconds_fit: bool = True

    def letters(self, size: float) -> float:
        """Return a size in scene units that is at least 12 on screen."""
        return max(size, SMALLEST / self.zoom)


def scene_font(size: float, weight: int) -> QFont:
    """Return the screen's face in scene units; the view's scale brings the text size."""
    font = current_theme().font(14, weight)
    font.setPixelSize(max(1, round(size)))
    return font


def words_fit(person: MapPerson, node: Node, state: MapState, *, second: bool) -> bool:
    """Say whether a person's name, and the second line too, fit their tile at this zoom."""
    room, size = node.width - 24, state.letters(14)
    lines = wrapped(person.name, room, size, 600, scene_text_width)
    broken = any(
        scene_text_width(word, 14, 600) <= room < scene_text_width(word, size, 600)
        for word in person.name.replace("-", "- ").split()
    )
    tall = len(lines) * size * NAME_STEP
    if second:
        small = state.letters(12)
        below = wrapped(person.second_line, room, small, 400, scene_text_width)
        tall += len(below) * small * SECOND_STEP
    top = NAME_TOP if state.zoom >= NEAR else NAME_TOP_FAR
    return not broken and top + tall <= node.height - 3


def scene_text_width(text: str, size: float, weight: int) -> float:
    """Measure words for the layout."""

    def make() -> QFontMetricsF:
        return QFontMetricsF(scene_font(size, weight))

    metrics = current_theme().kept(("metrics", round(size), weight), QFontMetricsF, make)
    return metrics.horizontalAdvance(text)


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
        top = NAME_TOP if state.zoom >= NEAR else NAME_TOP_FAR
        for line in lines:
            line_of_words(painter, 12, top, step, line)
            top += step
        if not state.seconds_fit:
            return
        size = state.letters(12)
        step = size * SECOND_STEP
        painter.setPen(theme.colour("text2"))
        painter.setFont(scene_font(size, 400))
        room = self._box.width() - 24
        for line in wrapped(person.second_line, room, size, 400, scene_text_width):
            line_of_words(painter, 12, top, step, line)
            top += step

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
        theme, agency = current_theme(), self._agency
        middle, room = self._box.center().y(), self._box.width() - 70
        size, small = self._state.letters(13), self._state.letters(12)
        names = wrapped(agency.name, room, size, 600, scene_text_width)
        seconds = wrapped(agency.second_line, room, small, 400, scene_text_width)
        step, small_step = size * 1.31, small * SECOND_STEP
        if step * len(names) + small_step * len(seconds) > self._box.height() - 4:
            seconds = ()
        tall = step * len(names) + small_step * len(seconds)
        if tall > self._box.height() - 4:
            self._name_alone(painter, size)
            return
        self._disc(painter, QPointF(29, middle))
        top = middle - tall / 2
        painter.setPen(theme.colour("text"))
        painter.setFont(scene_font(size, 600))
        for line in names:
            line_of_words(painter, 58, top, step, line)
            top += step
        painter.setPen(theme.colour("text2"))
        painter.setFont(scene_font(small, 400))
        for line in seconds:
            line_of_words(painter, 58, top, small_step, line)
            top += small_step

    def _name_alone(self, painter: QPainter, size: float) -> None:
        """Draw the name without its disc, and only the disc where not even that fits."""
        names = wrapped(self._agency.name, self._box.width() - 24, size, 600, scene_text_width)
        step = size * 1.15
        if step * len(names) > self._box.height():
            self._disc(painter, self._box.center())
            return
        painter.setPen(current_theme().colour("text"))
        painter.setFont(scene_font(size, 600))
        top = self._box.center().y() - step * len(names) / 2
        for line in names:
            room = QRectF(0, top, self._box.width(), step)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, line)
            top += step


def focus_ring(painter: QPainter, box: QRectF, radius: float) -> None:
    """Draw the focus ring outside a tile, with a gap of the ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current_theme().colour("focus"), 2))
    painter.drawRoundedRect(box.adjusted(-5, -5, 5, 5), radius + 5, radius + 5)


def line_of_words(painter: QPainter, left: float, top: float, step: float, text: str) -> None:
    room = QRectF(left, top, 4000, step)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
