"""At the edges of the rules: what a file, a birthday or a slip of the pen must not open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.catalogue import interchange_schema
from app.domain.consent import Answer, Category, CompetenceKind, Consent, Standing
from app.domain.dates import PartialDate
from app.domain.decision import Reason
from app.domain.endings import Ending, endings
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.domain.proof import Proof, Way
from app.domain.rulebook import Rulebook
from app.domain.sharing import Choice, Confidentiality, Output, PaperKind, RequestState
from app.domain.signing import bound_to
from app.domain.without_agreement import GroundDraft
from app.errors import Invalid, Refused
from app.interchange.reading import check_wordings, read_file
from app.operation import Command, Effect, Kind
from app.usecases.keep_grounds import record_ground
from app.usecases.match_paper import ConfirmationDraft, match_paper
from app.usecases.merge_people import merge_people
from app.usecases.note_paper import MadePaper, note_paper
from app.usecases.withdraw import WithdrawalDraft, withdraw
from db.store import Store
from tests.app.sharing_cases import CONTACT, KIT, MIND, asked, born, ground
from tests.app.test_capture_consent import draft, made, problems, record
from tests.builders import (
    TODAY,
    as_file,
    ash,
    captured,
    catalogue,
    competent,
    family,
    law,
    yes,
)

A = HouseholdId("family-a")


def read_again(store: Store) -> None:
    """Let what a store writes out in again, as another laptop would."""
    contents = read_file(as_file(store).encode(), interchange_schema(), TODAY)
    check_wordings(contents, catalogue().versions)


def taken_back(**rest: Any) -> WithdrawalDraft:
    usual: dict[str, Any] = {
        "household": A,
        "person": PersonId("A2"),
        "decider": PersonId("A2"),
        "agencies": (AgencyId("P2"),),
        "decided_on": TODAY,
        "witness": "Robin Ashby",
        "proof": Proof(identity="Known to me"),
    }
    return WithdrawalDraft(**(usual | rest))


# --- What is written out can be read in again.


def test_not_asked_takes_the_place_of_nobodys_answer(caseload_store: Store) -> None:
    caseload_store.run(captured(draft("A2", "P2", "A2", answer=Answer.REFUSED)))
    unsaid = draft("A2", "P2", "A2", answer=Answer.NOT_SOUGHT, reason="Not the day for it")

    kept = caseload_store.run(captured(unsaid)).value

    assert (kept.decider, kept.replaces) == (None, None)
    read_again(caseload_store)


def test_what_another_organisation_asked_is_taken_back_without_its_wording(
    caseload_store: Store,
) -> None:
    theirs = draft(
        "A2",
        "P2",
        "A2",
        way=Way.OTHER_ORGANISATION,
        wording="Trust form 7",
        proof=Proof(organisation="Northmarsh Housing"),
    )
    caseload_store.run(captured(theirs))

    caseload_store.run(withdraw(taken_back(), law()))

    newest = record(caseload_store, "A").consents[-1]
    assert (newest.answer, newest.wording) == (Answer.WITHDRAWN, "")
    read_again(caseload_store)


def test_a_change_of_mind_on_the_screen_needs_its_signature(caseload_store: Store) -> None:
    with pytest.raises(Invalid) as invalid:
        caseload_store.run(withdraw(taken_back(way=Way.SCREEN), law()))

    assert invalid.value.problems == (Problem("signature", Why.NEEDS_SIGNATURE),)


# --- Birthdays.


def test_a_childs_own_yes_ends_at_16_in_whatever_standing_a_file_puts_it() -> None:
    own = yes("kit", on="2026-11-01", standing=Standing.SELF)
    notes = (competent("kit", on="2026-10-01"),)
    made = born("2010-12-01", consents=(own,), competences=notes)

    assert asked(made, KIT, on=date(2026, 11, 30)).allowed
    assert not asked(made, KIT, on=date(2026, 12, 1)).allowed


def test_from_the_16th_birthday_it_is_said_that_they_have_to_be_asked() -> None:
    made = born("2010-11-22", consents=(yes("kit", "rowan"),))
    later = date(2027, 1, 10)
    asked_since = replace(
        made, consents=(*made.consents, yes("kit", on="2026-12-01", answer=Answer.REFUSED))
    )

    on_the_day = [(line.what, line.day) for line in endings(Rulebook(made, law()), TODAY, 30)]
    after = [(line.what, line.day) for line in endings(Rulebook(made, law()), later, 30)]

    assert on_the_day == [(Ending.RAN_OUT, TODAY), (Ending.TURNS_16, TODAY)]
    assert after == [(Ending.RAN_OUT, TODAY)]
    assert endings(Rulebook(asked_since, law()), later, 30) == ()


def test_a_note_without_a_day_lets_nobody_decide() -> None:
    undated = replace(competent("kit"), on=None)
    unable = replace(competent("rowan", kind=CompetenceKind.CAPACITY, able=False), on=None)
    made = ash(consents=(yes("kit"), yes("rowan")), competences=(undated, unable))

    assert asked(made, KIT).reasons == (Reason.NOT_THEIR_DECISION,)
    assert asked(made).reasons == (Reason.LACKS_CAPACITY,)


# --- Laws.


@pytest.mark.parametrize(
    ("gateway", "born_on", "allowed"),
    [
        ("HSC251B", "1990-01-01", True),
        ("CARE", "1990-01-01", False),
        ("CA04-10", "2017-01-01", False),
    ],
)
def test_agreement_is_implied_only_where_a_team_cares_directly(
    gateway: str, born_on: str, allowed: bool
) -> None:
    made = ground(
        person=KIT,
        gateway=gateway,
        confidentiality=Confidentiality.DIRECT_CARE,
        categories=frozenset({MIND}),
    )
    found = asked(born(born_on, grounds=(made,)), KIT, categories=frozenset({MIND}))

    assert found.allowed is allowed
    assert allowed or found.reasons == (Reason.CONFIDENCE_STANDS,)


def test_what_was_decided_before_a_law_began_does_not_come_to_count_when_it_begins() -> None:
    early = ground(person=KIT, gateway="CWS16LA", decided_on=date(2026, 9, 1))

    assert asked(ash(grounds=(early,)), KIT).reasons == (Reason.NO_GATEWAY,)
    assert asked(ash(grounds=(replace(early, decided_on=date(2026, 9, 30)),)), KIT).allowed


@pytest.mark.parametrize("same", ["Robin Ashby", " Robin  Ashby "])
def test_nobody_authorises_themself(same: str) -> None:
    made = ground(gateway="PUBINT", decided_by="Robin Ashby", authorised_by=same)

    assert asked(ash(grounds=(made,))).reasons == (Reason.NO_MANAGER,)
    assert asked(ash(grounds=(replace(made, authorised_by="Helen Marsh"),))).allowed


@pytest.mark.parametrize(
    ("sentence", "changes", "state"),
    [
        ("this partner, these kinds", {}, RequestState.RECALLED),
        ("any partner", {"agency": None}, RequestState.RECALLED),
        ("another partner", {"agency": AgencyId("P1")}, RequestState.OPEN),
        ("other kinds", {"categories": frozenset({Category.OFFENDING})}, RequestState.OPEN),
        ("somebody else", {"person": PersonId("A1")}, RequestState.OPEN),
    ],
)
def test_what_is_decided_not_to_be_shared_is_called_back(
    sentence: str, changes: dict[str, Any], state: RequestState, caseload_store: Store
) -> None:
    request = made(caseload_store, "A2", "P2")
    usual: dict[str, Any] = {
        "choice": Choice.NOT_SHARE,
        "person": PersonId("A2"),
        "agency": AgencyId("P2"),
        "categories": request.categories,
        "necessity": "They know already.",
        "detriment": "None that we know of.",
        "alternatives": "To ask again in spring.",
        "told": (PersonId("A2"),),
        "decided_on": TODAY,
        "decided_by": "Robin Ashby",
    }

    caseload_store.run(record_ground(A, GroundDraft(**(usual | changes)), law(), role="key worker"))

    now = next(r for r in record(caseload_store, "A").requests if r.id == request.id)
    assert now.state is state, sentence


# --- Two records that become one person.


def test_what_was_signed_stays_bound_when_two_records_become_one(caseload_store: Store) -> None:
    drawn = "[[[10, 10], [200, 80], [400, 20]]]"
    signed = draft("A2", "P2", "A2", way=Way.SCREEN, strokes=drawn)
    kept = caseload_store.run(captured(signed)).value
    twin = Person(
        id=PersonId("A2b"), household=A, given="Tunde", family="Okafor", born=PartialDate(1988, 7)
    )
    caseload_store.run(
        Command("twin", Kind.CHANGE, Effect.STEP, lambda work: work.kept(Person).add(twin))
    )

    caseload_store.run(merge_people(twin.id, PersonId("A2"), {}))

    now = record(caseload_store, "A")
    decision = next(c for c in now.consents if c.id == kept.id)
    assert (decision.person, decision.decider) == (twin.id, twin.id)
    assert bound_to(now.signatures[-1], decision)
    read_again(caseload_store)


# --- Papers.


def printed(store: Store, number: str, kind: PaperKind, who: str, household: HouseholdId) -> None:
    made = MadePaper(
        household=household,
        number=number,
        kind=kind,
        content=b"paper",
        pages=1,
        person=PersonId(who),
    )
    store.run(note_paper(made, Output.PRINTED))


@pytest.mark.parametrize(
    ("kind", "who", "household"),
    [
        (PaperKind.SHARE_REQUEST, "A2", "family-a"),
        (PaperKind.CONSENT_FORM, "B1", "family-b"),
    ],
)
def test_only_their_own_consent_form_proves_a_decision(
    kind: PaperKind, who: str, household: str, caseload_store: Store
) -> None:
    kept: Consent = caseload_store.run(captured(draft("A2", "P2", "A2"))).value
    printed(caseload_store, "CF-AAAA-BBBB", kind, who, HouseholdId(household))

    with pytest.raises(Invalid) as invalid:
        caseload_store.run(match_paper(kept.id, ConfirmationDraft(form="CF-AAAA-BBBB", on=TODAY)))

    assert invalid.value.problems == (Problem("form", Why.FORM_OF_ANOTHER),)


def test_the_number_of_a_letter_is_not_that_of_a_form(caseload_store: Store) -> None:
    printed(caseload_store, "SR-AAAA-BBBB", PaperKind.SHARE_REQUEST, "A2", A)

    found = problems(caseload_store, draft("A2", "P2", "A2", form="SR-AAAA-BBBB"))

    assert found == (Problem("form", Why.FORM_OF_ANOTHER),)


def test_a_form_that_is_not_signed_is_not_matched(caseload_store: Store) -> None:
    kept = caseload_store.run(captured(draft("A2", "P2", "A2", answer=Answer.DRAFT))).value

    with pytest.raises(Refused) as refused:
        caseload_store.run(match_paper(kept.id, ConfirmationDraft(form="X", on=TODAY)))

    assert refused.value.reasons == ("form-not-signed",)


def test_the_families_of_the_caseload_decide_as_before() -> None:
    duty = asked(
        family("b"),
        PersonId("B4"),
        agency=AgencyId("P4"),
        categories=frozenset({CONTACT, Category.PHYSICAL_HEALTH}),
    )

    assert duty.reasons == (Reason.LAW_ALLOWS,)
