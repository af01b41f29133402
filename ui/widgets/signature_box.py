"""A box to sign in with a finger, a pen or the mouse, and what to do for who cannot sign."""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.signing import FEWEST_POINTS, MOST_POINTS, MOST_STROKES, WIDEST
from ui.theme import current_theme
from ui.widgets.buttons import Button
from ui.widgets.map_flow import FlowLayout

HIGH, INK = 200, 2.6  # pixels of the design page

Stroke = list[tuple[int, int]]


class SignaturePad(QWidget):
    """Draws what is signed. Points are kept in thousandths of the width, so no size is lost."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[Stroke] = []
        self._drawing = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def strokes(self) -> str:
        """Return the strokes as JSON, or "" while nothing is signed."""
        points = sum(len(stroke) for stroke in self._strokes)
        return json.dumps(self._strokes) if points >= FEWEST_POINTS else ""

    def show_strokes(self, strokes: str) -> None:
        """Show what was signed before."""
        drawn = json.loads(strokes) if strokes else []
        self._strokes = [[(x, y) for x, y in stroke] for stroke in drawn]
        self.update()

    @property
    def empty(self) -> bool:
        """Whether nothing at all is drawn."""
        return not any(self._strokes)

    def clear(self) -> None:
        """Take everything away that was drawn."""
        self._strokes, self._drawing = [], False
        self.update()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(480), current_theme().px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(160), current_theme().px(HIGH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        kind = event.type()
        if kind is QEvent.Type.TabletPress:
            self._begin(event.position())
        elif kind is QEvent.Type.TabletMove:
            self._go_on(event.position())
        elif kind is QEvent.Type.TabletRelease:
            self._end()
        event.accept()  # or Qt makes the same stroke again with the mouse

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.points():
            where = event.points()[0].position()  # a second finger draws nothing
            if event.type() is QEvent.Type.TouchBegin:
                self._begin(where)
            elif event.type() is QEvent.Type.TouchUpdate:
                self._go_on(where)
            else:
                self._end()
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = ("focus", 2) if self.hasFocus() else ("control", 1.4)
        painter.setPen(QPen(theme.colour(edge[0]), edge[1]))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        line, side = self.height() * 0.78, theme.px(28)
        painter.setPen(QPen(theme.colour("line"), 1.4))
        painter.drawLine(QPointF(side, line), QPointF(self.width() - side, line))
        pen = QPen(theme.colour("text"), theme.px(INK))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in filter(None, self._strokes):
            painter.drawPath(self._path(stroke))
        painter.end()

    def _path(self, stroke: Stroke) -> QPainterPath:
        points = [QPointF(x, y) * (self.width() / WIDEST) for x, y in stroke]
        path = QPainterPath(points[0])
        for point in points[1:] or points:
            path.lineTo(point)
        return path

    def _begin(self, at: QPointF) -> None:
        if len(self._strokes) < MOST_STROKES:
            self._drawing = True
            self._strokes.append([])
            self._go_on(at)

    def _go_on(self, at: QPointF) -> None:
        if not self._drawing or sum(len(stroke) for stroke in self._strokes) >= MOST_POINTS:
            return
        point = (self._thousandths(at.x()), self._thousandths(at.y()))
        if not self._strokes[-1] or self._strokes[-1][-1] != point:
            self._strokes[-1].append(point)
            self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self.changed.emit()

    def _thousandths(self, pixels: float) -> int:
        return min(WIDEST, max(0, round(pixels * WIDEST / max(1, self.width()))))


class SignatureBox(QWidget):
    """The pad, a way to begin again, and a way for those who do not sign."""

    changed = Signal()
    spoken_asked = Signal()

    def __init__(
        self, *, name: str, clear: str, cannot: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pad = SignaturePad(name)
        self.clear_button = Button(clear, icon_name="undo-2")
        self.cannot_button = Button(cannot, icon_name="message-circle")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.pad)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.clear_button)
        row.addWidget(self.cannot_button)
        column.addWidget(buttons)
        self.pad.changed.connect(self._drawn)
        self.clear_button.clicked.connect(self.pad.clear)
        self.cannot_button.clicked.connect(self.spoken_asked)
        self._drawn()

    def strokes(self) -> str:
        """Return the strokes as JSON, or "" while nothing is signed."""
        return self.pad.strokes()

    def show_strokes(self, strokes: str) -> None:
        """Show what was signed before."""
        self.pad.show_strokes(strokes)
        self._drawn()

    def _drawn(self) -> None:
        self.clear_button.setEnabled(not self.pad.empty)
        self.changed.emit()
