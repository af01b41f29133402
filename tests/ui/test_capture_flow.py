"""The conversation at a visit: one question a screen, nothing chosen or shown beforehand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.agency import InvolvementDraft
from app.domain.consent import Answer, Category
from app.domain.ids import AgencyId, HouseholdId
from app.domain.person import PersonDraft
from app.usecases.keep_agencies import involve_agency
from app.usecases.keep_people import add_person
from tests.ui.capture_builders import (
    at,
    begin,
    choose,
    decided_by,
    keep,
    say,
    spoken,
    texts,
    ticked,
)
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    FAMILY_C,
    OpenDesk,
)
from ui.dialogs.capture_flow.answer_screens import (
    AnswerScreen,
    ApartScreen,
    KindsScreen,
    LimitsScreen,
    ReplyScreen,
    ServicesScreen,
)
from ui.dialogs.capture_flow.people_screens import DeciderScreen, NoteScreen, WhoScreen
from ui.dialogs.capture_flow.read_back import ReadBackScreen

pytestmark = pytest.mark.timeout(120)


# --- Who.


def test_it_is_about_somebody_who_lives_and_is_born(office: OpenDesk) -> None:
    offered = [
        list(at(begin(office, household=family), WhoScreen).people._boxes)
        for family in (FAMILY_A, FAMILY_C)
    ]

    assert offered == [["A1", "A2", "A3", "A4", "A5", "A6"], ["C1", "C2", "C3", "C4"]]


@pytest.mark.parametrize(
    ("household", "person", "agency", "who"),
    [
        (FAMILY_A, "A4", "camhs", ["A4"]),
        (FAMILY_A, "A4", "P1", ["A1"]),
        (FAMILY_A, "A4", "", ["A1", "A4"]),
        (FAMILY_A, "A5", "", ["A1", "A3"]),
        (FAMILY_A, "A2", "P2", ["A2"]),
        (FAMILY_B, "B3", "", ["B1"]),  # not the one Aisha must be protected from
        (FAMILY_C, "C2", "", ["C2"]),
        (FAMILY_C, "C3", "", ["C1"]),  # not the parent whom an order restricts
    ],
)
def test_only_those_whose_word_counts_are_offered(
    office: OpenDesk, household: HouseholdId, person: str, agency: str, who: list[str]
) -> None:
    flow = begin(office, person, agency, household)

    assert list(at(flow, DeciderScreen).who._boxes) == who


def test_a_decider_is_asked_only_about_what_they_decide(office: OpenDesk) -> None:
    flow = begin(office, "A4")
    decided_by(flow, "A4")
    leo = list(at(flow, ServicesScreen).services._boxes)
    flow.go_back()
    flow.go_back()
    decided_by(flow, "A1")

    assert leo == ["camhs"]
    assert list(at(flow, ServicesScreen).services._boxes) == ["P1", "school-nursing", "secondary"]


def test_a_child_of_12_is_asked_and_the_note_is_made_there(qtbot: QtBot, office: OpenDesk) -> None:
    flow = begin(office, "A4", "P1")
    screen = at(flow, DeciderScreen)
    said = texts(flow)
    assert screen.note_button is not None

    screen.note_button.click()
    note = at(flow, NoteScreen)
    for part in ("understands", "weighs", "free", "knows"):
        note.parts.box(part).click()
    note.able.box("able").click()
    note.note.setPlainText("He told me in his own words what the surgery would hear.")
    flow.go_on()
    qtbot.waitUntil(lambda: isinstance(flow.screen_now, DeciderScreen), timeout=10_000)

    kept = office.record().competences[-1]
    assert "Has Leo been asked?" in said
    assert (kept.person, kept.agency, kept.able) == ("A4", "P1", True)
    assert (kept.decision, kept.assessor) == (
        "Whether we may talk to Northmarsh Health Centre",
        office.record().office.key_worker,
    )
    assert list(at(flow, DeciderScreen).who._boxes) == ["A4"]
    assert at(flow, DeciderScreen).note_button is None


def test_a_note_says_what_is_missing_and_keeps_nothing(office: OpenDesk) -> None:
    flow = begin(office, "A4", "P1")
    button = at(flow, DeciderScreen).note_button
    assert button is not None
    button.click()
    before = office.changes()
    at(flow, NoteScreen).able.box("able").click()

    flow.go_on()

    said = {n: r.problem.text() for n, r in at(flow, NoteScreen).rows.items() if r.problem.text()}
    assert set(said) == {"able", "note"}
    assert flow.footer.problem.text() == "There are 2 things to put right"
    assert office.changes() == before


@pytest.mark.parametrize(
    ("household", "person"), [(FAMILY_A, "A5"), (FAMILY_A, "A1"), (FAMILY_C, "C2")]
)
def test_only_a_child_of_12_to_15_gets_a_gillick_note(
    office: OpenDesk, household: HouseholdId, person: str
) -> None:
    assert at(begin(office, person, household=household), DeciderScreen).note_button is None


def test_it_is_said_when_nobody_works_with_them(office: OpenDesk) -> None:
    person = office.run(add_person(FAMILY_A, PersonDraft(given="Alder")))

    flow = begin(office, person.id)
    said = texts(flow)
    flow.go_on()

    assert "No service is recorded for Alder yet. Leave, and add one first." in said
    assert flow.footer.problem.text() == "Choose who is deciding."


def test_it_is_said_when_nobody_can_decide(office: OpenDesk) -> None:
    person = office.run(add_person(FAMILY_A, PersonDraft(given="Alder")))
    involvement = InvolvementDraft(person=person.id, agency=AgencyId("P1"))
    office.run(involve_agency(FAMILY_A, involvement))

    said = texts(begin(office, person.id))

    assert "Record the date of birth first: who decides depends on it." in said
    assert "Nobody who can decide about Alder is recorded." in said


# --- Nothing beforehand, nothing of anybody else.


def test_nothing_is_chosen_beforehand_on_any_screen(office: OpenDesk) -> None:
    flow = begin(office, "A4", "camhs")
    found = []
    decided_by(flow, "A4")
    choose(flow, "camhs")
    found += ticked(flow)
    at(flow, AnswerScreen).answers.box("yes").click()
    flow.go_on()
    found += ticked(flow)
    at(flow, KindsScreen).basic.box(Category.SCHOOL).click()
    flow.go_on()
    at(flow, ApartScreen)
    found += ticked(flow)
    flow.go_on()
    at(flow, LimitsScreen)
    found += ticked(flow)
    flow.go_on()
    found += ticked(flow)

    assert found == []


def test_an_answer_is_waited_for_and_no_answer_stands_out(office: OpenDesk) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    screen = at(flow, AnswerScreen)
    boxes = [screen.answers.box(key) for key in ("yes", "no", "unsure")]
    wide, tall = [box.width() for box in boxes], {box.height() for box in boxes}
    level = {box.mapTo(flow, QPoint(0, 0)).y() for box in boxes}
    focused = QApplication.focusWidget()

    flow.go_on()

    assert max(wide) - min(wide) <= 1
    assert len(tall) == len(level) == 1, "whoever sees one sees all three"
    assert focused is screen.question
    assert flow.screen_now is screen
    assert flow.footer.problem.text() == "Choose one of the three answers."


def test_only_the_persons_own_earlier_answer_is_ever_shown(office: OpenDesk) -> None:
    flow = begin(office, "A5", "salt")
    decided_by(flow, "A1")  # her father said no
    choose(flow, "salt")
    said = [texts(flow)]
    at(flow, AnswerScreen).answers.box("unsure").click()
    flow.go_on()
    said.append(texts(flow))
    flow.go_on()
    flow.go_on()
    at(flow, ReadBackScreen)
    said.append(texts(flow))

    assert not [page for page in said if "Callum" in page]
    assert "What you said on 14 September 2026 stays as it is until you change it." in said[-1]


def test_what_is_somebodys_own_is_shown_to_them_alone(office: OpenDesk) -> None:
    flow = begin(office, "C2", household=FAMILY_C)
    decided_by(flow, "C2")
    screen = at(flow, ServicesScreen)
    before = texts(flow)

    screen.alone.click()
    alone = list(screen.services._boxes)
    screen.services.box("sexual-health").click()
    screen.alone.click()
    flow.go_on()

    assert "Sexual" not in before
    assert alone == ["P2", "camhs", "sexual-health"]
    assert flow.screen_now is screen, "what is hidden again is not asked about"


def test_the_way_to_private_services_gives_nothing_away(office: OpenDesk) -> None:
    without = begin(office, "A2", "P2")
    decided_by(without, "A2")
    for_a_child = begin(office, "A5", "P1")
    decided_by(for_a_child, "A1")

    assert at(without, ServicesScreen).alone.isVisible()
    assert not at(for_a_child, ServicesScreen).alone.isVisible()


def test_sexual_health_is_asked_apart_and_never_of_a_parent(qtbot: QtBot, office: OpenDesk) -> None:
    own = begin(office, "A4", "camhs")
    decided_by(own, "A4")
    choose(own, "camhs")
    say(own, "yes", Category.SCHOOL)
    at(own, ApartScreen).with_whom.box("camhs").click()
    own.go_on()
    parents = begin(office, "A5", "P1")
    decided_by(parents, "A1")
    choose(parents, "P1")
    say(parents, "yes", Category.SCHOOL)
    at(parents, LimitsScreen)
    kinds = {kind for draft in parents.talk.drafts() for kind in draft.categories}

    at(own, LimitsScreen)
    own.go_on()
    spoken(own)
    (kept,) = keep(own, qtbot)

    assert kinds == {Category.SCHOOL}
    assert kept.categories == {Category.SCHOOL, Category.SEXUAL_HEALTH}


def test_no_screen_of_kinds_offers_sexual_health(office: OpenDesk) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    at(flow, AnswerScreen).answers.box("yes").click()
    flow.go_on()
    screen = at(flow, KindsScreen)

    offered = {*screen.basic._boxes, *screen.more._boxes}

    assert offered == {kind.value for kind in Category} - {Category.SEXUAL_HEALTH}


# --- No, and not sure yet.


def test_a_no_takes_no_more_screens_than_a_yes_and_is_neutral(
    qtbot: QtBot, office: OpenDesk
) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    flow.talk.of(AgencyId("P2")).answer = Answer.GIVEN
    yes = flow.talk.route()
    at(flow, AnswerScreen).answers.box("no").click()
    flow.go_on()
    reply = at(flow, ReplyScreen)
    no = flow.talk.route()
    said = texts(flow)
    reply.reason.setPlainText("I would like to talk to them myself.")
    flow.go_on()
    flow.go_on()
    spoken(flow)
    (kept,) = keep(flow, qtbot)

    assert set(no) <= set(yes)
    assert "No. That is fine. Help goes on." in said
    assert (kept.answer, kept.categories) == (Answer.REFUSED, frozenset())
    assert kept.reason == "I would like to talk to them myself."


def test_not_sure_yet_is_said_to_be_no_yes_and_needs_no_signature(
    qtbot: QtBot, office: OpenDesk
) -> None:
    flow = begin(office, "A2", "adult-mental-health")
    decided_by(flow, "A2")
    choose(flow, "adult-mental-health")
    say(flow, "unsure")
    flow.go_on()
    at(flow, ReadBackScreen)
    said = texts(flow)
    (kept,) = keep(flow, qtbot)

    assert "This is not a yes. Nothing is shared because of it." in said
    assert (kept.answer, kept.decider, kept.reason) == (Answer.NOT_SOUGHT, None, "Not sure yet")


def test_another_answer_forgets_the_kinds_of_the_one_before(office: OpenDesk) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    say(flow, "yes", Category.HOUSING)
    flow.go_back()
    flow.go_back()
    at(flow, AnswerScreen).answers.box("no").click()
    flow.go_back()
    flow.go_on()
    at(flow, AnswerScreen).answers.box("yes").click()
    flow.go_on()

    assert ticked(flow) == []


def test_less_than_before_is_a_narrower_yes(qtbot: QtBot, office: OpenDesk) -> None:
    flow = begin(office, "A2", "P2")
    before = next(c for c in office.record().consents if c.id == "family-a-consent-11")
    decided_by(flow, "A2")
    choose(flow, "P2")
    less = sorted(before.categories - {Category.SEXUAL_HEALTH})[0]
    say(flow, "yes", less)
    flow.go_on()
    flow.go_on()
    spoken(flow)
    (kept,) = keep(flow, qtbot)

    assert (kept.answer, kept.replaces) == (Answer.NARROWED, before.id)
