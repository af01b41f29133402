"""Somebody who goes through the conversation of a visit, screen by screen."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.consent import Consent
from app.domain.ids import HouseholdId
from app.domain.proof import Way
from tests.ui.desk_audit import seen
from tests.ui.desk_builders import (
    FAMILY_A,
    TODAY,
    OpenDesk,
    show_dialog,
)
from ui.dialogs.capture_flow.answer_screens import (
    AnswerScreen,
    KindsScreen,
    ReplyScreen,
    ServicesScreen,
)
from ui.dialogs.capture_flow.flow import CaptureFlow
from ui.dialogs.capture_flow.people_screens import DeciderScreen
from ui.dialogs.capture_flow.proof_screens import (
    SignScreen,
    SpokenScreen,
    WayScreen,
)
from ui.dialogs.capture_flow.read_back import ReadBackScreen
from ui.dialogs.capture_flow.screen import FieldsScreen, Screen

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
