"""May this be shared? Every rule of practice, one case a row, and that no code is left unused."""

from __future__ import annotations

import pytest

from app.domain.deciding import Rule
from app.domain.decision import Caution, Doubt, Reason, Step, Verdict
from app.domain.gateway import decide
from app.domain.rulebook import Rulebook
from app.domain.standing import State, stands
from tests.app.decision_rows import ROWS, THEMES
from tests.app.decision_rows.row import Row
from tests.builders import law

AT_LEAST = 150
EVERY_ROW = [pytest.param(row, id=row.sentence) for row in ROWS]


def answered(row: Row) -> dict[str, object]:
    """Return what came out, of what the row looks at."""
    book = Rulebook(row.record, law())
    decision = decide(book, row.share)
    steps = tuple((need.step, need.whom) for need in decision.needs)
    state = stands(row.record, law(), row.who, row.agency, row.on, row.purpose).state
    return {
        "verdict": decision.verdict,
        "reasons": decision.reasons,
        "rule": book.deciders(row.who, row.agency, row.on).rule if row.rule else None,
        "bases": (decision.confidentiality, decision.gateway) if row.bases else None,
        "steps": steps if row.steps is not None else None,
        "cautions": decision.cautions if row.cautions is not None else None,
        "doubts": sorted(aside.doubt for aside in decision.set_aside),
        "state": state if row.state else None,
    }


@pytest.mark.parametrize("row", EVERY_ROW)
def test_it_comes_out_as_practice_says(row: Row) -> None:
    expected = {name: getattr(row, name) for name in answered(row)}

    assert answered(row) == expected | {"doubts": sorted(row.doubts)}


@pytest.mark.parametrize("row", EVERY_ROW)
def test_what_may_be_shared_has_two_bases_and_what_may_not_has_a_next_step(row: Row) -> None:
    decision = decide(Rulebook(row.record, law()), row.share)

    assert decision.allowed is (decision.confidentiality is not None)
    assert decision.allowed is bool(decision.dp_basis and decision.gateway)
    assert decision.allowed or decision.needs


def test_there_are_enough_rows_and_no_sentence_is_there_twice() -> None:
    sentences = [row.sentence for row in ROWS]

    assert len(ROWS) >= AT_LEAST
    assert len(set(sentences)) == len(sentences)
    assert all(theme.ROWS for theme in THEMES)


def test_every_answer_the_deciding_function_knows_is_given_by_a_row() -> None:
    decisions = [decide(Rulebook(row.record, law()), row.share) for row in ROWS]
    who = [Rulebook(r.record, law()).deciders(r.who, r.agency, r.on).rule for r in ROWS]

    assert {d.verdict for d in decisions} == set(Verdict)
    assert {reason for d in decisions for reason in d.reasons} == set(Reason)
    assert {need.step for d in decisions for need in d.needs} == set(Step) - {Step.NOTHING}
    assert {caution for d in decisions for caution in d.cautions} == set(Caution)
    assert {aside.doubt for d in decisions for aside in d.set_aside} == set(Doubt)
    assert set(who) == set(Rule)
    assert {row.state for row in ROWS if row.state} == set(State)


def test_every_law_of_the_pack_is_asked_for_by_a_row() -> None:
    used = {ground.gateway for row in ROWS for ground in row.record.grounds}

    assert {gateway.key for gateway in law().gateways} <= used
