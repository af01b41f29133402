"""Adding and correcting people, their numbers, and where they live."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.dates import PartialDate
from app.domain.home import HomeDraft, Stay
from app.domain.household import HouseholdDraft, Office
from app.domain.identifiers import System
from app.domain.ids import HomeId, HouseholdId, PersonId
from app.domain.person import Person, PersonDraft, Safety
from app.domain.problems import Problem, Why
from app.domain.reach import Identifier, IdentifierDraft
from app.errors import Invalid, Refused
from app.operation import Command
from app.usecases.keep_homes import add_home, change_home
from app.usecases.keep_household import add_household, keep_office, rename_household
from app.usecases.keep_people import add_person, change_person
from app.usecases.keep_stays import move_person
from app.usecases.list_households import list_households
from db.store import Store
from tests.builders import TODAY

A, LEO = HouseholdId("family-a"), PersonId("A4")
NHS, UPN = System.NHS, System.UPN


def number(value: str, system: System = NHS, **rest: Any) -> IdentifierDraft:
    return IdentifierDraft(system=system, value=value, **rest)


def problems(store: Store, command: Command[Any]) -> list[tuple[str, Why]]:
    with pytest.raises(Invalid) as invalid:
        store.run(command)
    return [(problem.field, problem.why) for problem in invalid.value.problems]


def numbers_of(store: Store, who: str) -> dict[System, str]:
    kept = store.ask(lambda work: work.kept(Identifier).of(A))
    return {i.system: i.value for i in kept if i.person == who}


def stays_of(store: Store, who: str) -> list[tuple[str, bool, date | None, date | None]]:
    kept = store.ask(lambda work: work.kept(Stay).of(A))
    return [(s.home, s.main, s.since, s.until) for s in kept if s.person == who]


def draft_of(store: Store, who: str) -> PersonDraft:
    person = store.ask(lambda work: work.kept(Person).find(who))
    assert person is not None
    return PersonDraft(given=person.given, family=person.family, born=person.born)


def test_a_person_is_kept_with_tidy_names_numbers_and_a_home(caseload_store: Store) -> None:
    typed = PersonDraft(given="  Ivy ", family=" Reid", born=PartialDate.of(date(2021, 5, 1)))
    numbers = (number("999 410 0378"), number("", UPN))

    with pytest.raises(Invalid):
        caseload_store.run(add_person(A, typed, numbers))  # Dana's number
    kept = caseload_store.run(add_person(A, typed, (number("999 000 0018"),), HomeId("H1"))).value

    assert (kept.name, kept.household) == ("Ivy Reid", A)
    assert numbers_of(caseload_store, kept.id) == {NHS: "9990000018"}
    assert stays_of(caseload_store, kept.id) == [("H1", True, None, None)]


@pytest.mark.parametrize(
    ("sentence", "typed", "expected"),
    [
        ("no name", PersonDraft(), ("given", Why.MISSING)),
        ("a blank name", PersonDraft(given="  "), ("given", Why.MISSING)),
        ("too long", PersonDraft(given="x" * 121), ("given", Why.TOO_LONG)),
        ("unprintable", PersonDraft(given="a\x00"), ("given", Why.BAD_CHARACTER)),
        ("half a character", PersonDraft(given="a\ud800"), ("given", Why.BAD_CHARACTER)),
        (
            "born tomorrow",
            PersonDraft(given="A", born=PartialDate.read("2026-11-23")),
            ("born", Why.IN_FUTURE),
        ),
        (
            "born too long ago",
            PersonDraft(given="A", born=PartialDate.read("1895")),
            ("born", Why.TOO_OLD),
        ),
        (
            "born and expected",
            PersonDraft(given="A", born=PartialDate.read("2026"), due=TODAY),
            ("due", Why.BORN_AND_DUE),
        ),
        (
            "expected in two years",
            PersonDraft(due=date(2028, 11, 22)),
            ("due", Why.NOT_A_DATE),
        ),
        (
            "died tomorrow",
            PersonDraft(given="A", died=PartialDate.read("2026-11-23")),
            ("died", Why.IN_FUTURE),
        ),
        (
            "died before birth",
            PersonDraft(given="A", born=PartialDate.read("2020"), died=PartialDate.read("2019-07")),
            ("died", Why.DIED_BEFORE_BORN),
        ),
    ],
)
def test_what_is_wrong_with_a_person_is_said(
    sentence: str, typed: PersonDraft, expected: tuple[str, Why], caseload_store: Store
) -> None:
    assert expected in problems(caseload_store, add_person(A, typed)), sentence


@pytest.mark.parametrize(
    ("sentence", "typed", "expected"),
    [
        ("a wrong digit", number("999 410 0379"), (NHS, Why.NHS_CHECK)),  # check 14
        ("too short", number("999 410 037"), (NHS, Why.NHS_LENGTH)),
        ("repeated", number("999 999 9999"), (NHS, Why.NHS_REPEATED)),
        ("her daughter's", number("9994107291"), (NHS, Why.ALREADY_RECORDED)),  # trap 30
        ("her daughter's, spaced", number("999-410-7291"), (NHS, Why.ALREADY_RECORDED)),
        ("a pupil number", number("A801200005001", UPN), (UPN, Why.UPN_CHECK)),
        (
            "verified, nobody knows where",
            number("9990000018", verified_on=TODAY),
            ("nhs-number.source", Why.NEEDS_SOURCE),
        ),
        (
            "verified tomorrow",
            number("9990000018", source="x", verified_on=date(2026, 11, 23)),
            ("nhs-number.verified_on", Why.IN_FUTURE),
        ),
    ],
)
def test_a_number_that_cannot_be_theirs_is_refused(
    sentence: str, typed: IdentifierDraft, expected: tuple[str, Why], caseload_store: Store
) -> None:
    command = change_person(PersonId("A1"), draft_of(caseload_store, "A1"), (typed,))

    assert expected in problems(caseload_store, command), sentence
    assert numbers_of(caseload_store, "A1") == {NHS: "9994100378"}


def test_numbers_are_corrected_taken_away_and_left_alone(caseload_store: Store) -> None:
    typed = draft_of(caseload_store, LEO)

    caseload_store.run(change_person(LEO, typed, (number("9990000018"),)))
    corrected = numbers_of(caseload_store, LEO)
    caseload_store.run(change_person(LEO, typed, (number(" "),)))
    taken_away = numbers_of(caseload_store, LEO)

    assert corrected == {NHS: "9990000018", UPN: "N999200117014"}
    assert taken_away == {UPN: "N999200117014"}


def test_an_unborn_child_has_no_number(caseload_store: Store) -> None:
    expected = PersonDraft(due=date(2027, 2, 19))

    added = problems(caseload_store, add_person(A, expected, (number("9990000018"),)))
    changed = problems(caseload_store, change_person(PersonId("A6"), expected))

    assert added == [(NHS, Why.UNBORN)]
    assert changed == [(NHS, Why.UNBORN)]


def test_a_child_that_is_born_keeps_their_id_and_their_links(caseload_store: Store) -> None:
    born = PersonDraft(given="Sol", family="Okafor", born=PartialDate.of(TODAY))

    kept = caseload_store.run(change_person(PersonId("A7"), born, (number("9990000018"),))).value

    record = caseload_store.ask(lambda work: work.record(A))
    assert (kept.id, kept.unborn) == ("A7", False)
    assert record.parents_of(kept.id) == ("A1", "A2")


def test_moving_ends_the_old_main_stay_and_begins_the_new(caseload_store: Store) -> None:
    caseload_store.run(move_person(PersonId("A2"), HomeId("H2")))

    assert stays_of(caseload_store, "A2") == [
        ("H1", True, date(2021, 6, 1), TODAY),
        ("H2", True, TODAY, None),
    ]


def test_moving_to_the_second_home_ends_the_nights_spent_there(caseload_store: Store) -> None:
    caseload_store.run(move_person(LEO, HomeId("H2")))

    assert stays_of(caseload_store, LEO) == [
        ("H1", True, date(2021, 6, 1), TODAY),
        ("H2", False, None, TODAY),
        ("H2", True, TODAY, None),
    ]


def test_moving_where_they_live_changes_nothing(caseload_store: Store) -> None:
    before = stays_of(caseload_store, "A2")

    caseload_store.run(move_person(PersonId("A2"), HomeId("H1")))

    assert stays_of(caseload_store, "A2") == before


def test_a_stay_that_is_told_late_ends_when_the_next_one_began(caseload_store: Store) -> None:
    caseload_store.run(move_person(PersonId("A2"), HomeId("H2"), since=date(2020, 1, 1)))

    assert stays_of(caseload_store, "A2") == [
        ("H1", True, date(2021, 6, 1), None),
        ("H2", True, date(2020, 1, 1), date(2021, 6, 1)),
    ]


def test_moving_out_leaves_nowhere_known(caseload_store: Store) -> None:
    moved = caseload_store.run(move_person(PersonId("A3"), None)).value

    assert moved is None
    assert stays_of(caseload_store, "A3") == [("H2", True, None, TODAY)]


def test_nobody_moves_tomorrow_or_into_another_familys_home(caseload_store: Store) -> None:
    tomorrow = move_person(PersonId("A2"), HomeId("H2"), since=date(2026, 11, 23))
    stranger = move_person(PersonId("A2"), HomeId("H4"))

    assert problems(caseload_store, tomorrow) == [("since", Why.IN_FUTURE)]
    assert problems(caseload_store, stranger) == [("home", Why.NO_SUCH_HOME)]


def test_a_new_home_takes_in_its_members_from_today(caseload_store: Store) -> None:
    draft = HomeDraft(
        label=" New home ",
        lines=(" 1 New Road ", " "),
        postcode=" zz99 1nn ",
        safety=Safety.CONFIDENTIAL,
        members=(PersonId("A1"), PersonId("A1"), PersonId("A6")),
    )

    home = caseload_store.run(add_home(A, draft)).value

    assert (home.label, home.lines, home.postcode) == ("New home", ("1 New Road",), "ZZ99 1NN")
    assert (home.confidential, home.confidential_since) == (True, TODAY)
    assert stays_of(caseload_store, "A1") == [
        ("H1", True, date(2021, 6, 1), TODAY),
        (home.id, True, TODAY, None),
    ]


@pytest.mark.parametrize(
    ("sentence", "draft", "expected"),
    [
        ("no label", HomeDraft(), ("label", Why.MISSING)),
        ("a long line", HomeDraft(label="x", lines=("y" * 121,)), ("lines", Why.TOO_LONG)),
        ("a bad line", HomeDraft(label="x", lines=("y\x07",)), ("lines", Why.BAD_CHARACTER)),
        ("a long postcode", HomeDraft(label="x", postcode="Z" * 13), ("postcode", Why.TOO_LONG)),
        (
            "a stranger",
            HomeDraft(label="x", members=(PersonId("B1"),)),
            ("members", Why.NO_SUCH_PERSON),
        ),
    ],
)
def test_what_is_wrong_with_a_home_is_said(
    sentence: str, draft: HomeDraft, expected: tuple[str, Why], caseload_store: Store
) -> None:
    assert problems(caseload_store, add_home(A, draft)) == [expected], sentence


def test_a_home_becomes_confidential_on_the_day_and_stays_so(caseload_store: Store) -> None:
    hidden = HomeDraft(label="Home", safety=Safety.CONFIDENTIAL)
    open_ = HomeDraft(label="Home")

    first = caseload_store.run(change_home(HomeId("H4"), hidden)).value
    second = caseload_store.run(change_home(HomeId("H1"), hidden)).value
    third = caseload_store.run(change_home(HomeId("H1"), open_)).value

    assert first.confidential_since == date(2026, 8, 11)
    assert second.confidential_since == TODAY
    assert third.confidential_since is None


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (change_person(PersonId("none"), PersonDraft(given="A")), "no-such-person"),
        (move_person(PersonId("none"), None), "no-such-person"),
        (change_home(HomeId("none"), HomeDraft(label="x")), "no-such-home"),
        (rename_household(HouseholdId("none"), HouseholdDraft(name="x")), "no-such-household"),
    ],
)
def test_what_is_not_there_is_refused(
    command: Command[Any], reason: str, caseload_store: Store
) -> None:
    with pytest.raises(Refused) as refused:
        caseload_store.run(command)

    assert refused.value.reasons == (reason,)


def test_families_are_listed_by_name_and_a_new_one_is_among_them(caseload_store: Store) -> None:
    caseload_store.run(add_household(HouseholdDraft(name=" Ash ")))
    caseload_store.run(rename_household(HouseholdId("family-c"), HouseholdDraft(name="an Elm")))

    names = [line.name for line in caseload_store.ask(list_households)]

    assert names == ["an Elm", "Ash", "Begum and Hale", "Whitfield and Okafor"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 121, "a\x1b"])
def test_a_family_needs_a_name_that_can_be_kept(name: str, caseload_store: Store) -> None:
    found = problems(caseload_store, add_household(HouseholdDraft(name=name)))

    assert [field for field, _ in found] == ["name"]


def test_the_office_is_kept_once(store: Store) -> None:
    store.run(keep_office(Office(team="First")))
    store.run(keep_office(replace(Office(), team="Second")))

    assert [o.team for o in store.ask(lambda work: work.kept(Office).every())] == ["Second"]


def test_a_problem_names_its_field() -> None:
    assert Problem("given", Why.MISSING) == Problem("given", Why.MISSING)
