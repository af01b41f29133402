"""What the desk says must be done, by plain rules and on the right day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.agency import InvolvementState
from app.domain.consent import Answer
from app.domain.dates import PartialDate
from app.domain.ids import RequestId
from app.domain.person import Safety
from app.domain.prompts import Due, Prompt, things_due
from app.domain.record import Record
from app.domain.sharing import RequestState, ShareRequest
from tests.builders import ASH, GP, TODAY, ash, family, involved, law, person, yes


def due(record: Record, on: date = TODAY) -> list[Prompt]:
    return [thing.prompt for thing in things_due(record, law(), on)]


def kit(born: str, **parts: object) -> Record:
    return ash(people=(person("rowan"), person("jo"), person("kit", born=born)), **parts)


def request(state: RequestState = RequestState.OPEN, due_on: date | None = TODAY) -> ShareRequest:
    return ShareRequest(
        id=RequestId("r"),
        household=ASH,
        number="SR-AAAA-BBBB",
        agency=GP,
        person=person("kit").id,
        made_on=date(2026, 11, 1),
        due_on=due_on,
        state=state,
    )


@pytest.mark.parametrize(
    ("sentence", "born", "prompts"),
    [
        ("31 days before", "2010-12-23", []),
        ("30 days before", "2010-12-22", [Prompt.TURNS_16]),
        ("the day before", "2010-11-23", [Prompt.TURNS_16]),
        ("on the day", "2010-11-22", []),
        ("a twelfth birthday", "2014-12-01", [Prompt.TURNS_12]),
        ("31 days before a twelfth", "2014-12-23", []),
        ("on the day of a twelfth", "2014-11-22", []),
        ("a month only", "2010-12", []),
    ],
)
def test_a_sixteenth_or_twelfth_birthday_is_told_thirty_days_before(
    sentence: str, born: str, prompts: list[Prompt]
) -> None:
    assert due(kit(born)) == prompts, sentence


def test_a_birthday_says_whose_and_when() -> None:
    (thing,) = things_due(kit("2010-12-05"), law(), TODAY)

    assert thing == Due(
        prompt=Prompt.TURNS_16, person=person("kit").id, day=date(2026, 12, 5), days=13
    )


def test_nobody_who_has_died_has_a_birthday() -> None:
    dead = person("kit", born="2010-12-05", died=PartialDate.read("2020"))

    assert due(ash(people=(person("rowan"), person("jo"), dead))) == []


@pytest.mark.parametrize(
    ("sentence", "made", "prompts"),
    [
        ("due today", request(), [Prompt.REQUEST_OVERDUE]),
        ("due tomorrow", request(due_on=date(2026, 11, 23)), []),
        ("overdue", request(due_on=date(2026, 11, 1)), [Prompt.REQUEST_OVERDUE]),
        ("answered", request(RequestState.ANSWERED), []),
        ("recalled", request(RequestState.RECALLED), []),
        ("for notice only", request(due_on=None), []),
    ],
)
def test_an_open_request_is_chased_from_the_day_it_is_due(
    sentence: str, made: ShareRequest, prompts: list[Prompt]
) -> None:
    assert due(ash(requests=(made,))) == prompts, sentence


OLD = yes("rowan", on="2025-11-01")
SPLIT = (yes("kit", "rowan"), yes("kit", "jo", answer=Answer.REFUSED))


@pytest.mark.parametrize(
    ("sentence", "record", "prompts"),
    [
        ("it has run out", ash(consents=(OLD,)), [Prompt.RAN_OUT]),
        ("it runs", ash(consents=(yes("rowan"),)), []),
        ("parents disagree", ash(consents=SPLIT), [Prompt.DISAGREEMENT]),
        ("a no is no task", ash(consents=(yes("rowan", answer=Answer.REFUSED),)), []),
        (
            "the agency has gone",
            ash(consents=(OLD,), involvements=(involved("rowan", until=TODAY),)),
            [],
        ),
        (
            "or closed its file",
            ash(consents=(OLD,), involvements=(involved("rowan", state=InvolvementState.CLOSED),)),
            [],
        ),
        (
            "it is theirs alone",
            ash(consents=(OLD,), involvements=(involved("rowan", safety=Safety.OWN),)),
            [],
        ),
    ],
)
def test_what_ran_out_or_is_disputed_is_told(
    sentence: str, record: Record, prompts: list[Prompt]
) -> None:
    assert due(record) == prompts, sentence


def test_the_most_urgent_comes_first() -> None:
    record = kit("2010-12-05", consents=(OLD, *SPLIT), requests=(request(),))
    record = replace(record, people=(*record.people, person("sam", born="2014-12-01")))

    assert due(record) == list(Prompt)


def test_the_caseload_says_what_is_open_on_its_day() -> None:
    found = {
        letter: [(d.prompt, d.person, d.agency) for d in things_due(family(letter), law(), TODAY)]
        for letter in "abc"
    }

    assert found == {
        "a": [(Prompt.DISAGREEMENT, "A5", "salt")],
        "b": [(Prompt.TURNS_16, "B5", None)],
        "c": [],
    }


def test_leos_request_is_chased_from_its_due_day() -> None:
    record = replace(family("a"), consents=())

    assert due(record, date(2026, 12, 3)) == []
    assert due(record, date(2026, 12, 4)) == [Prompt.REQUEST_OVERDUE]
