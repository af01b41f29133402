"""The spine's budgets, measured: `python -m tests.bench.spine [--json]`.

Windows run offscreen unless a display is there; the store is the real encrypted one on disk.
"""

from __future__ import annotations

import argparse
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QSettings, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from app.catalogue import demo_caseload, interchange_schema, read_catalogue
from app.domain.ids import HouseholdId, PersonId, VisitId, new_id
from app.domain.visit import Visit
from app.family_map.lay_out import lay_out
from app.interchange.reading import read_file
from app.operation import Command, operation
from app.ports import Work
from app.usecases.exchange import import_file
from app.view.form import project_forms
from db.keys import DEFAULT, Kdf
from db.schema import schema
from db.slots import read_file as read_file_of_slots
from db.slots import unlock_by_passphrase
from db.store import Store, create_store, open_store
from tests.bench.families import NOTE, family_of_thirty, keep_families
from tests.bench.figures import Figure, median_of, say
from ui.desk import Desk
from ui.press import Press
from ui.settings import Settings
from ui.theme import current_theme
from ui.windows.main_window import MainWindow

PASSPHRASE = "nine lanterns under the bridge"  # noqa: S105 (made up)
FAMILIES = 1000
CHEAP = Kdf(memory=19_456, passes=2, lanes=1)  # what is measured begins after the key
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
PATIENCE = 20_000  # milliseconds for anything to happen
ASH = HouseholdId("household-0")


