"""The sidebar's navigation: a real list, so that screen readers call it one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.icons import paint_icon
from ui.theme import current_theme
from ui.widgets.pill import paint_pill, pill_size

KEY = Qt.ItemDataRole.UserRole
ICON = Qt.ItemDataRole.UserRole + 1
BADGE = Qt.ItemDataRole.UserRole + 2
ROW = 44

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere to go. `badge` is words such as "3 due", or nothing."""

    key: str
    text: str
    icon: str
    badge: str = ""


class PlacesModel(QAbstractListModel):
    """The places, in order."""

    def __init__(self, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places

    def row_of(self, key: str) -> int:
        """Return the row of a place; raises KeyError when there is none."""
        for row, place in enumerate(self._places):
            if place.key == key:
                return row
        raise KeyError(key)

    def set_badge(self, key: str, badge: str) -> None:
        """Show other words beside a place, or none."""
        row = self.row_of(key)
        places = list(self._places)
        places[row] = replace(places[row], badge=badge)
        self._places = tuple(places)
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        spoken = f"{place.text}, {place.badge}" if place.badge else place.text
        values = {
            int(Qt.ItemDataRole.DisplayRole): place.text,
            int(Qt.ItemDataRole.ToolTipRole): spoken,
            int(Qt.ItemDataRole.AccessibleTextRole): spoken,
            int(KEY): place.key,
            int(ICON): place.icon,
            int(BADGE): place.badge,
        }
        return values.get(int(role))


class Navigation(QListView):
    """Where one can go; arrow keys move, and moving is choosing."""

    chosen = Signal(str)

    def __init__(
        self, places: tuple[Place, ...], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "navigation")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.compact = False
        self._places = PlacesModel(places, self)
        self.setModel(self._places)
        self.setItemDelegate(_PlaceDelegate(self))
        self.selectionModel().currentChanged.connect(self._tell)

    def choose(self, key: str) -> None:
        """Go to a place."""
        self.setCurrentIndex(self._places.index(self._places.row_of(key)))

    def mark(self, key: str) -> None:
        """Mark a place as the one that is shown, without going there."""
        before = self.blockSignals(True)
        self.choose(key)
        self.blockSignals(before)
        self.viewport().update()

    def set_badge(self, key: str, badge: str) -> None:
        """Show words beside a place, such as "3 due", or none."""
        self._places.set_badge(key, badge)

    def set_compact(self, compact: bool) -> None:
        """Show icons only, with tooltips, for narrow windows."""
        self.compact = compact
        self.viewport().update()

    def sizeHint(self) -> QSize:
        rows = self._places.rowCount()
        return QSize(current_theme().px(200), rows * (current_theme().px(ROW) + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(ROW), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        super().changeEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        key = current.data(KEY)
        if isinstance(key, str):
            self.chosen.emit(key)


class _PlaceDelegate(QStyledItemDelegate):
    """Draws one place: icon, words, and a pill with words."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._navigation = navigation

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(current_theme().px(120), current_theme().px(ROW) + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        where = QRectF(option.rect).adjusted(1, 2, -1, -2)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hover:
            painter.setBrush(theme.colour("soft" if selected else "sunken"))
            painter.drawRoundedRect(where, 8, 8)
        if selected and self._navigation.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 8, 8)
        self._words(painter, where, index, selected=selected)
        painter.restore()

    def _words(self, painter: QPainter, where: QRectF, index: Index, *, selected: bool) -> None:
        theme = current_theme()
        token = "onsoft" if selected else "text2"
        side = theme.px(20)
        left = where.left() + theme.px(12)
        if self._navigation.compact:
            left = where.center().x() - side / 2
        top = where.center().y() - side / 2
        paint_icon(painter, str(index.data(ICON)), token, QRectF(left, top, side, side))
        if self._navigation.compact:
            return
        badge = str(index.data(BADGE) or "")
        right = where.right() - theme.px(10)
        if badge:
            size = pill_size(badge)
            right -= size.width()
            box = QRectF(right, where.center().y() - size.height() / 2, size.width(), size.height())
            paint_pill(painter, box, badge, tone="warn")
        painter.setPen(theme.colour(token))
        painter.setFont(theme.font(14, 600 if selected else 500))
        start = left + side + theme.px(12)
        room = QRectF(start, where.top(), right - start, where.height())
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
