"""Who may say yes: each adult alone, the young themselves, nobody assumed (traps 4 to 8)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, ConsentDraft, Standing
from app.domain.dates import PartialDate
from app.domain.home import AddressUse
from app.domain.ids import AgencyId, HomeId, HouseholdId, PersonId
from app.domain.person import PersonDraft
from app.domain.plan_entries import as_typed
from app.domain.problems import Problem, Why
from app.domain.record import Record
from app.domain.relationship import Relation
from app.domain.responsibility import Holds, ResponsibilityDraft
from app.domain.standing import State, stands
from app.errors import Invalid
from app.usecases.keep_people import change_person
from app.usecases.keep_relationships import keep_responsibility
from app.view.recipient import OFFICE
from db.store import Store
from tests.app.wall_cases import forms, printed_form
from tests.app.whole_paper import drawn_text
from tests.builders import SOME, TODAY, captured, family, law
from tests.traps.accessible import everything_told
from tests.traps.leaving import household_file, leaks, pictures
from tests.ui.desk_builders import FAMILY_A, FAMILY_B, FAMILY_C, OpenDesk, open_window, settle

pytestmark = pytest.mark.timeout(60)
DANA, TUNDE, LEO, MIA, ADA = (PersonId(f"A{n}") for n in (1, 2, 4, 5, 6))
NADIA, ELLIE, MARGARET, JADE = PersonId("B5"), PersonId("C2"), PersonId("C1"), PersonId("C4")


def yes_of(decider: PersonId, person: PersonId, agency: str, **rest: Any) -> ConsentDraft:
    home = {"A": FAMILY_A, "B": FAMILY_B, "C": FAMILY_C}[person[0]]
    usual: dict[str, Any] = {
        "household": HouseholdId(home),
        "person": person,
        "agency": AgencyId(agency),
        "answer": Answer.GIVEN,
        "decider": decider,
        "categories": SOME,
        "decided_on": TODAY,
    }
    return ConsentDraft(**usual | rest)


def refusal(store: Store, draft: ConsentDraft) -> tuple[Problem, ...]:
    with pytest.raises(Invalid) as refused:
        store.run(captured(draft))
    return refused.value.problems


def people_words(record: Record) -> dict[str, str]:
    return {person.id: person.name for person in record.people if person.name}


def test_trap_04_where_somebody_used_to_live_is_on_no_paper() -> None:
    record = family("a")
    old = replace(record.homes[0], id=HomeId("before"), lines=("99 Oldmarket Wynd",))
    stay = next(s for s in record.stays if s.person == DANA)
    past = replace(
        stay, id="before", home=old.id, use=AddressUse.OLD, until=None, since=date(2020, 1, 1)
    )
    record = replace(record, homes=(old, *record.homes), stays=(past, *record.stays))

    (form,) = forms(record, DANA)

    assert leaks({"a.pdf": printed_form(form.view)}, {"old": "Oldmarket"}) == {}
    assert leaks({"a.pdf": printed_form(form.view)}, {"now": "Saltmarsh Row"}) != {}


@pytest.mark.parametrize("letter", ["a", "b", "c"])
def test_trap_05_every_adult_has_a_sheet_with_one_signature_of_their_own(letter: str) -> None:
    record = family(letter)
    grown = [p for p in record.people if p.adult(TODAY) and p.died is None]

    for adult in grown:
        (form,) = forms(record, adult.id)
        words = drawn_text(printed_form(form.view))
        others = {id_: name for id_, name in people_words(record).items() if id_ != adult.id}
        assert [signer.name for signer in form.view.signers] == [adult.name]
        assert [name for name in others.values() if name in words] == []

    assert len(grown) >= 2


def test_trap_05_nobody_agrees_for_another_adult(caseload_store: Store) -> None:
    problems = refusal(caseload_store, yes_of(DANA, TUNDE, "P2"))

    assert problems == (Problem("decider", Why.NOT_THEIR_DECISION),)
    kept = caseload_store.run(captured(yes_of(TUNDE, TUNDE, "P2"))).value
    assert (kept.person, kept.decider, kept.standing) == (TUNDE, TUNDE, Standing.SELF)


@pytest.mark.parametrize("parent", [JADE, MARGARET])
def test_trap_06_nobody_signs_for_a_sixteen_year_old(
    parent: PersonId, caseload_store: Store
) -> None:
    problems = refusal(caseload_store, yes_of(parent, ELLIE, "camhs"))

    assert problems == (Problem("decider", Why.NOT_THEIR_DECISION),)


def test_trap_06_her_form_has_one_line_and_no_parent_on_it() -> None:
    (form,) = forms(family("c"), ELLIE)
    paper = printed_form(form.view)

    found = leaks({"a.pdf": paper}, {"her": "Ellie-Mae", "nan": "Margaret", "mum": "Jade"})

    assert found == {"a.pdf": ["her"]}
    assert [(s.name, s.standing) for s in form.view.signers] == [("Ellie-Mae Doyle", "self")]


def test_trap_06_what_parents_signed_before_does_not_count_in_what_is_exported(
    caseload_store: Store,
) -> None:
    exported = json.loads(household_file(caseload_store, "family-c"))
    (home,) = exported["households"]
    before = [c for c in home["consents"] if (c["person"], c.get("decider")) == ("C2", "C4")]

    record = replace(
        family("c"), consents=tuple(c for c in family("c").consents if c.decider != ELLIE)
    )

    assert len(before) == 1  # it stays on file
    now = stands(record, law(), ELLIE, AgencyId("camhs"), TODAY)
    assert now.state is State.SUPERSEDED


def test_trap_07_the_desk_says_13_days_before_that_nadia_turns_16(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_B)
    banner = everything_told(window.household.banner)
    window.show_today()
    settle(qtbot, office.desk)

    said = everything_told(window.today)

    assert "13 days to 16: Nadia Begum needs a form of their own before 5 December" in banner
    assert "Nadia Begum turns 16 and needs a form of their own" in said


def test_trap_07_the_picture_says_until_when_what_her_mother_signed_counts() -> None:
    record = family("b")
    unsaid = tuple(replace(c, ends=None) if c.person == NADIA else c for c in record.consents)
    record = replace(record, consents=unsaid)  # no paper says when: the birthday does
    later = stands(record, law(), NADIA, AgencyId("P4"), date(2026, 12, 5))

    found = leaks(pictures(record, OFFICE), {"end": "5 December 2026"})

    assert set(found) >= {"pdf"}
    assert later.state is State.SUPERSEDED


def test_trap_07_a_child_who_turns_12_is_told_of_a_month_before(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    born = TODAY.replace(year=TODAY.year - 12) + timedelta(days=30)
    mia = replace(office.person(MIA), born=PartialDate.of(born))
    office.run(change_person(MIA, as_typed(PersonDraft, mia)))
    window = open_window(office, tmp_path, place="today")
    settle(qtbot, office.desk)

    said = everything_told(window.today)

    assert "Mia Reid turns 12 and is asked as well from then on" in said


def test_trap_08_a_step_parent_and_a_grandparent_have_no_line_on_any_childs_form() -> None:
    record, kin = family("a"), family("c")
    papers = {
        f"{child}-{n}.pdf": printed_form(form.view)
        for child in (LEO, MIA)
        for n, form in enumerate(forms(record, child))
    }

    assert leaks(papers, {"step-father": "Tunde Okafor"}) == {}
    assert leaks(papers, {"mother": "Dana Whitfield"}) != {}
    assert "Margaret" not in drawn_text(printed_form(forms(kin, ELLIE)[0].view))


def test_trap_08_kinship_alone_lets_nobody_decide(caseload_store: Store) -> None:
    steps = [r for r in family("a").relationships if r.kind is Relation.STEP_PARENT]

    problems = refusal(caseload_store, yes_of(TUNDE, MIA, "P1"))

    assert {(r.person, r.other) for r in steps} >= {(TUNDE, LEO), (TUNDE, MIA)}
    assert problems == (Problem("decider", Why.NOT_THEIR_DECISION),)


def test_trap_08_responsibility_is_unknown_until_it_is_said_and_seen(
    caseload_store: Store,
) -> None:
    nothing_said = ResponsibilityDraft(child=MIA, adult=TUNDE)
    taken_on_trust = replace(nothing_said, holds=Holds.YES)
    seen = replace(taken_on_trust, evidence="Agreement, seen 14 September 2026")

    assert nothing_said.holds is Holds.UNKNOWN
    assert taken_on_trust.problems(TODAY) == (Problem("evidence", Why.NEEDS_SOURCE),)
    assert caseload_store.run(keep_responsibility(FAMILY_A, seen)).value.holds is Holds.YES


def test_trap_08_no_row_is_written_out_for_an_adult_of_whom_nothing_is_known(
    caseload_store: Store,
) -> None:
    exported = json.loads(household_file(caseload_store, "family-a"))

    rows = [
        (row["child"], row["adult"], row["holds"])
        for row in exported["households"][0]["responsibilities"]
    ]

    assert ("A4", "A3", "no") in rows  # his father is not on the birth certificate
    assert [child for child, adult, held in rows if (adult, held) == (TUNDE, "yes")] == [ADA]
