"""What the desk asks of its forms: one after the other, refused with why, nobody swapped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desk_builders import (
    FAMILY_B,
    FAMILY_C,
    OpenDesk,
    keep,
    open_window,
    preview_of,
    settle,
)
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)


def test_nadias_forms_come_one_after_the_other(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_B)
    window.routes.form("B5")
    first = preview_of(office, window)
    for_whom = [first._made.person]

    first.close_button.click()

    qtbot.waitUntil(
        lambda: window.papers.preview is not first and window.papers.preview is not None,
        timeout=20_000,
    )
    second = preview_of(office, window)
    for_whom.append(second._made.person)
    assert for_whom == ["B5", "B5"]
    assert first is not second
    second.close_button.click()
    settle(qtbot, office.desk)
    assert office.record(FAMILY_B).papers == ()


def test_a_form_goes_to_those_who_sign_it_and_not_to_the_child(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    window.routes.form("A6")

    preview = preview_of(office, window)

    qtbot.waitUntil(lambda: bool(preview.before.ways.cards), timeout=10_000)
    assert preview._made.readers == ("A1", "A2")
    assert [card.way.to for card in preview.before.ways.cards] == [
        "Dana Whitfield, Tunde Okafor",
        "Dana Whitfield",
        "Tunde Okafor",
    ]
    preview.close_button.click()


def test_the_picture_stays_in_the_office_and_needs_no_choice(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    presented = window.household.presented
    assert presented is not None
    window.papers.household_picture(presented)
    preview = preview_of(office, window)

    qtbot.waitUntil(preview.print_button.isEnabled, timeout=10_000)

    (card,) = preview.before.ways.cards
    assert card.pick.text() == "Stays in the office"
    assert card.pick.isChecked()
    preview.close_button.click()


def test_a_form_nobody_can_sign_is_refused_with_why(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    window.routes.form("A7")

    assert window.notice.sentence.text() == (
        "They are not born yet. The mother is asked about herself."
    )


def test_a_partner_that_cannot_be_asked_is_not_swapped_for_another(
    office: OpenDesk, window: MainWindow
) -> None:
    said = []
    for person, agency in (("A5", "primary"), ("A7", ""), ("", "housing")):
        window.routes.request(person, agency)
        said.append(window.notice.sentence.text())

    assert window.errands.dialog is None
    assert said == [
        "Requests go to health partners that work with the person now.",
        "No health partner is recorded for this person yet. Add one first.",
        "Requests go to health partners that work with the person now.",
    ]


def test_an_agency_asked_from_its_own_card_is_about_one_of_theirs(window: MainWindow) -> None:
    window.routes.request("", "camhs")

    dialog: Any = window.errands.dialog
    assert (dialog.person.key(), dialog.agency.key()) == ("A4", "camhs")
    dialog.reject()


def test_a_new_agency_leads_on_to_whom_it_works_with(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    window.routes.add("agency")
    agency_form: Any = window.errands.dialog
    agency_form.name.setText("Sample Practice")
    keep(qtbot, agency_form)

    qtbot.waitUntil(lambda: window.errands.dialog not in (None, agency_form))

    dialog: Any = window.errands.dialog
    assert dialog.agency.currentText() == "Sample Practice"
    dialog.reject()


def test_what_is_somebodys_own_is_not_offered_to_the_family(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_C)
    window.routes.add("involvement")
    qtbot.waitUntil(lambda: window.errands.dialog is not None)

    dialog: Any = window.errands.dialog
    offered = [dialog.agency.itemText(n) for n in range(dialog.agency.count())]
    dialog.reject()
    assert "Northmarsh CAMHS" in offered
    assert not [name for name in offered if "Sexual" in name]
