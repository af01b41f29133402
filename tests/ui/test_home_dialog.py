"""The form about a home."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.home import Home
from app.domain.ids import HomeId
from app.domain.person import Safety
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    TODAY,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    show_dialog,
)
from ui.dialogs.home_dialog import HomeDialog

pytestmark = pytest.mark.timeout(60)


def make(office: OpenDesk, home: Home | None = None) -> HomeDialog:
    people: dict[str, str] = {p.id: p.name for p in office.record().people}
    return HomeDialog(office.desk, FAMILY_A, people=people, home=home)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> HomeDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


def test_a_home_is_kept_with_who_lives_there(
    qtbot: QtBot, office: OpenDesk, dialog: HomeDialog
) -> None:
    dialog.label.setText("Gran’s house")
    dialog.lines.setPlainText("2 Sample Street\n\nNorthmarsh\n")
    dialog.postcode.setText("zz99 3wz")
    dialog.safety.choose(Safety.CONFIDENTIAL)
    dialog.members.choose(frozenset({"A4"}))

    home = keep(qtbot, dialog)

    record = office.record()
    assert record.home(home.id) == Home(
        id=home.id,
        household=FAMILY_A,
        label="Gran’s house",
        lines=("2 Sample Street", "Northmarsh"),
        postcode="ZZ99 3WZ",
        safety=Safety.CONFIDENTIAL,
        confidential_since=TODAY,
    )
    assert home.id in [one.id for one in record.homes_of(office.person("A4").id, TODAY)]


def test_every_problem_is_said_beside_its_field(
    qtbot: QtBot, office: OpenDesk, dialog: HomeDialog
) -> None:
    before = office.changes()
    dialog.label.clear()
    dialog.lines.setPlainText("x" * 121)
    dialog.postcode.setText("ZZ99 3WZ and more")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "label": "Please fill this in.",
        "lines": "This is too long to keep. Shorten it, or split it.",
        "postcode": "This is too long to keep. Shorten it, or split it.",
    }
    assert office.changes() == before
    assert dialog.postcode.text() == "ZZ99 3WZ and more"


def test_an_edit_that_changes_nothing_changes_nothing(qtbot: QtBot, office: OpenDesk) -> None:
    before = office.record(FAMILY_B)
    hidden = next(home for home in before.homes if home.confidential)
    dialog = make(office, hidden)
    show_dialog(qtbot, dialog)

    keep(qtbot, dialog)

    after = office.record(FAMILY_B)
    assert after.home(HomeId(hidden.id)) == hidden
    assert after.stays == before.stays


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk, dialog: HomeDialog) -> None:
    before = office.journal()
    dialog.lines.setPlainText("2 Sample Street")

    qtbot.keyClick(dialog.lines, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: HomeDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: make(office)) == {}
