"""Five hundred strings that break programs: kept exactly, or refused beside the field."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.catalogue import demo_caseload, interchange_schema, read_catalogue
from app.domain.household import NAME_LENGTH, HouseholdDraft, printable
from app.domain.ids import HouseholdId, PersonId, VisitId
from app.domain.person import PersonDraft
from app.domain.problems import Problem
from app.domain.record import Record
from app.domain.visit import VisitDraft
from app.errors import Invalid
from app.interchange.reading import Contents, read_file
from app.operation import Command
from app.ports import Work
from app.usecases.exchange import export_file, import_file
from app.usecases.keep_household import rename_household
from app.usecases.keep_people import change_person
from app.usecases.record_visit import change_visit
from app.view.form import project_forms
from db.store import Store, open_in_memory
from tests.app.naughty import naughty_strings, texts_in, with_text
from tests.app.whole_paper import drawn_text
from tests.builders import TODAY
from tests.conftest import NOW, StorePlace
from tests.db.cases import reopened
from ui.press import Press

pytestmark = pytest.mark.timeout(300)

NAUGHTY = naughty_strings()
A = HouseholdId("family-a")
CATALOGUE = read_catalogue()


def caseload() -> Contents:
    return read_file(demo_caseload(), interchange_schema(), TODAY)


def families() -> tuple[Record, ...]:
    """Return one family for each string, with the string in every field that takes it."""
    contents = caseload()
    every = [r for r in contents.records if r.household.id in ("family-b", "family-c")]
    kept = []
    for number, text in enumerate(text for text in NAUGHTY if printable(text)):
        kept.append(with_text(every[number % 2], text, HouseholdId(f"naughty-{number}"), TODAY))
    return tuple(kept)


def whole(store: Store, household: HouseholdId) -> Record:
    return store.ask(lambda work: work.record(household, restricted=True))


def test_the_list_is_whole() -> None:
    assert len(NAUGHTY) > 490
    assert "ÅÍÎÏ˝ÓÔ\uf8ffÒÚÆ☃" in NAUGHTY


def test_every_field_keeps_every_string_through_saving_locking_and_taking_out(
    store_place: StorePlace,
) -> None:
    contents, made = caseload(), families()
    store = reopened(store_place)
    store.run(import_file(replace(contents, records=made), sha256="x"))
    store.close()

    again = reopened(store_place)
    try:
        kept = [whole(again, record.household.id) for record in made]
        text = again.run(export_file()).value
        findings = again.check().findings
    finally:
        again.close()
    back = read_file(text.encode(), interchange_schema(), TODAY)

    assert sum(texts_in(record) for record in made) > 100_000
    for record, theirs, exported in zip(made, kept, back.records, strict=True):
        for part in ("people", "homes", "visits", "notes", "consents", "requests", "orders"):
            assert getattr(theirs, part) == getattr(record, part)
            assert getattr(exported, part) == getattr(record, part)
    assert findings == ()


def test_two_stores_with_the_same_strings_write_the_same_file(store: Store) -> None:
    contents = caseload()
    whole = replace(contents, records=families()[:40])
    store.run(import_file(whole, sha256="x"))
    first = store.run(export_file()).value
    other = open_in_memory(by="kw-test", clock=lambda: NOW)
    other.run(import_file(read_file(first.encode(), interchange_schema(), TODAY), sha256="y"))

    second = other.run(export_file()).value
    other.close()

    assert second == first
    assert json.loads(first)["format"] == "think-family/1"


# --- Typed, one field after another.

Typed = Callable[[str], Command[Any]]
Read = Callable[[Work], str]


def leo(field: str) -> tuple[Typed, Read]:
    def typed(text: str) -> Command[Any]:
        more: dict[str, Any] = {"given": "Leo", field: text}
        return change_person(PersonId("A4"), PersonDraft(**more))

    return typed, lambda work: str(getattr(work.record(A).person(PersonId("A4")), field))


def visit(field: str) -> tuple[Typed, Read]:
    def typed(text: str) -> Command[Any]:
        more: dict[str, Any] = {field: text}
        draft = VisitDraft(household=A, on=TODAY, seen=(PersonId("A4"),), **more)
        return change_visit(VisitId("family-a-visit-02"), draft)

    return typed, lambda work: str(getattr(work.record(A).visits[1], field))


FIELDS: dict[str, tuple[Typed, Read]] = {
    "name": (
        lambda text: rename_household(A, HouseholdDraft(name=text)),
        lambda work: work.record(A).household.name,
    ),
    **{field: leo(field) for field in ("family", "known_as", "pronouns", "note", "religion")},
    **{f"visit {field}": visit(field) for field in ("note", "agreed", "worry", "well", "others")},
}


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_typed_is_kept_exactly_or_refused_beside_its_field(
    caseload_store: Store, name: str
) -> None:
    typed, read = FIELDS[name]
    refused = []
    for text in NAUGHTY if name in ("name", "visit note") else NAUGHTY[::3]:
        before = caseload_store.ask(read)
        problems: tuple[Problem, ...] = ()
        try:
            caseload_store.run(typed(text))
        except Invalid as invalid:
            problems = invalid.problems
            refused.append(text)
        kept = before if problems else text.strip()
        assert {problem.field for problem in problems} <= {name.split()[-1]}
        assert caseload_store.ask(read) == kept

    for text in refused:
        assert not printable(text) or len(text) > NAME_LENGTH or not text.strip()


# --- On paper.


def test_a_form_is_made_whatever_somebody_is_called(caseload_store: Store) -> None:
    """Every string makes a form; letters the fonts have can be read back from it."""
    record = caseload_store.ask(lambda work: work.record(A))
    press = Press(CATALOGUE)
    dana = record.person(PersonId("A1"))
    read_back = 0
    for text in NAUGHTY[::4]:
        if not printable(text) or not text.strip():
            continue
        called = replace(dana, given=text.strip()[:120], family="Whitfield", known_as="")
        people = tuple(called if p.id == dana.id else p for p in record.people)
        forms = project_forms(replace(record, people=people), CATALOGUE.law, dana.id, TODAY)
        pdf = press.consent_form(next(iter(forms)).view, number="CF-TEST", made_on=TODAY)
        drawn = "".join(drawn_text(pdf).split())
        plain = "".join(called.given.split())
        if plain.isascii() and plain.isalnum() and len(plain) < 30:
            assert plain in drawn
            read_back += 1

    assert read_back > 10
