"""The day of the windows: what is loaded when, how it ends, and how a fault is shown."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from app.errors import StoreTrouble
from app.operation import OpenStore
from db.store import open_in_memory
from tests.conftest import StorePlace
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import caseload_store, reopened, settings_in, settle, show_dialog
from ui.__main__ import _load_rest
from ui.door import StoreDoor
from ui.errors import FaultDialog, fault_report, install_hook
from ui.program import Day
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)
ROOT = Path(__file__).parents[2]
CANARY = "Dana Whitfield 999 000 1006"
LATE = ("keyring", "reportlab", "pikepdf", "pypdfium2")
FIRST_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from ui.__main__ import _load_rest, store_door
from ui.program import Day
from ui.settings import Settings
folder = Path(sys.argv[1])
application = QApplication(["Think Family"])
settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
day = Day(application, store_door(), place=folder, load_rest=_load_rest, version="0",
          settings=settings)
day.begin(demo=False)
assert day.unlock_window.isVisible()
sys.stderr.write("import time: the first window is shown\\n")
sys.stdout.write(" ".join(sorted(name for name in sys.modules if "." not in name)))
"""


def closed_door() -> OpenStore:
    raise StoreTrouble("store-damaged")


def door(demo: Callable[[], OpenStore] = caseload_store) -> StoreDoor:
    return StoreDoor(
        open=lambda place, passphrase, code: open_in_memory(by="kw-test"),
        create=lambda place, passphrase: "",
        exists=lambda place: True,
        demo=demo,
    )


Begin = Callable[..., Day]


@pytest.fixture
def left() -> list[bool]:
    """Return what is filled when the program would have ended."""
    return []


@pytest.fixture
def begin(qapp: QApplication, tmp_path: Path, left: list[bool]) -> Iterator[Begin]:
    hook, quits, days = sys.excepthook, qapp.quitOnLastWindowClosed(), list[Day]()

    def start(given: StoreDoor | None = None, *, demo: bool = True) -> Day:
        day = Day(
            qapp,
            given or door(),
            place=tmp_path,
            load_rest=_load_rest,
            version="test",
            settings=settings_in(tmp_path),
            start=lambda command: True,
            leave=lambda: left.append(True),
        )
        days.append(day)
        day.begin(demo=demo)
        return day

    yield start
    for day in days:
        day._loader.shutdown(wait=True)
        if day.window is not None and isValid(day.window):
            day._watch.stop()
            day._desk.close()
            delete(day.window)
        if day.unlock_window is not None and isValid(day.unlock_window):
            delete(day.unlock_window)
        delete(day)
    sys.excepthook = hook
    qapp.setQuitOnLastWindowClosed(quits)


def desk_of(qtbot: QtBot, day: Day) -> MainWindow:
    qtbot.waitUntil(lambda: day.window is not None, timeout=20_000)
    assert isinstance(day.window, MainWindow)
    settle(qtbot, day.window.desk)
    return day.window


def fault_shown(qapp: QApplication) -> FaultDialog | None:
    found = [w for w in qapp.topLevelWidgets() if isinstance(w, FaultDialog) and w.isVisible()]
    return found[0] if found else None


def a_fault() -> BaseException:
    try:
        fault_report(None, CANARY)  # type: ignore[arg-type]
    except AttributeError as error:
        error.args = (CANARY,)
        return error
    raise AssertionError


def test_nothing_slow_is_imported_before_the_first_window(tmp_path: Path) -> None:
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-X", "importtime", "-c", FIRST_WINDOW, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=50,
        check=True,
    )

    before = run.stderr.split("import time: the first window is shown")[0]
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in before.splitlines()}
    assert "ui" in imported
    assert [name for name in LATE if name in imported or name in run.stdout.split()] == []


def test_made_up_families_need_no_unlocking(qtbot: QtBot, begin: Begin) -> None:
    day = begin()

    window = desk_of(qtbot, day)

    assert window.isVisible()
    assert day.unlock_window is None
    assert window.families.table.model().rowCount() == 3


