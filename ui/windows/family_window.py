"""The family view’s window: one household as those at the table may see it, and the way back.

It is given what its readers may see and nothing else, and it leads nowhere but to a locked door.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.family_shown import FamilyShown
from ui.theme import current_theme
from ui.widgets.buttons import QuietButton
from ui.widgets.cover import Cover
from ui.widgets.mark import Mark
from ui.widgets.text import announce, words
from ui.windows.family_parts import FamilyParts
from ui.windows.way_back import WayBack

WIDEST = 620  # pixels of the words where nobody is shown


class FamilyWindow(QWidget):
    """Shows nothing, then a view; `secret_given` tells what was typed to go back to work.

    It cannot be closed: `close_asked` tells that somebody tried.
    """

    back_asked = Signal()
    secret_given = Signal(str)
    close_asked = Signal()

    def __init__(self, *, made_up: bool) -> None:
        super().__init__()
        tr = QCoreApplication.translate
        self.setWindowTitle(tr("Window", "Think Family"))
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.parts: FamilyParts | None = None
        self.blank = QWidget()
        self.neutral = _neutral_page()
        self.way_back = WayBack(made_up=made_up)
        self.pages = QStackedWidget()
        for page in (self.blank, self.neutral, self.way_back):
            self.pages.addWidget(page)
        self.back_button = QuietButton(tr("FamilyView", "Back to work"), icon_name="lock")
        self.warning = words("", "told", wrap=True)
        self._cover = Cover(self, name=tr("Window", "Locked"))
        self._under: QWidget = self.blank
        self._arrange()
        self.back_button.clicked.connect(self.back_asked)
        self.way_back.done.connect(self._hand_over)
        self.way_back.not_now.connect(self.return_to_view)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.return_to_view)

    def fill_screen(self, beside: QWidget) -> None:
        """Take the whole screen that another window is on, in front of other programs too."""
        centre = beside.frameGeometry().center()
        screen = QGuiApplication.screenAt(centre) or QGuiApplication.primaryScreen()
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    def show_nobody(self) -> None:
        """Show a page that names nobody."""
        self._bring(self.neutral)

    def show_family(self, shown: FamilyShown) -> None:
        """Show a household."""
        self._forget_parts()
        self.parts = FamilyParts(shown)
        self.pages.addWidget(self.parts)
        self._bring(self.parts)

    def ask_secret(self, *, has_pin: bool) -> None:
        """Ask for what leads back to work."""
        self.way_back.begin(has_pin=has_pin)
        self.pages.setCurrentWidget(self.way_back)
        self.back_button.hide()
        self.way_back.page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def return_to_view(self) -> None:
        """Go back to what was shown before anybody was asked for anything."""
        if self.pages.currentWidget() is self.way_back and not self.way_back.waits:
            self.way_back.page.clear()
            self._bring(self._under)

    def warn(self, sentence: str, seconds: int) -> None:
        """Say something about the program itself, for a while."""
        self.warning.setText(sentence)
        self.warning.show()
        announce(self, sentence)
        QTimer.singleShot(seconds * 1000, self, self.warning.hide)

    def put_cover_on(self) -> None:
        """Hide everything at once, and let go of what was shown."""
        self._cover.put_on()
        self.way_back.page.clear()
        self._bring(self.blank)
        self._forget_parts()
        self._cover.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_asked.emit()

    def _arrange(self) -> None:
        foot = QFrame()
        foot.setProperty("ground", "strip")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 6, 24, 6)
        row.addWidget(self.warning, 1)
        row.addStretch(0)
        row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(foot)
        self.warning.hide()
        policy = self.back_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back_button.setSizePolicy(policy)

    def _bring(self, page: QWidget) -> None:
        self._under = page
        self.pages.setCurrentWidget(page)
        self.back_button.show()
        if self.parts is not None and page is self.parts:
            self.parts.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.parts.heading.text())
        else:
            self.setFocus()

    def _forget_parts(self) -> None:
        parts, self.parts = self.parts, None
        if parts is not None:
            self.pages.removeWidget(parts)
            parts.setParent(None)  # out of the tree that screen readers walk, at once
            parts.deleteLater()

    def _hand_over(self) -> None:
        self.secret_given.emit(self.way_back.take())


def _neutral_page() -> QWidget:
    tr = QCoreApplication.translate
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(32, 32, 32, 32)
    column.setSpacing(16)
    middle = Qt.AlignmentFlag.AlignHCenter
    heading = words(tr("FamilyView", "Nobody’s record is shown"), "question", wrap=True)
    said = words(
        tr(
            "FamilyView",
            "To show a family its own picture: go back to work, choose the person who is at the "
            "table, and press F9. For several people, use the button “Family view”.",
        ),
        "told",
        wrap=True,
    )
    column.addStretch(1)
    column.addWidget(Mark(size=64), 0, middle)
    for label in (heading, said):
        label.setAlignment(middle)
        label.setMaximumWidth(current_theme().px(WIDEST))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(label, 20)
        row.addStretch(1)
        column.addLayout(row)
    column.addStretch(2)
    return page
