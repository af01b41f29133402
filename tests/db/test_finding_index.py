"""The index for finding is in step with the records, whatever is done and undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.agency import Agency, AgencyKind, Professional
from app.domain.dates import PartialDate
from app.domain.home import Home, Stay
from app.domain.household import Household
from app.domain.identifiers import System
from app.domain.ids import (
    AgencyId,
    HomeId,
    HouseholdId,
    PersonId,
    ProfessionalId,
    VisitId,
)
from app.domain.person import FurtherName, NameUse, Person
from app.domain.reach import ContactPoint, Identifier, Way
from app.domain.visit import Note, OwnWords, Visit
from app.errors import Refused
from app.nicknames import nicknames
from app.operation import Effect, Kind, operation
from app.ports import Work
from app.usecases.find import find
from db import finding_index
from db.connection import connect
from db.finding_index import FOLLOWED, TABLES, rebuild
from db.keys import key_text, random_key
from db.migrate import migrate, steps
from db.store import Store, open_in_memory
from db.watch import watched_tables
from tests.builders import fill
from tests.conftest import NOW
from tests.db.cases import freed, guarded

Index = dict[str, set[tuple[object, ...]]]
WORDS = ("Robin", "O’Brien", "Anne-Marie", "Zoë", "tea", "the boiler", "Łukasz", "", "a b c")


def index_of(store: Store) -> Index:
    """Return everything the index holds."""
    connection = freed(store)
    found: Index = {}
    for place, table in TABLES.items():
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.peek USING fts5vocab(main, {table}, instance)"
        )
        rows = connection.execute("SELECT term, doc FROM temp.peek").fetchall()
        connection.execute("DROP TABLE temp.peek")
        found[place] = {tuple(row) for row in rows}
        known = connection.execute("SELECT word FROM find_word WHERE place = ?", (place,))
        unlisted = {row[0] for row in rows if not row[0].startswith("_")} - {
            row[0] for row in known.fetchall()
        }
        assert unlisted == set()
    keys = connection.execute("SELECT key, person FROM match_key").fetchall()
    found["keys"] = {tuple(row) for row in keys}
    guarded(store)
    return found


def rebuilt(store: Store) -> Index:
    """Return what the index would hold if it were made anew."""
    connection = freed(store)
    connection.execute("BEGIN")
    rebuild(connection)
    connection.execute("COMMIT")
    guarded(store)
    return index_of(store)


@operation()
def do_some(work: Work, changes: list[tuple[str, int, int, int]]) -> None:
    """Do a number of changes, each to one of a few records."""
    work.about(None)
    for act, which, word, other in changes:
        ACTS[act](work, which, WORDS[word % len(WORDS)], other)


def keep(work: Work, item: Any) -> None:
    kept = work.kept(type(item))
    if kept.find(item.id) is None:
        kept.add(item)
    else:
        kept.change(item)


def family_of(work: Work, which: int) -> HouseholdId:
    id_ = HouseholdId(f"h{which % 2}")
    if work.kept(Household).find(id_) is None:
        work.kept(Household).add(Household(id=id_, name="Ash family"))
    return id_


def person_of(work: Work, which: int) -> Person:
    id_ = PersonId(f"p{which % 3}")
    found = work.kept(Person).find(id_)
    if found is None:
        found = Person(id=id_, household=family_of(work, which % 3), given="Robin", family="Ash")
        work.kept(Person).add(found)
    return found


def home_of(work: Work, which: int) -> Home:
    id_ = HomeId(f"home{which % 2}")
    found = work.kept(Home).find(id_)
    if found is None:
        found = Home(id=id_, household=family_of(work, which), label="Home", postcode="ZZ99 1AB")
        work.kept(Home).add(found)
    return found


def agency_of(work: Work, which: int) -> Agency:
    id_ = AgencyId(f"a{which % 2}")
    found = work.kept(Agency).find(id_)
    if found is None:
        found = Agency(id=id_, name="Mill Lane", kind=AgencyKind.GP_PRACTICE)
        work.kept(Agency).add(found)
    return found


def rename_family(work: Work, which: int, word: str, _other: int) -> None:
    work.kept(Household).change(Household(id=family_of(work, which), name=word or "Ash"))


def rename_person(work: Work, which: int, word: str, other: int) -> None:
    further = (FurtherName(use=NameUse.OLD, given=word, family="Reid"),) if other % 2 else ()
    keep(work, replace(person_of(work, which), given=word, further_names=further))


def give_birthday(work: Work, which: int, _word: str, other: int) -> None:
    born = PartialDate(1980 + other, 3, 14) if other % 3 else PartialDate(1990)
    keep(work, replace(person_of(work, which), born=born))


def give_number(work: Work, which: int, word: str, other: int) -> None:
    one = person_of(work, which)
    system, value = (System.NHS, f"999000000{other}") if other % 2 else (System.COUNCIL, word)
    keep(
        work,
        Identifier(
            id=f"i{other % 2}", household=one.household, person=one.id, system=system, value=value
        ),
    )


def give_phone(work: Work, which: int, _word: str, other: int) -> None:
    one = person_of(work, which)
    value = f"07700 90{other:04}"
    keep(
        work,
        ContactPoint(
            id=f"c{which % 2}", household=one.household, person=one.id, way=Way.PHONE, value=value
        ),
    )


def move_in(work: Work, which: int, _word: str, other: int) -> None:
    one, home = person_of(work, which), home_of(work, which + other)
    if home.household == one.household:
        stay = Stay(id=f"s{other % 2}", household=one.household, person=one.id, home=home.id)
        keep(work, stay)


def change_home(work: Work, which: int, word: str, other: int) -> None:
    keep(work, replace(home_of(work, which), lines=(word,), postcode=f"ZZ99 {other}AB"))


def end_stay(work: Work, which: int, _word: str, _other: int) -> None:
    if work.kept(Stay).find(f"s{which % 2}") is not None:
        work.kept(Stay).remove(f"s{which % 2}")


def write_note(work: Work, which: int, word: str, other: int) -> None:
    note = Note(
        id=f"n{which}", household=family_of(work, which), on=date(2026, 1, 1 + other), text=word
    )
    keep(work, note)


def write_visit(work: Work, which: int, word: str, other: int) -> None:
    said = (OwnWords(person=person_of(work, which).id, words=word),)
    family = person_of(work, which).household
    keep(
        work,
        Visit(
            id=VisitId(f"v{which}"),
            household=family,
            on=date(2026, 2, 1 + other),
            note=word,
            words=said,
        ),
    )


def drop_note(work: Work, which: int, _word: str, _other: int) -> None:
    if work.kept(Note).find(f"n{which}") is not None:
        work.kept(Note).remove(f"n{which}")


def change_agency(work: Work, which: int, word: str, other: int) -> None:
    keep(work, replace(agency_of(work, which), alias=word, phone=f"01632 96{other:04}"))


def give_staff(work: Work, which: int, word: str, other: int) -> None:
    where = agency_of(work, which).id
    keep(work, Professional(id=ProfessionalId(f"s{other % 2}"), agency=where, name=word))


ACTS: dict[str, Callable[[Work, int, str, int], None]] = {
    act.__name__: act
    for act in (
        rename_family,
        rename_person,
        give_birthday,
        give_number,
        give_phone,
        move_in,
        change_home,
        end_stay,
        write_note,
        write_visit,
        drop_note,
        change_agency,
        give_staff,
    )
}
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(sorted(ACTS)), st.integers(0, 3), st.integers(0, 8), st.integers(0, 9)
    ),
    min_size=1,
    max_size=6,
)
STEPS = st.lists(st.one_of(CHANGES, st.just("undo"), st.just("refused")), max_size=8)


@operation()
def think_better_of_it(work: Work, changes: list[tuple[str, int, int, int]]) -> None:
    do_some(changes).act(work)
    raise Refused("no-such-household")


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_the_index_is_what_it_would_be_if_it_were_made_anew(
    steps_: list[list[tuple[str, int, int, int]] | str],
) -> None:
    store = open_in_memory(by="kw-test", clock=lambda: NOW)
    for step in steps_:
        if step == "undo":
            store.undo()
        elif step == "refused":
            with pytest.raises(Refused):
                store.run(think_better_of_it([("write_note", 1, 4, 4), ("rename_person", 0, 1, 1)]))
        elif isinstance(step, list):
            store.run(do_some(step))
    before = index_of(store)

    after = rebuilt(store)

    assert before == after
    assert store.check().findings == ()
    store.close()


def test_import_and_undo_leave_the_index_in_step(store: Store) -> None:
    fill(store)
    imported = index_of(store)
    store.run(do_some([("rename_person", 0, 1, 1), ("write_note", 1, 4, 4)]))
    store.undo()

    undone = index_of(store)

    assert undone == imported == rebuilt(store)
    assert len(imported["people"]) > 100
    assert len(imported["keys"]) > 60


def test_every_table_that_is_followed_is_one_that_is_watched(store: Store) -> None:
    watched = {table.name for table in watched_tables(store._connection)}

    assert set(FOLLOWED) <= watched
    assert not any(name.startswith(("find_", "match_")) for name in watched)


def test_a_store_of_the_shape_before_gets_its_index_when_it_is_opened() -> None:
    connection = connect(None, key_text(random_key() + random_key()[:16]))
    migrate(connection, steps()[:3])
    connection.execute("INSERT INTO household (id, name) VALUES ('h', 'Whitfield family')")
    migrate(connection, steps())
    connection.execute("INSERT INTO note (id, household, \"on\", text, people, knowledge, source) "
                       "VALUES ('n', 'h', '2026-01-02', 'Tea', '[]', 'fact', '')")  # fmt: skip

    finding_index.ensure(connection)

    count = "SELECT count(*) FROM {0} WHERE {0} MATCH ?"
    families = connection.execute(count.format("find_families"), ('"whit"*',)).fetchone()[0]
    notes = connection.execute(count.format("find_notes"), ('"tea" AND "_d202601"',)).fetchone()[0]
    made = connection.execute("SELECT rules FROM find_state").fetchall()
    connection.close()
    assert (families, notes) == (1, 1)
    assert [row["rules"] for row in made] == [finding_index.MADE_BY]


def test_an_index_made_by_other_rules_is_made_again(store: Store) -> None:
    fill(store)
    before = index_of(store)
    connection = freed(store)
    connection.execute("UPDATE find_state SET rules = 'older'")
    connection.execute("DELETE FROM match_key")
    connection.execute("INSERT INTO find_people (find_people) VALUES ('delete-all')")

    finding_index.ensure(connection)

    guarded(store)
    assert index_of(store) == before


def test_a_word_that_nothing_has_any_more_is_forgotten_when_the_store_is_tidied(
    store: Store,
) -> None:
    store.run(do_some([("write_note", 1, 4, 4), ("write_note", 2, 5, 4)]))
    store.run(do_some([("drop_note", 1, 0, 0)]))

    store._journal.tidy()

    words = store._connection.execute("SELECT word FROM find_word WHERE place = 'notes'").fetchall()
    left = b"".join(
        bytes(row["block"])
        for row in store._connection.execute("SELECT block FROM find_notes_data")
    )
    assert sorted(row["word"] for row in words) == ["2026", "boiler", "the"][1:]
    assert b"tea" not in left
    assert b"boiler" in left
    assert store.check().findings == ()


def test_what_an_operation_erases_with_its_images_leaves_the_index_too(store: Store) -> None:
    store.run(do_some([("write_note", 1, 4, 4), ("rename_person", 1, 1, 1)]))

    @operation(kind=Kind.ERASE, effect=Effect.WALL)
    def erase(work: Work) -> None:
        household = HouseholdId("h1")
        for note in work.kept(Note).of(household):
            work.kept(Note).remove(note.id)
        for person in work.kept(Person).of(household):
            work.kept(Person).remove(person.id)
        work.kept(Household).remove(household)
        journal = store._journal
        work.about(None, **journal.redact(journal.changes_about(household)))

    store.run(erase())

    assert set().union(*index_of(store).values()) == set()
    assert store.check().findings == ()


def test_a_search_leaves_no_trace(store: Store) -> None:
    fill(store)
    before = store._connection.execute("SELECT count(*) FROM operation").fetchone()[0]

    found = store.ask(lambda work: find(work, "whitfield", nicknames()))

    after = store._connection.execute("SELECT count(*) FROM operation").fetchone()[0]
    assert found
    assert before == after
