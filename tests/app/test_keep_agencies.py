"""Agencies and who works with whom, relationships, visits."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.agency import Agency, AgencyDraft, AgencyKind, InvolvementDraft, InvolvementState
from app.domain.ids import AgencyId, HouseholdId, PersonId, VisitId
from app.domain.problems import Why
from app.domain.relationship import Relation, RelationshipDraft
from app.domain.staff import ProfessionalDraft
from app.domain.visit import OwnWords, VisitDraft
from app.errors import Invalid, Refused
from app.operation import Command
from app.usecases.keep_agencies import (
    add_agency,
    agencies_to_offer,
    change_agency,
    change_involvement,
    involve_agency,
)
from app.usecases.keep_relationships import add_relationship, remove_relationship
from app.usecases.keep_staff import add_professional
from app.usecases.record_visit import change_visit, record_visit
from db.store import Store
from tests.builders import TODAY

A, B = HouseholdId("family-a"), HouseholdId("family-b")


def problems(store: Store, command: Command[Any]) -> list[tuple[str, Why]]:
    with pytest.raises(Invalid) as invalid:
        store.run(command)
    return [(problem.field, problem.why) for problem in invalid.value.problems]


def link(person: str, kind: Relation, other: str, **rest: Any) -> RelationshipDraft:
    return RelationshipDraft(person=PersonId(person), kind=kind, other=PersonId(other), **rest)


def involvement(person: str, agency: str, **rest: Any) -> InvolvementDraft:
    return InvolvementDraft(person=PersonId(person), agency=AgencyId(agency), **rest)


def offered_to(store: Store, household: str) -> set[str]:
    found = store.ask(lambda work: agencies_to_offer(work, HouseholdId(household)))
    return {agency.id for agency in found}


# --- Agencies.


def test_an_agency_is_kept_tidy(store: Store) -> None:
    draft = AgencyDraft(
        name=" Mill Lane ", kind=AgencyKind.GP_PRACTICE, ods=" a99901 ", postcode=" zz99 1ml "
    )

    kept = store.run(add_agency(draft)).value

    assert (kept.name, kept.ods, kept.postcode) == ("Mill Lane", "A99901", "ZZ99 1ML")
    assert store.ask(lambda work: work.kept(Agency).every()) == (kept,)


@pytest.mark.parametrize(
    ("sentence", "typed", "expected"),
    [
        ("no name", {"name": " "}, ("name", Why.MISSING)),
        ("no kind", {"kind": None}, ("kind", Why.MISSING)),
        ("a wrong code", {"ods": "A9"}, ("ods", Why.ODS_SHAPE)),
        ("another wrong code", {"ods": "A99901X"}, ("ods", Why.ODS_SHAPE)),
        ("no mailbox", {"mailbox": "office@linden"}, ("mailbox", Why.BAD_EMAIL)),
        ("a bad line", {"lines": ("a\x00",)}, ("lines", Why.BAD_CHARACTER)),
        ("a bad phone", {"phone": "01632\x1b[0m"}, ("phone", Why.BAD_CHARACTER)),
        ("a long postcode", {"postcode": "Z" * 13}, ("postcode", Why.TOO_LONG)),
        ("a long benefit", {"benefit": "x" * 20_001}, ("benefit", Why.TOO_LONG)),
    ],
)
def test_what_is_wrong_with_an_agency_is_said(
    sentence: str, typed: dict[str, Any], expected: tuple[str, Why], store: Store
) -> None:
    draft = AgencyDraft(**({"name": "Mill Lane", "kind": AgencyKind.OTHER} | typed))

    assert problems(store, add_agency(draft)) == [expected], sentence


def test_a_family_is_offered_its_own_and_the_listed_agencies_only(caseload_store: Store) -> None:
    offered = {letter: offered_to(caseload_store, f"family-{letter}") for letter in "abc"}

    assert "P4" in offered["b"]
    assert not {"P4", "school-b", "therapy", "camhs-b"} & (offered["a"] | offered["c"])
    assert "primary" not in offered["b"] | offered["c"]
    assert "sexual-health" not in offered["a"] | offered["b"]
    assert "P1" in offered["a"] & offered["b"] & offered["c"]


def test_one_agency_is_with_a_person_once_at_a_time(caseload_store: Store) -> None:
    again = involve_agency(A, involvement("A4", "camhs"))
    other = change_involvement("family-a-inv-11", involvement("A4", "camhs"))

    assert problems(caseload_store, again) == [("agency", Why.ALREADY_RECORDED)]
    assert problems(caseload_store, other) == [("agency", Why.ALREADY_RECORDED)]


def test_an_agency_that_went_can_come_back(caseload_store: Store) -> None:
    ended = involvement(
        "A4", "camhs", state=InvolvementState.CLOSED, until=TODAY, why="Discharged."
    )

    caseload_store.run(change_involvement("family-a-inv-10", ended))
    again = caseload_store.run(involve_agency(A, involvement("A4", "camhs"))).value

    record = caseload_store.ask(lambda work: work.record(A))
    states = [i.state for i in record.involvements_of(PersonId("A4")) if i.agency == "camhs"]
    assert states == [InvolvementState.CLOSED, InvolvementState.ACTIVE]
    assert again.current(TODAY)


@pytest.mark.parametrize(
    ("sentence", "draft", "expected"),
    [
        ("nobody", InvolvementDraft(agency=AgencyId("P1")), ("person", Why.MISSING)),
        ("no agency", InvolvementDraft(person=PersonId("A1")), ("agency", Why.MISSING)),
        ("a stranger", involvement("B1", "P1"), ("person", Why.NO_SUCH_PERSON)),
        ("no such agency", involvement("A1", "none"), ("agency", Why.NO_SUCH_AGENCY)),
        (
            "from tomorrow",
            involvement("A3", "P1", since=date(2026, 11, 23)),
            ("since", Why.IN_FUTURE),
        ),
        (
            "to before it began",
            involvement("A3", "P1", since=TODAY, until=date(2026, 11, 21)),
            ("until", Why.ENDS_BEFORE_START),
        ),
        (
            "seen tomorrow",
            involvement("A3", "P1", last_contact=date(2026, 11, 23)),
            ("last_contact", Why.IN_FUTURE),
        ),
    ],
)
def test_what_is_wrong_with_an_involvement_is_said(
    sentence: str, draft: InvolvementDraft, expected: tuple[str, Why], caseload_store: Store
) -> None:
    assert problems(caseload_store, involve_agency(A, draft)) == [expected], sentence


def test_a_professional_has_a_name_and_an_agency(caseload_store: Store) -> None:
    nobody = add_professional(AgencyId("P1"), ProfessionalDraft(name=" "))
    nowhere = add_professional(AgencyId("none"), ProfessionalDraft(name="Jo Birch"))

    kept = caseload_store.run(
        add_professional(AgencyId("P1"), ProfessionalDraft(name=" Jo Birch ", role=" GP "))
    ).value

    assert (kept.name, kept.role, kept.agency) == ("Jo Birch", "GP", "P1")
    assert problems(caseload_store, nobody) == [("name", Why.MISSING)]
    with pytest.raises(Refused, match="no-such-agency"):
        caseload_store.run(nowhere)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (
            change_agency(AgencyId("none"), AgencyDraft(name="x", kind=AgencyKind.OTHER)),
            "no-such-agency",
        ),
        (change_involvement("none", involvement("A1", "P1")), "no-such-involvement"),
        (remove_relationship("none"), "no-such-relationship"),
        (change_visit(VisitId("none"), VisitDraft(household=A)), "no-such-visit"),
    ],
)
def test_what_is_not_there_is_refused(
    command: Command[Any], reason: str, caseload_store: Store
) -> None:
    with pytest.raises(Refused) as refused:
        caseload_store.run(command)

    assert refused.value.reasons == (reason,)


# --- Relationships.


@pytest.mark.parametrize(
    ("sentence", "draft", "expected"),
    [
        ("nobody", RelationshipDraft(), ("person", Why.MISSING)),
        ("oneself", link("A1", Relation.PARTNER, "A1"), ("other", Why.SAME_PERSON)),
        ("said already", link("A1", Relation.MOTHER, "A4"), ("other", Why.ALREADY_RECORDED)),
        (
            "said from the other side",
            link("A2", Relation.PARTNER, "A1"),
            ("other", Why.ALREADY_RECORDED),
        ),
        ("a second mother", link("A3", Relation.MOTHER, "A4"), ("other", Why.TWO_PRIMARY)),
        ("a second father", link("A2", Relation.FATHER, "A4"), ("other", Why.TWO_PRIMARY)),
        ("a child of one's child", link("A4", Relation.PARENT, "A1"), ("other", Why.PARENT_CYCLE)),
        (
            "a stepchild's stepchild",
            link("A4", Relation.STEP_PARENT, "A2"),
            ("other", Why.PARENT_CYCLE),
        ),
        ("a stranger", link("B1", Relation.FRIEND, "A1"), ("person", Why.NO_SUCH_PERSON)),
        (
            "from tomorrow",
            link("A3", Relation.FRIEND, "A2", since=date(2026, 11, 23)),
            ("since", Why.IN_FUTURE),
        ),
    ],
)
def test_a_relationship_that_cannot_be_is_refused(
    sentence: str, draft: RelationshipDraft, expected: tuple[str, Why], caseload_store: Store
) -> None:
    assert expected in problems(caseload_store, add_relationship(A, draft)), sentence


@pytest.mark.parametrize(
    "draft",
    [
        link("A4", Relation.HALF_SIBLING, "A6"),
        link("A3", Relation.FRIEND, "A2"),
        link("A2", Relation.ADOPTIVE_PARENT, "A4"),
        link("A1", Relation.FORMER_PARTNER, "A3"),
    ],
)
def test_other_relationships_stand_beside_those_there_are(
    draft: RelationshipDraft, caseload_store: Store
) -> None:
    kept = caseload_store.run(add_relationship(A, draft)).value

    assert kept in caseload_store.ask(lambda work: work.record(A)).relationships


def test_a_relationship_that_was_never_so_is_taken_back(caseload_store: Store) -> None:
    caseload_store.run(remove_relationship("family-a-rel-11"))

    kept = caseload_store.ask(lambda work: work.record(A)).relationships
    assert "family-a-rel-11" not in {fact.id for fact in kept}


# --- Visits.


def visit(**rest: Any) -> VisitDraft:
    usual: dict[str, Any] = {"on": TODAY, "seen": (PersonId("A1"),), "note": " Calm. "}
    return VisitDraft(household=A, **(usual | rest))


def test_a_visit_is_kept_and_corrected(caseload_store: Store) -> None:
    words = (
        OwnWords(person=PersonId("A5"), words=" Hello "),
        OwnWords(person=PersonId("A6"), words=" "),
    )

    kept = caseload_store.run(record_visit(visit(words=words))).value
    changed = caseload_store.run(change_visit(kept.id, visit(note="Corrected."))).value

    assert (kept.note, kept.by) == ("Calm.", "kw-test")
    assert [(w.person, w.words) for w in kept.words] == [("A5", "Hello")]
    assert (changed.id, changed.note) == (kept.id, "Corrected.")


@pytest.mark.parametrize(
    ("sentence", "draft", "expected"),
    [
        ("no day", visit(on=None), ("on", Why.MISSING)),
        ("tomorrow", visit(on=date(2026, 11, 23)), ("on", Why.IN_FUTURE)),
        ("nobody seen", visit(seen=()), ("seen", Why.NOBODY_SEEN)),
        ("a stranger seen", visit(seen=(PersonId("B1"),)), ("seen", Why.NO_SUCH_PERSON)),
        (
            "a stranger's words",
            visit(words=(OwnWords(person=PersonId("B1"), words="x"),)),
            ("words", Why.NO_SUCH_PERSON),
        ),
        (
            "words without end",
            visit(words=(OwnWords(person=PersonId("A1"), words="x" * 20_001),)),
            ("words", Why.TOO_LONG),
        ),
        (
            "words that cannot be printed",
            visit(words=(OwnWords(person=PersonId("A1"), words="a\x00"),)),
            ("words", Why.BAD_CHARACTER),
        ),
        ("a note without end", visit(note="x" * 20_001), ("note", Why.TOO_LONG)),
        (
            "the next one before this one",
            visit(next_on=date(2026, 11, 21)),
            ("next_on", Why.ENDS_BEFORE_START),
        ),
    ],
)
def test_what_is_wrong_with_a_visit_is_said(
    sentence: str, draft: VisitDraft, expected: tuple[str, Why], caseload_store: Store
) -> None:
    assert problems(caseload_store, record_visit(draft)) == [expected], sentence
