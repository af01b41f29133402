"""Boxes to tick and round buttons to pick one: our colours, and large enough for fingers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import current_theme

BOX = 20
GAP = 10
EDGE = 6
TILE = 44  # pixels high at the least
WIDEST_TILE = 300  # pixels


class Tick(QCheckBox):
    """A box to tick; long words take more lines."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _let_wrap(self)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _least(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        box = _ground_and_words(painter, self)
        painter.setPen(QPen(theme.colour("primary" if self.isChecked() else "control"), 1.4))
        painter.setBrush(theme.colour("primary" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            paint_icon(painter, "check", "onprimary", box.adjusted(2, 2, -2, -2))
        painter.end()


class Tile(Tick):
    """A box to tick as a tile with an edge, at least 44 pixels high; long names take more lines."""

    def sizeHint(self) -> QSize:
        theme = current_theme()
        wide = min(super().sizeHint().width() + EDGE, theme.px(WIDEST_TILE))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), current_theme().px(TILE))

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), current_theme().px(TILE))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("primary" if self.isChecked() else "control"), 1))
        painter.setBrush(theme.colour("soft" if self.isChecked() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
        super().paintEvent(event)


class Pick(QRadioButton):
    """A round button: one of several; long words take more lines."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _let_wrap(self)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _least(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        box = _ground_and_words(painter, self)
        painter.setPen(QPen(theme.colour("primary" if self.isChecked() else "control"), 1.4))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary"))
            inner = box.width() * 0.25
            painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))
        painter.end()


def _size(button: QAbstractButton) -> QSize:
    theme = current_theme()
    wide = QFontMetrics(theme.font(14)).horizontalAdvance(button.text())
    return QSize(wide + theme.px(BOX + GAP) + 3 * EDGE, theme.control_height)


def _least(button: QAbstractButton) -> QSize:
    """Return room for the box and the longest word."""
    theme = current_theme()
    metrics = QFontMetrics(theme.font(14))
    longest = max((metrics.horizontalAdvance(word) for word in button.text().split()), default=0)
    return QSize(longest + theme.px(BOX + GAP) + 3 * EDGE, theme.control_height)


def _height(button: QAbstractButton, width: int) -> int:
    theme = current_theme()
    room = max(1, width - theme.px(BOX + GAP) - 3 * EDGE)
    words = QFontMetrics(theme.font(14)).boundingRect(
        QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), button.text()
    )
    return max(theme.control_height, words.height() + 2 * EDGE)


def _let_wrap(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _ground_and_words(painter: QPainter, button: QAbstractButton) -> QRectF:
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(button.rect())
    if button.underMouse() and button.isEnabled():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(whole, 8, 8)
    if button.hasFocus():
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 8, 8)
    side = theme.px(BOX)
    box = QRectF(EDGE, (whole.height() - side) / 2, side, side)
    painter.setPen(theme.colour("text" if button.isEnabled() else "text2"))
    painter.setFont(theme.font(14))
    left = box.right() + theme.px(GAP)
    room = QRectF(left, 0, whole.width() - left, whole.height())
    words = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room, int(words), button.text())
    return box
