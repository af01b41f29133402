"""Who somebody was, and their status here: sealed, restricted, never by default (34, 35, 36)."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.consent import NEVER_BY_DEFAULT, Category
from app.domain.ids import PersonId
from app.domain.person import FurtherName, Gender, NameUse, PersonDraft
from app.domain.plan_entries import as_typed
from app.domain.problems import Problem, Why
from app.domain.questions import usual_request
from app.domain.reach import FlagKind
from app.domain.record import Record
from app.domain.restricted import LookReason, Restricted, RestrictedDraft, RestrictedKind
from app.errors import Invalid
from app.usecases.exchange import export_file
from app.usecases.keep_people import change_person
from app.usecases.keep_restricted import add_restricted, look_at_restricted
from app.view.recipient import OFFICE
from db.store import Store
from tests.app.whole_paper import found_in_text
from tests.builders import TODAY, catalogue, family, flag, law
from tests.conftest import StorePlace
from tests.journeys.command_line import thinkfamily
from tests.traps.accessible import everything_told
from tests.traps.leaving import (
    everything_for_the_family,
    files_in,
    hits,
    household_file,
    journal,
    leaks,
    pictures,
)
from tests.ui.desk_builders import (
    FAMILY_A,
    OpenDesk,
    fill_place,
    open_window,
    reopened,
    settle,
    show_dialog,
)
from ui.dialogs.restricted_dialog import LookDialog
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)
MIA = PersonId("A5")
BEFORE = FurtherName(use=NameUse.OLD, given="Zebedee", family="Quist")
TELLING = {"given": "Zebedee", "family": "Quist", "number": "4857773456", "fact": "Mandrake"}


def draft(kind: RestrictedKind) -> RestrictedDraft:
    return RestrictedDraft(
        kind=kind, text="Mandrake: Zebedee Quist, 485 777 3456.", source="Mandrake"
    )


def with_history(record: Record) -> Record:
    """Return the family in which Mia has a past: names, sealed facts, a flag, another sex."""
    people = tuple(
        replace(p, further_names=(*p.further_names, BEFORE), gender=Gender.FEMALE, sex=Gender.MALE)
        if p.id == MIA
        else p
        for p in record.people
    )
    facts = tuple(
        Restricted(
            id=f"fact-{kind}", household=record.household.id, person=MIA, kind=kind,
            text="Mandrake: Zebedee Quist, 485 777 3456.", source="Mandrake",
        )
        for kind in RestrictedKind
    )  # fmt: skip
    mark = replace(
        flag("x", FlagKind.ADOPTED_IDENTITY), household=record.household.id, person=MIA,
        reason="Mandrake", source="Mandrake",
    )  # fmt: skip
    return replace(record, people=people, restricted=facts, flags=(*record.flags, mark))


def all_pages(qtbot: QtBot, office: OpenDesk, window: MainWindow) -> list[str]:
    """Return every text of the desk, read anew, with Mia chosen on each page."""
    page, told = window.household, []
    page.refresh()
    settle(qtbot, office.desk)
    for tab in ("household", "plan", "missing", "sharing", "timeline", "papers"):
        page.header.tabs.choose(tab)
        page.choose(MIA)
        settle(qtbot, office.desk)
        current = page.pages.currentWidget()
        assert current is not None
        told.append(everything_told(page.header, current, page.inspector))
    return told


def kept_in(store: Store) -> None:
    """Keep the same in a store, as a worker would."""
    person = store.ask(lambda work: work.record(FAMILY_A)).person(MIA)
    changed = replace(as_typed(PersonDraft, person), further_names=(BEFORE,))
    store.run(change_person(MIA, changed))
    for kind in RestrictedKind:
        store.run(add_restricted(MIA, draft(kind)))


def test_trap_34_nothing_made_for_anybody_tells_of_a_sealed_identity() -> None:
    before, after = family("a"), with_history(family("a"))

    made = everything_for_the_family(after)

    assert leaks(made, TELLING) == {}
    assert leaks(pictures(after, OFFICE), TELLING) == {}
    papers = {n: c for n, c in made.items() if not n.startswith("picture")}
    assert papers == {
        name: content
        for name, content in everything_for_the_family(before).items()
        if name in papers
    }


@pytest.mark.parametrize("typed", ["mandrake", "485 777 3456", "4857773456", "sealed"])
def test_trap_34_nobody_finds_a_sealed_fact(typed: str, caseload_store: Store) -> None:
    kept_in(caseload_store)

    assert hits(caseload_store, typed) == []


def test_trap_34_a_look_needs_a_reason_and_the_journal_holds_its_code_and_no_word(
    caseload_store: Store,
) -> None:
    kept_in(caseload_store)

    with pytest.raises(Invalid) as refused:
        caseload_store.run(look_at_restricted(MIA, None))
    caseload_store.run(look_at_restricted(MIA, LookReason.LEGAL_ADVICE))

    name, about, detail = journal(caseload_store)[-1]
    assert refused.value.problems == (Problem("reason", Why.NEEDS_LOOK_REASON),)
    assert (name, about) == ("look_at_restricted", "family-a")
    assert json.loads(detail) == {"person": "A5", "reason": "legal-advice"}
    assert found_in_text(repr(journal(caseload_store)), TELLING) == []


def test_trap_34_the_desk_shows_it_on_no_page_and_says_not_even_whether_there_is_any(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)
    all_pages(qtbot, office, window)  # what was chosen where stays chosen from now on
    before = all_pages(qtbot, office, window)
    for kind in RestrictedKind:
        office.run(add_restricted(MIA, draft(kind)))

    after = all_pages(qtbot, office, window)

    assert found_in_text("\n".join(after), TELLING) == []
    assert after == before


def test_trap_34_the_switch_asks_why_before_it_says_anything(
    qtbot: QtBot, office: OpenDesk
) -> None:
    office.run(add_restricted(MIA, draft(RestrictedKind.SEALED_IDENTITY)))
    dialog = LookDialog(office.desk, MIA, name="Mia Reid")
    show_dialog(qtbot, dialog)

    assert found_in_text(everything_told(dialog), TELLING) == []


def test_trap_34_it_is_on_no_disk_in_clear_and_in_no_file_name(
    store_place: StorePlace, tmp_path: Path
) -> None:
    fill_place(store_place)
    store = reopened(store_place)
    kept_in(store)
    store.close()
    out = tmp_path / "out"

    ended = thinkfamily("documents", store_place.path, "--out", out, "--household", "family-a")

    stored = files_in(store_place.path)
    assert ended.status == 0
    assert leaks(files_in(out), TELLING) == {}
    assert [name for name, content in stored.items() if b"Zebedee" in content] == []


def test_trap_35_a_previous_name_is_on_nothing_the_family_or_a_partner_gets() -> None:
    record = with_history(family("a"))

    made = everything_for_the_family(record)

    assert leaks(made, TELLING | {"sex": "recorded sex"}) == {}
    assert leaks(made, {"today": "Mia Reid"}) != {}


def test_trap_35_no_file_of_the_household_has_it_unless_a_reason_is_written_down(
    caseload_store: Store,
) -> None:
    kept_in(caseload_store)

    usual = household_file(caseload_store, "family-a")
    whole = caseload_store.run(export_file(FAMILY_A, private=LookReason.HAND_OVER)).value

    assert found_in_text(usual, TELLING) == []
    assert set(found_in_text(whole, TELLING)) == set(TELLING)
    assert '"hand-over"' in journal(caseload_store)[-1][2]


def test_trap_35_whoever_is_found_by_an_old_name_is_shown_by_the_name_of_today(
    caseload_store: Store,
) -> None:
    kept_in(caseload_store)

    found = hits(caseload_store, "zebedee quist")

    assert [hit.name for hit in found] == ["Mia Reid"]
    assert found_in_text(repr(found), TELLING) == []


def test_trap_35_the_picture_draws_the_stated_gender_and_never_the_recorded_sex() -> None:
    drawn = pictures(with_history(family("a")), OFFICE)
    without = tuple(
        replace(p, sex=Gender.UNKNOWN) if p.id == MIA else p
        for p in with_history(family("a")).people
    )

    assert drawn == pictures(replace(with_history(family("a")), people=without), OFFICE)


@pytest.mark.parametrize("letter", ["a", "b", "c"])
def test_trap_36_status_is_asked_of_no_partner_by_default(letter: str) -> None:
    record = family(letter)

    asked = [
        usual_request(
            record, law(), catalogue().bank, person=i.person, agency=i.agency, on=TODAY
        ).categories
        for i in record.involvements
    ]  # fmt: skip

    assert Category.IMMIGRATION in NEVER_BY_DEFAULT
    assert len(asked) > 5
    assert [kinds for kinds in asked if Category.IMMIGRATION in kinds] == []


def test_trap_36_nothing_that_leaves_tells_of_it(caseload_store: Store) -> None:
    kept_in(caseload_store)
    record = caseload_store.ask(lambda work: work.record(FAMILY_A))

    made: dict[str, Any] = everything_for_the_family(record)
    made["family.json"] = household_file(caseload_store, "family-a").encode()

    assert leaks(made, TELLING | {"kind": "leave to remain"}) == {}
    assert record.restricted == ()
    assert hits(caseload_store, "immigration") == []
