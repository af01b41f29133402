"""A drawing that is looked at from nearer or further away; it knows nothing of what is drawn."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
    QScroller,
    QWidget,
)

from ui.theme import current_theme

SMALLEST_ZOOM, LARGEST_ZOOM = 0.5, 2.0
STEPS = (0.5, 0.6, 0.75, 0.9, 1.0, 1.25, 1.5, 1.75, 2.0)
GRID, DOT = 24, 1.15
LEAST_FIT = 0.65  # scene units to pixels; large letters do not make a drawing smaller than this
AROUND = 12  # pixels left free round the drawing


class ZoomingView(QGraphicsView):
    """Shows a scene on dotted ground. It fits itself to the window until somebody zooms.

    `cramped` tells whether the drawing is larger than the window even at the smallest zoom, so
    that the page can offer a table.
    """

    cramped = Signal(bool)
    zoomed = Signal(int)  # per cent

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.largest_fit = 1.0
        self._zoom = 1.0
        self._content = QRectF()
        self._fitting = True
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @property
    def zoom(self) -> float:
        """Return the zoom, 1 for one scene unit a pixel at text size 100 %."""
        return self._zoom

    def show_content(self, content: QRectF) -> None:
        """Say how large the drawing is now, in scene units, and look at it as before."""
        self._content = content
        if self._fitting:
            self.fit()
        else:
            self._apply_zoom(self._zoom)

    def set_zoom(self, zoom: float) -> None:
        """Look nearer or from further away, between 50 and 200 %."""
        self._fitting = False
        self._apply_zoom(zoom)

    def zoom_in(self) -> None:
        """Go one step nearer."""
        self.set_zoom(next((step for step in STEPS if step > self._zoom + 0.01), LARGEST_ZOOM))

    def zoom_out(self) -> None:
        """Go one step further away."""
        nearer = [step for step in STEPS if step < self._zoom - 0.01]
        self.set_zoom(nearer[-1] if nearer else self._least_zoom())

    def fit(self) -> None:
        """Show the whole drawing, at most at `largest_fit`, also as the window changes."""
        self._fitting = True
        room = self.maximumViewportSize()
        scale = self._text_scale()
        wanted = min(
            (room.width() - 2 * AROUND - 1) / max(self._content.width(), 1) / scale,
            (room.height() - 2 * AROUND - 1) / max(self._content.height(), 1) / scale,
        )
        self._apply_zoom(min(wanted, self.largest_fit))
        self.cramped.emit(wanted < self._least_zoom())

    # -- Qt

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Gesture and hasattr(event, "gesture"):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.set_zoom(self._zoom * pinch.scaleFactor())
                return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting:
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.scene() is not None:
            self._apply_zoom(self._zoom)
            self.scene().invalidate()
            self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        theme = current_theme()
        where = QRectF(rect)
        painter.fillRect(where, theme.colour("canvas"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("grid"))
        first_x = math.floor(where.left() / GRID) * GRID
        first_y = math.floor(where.top() / GRID) * GRID
        for x in range(first_x, math.ceil(where.right()) + GRID, GRID):
            for y in range(first_y, math.ceil(where.bottom()) + GRID, GRID):
                painter.drawEllipse(QPointF(x, y), DOT, DOT)

    # -- private

    def _note_zoom(self) -> None:
        """Prepare to draw at this zoom: what a drawing with words of its own overrides."""

    def _text_scale(self) -> float:
        return current_theme().text_percent / 100

    def _least_zoom(self) -> float:
        return min(SMALLEST_ZOOM, LEAST_FIT / self._text_scale())

    def _apply_zoom(self, zoom: float) -> None:
        self._zoom = min(LARGEST_ZOOM, max(self._least_zoom(), zoom))
        self._note_zoom()
        scale = self._zoom * self._text_scale()
        around = AROUND / scale
        self.scene().setSceneRect(self._content.adjusted(-around, -around, around, around))
        self.resetTransform()
        self.scale(scale, scale)
        self.zoomed.emit(round(self._zoom * 100))
