"""Turning the screen to the family and back: what is put away, kept, asked for and locked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from app.domain.draft import Draft
from app.domain.household import HouseholdDraft
from app.usecases.keep_household import rename_household
from app.usecases.keep_pin import drop_pin, set_pin
from tests.conftest import StorePlace
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    OpenDesk,
    fill_place,
    open_desk,
    open_household,
    open_window,
    reopened,
    settle,
)
from tests.ui.family_steps import WRONG, give, press_f9
from tests.ui.spoken import everything_told, windows_on_screen
from ui.dialogs.draft_dialog import DraftDialog
from ui.windows import family_mode
from ui.windows.family_window import FamilyWindow
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)
PIN = "7294"
POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def place(store_place: StorePlace) -> StorePlace:
    """Give the made-up families in a store on disk."""
    fill_place(store_place)
    return store_place


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no pause after a wrong try."""
    monkeypatch.setattr(family_mode, "PAUSES", (0, 0, 0, 0))


def visit_form(window: MainWindow) -> DraftDialog:
    window.routes.add("visit")
    return next(shown for shown in windows_on_screen() if isinstance(shown, DraftDialog))


# --- What is put away, and put back.


def test_a_half_written_form_is_hidden_and_comes_back_as_it_was(
    office: OpenDesk, window: MainWindow
) -> None:
    form: Any = visit_form(window)
    form.note.setFocus()
    form.note.setPlainText("Half a sentence")

    screen = press_f9(office, window)
    behind = windows_on_screen()
    window.family._leave()
    settle(office.qtbot, office.desk)

    assert behind == [screen]
    assert form.isVisible()
    assert form.isModal()
    assert form.note.toPlainText() == "Half a sentence"
    assert QApplication.focusWidget() is form.note
    assert QApplication.activeModalWidget() is form


def test_what_is_half_written_is_kept_as_a_draft_on_the_way_in(
    office: OpenDesk, window: MainWindow
) -> None:
    form: Any = visit_form(window)
    form.note.setPlainText("Half a sentence")

    press_f9(office, window)

    drafts: tuple[Draft, ...] = office.ask(lambda work: work.drafts(FAMILY_A))
    assert ["Half a sentence" in repr(draft.content) for draft in drafts] == [True]


def test_a_form_that_was_kept_meanwhile_is_not_put_back(
    office: OpenDesk, window: MainWindow
) -> None:
    form: Any = visit_form(window)
    form.seen.choose(frozenset({"A4"}))
    form.note.setPlainText("A whole sentence.")
    form.buttons.save.click()

    press_f9(office, window)
    window.family._leave()
    settle(office.qtbot, office.desk)

    assert windows_on_screen() == [window]
    assert office.record().visits[-1].note == "A whole sentence."


def test_a_window_that_opened_meanwhile_waits_behind_and_is_there_afterwards(
    office: OpenDesk, window: MainWindow
) -> None:
    screen = press_f9(office, window)
    window.routes.add("visit")
    settle(office.qtbot, office.desk)
    meanwhile = windows_on_screen()

    window.family._leave()
    settle(office.qtbot, office.desk)

    form = next(w for w in windows_on_screen() if isinstance(w, DraftDialog))
    assert meanwhile == [screen]
    assert form.isVisible()
    assert not form.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)


@POPUP
def test_the_key_works_with_a_menu_open_too(office: OpenDesk, window: MainWindow) -> None:
    menu: QMenu = window.household.header.add_menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert menu.isVisible()

    office.qtbot.keyClick(menu, Qt.Key.Key_F9)
    settle(office.qtbot, office.desk)
    shown = windows_on_screen()
    window.family._leave()

    assert [type(one) for one in shown] == [FamilyWindow]
    assert not menu.isVisible()


@POPUP
def test_the_key_works_with_a_list_open_in_a_form(office: OpenDesk, window: MainWindow) -> None:
    form: Any = visit_form(window)
    box = QComboBox(form)
    box.addItems(["Samira", "Daniel"])
    box.show()
    box.showPopup()

    office.qtbot.keyClick(box.view(), Qt.Key.Key_F9)
    settle(office.qtbot, office.desk)

    assert [type(one) for one in windows_on_screen()] == [FamilyWindow]


def test_what_changes_meanwhile_is_on_the_desk_afterwards(
    office: OpenDesk, window: MainWindow
) -> None:
    press_f9(office, window)

    rename = rename_household(FAMILY_A, HouseholdDraft(name="Another name"))
    office.desk.do(rename, owner=window, then=lambda _: None)
    settle(office.qtbot, office.desk)
    told = everything_told()
    window.family._leave()
    settle(office.qtbot, office.desk)

    assert "Another name" not in told
    assert window.household.header.title.text() == "Another name"


def test_somebody_who_was_taken_away_meanwhile_is_not_shown(
    office: OpenDesk, window: MainWindow
) -> None:
    window.family.enter(("nobody",))
    settle(office.qtbot, office.desk)

    assert window.family.screen is not None
    assert window.family.screen.pages.currentWidget() is window.family.screen.neutral
    assert office.journal("refused")[-1] == ("refused", FAMILY_A)


@pytest.mark.parametrize("person", ["C5", "A7"], ids=["has died", "is not born yet"])
def test_nobody_looks_who_cannot(office: OpenDesk, tmp_path: Path, person: str) -> None:
    window = open_window(office, tmp_path, f"family-{person[0].lower()}")
    window.household.choose(person)

    screen = press_f9(office, window)

    assert screen.pages.currentWidget() is screen.neutral


def test_another_family_begins_with_nobody_chosen(office: OpenDesk, window: MainWindow) -> None:
    window.household.choose("A1")
    chosen = window.household.chosen_by_hand

    open_household(office.qtbot, window, FAMILY_B)

    assert chosen == "A1"
    assert window.household.chosen_by_hand == ""


