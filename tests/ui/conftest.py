"""What the tests of the windows share: a desk that is open on the made-up caseload."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desk_builders import FAMILY_A, OpenDesk, open_desk, open_window
from ui.windows.main_window import MainWindow


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[OpenDesk]:
    """Give a desk that is ready, and close it afterwards."""
    with open_desk(qtbot) as office:
        yield office


@pytest.fixture
def window(office: OpenDesk, tmp_path: Path) -> MainWindow:
    """Give the main window with a family in it."""
    return open_window(office, tmp_path, FAMILY_A)


@pytest.fixture(autouse=True, scope="session")
def only_what_tests_make() -> None:
    """Leave out of every collection what was there before the first test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Collect garbage between tests, on the window's thread, as the program itself does."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()
