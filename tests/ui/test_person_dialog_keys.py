"""The form about a person by keyboard: written out, jumped through, never cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.identifiers import System
from app.domain.person import (
    Ethnicity,
)
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    OpenDesk,
    keep,
    show_dialog,
)
from tests.ui.person_builders import (
    GOOD_NHS,
    edit,
    everything_open,
    make,
)
from ui.dialogs.person_dialog import PersonDialog
from ui.theme import current_theme

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> PersonDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


def test_a_date_is_written_out_as_it_was_understood(qtbot: QtBot, dialog: PersonDialog) -> None:
    dialog.names.born.setFocus()
    qtbot.keyClicks(dialog.names.born, "c1991")
    qtbot.keyClick(dialog.names.born, Qt.Key.Key_Tab)

    assert dialog.names.born.text() == "about 1991"
    assert dialog.form.row("born").hint.text() == "Read as: the year only, estimated."


def test_a_number_is_written_out_and_a_caution_said(qtbot: QtBot, dialog: PersonDialog) -> None:
    dialog.sections.open_section("numbers")
    fields = dialog.numbers.single
    said = []
    for system, typed in (
        (System.NHS, "999-000 1006"),
        (System.ULN, "92763 08686"),
        (System.NINO, "cr 00 00 00 a"),
    ):
        fields[system].value.setFocus()
        qtbot.keyClicks(fields[system].value, typed)
        qtbot.keyClick(fields[system].value, Qt.Key.Key_Tab)
        said.append((fields[system].value.text(), dialog.form.row(system).hint.text()))

    assert said == [
        ("999 000 1006", "Test range: not a real person’s number."),
        ("9276308686", "Ten digits, from a school or college, from age 14."),
        ("CR 00 00 00 A", "Letters like these are used by tax offices only. Check it."),
    ]


def test_another_number_does_not_keep_where_the_old_one_was_seen(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = edit(office, "A1")
    fields = dialog.numbers.single[System.NHS]
    fields.value.setText(GOOD_NHS)
    fields.value.editingFinished.emit()
    said = dialog.form.row(System.NHS).hint.text()

    keep(qtbot, dialog)

    kept = next(i for i in office.record().identifiers if i.id == "A1-nhs")
    assert said.startswith("Another number: say again where and when it was seen.")
    assert (kept.value, kept.source, kept.verified_on) == ("9990001006", "", None)


def test_a_phone_number_and_a_name_are_taken_away_again(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = edit(office, "A1")
    dialog.reach.points._cards[0].remove.click()
    removed = dialog.reach.points.fields

    keep(qtbot, dialog)

    assert removed == []
    assert [p.id for p in office.record().contact_points] == ["A2-mobile"]


def test_headings_are_jumped_to_and_opened_by_keyboard(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = edit(office, "A1")
    control = Qt.KeyboardModifier.ControlModifier
    headings = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        qtbot.keyClick(dialog, key, control)
        here = QApplication.focusWidget()
        assert here is not None
        headings.append(here.accessibleName())
    here = QApplication.focusWidget()
    qtbot.keyClick(here, Qt.Key.Key_Space)

    assert headings == [
        "Other names and background (2 filled in), closed",
        "Phone, e-mail and safe contact (5 filled in), closed",
        "Other names and background (2 filled in), closed",
        "Note, closed",
    ]
    assert dialog.sections.sections["note"].is_open


def test_a_choice_is_reached_by_its_first_letters(qtbot: QtBot, dialog: PersonDialog) -> None:
    dialog.sections.open_section("identity")
    dialog.identity.ethnicity.setFocus()
    qtbot.keyClicks(dialog.identity.ethnicity, "gyp")

    assert dialog.identity.ethnicity.key() == Ethnicity.GYPSY_OR_IRISH_TRAVELLER


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk, dialog: PersonDialog) -> None:
    before = office.journal()
    dialog.names.given.setText("Rowan")

    qtbot.keyClick(dialog.names.given, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: PersonDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_every_control_of_every_section_is_named_large_and_reached(
    qtbot: QtBot, dialog: PersonDialog
) -> None:
    assert hard_to_use(qtbot, everything_open(dialog)) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: everything_open(make(office))) == {}


def test_it_can_be_used_on_a_small_screen_with_large_letters(
    qtbot: QtBot, office: OpenDesk
) -> None:
    current_theme().use(text_percent=200)
    dialog = everything_open(make(office))
    show_dialog(qtbot, dialog)
    dialog.resize(683, 384)
    qtbot.wait(20)

    assert (dialog.width(), dialog.height()) == (683, 384)
    assert dialog.form.viewport().height() > 40
    assert dialog.buttons.save.visibleRegion().boundingRect().height() >= 40
