"""The acceptance checks of the caseload, one test a check, on its own day (caseload, section 6)."""

from __future__ import annotations

import hashlib

import pytest

from app.domain.consent import Standing
from app.domain.deciding import Rule, deciders
from app.domain.decision import Reason
from app.domain.gateway import may_share
from app.domain.identifiers import System, why_refused
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.person import Safety
from app.domain.problems import Why
from app.domain.prompts import Prompt, things_due
from app.domain.questions import usual_request
from app.domain.record import Record
from app.domain.sharing import Output, Paper, PaperKind
from app.domain.standing import State, stands
from app.errors import Refused
from app.usecases.exchange import export_file
from app.usecases.keep_agencies import agencies_to_offer
from app.usecases.note_paper import MadePaper, note_paper
from app.usecases.request_share import request_share
from app.view.letter import project_letter
from app.view.project import project
from app.view.recipient import OFFICE, the_person
from db.store import Store
from tests.app.wall_cases import (
    DANIEL,
    LOCATION,
    OTHER_SIDE,
    SAMIRA,
    asked,
    forms,
    printed_form,
    printed_letter,
)
from tests.app.whole_paper import drawn_text, found_in
from tests.builders import TODAY, catalogue, family, law


def where(record: Record, person: str, agency: str) -> tuple[State, tuple[Reason, ...]]:
    decision = may_share(
        record,
        law(),
        person=PersonId(person),
        agency=AgencyId(agency),
        categories=frozenset(),
        on=TODAY,
    )
    state = stands(record, law(), PersonId(person), AgencyId(agency), TODAY).state
    return state, decision.reasons


def test_check_1_leos_request_rests_on_his_own_decision_and_names_no_father() -> None:
    record = family("a")
    request = next(r for r in record.requests if r.agency == "camhs")
    view = project_letter(record, law(), request)

    paper = drawn_text(printed_letter(view))

    assert [(e.decider, e.standing) for e in view.evidence] == [
        ("Leo Reid", Standing.COMPETENT_CHILD)
    ]
    assert "Callum" not in paper
    assert "Dana" not in paper
    holders = [row.adult for row in record.holders(PersonId("A4"), TODAY)]
    assert holders == ["A1"]
    assert "A3" in [row.adult for row in record.holders(PersonId("A5"), TODAY)]


def test_check_2_mias_speech_therapy_request_is_blocked_for_the_manager() -> None:
    record = family("a")

    found = where(record, "A5", "salt")

    assert found == (State.REFUSED, (Reason.DISAGREEMENT,))
    assert stands(record, law(), PersonId("A5"), AgencyId("salt"), TODAY).disagreement


def test_check_3_tundes_mental_health_request_cannot_be_made(caseload_store: Store) -> None:
    draft = usual_request(
        family("a"),
        law(),
        catalogue().bank,
        person=PersonId("A2"),
        agency=AgencyId("adult-mental-health"),
        on=TODAY,
    )

    with pytest.raises(Refused) as refused:
        caseload_store.run(request_share(draft, law()))

    assert refused.value.reasons == (Reason.SAID_NO,)


def test_check_4_adas_form_needs_one_of_two_signatures() -> None:
    record = family("a")

    (form,) = forms(record, PersonId("A6"))

    assert [signer.name for signer in form.view.signers] == ["Dana Whitfield", "Tunde Okafor"]
    assert form.view.rule == Rule.PARENTS
    assert where(record, "A6", "health-visiting")[1] == (Reason.AGREED,)  # by Dana alone


def test_check_5_the_unborn_child_is_on_the_map_and_has_no_consent() -> None:
    record = family("a")

    view = project(record, law(), OFFICE, TODAY)

    (baby,) = [person for person in view.people if person.due is not None]
    assert baby.id == "A7"
    assert [c for c in record.consents if c.person == "A7"] == []
    with pytest.raises(Refused, match="unborn"):
        forms(record, PersonId("A7"))


def test_check_6_the_perinatal_refusal_says_what_was_missing() -> None:
    record = family("a")

    (refused,) = [r for r in record.requests if r.agency == "perinatal"]

    assert refused.reason == "consent page not attached"
    assert "Consent page attached" in record.agency(AgencyId("perinatal")).needs


def test_check_7_daniels_papers_hold_none_of_the_sentinels(caseload_store: Store) -> None:
    (form,) = forms(family("b"), DANIEL)
    letter = asked(caseload_store, "b", DANIEL, AgencyId("P1"))

    papers = printed_form(form.view), printed_letter(letter)

    assert [found_in(paper, LOCATION | OTHER_SIDE) for paper in papers] == [[], []]


