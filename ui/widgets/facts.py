"""Facts of one person, each with its reason under it: one label, as there may be a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import current_theme

BODY, SMALL = 14, 12
GAP = 6  # pixels before the next fact
NARROWEST = 160  # pixels


class Facts(QLabel):
    """Draws its own lines: a label for every fact, or rich text, would take too long to lay out.

    Its text is everything that is shown, for screen readers.
    """

    def __init__(
        self, heading: str, lines: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = [(heading, BODY, 600, "text", 0)]
        for fact, why in lines:
            self._rows += [(fact, BODY, 400, "text", GAP), (why, SMALL, 400, "text2", 0)]
        self._heights: dict[int, int] = {}
        self.setWordWrap(True)
        self.setText("\n".join(row[0] for row in self._rows))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()  # the height for its width is asked for by itself

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(NARROWEST), current_theme().px(BODY))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            bottom = max((place.y() + high for _, place, high, _ in self._laid_out(width)))
            self._heights[width] = round(bottom + 0.5)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._heights = {}
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        seen = event.rect()
        for layout, place, high, ink in self._laid_out(self.width()):
            if place.y() <= seen.bottom() and place.y() + high >= seen.top():
                painter.setPen(current_theme().colour(ink))
                layout.draw(painter, place)
        painter.end()

    def _laid_out(self, width: int) -> Iterator[tuple[QTextLayout, QPointF, float, str]]:
        """Yield each row with where it stands, how high it is, and its colour."""
        theme = current_theme()
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        top = 0.0
        for text, size, weight, ink, gap in self._rows:
            top += theme.px(gap)
            layout = QTextLayout(text.replace("\n", "\u2028"), theme.font(size, weight))
            layout.setTextOption(option)
            layout.beginLayout()
            high = 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
                line.setPosition(QPointF(0, high))
                high += line.height()
            layout.endLayout()
            yield layout, QPointF(0, top), high, ink
            top += high
