"""The window of the conversation: turned to the family, left and taken up, fit for everybody."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, Category
from app.domain.ids import AgencyId
from app.domain.proof import Way
from tests.ui.capture_builders import (
    at,
    begin,
    choose,
    decided_by,
    keep,
    make,
    ready_to_tell,
    say,
    sign,
    spoken,
    texts,
)
from tests.ui.desk_audit import cut_off, hard_to_use, seen, told
from tests.ui.desk_builders import (
    FAMILY_A,
    TODAY,
    OpenDesk,
    settle,
    show_dialog,
)
from ui.dialogs.capture_flow.answer_screens import (
    AnswerScreen,
    LimitsScreen,
    ReplyScreen,
)
from ui.dialogs.capture_flow.flow import CaptureFlow
from ui.dialogs.capture_flow.half_way import take_up
from ui.dialogs.capture_flow.people_screens import WhoScreen
from ui.dialogs.capture_flow.read_back import ThanksScreen
from ui.widgets.cover import Cover
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(120)


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


def test_typed_words_that_name_somebody_are_not_on_the_family_side(office: OpenDesk) -> None:
    flow = begin(office, "A4", "camhs")
    decided_by(flow, "A4")
    choose(flow, "camhs")
    at(flow, AnswerScreen).answers.box("no").click()
    flow.go_on()
    at(flow, ReplyScreen).reason.setPlainText("Callum’s idea")
    flow.turn()
    hidden = [at(flow, ReplyScreen).reason.isVisible()]
    flow.turn()
    flow.go_on()
    at(flow, LimitsScreen).what.setPlainText("What Callum said")
    flow.turn()
    hidden.append(at(flow, LimitsScreen).what.isVisible())
    flow.turn()
    flow.go_on()
    spoken(flow)
    ours = texts(flow)
    flow.turn()

    assert hidden == [False, False]
    assert "We leave out: What Callum said." in ours
    assert "Callum" not in texts(flow)


def test_tab_goes_from_the_answers_to_back_and_next(qtbot: QtBot, office: OpenDesk) -> None:
    flow = begin(office, "A2", "P2")
    decided_by(flow, "A2")
    choose(flow, "P2")
    met = []
    for _ in range(5):
        here = QApplication.focusWidget()
        assert here is not None
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())

    footer, header = flow.footer, flow.header
    first = at(flow, AnswerScreen).answers.box("yes")  # the three answers are one stop
    buttons = [footer.back_button, footer.next_button, header.turn_button, header.leave_button]
    assert met == [first, *buttons]


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
def test_everything_is_large_enough_for_a_finger(office: OpenDesk, which: str) -> None:
    person, agency, _ = SCREENS[which]
    flow = shown_at(begin(office, person, agency), which)
    QApplication.processEvents()

    low = [
        (told(widget), widget.height())
        for kind in (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
        for widget in seen(flow, kind)
        if widget.height() < 44
    ]

    assert low == []


@pytest.mark.parametrize("which", list(SCREENS))
def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk, which: str) -> None:
    person, agency, _ = SCREENS[which]

    assert cut_off(qtbot, lambda: shown_at(make(office, person, agency), which)) == {}


@pytest.mark.parametrize("which", ["services", "answer", "kinds", "no", "sign"])
def test_nothing_is_cut_off_on_the_family_side(qtbot: QtBot, office: OpenDesk, which: str) -> None:
    person, agency, _ = SCREENS[which]

    def turned() -> CaptureFlow:
        flow = shown_at(make(office, person, agency), which)
        flow.turn()
        return flow

    assert cut_off(qtbot, turned) == {}
