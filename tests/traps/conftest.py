"""What the tests of the traps share: the caseload in a store, and the desk over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.store import Store
from tests.builders import fill
from tests.journeys.command_line import thinkfamily
from tests.ui.conftest import collected_here as collected_here
from tests.ui.desk_builders import OpenDesk, open_desk


@pytest.fixture
def caseload_store(store: Store) -> Store:
    """Give an open store in memory that holds the made-up caseload."""
    return fill(store)


@pytest.fixture(scope="session")
def demo_papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder into which the command line wrote every paper of the made-up families."""
    out = tmp_path_factory.mktemp("demo") / "papers"
    ended = thinkfamily("demo", "--out", out)
    assert ended.status == 0, ended.err
    return out


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[OpenDesk]:
    """Give a desk over the caseload that is ready, and close it afterwards."""
    with open_desk(qtbot) as office:
        yield office
