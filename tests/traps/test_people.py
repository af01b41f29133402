"""Whose paper it is and whether there may be one: born, unborn, dead, numbered (30 to 33)."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from app.catalogue import interchange_schema
from app.domain.agency import InvolvementDraft
from app.domain.consent import Answer, ConsentDraft
from app.domain.dates import PartialDate
from app.domain.identifiers import System, why_refused
from app.domain.ids import AgencyId, PersonId
from app.domain.person import PersonDraft
from app.domain.plan_entries import as_typed
from app.domain.problems import Problem, Why
from app.domain.questions import usual_request
from app.domain.reach import IdentifierDraft
from app.errors import Invalid, Refused, Unreadable
from app.interchange.reading import read_file
from app.usecases.keep_agencies import involve_agency
from app.usecases.keep_people import change_person
from app.usecases.request_share import pairs_to_ask, request_share
from app.view.recipient import OFFICE
from db.store import Store
from tests.app.wall_cases import asked, forms, printed_form, printed_letter
from tests.builders import SOME, TODAY, captured, catalogue, family, law
from tests.traps.accessible import everything_told
from tests.traps.leaving import (
    all_forms,
    files_in,
    hits,
    household_file,
    leaks,
    pictures,
    text_of,
)
from tests.ui.desk_builders import FAMILY_A, FAMILY_C, OpenDesk, open_window, settle
from ui.wording import in_words

pytestmark = pytest.mark.timeout(60)
DANA, LEO, MIA, BABY, SEAN = (PersonId(id_) for id_ in ("A1", "A4", "A5", "A7", "C5"))
MIAS = "9994107291"


def number_of(person: PersonId, value: str, store: Store, **rest: Any) -> tuple[Problem, ...]:
    """Return what is said when a number is typed for somebody."""
    record = store.ask(lambda work: work.record(FAMILY_A))
    typed = IdentifierDraft(system=System.NHS, value=value, **rest)
    draft = as_typed(PersonDraft, record.person(person))
    try:
        store.run(change_person(person, draft, (typed,)))
    except Invalid as invalid:
        return invalid.problems
    return ()


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def test_trap_30_a_number_of_a_sister_is_not_copied(caseload_store: Store) -> None:
    assert number_of(LEO, MIAS, caseload_store) == (Problem(str(System.NHS), Why.ALREADY_RECORDED),)


@pytest.mark.parametrize("guess", ["9994100379", "999410037", "1111111111", "99941O0378"])
def test_trap_30_a_guess_is_not_kept(guess: str, caseload_store: Store) -> None:
    assert number_of(DANA, guess, caseload_store) != ()
    assert why_refused(System.NHS, "9994100378") is None


def test_trap_30_a_number_is_checked_only_with_its_source(caseload_store: Store) -> None:
    typed = IdentifierDraft(system=System.NHS, value="9994100378", verified_on=TODAY)

    exported = json.loads(household_file(caseload_store, "family-a"))["households"][0]

    assert typed.problems(TODAY) == (Problem("source", Why.NEEDS_SOURCE),)
    assert all(row["source"] for row in exported["identifiers"] if row.get("verified_on"))


def test_trap_30_a_letter_without_a_number_leaves_no_made_up_one(caseload_store: Store) -> None:
    record = family("b")
    without = replace(record, identifiers=())

    view = asked(caseload_store, "b", PersonId("B2"), AgencyId("P1"))
    said = text_of(printed_letter(replace(view, nhs_number="", match=".6")))

    assert without.identifier(PersonId("B2"), System.NHS) is None
    assert re.findall(r"\b9\d{2} \d{3} \d{4}\b", said) == []
    assert re.findall(r"\b9\d{2} \d{3} \d{4}\b", text_of(printed_letter(view))) != []


def test_trap_30_a_file_with_one_number_for_two_is_refused(caseload_store: Store) -> None:
    text = household_file(caseload_store, "family-a").replace("9994105566", MIAS)

    with pytest.raises(Unreadable) as unreadable:
        read_file(text.encode(), interchange_schema(), TODAY)

    assert [fault.code for fault in unreadable.value.faults] == ["already-recorded"]


def test_trap_31_every_page_of_every_form_bears_the_initials_of_whom_it_is_about() -> None:
    for letter in "abc":
        record = family(letter)
        for name, content in all_forms(record).items():
            who = record.person(PersonId(name.split()[1]))
            marks = {p.initials for p in record.people if p.initials} - {who.initials}
            for page in pages(content):
                assert who.initials in page.split()
                assert not marks & set(page.split())


def test_trap_31_a_form_is_the_same_whatever_form_was_made_before() -> None:
    record = family("a")
    alone = printed_form(forms(record, LEO)[0].view)

    for other in (DANA, MIA, PersonId("A6")):
        forms(record, other)
        printed_form(forms(record, other)[0].view)

    assert printed_form(forms(record, LEO)[0].view) == alone
    assert leaks({"a.pdf": alone}, {"sister": "Mia Reid", "ada": "Ada Okafor"}) == {}


def test_trap_31_a_file_is_named_by_the_number_on_its_form_and_by_nobody(
    demo_papers: Path,
) -> None:
    made = {n: c for n, c in files_in(demo_papers).items() if "form-CF-" in n}

    for name, content in made.items():
        number = Path(name).stem.removeprefix("form-")
        assert re.fullmatch(r"CF-\w{4}-\w{4}", number)
        assert all(number in page for page in pages(content))

    assert len(made) > 10


def test_trap_32_the_unborn_child_has_no_form_no_letter_and_no_decision(
    caseload_store: Store,
) -> None:
    draft = ConsentDraft(
        household=FAMILY_A, person=BABY, agency=AgencyId("maternity"), answer=Answer.GIVEN,
        decider=DANA, categories=SOME, decided_on=TODAY,
    )  # fmt: skip

    with pytest.raises(Refused) as no_form:
        forms(family("a"), BABY)
    with pytest.raises(Invalid) as no_yes:
        caseload_store.run(captured(draft))

    assert no_form.value.reasons == ("unborn",)
    assert Problem("decider", Why.UNBORN) in no_yes.value.problems
    assert BABY not in [person for person, _ in pairs_to_ask(family("a"))]


def test_trap_32_it_has_no_number_and_no_such_file_is_let_in(caseload_store: Store) -> None:
    exported = household_file(caseload_store, "family-a")
    adas = '"id": "A6-nhs",\n     "person": "A6"'
    forged = exported.replace(adas, adas.replace('"A6"', '"A7"'))

    with pytest.raises(Unreadable) as unreadable:
        read_file(forged.encode(), interchange_schema(), TODAY)

    assert number_of(BABY, "9994100386", caseload_store)[0].why is Why.UNBORN
    assert [fault.code for fault in unreadable.value.faults] == ["unborn"]


def test_trap_32_it_is_on_the_picture_with_the_day_it_is_expected() -> None:
    drawn = pictures(family("a"), OFFICE)

    assert set(leaks(drawn, {"due": "19 Feb 2027"})) | set(leaks(drawn, {"due": "February 2027"}))
    facts = json.loads(drawn["json"])
    assert "A7" in json.dumps(facts)


def test_trap_32_when_it_is_born_it_stays_the_same_person(caseload_store: Store) -> None:
    baby = caseload_store.ask(lambda work: work.record(FAMILY_A)).person(BABY)
    born = replace(
        baby, due=None, born=PartialDate.of(TODAY), given="Sol", family="Okafor", known_as=""
    )

    caseload_store.run(change_person(BABY, as_typed(PersonDraft, born)))

    record = caseload_store.ask(lambda work: work.record(FAMILY_A))
    assert record.person(BABY).name == "Sol Okafor"
    assert [r.person for r in record.relationships if r.other == BABY] == [
        r.person for r in family("a").relationships if r.other == BABY
    ]


def test_trap_33_nobody_who_has_died_gets_a_form_a_letter_or_a_request(
    caseload_store: Store, demo_papers: Path
) -> None:
    record = family("c")
    practice = AgencyId("P5")
    caseload_store.run(involve_agency(FAMILY_C, InvolvementDraft(person=SEAN, agency=practice)))
    with pytest.raises(Refused) as no_form:
        forms(record, SEAN)
    usual = usual_request(record, law(), catalogue().bank, person=SEAN, agency=practice, on=TODAY)
    draft = replace(usual, why="To plan.", benefit="Help.", categories=SOME, questions=("x",))
    with pytest.raises(Refused) as no_letter:
        caseload_store.run(request_share(draft, law()))

    made = {n: c for n, c in files_in(demo_papers).items() if not n.endswith((".json", ".png"))}
    papers = {n: c for n, c in made.items() if "picture" not in n}
    assert no_form.value.reasons == ("deceased",)
    assert "deceased" in no_letter.value.reasons
    assert leaks(papers, {"him": "Sean Byrne"}) == {}
    assert [name for name in made if Path(name).name.startswith("SB-") and "family-c" in name] == []


def test_trap_33_he_stays_findable_and_on_the_picture(caseload_store: Store) -> None:
    found = hits(caseload_store, "sean byrne")

    assert [hit.name for hit in found] == ["Sean Byrne"]
    assert "svg" in leaks(pictures(family("c"), OFFICE), {"him": "Sean Byrne"})


def test_trap_33_the_desk_offers_nothing_to_send_him(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_C)
    window.household.choose(SEAN)
    settle(qtbot, office.desk)
    presented = window.household.presented
    assert presented is not None

    window.papers.consent_form(SEAN, presented)

    assert window.papers.preview is None
    assert in_words(Refused("deceased")) in everything_told(window.notice)
