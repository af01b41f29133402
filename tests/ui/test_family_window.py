"""The family’s screen, and the forms around it: easy to use, and whole at any size of words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.standing import State
from app.usecases.keep_pin import set_pin
from app.view.project import project
from app.view.recipient import at_table
from tests.builders import TODAY, catalogue, family, law
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    OpenDesk,
    press_save,
    said_beside,
    settings_in,
    settle,
    show_dialog,
)
from ui.dialogs.at_table_dialog import AtTableDialog
from ui.dialogs.pin_dialog import PinDialog
from ui.dialogs.settings_dialog import SettingsDialog
from ui.family_shown import FamilyShown, family_shown
from ui.family_view_words import listed, stands_words, works_words
from ui.theme import current_theme
from ui.windows.family_window import FamilyWindow

pytestmark = pytest.mark.timeout(120)
FACES = ("Inter",)
PARTS = ("picture", "words", "sharing")


def shown(letter: str = "A", *people: str) -> FamilyShown:
    readers = people or (f"{letter}1",)
    view = project(family(letter), law(), at_table(*readers), TODAY)
    return family_shown(view, catalogue().picture, readers=readers, faces=FACES)


def with_part(part: str) -> Callable[[], QWidget]:
    def make() -> QWidget:
        window = FamilyWindow(made_up=True)
        window.resize(1366, 768)
        window.show_family(shown())
        assert window.parts is not None
        window.parts.tabs.choose(part)
        return window

    return make


def asking(wrong: int) -> Callable[[], QWidget]:
    def make() -> QWidget:
        window = FamilyWindow(made_up=True)
        window.resize(1366, 768)
        window.ask_secret(has_pin=True)
        if wrong:
            window.way_back.say_wrong(wrong, 8)
        return window

    return make


def showing_nobody() -> QWidget:
    window = FamilyWindow(made_up=False)
    window.resize(1366, 768)
    window.show_nobody()
    return window


EVERY = {
    **{part: with_part(part) for part in PARTS},
    "asking": asking(0),
    "wrong": asking(1),
    "nobody": showing_nobody,
}


@pytest.mark.parametrize("page", EVERY)
def test_every_page_is_easy_to_use(qtbot: QtBot, page: str) -> None:
    current_theme().use(text_percent=100, tablet=False)
    window = EVERY[page]()
    show_dialog(qtbot, window)

    assert hard_to_use(qtbot, window) == {}


@pytest.mark.parametrize("page", EVERY)
def test_nothing_of_any_page_is_cut_off(qtbot: QtBot, page: str) -> None:
    found = cut_off(qtbot, EVERY[page])

    current_theme().use(text_percent=100, tablet=False)
    assert found == {}


def test_the_words_say_what_the_picture_draws(qtbot: QtBot) -> None:
    view = shown()

    dana, agency = view.people[0], view.agencies[0]

    assert [one.id for one in view.people] == [person.id for person in view.family.people]
    assert [one.id for one in view.agencies] == [agency.id for agency in view.family.agencies]
    assert dana.heading == "Dana Whitfield"
    assert dana.beside == "Aged 35 · mum"
    assert dana.lines[-1] == "Lives at: Home"
    assert "mother of Leo Reid, Mia Reid, Ada Okafor and Baby" in dana.lines[0]
    assert agency.beside == "GP practice"
    assert agency.lines == (
        "They work with Dana Whitfield. "
        "Agreed in part: some information may be shared until 14 September 2027.",
    )


def test_the_reader_is_marked_in_the_picture(qtbot: QtBot) -> None:
    window = FamilyWindow(made_up=False)
    qtbot.addWidget(window)

    window.show_family(shown("A", "A2"))

    assert window.parts is not None
    assert window.parts.picture.selected() == "A2"


def test_escape_leaves_the_question_and_not_the_screen(qtbot: QtBot) -> None:
    window = FamilyWindow(made_up=False)
    show_dialog(qtbot, window)
    window.show_family(shown())
    window.ask_secret(has_pin=False)

    qtbot.keyClick(window.way_back.typed, Qt.Key.Key_Escape)
    after = window.pages.currentWidget()
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)

    assert after is window.parts
    assert window.isVisible()
    assert window.pages.currentWidget() is window.parts


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("day", [None, date(2027, 3, 4)])
def test_every_state_of_sharing_has_a_sentence(state: State, day: date | None) -> None:
    said = stands_words(state, day)

    assert said.endswith(".")
    assert "{" not in said


def test_no_is_said_without_blame() -> None:
    said = stands_words("refused", date(2026, 9, 8))

    assert said == "The answer on 8 September 2026 was no."


@pytest.mark.parametrize("state", ["referred", "waiting", "active"])
def test_what_an_agency_does_is_said_with_the_name(state: str) -> None:
    assert "Mia Reid" in works_words(state, "Mia Reid")


@pytest.mark.parametrize(
    ("names", "said"),
    [((), ""), (("Ann",), "Ann"), (("Ann", "Bo"), "Ann and Bo"), (("A", "B", "C"), "A, B and C")],
)
def test_names_are_listed_as_one_says_them(names: tuple[str, ...], said: str) -> None:
    assert listed(names) == said


# --- The forms around it.


def test_who_is_at_the_table_is_easy_to_say(qtbot: QtBot) -> None:
    current_theme().use(text_percent=100, tablet=False)
    dialog = AtTableDialog(family("A"), chosen="A1")
    show_dialog(qtbot, dialog)

    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_of_who_is_at_the_table_is_cut_off(qtbot: QtBot) -> None:
    found = cut_off(qtbot, lambda: AtTableDialog(family("A"), chosen="A1"))

    current_theme().use(text_percent=100, tablet=False)
    assert found == {}


def test_a_pin_is_set_by_typing_it_twice(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = PinDialog(office.desk)
    show_dialog(qtbot, dialog)
    dialog.pin.setText("7294")
    dialog.again.setText("7924")

    dialog.buttons.save.click()
    said = said_beside(dialog)
    dialog.again.setText("7294")
    press_save(qtbot, dialog)

    assert said == {"again": "This is not the same. Type it once more."}
    assert office.ask(lambda work: work.is_the_pin("7294"))
    assert not dialog.isVisible()


def test_a_pin_anybody_would_try_is_said_beside_the_field(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = PinDialog(office.desk)
    show_dialog(qtbot, dialog)
    dialog.pin.setText("1234")
    dialog.again.setText("1234")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "pin": "Everybody tries this one first. Choose figures in no such order."
    }


def test_the_pin_form_is_easy_to_use_and_whole(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = PinDialog(office.desk)
    show_dialog(qtbot, dialog)

    hard = hard_to_use(qtbot, dialog)
    cut = cut_off(qtbot, lambda: PinDialog(office.desk))

    assert (hard, cut) == ({}, {})


def test_the_settings_say_whether_there_is_a_pin_and_take_it_away(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    office.run(set_pin("7294"))
    dialog = SettingsDialog(settings_in(tmp_path), desk=office.desk)
    show_dialog(qtbot, dialog)
    settle(qtbot, office.desk)
    assert dialog.pin is not None
    before = (dialog.pin.state.text(), dialog.pin.drop_button.isVisible())

    dialog.pin.drop_button.click()
    settle(qtbot, office.desk)

    assert before == ("Your PIN or your passphrase.", True)
    assert dialog.pin.state.text() == "Only your passphrase, as there is no PIN."
    assert not dialog.pin.drop_button.isVisible()
    assert not office.ask(lambda work: work.has_pin())


def test_the_settings_open_the_form_for_a_pin(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    dialog = SettingsDialog(settings_in(tmp_path), desk=office.desk)
    show_dialog(qtbot, dialog)
    assert dialog.pin is not None
    dialog.pin.set_button.click()
    form = dialog.pin.dialog
    assert form is not None
    form.pin.setText("7294")
    form.again.setText("7294")

    form.buttons.save.click()
    settle(qtbot, office.desk)

    assert dialog.pin.state.text() == "Your PIN or your passphrase."
    assert dialog.pin.set_button.text() == "Change the PIN"


def test_the_settings_with_the_pin_are_easy_to_use_and_whole(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    dialog = SettingsDialog(settings_in(tmp_path), desk=office.desk)
    show_dialog(qtbot, dialog)

    hard = hard_to_use(qtbot, dialog)
    cut = cut_off(qtbot, lambda: SettingsDialog(settings_in(tmp_path), desk=office.desk))

    assert (hard, cut) == ({}, {})
