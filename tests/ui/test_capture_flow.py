"""The conversation at a visit: one question a screen, nothing chosen beforehand, kept as one."""

from __future__ import annotations

from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.agency import InvolvementDraft
from app.domain.consent import Answer, Category, Consent, Standing
from app.domain.ids import AgencyId, HouseholdId
from app.domain.person import PersonDraft
from app.domain.proof import DrawnSignature, Way
from app.domain.signing import bound_to
from app.usecases.keep_agencies import involve_agency
from app.usecases.keep_people import add_person
from tests.ui.desk_audit import cut_off, hard_to_use, seen
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    FAMILY_C,
    TODAY,
    OpenDesk,
    settle,
    show_dialog,
)
from ui.dialogs.capture_flow.answer_screens import (
    AnswerScreen,
    ApartScreen,
    KindsScreen,
    LimitsScreen,
    ReplyScreen,
    ServicesScreen,
)
from ui.dialogs.capture_flow.flow import CaptureFlow
from ui.dialogs.capture_flow.half_way import take_up
from ui.dialogs.capture_flow.people_screens import DeciderScreen, NoteScreen, WhoScreen
from ui.dialogs.capture_flow.proof_screens import (
    ElsewhereScreen,
    PaperScreen,
    SignScreen,
    SpokenScreen,
    WayScreen,
)
from ui.dialogs.capture_flow.read_back import ReadBackScreen, ThanksScreen
from ui.dialogs.capture_flow.screen import FieldsScreen, Screen
from ui.widgets.cover import Cover
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(120)
S = TypeVar("S", bound=Screen)


def make(
    office: OpenDesk, person: str = "", agency: str = "", household: HouseholdId = FAMILY_A
) -> CaptureFlow:
    return CaptureFlow(
        office.desk,
        office.record(household),
        office.catalogue,
        today=TODAY,
        person=person,
        agency=agency,
    )


def begin(
    office: OpenDesk, person: str = "", agency: str = "", household: HouseholdId = FAMILY_A
) -> CaptureFlow:
    flow = make(office, person, agency, household)
    show_dialog(office.qtbot, flow)
    return flow


def at(flow: CaptureFlow, kind: type[S]) -> S:
    """Return the screen shown now, which is of this kind."""
    assert isinstance(flow.screen_now, kind), (flow.at, flow.footer.problem.text())
    return flow.screen_now


def decided_by(flow: CaptureFlow, person: str) -> None:
    at(flow, DeciderScreen).who.box(person).click()
    flow.go_on()
    flow.go_on()  # what we would like to do


def choose(flow: CaptureFlow, *agencies: str) -> None:
    screen = at(flow, ServicesScreen)
    for agency in agencies:
        if agency not in screen.services.chosen():
            screen.services.box(agency).click()
    flow.go_on()


def say(flow: CaptureFlow, answer: str, *kinds: str) -> None:
    at(flow, AnswerScreen).answers.box(answer).click()
    flow.go_on()
    if answer == "yes":
        screen = at(flow, KindsScreen)
        for kind in kinds:
            (screen.basic if kind in screen.basic._boxes else screen.more).box(kind).click()
    else:
        at(flow, ReplyScreen)
    flow.go_on()


def spoken(flow: CaptureFlow) -> None:
    at(flow, WayScreen).ways.box(Way.SPOKEN).click()
    flow.go_on()
    screen = at(flow, SpokenScreen)
    screen.witness.setText("Robin Ashby")
    screen.identity.setText("I have known them since March")
    flow.go_on()
    at(flow, ReadBackScreen)


def keep(flow: CaptureFlow, qtbot: QtBot) -> tuple[Consent, ...]:
    with qtbot.waitSignal(flow.kept, timeout=10_000) as heard:
        flow.go_on()
    kept: Any = heard.args
    return tuple(kept[0])


def texts(flow: QWidget) -> str:
    """Return every word that can be seen."""
    labels = [label.text() for label in seen(flow, QLabel)]
    return "\n".join([*labels, *(button.text() for button in seen(flow, QAbstractButton))])


def ticked(flow: CaptureFlow) -> list[str]:
    return [button.text() for button in seen(flow, QAbstractButton) if button.isChecked()]


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
    sizes = {screen.answers.box(key).size().toTuple() for key in ("yes", "no", "unsure")}
    focused = QApplication.focusWidget()

    flow.go_on()

    assert len(sizes) == 1
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


