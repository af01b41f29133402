"""Family A of the caseload, typed through the windows from nothing, with the keyboard alone.

The day in the program is the day on which each thing was done, as requests carry it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.catalogue import read_catalogue
from app.domain.household import Household
from app.domain.sharing import RequestState
from db.store import open_in_memory
from tests.builders import family
from tests.journeys.same_record import differences
from tests.journeys.typist import Clock, Typist
from tests.ui.desk_builders import OpenDesk, open_window, settle
from ui.desk import Desk
from ui.theme import current_theme

pytestmark = [
    pytest.mark.timeout(400),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def clock() -> Clock:
    return Clock(date(2026, 10, 2))


@pytest.fixture
def typist(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Typist]:
    """Give somebody at a window over a store with nothing in it."""
    current_theme().use(text_percent=100, tablet=False)
    desk = Desk(lambda: open_in_memory(by="Robin Ashby", clock=clock))
    with qtbot.waitSignal(desk.ready, timeout=20_000):
        pass
    office = OpenDesk(qtbot=qtbot, desk=desk, catalogue=read_catalogue())
    window = open_window(office, tmp_path)
    settle(qtbot, desk)
    yield Typist(qtbot, office, window, family("a"))
    desk.close()


def test_family_a_is_typed_from_nothing_and_is_the_imported_one(
    typist: Typist, clock: Clock
) -> None:
    paper, catalogue = typist.paper, typist.office.catalogue
    known_by = {r.id: r.made_on for r in paper.requests}
    first, second, third = paper.requests
    late = {"perinatal": second.made_on}

    typist.our_office(paper.office)
    typist.household(paper.household)
    for home in paper.homes:
        typist.home(home.label, home.lines, home.postcode)
    for person in paper.people:
        typist.person(person)
    typist.relationships()
    typist.responsibilities()
    for stay in paper.stays:
        typist.stay(stay)
    for fact in paper.involvements:
        if fact.agency not in late:
            typist.involvement(fact)
    for consent in paper.consents:
        early = consent.decided_on is not None and consent.decided_on <= clock.day
        if early and consent.agency not in late:
            typist.consent(consent)
    for visit in paper.visits[:1]:
        typist.visit(visit)
    typist.request(first, catalogue)

    clock.day = second.made_on
    for fact in paper.involvements:
        if fact.agency in late:
            typist.involvement(fact)
    typist.competence()
    typist.limits()
    for consent in paper.consents:
        if consent.agency in late or (consent.decided_on or clock.day) > first.made_on:
            typist.consent(consent)
    typist.visit(paper.visits[1])
    typist.request(second, catalogue)

    clock.day = third.made_on
    typist.notes()
    typist.visit(paper.visits[2])
    typist.request(third, catalogue)
    for request in paper.requests:
        if request.state is not RequestState.OPEN:
            typist.outcome(request)

    household = typist.office.ask(lambda work: work.kept(Household).every())[0].id
    typed = typist.office.record(household)
    assert list(known_by.values()) == [date(2026, 10, 2), date(2026, 10, 20), date(2026, 11, 20)]
    assert differences(replace(typed, papers=()), replace(paper, papers=())) == {}
