"""A window's name: told to whoever works in it, and to nobody who only sees the taskbar.

The system shows a window's title in its task list, in previews and to whoever shares a screen, so
it names the program and nobody (traps 17 and 23); what the window is about is its heading and its
accessible name.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


def name_window(window: QWidget, name: str) -> None:
    """Give a window its name, in which somebody may be named, and a title that names nobody."""
    window.setAccessibleName(name)
    window.setWindowTitle(QCoreApplication.translate("Window", "Think Family"))
