"""A goal's scale over time: one line a person, told apart by pattern, mark and name, not by colour.

The same figures stand in words in the accessible description, and in a table beside the plot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.plan import HIGHEST, LOWEST
from ui.dates import long_date, short_date
from ui.theme import current_theme

TALL, WIDE = 208, 420
LINES = (0, 5, 10)  # where the scale is ruled
INKS = ("primary", "social", "housing", "info")
PATTERNS = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
MARK = 4.5
NAME_SHARE = 0.34  # of the width, for the names at the right-hand end


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One person's marks, oldest first."""

    name: str
    marks: tuple[tuple[date, int], ...]


def figures_in_words(series: Sequence[Series]) -> str:
    """Return every figure of a plot as sentences, for the ear."""
    tr = QCoreApplication.translate
    if not series:
        return tr("Plot", "Nobody has put a mark on this scale yet.")
    one_mark = tr("Plot", "{0} on {1}")
    told = []
    for one in series:
        marks = [
            one_mark.replace("{0}", str(value)).replace("{1}", long_date(on))
            for on, value in one.marks
        ]
        told.append(f"{one.name}: {', '.join(marks)}.")
    return " ".join(told)


class ScalePlot(QWidget):
    """Draws series on a scale from 0 to 10."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.series: tuple[Series, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.show_series(())

    def show_series(self, series: tuple[Series, ...]) -> None:
        """Show these marks instead of the ones shown now."""
        self.series = series
        self.setAccessibleDescription(figures_in_words(series))
        self.setToolTip(figures_in_words(series))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(WIDE), current_theme().px(TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(200), current_theme().px(TALL))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._ground()
        self._draw_rules(painter, ground)
        for number, one in enumerate(self.series):
            self._draw_line(painter, ground, number, one)
        self._draw_values(painter, ground)
        self._draw_names(painter, ground)
        painter.end()

    def _ground(self) -> QRectF:
        """Return where the marks go: room for figures on the left, names on the right."""
        theme = current_theme()
        metrics = QFontMetricsF(theme.font(12, 500))
        names = max((metrics.horizontalAdvance(one.name) for one in self.series), default=0)
        right = min(names + theme.px(30), self.width() * NAME_SHARE) if names else theme.px(12)
        left = metrics.horizontalAdvance("10") + theme.px(14)
        top, low = theme.px(20), theme.px(26)
        return QRectF(left, top, self.width() - left - right, self.height() - top - low)

    def _draw_rules(self, painter: QPainter, ground: QRectF) -> None:
        theme = current_theme()
        painter.setFont(theme.font(12, figures=True))
        for value in LINES:
            height = self._height(ground, value)
            painter.setPen(QPen(theme.colour("control" if value == LOWEST else "line"), 1))
            painter.drawLine(QPointF(ground.left(), height), QPointF(ground.right(), height))
            painter.setPen(theme.colour("text2"))
            place = QRectF(0, height - 10, ground.left() - theme.px(8), 20)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, right, str(value))
        days = sorted({on for one in self.series for on, _ in one.marks})
        painter.setPen(theme.colour("text2"))
        low = QRectF(ground.left(), ground.bottom() + 4, ground.width(), theme.px(20))
        if not days:
            middle = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(ground, middle, figures_in_words(()))
        elif len(days) == 1:
            painter.drawText(low, Qt.AlignmentFlag.AlignHCenter, short_date(days[0]))
        else:
            same = days[0].year == days[-1].year
            first = short_date(days[0], today=days[0] if same else None)
            painter.drawText(low, Qt.AlignmentFlag.AlignLeft, first)
            painter.drawText(low, Qt.AlignmentFlag.AlignRight, long_date(days[-1]))

    def _draw_line(self, painter: QPainter, ground: QRectF, number: int, one: Series) -> None:
        theme = current_theme()
        ink = theme.colour(INKS[number % len(INKS)])
        points = [self._place(ground, on, value) for on, value in one.marks]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2, PATTERNS[number % len(PATTERNS)]))
        painter.drawPolyline(QPolygonF(points))
        for point in points:
            self._draw_mark(painter, point, number)

    def _draw_values(self, painter: QPainter, ground: QRectF) -> None:
        """Write each number once beside its marks, over everything, so that it can be read."""
        theme = current_theme()
        painter.setFont(theme.font(12, 600, figures=True))
        metrics = QFontMetricsF(painter.font())
        for on, value in sorted({mark for one in self.series for mark in one.marks}):
            point = self._place(ground, on, value)
            wide = metrics.horizontalAdvance(str(value)) + theme.px(4)
            tall = theme.px(14)
            room = QRectF(point.x() + theme.px(7), point.y() - tall / 2, wide, tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface", 225))
            painter.drawRoundedRect(room, 3, 3)
            painter.setPen(theme.colour("text"))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(value))

    def _draw_mark(self, painter: QPainter, point: QPointF, number: int) -> None:
        """Draw a disc, a square, a triangle or a diamond."""
        theme = current_theme()
        size = MARK * theme.text_percent / 100
        painter.setPen(QPen(theme.colour("surface"), 1))
        painter.setBrush(theme.colour(INKS[number % len(INKS)]))
        x, y = point.x(), point.y()
        shape = number % len(PATTERNS)
        if shape == 0:
            painter.drawEllipse(point, size, size)
        elif shape == 1:
            painter.drawRect(QRectF(x - size, y - size, 2 * size, 2 * size))
        elif shape == 2:
            corners = [(x, y - size), (x + size, y + size), (x - size, y + size)]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        else:
            corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _draw_names(self, painter: QPainter, ground: QRectF) -> None:
        """Write each name at the end of its line; names that would meet move apart."""
        theme = current_theme()
        step = theme.px(18)
        ends = sorted(
            (self._height(ground, one.marks[-1][1]), number, one.name)
            for number, one in enumerate(self.series)
        )
        painter.setFont(theme.font(12, 500))
        lowest, left = -1e9, ground.right() + theme.px(10)
        spare = ground.bottom() + theme.px(6) - step * (len(ends) - 1)
        for place, (height, number, name) in enumerate(ends):
            height = max(min(height, spare + step * place), lowest + step)
            lowest = height
            self._draw_mark(painter, QPointF(left, height), number)
            painter.setPen(theme.colour("text"))
            room = QRectF(left + theme.px(10), height - step / 2, 0, step)
            room.setRight(self.width())
            said = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)

    def _place(self, ground: QRectF, on: date, value: int) -> QPointF:
        days = [day for one in self.series for day, _ in one.marks]
        first, last = min(days), max(days)
        span = (last - first).days
        edge = current_theme().px(24)
        share = (on - first).days / span if span else 0.5
        return QPointF(
            ground.left() + edge + share * (ground.width() - 2 * edge),
            self._height(ground, value),
        )

    def _height(self, ground: QRectF, value: int) -> float:
        return ground.bottom() - (value - LOWEST) / (HIGHEST - LOWEST) * ground.height()
