"""What the office keeps to itself: flags, and restricted facts behind a reason."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from app.domain.ids import HouseholdId, PersonId
from app.domain.problems import Why
from app.domain.reach import Flag, FlagDraft, FlagKind
from app.domain.restricted import LookReason, Restricted, RestrictedDraft, RestrictedKind
from app.errors import Invalid, Refused
from app.operation import Command, Kind
from app.usecases.keep_flags import add_flag, change_flag, end_flag, remove_flag
from app.usecases.keep_restricted import (
    add_restricted,
    change_restricted,
    look_at_restricted,
    remove_restricted,
)
from db.store import Store
from tests.builders import TODAY

A, B = HouseholdId("family-a"), HouseholdId("family-b")
DANA = PersonId("A1")
WORDS = "Leave to remain until spring"
FACT = RestrictedDraft(kind=RestrictedKind.IMMIGRATION, text=WORDS, source="Her solicitor")
STAFF = FlagDraft(
    kind=FlagKind.STAFF_SAFETY,
    reason="Visit in pairs",
    source="Police",
    since=date(2026, 8, 12),
    review_on=date(2027, 2, 12),
)


def problems(store: Store, command: Command[Any]) -> list[tuple[str, Why]]:
    with pytest.raises(Invalid) as invalid:
        store.run(command)
    return [(problem.field, problem.why) for problem in invalid.value.problems]


def flags_of(store: Store, who: str, household: HouseholdId = A) -> list[Flag]:
    return [f for f in store.ask(lambda w: w.kept(Flag).of(household)) if f.person == who]


def last_row(store: Store) -> tuple[str, str, str, dict[str, Any]]:
    row = store._connection.execute(
        "SELECT name, kind, about, detail FROM operation ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return row[0], row[1], row[2], json.loads(row[3])


def every_operation(store: Store) -> str:
    rows = store._connection.execute("SELECT * FROM operation").fetchall()
    return "\n".join(str(tuple(row)) for row in rows)


# --- Flags.


def test_a_flag_is_kept_corrected_and_ended(caseload_store: Store) -> None:
    flag = caseload_store.run(add_flag(DANA, STAFF)).value
    corrected = FlagDraft(
        kind=FlagKind.STAFF_SAFETY, reason="Visit alone", source="Police", review_on=TODAY
    )
    caseload_store.run(change_flag(flag.id, corrected))
    ended = caseload_store.run(end_flag(flag.id)).value

    assert flags_of(caseload_store, DANA) == [ended]
    assert (ended.reason, ended.until, ended.current(TODAY)) == ("Visit alone", TODAY, False)
    again = caseload_store.run(add_flag(DANA, STAFF)).value
    assert again.current(TODAY)


@pytest.mark.parametrize(
    ("sentence", "draft", "expected"),
    [
        (
            "nothing",
            FlagDraft(),
            [("kind", Why.MISSING), ("source", Why.NEEDS_SOURCE)],
        ),
        (
            "danger without why and until when",
            FlagDraft(kind=FlagKind.STAFF_SAFETY, source="Police"),
            [("reason", Why.MISSING), ("review_on", Why.MISSING)],
        ),
        (
            "reviewed before it began",
            FlagDraft(kind=FlagKind.MARAC, source="x", since=TODAY, review_on=date(2026, 11, 21)),
            [("review_on", Why.ENDS_BEFORE_START)],
        ),
        (
            "tomorrow, and unprintable",
            FlagDraft(kind=FlagKind.MARAC, reason="a\x1b", source="x", since=date(2026, 11, 23)),
            [("reason", Why.BAD_CHARACTER), ("since", Why.IN_FUTURE)],
        ),
        (
            "ended before it began",
            FlagDraft(kind=FlagKind.MARAC, source="x", since=TODAY, until=date(2026, 1, 1)),
            [("until", Why.ENDS_BEFORE_START)],
        ),
    ],
)
def test_a_flag_that_cannot_be_kept_is_refused(
    sentence: str, draft: FlagDraft, expected: list[tuple[str, Why]], caseload_store: Store
) -> None:
    assert problems(caseload_store, add_flag(DANA, draft)) == expected, sentence
    assert flags_of(caseload_store, DANA) == []


def test_a_second_flag_of_a_kind_is_refused_while_the_first_one_stands(
    caseload_store: Store,
) -> None:
    assert problems(caseload_store, add_flag(PersonId("B2"), STAFF)) == [
        ("kind", Why.ALREADY_RECORDED)
    ]


def test_a_flag_on_the_wrong_person_is_taken_back_and_undone(caseload_store: Store) -> None:
    before = flags_of(caseload_store, "B2", B)

    caseload_store.run(remove_flag("B2-flag-1"))
    gone = flags_of(caseload_store, "B2", B)
    caseload_store.undo()

    assert (gone, flags_of(caseload_store, "B2", B)) == ([], before)


def test_the_journal_of_a_flag_holds_ids_only(caseload_store: Store) -> None:
    flag = caseload_store.run(add_flag(DANA, STAFF)).value

    assert last_row(caseload_store) == (
        "add_flag",
        "change",
        "family-a",
        {"person": "A1", "flag": flag.id},
    )


# --- Restricted facts.


def test_the_ordinary_record_never_holds_them(caseload_store: Store) -> None:
    caseload_store.run(add_restricted(DANA, FACT))

    record = caseload_store.ask(lambda work: work.record(A))

    assert record.restricted == ()
    assert WORDS not in str(record)


def test_looking_needs_a_reason_and_says_nothing_without_one(caseload_store: Store) -> None:
    caseload_store.run(add_restricted(DANA, FACT))
    before = every_operation(caseload_store)

    with_something = problems(caseload_store, look_at_restricted(DANA, None))
    with_nothing = problems(caseload_store, look_at_restricted(PersonId("A2"), None))

    assert with_something == with_nothing == [("reason", Why.NEEDS_LOOK_REASON)]
    assert every_operation(caseload_store) == before


@pytest.mark.parametrize("reason", LookReason)
def test_a_look_is_journalled_with_id_and_reason_alone(
    reason: LookReason, caseload_store: Store
) -> None:
    fact = caseload_store.run(add_restricted(DANA, FACT)).value
    caseload_store.run(add_restricted(PersonId("A2"), FACT))

    seen = caseload_store.run(look_at_restricted(DANA, reason)).value

    assert seen == (fact,)
    assert last_row(caseload_store) == (
        "look_at_restricted",
        Kind.LOOK,
        "family-a",
        {"person": "A1", "reason": reason.value},
    )


def test_no_row_of_the_journal_says_what_they_are(caseload_store: Store) -> None:
    fact = caseload_store.run(add_restricted(DANA, FACT)).value
    other = RestrictedDraft(kind=RestrictedKind.GENDER_HISTORY, text="Something else")
    caseload_store.run(change_restricted(fact.id, other))
    caseload_store.run(remove_restricted(fact.id))

    said = every_operation(caseload_store)

    for word in (WORDS, "Something else", "solicitor", *RestrictedKind):
        assert word not in said


def test_a_look_is_no_step_and_a_change_is_one(caseload_store: Store) -> None:
    caseload_store.run(add_restricted(DANA, FACT))
    caseload_store.run(look_at_restricted(DANA, LookReason.SAFETY))

    caseload_store.undo()

    assert caseload_store.ask(lambda work: work.kept(Restricted).of(A)) == ()


@pytest.mark.parametrize(
    ("sentence", "draft", "expected"),
    [
        ("nothing", RestrictedDraft(), [("kind", Why.MISSING), ("text", Why.MISSING)]),
        (
            "unprintable and tomorrow",
            RestrictedDraft(
                kind=RestrictedKind.IMMIGRATION, text="a\x00", since=date(2026, 11, 23)
            ),
            [("text", Why.BAD_CHARACTER), ("since", Why.IN_FUTURE)],
        ),
    ],
)
def test_a_fact_that_cannot_be_kept_is_refused(
    sentence: str, draft: RestrictedDraft, expected: list[tuple[str, Why]], caseload_store: Store
) -> None:
    assert problems(caseload_store, add_restricted(DANA, draft)) == expected, sentence


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (add_flag(PersonId("none"), STAFF), "no-such-person"),
        (change_flag("none", STAFF), "no-such-flag"),
        (end_flag("none"), "no-such-flag"),
        (remove_flag("none"), "no-such-flag"),
        (look_at_restricted(PersonId("none"), LookReason.SAFETY), "no-such-person"),
        (add_restricted(PersonId("none"), FACT), "no-such-person"),
        (change_restricted("none", FACT), "no-such-fact"),
        (remove_restricted("none"), "no-such-fact"),
    ],
)
def test_what_is_not_there_is_refused(
    command: Command[Any], reason: str, caseload_store: Store
) -> None:
    with pytest.raises(Refused) as refused:
        caseload_store.run(command)

    assert refused.value.reasons == (reason,)
