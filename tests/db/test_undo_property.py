"""Whatever was done, undoing it all gives back the store we began with."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.agency import Agency, AgencyKind
from app.domain.household import Household
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.person import Person
from app.domain.visit import Note
from app.errors import Refused
from app.operation import Command, Effect, Kind
from app.ports import Kept, Work
from db.connection import IntegrityError
from db.store import Store, open_in_memory
from tests.conftest import NOW
from tests.db.cases import look_at

Act = tuple[str, str, str, str]  # what to do, to which kind, of which number, with which words

KINDS: dict[str, tuple[type, Callable[[str, str], object]]] = {
    "household": (Household, lambda i, t: Household(id=HouseholdId(f"h{i}"), name=t)),
    "person": (
        Person,
        lambda i, t: Person(id=PersonId(f"p{i}"), household=HouseholdId("h0"), given=t, note=t),
    ),
    "note": (
        Note,
        lambda i, t: Note(id=f"n{i}", household=HouseholdId(f"h{i}"), on=date(2026, 11, 1), text=t),
    ),
    "agency": (
        Agency,
        lambda i, t: Agency(id=AgencyId(f"a{i}"), name=t, kind=next(iter(AgencyKind)), lines=(t,)),
    ),
}

words = st.text(max_size=12)
acts = st.tuples(
    st.sampled_from(["add", "change", "remove"]),
    st.sampled_from(sorted(KINDS)),
    st.sampled_from("012"),
    words,
)
commands = st.lists(st.tuples(st.lists(acts, max_size=5), st.booleans()), max_size=8)


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every watched table."""
    run = store._connection.execute
    return {
        table.name: sorted(tuple(row) for row in run(f'SELECT * FROM "{table.name}"'))
        for table in store._journal.tables
    }


def carried_out(work: Work, done: list[Act], *, fails: bool) -> None:
    for verb, kind, number, text in done:
        type_, make = KINDS[kind]
        kept: Kept[Any] = work.kept(type_)
        item = make(number, text)
        id_: str = getattr(item, "id")  # noqa: B009
        with suppress(IntegrityError, KeyError):  # some of what chance proposes cannot be
            if verb == "remove":
                kept.remove(id_)
            else:
                getattr(kept, verb)(item)
    if fails:
        raise Refused("by-chance")


@settings(max_examples=60, deadline=None)
@given(before=commands, after=commands)
def test_undoing_everything_gives_back_the_beginning(
    before: list[tuple[list[Act], bool]], after: list[tuple[list[Act], bool]]
) -> None:
    store = open_in_memory(by="kw-test", clock=lambda: NOW)
    for done, _ in before:
        run_once(store, done, fails=False)
    store.run(Command("print", Kind.OUTPUT, Effect.WALL, lambda _work: None))
    beginning = dump(store)
    for done, fails in after:
        run_once(store, done, fails=fails)
        store.run(look_at())

    while store.undo() is not None:
        pass

    assert dump(store) == beginning
    assert store.check().findings == ()
    store.close()


@settings(max_examples=30, deadline=None)
@given(commands)
def test_each_undo_gives_back_exactly_the_step_before(
    steps: list[tuple[list[Act], bool]],
) -> None:
    store = open_in_memory(by="kw-test", clock=lambda: NOW)
    states = []
    for done, _ in steps:
        states.append(dump(store))
        run_once(store, done, fails=False)

    found = []
    while store.undo() is not None:
        found.append(dump(store))

    assert found == states[::-1]
    store.close()


def run_once(store: Store, done: list[Act], *, fails: bool) -> None:
    def act(work: Work) -> None:
        carried_out(work, done, fails=fails)

    with suppress(Refused):
        store.run(Command("by_chance", Kind.CHANGE, Effect.STEP, act))