# --- Several partners, limits, ways.


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


def sign(qtbot: QtBot, flow: CaptureFlow) -> None:
    QApplication.processEvents()
    pad = at(flow, SignScreen).box.pad
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    qtbot.mouseMove(pad, QPoint(90, 60))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 30))


def ready_to_tell(office: OpenDesk, way: Way) -> CaptureFlow:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    say(flow, "no")
    flow.go_on()
    at(flow, WayScreen).ways.box(way).click()
    flow.go_on()
    return flow


def said_beside(flow: CaptureFlow) -> dict[str, str]:
    screen = at(flow, FieldsScreen)
    return {name: row.problem.text() for name, row in screen.rows.items() if row.problem.text()}


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


# --- Turning the screen.


def test_the_family_side_names_nobody_else(office: OpenDesk) -> None:
    flow = begin(office, "A4", "camhs")
    others = ("Dana", "Tunde", "Callum", "Mia", "Ada", "Whitfield", "Okafor")
    shown = []

    def look() -> None:
        flow.turn()
        shown.append(texts(flow) + flow.windowTitle())
        flow.turn()

    look()
    decided_by(flow, "A4")
    look()
    choose(flow, "camhs")
    look()
    say(flow, "yes", Category.SCHOOL)
    flow.go_on()
    at(flow, LimitsScreen).people.box("A3").click()
    look()
    flow.go_on()
    spoken(flow)
    look()

    assert [name for page in shown for name in others if name in page] == []
    assert "Please turn the screen back to your worker." in shown[0]
    assert "You can tell your worker who." in shown[3]
    assert "Yes to Northmarsh CAMHS" in shown[4]


def test_the_family_side_is_larger_and_comes_back(office: OpenDesk) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    screen = at(flow, AnswerScreen)

    def sizes() -> tuple[int, int]:
        return screen.question.fontInfo().pixelSize(), screen.answers.box("yes").sizeHint().width()

    before = sizes()
    flow.header.turn_button.click()
    turned = sizes()
    flow.header.turn_button.click()

    assert turned[0] > before[0]
    assert turned[1] > before[1]
    assert sizes() == before


def test_kept_on_the_family_side_it_thanks_and_shows_no_desk(
    qtbot: QtBot, office: OpenDesk
) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    say(flow, "no")
    flow.go_on()
    spoken(flow)
    flow.turn()
    keep(flow, qtbot)

    assert flow.isVisible()
    at(flow, ThanksScreen)
    flow.footer.next_button.click()
    assert not flow.isVisible()


# --- Leaving.


