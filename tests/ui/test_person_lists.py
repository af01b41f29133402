"""Stays, flags and restricted facts of a person: their lists, their forms, what closing forgets."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.home import AddressUse, Stay
from app.domain.ids import PersonId
from app.domain.reach import FlagKind
from app.domain.restricted import LookReason, RestrictedDraft, RestrictedKind
from app.usecases.keep_restricted import add_restricted
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_B,
    TODAY,
    OpenDesk,
    keep,
    open_window,
    press_save,
    said_beside,
    settle,
    show_dialog,
)
from ui.dialogs.before_visit_dialog import BeforeVisitDialog
from ui.dialogs.flag_dialog import FlagDialog, FlagsDialog, flag_words
from ui.dialogs.listed_dialog import ListedDialog
from ui.dialogs.restricted_dialog import LookDialog, RestrictedDialog, RestrictedFactsDialog
from ui.dialogs.stay_dialog import StayDialog
from ui.dialogs.stays_dialog import StaysDialog
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(60)
LEO, DANA = PersonId("A4"), PersonId("A1")
LEAVE = "Leave to remain until spring"
FACT = RestrictedDraft(kind=RestrictedKind.IMMIGRATION, text=LEAVE, source="Solicitor")


def stays(office: OpenDesk) -> StaysDialog:
    return StaysDialog(office.desk, office.record(), LEO, name="Leo Reid", today=TODAY)


def flags(office: OpenDesk) -> FlagsDialog:
    record = office.record(FAMILY_B)
    return FlagsDialog(office.desk, record, PersonId("B2"), name="Daniel Hale", today=TODAY)


def facts(office: OpenDesk) -> RestrictedFactsDialog:
    seen = (office.run(add_restricted(DANA, FACT)),)
    return RestrictedFactsDialog(office.desk, DANA, seen, name="Dana Whitfield")


def stay_form(office: OpenDesk) -> StayDialog:
    homes: dict[str, str] = {home.id: home.label for home in office.record().homes}
    return StayDialog(office.desk, LEO, name="Leo Reid", homes=homes)


def flag_form(office: OpenDesk) -> FlagDialog:
    return FlagDialog(office.desk, DANA, name="Dana Whitfield")


def look(office: OpenDesk) -> LookDialog:
    return LookDialog(office.desk, DANA, name="Dana Whitfield")


def fact_form(office: OpenDesk) -> RestrictedDialog:
    return RestrictedDialog(office.desk, DANA)


def before_visit(office: OpenDesk) -> BeforeVisitDialog:
    record = office.record(FAMILY_B)
    names: dict[str, str] = {person.id: person.name for person in record.people}
    return BeforeVisitDialog(record, names=names, today=TODAY)


ALL = (before_visit, stays, flags, facts, stay_form, flag_form, look, fact_form)


def shown(qtbot: QtBot, dialog: QWidget) -> Any:
    show_dialog(qtbot, dialog)
    return dialog


def cells(dialog: ListedDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def opened(dialog: ListedDialog, button: QPushButton) -> Any:
    button.click()
    assert dialog.form is not None
    return dialog.form


# --- Stays.


def test_both_homes_of_a_child_are_listed_with_their_nights(qtbot: QtBot, office: OpenDesk) -> None:
    assert cells(shown(qtbot, stays(office))) == [
        ["Home", "Main home, 6 nights a week", "since 1 June 2021"],
        ["Callum’s home", "Second home, 1 night a week", ""],
    ]


def test_a_stay_is_added_corrected_ended_and_taken_away(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = shown(qtbot, stays(office))
    form = opened(dialog, dialog.add_button)
    form.home.choose("H2")
    form.use.choose(AddressUse.OLD)
    form.main.choose(frozenset())
    form.since.setText("1/2/2018")
    form.until.setText("1/6/2021")
    added: Stay = keep(qtbot, form)
    settle(qtbot, office.desk)
    rows = cells(dialog)
    dialog.table.selectRow(0)
    form = opened(dialog, dialog.edit_button)
    form.nights.setText("5")
    keep(qtbot, form)
    settle(qtbot, office.desk)
    dialog.table.choose(lambda line: line.id == "family-a-stay-05")
    form = opened(dialog, dialog.end_button)
    last_day = form.until.text()
    keep(qtbot, form)
    settle(qtbot, office.desk)
    dialog.table.choose(lambda line: line.id == added.id)
    dialog.remove_button.click()
    settle(qtbot, office.desk)

    assert rows[-1] == [
        "Callum’s home",
        "Old: nothing is sent there",
        "since 1 February 2018 until 1 June 2021",
    ]
    assert last_day == "22 November 2026"
    assert cells(dialog) == [
        ["Home", "Main home, 5 nights a week", "since 1 June 2021"],
        ["Callum’s home", "Second home, 1 night a week", "until 22 November 2026"],
    ]
    assert [name for name, _ in office.journal()][-4:] == [
        "add_stay",
        "change_stay",
        "change_stay",
        "remove_stay",
    ]


def test_a_stay_as_in_the_caseload_is_typed_without_a_day(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = shown(qtbot, stays(office))
    dialog.table.choose(lambda line: line.id == "family-a-stay-05")
    dialog.remove_button.click()
    settle(qtbot, office.desk)
    form = opened(dialog, dialog.add_button)
    form.home.choose("H2")
    form.main.choose(frozenset())
    form.nights.setText("1")

    kept = keep(qtbot, form)

    assert (kept.main, kept.nights, kept.since, kept.until) == (False, 1, None, None)


@pytest.mark.parametrize(
    ("nights", "main", "said"),
    [
        ("2", False, {"nights": "That is more than seven nights a week."}),
        ("8", False, {"nights": "Say how many nights a week, 0 to 7."}),
        ("some", False, {"nights": "Say how many nights a week, 0 to 7."}),
        ("1", True, {"main": "There is a main home in these days already."}),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    nights: str, main: bool, said: dict[str, str], qtbot: QtBot, office: OpenDesk
) -> None:
    before = office.record().stays
    dialog = shown(qtbot, stays(office))
    dialog.table.choose(lambda line: line.id == "family-a-stay-05")
    form = opened(dialog, dialog.edit_button)
    qtbot.waitExposed(form)
    form.nights.setText(nights)
    form.main.choose(frozenset({"main"} if main else ()))

    press_save(qtbot, form)

    beside = said_beside(form)
    assert list(beside) == list(said)
    assert all(beside[name].startswith(words) for name, words in said.items())
    assert office.record().stays == before


def test_an_edit_that_changes_nothing_changes_no_stay(qtbot: QtBot, office: OpenDesk) -> None:
    before = office.record().stays
    homes: dict[str, str] = {home.id: home.label for home in office.record().homes}
    for stay in before:
        form = StayDialog(office.desk, stay.person, name="x", homes=homes, stay=stay)
        keep(qtbot, shown(qtbot, form))

    assert office.record().stays == before


# --- Flags.


def test_a_flag_is_added_with_its_source_and_says_that_it_never_leaves(
    qtbot: QtBot, office: OpenDesk
) -> None:
    form = shown(qtbot, flag_form(office))
    form.reason.setPlainText("Visit in pairs")
    press_save(qtbot, form)
    said = said_beside(form)
    form.source.setText("Police, 12 August 2026")
    form.review_on.setText("12 February 2027")

    flag = keep(qtbot, form)

    assert sorted(said) == ["review_on", "source"]
    assert any(
        "Only for the office" in label.accessibleName() for label in form.findChildren(QLabel)
    )
    assert flag in office.record().flags
    assert (flag.kind, flag.review_on) == (FlagKind.STAFF_SAFETY, date(2027, 2, 12))


def test_a_flag_is_ended_in_its_list(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = shown(qtbot, flags(office))
    keep(qtbot, opened(dialog, dialog.end_button))
    settle(qtbot, office.desk)

    assert cells(dialog) == [
        ["Staff safety", "Two-person visits", "since 12 August 2026, until 22 November 2026"]
    ]


def test_every_flag_is_shown_again_as_it_was(qtbot: QtBot, office: OpenDesk) -> None:
    before = office.record(FAMILY_B).flags
    for flag in before:
        form = FlagDialog(office.desk, flag.person, name="x", flag=flag)
        keep(qtbot, shown(qtbot, form))

    assert office.record(FAMILY_B).flags == before


def test_a_review_that_is_due_is_said(office: OpenDesk) -> None:
    flag = next(f for f in office.record(FAMILY_B).flags if f.kind is FlagKind.STAFF_SAFETY)

    assert "Look again on 12 February 2027" in flag_words(flag, TODAY)
    assert "Review was due on 12 February 2027" in flag_words(flag, date(2027, 2, 12))


def test_flags_are_read_before_a_visit(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = shown(qtbot, before_visit(office))

    said = [label.text() for label in dialog.findChildren(QLabel)]

    assert any(text.startswith("Staff safety: Two-person visits") for text in said)
    assert any("Only for the office" in text for text in said)
    assert "Code word: tulip" in said


# --- Restricted facts.


def test_a_reason_is_needed_before_anything_is_shown(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    office.run(add_restricted(DANA, FACT))
    before = office.journal("look_at_restricted")
    window.people.look_at_restricted(DANA)
    asked: Any = window.people.listed
    press_save(qtbot, asked)

    assert isinstance(asked, LookDialog)
    assert said_beside(asked) == {"reason": "Choose why you look. It is noted in the journal."}
    assert office.journal("look_at_restricted") == before == []
    asked.reject()


def test_facts_are_shown_for_a_reason_and_forgotten_on_closing(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    office.run(add_restricted(DANA, FACT))
    window.people.look_at_restricted(DANA)
    asked: Any = window.people.listed
    asked.reason.choose(LookReason.LEGAL_ADVICE)
    keep(qtbot, asked)
    qtbot.waitUntil(lambda: isinstance(window.people.listed, RestrictedFactsDialog))
    dialog: Any = window.people.listed
    rows = cells(dialog)
    dialog.done_button.click()

    assert rows == [["Nationality and immigration", LEAVE, "Solicitor"]]
    assert dialog._facts == ()
    assert cells(dialog) == []
    assert window.people.listed is None
    assert office.journal("look_at_restricted") == [("look_at_restricted", "family-a")]
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_fact_is_added_corrected_and_taken_away(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = shown(qtbot, facts(office))
    form = opened(dialog, dialog.add_button)
    form.fact_kind.choose(RestrictedKind.SEALED_IDENTITY)
    form.text.setPlainText("Born as somebody else")
    form.since.setText("2/3/2019")
    keep(qtbot, form)
    dialog.table.selectRow(0)
    form = opened(dialog, dialog.edit_button)
    form.source.setText("Home Office letter")
    keep(qtbot, form)
    rows = cells(dialog)
    dialog.table.choose(lambda line: line.kind.startswith("Sealed"))
    dialog.remove_button.click()
    settle(qtbot, office.desk)

    assert sorted(rows) == [
        ["Nationality and immigration", LEAVE, "Home Office letter"],
        ["Sealed previous identity", "Born as somebody else", "2 March 2019"],
    ]
    assert [row[0] for row in cells(dialog)] == ["Nationality and immigration"]


def test_nothing_of_it_is_anywhere_on_the_desk(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    office.run(add_restricted(DANA, FACT))
    window.household.refresh()
    settle(qtbot, office.desk)
    window.household.choose("A1")

    said = [label.text() for label in window.findChildren(QLabel)]

    assert not [text for text in said if LEAVE in text or "immigration" in text.lower()]


# --- What every window owes everybody.


@pytest.mark.parametrize("make", ALL)
def test_every_control_is_named_large_and_reached(
    make: Any, qtbot: QtBot, office: OpenDesk
) -> None:
    assert hard_to_use(qtbot, shown(qtbot, make(office))) == {}


@pytest.mark.parametrize("make", ALL)
def test_nothing_is_cut_off(make: Any, qtbot: QtBot, office: OpenDesk) -> None:
    made = [make(office)]

    assert cut_off(qtbot, lambda: made.pop() if made else _again(make, office)) == {}


def _again(make: Any, office: OpenDesk) -> QWidget:
    dialog: QWidget = make(office)
    return dialog


def test_each_is_opened_from_the_inspector_by_keyboard(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_B)
    window.household.choose("B2")
    settle(qtbot, office.desk)
    kinds = []
    for name in (
        "Change homes and nights",
        "Change what to bear in mind",
        "Prepare a visit",
        "Restricted facts…",
    ):
        link = next(
            button
            for button in window.household.inspector.findChildren(QPushButton)
            if button.accessibleName() == name and button.isVisible()
        )
        link.setFocus()
        qtbot.keyClick(link, Qt.Key.Key_Space)
        dialog: Any = window.people.listed
        kinds.append(type(dialog))
        dialog.reject()

    assert kinds == [StaysDialog, FlagsDialog, BeforeVisitDialog, LookDialog]
