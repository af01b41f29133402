"""Approvals of laws by the council, and the day on which help ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.consent import Category
from app.domain.decision import Caution, Reason
from app.domain.gateway import may_share
from app.domain.household import Approval, HouseholdDraft, Office
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.problems import Problem, Why
from app.errors import Invalid, Refused
from app.usecases.approve_gateway import ApprovalDraft, approve_gateway, withdraw_approval
from app.usecases.keep_household import rename_household
from db.store import Store
from tests.builders import TODAY, law

B = HouseholdId("family-b")
DRAFT = ApprovalDraft(gateway="CWS16LA", by="  Ines Okoro  ", on=TODAY)
TOMORROW = date(2026, 11, 23)


def office_of(store: Store) -> Office:
    return store.ask(lambda work: work.kept(Office).find("office")) or Office()


def cautions(store: Store) -> tuple[Caution, ...]:
    record = store.ask(lambda work: work.record(B))
    return may_share(
        record,
        law(),
        person=PersonId("B4"),
        agency=AgencyId("P4"),
        categories=frozenset({Category.CONTACT}),
        on=TODAY,
    ).cautions


def test_an_approval_is_kept_for_this_law_pack_and_ends_the_caution(caseload_store: Store) -> None:
    before = cautions(caseload_store)
    kept = caseload_store.run(approve_gateway(DRAFT, law())).value

    assert kept == Approval(gateway="CWS16LA", pack=law().version, by="Ines Okoro", on=TODAY)
    assert before == (Caution.NOT_APPROVED, Caution.START_NOT_CONFIRMED)
    assert cautions(caseload_store) == (Caution.START_NOT_CONFIRMED,)
    assert office_of(caseload_store).council == "Northmarsh Council"


def test_the_first_approval_needs_no_office_yet(store: Store) -> None:
    store.run(approve_gateway(DRAFT, law()))

    assert len(office_of(store).approvals) == 1


def test_a_new_approval_takes_the_place_of_the_old_one(caseload_store: Store) -> None:
    caseload_store.run(approve_gateway(DRAFT, law()))
    caseload_store.run(approve_gateway(replace(DRAFT, gateway="CARE"), law()))
    caseload_store.run(approve_gateway(replace(DRAFT, by="Ray Field"), law()))

    found = [(a.gateway, a.by) for a in office_of(caseload_store).approvals]
    assert found == [("CARE", "Ines Okoro"), ("CWS16LA", "Ray Field")]


def test_an_approval_of_one_law_pack_says_nothing_of_another(caseload_store: Store) -> None:
    earlier = replace(law(), version="2025-01-01")
    caseload_store.run(approve_gateway(DRAFT, earlier))

    assert Caution.NOT_APPROVED in cautions(caseload_store)
    with pytest.raises(Refused, match="not-approved"):
        caseload_store.run(withdraw_approval("CWS16LA", law()))
    assert len(office_of(caseload_store).approvals) == 1


def test_an_approval_can_be_taken_back_and_undo_brings_it_back(caseload_store: Store) -> None:
    caseload_store.run(approve_gateway(DRAFT, law()))
    caseload_store.run(withdraw_approval("CWS16LA", law()))
    after = office_of(caseload_store).approvals
    caseload_store.undo()

    assert after == ()
    assert len(office_of(caseload_store).approvals) == 1


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (
            ApprovalDraft(gateway="CARE"),
            (Problem("by", Why.MISSING), Problem("on", Why.MISSING)),
        ),
        (replace(DRAFT, on=TOMORROW), (Problem("on", Why.IN_FUTURE),)),
    ],
)
def test_what_an_approval_lacks_is_said(
    store: Store, draft: ApprovalDraft, found: tuple[Problem, ...]
) -> None:
    with pytest.raises(Invalid) as invalid:
        store.run(approve_gateway(draft, law()))

    assert invalid.value.problems == found


def test_what_is_not_in_the_law_pack_is_not_approved(store: Store) -> None:
    with pytest.raises(Refused, match="no-such-gateway"):
        store.run(approve_gateway(replace(DRAFT, gateway="NO-SUCH"), law()))


def test_what_was_agreed_ends_with_help_and_counts_again_once_it_is_reopened(
    caseload_store: Store,
) -> None:
    family = HouseholdId("family-a")

    def reasons() -> tuple[Reason, ...]:
        record = caseload_store.ask(lambda work: work.record(family))
        return may_share(
            record,
            law(),
            person=PersonId("A2"),
            agency=AgencyId("P2"),
            categories=frozenset({Category.CONTACT}),
            on=TODAY,
        ).reasons

    open_ = reasons()
    closed = HouseholdDraft(name="Whitfield", closed_on=date(2026, 11, 20))
    caseload_store.run(rename_household(family, closed))
    ended = reasons()
    caseload_store.run(rename_household(family, HouseholdDraft(name="Whitfield")))

    assert (open_, ended, reasons()) == (
        (Reason.AGREED,),
        (Reason.RAN_OUT,),
        (Reason.AGREED,),
    )


def test_help_does_not_end_tomorrow(caseload_store: Store) -> None:
    with pytest.raises(Invalid) as invalid:
        caseload_store.run(rename_household(B, HouseholdDraft(name="Begum", closed_on=TOMORROW)))

    assert invalid.value.problems == (Problem("closed_on", Why.IN_FUTURE),)
