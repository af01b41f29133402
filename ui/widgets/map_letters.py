"""Letters in the household picture: the screen's face in scene units, and how wide words are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from app.family_map.sizes import Sizes, screen_sizes
from ui.theme import current_theme


def scene_font(size: float, weight: int) -> QFont:
    """Return the screen's face in scene units; the view's scale brings the text size."""
    font = current_theme().font(14, weight)
    font.setPixelSize(max(1, round(size)))
    return font


def scene_text_width(text: str, size: float, weight: int) -> float:
    """Measure words for the layout."""

    def make() -> QFontMetricsF:
        return QFontMetricsF(scene_font(size, weight))

    metrics = current_theme().kept(("metrics", round(size), weight), QFontMetricsF, make)
    return metrics.horizontalAdvance(text)


def measured_sizes() -> Sizes:
    """Return the layout's sizes with words measured in the screen's face."""
    return screen_sizes(scene_text_width)


def line_of_words(painter: QPainter, left: float, top: float, step: float, text: str) -> None:
    """Draw one line of words from a left edge, in the middle of its height."""
    room = QRectF(left, top, 4000, step)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
