"""The wall as one property for families made by chance, and for anybody in them.

Whom somebody may know of is worked out here once more, in the words of the rules, so that the
program's own answer is not what it is measured by.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.domain.agency import InvolvementState
from app.domain.ids import AgencyId
from app.domain.person import Safety
from app.domain.reach import FlagKind
from app.domain.record import Record
from app.domain.relationship import Relation
from app.view.household import HouseholdView
from app.view.project import project
from app.view.recipient import the_person
from tests.app.chance_records import files
from tests.app.hidden_changes import Kept, hidden_change
from tests.builders import TODAY, ash, hidden_home, home, law, stay

PERSON = ("given", "family", "known_as", "born", "due", "died", "gender", "school_year")
BY_BIRTH = {Relation.MOTHER, Relation.FATHER, Relation.PARENT}
NOW_WITH = {InvolvementState.REFERRED, InvolvementState.WAITING, InvolvementState.ACTIVE}


def homes_of(record: Record, person: str) -> set[str]:
    return {stay.home for stay in record.stays if stay.person == person}  # no stay here ends


def known_to(record: Record, reader: str) -> set[str]:
    """Return whom somebody may know of: themselves, home-mates and kin, but for the hidden."""
    hiding = (FlagKind.CONFIDENTIAL_ADDRESS, FlagKind.WITNESS_PROTECTION)
    flagged = {flag.person for flag in record.flags if flag.kind in hiding}
    places = {home.id for home in record.homes if home.safety is not Safety.ORDINARY}
    places |= {stay.home for stay in record.stays if stay.person in flagged}
    written = {home.address for home in record.homes if home.id in places} - {""}
    places |= {home.id for home in record.homes if home.address in written}
    hidden = flagged | {stay.person for stay in record.stays if stay.home in places}
    known = {reader}
    for person in record.people:
        together = bool(homes_of(record, reader) & homes_of(record, person.id))
        kin = any({r.person, r.other} == {reader, person.id} for r in record.relationships)
        sealed = any(
            flag.person == person.id and flag.kind is FlagKind.ADOPTED_IDENTITY
            for flag in record.flags
        ) and any(
            (r.person, r.other) == (reader, person.id) and r.kind in BY_BIRTH
            for r in record.relationships
        )
        if together or (kin and person.id not in hidden and not sealed):
            known.add(person.id)
    return known


def kept_for(record: Record, reader: str) -> Kept:
    """Return what the reader may see, and what decides about it."""
    known = known_to(record, reader)
    places = {home.id for home in record.homes if homes_of_any(record, known, home.id)}
    agencies = {i.agency for i in record.involvements if i.person == reader}
    seen: dict[tuple[str, str], tuple[str, ...]] = {("people", who): PERSON for who in known}
    seen |= {("homes", place): ("label", "safety") for place in places}
    seen |= {("agencies", id_): ("name", "kind") for id_ in agencies}
    items: list[Any] = [*record.flags, *record.stays]
    items += [r for r in record.relationships if {r.person, r.other} & {reader}]
    items += [r for r in record.relationships if {r.person, r.other} <= known]
    items += [i for i in record.involvements if i.person == reader]
    items += [c for c in record.consents if c.person == reader]
    items += [r for r in record.responsibilities if r.child == reader]
    return Kept(seen=seen, stays=frozenset(item.id for item in items), hide=True)


def homes_of_any(record: Record, people: set[str], home: str) -> bool:
    return any(home in homes_of(record, who) for who in people)


def seen_by(record: Record, reader: str) -> HouseholdView:
    return project(record, law(), the_person(reader), TODAY)


@st.composite
def families(draw: st.DrawFn) -> tuple[Record, str]:
    """Return a family with its agencies, and one of its people."""
    parts = draw(files())
    assume(parts["records"])
    record: Record = draw(st.sampled_from(parts["records"]))
    whole = replace(record, agencies=parts["agencies"], office=parts["office"])
    return whole, draw(st.sampled_from([person.id for person in whole.people]))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(family=families(), seed=st.integers(0, 2**32))
def test_anybodys_picture_is_the_same_whatever_they_may_not_see(
    family: tuple[Record, str], seed: int
) -> None:
    record, reader = family
    other = hidden_change(record, kept_for(record, reader), random.Random(seed))  # noqa: S311

    first, second = seen_by(record, reader), seen_by(other, reader)

    assert first == second


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(family=families())
def test_nobody_is_shown_more_than_the_rules_say(family: tuple[Record, str]) -> None:
    record, reader = family

    view = seen_by(record, reader)

    lived_in = homes_of(record, reader)
    open_homes = {home.id for home in record.homes if home.safety is Safety.ORDINARY}
    own = {
        (i.person, i.agency)
        for i in record.involvements
        if i.person == reader
        and i.safety in (Safety.ORDINARY, Safety.CONFIDENTIAL)
        and i.state in NOW_WITH
    }
    known = known_to(record, reader)
    assert {person.id for person in view.people} == known
    assert {home.id for home in view.homes} <= open_homes | lived_in
    assert {member for home in view.homes for member in home.members} <= known
    assert {(tie.person, AgencyId(tie.agency)) for tie in view.ties} <= own
    assert {end for link in view.links for end in (link.person, link.other)} <= known
    assert {agency.id for agency in view.agencies} == {tie.agency for tie in view.ties}


def test_the_hidden_second_home_of_a_child_is_not_shown_to_whom_they_live_with_first() -> None:
    record = ash(
        homes=(home("first"), hidden_home("second")),
        stays=(
            stay("rowan", "first"),
            stay("kit", "first"),
            stay("kit", "second", main=False),
            stay("jo", "second"),
        ),
    )

    seen = {who: {h.id for h in seen_by(record, who).homes} for who in ("rowan", "jo", "kit")}

    assert seen == {"rowan": {"first"}, "jo": {"first", "second"}, "kit": {"first", "second"}}
    assert [p.id for p in seen_by(record, "rowan").people] == ["rowan", "kit"]
