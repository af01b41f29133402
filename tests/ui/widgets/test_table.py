"""Tables: what they are called, how tall their rows are, and how one opens a row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from ui.theme import current_theme
from ui.widgets.table import FactTable


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[FactTable]:
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["Person", "CAMHS"])
    model.appendRow([QStandardItem("Leah"), QStandardItem("Ran out 2 Nov")])
    table = FactTable(model, name="Who may know what")
    model.setParent(table)
    qtbot.addWidget(table)
    table.show()
    yield table
    current_theme().use(text_percent=100, tablet=False)


def test_a_screen_reader_finds_a_table_with_its_name(table: FactTable) -> None:
    interface = QAccessible.queryAccessibleInterface(table)

    role = interface.role()

    assert role == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Who may know what"


def test_rows_are_40_high_and_grow(table: FactTable) -> None:
    heights = [table.rowHeight(0)]
    current_theme().use(tablet=True)
    heights.append(table.rowHeight(0))

    current_theme().use(text_percent=150)

    assert heights == [40, 44]
    assert table.rowHeight(0) == 66


def test_enter_opens_the_row(table: FactTable, qtbot: QtBot) -> None:
    heard: list[QModelIndex] = []
    table.opened.connect(heard.append)
    table.setCurrentIndex(table.model().index(0, 1))

    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert [index.row() for index in heard] == [0]


def test_nothing_is_opened_where_nothing_is(table: FactTable, qtbot: QtBot) -> None:
    heard: list[QModelIndex] = []
    table.opened.connect(heard.append)
    table.setCurrentIndex(QModelIndex())

    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert heard == []
