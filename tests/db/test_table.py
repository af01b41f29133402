"""Rows and entities: whatever is kept comes back the same, field by field."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from app.domain.consistency import parts_of
from app.domain.dates import PartialDate
from app.domain.household import Household, Office
from app.domain.ids import HouseholdId, PersonId
from app.domain.person import Person, SafeContact
from app.domain.plan import Action
from app.domain.record import Record
from app.domain.sharing import Output, Paper, PaperKind
from app.errors import Refused
from app.operation import Command, Effect, Kind, operation
from app.ports import Work
from db.connection import IntegrityError
from db.store import Store, open_in_memory
from db.table import SHAPES, SHARED_TABLES, TABLES, shape_of
from tests.app.chance_records import files
from tests.builders import caseload, fill
from tests.conftest import NOW

ASH = HouseholdId("ash")


@operation()
def keep(work: Work, *items: Any) -> None:
    for item in items:
        work.kept(type(item)).add(item)


@operation()
def change(work: Work, item: Any) -> None:
    work.kept(type(item)).change(item)


@operation()
def remove(work: Work, kind: type, id_: str) -> None:
    work.kept(kind).remove(id_)


def found(store: Store, item: Any) -> Any:
    return store.ask(lambda work: work.kept(type(item)).find(item.id))


def person(**rest: Any) -> Person:
    return Person(id=PersonId("p"), household=ASH, **rest)


@pytest.fixture
def house(store: Store) -> Store:
    """Give a store with one family in it."""
    store.run(keep(Household(id=ASH, name="Ash")))
    return store


@pytest.mark.parametrize("kind", TABLES, ids=[kind.__name__ for kind in TABLES])
def test_a_table_has_a_column_for_each_field_in_the_same_order(kind: type, store: Store) -> None:
    table = TABLES[kind]

    columns = [row[1] for row in store._connection.execute(f'PRAGMA table_info("{table}")')]

    assert columns == ["n", *(field.name for field in fields(kind))]


def test_every_kind_in_a_record_has_a_table_and_the_shared_ones_are_named() -> None:
    parts = {part for part, _ in parts_of(Record(household=Household(id=ASH, name="Ash")))}

    without = {TABLES[kind] for kind in TABLES if "household" not in SHAPES[kind].names}

    assert len(TABLES) == len(parts) + 3  # and the household, the office, the list of practices
    assert without == SHARED_TABLES | {"household", "practice"}


def test_every_entity_of_the_caseload_comes_back_the_same(store: Store) -> None:
    fill(store)

    for record in caseload().records:
        kept = record_of(store, record.household.id)
        for part, items in parts_of(kept):
            if part not in ("agencies", "teams", "professionals"):
                assert items == getattr(record, part), part


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=files())
def test_any_entity_comes_back_the_same(parts: dict[str, Any]) -> None:
    store = open_in_memory(by="kw-test", clock=lambda: NOW)
    shared = (parts["office"], *parts["agencies"], *parts["teams"], *parts["professionals"])
    store.run(keep(*shared))
    own = [
        item
        for record in parts["records"]
        for item in (record.household, *(i for _, items in parts_of(record) for i in items))
    ]

    store.run(keep(*own))

    assert [found(store, item) for item in (*shared, *own)] == [*shared, *own]
    store.close()


@pytest.mark.parametrize(
    "item",
    [
        person(),
        person(given="a'b\"c; DROP TABLE person;--", note="line\nline\ttab"),
        person(given="👩‍👧", family="نور", known_as="ﬁ"),
        person(born=PartialDate.read("2019 UUE"), died=PartialDate.read("2019-07")),
        person(due=date(2027, 2, 19)),
        person(contact=SafeContact(code_word="tulip", times="nights")),
    ],
)
def test_an_entity_at_the_edges_comes_back_the_same(item: Person, house: Store) -> None:
    house.run(keep(item))

    assert found(house, item) == item


@pytest.mark.parametrize(
    "zone", [UTC, timezone(timedelta(hours=5, minutes=45)), timezone(-timedelta(hours=3))]
)
def test_a_moment_keeps_its_zone(zone: Any, house: Store) -> None:
    paper = Paper(
        id="w",
        household=ASH,
        number="CF-1",
        kind=PaperKind.CONSENT_FORM,
        output=Output.SAVED,
        at=datetime(2026, 11, 22, 9, 30, 1, 5, tzinfo=zone),
        sha256="0",
        pages=7,
    )

    house.run(keep(paper))

    assert found(house, paper) == paper
    assert found(house, paper).at.utcoffset() == paper.at.utcoffset()


def test_records_come_in_the_order_they_were_kept_and_a_change_does_not_move_them(
    house: Store,
) -> None:
    people = [replace(person(given=name), id=PersonId(name)) for name in ("c", "a", "b")]
    house.run(keep(*people))

    house.run(change(replace(people[0], family="Changed")))

    kept = house.ask(lambda work: work.kept(Person).of(ASH))
    assert [p.given for p in kept] == ["c", "a", "b"]
    assert kept[0].family == "Changed"
    assert house.ask(lambda work: work.kept(Person).every()) == kept


def test_a_record_that_was_removed_is_not_found(house: Store) -> None:
    house.run(keep(person()))

    house.run(remove(Person, "p"))

    assert found(house, person()) is None
    assert house.ask(lambda work: work.kept(Person).of(ASH)) == ()


@pytest.mark.parametrize("command", [change(person()), remove(Person, "p")])
def test_what_is_not_there_cannot_be_changed_or_removed(
    command: Command[Any], house: Store
) -> None:
    with pytest.raises(KeyError):
        house.run(command)


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("an id twice", (person(), person())),
        ("a person of no family", (replace(person(), household=HouseholdId("none")),)),
    ],
)
def test_what_must_never_be_is_stopped_by_the_table_too(
    sentence: str, items: tuple[Any, ...], house: Store
) -> None:
    with pytest.raises(IntegrityError):
        house.run(keep(*items))

    assert house.ask(lambda work: work.kept(Person).every()) == (), sentence


def test_a_family_nobody_knows_is_refused(store: Store) -> None:
    with pytest.raises(Refused) as refused:
        store.ask(lambda work: work.record(ASH))

    assert refused.value.reasons == ("no-such-household",)


def test_a_record_has_only_the_agencies_the_family_has_to_do_with(store: Store) -> None:
    fill(store)

    found_in = {
        letter: {a.id for a in record_of(store, f"family-{letter}").agencies} for letter in "abc"
    }

    assert found_in["c"] == {
        *("P2", "P5", "camhs", "sexual-health", "school-nursing", "send", "recovery"),
    }
    assert "P4" in found_in["b"]
    assert "P4" not in found_in["a"] | found_in["c"]


def record_of(store: Store, household: str) -> Record:
    return store.ask(lambda work: work.record(HouseholdId(household)))


def test_a_family_without_agencies_has_an_empty_record(house: Store) -> None:
    record = record_of(house, ASH)

    assert record == Record(household=Household(id=ASH, name="Ash"), office=Office())


def test_a_shape_is_made_from_the_fields_of_its_kind() -> None:
    shape = shape_of(Household)

    assert shape.names == ("id", "name", "closed_on")
    assert shape.insert == 'INSERT INTO "household" ("id", "name", "closed_on") VALUES (?, ?, ?)'
    assert shape.row(Household(id=ASH, name="Ash")) == ["ash", "Ash", None]


def test_a_failed_command_keeps_nothing(house: Store) -> None:
    def act(work: Work) -> None:
        work.kept(Person).add(person())
        raise Refused("said-no")

    with pytest.raises(Refused):
        house.run(Command("fails", Kind.CHANGE, Effect.STEP, act))

    assert found(house, person()) is None


# --- Reading across all families.


def doing(id_: str, due: date | None, done: date | None = None) -> Action:
    return Action(id=id_, household=ASH, text="Ring", owner_name="G", due_on=due, done_on=done)


def test_records_between_two_days_come_in_the_order_of_the_days(house: Store) -> None:
    late, soon, far = date(2026, 11, 1), date(2026, 11, 30), date(2027, 1, 1)
    house.run(
        keep(doing("soon", soon), doing("far", far), doing("late", late), doing("none", None))
    )

    between = house.ask(lambda work: work.kept(Action).within("due_on", "2026-11-01", "2026-11-30"))

    assert [one.id for one in between] == ["late", "soon"]


def test_only_those_that_still_hold_what_is_asked_are_returned(house: Store) -> None:
    day = date(2026, 11, 1)
    house.run(keep(doing("open", day), doing("done", day, day)))

    found_open = house.ask(
        lambda work: work.kept(Action).within(
            "due_on", "2026-01-01", "2026-12-31", still={"done_on": None}
        )
    )
    found_odd = house.ask(
        lambda work: work.kept(Action).within(
            "due_on", "2026-01-01", "2026-12-31", still={"text": "x' OR '1'='1"}
        )
    )

    assert [one.id for one in found_open] == ["open"]
    assert found_odd == ()


def test_an_index_of_what_is_open_is_used(house: Store) -> None:
    for table, field, still in (
        ("plan_action", "due_on", "done_on IS NULL"),
        ("share_request", "due_on", "state = 'open'"),
    ):
        where = f"{field} BETWEEN '2' AND '3' AND {still}"
        plan = house._connection.execute(
            f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {where}"
        ).fetchall()
        assert "USING INDEX" in plan[0][3]


def test_the_newest_of_a_household_is_the_latest_and_of_two_the_one_kept_later(
    house: Store,
) -> None:
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    house.run(keep(doing("b", last), doing("c", last), doing("a", first)))

    newest = house.ask(lambda work: work.kept(Action).newest(ASH, "due_on"))
    nothing = house.ask(lambda work: work.kept(Action).newest(HouseholdId("none"), "due_on"))

    assert newest is not None
    assert (newest.id, nothing) == ("c", None)


def test_counting_counts_all_families(house: Store) -> None:
    house.run(keep(doing("a", None), doing("b", None)))

    assert house.ask(lambda work: work.kept(Action).count()) == 2


@pytest.mark.parametrize("ask", ["within", "newest", "still"])
def test_a_field_there_is_not_is_our_own_mistake(house: Store, ask: str) -> None:
    def question(work: Work) -> object:
        kept = work.kept(Action)
        if ask == "within":
            return kept.within("no", "1", "2")
        if ask == "newest":
            return kept.newest(ASH, "no")
        return kept.within("due_on", "1", "2", still={"no": None})

    with pytest.raises(KeyError, match="no"):
        house.ask(question)
