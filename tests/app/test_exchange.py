"""Out of one store and into another: not a byte differs."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings

from app.catalogue import demo_caseload, interchange_schema
from app.domain.consistency import misfits
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.questions import usual_request
from app.domain.restricted import LookReason
from app.interchange.reading import read_file
from app.interchange.writing import file_text
from app.usecases.exchange import export_file, import_file
from app.usecases.request_share import request_share
from db.store import Store, open_in_memory
from tests.app.chance_records import files
from tests.builders import TODAY, as_file, caseload, catalogue, fill, law
from tests.conftest import NOW


def let_in(text: str) -> Store:
    """Return a new store with a file in it."""
    store = open_in_memory(by="kw-test", clock=lambda: NOW)
    contents = read_file(text.encode(), interchange_schema(), TODAY)
    store.run(import_file(contents, sha256="0" * 64))
    return store


def test_the_caseload_comes_out_as_it_went_in(store: Store) -> None:
    store.run(import_file(caseload(), sha256="0" * 64))

    out = store.run(export_file()).value

    assert json.loads(out) == json.loads(demo_caseload())


def test_an_export_let_into_a_new_store_is_exported_the_same(caseload_store: Store) -> None:
    first = caseload_store.run(export_file()).value
    other = let_in(first)

    second = other.run(export_file()).value

    assert second == first
    assert other.check().findings == ()
    other.close()


def test_one_family_comes_out_with_its_own_agencies_and_goes_in_alone(
    caseload_store: Store,
) -> None:
    first = caseload_store.run(export_file(HouseholdId("family-b"))).value
    other = let_in(first)

    second = other.run(export_file()).value

    assert second == first
    assert {a["id"] for a in json.loads(first)["agencies"]} == {
        *("P1", "P4", "school-b", "therapy", "camhs-b", "marac"),
    }
    other.close()


def test_families_let_in_one_after_the_other_are_all_there(caseload_store: Store) -> None:
    parts = [
        caseload_store.run(
            export_file(HouseholdId(f"family-{letter}"), private=LookReason.HAND_OVER)
        ).value
        for letter in "abc"
    ]
    store = let_in(parts[0])

    for part in parts[1:]:
        contents = read_file(part.encode(), interchange_schema(), TODAY)
        store.run(import_file(contents, sha256="0"))

    assert json.loads(as_file(store))["households"] == json.loads(demo_caseload())["households"]
    store.close()


def test_what_was_made_in_the_program_goes_in_again(caseload_store: Store) -> None:
    draft = usual_request(
        caseload().records[1],
        law(),
        catalogue().bank,
        person=PersonId("B2"),
        agency=AgencyId("P1"),
        on=TODAY,
    )
    caseload_store.run(request_share(draft, law()))
    first = caseload_store.run(export_file()).value

    second = as_file(other := let_in(first))

    assert second == first
    other.close()


def test_an_empty_store_is_an_empty_file(store: Store) -> None:
    out = store.run(export_file()).value

    assert json.loads(out) == {"format": "think-family/1", "households": []}
    assert as_file(let_in(out)) == out


def test_every_record_of_the_caseload_holds_together() -> None:
    assert [misfits(record, TODAY) for record in caseload().records] == [(), (), ()]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=files())
def test_any_records_come_out_as_they_went_in(parts: dict[str, Any]) -> None:
    first = file_text(**parts)
    contents = read_file(first.encode(), interchange_schema(), TODAY)
    store = let_in(first)

    second = as_file(store)

    assert second == first
    assert [r.people for r in contents.records] == [r.people for r in parts["records"]]
    assert store.check().findings == ()
    store.close()


def test_an_import_and_an_export_leave_one_line_each_in_the_journal() -> None:
    store = fill(open_in_memory(by="kw-test", clock=lambda: NOW))

    store.run(export_file())

    names = [row[0] for row in store._connection.execute("SELECT name FROM operation")]
    assert names == ["unlock", "import_file", "export_file"]
    store.close()
