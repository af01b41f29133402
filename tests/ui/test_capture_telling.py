"""How somebody tells us what they decide: signed, on paper, spoken, interpreted; kept as one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.consent import Category, Standing
from app.domain.proof import DrawnSignature, Way
from app.domain.signing import bound_to
from tests.ui.capture_builders import (
    at,
    begin,
    choose,
    decided_by,
    keep,
    ready_to_tell,
    said_beside,
    say,
    sign,
    spoken,
    texts,
)
from tests.ui.desk_builders import FAMILY_B, OpenDesk
from ui.dialogs.capture_flow.answer_screens import KindsScreen, LimitsScreen, ServicesScreen
from ui.dialogs.capture_flow.proof_screens import (
    ElsewhereScreen,
    PaperScreen,
    SignScreen,
    SpokenScreen,
    WayScreen,
)

pytestmark = pytest.mark.timeout(120)


# --- Several partners, limits, ways.


def test_a_service_only_the_office_may_know_of_is_not_asked_about(
    qtbot: QtBot, office: OpenDesk
) -> None:
    flow = begin(office, "B1", household=FAMILY_B)

    decided_by(flow, "B1")

    assert at(flow, ServicesScreen).services.box("P4").text().startswith("Linden Practice")
    assert "MARAC" not in texts(flow)


def test_several_partners_are_kept_in_one_step_with_whom_to_leave_out(
    qtbot: QtBot, office: OpenDesk
) -> None:
    flow = begin(office, "A1")
    before = office.changes()
    decided_by(flow, "A1")
    choose(flow, "P1", "housing")
    say(flow, "yes", Category.CONTACT, Category.OFFENDING)
    say(flow, "no")
    flow.go_on()  # sexual health
    limits = at(flow, LimitsScreen)
    limits.what.setPlainText("My old address")
    limits.people.box("A3").click()
    limits.services.box("maternity").click()
    offered = list(limits.services._boxes)
    flow.go_on()
    spoken(flow)
    said = texts(flow)
    kept = keep(flow, qtbot)

    record = office.record()
    left = {(x.not_person, x.not_agency, x.about) for x in record.limits if x.person == "A1"}
    assert office.changes() == before + 1
    assert [(c.agency, c.answer) for c in kept] == [("P1", "given"), ("housing", "refused")]
    assert kept[0].reason == "My old address"
    assert left == {("A3", None, "My old address"), (None, "maternity", "My old address")}
    assert "P1" not in offered
    assert "This lasts until 22 November 2027" in said
    assert not flow.isVisible()


def test_signing_on_the_screen_binds_the_signature_to_these_words(
    qtbot: QtBot, office: OpenDesk
) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    say(flow, "yes", Category.HOUSING)
    flow.go_on()
    flow.go_on()
    at(flow, WayScreen).ways.box(Way.SCREEN).click()
    flow.go_on()
    flow.go_on()
    refused = at(flow, SignScreen).rows["signature"].problem.text()
    sign(qtbot, flow)
    flow.go_on()
    (kept,) = keep(flow, qtbot)

    drawn = office.ask(lambda work: work.kept(DrawnSignature).every())[-1]
    assert refused == "Nothing is signed yet. Sign in the box."
    assert (kept.way, kept.wording) == (Way.SCREEN, office.catalogue.capture.about.version)
    assert bound_to(drawn, kept)


def test_a_finger_that_signs_does_not_move_the_page(qtbot: QtBot, office: OpenDesk) -> None:
    flow = ready_to_tell(office, Way.SCREEN)
    flow.resize(1093, 520)
    qtbot.wait(1)
    bar, pad = flow.area.verticalScrollBar(), at(flow, SignScreen).box.pad
    finger = QTest.createTouchDevice()

    QTest.touchEvent(pad, finger).press(0, QPoint(60, 130), pad).commit()
    for y in range(130, 10, -20):
        qtbot.wait(10)
        QTest.touchEvent(pad, finger).move(0, QPoint(60, y), pad).commit()
    QTest.touchEvent(pad, finger).release(0, QPoint(60, 10), pad).commit()
    qtbot.wait(50)

    assert bar.maximum() > 0
    assert bar.value() == 0
    assert at(flow, SignScreen).box.strokes()


def test_a_signature_does_not_outlive_the_answers_it_was_under(
    qtbot: QtBot, office: OpenDesk
) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    say(flow, "yes", Category.HOUSING)
    flow.go_on()
    flow.go_on()
    at(flow, WayScreen).ways.box(Way.SCREEN).click()
    flow.go_on()
    sign(qtbot, flow)
    flow.go_on()
    kept_on_going_back = bool(flow.talk.signature())

    flow.show_screen(("follow", "P2"))
    at(flow, KindsScreen).more.box(Category.DEBT).click()
    flow.go_on()
    flow.show_screen(("proof", ""))

    assert kept_on_going_back
    assert at(flow, SignScreen).box.strokes() == ""


def test_on_paper_keeps_the_number_of_the_form(qtbot: QtBot, office: OpenDesk) -> None:
    flow = ready_to_tell(office, Way.INK)
    screen = at(flow, PaperScreen)
    screen.form.setText("cf-7k3q-d9xm")
    screen.on.setText("no day at all")
    flow.go_on()
    said = said_beside(flow)
    screen.on.setText("20 November 2026")
    flow.go_on()
    (kept,) = keep(flow, qtbot)

    assert list(said) == ["decided_on"]
    assert (kept.way, kept.form) == (Way.INK, "CF-7K3Q-D9XM")
    assert (str(kept.decided_on), kept.wording) == (
        "2026-11-20",
        office.catalogue.consent.about.version,
    )


def test_spoken_needs_who_heard_it_and_how_they_were_known(qtbot: QtBot, office: OpenDesk) -> None:
    flow = ready_to_tell(office, Way.SPOKEN)
    read_out = texts(flow)
    flow.go_on()
    said = said_beside(flow)
    screen = at(flow, SpokenScreen)
    screen.witness.setText("Robin Ashby")
    screen.identity.setText("Showed a bus pass")
    screen.paper_by.setText("4 December 2026")
    flow.go_on()
    (kept,) = keep(flow, qtbot)

    assert "Is this what you want? Did anybody press you?" in read_out
    assert set(said) == {"witness", "identity"}
    assert kept.proof.script == office.catalogue.capture.about.version
    assert str(kept.proof.paper_by) == "2026-12-04"


def test_nobody_of_the_family_interprets(qtbot: QtBot, office: OpenDesk) -> None:
    flow = ready_to_tell(office, Way.INTERPRETED)
    screen = at(flow, SpokenScreen)
    screen.witness.setText("dana whitfield")
    screen.into.setText("Yoruba")
    flow.go_on()
    said = said_beside(flow)
    screen.witness.setText("Ines Marlow")
    screen.number.setText("NR-99812")
    flow.go_on()
    (kept,) = keep(flow, qtbot)

    assert said == {"witness": "Somebody of the family cannot interpret. Book a professional."}
    assert (kept.witness, kept.proof.interpreter_number) == ("Ines Marlow", "NR-99812")
    assert (kept.proof.interpreted_into, kept.language) == ("Yoruba", "en-GB")


def test_the_record_of_another_organisation_names_it(qtbot: QtBot, office: OpenDesk) -> None:
    flow = ready_to_tell(office, Way.OTHER_ORGANISATION)
    flow.go_on()
    said = said_beside(flow)
    screen = at(flow, ElsewhereScreen)
    screen.organisation.setText("Northmarsh Homes")
    screen.reference.setText("NH-44")
    screen.copy_seen.click()
    flow.go_on()
    (kept,) = keep(flow, qtbot)

    assert set(said) == {"organisation"}
    assert (kept.proof.organisation, kept.proof.reference) == ("Northmarsh Homes", "NH-44")
    assert kept.proof.copy_seen
    assert kept.wording == ""


def test_what_the_store_refuses_is_said_on_its_own_screen(qtbot: QtBot, office: OpenDesk) -> None:
    flow = ready_to_tell(office, Way.SPOKEN)
    screen = at(flow, SpokenScreen)
    screen.witness.setText("Robin Ashby")
    screen.identity.setText("I know them")
    flow.go_on()
    flow.talk.proven.identity = "  "

    flow.go_on()
    qtbot.waitUntil(lambda: isinstance(flow.screen_now, SpokenScreen), timeout=10_000)

    assert set(said_beside(flow)) == {"identity"}
    assert flow.footer.problem.text() == "Say how you knew that it was them."


def test_a_competent_child_decides_in_their_own_standing(qtbot: QtBot, office: OpenDesk) -> None:
    flow = begin(office, "A4", "camhs")
    decided_by(flow, "A4")
    choose(flow, "camhs")
    say(flow, "yes", Category.SCHOOL)
    flow.go_on()
    flow.go_on()
    spoken(flow)
    (kept,) = keep(flow, qtbot)

    assert (kept.standing, kept.competence) == (Standing.COMPETENT_CHILD, "A4-gillick")
