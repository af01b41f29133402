"""What the lines mean: made from what is drawn, so that it never explains what is not there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.family_map.family import ChildKind, CoupleKind, Family, Symbol, TieState
from app.family_map.picture import LineKind, Picture
from ui.theme import HOME_TINT, current_theme
from ui.widgets.map_flow import FlowLayout
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

GAP = 20
SAMPLE = QSize(46, 24)


class Kind(IntEnum):
    """What a sample is of, in the order they are shown."""

    SHARING = 0
    COUPLE = 1
    CHILD = 2
    LETTER = 3  # a child's or carer's line with a letter
    HOME = 4
    SYMBOL = 5


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

    @property
    def kind(self) -> Kind:
        """Return what this is a sample of."""
        if self.state is not None:
            return Kind.SHARING
        if self.couple is not None:
            return Kind.COUPLE
        if self.child is not None:
            return Kind.LETTER if self.letter else Kind.CHILD
        return Kind.HOME if self.home is not None else Kind.SYMBOL


def samples_of(
    picture: Picture,
    *,
    selected: str = "",
    family: Family | None = None,
    everybody: bool = False,
) -> tuple[Sample, ...]:
    """Return one sample for each meaning that is drawn now.

    Sharing lines count only where the person or agency in `selected` is at one end, as only
    those are drawn, or all of them for `everybody`. With `family`, homes and symbols are
    explained too.
    """
    states, couples, children = state_words(), couple_words(), child_words()
    found: dict[Sample, None] = {}
    for line in picture.lines:
        if line.kind is LineKind.SHARING:
            drawn = everybody or (bool(selected) and selected in line.ends)
            if line.state is not None and drawn:
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
    """A strip of samples that wraps; those beyond `rows` rows are left out, the last ones first.

    `kinds` says which kinds of samples it shows; all of them where it is empty.
    """

    def __init__(
        self,
        *,
        name: str,
        rows: int = 0,
        kinds: frozenset[Kind] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows, self._kinds = rows, kinds
        self._flow = FlowLayout(self, gap=GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(
        self, picture: Picture, *, selected: str = "", family: Family | None = None
    ) -> None:
        """Explain what is drawn in this picture while `selected` is selected."""
        self.show_samples(samples_of(picture, selected=selected, family=family))

    def show_samples(self, samples: Iterable[Sample]) -> None:
        """Explain these, as far as they are of a kind shown here."""
        wanted = tuple(s for s in samples if not self._kinds or s.kind in self._kinds)
        if wanted == self.samples():
            return
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sample in wanted:
            entry = LegendEntry(sample, self)
            self._flow.addWidget(entry)
            entry.show()
        self._leave_out()
        self.updateGeometry()

    def samples(self) -> tuple[Sample, ...]:
        """Return what is explained now, room or not."""
        return tuple(entry.sample for entry in self._entries())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._leave_out()
            self._flow.invalidate()
            self.updateGeometry()

    def _entries(self) -> list[LegendEntry]:
        items = (self._flow.itemAt(nth) for nth in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, LegendEntry)]

    def _leave_out(self) -> None:
        """Hide the entries for which these rows have no room."""
        if not self._rows:
            return
        x, row = 0, 1
        for entry in self._entries():
            wide = entry.sizeHint().width()
            if x and x + wide > self.width():
                x, row = 0, row + 1
            entry.setVisible(row <= self._rows)
            x += wide + GAP


def paint_sample(painter: QPainter, sample: Sample) -> None:
    """Draw a sample, 46 by 24."""
    theme = current_theme()
    middle = QPointF(SAMPLE.width() / 2, SAMPLE.height() / 2)
    ends = (QPointF(1, middle.y()), QPointF(SAMPLE.width() - 1, middle.y()))
    if sample.state is not None:
        style = NOTATION.sharing[sample.state]
        painter.setPen(pen(theme.colour(style.colour), SHARING_WIDTH, style.pattern))
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
        painter.setPen(pen(grey, FAMILY_WIDTH, NOTATION.couples[sample.couple].pattern))
        painter.drawLine(*ends)
        paint_slashes(painter, middle, NOTATION.couples[sample.couple].slashes)
    elif sample.child is not None:
        painter.setPen(pen(grey, FAMILY_WIDTH, NOTATION.children[sample.child].pattern))
        painter.drawLine(*ends)
        if sample.letter:
            paint_letter(painter, middle, sample.letter, size=12, ground="surface")


def _rank(sample: Sample) -> tuple[int, int]:
    nth = 0 if sample.home else 1
    if sample.state is not None:
        nth = list(TieState).index(sample.state)
    elif sample.couple is not None:
        nth = list(CoupleKind).index(sample.couple)
    elif sample.child is not None:
        nth = list(ChildKind).index(sample.child)
    elif sample.symbol is not None:
        nth = list(Symbol).index(sample.symbol)
    return (sample.kind, nth)
