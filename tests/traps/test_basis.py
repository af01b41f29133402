"""On what a share rests: never asked and ignored, never the wrong law (traps 12, 14, 15, 37)."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.basis import Reply
from app.domain.consent import Purpose
from app.domain.decision import Reason
from app.domain.gateway import may_share
from app.domain.ids import AgencyId, PersonId
from app.domain.problems import Problem, Why
from app.domain.questions import usual_request
from app.domain.sharing import Confidentiality
from app.domain.without_agreement import GroundDraft
from app.errors import Invalid, Refused
from app.usecases.keep_grounds import record_ground
from app.usecases.request_share import request_share
from app.view.letter import project_letter
from db.store import Store
from tests.app.sharing_cases import ground
from tests.app.test_keep_grounds import BODY, FULL, P4, YUSUF
from tests.app.wall_cases import AISHA, asked, printed_letter
from tests.app.whole_paper import found_in_text
from tests.builders import GP, SOME, TODAY, ash, catalogue, family, involved, law, person
from tests.traps.accessible import everything_told
from tests.traps.leaving import journal, text_of
from tests.ui.desk_builders import FAMILY_B, OpenDesk, settle, show_dialog
from ui.dialogs.basis_dialog import BasisDialog

pytestmark = pytest.mark.timeout(60)
YES, NO = Reply.YES, Reply.NO
ENQUIRY: dict[str, Any] = {
    "gateway": "CA89-47",
    "purpose": Purpose.CHILD_PROTECTION,
    "confidentiality": Confidentiality.LEGAL_DUTY,
    "authorised_by": "Helen Marsh",
}


def told_by_guide(qtbot: QtBot, office: OpenDesk, *replies: Reply) -> str:
    """Return everything the guide says once its questions are answered."""
    guide = BasisDialog(
        office.record(FAMILY_B), office.catalogue, today=TODAY, person="B4", agency="P4"
    )
    show_dialog(qtbot, guide)
    for row, reply in zip(guide.questions.values(), replies, strict=False):
        row.box(reply).click()
    settle(qtbot, office.desk)
    return everything_told(guide)


def refusal(store: Store, draft: GroundDraft, role: str = "key worker") -> tuple[Problem, ...]:
    with pytest.raises(Invalid) as refused:
        store.run(record_ground(FAMILY_B, draft, law(), role=role))
    return refused.value.problems


def test_trap_12_where_it_would_be_shared_anyway_the_guide_says_inform_and_do_not_ask(
    qtbot: QtBot, office: OpenDesk
) -> None:
    said = told_by_guide(qtbot, office, YES, YES, NO, YES, YES)

    assert "Do not ask for agreement: tell them." in said


def test_trap_12_a_letter_that_rests_on_law_claims_nobodys_agreement(
    caseload_store: Store,
) -> None:
    view = asked(caseload_store, "b", AISHA, P4)

    said = text_of(printed_letter(view))

    assert view.evidence == ()
    assert view.confidentiality == Confidentiality.PUBLIC_INTEREST
    assert found_in_text(said, {"law": "section 16LA"}) == ["law"]
    assert found_in_text(said, {"agreed": "agreed by", "mother": "Samira", "form": "CF-"}) == []


def test_trap_12_a_no_is_not_set_aside_by_asking_somebody_else(caseload_store: Store) -> None:
    with pytest.raises(Refused) as refused:
        asked(caseload_store, "a", PersonId("A2"), AgencyId("adult-mental-health"))

    assert refused.value.reasons == (Reason.SAID_NO,)


def test_trap_14_a_childs_help_cannot_be_recorded_on_the_law_for_adult_care(
    caseload_store: Store,
) -> None:
    problems = refusal(caseload_store, replace(FULL, gateway="HSC251B"))

    assert problems == (Problem("gateway", Why.GATEWAY_NOT_FOR_THEM),)


def test_trap_14_a_file_that_claims_it_opens_nothing() -> None:
    record = ash(
        people=(person("rowan"), person("jo"), person("kit", born="2017-03-03")),
        involvements=(involved("kit"),),
        grounds=(replace(ground(gateway="HSC251B"), person=PersonId("kit")),),
    )

    decision = may_share(
        record, law(), person=PersonId("kit"), agency=GP, categories=SOME, on=TODAY
    )

    assert not decision.allowed
    assert Reason.NOT_FOR_CHILDREN in decision.reasons


@pytest.mark.parametrize("replies", [(NO, NO, NO, YES, YES), (YES, YES, NO, YES, YES)])
def test_trap_14_the_guide_never_offers_it_for_a_child(
    qtbot: QtBot, office: OpenDesk, replies: tuple[Reply, ...]
) -> None:
    said = told_by_guide(qtbot, office, *replies)

    assert "251B" not in said
    assert "Children Act 2004, section 16LA" in said


@pytest.mark.parametrize(
    ("role", "by", "why"),
    [
        ("key worker", "Helen Marsh", Problem("gateway", Why.SOCIAL_WORKER_ONLY)),
        ("manager", "Helen Marsh", Problem("gateway", Why.SOCIAL_WORKER_ONLY)),
        ("social worker", "", Problem("authorised_by", Why.NEEDS_AUTHORISER)),
        ("social worker", "Robin Ashby", Problem("authorised_by", Why.NEEDS_AUTHORISER)),
    ],
)
def test_trap_15_an_enquiry_is_recorded_by_a_social_worker_whom_a_manager_allowed(
    caseload_store: Store, role: str, by: str, why: Problem
) -> None:
    problems = refusal(caseload_store, replace(FULL, **ENQUIRY | {"authorised_by": by}), role)

    assert problems == (why,)


def test_trap_15_a_key_worker_cannot_print_it_even_then_and_that_is_written_down(
    caseload_store: Store,
) -> None:
    draft = replace(FULL, **ENQUIRY)
    caseload_store.run(record_ground(FAMILY_B, draft, law(), role="social worker"))
    record = caseload_store.ask(lambda work: work.record(FAMILY_B))
    record = replace(record, grounds=record.grounds[-1:])
    usual = usual_request(record, law(), catalogue().bank, person=YUSUF, agency=P4, on=TODAY)
    wanted = replace(usual, purpose=Purpose.CHILD_PROTECTION, categories=BODY)

    with pytest.raises(Refused) as refused:
        caseload_store.run(request_share(wanted, law(), role="key worker"))
    request = caseload_store.run(request_share(wanted, law(), role="social worker")).value

    after = caseload_store.ask(lambda work: work.record(FAMILY_B))
    letter = text_of(printed_letter(project_letter(after, law(), request)))
    assert refused.value.reasons == (Reason.SOCIAL_WORKER_ONLY,)
    assert "section 47" in letter
    (row,) = [row for row in journal(caseload_store) if row[0] == "refused"]
    noted = {"command": "request_share", "reasons": "social-worker-only"}
    assert (row[1], json.loads(row[2])) == ("family-b", noted)


def test_trap_15_the_guide_hands_a_key_worker_on(qtbot: QtBot, office: OpenDesk) -> None:
    said = told_by_guide(qtbot, office, NO, YES, NO, YES, YES)

    assert "Only a social worker may rely on this. Hand it to them." in said


@pytest.mark.parametrize(
    "why",
    [
        "Please send any information you hold.",
        "We need ALL  RECORDS about him.",
        "Send the full medical history.",
        "Tell us everything you know.",
    ],
)
def test_trap_37_a_request_for_everything_is_not_made(why: str, caseload_store: Store) -> None:
    usual = usual_request(
        family("b"), law(), catalogue().bank, person=PersonId("B2"), agency=AgencyId("P1"), on=TODAY
    )

    with pytest.raises(Invalid) as refused:
        caseload_store.run(request_share(replace(usual, why=why), law()))

    assert refused.value.problems == (Problem("why", Why.ASKS_FOR_EVERYTHING),)


def test_trap_37_no_letter_asks_for_everything_and_each_asks_its_questions(
    caseload_store: Store,
) -> None:
    view = asked(caseload_store, "b", PersonId("B2"), AgencyId("P1"))

    said = text_of(printed_letter(view))

    everything = {"any": "any information you hold", "all": "all records", "full": "full history"}
    assert found_in_text(said, everything) == []
    assert 1 <= len(view.questions) <= 8
    for code in view.questions:
        words = max(re.split(r"\{\w+\}", catalogue().request.questions[code].words), key=len)
        assert found_in_text(said, {code: words}) == [code]
