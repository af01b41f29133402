"""Why something may or may not be shared: always an answer, its bases, and a next step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, Category
from app.domain.decision import STEPS, Caution, Doubt, Reason, Step, Verdict
from app.domain.endings import Ending
from app.domain.gateway import Share
from app.domain.ids import AgencyId, PersonId
from app.domain.law import MUST_RECORD
from app.domain.proof import Proof, Way
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import Confidentiality
from tests.builders import family, law
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import FAMILY_A, TODAY, OpenDesk, settle, show_dialog
from ui.decision_words import (
    caution_sentence,
    confidentialities,
    doubt_sentence,
    ending_words,
    must_words,
    step_sentence,
    verdict_sentence,
)
from ui.dialogs.endings_dialog import EndingsDialog, seen_endings
from ui.dialogs.match_paper_dialog import MatchPaperDialog
from ui.dialogs.why_dialog import WhyDialog
from ui.why_words import history, why
from ui.windows.main_window import MainWindow
from ui.wording import reason_sentence

pytestmark = pytest.mark.timeout(60)


def about(person: str, agency: str, *kinds: Category, on: date = TODAY) -> Share:
    return Share(
        person=PersonId(person), agency=AgencyId(agency), categories=frozenset(kinds), on=on
    )


def asked(record: Record, person: str, agency: str, *kinds: Category) -> WhyDialog:
    return WhyDialog(Rulebook(record, law()), about(person, agency, *kinds))


def words_of(dialog: WhyDialog) -> str:
    return "\n".join(
        label.text() or label.accessibleName()
        for label in dialog.findChildren(QLabel)
        if not label.isHidden()
    )


def test_every_reason_has_a_sentence_and_a_step() -> None:
    assert set(STEPS) == set(Reason)
    assert all(reason_sentence(reason) != reason for reason in Reason)
    assert all(step_sentence(step) for step in Step if step is not Step.NOTHING)
    assert all(verdict_sentence(one) for one in Verdict)
    assert all(caution_sentence(one) for one in Caution)
    assert all(doubt_sentence(one) for one in Doubt)
    assert set(must_words()) == MUST_RECORD
    assert set(confidentialities()) == set(Confidentiality)
    assert set(ending_words()) == set(Ending)


def test_whatever_stops_a_share_something_is_said_that_would_help() -> None:
    stopping = [r for r in Reason if STEPS[r] is Step.NOTHING]

    assert set(stopping) == {Reason.AGREED, Reason.LAW_ALLOWS, Reason.RULED}


def test_leos_own_yes_is_explained_with_his_note_and_the_two_bases() -> None:
    found = why(Rulebook(family("a"), law()), about("A4", "camhs", Category.MENTAL_HEALTH))
    bases = dict(found.bases)

    assert found.answer == "This may be shared."
    assert bases["Confidentiality"] == "They agreed"
    assert bases["Data protection"].startswith("UK GDPR Article 6(1)(e)")
    assert any("Leo Reid, as a competent young person" in line for line in found.rests_on)
    assert any(line.startswith("Note that they can decide") for line in found.rests_on)
    assert found.cautions[0].startswith("Your council")


def test_parents_who_disagree_are_a_matter_for_the_manager() -> None:
    found = why(Rulebook(family("a"), law()), about("A5", "salt", Category.CONTACT))

    assert found.verdict is Verdict.NEEDS
    assert found.steps == ("Take it to your manager, and record what they decide.",)
    assert found.bases == ()


def test_whom_to_ask_is_named() -> None:
    found = why(Rulebook(family("a"), law()), about("A4", "P1", Category.CONTACT))

    assert found.steps == ("Ask Dana Whitfield.",)


def test_an_old_form_of_somebody_who_could_not_sign_is_listed_as_worth_nothing() -> None:
    book = Rulebook(family("c"), law())
    found = why(book, about("C2", "camhs", Category.CONTACT))
    lines = history(book, about("C2", "camhs"))

    assert any("Margaret" in line and "could not decide" in line for line in found.doubts)
    assert next(line.state for line in lines if "Margaret" in line.who).startswith("Counts for")


def test_a_no_is_worded_without_blame(office: OpenDesk) -> None:
    dialog = asked(office.record(), "A2", "adult-mental-health", Category.MENTAL_HEALTH)
    office.qtbot.addWidget(dialog)
    said = words_of(dialog).casefold()

    assert "that is respected" in said
    assert not any(word in said for word in ("refus", "fail", "risk", "unwilling", "non-"))


def test_the_answer_follows_what_is_ticked(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = asked(office.record(), "A4", "camhs")
    show_dialog(qtbot, dialog)
    agreed = words_of(dialog)

    dialog.kinds.box(Category.DEBT).click()

    assert "This may be shared." in agreed
    assert "This may not be shared yet." in words_of(dialog)
    assert "Next: Ask Leo Reid." in words_of(dialog)


def test_only_what_can_be_done_now_is_offered(qtbot: QtBot, office: OpenDesk) -> None:
    leo = asked(office.record(), "A4", "camhs")
    mia = asked(office.record(), "A5", "salt", Category.CONTACT)
    for dialog in (leo, mia):
        qtbot.addWidget(dialog)

    def offered(dialog: WhyDialog) -> set[str]:
        every = ("capture", "decide", "withdraw", "ruling", "basis", "ground", "paper", "request")
        return {what for what in every if not dialog.button(what).isHidden()}

    assert offered(leo) == {"capture", "decide", "withdraw", "ground", "paper", "request"}
    assert offered(mia) >= {"ruling", "basis"}
    assert "request" not in offered(mia)


@pytest.mark.parametrize(("person", "agency"), [("A4", "camhs"), ("A5", "salt")])
def test_it_can_be_used_by_everybody_at_any_size_of_letters(
    qtbot: QtBot, office: OpenDesk, person: str, agency: str
) -> None:
    dialog = asked(office.record(), person, agency)
    show_dialog(qtbot, dialog)

    assert hard_to_use(qtbot, dialog) == {}
    assert cut_off(qtbot, lambda: asked(office.record(), person, agency)) == {}


def test_enter_on_a_cell_opens_its_why_and_from_there_a_decision_is_recorded(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    pane = window.household.sharing_pane
    window.household.header.tabs.choose("sharing")
    settle(qtbot, office.desk)
    pane.bring_up("A4", "camhs")
    qtbot.keyClick(pane.grid, Qt.Key.Key_Return)
    dialog = window.whys.dialog
    assert isinstance(dialog, WhyDialog)

    dialog.button("decide").click()

    form = window.errands.dialog
    assert form is not None
    assert form.accessibleName() == "Record a decision"
    form.reject()


# --- The signed paper that came later.


def test_a_paper_that_came_is_matched_and_shown(qtbot: QtBot, office: OpenDesk) -> None:
    consent = next(c for c in office.record().consents if c.agency == "camhs")
    dialog = MatchPaperDialog(office.desk, consent.id, about="Leo", today=TODAY)
    show_dialog(qtbot, dialog)
    dialog.form_number.setText(consent.form.lower())

    with qtbot.waitSignal(dialog.kept, timeout=10_000):
        dialog.save()

    record = office.record()
    assert [(c.consent, c.form) for c in record.confirmations] == [(consent.id, consent.form)]
    lines = history(Rulebook(record, law()), about("A4", "camhs"))
    assert "signed paper is here" in lines[0].how
    assert not lines[0].waits


# --- What runs out.


def test_what_runs_out_is_listed_soonest_first() -> None:
    lines = seen_endings(Rulebook(family("b"), law()), TODAY, 366)

    assert [line.day for line in lines] == sorted(line.day for line in lines)
    assert (Ending.TURNS_16, date(2026, 12, 5)) in [(line.what, line.day) for line in lines]
    assert (Ending.LOOK_AGAIN, date(2027, 4, 5)) in [(line.what, line.day) for line in lines]
    assert (Ending.ORDER_ENDS, date(2027, 3, 31)) in [(line.what, line.day) for line in lines]


def test_a_paper_to_follow_is_listed_until_it_comes() -> None:
    record = family("a")
    spoken = next(c for c in record.consents if c.way is Way.SPOKEN and c.answer is Answer.GIVEN)
    promised = replace(spoken, proof=Proof(identity="x", paper_by=date(2026, 10, 5)))
    waiting = replace(
        record, consents=tuple(promised if c.id == spoken.id else c for c in record.consents)
    )

    lines = seen_endings(Rulebook(waiting, law()), TODAY, 30)

    assert [line.day for line in lines if line.what is Ending.PAPER_DUE] == [date(2026, 10, 5)]


def test_what_is_somebodys_own_never_runs_out_on_a_shared_screen() -> None:
    own = {i.agency for i in family("c").involvements if i.safety == "own"}
    lines = seen_endings(Rulebook(family("c"), law()), TODAY, 366)

    assert own
    assert not any(line.agency in own for line in lines)


def test_the_overview_looks_as_far_ahead_as_is_chosen(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = EndingsDialog(Rulebook(office.record(FAMILY_A), law()), TODAY)
    show_dialog(qtbot, dialog)
    soon = dialog.table.model().rowCount()
    dialog.within.choose("366")

    assert dialog.table.model().rowCount() > soon
    assert hard_to_use(qtbot, dialog) == {}
    assert (
        cut_off(qtbot, lambda: EndingsDialog(Rulebook(office.record(FAMILY_A), law()), TODAY)) == {}
    )
