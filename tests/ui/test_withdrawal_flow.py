"""A change of mind in three steps: what was said, what will happen, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, Category
from app.domain.ids import AgencyId, PersonId
from app.domain.proof import Way
from app.domain.sharing import (
    Choice,
    Confidentiality,
    RequestState,
)
from app.domain.without_agreement import GroundDraft
from app.usecases.keep_grounds import record_ground
from app.usecases.withdraw import withdraw
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_C,
    TODAY,
    OpenDesk,
    open_window,
    show_dialog,
)
from tests.ui.withdrawal_steps import beside, keep, listed, look, make, request, say, show
from ui.dialogs.withdrawal_flow import LettersAgain, WithdrawalFlow, letters_after

pytestmark = pytest.mark.timeout(90)


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


def test_whoever_else_agreed_is_named_and_the_way_is_to_the_manager(office: OpenDesk) -> None:
    flow = show(office, "A5", "primary")
    say(flow)

    ends = look(flow)["What ends"]

    assert (
        "Callum Reid still agrees to Saltmarsh Primary School. "
        "They disagree now: take it to your manager."
    ) in ends


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
