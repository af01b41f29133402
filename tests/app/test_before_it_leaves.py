"""Before an output leaves, the worker is told what goes, what does not, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from types import GenericAlias, UnionType
from typing import Any, get_args, get_type_hints

import pytest

from app.domain.identifiers import System
from app.domain.ids import AgencyId, PersonId
from app.domain.person import FurtherName, NameUse
from app.domain.reach import Identifier
from app.view.governance import names_somebody
from app.view.held_back import before_it_leaves, held_back
from app.view.household import HouseholdView
from app.view.leaving import Goes, Leaving, Look, Sight
from app.view.looks import looks
from app.view.manifest import FIELDS, Leaf, manifest
from app.view.papers import FormView
from app.view.project import project
from app.view.recipient import OFFICE, partner_about, the_person
from app.view.rules import RULES, Group
from db.store import Store
from tests.app.wall_cases import DANIEL, asked, forms
from tests.builders import ASH, GP, TODAY, ash, family, home, law, person

VIEWS: tuple[type, ...] = get_args(Leaf)
PRACTICE = partner_about("P1", "B2")


def parts_of(view: type) -> Iterator[type]:
    """Give a view and every value inside it."""
    yield view
    for hint in get_type_hints(view).values():
        for kind in kinds_in(hint):
            if is_dataclass(kind):
                yield from parts_of(kind)


def kinds_in(hint: Any) -> Iterator[type]:
    if isinstance(hint, GenericAlias | UnionType):
        for inner in get_args(hint):
            yield from kinds_in(inner)
    elif isinstance(hint, type):
        yield hint


def letter_before(store: Store, why: str = "Health advice.") -> Leaving:
    view = asked(store, "b", DANIEL, AgencyId("P1"))
    return before_it_leaves(family("b"), PRACTICE, replace(view, why=why), TODAY)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_of_every_view_says_what_it_tells_of_whom(view: type) -> None:
    named = {part: set(FIELDS[part]) for part in parts_of(view)}

    assert named == {part: {f.name for f in fields(part)} for part in parts_of(view)}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_a_view_is_made_of_plain_values_and_of_nothing_from_the_record(view: type) -> None:
    kinds = {
        kind
        for part in parts_of(view)
        for hint in get_type_hints(part).values()
        for kind in kinds_in(hint)
    }

    assert {kind.__module__.partition(".domain")[1] for kind in kinds} == {""}


def test_every_reason_is_a_row_of_the_table() -> None:
    reasons = {tells.group for told in FIELDS.values() for tells in told.values() if tells}

    assert reasons - {"us"} <= set(RULES)


def test_what_goes_to_daniels_practice_is_listed_with_its_reason(caseload_store: Store) -> None:
    told = letter_before(caseload_store)

    about_him = {(g.fact, g.why): g.text for g in told.goes if g.person == "Daniel Hale"}
    assert about_him["nhs_number", Group.NUMBERS] == "999 411 2481"
    assert about_him["address", Group.HOME].startswith("40 Quay Lane")
    assert about_him["born", Group.BIRTH] == "5 February 1990"
    assert about_him["decider", Group.DECISION] == "Daniel Hale"
    assert {g.person for g in told.goes} == {"Daniel Hale", ""}


def test_what_is_held_back_from_daniel_is_counted_by_person_and_sort() -> None:
    (form,) = forms(family("b"), DANIEL)

    told = before_it_leaves(family("b"), form.recipient, form.view, TODAY)

    others = {h.person: (h.group, h.count) for h in told.held if h.person != "Daniel Hale"}
    assert set(others.values()) == {(Group.KIN, 1)}
    assert set(others) == {p.name for p in family("b").people} - {"Daniel Hale"}
    his = {h.group: h.count for h in told.held if h.person == "Daniel Hale"}
    assert his[Group.NUMBERS] == 1
    assert his[Group.ORDER] == 1


def test_nothing_is_held_back_from_the_office() -> None:
    assert held_back(family("b"), OFFICE, TODAY) == ()


@pytest.mark.parametrize("letter", ["a", "b", "c"])
def test_what_is_held_back_from_somebody_is_not_among_what_goes(letter: str) -> None:
    record = family(letter)
    for one in record.people:
        view = project(record, law(), the_person(one.id), TODAY)

        told = before_it_leaves(record, the_person(one.id), view, TODAY)

        hidden = {held.person for held in told.held if held.group == Group.KIN}
        assert hidden.isdisjoint(line.person for line in told.goes)
        assert hidden | {seen.name for seen in view.people} == {p.name for p in record.people}


@pytest.mark.parametrize(
    ("why", "sight", "said"),
    [
        ("She is at ZZ99 9XY now.", Sight.POSTCODE, "ZZ99 9XY"),
        ("Ring 01632 960999 first.", Sight.PHONE, "01632 960999"),
        ("They stay at 12 Elm Road.", Sight.STREET, "12 Elm Road"),
        ("He asked about his visa.", Sight.RESTRICTED, "visa"),
        ("They moved to Larkfield.", Sight.HIDDEN, "Larkfield"),
        ("Nadia is in Year 11.", Sight.HIDDEN, "Nadia"),
    ],
)
def test_a_typed_text_is_stopped_for_a_person_to_look_at(
    why: str, sight: Sight, said: str, caseload_store: Store
) -> None:
    told = letter_before(caseload_store, why)

    assert Look(fact="why", sight=sight, said=said) in told.looks


def test_a_name_of_somebody_else_of_the_family_is_looked_at(caseload_store: Store) -> None:
    record = family("a")
    leo = partner_about("camhs", "A4")
    view = project(record, law(), leo, TODAY)
    line = replace(manifest(view)[0], fact="why", text="Dana says that Tunde helps.", free=True)

    found = looks(record, leo, (line,), TODAY)

    assert [(look.sight, look.said) for look in found] == [
        (Sight.NAME, "Dana"),
        (Sight.NAME, "Tunde"),
    ]


@pytest.mark.parametrize(
    "why",
    [
        "Health advice.",
        "Daniel waits for an appointment.",
        "Write to 40 Quay Lane, Northmarsh.",
        "Your number 999 411 2481.",
    ],
)
def test_what_is_on_the_paper_anyway_needs_no_second_look(why: str, caseload_store: Store) -> None:
    assert letter_before(caseload_store, why).looks == ()


def test_what_somebody_typed_about_an_interpreter_is_looked_at_on_a_form() -> None:
    (form,) = forms(family("b"), PersonId("B1"))
    needs = replace(form.view.needs, interpreter_wish="nobody who knows Daniel")
    view: FormView = replace(form.view, needs=needs)

    told = before_it_leaves(family("b"), form.recipient, view, TODAY)

    assert Look(fact="interpreter_wish", sight=Sight.NAME, said="Daniel") in told.looks


def test_a_household_view_lists_each_person_seen() -> None:
    view: HouseholdView = project(family("c"), law(), OFFICE, TODAY)

    listed = {line.person for line in manifest(view) if line.person}

    assert listed == {person.name for person in family("c").people}


def test_a_short_name_is_looked_at_though_its_letters_stand_in_other_words() -> None:
    record = ash(people=(*ash().people, person("ann")))
    kit = partner_about(GP, "kit")
    typed = Goes(person="Kit", fact="why", text="Ann worries us.", why="decision", free=True)
    fixed = Goes(person="Kit", fact="does", text="Is there a planned review?", why="decision")

    found = looks(record, kit, (typed, fixed), TODAY)

    assert [(look.sight, look.said) for look in found] == [(Sight.NAME, "Ann")]


@pytest.mark.parametrize(
    "text", ["Mrs Oakley asked us.", "The number is 999 000 0018.", "They live at 5 Elm Court."]
)
def test_a_question_names_nobody_by_an_old_name_a_number_or_a_place(text: str) -> None:
    maiden = FurtherName(use=NameUse.MAIDEN, family="Oakley")
    number = Identifier(
        id="n", household=ASH, person=PersonId("jo"), system=System.NHS, value="9990000018"
    )
    record = ash(
        people=(person("rowan", further_names=(maiden,)), person("jo")),
        identifiers=(number,),
        homes=(home("h", "5 Elm Court"),),
    )

    assert names_somebody(record, text)
