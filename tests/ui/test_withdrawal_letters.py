"""The letters after a change of mind, from the desk: looked at, saved, written down, made again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.sharing import (
    LeavesBy,
    Output,
    PaperKind,
)
from tests.ui.desk_audit import settle_layout
from tests.ui.desk_builders import (
    FAMILY_A,
    OpenDesk,
    choose_way,
    open_window,
    preview_of,
    settle,
)
from tests.ui.withdrawal_steps import keep, look, request, say
from ui.dialogs.preview_dialog import PreviewDialog
from ui.dialogs.withdrawal_flow import WithdrawalFlow
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)


@pytest.fixture
def window(office: OpenDesk, tmp_path: Path) -> MainWindow:
    return open_window(office, tmp_path, FAMILY_A)


def opened(office: OpenDesk, window: MainWindow) -> WithdrawalFlow:
    """Open the steps from the desk for Tunde’s practice, and keep his change of mind."""
    assert window.household.presented is not None
    window.papers.withdraw("A2", "P2", window.household.presented)
    flow = window.papers.withdrawals.flow
    assert flow is not None
    say(flow)
    look(flow)
    keep(flow, office.qtbot)
    settle(office.qtbot, office.desk)
    return flow


def press(office: OpenDesk, window: MainWindow, button: QAbstractButton) -> PreviewDialog:
    window.papers.preview = None
    button.click()
    return preview_of(office, window)


def test_both_letters_are_looked_at_saved_and_written_down(
    qtbot: QtBot, office: OpenDesk, window: MainWindow, tmp_path: Path
) -> None:
    request(office, "A2", "P2")
    flow = opened(office, window)

    for number, row in enumerate(flow.letters.rows):
        preview = press(office, window, row.button)
        with qtbot.waitSignal(preview.left, timeout=10_000):
            choose_way(qtbot, preview)
            preview.save_to(tmp_path / f"{number}.pdf")
    flow.next_button.click()

    papers = office.record().papers[1:]
    assert [(p.kind, p.agency, p.output) for p in papers] == [
        (PaperKind.WITHDRAWAL_NOTICE, "P2", Output.SAVED),
        (PaperKind.WITHDRAWAL_NOTICE, None, Output.SAVED),
    ]
    assert [(p.readers, p.leaves_by) for p in papers] == [
        ((), LeavesBy.HAND),
        (("A2",), LeavesBy.HAND),
    ]
    assert len({p.number for p in papers}) == 2
    assert all(p.number.startswith("WN-") and p.person == "A2" for p in papers)
    assert window.notice.said[-1] == "The change of mind is kept."
    assert not window.notice.undo_button.isVisible()


def test_before_a_letter_leaves_it_can_be_taken_back(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    before = office.record().consents
    flow = opened(office, window)
    flow.next_button.click()
    flow.next_button.click()
    offered = window.notice.undo_button.isVisible()

    with qtbot.waitSignal(office.desk.undone, timeout=10_000):
        window.undo()

    assert offered
    assert office.record().consents == before


def test_the_letters_can_be_made_again_another_day(office: OpenDesk, window: MainWindow) -> None:
    asked = request(office, "A2", "P2")
    flow = opened(office, window)
    first = [row.letter for row in flow.letters.rows]
    flow.next_button.click()
    flow.next_button.click()
    settle(office.qtbot, office.desk)
    presented = office.presented()

    window.papers.withdrawals.letters_again(presented.record.consents[-1].id, presented)
    again = window.papers.withdrawals.again
    assert again is not None
    letters = [row.letter for row in again.letters.rows]
    preview = press(office, window, again.letters.rows[0].button)

    assert [one.agency for one in letters] == [one.agency for one in first] == ["P2", None]
    assert [r.number for r in letters[0].follows.recalled] == [asked.number]
    assert letters[0].number != first[0].number
    assert preview.pages


def test_the_papers_tab_and_the_chronology_name_the_letters(
    qtbot: QtBot, office: OpenDesk, window: MainWindow, tmp_path: Path
) -> None:
    flow = opened(office, window)
    preview = press(office, window, flow.letters.rows[0].button)
    with qtbot.waitSignal(preview.left, timeout=10_000):
        choose_way(qtbot, preview)
        preview.save_to(tmp_path / "copy.pdf")
    flow.next_button.click()
    settle(qtbot, office.desk)

    window.household.header.tabs.choose("papers")
    settle_layout()

    model = window.household.papers.model()
    row = [str(model.index(0, n).data()) for n in range(model.columnCount())]
    assert "Notice of a change of mind" in row
