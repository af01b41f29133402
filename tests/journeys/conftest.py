"""What the journeys on the command line share: a store with the caseload, and an empty one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.usecases.exchange import import_file
from db.keys import Kdf
from db.store import create_store, open_store
from tests.builders import caseload
from tests.conftest import WORDS, StorePlace
from tests.journeys.worker import Hire, Worker
from tests.ui.conftest import collected_here as collected_here
from ui.theme import current_theme

CHEAP = Kdf(memory=19_456, passes=2, lanes=1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a store with the caseload in it, once."""
    place = tmp_path_factory.mktemp("made") / "filled"
    create_store(place, WORDS, by="kw-test", kdf=CHEAP)
    store = open_store(place, passphrase=WORDS, by="kw-test")
    store.run(import_file(caseload(), sha256="0" * 64))
    store.close()
    return place


@pytest.fixture
def filled(made: Path, tmp_path: Path) -> Path:
    """Give a copy of the store with the caseload in it."""
    return Path(shutil.copytree(made, tmp_path / "store"))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Give a store with nothing in it."""
    place = tmp_path / "empty"
    create_store(place, WORDS, by="kw-test", kdf=CHEAP)
    return place


@pytest.fixture
def hire(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Hire]:
    """Give a way to let somebody begin a day; at the end of the test they all go home."""
    hook, workers = sys.excepthook, list[Worker]()
    quits = qapp.quitOnLastWindowClosed()

    def begin(place: StorePlace | Path) -> Worker:
        where = place if isinstance(place, Path) else place.path
        workers.append(Worker(qtbot, qapp, where, tmp_path))
        return workers[-1]

    yield begin
    for worker in workers:
        worker.go_home()
    sys.excepthook = hook
    qapp.setQuitOnLastWindowClosed(quits)
    current_theme().use(text_percent=100, tablet=False)
