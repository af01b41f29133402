"""What cannot be about a person, field by field; numbers of every register; parents by age."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import PartialDate
from app.domain.identifiers import Caution, System, caution, shown, tidy, uln_fits, why_refused
from app.domain.ids import HouseholdId, PersonId
from app.domain.person import (
    Communication,
    Education,
    FurtherName,
    Health,
    NameUse,
    Person,
    PersonDraft,
    SafeContact,
)
from app.domain.problems import Why
from app.domain.reach import ContactPoint, ContactPointDraft, Identifier, IdentifierDraft, Way
from app.domain.relationship import Contact, Relation, Relationship, RelationshipDraft
from app.errors import Invalid
from app.operation import Command
from app.usecases.keep_people import add_person, change_person
from app.usecases.keep_relationships import add_relationship, change_relationship
from db.store import Store
from tests.builders import TODAY

A = HouseholdId("family-a")
LONG = "x" * 121
RO = FurtherName(use=NameUse.OLD, given="Ro")
TOMORROW = date(2026, 11, 23)


def problems(store: Store, command: Command[Any]) -> list[tuple[str, Why]]:
    with pytest.raises(Invalid) as invalid:
        store.run(command)
    return [(problem.field, problem.why) for problem in invalid.value.problems]


def draft_of(store: Store, who: str) -> PersonDraft:
    person = store.ask(lambda work: work.kept(Person).find(who))
    return PersonDraft(**{f.name: getattr(person, f.name) for f in fields(PersonDraft)})


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            {
                "further_names": (
                    FurtherName(use=NameUse.OLD, given="Ro"),
                    FurtherName(use=NameUse.OLD),
                )
            },
            ("further_names.1.given", Why.NEEDS_NAME),
        ),
        (
            {"further_names": (FurtherName(use=NameUse.OLD, family=LONG),)},
            ("further_names.0.family", Why.TOO_LONG),
        ),
        ({"pronouns": LONG}, ("pronouns", Why.TOO_LONG)),
        ({"religion": "a\x07"}, ("religion", Why.BAD_CHARACTER)),
        ({"school_year": LONG}, ("school_year", Why.TOO_LONG)),
        ({"needs": Communication(dialect=LONG)}, ("needs.dialect", Why.TOO_LONG)),
        ({"needs": Communication(note="a\x00")}, ("needs.note", Why.BAD_CHARACTER)),
        ({"needs": Communication(digital="x" * 20_001)}, ("needs.digital", Why.TOO_LONG)),
        ({"contact": SafeContact(code_word=LONG)}, ("contact.code_word", Why.TOO_LONG)),
        ({"contact": SafeContact(times="\x1b")}, ("contact.times", Why.BAD_CHARACTER)),
        ({"health": Health(allergies="x" * 20_001)}, ("health.allergies", Why.TOO_LONG)),
        ({"health": Health(booked_on=TOMORROW)}, ("health.booked_on", Why.IN_FUTURE)),
        (
            {"health": Health(pregnant_due=date(2028, 1, 1))},
            ("health.pregnant_due", Why.NOT_A_DATE),
        ),
        ({"health": Health(unit=LONG)}, ("health.unit", Why.TOO_LONG)),
        (
            {"education": Education(attendance=101)},
            ("education.attendance", Why.NOT_A_PERCENTAGE),
        ),
        (
            {"education": Education(attendance=-1)},
            ("education.attendance", Why.NOT_A_PERCENTAGE),
        ),
        (
            {"education": Education(attendance_on=TOMORROW)},
            ("education.attendance_on", Why.IN_FUTURE),
        ),
        (
            {"education": Education(exclusions="a\x7f")},
            ("education.exclusions", Why.BAD_CHARACTER),
        ),
    ],
)
def test_what_is_wrong_is_said_by_its_field(
    parts: dict[str, Any], expected: tuple[str, Why]
) -> None:
    found = PersonDraft(given="Rowan", **parts).problems(TODAY)

    assert [(problem.field, problem.why) for problem in found] == [expected]


@pytest.mark.parametrize(
    "parts",
    [
        {"education": Education(attendance=0)},
        {"education": Education(attendance=100, attendance_on=TODAY)},
        {"health": Health(pregnant_due=date(2020, 1, 1))},  # history
        {"born": PartialDate(1991, accuracy="UUE")},
    ],
)
def test_the_edges_are_kept(parts: dict[str, Any]) -> None:
    assert PersonDraft(given="Rowan", **parts).problems(TODAY) == ()


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (ContactPointDraft(), [("value", Why.MISSING)]),
        (ContactPointDraft(value="  "), [("value", Why.MISSING)]),
        (ContactPointDraft(value="ask Gran"), [("value", Why.BAD_PHONE)]),
        (ContactPointDraft(value="07700 900101"), []),
        (ContactPointDraft(value="+44 (0)7700-900101 x2"), []),
        (ContactPointDraft(way=Way.EMAIL, value="gran"), [("value", Why.BAD_EMAIL)]),
        (ContactPointDraft(way=Way.EMAIL, value="gran@mail.example"), []),
        (ContactPointDraft(value="07700 900101", label=LONG), [("label", Why.TOO_LONG)]),
    ],
)
def test_a_way_to_reach_somebody_is_checked(
    draft: ContactPointDraft, expected: list[tuple[str, Why]]
) -> None:
    assert [(p.field, p.why) for p in draft.problems()] == expected


# --- Numbers.


@pytest.mark.parametrize(
    ("system", "typed", "kept", "why"),
    [
        (System.ULN, "92763 08686", "9276308686", None),  # the example HESA publishes
        (System.ULN, "9276308687", "9276308687", Why.ULN_CHECK),
        (System.ULN, "0276308686", "0276308686", Why.ULN_SHAPE),
        (System.ULN, "927630868", "927630868", Why.ULN_SHAPE),
        (System.ULN, "9999999999", "9999999999", Why.ULN_CHECK),
        (System.NINO, "aa 00–00-00 a", "AA000000A", None),
        (System.NINO, "QQ123456C", "QQ123456C", Why.NINO_SHAPE),  # HMRC's own example
        (System.NINO, "AO123456C", "AO123456C", Why.NINO_SHAPE),
        (System.NINO, "AA123456E", "AA123456E", Why.NINO_SHAPE),
        (System.NINO, "AA12345A", "AA12345A", Why.NINO_SHAPE),
        (System.NINO, "NT 12 34 56 A", "NT123456A", Why.NINO_PREFIX),
        (System.NINO, "zz 12 34 56 a", "ZZ123456A", Why.NINO_PREFIX),
        (System.COUNCIL, " case-1 ", "case-1", None),
        (System.COUNCIL, "a\x07", "a\x07", Why.BAD_CHARACTER),
        (System.COUNCIL, LONG, LONG, Why.TOO_LONG),
    ],
)
def test_a_number_is_tidied_and_checked(
    system: System, typed: str, kept: str, why: Why | None
) -> None:
    assert tidy(system, typed) == kept
    assert why_refused(system, kept) is why


@pytest.mark.parametrize(
    ("value", "said"), [("CR123456A", Caution.OFFICE_NINO), ("AA000000A", None)]
)
def test_letters_of_an_office_are_warned_of(value: str, said: Caution | None) -> None:
    assert why_refused(System.NINO, value) is None
    assert caution(System.NINO, value) is said


def test_a_national_insurance_number_is_written_in_pairs() -> None:
    assert shown(System.NINO, "AA000000A") == "AA 00 00 00 A"


@given(ten=st.from_regex(r"[1-9][0-9]{9}", fullmatch=True), place=st.integers(0, 9))
def test_one_wrong_digit_of_a_learner_number_is_noticed(ten: str, place: int) -> None:
    changed = ten[:place] + str((int(ten[place]) + 1) % 10) + ten[place + 1 :]

    assert not (uln_fits(ten) and uln_fits(changed))


@given(ten=st.from_regex(r"[1-9][0-9]{9}", fullmatch=True))
def test_no_number_is_both_a_learners_and_a_patients(ten: str) -> None:
    assert not (uln_fits(ten) and why_refused(System.NHS, ten) is None)


def test_numbers_and_ways_to_reach_are_kept_with_the_person_in_one_step(
    caseload_store: Store,
) -> None:
    leo = PersonId("A4")
    numbers = (
        IdentifierDraft(system=System.ULN, value="9276308686", source="School", verified_on=TODAY),
        IdentifierDraft(system=System.COUNCIL, value="C1"),
        IdentifierDraft(system=System.COUNCIL, value="C2"),
    )
    points = (
        ContactPointDraft(value="07700 900111"),
        ContactPointDraft(way=Way.EMAIL, value=" leo@mail.example "),
    )
    before = caseload_store.ask(lambda work: work.record(A))

    caseload_store.run(change_person(leo, draft_of(caseload_store, leo), numbers, points=points))

    after = caseload_store.ask(lambda work: work.record(A))
    assert [i.value for i in after.identifiers if i.person == leo][2:] == ["9276308686", "C1", "C2"]
    assert [p.value for p in after.contact_points if p.person == leo] == [
        "07700 900111",
        "leo@mail.example",
    ]
    caseload_store.undo()
    assert caseload_store.ask(lambda work: work.record(A)) == before


def test_one_of_two_council_numbers_is_corrected_and_one_taken_away(caseload_store: Store) -> None:
    leo = PersonId("A4")
    draft = draft_of(caseload_store, leo)

    def kept() -> dict[str, str]:
        found = caseload_store.ask(lambda work: work.kept(Identifier).of(A))
        return {i.value: i.id for i in found if i.system is System.COUNCIL}

    case = System.COUNCIL
    both = (IdentifierDraft(system=case, value="C1"), IdentifierDraft(system=case, value="C2"))
    caseload_store.run(change_person(leo, draft, both))
    ids = kept()
    changes = (
        IdentifierDraft(system=case, value="", id=ids["C1"]),
        IdentifierDraft(system=case, value="C3", id=ids["C2"]),
    )
    caseload_store.run(change_person(leo, draft, changes))

    assert kept() == {"C3": ids["C2"]}


def test_ways_to_reach_are_left_alone_unless_they_are_named(caseload_store: Store) -> None:
    dana = PersonId("A1")
    draft = draft_of(caseload_store, dana)
    before = caseload_store.ask(lambda work: work.kept(ContactPoint).of(A))

    caseload_store.run(change_person(dana, draft))
    left = caseload_store.ask(lambda work: work.kept(ContactPoint).of(A))
    caseload_store.run(change_person(dana, draft, points=()))
    none = caseload_store.ask(lambda work: work.kept(ContactPoint).of(A))

    assert left == before
    assert [point.id for point in none] == ["A2-mobile"]


def test_a_problem_of_a_part_names_its_place(caseload_store: Store) -> None:
    points = (ContactPointDraft(value="07700 900111"), ContactPointDraft(value="x"))
    case = System.COUNCIL
    numbers = (
        IdentifierDraft(system=case, value="C1"),
        IdentifierDraft(system=case, value="C2", verified_on=TODAY),
    )

    found = problems(
        caseload_store, add_person(A, PersonDraft(given="Ivy"), numbers, points=points)
    )

    assert found == [
        ("council-case.1.source", Why.NEEDS_SOURCE),
        ("contact_points.1.value", Why.BAD_PHONE),
    ]


# --- Parents by age.


@pytest.mark.parametrize(
    ("person", "kind", "other", "why"),
    [
        ("A6", Relation.MOTHER, "A1", Why.CHILD_OLDER),
        ("A4", Relation.PARENT, "A5", Why.PARENT_TOO_YOUNG),  # five years
        ("A4", Relation.ADOPTIVE_PARENT, "A5", Why.PARENT_TOO_YOUNG),
        ("A5", Relation.FATHER, "A7", Why.PARENT_TOO_YOUNG),  # expected in February
        ("A4", Relation.FOSTER_CARER, "A5", None),  # a carer is no parent by birth
        ("A1", Relation.PARENT, "A2", Why.CHILD_OLDER),
    ],
)
def test_a_parent_is_older_than_the_child(
    person: str, kind: Relation, other: str, why: Why | None, caseload_store: Store
) -> None:
    draft = RelationshipDraft(person=PersonId(person), kind=kind, other=PersonId(other))
    found = draft.problems(
        TODAY, (), {p.id: p.born or PartialDate(2027, 2, 19) for p in people(caseload_store)}
    )

    assert [problem.why for problem in found] == ([why] if why else [])


def people(store: Store) -> tuple[Person, ...]:
    return store.ask(lambda work: work.kept(Person).of(A))


def test_dates_known_in_part_leave_it_open(caseload_store: Store) -> None:
    born = {PersonId("p"): PartialDate(2000), PersonId("c"): PartialDate(2010)}
    draft = RelationshipDraft(person=PersonId("p"), kind=Relation.PARENT, other=PersonId("c"))

    assert draft.problems(TODAY, (), born) == ()
    assert draft.problems(TODAY, ()) == ()


def test_a_relationship_and_a_date_of_birth_are_both_held_to_it(caseload_store: Store) -> None:
    kin = RelationshipDraft(person=PersonId("A6"), kind=Relation.PARENT, other=PersonId("A3"))
    dana = replace(draft_of(caseload_store, "A1"), born=PartialDate(2005))

    assert problems(caseload_store, add_relationship(A, kin)) == [("other", Why.CHILD_OLDER)]
    assert problems(caseload_store, change_person(PersonId("A1"), dana)) == [
        ("born", Why.PARENT_TOO_YOUNG)
    ]


def test_everything_about_two_people_is_kept_and_corrected(caseload_store: Store) -> None:
    draft = RelationshipDraft(
        person=PersonId("A1"),
        kind=Relation.SEPARATED,
        other=PersonId("A3"),
        until=date(2019, 4, 1),
        carer=True,
        contact=Contact.SUPERVISED,
        view_of_person="We talk when we must.",
        view_of_other="نتحدث 👋",
        note="By text only",
    )

    kept = caseload_store.run(change_relationship("family-a-rel-01", draft)).value

    known = caseload_store.ask(lambda work: work.kept(Relationship).find("family-a-rel-01"))
    assert known == kept
    assert {f.name: getattr(kept, f.name) for f in fields(draft)} == {
        f.name: getattr(draft, f.name) for f in fields(draft)
    }
