"""The day’s work: the lines of the made-up caseload, what never shows, and how quick it is."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.agency import Involvement
from app.domain.consent import Answer, Category, Consent
from app.domain.dates import PartialDate
from app.domain.household import Household
from app.domain.ids import AgencyId, ConsentId, HouseholdId, PersonId, RequestId, VisitId
from app.domain.person import Person, Safety
from app.domain.plan import Action, Meeting, Review
from app.domain.sharing import RequestState, ShareRequest
from app.domain.visit import Visit
from app.operation import Effect, Kind, operation
from app.ports import Work
from app.usecases.today import Today, todays_work
from db.store import Store
from tests.bench.families import keep_families
from tests.builders import TODAY, law

A, B, C = (HouseholdId(f"family-{letter}") for letter in "abc")
ELLIE, CLINIC, CAMHS = PersonId("C2"), AgencyId("sexual-health"), AgencyId("camhs")


def today(store: Store) -> Today:
    return store.ask(lambda work: todays_work(work, law()))


def lines(store: Store) -> list[str]:
    """Return each line in short: heading, kind, day, family, whom and which agency."""
    found = today(store)
    return [
        " | ".join(
            part
            for part in (
                f"{line.when(found.on)} {line.what} {line.on}",
                line.family,
                line.name,
                line.agency_name,
                line.text,
            )
            if part
        )
        for line in found.lines
    ]


@operation(kind=Kind.CARE, effect=Effect.WALL)
def keep(work: Work, *items: Any) -> None:
    """Keep whatever a test needs."""
    for item in items:
        work.kept(type(item)).add(item)


@operation(kind=Kind.CARE, effect=Effect.WALL)
def put(work: Work, *items: Any) -> None:
    """Change whatever a test needs changed."""
    for item in items:
        work.kept(type(item)).change(item)


CASELOAD = [
    "this-week visit 2026-11-26 | Begum and Hale",
    "soon visit 2026-12-01 | Whitfield and Okafor",
    "soon request 2026-12-04 | Whitfield and Okafor | Leo Reid | Northmarsh CAMHS",
    "soon turns-16 2026-12-05 | Begum and Hale | Nadia Begum",
]


def test_the_made_up_caseload_on_22_november_2026(caseload_store: Store) -> None:
    assert lines(caseload_store) == CASELOAD
    assert today(caseload_store).families


def test_with_no_family_there_is_nothing_to_do(store: Store) -> None:
    found = today(store)

    assert (found.lines, found.families, found.copied) == ((), False, None)


def visit(household: HouseholdId, on: date, next_on: date | None) -> Visit:
    return Visit(id=VisitId(f"v-{household}-{on}"), household=household, on=on, next_on=next_on)


def test_a_visit_that_was_planned_and_not_made_is_overdue(caseload_store: Store) -> None:
    made = visit(C, date(2026, 11, 11), date(2026, 11, 18))

    caseload_store.run(keep(made))

    assert lines(caseload_store)[0] == "overdue visit 2026-11-18 | Doyle"


def test_a_later_visit_overtakes_what_an_earlier_one_planned(caseload_store: Store) -> None:
    caseload_store.run(keep(visit(B, date(2026, 11, 20), date(2026, 12, 30))))

    assert not [line for line in lines(caseload_store) if "visit" in line and "Begum" in line]


@pytest.mark.parametrize(("day", "waits"), [(17, True), (18, False), (19, False)])
def test_a_contact_that_names_no_next_day_leaves_a_planned_visit_until_its_day(
    caseload_store: Store, day: int, waits: bool
) -> None:
    planned = visit(C, date(2026, 11, 11), date(2026, 11, 18))
    called = visit(C, date(2026, 11, day), None)

    caseload_store.run(keep(planned, called))

    assert ("overdue visit 2026-11-18 | Doyle" in lines(caseload_store)) is waits


def test_a_phone_contact_leaves_the_visit_planned_for_this_week(caseload_store: Store) -> None:
    caseload_store.run(keep(visit(B, date(2026, 11, 20), None)))
    caseload_store.run(keep(visit(B, date(2026, 11, 21), None)))

    assert lines(caseload_store) == CASELOAD


def test_a_visit_in_between_that_named_its_own_next_day_overtakes(caseload_store: Store) -> None:
    later = date(2026, 12, 30)
    caseload_store.run(keep(visit(B, date(2026, 11, 20), later)))
    caseload_store.run(keep(visit(B, date(2026, 11, 21), None)))

    assert "this-week visit 2026-11-26 | Begum and Hale" not in lines(caseload_store)


@pytest.mark.parametrize(
    ("days", "heading"),
    [(-1, "overdue"), (0, "today"), (1, "this-week"), (7, "this-week"), (8, "soon"), (14, "soon")],
)
def test_each_line_stands_under_its_heading(caseload_store: Store, days: int, heading: str) -> None:
    due = TODAY + timedelta(days=days)
    action = Action(id="x", household=C, text="Ring", owner_name="Grace Okonjo", due_on=due)

    caseload_store.run(keep(action))

    assert f"{heading} action {due} | Doyle | Grace Okonjo | Ring" in lines(caseload_store)


def test_what_is_done_or_far_off_is_not_listed(caseload_store: Store) -> None:
    far = TODAY + timedelta(days=15)
    caseload_store.run(
        keep(
            Action(id="1", household=C, text="Ring", owner_name="G", due_on=TODAY, done_on=TODAY),
            Action(id="2", household=C, text="Ring", owner_name="G", due_on=far),
            Action(id="3", household=C, text="Ring", owner_name="G"),
            Meeting(id="4", household=C, on=far),
            Review(id="5", household=C, on=TODAY, text="Look", next_on=far),
        )
    )

    assert lines(caseload_store) == CASELOAD


def test_reviews_and_meetings_that_are_due_are_listed(caseload_store: Store) -> None:
    caseload_store.run(
        keep(
            Review(id="r1", household=A, on=date(2026, 8, 1), text="a", next_on=date(2026, 9, 1)),
            Review(id="r2", household=A, on=date(2026, 9, 1), text="b", next_on=date(2026, 11, 20)),
            Meeting(id="m1", household=A, on=TODAY, place="Marsh Academy"),
            Meeting(id="m2", household=C, on=date(2026, 10, 1), next_on=date(2026, 11, 24)),
            Meeting(id="m3", household=B, on=date(2026, 10, 1), next_on=date(2026, 11, 24)),
            Meeting(id="m4", household=B, on=date(2026, 12, 30)),
        )
    )

    found = [line for line in lines(caseload_store) if line not in CASELOAD]
    assert found == [
        "overdue review 2026-11-20 | Whitfield and Okafor",
        "today meeting 2026-11-22 | Whitfield and Okafor | Marsh Academy",
        "this-week meeting 2026-11-24 | Doyle",
    ]


@pytest.mark.parametrize(
    ("born", "line"),
    [
        ("2010-11-21", "today turns-16 2026-11-21 | Doyle | Sam Doyle"),
        ("2010-11-22", "today turns-16 2026-11-22 | Doyle | Sam Doyle"),
        ("2010-11-08", "today turns-16 2026-11-08 | Doyle | Sam Doyle"),
        ("2010-11-07", ""),
        ("2010-12-23", ""),
    ],
)
def test_turning_16_is_told_on_the_birthday_and_two_weeks_after(
    caseload_store: Store, born: str, line: str
) -> None:
    sam = Person(
        id=PersonId("sam"),
        household=C,
        given="Sam",
        family="Doyle",
        born=PartialDate.read(born),
    )

    caseload_store.run(keep(sam))

    assert [one for one in lines(caseload_store) if "Sam" in one] == ([line] if line else [])


def consent(on: str, **rest: Any) -> Consent:
    return Consent(
        id=ConsentId(rest.pop("id", "late")),
        household=rest.pop("household", C),
        person=rest.pop("person", PersonId("C1")),
        agency=rest.pop("agency", AgencyId("P5")),
        answer=rest.pop("answer", Answer.GIVEN),
        decider=rest.pop("decider", PersonId("C1")),
        categories=frozenset({Category.CONTACT}),
        decided_on=date.fromisoformat(on),
        **rest,
    )


@pytest.mark.parametrize(
    ("case", "given", "line"),
    [
        (
            "it ends on the day it names",
            consent("2026-10-01", ends=date(2026, 12, 20)),
            "soon consent 2026-12-20 | Doyle | Margaret Doyle | Bryn Practice",
        ),
        ("it has ended already", consent("2026-10-01", ends=TODAY), ""),
        ("it ends in 31 days", consent("2026-10-01", ends=TODAY + timedelta(days=31)), ""),
        ("it was a no", consent("2026-10-01", answer=Answer.REFUSED, ends=date(2026, 12, 20)), ""),
        (
            "a young person’s lasts six months",
            consent("2026-06-10", id="kian", person=ELLIE, decider=ELLIE, agency=AgencyId("P2")),
            "soon consent 2026-12-10 | Doyle | Ellie-Mae Doyle | Harbour Street Surgery",
        ),
        (
            "what is theirs alone never shows",
            consent("2026-06-10", id="own", person=ELLIE, decider=ELLIE, agency=CLINIC),
            "",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_agreements_that_run_out_within_a_month(
    caseload_store: Store, case: str, given: Consent, line: str
) -> None:
    caseload_store.run(keep(given))

    found = [one for one in lines(caseload_store) if " consent " in one]

    assert found == ([line] if line else []), case


def test_an_agreement_of_a_year_ago_runs_out(caseload_store: Store) -> None:
    new = Involvement(
        id="new", household=C, person=PersonId("C4"), agency=AgencyId("P5"), since=TODAY
    )
    old = consent("2025-12-10", person=PersonId("C4"), decider=PersonId("C4"))

    caseload_store.run(keep(new, old))

    assert "soon consent 2026-12-10 | Doyle | Jade Doyle | Bryn Practice" in lines(caseload_store)


def request(**rest: Any) -> ShareRequest:
    return ShareRequest(
        id=RequestId("late"),
        household=C,
        number="SR-LATE",
        agency=rest.pop("agency", CAMHS),
        person=ELLIE,
        made_on=date(2026, 11, 1),
        due_on=date(2026, 11, 13),
        **rest,
    )


def test_a_request_without_a_reply_is_overdue_until_it_is_answered(caseload_store: Store) -> None:
    caseload_store.run(keep(request()))
    waiting = lines(caseload_store)[0]

    caseload_store.run(put(replace(request(), state=RequestState.ANSWERED)))

    assert waiting == "overdue request 2026-11-13 | Doyle | Ellie-Mae Doyle | Northmarsh CAMHS"
    assert lines(caseload_store) == CASELOAD


def test_what_is_theirs_alone_is_the_same_whether_it_is_there_or_not(
    caseload_store: Store,
) -> None:
    caseload_store.run(
        keep(
            request(agency=CLINIC),
            consent("2026-06-10", id="own", person=ELLIE, decider=ELLIE, agency=CLINIC),
        )
    )

    assert lines(caseload_store) == CASELOAD
    own = caseload_store.ask(lambda work: work.record(C)).involvements
    assert Safety.OWN in {one.safety for one in own}


@operation(kind=Kind.CARE, effect=Effect.WALL)
def plan_visits(work: Work, families: int, active: int) -> None:
    """Let every family have been visited weekly, some of them until now, with an action each."""
    for number in range(families):
        household = HouseholdId(f"household-{number}")
        ended = 0 if number < active else 400
        for week in range(10):
            on = TODAY - timedelta(days=7 * week + number % 7 + ended)
            work.kept(Visit).add(visit(household, on, on + timedelta(days=7)))
        late = TODAY - timedelta(days=3)
        done = None if number < active else TODAY
        work.kept(Action).add(
            Action(
                id=f"a-{number}",
                household=household,
                text="Ring",
                owner_name="G",
                due_on=late,
                done_on=done,
            )
        )


def test_thousands_of_families_are_asked_quickly(store: Store) -> None:
    """200 families one works with now among 2,000: the target is 100 ms, and no test fails for

    time alone: it fails only where every family was read, which takes many times longer.
    """
    store.run(keep_families(2_000))
    store.run(plan_visits(2_000, 200))
    today(store)

    began = time.perf_counter()
    found = today(store)
    took = time.perf_counter() - began

    assert len([line for line in found.lines if line.what == "visit"]) == 200
    assert len([line for line in found.lines if line.what == "action"]) == 200
    assert took < 0.5
    assert store.ask(lambda work: work.kept(Household).count()) == 2_000
