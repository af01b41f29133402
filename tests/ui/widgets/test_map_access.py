"""The picture's own interfaces live as long as they are needed and no longer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

# A fresh process, because a screen reader may be there before the first picture is.
SCRIPT = """
import gc
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from tests.ui.widgets.families import an_ash_family, its_picture
from ui.widgets.family_map_view import FamilyMapView

application = QApplication([])
QAccessible.setActive(True)
names = set()
for turn in range(30):
    view = FamilyMapView(name="Household picture")
    view.show_family(an_ash_family(), its_picture())
    view.show()
    view.setFocus()
    application.processEvents()
    view.select("alex")
    view._choose("robin")
    whole = QAccessible.queryAccessibleInterface(view)
    for nth in range(whole.childCount()):
        entry = whole.child(nth)
        names.add(entry.text(QAccessible.Text.Name))
        entry.state(), entry.rect(), entry.parent().role()
    view.show_family(an_ash_family(), its_picture())
    application.processEvents()
    view.deleteLater() if turn % 2 else view.close()
    del view, whole, entry
    gc.collect()
    application.processEvents()
assert len(names) == 6, names
"""


def test_a_screen_reader_that_was_there_first_is_told_everything_and_nothing_breaks() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}

    ended = subprocess.run(  # noqa: S603
        [sys.executable, "-X", "faulthandler", "-c", SCRIPT],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
    assert "qt.accessibility" not in ended.stderr
