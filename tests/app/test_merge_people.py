"""Two people who are one: what differs, what is chosen, what stays attached, and undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.consistency import misfits, parts_of
from app.domain.dates import PartialDate
from app.domain.draft import Draft
from app.domain.household import Household, HouseholdDraft
from app.domain.identifiers import System
from app.domain.ids import AgencyId, HouseholdId, PersonId, VisitId, new_id
from app.domain.merged_records import CannotMerge
from app.domain.merging import Side, attached, differences, merged
from app.domain.person import Communication, FurtherName, NameUse, Person, PersonDraft
from app.domain.reach import Identifier
from app.domain.record import Record
from app.domain.relationship import Relation, Relationship
from app.domain.responsibility import Holds, Responsibility
from app.domain.visit import OwnWords, Visit
from app.errors import Refused
from app.operation import operation
from app.ports import Work
from app.usecases.keep_household import add_household
from app.usecases.keep_people import add_person
from app.usecases.merge_people import join_families, merge_people, say_not_the_same
from db.store import Store
from tests.app.chance_records import record_of
from tests.builders import TODAY
from tests.conftest import NOW

A = HouseholdId("family-a")
MIA, TWIN = PersonId("A5"), PersonId("twin")


@operation()
def enter_again(work: Work) -> None:
    """Enter Mia a second time, as somebody in a hurry does, with things of her own."""
    work.kept(Person).add(
        Person(
            id=TWIN,
            household=A,
            given="Mya",
            family="Reid",
            born=PartialDate(2018, 5),
            pronouns="she",
            needs=Communication(language="English"),
        )
    )
    number = Identifier(
        id="twin-nhs",
        household=A,
        person=TWIN,
        system=System.NHS,
        value="9994100408",
        verified_on=date(2026, 11, 1),
        source="Letter",
    )
    work.kept(Identifier).add(number)
    work.kept(Relationship).add(
        Relationship(
            id="twin-rel", household=A, person=PersonId("A1"), kind=Relation.MOTHER, other=TWIN
        )
    )
    visit = Visit(
        id=new_id(),  # type: ignore[arg-type]
        household=A,
        on=date(2026, 11, 20),
        seen=(MIA, TWIN),
        words=(OwnWords(person=TWIN, words="I like maths."),),
    )
    work.kept(Visit).add(visit)
    work.about(A)


@operation()
def enter_dana_again(work: Work) -> None:
    """Enter Dana a second time, not knowing what responsibility she holds."""
    again = PersonId("dana-again")
    work.kept(Person).add(Person(id=again, household=A, given="Dana"))
    row = Responsibility(id="pr", household=A, child=MIA, adult=again, holds=Holds.UNKNOWN)
    work.kept(Responsibility).add(row)
    both = Visit(
        id=VisitId("both"),
        household=A,
        on=TODAY,
        seen=(PersonId("A1"), again),
        words=(
            OwnWords(person=PersonId("A1"), words="First."),
            OwnWords(person=again, words="Second."),
        ),
    )
    work.kept(Visit).add(both)
    work.about(A)


@pytest.fixture
def store(caseload_store: Store) -> Store:
    caseload_store.run(enter_again())
    return caseload_store


def record(store: Store, household: HouseholdId = A) -> Record:
    return store.ask(lambda work: work.record(household, restricted=True))


def refusal(store: Store, *who: str) -> str:
    with pytest.raises(Refused) as refused:
        store.run(merge_people(PersonId(who[0]), PersonId(who[1]), {}))
    return refused.value.reasons[0]


def test_every_field_in_which_they_differ_is_shown_with_the_usual_choice(store: Store) -> None:
    found = {d.field: (d.kept, d.other, d.usual) for d in differences(record(store), MIA, TWIN)}

    assert found == {
        "given": ("Mia", "Mya", Side.KEPT),
        "pronouns": ("", "she", Side.OTHER),
        "gender": ("female", "not-known", Side.KEPT),
        "sex": ("female", "not-known", Side.KEPT),
        "born": (PartialDate(2018, 5, 21), PartialDate(2018, 5), Side.KEPT),
        "needs.language": ("", "English", Side.OTHER),
        "school_year": ("Year 4", "", Side.KEPT),
        "number:nhs-number": ("9994107291", "9994100408", Side.KEPT),
    }


def test_the_chosen_values_stay_and_the_other_name_is_remembered(store: Store) -> None:
    chosen = {"number:nhs-number": Side.OTHER, "school_year": Side.OTHER}

    person = store.run(merge_people(MIA, TWIN, chosen)).value

    after = record(store)
    number = after.identifier(MIA, System.NHS)
    assert (person.given, person.pronouns, person.needs.language) == ("Mia", "she", "English")
    assert person.school_year == ""
    assert person.further_names == (FurtherName(use=NameUse.OLD, given="Mya", family="Reid"),)
    assert number is not None
    assert number.value == "9994100408"


def test_everything_attached_stays_and_what_both_had_is_there_once(store: Store) -> None:
    before = record(store)
    counted = {who: attached(before, who) for who in (MIA, TWIN)}

    store.run(merge_people(MIA, TWIN, {}))

    after = record(store)
    visit = after.visits[-1]
    mothers = [r for r in after.relationships if r.other == MIA and r.kind is Relation.MOTHER]
    assert counted[TWIN] == {"identifiers": 1, "relationships": 1, "visits": 1}
    assert (visit.seen, visit.words[0].person) == ((MIA,), MIA)
    assert len(mothers) == 1
    assert all(person.id != TWIN for person in after.people)
    assert attached(after, MIA)["consents"] == counted[MIA]["consents"]
    assert [m for m in misfits(after, TODAY) if m not in misfits(before, TODAY)] == []


def test_undo_brings_both_back_exactly(store: Store) -> None:
    before = record(store)

    store.run(merge_people(MIA, TWIN, {}))
    store.undo()

    assert record(store) == before
    assert store.check().findings == ()


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ("A5", "A5", "merge-same-person"),
        ("A1", "A5", "merge-related"),  # mother and daughter
        ("A1", "A2", "merge-related"),  # partners
        ("A5", "B3", "two-families"),
        ("A5", "nobody", "no-such-person"),
    ],
)
def test_two_who_cannot_be_one_stay_two(store: Store, one: str, two: str, why: str) -> None:
    before = record(store)

    assert refusal(store, one, two) == why
    assert record(store) == before


def test_two_whose_records_contradict_each_other_stay_two(store: Store) -> None:
    family = record(store)
    theirs = [r for r in family.relationships if r.other == PersonId("A6")]
    other_mother = Relationship(
        id="x", household=A, person=PersonId("A3"), kind=Relation.MOTHER, other=TWIN
    )
    without = tuple(r for r in family.relationships if r.id != "twin-rel")
    family = replace(family, relationships=(*without, other_mother))

    with pytest.raises(CannotMerge) as refused:
        merged(family, MIA, TWIN, {}, TODAY)

    assert theirs
    assert refused.value.code == "relationship"


def test_two_who_look_alike_can_be_said_to_be_two(store: Store) -> None:
    kept = store.run(say_not_the_same(MIA, TWIN)).value

    assert (kept.person, kept.other, kept.on) == (MIA, TWIN, TODAY)
    assert kept in record(store).not_the_same


def test_a_family_entered_twice_becomes_one_and_undo_parts_them_again(store: Store) -> None:
    second = store.run(add_household(HouseholdDraft(name="Whitfield"))).value
    leo = store.run(add_person(second.id, PersonDraft(given="Leo", family="Reid"))).value
    before = record(store)

    store.run(join_families(A, second.id))
    joined = record(store)
    store.undo()

    assert leo.id in {person.id for person in joined.people}
    assert record(store) == before
    assert [p.id for p in record(store, second.id).people] == [leo.id]
    assert any(h.id == second.id for h in store.ask(lambda work: work.kept(Household).every()))


def test_a_half_written_form_comes_along_when_a_family_is_put_into_another(store: Store) -> None:
    second = store.run(add_household(HouseholdDraft(name="Whitfield"))).value
    draft = Draft(id="d", kind="visit", household=second.id, at=NOW, content={"note": "Half"})
    store.keep_draft(draft)

    store.run(join_families(A, second.id))
    joined = store.ask(lambda work: work.drafts())
    store.undo()

    assert joined == (replace(draft, household=A),)
    assert store.ask(lambda work: work.drafts()) == joined
    assert store.check().findings == ()


def test_a_mother_entered_twice_keeps_what_is_known_and_undo_parts_them(store: Store) -> None:
    store.run(enter_dana_again())
    before = record(store)

    store.run(merge_people(PersonId("A1"), PersonId("dana-again"), {}))
    after = record(store)
    store.undo()

    (visit,) = [one for one in after.visits if one.id == "both"]
    assert [r for r in after.responsibilities if r.child == MIA and r.adult == PersonId("A1")]
    assert visit.words == (OwnWords(person=PersonId("A1"), words="First.\n\nSecond."),)
    assert record(store) == before


@given(family=record_of(1, (AgencyId("P1"), AgencyId("P2"))), data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_family_loses_anything_and_none_is_left_worse(family: Record, data: Any) -> None:
    if len(family.people) < 2:
        return
    keep, other = data.draw(st.permutations([p.id for p in family.people]).map(lambda ids: ids[:2]))
    before = {(m.part, m.field, m.why) for m in misfits(family, TODAY)}
    try:
        after = merged(family, keep, other, {}, TODAY)
    except CannotMerge:
        return

    assert {(m.part, m.field, m.why) for m in misfits(after, TODAY)} <= before
    assert attached(after, other) == {}
    for part, items in parts_of(after):
        if part in ("visits", "notes", "consents", "papers", "flags", "contact_points"):
            assert len(items) == len(getattr(family, part))
