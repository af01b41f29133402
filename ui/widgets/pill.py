"""A pill: one short fact with an icon. It is not a control."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import current_theme

HEIGHT = 24
ICON = 14
TONES = ("ok", "warn", "stop", "info", "muted")


class Pill(QWidget):
    """A fact in a tinted shape; words always, colour and icon as second cues."""

    def __init__(
        self,
        text: str,
        *,
        tone: str = "muted",
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.text = ""
        self.tone = ""
        self.icon_name = ""
        self.say(text, tone=tone, icon_name=icon_name)

    def say(self, text: str, *, tone: str, icon_name: str = "") -> None:
        """Show another fact. `tone` is one of `TONES`."""
        if tone not in TONES:
            raise ValueError(f"no such tone: {tone}")
        self.text, self.tone, self.icon_name = text, tone, icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return pill_size(self.text, icon=bool(self.icon_name))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pill(
            painter, QRectF(self.rect()), self.text, tone=self.tone, icon_name=self.icon_name
        )
        painter.end()


def pill_size(text: str, *, icon: bool = False) -> QSize:
    """Return the room a pill needs at the present text size."""
    theme = current_theme()
    metrics = QFontMetricsF(theme.font(12, 500))
    room = metrics.horizontalAdvance(text) + theme.px(20 + (18 if icon else 0))
    return QSize(round(room + 1), theme.px(HEIGHT))


def paint_pill(
    painter: QPainter, where: QRectF, text: str, *, tone: str, icon_name: str = ""
) -> None:
    """Draw a pill, for delegates as well as for the widget."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{tone}bg"))
    painter.drawRoundedRect(where, where.height() / 2, where.height() / 2)
    left = where.left() + theme.px(10)
    if icon_name:
        side = theme.px(ICON)
        top = where.top() + (where.height() - side) / 2
        paint_icon(painter, icon_name, tone, QRectF(left - theme.px(2), top, side, side))
        left += theme.px(16)
    painter.setPen(theme.colour(tone))
    painter.setFont(theme.font(12, 500))
    rest = QRectF(left, where.top(), where.right() - left, where.height())
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
