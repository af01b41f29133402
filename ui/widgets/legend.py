"""What the lines mean: made from what is drawn, so that it never explains what is not there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from app.family_map.family import ChildKind, CoupleKind, Family, Symbol, TieState
from app.family_map.picture import LineKind, Picture
from ui.theme import HOME_TINT, current_theme
from ui.widgets.map_lines import paint_badge, paint_letter, paint_slashes
from ui.widgets.map_style import (
    FAMILY_WIDTH,
    HOME_DOTS,
    HOME_WIDTH,
    NOTATION,
    SHARING_WIDTH,
    pen,
)
from ui.widgets.map_words import child_words, couple_words, home_words, state_words, symbol_words
from ui.widgets.symbol import paint_symbol

SAMPLE = QSize(46, 24)
GAP = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One line of the picture and what it is called."""

    words: str
    state: TieState | None = None
    couple: CoupleKind | None = None
    child: ChildKind | None = None
    letter: str = ""
    home: bool | None = None  # True for a main home, False for another
    symbol: Symbol | None = None


def samples_of(
    picture: Picture, *, selected: str = "", family: Family | None = None
) -> tuple[Sample, ...]:
    """Return one sample for each meaning that is drawn now.

    Sharing lines count only where the person or agency in `selected` is at one end, as only
    those are drawn with pattern and badge. With `family`, homes and symbols are explained too.
    """
    states, couples, children = state_words(), couple_words(), child_words()
    found: dict[Sample, None] = {}
    for line in picture.lines:
        if line.kind is LineKind.SHARING:
            if line.state is not None and selected and selected in line.ends:
                found[Sample(words=states[line.state], state=line.state)] = None
        elif line.couple is not None:
            found[Sample(words=couples[line.couple], couple=line.couple)] = None
        elif line.child is not None:
            words = children[line.child]
            found[Sample(words=words, child=line.child, letter=line.letter)] = None
    if family is not None:
        found.update(dict.fromkeys(_homes_and_symbols(family)))
    return tuple(sorted(found, key=_rank))


def _homes_and_symbols(family: Family) -> list[Sample]:
    symbols, homes = symbol_words(), home_words()
    return [
        *(Sample(words=homes[home.main], home=home.main) for home in family.homes),
        *(Sample(words=symbols[one.symbol], symbol=one.symbol) for one in family.people),
    ]


class LegendEntry(QWidget):
    """A sample with its words; as a whole it is read as its words."""

    def __init__(self, sample: Sample, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample = sample
        self.setAccessibleName(sample.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        wide = QFontMetricsF(theme.font(13)).horizontalAdvance(self.sample.words)
        return QSize(theme.px(SAMPLE.width() + 8) + round(wide + 1), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        scale = theme.text_percent / 100
        painter.translate(0, (self.height() - SAMPLE.height() * scale) / 2)
        painter.scale(scale, scale)
        paint_sample(painter, self.sample)
        painter.restore()
        painter.setPen(theme.colour("text2"))
        painter.setFont(theme.font(13))
        left = theme.px(SAMPLE.width() + 8)
        rest = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.sample.words)
        painter.end()


class Legend(QWidget):
    """A strip of samples that wraps."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self, gap=GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(
        self, picture: Picture, *, selected: str = "", family: Family | None = None
    ) -> None:
        """Explain what is drawn in this picture while `selected` is selected."""
        wanted = samples_of(picture, selected=selected, family=family)
        if wanted == self.samples():
            return
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sample in wanted:
            entry = LegendEntry(sample)
            self._flow.addWidget(entry)
            entry.show()
        self.updateGeometry()

    def samples(self) -> tuple[Sample, ...]:
        """Return what is explained now."""
        items = (self._flow.itemAt(nth) for nth in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget.sample for widget in widgets if isinstance(widget, LegendEntry))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._flow.invalidate()
            self.updateGeometry()


class FlowLayout(QLayout):
    """Puts things side by side and begins a new row where there is no more room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() + self._gap for item in self._items)
        tall = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(max(0, wide - self._gap), tall)

    def minimumSize(self) -> QSize:
        wide = max((item.minimumSize().width() for item in self._items), default=0)
        tall = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(wide, tall)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, tall = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.x() + rect.width():
                x, y, tall = rect.x(), y + tall + 4, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._gap
            tall = max(tall, hint.height())
        return y + tall - rect.y()


def paint_sample(painter: QPainter, sample: Sample) -> None:
    """Draw a sample, 46 by 24."""
    theme = current_theme()
    middle = QPointF(SAMPLE.width() / 2, SAMPLE.height() / 2)
    ends = (QPointF(1, middle.y()), QPointF(SAMPLE.width() - 1, middle.y()))
    if sample.state is not None:
        style = NOTATION.sharing[sample.state]
        painter.setPen(pen(theme.colour(style.ink), SHARING_WIDTH, style.pattern))
        painter.drawLine(*ends)
        paint_badge(painter, middle, sample.state)
        return
    grey = theme.colour("control")
    if sample.symbol is not None:
        box = QRectF(middle.x() - 10, middle.y() - 10, 20, 20)
        paint_symbol(painter, box, sample.symbol, "", font=theme.font(12, 600))
    elif sample.home is not None:
        edge = "primary" if sample.home else "control"
        painter.setPen(pen(theme.colour(edge), HOME_WIDTH, HOME_DOTS))
        painter.setBrush(theme.colour("soft", HOME_TINT if sample.home else 0))
        painter.drawRoundedRect(QRectF(7, 2, SAMPLE.width() - 14, SAMPLE.height() - 4), 6, 6)
    elif sample.couple is not None:
        painter.setPen(pen(grey, FAMILY_WIDTH, NOTATION.couples[sample.couple]))
        painter.drawLine(*ends)
        paint_slashes(painter, middle, NOTATION.slashes[sample.couple])
    elif sample.child is not None:
        painter.setPen(pen(grey, FAMILY_WIDTH, NOTATION.children[sample.child]))
        painter.drawLine(*ends)
        if sample.letter:
            paint_letter(painter, middle, sample.letter, size=12, ground="surface")


def _rank(sample: Sample) -> tuple[int, int]:
    if sample.state is not None:
        return (0, list(TieState).index(sample.state))
    if sample.couple is not None:
        return (1, list(CoupleKind).index(sample.couple))
    if sample.child is not None:
        return (2, list(ChildKind).index(sample.child))
    if sample.home is not None:
        return (3, 0 if sample.home else 1)
    assert sample.symbol is not None
    return (4, list(Symbol).index(sample.symbol))
