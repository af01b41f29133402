"""A day at the desk in a home folder of its own, run by the test of what stays behind (trap 17).

It is no test of its own: `test_traces` runs it in another process, with the folders in variables.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.traps.conftest import office as office
from tests.ui.desk_builders import FAMILY_B, OpenDesk, choose_way, open_window, preview_of, settle

OUT = "TRAPS_OUT"


def test_somebody_works_for_a_day(qtbot: QtBot, office: OpenDesk) -> None:
    """Look at a family, copy a word, save a paper through the file dialog, and leave."""
    out = Path(os.environ[OUT])
    window = open_window(office, out, FAMILY_B)
    presented = window.household.presented
    assert presented is not None
    window.papers.consent_form("B2", presented)
    preview = preview_of(office, window)
    choose_way(qtbot, preview)
    preview._choose_file()
    (dialog,) = preview.findChildren(QFileDialog)
    dialog.setDirectory(str(out))
    named = dialog.selectedFiles()[0]
    dialog.selectFile(str(out / Path(named).name))
    with qtbot.waitSignal(preview.left, timeout=20_000):
        buttons = dialog.findChildren(QPushButton)
        next(b for b in buttons if b.text().replace("&", "") == "Save").click()
    settle(qtbot, office.desk)
    window.close()
    kept = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    assert kept.startswith(os.environ["HOME"])
