"""Forms that list or replace what is kept: relationships, parental responsibility, our office."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.domain.household import Office
from app.domain.responsibility import Basis, Holds
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    settle,
    show_dialog,
)
from ui.dialogs.office_dialog import OfficeDialog
from ui.dialogs.relationships_dialog import RelationshipsDialog
from ui.dialogs.responsibility_dialog import ResponsibilityDialog

pytestmark = pytest.mark.timeout(60)


def make_office(office: OpenDesk) -> OfficeDialog:
    return OfficeDialog(office.desk, office.record().office)


def make_relationships(office: OpenDesk) -> RelationshipsDialog:
    record = office.record()
    names: dict[str, str] = {p.id: p.name for p in record.people}
    return RelationshipsDialog(office.desk, record, "A2", names=names)


def make_responsibility(office: OpenDesk) -> ResponsibilityDialog:
    record = office.record()
    return ResponsibilityDialog(
        office.desk,
        FAMILY_A,
        children={"A4": "Leo Reid"},
        adults={"A1": "Dana Whitfield", "A2": "Tunde Okafor"},
        known=record.responsibilities,
        child="A4",
    )


def test_our_office_is_kept_and_is_on_the_record(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_office(office)
    show_dialog(qtbot, dialog)
    before = office.record().office
    dialog.fields["desk_phone"].setText("01632 960 099")

    keep(qtbot, dialog)

    kept = office.record().office
    assert kept.desk_phone == "01632 960 099"
    assert (kept.council, kept.sender) == (before.council, before.sender)


def test_an_office_with_words_too_long_is_told_so_beside_the_field(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = make_office(office)
    show_dialog(qtbot, dialog)
    before: Office = office.record().office
    dialog.fields["council"].setText("x" * 121)

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"council": "This is too long to keep. Shorten it, or split it."}
    assert office.record().office == before


def test_a_relationship_taken_away_is_gone_from_list_and_record(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = make_relationships(office)
    show_dialog(qtbot, dialog)
    line = dialog.table.current()
    assert line is not None

    dialog.remove_button.click()
    settle(qtbot, office.desk)

    assert line.fact not in office.record().relationships
    model = dialog.table.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert line.said not in shown


def test_parental_responsibility_is_kept_with_what_was_seen(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make_responsibility(office)
    show_dialog(qtbot, dialog)
    dialog.adult.choose("A1")
    dialog.holds.choose(Holds.YES)
    dialog.basis.choose(Basis.MOTHER)
    dialog.evidence.setText("birth certificate, 14 September 2026")

    keep(qtbot, dialog)

    pairs = [r for r in office.record().responsibilities if (r.child, r.adult) == ("A4", "A1")]
    assert [(r.holds, r.basis, r.evidence) for r in pairs] == [
        (Holds.YES, Basis.MOTHER, "birth certificate, 14 September 2026")
    ]


@pytest.mark.parametrize("make", [make_office, make_relationships, make_responsibility])
def test_every_control_is_named_large_and_reached(
    qtbot: QtBot, office: OpenDesk, make: Callable[[OpenDesk], QDialog]
) -> None:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    assert hard_to_use(qtbot, dialog) == {}


@pytest.mark.parametrize("make", [make_office, make_relationships, make_responsibility])
def test_nothing_is_cut_off(
    qtbot: QtBot, office: OpenDesk, make: Callable[[OpenDesk], QDialog]
) -> None:
    assert cut_off(qtbot, lambda: make(office)) == {}
