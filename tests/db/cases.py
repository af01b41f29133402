"""What the tests of the store share: a few commands, and a second way into the file."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection

import pytest

from app.domain.household import Household
from app.domain.ids import HouseholdId, PersonId
from app.domain.person import Person
from app.errors import StoreTrouble
from app.operation import Effect, Kind, operation
from app.ports import Work
from db.connection import PAGE, connect
from db.keys import key_text, store_key
from db.place import KEYS, STORE
from db.rules import Mode, rules
from db.slots import read_file, unlock_by_passphrase
from db.store import Clock, Store, open_store
from tests.conftest import NOW, StorePlace

ASH = HouseholdId("h-ash")
ROBIN = PersonId("p-robin")


@operation()
def open_case(work: Work, name: str = "Ash family", household: HouseholdId = ASH) -> None:
    work.about(household)
    work.kept(Household).add(Household(id=household, name=name))


@operation()
def add_person(work: Work, given: str = "Robin", person: PersonId = ROBIN) -> None:
    work.about(ASH)
    work.kept(Person).add(Person(id=person, household=ASH, given=given))


@operation()
def rename_person(work: Work, given: str) -> None:
    work.about(ASH)
    work.kept(Person).change(Person(id=ROBIN, household=ASH, given=given))


@operation(kind=Kind.LOOK, effect=Effect.NONE)
def look_at(work: Work) -> str:
    work.about(ASH, page="people")
    return "looked"


@operation(kind=Kind.OUTPUT, effect=Effect.WALL)
def print_form(work: Work) -> None:
    work.about(ASH, copies=1)


def still_clock() -> Clock:
    return lambda: NOW


def reopened(place: StorePlace, clock: Clock = lambda: NOW) -> Store:
    return open_store(place.path, passphrase=place.passphrase, by="kw-test", clock=clock)


def file_key(place: StorePlace) -> bytearray:
    """Return the 48 bytes that open the file."""
    document, _ = read_file(place.path / KEYS)
    unlocked = unlock_by_passphrase(document, place.passphrase)
    assert unlocked is not None
    return store_key(unlocked.master, str(document["store"]))


def other_program(place: StorePlace) -> Connection:
    """Open the file as another program that holds the key would: no journal, no rules."""
    connection = connect(place.path / STORE, key_text(file_key(place)))
    connection.set_authorizer(None)
    return connection


def freed(store: Store) -> Connection:
    """Return the store's own connection with its rules taken away."""
    store._connection.set_authorizer(None)
    return store._connection


def guarded(store: Store) -> None:
    """Put the rules back."""
    store._connection.set_authorizer(rules(Mode.WORKING))


def newest(store: Store, count: int = 1) -> list[tuple[str, str, str | None, str]]:
    """Return name, effect, about and detail of the newest operations, newest first."""
    rows = store._connection.execute(
        "SELECT name, effect, about, detail FROM operation ORDER BY seq DESC LIMIT ?", (count,)
    )
    return [tuple(row) for row in rows]


def people(store: Store) -> list[str]:
    """Return the given names of the Ash family."""
    return [person.given for person in store.ask(lambda work: work.kept(Person).of(ASH))]


def trouble_of(place: StorePlace) -> StoreTrouble:
    with pytest.raises(StoreTrouble) as trouble:
        reopened(place)
    return trouble.value


def warnings_of(place: StorePlace) -> tuple[str, ...]:
    store = reopened(place)
    store.close()
    return store.warnings


def worked_in(place: StorePlace) -> None:
    store = reopened(place)
    store.run(open_case())
    store.run(add_person())
    store.close()


def damaged(path: Path, at: int, count: int = 1) -> None:
    content = bytearray(path.read_bytes())
    for i in range(at, at + count):
        content[i] ^= 0xFF
    path.write_bytes(content)


def pages(place: StorePlace) -> int:
    return (place.path / STORE).stat().st_size // PAGE
