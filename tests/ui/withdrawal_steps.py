"""A change of mind taken through its steps, for the tests of the window and of its letters."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.questions import usual_request
from app.domain.sharing import (
    Output,
    PaperKind,
    ShareRequest,
)
from app.usecases.note_paper import MadePaper, note_paper
from app.usecases.request_share import request_share
from tests.ui.desk_builders import (
    FAMILY_A,
    TODAY,
    OpenDesk,
    show_dialog,
)
from ui.dialogs.withdrawal_flow import WithdrawalFlow


def make(
    office: OpenDesk, person: str = "", agency: str = "", household: HouseholdId = FAMILY_A
) -> WithdrawalFlow:
    return WithdrawalFlow(
        office.desk,
        office.record(household),
        office.catalogue,
        today=TODAY,
        person=person,
        agency=agency,
    )


def show(
    office: OpenDesk, person: str = "A2", agency: str = "P2", **rest: HouseholdId
) -> WithdrawalFlow:
    flow = make(office, person, agency, **rest)
    show_dialog(office.qtbot, flow)
    return flow


def request(office: OpenDesk, person: str, agency: str, *, printed: bool = True) -> ShareRequest:
    """Make the usual request, and perhaps print it."""
    draft = usual_request(
        office.record(),
        office.catalogue.law,
        office.catalogue.bank,
        person=PersonId(person),
        agency=AgencyId(agency),
        on=TODAY,
    )
    made = office.run(request_share(draft, office.catalogue.law))
    paper = MadePaper(
        household=FAMILY_A,
        number=made.number,
        kind=PaperKind.SHARE_REQUEST,
        content=b"%PDF",
        pages=1,
        person=made.person,
        agency=made.agency,
        request=made.id,
    )
    if printed:
        office.run(note_paper(paper, Output.PRINTED))
    return made


def say(flow: WithdrawalFlow) -> None:
    """Fill in how they said it."""
    flow.who.witness.setText("Robin Ashby")
    flow.who.identity.setText("Known to the key worker")


def look(flow: WithdrawalFlow) -> dict[str, tuple[str, ...]]:
    """Go to the second step, and return what it tells."""
    flow.next_button.click()
    assert flow.steps.currentWidget() is flow.follows
    return {one.heading: one.lines for one in flow.follows.told}


def keep(flow: WithdrawalFlow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(flow.kept, timeout=10_000):
        flow.next_button.click()


def beside(flow: WithdrawalFlow) -> dict[str, str]:
    return {
        name: row.problem.text()
        for name, row in flow.who._rows.items()
        if row.problem.text() and row.problem.isVisible()
    }


def listed(flow: WithdrawalFlow) -> list[str]:
    return [box.text() for box in flow.who.agencies._boxes.values()]
