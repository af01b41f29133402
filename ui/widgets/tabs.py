"""The tabs of a page: Qt's own tab bar, so its role and its arrow keys come free."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget

from ui.theme import current_theme

HEIGHT = 45


class PageTabs(QTabBar):
    """Named tabs; `chosen` tells the key of the tab now shown."""

    chosen = Signal(str)

    def __init__(
        self, tabs: Mapping[str, str], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for key, text in tabs.items():
            self.setTabData(self.addTab(text), key)
        self.currentChanged.connect(self._tell)

    def choose(self, key: str) -> None:
        """Show the tab with this key."""
        for index in range(self.count()):
            if self.tabData(index) == key:
                self.setCurrentIndex(index)
                return
        raise KeyError(key)

    def current(self) -> str:
        """Return the key of the tab now shown."""
        return str(self.tabData(self.currentIndex()))

    def tabSizeHint(self, index: int) -> QSize:
        theme = current_theme()
        bold = QFont(theme.font(14, 600))  # the width of the selected state, so nothing jumps
        width = QFontMetrics(bold).horizontalAdvance(self.tabText(index)) + 6 + theme.px(24)
        return QSize(width, theme.px(HEIGHT))

    def _tell(self, index: int) -> None:
        self.chosen.emit(str(self.tabData(index)))
