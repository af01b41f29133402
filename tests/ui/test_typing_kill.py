"""Whoever kills the program while a visit is typed loses at most five seconds of typing."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.store import open_store
from tests.conftest import WORDS, StorePlace
from tests.ui.desk_builders import FAMILY_A, TODAY, fill_place, reopened
from ui.desk import Desk
from ui.dialogs.visit_dialog import VisitDialog

KILLS, AT_ONCE = 20, 4
KEY = 50  # milliseconds between keys
MOST_LOST = 5.0  # seconds of typing
SOONEST, LATEST = 3.5, 8.0  # seconds of typing before the kill
LETTERS = "the kitchen was warm and leo made the tea himself "


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """What one killed program had typed, when each key was pressed, and what is left of it."""

    typed: str
    pressed: tuple[float, ...]
    killed: float
    kept: str
    findings: tuple[str, ...]

    @property
    def lost(self) -> float:
        """Return how many seconds of typing are gone."""
        if len(self.kept) >= len(self.typed):
            return 0.0
        return self.killed - self.pressed[len(self.kept)]


def type_until_killed(path: Path) -> None:
    """Open the store and type into the visit sheet, saying when each key was pressed."""
    application = QApplication([])
    desk = Desk(lambda: open_store(path, passphrase=WORDS, by="kw-test"))
    sheets: list[VisitDialog] = []
    count = 0

    def begin() -> None:
        sheet = VisitDialog(desk, FAMILY_A, people={"A4": "Leo Reid"}, today=TODAY)
        sheets.append(sheet)
        sheet.open()
        keys.start(KEY)

    def press() -> None:
        nonlocal count
        letter = LETTERS[count % len(LETTERS)]
        QTest.keyClicks(sheets[0].note, letter)
        sys.stdout.write(f"{letter}{time.monotonic()}\n")
        sys.stdout.flush()
        count += 1

    keys = QTimer()
    keys.timeout.connect(press)
    desk.ready.connect(begin)
    application.exec()


def killed_after(place: StorePlace, seconds: float) -> Killed:
    """Have somebody type for so long, kill the program, and look into the store."""
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "tests.ui.test_typing_kill", str(place.path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(seconds)
    killed = time.monotonic()
    child.send_signal(signal.SIGKILL)
    lines = (first + child.communicate()[0]).decode().splitlines()
    store = reopened(place)
    kept = [draft.content["note"] for draft in store.ask(lambda work: work.drafts())]
    findings = store.check().findings
    store.close()
    return Killed(
        typed="".join(line[0] for line in lines),
        pressed=tuple(float(line[1:]) for line in lines),
        killed=killed,
        kept=str(kept[0]) if kept else "",
        findings=findings,
    )


@pytest.mark.timeout(300)
def test_at_most_five_seconds_of_typing_are_lost(store_place: StorePlace, tmp_path: Path) -> None:
    fill_place(store_place)
    rng = random.Random(20261124)  # noqa: S311
    places = []
    for number in range(KILLS):
        path = Path(shutil.copytree(store_place.path, tmp_path / f"store-{number}"))
        places.append(StorePlace(path=path, passphrase=WORDS, recovery_code=""))
    times = [rng.uniform(SOONEST, LATEST) for _ in places]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = list(pool.map(killed_after, places, times))

    assert [one.kept for one in found if not one.typed.startswith(one.kept)] == []
    assert [one.lost for one in found if one.lost > MOST_LOST] == []
    assert all(one.kept for one in found)
    assert all(len(one.typed) > SOONEST * 1000 / KEY / 3 for one in found)
    assert [one.findings for one in found if one.findings] == []


if __name__ == "__main__":
    type_until_killed(Path(sys.argv[1]))
