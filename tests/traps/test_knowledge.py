"""What we were told: its limits, what it rests on, and told once (traps 43, 44 and 45)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.chronology import chronology
from app.domain.happening import LineKind
from app.domain.ids import AgencyId, PersonId
from app.domain.passing_on import FAMILY, PARTNERS, passed_on
from app.domain.plan_drafts import ActionDraft, GoalDraft, MeetingDraft, NeedDraft, ReviewDraft
from app.domain.problems import Problem, Why
from app.domain.questions import usual_request
from app.domain.visit import Knowledge, Note, NoteDraft, NoteKind, NoteReach
from app.errors import Invalid
from app.operation import Command
from app.usecases.keep_actions import add_action, add_review
from app.usecases.keep_meetings import add_meeting
from app.usecases.keep_notes import add_note
from app.usecases.keep_plan import add_goal, add_need, mark_need_met
from app.usecases.request_share import request_share
from app.view.recipient import OFFICE
from db.store import Store
from tests.builders import ASH, TODAY, catalogue, family, law
from tests.traps.accessible import everything_told
from tests.traps.leaving import everything_for_the_family, household_file, leaks, pictures
from tests.ui.desk_builders import FAMILY_A, OpenDesk, open_window, press_save, settle, show_dialog
from ui.dialogs.need_dialog import NeedDialog
from ui.dialogs.note_dialog import NoteDialog

pytestmark = pytest.mark.timeout(60)
TUNDE, P2, LEO = PersonId("A2"), AgencyId("P2"), PersonId("A4")
TOLD = "His low mood has come back since the night shifts began, and he takes sertraline for it."
COPIED = "We note: “low mood has come back since the NIGHT SHIFTS began”, so we plan rest."
TABS = ("household", "plan", "missing", "sharing", "timeline", "papers")


def received(reach: NoteReach, **rest: Any) -> NoteDraft:
    usual: dict[str, Any] = {
        "household": FAMILY_A, "on": TODAY, "text": TOLD, "people": (TUNDE,),
        "knowledge": Knowledge.OPINION, "kind": NoteKind.RECEIVED, "agency": AgencyId("P1"),
        "source": "Dr Fielding", "reach": reach,
    }  # fmt: skip
    return NoteDraft(**usual | rest)


def into_the_plan(text: str) -> dict[str, Command[Any]]:
    """Return every way of writing a text into what the family and the team read."""
    return {
        "need": add_need(FAMILY_A, NeedDraft(text=text, outcome="health", on=TODAY)),
        "goal": add_goal(FAMILY_A, GoalDraft(text=text, outcome="health", on=TODAY)),
        "action": add_action(FAMILY_A, ActionDraft(text=text, owner_name="Robin Ashby")),
        "review": add_review(FAMILY_A, ReviewDraft(on=TODAY, text=text)),
        "meeting": add_meeting(FAMILY_A, MeetingDraft(on=TODAY, decisions=text)),
        "agreed there": add_meeting(
            FAMILY_A, MeetingDraft(on=TODAY), (ActionDraft(text=text, owner_name="Robin Ashby"),)
        ),
    }


def refused(store: Store, commands: dict[str, Command[Any]]) -> dict[str, Why]:
    found = {}
    for name, command in commands.items():
        try:
            store.run(command)
        except Invalid as invalid:
            found[name] = invalid.problems[0].why
    return found


def test_trap_43_what_a_partner_told_us_is_not_written_into_the_shared_plan(
    caseload_store: Store,
) -> None:
    caseload_store.run(add_note(received(NoteReach.OFFICE)))

    found = refused(caseload_store, into_the_plan(COPIED))

    assert found == dict.fromkeys(into_the_plan(""), Why.TOLD_UNDER_LIMIT)
    exported = json.loads(household_file(caseload_store, "family-a"))["households"][0]
    assert "NIGHT SHIFTS" not in json.dumps(
        [exported.get(part) for part in ("needs", "goals", "actions", "reviews", "meetings")]
    )


def test_trap_43_what_the_family_may_read_is_not_for_the_whole_team(
    caseload_store: Store,
) -> None:
    caseload_store.run(add_note(received(NoteReach.FAMILY)))

    assert refused(caseload_store, into_the_plan(COPIED)) == {"meeting": Why.TOLD_UNDER_LIMIT}


def test_trap_43_what_may_go_to_all_is_written_down_with_its_source(caseload_store: Store) -> None:
    kept = caseload_store.run(
        add_note(received(NoteReach.PARTNERS, onward="Not to his work."))
    ).value

    found = refused(caseload_store, into_the_plan(COPIED))

    exported = json.loads(household_file(caseload_store, "family-a"))["households"][0]
    (note,) = [n for n in exported["notes"] if n["id"] == kept.id]
    assert found == {}
    assert (note["source"], note["agency"], note["onward"]) == (
        "Dr Fielding", "P1", "Not to his work.",
    )  # fmt: skip


def test_trap_43_it_is_not_passed_on_to_another_partner_in_a_letter(caseload_store: Store) -> None:
    caseload_store.run(add_note(received(NoteReach.FAMILY)))
    usual = usual_request(family("a"), law(), catalogue().bank, person=TUNDE, agency=P2, on=TODAY)

    with pytest.raises(Invalid) as invalid:
        caseload_store.run(request_share(replace(usual, why=COPIED), law()))
    own = replace(usual, why="He told us himself that he sleeps badly.")
    caseload_store.run(request_share(own, law()))

    assert invalid.value.problems == (Problem("why", Why.TOLD_UNDER_LIMIT),)


@pytest.mark.parametrize(
    ("sentence", "text", "found"),
    [
        ("seven words in a row", "low mood has come back since the", True),
        ("six words in a row", "low mood has come back since", False),
        ("other marks and capitals", "LOW mood, has come — back since THE", True),
        ("the same words in another order", "since the night shifts his mood has been low", False),
        ("own words", "He is tired after work.", False),
    ],
)
def test_trap_43_words_are_known_again_and_own_words_are_left_alone(
    sentence: str, text: str, found: bool
) -> None:
    note = Note(id="n", household=ASH, on=TODAY, text=TOLD, kind=NoteKind.RECEIVED)

    assert passed_on(text, [note], FAMILY) is found, sentence
    assert not passed_on(text, [replace(note, kind=NoteKind.NOTE)], FAMILY)


def test_trap_43_whoever_told_us_may_read_it_again() -> None:
    note = Note(id="n", household=ASH, on=TODAY, text=TOLD, agency=P2)

    assert passed_on(TOLD, [note], PARTNERS, AgencyId("P1"))
    assert not passed_on(TOLD, [note], PARTNERS, P2)


def test_trap_43_the_reason_is_said_beside_the_field(qtbot: QtBot, office: OpenDesk) -> None:
    office.run(add_note(received(NoteReach.OFFICE)))
    dialog = NeedDialog(office.desk, FAMILY_A, outcomes={"health": "Health"}, names={}, today=TODAY)
    show_dialog(qtbot, dialog)
    dialog.text.setPlainText(COPIED)

    press_save(qtbot, dialog)

    assert "A partner told us these words" in everything_told(dialog)
    assert COPIED not in [need.text for need in office.record().needs]


def test_trap_43_a_need_that_was_there_before_can_still_be_marked_as_met(
    caseload_store: Store,
) -> None:
    draft = NeedDraft(text=COPIED, outcome="health", on=date(2026, 11, 1))
    need = caseload_store.run(add_need(FAMILY_A, draft)).value
    caseload_store.run(add_note(received(NoteReach.OFFICE)))

    met = caseload_store.run(mark_need_met(need.id, TODAY)).value

    assert met.met_on == TODAY


def test_trap_43_no_note_is_on_anything_the_family_or_a_partner_gets(
    caseload_store: Store,
) -> None:
    caseload_store.run(add_note(received(NoteReach.PARTNERS)))
    record = caseload_store.ask(lambda work: work.record(FAMILY_A))

    made = everything_for_the_family(record)

    assert leaks(made, {"told": "sertraline", "words": "night shifts began"}) == {}


def test_trap_44_a_note_without_a_label_is_not_kept(caseload_store: Store) -> None:
    unlabelled = received(NoteReach.OFFICE, knowledge=None)

    with pytest.raises(Invalid) as invalid:
        caseload_store.run(add_note(unlabelled))

    assert invalid.value.problems == (Problem("knowledge", Why.MISSING),)


def test_trap_44_the_form_chooses_no_label_beforehand(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = NoteDialog(office.desk, FAMILY_A, people={}, agencies={}, today=TODAY)
    show_dialog(qtbot, dialog)
    dialog.text.setPlainText("He seems sad.")

    press_save(qtbot, dialog)

    assert dialog.draft().knowledge is None
    assert [note.text for note in office.record().notes if note.text == "He seems sad."] == []


def test_trap_44_the_chronology_says_beside_each_line_what_it_rests_on(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    office.run(add_note(received(NoteReach.OFFICE)))
    window = open_window(office, tmp_path, FAMILY_A)
    window.household.header.tabs.choose("timeline")
    settle(qtbot, office.desk)

    said = everything_told(window.household.chronology)

    assert {"Opinion", "Fact"} <= set(said.split("\n"))


def test_trap_44_every_line_about_what_is_known_has_its_label_in_every_file(
    caseload_store: Store,
) -> None:
    caseload_store.run(add_note(received(NoteReach.OFFICE)))
    record = caseload_store.ask(lambda work: work.record(FAMILY_A))
    exported = json.loads(household_file(caseload_store, "family-a"))["households"][0]

    labels = [line.knowledge for line in chronology(record) if line.kind is LineKind.NOTE]

    assert None not in labels
    assert Knowledge.OPINION in labels
    assert {note["knowledge"] for note in exported["notes"]} >= {"professional-opinion", "fact"}
    assert leaks(pictures(record, OFFICE), {"opinion": "sertraline"}) == {}


def test_trap_45_a_summary_says_who_of_the_family_agreed_to_it_and_who_may_read_it(
    caseload_store: Store,
) -> None:
    story = received(
        NoteReach.OFFICE, kind=NoteKind.SUMMARY, source=" ", agency=None,
        knowledge=Knowledge.FAMILY_ACCOUNT,
    )  # fmt: skip

    with pytest.raises(Invalid) as invalid:
        caseload_store.run(add_note(story))

    assert invalid.value.problems == (
        Problem("source", Why.NEEDS_SOURCE),
        Problem("reach", Why.SUMMARY_IS_SHARED),
    )


def test_trap_45_the_story_once_told_stands_in_the_chronology(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    story = received(
        NoteReach.PARTNERS, kind=NoteKind.SUMMARY, source="Dana Whitfield", agency=None,
        text="We moved twice in 2024 and Leo changed school.", knowledge=Knowledge.FAMILY_ACCOUNT,
    )  # fmt: skip
    office.run(add_note(story))
    window = open_window(office, tmp_path, FAMILY_A)
    window.household.header.tabs.choose("timeline")
    settle(qtbot, office.desk)

    said = everything_told(window.household.chronology)

    assert "Their story so far, as they agreed it" in said
    assert "We moved twice in 2024 and Leo changed school." in said
    assert "Dana Whitfield" in said
