"""Which decisions count, for how long, and for which kinds of information."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.consent import Answer, Category, Consent, Purpose
from app.domain.counting import ends_on, months_after
from app.domain.decision import Decision, Reason
from app.domain.gateway import may_share
from app.domain.ids import ConsentId, PersonId
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.standing import Stands, State, stands
from tests.builders import (
    CAMHS,
    GP,
    TODAY,
    ash,
    law,
    person,
    yes,
)

KIT, ROWAN = PersonId("kit"), PersonId("rowan")
CONTACT = Category.CONTACT
SEXUAL = Category.SEXUAL_HEALTH


def asked(record: Record, who: PersonId = ROWAN, **rest: Any) -> Decision:
    usual: dict[str, Any] = {"agency": GP, "categories": frozenset({CONTACT}), "on": TODAY}
    return may_share(record, law(), person=who, **(usual | rest))


def standing(record: Record, who: PersonId = ROWAN, on: date = TODAY) -> Stands:
    return stands(record, law(), who, GP, on)


def counting(record: Record, who: PersonId) -> list[Consent]:
    heads = Rulebook(record, law()).relied(who, GP, Purpose.EARLY_HELP, TODAY).heads
    return list(heads)


def born(day: str, **parts: Any) -> Record:
    return ash(people=(person("rowan"), person("jo"), person("kit", born=day)), **parts)


@pytest.mark.parametrize(
    ("decided", "ends", "last", "first_without"),
    [
        ("2025-11-23", None, "2026-11-22", "2026-11-23"),
        ("2024-02-29", None, "2025-02-27", "2025-02-28"),
        ("2026-09-01", "2026-10-01", "2026-09-30", "2026-10-01"),
        ("2026-09-01", "2036-09-01", "2027-08-31", "2027-09-01"),  # no longer than the council's
    ],
)
def test_an_adults_yes_lasts_twelve_months_or_to_its_own_earlier_end(
    decided: str, ends: str | None, last: str, first_without: str
) -> None:
    end = date.fromisoformat(ends) if ends else None
    record = ash(consents=(yes("rowan", on=decided, ends=end),))

    assert asked(record, on=date.fromisoformat(last)).allowed
    assert asked(record, on=date.fromisoformat(first_without)).reasons == (Reason.RAN_OUT,)


@pytest.mark.parametrize("day", ["2009-06-30", "2009"])
def test_a_young_persons_yes_lasts_six_months(day: str) -> None:
    record = born(day, consents=(yes("kit", on="2026-05-22"),))

    assert asked(record, KIT, on=date(2026, 11, 21)).allowed
    assert asked(record, KIT, on=date(2026, 11, 22)).reasons == (Reason.RAN_OUT,)


def test_a_parents_yes_ends_on_the_sixteenth_birthday() -> None:
    record = born("2010-12-05", consents=(yes("kit", "rowan"),))

    assert ends_on(record, law(), record.consents[0]) == date(2026, 12, 5)
    assert standing(record, KIT).day == date(2026, 12, 5)


def test_a_parents_yes_for_a_child_known_by_the_month_ends_on_its_first_day() -> None:
    record = born("2010-12", consents=(yes("kit", "rowan"),))

    assert ends_on(record, law(), record.consents[0]) == date(2026, 12, 1)


def test_a_draft_that_is_not_dated_has_no_end() -> None:
    draft = replace(yes("rowan", answer=Answer.DRAFT), decided_on=None)

    assert ends_on(ash(consents=(draft,)), law(), draft) is None
    assert standing(ash(consents=(draft,))).state is State.DRAFT


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, later: date
) -> None:
    assert months_after(day, months) == later


def test_the_newest_decision_of_each_person_counts_and_what_it_replaces_does_not() -> None:
    first, second = yes("rowan", id="one"), yes("rowan", on="2026-10-01", id="two")
    second = replace(second, replaces=ConsentId("one"))

    assert counting(ash(consents=(first, second)), ROWAN) == [second]


def test_decisions_about_other_people_agencies_and_purposes_do_not_count() -> None:
    others = (
        yes("jo"),
        yes("rowan", agency=CAMHS, id="b"),
        yes("rowan", purpose=Purpose.ADULT_CARE, id="c"),
    )

    assert asked(ash(consents=others)).reasons == (Reason.NOT_ASKED,)
