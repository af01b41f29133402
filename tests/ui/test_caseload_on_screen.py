"""The acceptance checks of the caseload on the desk: text, file names, search, accessible tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.errors import Refused
from app.view.recipient import OFFICE, the_person
from tests.app.wall_cases import DANIEL, LOCATION, OTHER_SIDE, asked
from tests.app.whole_paper import found_in, found_in_text
from tests.builders import family
from tests.traps.accessible import every_window, everything_told
from tests.traps.leaving import CLINIC, KIND, hits, household_file, leaks, pictures
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    FAMILY_C,
    OpenDesk,
    open_window,
    preview_of,
    settle,
)
from ui.windows.main_window import MainWindow
from ui.wording import in_words

pytestmark = pytest.mark.timeout(90)
TABS = ("household", "plan", "missing", "sharing", "timeline", "papers")
ELLIE, MARGARET, SEAN = PersonId("C2"), PersonId("C1"), PersonId("C5")
CAPTION = "To be signed by {0}."


def every_page(qtbot: QtBot, window: MainWindow) -> Iterator[str]:
    """Yield everything the desk tells, with each tab and then each person chosen."""
    page = window.household
    for tab in TABS:
        page.header.tabs.choose(tab)
        settle(qtbot, window.desk)
        yield everything_told(*every_window())
    presented = page.presented
    assert presented is not None
    for person in presented.view.people:
        page.choose(person.id)
        settle(qtbot, window.desk)
        yield everything_told(*every_window())


def form_of(office: OpenDesk, window: MainWindow, person: PersonId) -> tuple[bytes, str, str]:
    """Return the form the desk makes: its bytes, its file name, and what its preview tells."""
    presented = window.household.presented
    assert presented is not None
    window.papers.consent_form(person, presented)
    preview = preview_of(office, window)
    told = everything_told(preview)
    made, name = preview._made.content, preview._file_name
    preview.done(QDialog.DialogCode.Rejected)
    window.papers.preview = None  # so that the next one is waited for
    return made, name, told


@pytest.mark.parametrize("household", [FAMILY_B])
def test_check_7_daniels_form_from_the_desk_tells_nothing_of_the_others(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, household: HouseholdId
) -> None:
    window = open_window(office, tmp_path, household)

    made, name, told = form_of(office, window, DANIEL)

    assert found_in(made, LOCATION | OTHER_SIDE) == []
    assert found_in_text(f"{name}\n{told}", LOCATION | OTHER_SIDE) == []
    assert CAPTION.replace("{0}", "Daniel Hale") in told


def test_check_7_his_pictures_and_his_letter_tell_nothing_either(office: OpenDesk) -> None:
    view = office.on_store(lambda store: asked(store, "b", DANIEL, AgencyId("P1")))
    drawn = pictures(office.record(FAMILY_B), the_person(DANIEL))

    assert leaks(drawn, LOCATION | OTHER_SIDE) == {}
    assert found_in_text(repr(view), LOCATION | OTHER_SIDE) == []


def test_check_8_the_desk_names_the_hidden_home_and_never_its_address(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_B)
    address = {name: LOCATION[name] for name in ("street", "street without number", "postcode")}

    told = list(every_page(qtbot, window))

    assert [found_in_text(text, address) for text in told] == [[]] * len(told)
    assert "The address is confidential." in "\n".join(told)


def test_check_8_only_those_who_live_there_see_it_in_any_saved_picture(office: OpenDesk) -> None:
    record = office.record(FAMILY_B)
    facts = {p.id: pictures(record, the_person(p.id))["json"].decode() for p in record.people}

    seeing = {person for person, text in facts.items() if '"H4"' in text}

    assert seeing == {"B1", "B3", "B4", "B5"}
    assert leaks(pictures(record, OFFICE), {"street": "Larkfield"}) == {}


def test_check_10_the_clinic_is_nowhere_on_the_desk_in_a_file_or_in_what_is_found(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_C)
    record = office.record(FAMILY_C)
    made, name, preview = form_of(office, window, ELLIE)

    told = "\n".join(every_page(qtbot, window))
    exported = office.on_store(partial(household_file, household="family-c"))
    drawn = {end: text for who in (OFFICE, the_person(ELLIE), the_person(MARGARET))
             for end, text in pictures(record, who).items()}  # fmt: skip

    assert found_in_text(told, CLINIC | KIND) == []
    assert found_in_text(exported, CLINIC | KIND) == []
    assert leaks(drawn, CLINIC | KIND) == {}
    assert leaks({name: made}, CLINIC | {"parent": "Jade Doyle", "nan": "Margaret"}) == {}
    assert "To be signed by Ellie-Mae Doyle." in preview
    assert [office.on_store(partial(hits, typed=t)) for t in ("sexual", "clinic")] == [[], []]


def test_check_11_margarets_form_from_the_desk_is_in_18_point(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_C)

    hers, _, _ = form_of(office, window, MARGARET)
    usual, _, _ = form_of(office, window, PersonId("C4"))

    assert [_usual_size(paper) for paper in (hers, usual)] == ["18", "14"]


def test_check_13_the_desk_makes_nothing_for_sean_and_still_finds_him(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_C)
    window.household.choose(SEAN)
    presented = window.household.presented
    assert presented is not None

    window.papers.consent_form(SEAN, presented)

    assert in_words(Refused("deceased")) in everything_told(window)
    assert window.papers.preview is None
    assert [hit.name for hit in office.on_store(partial(hits, typed="sean"))] == ["Sean Byrne"]


@pytest.mark.parametrize(
    ("household", "others"), [(FAMILY_A, "bc"), (FAMILY_B, "ac"), (FAMILY_C, "ab")]
)
def test_check_15_an_open_family_shows_nobody_and_no_agency_of_another(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, household: HouseholdId, others: str
) -> None:
    own = {agency.id for agency in office.record(household).agencies}
    strangers: dict[str, str] = {
        person.id: person.name for n in others for person in family(n).people if person.name
    }
    for letter in others:
        theirs = (a for a in family(letter).agencies if a.id not in own and not a.listed)
        strangers |= {agency.id: agency.name for agency in theirs}
    window = open_window(office, tmp_path, household)
    page = window.household
    told = []
    for tab in TABS:
        page.header.tabs.choose(tab)
        settle(qtbot, office.desk)
        told.append(everything_told(page))
    for person in office.record(household).people:
        page.choose(person.id)
        settle(qtbot, office.desk)
        told.append(everything_told(page))
    exported = office.on_store(partial(household_file, household=household))

    assert found_in_text("\n".join(told), strangers) == []
    assert found_in_text(exported, strangers) == []


@pytest.mark.parametrize("typed", ["northmarsh health", "harbour street"])
def test_check_15_a_practice_of_two_families_is_found_once_and_names_nobody(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, typed: str
) -> None:
    window = open_window(office, tmp_path)
    settle(qtbot, office.desk)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.families.search, typed)
    settle(qtbot, office.desk)

    told = everything_told(window.families.found)

    people: dict[str, str] = {p.id: p.name for n in "abc" for p in family(n).people if p.name}
    assert told.casefold().count(typed) >= 1
    assert found_in_text(told, people) == []


def _usual_size(pdf: bytes) -> str:
    """Return the size most of a paper is set in, as its pages say it."""
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = b"".join(page.Contents.read_bytes() for page in document.pages)
    sizes = re.findall(rb"/\S+ ([\d.]+) Tf", pages)
    return str(Counter(sizes).most_common(1)[0][0], "ascii")
