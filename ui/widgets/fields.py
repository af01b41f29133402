"""The fields of forms: a date as people type it, a note, a choice, a list of ticks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QFrame,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.dates import long_date, parse_date
from ui.icons import paint_icon
from ui.theme import current_theme
from ui.widgets.map_flow import FlowLayout
from ui.widgets.ticks import Pick, Tick, Tile


class DateField(QLineEdit):
    """A day, typed the British way; on leaving, it is written out so that it can be checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editingFinished.connect(self._write_out)

    def day(self) -> date | None:
        """Return the day, or None where there is none or it cannot be read."""
        return parse_date(self.text())

    def set_day(self, on: date | None) -> None:
        """Show a day, or nothing."""
        self.setText("" if on is None else long_date(on))

    def is_unreadable(self) -> bool:
        """Say whether something was typed that is not a date."""
        return bool(self.text().strip()) and self.day() is None

    def _write_out(self) -> None:
        on = self.day()
        if on is not None:
            self.setText(long_date(on))


class NoteField(QPlainTextEdit):
    """Several lines. Tab leaves the field; Ctrl+Tab puts a tab in."""

    def __init__(self, *, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_Tab:
            self.insertPlainText("\t")
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current_theme().px(self._lines * 19 + 24))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


SHORTEST = 18  # letters of a long list's words that always show
NOBODY = "-"  # the key of "nobody", "no agency" and the like


class Choice(QComboBox):
    """One of several; the wheel never changes it by accident while a form is scrolled."""

    picked = Signal(str)

    def __init__(self, options: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, text in options.items():
            self.addItem(text, key)
        self.currentIndexChanged.connect(self._tell)

    def key(self) -> str:
        """Return the key of what is chosen; "" where there is nothing to choose."""
        return str(self.currentData() or "")

    def chosen(self) -> str:
        """Return the key of who or what is chosen; "" where that is nobody."""
        return "" if self.key() == NOBODY else self.key()

    def choose(self, key: str) -> None:
        """Choose by key; raises KeyError where there is no such option."""
        index = self.findData(key)
        if index < 0:
            raise KeyError(key)
        self.setCurrentIndex(index)

    def take_what_room_there_is(self) -> None:
        """Never ask for the width of the longest words; the end of what is chosen may not show."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = current_theme().px(18)
        left = self.width() - side - current_theme().px(10)
        top = (self.height() - side) / 2
        paint_icon(painter, "chevron-down", "text2", QRectF(left, top, side, side))
        painter.end()

    def _tell(self) -> None:
        self.picked.emit(self.key())


class TickList(QFrame):
    """Several of several, or one of several as round buttons with `single`."""

    changed = Signal()

    def __init__(
        self,
        options: Mapping[str, str],
        *,
        single: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "choices")
        self._single = single
        self._boxes: dict[str, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(single)
        self._column = self._layout_of_boxes()
        self.set_options(options)

    def set_options(self, options: Mapping[str, str]) -> None:
        """Offer other things; what was ticked is forgotten."""
        for box in self._boxes.values():
            self._group.removeButton(box)
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {key: self._box(text) for key, text in options.items()}
        keep_tab_order(self, list(self._boxes.values()))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the first box. A proxy would do the same, and be a second stop of Tab."""
        for box in list(self._boxes.values())[:1]:
            box.setFocus(reason)

    def chosen(self) -> frozenset[str]:
        """Return the keys of what is ticked."""
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def choose(self, keys: frozenset[str]) -> None:
        """Tick these and no others."""
        self._group.setExclusive(False)
        for key, box in self._boxes.items():
            box.setChecked(key in keys)
        self._group.setExclusive(self._single)

    def box(self, key: str) -> QAbstractButton:
        """Return the button for one thing."""
        return self._boxes[key]

    def _layout_of_boxes(self) -> QLayout:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        return column

    def _make_box(self, text: str) -> QAbstractButton:
        return Pick(text, self) if self._single else Tick(text, self)

    def _box(self, text: str) -> QAbstractButton:
        box = self._make_box(text)
        box.toggled.connect(self.changed)
        if self._single:  # in any group Qt would let Tab stop at one box only
            self._group.addButton(box)
        self._column.addWidget(box)
        return box


class TickTiles(TickList):
    """Several of several, side by side as large tiles: for fingers and for many people."""

    def _layout_of_boxes(self) -> QLayout:
        flow = FlowLayout(self)
        flow.setContentsMargins(2, 2, 2, 2)
        return flow

    def _make_box(self, text: str) -> QAbstractButton:
        return Tile(text, self)


def keep_tab_order(place: QWidget, later: Sequence[QWidget]) -> None:
    """Have Tab come to widgets made later where they stand: Qt puts them at the end of all.

    `place` is what holds them; they come after whatever one tabs to before it.
    """
    before = place.previousInFocusChain()
    while before is not None and before is not place:
        takes_tab = bool(before.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and not place.isAncestorOf(before) and before.window() is place.window():
            break
        before = before.previousInFocusChain()
    if before is None or before is place:
        return
    for widget in later:
        QWidget.setTabOrder(before, widget)
        before = widget
