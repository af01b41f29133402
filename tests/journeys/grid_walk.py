"""By keys to a cell of the consent grid, and to what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.journeys.keyboard import Keyboard
from ui.models.consent_grid import GridCell
from ui.windows.main_window import MainWindow

GRID = "Who may know what: partners down, people across"


def walk_to(keys: Keyboard, window: MainWindow, person: str, agency: str) -> None:
    """Go to the Sharing tab and from cell to cell to where a person and a partner meet."""
    tabs = keys.to("Parts of the record")
    keys.press(Qt.Key.Key_Home)
    while getattr(tabs, "current", str)() != "sharing":
        keys.press(Qt.Key.Key_Right)
    keys.to(GRID)
    grid = window.household.sharing_pane.grid
    place = grid.grid.place_of(person, agency)
    assert place.isValid()
    for _ in range(60):
        here = grid.currentIndex()
        if (here.row(), here.column()) == (place.row(), place.column()):
            break
        if here.row() != place.row():
            down = not here.isValid() or here.row() < place.row()
            keys.press(Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        else:
            on = here.column() < place.column()
            keys.press(Qt.Key.Key_Right if on else Qt.Key.Key_Left)
    cell = grid.current()
    assert isinstance(cell, GridCell)
    assert (cell.person, cell.agency) == (person, agency)
