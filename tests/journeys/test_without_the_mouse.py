"""A visit recorded and taken back by somebody who has no mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import StorePlace
from tests.journeys.worker import CONTROL, LONG, NOTE, Hire
from tests.ui.desk_builders import (
    fill_place,
    show,
)
from ui.dialogs.visit_dialog import VisitDialog


def focused() -> QWidget:
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert isinstance(found, QWidget)
    return found


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QPushButton) else "")


def tab_to(qtbot: QtBot, name: str) -> None:
    """Press Tab until the focus is in what has this name."""
    passed: list[str] = []
    for _ in range(60):
        here = focused()
        if name_of(here) == name or getattr(here, "text", str)() == name:
            return
        passed.append(name_of(here))
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}: {passed}")


@pytest.mark.timeout(120)
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a menu pops up
def test_a_visit_is_recorded_and_taken_back_without_the_mouse(
    hire: Hire, store_place: StorePlace
) -> None:
    fill_place(store_place)
    worker = hire(store_place)
    qtbot = worker.qtbot
    qtbot.keyClicks(focused(), store_place.passphrase)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: worker.day.window is not None, timeout=LONG)
    worker.come_back()
    page = worker.window.household

    qtbot.keyClick(worker.window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClicks(focused(), "whit")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.shown, timeout=LONG):
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    worker.come_back()
    tab_to(qtbot, "Add")
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    visit: VisitDialog = worker.dialog(VisitDialog)
    show(qtbot, visit)
    on_a_field = focused() is visit.on
    tab_to(qtbot, "Leo Reid")
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    tab_to(qtbot, "Leo Reid (optional)")
    qtbot.keyClicks(focused(), "I like chess club.")
    tab_to(qtbot, "Note (optional)")
    qtbot.keyClicks(focused(), NOTE)
    tab_to(qtbot, "Keep")
    with qtbot.waitSignal(visit.kept, timeout=LONG):
        qtbot.keyClick(focused(), Qt.Key.Key_Space)
    worker.come_back()
    kept = worker.office.record().visits[-1]
    with qtbot.waitSignal(worker.window.desk.undone, timeout=LONG):
        qtbot.keyClick(worker.window, Qt.Key.Key_Z, CONTROL)
    worker.settle()
    visits_after = len(worker.office.record().visits)

    worker.lock()

    assert on_a_field
    assert (kept.note, kept.words[0].words) == (NOTE, "I like chess club.")
    assert visits_after == 3
    assert worker.notice() == "Taken back."
    assert worker.left