def test_closing_the_window_locks_the_store_and_leaves(
    qtbot: QtBot, begin: Begin, left: list[bool], store_place: StorePlace
) -> None:
    day = begin(door(lambda: reopened(store_place)))
    window = desk_of(qtbot, day)

    window.close()

    qtbot.waitUntil(lambda: bool(left), timeout=10_000)
    reopened(store_place).close()  # "in use" if it were not closed


def test_locking_covers_and_leaves_once(qtbot: QtBot, begin: Begin, left: list[bool]) -> None:
    day = begin()
    window = desk_of(qtbot, day)

    window.sidebar.lock_button.click()
    window.sidebar.lock_button.click()

    qtbot.waitUntil(lambda: bool(left), timeout=10_000)
    assert window.cover.isVisible()
    assert left == [True]


def test_the_worker_is_warned_before_it_locks(qtbot: QtBot, begin: Begin) -> None:
    day = begin()
    window = desk_of(qtbot, day)

    day._watch.soon.emit(30)

    assert window.notice.sentence.text() == "Locks in 30 seconds. Any key stops it."


def test_made_up_families_that_do_not_open_are_said(
    qtbot: QtBot, qapp: QApplication, begin: Begin
) -> None:
    begin(door(closed_door))

    qtbot.waitUntil(lambda: fault_shown(qapp) is not None, timeout=10_000)

    fault = fault_shown(qapp)
    assert fault is not None
    fault.carry_on_button.click()


def test_a_fault_in_a_slot_is_shown_and_its_report_holds_nothing_of_a_family(
    qtbot: QtBot,
    qapp: QApplication,
    begin: Begin,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    day = begin()
    desk_of(qtbot, day)
    shown: list[FaultDialog] = []

    def break_down() -> None:
        raise KeyError(CANARY)

    with qtbot.captureExceptions():  # pytest-qt has taken the hook: put ours back
        install_hook(day._show_fault)
        QTimer.singleShot(0, break_down)
        qtbot.waitUntil(lambda: fault_shown(qapp) is not None, timeout=10_000)
        found = fault_shown(qapp)
        assert found is not None
        shown.append(found)

    shown[0]._save(str(tmp_path / "report.txt"))
    report = (tmp_path / "report.txt").read_text("utf-8")
    words = " ".join(label.text() for label in shown[0].findChildren(type(shown[0].told)))
    assert report.startswith("Think Family test")
    assert "KeyError" in report
    assert not any(part in report + words for part in CANARY.split())
    assert [record.getMessage() for record in caplog.records] == ["unforeseen KeyError"]
    caplog.clear()
    shown[0].carry_on_button.click()


def test_a_report_names_places_and_never_contents() -> None:
    report = fault_report(a_fault(), "1.2")

    lines = report.splitlines()
    assert lines[0].startswith("Think Family 1.2, Python 3.")
    assert lines[1] == "AttributeError"
    assert any(line.startswith("errors.py:") for line in lines[2:])
    assert "Dana" not in report


def test_a_report_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = FaultDialog(a_fault(), "1.2")
    show_dialog(qtbot, dialog)

    dialog._save(str(tmp_path / "no such folder" / "report.txt"))

    assert dialog.told.accessibleName() == "This cannot be written there. Choose another place."


def test_an_exit_is_not_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    passed_on: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, *_: passed_on.append(kind))
    shown: list[BaseException] = []
    install_hook(shown.append)

    for error in (KeyboardInterrupt(), SystemExit(0)):
        sys.excepthook(type(error), error, None)

    assert shown == []
    assert passed_on == [KeyboardInterrupt, SystemExit]


def test_the_fault_window_is_easy_to_use(qtbot: QtBot) -> None:
    dialog = FaultDialog(a_fault(), "1.2")
    show_dialog(qtbot, dialog)

    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_of_the_fault_window_is_cut_off(qtbot: QtBot) -> None:
    assert cut_off(qtbot, lambda: FaultDialog(a_fault(), "1.2")) == {}
