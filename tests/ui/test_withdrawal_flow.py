"""A change of mind in three steps: what was said, what will happen, and the letters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, Category
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.proof import Way
from app.domain.questions import usual_request
from app.domain.sharing import (
    Choice,
    Confidentiality,
    Output,
    PaperKind,
    RequestState,
    ShareRequest,
)
from app.domain.without_agreement import GroundDraft
from app.usecases.keep_grounds import record_ground
from app.usecases.note_paper import MadePaper, note_paper
from app.usecases.request_share import request_share
from app.usecases.withdraw import withdraw
from tests.ui.desk_audit import cut_off, hard_to_use, settle_layout
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_C,
    TODAY,
    OpenDesk,
    open_window,
    preview_of,
    settle,
    show_dialog,
)
from ui.dialogs.preview_dialog import PreviewDialog
from ui.dialogs.withdrawal_flow import LettersAgain, WithdrawalFlow, letters_after
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)


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


def test_it_opens_for_whoever_and_whatever_was_chosen(office: OpenDesk) -> None:
    flow = show(office, "A1", "housing")

    assert (flow.who.decider.key(), flow.who.person.key()) == ("A1", "A1")
    assert flow.who.agencies.chosen() == frozenset({"housing"})
    assert listed(flow) == [
        "Northmarsh Health Centre, agreed on 14 September 2026",
        "Northmarsh Maternity, agreed on 14 September 2026",
        "Northmarsh Perinatal Mental Health, agreed on 14 September 2026",
        "Northmarsh Homes, agreed on 14 September 2026",
    ]


def test_nothing_is_ticked_where_nothing_was_chosen(office: OpenDesk) -> None:
    assert show(office, "A1", "").who.agencies.chosen() == frozenset()


def test_one_several_or_all_can_end(office: OpenDesk) -> None:
    flow = show(office, "A1", "")

    flow.who.all_button.click()

    assert len(flow.who.draft().agencies) == 4


def test_a_parent_is_offered_each_child_they_agreed_for(office: OpenDesk) -> None:
    flow = show(office, "A1", "P1")

    people = [flow.who.person.itemText(n) for n in range(flow.who.person.count())]
    flow.who.person.choose("A6")

    assert people == ["Dana Whitfield", "Mia Reid", "Ada Okafor"]
    assert listed(flow) == [
        "Northmarsh Health Centre, agreed on 14 September 2026",
        "Northmarsh Health Visiting, agreed on 14 September 2026",
    ]


def test_what_only_the_young_person_may_know_is_not_on_the_screen(office: OpenDesk) -> None:
    flow = show(office, "C2", "camhs", household=FAMILY_C)

    flow.who.decider.choose("C2")

    assert listed(flow) == ["Northmarsh CAMHS, agreed on 8 September 2026"]


def test_it_never_asks_why_and_has_room_for_what_they_say(office: OpenDesk) -> None:
    flow = show(office)
    say(flow)
    row = flow.who.row("reason")

    look(flow)

    assert "(optional)" in row.label.text()
    assert row.hint.text().startswith("Do not ask why.")


@pytest.mark.parametrize(
    ("way", "shown"),
    [
        (Way.SPOKEN, {"witness", "identity"}),
        (Way.INTERPRETED, {"witness"}),
        (Way.OTHER_ORGANISATION, {"organisation", "reference"}),
        (Way.INK, {"form"}),
    ],
)
def test_only_what_proves_that_way_is_asked(way: Way, shown: set[str], office: OpenDesk) -> None:
    flow = show(office)

    flow.who.way.choose(way)

    asked = {"witness", "identity", "organisation", "reference", "form"}
    assert {name for name in asked if not flow.who.row(name).isHidden()} == shown


def test_every_problem_is_said_beside_its_field_before_anything_is_told(office: OpenDesk) -> None:
    flow = show(office, "A1", "")
    flow.who.decided_on.setText("soon")

    flow.next_button.click()

    assert flow.steps.currentWidget() is flow.who
    assert beside(flow) == {
        "agencies": "Choose at least one partner.",
        "decided_on": "This is not a date. Write it like 3 March 2027 or 3/3/2027.",
        "witness": "Say who heard it.",
        "identity": "Say how you knew that it was them.",
    }


def test_what_will_happen_is_told_before_anything_is_kept(office: OpenDesk) -> None:
    out = request(office, "A1", "P1")
    waiting = request(office, "A1", "maternity", printed=False)
    before = office.changes()
    flow = show(office, "A1", "")
    flow.who.tick_all()
    say(flow)

    told = look(flow)

    assert told["Requests that are stopped"] == (
        f"{waiting.number} to Northmarsh Maternity, made on 22 November 2026. "
        "Never printed or saved here.",
    )
    assert told["Requests that are called back"] == (
        f"{out.number} to Northmarsh Health Centre, made on 22 November 2026.",
    )
    assert told["Who holds something already"] == (
        "Northmarsh Perinatal Mental Health, since 20 October 2026: "
        "Mental health, Pregnancy and maternity.",
        "Northmarsh Health Centre, since 22 November 2026: "
        "Contact and household, Physical health, Mental health.",
    )
    assert told["What cannot be undone"]
    assert told["What goes on under another law"] == (
        "No decision is on file that carries sharing on without agreement.",
    )
    assert office.changes() == before


def test_what_goes_on_under_another_law_is_named_with_a_caution(office: OpenDesk) -> None:
    lawful = GroundDraft(
        person=PersonId("A1"),
        agency=AgencyId("P1"),
        choice=Choice.SHARE,
        gateway="CA04-10",
        confidentiality=Confidentiality.PUBLIC_INTEREST,
        categories=frozenset({Category.CONTACT}),
        relevance="It matters.",
        necessity="It is needed.",
        proportionality="It is little.",
        detriment="None is known.",
        alternatives="None was found.",
        not_told=(PersonId("A1"),),
        why_not_told="It is not safe to.",
        decided_on=TODAY,
        decided_by="Robin Ashby",
        method="By phone",
    )
    law = office.catalogue.law
    office.run(record_ground(FAMILY_A, lawful, law, role="key worker"))
    flow = show(office, "A1", "P1")
    say(flow)

    (line,) = look(flow)["What goes on under another law"]

    assert line.startswith("Northmarsh Health Centre, decided on 22 November 2026: Children Act")
    assert line.endswith("Not everybody was told of it. Take care what you say.")


def test_one_can_go_back_and_what_was_typed_is_there(office: OpenDesk) -> None:
    flow = show(office)
    say(flow)
    look(flow)

    flow.back_button.click()

    assert flow.steps.currentWidget() is flow.who
    assert flow.who.witness.text() == "Robin Ashby"
    assert not flow.back_button.isVisible()


def test_it_is_kept_and_the_letters_are_offered(qtbot: QtBot, office: OpenDesk) -> None:
    asked = request(office, "A2", "P2")
    flow = show(office)
    say(flow)
    flow.who.reason.setPlainText("Too many people.")
    look(flow)

    keep(flow, qtbot)

    record = office.record()
    kept = record.consents[-1]
    now = next(r for r in record.requests if r.id == asked.id)
    assert (kept.answer, kept.decider, kept.reason) == (
        Answer.WITHDRAWN,
        "A2",
        "Too many people.",
    )
    assert now.state is RequestState.RECALLED
    names = [row.button.accessibleName() for row in flow.letters.rows]
    assert names == [
        "Look, print or save: Letter to Harbour Street Surgery",
        "Look, print or save: Copy for Tunde Okafor",
    ]
    assert office.journal("withdraw") == [("withdraw", FAMILY_A)]


def test_no_letter_goes_to_a_partner_who_got_nothing(qtbot: QtBot, office: OpenDesk) -> None:
    flow = show(office)
    say(flow)
    look(flow)

    keep(flow, qtbot)

    assert [row.letter.agency for row in flow.letters.rows] == [None]


def test_a_problem_the_store_finds_takes_one_back_to_its_field(
    qtbot: QtBot, office: OpenDesk
) -> None:
    flow = show(office)
    say(flow)
    flow.who.decided_on.setText("13/9/2026")
    look(flow)

    flow.next_button.click()

    qtbot.waitUntil(lambda: flow.steps.currentWidget() is flow.who, timeout=10_000)
    assert list(beside(flow)) == ["decided_on"]


def test_what_ended_meanwhile_is_said(qtbot: QtBot, office: OpenDesk) -> None:
    flow = show(office)
    say(flow)
    look(flow)
    office.run(withdraw(flow.who.draft(), office.catalogue.law))

    flow.next_button.click()

    qtbot.waitUntil(flow.trouble.isVisible, timeout=10_000)
    assert "nothing to take back" in flow.trouble.accessibleName()


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk) -> None:
    flow = show(office)
    say(flow)
    before = office.journal()

    qtbot.keyClick(flow.who.witness, Qt.Key.Key_Escape)

    assert not flow.isVisible()
    assert office.journal() == before


def test_a_letter_that_has_not_left_is_said_once_before_leaving(
    qtbot: QtBot, office: OpenDesk
) -> None:
    flow = show(office)
    say(flow)
    look(flow)
    keep(flow, qtbot)

    flow.next_button.click()
    said = flow.trouble.accessibleName()
    there = flow.isVisible()
    flow.next_button.click()

    assert said.startswith("One letter is not printed or saved yet.")
    assert there
    assert not flow.isVisible()


def test_where_nobody_agreed_to_anything_it_is_not_opened(office: OpenDesk, tmp_path: Path) -> None:
    window = open_window(office, tmp_path, FAMILY_A)
    presented = office.presented()
    nobody = replace(presented, record=replace(presented.record, consents=()))

    window.papers.withdraw("A2", "P2", nobody)

    assert window.papers.withdrawals.flow is None
    assert window.notice.said[-1] == "Nobody here has agreed to anything, so nothing can end."


# --- From the desk.


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
            preview.save_to(tmp_path / f"{number}.pdf")
    flow.next_button.click()

    papers = office.record().papers[1:]
    assert [(p.kind, p.agency, p.output) for p in papers] == [
        (PaperKind.WITHDRAWAL_NOTICE, "P2", Output.SAVED),
        (PaperKind.WITHDRAWAL_NOTICE, None, Output.SAVED),
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
        preview.save_to(tmp_path / "copy.pdf")
    flow.next_button.click()
    settle(qtbot, office.desk)

    window.household.header.tabs.choose("papers")
    settle_layout()

    model = window.household.papers.model()
    row = [str(model.index(0, n).data()) for n in range(model.columnCount())]
    assert "Notice of a change of mind" in row


# --- For everybody.


def filled(office: OpenDesk) -> WithdrawalFlow:
    flow = make(office, "A1", "")
    flow.who.tick_all()
    say(flow)
    return flow


def second(office: OpenDesk) -> QWidget:
    flow = filled(office)
    flow._next()
    return flow


def third(office: OpenDesk) -> QWidget:
    flow = filled(office)
    draft = flow.who.draft()
    assert draft.person is not None
    flow._next()
    follows = flow._follows(draft)
    flow.letters.show_letters(office.record(), letters_after(FAMILY_A, follows, TODAY))
    flow._go_to(2)
    flow._finish()
    return flow


def again(office: OpenDesk) -> QWidget:
    flow = filled(office)
    letters = letters_after(FAMILY_A, flow._follows(flow.who.draft()), TODAY)
    return LettersAgain(office.record(), letters)


@pytest.mark.parametrize("step", [filled, second, third, again])
def test_every_control_is_named_large_and_reached(
    step: object, qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = step(office)  # type: ignore[operator]
    show_dialog(qtbot, dialog)

    assert hard_to_use(qtbot, dialog) == {}


@pytest.mark.parametrize("step", [filled, second, third, again])
def test_nothing_is_cut_off(step: object, qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: step(office)) == {}  # type: ignore[operator]


def test_titles_behind_a_task_switcher_name_nobody(office: OpenDesk) -> None:
    assert show(office).windowTitle() == "Change of mind"
