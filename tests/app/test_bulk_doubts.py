"""Lists that are nearly right: quotation marks, several lines in a cell, somebody twice, undo."""

from __future__ import annotations

import pytest

from app.bulk.practices import read_practices
from app.bulk.sheet import read_sheet
from app.domain.practice import Practice
from app.domain.problems import Why
from app.errors import Unreadable
from app.usecases.bulk_in import checked_people, take_in_people, take_in_practices
from db.store import Store
from tests.app.test_bulk import PEOPLE, people, practice_row, practice_sheet, wrong
from ui.wording import in_words

HEADING = PEOPLE.split(b"\n")[0] + b"\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'Family;First name\nAsh;Bo\nAsh;"Amy\nAsh;Ben\nAsh;Cy\n', "line 3: a quotation mark"),
        (b'Family;First name\nAsh;"Amy"x;\n', "line 2: a quotation mark"),
        (b"a" * 131_073 + b";b\nc;d\n", "line 1: a cell is too long"),
        (b"Family;First name\nAsh;" + b"a" * 131_073, "line 2: a cell is too long"),
    ],
)
def test_a_file_that_would_be_misread_is_refused_with_its_line(content: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as unreadable:
        read_sheet(content)

    assert in_words(unreadable.value).startswith(said)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_name_that_goes_over_several_lines_is_refused(end: str) -> None:
    cells = f'Ash;"Amy{end}Ben";Ash;;;;;;;{end}Ash;Cy;"Ash{end}Ash;Di;Ash";;;;;;;{end}'

    lines = people(HEADING + cells.encode())

    assert wrong(lines) == {
        2: [("given", Why.SEVERAL_LINES)],
        4: [("family_name", Why.SEVERAL_LINES)],
    }


def test_an_address_may_go_over_several_lines() -> None:
    (line,) = people(HEADING + b'Ash;Amy;Ash;;;;;"5 Mill Lane\nNorthmarsh";;\n')

    assert (line.address, line.problems) == (("5 Mill Lane", "Northmarsh"), ())


def test_a_practice_that_goes_over_several_lines_is_refused() -> None:
    lines = read_practices(practice_sheet(practice_row(c2="MARSH\nSURGERY")))

    assert wrong(lines) == {1: [("columns", Why.SEVERAL_LINES)]}


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"'])
def test_a_first_line_that_names_the_separator_is_followed_and_passed_over(first: str) -> None:
    sheet = read_sheet(f"{first}\r\nFamily;Note, long\r\nAsh;a, b, c\r\n".encode())

    assert sheet.headings == ("Family", "Note, long")
    assert [(row.line, row.cells) for row in sheet.rows] == [(3, ("Ash", "a, b, c"))]


def test_somebody_who_stands_in_a_list_twice_is_wrong_the_second_time() -> None:
    cells = (
        b"Ash;Amy;Ash;3/4/1990;;;;;;\n"
        b"ASH;amy;Ash;3 April 1990;;;;;;\n"
        b"Ash;Amy;Ash;4/4/1990;;;;;;\n"
        b"Bell;Amy;Ash;3/4/1990;;;;;;\n"
    )

    assert wrong(people(HEADING + cells)) == {3: [("given", Why.SAID_TWICE)]}


def test_a_new_family_with_two_addresses_is_marked_and_may_be_kept(caseload_store: Store) -> None:
    cells = (
        b"Smith;Amy;Smith;;;;;5 Mill Lane;ZZ99 1MM;\n"
        b"Smith;Ben;Smith;;;;;5 mill  lane;;\n"
        b"smith;Cy;Smith;;;;;9 Quay Street;ZZ99 1QQ;\n"
        b"Smith;Di;Smith;;;;;;;\n"
        b"Doyle;Ed;Doyle;;;;;1 New Road;;\n"
    )
    lines = people(HEADING + cells)

    checked = caseload_store.ask(lambda work: checked_people(work, lines))
    done = caseload_store.run(take_in_people(lines, good_only=False, sha256="x")).value

    assert [line.line for line in checked if line.other_address] == [4]
    assert (done.lines, done.families, done.can_undo) == (5, 1, True)


def test_undo_after_a_practice_list_takes_back_nothing_older(caseload_store: Store) -> None:
    added = people(PEOPLE)
    caseload_store.run(take_in_people(added, good_only=False, sha256="x"))
    practices = read_practices(practice_sheet(practice_row()))

    done = caseload_store.run(take_in_practices(practices, good_only=False, sha256="y")).value

    assert not done.can_undo
    assert caseload_store.undo() is None
    assert len(caseload_store.ask(lambda work: work.kept(Practice).every())) == 1
    again = caseload_store.ask(lambda work: checked_people(work, added))
    assert all(line.problems for line in again)
