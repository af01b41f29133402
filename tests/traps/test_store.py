"""The store and its journal: papers fixed, one worker at a time, all looks noted (29, 40-42)."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace

import pytest

from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.interest import Interest
from app.domain.person import PersonDraft
from app.domain.plan_entries import as_typed
from app.domain.problems import Problem, Why
from app.domain.sharing import Output, PaperKind
from app.domain.visit import NoteReach
from app.errors import Invalid, Refused, StoreTrouble
from app.usecases.declare_interest import declare_interest
from app.usecases.keep_agencies import agencies_to_offer
from app.usecases.keep_notes import add_note
from app.usecases.keep_people import change_person
from app.usecases.list_households import FamilyLine, list_households
from app.usecases.note_paper import MadePaper, note_paper
from app.usecases.open_household import open_household
from db.store import Store, open_store
from tests.app.test_capture_consent import draft
from tests.app.wall_cases import NUMBER, asked, forms, printed_form
from tests.app.whole_paper import found_in_text
from tests.builders import captured, family, fill
from tests.conftest import WORDS, StorePlace
from tests.db.cases import other_program
from tests.journeys.command_line import held_open, thinkfamily
from tests.traps.leaving import hits, household_file, journal, text_of
from tests.traps.test_knowledge import received
from tests.ui.desk_builders import FAMILY_A, FAMILY_B, fill_place, reopened

pytestmark = pytest.mark.timeout(90)
DANA, SAMIRA = PersonId("A1"), PersonId("B1")


def made_form(store: Store) -> MadePaper:
    (form,) = forms(store.ask(lambda work: work.record(FAMILY_A)), DANA)
    return MadePaper(
        household=FAMILY_A, number=NUMBER, kind=PaperKind.CONSENT_FORM,
        content=printed_form(form.view), pages=7, person=DANA, wording="2026.2",
    )  # fmt: skip


def test_trap_29_the_hash_of_what_was_signed_stays_whatever_changes_afterwards(
    caseload_store: Store,
) -> None:
    signed = made_form(caseload_store)
    row = caseload_store.run(note_paper(signed, Output.PRINTED)).value
    dana = caseload_store.ask(lambda work: work.record(FAMILY_A)).person(DANA)
    renamed = replace(as_typed(PersonDraft, dana), family="Periwinkle", known_as="")
    caseload_store.run(change_person(DANA, renamed))

    later = made_form(caseload_store)

    (kept,) = caseload_store.ask(lambda work: work.record(FAMILY_A)).papers
    assert kept == row
    assert kept.sha256 == hashlib.sha256(signed.content).hexdigest()
    assert kept.sha256 != hashlib.sha256(later.content).hexdigest()
    assert later.content != signed.content


def test_trap_29_the_same_form_is_the_same_bytes_so_that_its_hash_proves_it(
    caseload_store: Store,
) -> None:
    first, second = made_form(caseload_store), made_form(caseload_store)

    assert first.content == second.content
    assert re.findall(r"D:20\d\d", text_of(first.content).replace("D:20000101", "")) == []


def test_trap_29_that_a_paper_left_cannot_be_undone(caseload_store: Store) -> None:
    caseload_store.run(note_paper(made_form(caseload_store), Output.PRINTED))

    undone = caseload_store.undo()

    assert undone is None
    (row,) = [row for row in journal(caseload_store) if row[0] == "note_paper"]
    assert set(json.loads(row[2])) == {"paper", "kind", "output", "sha256", "pages"}


def test_trap_29_a_decision_names_the_form_of_its_own_person_and_the_words_it_was_on(
    caseload_store: Store,
) -> None:
    caseload_store.run(note_paper(made_form(caseload_store), Output.PRINTED))
    his = draft("A2", "P2", "A2", form=NUMBER, wording="2026.2")

    with pytest.raises(Invalid) as refused:
        caseload_store.run(captured(his))
    kept = caseload_store.run(captured(draft("A1", "P1", "A1", form=NUMBER, wording="2026.2")))

    assert refused.value.problems == (Problem("form", Why.FORM_OF_ANOTHER),)
    assert len(kept.value.proof.wording_sha256) == 64


def test_trap_40_a_second_worker_is_kept_out_and_told_and_the_first_loses_nothing(
    store_place: StorePlace,
) -> None:
    with held_open(store_place.path, fill=True):
        with pytest.raises(StoreTrouble) as trouble:
            open_store(store_place.path, passphrase=WORDS, by="kw-other")
        said = thinkfamily("households", store_place.path)

    store = open_store(store_place.path, passphrase=WORDS, by="kw-other")
    found = store.check().findings
    families = store.ask(list_households)
    store.close()
    assert trouble.value.code == "in-use"
    assert (said.status, len(said.lines)) == (1, 1)
    assert "Samira" not in said.err
    assert found == ()
    assert len(families) == 3


def test_trap_40_the_journal_says_which_of_two_workers_did_what(
    store_place: StorePlace,
) -> None:
    for by in ("kw-robin", "kw-grace"):
        store = open_store(store_place.path, passphrase=WORDS, by=by)
        if by == "kw-robin":
            fill(store)
        else:
            note = store.run(add_note(received(NoteReach.OFFICE))).value
        rows = store._connection.execute('SELECT name, "by" FROM operation ORDER BY seq')
        done = {(row[0], row[1]) for row in rows}
        store.close()

    assert {("import_file", "kw-robin"), ("add_note", "kw-grace")} <= done
    assert note.by == "kw-grace"


def test_trap_41_every_look_at_a_family_is_noted_with_who_looked(caseload_store: Store) -> None:
    caseload_store.run(open_household(FAMILY_B))

    rows = caseload_store._connection.execute(
        'SELECT name, kind, about, "by" FROM operation ORDER BY seq DESC LIMIT 1'
    ).fetchall()

    assert [tuple(row) for row in rows] == [("open_household", "look", "family-b", "kw-test")]


def test_trap_41_who_knows_a_family_says_so_and_it_stays_said(caseload_store: Store) -> None:
    with pytest.raises(Invalid) as refused:
        caseload_store.run(declare_interest(FAMILY_B, None))
    before = household_file(caseload_store, "family-b")
    caseload_store.run(declare_interest(FAMILY_B, Interest.NEIGHBOUR))
    caseload_store.undo()

    rows = [row for row in journal(caseload_store) if row[0] == "declare_interest"]

    assert refused.value.problems == (Problem("interest", Why.MISSING),)
    assert [(about, json.loads(detail)) for _, about, detail in rows] == [
        ("family-b", {"interest": "neighbour"})
    ]
    assert household_file(caseload_store, "family-b") == before
    with pytest.raises(Refused):
        caseload_store.run(declare_interest(HouseholdId("none"), Interest.OTHER))


def test_trap_41_nobody_can_browse_all_people(caseload_store: Store) -> None:
    lines = caseload_store.ask(list_households)

    assert [hits(caseload_store, typed) for typed in ("", " ", "*", "?", "**")] == [[]] * 5
    assert {field for line in lines for field in line.__slots__} == {"id", "name"}
    assert isinstance(lines[0], FamilyLine)


@pytest.mark.parametrize(("letter", "strangers"), [("a", "bc"), ("b", "ac"), ("c", "ab")])
def test_trap_41_within_one_family_nobody_of_another_is_offered_or_written_out(
    letter: str, strangers: str, caseload_store: Store
) -> None:
    household = family(letter).household.id
    own = {i.agency for i in family(letter).involvements}
    theirs = {
        f"{n}-{a.id}": a.name
        for n in strangers
        for a in family(n).agencies
        if not a.listed and a.id not in own
    } | {p.id: p.name for n in strangers for p in family(n).people if p.name}

    offered = caseload_store.ask(lambda work: agencies_to_offer(work, household))
    text = household_file(caseload_store, household)

    assert len(theirs) > 8
    assert found_in_text(" ".join(agency.name for agency in offered), theirs) == []
    assert found_in_text(text, theirs) == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM operation WHERE name = 'open_household'",
        "UPDATE operation SET about = 'family-a' WHERE name = 'open_household'",
        "UPDATE operation SET \"by\" = 'somebody-else' WHERE name = 'open_household'",
        "UPDATE change SET after = replace(after, 'Samira', 'Nobody')",
    ],
)
def test_trap_42_an_edited_journal_is_found_out(statement: str, store_place: StorePlace) -> None:
    fill_place(store_place)
    store = reopened(store_place)
    store.run(open_household(FAMILY_B))
    store.close()
    other = other_program(store_place)
    other.execute("PRAGMA foreign_keys = OFF")
    other.execute(statement)
    other.close()

    store = reopened(store_place)
    found = store.check().findings
    store.close()

    assert found


def test_trap_42_the_program_itself_cannot_change_a_line(caseload_store: Store) -> None:
    count = len(journal(caseload_store))

    for statement in ("DELETE FROM operation", "UPDATE operation SET detail = '{}'"):
        with pytest.raises(Exception, match=r"not authorized|append|prohibited|may not"):
            caseload_store._connection.execute(statement)

    assert len(journal(caseload_store)) == count


def test_trap_42_the_lines_hold_ids_codes_and_hashes_and_no_hidden_word(
    caseload_store: Store,
) -> None:
    asked(caseload_store, "b", SAMIRA, AgencyId("P4"))
    caseload_store.run(add_note(received(NoteReach.OFFICE)))
    caseload_store.run(note_paper(made_form(caseload_store), Output.SAVED))
    household_file(caseload_store, "family-b")
    people = {p.id: p.name for n in "abc" for p in family(n).people if p.name}
    secret = {"street": "Larkfield", "postcode": "ZZ99 4HH", "word": "tulip", "told": "sertraline"}

    lines = repr(journal(caseload_store))

    assert found_in_text(lines, secret | {str(id_): name for id_, name in people.items()}) == []
