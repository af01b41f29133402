"""The wall, by sentinels: hidden facts are looked for in every byte of what somebody gets."""

from __future__ import annotations

import pytest

from app.domain.ids import AgencyId
from app.view.letter import project_letter
from app.view.project import project
from app.view.recipient import partner_about, the_person
from db.store import Store
from tests.app.wall_cases import (
    AISHA,
    DANIEL,
    DANIELS_FORM,
    DANIELS_LETTER,
    LOCATION,
    NAMES,
    OTHER_SIDE,
    Allowed,
    Tokens,
    asked,
    copy_of,
    forms,
    leaky_form,
    notice_of,
    printed_form,
    printed_letter,
)
from tests.app.whole_paper import found_in, spelt_out
from tests.builders import TODAY, family, fill, law


def test_daniels_consent_form_holds_nothing_of_the_other_side() -> None:
    (form,) = forms(family("b"), DANIEL)

    paper = printed_form(form.view)

    assert found_in(paper, LOCATION | OTHER_SIDE) == []
    assert found_in(paper, {"name": "Daniel Hale", "sender": "PO Box 900"}) == ["name", "sender"]


def test_the_letter_to_daniels_practice_holds_nothing_of_the_other_side(store: Store) -> None:
    view = asked(fill(store), "b", DANIEL, AgencyId("P1"))

    paper = printed_letter(view)

    assert found_in(paper, LOCATION | OTHER_SIDE) == []
    assert found_in(paper, {"number": "9994112481", "desk": "01632 960101"}) == ["number", "desk"]


def test_daniels_change_of_mind_tells_nobody_of_the_other_side(store: Store) -> None:
    asked(fill(store), "b", DANIEL, AgencyId("P1"))
    record = store.ask(lambda work: work.record(family("b").household.id))

    letter = notice_of(record, DANIEL, DANIEL, AgencyId("P1"))
    copy = copy_of(record, DANIEL, DANIEL)

    assert found_in(letter, LOCATION | OTHER_SIDE) == []
    assert found_in(copy, LOCATION | OTHER_SIDE) == []
    assert found_in(letter, {"number": "9994112481"}) == ["number"]
    assert found_in(copy, {"number": "9994112481"}) == []
    assert found_in(copy, {"sender": "PO Box 900"}) == ["sender"]


def test_daniels_household_picture_holds_nothing_of_the_other_side() -> None:
    view = project(family("b"), law(), the_person(DANIEL), TODAY)

    letters = spelt_out(repr(view))

    assert [p.name for p in view.people] == ["Daniel Hale"]
    hidden = {**LOCATION, **OTHER_SIDE}
    assert [name for name, text in hidden.items() if spelt_out(text) in letters] == []


@pytest.mark.parametrize("agency", ["P4", "therapy"])
def test_a_letter_about_a_hidden_child_has_no_address_and_the_safe_sender(
    store: Store, agency: str
) -> None:
    view = asked(fill(store), "b", AISHA, AgencyId(agency))

    paper = printed_letter(view)

    hidden = {
        name: LOCATION[name] for name in ("street", "street without number", "postcode", "school")
    } | {"father": "Daniel", "sister": "Nadia", "team": "Family Help Team", "order": "molestation"}
    assert view.address == ()
    assert found_in(paper, hidden) == []
    assert found_in(paper, {"sender": "PO Box 900"}) == ["sender"]


def test_a_confidential_address_is_on_no_consent_form_not_even_their_own() -> None:
    record = family("b")
    papers = [printed_form(f.view) for p in record.people for f in forms(record, p.id)]

    hits = [found_in(paper, {"street": "Larkfield", "postcode": "4HH"}) for paper in papers]

    assert len(papers) == 6
    assert hits == [[]] * 6


def test_what_only_the_young_person_may_know_is_on_no_paper_and_no_picture() -> None:
    record = family("c")
    papers = [
        printed_form(f.view) for p in record.people if p.died is None for f in forms(record, p.id)
    ]
    views = [project(record, law(), the_person(p.id), TODAY) for p in record.people]

    clinic = {"clinic": "Sexual Health Clinic", "phone": "01632 960222"}

    assert [found_in(paper, clinic) for paper in papers] == [[]] * len(papers)
    assert all("sexual" not in repr(view).casefold() for view in views)


def test_every_text_that_daniel_may_not_see_is_off_his_form() -> None:
    tokens = Tokens(DANIELS_FORM)
    marked = tokens.whole(family("b"))

    (form,) = forms(marked, DANIEL)

    assert len(tokens.all) > 150
    assert found_in(printed_form(form.view), tokens.all) == []


def test_every_text_that_his_practice_may_not_see_is_off_the_letter_about_daniel(
    store: Store,
) -> None:
    asked(fill(store), "b", DANIEL, AgencyId("P1"))
    record = store.ask(lambda work: work.record(family("b").household.id))
    allowed = dict(DANIELS_LETTER)
    (request,) = record.requests
    allowed["requests", request.id] = allowed.pop(("requests", "SR"))
    tokens = Tokens(allowed)
    marked = tokens.whole(record)

    view = project_letter(marked, law(), marked.requests[0])

    assert len(tokens.all) > 150
    assert found_in(printed_letter(view), tokens.all) == []


@pytest.mark.parametrize("letter", ["a", "b", "c"])
def test_tokens_in_hidden_texts_reach_no_picture_of_a_family_member(letter: str) -> None:
    record = family(letter)
    seen: Allowed = {
        **{("people", p.id): (*NAMES, "school_year", "needs") for p in record.people},
        **{("homes", h.id): ("label",) for h in record.homes if not h.confidential},
        **{("agencies", a.id): ("name",) for a in record.agencies},
    }
    tokens = Tokens(seen)
    marked = tokens.whole(record)

    views = [repr(project(marked, law(), the_person(p.id), TODAY)) for p in record.people]

    assert [name for name, token in tokens.all.items() if any(token in v for v in views)] == (
        ["homes.H4.label"] if letter == "b" else []  # those who live there know it
    )


def test_a_partner_sees_one_person_and_their_own_tie_only() -> None:
    view = project(family("b"), law(), partner_about("P1", "B2"), TODAY)

    assert [person.name for person in view.people] == ["Daniel Hale"]
    assert [(tie.person, tie.agency) for tie in view.ties] == [("B2", "P1")]
    assert view.links == ()


def test_a_leaky_builder_is_found_out_by_the_sentinels() -> None:
    record = family("b")
    tokens = Tokens(DANIELS_FORM)

    found = found_in(leaky_form(record), LOCATION)
    marked = found_in(leaky_form(tokens.whole(record)), tokens.all)

    assert {"practice", "practice, short", "school", "town"} <= set(found)
    assert "agencies.P4.name" in marked
