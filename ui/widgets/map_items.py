"""The things in the household picture, each painted from the theme as it is now.

Items know their own facts and the shared `MapState`, never each other and never the scene.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.family_map.family import MapAgency, MapPerson
from app.family_map.picture import Node
from app.family_map.sizes import AFAR_SIDES, AFAR_STEP
from ui.icons import paint_icon
from ui.theme import TINT, current_theme
from ui.widgets.map_fit import (
    AGENCY_NAME,
    FOOT,
    NAME,
    NAME_TOP,
    SECOND,
    SECOND_STEP,
    SMALL_ICON,
    STEP,
    SYMBOL_TOP,
    AgencyLook,
    MapState,
    PersonLook,
    agency_steps,
    agency_words,
    name_lines,
    second_lines,
)
from ui.widgets.map_letters import line_of_words, scene_font
from ui.widgets.symbol import paint_symbol

ID = 0  # QGraphicsItem.data: the id of the person, agency or home
TILE_RADIUS = 12.0
PILL_RADIUS, PILL_RADIUS_FAR = 27.0, 18.0
LONE_SYMBOL = 68.0
DISC = 18.0
FAR_ICON = 18.0
NO_FLAGS = 0.75  # zoom
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


class PersonItem(QGraphicsItem):
    """A person's tile: symbol, flags, name, second line."""

    def __init__(
        self,
        node: Node,
        person: MapPerson,
        state: MapState,
        *,
        index: bool,
        known_by: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self._node, self._person, self._state = node, person, state
        self._index, self._known_by = index, known_by
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
        edge, width = theme.colour("line"), 1.0
        if selected:
            edge, width = theme.colour("primary"), 2.2
        elif state.selected in self._known_by:
            edge, width = theme.colour("primary"), 1.4
        painter.setPen(QPen(edge, width))
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
        look = state.people
        if look is PersonLook.SYMBOL:
            self._symbol_alone(painter)
            return
        near = look is PersonLook.ALL
        left, step = (12.0, STEP) if near else (AFAR_SIDES / 2, AFAR_STEP)
        above = 12.0 if near else SYMBOL_TOP
        top = NAME_TOP if near else state.symbol + SYMBOL_TOP + FOOT
        self._symbol(painter, QRectF(left, above, state.symbol, state.symbol))
        if state.zoom >= NO_FLAGS:
            self._flags(painter)
        size = state.letters(NAME)
        painter.setPen(theme.colour("text"))
        painter.setFont(scene_font(size, 600))
        for line in name_lines(person, self._node, state, look):
            line_of_words(painter, left, top, size * step, line)
            top += size * step
        size = state.letters(SECOND)
        step = SECOND_STEP if near else AFAR_STEP
        painter.setPen(theme.colour("text2"))
        painter.setFont(scene_font(size, 400))
        for line in second_lines(person, self._node, state, look):
            line_of_words(painter, left, top, size * step, line)
            top += size * step

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
            person.initials if self._state.initials else "",
            font=scene_font(12, 600),
            deceased=person.deceased,
            index=self._index,
            smallest=self._state.letters(0),
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
        self._node, self._agency, self._state = node, agency, state
        self._known_to = known_to
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
        near = state.agencies is AgencyLook.ALL
        radius = min(self._box.height() / 2, PILL_RADIUS) if near else PILL_RADIUS_FAR
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
        painter.drawEllipse(centre, DISC, DISC)
        box = QRectF(centre.x() - 10, centre.y() - 10, 20, 20)
        paint_icon(painter, agency.icon, agency.sector, box)

    def _words(self, painter: QPainter) -> None:
        theme, state, look = current_theme(), self._state, self._state.agencies
        if look is AgencyLook.ICON:
            self._disc(painter, self._box.center())
            return
        names, seconds = agency_words(self._agency, self._node, state, look)
        step, small_step = agency_steps(state, look)
        top = self._box.center().y() - (step * len(names) + small_step * len(seconds)) / 2
        left = self._icon(painter, look)
        painter.setPen(theme.colour("text"))
        painter.setFont(scene_font(state.letters(AGENCY_NAME), 600))
        for line in names:
            self._line(painter, left, top, step, line)
            top += step
        painter.setPen(theme.colour("text2"))
        painter.setFont(scene_font(state.letters(SECOND), 400))
        for line in seconds:
            self._line(painter, left, top, small_step, line)
            top += small_step

    def _icon(self, painter: QPainter, look: AgencyLook) -> float:
        """Draw the icon as far as there is room, and return where words begin beside it."""
        middle = self._box.center().y()
        if look is AgencyLook.ALL:
            self._disc(painter, QPointF(10 + DISC, middle))
            return 2 * DISC + 17
        if look in SMALL_ICON:
            box = QRectF(9, middle - FAR_ICON / 2, FAR_ICON, FAR_ICON)
            paint_icon(painter, self._agency.icon, self._agency.sector, box)
            return FAR_ICON + 16
        return 0.0

    def _line(self, painter: QPainter, left: float, top: float, step: float, text: str) -> None:
        if left:
            line_of_words(painter, left, top, step, text)
        else:
            room = QRectF(0, top, self._box.width(), step)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def focus_ring(painter: QPainter, box: QRectF, radius: float) -> None:
    """Draw the focus ring outside a tile, with a gap of the ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current_theme().colour("focus"), 2))
    painter.drawRoundedRect(box.adjusted(-5, -5, 5, 5), radius + 5, radius + 5)
