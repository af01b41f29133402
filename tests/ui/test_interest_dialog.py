"""The form in which a worker says that they know a family otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.interest import Interest
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    OpenDesk,
    keep,
    open_window,
    press_save,
    said_beside,
    settle,
    show_dialog,
)
from ui.choices import interests
from ui.dialogs.interest_dialog import InterestDialog

pytestmark = pytest.mark.timeout(60)


def test_nothing_is_chosen_beforehand_and_nothing_is_not_an_answer(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = InterestDialog(office.desk, FAMILY_A)
    show_dialog(qtbot, dialog)

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"interest": "Please fill this in."}
    assert office.journal("declare_interest") == []


def test_what_is_said_is_a_line_of_the_journal_and_changes_nothing(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)
    changes = office.changes()
    window.household.add_asked.emit("interest")
    dialog = window.errands.dialog
    assert isinstance(dialog, InterestDialog)
    dialog.interest.box(Interest.NEIGHBOUR).click()

    keep(qtbot, dialog)
    settle(qtbot, office.desk)

    assert office.journal("declare_interest") == [("declare_interest", FAMILY_A)]
    assert office.changes() == changes
    assert window.notice.isVisible()
    assert "Ask your manager" in window.notice.accessibleName() + window.notice.sentence.text()


def test_every_way_of_knowing_somebody_has_its_words() -> None:
    assert set(interests()) == set(Interest)


def test_it_is_named_reached_and_not_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = InterestDialog(office.desk, FAMILY_A)
    show_dialog(qtbot, dialog)

    found = hard_to_use(qtbot, dialog)
    dialog.close()

    assert found == {}
    assert cut_off(qtbot, lambda: InterestDialog(office.desk, FAMILY_A)) == {}