def test_check_8_the_hidden_home_is_on_a_picture_for_samira_and_the_office_only() -> None:
    record = family("b")
    readers = {OFFICE.reader: OFFICE} | {p.id: the_person(p.id) for p in record.people}

    seeing = {
        reader
        for reader, recipient in readers.items()
        if "H4" in {home.id for home in project(record, law(), recipient, TODAY).homes}
    }

    assert seeing == {"", "B1", "B3", "B4", "B5"}


def test_check_9_nadia_turns_16_in_13_days_and_nobody_else_has_a_birthday() -> None:
    birthdays = [
        (due.person, due.days)
        for letter in "abc"
        for due in things_due(family(letter), law(), TODAY)
        if due.prompt is Prompt.TURNS_16
    ]
    signed = stands(family("b"), law(), PersonId("B5"), AgencyId("P4"), TODAY)

    assert birthdays == [("B5", 13)]
    assert signed.day is not None
    assert signed.day.isoformat() == "2026-12-05"


def test_check_10_ellie_maes_form_has_no_parent_and_no_clinic() -> None:
    record = family("c")
    (form,) = forms(record, PersonId("C2"))

    views = [project(record, law(), r, TODAY) for r in (OFFICE, the_person("C2"))]

    assert [s.name for s in form.view.signers] == ["Ellie-Mae Doyle"]
    assert found_in(printed_form(form.view), {"clinic": "Sexual Health Clinic"}) == []
    assert all("sexual-health" not in {a.id for a in view.agencies} for view in views)


def test_check_11_margarets_copy_is_18_point() -> None:
    (form,) = forms(family("c"), PersonId("C1"))

    assert form.view.needs.points == 18


def test_check_12_kians_guardian_signs_and_his_mother_is_restricted() -> None:
    who = deciders(family("c"), PersonId("C3"), AgencyId("P5"), TODAY)

    assert {d.person: d.restricted for d in who.who} == {"C1": False, "C4": True}
    assert [d.person for d in who.signers] == ["C1"]


def test_check_13_sean_gets_no_letters() -> None:
    record = family("c")

    with pytest.raises(Refused, match="deceased"):
        forms(record, PersonId("C5"))

    assert deciders(record, PersonId("C5"), None, TODAY).rule is Rule.DECEASED


def test_check_14_a_number_with_a_wrong_digit_is_rejected() -> None:
    assert why_refused(System.NHS, "9994100379") is Why.NHS_CHECK


@pytest.mark.parametrize(
    ("letter", "others"), [("a", ("Daniel", "Ellie")), ("b", ("Leo", "Dana")), ("c", ("Tunde",))]
)
def test_check_15_nothing_of_another_family_is_in_an_export_or_a_list_of_agencies(
    letter: str, others: tuple[str, ...], caseload_store: Store
) -> None:
    household = HouseholdId(f"family-{letter}")

    text = caseload_store.run(export_file(household)).value
    offered = caseload_store.ask(lambda work: agencies_to_offer(work, household))

    unlisted = {a.id for a in offered if not a.listed}
    own = {i.agency for i in family(letter).involvements}
    assert all(name not in text for name in others)
    assert text.count('"households": [') == 1
    assert unlisted <= own


@pytest.mark.parametrize(
    ("letter", "person", "agency"),
    [("a", "A2", "adult-mental-health"), ("a", "A5", "salt"), ("c", "C1", "P5")],
)
def test_check_16_a_refusal_is_a_state_like_any_other(
    letter: str, person: str, agency: str
) -> None:
    assert where(family(letter), person, agency)[0] is State.REFUSED


def test_check_17_each_print_is_one_line_in_the_register_with_its_hash(
    caseload_store: Store,
) -> None:
    (form,) = forms(family("b"), SAMIRA)
    content = printed_form(form.view)
    made = MadePaper(
        household=HouseholdId("family-b"),
        number="CF-7K3Q-D9XM",
        kind=PaperKind.CONSENT_FORM,
        content=content,
        pages=7,
        person=SAMIRA,
    )

    caseload_store.run(note_paper(made, Output.PRINTED))
    caseload_store.run(note_paper(made, Output.SAVED))

    register = caseload_store.ask(lambda work: work.kept(Paper).every())
    assert [(p.number, p.output, p.sha256) for p in register] == [
        ("CF-7K3Q-D9XM", Output.PRINTED, hashlib.sha256(content).hexdigest()),
        ("CF-7K3Q-D9XM", Output.SAVED, hashlib.sha256(content).hexdigest()),
    ]
    assert caseload_store.undo() is None  # what is on paper cannot be taken back


def test_every_involvement_of_the_confidential_home_is_marked() -> None:
    record = family("b")

    marks = {i.safety for i in record.involvements if i.person != "B2"}

    assert marks == {Safety.CONFIDENTIAL, Safety.INTERNAL}
