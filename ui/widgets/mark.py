"""The program's mark: three people on one ground."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current_theme


class Mark(QWidget):
    """The mark, 32 or larger; decoration beside the program's name."""

    def __init__(self, *, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = current_theme().px(self._size)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()))
        painter.end()


def paint_mark(painter: QPainter, where: QRectF) -> None:
    """Draw the mark into a square."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(where.topLeft())
    painter.scale(where.width() / 32, where.height() / 32)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary"))
    painter.drawRoundedRect(QRectF(0, 0, 32, 32), 9, 9)
    painter.setPen(QPen(theme.colour("onprimary"), 1.6))
    painter.drawLine(QPointF(11, 12), QPointF(21, 12))
    painter.drawLine(QPointF(16, 12), QPointF(16, 22))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("onprimary"))
    painter.drawEllipse(QPointF(11, 12), 4, 4)
    painter.drawEllipse(QPointF(21, 12), 4, 4)
    painter.drawEllipse(QPointF(16, 22), 3.2, 3.2)
    painter.restore()
