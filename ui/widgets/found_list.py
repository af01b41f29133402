"""The list of what was found: headings that the arrow keys pass over, and two lines a hit."""

from __future__ import annotations

from dataclasses import dataclass

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
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.finding import Findings, Group, Hit
from ui.found_words import ICONS, group_heading, hit_detail, hit_mark, hit_spoken, hit_title
from ui.icons import paint_icon
from ui.theme import current_theme
from ui.widgets.pill import paint_pill, pill_size

LINE = Qt.ItemDataRole.UserRole
HIT_HEIGHT, HEADING_HEIGHT = 58, 40
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, or a hit under it with its words, put together once and not at each paint."""

    text: str
    hit: Hit | None = None
    detail: str = ""
    mark: str = ""


class FoundModel(QAbstractListModel):
    """What was found, in rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Line] = []

    def show(self, found: tuple[Findings, ...]) -> None:
        """Show these instead of what is shown now."""
        self.beginResetModel()
        self._rows = list(_rows(found))
        self.endResetModel()

    def add(self, found: tuple[Findings, ...]) -> None:
        """Show these below what is shown already."""
        rows = _rows(found)
        if rows:
            first = len(self._rows)
            self.beginInsertRows(ROOT, first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def hit(self, row: int) -> Hit | None:
        """Return the hit in a row, None for a heading."""
        return self._rows[row].hit

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        spoken = row.text if row.hit is None else hit_spoken(row.hit)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.hit is not None:
            return spoken
        return row if role == LINE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = index.isValid() and self._rows[index.row()].hit is None
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)


class FoundList(QListView):
    """Shows hits; Enter, Space or a press opens one, and Up from the first leaves the list."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found = FoundModel(self)
        self.setModel(self.found)
        self.setItemDelegate(_HitDelegate(self))
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.clicked.connect(self._open)

    def hits(self) -> list[Hit]:
        """Return what is shown, from the top."""
        rows = (self.found.hit(row) for row in range(self.found.rowCount()))
        return [hit for hit in rows if hit is not None]

    def enter(self) -> None:
        """Take the focus, with the first hit chosen."""
        row = self._first()
        if row >= 0:
            self.setCurrentIndex(self.found.index(row))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= self._first():
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()  # the page clears the search
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _first(self) -> int:
        count = self.found.rowCount()
        return next((row for row in range(count) if self.found.hit(row) is not None), -1)

    def _open(self, index: QModelIndex) -> None:
        hit = self.found.hit(index.row()) if index.isValid() else None
        if hit is not None:
            self.opened.emit(hit)


class _HitDelegate(QStyledItemDelegate):
    """Draws a heading, or a hit: icon, two lines, and a mark in words at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = current_theme()
        line = index.data(LINE)
        heading = isinstance(line, Line) and line.hit is None
        return QSize(theme.px(200), theme.px(HEADING_HEIGHT if heading else HIT_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        line = index.data(LINE)
        where = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not isinstance(line, Line) or line.hit is None:
            painter.setPen(theme.colour("text2"))
            painter.setFont(theme.font(12, 600))
            room = where.adjusted(theme.px(12), 0, -theme.px(12), -theme.px(6))
            _line(painter, room, str(index.data()), Qt.AlignmentFlag.AlignBottom)
        else:
            self._ground(painter, where.adjusted(2, 1, -2, -1), option)
            self._hit(
                painter,
                where,
                line,
                line.hit.group,
                selected=_is(option, QStyle.StateFlag.State_Selected),
            )
        painter.restore()

    def _ground(self, painter: QPainter, where: QRectF, option: QStyleOptionViewItem) -> None:
        theme = current_theme()
        selected = _is(option, QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or _is(option, QStyle.StateFlag.State_MouseOver):
            painter.setBrush(theme.colour("soft" if selected else "sunken"))
            painter.drawRoundedRect(where, 8, 8)
        if _is(option, QStyle.StateFlag.State_HasFocus):
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 8, 8)

    def _hit(
        self, painter: QPainter, where: QRectF, line: Line, group: Group, *, selected: bool
    ) -> None:
        theme = current_theme()
        token = "onsoft" if selected else "text2"
        side, gap = theme.px(20), theme.px(12)
        top = where.center().y() - side / 2
        paint_icon(painter, ICONS[group], token, QRectF(where.left() + gap, top, side, side))
        left, right = where.left() + gap + side + gap, where.right() - gap
        if line.mark:
            size = pill_size(line.mark)
            right -= size.width()
            top = where.center().y() - size.height() / 2
            box = QRectF(right, top, size.width(), size.height())
            paint_pill(painter, box, line.mark, tone="info")
            right -= gap
        half = where.height() / 2 - theme.px(4)
        upper = QRectF(left, where.top() + theme.px(4), right - left, half)
        painter.setPen(theme.colour("onsoft" if selected else "text"))
        painter.setFont(theme.font(14, 600))
        _line(painter, upper, line.text, Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(theme.colour(token))
        painter.setFont(theme.font(13))
        lower = QRectF(left, upper.bottom(), right - left, half)
        _line(painter, lower, line.detail, Qt.AlignmentFlag.AlignVCenter)


def _line(painter: QPainter, room: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, align | Qt.AlignmentFlag.AlignLeft, shown)


def _rows(found: tuple[Findings, ...]) -> list[Line]:
    rows = []
    for findings in found:
        shown = len(findings.hits)
        rows.append(Line(group_heading(findings.group, more=findings.more, shown=shown)))
        rows += [Line(hit_title(hit), hit, hit_detail(hit), hit_mark(hit)) for hit in findings.hits]
    return rows


def _is(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)
