"""Notes and events: what they rest on is always said, and a correction changes one note."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.giveaways import Giveaway, giveaways
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.problems import Problem, Why
from app.domain.visit import Knowledge, Note, NoteDraft, NoteKind, NoteReach, Visit, VisitDraft
from app.errors import Invalid, Refused
from app.usecases.keep_notes import add_note, change_note
from app.usecases.record_visit import change_visit, record_visit
from db.store import Store
from tests.ui.desk_builders import FAMILY_A, TODAY, caseload_store

LEO = PersonId("A4")
DRAFT = NoteDraft(
    household=FAMILY_A,
    on=date(2026, 11, 20),
    text="  Leo was late twice.  ",
    people=(LEO,),
    knowledge=Knowledge.OPINION,
    source="Mr Hill",
    kind=NoteKind.RECEIVED,
    agency=AgencyId("camhs"),
    role="tutor",
    not_meaning="Not that he did it on purpose.",
    reach=NoteReach.FAMILY,
    onward="Ask me first.",
)


@pytest.fixture
def filled() -> Store:
    """Give a store with the made-up families."""
    return caseload_store()


def notes(store: Store) -> tuple[Note, ...]:
    return store.ask(lambda work: work.kept(Note).of(FAMILY_A))


def test_a_note_is_kept_with_everything_that_was_said_of_it(filled: Store) -> None:
    note = filled.run(add_note(DRAFT)).value

    assert notes(filled)[-1] == note
    assert note == Note(
        id=note.id,
        household=FAMILY_A,
        on=date(2026, 11, 20),
        text="Leo was late twice.",
        people=(LEO,),
        knowledge=Knowledge.OPINION,
        source="Mr Hill",
        kind=NoteKind.RECEIVED,
        agency=AgencyId("camhs"),
        role="tutor",
        not_meaning="Not that he did it on purpose.",
        reach=NoteReach.FAMILY,
        onward="Ask me first.",
        by="kw-test",
    )


def test_a_correction_changes_that_note_and_can_be_taken_back(filled: Store) -> None:
    before = notes(filled)

    filled.run(change_note("A-note-1", replace(DRAFT, text="Corrected.")))
    after = notes(filled)
    filled.undo()

    assert [note.id for note in after] == [note.id for note in before]
    assert after[0].text == "Corrected."
    assert notes(filled) == before


def test_a_correction_leaves_a_note_and_a_visit_their_writer(filled: Store) -> None:
    note = notes(filled)[0]
    visit = filled.ask(lambda work: work.kept(Visit).of(FAMILY_A))[0]
    assert {note.by, visit.by}.isdisjoint({"", "kw-test"})

    filled.run(change_note(note.id, replace(DRAFT, text="Corrected.")))
    filled.run(
        change_visit(
            visit.id, VisitDraft(household=FAMILY_A, on=visit.on, seen=(LEO,), note="Corrected.")
        )
    )

    assert notes(filled)[0].by == note.by
    assert filled.ask(lambda work: work.kept(Visit).of(FAMILY_A))[0].by == visit.by


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        (
            {"on": None, "text": " ", "knowledge": None},
            (
                Problem("on", Why.MISSING),
                Problem("text", Why.MISSING),
                Problem("knowledge", Why.MISSING),
            ),
        ),
        ({"on": date(2026, 11, 23)}, (Problem("on", Why.IN_FUTURE),)),
        ({"text": "x" * 20_001}, (Problem("text", Why.TOO_LONG),)),
        ({"source": "x" * 500, "role": "x" * 500}, ("source", "role")),
        ({"people": (PersonId("nobody"),)}, (Problem("people", Why.NO_SUCH_PERSON),)),
        ({"people": (PersonId("B1"),)}, (Problem("people", Why.NO_SUCH_PERSON),)),
        ({"agency": AgencyId("nowhere")}, (Problem("agency", Why.NO_SUCH_AGENCY),)),
    ],
)
def test_everything_wrong_is_said_at_once_and_nothing_is_kept(
    filled: Store, changes: dict[str, object], problems: tuple[object, ...]
) -> None:
    before = notes(filled)

    with pytest.raises(Invalid) as invalid:
        filled.run(add_note(replace(DRAFT, **changes)))  # type: ignore[arg-type]

    found = invalid.value.problems
    assert found == problems or tuple(p.field for p in found) == problems
    assert notes(filled) == before


def test_a_note_that_is_gone_is_not_corrected(filled: Store) -> None:
    with pytest.raises(Refused) as refused:
        filled.run(change_note("gone", DRAFT))

    assert refused.value.reasons == ("no-such-note",)


def test_the_journal_names_the_note_and_not_a_word_of_it(filled: Store) -> None:
    filled.run(add_note(DRAFT))

    row = filled._connection.execute(
        "SELECT name, about, detail FROM operation ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    assert (row["name"], row["about"]) == ("add_note", FAMILY_A)
    assert list(row["detail"]) == list(f'{{"note":"{notes(filled)[-1].id}"}}')


def test_a_visit_keeps_what_worries_what_goes_well_and_who_else_was_there(filled: Store) -> None:
    draft = VisitDraft(
        household=HouseholdId(FAMILY_A),
        on=TODAY,
        seen=(LEO,),
        worry=" The damp. ",
        well=" Chess. ",
        others=" Aunt Bo ",
    )

    visit = filled.run(record_visit(draft)).value

    assert (visit.worry, visit.well, visit.others) == ("The damp.", "Chess.", "Aunt Bo")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They moved to ZZ99 3AB last week", {Giveaway.POSTCODE}),
        ("now at zz993ab", {Giveaway.POSTCODE}),
        ("ring 01632 960123", {Giveaway.PHONE}),
        ("ring 07700 900 123 after six", {Giveaway.PHONE}),
        ("+44 7700 900123", {Giveaway.PHONE}),
        ("(01632) 960-123", {Giveaway.PHONE}),
        ("ring 01632–960777", {Giveaway.PHONE}),
        ("ring 07700/900123", {Giveaway.PHONE}),
        ("now at ZZ99-5EC", {Giveaway.POSTCODE}),
        ("now at ＺＺ９９ ５ＥＣ", {Giveaway.POSTCODE}),
        ("now at ZZ99\u200b5EC", {Giveaway.POSTCODE}),
        ("14 Alder Road, second floor", {Giveaway.STREET}),
        ("she is at Flat 3", {Giveaway.STREET}),
        ("12a Old Mill Lane ZZ99 1AA, 01632 960001", set(Giveaway)),
        ("Attendance this term is 83%.", set()),
        ("NHS number 999 410 7291", set()),
        ("seen 3 times on 12/11/2026, 10 sessions", set()),
        ("He is 9 and in Year 5.", set()),
    ],
)
def test_what_looks_like_an_address_or_a_number_is_noticed(text: str, found: set[Giveaway]) -> None:
    assert set(giveaways(text)) == found
