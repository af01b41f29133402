"""Whatever a key worker does, undoing all of it gives back the very same file.

And whatever they do, what the program keeps could be let in again: every rule still holds.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalogue import interchange_schema
from app.domain.agency import AgencyDraft, AgencyKind, InvolvementDraft, InvolvementState
from app.domain.consent import Answer, Category, ConsentDraft, Purpose
from app.domain.dates import PartialDate
from app.domain.home import AddressUse, HomeDraft, StayDraft
from app.domain.household import HouseholdDraft
from app.domain.identifiers import System, nhs_check_digit
from app.domain.ids import HouseholdId, VisitId
from app.domain.person import PersonDraft, Safety
from app.domain.proof import Way
from app.domain.reach import FlagDraft, FlagKind, IdentifierDraft
from app.domain.record import Record
from app.domain.relationship import Relation, RelationshipDraft
from app.domain.responsibility import Holds, ResponsibilityDraft
from app.domain.restricted import RestrictedDraft, RestrictedKind
from app.domain.staff import ProfessionalDraft
from app.domain.visit import OwnWords, VisitDraft
from app.errors import Invalid, Refused
from app.interchange.reading import read_file
from app.operation import Command
from app.usecases.keep_agencies import (
    add_agency,
    change_agency,
    change_involvement,
    involve_agency,
)
from app.usecases.keep_flags import add_flag, change_flag
from app.usecases.keep_homes import add_home, change_home
from app.usecases.keep_household import add_household, keep_office, rename_household
from app.usecases.keep_people import add_person, change_person
from app.usecases.keep_relationships import (
    add_relationship,
    change_relationship,
    keep_responsibility,
    remove_relationship,
)
from app.usecases.keep_restricted import add_restricted
from app.usecases.keep_staff import add_professional
from app.usecases.keep_stays import add_stay, change_stay, end_stay, move_person, remove_stay
from app.usecases.open_household import open_household
from app.usecases.record_visit import change_visit, record_visit
from db.store import Store, open_in_memory
from tests.builders import TODAY, as_file, captured, fill
from tests.conftest import NOW

WORDS = ("Robin", "Zoë", "نور", "x" * 119, "O’Neil", "王", "two\nlines", "  spaced  ", "Ann-Marie")
Chance = random.Random


def word(chance: Chance) -> str:
    return chance.choice(WORDS)


def day(chance: Chance) -> date | None:
    return chance.choice([None, TODAY, TODAY - timedelta(days=chance.randint(0, 4000))])


def some(chance: Chance, items: Any) -> Any:
    found = list(items)
    return chance.choice(found) if found else None


def who(record: Record, chance: Chance) -> Any:
    return some(chance, [p.id for p in record.people])


def person_draft(record: Record, chance: Chance) -> PersonDraft:
    born = day(chance)
    expected = chance.random() < 0.1
    return PersonDraft(
        given=word(chance),
        family=word(chance),
        born=PartialDate.of(born) if born and not expected else None,
        due=TODAY + timedelta(days=90) if expected else None,
        note=word(chance),
    )


def numbers(chance: Chance) -> tuple[IdentifierDraft, ...]:
    nine = f"999{chance.randint(0, 3):06}"
    check = nhs_check_digit(nine)
    value = f"{nine}{check}" if check is not None else ""
    return (IdentifierDraft(system=System.NHS, value=value),) if chance.random() < 0.6 else ()


def a_person(record: Record, chance: Chance) -> Command[Any]:
    home = some(chance, [None, *(h.id for h in record.homes)])
    return add_person(record.household.id, person_draft(record, chance), numbers(chance), home)


def a_change(record: Record, chance: Chance) -> Command[Any]:
    person = some(chance, record.people)
    known = {f.name: getattr(person, f.name) for f in fields(PersonDraft)}
    draft = replace(PersonDraft(**known), given=word(chance), note=word(chance))
    return change_person(person.id, draft, numbers(chance))


def a_move(record: Record, chance: Chance) -> Command[Any]:
    home = some(chance, [None, *(h.id for h in record.homes)])
    return move_person(who(record, chance), home, since=day(chance))


def a_home(record: Record, chance: Chance) -> Command[Any]:
    draft = HomeDraft(
        label=word(chance),
        lines=(word(chance),),
        postcode="zz99 1zz",
        safety=chance.choice(list(Safety)),
        members=tuple(chance.sample([p.id for p in record.people], 2)),
    )
    return add_home(record.household.id, draft)


def a_changed_home(record: Record, chance: Chance) -> Command[Any]:
    draft = HomeDraft(label=word(chance), safety=chance.choice(list(Safety)))
    return change_home(some(chance, record.homes).id, draft)


def a_relationship(record: Record, chance: Chance) -> Command[Any]:
    draft = RelationshipDraft(
        person=who(record, chance),
        kind=chance.choice(list(Relation)),
        other=who(record, chance),
        since=day(chance),
    )
    return add_relationship(record.household.id, draft)


def a_changed_relationship(record: Record, chance: Chance) -> Command[Any]:
    known = some(chance, record.relationships)
    if known is None:
        return remove_relationship("none")
    values = {f.name: getattr(known, f.name) for f in fields(RelationshipDraft)}
    draft = RelationshipDraft(**values)
    kind = chance.choice([known.kind, *Relation])
    return change_relationship(known.id, replace(draft, kind=kind, note=word(chance)))


def stay_draft(record: Record, chance: Chance) -> StayDraft:
    return StayDraft(
        home=some(chance, [h.id for h in record.homes]),
        main=chance.random() < 0.3,
        nights=chance.choice([None, 0, 1, 3, 7, 8]),
        since=day(chance),
        until=day(chance),
        use=chance.choice(list(AddressUse)),
    )


def a_stay(record: Record, chance: Chance) -> Command[Any]:
    return add_stay(who(record, chance), stay_draft(record, chance))


def a_changed_stay(record: Record, chance: Chance) -> Command[Any]:
    known = some(chance, record.stays)
    return change_stay(known.id if known else "none", stay_draft(record, chance))


def an_ended_stay(record: Record, chance: Chance) -> Command[Any]:
    known = some(chance, record.stays)
    return end_stay(known.id if known else "none", day(chance))


def no_stay(record: Record, chance: Chance) -> Command[Any]:
    known = some(chance, record.stays)
    return remove_stay(known.id if known else "none")


def a_flag(record: Record, chance: Chance) -> Command[Any]:
    draft = FlagDraft(
        kind=chance.choice(list(FlagKind)),
        reason=word(chance),
        source=word(chance),
        since=day(chance),
        review_on=day(chance),
        until=day(chance),
    )
    known = some(chance, [None, *record.flags])
    return change_flag(known.id, draft) if known else add_flag(who(record, chance), draft)


def a_restricted_fact(record: Record, chance: Chance) -> Command[Any]:
    draft = RestrictedDraft(kind=RestrictedKind.IMMIGRATION, text=word(chance), since=day(chance))
    return add_restricted(who(record, chance), draft)


def no_relationship(record: Record, chance: Chance) -> Command[Any]:
    known = some(chance, record.relationships)
    return remove_relationship(known.id if known else "none")


def responsibility(record: Record, chance: Chance) -> Command[Any]:
    draft = ResponsibilityDraft(
        child=who(record, chance),
        adult=who(record, chance),
        holds=chance.choice(list(Holds)),
        evidence=word(chance),
    )
    return keep_responsibility(record.household.id, draft)


def an_agency(record: Record, chance: Chance) -> Command[Any]:
    return add_agency(AgencyDraft(name=word(chance), kind=chance.choice(list(AgencyKind))))


def a_changed_agency(record: Record, chance: Chance) -> Command[Any]:
    known = some(chance, record.agencies)
    values = {f.name: getattr(known, f.name) for f in fields(AgencyDraft)}
    return change_agency(known.id, replace(AgencyDraft(**values), name=word(chance)))


def a_professional(record: Record, chance: Chance) -> Command[Any]:
    draft = ProfessionalDraft(name=word(chance), role=word(chance))
    return add_professional(some(chance, record.agencies).id, draft)


def involvement_draft(record: Record, chance: Chance) -> InvolvementDraft:
    return InvolvementDraft(
        person=who(record, chance),
        agency=some(chance, record.agencies).id,
        state=chance.choice(list(InvolvementState)),
        since=day(chance),
        until=day(chance),
        safety=chance.choice(list(Safety)),
    )


def an_involvement(record: Record, chance: Chance) -> Command[Any]:
    return involve_agency(record.household.id, involvement_draft(record, chance))


def a_changed_involvement(record: Record, chance: Chance) -> Command[Any]:
    known = some(chance, record.involvements)
    return change_involvement(known.id, involvement_draft(record, chance))


def visit_draft(record: Record, chance: Chance) -> VisitDraft:
    people = [p.id for p in record.people]
    said = OwnWords(person=chance.choice(people), words=word(chance))
    return VisitDraft(
        household=record.household.id,
        on=day(chance),
        seen=tuple(chance.sample(people, 2)),
        words=(said,),
        note=word(chance),
    )


def a_visit(record: Record, chance: Chance) -> Command[Any]:
    return record_visit(visit_draft(record, chance))


def a_changed_visit(record: Record, chance: Chance) -> Command[Any]:
    known = some(chance, record.visits)
    return change_visit(known.id if known else VisitId("none"), visit_draft(record, chance))


def a_decision(record: Record, chance: Chance) -> Command[Any]:
    person = who(record, chance)
    holders = [r.adult for r in record.responsibilities if r.child == person]
    return captured(
        ConsentDraft(
            household=record.household.id,
            person=person,
            agency=some(chance, [i.agency for i in record.involvements]),
            answer=chance.choice(list(Answer)),
            decider=some(chance, [None, person, person, *holders]),
            purpose=chance.choice(list(Purpose)[:2]),
            categories=frozenset(chance.sample(list(Category), 3)),
            decided_on=day(chance),
            way=chance.choice(list(Way)),
            witness=word(chance),
            reason=word(chance),
        )
    )


def a_name(record: Record, chance: Chance) -> Command[Any]:
    return rename_household(record.household.id, HouseholdDraft(name=word(chance)))


def a_household(record: Record, chance: Chance) -> Command[Any]:
    return add_household(HouseholdDraft(name=word(chance)))


def an_office(record: Record, chance: Chance) -> Command[Any]:
    return keep_office(replace(record.office, team=word(chance), sender=(word(chance),)))


def a_look(record: Record, chance: Chance) -> Command[Any]:
    return open_household(record.household.id)


STEPS: tuple[Callable[[Record, Chance], Command[Any]], ...] = (
    *(a_person, a_change, a_move, a_move, a_home, a_changed_home, a_relationship),
    *(a_changed_relationship, a_stay, a_stay, a_changed_stay, an_ended_stay, no_stay, a_flag),
    *(a_restricted_fact,),
    *(no_relationship, responsibility, an_agency, a_changed_agency, a_professional),
    *(an_involvement, a_changed_involvement, a_visit, a_changed_visit, a_decision, a_decision),
    *(a_name, a_household, an_office, a_look),
)


def record_of(store: Store, household: HouseholdId) -> Record:
    return store.ask(lambda work: work.record(household))


def worked(store: Store, steps: list[int], seed: int) -> int:
    """Carry out steps on families by chance; return how many were accepted."""
    chance, done = Chance(seed), 0
    for step in steps:
        record = record_of(store, HouseholdId(f"family-{chance.choice('abc')}"))
        with suppress(Invalid, Refused):
            store.run(STEPS[step](record, chance))
            done += 1
    return done


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    steps=st.lists(st.integers(0, len(STEPS) - 1), min_size=1, max_size=25),
    seed=st.integers(0, 2**32),
)
def test_undoing_everything_gives_back_the_file_we_began_with(steps: list[int], seed: int) -> None:
    store = fill(open_in_memory(by="kw-test", clock=lambda: NOW))
    beginning = as_file(store)
    worked(store, steps, seed)
    worked_on = as_file(store)

    while store.undo() is not None:
        pass

    assert as_file(store) == beginning
    assert store.check().findings == ()
    store.close()
    again = read_file(worked_on.encode(), interchange_schema(), TODAY)  # every rule still holds
    assert len(again.records) >= 3


def test_most_steps_of_chance_are_accepted() -> None:
    store = fill(open_in_memory(by="kw-test", clock=lambda: NOW))
    steps = list(range(len(STEPS))) * 20

    done = worked(store, steps, seed=20261122)

    assert done > len(steps) / 3
    store.close()
