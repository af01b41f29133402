"""Takes every window of the program off the screen at once, and puts each back as it was."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from shiboken6 import isValid

PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen)


class Curtain(QObject):
    """While it is drawn, only one window is on the screen; another that opens waits behind it.

    A window that is put back is not told that it is shown, as for it nothing has happened:
    what is typed, where it was scrolled and where the focus was stay.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._front: QWidget | None = None
        self._behind: dict[QWidget, QWidget | None] = {}  # each window, and its focus
        self._drawn = self._lifting = False

    def draw(self) -> None:
        """Hide everything, now."""
        application = QApplication.instance()
        self._drawn, self._behind = True, {}
        for window in sorted(_on_screen(), key=_depth, reverse=True):
            self._put_behind(window)
        QToolTip.hideText()
        if application is not None:
            application.installEventFilter(self)

    def stand_before(self, front: QWidget) -> None:
        """Let one window be seen, and take the hidden ones out of the system’s hands.

        What is only hidden is still listed to screen readers, with all that is in it.
        """
        self._front = front
        for window in self._behind:
            window.destroy()

    def lift(self) -> None:
        """Take `front` away and put everything back, each window before those that stand on it."""
        front, self._front, self._drawn = self._front, None, False
        self._lifting = True
        if front is not None:
            front.hide()
        for window in sorted(filter(isValid, self._behind), key=_depth):
            window.show()
            window.activateWindow()
            focus = self._behind[window]  # hiding has moved it on
            if focus is not None and isValid(focus):
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lifting = False
        self.let_go()

    def let_go(self) -> None:
        """Look after no window any more."""
        self._drawn, self._behind = False, {}
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Show or not isinstance(watched, QWidget):
            return False
        if not watched.isWindow() or watched is self._front or event.spontaneous():
            return False
        if self._lifting:
            return True
        if self._drawn and watched.windowType() != Qt.WindowType.ToolTip:
            # It is not on the screen yet, and must not get there for a moment either.
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            QTimer.singleShot(0, self, partial(self._too_late, watched))
        return False

    def _too_late(self, window: QWidget) -> None:
        """Put a window behind that opened while the curtain was drawn."""
        if not isValid(window):
            return
        if self._drawn and window is not self._front and window.isVisible():
            self._put_behind(window)
            window.destroy()
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)

    def _put_behind(self, window: QWidget) -> None:
        focus = window.focusWidget()
        window.hide()
        if window.windowType() in PASSING:
            return
        self._behind[window] = focus
        if isinstance(window, QDialog):
            window.finished.connect(partial(self._ended, window))

    def _ended(self, window: QWidget, _result: int) -> None:
        """Leave away what came to its end behind the curtain, such as a form that is kept."""
        self._behind.pop(window, None)


def _on_screen() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _depth(window: QWidget) -> int:
    """Return on how many other windows a window stands."""
    above, depth = window.parentWidget(), 0
    while above is not None:
        depth += above.isWindow()
        above = above.parentWidget()
    return depth
