"""Who is missing: each rule as sentences a social worker could read, and total over bad data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from app.catalogue import read_missing
from app.domain.agency import AgencyKind
from app.domain.consent import Answer
from app.domain.dates import PartialDate
from app.domain.ids import AgencyId, HouseholdId, PersonId, RequestId, VisitId
from app.domain.missing import all_missing, who_is_missing
from app.domain.person import Allowed, Health, Safety
from app.domain.record import Record
from app.domain.relationship import Relation, Relationship
from app.domain.sharing import RequestState, ShareRequest
from app.domain.visit import OwnWords, Visit
from app.errors import Invalid, Refused
from app.usecases.set_aside import ask_again, set_aside
from db.store import Store
from tests.app.chance_records import files
from tests.builders import (
    ASH,
    CAMHS,
    SCHOOL,
    TODAY,
    agency,
    as_file,
    ash,
    catalogue,
    family,
    home,
    involved,
    kin,
    person,
    stay,
    yes,
)

RULES = catalogue().missing
HV, MIDWIFE, RECOVERY = AgencyId("hv"), AgencyId("midwife"), AgencyId("recovery")
AGENCIES = (
    agency(),
    agency(SCHOOL, "Hill School", kind=AgencyKind.PRIMARY_SCHOOL),
    agency(HV, "Health Visiting", kind=AgencyKind.HEALTH_VISITING),
    agency(MIDWIFE, "Maternity", kind=AgencyKind.MATERNITY),
    agency(RECOVERY, "Recovery", kind=AgencyKind.SUBSTANCE_USE),
    agency(CAMHS, "CAMHS", kind=AgencyKind.CAMHS),
)
ROWAN, JO, KIT = PersonId("rowan"), PersonId("jo"), PersonId("kit")


def met(*who: str, on: date = TODAY, said: bool = True) -> Visit:
    return Visit(
        id=VisitId(f"visit-{on}"),
        household=ASH,
        on=on,
        seen=tuple(PersonId(one) for one in who),
        words=tuple(OwnWords(person=PersonId(one), words="Hello") for one in who if said),
    )


def settled(**parts: Any) -> Record:
    """Return the Ash family with nobody missing: one home, a practice, a school, a visit."""
    usual: dict[str, Any] = {
        "homes": (home("here"),),
        "stays": (stay("rowan", "here"), stay("jo", "here"), stay("kit", "here")),
        "relationships": (kin("rowan", Relation.MOTHER, "kit"), kin("jo", Relation.PARENT, "kit")),
        "agencies": AGENCIES,
        "involvements": (*ash().involvements, involved("kit", SCHOOL)),
        "visits": (met("kit"),),
    }
    return ash(**(usual | parts))


def asked(record: Record, on: date = TODAY) -> set[str]:
    return {
        f"{one.rule.key}: {one.person}" + (f" {one.agency}" if one.agency else "")
        for one in who_is_missing(record, RULES, on)
    }


def with_more(*involvements: Any, **parts: Any) -> Record:
    return settled(involvements=(*settled().involvements, *involvements), **parts)


def aged(born: str, **rest: Any) -> tuple[Any, ...]:
    return (person("rowan"), person("jo"), person("kit", born=born, **rest))


def request(who: str, agency_: AgencyId, *questions: str, **rest: Any) -> ShareRequest:
    return ShareRequest(
        id=RequestId("request"),
        household=ASH,
        number="SR-1",
        agency=agency_,
        person=PersonId(who),
        made_on=TODAY,
        questions=questions,
        **rest,
    )


def test_a_family_with_everybody_there_is_asked_nothing() -> None:
    assert asked(settled()) == set()


def unborn() -> Any:
    return replace(person("baby", born=None), given="", due=date(2027, 2, 1))


CASES: tuple[tuple[str, Record, set[str]], ...] = (
    (
        "a child who is four and has no health visitor",
        settled(people=aged("2022-03-03"), involvements=ash().involvements),
        {"no-health-visitor: kit"},
    ),
    (
        "a child who is four and has one",
        settled(people=aged("2022-03-03"), involvements=(*ash().involvements, involved("kit", HV))),
        set(),
    ),
    (
        "a child whose health visitor has closed the case",
        settled(
            people=aged("2022-03-03"),
            involvements=(*ash().involvements, involved("kit", HV, until=date(2026, 1, 1))),
        ),
        {"no-health-visitor: kit"},
    ),
    (
        "a child who may be four or five is not said to be under five",
        settled(people=aged("2021"), involvements=(*ash().involvements, involved("kit", HV))),
        set(),
    ),
    (
        "a child of nine with no school",
        settled(involvements=ash().involvements),
        {"no-school: kit"},
    ),
    (
        "a young person of 16 need not be at school",
        settled(people=aged("2010-01-01"), involvements=ash().involvements),
        set(),
    ),
    (
        "somebody with no GP",
        settled(
            involvements=(
                involved("rowan"),
                involved("jo", HV),
                involved("kit"),
                involved("kit", SCHOOL),
            )
        ),
        {"no-gp: jo"},
    ),
    (
        "an adult at home whom nobody knows has no GP either",
        settled(involvements=(involved("rowan"), involved("kit"), involved("kit", SCHOOL))),
        {"no-gp: jo", "adult-unknown: jo"},
    ),
    (
        "an adult nobody knows who lives elsewhere",
        settled(
            involvements=(involved("rowan"), involved("kit"), involved("kit", SCHOOL)),
            stays=(stay("rowan", "here"), stay("kit", "here")),
        ),
        {"no-gp: jo"},
    ),
    (
        "an adult at home with no date of birth, whom nobody knows",
        settled(
            people=(person("rowan"), person("jo", born=None), person("kit", born="2017-03-03")),
            involvements=(involved("rowan"), involved("kit"), involved("kit", SCHOOL)),
        ),
        {"no-gp: jo", "adult-unknown: jo"},
    ),
    (
        "a parent with no date of birth, whose recovery service nobody asked",
        with_more(
            involved("jo", RECOVERY),
            people=(person("rowan"), person("jo", born=None), person("kit", born="2017-03-03")),
        ),
        {"children-not-asked-about: jo recovery"},
    ),
    (
        "somebody with no date of birth who is in a school year is no adult",
        settled(
            people=(
                person("rowan"),
                person("jo", born=None, school_year="9"),
                person("kit", born="2017-03-03"),
            ),
            involvements=(involved("rowan"), involved("kit"), involved("kit", SCHOOL)),
        ),
        {"no-gp: jo"},
    ),
    (
        "a child of the family with no date of birth is no adult",
        settled(
            people=(*settled().people, person("sam", born=None)),
            stays=(*settled().stays, stay("sam", "here")),
            relationships=(*settled().relationships, kin("rowan", Relation.MOTHER, "sam")),
        ),
        {"no-gp: sam"},
    ),
    (
        "somebody with no date of birth who has died is not asked about",
        settled(
            people=(
                person("rowan"),
                person("jo", born=None, died=PartialDate(2025)),
                person("kit", born="2017-03-03"),
            ),
            involvements=(involved("rowan"), involved("kit"), involved("kit", SCHOOL)),
        ),
        set(),
    ),
    (
        "somebody who has died is not asked about",
        settled(
            people=(
                person("rowan"),
                person("jo", died=PartialDate(2025)),
                person("kit", born="2017-03-03"),
            ),
            involvements=(involved("rowan"), involved("kit"), involved("kit", SCHOOL)),
        ),
        set(),
    ),
    (
        "a mother expecting a baby with no midwife",
        settled(
            people=(*ash().people, unborn()),
            relationships=(*settled().relationships, kin("rowan", Relation.MOTHER, "baby")),
        ),
        {"no-midwife: rowan"},
    ),
    (
        "somebody said to be pregnant, with a midwife",
        with_more(
            involved("rowan", MIDWIFE),
            people=(
                person("rowan", health=Health(pregnant_due=date(2027, 2, 1))),
                *ash().people[1:],
            ),
        ),
        set(),
    ),
    (
        "a child nobody has met for 61 days",
        settled(visits=(met("kit", on=date(2026, 9, 22)),)),
        {"child-not-seen: kit"},
    ),
    (
        "a child met 60 days ago",
        settled(visits=(met("kit", on=date(2026, 9, 23)),)),
        set(),
    ),
    (
        "a child who was met and never heard",
        settled(visits=(met("kit", said=False),)),
        {"child-not-heard: kit"},
    ),
    (
        "a child neither met nor heard is asked about once",
        settled(visits=()),
        {"child-not-seen: kit"},
    ),
    (
        "a recovery service works with a parent and nobody asked it about the children",
        with_more(involved("rowan", RECOVERY)),
        {"children-not-asked-about: rowan recovery"},
    ),
    (
        "it was asked about the parent, and what that means for care",
        with_more(
            involved("rowan", RECOVERY),
            requests=(request("rowan", RECOVERY, "substance-affects-care"),),
        ),
        set(),
    ),
    (
        "it was asked only when the parent was last seen",
        with_more(
            involved("rowan", RECOVERY), requests=(request("rowan", RECOVERY, "seen-lately"),)
        ),
        {"children-not-asked-about: rowan recovery"},
    ),
    (
        "it was asked about the child",
        with_more(involved("rowan", RECOVERY), requests=(request("kit", RECOVERY, "seen-lately"),)),
        set(),
    ),
    (
        "what was asked was recalled",
        with_more(
            involved("rowan", RECOVERY),
            requests=(request("kit", RECOVERY, "seen-lately", state=RequestState.RECALLED),),
        ),
        {"children-not-asked-about: rowan recovery"},
    ),
    (
        "the parent said no to asking it, and that is respected",
        with_more(
            involved("rowan", RECOVERY),
            consents=(yes("rowan", agency=RECOVERY, answer=Answer.REFUSED),),
        ),
        set(),
    ),
    (
        "a service for a child is asked nothing about children",
        with_more(involved("kit", CAMHS)),
        set(),
    ),
    (
        "a young carer with a GP and a school, and nobody for that",
        settled(people=aged("2017-03-03", health=Health(young_carer=Allowed.YES))),
        {"carer-alone: kit"},
    ),
    (
        "a young carer with somebody for them",
        with_more(
            involved("kit", CAMHS),
            people=aged("2017-03-03", health=Health(young_carer=Allowed.YES)),
        ),
        set(),
    ),
    (
        "a mother who looks after her child does what any parent does",
        settled(
            relationships=(
                Relationship(
                    id="r", household=ASH, person=ROWAN, kind=Relation.MOTHER, other=KIT, carer=True
                ),
            )
        ),
        set(),
    ),
    (
        "a mother who looks after a disabled child is a carer",
        settled(
            people=aged("2017-03-03", health=Health(disability="Epilepsy")),
            relationships=(
                Relationship(
                    id="r", household=ASH, person=ROWAN, kind=Relation.MOTHER, other=KIT, carer=True
                ),
            ),
        ),
        {"carer-alone: rowan"},
    ),
    (
        "somebody who looks after their partner",
        settled(
            relationships=(
                Relationship(
                    id="r", household=ASH, person=JO, kind=Relation.PARTNER, other=ROWAN, carer=True
                ),
            )
        ),
        {"carer-alone: jo"},
    ),
)


@pytest.mark.parametrize(("case", "record", "questions"), CASES, ids=[case for case, _, _ in CASES])
def test_the_questions_are(case: str, record: Record, questions: set[str]) -> None:
    assert asked(record) == questions, case


@pytest.mark.parametrize(
    ("letter", "questions"),
    [
        ("a", set()),
        (
            "b",
            {"child-not-seen: B5", "no-school: B5", "children-not-asked-about: B1 marac"},
        ),
        (
            "c",
            {
                "child-not-heard: C2",
                "no-school: C3",
                "no-gp: C4",
                "children-not-asked-about: C4 recovery",
                "carer-alone: C1",
            },
        ),
    ],
)
def test_the_made_up_families_are_asked(letter: str, questions: set[str]) -> None:
    assert asked(family(letter)) == questions


def test_what_somebody_has_for_themself_alone_changes_no_question() -> None:
    for rest in (
        involved("rowan", RECOVERY, safety=Safety.OWN),
        involved("kit", HV, safety=Safety.OWN),
    ):
        assert asked(with_more(rest)) == asked(settled())
    young = settled(people=aged("2022-03-03"), involvements=ash().involvements)
    hidden = replace(
        young, involvements=(*young.involvements, involved("kit", HV, safety=Safety.OWN))
    )
    assert asked(hidden) == asked(young)


@settings(max_examples=60, deadline=None)
@given(parts=files())
def test_any_record_whatever_is_answered(parts: dict[str, Any]) -> None:
    for record in parts["records"]:
        broken = replace(record, people=record.people[1:], agencies=())
        for one in (record, broken):
            assert isinstance(all_missing(one, RULES, TODAY), tuple)


def test_every_rule_says_why_and_where_that_comes_from() -> None:
    assert [rule.key for rule in RULES if not (rule.reason.endswith(".") and rule.source)] == []


def test_a_rule_that_names_no_question_of_the_bank_is_refused_at_start() -> None:
    rule = {
        "key": "odd",
        "sentence": "odd",
        "reason": "Why.",
        "source": "Here",
        "lacks": "question",
        "kinds": ["camhs"],
        "questions": ["none"],
    }

    with pytest.raises(ValueError, match="odd names a question"):
        read_missing({"rule": [rule]}, frozenset({"mood"}))


# --- Setting aside.

C, KIAN = HouseholdId("family-c"), PersonId("C3")


def questions_in(store: Store) -> set[str]:
    return asked(store.ask(lambda work: work.record(C)))


def test_a_question_is_set_aside_with_a_note_and_asked_again(caseload_store: Store) -> None:
    before = questions_in(caseload_store)
    command = set_aside(C, RULES, rule="no-school", person=KIAN, note=" Taught at home. ")

    dismissal = caseload_store.run(command).value
    without = questions_in(caseload_store)
    caseload_store.run(ask_again(dismissal.id))

    assert before - without == {"no-school: C3"}
    assert (dismissal.note, dismissal.by, dismissal.on) == ("Taught at home.", "kw-test", TODAY)
    assert questions_in(caseload_store) == before


def test_setting_aside_and_asking_again_can_be_taken_back(caseload_store: Store) -> None:
    beginning = as_file(caseload_store)
    command = set_aside(C, RULES, rule="no-school", person=KIAN, note="Taught at home.")
    dismissal = caseload_store.run(command).value
    aside = as_file(caseload_store)
    caseload_store.run(ask_again(dismissal.id))

    caseload_store.undo()
    taken_back_once = as_file(caseload_store)
    caseload_store.undo()

    assert taken_back_once == aside
    assert as_file(caseload_store) == beginning


@pytest.mark.parametrize(
    ("note", "why"), [("", "needs-note"), ("  ", "needs-note"), ("x" * 20_001, "too-long")]
)
def test_a_question_is_not_set_aside_without_a_note(
    caseload_store: Store, note: str, why: str
) -> None:
    with pytest.raises(Invalid, match=f"note: {why}"):
        caseload_store.run(set_aside(C, RULES, rule="no-school", person=KIAN, note=note))


def test_a_question_nobody_asks_cannot_be_set_aside(caseload_store: Store) -> None:
    for rule, who in (("none", KIAN), ("no-gp", KIAN), ("no-gp", PersonId("A1"))):
        with pytest.raises(Refused, match="no-such-question"):
            caseload_store.run(set_aside(C, RULES, rule=rule, person=who, note="Why not"))
    with pytest.raises(Refused, match="no-such-dismissal"):
        caseload_store.run(ask_again("none"))
