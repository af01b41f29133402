"""What holds of every file, however it came about: nothing but a yes ever opens anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.consent import Answer, Consent
from app.domain.decision import Reason
from app.domain.household import ConsentModel
from app.domain.ids import ConsentId, PersonId
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from tests.app.chance_decisions import (
    DAYS,
    EVERYBODY,
    KIT,
    PURPOSES,
    ROWAN,
    answers,
    decision,
    files,
    mixed,
    opened,
)
from tests.app.sharing_cases import JO
from tests.builders import GP, TODAY, law, yes

often = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NEW = ConsentId("new")


def adding(record: Record, *consents: Consent) -> Record:
    return replace(record, consents=(*record.consents, *consents))


@given(files())
@often
def test_an_adults_information_flows_by_nobodys_decision_but_their_own(record: Record) -> None:
    model = replace(record.office, consent_model=ConsentModel.AGREEMENT_FIRST)
    others = tuple(c for c in record.consents if (c.person, c.decider) != (ROWAN, ROWAN))
    unasked = replace(record, office=model, grounds=(), consents=others)

    assert not {question for question in opened(unasked) if question[0] == ROWAN}


@given(files())
@often
def test_what_others_decided_takes_nothing_from_an_adult_and_adds_nothing(record: Record) -> None:
    own = tuple(c for c in record.consents if (c.person, c.decider) == (ROWAN, ROWAN))
    model = replace(record.office, consent_model=ConsentModel.AGREEMENT_FIRST)
    whole, alone = replace(record, office=model), replace(record, office=model, consents=own)

    def rowans(kept: Record) -> set[object]:
        return {question for question in opened(kept) if question[0] == ROWAN}

    assert rowans(whole) == rowans(alone)


@given(files(), st.sampled_from(EVERYBODY), st.sampled_from([KIT, ROWAN]), st.booleans())
@often
def test_a_change_of_mind_stops_what_it_is_about_unless_a_law_allows_it(
    record: Record, decider: str, who: str, linked: bool
) -> None:
    purpose, day = PURPOSES[0], date(2026, 11, 20)
    all_of_them = Rulebook(record, law()).deciders(PersonId(who), GP, day).signers
    record = adding(
        record,
        *(
            yes(who, d.person, standing=d.standing, on=day.isoformat(), id=f"all-{d.person}")
            for d in all_of_them
        ),
    )
    cell = (who, GP, purpose, decider)
    theirs = [c for c in record.consents if (c.person, c.agency, c.purpose, c.decider) == cell]
    newest = max(theirs, key=lambda c: (c.decided_on or DAYS[0], c.id), default=None)
    link = newest.id if linked and newest is not None else None
    left = yes(who, decider, on=TODAY.isoformat(), id=NEW, answer=Answer.WITHDRAWN, replaces=link)
    after = adding(record, left)
    counts = Rulebook(after, law()).deciders(left.person, GP, TODAY).can_decide(left.decider or KIT)

    for question, found in answers(after).items():
        if question[0] == who and question[3] is purpose:
            assert not {c.id for c in theirs} & set(found.consents)
            assert not (found.allowed and counts) or found.ground is not None
            assert Reason.PUBLIC_TASK not in found.reasons


@given(files(), st.data())
@often
def test_a_further_no_never_widens_what_may_be_shared(record: Record, data: st.DataObject) -> None:
    noes = (Answer.REFUSED, Answer.WITHDRAWN)
    no = data.draw(decision(NEW, list(record.consents), noes))

    assert opened(adding(record, no)) <= opened(record)


@given(files(), st.randoms(use_true_random=False))
@often
def test_the_order_of_entry_changes_nothing_of_an_answer(record: Record, chance: Random) -> None:
    assert answers(mixed(record, chance)) == answers(record)


@given(files(ends=False), st.integers(0, 500), st.integers(1, 500))
@often
def test_no_day_that_passes_turns_a_no_into_a_yes(record: Record, ahead: int, more: int) -> None:
    first = TODAY + timedelta(days=ahead)

    assert opened(record, first + timedelta(days=more)) <= opened(record, first)


@given(files(), st.data(), st.sampled_from(["undated", "chain", "decider"]))
@often
def test_a_doubtful_yes_never_opens_anything(
    record: Record, data: st.DataObject, doubt: str
) -> None:
    given_ = data.draw(decision(NEW, list(record.consents), (Answer.GIVEN, Answer.NARROWED)))
    if doubt == "undated":
        given_ = replace(given_, decided_on=None)
    elif doubt == "chain":
        given_ = replace(given_, replaces=data.draw(st.sampled_from([NEW, ConsentId("nowhere")])))
    elif Rulebook(record, law()).entitled(given_):
        given_ = replace(given_, person=ROWAN, decider=JO)

    assert opened(adding(record, given_)) <= opened(record)


@given(files(), st.data())
@often
def test_every_yes_that_is_relied_on_is_there_and_is_not_set_aside(
    record: Record, data: st.DataObject
) -> None:
    on = data.draw(st.sampled_from([*DAYS, TODAY]))
    known = {c.id: c for c in record.consents}

    for question, found in answers(record, on).items():
        relied = [known[id_] for id_ in found.consents]
        assert all((c.decided_on or TODAY) <= on for c in relied)
        assert all(c.answer in (Answer.GIVEN, Answer.NARROWED) for c in relied)
        assert all(
            (c.person, c.agency, c.purpose) == (question[0], GP, question[3]) for c in relied
        )
        assert not {aside.consent for aside in found.set_aside} & set(found.consents)
        assert found.allowed is (found.confidentiality is not None)
