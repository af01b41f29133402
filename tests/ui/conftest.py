"""What the tests of the windows share: a desk that is open on the made-up caseload."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desk_builders import OpenDesk, open_desk


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[OpenDesk]:
    """Give a desk that is ready, and close it afterwards."""
    with open_desk(qtbot) as office:
        yield office
