"""What the tests of the windows share: a desk that is open on the made-up caseload."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desk_builders import FAMILY_A, OpenDesk, open_desk, open_window
from ui.theme import Letters, Look, current_theme
from ui.windows.main_window import MainWindow

USUAL_CONTROL = 40  # pixels at text size 100 %


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[OpenDesk]:
    """Give a desk that is ready, and close it afterwards."""
    with open_desk(qtbot) as office:
        yield office


@pytest.fixture
def window(office: OpenDesk, tmp_path: Path) -> MainWindow:
    """Give the main window with a family in it."""
    return open_window(office, tmp_path, FAMILY_A)


@pytest.fixture(autouse=True)
def as_it_comes() -> Iterator[None]:
    """Put back after a test what a person can choose about how the program looks."""
    yield
    theme = current_theme()
    if theme.control_height != USUAL_CONTROL or theme.text_percent != 100:
        theme.use(look=Look.LIGHT, text_percent=100, letters=Letters.INTER, tablet=False)


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
