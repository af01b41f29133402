"""Copied text does not stay behind, and nobody else's is touched."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.clipboard import PrivateClipboard


def test_what_we_copied_goes_after_a_while(qtbot: QtBot) -> None:
    clipboard = PrivateClipboard()
    clipboard._timer.setInterval(10)

    clipboard.copy("01632 960001")

    there = QGuiApplication.clipboard().text()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")
    assert there == "01632 960001"


def test_what_somebody_else_copied_stays(qtbot: QtBot) -> None:
    clipboard = PrivateClipboard()
    clipboard.copy("01632 960001")
    QGuiApplication.clipboard().setText("a shopping list")

    clipboard.clear_if_ours()

    assert QGuiApplication.clipboard().text() == "a shopping list"


def test_a_copy_is_marked_private(qtbot: QtBot) -> None:
    clipboard = PrivateClipboard()

    clipboard.copy("01632 960001")

    formats = QGuiApplication.clipboard().mimeData().formats()
    clipboard.clear_if_ours()
    assert "x-kde-passwordManagerHint" in formats
