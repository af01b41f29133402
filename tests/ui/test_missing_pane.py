"""Who is missing in the real window: asked with reasons, set aside with a note, asked again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.missing import who_is_missing
from tests.app.test_missing import RULES, settled
from tests.builders import SCHOOL, TODAY, involved, person
from tests.ui.desk_audit import clipped, cut_off, hard_to_use, nameless, settle_layout, too_low
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    FAMILY_C,
    OpenDesk,
    keep,
    open_window,
    press_save,
    said_beside,
    settle,
    show,
    show_dialog,
)
from ui.dialogs.set_aside_dialog import SetAsideDialog
from ui.missing_words import questions, why_asked
from ui.pages.missing_pane import MissingPane
from ui.theme import current_theme
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)


def at_the_questions(
    qtbot: QtBot, office: OpenDesk, folder: Path, household: str, **rest: Any
) -> MainWindow:
    window = open_window(office, folder, household, **rest)
    window.household.header.tabs.choose("missing")
    settle_layout()
    return window


def shown(pane: MissingPane) -> list[str]:
    """Return the questions that are asked, as they stand on the page."""
    return [
        button.accessibleName().removeprefix("Set aside: ")
        for button in pane.open_part.findChildren(QPushButton)
        if button.accessibleName().startswith("Set aside: ")
    ]


def button(pane: MissingPane, name: str) -> QPushButton:
    return next(b for b in pane.findChildren(QPushButton) if b.accessibleName() == name)


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    show(qtbot, window)
    there = button(window.household.missing, name)
    there.setFocus()
    qtbot.keyClick(there, Qt.Key.Key_Space)
    settle(qtbot, window.desk)


def test_every_rule_has_its_question_and_every_question_its_rule() -> None:
    assert {rule.sentence for rule in RULES} == set(questions())


def test_the_questions_of_the_doyles(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> None:
    pane = at_the_questions(qtbot, office, tmp_path, FAMILY_C).household.missing

    assert shown(pane) == [
        "What does Ellie-Mae Doyle say?",
        "Where does Kian Doyle learn?",
        "Which GP practice is Jade Doyle with?",
        "Has anybody asked Northmarsh Recovery Service what its work with Jade Doyle means "
        "for the children?",
        "Margaret Doyle looks after somebody. Who is there for Margaret Doyle?",
    ]
    said = [label.accessibleName() or label.text() for label in pane.findChildren(QLabel)]
    assert "5 questions about this family" in said
    assert "A child of this age goes to school or is taught at home, and neither is recorded." in (
        said
    )
    assert not pane.aside_part.isVisible()


def test_a_family_with_everybody_there_is_asked_nothing(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    pane = at_the_questions(qtbot, office, tmp_path, FAMILY_A).household.missing

    assert shown(pane) == []
    said = [label.accessibleName() for label in pane.findChildren(QLabel)]
    assert "By these rules nobody is missing." in said


def test_a_question_is_set_aside_and_asked_again_by_keyboard(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = at_the_questions(qtbot, office, tmp_path, FAMILY_C)
    pane = window.household.missing
    before = shown(pane)
    press(qtbot, window, "Set aside: Where does Kian Doyle learn?")
    dialog: Any = window.errands.dialog
    show(qtbot, dialog)
    qtbot.keyClicks(dialog.note, "Taught at home.")
    keep(qtbot, dialog)
    settle(qtbot, office.desk)
    without = shown(pane)
    aside = [label.accessibleName() for label in pane.aside_part.findChildren(QLabel)]

    press(qtbot, window, "Ask this again: Where does Kian Doyle learn?")

    assert set(before) - set(without) == {"Where does Kian Doyle learn?"}
    assert "Taught at home." in aside
    assert shown(pane) == before
    assert office.record(FAMILY_C).dismissals == ()
    assert window.notice.sentence.text() == "The question is asked again."


def test_setting_aside_without_a_note_says_so_and_keeps_nothing(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = at_the_questions(qtbot, office, tmp_path, FAMILY_C)
    press(qtbot, window, "Set aside: Where does Kian Doyle learn?")
    dialog: Any = window.errands.dialog

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"note": "Say in a few words why this need not be asked."}
    assert office.record(FAMILY_C).dismissals == ()
    dialog.reject()


def test_a_question_shows_who_it_is_about(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> None:
    window = at_the_questions(qtbot, office, tmp_path, FAMILY_C)

    press(qtbot, window, "Show who this is about: Where does Kian Doyle learn?")

    assert window.household.inspector.shown == "C3"


def test_what_is_somebodys_own_is_nowhere_on_the_page(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    pane = at_the_questions(qtbot, office, tmp_path, FAMILY_C).household.missing

    said = " ".join(
        part.accessibleName() + (part.text() if isinstance(part, QLabel) else "")
        for part in (*pane.findChildren(QLabel), *pane.findChildren(QPushButton))
    )
    assert "exual" not in said


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1093, 534)])
def test_nothing_is_cut_off_low_or_nameless(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, size: tuple[int, int], text: int
) -> None:
    current_theme().use(text_percent=text)
    pane = at_the_questions(qtbot, office, tmp_path, FAMILY_B, size=size).household.missing
    settle_layout()

    assert (clipped(pane), nameless(pane), too_low(pane)) == ([], [], [])


def dialog_for(office: OpenDesk) -> SetAsideDialog:
    presented = office.presented(FAMILY_C)
    pane = MissingPane(office.catalogue)
    pane.presented = presented
    pane._show(presented)
    missing = next(iter(pane._by_key.values()))
    return SetAsideDialog(
        office.desk, FAMILY_C, missing, rules=office.catalogue.missing, question="Who?"
    )


def test_the_form_is_named_large_and_reached(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = dialog_for(office)
    show_dialog(qtbot, dialog)

    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_of_the_form_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: dialog_for(office)) == {}


def test_a_question_about_somebody_of_unknown_age_says_so() -> None:
    people = (person("rowan"), person("jo", born=None), person("kit", born="2017-03-03"))
    record = settled(
        people=people, involvements=(involved("rowan"), involved("kit"), involved("kit", SCHOOL))
    )

    asked_of_jo = {one.rule.key: why_asked(one) for one in who_is_missing(record, RULES, TODAY)}

    unknown = "No date of birth is recorded; nothing says that this is a child."
    assert asked_of_jo["adult-unknown"].endswith(unknown)
    assert unknown not in asked_of_jo["no-gp"]