def main() -> int:
    """Measure everything and print it; always 0 unless something breaks."""
    parser = argparse.ArgumentParser(description="Measure the spine's budgets.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--memory", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.memory is not None:
        sys.stdout.write(f"{peak_of_a_day(given.memory):.1f}\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "store"
        figures = [*window_figures(place), journal_figure(place, Path(folder))]
        figures += [layout_figure(), form_figure(), memory_figure(Path(folder) / "day")]
    say(figures, as_json=given.json)
    return 0


def window_figures(place: Path) -> list[Figure]:
    """Measure unlocking into a painted desk, and going to another of a thousand families."""
    create_store(place, PASSPHRASE, by="bench", clock=clock, kdf=CHEAP)
    store = opened(place)
    store.run(keep_families(FAMILIES))
    store.run(caseload())
    store.close()
    application = the_application()
    catalogue = read_catalogue()
    press = Press(catalogue)
    settings = Settings(QSettings(str(place / "look.ini"), QSettings.Format.IniFormat))
    key = median_of(lambda: derive_key(place), 5)
    unlocks, moves = [], []
    for _ in range(5):
        began = time.perf_counter()
        desk = Desk(lambda: opened(place))
        wait_for(desk, desk.ready)
        window = MainWindow(desk, catalogue, press, settings, made_up=False)
        window.resize(1366, 768)
        window.show()
        window.open_household("family-a")
        wait_for(window, window.household.shown)
        application.processEvents()
        unlocks.append((time.perf_counter() - began) * 1000 - key)
        for number in (1, 500, 999):
            began = time.perf_counter()
            window.open_household(f"household-{number}")
            wait_for(window, window.household.shown)
            application.processEvents()
            moves.append((time.perf_counter() - began) * 1000)
        desk.close()
        window.deleteLater()
        application.processEvents()
    return [
        Figure(
            name="unlock to painted family desk, after the key",
            value=statistics.median(unlocks),
            unit="ms",
            target=300,
            note=f"family of 7 with 13 agencies; key {key:.0f} ms taken off",
        ),
        Figure(
            name="open another family",
            value=statistics.median(moves),
            unit="ms",
            target=100,
            note=f"{FAMILIES:,} families in the store",
        ),
    ]


@operation()
def keep_a_visit(work: Work) -> None:
    """Keep the row that the peer keeps too."""
    work.about(ASH)
    work.kept(Visit).add(
        Visit(id=VisitId(new_id()), household=ASH, on=date(2026, 11, 20), note=NOTE, by="kw")
    )


def journal_figure(place: Path, folder: Path) -> Figure:
    """Measure one journalled command beside the same row in plain SQLite, in turns."""
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        plain.execute(f"PRAGMA {setting}")
    plain.executescript(ordinary_tables())
    plain.execute("INSERT INTO household (id, name) VALUES (?, 'Family')", (ASH,))
    store = opened(place)

    def bare() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute(
            'INSERT INTO visit (id, household, "on", place, seen, words, note, agreed, next_on, '
            "by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (new_id(), ASH, "2026-11-20", "home", "[]", "[]", NOTE, "", None, "kw"),
        )
        plain.execute("COMMIT")

    def journalled() -> None:
        store.run(keep_a_visit())

    rounds = []
    for _ in range(9):
        pairs = [(took(bare), took(journalled)) for _ in range(40)]
        rounds.append([statistics.median(side) for side in zip(*pairs, strict=True)])
    store.close()
    plain.close()
    ratio = statistics.median(ours / theirs for theirs, ours in rounds)
    theirs, ours = (statistics.median(side) * 1000 for side in zip(*rounds, strict=True))
    return Figure(
        name="one journalled command to plain SQLite",
        value=ratio,
        unit="times",
        target=2.5,
        note=f"encrypted and journalled {ours:.2f} ms, plain {theirs:.2f} ms, WAL and FULL both",
    )


def layout_figure() -> Figure:
    """Measure the layout of thirty people with twelve agencies."""
    family = family_of_thirty()
    return Figure(
        name="layout of a family of 30",
        value=median_of(lambda: lay_out(family), 15),
        unit="ms",
        target=50,
        note="12 agencies, 40 ties",
    )


def form_figure() -> Figure:
    """Measure one consent form of the made-up caseload."""
    catalogue = read_catalogue()
    press = Press(catalogue)
    record = read_file(demo_caseload(), interchange_schema(), TODAY).records[0]
    view = project_forms(record, catalogue.law, PersonId("A1"), TODAY)[0].view
    return Figure(
        name="a consent form",
        value=median_of(lambda: press.consent_form(view, number="CF-0000-0000", made_on=TODAY), 15),
        unit="ms",
        target=150,
        note="four agencies, 14 point",
    )


def memory_figure(place: Path) -> Figure:
    """Measure the peak memory of a day in a process of its own, real key derivation included."""
    create_store(place, PASSPHRASE, by="bench", clock=clock, kdf=DEFAULT)
    store = opened(place)
    store.run(caseload())
    store.close()
    day = [sys.executable, "-m", "tests.bench.spine", "--memory", str(place)]
    answer = subprocess.run(day, check=True, capture_output=True, text=True)  # noqa: S603
    return Figure(
        name="peak memory",
        value=float(answer.stdout.split()[-1]),
        unit="MB",
        target=250,
        note="unlock by passphrase, three families, a form made and drawn",
    )


def peak_of_a_day(place: Path) -> float:
    """Live a short day at the desk and return the peak resident memory in MB."""
    application = the_application()
    catalogue = read_catalogue()
    press = Press(catalogue)
    desk = Desk(lambda: opened(place))
    wait_for(desk, desk.ready)
    settings = Settings(QSettings(str(place / "look.ini"), QSettings.Format.IniFormat))
    window = MainWindow(desk, catalogue, press, settings, made_up=False)
    window.resize(1366, 768)
    window.show()
    for household in ("family-a", "family-b", "family-c"):
        window.open_household(household)
        wait_for(window, window.household.shown)
        application.processEvents()
    presented = window.household.presented
    assert presented is not None
    window.papers.consent_form("C1", presented)
    wait_for(window, window.papers.previewed)
    settle = QEventLoop()
    QTimer.singleShot(1500, settle.quit)
    settle.exec()
    desk.close()
    return peak_resident()


def peak_resident() -> float:
    """Return this process's peak resident memory in MB, without what it inherited at its start."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text("ascii").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 / 1024 if sys.platform == "darwin" else peak / 1024


def caseload() -> Command[int]:
    """Return the command that lets the made-up caseload in."""
    contents = read_file(demo_caseload(), interchange_schema(), TODAY)
    return import_file(contents, sha256="")


def ordinary_tables() -> str:
    """Return the store's shape without its indexes of words: the peer may be too old for them."""
    statements = schema().split(";\n")
    return ";\n".join(one for one in statements if "CREATE VIRTUAL" not in one)


def derive_key(place: Path) -> None:
    """Derive the key of the store as unlocking does."""
    document, _ = read_file_of_slots(place / "store.keys")
    assert unlock_by_passphrase(document, PASSPHRASE) is not None


def the_application() -> QApplication:
    """Return the application with its look put on."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(["bench"])
    current_theme()
    return application


def wait_for(owner: QObject, signal: SignalInstance) -> None:
    """Run the event loop until a signal comes."""
    loop = QEventLoop(owner)
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()


def opened(place: Path) -> Store:
    """Open the store on the calling thread."""
    return open_store(place, passphrase=PASSPHRASE, by="bench", clock=clock)


def clock() -> datetime:
    """Return the day the made-up caseload is told on."""
    return NOW


def took(act: Callable[[], object]) -> float:
    """Return how many seconds `act` took."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
