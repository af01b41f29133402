"""What the tests of the household picture share: the picture of one family, shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.widgets.families import an_ash_family, its_picture
from ui.theme import Look, current_theme
from ui.widgets.family_map_view import FamilyMapView


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[FamilyMapView]:
    view = FamilyMapView(name="Household picture")
    qtbot.addWidget(view)
    view.resize(900, 420)
    view.show_family(an_ash_family(), its_picture())
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()
    yield view
    current_theme().use(look=Look.LIGHT, text_percent=100)
