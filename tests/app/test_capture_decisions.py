"""Several decisions of one conversation: kept in one step, by the rules of each, or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.competence import LimitDraft
from app.domain.consent import Answer, Category, Consent, ConsentDraft, Limit, Standing
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.problems import Problem, Why
from app.domain.proof import DrawnSignature, Proof, Way
from app.domain.sharing import RequestState
from app.domain.signing import bound_to
from app.domain.standing import State, stands
from app.errors import Invalid
from app.operation import Command
from app.usecases.capture_decisions import capture_decisions
from db.store import Store
from tests.builders import TODAY, as_file, captured, catalogue, law

FAMILY_A = HouseholdId("family-a")
SOME = frozenset({Category.CONTACT, Category.PHYSICAL_HEALTH})
STROKES = "[[[10, 20], [30, 40]], [[50, 60]]]"
SCREEN = "screen 2026.1"


def draft(who: str, agency: str, decider: str | None, **rest: Any) -> ConsentDraft:
    usual: dict[str, Any] = {"answer": Answer.GIVEN, "categories": SOME, "decided_on": TODAY}
    return ConsentDraft(
        household=FAMILY_A,
        person=PersonId(who),
        agency=AgencyId(agency),
        decider=PersonId(decider) if decider else None,
        **(usual | rest),
    )


def no(who: str, agency: str, decider: str) -> ConsentDraft:
    return draft(who, agency, decider, answer=Answer.REFUSED, categories=frozenset())


def unsure(who: str, agency: str) -> ConsentDraft:
    return draft(
        who,
        agency,
        None,
        answer=Answer.NOT_SOUGHT,
        categories=frozenset(),
        reason="Not sure yet",
    )


def limit(person: str, **whom: str) -> LimitDraft:
    return LimitDraft(person=PersonId(person), decided_by=PersonId(person), since=TODAY, **whom)  # type: ignore[arg-type]


def together(
    *drafts: ConsentDraft, limits: tuple[LimitDraft, ...] = ()
) -> Command[tuple[Consent, ...]]:
    return capture_decisions(drafts, limits, versions=catalogue().versions)


def problems(store: Store, *drafts: ConsentDraft, limits: tuple[LimitDraft, ...] = ()) -> list[Any]:
    before = as_file(store)
    with pytest.raises(Invalid) as invalid:
        store.run(together(*drafts, limits=limits))
    assert as_file(store) == before
    return list(invalid.value.problems)


def test_every_answer_of_a_conversation_is_kept_in_one_step(caseload_store: Store) -> None:
    kept = caseload_store.run(
        together(draft("A1", "P1", "A1"), no("A1", "housing", "A1"), unsure("A1", "maternity"))
    ).value
    undone = caseload_store.undo()

    assert [c.answer for c in kept] == [Answer.GIVEN, Answer.REFUSED, Answer.NOT_SOUGHT]
    assert undone is not None
    assert undone.value == "capture_decisions"
    left = {c.id for c in caseload_store.ask(lambda work: work.kept(Consent).every())}
    assert not left & {c.id for c in kept}


def test_each_is_kept_as_it_would_be_alone(caseload_store: Store) -> None:
    typed = draft("A2", "P2", "A2", form=" cf-1234-abcd ", wording="2026.2")

    one = caseload_store.run(together(typed)).value[0]
    caseload_store.undo()
    alone = caseload_store.run(captured(typed)).value

    assert (one.replaces, one.form) == ("family-a-consent-11", "CF-1234-ABCD")
    fields = ("answer", "standing", "replaces", "form", "wording", "categories", "proof")
    assert [getattr(one, f) for f in fields] == [getattr(alone, f) for f in fields]


def test_one_that_cannot_be_kept_keeps_all_of_them_back(caseload_store: Store) -> None:
    spoken = draft("A1", "housing", "A1", way=Way.SPOKEN, witness="Robin Ashby")

    found = problems(
        caseload_store,
        draft("A1", "P1", "A1"),
        draft("A1", "maternity", "A2"),
        spoken,
    )

    assert found == [
        Problem("1.decider", Why.NOT_THEIR_DECISION),
        Problem("2.identity", Why.NEEDS_IDENTITY),
    ]


def test_an_interpreter_of_the_family_is_named_with_the_draft(caseload_store: Store) -> None:
    typed = draft("A1", "P1", "A1", way=Way.INTERPRETED, witness="Tunde Okafor")

    found = problems(caseload_store, no("A1", "housing", "A1"), typed)

    assert found == [Problem("1.witness", Why.NOT_AN_INTERPRETER)]


def test_one_signature_is_bound_to_each_decision_apart(caseload_store: Store) -> None:
    signed = [
        draft("A1", agency, "A1", way=Way.SCREEN, strokes=STROKES, wording=SCREEN)
        for agency in ("P1", "housing")
    ]

    kept = caseload_store.run(together(*signed)).value
    drawn = caseload_store.ask(lambda work: work.kept(DrawnSignature).every())

    by_consent = {s.consent: s for s in drawn}
    assert [bound_to(by_consent[c.id], c) for c in kept] == [True, True]
    assert not bound_to(by_consent[kept[0].id], kept[1])
    assert len({s.seal for s in drawn}) == 2
    assert all(c.proof.wording_sha256 for c in kept)


def test_a_competent_child_decides_in_their_own_standing(caseload_store: Store) -> None:
    spoken = draft(
        "A4",
        "camhs",
        "A4",
        way=Way.SPOKEN,
        witness="Robin Ashby",
        wording=SCREEN,
        proof=Proof(identity="I know Leo", script=SCREEN),
    )

    (kept,) = caseload_store.run(together(spoken)).value

    assert (kept.standing, kept.competence) == (Standing.COMPETENT_CHILD, "A4-gillick")


def test_a_no_recalls_what_rests_on_the_yes_before_it(caseload_store: Store) -> None:
    caseload_store.run(together(no("A4", "camhs", "A4")))

    record = caseload_store.ask(lambda work: work.record(FAMILY_A))
    request = next(r for r in record.requests if r.id == "A-request-3")
    assert request.state is RequestState.RECALLED


def test_not_sure_yet_is_no_yes_and_takes_nothing_away(caseload_store: Store) -> None:
    before = caseload_store.ask(lambda work: work.record(FAMILY_A))
    (kept,) = caseload_store.run(together(unsure("A2", "adult-mental-health"))).value
    caseload_store.run(together(unsure("A2", "P2")))

    record = caseload_store.ask(lambda work: work.record(FAMILY_A))
    where = [
        [stands(r, law(), PersonId("A2"), AgencyId(a), TODAY).state for r in (before, record)]
        for a in ("adult-mental-health", "P2")
    ]
    assert (kept.decider, kept.replaces) == (None, None)
    assert where == [[State.REFUSED, State.REFUSED], [State.GIVEN, State.GIVEN]]


def test_whom_they_want_left_out_is_kept_in_the_same_step(caseload_store: Store) -> None:
    limits = (limit("A1", not_person="A3"), limit("A1", not_agency="maternity"))

    caseload_store.run(together(draft("A1", "P1", "A1"), limits=limits))
    kept = [x for x in _limits(caseload_store) if x.person == "A1"]
    caseload_store.undo()

    assert {(x.not_person, x.not_agency) for x in kept} == {("A3", None), (None, "maternity")}
    assert not [x for x in _limits(caseload_store) if x.person == "A1"]


def test_a_limit_that_is_there_already_is_not_kept_twice(caseload_store: Store) -> None:
    before = len(_limits(caseload_store))
    again = LimitDraft(
        person=PersonId("A4"),
        decided_by=PersonId("A4"),
        not_person=PersonId("A3"),
        about="camhs ",
        since=TODAY,
    )

    caseload_store.run(together(no("A4", "camhs", "A4"), limits=(again, again)))

    assert len(_limits(caseload_store)) == before


def test_a_limit_that_cannot_be_kept_keeps_the_decisions_back(caseload_store: Store) -> None:
    found = problems(
        caseload_store, draft("A1", "P1", "A1"), limits=(limit("A1", not_person="A1"),)
    )

    assert found == [Problem("limit-0.not_person", Why.SAME_PERSON)]


def test_one_conversation_is_about_one_person_and_each_partner_once(caseload_store: Store) -> None:
    found = problems(
        caseload_store,
        draft("A1", "P1", "A1"),
        no("A1", "P1", "A1"),
        draft("A2", "P2", "A2"),
    )

    assert found == [
        Problem("1.agency", Why.ALREADY_RECORDED),
        Problem("2.person", Why.NO_SUCH_PERSON),
    ]


def test_a_conversation_without_a_decision_is_none(caseload_store: Store) -> None:
    assert problems(caseload_store) == [Problem("drafts", Why.MISSING)]


def _limits(store: Store) -> tuple[Limit, ...]:
    return tuple(store.ask(lambda work: work.kept(Limit).every()))