def test_leaving_keeps_what_was_said_as_a_draft_and_it_is_taken_up_again(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    presented = window.household.presented
    assert presented is not None
    window.errands.capture("A1", "P1", presented)
    flow = window.errands.flow
    assert flow is not None
    decided_by(flow, "A1")
    choose(flow, "P1", "housing")
    say(flow, "yes", Category.CONTACT, Category.DEBT)
    before = office.changes()

    with qtbot.waitSignal(office.desk.draft_left, timeout=10_000) as left:
        qtbot.keyClick(flow, Qt.Key.Key_Escape)
    settle(qtbot, office.desk)
    again = taken_up(office, left.args[0])

    assert office.changes() == before
    assert window.household.drafts.isVisible()
    assert "Dana" not in window.household.drafts.banner.sentence.text()
    assert again.at == ("answer", "housing")
    assert again.talk.of(AgencyId("P1")).kinds == {Category.CONTACT, Category.DEBT}
    say(again, "no")
    again.go_on()
    again.go_on()
    spoken(again)
    kept = keep(again, qtbot)
    settle(qtbot, office.desk)
    assert [c.answer for c in kept] == [Answer.GIVEN, Answer.REFUSED]
    assert office.ask(lambda work: work.drafts(FAMILY_A)) == ()


def taken_up(office: OpenDesk, draft: Any) -> CaptureFlow:
    flow = CaptureFlow(office.desk, office.record(), office.catalogue, today=TODAY, draft=draft)
    show_dialog(office.qtbot, flow)
    return flow


def test_leaving_before_anything_is_answered_keeps_nothing(qtbot: QtBot, office: OpenDesk) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")

    qtbot.keyClick(flow, Qt.Key.Key_Escape)
    settle(qtbot, office.desk)

    assert not flow.isVisible()
    assert office.ask(lambda work: work.drafts(FAMILY_A)) == ()


def test_no_signature_is_ever_kept_in_a_draft(qtbot: QtBot, office: OpenDesk) -> None:
    flow = ready_to_tell(office, Way.SCREEN)
    sign(qtbot, flow)

    content = flow._half_way()

    assert flow.talk.signature()
    assert not {"strokes", "under"} & set(content)
    assert flow.talk.signature() not in str(content)


def test_a_draft_of_somebody_who_can_no_longer_decide_begins_anew(office: OpenDesk) -> None:
    flow = ready_to_tell(office, Way.SPOKEN)
    content = dict(flow._half_way())
    whole = take_up(flow.talk, content)
    changed = take_up(flow.talk, content | {"decider": "A1"})
    gone = take_up(flow.talk, content | {"person": "Z9"})

    assert (whole, changed, gone) == (("proof", ""), ("decider", ""), ("who", ""))


def test_escape_never_shows_the_desk_to_the_family(qtbot: QtBot, office: OpenDesk) -> None:
    flow = begin(office, "A2", "P2")
    flow.turn()

    qtbot.keyClick(flow, Qt.Key.Key_Escape)

    assert flow.isVisible()
    assert not flow.turned


def test_another_person_begins_with_nothing_answered(office: OpenDesk) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    say(flow, "no")
    flow.show_screen(("who", ""))
    at(flow, WhoScreen).people.box("A1").click()
    flow.go_on()

    assert (flow.talk.partners, flow.talk.said, flow.talk.decider) == ((), {}, None)


def test_the_desk_opens_it_over_everything_and_says_what_is_kept(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    presented = window.household.presented
    assert presented is not None
    window.errands.capture("A2", "adult-mental-health", presented)
    flow = window.errands.flow
    assert flow is not None
    qtbot.waitUntil(flow.isVisible)
    covered = flow._cover is not None and flow._cover.size() == window.size()
    modal = flow.isModal()
    decided_by(flow, "A2")
    choose(flow, "adult-mental-health")
    say(flow, "unsure")
    flow.go_on()
    with qtbot.waitSignal(window.errands.done, timeout=10_000) as heard:
        flow.go_on()
    settle(qtbot, office.desk)

    assert modal
    assert covered
    assert not [cover for cover in window.findChildren(Cover) if cover.isVisible()]
    assert heard.args == ["The answers are kept.", True]
    assert window.errands.flow is None


# --- What every window owes everybody.

SCREENS = {
    "who": ("", "", ()),
    "decider": ("A4", "", ()),
    "note": ("A4", "P1", ()),
    "services": ("A1", "", ()),
    "answer": ("A2", "P2", ()),
    "kinds": ("A2", "P2", ("yes",)),
    "no": ("A2", "P2", ("no",)),
    "limits": ("A2", "P2", ("no",)),
    "sign": ("A2", "P2", ("no",)),
    "spoken": ("A2", "P2", ("no",)),
}


def shown_at(flow: CaptureFlow, which: str) -> CaptureFlow:
    """Bring a conversation to one of its screens."""
    talk = flow.talk
    _, agency, answers = SCREENS[which]
    if agency and which != "note":
        talk.decided_by(talk.deciders()[0].person)
        talk.partners = (AgencyId(agency),)
        if answers:
            talk.of(AgencyId(agency)).answer = {"yes": Answer.GIVEN, "no": Answer.REFUSED}[
                answers[0]
            ]
    elif which == "services":
        talk.decided_by(talk.deciders()[0].person)
    key = {"kinds": "follow", "no": "follow", "sign": "proof", "spoken": "proof"}.get(which, which)
    talk.way = {"sign": Way.SCREEN, "spoken": Way.SPOKEN}.get(which)
    flow.show_screen((key, agency if key in ("answer", "follow") else ""))
    return flow


@pytest.mark.parametrize("which", list(SCREENS))
def test_every_control_is_named_large_and_reached(
    qtbot: QtBot, office: OpenDesk, which: str
) -> None:
    person, agency, _ = SCREENS[which]
    flow = begin(office, person, agency)

    assert hard_to_use(qtbot, shown_at(flow, which)) == {}


@pytest.mark.parametrize("which", list(SCREENS))
def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk, which: str) -> None:
    person, agency, _ = SCREENS[which]

    assert cut_off(qtbot, lambda: shown_at(make(office, person, agency), which)) == {}


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
