"""How large a dialog opens: as large as it would like to be, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.theme import current_theme

FRAME = 48  # pixels for the title bar and the edges that the window system draws


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog a size of the design page, grown with the text, within its screen."""
    theme = current_theme()
    # Never `dialog.screen()`: PySide takes the screen for a child of the dialog, and destroys it
    # with a dialog that nobody holds any more. Everything that asks for a screen then crashes.
    beside = (dialog.parentWidget() or dialog).window().frameGeometry().center()
    screen = QGuiApplication.screenAt(beside) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    dialog.resize(min(theme.px(width), room.width()), min(theme.px(height), room.height() - FRAME))
