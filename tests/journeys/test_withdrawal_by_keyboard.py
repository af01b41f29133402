"""Tunde changes his mind about his practice, and whoever takes it down has no mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.consent import Answer
from app.domain.ids import AgencyId, PersonId
from app.domain.questions import usual_request
from app.domain.sharing import Output, PaperKind, RequestState
from app.usecases.note_paper import MadePaper, note_paper
from app.usecases.request_share import request_share
from app.view.letter import project_letter
from tests.journeys.grid_walk import walk_to
from tests.journeys.keyboard import Keyboard
from tests.ui.desk_builders import FAMILY_A, TODAY, OpenDesk, open_desk, open_window, settle, show
from ui.dialogs.preview_dialog import PreviewDialog
from ui.dialogs.withdrawal_flow import WithdrawalFlow
from ui.press import Press
from ui.windows.main_window import MainWindow

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[OpenDesk]:
    with open_desk(qtbot) as office:
        yield office


def printed_request(office: OpenDesk) -> str:
    """Ask Tunde’s practice about him and print the letter; return its number."""
    law = office.catalogue.law
    draft = usual_request(
        office.record(),
        law,
        office.catalogue.bank,
        person=PersonId("A2"),
        agency=AgencyId("P2"),
        on=TODAY,
    )
    request = office.run(request_share(draft, law))
    press = Press(office.catalogue)
    content = press.share_request(project_letter(office.record(), law, request))
    made = MadePaper(
        household=FAMILY_A,
        number=request.number,
        kind=PaperKind.SHARE_REQUEST,
        content=content,
        pages=press.pages(content),
        person=request.person,
        agency=request.agency,
        request=request.id,
    )
    office.run(note_paper(made, Output.PRINTED))
    return request.number


def preview_over(qtbot: QtBot, window: MainWindow) -> PreviewDialog:
    """Wait until the letter asked for is in front with all its pages."""

    def in_front() -> bool:
        preview = window.papers.preview
        if preview is None or not isValid(preview):
            return False
        return bool(preview.pages) and QApplication.activeWindow() is preview

    qtbot.waitUntil(in_front, timeout=20_000)
    assert window.papers.preview is not None
    return window.papers.preview


def test_tundes_change_of_mind_from_what_he_said_to_both_letters(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    number = printed_request(office)
    window = open_window(office, tmp_path, FAMILY_A)
    keys = Keyboard(qtbot)
    show(qtbot, window)
    settle(qtbot, office.desk)
    window.sidebar.search.setFocus()
    walk_to(keys, window, "A2", "P2")
    keys.pick("More", "They changed their mind")
    flow = window.papers.withdrawals.flow
    assert isinstance(flow, WithdrawalFlow)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is flow, timeout=10_000)

    begins_in = keys.here
    keys.choose("Who changes their mind", "Tunde Okafor")
    keys.tick("Harbour Street Surgery, agreed on 14 September 2026")
    keys.choose("How they said it", "Spoken")
    keys.type("Who heard it", "Robin Ashby")
    keys.type("How you knew that it was them", "Known to me since spring")
    keys.type("What they want written down", "I would rather talk to them myself.")
    keys.push("See what will happen")
    told = {one.heading: one.lines for one in flow.follows.told}
    reads_in = keys.here.accessibleName()
    with qtbot.waitSignal(flow.kept, timeout=10_000):
        keys.push("Keep the change of mind")
    settle(qtbot, office.desk)

    titles = []
    for whom in ("Letter to Harbour Street Surgery", "Copy for Tunde Okafor"):
        keys.push(f"Look, print or save: {whom}")
        preview = preview_over(qtbot, window)
        titles.append((whom, len(preview.pages)))
        keys.press(Qt.Key.Key_Escape)
        settle(qtbot, office.desk)
        show(qtbot, flow)  # as the window system does when a window over another has closed
    keys.push("Done")
    said = flow.trouble.accessibleName()
    keys.push("Done")
    settle(qtbot, office.desk)

    record = office.record()
    assert begins_in is flow.who.decider
    assert told["Requests that are called back"] == (
        f"{number} to Harbour Street Surgery, made on 22 November 2026.",
    )
    assert told["Who holds something already"][0].startswith(
        "Harbour Street Surgery, since 22 November 2026"
    )
    assert reads_in == "What will happen"
    assert titles == [("Letter to Harbour Street Surgery", 2), ("Copy for Tunde Okafor", 2)]
    assert said.startswith("2 letters are not printed or saved yet.")
    assert (record.consents[-1].answer, record.consents[-1].decider) == (Answer.WITHDRAWN, "A2")
    assert [r.state for r in record.requests if r.number == number] == [RequestState.RECALLED]
    assert len(record.papers) == 1  # looking is not printing
    assert window.notice.said[-1] == "The change of mind is kept."
