"""The form about a home."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.home import Home
from app.domain.ids import HomeId
from app.domain.person import Safety
from app.operation import operation
from app.ports import Work
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


@operation()
def correct_home(work: Work, home: Home) -> None:
    """Keep a home as given, as a file from another program would."""
    work.kept(Home).change(home)


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


def test_when_it_became_confidential_and_its_number_are_kept(
    qtbot: QtBot, office: OpenDesk, dialog: HomeDialog
) -> None:
    hidden_before = dialog.form.row("confidential_since").isVisible()
    dialog.safety.choose(Safety.CONFIDENTIAL)
    dialog.confidential_since.setText("11 August 2026")
    dialog.uprn.setText("1000 2345 67")

    home = keep(qtbot, dialog)

    assert not hidden_before
    assert home.confidential_since == date(2026, 8, 11)
    assert office.record().home(home.id).uprn == "1000234567"


def test_a_day_of_secrecy_that_cannot_be_is_said(qtbot: QtBot, dialog: HomeDialog) -> None:
    dialog.safety.choose(Safety.CONFIDENTIAL)
    dialog.confidential_since.setText("1 December 2026")
    dialog.uprn.setText("12A")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "confidential_since": "This date has not happened yet.",
        "uprn": "A property number (UPRN) is one to twelve figures.",
    }


@pytest.mark.parametrize("safety", Safety)
def test_a_home_of_any_kind_can_be_opened_and_stays_as_it_was(
    safety: Safety, qtbot: QtBot, office: OpenDesk
) -> None:
    known = replace(
        office.record().homes[0],
        safety=safety,
        uprn="100",
        confidential_since=None if safety is Safety.ORDINARY else TODAY,
    )
    office.run(correct_home(known))
    dialog = make(office, known)
    show_dialog(qtbot, dialog)

    assert keep(qtbot, dialog) == known


def test_a_home_is_added_without_moving_anybody_in(
    qtbot: QtBot, office: OpenDesk, dialog: HomeDialog
) -> None:
    before = office.record().stays
    dialog.label.setText("Callum’s home")

    home = keep(qtbot, dialog)

    assert home in office.record().homes
    assert office.record().stays == before
