"""Understood by whoever decides: interpreters, translations, the turned screen (23, 26, 27)."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pytestqt.qtbot import QtBot

from app.domain.consent import Category
from app.domain.ids import PersonId
from app.domain.problems import Problem, Why
from app.domain.proof import Proof, Way
from app.errors import Invalid
from app.usecases.withdraw import WithdrawalDraft, withdraw
from app.view.letter import project_letter
from db.store import Store
from tests.app.test_capture_consent import draft, made
from tests.app.wall_cases import SAMIRA, forms, printed_form, printed_letter
from tests.app.whole_paper import drawn_text
from tests.builders import TODAY, captured, catalogue, family, law
from tests.traps.accessible import everything_told
from tests.traps.leaving import all_forms, leaks
from tests.ui.capture_builders import at, begin, choose, decided_by, ready_to_tell, say, texts
from tests.ui.desk_builders import FAMILY_B, OpenDesk
from ui.dialogs.capture_flow.answer_screens import LimitsScreen
from ui.dialogs.capture_flow.proof_screens import SpokenScreen

pytestmark = pytest.mark.timeout(90)
INTO = Proof(interpreted_into="Sylheti", interpreter_number="17")
APPROVED = {  # the words of each paper, by the name of its file
    "2026.2": "consent.toml",
    "screen 2026.1": "capture.toml",
}


def interpreted(witness: str, **rest: Any) -> Any:
    return draft("B1", "P4", "B1", way=Way.INTERPRETED, witness=witness, proof=INTO, **rest)


def refusal(store: Store, typed: Any) -> tuple[Problem, ...]:
    with pytest.raises(Invalid) as refused:
        store.run(captured(typed))
    return refused.value.problems


def test_trap_23_turned_to_the_family_the_screen_names_nobody_else(office: OpenDesk) -> None:
    others = [p.name for p in office.record().people if p.name and p.id != "A4"]
    flow = begin(office, "A4", "camhs")
    decided_by(flow, "A4")
    choose(flow, "camhs")
    say(flow, "yes", Category.SCHOOL)
    flow.go_on()
    at(flow, LimitsScreen).people.box("A3").click()
    ours = texts(flow)

    flow.turn()

    theirs = texts(flow) + flow.windowTitle()
    assert "Callum Reid" in ours
    assert [name for name in others if name.split()[0] in theirs] == []


@pytest.mark.parametrize("witness", ["Nadia Begum", "nadia", "Begum, Nadia", "Aisha Hale"])
def test_trap_26_a_child_or_relative_is_not_kept_as_interpreter(
    witness: str, caseload_store: Store
) -> None:
    assert refusal(caseload_store, interpreted(witness)) == (
        Problem("witness", Why.NOT_AN_INTERPRETER),
    )


def test_trap_26_nor_when_something_is_taken_back(caseload_store: Store) -> None:
    taking = WithdrawalDraft(
        household=FAMILY_B, person=SAMIRA, decider=SAMIRA,
        agencies=tuple(i.agency for i in family("b").involvements_of(SAMIRA))[:1],
        decided_on=TODAY, way=Way.INTERPRETED, witness="Nadia", proof=INTO,
    )  # fmt: skip

    with pytest.raises(Invalid) as refused:
        caseload_store.run(withdraw(taking, law()))

    assert refused.value.problems == (Problem("witness", Why.NOT_AN_INTERPRETER),)


def test_trap_26_a_professional_is_welcome_and_named_with_the_language(
    caseload_store: Store,
) -> None:
    kept = caseload_store.run(captured(interpreted("R. Chowdhury, Northmarsh Languages"))).value

    assert kept.witness == "R. Chowdhury, Northmarsh Languages"
    assert kept.proof.interpreted_into == "Sylheti"


def test_trap_26_the_screen_and_the_form_ask_for_a_professional(
    qtbot: QtBot, office: OpenDesk
) -> None:
    flow = ready_to_tell(office, Way.INTERPRETED)
    (form,) = forms(family("b"), SAMIRA)
    paper = drawn_text(printed_form(form.view))

    assert isinstance(flow.screen_now, SpokenScreen)
    assert "A professional, never one of the family and never a child." in everything_told(flow)
    assert "Please book one" in paper
    assert leaks({"a.pdf": printed_form(form.view)}, {"daughter": "Nadia"}) == {}


def test_trap_27_no_decision_is_kept_on_words_that_nobody_approved(
    caseload_store: Store,
) -> None:
    good = draft("A2", "P2", "A2", wording="2026.2")

    for typed in (
        replace(good, language="syl"),
        replace(good, language="cy"),
        replace(good, wording="2026.2 machine"),
    ):
        assert refusal(caseload_store, typed) == (Problem("wording", Why.NO_SUCH_WORDING),)

    assert caseload_store.run(captured(good)).value.language == "en-GB"


def test_trap_27_every_wording_that_ships_is_the_one_that_is_listed_with_its_hash() -> None:
    listed = {(one.version, one.language): one.sha256 for one in catalogue().versions}
    folders = [f.name for f in files("resources").joinpath("forms").iterdir() if f.is_dir()]

    assert folders == ["en_GB"]
    for version, name in APPROVED.items():
        words = files("resources").joinpath("forms", "en_GB", name).read_bytes()
        assert listed[version, "en-GB"] == hashlib.sha256(words).hexdigest()


def test_trap_27_no_paper_is_in_another_language_than_the_approved_one() -> None:
    for letter in "abc":
        for content in all_forms(family(letter)).values():
            with pikepdf.open(BytesIO(content)) as pdf:
                assert str(pdf.Root.Lang) == "en-GB"

    record = family("b")
    (spoken,) = forms(record, SAMIRA)
    needs = replace(spoken.view.needs, language="")
    with_, without = (
        drawn_text(printed_form(view)) for view in (spoken.view, replace(spoken.view, needs=needs))
    )
    assert set(with_.split()) - set(without.split()) == {"Sylheti", "Language"} - set(
        without.split()
    )


def test_trap_27_what_was_said_through_an_interpreter_is_told_as_that(
    caseload_store: Store,
) -> None:
    caseload_store.run(captured(interpreted("R. Chowdhury")))
    request = made(caseload_store, "B1", "P4")
    record = caseload_store.ask(lambda work: work.record(FAMILY_B))

    letter = drawn_text(printed_letter(project_letter(record, law(), request)))

    assert "Spoken through an interpreter" in " ".join(letter.split())
    assert PersonId("B1") == SAMIRA
