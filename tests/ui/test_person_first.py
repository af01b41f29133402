"""Before a person is added: who may be here already, and who may be here twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.dates import PartialDate
from app.domain.household import Household, HouseholdDraft
from app.domain.person import PersonDraft
from app.usecases.keep_household import add_household
from app.usecases.keep_people import add_person
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import FAMILY_A, FAMILY_C, OpenDesk, keep, settle, show_dialog
from ui.dialogs.duplicates_dialog import DuplicatesDialog
from ui.dialogs.person_dialog import PersonDialog
from ui.dialogs.person_first_dialog import PersonFirstDialog
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)


def first(window: MainWindow) -> PersonFirstDialog:
    window.routes.add("person")
    found = window.errands.first
    assert found is not None
    return found


def rows(dialog: PersonFirstDialog | DuplicatesDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def look(office: OpenDesk, dialog: PersonFirstDialog) -> None:
    dialog.look_button.click()
    settle(office.qtbot, office.desk)


@pytest.mark.parametrize(
    ("given", "family", "born", "matches"),
    [
        ("Leo", "Reid", "9 January 2013", "same name, born on the same day"),
        ("leo", "reed", "9/1/2013", "a name that sounds alike"),
    ],
)
def test_whoever_may_be_here_is_shown_with_what_matches(
    office: OpenDesk, window: MainWindow, given: str, family: str, born: str, matches: str
) -> None:
    dialog = first(window)
    dialog.given.setText(given)
    dialog.family.setText(family)
    dialog.born.setText(born)

    look(office, dialog)

    found = rows(dialog)
    assert found
    assert found[0][:3] == ["Leo Reid", "9 January 2013", "Whitfield and Okafor"]
    assert matches in found[0][3]
    assert window.errands.dialog is None


def test_a_number_alone_finds_its_owner(office: OpenDesk, window: MainWindow) -> None:
    dialog = first(window)
    dialog.nhs.setText("999 410 5566")

    look(office, dialog)

    assert [row[0] for row in rows(dialog)] == ["Leo Reid"]
    assert "same number" in rows(dialog)[0][3]


def test_somebody_new_goes_on_to_the_form_with_what_was_typed(
    office: OpenDesk, window: MainWindow
) -> None:
    dialog = first(window)
    dialog.given.setText("Zadie")
    dialog.family.setText("Quill")
    dialog.born.setText("about 1991")
    dialog.nhs.setText("999 410 0408")

    look(office, dialog)
    form = window.errands.dialog
    assert isinstance(form, PersonDialog)
    kept = keep(office.qtbot, form)

    assert (kept.given, kept.family, kept.born.text()) == ("Zadie", "Quill", "1991 UUE")
    assert any(n.value == "9994100408" for n in office.record().identifiers)


def test_none_of_these_goes_on_to_the_form_too(office: OpenDesk, window: MainWindow) -> None:
    dialog = first(window)
    dialog.given.setText("Leo")
    dialog.family.setText("Reid")
    look(office, dialog)

    dialog.new_button.click()
    settle(office.qtbot, office.desk)

    assert isinstance(window.errands.dialog, PersonDialog)


def test_the_record_that_is_here_is_opened(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    dialog = first(window)
    dialog.given.setText("Margaret")
    dialog.family.setText("Doyle")
    look(office, dialog)

    with qtbot.waitSignal(window.household.shown, timeout=10_000):
        dialog.open_button.click()
    settle(qtbot, office.desk)

    presented = window.household.presented
    assert presented is not None
    assert (presented.record.household.id, window.household.inspector.shown) == (FAMILY_C, "C1")


def test_a_date_that_is_none_is_said_before_anything_is_looked_for(
    office: OpenDesk, window: MainWindow
) -> None:
    dialog = first(window)
    dialog.born.setText("last spring")

    look(office, dialog)

    assert "This is not a date" in dialog.form.row("born").problem.text()
    assert dialog.look_button.isVisible()


# --- Who is here twice.


@pytest.fixture
def twice(qtbot: QtBot, office: OpenDesk) -> DuplicatesDialog:
    office.run(add_person(FAMILY_A, PersonDraft(given="Leo", family="Reid")))
    second = office.run(add_household(HouseholdDraft(name="Reid"))).id
    again = PersonDraft(given="Leo", family="Reid", born=PartialDate(2013, 1, 9))
    office.run(add_person(second, again))
    dialog = DuplicatesDialog(office.desk)
    show_dialog(qtbot, dialog)
    settle(qtbot, office.desk)
    return dialog


def test_pairs_are_listed_and_one_is_made_of_two(
    qtbot: QtBot, office: OpenDesk, twice: DuplicatesDialog
) -> None:
    names = [row[:2] for row in rows(twice)]
    twice.table.choose(lambda line: line.one_family)
    twice.look_button.click()
    settle(qtbot, office.desk)
    merge = twice.merge
    assert merge is not None
    with qtbot.waitSignal(merge.done_with, timeout=10_000):
        merge.merge_button.click()
    settle(qtbot, office.desk)

    assert any("Leo Reid" in one and "Leo Reid" in other for one, other in names)
    leos = [person for person in office.record().people if person.given == "Leo"]
    assert [person.family for person in leos] == ["Reid"]
    assert len(rows(twice)) < len(names)


def test_a_family_entered_twice_is_put_together_at_the_second_press(
    qtbot: QtBot, office: OpenDesk, twice: DuplicatesDialog
) -> None:
    twice.table.choose(lambda line: not line.one_family)
    before = len(office.record(FAMILY_A).people)
    twice.join_button.click()
    warned, unchanged = twice.said.accessibleName(), len(office.record(FAMILY_A).people)
    twice.join_button.click()
    settle(qtbot, office.desk)

    assert "Press the button again" in warned
    assert unchanged == before
    households = office.ask(lambda work: work.kept(Household).every())
    assert len(households) == 3
    assert sum(len(office.record(h.id).people) for h in households) == 7 + 5 + 5 + 2


def test_two_who_are_two_are_not_asked_about_again(
    qtbot: QtBot, office: OpenDesk, twice: DuplicatesDialog
) -> None:
    before = rows(twice)
    twice.apart_button.click()
    settle(qtbot, office.desk)

    assert len(rows(twice)) == len(before) - 1


def test_both_windows_can_be_used_by_everybody(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = PersonFirstDialog(office.desk)
    show_dialog(qtbot, dialog)
    hard = hard_to_use(qtbot, dialog)
    dialog.close()

    assert hard == {}
    assert cut_off(qtbot, lambda: PersonFirstDialog(office.desk)) == {}
    assert cut_off(qtbot, lambda: DuplicatesDialog(office.desk)) == {}


def test_the_list_of_families_offers_both_from_its_menu(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    window.show_families()
    window.families.twice_action.trigger()
    settle(qtbot, office.desk)
    listed = window.register.dialog
    assert isinstance(listed, DuplicatesDialog)
    said = listed.nothing.heading.text()
    qtbot.keyClick(listed, Qt.Key.Key_Escape)

    assert said == "Nobody seems to be here twice."
