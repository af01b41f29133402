"""The form for a note: what it asks, what it warns of, and what an edit leaves as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.ids import AgencyId, PersonId
from app.domain.visit import Knowledge, Note, NoteDraft, NoteKind, NoteReach
from tests.ui.desk_audit import cut_off, hard_to_use, tab_stays_in
from tests.ui.desk_builders import (
    FAMILY_A,
    TODAY,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    settle,
    show_dialog,
)
from ui.dialogs.note_dialog import NoteDialog
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)
LEO = PersonId("A4")


def make(office: OpenDesk, note: Note | None = None, *, guarded: bool = False) -> NoteDialog:
    record = office.record()
    return NoteDialog(
        office.desk,
        FAMILY_A,
        people={p.id: p.name or "Baby" for p in record.people},
        agencies={a.id: a.name for a in record.agencies},
        today=TODAY,
        note=note,
        guarded=guarded,
    )


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> NoteDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


def test_what_is_typed_is_what_is_sent(dialog: NoteDialog) -> None:
    dialog.kind.choose(NoteKind.EXCLUSION)
    dialog.on.setText("20/11/2026")
    dialog.text.setPlainText("Two days.")
    dialog.people.choose(frozenset({LEO}))
    dialog.knowledge.box(Knowledge.FACT).click()
    dialog.source.setText("Mr Hill")
    dialog.role.setText("head of year")
    dialog.agency.choose("camhs")
    dialog.not_meaning.setPlainText("Not for good.")
    dialog.reach.choose(NoteReach.PARTNERS)
    dialog.onward.setPlainText("Ask first.")

    assert dialog.draft() == NoteDraft(
        household=FAMILY_A,
        on=date(2026, 11, 20),
        text="Two days.",
        people=(LEO,),
        knowledge=Knowledge.FACT,
        source="Mr Hill",
        kind=NoteKind.EXCLUSION,
        agency=AgencyId("camhs"),
        role="head of year",
        not_meaning="Not for good.",
        reach=NoteReach.PARTNERS,
        onward="Ask first.",
    )


def test_what_a_note_rests_on_must_be_chosen(
    qtbot: QtBot, office: OpenDesk, dialog: NoteDialog
) -> None:
    before = office.changes()
    dialog.text.setPlainText("Late again.")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"knowledge": "Please fill this in."}
    assert office.changes() == before
    dialog.knowledge.box(Knowledge.OPINION).click()
    assert said_beside(dialog) == {}
    assert keep(qtbot, dialog).knowledge is Knowledge.OPINION


@pytest.mark.parametrize("id_", ["A-note-1", "A-note-2"])
def test_an_edit_that_changes_nothing_changes_nothing(
    qtbot: QtBot, office: OpenDesk, id_: str
) -> None:
    before = next(note for note in office.record().notes if note.id == id_)
    dialog = make(office, before)
    show_dialog(qtbot, dialog)

    kept = keep(qtbot, dialog)

    assert replace(kept, by="") == replace(before, by="")


def test_an_address_is_warned_of_and_not_refused(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make(office, guarded=True)
    show_dialog(qtbot, dialog)
    caution = dialog._caution
    assert caution is not None
    dialog.knowledge.box(Knowledge.FACT).click()

    dialog.text.setPlainText("They are at 14 Alder Road.")

    assert caution.isVisible()
    assert caution.accessibleName().startswith("This looks like an address.")
    dialog.text.setPlainText("They are well.")
    assert not caution.isVisible()
    dialog.text.setPlainText("ZZ99 3AB")
    assert keep(qtbot, dialog).text == "ZZ99 3AB"


def test_a_family_without_a_guarded_home_is_not_warned(dialog: NoteDialog) -> None:
    assert dialog._caution is None


def test_a_note_is_added_and_corrected_from_the_chronology(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    pane = window.household.chronology
    window.household.header.tabs.choose("timeline")
    pane.note_button.click()
    added: Any = window.errands.dialog
    added.text.setPlainText("Rang: nobody in.")
    added.knowledge.box(Knowledge.FACT).click()
    note = keep(qtbot, added)
    settle(qtbot, office.desk)
    line = next(row.line for row in pane._rows if row.line.opens == note.id)

    pane.opened.emit(line)
    again: Any = window.errands.dialog
    again.text.setPlainText("Rang: Dana answered.")
    keep(qtbot, again)
    settle(qtbot, office.desk)

    assert [row.text for row in pane._rows if row.line.opens == note.id] == ["Rang: Dana answered."]
    assert len(office.record().notes) == 3


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: NoteDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}
    assert tab_stays_in(dialog, qtbot) == []


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    def with_problems() -> NoteDialog:
        dialog = make(office, guarded=True)
        dialog.text.setPlainText("14 Alder Road, 01632 960123")
        dialog.show_sentences({"knowledge": "Please fill this in."})
        return dialog

    assert cut_off(qtbot, with_problems) == {}
