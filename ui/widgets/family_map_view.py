"""The household picture on screen: people, homes, agencies and where sharing stands.

Shows a laid-out picture and says who was chosen. It keeps ids, never items: the family and the
picture are the truth, and the scene is made again from them.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from app.family_map.family import Family
from app.family_map.picture import Picture
from app.family_map.sizes import Sizes
from ui.widgets.map_access import MapList, install_access
from ui.widgets.map_fit import MapState, note_what_fits
from ui.widgets.map_items import ID, AgencyItem, PersonItem
from ui.widgets.map_letters import measured_sizes
from ui.widgets.map_scene import content_of, fill_scene, show_selected_lines
from ui.widgets.map_walk import Way, next_to, reading_order
from ui.widgets.map_words import description_of, name_of
from ui.widgets.zooming_view import ZoomingView

_WAYS = {
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
}


class FamilyMapView(ZoomingView):
    """Shows one family. Arrow keys follow kin, Enter opens, Tab goes from one to the next."""

    person_chosen = Signal(str)
    agency_chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            install_access(application)  # first, as Qt may ask for the interface at once
        super().__init__(parent)
        self._spoken: list[QAccessibleInterface] = []
        self._family = Family(people=())
        self._picture = Picture(width=1, height=1, nodes=(), lines=())
        self._state = MapState()
        self._order: tuple[str, ...] = ()
        self._pressed_at = QPoint()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @staticmethod
    def sizes() -> Sizes:
        """Return the sizes for the layout, with words measured in the screen's face."""
        return measured_sizes()

    def show_family(self, family: Family, picture: Picture) -> None:
        """Show another family, or the same one changed; the selection stays where it can."""
        self._family, self._picture = family, picture
        self._order = reading_order(picture)
        state = self._state
        state.selected = state.selected if state.selected in self._order else ""
        if state.current not in self._order:
            state.current = state.selected or (self._order[0] if self._order else "")
        fill_scene(self.scene(), family, picture, state)
        self.viewport().update()
        self.show_content(content_of(picture))

    def select(self, id_: str) -> None:
        """Select a person or an agency without telling anybody; "" selects nobody."""
        if id_ and id_ not in self._order:
            return
        self._state.selected = id_
        if id_:
            self._state.current = id_
            self._bring_into_view(id_)
        self._refresh_lines()

    def selected(self) -> str:
        """Return the id of who is selected, or ""."""
        return self._state.selected

    # -- what a screen reader asks

    def spoken_ids(self) -> tuple[str, ...]:
        """Return the ids of people and agencies in reading order."""
        return self._order

    def spoken_name(self, id_: str) -> str:
        """Return a name that makes sense alone."""
        return name_of(self._family, id_)

    def spoken_description(self, id_: str) -> str:
        """Return relations and sharing in words."""
        return description_of(self._family, id_)

    def spoken_place(self, id_: str) -> QRect:
        """Return where somebody is on the screen."""
        box = self.mapFromScene(self._box(id_)).boundingRect()
        return QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())

    def spoken_selected(self) -> str:
        """Return the id of who is selected, or ""."""
        return self._state.selected

    def spoken_current(self) -> str:
        """Return the id of who has the focus inside the picture, or ""."""
        return self._state.current

    def keep_spoken(self, interface: QAccessibleInterface) -> None:
        """Keep a reference, as Qt keeps none to what Python made."""
        self._spoken.append(interface)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if way is not None and not control and self._state.current:
            self._choose(next_to(self._family, self._picture, self._state.current, way))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._state.current:
            self.opened.emit(self._state.current)
        elif event.key() == Qt.Key.Key_Space and self._state.current:
            self._choose(self._state.current)
        elif control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        elif control and event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        order, current = self._order, self._state.current
        if self.hasFocus() and current in order:
            place = order.index(current) + (1 if next else -1)
            if 0 <= place < len(order):
                self._move_focus(order[place])
                return True
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._state.has_focus = event.reason() is not Qt.FocusReason.MouseFocusReason
        if event.reason() is Qt.FocusReason.TabFocusReason and self._order:
            self._state.current = self._state.selected or self._order[0]
        if event.reason() is Qt.FocusReason.BacktabFocusReason and self._order:
            self._state.current = self._state.selected or self._order[-1]
        self._say_focus()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._state.has_focus = False
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        at = event.position().toPoint()
        moved = (at - self._pressed_at).manhattanLength()
        if moved < QApplication.startDragDistance():
            id_ = self._at(at)
            if id_:
                self._choose(id_)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        id_ = self._at(event.position().toPoint())
        if id_:
            self.opened.emit(id_)

    # -- private

    def _refresh_lines(self) -> None:
        show_selected_lines(self.scene())
        self.viewport().update()

    def _choose(self, id_: str) -> None:
        self.select(id_)
        self._say_focus()
        if any(person.id == id_ for person in self._family.people):
            self.person_chosen.emit(id_)
        else:
            self.agency_chosen.emit(id_)

    def _move_focus(self, id_: str) -> None:
        self._state.current = id_
        self._state.has_focus = True
        self._bring_into_view(id_)
        self._say_focus()
        self.viewport().update()

    def _say_focus(self) -> None:
        if not QAccessible.isActive() or not self.hasFocus():
            return
        spoken = QAccessible.queryAccessibleInterface(self)
        if isinstance(spoken, MapList) and self._state.current in self._order:
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(self._order.index(self._state.current))
            QAccessible.updateAccessibility(event)

    def _box(self, id_: str) -> QRectF:
        node = self._picture.node(id_)
        return QRectF(node.x, node.y, node.width, node.height)

    def _bring_into_view(self, id_: str) -> None:
        self.ensureVisible(self._box(id_), 24, 24)

    def _at(self, where: QPoint) -> str:
        for item in self.items(where):
            if isinstance(item, PersonItem | AgencyItem):
                return str(item.data(ID))
        return ""

    def _note_zoom(self) -> None:
        self._state.zoom = self.zoom
        note_what_fits(self._family, self._picture, self._state, text=self._text_scale())
