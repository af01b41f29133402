"""What stays in the office: flags, and who else was asked to a meeting (traps 22 and 24)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.ids import AgencyId, PersonId
from app.domain.plan import Invitee, Meeting
from app.domain.plan_drafts import MeetingDraft
from app.domain.problems import Problem, Why
from app.domain.reach import FlagDraft, FlagKind
from app.domain.record import Record
from app.domain.restricted import LookReason
from app.domain.visit import OwnWords
from app.usecases.exchange import export_file
from app.usecases.keep_meetings import add_meeting
from app.view.recipient import OFFICE
from db.store import Store
from tests.app.wall_cases import DANIEL, asked, printed_letter
from tests.app.whole_paper import found_in_text
from tests.builders import TODAY, family
from tests.traps.accessible import everything_told
from tests.traps.leaving import (
    everything_for_the_family,
    hits,
    household_file,
    journal,
    leaks,
    pictures,
)
from tests.ui.desk_builders import FAMILY_A, FAMILY_B, OpenDesk, show_dialog
from tests.ui.test_meeting_dialog import make
from ui.dialogs.before_visit_dialog import BeforeVisitDialog
from ui.dialogs.visit_dialog import VisitDialog

pytestmark = pytest.mark.timeout(60)
DANA, CALLUM, LEO = PersonId("A1"), PersonId("A3"), PersonId("A4")
DANGER = {
    "reason": "Two-person visits",
    "kind": "staff-safety",
    "words": "staff safety",
    "source": "Police, 12 August",
    "marac": "Heard on 20 August",
}


def flagged(record: Record) -> Record:
    """Return the family with every kind of flag on everybody that hides nobody from anybody."""
    pattern = record.flags[0] if record.flags else family("b").flags[0]
    flags = tuple(
        replace(
            pattern, id=f"{person.id}-{kind}", household=record.household.id, person=person.id,
            kind=kind, reason="Mandrake dog", source="Mandrake",
        )
        for person in record.people
        for kind in (FlagKind.STAFF_SAFETY, FlagKind.NO_MESSAGES, FlagKind.MARAC)
    )  # fmt: skip
    return replace(record, flags=flags)


@pytest.mark.parametrize("letter", ["a", "c"])
def test_trap_22_not_even_that_there_is_a_flag_changes_a_byte(letter: str) -> None:
    record = family(letter)

    plain, marked = everything_for_the_family(record), everything_for_the_family(flagged(record))

    assert plain == marked
    assert leaks(marked, {"flag": "Mandrake"}) == {}


def test_trap_22_nothing_anybody_gets_and_no_picture_tells_of_danger(
    caseload_store: Store,
) -> None:
    letter = printed_letter(asked(caseload_store, "b", DANIEL, AgencyId("P1")))
    made = everything_for_the_family(family("b")) | {"letter.pdf": letter}
    drawn = {f"office.{end}": content for end, content in pictures(family("b"), OFFICE).items()}

    assert leaks(made | drawn, DANGER) == {}
    assert leaks(made, {"him": "Daniel Hale"}) != {}


def test_trap_22_no_file_of_the_household_has_flags_unless_a_reason_is_written_down(
    caseload_store: Store,
) -> None:
    usual = household_file(caseload_store, "family-b")
    whole = caseload_store.run(export_file(FAMILY_B, private=LookReason.SAFETY)).value

    assert found_in_text(usual, DANGER) == []
    assert "flags" not in json.loads(usual)["households"][0]
    assert found_in_text(whole, DANGER) == ["reason", "kind", "words", "source", "marac"]
    assert '"safety"' in journal(caseload_store)[-1][2]


def test_trap_22_nobody_finds_a_flag(caseload_store: Store) -> None:
    found = [hits(caseload_store, typed) for typed in ("two-person", "staff safety", "police")]

    assert found == [[], [], []]


def test_trap_22_a_flag_needs_its_source_its_reason_and_a_day_to_look_again() -> None:
    bare = FlagDraft(kind=FlagKind.STAFF_SAFETY)

    assert set(bare.problems(TODAY)) == {
        Problem("reason", Why.MISSING),
        Problem("source", Why.NEEDS_SOURCE),
        Problem("review_on", Why.MISSING),
    }


def test_trap_22_it_is_read_before_a_visit_and_is_not_on_the_sheet_in_the_room(
    qtbot: QtBot, office: OpenDesk
) -> None:
    record = office.record(FAMILY_B)
    names: dict[str, str] = {p.id: p.name for p in record.people}
    before = BeforeVisitDialog(record, names=names, today=TODAY)
    sheet = VisitDialog(office.desk, FAMILY_B, people=names, today=TODAY, guarded=True)
    show_dialog(qtbot, before)
    show_dialog(qtbot, sheet)

    assert "Two-person visits" in everything_told(before)
    assert found_in_text(everything_told(sheet), DANGER) == []
    assert before.windowTitle() == "Before the visit"


def test_trap_24_nobody_is_asked_to_a_meeting_unless_they_are_named(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    ticked = [row.tick.accessibleName() for row in dialog.invitees.rows if row.tick.isChecked()]

    kept = office.run(add_meeting(FAMILY_A, MeetingDraft(on=date(2026, 12, 1))))

    assert ticked == []
    assert kept.invitees == ()
    assert "Callum Reid" in [row.tick.accessibleName() for row in dialog.invitees.rows]


def test_trap_24_a_file_names_whoever_was_asked_and_nobody_else(caseload_store: Store) -> None:
    draft = MeetingDraft(on=date(2026, 12, 1), invitees=(Invitee(person=DANA),))
    kept = caseload_store.run(add_meeting(FAMILY_A, draft)).value

    exported = json.loads(household_file(caseload_store, "family-a"))["households"][0]

    (meeting,) = [m for m in exported["meetings"] if m["id"] == kept.id]
    assert [invitee["person"] for invitee in meeting["invitees"]] == ["A1"]


def test_trap_24_no_paper_of_the_father_tells_of_a_meeting() -> None:
    meeting = Meeting(
        id="m", household=FAMILY_A, on=date(2026, 12, 1), place="Periwinkle Hall",
        invitees=(Invitee(person=DANA),), views=(OwnWords(person=LEO, words="Periwinkle."),),
        decisions="Periwinkle.",
    )  # fmt: skip
    record = replace(family("a"), meetings=(meeting,))

    made = everything_for_the_family(record)

    assert leaks(made, {"meeting": "Periwinkle"}) == {}
    assert made == everything_for_the_family(family("a"))


def test_trap_24_what_to_think_of_before_he_is_asked_is_said_to_the_worker_only(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    dialog = make(office, FAMILY_B)
    show_dialog(qtbot, dialog)
    row = next(r for r in dialog.invitees.rows if r.tick.accessibleName() == "Daniel Hale")
    sentence = "An order keeps Daniel Hale from Samira Begum"
    before = everything_told(dialog)

    row.tick.click()

    assert sentence not in before
    assert sentence in everything_told(dialog)
