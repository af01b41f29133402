"""The table of traps is whole, and what is awaited shows by itself that it has come."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.traps.__main__ import Results, told
from tests.traps.table import (
    AWAITED,
    OUTPUTS,
    TRAPS,
    appeared,
    awaited_as,
    missing_tests,
    named_tests,
    surfaces,
)

SAID = {one.name: one for one in AWAITED}
NOW = ["app/documents/consent_form", "app/usecases/note_paper", "picture", "share-request"]


def test_all_45_traps_are_in_the_table_with_their_outputs() -> None:
    numbers = [trap.number for trap in TRAPS]

    assert numbers == list(range(1, 46))
    assert all(trap.touched and trap.touched <= OUTPUTS for trap in TRAPS)
    assert len({trap.title for trap in TRAPS}) == 45


def test_every_trap_that_is_not_awaited_has_a_test_named_for_it() -> None:
    tests = named_tests()

    missing = missing_tests(tests, surfaces())

    assert missing == {}
    assert set(tests) <= {trap.number for trap in TRAPS}


def test_the_surfaces_of_the_program_are_really_looked_at() -> None:
    names = surfaces()

    assert {"app/documents/consent_form", "documents", "share-request", "picture_pdf"} <= set(names)
    assert len(names) > 100


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ("subject access", "app/documents/subject_access_bundle"),
        ("subject access", "subject-access"),
        ("subject access", "SubjectAccess"),
        ("subject access", "ui/dialogs/sar_dialog"),
        ("subject access", "app/usecases/prepare_disclosure"),
        ("retention and purge", "app/usecases/purge"),
        ("retention and purge", "ui/commands/retention"),
        ("e-mail draft", "app/documents/email_draft"),
        ("e-mail draft", "ui/windows/e_mail_errands"),
        ("calendar", "app/interchange/calendar"),
        ("calendar", "meeting_ics"),
        ("FHIR", "app/interchange/fhir_bundle"),
    ],
)
def test_an_output_that_appears_is_seen_by_its_name(output: str, name: str) -> None:
    seen = appeared(SAID[output], [*NOW, name])

    assert seen == [name]


@pytest.mark.parametrize("name", [*NOW, "topics", "sardine", "calendars_of_work", "ui/pages/music"])
def test_what_only_sounds_like_an_output_is_not_taken_for_one(name: str) -> None:
    assert [one.name for one in AWAITED if appeared(one, [name])] == []


def test_an_awaited_trap_fails_once_its_output_is_there_without_a_test() -> None:
    tests = {trap.number: ["test_trap_00_x"] for trap in TRAPS if trap.number not in (18, 19, 20)}

    before = missing_tests(tests, NOW)
    after = missing_tests(tests, [*NOW, "app/documents/subject_access"])

    assert before == {}
    assert after == {18: "no test", 19: "no test", 20: "no test"}
    assert awaited_as(18, NOW) == "subject access"
    assert awaited_as(18, [*NOW, "subject-access"]) == ""


def test_a_calendar_asks_for_one_more_test_of_each_trap_it_touches() -> None:
    tests = {trap.number: [f"test_trap_{trap.number:02}_a_thing"] for trap in TRAPS}
    tests[9] += ["test_trap_09_no_calendar_names_the_clinic"]

    missing = missing_tests(tests, [*NOW, "app/interchange/calendar"])

    assert set(missing) == {1, 2, 22, 24, 34, 35, 36}


def test_a_trap_without_a_test_is_missing_and_one_line_is_printed_for_each() -> None:
    tests = {trap.number: ["test_trap_00_x"] for trap in TRAPS if trap.number != 5}
    results = Results()
    results.passed.update({trap.number: 2 for trap in TRAPS if trap.number not in (5, 18)})
    results.failed[7] += 1

    lines = told(results, missing_tests(tests, NOW), {18: "subject access"})

    assert len(lines) == 45
    assert lines[4].endswith("FAILED no test")
    assert lines[6].endswith("FAILED 1 of 3")
    assert lines[17].endswith("awaited: there is no subject access yet")
    assert lines[0].endswith("passed 2")


def test_tests_are_read_from_the_files_themselves(tmp_path: Path) -> None:
    (tmp_path / "test_some.py").write_text(
        "def test_trap_07_one():\n    pass\n\n\ndef test_other():\n    pass\n"
    )

    found = named_tests(tmp_path)

    assert found == {7: ["test_trap_07_one"]}
