"""What is the young person's alone: sexual health, hidden from everybody else (trap 9)."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.catalogue import interchange_schema
from app.domain.agency import Professional
from app.domain.consent import Category, ConsentDraft
from app.domain.consistency import misfits
from app.domain.ids import AgencyId, ConsentId, PersonId, ProfessionalId, RequestId
from app.domain.person import Safety
from app.domain.private import without_private
from app.domain.problems import Problem, Why
from app.domain.proof import DrawnSignature
from app.domain.record import Record
from app.domain.restricted import LookReason
from app.domain.sharing import Output, PaperKind, ShareRequest
from app.domain.signing import seal_of
from app.domain.visit import Knowledge, Note
from app.errors import Invalid
from app.interchange.reading import read_file
from app.usecases.exchange import export_file
from app.usecases.note_paper import MadePaper
from app.view.recipient import OFFICE
from db.store import Store
from tests.app.whole_paper import found_in_text
from tests.builders import TODAY, captured, family
from tests.conftest import NOW
from tests.traps.accessible import everything_told
from tests.traps.leaving import (
    CLINIC,
    KIND,
    all_letters,
    everything_for_the_family,
    files_in,
    hits,
    household_file,
    journal,
    leaks,
    pictures,
)
from tests.ui.desk_builders import FAMILY_C, OpenDesk, open_window, settle
from ui.clipboard import PrivateClipboard

pytestmark = pytest.mark.timeout(90)
ELLIE, JADE = PersonId("C2"), PersonId("C4")
SEXUAL = AgencyId("sexual-health")
TABS = ("household", "plan", "missing", "sharing", "timeline", "papers")


def lived_in(record: Record) -> Record:
    """Return the family with everything that can hang on the clinic: decision, letter, note."""
    rest: dict[str, Any] = {"household": record.household.id, "person": ELLIE}
    consent = replace(
        next(c for c in record.consents if c.decider == ELLIE),
        id=ConsentId("own-yes"), agency=SEXUAL, form="CF-AAAA-AAAA", replaces=None,
        categories=frozenset({Category.SEXUAL_HEALTH, Category.CONTACT}),
    )  # fmt: skip
    strokes = "[[[1,1],[2,2]]]"
    signature = DrawnSignature(
        id="own-signature", household=record.household.id, consent=consent.id,
        strokes=strokes, drawn_at=NOW, seal=seal_of(consent, strokes),
    )  # fmt: skip
    request = ShareRequest(
        id=RequestId("own-request"), number="SR-ZZZZ-YYYY", agency=SEXUAL, made_on=TODAY,
        consents=(consent.id,), categories=frozenset({Category.CONTACT}), why="Periwinkle.", **rest
    )  # fmt: skip
    paper = MadePaper(
        household=record.household.id, number=request.number, kind=PaperKind.SHARE_REQUEST,
        content=b"", pages=1, person=ELLIE, agency=SEXUAL, request=request.id,
    ).row(Output.SAVED, at=NOW, by="kw")  # fmt: skip
    note = Note(
        id="own-note", household=record.household.id, on=TODAY, text="Periwinkle.",
        people=(ELLIE,), agency=SEXUAL, knowledge=Knowledge.FACT,
    )  # fmt: skip
    nurse = Professional(id=ProfessionalId("own-nurse"), agency=SEXUAL, name="Nurse Periwinkle")
    return replace(
        record,
        consents=(*record.consents, consent),
        signatures=(signature,),
        requests=(request,),
        papers=(paper,),
        notes=(note,),
        professionals=(*record.professionals, nurse),
    )


TELLING = CLINIC | {"word": "Periwinkle", "request": "SR-ZZZZ-YYYY", "form": "CF-AAAA-AAAA"}


def test_trap_09_nothing_that_can_be_made_for_the_family_tells_of_the_clinic() -> None:
    record = lived_in(family("c"))
    made = everything_for_the_family(record) | {
        f"office.{ending}": content for ending, content in pictures(record, OFFICE).items()
    }
    del made["letter sexual-health"]  # her own letter to the clinic itself

    drawn = {name: content for name, content in made.items() if not name.startswith("form")}

    assert leaks(made, TELLING) == {}
    assert leaks(drawn, KIND) == {}
    assert len(made) > 15
    assert leaks(all_letters(record), CLINIC) != {}


def test_trap_09_what_is_made_for_the_family_is_the_same_with_and_without_the_clinic() -> None:
    whole = lived_in(family("c"))
    without = without_private(whole)

    first, second = everything_for_the_family(whole), everything_for_the_family(without)
    own = {name for name in first if "C2" in name or "sexual" in name}

    assert {n: c for n, c in first.items() if n not in own} == {
        n: c for n, c in second.items() if n not in own
    }
    assert without.involvements != whole.involvements


def test_trap_09_no_file_of_the_household_holds_it_unless_a_reason_is_written_down(
    caseload_store: Store,
) -> None:
    usual = household_file(caseload_store, "family-c")
    whole = caseload_store.run(export_file(FAMILY_C, private=LookReason.PERSON_ASKED)).value

    noted = [json.loads(detail)["private"] for name, _, detail in journal(caseload_store)
             if name == "export_file"]  # fmt: skip

    assert found_in_text(usual, CLINIC | KIND) == []
    assert set(found_in_text(whole, CLINIC | KIND)) == set(CLINIC | KIND)
    assert noted == ["left-out", "person-asked"]
    assert "Ellie-Mae" in usual


def test_trap_09_a_file_without_it_holds_together_and_shows_no_gap() -> None:
    record = lived_in(family("c"))

    left = without_private(record)

    assert misfits(record, TODAY) == ()
    assert misfits(left, TODAY) == ()
    assert found_in_text(repr(left), TELLING | KIND) == []
    assert left == without_private(left)
    assert without_private(family("a")) == family("a")


def test_trap_09_sexual_health_asked_of_another_partner_is_left_out_as_well() -> None:
    record = family("c")
    yes = next(c for c in record.consents if c.decider == ELLIE)
    both = replace(yes, categories=yes.categories | {Category.SEXUAL_HEALTH})
    alone = replace(both, categories=frozenset({Category.SEXUAL_HEALTH}))
    others = tuple(c for c in record.consents if c.id != yes.id)

    with_both = without_private(replace(record, consents=(*others, both)))
    with_one = without_private(replace(record, consents=(*others, alone)))

    assert with_both.consents == (*others, yes)
    assert with_one.consents == others


def test_trap_09_no_file_that_is_written_out_names_it(demo_papers: Path) -> None:
    made = files_in(demo_papers)

    found = leaks(made, CLINIC)

    assert found == {}
    assert len([name for name in made if name.startswith("family-c/")]) > 8


def test_trap_09_the_desk_shows_it_on_no_page_and_no_search_finds_it(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_C)
    page, told = window.household, []
    for tab in TABS:
        page.header.tabs.choose(tab)
        settle(qtbot, office.desk)
        told.append(everything_told(window))
    for person in office.record(FAMILY_C).people:
        page.choose(person.id)
        settle(qtbot, office.desk)
        told.append(everything_told(window))
    window.show_today()
    settle(qtbot, office.desk)
    told.append(everything_told(window))
    found = [office.on_store(partial(hits, typed=typed)) for typed in ("sexual", "clinic")]

    assert found_in_text("\n".join(told), CLINIC | KIND) == []
    assert found == [[], []]
    assert "Ellie-Mae Doyle" in told[0]


def test_trap_09_a_parent_cannot_agree_to_it_for_a_child(caseload_store: Store) -> None:
    draft = ConsentDraft(
        household=FAMILY_C,
        person=PersonId("C3"),
        agency=AgencyId("P5"),
        answer=next(c.answer for c in family("c").consents if c.answer == "given"),
        decider=PersonId("C1"),
        categories=frozenset({Category.SEXUAL_HEALTH}),
        decided_on=TODAY,
    )

    with pytest.raises(Invalid) as refused:
        caseload_store.run(captured(draft))

    assert refused.value.problems == (Problem("categories", Why.NOT_THEIR_DECISION),)


def test_trap_09_it_is_shown_to_nobody_by_default() -> None:
    (tie,) = [i for i in family("c").involvements if i.agency == SEXUAL]

    assert tie.safety is Safety.OWN


def test_trap_09_what_is_left_can_be_let_in_elsewhere(caseload_store: Store) -> None:
    text = household_file(caseload_store, "family-c")

    contents = read_file(text.encode(), interchange_schema(), TODAY)

    assert [record.household.id for record in contents.records] == ["family-c"]


def test_trap_09_what_is_copied_is_marked_so_that_no_history_keeps_it(qtbot: QtBot) -> None:
    clipboard = PrivateClipboard()

    clipboard.copy("07700 900456")

    kinds = QGuiApplication.clipboard().mimeData().formats()
    clipboard.clear_if_ours()
    assert "x-kde-passwordManagerHint" in kinds
    assert QGuiApplication.clipboard().text() == ""