# --- Who is at the table.


def test_the_button_asks_who_is_at_the_table_and_shows_what_they_share(
    office: OpenDesk, window: MainWindow
) -> None:
    window.household.choose("A1")
    window.household.header.family_button.click()
    dialog = window.family.dialog
    assert dialog is not None
    before = dialog.people.chosen()
    dialog.people.choose(frozenset({"A1", "A2"}))

    dialog.buttons.save.click()
    settle(office.qtbot, office.desk)

    screen = window.family.screen
    assert screen is not None
    assert screen.parts is not None
    assert before == {"A1"}
    assert screen.parts.readers.text() == "For Dana Whitfield and Tunde Okafor"
    assert office.journal("enter_family_view") == [("enter_family_view", FAMILY_A)]


def test_nobody_ticked_is_asked_about(office: OpenDesk, window: MainWindow) -> None:
    window.household.header.family_button.click()
    dialog = window.family.dialog
    assert dialog is not None

    dialog.buttons.save.click()

    assert dialog.isVisible()
    assert dialog.form.row("people").problem.text() == "Tick who is at the table."
    assert not window.family.is_on


def test_only_those_who_can_look_are_offered(office: OpenDesk, tmp_path: Path) -> None:
    window = open_window(office, tmp_path, "family-c")

    window.household.header.family_button.click()

    dialog = window.family.dialog
    assert dialog is not None
    assert set(dialog.people._boxes) == {"C1", "C2", "C3", "C4"}


# --- The way back.


def test_the_passphrase_leads_back(
    qtbot: QtBot, place: StorePlace, tmp_path: Path, at_once: None
) -> None:
    with open_desk(qtbot, lambda: reopened(place)) as office:
        window = open_window(office, tmp_path, FAMILY_A)
        press_f9(office, window)

        give(qtbot, window, "a wrong passphrase")
        after_a_wrong_one = window.family.is_on
        give(qtbot, window, place.passphrase)

        assert after_a_wrong_one
        assert not window.family.is_on
        assert windows_on_screen() == [window]
        assert office.journal("leave_family_view") == [("leave_family_view", FAMILY_A)]


def test_the_pin_leads_back_and_the_one_before_does_not(
    office: OpenDesk, window: MainWindow, at_once: None
) -> None:
    office.run(set_pin("4068"))
    office.run(set_pin(PIN))
    press_f9(office, window)

    give(office.qtbot, window, "4068")
    after_the_old_one = window.family.is_on
    give(office.qtbot, window, PIN)

    assert after_the_old_one
    assert not window.family.is_on


def test_without_a_pin_only_the_passphrase_is_asked_for(
    office: OpenDesk, window: MainWindow, at_once: None
) -> None:
    office.run(set_pin(PIN))
    office.run(drop_pin())
    screen = press_f9(office, window)

    give(office.qtbot, window, PIN)

    assert window.family.is_on
    assert screen.way_back.row.label.text() == "Passphrase"


def test_a_wrong_try_is_said_with_how_many_are_left_and_a_growing_pause(
    office: OpenDesk, window: MainWindow
) -> None:
    screen = press_f9(office, window)
    back = screen.way_back
    give(office.qtbot, window, "1111")
    first = (
        back.page.trouble.sentence.text(),
        back.page.trouble.step.text(),
        back._pause.interval(),
    )
    waiting = (back.typed.isEnabled(), back.page.button.isEnabled())
    back._pause.stop()
    back._go_on()

    give(office.qtbot, window, "2222")

    assert first == (
        "That is not right. After 4 more wrong tries the program locks.",
        "You can try again in a second.",
        1000,
    )
    assert waiting == (False, False)
    assert back._pause.interval() == 2000
    assert back.page.trouble.step.text() == "You can try again in 2 seconds."


def test_leaving_the_question_and_coming_back_gives_no_more_tries(
    office: OpenDesk, window: MainWindow, at_once: None
) -> None:
    screen = press_f9(office, window)
    give(office.qtbot, window, "1111")
    office.qtbot.waitUntil(lambda: not screen.way_back.waits)

    screen.way_back.not_now_button.click()
    back_at = screen.pages.currentWidget()
    give(office.qtbot, window, "2222")

    assert back_at is screen.neutral
    assert "After 3 more" in screen.way_back.page.trouble.sentence.text()


def test_five_wrong_tries_lock_the_program(
    office: OpenDesk, window: MainWindow, at_once: None
) -> None:
    press_f9(office, window)
    why: list[str] = []
    window.family.lock_asked.connect(why.append)

    for wrong in WRONG:
        give(office.qtbot, window, wrong)

    assert why == ["family-view-tries"]
    assert window.family.is_on


def test_what_is_typed_is_never_shown_or_kept_in_the_field(
    office: OpenDesk, window: MainWindow, at_once: None
) -> None:
    screen = press_f9(office, window)
    screen.back_button.click()
    settle(office.qtbot, office.desk)
    office.qtbot.keyClicks(screen.way_back.typed, "my own passphrase")
    told = everything_told()

    screen.way_back.not_now_button.click()

    assert "my own" not in told
    assert screen.way_back.typed.displayText() == ""


def test_the_demo_says_its_passphrase_and_a_real_store_does_not(
    office: OpenDesk, window: MainWindow
) -> None:
    real = press_f9(office, window).way_back.row.hint.text()
    made_up = FamilyWindow(made_up=True)
    office.qtbot.addWidget(made_up)

    said = made_up.way_back.row.hint.text()

    assert real == ""
    assert said == "These families are made up, and the passphrase is “demo”."
