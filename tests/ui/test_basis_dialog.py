"""The basis guide on screen: what each answer shows, what is passed on, what the letter says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.basis import Reply
from app.domain.consent import Purpose
from app.domain.ids import AgencyId, PersonId
from app.domain.sharing import Choice, Confidentiality
from app.domain.without_agreement import GroundDraft
from tests.ui.desk_audit import cut_off, hard_to_use, settle_layout
from tests.ui.desk_builders import FAMILY_B, FAMILY_C, TODAY, OpenDesk, show_dialog
from ui.dialogs.basis_dialog import HEALTH, BasisDialog

pytestmark = pytest.mark.timeout(90)
YUSUF, P4 = PersonId("B4"), AgencyId("P4")
YES, NO, UNSURE = Reply.YES, Reply.NO, Reply.UNSURE


def make(office: OpenDesk, person: str = "B4", agency: str = "P4") -> BasisDialog:
    record = office.record(FAMILY_B)
    return BasisDialog(record, office.catalogue, today=TODAY, person=person, agency=agency)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> BasisDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


def answer(dialog: BasisDialog, *replies: Reply) -> None:
    for row, reply in zip(dialog.questions.values(), replies, strict=False):
        row.box(reply).click()
    settle_layout()  # what is added is shown once the program comes round


def shown(dialog: BasisDialog) -> str:
    return "\n".join(
        label.text() for label in dialog.advice.findChildren(QLabel) if label.isVisible()
    )


def test_five_questions_are_asked_and_nothing_is_answered_beforehand(dialog: BasisDialog) -> None:
    assert len(dialog.questions) == 5
    assert dialog.answers() == {}
    assert "Answer the questions. What fits is shown here." in shown(dialog)
    assert dialog.questions["danger"].box(YES).hasFocus()


def test_advice_follows_each_answer_at_once(dialog: BasisDialog) -> None:
    answer(dialog, YES)
    after_one = (shown(dialog), list(dialog.advice.buttons))
    answer(dialog, NO, NO, NO, YES, YES)

    assert "Call 999 first." in after_one[0]
    assert "4 questions are still open." in after_one[0]
    assert after_one[1] == ["VITAL"]
    assert "Call 999" not in shown(dialog)
    assert list(dialog.advice.buttons) == ["CWS16LA", "PUBINT"]


def test_a_law_is_shown_with_its_state_its_approval_and_what_to_write_down(
    dialog: BasisDialog,
) -> None:
    answer(dialog, NO, NO, NO, YES, YES)

    said = shown(dialog)
    assert "A duty to disclose information about a child" in said
    assert "Enacted. Partners were told that it starts on 30 September 2026" in said
    assert "Not approved by your council yet." in said
    assert "Write down: why it matters; why it is needed;" in said
    assert "On the request: We rely on Children Act 2004, section 16LA" in said


def test_what_to_do_first_is_in_sight_however_small_the_screen(dialog: BasisDialog) -> None:
    before = dialog.brief.isVisible()
    dialog.resize(700, 480)
    answer(dialog, YES, YES, NO, YES, YES)

    assert not before
    assert dialog.brief.text() == (
        "Call 999 first. Hand it to a social worker and their manager today. "
        "Do not ask for agreement: tell them. Laws that fit: 3."
    )
    assert dialog.rect().contains(dialog.brief.geometry())


def test_what_does_not_fit_is_listed_with_why_not(dialog: BasisDialog) -> None:
    answer(dialog, NO, YES, NO, YES, YES)

    assert "Hand it to a social worker and their manager today." in shown(dialog)
    assert (
        "Children Act 1989, section 47: Only a social worker may rely on this. Hand it to them."
        in shown(dialog)
    )
    assert "CA89-47" not in dialog.advice.buttons


def test_doubt_offers_no_law(dialog: BasisDialog) -> None:
    answer(dialog, NO, NO, NO, UNSURE, YES)

    assert "Ask information governance before you share." in shown(dialog)
    assert dialog.advice.buttons == {}


def test_would_ask_means_ask_and_would_share_anyway_means_tell(dialog: BasisDialog) -> None:
    answer(dialog, NO, NO, NO, NO, YES)
    asks = shown(dialog)
    answer(dialog, NO, NO, NO, YES, YES)

    assert "Ask them first." in asks
    assert "Do not ask for agreement: tell them." in shown(dialog)


def test_a_decision_begins_with_what_the_guide_knows(qtbot: QtBot, dialog: BasisDialog) -> None:
    answer(dialog, NO, NO, NO, YES, YES)

    with qtbot.waitSignal(dialog.record_asked) as heard:
        dialog.advice.buttons["CWS16LA"].click()

    assert heard.args == [
        GroundDraft(
            choice=Choice.SHARE,
            person=YUSUF,
            agency=P4,
            purpose=Purpose.EARLY_HELP,
            gateway="CWS16LA",
            confidentiality=Confidentiality.PUBLIC_INTEREST,
        )
    ]
    assert not dialog.isVisible()


def test_it_can_be_recorded_that_nothing_is_shared(qtbot: QtBot, dialog: BasisDialog) -> None:
    with qtbot.waitSignal(dialog.record_asked) as heard:
        dialog.not_share.click()

    assert heard.args == [GroundDraft(choice=Choice.NOT_SHARE, person=YUSUF, agency=P4)]


def test_the_letter_tells_what_was_answered_and_names_nobody(
    qtbot: QtBot, dialog: BasisDialog
) -> None:
    answer(dialog, NO, NO, UNSURE, YES, YES)

    with qtbot.waitSignal(dialog.letter_asked) as heard:
        dialog.ask.click()

    assert heard.args is not None
    (letter,) = heard.args
    assert "About: somebody of this age: 5 to 11\nWith: GP practice\nFor: Early help" in letter
    assert "- Does a court order or a formal demand tell you to share? Not sure." in letter
    assert "- Ask information governance before you share." in letter
    assert letter.endswith("Nothing is shared on this question until you answer.")
    for name in ("Yusuf", "Hale", "Linden", "Samira", "999 411"):
        assert name not in letter
    assert dialog.said.isVisible()


def test_a_letter_holds_nothing_up_where_a_life_is_in_danger(dialog: BasisDialog) -> None:
    answer(dialog, YES, NO, UNSURE, UNSURE, UNSURE)

    letter = dialog.letter()
    assert "- Call 999 first." in letter
    assert "until you answer" not in letter


def test_health_is_ticked_for_a_health_partner_and_the_law_is_sought_for_it(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = make(office, agency="school-b")
    show_dialog(qtbot, dialog)
    before = dialog.inside.chosen()
    dialog.agency.choose("P4")

    assert before == frozenset()
    assert dialog.inside.chosen() == {HEALTH}


def test_an_agency_that_is_somebodys_own_affair_is_not_offered(
    qtbot: QtBot, office: OpenDesk
) -> None:
    record = office.record(FAMILY_C)
    dialog = BasisDialog(record, office.catalogue, today=TODAY, person="C2")
    show_dialog(qtbot, dialog)

    assert dialog.agency.findData("sexual-health") < 0
    assert dialog.agency.findData("camhs") >= 0


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ((Qt.Key.Key_Space,), YES),
        ((Qt.Key.Key_Right,), NO),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down), UNSURE),
        ((Qt.Key.Key_Up,), UNSURE),
        ((Qt.Key.Key_Left, Qt.Key.Key_Left), NO),
    ],
)
def test_any_arrow_goes_on_to_the_next_answer(
    qtbot: QtBot, dialog: BasisDialog, keys: tuple[Qt.Key, ...], reply: Reply
) -> None:
    for key in keys:
        here = QApplication.focusWidget()
        assert here is not None
        qtbot.keyClick(here, key)

    assert dialog.answers() == {"danger": reply}
    assert dialog.questions["danger"].box(reply).hasFocus()


def test_it_leaves_no_trace(office: OpenDesk, dialog: BasisDialog) -> None:
    before = office.journal()
    answer(dialog, YES, YES, YES, YES, YES)

    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: BasisDialog) -> None:
    answer(dialog, NO, YES, NO, YES, YES)

    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    def answered() -> BasisDialog:
        dialog = make(office)
        answer(dialog, YES, YES, UNSURE, YES, YES)
        return dialog

    assert cut_off(qtbot, answered) == {}
