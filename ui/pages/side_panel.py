"""Where the inspector is: beside the page where there is room, else over it from the right.

Over the page it leaves the header free, and the rest of the page goes to the left of it, unless
the window is so small that either would be a slit.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.inspector import Inspector
from ui.theme import current_theme

FULL, SLIM = 344, 320
FULL_FROM, BESIDE_FROM = 1440, 1200  # pixels of window at text size 100 %
LEAST_TALL = 300  # pixels of inspector at text size 100 %
LEAST_WIDE = 500  # pixels of the page beside it, the same
LEFT_FREE = 56  # pixels of the page that stay in sight beside a floating inspector


class SidePanel(QObject):
    """Puts the inspector in its place whenever the page changes its size or its letters."""

    def __init__(
        self,
        page: QWidget,
        row: QHBoxLayout,
        header: QWidget,
        body: QVBoxLayout,
        inspector: Inspector,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._row = row
        self._header = header
        self._body = body
        self._inspector = inspector
        self.floating = False
        inspector.closed.connect(self.put_away)

    def fit(self) -> None:
        """Choose the place and the width."""
        theme = current_theme()
        window = self._page.window().width()
        self._float(window < theme.px(BESIDE_FROM))
        width = theme.px(FULL if window >= theme.px(FULL_FROM) else SLIM)
        if not self.floating:
            self._inspector.setFixedWidth(width)
            self._make_room(0)
            return
        width = min(width, self._page.width() - LEFT_FREE)
        self._inspector.setFixedWidth(max(1, width))
        left = self._page.width() - self._inspector.width()
        top = self._header.geometry().bottom() + 1
        low = self._page.height() - top < theme.px(LEAST_TALL)
        if low:
            top = 0
        apart = not low and left >= theme.px(LEAST_WIDE) and self._inspector.isVisibleTo(self._page)
        self._make_room(self._inspector.width() if apart else 0)
        tall = self._page.height() - top
        self._inspector.setGeometry(left, top, self._inspector.width(), tall)

    def bring_up(self) -> None:
        """Show what is chosen, where the inspector is not in sight all the time."""
        if self.floating:
            self._inspector.show()
            self._inspector.raise_()
            self.fit()  # the header may have become taller or lower since

    def put_away(self) -> None:
        """Give the page its place back."""
        if self.floating:
            self._inspector.hide()
            self._make_room(0)
            self._page.setFocus()

    def _make_room(self, width: int) -> None:
        self._body.setContentsMargins(0, 0, width, 0)

    def _float(self, floating: bool) -> None:
        if floating == self.floating:
            return
        self.floating = floating
        self._inspector.float_over(floating)
        if floating:
            self._row.removeWidget(self._inspector)
            self._inspector.hide()
        else:
            self._row.addWidget(self._inspector)
            self._inspector.show()
