"""Making a share request: what may be asked, how it is numbered, and that it cannot be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.consent import Category
from app.domain.ids import AgencyId, HouseholdId, PersonId, ProfessionalId
from app.domain.problems import Problem, Why
from app.domain.questions import usual_request
from app.domain.sharing import (
    LETTERS,
    MOST_QUESTIONS,
    Confidentiality,
    RequestDraft,
    RequestState,
    ShareRequest,
    Urgency,
    new_reference,
)
from app.errors import Invalid, Refused
from app.usecases.request_share import pairs_to_ask, request_share, standing_request
from db.store import Store
from tests.builders import TODAY, catalogue, family, law


def draft(**rest: Any) -> RequestDraft:
    usual: dict[str, Any] = {
        "person": PersonId("A1"),
        "agency": AgencyId("maternity"),
        "why": "We want to plan help before the baby comes.",
        "benefit": "You will hear what was arranged.",
        "questions": ("birth-plan-visits",),
        "categories": frozenset({Category.MATERNITY}),
    }
    return RequestDraft(household=HouseholdId("family-a"), **(usual | rest))


def problems(store: Store, typed: RequestDraft) -> tuple[Problem, ...]:
    with pytest.raises(Invalid) as invalid:
        store.run(request_share(typed, law()))
    return invalid.value.problems


def requests(store: Store) -> tuple[ShareRequest, ...]:
    return store.ask(lambda work: work.kept(ShareRequest).every())


def test_a_request_says_on_what_it_rests(caseload_store: Store) -> None:
    made = caseload_store.run(request_share(draft(), law(), wording="2026.1")).value

    assert (made.gateway, made.ground) == ("CA04-10", None)
    assert made.confidentiality is Confidentiality.CONSENT
    assert made.consents == ("family-a-consent-02",)
    assert (made.law_pack, made.wording) == (law().version, "2026.1")
    assert (made.made_on, made.made_by, made.state) == (TODAY, "kw-test", RequestState.OPEN)
    assert requests(caseload_store)[-1] == made


@pytest.mark.parametrize(
    ("urgency", "due"),
    [
        (Urgency.SAME_DAY, date(2026, 11, 22)),
        (Urgency.CHILD_IN_NEED, date(2026, 11, 27)),
        (Urgency.EARLY_HELP, date(2026, 12, 4)),
        (Urgency.NOTICE_ONLY, None),
    ],
)
def test_the_reply_by_day_is_counted_in_working_days(
    urgency: Urgency, due: date | None, caseload_store: Store
) -> None:
    made = caseload_store.run(request_share(draft(urgency=urgency), law())).value

    assert (made.due_on, made.next_chase_on) == (due, due)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 11, 20), 10, date(2026, 12, 4)),  # the caseload's own example
        (date(2026, 12, 24), 1, date(2026, 12, 29)),  # Christmas Day and the day in lieu
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
    ],
)
def test_weekends_and_bank_holidays_are_not_working_days(start: date, days: int, end: date) -> None:
    assert law().working_days_after(start, days) == end


@pytest.mark.parametrize(
    ("sentence", "typed", "expected"),
    [
        ("nobody", draft(person=None), ("person", Why.MISSING)),
        ("no agency", draft(agency=None), ("agency", Why.MISSING)),
        ("no reason", draft(why="  "), ("why", Why.MISSING)),
        ("no benefit", draft(benefit=""), ("benefit", Why.MISSING)),
        ("no question", draft(questions=()), ("questions", Why.NEEDS_QUESTION)),
        (
            "too many questions",
            draft(questions=("seen-lately",) * (MOST_QUESTIONS + 1)),
            ("questions", Why.TOO_MANY),
        ),
        ("no kind", draft(categories=frozenset()), ("categories", Why.NEEDS_CATEGORY)),
        (
            "a window to come",
            draft(window_from=date(2026, 11, 23)),
            ("window_from", Why.IN_FUTURE),
        ),
        ("too long", draft(why="x" * 20_001), ("why", Why.TOO_LONG)),
        ("a control character", draft(why="a\x07b"), ("why", Why.BAD_CHARACTER)),
        (
            "a professional of another agency",
            draft(professional=ProfessionalId("nair")),
            ("professional", Why.NO_SUCH_RECORD),
        ),
        (
            "a professional nobody knows",
            draft(professional=ProfessionalId("nobody")),
            ("professional", Why.NO_SUCH_RECORD),
        ),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_its_field(
    sentence: str, typed: RequestDraft, expected: tuple[str, Why], caseload_store: Store
) -> None:
    assert Problem(*expected) in problems(caseload_store, typed), sentence


@pytest.mark.parametrize(
    "why",
    [
        "Please send any information you hold.",
        "Send ANY  INFORMATION",
        "We need any\ninformation.",
        "any and all information",
        "all of the information",
        "all the records",
        "Her full record, please.",
        "the full medical record",
        "Send the whole file.",
        "complete medical records",
        "everything you have",
        "Everything on file.",
        "any records",
    ],
)
def test_a_request_for_everything_is_stopped(why: str, caseload_store: Store) -> None:
    assert problems(caseload_store, draft(why=why)) == (Problem("why", Why.ASKS_FOR_EVERYTHING),)


@pytest.mark.parametrize(
    "why",
    [
        "We are not asking for all that was said.",
        "Everything is calmer now, and we want to plan the birth.",
        "All of us want to help with one plan.",
    ],
)
def test_everyday_words_are_no_request_for_everything(why: str, caseload_store: Store) -> None:
    assert caseload_store.run(request_share(draft(why=why), law())).value.why == why


@pytest.mark.parametrize("field", ["why", "benefit"])
@pytest.mark.parametrize(
    "text",
    [
        "They now live at 7 Larkfield Close.",
        "Write to zz99  4hh.",
        "Samira Begum has left him.",
        "Nadia is 15.",
        "They are with Linden.",
    ],
)
def test_a_text_that_names_what_is_hidden_is_stopped(
    field: str, text: str, caseload_store: Store
) -> None:
    daniel = usual_request(
        family("b"), law(), catalogue().bank, person=PersonId("B2"), agency=AgencyId("P1"), on=TODAY
    )
    before = requests(caseload_store)

    named = replace(daniel, why=text) if field == "why" else replace(daniel, benefit=text)
    found = problems(caseload_store, named)

    assert found == (Problem(field, Why.REVEALS_HIDDEN),)
    assert requests(caseload_store) == before


@pytest.mark.parametrize(
    ("sentence", "household", "who", "agency", "reason"),
    [
        ("Tunde said no", "family-a", "A2", "adult-mental-health", "said-no"),
        ("the parents disagree", "family-a", "A5", "salt", "parents-disagree"),
        ("nobody asked Callum", "family-a", "A3", "P3", "not-asked"),
        ("not with them", "family-a", "A3", "P1", "not-involved"),
        ("an unborn child", "family-a", "A7", "maternity", "not-involved"),
        ("Margaret said no", "family-c", "C1", "P5", "said-no"),
        ("hers alone", "family-c", "C2", "sexual-health", "not-asked"),
    ],
)
def test_a_request_the_rules_forbid_is_refused_with_the_reason(
    sentence: str, household: str, who: str, agency: str, reason: str, caseload_store: Store
) -> None:
    typed = replace(
        draft(person=PersonId(who), agency=AgencyId(agency)), household=HouseholdId(household)
    )
    before = requests(caseload_store)

    with pytest.raises(Refused) as refused:
        caseload_store.run(request_share(typed, law()))

    assert refused.value.reasons == (reason,), sentence
    assert requests(caseload_store) == before


def test_a_question_of_a_kind_not_agreed_to_is_refused(caseload_store: Store) -> None:
    typed = draft(categories=frozenset({Category.MATERNITY, Category.DEBT}))

    with pytest.raises(Refused) as refused:
        caseload_store.run(request_share(typed, law()))

    assert refused.value.reasons == ("not-this-kind",)


def test_undo_stops_at_a_request(caseload_store: Store) -> None:
    made = caseload_store.run(request_share(draft(), law())).value

    undone = caseload_store.undo()

    assert undone is None
    assert requests(caseload_store)[-1] == made


def test_numbers_are_by_chance_and_all_different(caseload_store: Store) -> None:
    numbers = [
        caseload_store.run(request_share(draft(), law())).value.number for _ in range(20)
    ] + [new_reference("SR") for _ in range(2000)]

    letters = {letter for number in numbers for letter in number.removeprefix("SR-")}

    assert len(set(numbers)) == len(numbers)
    assert letters == set(LETTERS) | {"-"}
    assert all(len(number) == len("SR-7K3Q-D9XM") for number in numbers)
    assert numbers[:20] != sorted(numbers[:20])


def test_a_request_that_still_stands_is_found_and_one_that_was_refused_is_not() -> None:
    record = family("a")

    found = standing_request(record, PersonId("A4"), AgencyId("camhs"))
    refused = standing_request(record, PersonId("A1"), AgencyId("perinatal"))

    assert found is not None
    assert found.id == "A-request-3"
    assert refused is None


def test_in_one_pass_each_person_is_asked_about_at_each_health_partner_now_with_them() -> None:
    pairs = [pair for letter in "abc" for pair in pairs_to_ask(family(letter))]

    assert ("C2", "sexual-health") not in pairs
    assert ("A5", "primary") not in pairs
    assert ("B1", "marac") not in pairs
    assert ("A4", "camhs") in pairs
    assert len(pairs) == len(set(pairs)) == 27


def test_the_usual_request_asks_only_what_was_agreed_to(caseload_store: Store) -> None:
    reasons: set[str] = set()
    for letter in "abc":
        record = family(letter)
        for who, agency in pairs_to_ask(record):
            typed = usual_request(
                record, law(), catalogue().bank, person=who, agency=agency, on=TODAY
            )
            try:
                caseload_store.run(request_share(typed, law()))
            except Refused as refused:
                reasons.update(refused.reasons)
            assert len(typed.questions) <= catalogue().bank.most
            assert len(set(typed.questions)) == len(typed.questions)

    assert reasons == {"not-asked", "said-no", "parents-disagree"}
