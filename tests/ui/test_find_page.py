"""Finding by keyboard in the real window: one box, grouped answers, and what each opens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.agency import AgencyDraft, AgencyKind
from app.domain.finding import Findings, Group, Hit
from app.domain.household import HouseholdDraft
from app.domain.search import Likeness
from app.usecases.keep_agencies import add_agency
from app.usecases.keep_household import add_household
from tests.ui.desk_audit import hard_to_use, settle_layout
from tests.ui.desk_builders import FAMILY_A, OpenDesk, open_window, settle, show
from ui.found_words import group_heading, hit_detail, hit_mark, hit_spoken, hit_title
from ui.latest import Latest
from ui.theme import current_theme
from ui.widgets.found_list import FoundModel
from ui.windows.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


@pytest.fixture
def finding(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> MainWindow:
    """Give the main window on the find page, with the box in focus."""
    window = open_window(office, tmp_path)
    settle(qtbot, office.desk)
    qtbot.keyClick(window, K.Key_K, CONTROL)
    return window


def type_in(qtbot: QtBot, window: MainWindow, text: str) -> list[str]:
    """Type into the box and return the lines that are found."""
    qtbot.keyClicks(window.families.search, text)
    settle(qtbot, window.desk)
    return [hit_title(hit) for hit in window.families.found.hits()]


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.focusWidget(), key)


def choose(qtbot: QtBot, window: MainWindow, title: str) -> None:
    """Walk down to a line and open it, by keys alone."""
    page = window.families
    press(qtbot, window, K.Key_Down)
    titles = [hit_title(hit) for hit in page.found.hits()]
    press(qtbot, window, *[K.Key_Down] * titles.index(title))
    with qtbot.waitSignal(window.household.shown, timeout=20_000):
        press(qtbot, window, K.Key_Return)
    settle(qtbot, window.desk)


def test_control_k_brings_the_box_from_anywhere(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    show(qtbot, window)

    qtbot.keyClick(window, K.Key_K, CONTROL)

    assert window.pages.currentWidget() is window.families
    assert window.focusWidget() is window.families.search
    window.sidebar.search.click()
    assert window.focusWidget() is window.families.search


def test_answers_come_in_groups_with_headings(qtbot: QtBot, finding: MainWindow) -> None:
    type_in(qtbot, finding, "school")

    model = finding.families.found.found
    headings = [
        str(model.index(row).data()) for row in range(model.rowCount()) if model.hit(row) is None
    ]

    assert headings == ["Agencies", "Notes and visits"]
    assert finding.families.pages.currentWidget() is finding.families.found


def test_a_person_opens_their_household_and_is_chosen(qtbot: QtBot, finding: MainWindow) -> None:
    type_in(qtbot, finding, "dana whit")

    choose(qtbot, finding, "Dana Whitfield")

    assert finding.household.presented is not None
    assert finding.household.presented.record.household.id == FAMILY_A
    dana = next(
        person.id
        for person in finding.household.presented.record.people
        if person.name == "Dana Whitfield"
    )
    assert finding.household.inspector.shown == dana


def test_an_agency_opens_a_family_that_has_it_and_is_chosen(
    qtbot: QtBot, finding: MainWindow
) -> None:
    type_in(qtbot, finding, "eastgate")

    choose(qtbot, finding, "Eastgate Practice")

    presented = finding.household.presented
    assert presented is not None
    names = {str(agency.id): agency.name for agency in presented.record.agencies}
    assert names[finding.household.inspector.shown] == "Eastgate Practice"


def test_a_visit_opens_the_timeline_of_its_family(qtbot: QtBot, finding: MainWindow) -> None:
    [visit] = type_in(qtbot, finding, "speech cards")

    choose(qtbot, finding, visit)

    assert finding.household.header.tabs.current() == "timeline"
    assert finding.household.presented is not None
    assert finding.household.presented.record.household.id == FAMILY_A


def test_an_agency_no_family_has_says_so_and_opens_nothing(
    qtbot: QtBot, office: OpenDesk, finding: MainWindow
) -> None:
    draft = AgencyDraft(name="Larkspur Surgery", kind=AgencyKind.GP_PRACTICE, listed=True)
    office.on_store(lambda store: store.run(add_agency(draft)))
    type_in(qtbot, finding, "larkspur")

    press(qtbot, finding, K.Key_Return)

    assert finding.pages.currentWidget() is finding.families
    assert finding.notice.sentence.text() == (
        "No family has Larkspur Surgery yet. Open a family to add it."
    )


def test_enter_pressed_before_the_answer_opens_the_first_line_when_it_comes(
    qtbot: QtBot, finding: MainWindow
) -> None:
    qtbot.keyClicks(finding.families.search, "hale")

    with qtbot.waitSignal(finding.household.shown, timeout=20_000):
        press(qtbot, finding, K.Key_Return)

    assert finding.household.header.title.text() == "Begum and Hale"


def test_typing_on_after_enter_takes_the_enter_back(qtbot: QtBot, finding: MainWindow) -> None:
    qtbot.keyClicks(finding.families.search, "hale")
    press(qtbot, finding, K.Key_Return)
    qtbot.keyClicks(finding.families.search, "zzz")

    settle(qtbot, finding.desk)

    assert finding.pages.currentWidget() is finding.families
    assert finding.families.pages.currentWidget() is finding.families.nothing_found


def test_arrow_keys_pass_over_headings_and_up_from_the_first_leads_back(
    qtbot: QtBot, finding: MainWindow
) -> None:
    page = finding.families
    type_in(qtbot, finding, "begum")
    press(qtbot, finding, K.Key_Down)
    walked = []
    for _ in page.found.hits():
        hit = page.found.found.hit(page.found.currentIndex().row())
        walked.append(hit)
        press(qtbot, finding, K.Key_Down)

    press(qtbot, finding, *[K.Key_Up] * len(walked))

    assert walked == page.found.hits()
    assert finding.focusWidget() is page.search


def test_escape_empties_the_box_from_the_box_and_from_the_list(
    qtbot: QtBot, finding: MainWindow
) -> None:
    page = finding.families
    for keys in ((K.Key_Escape,), (K.Key_Down, K.Key_Escape)):
        type_in(qtbot, finding, "begum")
        press(qtbot, finding, *keys)

        assert page.search.text() == ""
        assert page.pages.currentWidget() is page.table
        assert finding.focusWidget() is page.search


def test_down_from_an_empty_box_goes_into_the_list_of_families(
    qtbot: QtBot, finding: MainWindow
) -> None:
    press(qtbot, finding, K.Key_Down)

    assert finding.focusWidget() is finding.families.table
    assert finding.families.table.current() is not None


def test_nothing_found_says_what_was_looked_for_and_offers_to_add_it(
    qtbot: QtBot, finding: MainWindow
) -> None:
    page = finding.families

    lines = type_in(qtbot, finding, "<b>quist</b>")

    assert lines == []
    assert "“<b>quist</b>” is in no name" in page.nothing_found.sentence.accessibleName()
    page.nothing_found.action_button.click()
    dialog = finding.errands.dialog
    assert dialog is not None
    dialog.reject()


def test_a_sound_alike_is_marked_in_words(qtbot: QtBot, finding: MainWindow) -> None:
    type_in(qtbot, finding, "begam")

    spoken = [hit_spoken(hit) for hit in finding.families.found.hits()]

    assert spoken[0] == "Begum and Hale, Sounds alike, Family"
    assert all("Sounds alike" in line for line in spoken)


def test_what_is_kept_meanwhile_is_found_at_once(
    qtbot: QtBot, office: OpenDesk, finding: MainWindow
) -> None:
    from_before = type_in(qtbot, finding, "nandakumar")
    command = add_household(HouseholdDraft(name="Nandakumar family"))
    finding.desk.do(command, owner=finding, then=lambda _: None)

    settle(qtbot, office.desk)

    after = [hit.name for hit in finding.families.found.hits()]
    assert (from_before, after) == ([], ["Nandakumar family"])


def test_only_the_newest_question_is_answered_and_at_most_one_waits(
    qtbot: QtBot, office: OpenDesk
) -> None:
    asked: list[int] = []
    told: list[tuple[int, bool]] = []
    latest: Latest[int] = Latest(office.desk, office.desk)
    for number in range(20):

        def step(_work: object, number: int = number) -> int:
            asked.append(number)
            return number

        latest.ask(step, step, then=lambda answer, last: told.append((answer, last)))

    settle(qtbot, office.desk)
    settle(qtbot, office.desk)

    assert asked == [0, 19, 19]
    assert told == [(19, False), (19, True)]


def test_a_question_that_was_dropped_is_told_to_nobody(qtbot: QtBot, office: OpenDesk) -> None:
    told: list[int] = []
    latest: Latest[int] = Latest(office.desk, office.desk)
    latest.ask(lambda _work: 1, then=lambda answer, _last: told.append(answer))

    latest.drop()
    settle(qtbot, office.desk)

    assert told == []


def test_a_question_that_fails_is_reported_and_the_next_is_asked(
    qtbot: QtBot, office: OpenDesk
) -> None:
    failed: list[Exception] = []
    told: list[int] = []
    office.desk.failed.connect(failed.append)
    latest: Latest[int] = Latest(office.desk, office.desk)

    def fail(_work: object) -> int:
        raise ValueError("not this one")

    latest.ask(fail, then=lambda _answer, _last: None)
    settle(qtbot, office.desk)
    latest.ask(lambda _work: 2, then=lambda answer, _last: told.append(answer))
    settle(qtbot, office.desk)

    assert [str(error) for error in failed] == ["not this one"]
    assert told == [2]


def test_the_list_speaks_and_the_page_is_easy_to_use(qtbot: QtBot, finding: MainWindow) -> None:
    type_in(qtbot, finding, "dana")
    model = finding.families.found.found
    spoken = [
        str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]
    settle_layout()

    assert spoken[:2] == [
        "People",
        "Dana Whitfield, Born 14 March 1991 · Whitfield and Okafor",
    ]
    assert hard_to_use(qtbot, finding) == {}
    interface = QAccessible.queryAccessibleInterface(finding.families.found)
    assert interface.text(QAccessible.Text.Name) == "What was found"


def test_lines_are_high_enough_for_fingers_at_any_size_of_text(
    qtbot: QtBot, finding: MainWindow
) -> None:
    type_in(qtbot, finding, "begum")
    found = finding.families.found
    heights = []
    for percent in (100, 150, 200):
        current_theme().use(text_percent=percent)
        settle_layout()
        heights.append(found.visualRect(found.found.index(1)).height())
    current_theme().use(text_percent=100)

    assert heights[0] >= 44
    assert heights == sorted(set(heights))


def hit(group: Group, **rest: Any) -> Hit:
    usual: dict[str, Any] = {"id": "x", "household": "h", "name": ""}
    return Hit(group=group, **(usual | rest))


def test_every_line_has_words_even_where_nothing_is_recorded() -> None:
    nobody = hit(Group.PEOPLE, family="Ash")
    expected = hit(Group.PEOPLE, family="Ash", expected=True)
    agency = hit(Group.AGENCIES, name="Mill Lane", kind="gp-practice", household=None)

    assert hit_title(nobody) == "No name recorded"
    assert hit_detail(nobody) == "Date of birth not recorded · Ash"
    assert hit_title(expected) == "Child expected"
    assert hit_detail(expected) == "Not born yet · Ash"
    assert hit_detail(agency) == "GP practice · No family has it yet"
    assert hit_mark(hit(Group.PEOPLE, likeness=Likeness.NICKNAME)) == "Form of the name"


@pytest.mark.parametrize("group", Group)
def test_a_group_says_when_there_is_more(group: Group) -> None:
    plain = group_heading(group, more=False, shown=8)
    full = group_heading(group, more=True, shown=8)

    assert full == f"{plain}: the newest 8. Type more to see others."


def test_the_model_adds_below_what_is_shown_already(qtbot: QtBot) -> None:
    model = FoundModel()
    first = Findings(group=Group.PEOPLE, hits=(hit(Group.PEOPLE, name="Dana"),))
    model.show((first,))
    with qtbot.waitSignal(model.rowsInserted):
        model.add((Findings(group=Group.NOTES, hits=(hit(Group.NOTES, name="Ash"),)),))
    model.add(())

    assert [model.hit(row) is None for row in range(model.rowCount())] == [True, False] * 2
