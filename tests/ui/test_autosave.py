"""Half-written forms: kept while one types, left without loss, offered back, carried on with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.draft import Draft
from app.domain.ids import VisitId
from app.domain.visit import Visit
from app.errors import StoreTrouble
from app.usecases.record_visit import record_visit
from db.store import Store
from tests.conftest import NOW
from tests.ui.desk_builders import FAMILY_A, FAMILY_C, OpenDesk, keep, press_save, settle, show
from ui.autosave import EVERY
from ui.dialogs.note_dialog import NoteDialog
from ui.dialogs.visit_dialog import VisitDialog
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)
WORDS = "I made toast for Mia, and she laughed."
TYPED = {"on": "17/11/", "place": "school", "note": "First line\nsecond", "others": "Aunt Bo"}


def drafts_in(office: OpenDesk) -> tuple[Draft, ...]:
    return office.ask(lambda work: work.drafts())


def visit_form(window: MainWindow) -> VisitDialog:
    window.routes.add("visit")
    dialog: Any = window.errands.dialog
    assert isinstance(dialog, VisitDialog)
    return dialog


def fill(dialog: VisitDialog) -> None:
    """Fill in a visit as far as somebody gets before they are called away."""
    dialog.on.setText(TYPED["on"])
    dialog.place.choose(TYPED["place"])
    dialog.seen.box("A4").click()
    dialog.words["A4"].setPlainText(WORDS)
    dialog.note.setPlainText(TYPED["note"])
    dialog.others.setText(TYPED["others"])


def leave(window: MainWindow, office: OpenDesk) -> None:
    """Press Escape in the form that is open, and wait until it is gone."""
    dialog: Any = window.errands.dialog
    office.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    office.qtbot.waitUntil(lambda: window.errands.dialog is None, timeout=10_000)
    settle(office.qtbot, office.desk)


def test_what_is_typed_is_in_the_store_within_three_seconds(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    dialog = visit_form(window)
    before = office.journal()
    fill(dialog)

    qtbot.waitUntil(lambda: bool(drafts_in(office)), timeout=EVERY + 1000)

    (draft,) = drafts_in(office)
    assert (draft.kind, draft.household, draft.about) == ("visit", FAMILY_A, "")
    assert draft.content == dialog.draft_content()
    assert {name: draft.content[name] for name in TYPED} == TYPED
    assert (draft.content["seen"], draft.content["words-A4"]) == (["A4"], WORDS)
    qtbot.waitUntil(dialog.draft_line.isVisible, timeout=2000)
    assert dialog.draft_line.text().startswith("Draft kept ")
    assert office.journal() == before


def test_a_form_nobody_typed_in_is_no_draft(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    dialog = visit_form(window)
    assert dialog.autosave is not None

    dialog.autosave.keep_now()
    leave(window, office)

    assert drafts_in(office) == ()
    assert not window.notice.isVisible()


def test_a_text_that_is_taken_out_again_leaves_no_draft(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    dialog = visit_form(window)
    assert dialog.autosave is not None
    dialog.note.setPlainText("x")
    dialog.autosave.keep_now()
    dialog.note.clear()

    leave(window, office)

    assert drafts_in(office) == ()


def test_nothing_new_is_not_written_again(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    dialog = visit_form(window)
    assert dialog.autosave is not None
    fill(dialog)
    dialog.autosave.keep_now()
    settle(qtbot, office.desk)
    first = drafts_in(office)

    dialog.autosave.keep_now()
    settle(qtbot, office.desk)

    assert drafts_in(office) == first


def test_escape_loses_nothing_and_the_notice_leads_back(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    dialog = visit_form(window)
    fill(dialog)
    typed = dialog.draft_content()

    leave(window, office)
    said = window.notice.sentence.text()
    window.notice.action_button.click()
    settle(qtbot, office.desk)

    again = window.errands.dialog
    assert said == "Not finished, and not lost: a draft is kept."
    assert isinstance(again, VisitDialog)
    assert again.draft_content() == typed
    assert again.words["A4"].isVisible()


def test_the_familys_page_offers_a_draft_and_carries_on_with_every_field(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    dialog = visit_form(window)
    fill(dialog)
    typed = dialog.draft_content()
    leave(window, office)
    strip = window.household.drafts
    said = strip.banner.sentence.text()

    strip.banner.action_button.click()
    settle(qtbot, office.desk)

    again: Any = window.errands.dialog
    assert said.startswith("A half-written visit of ")
    assert again.draft_content() == typed
    again.on.setText("17/11/2026")
    kept = keep(qtbot, again)
    settle(qtbot, office.desk)
    assert (kept.note, kept.others, kept.words[0].words) == (TYPED["note"], "Aunt Bo", WORDS)
    assert drafts_in(office) == ()
    assert not strip.isVisible()


def test_the_list_of_families_offers_the_drafts_of_all(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    for number, household in enumerate((FAMILY_A, FAMILY_C)):
        draft = Draft(
            id=f"d{number}",
            kind="note",
            household=household,
            at=NOW.replace(hour=10 + number),
            content={"text": f"Half of {household}"},
        )
        office.on_store(partial(Store.keep_draft, draft=draft))
    window.show_families()
    window.families.refresh()
    settle(qtbot, office.desk)
    strip = window.families.drafts

    said, more = strip.banner.sentence.text(), strip.banner.more.text()
    strip.banner.action_button.click()
    qtbot.waitUntil(lambda: window.errands.dialog is not None, timeout=20_000)

    note: Any = window.errands.dialog
    assert said.startswith("Doyle: A half-written note of 22 November 2026, ")
    assert more == "1 more"
    assert isinstance(note, NoteDialog)
    assert note.text.toPlainText() == f"Half of {FAMILY_C}"
    assert window.household.presented is not None
    assert window.household.presented.record.household.id == FAMILY_C


def test_what_is_thrown_away_can_be_got_back(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    fill(visit_form(window))
    leave(window, office)
    known = drafts_in(office)

    window.household.drafts.banner.dismiss_button.click()
    settle(qtbot, office.desk)
    gone, offered = drafts_in(office), window.household.drafts.isVisible()
    window.notice.action_button.click()
    settle(qtbot, office.desk)

    assert (gone, offered) == ((), False)
    assert drafts_in(office) == known
    assert window.household.drafts.isVisible()


def test_a_refused_visit_keeps_its_draft_and_a_kept_one_ends_it(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    dialog = visit_form(window)
    dialog.note.setPlainText("Nobody ticked.")
    press_save(qtbot, dialog)
    refused = drafts_in(office)
    dialog.seen.box("A4").click()

    keep(qtbot, dialog)

    assert [draft.content["note"] for draft in refused] == ["Nobody ticked."]
    assert drafts_in(office) == ()


def test_a_half_written_correction_goes_on_correcting(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    window.routes.edit_visit("family-a-visit-02")
    dialog: Any = window.errands.dialog
    dialog.note.setPlainText("Half corrected")
    leave(window, office)
    said = window.household.drafts.banner.sentence.text()
    window.household.drafts.banner.action_button.click()
    settle(qtbot, office.desk)

    keep(qtbot, window.errands.dialog)  # type: ignore[arg-type]

    visits = {visit.id: visit for visit in office.record().visits}
    assert said.startswith("A half-written correction of a visit")
    assert visits[VisitId("family-a-visit-02")].note == "Half corrected"
    assert len(visits) == 3


def test_words_of_somebody_who_is_gone_are_put_into_the_note(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    dialog = visit_form(window)
    dialog.restore({"note": "Before.", "words-gone": "Do not lose me.", "seen": ["gone"]})

    assert dialog.note.toPlainText() == "Before.\nDo not lose me."
    assert dialog.seen.chosen() == frozenset()


def full_disk(store: Store) -> Callable[[Draft], None]:
    def refuse(draft: Draft) -> None:
        raise StoreTrouble("disk-full")

    return refuse


def test_a_draft_that_cannot_be_kept_is_said_and_tried_again(
    qtbot: QtBot, office: OpenDesk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = visit_form(window)
    assert dialog.autosave is not None
    store = office.on_store(lambda store: store)
    fill(dialog)
    with monkeypatch.context() as patch:
        patch.setattr(store, "keep_draft", full_disk(store))
        dialog.autosave.keep_now()
        settle(qtbot, office.desk)
        said = dialog.draft_line.text()

    dialog.autosave.keep_now()
    settle(qtbot, office.desk)

    assert said.startswith("The draft is not kept. ")
    assert "no room to save" in said
    assert dialog.draft_line.text().startswith("Draft kept ")
    assert len(drafts_in(office)) == 1


def test_a_form_is_not_left_while_its_words_would_be_lost(
    qtbot: QtBot, office: OpenDesk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = visit_form(window)
    fill(dialog)
    store = office.on_store(lambda store: store)
    monkeypatch.setattr(store, "keep_draft", full_disk(store))

    dialog.reject()
    qtbot.waitUntil(dialog.refusal.isVisible, timeout=10_000)

    assert dialog.isVisible()
    assert dialog.note.toPlainText() == TYPED["note"]
    assert "Leaving again loses it." in dialog.refusal.accessibleName()
    dialog.reject()
    assert window.errands.dialog is None


def test_a_draft_beyond_all_measure_is_said_beside_the_form(
    qtbot: QtBot, office: OpenDesk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.drafts.LONGEST_DRAFT", 500)
    dialog = visit_form(window)
    assert dialog.autosave is not None
    dialog.note.setPlainText("x" * 500)

    dialog.autosave.keep_now()
    settle(qtbot, office.desk)

    assert dialog.draft_line.text() == (
        "The draft is not kept. This is too long to keep. Shorten it, or split it."
    )
    dialog.note.clear()


def test_locking_hands_in_every_open_form_before_the_store_closes(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    fill(visit_form(window))
    found: list[tuple[Draft, ...]] = []

    with qtbot.waitCallback() as done:
        office.desk.keep_drafts_then(done)
    found.append(drafts_in(office))

    assert [draft.content["others"] for draft in found[0]] == ["Aunt Bo"]


def test_a_draft_never_comes_back_after_its_record_is_kept(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    dialog = visit_form(window)
    assert dialog.autosave is not None
    dialog.seen.box("A4").click()
    dialog.save()
    dialog.autosave.keep_now()  # as the timer, or a lock, may while the store is at work

    qtbot.waitUntil(lambda: window.errands.dialog is None, timeout=10_000)
    settle(qtbot, office.desk)

    assert drafts_in(office) == ()
    assert len(office.record().visits) == 4


def test_control_enter_keeps_a_visit(qtbot: QtBot, office: OpenDesk, window: MainWindow) -> None:
    dialog = visit_form(window)
    show(qtbot, dialog)
    dialog.seen.box("A4").click()
    dialog.note.setFocus()
    qtbot.keyClicks(dialog.note, "By keys alone")

    with qtbot.waitSignal(dialog.kept, timeout=10_000) as heard:
        qtbot.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    visit: Visit = heard.args[0]
    assert visit.note == "By keys alone"


def test_a_draft_survives_that_the_visit_it_corrects_is_taken_back(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    form = visit_form(window)
    form.seen.box("A4").click()
    visit = office.run(record_visit(form.draft()))
    form.seen.box("A4").click()
    leave(window, office)
    window.household.refresh()
    settle(qtbot, office.desk)
    window.routes.edit_visit(visit.id)
    dialog: Any = window.errands.dialog
    dialog.note.setPlainText("Still mine")
    leave(window, office)
    office.on_store(lambda store: store.undo())
    window.household.refresh()
    settle(qtbot, office.desk)

    window.household.drafts.banner.action_button.click()
    settle(qtbot, office.desk)

    again: Any = window.errands.dialog
    assert again.note.toPlainText() == "Still mine"
    kept = keep(qtbot, again)
    assert kept.id != visit.id
    assert replace(kept, id=visit.id).note == "Still mine"
