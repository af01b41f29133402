"""Cards: a quiet ground for something that belongs together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.theme import current_theme
from ui.widgets.text import Paragraph, words


class Card(QFrame):
    """A box with a vertical layout in it; `ground` names the fill ("card", "quiet", "info" …)."""

    def __init__(self, *, ground: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", ground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(4)


class QuoteCard(Card):
    """Somebody's own words, with where and when they said them."""

    def __init__(
        self, *, heading: str, quote: str, where_and_when: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(ground="info", parent=parent)
        self._heading = words(heading, "group", tone="info")
        self._quote = Paragraph()
        self._source = words(where_and_when, "small")
        for part in (self._heading, self._quote, self._source):
            self.column.addWidget(part)
        self.show_words(heading=heading, quote=quote, where_and_when=where_and_when)

    def show_words(self, *, heading: str, quote: str, where_and_when: str) -> None:
        """Show other words."""
        self._heading.setText(heading)
        self._quote.say(f"“{quote}”")
        self._source.setText(where_and_when)
        self.setAccessibleName(heading)


class IconLabel(QWidget):
    """An icon beside words that say the same; decoration, so it has no name of its own."""

    def __init__(
        self, icon_name: str, token: str, *, size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._token, self._size = icon_name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon_name: str, token: str) -> None:
        """Show another icon."""
        self._icon_name, self._token = icon_name, token
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
        side = current_theme().px(self._size)
        top = (self.height() - side) / 2
        paint_icon(painter, self._icon_name, self._token, QRectF(0, top, side, side))
        painter.end()


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a hairline between rows."""
    line = QFrame(parent)
    line.setProperty("ground", "rule")
    line.setFixedHeight(1)
    return line
