"""The main window: undo, keys, what is said at the bottom, and which form opens for what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.household import HouseholdDraft
from app.domain.ids import HouseholdId, PersonId
from app.domain.visit import VisitDraft
from app.errors import Refused, StoreTrouble
from app.usecases.keep_household import add_household
from app.usecases.record_visit import record_visit
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    FAMILY_C,
    TODAY,
    OpenDesk,
    keep,
    open_household,
    open_window,
    preview_of,
    settle,
    show,
)
from ui.dialogs.draft_dialog import DraftDialog
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)
CONTROL = Qt.KeyboardModifier.ControlModifier


def record_one(office: OpenDesk, window: MainWindow) -> None:
    """Record a visit through the form."""
    window.routes.add("visit")
    dialog: Any = window.errands.dialog
    dialog.seen.choose(frozenset({"A4"}))
    dialog.note.setPlainText("To be taken back.")
    keep(office.qtbot, dialog)
    settle(office.qtbot, office.desk)


def notes_shown(window: MainWindow) -> list[str]:
    model = window.household.happenings.model()
    return [str(model.index(row, 3).data()) for row in range(model.rowCount())]


def test_control_z_takes_a_visit_back_and_the_table_shows_it(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    record_one(office, window)
    with_it = notes_shown(window)
    show(qtbot, window)

    with qtbot.waitSignal(office.desk.undone):
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)

    settle(qtbot, office.desk)
    taken = with_it.index("To be taken back.")
    assert notes_shown(window) == with_it[:taken] + with_it[taken + 1 :]
    assert window.notice.sentence.text() == "Taken back."
    assert len(office.record().visits) == 3


def test_the_notice_offers_undo_and_does_it(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    record_one(office, window)
    said, offered = window.notice.sentence.text(), window.notice.undo_button.isVisible()

    with qtbot.waitSignal(office.desk.undone):
        window.notice.undo_button.click()

    settle(qtbot, office.desk)
    assert (said, offered) == ("The visit is kept.", True)
    assert "To be taken back." not in notes_shown(window)


def test_undo_past_a_wall_changes_nothing_and_says_so(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    before = office.changes()

    with qtbot.waitSignal(office.desk.undone):
        window.undo()

    settle(qtbot, office.desk)
    assert window.notice.sentence.text() == (
        "There is nothing to take back. What was printed or sent stays."
    )
    assert office.changes() == before


def test_taking_back_a_new_family_goes_back_to_the_list(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    window.errands.add_household()
    dialog: Any = window.errands.dialog
    dialog.name.setText("Ash")
    with qtbot.waitSignal(window.household.shown):
        keep(qtbot, dialog)
    settle(qtbot, office.desk)

    with qtbot.waitSignal(office.desk.undone):
        window.undo()

    settle(qtbot, office.desk)
    assert window.pages.currentWidget() is window.families
    assert window.notice.sentence.text() == "Taken back."
    assert window.families.table.model().rowCount() == 3


def test_looking_is_not_said_to_be_saved(office: OpenDesk, window: MainWindow) -> None:
    after_looking = window.sidebar.saved.text()

    office.desk.do(
        record_visit(VisitDraft(household=FAMILY_A, on=TODAY, seen=(PersonId("A1"),))),
        owner=window,
        then=lambda _: None,
    )

    settle(office.qtbot, office.desk)
    assert "Saved" not in after_looking
    assert "Saved" in window.sidebar.saved.text()


def test_the_title_never_names_a_family(window: MainWindow) -> None:
    assert window.windowTitle() == "Think Family"


def test_control_k_and_f6_go_where_they_say(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    show(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    places = [window.focusWidget() is window.families.search]
    for part in (window.sidebar.places, window.families.search):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        places.append(window.focusWidget() is part)
    open_household(qtbot, window, FAMILY_A)
    places.append(window.focusWidget() is window.household.picture.view)
    qtbot.keyClick(window, Qt.Key.Key_F6)

    inside = window.focusWidget()
    assert places == [True, True, True, True]
    assert inside is not None
    assert window.household.inspector.isAncestorOf(inside)


def test_opening_a_family_puts_the_focus_in_its_picture(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path)
    settle(qtbot, office.desk)
    window.families.table.setFocus()
    window.families.table.selectRow(0)

    qtbot.keyClick(window.families.table, Qt.Key.Key_Return)

    settle(qtbot, office.desk)
    assert window.focusWidget() is window.household.picture.view


def test_a_form_begins_in_its_first_field(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    window.routes.add("visit")

    dialog: Any = window.errands.dialog
    show(qtbot, dialog)
    assert dialog.focusWidget() is dialog.on
    dialog.reject()


class Flashes(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, MainWindow | DraftDialog)
        ):
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_part_of_a_page_is_ever_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication, office: OpenDesk, tmp_path: Path
) -> None:
    flashes = Flashes()
    qapp.installEventFilter(flashes)

    window = open_window(office, tmp_path, FAMILY_A)
    for id_ in ("A1", "A7", "camhs"):
        window.household.choose(id_)
    window.routes.add("visit")

    qapp.removeEventFilter(flashes)
    assert flashes.shown == []


def test_our_own_refusals_are_said_and_anything_else_is_a_fault(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    faults: list[Exception] = []
    window.failed.connect(faults.append)
    said = []
    for error in (Refused("said-no"), StoreTrouble("disk-full")):
        office.desk.failed.emit(error)
        said.append(window.notice.sentence.text())

    office.desk.failed.emit(KeyError("Dana"))

    assert said[0] == "They said no. That is respected; help goes on."
    assert said[1]
    assert [type(fault) for fault in faults] == [KeyError]


def test_a_family_that_is_not_there_is_said(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> None:
    window = open_window(office, tmp_path)

    window.open_household("nobody")

    qtbot.waitUntil(lambda: bool(window.notice.sentence.text()))
    assert window.notice.sentence.text() == "There is no such household in this store."


def test_a_family_added_elsewhere_is_in_the_list(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path)
    settle(qtbot, office.desk)

    office.desk.do(add_household(HouseholdDraft(name="Ash")), owner=window, then=lambda _: None)

    settle(qtbot, office.desk)
    assert window.families.table.model().rowCount() == 4


def test_the_picture_for_the_office_is_previewed_with_its_number(
    office: OpenDesk, window: MainWindow
) -> None:
    window.routes.print_picture()

    preview = preview_of(office, window)
    assert preview._made.number.startswith("HP-")
    assert preview._made.household == HouseholdId(FAMILY_A)
    preview.close_button.click()


def test_families_opened_one_after_the_other_are_never_mixed(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    window.open_household(FAMILY_B)

    open_household(qtbot, window, FAMILY_C)

    shown = window.household.presented
    assert shown is not None
    assert shown.record.household.id == FAMILY_C
    assert window.household.header.title.text() == "Doyle"
