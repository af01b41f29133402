"""Reading a think-family/1 file: everything that is right, and every place that is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.catalogue import demo_caseload, interchange_schema
from app.errors import Fault, Unreadable
from app.interchange.reading import LARGEST, MOST_FAULTS, read_file
from app.interchange.schema import schema, schema_text
from app.usecases.exchange import import_file
from db.store import Store
from tests.app.bad_files import BROKEN, SPOILT, Change, file_of, spoilt, whole
from tests.builders import TODAY, as_file, caseload
from ui.wording import in_words

WRONG = [row for row in SPOILT if row[3]]


def faults(content: bytes) -> list[Fault]:
    with pytest.raises(Unreadable) as unreadable:
        read_file(content, interchange_schema(), TODAY)
    return list(unreadable.value.faults)


def test_the_schema_that_ships_is_the_one_the_entities_make() -> None:
    assert interchange_schema() == schema()
    assert json.loads(schema_text()) == schema()


def test_the_demo_caseload_is_read_whole() -> None:
    found = caseload()

    assert [r.household.name for r in found.records] == [
        "Whitfield and Okafor",
        "Begum and Hale",
        "Doyle",
    ]
    assert sum(len(r.people) for r in found.records) == 17
    assert len(found.agencies) == 22


def test_a_byte_order_mark_and_other_line_ends_make_no_difference() -> None:
    windows = b"\xef\xbb\xbf" + demo_caseload().replace(b"\n", b"\r\n")

    assert read_file(windows, interchange_schema(), TODAY) == caseload()


def test_a_file_with_no_families_is_read() -> None:
    found = read_file(
        b'{"format": "think-family/1", "households": []}', interchange_schema(), TODAY
    )

    assert (found.records, found.agencies, found.office) == ((), (), None)


def test_an_unborn_child_needs_no_name() -> None:
    change = next(row[1] for row in SPOILT if not row[3])

    assert len(read_file(spoilt(change), interchange_schema(), TODAY).records) == 3


@pytest.mark.parametrize(
    ("name", "content", "path", "code"), BROKEN, ids=[row[0] for row in BROKEN]
)
def test_a_broken_file_is_told_in_one_fault(
    name: str, content: bytes, path: str, code: str
) -> None:
    (fault,) = faults(content)

    assert fault.code == code, name
    assert fault.path.startswith(path)


@pytest.mark.parametrize(("name", "change", "path", "code"), WRONG, ids=[row[0] for row in WRONG])
def test_a_file_with_one_thing_wrong_says_where(
    name: str, change: Change, path: str, code: str
) -> None:
    found = faults(spoilt(change))

    assert (path, code) in [(fault.path, fault.code) for fault in found], name
    assert in_words(Unreadable(tuple(found))).count("\n") == 0


def test_a_file_that_is_too_large_is_not_even_parsed() -> None:
    (fault,) = faults(b" " * (LARGEST + 1))

    assert (fault.code, fault.allowed) == ("too-large", "64 MB")


def test_every_fault_is_told_and_not_only_the_first() -> None:
    file = whole()
    people: list[dict[str, Any]] = file["households"][0]["people"]
    for person in people:
        person["given"] = 5

    found = faults(file_of(file))

    assert [fault.path for fault in found] == [
        f"households[0].people[{n}].given" for n in range(len(people))
    ]


def test_every_missing_field_is_told_once() -> None:
    file = {"format": "think-family/1", "households": [{"people": [{}]}]}

    found = faults(file_of(file))

    assert sorted(fault.path for fault in found) == [
        "households[0].id",
        "households[0].name",
        "households[0].people[0].id",
    ]


def test_a_file_with_a_thousand_faults_tells_the_first_of_them() -> None:
    file = whole()
    file["households"][0]["notes"] = [{"id": f"n{n}", "on": "never"} for n in range(1000)]

    assert len(faults(file_of(file))) == MOST_FAULTS


@pytest.mark.parametrize(
    "content",
    [row[1] for row in BROKEN] + [spoilt(row[1]) for row in WRONG[::9]],
)
def test_nothing_of_a_bad_file_gets_into_a_store(content: bytes, caseload_store: Store) -> None:
    before = as_file(caseload_store)

    with pytest.raises(Unreadable):
        read_file(content, interchange_schema(), TODAY)

    assert as_file(caseload_store) == before


def test_a_file_is_let_in_once(caseload_store: Store) -> None:
    before = as_file(caseload_store)

    with pytest.raises(Unreadable) as unreadable:
        caseload_store.run(import_file(caseload(), sha256="0"))

    paths = {fault.path for fault in unreadable.value.faults}
    assert {fault.code for fault in unreadable.value.faults} == {"in-store-already"}
    assert {"households[0].id", "households[1].people[0].id"} <= paths
    assert "households[0].requests[0].number" in paths
    assert not any(path.startswith("agencies") for path in paths)  # the very same ones
    assert as_file(caseload_store) == before


def test_an_agency_that_is_here_already_and_differs_is_a_fault(caseload_store: Store) -> None:
    file = {
        "format": "think-family/1",
        "agencies": [{"id": "P1", "name": "Another", "kind": "gp-practice"}],
        "households": [],
    }
    contents = read_file(file_of(file), interchange_schema(), TODAY)

    with pytest.raises(Unreadable) as unreadable:
        caseload_store.run(import_file(contents, sha256="0"))

    assert unreadable.value.faults == (Fault("agencies[0].id", "in-store-already"),)


def test_the_office_of_a_file_does_not_replace_ours(caseload_store: Store) -> None:
    file = {"format": "think-family/1", "office": {"team": "Theirs"}, "households": []}

    caseload_store.run(
        import_file(read_file(file_of(file), interchange_schema(), TODAY), sha256="0")
    )

    assert '"team": "Northmarsh Family Help Team"' in as_file(caseload_store)


def test_undo_does_not_take_back_an_import(caseload_store: Store) -> None:
    assert caseload_store.undo() is None
