"""The outline that stands for a person, with initials in it (UK council notation profile)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.family_map.family import Symbol
from ui.theme import current_theme

AVATAR = 48


class PersonSymbol(QWidget):
    """A person's symbol beside their name; decoration, as the name says the same."""

    def __init__(
        self,
        initials: str,
        symbol: Symbol,
        *,
        deceased: bool = False,
        size: int = AVATAR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_person(initials, symbol, deceased=deceased)

    def show_person(self, initials: str, symbol: Symbol, *, deceased: bool = False) -> None:
        """Show somebody else."""
        self._initials, self._symbol, self._deceased = initials, symbol, deceased
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().px(self._size)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        paint_symbol(
            painter,
            QRectF(self.rect()).adjusted(1, 1, -1, -1),
            self._symbol,
            self._initials,
            font=theme.font(14, 600),
            deceased=self._deceased,
        )
        painter.end()


def symbol_path(symbol: Symbol, where: QRectF) -> QPainterPath:
    """Return the outline of a symbol inside a square."""
    path = QPainterPath()
    if symbol is Symbol.WOMAN:
        path.addEllipse(where)
    elif symbol is Symbol.MAN:
        path.addRect(where.adjusted(1, 1, -1, -1))
    elif symbol is Symbol.OTHER:
        path.moveTo(where.bottomLeft())
        path.lineTo(where.left(), where.center().y())
        path.arcTo(where, 180, -180)
        path.lineTo(where.bottomRight())
        path.closeSubpath()
    elif symbol is Symbol.UNBORN:
        path.moveTo(where.center().x(), where.top())
        path.lineTo(where.bottomRight())
        path.lineTo(where.bottomLeft())
        path.closeSubpath()
    else:
        path.moveTo(where.center().x(), where.top())
        path.lineTo(where.right(), where.center().y())
        path.lineTo(where.center().x(), where.bottom())
        path.lineTo(where.left(), where.center().y())
        path.closeSubpath()
    return path


def paint_symbol(
    painter: QPainter,
    where: QRectF,
    symbol: Symbol,
    initials: str,
    *,
    font: QFont,
    deceased: bool = False,
    index: bool = False,
    smallest: float = 1.0,
) -> None:
    """Draw a person's symbol, with the initials where they fit.

    `index` is who the picture is drawn around: a second outline. `smallest` is the least size
    of letters.
    """
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = theme.colour("mutedbg" if deceased else "soft")
    ink = theme.colour("muted" if deceased else "onsoft")
    painter.setPen(QPen(theme.colour("control"), 1.2))
    painter.setBrush(ground)
    painter.drawPath(symbol_path(symbol, where))
    if index:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(symbol_path(symbol, _shrunk(where, symbol)))
    if deceased:
        _cross(painter, where, ink)
    _initials(painter, where, symbol, initials, font=font, ink=ink, smallest=smallest)


def _shrunk(where: QRectF, symbol: Symbol) -> QRectF:
    step = where.width() * (0.14 if symbol in (Symbol.UNKNOWN, Symbol.UNBORN) else 0.08)
    low = step * 0.6 if symbol is Symbol.UNBORN else step
    return where.adjusted(step, step, -step, -low)


def _cross(painter: QPainter, where: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1))
    step = where.width() * 0.04
    box = where.adjusted(step, step, -step, -step)
    painter.drawLine(box.topLeft(), box.bottomRight())
    painter.drawLine(box.topRight(), box.bottomLeft())


def initials_size(symbol: Symbol, side: float, smallest: float) -> float:
    """Return the size of the letters in a symbol, at least the smallest."""
    share = {Symbol.UNKNOWN: 0.42, Symbol.UNBORN: 0.28}.get(symbol, 0.36)
    return max(side * share, smallest)


def initials_room(symbol: Symbol, side: float) -> float:
    """Return how wide the letters in a symbol may be."""
    return side * (0.5 if symbol is Symbol.UNBORN else 0.84)


def _initials(
    painter: QPainter,
    where: QRectF,
    symbol: Symbol,
    initials: str,
    *,
    font: QFont,
    ink: QColor,
    smallest: float,
) -> None:
    text = "?" if symbol is Symbol.UNKNOWN else initials
    box = QRectF(where)
    if symbol is Symbol.UNBORN:
        box.moveCenter(where.center() + QPointF(0, where.height() * 0.18))
    scaled = QFont(font)
    scaled.setPixelSize(max(1, round(initials_size(symbol, where.height(), smallest))))
    if QFontMetricsF(scaled).horizontalAdvance(text) > initials_room(symbol, where.width()):
        return
    painter.setFont(scaled)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
