"""Where people live: two homes at once, ended stays, and what cannot be on the same nights."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.home import AddressUse, HomeDraft, Stay, StayDraft
from app.domain.ids import HomeId, HouseholdId, PersonId
from app.domain.problems import Why
from app.domain.record import Record
from app.domain.sharing import ShareRequest
from app.errors import Invalid, Refused
from app.operation import Command
from app.usecases.keep_homes import add_home, change_home
from app.usecases.keep_stays import add_stay, change_stay, end_stay, move_person, remove_stay
from app.view.form import project_forms
from app.view.letter import project_letter
from db.store import Store
from tests.builders import TODAY, as_file, family, law

A, LEO, MIA = HouseholdId("family-a"), PersonId("A4"), PersonId("A5")
H1, H2 = HomeId("H1"), HomeId("H2")
SECOND = "family-a-stay-05"  # Leo at Callum's, one night


def problems(store: Store, command: Command[Any]) -> list[tuple[str, Why]]:
    with pytest.raises(Invalid) as invalid:
        store.run(command)
    return [(problem.field, problem.why) for problem in invalid.value.problems]


def stays_of(store: Store, who: str) -> list[Stay]:
    kept = store.ask(lambda work: work.kept(Stay).of(A))
    return [stay for stay in kept if stay.person == who]


def test_a_third_place_is_kept_as_typed_beside_the_others(caseload_store: Store) -> None:
    home = caseload_store.run(add_home(A, HomeDraft(label="Gran’s"))).value
    draft = StayDraft(home=home.id, main=False, nights=0, until=date(2027, 1, 1))

    kept = caseload_store.run(add_stay(LEO, draft)).value

    assert stays_of(caseload_store, LEO)[-1] == kept
    assert (kept.main, kept.nights, kept.since, kept.until) == (False, 0, None, date(2027, 1, 1))
    assert [h.id for h in caseload_store.ask(lambda w: w.record(A)).homes_of(LEO, TODAY)] == [
        H1,
        H2,
        home.id,
    ]


@pytest.mark.parametrize(
    ("sentence", "draft", "expected"),
    [
        ("nowhere", StayDraft(), [("home", Why.MISSING)]),
        ("a stranger's home", StayDraft(home=HomeId("H4")), [("home", Why.NO_SUCH_HOME)]),
        (
            "a second main home",
            StayDraft(home=H1, nights=1),
            [
                ("home", Why.SAME_HOME),
                ("main", Why.TWO_MAIN_HOMES),
                ("nights", Why.TOO_MANY_NIGHTS),
            ],
        ),
        (
            "two nights where one is left",
            StayDraft(home=H2, main=False, nights=2),
            [("home", Why.SAME_HOME), ("nights", Why.TOO_MANY_NIGHTS)],
        ),
        ("eight nights", StayDraft(home=H2, main=False, nights=8), [("nights", Why.NEEDS_NIGHTS)]),
        (
            "less than none",
            StayDraft(home=H2, main=False, nights=-1),
            [("nights", Why.NEEDS_NIGHTS)],
        ),
        ("tomorrow", StayDraft(home=H2, since=date(2026, 11, 23)), [("since", Why.IN_FUTURE)]),
        (
            "an end before the start",
            StayDraft(home=H2, since=date(2020, 1, 2), until=date(2020, 1, 1)),
            [("until", Why.ENDS_BEFORE_START)],
        ),
    ],
)
def test_a_stay_that_cannot_be_is_refused(
    sentence: str, draft: StayDraft, expected: list[tuple[str, Why]], caseload_store: Store
) -> None:
    before = stays_of(caseload_store, LEO)

    assert problems(caseload_store, add_stay(LEO, draft)) == expected, sentence
    assert stays_of(caseload_store, LEO) == before


@pytest.mark.parametrize(
    "draft",
    [
        StayDraft(home=H1, until=date(2021, 6, 1)),  # before the one there is
        StayDraft(home=H2, use=AddressUse.OLD),
        StayDraft(home=H1, use=AddressUse.BILLING),
        StayDraft(home=H2, use=AddressUse.WORK, nights=7),
    ],
)
def test_what_is_not_on_the_same_nights_is_in_nobodys_way(
    draft: StayDraft, caseload_store: Store
) -> None:
    caseload_store.run(add_stay(PersonId("A2"), draft))

    assert len(stays_of(caseload_store, "A2")) == 2


def test_more_nights_in_one_home_are_less_in_the_other(caseload_store: Store) -> None:
    second = StayDraft(home=H2, main=False, nights=2)
    refused = problems(caseload_store, change_stay(SECOND, second))
    first = StayDraft(home=H1, nights=5, since=date(2021, 6, 1))

    caseload_store.run(change_stay("family-a-stay-04", first))
    caseload_store.run(change_stay(SECOND, second))

    assert refused == [("nights", Why.TOO_MANY_NIGHTS)]
    assert [stay.nights for stay in stays_of(caseload_store, LEO)] == [5, 2]


def test_an_ended_stay_is_history_and_its_nights_are_free(caseload_store: Store) -> None:
    ended = caseload_store.run(end_stay(SECOND, date(2026, 10, 1))).value
    caseload_store.run(
        change_stay("family-a-stay-04", StayDraft(home=H1, nights=7, since=date(2026, 10, 1)))
    )

    record = caseload_store.ask(lambda work: work.record(A))
    assert ended.until == date(2026, 10, 1)
    assert [stay.until for stay in stays_of(caseload_store, LEO)] == [None, date(2026, 10, 1)]
    assert [home.id for home in record.homes_of(LEO, TODAY)] == [H1]


def test_a_stay_that_is_over_is_not_drawn_out_over_the_next(caseload_store: Store) -> None:
    caseload_store.run(move_person(PersonId("A2"), H2, since=date(2026, 10, 1)))

    late = problems(caseload_store, end_stay("family-a-stay-02", TODAY))

    assert late == [("main", Why.TWO_MAIN_HOMES)]


def test_every_change_is_taken_back(caseload_store: Store) -> None:
    beginning = as_file(caseload_store)
    for command in (
        end_stay(SECOND),
        remove_stay("family-a-stay-07"),
        add_stay(MIA, StayDraft(home=H2, main=False, use=AddressUse.TEMPORARY)),
        change_stay("family-a-stay-03", StayDraft(home=H2, nights=7)),
    ):
        caseload_store.run(command)
    worked_on = as_file(caseload_store)

    while (undone := caseload_store.undo()) is not None and undone.value != "import_file":
        if as_file(caseload_store) == beginning:
            break

    assert worked_on != beginning
    assert as_file(caseload_store) == beginning


def test_the_journal_names_ids_only(caseload_store: Store) -> None:
    stay = caseload_store.run(add_stay(MIA, StayDraft(home=H1, use=AddressUse.OLD))).value

    row = caseload_store._connection.execute(
        "SELECT name, about, detail FROM operation ORDER BY seq DESC LIMIT 1"
    ).fetchone()

    assert row[0] == "add_stay"
    assert row[1] == "family-a"
    assert f'"stay":"{stay.id}"' in row[2].replace(" ", "")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (add_stay(PersonId("none"), StayDraft(home=H1)), "no-such-person"),
        (change_stay("none", StayDraft(home=H1)), "no-such-stay"),
        (end_stay("none"), "no-such-stay"),
        (remove_stay("none"), "no-such-stay"),
    ],
)
def test_what_is_not_there_is_refused(
    command: Command[Any], reason: str, caseload_store: Store
) -> None:
    with pytest.raises(Refused) as refused:
        caseload_store.run(command)

    assert refused.value.reasons == (reason,)


def test_a_move_does_not_end_a_workplace(caseload_store: Store) -> None:
    caseload_store.run(add_stay(PersonId("A2"), StayDraft(home=H2, use=AddressUse.WORK)))
    caseload_store.run(move_person(PersonId("A2"), H2))

    assert [(s.home, s.use, s.until) for s in stays_of(caseload_store, "A2")] == [
        (H1, AddressUse.HOME, TODAY),
        (H2, AddressUse.WORK, None),
        (H2, AddressUse.HOME, None),
    ]


# --- Nothing is ever sent to an old address (trap 4).


def only_an_old_address() -> Record:
    record = family("a")
    return replace(record, stays=tuple(replace(stay, use=AddressUse.OLD) for stay in record.stays))


def test_no_form_has_an_old_address() -> None:
    now = project_forms(family("a"), law(), PersonId("A1"), TODAY)
    then = project_forms(only_an_old_address(), law(), PersonId("A1"), TODAY)

    assert any("12 Saltmarsh Row" in str(form) for form in now)
    assert not any("Saltmarsh" in str(form) or "ZZ99 1AA" in str(form) for form in then)


def test_no_letter_has_an_old_address() -> None:
    record = family("a")
    request: ShareRequest = record.requests[0]

    now = project_letter(record, law(), request)
    then = project_letter(only_an_old_address(), law(), request)

    assert "12 Saltmarsh Row" in str(now)
    assert "Saltmarsh" not in str(then)


# --- Homes.


@pytest.mark.parametrize(
    ("sentence", "draft", "expected"),
    [
        ("letters", HomeDraft(label="x", uprn="12A"), ("uprn", Why.UPRN_SHAPE)),
        ("thirteen", HomeDraft(label="x", uprn="1" * 13), ("uprn", Why.UPRN_SHAPE)),
        (
            "confidential tomorrow",
            HomeDraft(label="x", confidential_since=date(2026, 11, 23)),
            ("confidential_since", Why.IN_FUTURE),
        ),
    ],
)
def test_what_is_wrong_with_a_home_is_said(
    sentence: str, draft: HomeDraft, expected: tuple[str, Why], caseload_store: Store
) -> None:
    assert problems(caseload_store, change_home(H1, draft)) == [expected], sentence


def test_a_property_number_is_kept_without_spaces(caseload_store: Store) -> None:
    home = caseload_store.run(add_home(A, HomeDraft(label="x", uprn="1000 2345 67"))).value

    assert home.uprn == "1000234567"
    assert caseload_store.ask(lambda work: work.record(A)).home(home.id) == home
