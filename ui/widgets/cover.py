"""The cover: a blank ground over a window, put on at once when the records are being locked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import current_theme
from ui.widgets.mark import paint_mark

MARK = 56


class Cover(QWidget):
    """Hides everything in its window; nothing under it can be reached."""

    def __init__(self, window: QWidget, *, name: str) -> None:
        super().__init__(window)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)
        self.hide()

    def put_on(self) -> None:
        """Cover the window now, before anything else happens."""
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        self.setFocus()
        self.repaint()

    def take_off(self) -> None:
        """Show the window again."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self.parentWidget()
        if event.type() == QEvent.Type.Resize and window is not None and self.isVisible():
            self.setGeometry(window.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return True  # Tab must not lead to what is covered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        side = theme.px(MARK)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        paint_mark(painter, box)
        painter.end()
