"""Words on screen: one place that knows the type scale's names."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetricsF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

SIZES = {
    "question": 28,  # read across a table; larger still when the screen is turned
    "told": 18,
    "title": 26,
    "heading": 20,
    "product": 16,
    "section": 14,
    "row": 14,
    "body": 14,
    "secondary": 13,
    "label": 13,
    "small": 12,
    "group": 12,
}
LINE_LENGTH = 70  # characters


def words(
    text: str,
    style: str = "body",
    *,
    tone: str = "",
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Return a label in a style of the type scale (a key of `SIZES`).

    `tone` is "ok", "warn", "stop", "info", "muted" or "plain", and never the only sign of a state.
    """
    if style not in SIZES:
        raise ValueError(f"no such style of words: {style}")
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("words", style)
    label.setProperty("tone", tone)
    label.setWordWrap(wrap)
    if SIZES[style] >= 20:
        font = label.font()
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
        label.setFont(font)
    return label


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence without moving the focus; a hidden window is mute."""
    if widget.window().isVisible():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Paragraph(QLabel):
    """A sentence or more, with room between the lines and no line over 70 characters."""

    def __init__(self, text: str = "", *, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("words", "body")
        self.setProperty("tone", tone)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show other words; nothing in them is read as markup."""
        lines = "<br>".join(escape(line) for line in text.split("\n"))
        self.setText(f'<p style="line-height:140%">{lines}</p>' if text else "")
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        width = min(hint.width(), self._widest())
        return QSize(width, self.heightForWidth(width))

    def _widest(self) -> int:
        return round(QFontMetricsF(self.font()).averageCharWidth() * LINE_LENGTH)
