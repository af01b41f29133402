"""How a decision is proved: what each way needs, wordings, signatures, papers that come later."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from app.domain.consent import Answer, Category, Consent
from app.domain.decision import Reason
from app.domain.gateway import may_share
from app.domain.ids import AgencyId, ConsentId, PersonId
from app.domain.problems import Problem, Why
from app.domain.proof import DrawnSignature, Proof, Way
from app.domain.sharing import Output, PaperKind
from app.domain.signing import bound_to, seal_of, strokes_problems
from app.errors import Invalid, Refused, Unreadable
from app.interchange.reading import check_wordings
from app.usecases.match_paper import ConfirmationDraft, match_paper
from app.usecases.note_paper import MadePaper, note_paper
from db.store import Store
from tests.app.test_capture_consent import draft, problems, record
from tests.builders import TODAY, captured, caseload, catalogue, law

DRAWN = json.dumps([[[10, 10], [200, 80], [400, 20]], [[500, 50], [700, 60]]])


@pytest.mark.parametrize(
    ("sentence", "rest", "expected"),
    [
        ("ink needs nothing more", {"way": Way.INK}, ()),
        ("spoken needs a witness and how they were known", {"way": Way.SPOKEN},
         (("witness", Why.NEEDS_WITNESS), ("identity", Why.NEEDS_IDENTITY))),
        ("spoken, heard by a colleague",
         {"way": Way.SPOKEN, "witness": "Helen Marsh", "proof": Proof(identity="Called back")}, ()),
        ("an interpreter is named", {"way": Way.INTERPRETED}, (("witness", Why.NEEDS_WITNESS),)),
        ("another organisation is named", {"way": Way.OTHER_ORGANISATION},
         (("organisation", Why.NEEDS_ORGANISATION),)),
        ("on the screen it is signed", {"way": Way.SCREEN}, (("signature", Why.NEEDS_SIGNATURE),)),
        ("paper that came before the decision",
         {"way": Way.INK, "proof": Proof(paper_by=date(2026, 11, 1))},
         (("paper_by", Why.ENDS_BEFORE_START),)),
        ("a wording that never was", {"wording": "2019.9"}, (("wording", Why.NO_SUCH_WORDING),)),
        ("a language it never was in", {"wording": "2026.2", "language": "cy"},
         (("wording", Why.NO_SUCH_WORDING),)),
    ],
)  # fmt: skip
def test_each_way_of_saying_yes_has_its_own_proof(
    sentence: str,
    rest: dict[str, object],
    expected: tuple[tuple[str, Why], ...],
    caseload_store: Store,
) -> None:
    typed = draft("A2", "P2", "A2", **rest)

    if not expected:
        assert caseload_store.run(captured(typed)).value.answer is Answer.GIVEN, sentence
    else:
        assert problems(caseload_store, typed) == tuple(Problem(*one) for one in expected)


def test_another_organisation_may_have_its_own_wording(caseload_store: Store) -> None:
    typed = draft(
        "A2",
        "P2",
        "A2",
        way=Way.OTHER_ORGANISATION,
        wording="Trust form 7",
        proof=Proof(organisation="Northmarsh Housing", reference="H-12", copy_seen=True),
    )

    kept = caseload_store.run(captured(typed)).value

    assert (kept.wording, kept.proof.organisation) == ("Trust form 7", "Northmarsh Housing")


def test_the_wording_in_force_is_frozen_with_the_decision(caseload_store: Store) -> None:
    newest = catalogue().versions[0]
    kept = caseload_store.run(captured(draft("A2", "P2", "A2", wording=newest.version))).value

    words = files("resources").joinpath("forms", "en_GB", "consent.toml").read_bytes()
    assert newest.version == catalogue().consent.about.version
    assert kept.proof.wording_sha256 == newest.sha256 == hashlib.sha256(words).hexdigest()


# --- A signature drawn on the screen.


def signed(store: Store) -> tuple[Consent, DrawnSignature]:
    kept = store.run(captured(draft("A2", "P2", "A2", way=Way.SCREEN, strokes=DRAWN))).value
    return kept, record(store, "A").signatures[-1]


def test_a_drawn_signature_is_bound_to_its_decision(caseload_store: Store) -> None:
    kept, signature = signed(caseload_store)

    assert signature.strokes == DRAWN
    assert bound_to(signature, kept)


@pytest.mark.parametrize(
    "other",
    [
        {"categories": frozenset({Category.HOUSING})},
        {"answer": Answer.REFUSED},
        {"wording": "2027.1"},
        {"decided_on": date(2026, 1, 1)},
        {"id": ConsentId("another")},
        {"language": "cy"},
    ],
)
def test_a_signature_fits_no_other_decision_and_no_other_words(
    other: dict[str, Any], caseload_store: Store
) -> None:
    kept, signature = signed(caseload_store)

    assert not bound_to(signature, replace(kept, **other))


def test_a_signature_that_was_touched_up_is_not_bound(caseload_store: Store) -> None:
    kept, signature = signed(caseload_store)

    assert not bound_to(replace(signature, strokes=DRAWN.replace("200", "201")), kept)
    assert seal_of(kept, DRAWN) == signature.seal


@pytest.mark.parametrize(
    "strokes",
    ["", "[]", "[[]]", "[[[1,2]]]", "{}", "[[[1,2],[3,4,5]]]", "[[[1,2],[3,-4]]]",
     "[[[1,2],[3,1001]]]", "[[[1,2],[3,true]]]", "[[[1,2],[3,4]],7]", "not json"],
)  # fmt: skip
def test_what_is_no_drawing_is_no_signature(strokes: str) -> None:
    assert strokes_problems(strokes) == (Problem("signature", Why.NEEDS_SIGNATURE),)


# --- Paper that comes later.


def match(store: Store, consent: str, form: str, on: date = TODAY) -> tuple[Problem, ...]:
    with pytest.raises(Invalid) as invalid:
        store.run(match_paper(ConsentId(consent), ConfirmationDraft(form=form, on=on)))
    return invalid.value.problems


def printed(store: Store, number: str, person: str) -> None:
    household = record(store, "A").household.id
    made = MadePaper(
        household=household,
        number=number,
        kind=PaperKind.CONSENT_FORM,
        content=b"paper",
        pages=2,
        person=next(p.id for p in record(store, "A").people if p.id == person),
    )
    store.run(note_paper(made, Output.PRINTED))


def test_a_paper_is_matched_once_by_its_number(caseload_store: Store) -> None:
    kept = caseload_store.run(captured(draft("A2", "P2", "A2"))).value
    printed(caseload_store, "CF-AAAA-BBBB", "A2")

    made = caseload_store.run(
        match_paper(kept.id, ConfirmationDraft(form=" cf-aaaa-bbbb ", on=TODAY))
    ).value

    assert (made.form, made.consent) == ("CF-AAAA-BBBB", kept.id)
    assert match(caseload_store, kept.id, "CF-AAAA-BBBB") == (
        Problem("form", Why.ALREADY_RECORDED),
    )


def test_the_form_of_somebody_else_proves_nothing(caseload_store: Store) -> None:
    kept = caseload_store.run(captured(draft("A2", "P2", "A2"))).value
    printed(caseload_store, "CF-AAAA-BBBB", "A1")

    assert match(caseload_store, kept.id, "CF-AAAA-BBBB") == (Problem("form", Why.FORM_OF_ANOTHER),)
    assert problems(caseload_store, draft("A2", "P2", "A2", form="CF-AAAA-BBBB")) == (
        Problem("form", Why.FORM_OF_ANOTHER),
    )


def test_a_paper_needs_a_number_and_a_day_that_fits(caseload_store: Store) -> None:
    kept = caseload_store.run(captured(draft("A2", "P2", "A2"))).value

    assert match(caseload_store, kept.id, "") == (Problem("form", Why.MISSING),)
    assert match(caseload_store, kept.id, "X", date(2026, 12, 1)) == (Problem("on", Why.IN_FUTURE),)
    assert match(caseload_store, kept.id, "X", date(2026, 1, 1)) == (
        Problem("on", Why.ENDS_BEFORE_START),
    )
    with pytest.raises(Refused):
        caseload_store.run(match_paper(ConsentId("none"), ConfirmationDraft(form="X", on=TODAY)))


# --- Late and early: the order of days, not of typing.


def test_a_paper_that_is_written_down_late_opens_nothing_that_was_closed_since(
    caseload_store: Store,
) -> None:
    caseload_store.run(captured(draft("A2", "P2", "A2", answer=Answer.WITHDRAWN)))

    late = caseload_store.run(captured(draft("A2", "P2", "A2", decided_on=date(2026, 11, 1)))).value

    decision = may_share(
        record(caseload_store, "A"),
        law(),
        person=PersonId("A2"),
        agency=AgencyId("P2"),
        categories=frozenset({Category.CONTACT}),
        on=TODAY,
    )
    assert late.replaces is None
    assert decision.reasons == (Reason.CHANGED_MIND,)


# --- Files from outside.


def test_a_file_with_a_form_that_never_was_is_refused_with_its_place() -> None:
    whole = caseload()
    first = whole.records[0]
    odd = replace(first.consents[0], wording="2019.9")
    contents = replace(
        whole, records=(replace(first, consents=(odd, *first.consents[1:])), *whole.records[1:])
    )

    with pytest.raises(Unreadable) as unreadable:
        check_wordings(contents, catalogue().versions)

    assert [(f.path, f.code) for f in unreadable.value.faults] == [
        ("households[0].consents[0].wording", "no-such-wording")
    ]
