"""Capturing a decision: who may decide, what it replaces, and what it calls back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.consent import Answer, Category, Consent, ConsentDraft, Purpose, Standing
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.problems import Problem, Why
from app.domain.proof import Way
from app.domain.questions import usual_request
from app.domain.record import Record
from app.domain.sharing import RequestDraft, RequestState, ShareRequest
from app.errors import Invalid
from app.usecases.request_share import request_share
from db.store import Store
from tests.builders import TODAY, captured, catalogue, law

SOME = frozenset({Category.CONTACT, Category.PHYSICAL_HEALTH})
FAMILY = {"A": "family-a", "B": "family-b", "C": "family-c"}


def draft(who: str, agency: str, decider: str | None, **rest: Any) -> ConsentDraft:
    usual: dict[str, Any] = {
        "answer": Answer.GIVEN,
        "categories": SOME,
        "decided_on": TODAY,
    }
    return ConsentDraft(
        household=HouseholdId(FAMILY[who[0]]),
        person=PersonId(who),
        agency=AgencyId(agency),
        decider=PersonId(decider) if decider else None,
        **(usual | rest),
    )


def problems(store: Store, typed: ConsentDraft) -> tuple[Problem, ...]:
    with pytest.raises(Invalid) as invalid:
        store.run(captured(typed))
    return invalid.value.problems


def record(store: Store, letter: str) -> Record:
    return store.ask(lambda work: work.record(HouseholdId(FAMILY[letter])))


def made(store: Store, who: str, agency: str) -> ShareRequest:
    now = record(store, who[0])
    usual: RequestDraft = usual_request(
        now, law(), catalogue().bank, person=PersonId(who), agency=AgencyId(agency), on=TODAY
    )
    return store.run(request_share(usual, law())).value


def state_of(store: Store, request: ShareRequest) -> tuple[RequestState, str]:
    found = next(r for r in record(store, "A").requests if r.id == request.id)
    return found.state, found.reason


def test_a_decision_is_kept_with_everything_that_makes_it_provable(caseload_store: Store) -> None:
    typed = draft("A2", "P2", "A2", form=" cf-1234-abcd ", wording="2026.2", reason=" none ")

    kept = caseload_store.run(captured(typed)).value

    assert kept == record(caseload_store, "A").consents[-1]
    assert (kept.standing, kept.decider, kept.recorded_by) == (Standing.SELF, "A2", "kw-test")
    assert (kept.form, kept.reason, kept.wording) == ("CF-1234-ABCD", "none", "2026.2")
    assert kept.replaces == "family-a-consent-11"


@pytest.mark.parametrize(
    ("sentence", "typed", "standing"),
    [
        ("an adult", draft("A1", "P1", "A1"), Standing.SELF),
        ("a mother", draft("A6", "P1", "A1"), Standing.PARENT),
        ("a father who holds it", draft("A5", "P1", "A3"), Standing.PARENT),
        ("a competent child", draft("A4", "camhs", "A4"), Standing.COMPETENT_CHILD),
        ("a special guardian", draft("C3", "P5", "C1"), Standing.PARENT),
        ("a young person of 16", draft("C2", "P2", "C2"), Standing.SELF),
    ],
)
def test_whoever_can_decide_may(
    sentence: str, typed: ConsentDraft, standing: Standing, caseload_store: Store
) -> None:
    kept = caseload_store.run(captured(typed)).value

    assert kept.standing is standing, sentence


@pytest.mark.parametrize(
    ("sentence", "typed"),
    [
        ("a partner for their partner", draft("A1", "P1", "A2")),
        ("a step-parent", draft("A4", "P1", "A2")),
        ("a father without responsibility", draft("A4", "P1", "A3")),
        ("a mother for her competent son", draft("A4", "camhs", "A1")),
        ("a child without a note", draft("A5", "P1", "A5")),
        ("a competent child about another agency", draft("A4", "P1", "A4")),
        ("a father who is not safe", draft("B3", "P4", "B2")),
        ("a grandmother for a girl of 16", draft("C2", "camhs", "C1")),
        ("a mother for a girl of 16", draft("C2", "camhs", "C4")),
        ("a mother restricted by an order", draft("C3", "P5", "C4")),
        ("somebody of another family", draft("A6", "P1", "B1")),
    ],
)
def test_whoever_cannot_decide_is_refused(
    sentence: str, typed: ConsentDraft, caseload_store: Store
) -> None:
    before = caseload_store.ask(lambda work: work.kept(Consent).every())

    found = problems(caseload_store, typed)

    assert found == (Problem("decider", Why.NOT_THEIR_DECISION),), sentence
    assert caseload_store.ask(lambda work: work.kept(Consent).every()) == before


def test_samira_may_sign_for_nadia_to_the_day_before_her_birthday(caseload_store: Store) -> None:
    kept = caseload_store.run(captured(draft("B5", "P4", "B1"))).value

    assert kept.standing is Standing.PARENT


@pytest.mark.parametrize(
    ("sentence", "typed", "expected"),
    [
        ("an unborn child", draft("A7", "maternity", "A1"), ("decider", Why.UNBORN)),
        ("somebody who has died", draft("C5", "P5", "C1"), ("decider", Why.DECEASED)),
        ("nobody named", draft("A1", "P1", None), ("decider", Why.MISSING)),
        ("no day", draft("A1", "P1", "A1", decided_on=None), ("decided_on", Why.MISSING)),
        ("no answer", draft("A1", "P1", "A1", answer=None), ("answer", Why.MISSING)),
        (
            "a yes to nothing",
            draft("A1", "P1", "A1", categories=frozenset()),
            ("categories", Why.NEEDS_CATEGORY),
        ),
        (
            "a limited yes to nothing",
            draft("A1", "P1", "A1", answer=Answer.NARROWED, categories=frozenset()),
            ("categories", Why.NEEDS_CATEGORY),
        ),
        (
            "a day to come",
            draft("A1", "P1", "A1", decided_on=date(2026, 11, 23)),
            ("decided_on", Why.IN_FUTURE),
        ),
        (
            "an end before the start",
            draft("A1", "P1", "A1", ends=TODAY),
            ("ends", Why.ENDS_BEFORE_START),
        ),
        (
            "spoken, unheard",
            draft("A1", "P1", "A1", way=Way.SPOKEN),
            ("witness", Why.NEEDS_WITNESS),
        ),
        (
            "interpreted by nobody",
            draft("B1", "P4", "B1", way=Way.INTERPRETED),
            ("witness", Why.NEEDS_WITNESS),
        ),
        (
            "not asked, for no reason",
            draft("A1", "P1", None, answer=Answer.NOT_SOUGHT),
            ("reason", Why.NEEDS_REASON),
        ),
        (
            "a parent about sexual health",
            draft("A6", "P1", "A1", categories=frozenset({Category.SEXUAL_HEALTH})),
            ("categories", Why.NOT_THEIR_DECISION),
        ),
        ("an agency of another family", draft("A1", "P4", "A1"), ("agency", Why.NO_SUCH_AGENCY)),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_its_field(
    sentence: str, typed: ConsentDraft, expected: tuple[str, Why], caseload_store: Store
) -> None:
    found = problems(caseload_store, typed)

    assert Problem(*expected) in found, sentence


def test_somebody_of_another_family_is_not_found_here(caseload_store: Store) -> None:
    typed = ConsentDraft(
        household=HouseholdId("family-a"), person=PersonId("B1"), agency=AgencyId("P1")
    )

    assert Problem("person", Why.NO_SUCH_PERSON) in problems(caseload_store, typed)


@pytest.mark.parametrize(
    "witness",
    [
        "Nadia",
        "nadia begum",
        " NADIA  BEGUM ",
        "Nadia Begum (daughter)",
        "Aisha Hale",
        "Begum, Nadia",
        "Daniel",
        "Ms Nadia Begum, aged 15",
    ],
)
def test_one_of_the_family_cannot_interpret(witness: str, caseload_store: Store) -> None:
    typed = draft("B1", "P4", "B1", way=Way.INTERPRETED, witness=witness)

    assert problems(caseload_store, typed) == (Problem("witness", Why.NOT_AN_INTERPRETER),)


@pytest.mark.parametrize("witness", ["Interpreter NM-114", "Rukhsana Ali", "Nadia Chowdhury"])
def test_a_professional_interpreter_is_welcome(witness: str, caseload_store: Store) -> None:
    typed = draft("B1", "P4", "B1", way=Way.INTERPRETED, witness=witness)

    assert caseload_store.run(captured(typed)).value.witness == witness


def test_that_nobody_was_asked_is_kept_with_its_reason_and_without_a_decider(
    caseload_store: Store,
) -> None:
    typed = draft(
        "A3", "P3", None, answer=Answer.NOT_SOUGHT, categories=frozenset(), reason="Not reachable."
    )

    kept = caseload_store.run(captured(typed)).value

    assert (kept.decider, kept.answer, kept.reason) == (None, Answer.NOT_SOUGHT, "Not reachable.")


def test_a_decision_replaces_the_earlier_one_of_the_same_person_only(
    caseload_store: Store,
) -> None:
    typed = draft("A5", "salt", "A3", answer=Answer.GIVEN)

    kept = caseload_store.run(captured(typed)).value

    assert kept.replaces == "family-a-consent-14"  # his no, not her yes


def test_a_form_that_is_only_prepared_replaces_nothing(caseload_store: Store) -> None:
    typed = draft("A2", "P2", "A2", answer=Answer.DRAFT)

    assert caseload_store.run(captured(typed)).value.replaces is None


@pytest.mark.parametrize("answer", [Answer.WITHDRAWN, Answer.REFUSED])
def test_a_change_of_mind_recalls_the_open_request(answer: Answer, caseload_store: Store) -> None:
    request = made(caseload_store, "A2", "P2")

    caseload_store.run(captured(draft("A2", "P2", "A2", answer=answer)))

    assert state_of(caseload_store, request) == (RequestState.RECALLED, "changed-mind")


def test_a_change_of_mind_recalls_what_rests_on_an_older_yes_too(caseload_store: Store) -> None:
    request = made(caseload_store, "A2", "P2")
    again = frozenset(Category) - {Category.SEXUAL_HEALTH}
    caseload_store.run(captured(draft("A2", "P2", "A2", categories=again)))
    before = state_of(caseload_store, request)

    caseload_store.run(captured(draft("A2", "P2", "A2", answer=Answer.WITHDRAWN)))

    assert before[0] is RequestState.OPEN
    assert state_of(caseload_store, request)[0] is RequestState.RECALLED


def test_a_narrower_yes_recalls_a_request_that_goes_beyond_it(caseload_store: Store) -> None:
    request = made(caseload_store, "A2", "P2")
    narrow = draft(
        "A2", "P2", "A2", answer=Answer.NARROWED, categories=frozenset({Category.HOUSING})
    )

    caseload_store.run(captured(narrow))

    assert state_of(caseload_store, request)[0] is RequestState.RECALLED


def test_the_no_of_the_other_parent_recalls_a_request_about_the_child(
    caseload_store: Store,
) -> None:
    request = made(caseload_store, "A5", "P1")

    caseload_store.run(captured(draft("A5", "P1", "A3", answer=Answer.REFUSED)))

    assert state_of(caseload_store, request)[0] is RequestState.RECALLED


@pytest.mark.parametrize(
    ("sentence", "typed"),
    [
        ("another agency", draft("A1", "maternity", "A1", answer=Answer.WITHDRAWN)),
        ("another person", draft("A6", "P1", "A1", answer=Answer.WITHDRAWN)),
        (
            "another purpose",
            draft("A1", "P1", "A1", answer=Answer.REFUSED, purpose=Purpose.ADULT_CARE),
        ),
        ("a form that is not signed", draft("A1", "P1", "A1", answer=Answer.DRAFT)),
    ],
)
def test_other_decisions_leave_a_request_open(
    sentence: str, typed: ConsentDraft, caseload_store: Store
) -> None:
    request = made(caseload_store, "A1", "P1")

    caseload_store.run(captured(typed))

    assert state_of(caseload_store, request)[0] is RequestState.OPEN, sentence


def test_a_request_that_was_answered_is_not_recalled(caseload_store: Store) -> None:
    caseload_store.run(captured(draft("A6", "health-visiting", "A1", answer=Answer.WITHDRAWN)))

    states: dict[str, RequestState] = {r.id: r.state for r in record(caseload_store, "A").requests}

    assert states["A-request-1"] is RequestState.ANSWERED


def test_a_request_on_other_grounds_is_not_recalled(caseload_store: Store) -> None:
    request = made(caseload_store, "B3", "P4")

    caseload_store.run(captured(draft("B3", "P4", "B1", answer=Answer.REFUSED)))

    found = next(r for r in record(caseload_store, "B").requests if r.id == request.id)
    assert found.state is RequestState.OPEN


def test_undoing_a_change_of_mind_opens_nothing_that_is_on_paper(caseload_store: Store) -> None:
    request = made(caseload_store, "A2", "P2")
    caseload_store.run(captured(draft("A2", "P2", "A2", answer=Answer.WITHDRAWN)))

    undone = caseload_store.undo()

    assert undone is not None
    assert undone.value == "capture_consent"
    assert state_of(caseload_store, request) == (RequestState.OPEN, "")
    assert caseload_store.undo() is None  # the request itself is a wall
