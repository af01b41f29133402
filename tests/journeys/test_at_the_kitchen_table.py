"""The laptop on the table: the screen is turned, turned back, and closed by a child."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.conftest import StorePlace
from tests.journeys.worker import LONG, Hire, Worker
from tests.ui.desk_builders import fill_place, reopened, show
from tests.ui.family_steps import give
from tests.ui.spoken import everything_told, windows_on_screen
from ui.dialogs.settings_dialog import SettingsDialog
from ui.dialogs.visit_dialog import VisitDialog
from ui.windows.family_window import FamilyWindow

SAID = "Samira rang from the new flat"
PIN = "7294"


def set_pin(worker: Worker) -> None:
    worker.click(worker.window.sidebar.settings_button)
    settings = next(w for w in windows_on_screen() if isinstance(w, SettingsDialog))
    assert settings.pin is not None
    worker.click(settings.pin.set_button)
    form = settings.pin.dialog
    assert form is not None
    show(worker.qtbot, form)
    worker.qtbot.keyClicks(form.pin, PIN)
    worker.qtbot.keyClicks(form.again, PIN)
    worker.qtbot.keyClick(form.again, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    worker.settle()
    settings.accept()
    worker.come_back()


def press_f9(worker: Worker) -> FamilyWindow:
    focused = QApplication.focusWidget() or worker.window
    worker.qtbot.keyClick(focused, Qt.Key.Key_F9)
    worker.settle()
    assert worker.window.family.screen is not None
    return worker.window.family.screen


@pytest.mark.timeout(120)
def test_the_screen_is_turned_back_and_closed_and_no_word_is_lost(
    hire: Hire, store_place: StorePlace
) -> None:
    fill_place(store_place)
    worker = hire(store_place)
    worker.unlock(store_place.passphrase)
    set_pin(worker)
    worker.open_family("Begum")
    worker.window.household.choose("B2")
    worker.settle()
    visit: Any = worker.add("visit", VisitDialog)
    show(worker.qtbot, visit)
    visit.note.setFocus()
    worker.qtbot.keyClicks(visit.note, SAID)

    press_f9(worker)
    across_the_table = everything_told()
    give(worker.qtbot, worker.window, PIN)
    back = (windows_on_screen(), visit.note.toPlainText(), visit.note.hasFocus())
    screen = press_f9(worker)
    screen.close()
    worker.qtbot.waitUntil(lambda: bool(worker.left), timeout=LONG)

    store = reopened(store_place)
    drafts = store.ask(lambda work: work.drafts())
    done = [row[0] for row in store._connection.execute("SELECT name FROM operation ORDER BY seq")]
    store.close()
    assert "Daniel Hale" in across_the_table
    assert "Samira" not in across_the_table
    assert set(back[0]) == {worker.window, visit}
    assert back[1:] == (SAID, True)
    assert [SAID in repr(draft.content) for draft in drafts] == [True]
    assert done[-5:] == [
        *("enter_family_view", "leave_family_view", "enter_family_view"),
        *("lock", "unlock"),
    ]
