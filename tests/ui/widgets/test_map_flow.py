"""Things side by side that wrap."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.map_flow import FlowLayout


def page_of(qtbot: QtBot, count: int) -> tuple[QWidget, list[QWidget]]:
    page = QWidget()
    flow = FlowLayout(page, gap=10)
    parts = [QWidget() for _ in range(count)]
    for part in parts:
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    qtbot.addWidget(page)
    page.resize(330, 100)
    page.show()
    return page, parts


def test_what_has_no_room_goes_to_the_next_row(qtbot: QtBot) -> None:
    _, parts = page_of(qtbot, 4)

    tops = [part.y() for part in parts]

    assert tops == [0, 0, 0, 24]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    page, parts = page_of(qtbot, 4)
    flow = page.layout()
    assert flow is not None

    parts[0].hide()

    qtbot.waitUntil(lambda: parts[3].y() == 0)
    assert [part.x() for part in parts[1:]] == [0, 110, 220]
    assert flow.heightForWidth(330) == 20
