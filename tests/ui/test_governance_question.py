"""From the guide to a question on paper: nobody is named, and it is written down that it left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.basis import Reply
from app.domain.sharing import PaperKind
from tests.app.whole_paper import drawn_text
from tests.ui.desk_builders import OpenDesk, settle
from ui.dialogs.basis_dialog import BasisDialog
from ui.dialogs.preview_dialog import PreviewDialog
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)


def test_the_question_of_the_guide_is_printed_without_a_name(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    window.show()
    presented = office.presented()
    window.household.presented = presented
    window.whys.step("basis", "A5", "salt")
    guide = window.decisions.guide
    assert isinstance(guide, BasisDialog)
    for row in guide.questions.values():
        row.box(Reply.UNSURE).click()

    guide.print_button.click()
    settle(qtbot, office.desk)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PreviewDialog))

    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PreviewDialog)
    paper = drawn_text(preview._made.content)
    names = {
        word
        for person in presented.record.people
        for word in (person.given, person.family, person.known_as)
        if word
    }
    assert preview._made.kind is PaperKind.GOVERNANCE_QUESTION
    assert "on what basis" in paper
    assert "Not sure" in paper
    assert not [name for name in names if name in paper]
    assert "Speech and Language" not in paper.replace("\n", " ")
    preview.reject()
    guide.reject()
