"""Changing one’s mind: what ends, what is stopped or called back, and what is left as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.consent import Answer, Consent, Purpose, Standing
from app.domain.decision import Reason
from app.domain.gateway import may_share
from app.domain.ids import AgencyId, GroundId, HouseholdId, PersonId, RequestId
from app.domain.problems import Problem, Why
from app.domain.proof import Proof, Way
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import Ground, Output, PaperKind, RequestState, ShareRequest
from app.domain.withdrawal import Consequences, agreed_to, consequences, followed, still_agree
from app.errors import Invalid, Refused
from app.usecases.note_outcome import OutcomeDraft, note_outcome
from app.usecases.note_paper import MadePaper, note_paper
from app.usecases.withdraw import WithdrawalDraft, withdraw
from db.store import Store
from tests.app.sharing_cases import JO, KIT, ROWAN, ground
from tests.app.test_capture_consent import draft as answer
from tests.app.test_capture_consent import made
from tests.builders import ASH, GP, SCHOOL, SOME, TODAY, ash, captured, involved, law, yes

A, P2 = HouseholdId("family-a"), AgencyId("P2")
SAID = Proof(identity="Known to the key worker")


def mind(who: str = "A2", decider: str = "A2", *agencies: str, **rest: Any) -> WithdrawalDraft:
    usual: dict[str, Any] = {"decided_on": TODAY, "witness": "Robin Ashby", "proof": SAID}
    return WithdrawalDraft(
        household=A,
        person=PersonId(who),
        decider=PersonId(decider),
        agencies=tuple(AgencyId(agency) for agency in agencies or ("P2",)),
        **(usual | rest),
    )


def record(store: Store) -> Record:
    return store.ask(lambda work: work.record(A))


def printed(store: Store, request: ShareRequest) -> None:
    paper = MadePaper(
        household=A,
        number=request.number,
        kind=PaperKind.SHARE_REQUEST,
        content=b"%PDF",
        pages=1,
        person=request.person,
        agency=request.agency,
        request=request.id,
    )
    store.run(note_paper(paper, Output.PRINTED))


def asked_of(record_: Record, request: ShareRequest) -> ShareRequest:
    return next(r for r in record_.requests if r.id == request.id)


def asking(id_: str = "asked", **rest: Any) -> ShareRequest:
    usual: dict[str, Any] = {
        "household": ASH,
        "number": f"SR-{id_}",
        "agency": GP,
        "person": ROWAN,
        "made_on": date(2026, 11, 3),
        "categories": SOME,
        "consents": (yes("rowan").id,),
    }
    return ShareRequest(id=RequestId(id_), **(usual | rest))


def follow(
    kept: Record,
    person: PersonId = ROWAN,
    decider: PersonId = ROWAN,
    agencies: tuple[AgencyId, ...] = (GP,),
) -> Consequences:
    return consequences(Rulebook(kept, law()), person, decider, agencies, TODAY)


def test_the_yes_stays_on_file_with_the_withdrawal_that_took_its_place(
    caseload_store: Store,
) -> None:
    before = record(caseload_store).consents

    follows = caseload_store.run(withdraw(mind(reason=" Too much at once. "), law())).value

    after = record(caseload_store).consents
    kept = after[-1]
    assert after[: len(before)] == before
    assert [c.id for c in follows.ends] == ["family-a-consent-11"]
    assert (kept.answer, kept.replaces) == (Answer.WITHDRAWN, "family-a-consent-11")
    assert (kept.decider, kept.decided_on, kept.reason) == ("A2", TODAY, "Too much at once.")
    assert (kept.way, kept.witness, kept.proof) == (Way.SPOKEN, "Robin Ashby", SAID)
    assert kept.recorded_by == "kw-test"


def test_nothing_more_may_be_shared_from_that_moment(caseload_store: Store) -> None:
    caseload_store.run(withdraw(mind(), law()))

    decision = may_share(
        record(caseload_store),
        law(),
        person=PersonId("A2"),
        agency=P2,
        categories=SOME,
        on=TODAY,
    )

    assert decision.reasons == (Reason.CHANGED_MIND,)


def test_a_request_nobody_has_seen_is_stopped_and_no_letter_is_needed(
    caseload_store: Store,
) -> None:
    request = made(caseload_store, "A2", "P2")

    follows = caseload_store.run(withdraw(mind(), law())).value

    now = asked_of(record(caseload_store), request)
    assert follows.stopped == (request,)
    assert (follows.recalled, follows.holders, follows.notices) == ((), (), ())
    assert (now.state, now.reason, now.next_chase_on) == (
        RequestState.RECALLED,
        "changed-mind",
        None,
    )


def test_a_request_that_is_out_is_called_back_and_its_partner_written_to(
    caseload_store: Store,
) -> None:
    request = made(caseload_store, "A2", "P2")
    printed(caseload_store, request)

    follows = caseload_store.run(withdraw(mind(), law())).value

    assert follows.recalled == (request,)
    assert follows.stopped == ()
    assert [(h.agency, h.since, h.replied) for h in follows.holders] == [(P2, TODAY, False)]
    assert follows.holders[0].categories == request.categories
    assert follows.notices == (P2,)
    assert asked_of(record(caseload_store), request).state is RequestState.RECALLED


def test_one_that_is_answered_in_part_is_not_chased_any_more(caseload_store: Store) -> None:
    request = made(caseload_store, "A2", "P2")
    partly = OutcomeDraft(state=RequestState.PARTLY_ANSWERED)
    caseload_store.run(note_outcome(request.id, partly))

    follows = caseload_store.run(withdraw(mind(), law())).value

    assert [r.id for r in follows.recalled] == [request.id]
    assert follows.holders[0].replied
    assert asked_of(record(caseload_store), request).next_chase_on is None


def test_a_no_on_the_form_calls_back_what_is_answered_in_part_too(caseload_store: Store) -> None:
    request = made(caseload_store, "A2", "P2")
    partly = OutcomeDraft(state=RequestState.PARTLY_ANSWERED)
    caseload_store.run(note_outcome(request.id, partly))

    caseload_store.run(captured(answer("A2", "P2", "A2", answer=Answer.REFUSED)))

    now = asked_of(record(caseload_store), request)
    assert (now.state, now.next_chase_on) == (RequestState.RECALLED, None)


def test_what_was_stopped_before_makes_nobody_a_holder(caseload_store: Store) -> None:
    made(caseload_store, "A2", "P2")
    caseload_store.run(withdraw(mind(), law()))
    caseload_store.run(captured(answer("A2", "P2", "A2")))

    follows = caseload_store.run(withdraw(mind(), law())).value

    assert (follows.holders, follows.notices) == ((), ())


def test_an_adults_change_of_mind_never_touches_a_childs_record(caseload_store: Store) -> None:
    theirs = made(caseload_store, "A5", "P1")
    hers = made(caseload_store, "A1", "P1")
    before = record(caseload_store)

    follows = caseload_store.run(withdraw(mind("A1", "A1", "P1"), law())).value

    after = record(caseload_store)
    assert [r.id for r in follows.stopped] == [hers.id]
    assert asked_of(after, theirs) == theirs
    assert [c for c in after.consents if c.person != "A1"] == [
        c for c in before.consents if c.person != "A1"
    ]


def test_one_of_several_partners_leaves_the_others_alone(caseload_store: Store) -> None:
    caseload_store.run(withdraw(mind("A1", "A1", "housing"), law()))

    book = Rulebook(record(caseload_store), law())

    left = agreed_to(book, PersonId("A1"), PersonId("A1"), TODAY)
    assert {c.agency for c in left} == {"P1", "maternity", "perinatal"}


def test_all_partners_at_once_is_one_step_that_undo_takes_back(caseload_store: Store) -> None:
    before = record(caseload_store)
    everything = mind("A1", "A1", "P1", "maternity", "perinatal", "housing")

    follows = caseload_store.run(withdraw(everything, law())).value
    assert len(follows.ends) == 4
    caseload_store.undo()

    assert record(caseload_store) == before


def test_what_the_other_parent_said_is_left_as_it_is(caseload_store: Store) -> None:
    before = record(caseload_store).consents

    follows = caseload_store.run(withdraw(mind("A5", "A1", "primary"), law())).value

    after = record(caseload_store).consents
    assert [c.decider for c in follows.ends] == ["A1"]
    assert [c for c in after if c.decider == "A3"] == [c for c in before if c.decider == "A3"]


def test_a_parent_who_can_no_longer_decide_stops_nothing_another_agreed_to() -> None:
    own = yes("kit", "kit", standing=Standing.SELF, on="2026-10-01")
    old = yes("kit", "rowan", on="2025-01-10")
    grown = ash(
        people=(*ash().people[:2], replace(ash().people[2], born=ash().people[0].born)),
        consents=(old, own),
        requests=(asking(person=KIT, consents=(own.id,)),),
    )

    names_both = asking("both", person=KIT, consents=(old.id, own.id), chases=1)

    follows = follow(grown, KIT, ROWAN)
    with_both = follow(replace(grown, requests=(names_both,)), KIT, ROWAN)

    assert (follows.stopped, follows.recalled) == ((), ())
    assert (with_both.recalled, with_both.notices) == ((), ())


def test_what_was_taken_back_is_not_offered_again_by_one_who_can_no_longer_decide() -> None:
    old = yes("kit", "rowan", on="2025-01-10")
    back = yes("kit", "rowan", on="2026-11-01", answer=Answer.WITHDRAWN, replaces=old.id)
    grown = ash(
        people=(*ash().people[:2], replace(ash().people[2], born=ash().people[0].born)),
        consents=(old, back),
    )

    assert agreed_to(Rulebook(grown, law()), KIT, ROWAN, TODAY) == ()


def test_what_another_holder_agreed_to_stands_and_they_disagree_now() -> None:
    both = ash(consents=(yes("kit", "rowan"), yes("kit", "jo")))
    follows = follow(both, KIT, ROWAN)

    others = still_agree(Rulebook(both, law()), follows, TODAY)

    assert others == ((GP, JO),)


def test_a_request_to_another_partner_or_for_another_purpose_goes_on() -> None:
    other = asking("other", agency=SCHOOL)
    purpose = asking("purpose", purpose=Purpose.ADULT_CARE)
    kept = ash(
        consents=(yes("rowan"),),
        involvements=(involved("rowan"), involved("rowan", SCHOOL)),
        requests=(other, purpose),
    )

    follows = follow(kept)

    assert (follows.stopped, follows.recalled) == ((), ())


def test_a_request_on_another_law_goes_on_and_the_law_is_named() -> None:
    lawful = asking("lawful", ground=GroundId("ground"), consents=())
    kept = ash(consents=(yes("rowan"),), grounds=(ground(),), requests=(lawful,))

    follows = follow(kept)

    assert (follows.stopped, follows.recalled) == ((), ())
    assert follows.other_law == ("ground",)


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("it was about somebody else", ground(person=JO)),
        ("it was for another partner", ground(agency=SCHOOL)),
        ("it is past its review", ground(review_on=date(2026, 11, 10))),
        ("it is not made yet", ground(decided_on=date(2026, 12, 1))),
        ("there is no such law", ground(gateway="NONE")),
    ],
)
def test_a_ground_that_does_not_carry_it_is_not_named(sentence: str, other: Ground) -> None:
    follows = follow(ash(consents=(yes("rowan"),), grounds=(other,)))

    assert follows.other_law == (), sentence


def test_a_reminder_shows_that_a_request_was_out() -> None:
    kept = ash(consents=(yes("rowan"),), requests=(asking(chases=1),))

    follows = follow(kept)

    assert [r.id for r in follows.recalled] == ["asked"]
    assert [(h.agency, h.since) for h in follows.holders] == [(GP, date(2026, 11, 3))]


def test_what_followed_can_be_told_again_from_the_record(caseload_store: Store) -> None:
    out, waiting = made(caseload_store, "A1", "P1"), made(caseload_store, "A1", "maternity")
    printed(caseload_store, out)
    follows = caseload_store.run(withdraw(mind("A1", "A1", "P1", "maternity"), law())).value

    kept = record(caseload_store)
    again = followed(Rulebook(kept, law()), kept.consents[-1], TODAY)

    assert again.ends == follows.ends
    assert [r.id for r in again.recalled] == [out.id]
    assert [r.id for r in again.stopped] == [waiting.id]
    assert (again.holders, again.notices) == (follows.holders, follows.notices)


def test_nothing_agreed_to_is_nothing_to_take_back(caseload_store: Store) -> None:
    before = record(caseload_store)

    with pytest.raises(Refused) as refused:
        caseload_store.run(withdraw(mind("A2", "A2", "adult-mental-health"), law()))

    assert refused.value.reasons == ("nothing-to-take-back",)
    assert record(caseload_store) == before


def test_somebody_elses_yes_cannot_be_taken_back(caseload_store: Store) -> None:
    with pytest.raises(Refused):
        caseload_store.run(withdraw(mind("A2", "A1", "P2"), law()))


def test_every_problem_is_reported_at_once_and_a_reason_is_never_one() -> None:
    empty = WithdrawalDraft(household=A)

    assert empty.problems(TODAY) == (
        Problem("person", Why.MISSING),
        Problem("decider", Why.MISSING),
        Problem("agencies", Why.MISSING),
        Problem("decided_on", Why.MISSING),
        Problem("witness", Why.NEEDS_WITNESS),
        Problem("identity", Why.NEEDS_IDENTITY),
    )


@pytest.mark.parametrize(
    ("sentence", "typed", "problem"),
    [
        (
            "on a day to come",
            mind(decided_on=date(2026, 11, 23)),
            Problem("decided_on", Why.IN_FUTURE),
        ),
        (
            "before they had agreed",
            mind(decided_on=date(2026, 9, 13)),
            Problem("decided_on", Why.ENDS_BEFORE_START),
        ),
        (
            "interpreted by one of the family",
            mind(way=Way.INTERPRETED, witness="Dana Whitfield", proof=Proof()),
            Problem("witness", Why.NOT_AN_INTERPRETER),
        ),
        (
            "on the slip of somebody else’s form",
            mind(way=Way.INK, form="cf-other", proof=Proof(), witness=""),
            Problem("form", Why.FORM_OF_ANOTHER),
        ),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    sentence: str, typed: WithdrawalDraft, problem: Problem, caseload_store: Store
) -> None:
    danas = MadePaper(
        household=A,
        number="CF-OTHER",
        kind=PaperKind.CONSENT_FORM,
        content=b"%PDF",
        pages=1,
        person=PersonId("A1"),
    )
    caseload_store.run(note_paper(danas, Output.PRINTED))

    with pytest.raises(Invalid) as invalid:
        caseload_store.run(withdraw(typed, law()))

    assert invalid.value.problems == (problem,), sentence
    assert all(c.answer is not Answer.WITHDRAWN for c in record(caseload_store).consents)


def test_the_slip_of_their_own_form_is_enough(caseload_store: Store) -> None:
    typed = mind(way=Way.INK, form=" cf-4t6y-k8je ", proof=Proof(), witness="")

    caseload_store.run(withdraw(typed, law()))

    kept: Consent = record(caseload_store).consents[-1]
    assert (kept.way, kept.form) == (Way.INK, "CF-4T6Y-K8JE")
