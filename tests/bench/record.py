"""Find and open in a large caseload: `python -m tests.bench.record [--families N] [--store DIR]`.

Builds 10,000 families (60,000 people, 500,000 notes and visits) unless told otherwise, types into
the real window, offscreen unless a display is there, and says each figure beside a peer.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.catalogue import read_catalogue
from app.domain.ids import HouseholdId
from db.store import create_store
from tests.bench.caseload import LARGE, caseload
from tests.bench.figures import Figure, say
from tests.bench.plain_store import PlainStore
from tests.bench.queries import queries
from tests.bench.spine import (
    CHEAP,
    PASSPHRASE,
    clock,
    opened,
    peak_resident,
    the_application,
    wait_for,
)
from ui.desk import Desk
from ui.press import Press
from ui.settings import Settings
from ui.windows.main_window import MainWindow

FAMILIES, SMALL = 10_000, 20
QUERIES = 200
BETWEEN_KEYS = 120  # milliseconds: somebody who types a hundred words a minute
OPENINGS = 9
MOST_MEMORY = 350  # MB
Told = dict[str, float]


def main() -> int:
    """Measure everything and print it; always 0 unless something breaks."""
    parser = argparse.ArgumentParser(description="Find and open in a large caseload.")
    parser.add_argument("--families", type=int, default=FAMILIES)
    parser.add_argument("--queries", type=int, default=QUERIES)
    parser.add_argument("--store", type=Path, help="a folder to build in, and to use again")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--desk", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--open", type=Path, nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.desk is not None or given.open is not None:
        told = open_in_turns(*given.open) if given.open else typing(given.desk, given.queries)
        sys.stdout.write(json.dumps(told) + "\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        place = given.store or Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        figures = measure(place, given.families, given.queries)
    say(figures, as_json=given.json)
    return 0


def measure(place: Path, families: int, count: int) -> list[Figure]:
    """Return every figure of a caseload of this size."""
    large, small = place / f"store-{families}", place / f"store-{SMALL}"
    built = build(large, families)
    build(small, SMALL)
    told = desk("--desk", str(large), "--queries", str(count))
    idle = desk("--desk", str(small), "--queries", "0")
    opening = desk("--open", str(large), str(small))
    plain = PlainStore(place / f"plain-{families}.db", large)
    typed = [prefix for query in queries(count) for prefix in prefixes(query)]
    fts, like = plain.finding(typed)
    read = plain.reading(LARGE)
    plain.close()
    size = sum(file.stat().st_size for file in large.iterdir()) / 1e6
    return [
        Figure(
            name="build the caseload",
            value=built,
            unit="s",
            target=600,
            note=f"{families:,} families; plain FTS5 alone, same words: {plain.built:.0f} s",
        ),
        Figure(
            name="size on disk",
            value=size,
            unit="MB",
            target=2000,
            note=f"journal and index in it; plain rows and plain FTS5: {plain.size:.0f} MB",
        ),
        Figure(
            name="key press to first results, median",
            value=told["median"],
            unit="ms",
            target=50,
            note=f"{told['keys']:.0f} keys; query alone, plain FTS5: {middle(fts):.1f} ms, "
            f"LIKE over names: {middle(like):.1f} ms",
        ),
        Figure(
            name="key press to first results, 95th",
            value=told["late"],
            unit="ms",
            target=150,
            note=f"query alone, plain FTS5: {late(fts):.1f} ms, LIKE: {late(like):.1f} ms",
        ),
        Figure(
            name="longest hold of the window",
            value=told["hold"],
            unit="ms",
            target=50,
            note=f"while typing; with {SMALL} families and nothing typed: {idle['hold']:.1f} ms",
        ),
        Figure(
            name="peak memory",
            value=told["memory"],
            unit="MB",
            target=MOST_MEMORY,
            note=f"with {SMALL} families and nothing typed: {idle['memory']:.0f} MB",
        ),
        Figure(
            name="open the largest family",
            value=opening["large"],
            unit="ms",
            target=150,
            note=f"60 people, 2,000 lines; plain SQLite reads the rows in {read:.1f} ms",
        ),
        Figure(
            name="the same among few families",
            value=opening["small"],
            unit="ms",
            target=150,
            note=f"{SMALL} families, in turns with the above; among all "
            f"{opening['large'] / opening['small']:.2f} times as long",
        ),
        Figure(
            name="longest hold while it opens",
            value=opening["hold"],
            unit="ms",
            target=50,
            note="median of each opening’s longest",
        ),
    ]


def build(place: Path, families: int) -> float:
    """Build a store unless it is there; return how many seconds that took, or had taken."""
    told = place.with_suffix(".seconds")
    if place.exists() and told.exists():
        return float(told.read_text("ascii"))
    create_store(place, PASSPHRASE, by="bench", clock=clock, kdf=CHEAP)
    store = opened(place)
    began = time.perf_counter()
    for command in caseload(families):
        store.run(command)
    store.close()
    took = time.perf_counter() - began
    told.write_text(f"{took:.1f}", "ascii")
    return took


def desk(*given: str) -> Told:
    """Have a day at the desk in a process of its own, so that its memory is its own."""
    day = [sys.executable, "-m", "tests.bench.record", *given]
    answer = subprocess.run(day, check=True, capture_output=True, text=True)  # noqa: S603
    told: Told = json.loads(answer.stdout.splitlines()[-1])
    return told


class Heart:
    """Beats on the window's thread; a long pause between two beats is a hold."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def rest(self) -> None:
        """Begin anew."""
        self.longest = 0.0
        self._last = time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def window_on(place: Path) -> MainWindow:
    """Return the window of a store, ready."""
    the_application()
    catalogue = read_catalogue()
    made = Desk(lambda: opened(place))
    wait_for(made, made.ready)
    settings = Settings(QSettings(str(place / "look.ini"), QSettings.Format.IniFormat))
    window = MainWindow(made, catalogue, Press(catalogue), settings, made_up=False)
    window.resize(1366, 768)
    window.show()
    pause(700)
    return window


