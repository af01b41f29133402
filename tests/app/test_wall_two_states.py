"""The wall as one property: what somebody gets is the same whatever they may not see.

Two states of a household that agree on what a recipient may see give the same bytes: papers are
built twice and compared (traps, section 1). The controls at the end must break the property.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.consent import Answer
from app.domain.ids import AgencyId, PersonId
from app.domain.record import Record
from app.view.letter import project_letter
from app.view.project import project
from app.view.recipient import the_person
from db.store import open_in_memory
from tests.app.hidden_changes import Kept, hidden_change
from tests.app.wall_cases import (
    DANIEL,
    SENDER,
    asked,
    copy_of,
    forms,
    leaky_form,
    leaky_number,
    notice_of,
    printed_form,
    printed_letter,
)
from tests.builders import TODAY, family, fill, law
from tests.conftest import NOW

Output = Callable[[Record], bytes]
OPEN_SENDER = (*SENDER, "team", "sender")
FORM_OF = ("given", "family", "known_as", "born", "due", "died", "needs")
ROW = ("child", "adult", "holds", "since", "until", "restricted_by")


@dataclass(frozen=True, slots=True)
class Case:
    """One output for one recipient: how it is made, from what, and what they may see."""

    record: Record
    make: Output
    kept: Kept


@cache
def daniel_asked() -> Record:
    """Return family B with a request about Daniel."""
    store = open_in_memory(by="kw-test", clock=lambda: NOW)
    asked(fill(store), "b", DANIEL, AgencyId("P1"))
    record = store.ask(lambda work: work.record(family("b").household.id))
    store.close()
    return record


def form_of(person: str, which: int = 0) -> Output:
    def make(record: Record) -> bytes:
        return printed_form(forms(record, PersonId(person))[which].view)

    return make


def letter_of(number: str) -> Output:
    def make(record: Record) -> bytes:
        request = next(r for r in record.requests if r.number == number)
        return printed_letter(project_letter(record, law(), request))

    return make


def picture_of(person: str) -> Output:
    def make(record: Record) -> bytes:
        return repr(project(record, law(), the_person(person), TODAY)).encode()

    return make


def deciding(record: Record, *people: str) -> frozenset[str]:
    """Return what decides who may see and sign: stays, flags, orders, responsibility, notes."""
    ours = set(people)
    return frozenset(
        item.id
        for items in (record.stays, record.flags, record.responsibilities, record.competences)
        for item in items
        if {getattr(item, "person", None), getattr(item, "child", None)} & ours
    ) | {order.id for order in record.orders}


CASES: dict[str, Callable[[], Case]] = {
    "Daniel's consent form": lambda: Case(
        family("b"),
        form_of("B2"),
        Kept(
            seen={
                ("people", "B2"): FORM_OF,
                ("people", "B1"): (),
                ("homes", "H3"): ("lines", "postcode", "safety"),
                ("homes", "H4"): (),
                ("agencies", "P1"): ("name", "kind"),
                ("office", "office"): SENDER,
            },
            stays=deciding(family("b"), "B1", "B2") | {"family-b-inv-05"},
            hide=True,
        ),
    ),
    "the letter to Daniel's practice": lambda: Case(
        daniel_asked(),
        letter_of(daniel_asked().requests[0].number),
        Kept(
            seen={
                ("people", "B2"): FORM_OF,
                ("people", "B1"): (),
                ("homes", "H3"): ("lines", "postcode", "safety"),
                ("homes", "H4"): (),
                ("identifiers", "B2-nhs"): ("system", "value"),
                ("agencies", "P1"): ("name", "ods", "mailbox", "lines", "postcode", "public"),
                ("consents", "family-b-consent-03"): ("form",),
                ("requests", daniel_asked().requests[0].id): (
                    *("number", "why", "benefit", "questions", "dp_basis", "law_pack"),
                ),
                ("office", "office"): SENDER,
            },
            stays=deciding(family("b"), "B1", "B2") | {"family-b-inv-05"},
            hide=True,
        ),
    ),
    "the notice to Daniel's practice": lambda: Case(
        daniel_asked(),
        lambda record: notice_of(record, DANIEL, DANIEL, AgencyId("P1")),
        Kept(
            seen={
                ("people", "B2"): FORM_OF,
                ("people", "B1"): (),
                ("homes", "H4"): (),
                ("identifiers", "B2-nhs"): ("system", "value"),
                ("agencies", "P1"): ("name", "ods", "mailbox", "lines", "postcode", "kind"),
                ("requests", daniel_asked().requests[0].id): ("number",),
                ("office", "office"): SENDER,
            },
            stays=deciding(family("b"), "B1", "B2")
            | {"family-b-inv-05", "family-b-consent-03", daniel_asked().requests[0].id},
            hide=True,
        ),
    ),
    "Daniel's copy after a change of mind": lambda: Case(
        daniel_asked(),
        lambda record: copy_of(record, DANIEL, DANIEL),
        Kept(
            seen={
                ("people", "B2"): FORM_OF,
                ("people", "B1"): (),
                ("homes", "H4"): (),
                ("agencies", "P1"): ("name", "kind"),
                ("office", "office"): SENDER,
            },
            stays=deciding(family("b"), "B1", "B2")
            | {"family-b-inv-05", "family-b-consent-03", daniel_asked().requests[0].id},
            hide=True,
        ),
    ),
    "Dana's copy after a change of mind about Mia": lambda: Case(
        family("a"),
        lambda record: copy_of(record, PersonId("A5"), PersonId("A1")),
        Kept(
            seen={
                ("people", "A1"): FORM_OF,
                ("people", "A5"): FORM_OF,
                **{
                    ("agencies", agency): ("name", "kind")
                    for agency in ("P1", "primary", "salt", "school-nursing")
                },
                ("office", "office"): OPEN_SENDER,
            },
            stays=deciding(family("a"), "A1", "A5")
            | {f"family-a-consent-{n:02}" for n in (5, 6, 7, 8)}
            | {i.id for i in family("a").involvements if i.person == "A5"},
        ),
    ),
    "Callum's consent form": lambda: Case(
        family("a"),
        form_of("A3"),
        Kept(
            seen={
                ("people", "A3"): FORM_OF,
                ("homes", "H2"): ("lines", "postcode", "safety"),
                ("agencies", "P3"): ("name", "kind"),
                ("office", "office"): OPEN_SENDER,
            },
            stays=deciding(family("a"), "A3") | {"family-a-inv-06"},
        ),
    ),
    "the form about Leo that Dana signs": lambda: Case(
        family("a"),
        form_of("A4"),
        Kept(
            seen={
                ("people", "A4"): FORM_OF,
                ("people", "A1"): FORM_OF,
                ("homes", "H1"): ("lines", "postcode", "safety"),
                **{("agencies", a): ("name", "kind") for a in ("P1", "school-nursing")},
                ("agencies", "secondary"): ("name", "kind"),
                ("agencies", "camhs"): (),
                ("office", "office"): OPEN_SENDER,
            },
            stays=deciding(family("a"), "A1", "A4")
            | {f"family-a-inv-{n}" for n in ("02", "10", "11", "14")},
        ),
    ),
    "the letter about Leo to CAMHS": lambda: Case(
        family("a"),
        letter_of("SR-6J1F-Y5GX"),
        Kept(
            seen={
                ("people", "A4"): FORM_OF,
                ("homes", "H1"): ("lines", "postcode", "safety"),
                ("identifiers", "A4-nhs"): ("system", "value"),
                ("agencies", "camhs"): ("name", "ods", "mailbox", "lines", "postcode", "public"),
                ("professionals", "nair"): ("name", "agency"),
                ("consents", "family-a-consent-15"): ("form", "way"),
                ("requests", "A-request-3"): (
                    *("number", "why", "benefit", "questions", "dp_basis", "law_pack", "gateway"),
                ),
                ("office", "office"): OPEN_SENDER,
            },
            stays=deciding(family("a"), "A4") | {"family-a-inv-10"},
        ),
    ),
    "Daniel's picture": lambda: Case(
        family("b"),
        picture_of("B2"),
        Kept(
            seen={
                ("people", "B2"): (*FORM_OF, "gender", "school_year"),
                ("people", "B1"): (),
                ("homes", "H3"): ("label", "safety"),
                ("homes", "H4"): (),
                ("agencies", "P1"): ("name", "kind"),
                ("consents", "family-b-consent-03"): (),
            },
            stays=deciding(family("b"), "B1", "B2") | {"family-b-inv-05"},
            hide=True,
        ),
    ),
    "Callum's picture": lambda: Case(
        family("a"),
        picture_of("A3"),
        Kept(
            seen={
                **{
                    ("people", p): (*FORM_OF, "gender", "school_year")
                    for p in ("A1", "A3", "A4", "A5")
                },
                **{("homes", h): ("label", "safety") for h in ("H1", "H2")},
                ("agencies", "P3"): ("name", "kind"),
            },
            stays=deciding(family("a"), "A1", "A3", "A4", "A5")
            | {"family-a-inv-06", *(f"family-a-rel-{n:02}" for n in (1, 3, 4, 7, 8))},
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_what_somebody_gets_is_the_same_whatever_they_may_not_see(name: str, seed: int) -> None:
    case = CASES[name]()
    other = hidden_change(case.record, case.kept, random.Random(seed))  # noqa: S311

    first, second = case.make(case.record), case.make(other)

    assert other != case.record
    assert first == second


def test_daniels_form_is_the_same_with_and_without_the_rest_of_the_family() -> None:
    record = family("b")
    alone = ("identifiers", "contact_points", "involvements", "consents", "competences")
    his: dict[str, Any] = {
        part: tuple(item for item in getattr(record, part) if item.person == "B2") for part in alone
    }
    bare = replace(
        record,
        people=tuple(p for p in record.people if p.id in ("B1", "B2")),
        **his,
        relationships=(),
        responsibilities=(),
        visits=(),
        notes=(),
        grounds=(),
        agencies=tuple(a for a in record.agencies if a.id == "P1"),
    )

    first, second = form_of("B2")(record), form_of("B2")(bare)

    assert first == second


# --- Alive: what somebody may see does change what they get.


def changed_name(record: Record) -> Record:
    people = tuple(replace(p, given="Danny") if p.id == "B2" else p for p in record.people)
    return replace(record, people=people)


def changed_postcode(record: Record) -> Record:
    homes = tuple(replace(h, postcode="ZZ99 1DE") if h.id == "H3" else h for h in record.homes)
    return replace(record, homes=homes)


def changed_practice(record: Record) -> Record:
    named = (replace(a, name="Quay Practice") if a.id == "P1" else a for a in record.agencies)
    return replace(record, agencies=tuple(named))


def changed_desk(record: Record) -> Record:
    return replace(record, office=replace(record.office, desk_phone="01632 960199"))


@pytest.mark.parametrize("change", [changed_name, changed_postcode, changed_practice, changed_desk])
def test_what_daniel_may_see_changes_his_papers(change: Callable[[Record], Record]) -> None:
    record = daniel_asked()
    number = record.requests[0].number

    form = form_of("B2")(record), form_of("B2")(change(record))
    letter = letter_of(number)(record), letter_of(number)(change(record))

    assert form[0] != form[1]
    assert letter[0] != letter[1]


def test_a_decision_of_their_own_changes_the_picture_somebody_gets() -> None:
    record = family("b")
    no = tuple(
        replace(c, answer=Answer.REFUSED, decided_on=date(2026, 11, 20))
        if c.id == "family-b-consent-03"
        else c
        for c in record.consents
    )

    first, second = picture_of("B2")(record), picture_of("B2")(replace(record, consents=no))

    assert first != second


# --- Control: builders that leak break the property.


@pytest.mark.parametrize("leaky", [leaky_form, leaky_number])
def test_a_leaky_builder_does_not_have_the_property(leaky: Output) -> None:
    case = CASES["Daniel's consent form"]()
    seeds = range(20)
    others = [hidden_change(case.record, case.kept, random.Random(s)) for s in seeds]  # noqa: S311

    differing = sum(leaky(other) != leaky(case.record) for other in others)

    assert differing > 15
