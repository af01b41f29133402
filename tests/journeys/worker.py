"""Somebody at the program, from its first window on: what journeys share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from app.catalogue import read_catalogue
from db.store import create_store, open_store
from tests.conftest import CHEAP, NOW, StorePlace
from tests.ui.desk_builders import OpenDesk, caseload_store, keep, settings_in, settle, show
from ui.__main__ import _holds_a_store, _load_rest
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.preview_dialog import PreviewDialog
from ui.door import StoreDoor
from ui.program import Day
from ui.windows.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = 20_000  # milliseconds


def real_door() -> StoreDoor:
    return StoreDoor(
        open=lambda place, passphrase, code: open_store(
            place, passphrase=passphrase, recovery_code=code, by="kw-test", clock=lambda: NOW
        ),
        create=lambda place, phrase: create_store(place, phrase, by="kw-test", kdf=CHEAP),
        exists=_holds_a_store,
        demo=caseload_store,
    )


class Worker:
    """Somebody at the program, from its first window on."""

    def __init__(self, qtbot: QtBot, application: QApplication, place: Path, folder: Path) -> None:
        self.qtbot = qtbot
        self.started: list[Sequence[str]] = []
        self.left: list[bool] = []
        self.day = Day(
            application,
            real_door(),
            place=place,
            load_rest=_load_rest,
            version="test",
            settings=settings_in(folder),
            start=self._start,
            leave=lambda: self.left.append(True),
        )
        self.day.begin(demo=False)
        door = self.day.unlock_window
        assert door is not None
        with qtbot.waitActive(door):
            door.activateWindow()

    @property
    def window(self) -> MainWindow:
        assert isinstance(self.day.window, MainWindow)
        return self.day.window

    @property
    def office(self) -> OpenDesk:
        return OpenDesk(qtbot=self.qtbot, desk=self.window.desk, catalogue=read_catalogue())

    def unlock(self, passphrase: str) -> None:
        """Type a passphrase and wait until the desk is there."""
        assert self.day.unlock_window is not None
        field = self.day.unlock_window.pages.passphrase
        field.clear()
        self.qtbot.keyClicks(field, passphrase)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.day.window is not None, timeout=LONG)
        self.come_back()

    def come_back(self) -> None:
        """Have the main window in front, as the window system does when a dialog has closed."""
        show(self.qtbot, self.window)
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.window.desk)

    def open_family(self, name: str) -> None:
        """Find a family by a word of its name, and open it."""
        families = self.window.families
        self.qtbot.keyClicks(families.search, name)
        with self.qtbot.waitSignal(self.window.household.shown, timeout=LONG):
            self.qtbot.keyClick(families.search, Qt.Key.Key_Return)
        self.settle()

    def click(self, button: QWidget) -> None:
        self.qtbot.mouseClick(button, LEFT)

    def inspector_button(self, text: str) -> QPushButton:
        inspector = self.window.household.inspector
        return next(
            button
            for button in inspector.findChildren(QPushButton)
            if button.text() == text and button.isVisible()
        )

    def dialog(self, kind: type[DraftDialog]) -> Any:
        """Return the form that is open now."""
        self.qtbot.waitUntil(lambda: isinstance(self.window.errands.dialog, kind), timeout=LONG)
        return self.window.errands.dialog

    def add(self, what: str, kind: type[DraftDialog]) -> Any:
        """Choose something from the menu of things to add."""
        header = self.window.household.header
        action = next(one for one in header.add_menu.actions() if one.data() == what)
        action.trigger()
        if what == "person":  # somebody new is looked for first
            first = self.window.errands.first
            assert first is not None
            first.look_button.click()
        return self.dialog(kind)

    def keep(self, dialog: DraftDialog) -> Any:
        """Keep what a form says and wait until the desk shows it."""
        kept = keep(self.qtbot, dialog)
        self.settle()
        return kept

    def preview(self) -> PreviewDialog:
        """Return the preview that is open, with its pages."""

        def pages_are_there() -> bool:
            preview = self.window.papers.preview
            return preview is not None and isValid(preview) and bool(preview.pages)

        self.qtbot.waitUntil(pages_are_there, timeout=LONG)
        preview = self.window.papers.preview
        assert preview is not None
        return preview

    def notice(self) -> str:
        return self.window.notice.sentence.text()

    def lock(self) -> None:
        """Lock by key, and wait until the process would have ended."""
        focused = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(focused, Qt.Key.Key_L, CONTROL)
        self.qtbot.waitUntil(lambda: bool(self.left), timeout=LONG)

    def go_home(self) -> None:
        """End everything this worker began, whatever the test found."""
        self.day._loader.shutdown(wait=True)
        if self.day.window is not None and isValid(self.day.window):
            self.window.desk.close()
            self.day._watch.stop()
            delete(self.day.window)
        if self.day.unlock_window is not None and isValid(self.day.unlock_window):
            self.day.unlock_window.close()
            delete(self.day.unlock_window)
        delete(self.day)

    def _start(self, command: Sequence[str]) -> bool:
        self.started.append(command)
        return True


NOTE = "Calm morning. Leo made the tea."
Hire = Callable[[StorePlace | Path], Worker]
