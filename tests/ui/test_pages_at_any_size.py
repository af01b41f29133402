"""The pages of the desk for everybody: named, large, reached by Tab, never cut off, never held."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
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