def typing(place: Path, count: int) -> Told:
    """Type so many queries and open a family now and then; with none, only sit there."""
    window = window_on(place)
    heart = Heart()
    took = [one for query in queries(count) for one in type_in(window, query)]
    pause(100 if count else 5000)  # what the computer itself holds up, when it is busy elsewhere
    hold = heart.longest
    window.families.search.clear()
    if count:
        window.open_household(LARGE)
        wait_for(window, window.household.shown)
    pause(300)
    window.desk.close()
    return {
        "keys": len(took),
        "median": middle(took) if took else 0.0,
        "late": late(took) if took else 0.0,
        "hold": hold,
        "memory": peak_resident(),
    }


def type_in(window: MainWindow, query: str) -> list[float]:
    """Press every key of a query; return how long each took until something was shown."""
    page = window.families
    page.search.clear()
    page.look()
    pause(40)
    took = []
    for number, key in enumerate(query):
        began = time.perf_counter()
        shown: list[float] = []
        connection = page.answered.connect(lambda shown=shown: shown.append(time.perf_counter()))
        loop = QEventLoop()
        page.answered.connect(loop.quit)
        press(page.search, key)
        if query[: number + 1].strip(" ,*?"):
            if not shown:
                loop.exec()
            page.found.viewport().repaint()
            took.append((time.perf_counter() - began) * 1000)
        page.answered.disconnect(connection)
        pause(max(0, round(BETWEEN_KEYS - (time.perf_counter() - began) * 1000)))
    return took


def press(box: QWidget, key: str) -> None:
    """Press and let go a key, of any alphabet."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key)
        QApplication.sendEvent(box, event)


def open_in_turns(large: Path, small: Path) -> Told:
    """Open the largest family in both stores in turns, each time after an ordinary one."""
    windows = {"large": window_on(large), "small": window_on(small)}
    took: dict[str, list[float]] = {name: [] for name in windows}
    heart, holds = Heart(), []
    for _ in range(OPENINGS):
        for name, window in windows.items():
            open_in(window, HouseholdId("family-3"))
            pause(150)
            heart.rest()
            took[name].append(open_in(window, LARGE))
            pause(150)
            holds.append(heart.longest)
    for window in windows.values():
        window.desk.close()
    return {name: middle(times) for name, times in took.items()} | {"hold": middle(holds)}


def open_in(window: MainWindow, household: HouseholdId) -> float:
    """Open a household; return how many milliseconds passed until it was shown."""
    began = time.perf_counter()
    window.open_household(household)
    wait_for(window, window.household.shown)
    return (time.perf_counter() - began) * 1000


def prefixes(query: str) -> list[str]:
    """Return what stands in the box after each key."""
    return [query[:end] for end in range(1, len(query) + 1)]


def pause(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def middle(values: list[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def late(values: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[int(len(values) * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
