"""The form for a visit: what it collects, what it says, and what an edit leaves as it was."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ids import PersonId, VisitId
from app.domain.visit import OwnWords, Visit, VisitDraft, VisitPlace
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    TODAY,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    show_dialog,
)
from ui.dialogs.visit_dialog import VisitDialog

pytestmark = pytest.mark.timeout(60)
LEO, MIA = PersonId("A4"), PersonId("A5")
NOTE_LENGTH = 20_000


def make(office: OpenDesk, visit: Visit | None = None) -> VisitDialog:
    people: dict[str, str] = {p.id: p.name for p in office.record().people}
    return VisitDialog(office.desk, FAMILY_A, people=people, today=TODAY, visit=visit)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> VisitDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


def kept_visit(office: OpenDesk, id_: str) -> Visit:
    return next(visit for visit in office.record().visits if visit.id == VisitId(id_))


def test_what_is_typed_is_what_is_sent(dialog: VisitDialog) -> None:
    dialog.on.setText("20/11/2026")
    dialog.place.choose(VisitPlace.SCHOOL)
    dialog.seen.choose(frozenset({LEO, MIA}))
    dialog.words[LEO].setPlainText("I made toast.")
    dialog.note.setPlainText("Both well.")
    dialog.agreed.setPlainText("Ring the school.")
    dialog.next_on.setText("1 Dec 2026")

    draft = dialog.draft()

    assert draft == VisitDraft(
        household=FAMILY_A,
        on=date(2026, 11, 20),
        place=VisitPlace.SCHOOL,
        seen=(LEO, MIA),
        words=(OwnWords(person=LEO, words="I made toast."),),
        note="Both well.",
        agreed="Ring the school.",
        next_on=date(2026, 12, 1),
    )


def test_own_words_are_asked_of_those_who_were_seen(dialog: VisitDialog) -> None:
    dialog.seen.box(LEO).click()

    assert [name for name, field in dialog.words.items() if field.isVisible()] == ["A4"]


def test_every_problem_is_said_beside_its_field_and_nothing_is_kept(
    qtbot: QtBot, office: OpenDesk, dialog: VisitDialog
) -> None:
    before = office.changes()
    dialog.on.setText("1 December 2026")
    dialog.next_on.setText("1 November 2026")
    dialog.agreed.setPlainText("x" * (NOTE_LENGTH + 1))
    dialog.note.setPlainText("Typed once.")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "on": "This date has not happened yet.",
        "seen": "Tick at least one person.",
        "agreed": "This is too long to keep. Shorten it, or split it.",
        "next_on": "This is before the start. Check both dates.",
    }
    assert dialog.form.summary.heading.text() == "There are 4 things to put right"
    assert dialog.isVisible()
    assert dialog.note.toPlainText() == "Typed once."
    assert office.changes() == before


def test_words_that_are_too_long_are_said_beside_them(
    qtbot: QtBot, office: OpenDesk, dialog: VisitDialog
) -> None:
    dialog.seen.choose(frozenset({LEO, MIA}))
    dialog.words[MIA].setPlainText("x" * (NOTE_LENGTH + 1))

    press_save(qtbot, dialog)

    assert list(said_beside(dialog)) == ["words-A5"]


def test_a_date_that_cannot_be_read_is_said_before_anything_is_sent(
    qtbot: QtBot, office: OpenDesk, dialog: VisitDialog
) -> None:
    before = office.journal()
    dialog.seen.choose(frozenset({LEO}))
    dialog.on.setText("31/2/2026")

    dialog.save()

    assert said_beside(dialog) == {
        "on": "This is not a date. Write it like 3 March 2027 or 3/3/2027."
    }
    assert dialog.on.hasFocus()
    assert office.journal() == before


def test_a_visit_is_kept_and_the_form_closes(
    qtbot: QtBot, office: OpenDesk, dialog: VisitDialog
) -> None:
    dialog.seen.choose(frozenset({LEO}))
    dialog.note.setPlainText("  Well.  ")

    visit = keep(qtbot, dialog)

    assert not dialog.isVisible()
    assert kept_visit(office, visit.id) == visit
    assert (visit.note, visit.by, visit.on) == ("Well.", "kw-test", TODAY)


def test_an_edit_that_changes_nothing_changes_nothing(qtbot: QtBot, office: OpenDesk) -> None:
    before = kept_visit(office, "family-a-visit-01")
    dialog = make(office, before)
    show_dialog(qtbot, dialog)

    draft = dialog.draft()

    fields = ("household", "on", "place", "seen", "words", "note", "agreed", "next_on")
    assert {f: getattr(draft, f) for f in fields} == {f: getattr(before, f) for f in fields}


def test_an_edit_corrects_the_visit_that_was_opened(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make(office, kept_visit(office, "family-a-visit-02"))
    show_dialog(qtbot, dialog)
    dialog.note.setPlainText("Corrected.")

    keep(qtbot, dialog)

    assert kept_visit(office, "family-a-visit-02").note == "Corrected."
    assert len(office.record().visits) == 3


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk, dialog: VisitDialog) -> None:
    before = office.journal()
    dialog.seen.choose(frozenset({LEO}))

    qtbot.keyClick(dialog.note, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: VisitDialog) -> None:
    dialog.seen.choose(frozenset({LEO}))

    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    def with_problems() -> VisitDialog:
        dialog = make(office)
        dialog.seen.choose(frozenset({LEO}))
        dialog.show_sentences(
            {
                "on": "This is not a date. Write it like 3 March 2027 or 3/3/2027.",
                "note": "This is too long to keep. Shorten it, or split it.",
            }
        )
        return dialog

    assert cut_off(qtbot, with_problems) == {}
