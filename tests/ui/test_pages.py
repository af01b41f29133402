"""The pages of the desk: what they show, how they are used without a mouse, and at any size."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.agency import InvolvementDraft
from app.domain.dates import PartialDate
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.person import PersonDraft
from app.domain.relationship import Relation, RelationshipDraft
from app.usecases.keep_agencies import involve_agency
from app.usecases.keep_people import add_person
from app.usecases.keep_relationships import add_relationship
from tests.bench.families import keep_families
from tests.ui.desk_audit import (
    SCREENS,
    TEXTS,
    clipped,
    nameless,
    settle_layout,
    too_low,
    unreached,
)
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    FAMILY_C,
    OpenDesk,
    empty_store,
    open_desk,
    open_household,
    open_window,
    settle,
    show,
)
from ui.theme import current_theme
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(120)
DESK_LOOKS = (  # width, height, text in per cent
    (1440, 900, 100),
    (1366, 768, 100),
    (1440, 900, 200),
    (1366, 768, 200),
)
TABS = ("household", "sharing", "timeline", "papers")
LARGE = HouseholdId("household-0")
BEAT = 1  # milliseconds


def shown_names(window: MainWindow) -> list[str]:
    model = window.families.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_typing_narrows_the_list_and_enter_opens_the_first(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path)
    settle(qtbot, office.desk)
    everybody = shown_names(window)
    qtbot.keyClicks(window.families.search, "HALE beg")
    narrowed = shown_names(window)

    with qtbot.waitSignal(window.household.shown, timeout=10_000):
        qtbot.keyClick(window.families.search, Qt.Key.Key_Return)

    assert len(everybody) == 3
    assert narrowed == ["Begum and Hale"]
    assert window.household.header.title.text() == "Begum and Hale"
    assert office.journal("open_household") == [("open_household", FAMILY_B)]


def test_a_word_no_family_has_is_said(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> None:
    window = open_window(office, tmp_path)
    settle(qtbot, office.desk)

    qtbot.keyClicks(window.families.search, "nobody")

    assert window.families.pages.currentWidget() is window.families.nothing_found
    qtbot.keyClick(window.families.search, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.families


def test_an_empty_store_offers_to_add_a_family(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, empty_store) as office:
        window = open_window(office, tmp_path)
        settle(qtbot, office.desk)

        window.families.nothing_yet.action_button.click()

        assert window.families.pages.currentWidget() is window.families.nothing_yet
        dialog = window.errands.dialog
        assert dialog is not None
        assert dialog.isVisible()
        dialog.reject()


def test_each_tab_shows_its_table(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> None:
    page = open_window(office, tmp_path, FAMILY_A).household
    tables = {"sharing": page.sharing, "timeline": page.happenings, "papers": page.papers}

    seen = {}
    for tab, table in tables.items():
        page.header.tabs.choose(tab)
        seen[tab] = table.isVisible()

    assert all(seen.values())
    page.header.tabs.choose("household")
    assert page.picture.isVisible()


def test_the_picture_is_a_table_for_those_who_do_not_see_it(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_A).household
    page.choose("A4")

    page.picture.table_button.click()

    line = page.people.current()
    assert page.people.isVisible()
    assert page.people.hasFocus()
    assert (line.person, line.name) == ("A4", "Leo Reid")
    page.picture_again.click()
    assert page.picture.isVisible()


def test_a_line_of_the_table_chooses_its_person(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_A).household
    page.picture.table_button.click()

    page.people.choose(lambda line: line.person == "A2")

    assert page.inspector.shown == "A2"
    assert page.picture.view.selected() == "A2"


def test_opening_a_visit_asks_for_that_visit_and_a_note_for_nothing(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_A).household
    page.header.tabs.choose("timeline")
    asked: list[str] = []
    page.visit_asked.disconnect()
    page.visit_asked.connect(asked.append)

    for row in range(page.happenings.model().rowCount()):
        page.happenings.opened.emit(page.happenings.model().index(row, 0))

    assert sorted(asked) == [f"family-a-visit-0{n}" for n in (1, 2, 3)]


def test_what_was_opened_is_written_down_once(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)

    open_household(qtbot, window, FAMILY_C)

    opened = [about for _, about in office.journal("open_household")]
    assert opened == [FAMILY_A, FAMILY_C]


def test_a_look_draws_the_family_once(qtbot: QtBot, office: OpenDesk, tmp_path: Path) -> None:
    window = open_window(office, tmp_path)
    drawn: list[bool] = []
    window.household.shown.connect(lambda: drawn.append(True))

    open_household(qtbot, window, FAMILY_A)

    assert drawn == [True]


def test_what_is_somebodys_own_is_nowhere_on_the_page(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_C).household
    page.choose("C2")
    settle_layout()

    said = [
        f"{getattr(widget, 'text', str)()} {widget.accessibleName()} {widget.toolTip()}"
        for widget in page.findChildren(QWidget)
        if callable(getattr(widget, "text", str))
    ]
    assert any("Ellie-Mae" in one for one in said)
    assert not [one for one in said if "Sexual" in one]


def page_at(window: MainWindow, tab: str, chosen: str) -> None:
    """Show a tab, and somebody or an agency in the inspector."""
    window.household.header.tabs.choose(tab)
    window.household.choose(chosen)
    settle_layout()


@pytest.mark.parametrize("chosen", ["A1", "A5", "A7", "camhs"])
def test_every_control_of_the_family_desk_is_named_and_large(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, chosen: str
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)

    faults = {}
    for tab in TABS:
        page_at(window, tab, chosen)
        faults[tab] = nameless(window) + too_low(window)

    assert faults == {tab: [] for tab in TABS}


def test_tab_reaches_everything_of_the_family_desk(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)

    faults = {}
    for tab in TABS:
        page_at(window, tab, "A5")
        show(qtbot, window)
        window.sidebar.search.setFocus()
        faults[tab] = unreached(qtbot, window)

    assert faults == {tab: [] for tab in TABS}


def test_the_list_of_families_is_named_large_and_reached(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path)
    settle(qtbot, office.desk)
    window.families.search.setFocus()

    assert nameless(window) + too_low(window) + unreached(qtbot, window) == []


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("screen", SCREENS)
def test_no_word_of_the_list_of_families_is_cut_off(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, screen: tuple[int, int], text: int
) -> None:
    current_theme().use(text_percent=text)
    window = open_window(office, tmp_path, size=screen)

    settle(qtbot, office.desk)

    assert window.size().toTuple() == screen
    assert clipped(window) == []


@pytest.mark.parametrize("look", DESK_LOOKS)
def test_no_word_of_the_family_desk_is_cut_off(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, look: tuple[int, int, int]
) -> None:
    current_theme().use(text_percent=look[2])
    window = open_window(office, tmp_path, FAMILY_A, size=look[:2])

    faults = {}
    for tab in TABS:
        for chosen in ("A5", "A7", "camhs"):
            page_at(window, tab, chosen)
            faults[f"{tab} {chosen}"] = clipped(window)

    assert window.size().toTuple() == look[:2]
    assert {where: what for where, what in faults.items() if what} == {}


def make_large(office: OpenDesk) -> None:
    """Fill the store with 200 families and let the first be one of twelve."""
    office.run(keep_families(200))
    record = office.record(LARGE)
    parents = [person.id for person in record.people[:2]]
    for number in range(6):
        draft = PersonDraft(given=f"Child{number}", born=PartialDate(2010 + number, 3, 2))
        child: PersonId = office.run(add_person(LARGE, draft)).id
        for parent, kind in zip(parents, (Relation.FATHER, Relation.MOTHER), strict=True):
            fact = RelationshipDraft(person=parent, kind=kind, other=child)
            office.run(add_relationship(LARGE, fact))
        agency = AgencyId(f"agency-{number}")
        office.run(involve_agency(LARGE, InvolvementDraft(person=child, agency=agency)))


class Heart(QTimer):
    """Beats on the window's thread; the longest time between two beats is how long it was held."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.timeout.connect(self._beat)

    def begin(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self.start(BEAT)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def test_how_long_the_window_is_held_while_a_large_family_opens(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held: list[float] = []
    with open_desk(qtbot, empty_store) as office:
        make_large(office)
        window = open_window(office, tmp_path)
        settle(qtbot, office.desk)
        heart = Heart()
        for household in (LARGE, HouseholdId("household-1"), LARGE):
            heart.begin()
            open_household(qtbot, window, household)
            held.append(heart.longest)
            heart.stop()
        families = window.families.table.model().rowCount()
        assert window.household.presented is not None
        people = len(window.household.presented.view.people)

    said = ", ".join(f"{1000 * seconds:.0f} ms" for seconds in held)
    with capsys.disabled():
        sys.stdout.write(f"\nlongest hold of the window, families of 12, 6, 12: {said}\n")
    assert (families, people) == (200, 12)


def test_a_button_of_the_inspector_tells_whom_it_is_about(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    page = open_window(office, tmp_path, FAMILY_A).household
    page.choose("A4")
    QApplication.processEvents()
    asked: list[tuple[str, str]] = []
    page.decision_asked.disconnect()
    page.decision_asked.connect(lambda person, agency: asked.append((person, agency)))
    buttons = [
        button
        for button in page.inspector.findChildren(QPushButton)
        if button.isVisible() and button.text() == "Record a decision"
    ]

    buttons[-1].click()

    assert asked == [("A4", "")]
