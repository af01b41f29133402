"""Fits a table into a page that scrolls: columns share the width, long words wrap, rows show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTableView

from ui.theme import current_theme

LEAST_WIDE = 80  # pixels of a column
MEASURED = 16  # rows whose width is looked at
MOST_WRAPPED = 24  # rows whose words wrap; with more each row is one line


def column_wishes(table: QTableView) -> list[int]:
    """Return how wide each column would like to be."""
    table.horizontalHeader().setResizeContentsPrecision(MEASURED)
    return [
        max(table.sizeHintForColumn(number), table.horizontalHeader().sectionSizeHint(number)) + 4
        for number in range(table.model().columnCount())
    ]


def fit_whole(table: QTableView, wishes: Sequence[int], room: int, *, most_rows: int) -> None:
    """Give columns their share of `room` pixels and the table the height of its rows.

    At most `most_rows` are in sight at once; further ones are scrolled to.
    """
    for number, width in enumerate(shared(wishes, room)):
        table.setColumnWidth(number, width)
    rows = table.model().rowCount()
    least = table.verticalHeader().defaultSectionSize()
    if sum(wishes) > room and rows <= MOST_WRAPPED:
        table.resizeRowsToContents()
        for row in range(rows):
            table.setRowHeight(row, max(table.rowHeight(row) + current_theme().px(6), least))
    else:
        for row in range(min(rows, MOST_WRAPPED)):
            table.setRowHeight(row, least)
    tall = sum(table.rowHeight(row) for row in range(min(rows, most_rows)))
    head = max(table.horizontalHeader().sizeHint().height(), current_theme().px(36))
    table.setFixedHeight(head + tall + current_theme().px(4))


def shared(wishes: Sequence[int], room: int) -> list[int]:
    """Return a width for each column: as wished, or the widest made narrower until all fit."""
    widths = list(wishes)
    while sum(widths) > room and max(widths, default=0) > LEAST_WIDE:
        widest = max(widths)
        following = max((one for one in widths if one < widest), default=0)
        as_wide = widths.count(widest)
        over = (sum(widths) - room + as_wide - 1) // as_wide
        narrower = max(widest - over, following, LEAST_WIDE)
        if narrower == widest:
            narrower = widest - 1
        widths = [narrower if one == widest else one for one in widths]
    return widths
