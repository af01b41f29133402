"""The window of the conversation: whole screen, large type, turned to the worker or the family."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScroller,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.capture_words import turn_it_back
from ui.dialogs.capture_flow.conversation import Conversation
from ui.dialogs.capture_flow.frame import FlowFooter, FlowHeader
from ui.dialogs.capture_flow.large import FAMILY, LargePick, LargeTick
from ui.dialogs.capture_flow.screen import Screen
from ui.dialogs.room import open_at
from ui.theme import current_theme
from ui.widgets.cover import Cover
from ui.widgets.fields import TickList
from ui.widgets.text import announce

WIDTH, HEIGHT = 1366, 880
COLUMN, COLUMN_FAMILY = 820, 1040  # pixels of the design page: no line is too long to follow


class FlowWindow(QDialog):
    """Shows one screen at a time between a header and a footer, and covers the desk behind it.

    Turned to the family it shows no other name and no name of the family (trap 23).
    """

    def __init__(self, talk: Conversation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.talk = talk
        self.setWindowTitle(QCoreApplication.translate("Capture", "You decide"))
        self.setModal(True)
        self.setProperty("touch", True)  # before there are controls: it makes them taller
        self.setProperty("flow", True)
        self.finished_asking = False
        self.screen_now = Screen(talk, "")
        self._cover: Cover | None = None
        self._build()
        open_at(self, WIDTH, HEIGHT)

    @property
    def turned(self) -> bool:
        """Whether the screen is turned to the family."""
        return bool(self.property("side") == FAMILY)

    def go_on(self) -> None:
        """Go to the next screen; what that is, the conversation says."""

    def go_back(self) -> None:
        """Go to the screen before."""

    def put(self, screen: Screen) -> None:
        """Show a screen in place of the one before."""
        before = self.screen_now
        self._middle.insertWidget(1, screen)
        self.screen_now = screen
        for choices in screen.findChildren(TickList):
            choices.changed.connect(lambda: self.footer.say(""))
        before.hide()
        self._middle.removeWidget(before)
        before.deleteLater()
        self._tab_on_from(screen)
        self.footer.say("")
        if screen.is_drawn_on:
            QScroller.ungrabGesture(self.area.viewport())
        else:
            touch = QScroller.ScrollerGestureType.TouchGesture
            QScroller.grabGesture(self.area.viewport(), touch)
        self._turn_parts()
        self.area.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Put the keyboard where one answers, and say the question."""
        waits = self.waits_for_worker()
        place = self.header.turn_button if waits else self.screen_now.begin_at()
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.screen_now.question.text())

    def complain(self, sentence: str) -> None:
        """Say what is wrong or missing, above the buttons."""
        self.footer.say(sentence)
        if sentence:
            announce(self, sentence)

    def busy(self, busy: bool) -> None:
        """Take no keys while something is being kept."""
        self.footer.setEnabled(not busy)
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)

    # --- Turning the screen.

    def turn(self) -> None:
        """Turn the screen to the family, or back."""
        family = not self.turned
        self.setProperty("side", FAMILY if family else "")
        self.header.show_side(family)
        for widget in (self, *self.findChildren(QWidget)):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
            if isinstance(widget, LargePick | LargeTick):
                widget.updateGeometry()
        self._turn_parts()
        self.begin()

    def _tab_on_from(self, screen: Screen) -> None:
        """Have Tab go from the last answer to "Back" and "Next", and then to the header."""
        before: QWidget = screen.question
        widget = screen.nextInFocusChain()
        while widget is not None and widget is not screen:
            if screen.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                before = widget
            widget = widget.nextInFocusChain()
        footer, header = self.footer, self.header
        for button in (
            footer.back_button,
            footer.next_button,
            header.turn_button,
            header.leave_button,
        ):
            QWidget.setTabOrder(before, button)
            before = button

    def _turn_parts(self) -> None:
        self.screen_now.turn(self.turned)
        hidden = self.waits_for_worker()
        self.screen_now.setVisible(not hidden)
        self.waiting.setVisible(hidden)
        self.footer.setVisible(not hidden)
        column = COLUMN_FAMILY if self.turned else COLUMN
        self._page.setMaximumWidth(current_theme().px(column))

    def waits_for_worker(self) -> bool:
        """Say whether what stands on the screen is not for the family that looks at it."""
        return self.turned and self.screen_now.for_worker

    # --- Opening and leaving.

    def open(self) -> None:
        """Open over the whole window, and cover what is behind."""
        parent = self.parentWidget()
        if parent is not None:
            window = parent.window()
            self.setGeometry(window.geometry())
            self._cover = Cover(window, name=self.windowTitle())
            self._cover.setGeometry(window.rect())
            self._cover.raise_()
            self._cover.show()
        super().open()

    def done(self, result: int) -> None:
        """Close, and take the cover off."""
        if self._cover is not None:
            self._cover.take_off()
            self._cover.deleteLater()
            self._cover = None
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.setAccepted(not self.isVisible())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.begin()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header, self.footer = FlowHeader(), FlowFooter()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setProperty("ground", "clear")
        across = QHBoxLayout(ground)
        across.setContentsMargins(24, 24, 24, 24)
        self._page = QWidget()
        self._page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._middle = QVBoxLayout(self._page)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self.waiting = Screen(self.talk, turn_it_back())
        self.waiting.hide()
        self._middle.addWidget(self.waiting)
        self._middle.addWidget(self.screen_now)
        self._middle.addStretch(1)
        across.addStretch(1)
        across.addWidget(self._page, 100)
        across.addStretch(1)
        self.area.setWidget(ground)
        for part in (self.header, self.area, self.footer):
            column.addWidget(part, 1 if part is self.area else 0)
        self.header.turn_button.clicked.connect(self.turn)
        self.header.leave_button.clicked.connect(self.reject)
        self.footer.next_button.clicked.connect(self.go_on)
        self.footer.back_button.clicked.connect(self.go_back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_by_key)

    def _on_by_key(self) -> None:
        if self.footer.isEnabled():
            self.go_on()
