"""How large a dialog opens, and what is left of the screen when the dialog is gone."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.dialogs.room import FRAME, open_at

pytestmark = pytest.mark.timeout(30)


def test_a_dialog_opens_as_large_as_it_likes_and_never_larger_than_the_screen(
    qtbot: QtBot,
) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    small, large = QDialog(), QDialog()
    qtbot.addWidget(small)
    qtbot.addWidget(large)

    open_at(small, 320, 200)
    open_at(large, 90_000, 90_000)

    assert (small.width(), small.height()) == (320, 200)
    assert (large.width(), large.height()) == (room.width(), room.height() - FRAME)


def test_a_dialog_that_is_thrown_away_leaves_the_screen(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    dialog = QDialog()
    open_at(dialog, 320, 200)

    del dialog
    gc.collect()

    assert isValid(screen)
