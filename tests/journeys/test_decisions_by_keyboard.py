"""Two people decide at a visit, and the key worker has no mouse: Leo says yes, Tunde says no."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, Category, Consent, Standing
from app.domain.ids import AgencyId, PersonId
from app.domain.proof import Way
from app.domain.standing import State, stands
from tests.journeys.grid_walk import walk_to
from tests.journeys.keyboard import Keyboard
from tests.ui.desk_audit import seen
from tests.ui.desk_builders import FAMILY_A, TODAY, OpenDesk, open_desk, open_window, settle, show
from ui.dialogs.capture_flow.flow import CaptureFlow
from ui.windows.main_window import MainWindow

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

ACCUSING = ("refus", "reject", "declin", "withdr", "fail", "non-", "problem", "unfortunately")


class Visit:
    """A window with the Whitfield family in it, and a keyboard."""

    def __init__(self, qtbot: QtBot, office: OpenDesk, window: MainWindow) -> None:
        self.qtbot, self.office, self.window = qtbot, office, window
        self.keys = Keyboard(qtbot)
        self.flow: CaptureFlow | None = None
        self.read: list[str] = []

    def ask(self, person: str, agency: str) -> None:
        """Begin to ask somebody, as the desk does."""
        show(self.qtbot, self.window)
        settle(self.qtbot, self.office.desk)
        self.window.sidebar.search.setFocus()
        walk_to(self.keys, self.window, person, agency)
        self.keys.push("Ask them now")
        self.flow = self.window.errands.flow
        assert self.flow is not None
        show(self.qtbot, self.flow)
        self.look()

    def look(self) -> None:
        assert self.flow is not None
        self.read.append("\n".join(label.text() for label in seen(self.flow, QLabel)))

    def next(self) -> None:
        self.keys.push("Next")
        assert self.flow is not None
        assert not self.flow.footer.problem.text()
        self.look()

    def keep(self) -> Consent:
        """Press the last button and return what the store has now."""
        before = {c.id for c in self.office.record(FAMILY_A).consents}
        self.keys.push("Keep these answers")
        settle(self.qtbot, self.office.desk)
        self.qtbot.waitUntil(lambda: not isinstance(QApplication.activeWindow(), CaptureFlow))
        new = [c for c in self.office.record(FAMILY_A).consents if c.id not in before]
        assert len(new) == 1
        return new[0]


@pytest.fixture
def visit(qtbot: QtBot, tmp_path: Path) -> Iterator[Visit]:
    """Give somebody who opened the Whitfield family."""
    with open_desk(qtbot) as office:
        window = open_window(office, tmp_path, FAMILY_A)
        yield Visit(qtbot, office, window)


def test_leo_decides_about_camhs_himself_and_says_it_as_he_does_not_sign(visit: Visit) -> None:
    keys = visit.keys
    visit.ask("A4", "camhs")
    keys.pick_one("Leo Reid, as a competent young person (Gillick)")
    visit.next()
    visit.next()  # what we would like to do
    keys.to("Northmarsh CAMHS – helps young people with feelings")  # the one that is asked about
    visit.next()
    keys.pick_one("Yes")
    visit.next()
    keys.tick("Nursery and school", "Feelings and mental health")
    visit.next()
    visit.next()  # sexual health: nothing is chosen
    visit.next()  # nobody to leave out
    keys.pick_one("I sign here on the screen")
    visit.next()
    keys.push("I cannot sign: record what I say instead")
    visit.look()
    keys.type("Who heard it", "Robin Ashby")
    keys.type("How you knew that it was them", "I have known Leo since September")
    visit.next()

    kept = visit.keep()

    assert kept.standing is Standing.COMPETENT_CHILD
    assert kept.answer is Answer.NARROWED  # his yes of October was to more
    assert (kept.decider, kept.competence) == ("A4", "A4-gillick")
    assert kept.categories == {Category.SCHOOL, Category.MENTAL_HEALTH}
    assert (kept.way, kept.witness) == (Way.SPOKEN, "Robin Ashby")
    assert kept.proof.identity == "I have known Leo since September"
    assert kept.replaces == "family-a-consent-15"
    assert "Yes to Northmarsh CAMHS" in visit.read[-1]
    assert "This lasts until 22 May 2027" in visit.read[-1]


def test_tunde_says_no_and_hears_no_hard_word(visit: Visit) -> None:
    keys = visit.keys
    visit.ask("A2", "P2")
    keys.pick_one("Tunde Okafor, for themself")
    visit.next()
    visit.next()
    visit.next()
    keys.pick_one("No")
    visit.next()
    keys.type("You can say why, if you like", "I would rather tell them myself.")
    visit.next()
    visit.next()
    keys.pick_one("I say it, and you write it down")
    visit.next()
    keys.type("Who heard it", "Robin Ashby")
    keys.type("How you knew that it was them", "We have met before")
    visit.next()

    kept = visit.keep()

    record, law = visit.office.record(FAMILY_A), visit.office.catalogue.law
    said = "\n".join(visit.read).casefold()
    where = stands(record, law, PersonId("A2"), AgencyId("P2"), TODAY)
    assert (kept.answer, kept.decider) == (Answer.REFUSED, "A2")
    assert kept.reason == "I would rather tell them myself."
    assert where.state is State.REFUSED
    assert [word for word in ACCUSING if word in said] == []
    assert "no. that is fine. help goes on." in said
