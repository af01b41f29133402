"""A desk over the made-up caseload, for the tests of windows: real store, still clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.catalogue import Catalogue, demo_caseload, read_catalogue
from app.domain.ids import HouseholdId, PersonId
from app.domain.person import Person
from app.domain.record import Record
from app.operation import Command
from app.ports import Work
from app.view.leaving import Leaving
from db.store import Store, open_in_memory, open_store
from tests.conftest import NOW, StorePlace
from ui.commands.stores import fill_with_demo
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.preview_dialog import PreviewDialog
from ui.present import Presented, present
from ui.press import Press
from ui.settings import Settings
from ui.theme import current_theme
from ui.windows.main_window import MainWindow

T = TypeVar("T")

TODAY = NOW.date()
FAMILY_A = HouseholdId("family-a")
FAMILY_B = HouseholdId("family-b")
NOTHING_SAID = Leaving(goes=())
FAMILY_C = HouseholdId("family-c")


def caseload_store() -> Store:
    """Return a store in memory that holds the made-up families."""
    store = open_in_memory(by="kw-test", clock=lambda: NOW)
    fill_with_demo(store, demo_caseload())
    return store


def empty_store() -> Store:
    """Return a store in memory with nobody in it."""
    return open_in_memory(by="kw-test", clock=lambda: NOW)


def reopened(place: StorePlace) -> Store:
    """Return the store on disk, unlocked with its passphrase."""
    return open_store(place.path, passphrase=place.passphrase, by="kw-test", clock=lambda: NOW)


def fill_place(place: StorePlace) -> None:
    """Let the made-up families into a store on disk, and lock it again."""
    store = reopened(place)
    fill_with_demo(store, demo_caseload())
    store.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDesk:
    """A desk, the words of the program, and questions to the store that leave no trace."""

    qtbot: QtBot
    desk: Desk
    catalogue: Catalogue

    def on_store(self, job: Callable[[Store], T]) -> T:
        """Do something with the store on its own thread, and wait for it."""
        store: Any = self.desk._store.result()
        return self.desk._store_thread.submit(lambda: job(store)).result(30)

    def ask(self, question: Callable[[Work], T]) -> T:
        """Return the answer to a question."""
        return self.on_store(lambda store: store.ask(question))

    def run(self, command: Command[T]) -> T:
        """Carry a command out past every window."""
        return self.on_store(lambda store: store.run(command).value)

    def record(self, household: HouseholdId = FAMILY_A) -> Record:
        """Return a household as it is kept now."""
        return self.ask(lambda work: work.record(household))

    def person(self, id_: str, household: HouseholdId = FAMILY_A) -> Person:
        """Return a person as they are kept now."""
        return self.record(household).person(PersonId(id_))

    def presented(self, household: HouseholdId = FAMILY_A) -> Presented:
        """Return a household as the desk shows it."""
        faces = tuple(current_theme().font(14).families())
        return present(self.record(household), self.catalogue, TODAY, faces)

    def journal(self, name: str = "") -> list[tuple[str, str | None]]:
        """Return name and family of every operation, oldest first; `name` picks one kind."""
        rows = self.on_store(
            lambda store: store._connection.execute(
                "SELECT name, about FROM operation ORDER BY seq"
            ).fetchall()
        )
        return [(row[0], row[1]) for row in rows if not name or row[0] == name]

    def changes(self) -> int:
        """Return how many operations have changed anything."""
        rows = self.on_store(
            lambda store: store._connection.execute(
                "SELECT count(*) FROM operation WHERE changes > 0"
            ).fetchall()
        )
        return int(rows[0][0])


@contextmanager
def open_desk(qtbot: QtBot, opener: Callable[[], Store] = caseload_store) -> Iterator[OpenDesk]:
    """Give a desk that is ready in the usual look, close it, and put the usual look back."""
    current_theme().use(text_percent=100, tablet=False)
    desk = Desk(opener)
    with qtbot.waitSignal(desk.ready, timeout=20_000):
        pass
    yield OpenDesk(qtbot=qtbot, desk=desk, catalogue=read_catalogue())
    desk.close()
    current_theme().use(text_percent=100, tablet=False)


def settings_in(folder: Path) -> Settings:
    """Return settings that nobody else has."""
    return Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))


def open_window(
    office: OpenDesk,
    folder: Path,
    household: str = "",
    *,
    size: tuple[int, int] = (1440, 900),
    place: str = "families",
) -> MainWindow:
    """Show the main window, and perhaps a household in it; `place` is "families" or "today"."""
    press = Press(office.catalogue)
    window = MainWindow(office.desk, office.catalogue, press, settings_in(folder), made_up=False)
    office.qtbot.addWidget(window)
    window.resize(*size)
    show(office.qtbot, window)
    if household:
        open_household(office.qtbot, window, household)
    elif place == "families":
        window.show_families()
    return window


def open_household(qtbot: QtBot, window: MainWindow, household: str) -> None:
    """Open a family and wait until it is shown and nothing is under way any more."""
    with qtbot.waitSignal(window.household.shown, timeout=20_000):
        window.open_household(household)
    settle(qtbot, window.desk)


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until store and document thread have answered everything, and answers were heard."""
    for _ in range(8):  # an answer may ask again: record, day, picture, page after page
        for thread in (desk._store_thread, desk._make_thread):
            thread.submit(int).result(30)
            qtbot.wait(1)


def show(qtbot: QtBot, window: QWidget) -> None:
    """Show a window, active, so that the focus is where it would be."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def show_dialog(qtbot: QtBot, dialog: QWidget) -> None:
    """Show a dialog and have it cleared away after the test."""
    qtbot.addWidget(dialog)
    show(qtbot, dialog)


def keep(qtbot: QtBot, dialog: DraftDialog) -> Any:
    """Press the button that saves, and return what was kept."""
    with qtbot.waitSignal(dialog.kept, timeout=10_000) as heard:
        dialog.buttons.save.click()
    return heard.args[0] if heard.args else None


def press_save(qtbot: QtBot, dialog: DraftDialog) -> None:
    """Press the button that saves, and wait for the answer, whatever it is."""
    dialog.buttons.save.click()
    qtbot.waitUntil(lambda: dialog.buttons.isEnabled() or not dialog.isVisible(), timeout=10_000)


def said_beside(dialog: DraftDialog) -> dict[str, str]:
    """Return every sentence that can be seen beside a field, by the field's name."""
    return {
        name: row.problem.text()
        for name, row in dialog.form._rows.items()
        if row.problem.text() and row.problem.isVisible()
    }


def preview_of(office: OpenDesk, window: MainWindow) -> PreviewDialog:
    """Wait until a paper is previewed, and return the window that shows it."""

    def there() -> bool:
        preview = window.papers.preview
        return preview is not None and isValid(preview) and bool(preview.pages)

    office.qtbot.waitUntil(there, timeout=20_000)
    assert window.papers.preview is not None
    return window.papers.preview


def choose_way(qtbot: QtBot, preview: PreviewDialog, key: str = "by-hand") -> None:
    """Wait until the ways out are offered, and choose one."""
    qtbot.waitUntil(lambda: bool(preview.before.ways.cards), timeout=10_000)
    preview.before.ways.choose(key)
