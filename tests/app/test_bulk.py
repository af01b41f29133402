"""Lists from outside: what is read, what is wrong with each line, and what is kept of them."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bulk.columns import ListKind, guess_places, missing_columns
from app.bulk.lines import PersonLine, read_agencies, read_people
from app.bulk.practices import looks_like_practices, read_practices
from app.bulk.sheet import Sheet, read_sheet
from app.catalogue import read_catalogue
from app.domain.agency import AgencyKind
from app.domain.household import Household, HouseholdDraft
from app.domain.identifiers import System
from app.domain.person import Ethnicity, Gender, Person
from app.domain.practice import Practice, PracticeState
from app.domain.problems import Why
from app.domain.reach import ContactPoint
from app.errors import Refused, Unreadable
from app.usecases.bulk_in import (
    checked_agencies,
    checked_people,
    take_in_agencies,
    take_in_people,
    take_in_practices,
)
from app.usecases.keep_household import add_household
from db.store import Store
from tests.builders import TODAY

COLUMNS = read_catalogue().columns
PEOPLE = b"""Family;First name;Surname;DOB;NHS no;Gender;Ethnicity;Address;Postcode;Mobile
Ashdown;Amy;Ashdown;3/4/1990;999 410 0408;F;13;5 Mill Lane, Northmarsh;zz99 1mm;07700 900301
Ashdown;Ben;Ashdown;May 2019;;m;not-asked;5 mill lane,  Northmarsh;ZZ99 1MM;
"""


def people(content: bytes) -> tuple[PersonLine, ...]:
    sheet = read_sheet(content)
    return read_people(sheet, guess_places(sheet.headings, COLUMNS[ListKind.PEOPLE]), TODAY)


def practice_row(**cells: str) -> list[str]:
    """Return one line of the practice list, 27 cells, with some set by number: c13="C"."""
    row = [""] * 27
    row[0], row[1], row[4], row[9] = "A99911", "MARSH SURGERY", "1 QUAY STREET", "ZZ99 1QQ"
    row[10], row[12], row[17], row[25] = "19740401", "A", "01632 960301", "4"
    for name, value in cells.items():
        row[int(name[1:]) - 1] = value
    return row


def practice_sheet(*rows: list[str]) -> Sheet:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return read_sheet(text.getvalue().encode(), headed=False)


def wrong(lines: tuple[Any, ...]) -> dict[int, list[tuple[str, Why]]]:
    return {line.line: [(p.field, p.why) for p in line.problems] for line in lines if line.problems}


# --- The file itself.


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_as_whatever_program_saved_it(separator: str, encoding: str) -> None:
    text = f'Name{separator}Note\r\n"Zoë"{separator}"one\ntwo"\r\n\r\nBo{separator}\r\n'

    sheet = read_sheet(text.encode(encoding))

    assert sheet.headings == ("Name", "Note")
    assert [(row.line, row.cells) for row in sheet.rows] == [
        (2, ("Zoë", "one\ntwo")),
        (5, ("Bo", "")),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no-lines"),
        (b"\n \n", "no-lines"),
        (b"\xff\xfe\x00", "not-a-sheet"),
        (b"\x81\x8d" * 3, "not-a-sheet"),
        (b"," * 300, "no-lines"),
        (b"a," * 300, "too-many-columns"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_the_reason(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as unreadable:
        read_sheet(content)

    assert [fault.code for fault in unreadable.value.faults] == [code]


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_any_bytes_are_a_list_or_are_refused(content: bytes) -> None:
    try:
        sheet = read_sheet(content)
    except Unreadable:
        return
    places = guess_places(sheet.headings, COLUMNS[ListKind.PEOPLE])
    assert len(read_people(sheet, places, TODAY)) == len(sheet.rows)
    assert len(read_agencies(sheet, places)) == len(sheet.rows)
    read_practices(sheet)


def test_headings_are_understood_however_they_are_written() -> None:
    headings = ("NHS_Number", "Surname ", "FORENAME(S)", "D.O.B.", "family", "Shoe size")

    places = guess_places(headings, COLUMNS[ListKind.PEOPLE])

    assert places == {"nhs_number": 0, "family_name": 1, "given": 2, "born": 3, "family": 4}


def test_what_is_needed_and_not_found_is_named() -> None:
    places = guess_places(("Name", "Phone"), COLUMNS[ListKind.AGENCIES])

    assert list(missing_columns(places, COLUMNS[ListKind.AGENCIES])) == ["kind"]


# --- People.


def test_people_are_read_whole() -> None:
    amy, ben = people(PEOPLE)

    assert (amy.line, amy.family, amy.said) == (2, "Ashdown", "Amy Ashdown")
    assert amy.draft.born is not None
    assert amy.draft.born.exact == date(1990, 4, 3)
    assert (amy.draft.gender, amy.draft.ethnicity) == (Gender.FEMALE, Ethnicity.WHITE_BRITISH)
    assert (amy.numbers[0].system, amy.numbers[0].value) == (System.NHS, "9994100408")
    assert ben.draft.born is not None
    assert ben.draft.born.text() == "2019-05"
    assert wrong((amy, ben)) == {}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("Ash;Amy;Ash;31/2/1990;;;;;;", [("born", Why.NOT_A_DATE)]),
        ("Ash;Amy;Ash;1/1/2030;;;;;;", [("born", Why.IN_FUTURE)]),
        ("Ash;;;;;;;;;", [("given", Why.MISSING)]),
        (";Amy;Ash;;;;;;;", [("family", Why.MISSING)]),
        ("Ash;Amy;Ash;;999 410 0379;;;;;", [("nhs_number", Why.NHS_CHECK)]),
        ("Ash;Amy;Ash;;12;;;;;", [("nhs_number", Why.NHS_LENGTH)]),
        ("Ash;Amy;Ash;;;woman;;;;", [("gender", Why.NOT_A_CHOICE)]),
        ("Ash;Amy;Ash;;;;20;;;", [("ethnicity", Why.NOT_A_CHOICE)]),
        ("Ash;Amy;Ash;;;;;;ZZ99 1AA;", [("address", Why.MISSING)]),
        ("Ash;Amy;Ash;;;;;;;call Mum", [("phone", Why.BAD_PHONE)]),
        ("Ash;A\x07my;Ash;;;;;;;", [("given", Why.BAD_CHARACTER)]),
        (
            "Ash;Amy;Ash;soon;1;x y;;;;-",
            [
                ("gender", Why.NOT_A_CHOICE),
                ("born", Why.NOT_A_DATE),
                ("nhs_number", Why.NHS_LENGTH),
                ("phone", Why.BAD_PHONE),
            ],
        ),
    ],
)
def test_everything_wrong_with_a_line_is_said_at_once(
    cells: str, expected: list[tuple[str, Why]]
) -> None:
    heading = PEOPLE.split(b"\n")[0] + b"\n"

    assert wrong(people(heading + cells.encode())) == {2: expected}


def test_the_same_number_on_two_lines_is_wrong_in_the_second() -> None:
    second = PEOPLE + b"Bell;Cara;Bell;;9994100408;;;;;\n"

    assert wrong(people(second)) == {4: [("nhs-number", Why.SAID_TWICE)]}


def test_a_good_list_is_kept_whole_and_can_be_taken_back(caseload_store: Store) -> None:
    done = caseload_store.run(take_in_people(people(PEOPLE), good_only=False, sha256="x")).value

    def ashdowns() -> list[Household]:
        every = caseload_store.ask(lambda work: work.kept(Household).every())
        return [household for household in every if household.name == "Ashdown"]

    family = ashdowns()[0].id
    record = caseload_store.ask(lambda work: work.record(family))
    assert (done.lines, done.families, len(ashdowns())) == (2, 1, 1)
    assert [person.given for person in record.people] == ["Amy", "Ben"]
    assert [home.lines for home in record.homes] == [("5 Mill Lane", "Northmarsh")]
    assert len(record.stays) == 2
    assert [point.value for point in record.contact_points] == ["07700 900301"]
    assert record.identifiers[0].value == "9994100408"

    caseload_store.undo()
    assert ashdowns() == []
    assert not any(
        point.value == "07700 900301"
        for point in caseload_store.ask(lambda work: work.kept(ContactPoint).every())
    )


def test_the_store_is_asked_about_every_line(caseload_store: Store) -> None:
    content = (
        b"Family,First name,Surname,DOB,NHS number\n"
        b"New one,Dana,Other,,999 410 0378\n"  # Dana Whitfield's number
        b"whitfield and okafor,Leo,Reid,9 January 2013,\n"  # there already
        b"Whitfield and Okafor,Zed,Reid,,\n"  # a new person of a known family
    )

    checked = caseload_store.ask(lambda work: checked_people(work, people(content)))

    assert wrong(checked) == {
        2: [("nhs_number", Why.TAKEN)],
        3: [("given", Why.ALREADY_RECORDED)],
    }


def test_one_bad_line_keeps_all_out_unless_the_good_ones_are_wanted(
    caseload_store: Store,
) -> None:
    lines = people(PEOPLE + b"Ashdown;;;;;;;;;\n")
    before = len(caseload_store.ask(lambda work: work.kept(Person).every()))

    with pytest.raises(Refused) as refused:
        caseload_store.run(take_in_people(lines, good_only=False, sha256="x"))
    untouched = len(caseload_store.ask(lambda work: work.kept(Person).every()))
    done = caseload_store.run(take_in_people(lines, good_only=True, sha256="x")).value

    assert refused.value.reasons == ("bad-lines",)
    assert untouched == before
    assert done.lines == 2


def test_a_list_without_one_good_line_changes_nothing(caseload_store: Store) -> None:
    heading = PEOPLE.split(b"\n")[0]

    command = take_in_people(people(heading + b"\n;;;;;;;;;x"), good_only=True, sha256="x")
    with pytest.raises(Refused) as refused:
        caseload_store.run(command)

    assert refused.value.reasons == ("no-good-lines",)


def test_a_name_that_several_families_have_is_not_guessed(caseload_store: Store) -> None:
    for _ in range(2):
        caseload_store.run(add_household(HouseholdDraft(name="Twin")))
    lines = people(b"Family,First name,DOB\ntwin,Bo,\n")

    checked = caseload_store.ask(lambda work: checked_people(work, lines))

    assert wrong(checked) == {2: [("family", Why.SEVERAL)]}


# --- Agencies.


def test_agencies_are_kept_and_offered_to_every_family(caseload_store: Store) -> None:
    sheet = read_sheet(
        b"Organisation,Type,Phone,Public body\n"
        b"Marsh Rowing Club,voluntary,01632 960310,no\n"
        b"Northmarsh CAMHS,camhs,,\n"
        b"Mill School,Primary School,,yes\n"
        b"Nobody,wizards,ring,maybe\n"
        b"Mill school,primary-school,,\n"
    )
    lines = read_agencies(sheet, guess_places(sheet.headings, COLUMNS[ListKind.AGENCIES]))
    checked = caseload_store.ask(lambda work: checked_agencies(work, lines))

    done = caseload_store.run(take_in_agencies(lines, good_only=True, sha256="x")).value

    assert wrong(checked) == {
        3: [("name", Why.ALREADY_RECORDED)],
        5: [
            ("kind", Why.NOT_A_CHOICE),
            ("public", Why.NOT_A_CHOICE),
            ("phone", Why.BAD_PHONE),
        ],
        6: [("name", Why.SAID_TWICE)],
    }
    assert done.lines == 2
    assert lines[0].draft.kind is AgencyKind.VOLUNTARY
    assert (lines[0].draft.public, lines[2].draft.public, lines[0].draft.listed) == (
        False,
        True,
        True,
    )


# --- The national list of practices.


def test_a_practice_is_read_from_its_27_columns() -> None:
    sheet = practice_sheet(practice_row(c6="NORTHMARSH", c12="20200331", c13="C"))

    (line,) = read_practices(sheet)

    assert looks_like_practices(sheet)
    assert line.practice == Practice(
        id="A99911",
        name="MARSH SURGERY",
        lines=("1 QUAY STREET", "NORTHMARSH"),
        postcode="ZZ99 1QQ",
        phone="01632 960301",
        state=PracticeState.CLOSED,
        opened=date(1974, 4, 1),
        closed=date(2020, 3, 31),
    )


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"c1": "A9"}, ("ods", Why.ODS_SHAPE)),
        ({"c2": ""}, ("name", Why.MISSING)),
        ({"c11": "1974"}, ("opened", Why.NOT_A_DATE)),
        ({"c12": "20201331"}, ("closed", Why.NOT_A_DATE)),
        ({"c13": "Z"}, ("state", Why.NOT_A_CHOICE)),
        ({"c18": "none"}, ("phone", Why.BAD_PHONE)),
    ],
)
def test_each_cell_of_a_practice_is_checked(
    cells: dict[str, str], expected: tuple[str, Why]
) -> None:
    lines = read_practices(practice_sheet(practice_row(**cells)))

    assert wrong(lines) == {1: [expected]}
    assert lines[0].practice is None


def test_other_prescribers_are_left_out_and_a_short_line_is_said() -> None:
    sheet = practice_sheet(practice_row(), practice_row(c1="Y01", c26="8"), ["A1", "B"])

    lines = read_practices(sheet)

    assert [line.line for line in lines] == [1, 3]
    assert wrong(lines) == {3: [("columns", Why.NOT_27_COLUMNS)]}


def test_a_new_list_takes_the_place_of_the_old_one_and_is_no_step_of_undo(
    caseload_store: Store,
) -> None:
    def names() -> list[str]:
        return [p.name for p in caseload_store.ask(lambda work: work.kept(Practice).every())]

    both = read_practices(practice_sheet(practice_row(), practice_row(c1="A99912", c2="TWO")))
    bad = read_practices(practice_sheet(practice_row(c2="ONE"), practice_row(c1="?")))
    caseload_store.run(take_in_practices(both, good_only=False, sha256="x"))
    with pytest.raises(Refused):
        caseload_store.run(take_in_practices(bad, good_only=False, sha256="y"))
    after_two = names()
    caseload_store.run(take_in_practices(bad, good_only=True, sha256="y"))

    assert after_two == ["MARSH SURGERY", "TWO"]
    assert names() == ["ONE"]
    assert caseload_store.undo() is None
    assert caseload_store.check().findings == ()
