"""How agreement lives: it ends, is not stretched, is taken back, and a no is a no (10, 11, 13)."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, Purpose
from app.domain.decision import Reason
from app.domain.gateway import may_share
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.proof import Proof
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import Output, PaperKind, ShareRequest
from app.domain.withdrawal import followed
from app.errors import Refused
from app.usecases.note_paper import MadePaper, note_paper
from app.usecases.withdraw import WithdrawalDraft, withdraw
from app.view.letter import project_letter
from app.view.notice import project_family_notice, project_notice
from app.view.recipient import OFFICE
from db.store import Store
from tests.app.test_capture_consent import draft, made
from tests.app.wall_cases import NUMBER, asked, forms, printed_form, printed_letter
from tests.app.whole_paper import drawn_text, found_in_text
from tests.builders import (
    CAMHS,
    GP,
    SOME,
    TODAY,
    agency,
    ash,
    captured,
    family,
    involved,
    law,
    yes,
)
from tests.traps.accessible import everything_told
from tests.traps.leaving import hits, household_file, journal, leaks, pictures, press, text_of
from tests.ui.desk_builders import FAMILY_A, FAMILY_C, OpenDesk, open_window, settle

pytestmark = pytest.mark.timeout(60)
TUNDE, P2, MIND = PersonId("A2"), AgencyId("P2"), AgencyId("adult-mental-health")
BLAME = re.compile(
    r"refus|non.?engag|non.?complian|unco.?operat|hostile|resist|declin|disengag|fail|deni",
    re.IGNORECASE,
)


def answer(record: Record, **rest: Any) -> tuple[Reason, ...]:
    usual: dict[str, Any] = {
        "person": PersonId("rowan"), "agency": GP, "categories": SOME, "on": TODAY,
    }  # fmt: skip
    return may_share(record, law(), **usual | rest).reasons


def taken_back(store: Store, request: ShareRequest) -> tuple[Record, Any]:
    """Return the record after Tunde took his yes for his practice back, and what followed."""
    content = printed_letter(project_letter(record_of(store), law(), request))
    paper = MadePaper(
        household=FAMILY_A, number=request.number, kind=PaperKind.SHARE_REQUEST, content=content,
        pages=2, person=TUNDE, agency=P2, request=request.id,
    )  # fmt: skip
    store.run(note_paper(paper, Output.PRINTED))
    taking = WithdrawalDraft(
        household=FAMILY_A, person=TUNDE, decider=TUNDE, agencies=(P2,), decided_on=TODAY,
        witness="Robin Ashby", proof=Proof(identity="Known"), reason="Quarrelled about periwinkle.",
    )  # fmt: skip
    follows = store.run(withdraw(taking, law())).value
    return record_of(store), follows


def record_of(store: Store, household: HouseholdId = FAMILY_A) -> Record:
    return store.ask(lambda work: work.record(household))


@pytest.mark.parametrize(
    ("sentence", "decided", "reasons"),
    [
        ("the last day of a year", "2025-11-23", (Reason.AGREED,)),
        ("a year to the day", "2025-11-22", (Reason.RAN_OUT,)),
    ],
)
def test_trap_10_a_yes_runs_out(sentence: str, decided: str, reasons: tuple[Reason, ...]) -> None:
    assert answer(ash(consents=(yes("rowan", on=decided),))) == reasons, sentence


def test_trap_10_a_yes_for_one_agency_or_purpose_is_none_for_another() -> None:
    record = ash(
        agencies=(agency(), agency(CAMHS, "Young Minds Team")),
        involvements=(involved("rowan"), involved("rowan", CAMHS)),
        consents=(yes("rowan"),),
    )

    assert answer(record) == (Reason.AGREED,)
    assert answer(record, agency=CAMHS) == (Reason.NOT_ASKED,)
    assert answer(record, purpose=Purpose.CHILD_IN_NEED) == (Reason.NOT_ASKED,)


def test_trap_10_no_letter_goes_out_on_a_yes_that_has_run_out(caseload_store: Store) -> None:
    old = tuple(
        replace(c, decided_on=date(2025, 10, 1)) if c.id == "family-b-consent-03" else c
        for c in family("b").consents
    )
    with_old = replace(family("b"), consents=old)

    decision = may_share(
        with_old, law(), person=PersonId("B2"), agency=AgencyId("P1"), categories=SOME, on=TODAY
    )

    assert decision.reasons == (Reason.RAN_OUT,)
    view = asked(caseload_store, "b", PersonId("B2"), AgencyId("P1"))
    assert "1 October 2027" in drawn_text(printed_letter(view))  # until when it counts is told


def test_trap_10_every_form_says_how_long_and_is_made_anew_with_nothing_ticked() -> None:
    (form,) = forms(family("a"), TUNDE)
    without = replace(family("a"), consents=())

    assert "12 months" in drawn_text(printed_form(form.view))
    assert printed_form(form.view) == printed_form(forms(without, TUNDE)[0].view)


def test_trap_10_what_runs_out_soon_is_said_on_the_day_page(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, place="today")
    settle(qtbot, office.desk)
    before = everything_told(window.today)
    soon = draft("A2", "P2", "A2", ends=date(2026, 12, 10))
    office.run(captured(soon))
    window.show_families()
    window.show_today()
    window.today.refresh()
    settle(qtbot, office.desk)

    said = everything_told(window.today)

    line = "What was agreed with Harbour Street Surgery for Tunde Okafor runs out"
    assert line not in before
    assert line in said


def test_trap_11_the_yes_and_the_withdrawal_both_stay_in_every_file(
    caseload_store: Store,
) -> None:
    request = made(caseload_store, "A2", "P2")
    taken_back(caseload_store, request)

    exported = json.loads(household_file(caseload_store, "family-a"))

    (home,) = exported["households"]
    theirs = [c for c in home["consents"] if (c["person"], c["agency"]) == ("A2", "P2")]
    assert [c["answer"] for c in theirs] == ["given", "withdrawn"]
    assert theirs[1]["replaces"] == theirs[0]["id"]
    assert [r["state"] for r in home["requests"] if r["number"] == request.number] == ["recalled"]


def test_trap_11_nothing_more_goes_out_and_whoever_has_it_is_written_to(
    caseload_store: Store,
) -> None:
    request = made(caseload_store, "A2", "P2")
    record, follows = taken_back(caseload_store, request)

    view = project_notice(
        record, law(), follows, agency=P2, ended_on=TODAY, number=NUMBER, on=TODAY
    )
    letter = text_of(press().withdrawal_notice(view))

    assert follows.notices == (P2,)
    assert found_in_text(letter, {"number": request.number, "him": "Tunde Okafor"}) == [
        "number",
        "him",
    ]
    assert found_in_text(letter, {"reason": "periwinkle", "no": "mental", "Dana": "Dana"}) == []
    with pytest.raises(Refused) as refused:
        made(caseload_store, "A2", "P2")
    assert refused.value.reasons == (Reason.CHANGED_MIND,)


def test_trap_11_his_copy_can_be_made_again_from_what_is_kept(caseload_store: Store) -> None:
    request = made(caseload_store, "A2", "P2")
    record, follows = taken_back(caseload_store, request)
    withdrawal = next(c for c in record.consents if c.answer is Answer.WITHDRAWN)

    again = followed(Rulebook(record, law()), withdrawal, TODAY)

    first, second = (
        press().family_notice(
            project_family_notice(record, law(), one, ended_on=TODAY, number=NUMBER, on=TODAY)
        )
        for one in (follows, again)
    )
    assert first == second
    assert found_in_text(text_of(first), {"reason": "periwinkle"}) == []


def test_trap_11_the_journal_keeps_that_it_was_taken_back_and_not_why(
    caseload_store: Store,
) -> None:
    taken_back(caseload_store, made(caseload_store, "A2", "P2"))

    rows = [row for row in journal(caseload_store) if row[0] == "withdraw"]

    assert [about for _, about, _ in rows] == ["family-a"]
    assert json.loads(rows[0][2])["recalled"] == 1
    assert "periwinkle" not in repr(journal(caseload_store)).casefold()
    assert caseload_store.check().findings == ()


def test_trap_13_no_picture_blames_anybody_for_a_no() -> None:
    for letter in "ac":
        drawn = pictures(family(letter), OFFICE)
        words = {end: text_of(drawn[end]) for end in ("pdf", "svg")}

        assert {end: BLAME.findall(text) for end, text in words.items()} == {"pdf": [], "svg": []}
        assert "Said no" in words["svg"]


@pytest.mark.parametrize("household", [FAMILY_A, FAMILY_C])
def test_trap_13_the_desk_says_a_no_in_neutral_words_and_that_help_goes_on(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path, household: HouseholdId
) -> None:
    window = open_window(office, tmp_path, household)
    page, told = window.household, []
    for tab in ("household", "missing", "sharing", "timeline"):
        page.header.tabs.choose(tab)
        settle(qtbot, office.desk)
        told.append(everything_told(window))
    said = "\n".join(told).replace("Partner refused", "")  # an organisation, of a request

    assert [m[0] for m in re.finditer(f".{{0,60}}({BLAME.pattern}).{{0,60}}", said, re.I)] == []
    assert "Said no" in said


def test_trap_13_a_partner_does_not_read_of_a_no_to_another(caseload_store: Store) -> None:
    view = asked(caseload_store, "a", TUNDE, P2)
    letter = {"a.pdf": printed_letter(view)}

    assert leaks(letter, {"service": "Mental Health Trust", "no": "said no"}) == {}
    assert BLAME.findall(drawn_text(letter["a.pdf"]).replace("I cannot decline", "")) == []


def test_trap_13_every_form_says_that_a_no_costs_nothing() -> None:
    said = " ".join(drawn_text(printed_form(forms(family("c"), PersonId("C1"))[0].view)).split())

    assert re.search(r"(say|saying) no", said, re.IGNORECASE)
    assert re.search(r"still (help|get)|help (goes on|does not stop|will not stop)", said)


def test_trap_13_what_is_found_of_a_no_is_a_name_and_no_judgement(caseload_store: Store) -> None:
    found = hits(caseload_store, "tunde")

    assert [hit.name for hit in found][:1] == ["Tunde Okafor"]
    assert BLAME.findall(repr(found)) == []


def test_trap_13_a_file_keeps_the_answer_as_a_code_and_adds_no_words(
    caseload_store: Store,
) -> None:
    exported = json.loads(household_file(caseload_store, "family-a"))

    no = next(c for c in exported["households"][0]["consents"] if c["agency"] == MIND)

    assert no["answer"] == "refused"
    assert "reason" not in no
    with pytest.raises(Refused) as refused:
        made(caseload_store, "A2", "adult-mental-health")
    assert refused.value.reasons == (Reason.SAID_NO,)
