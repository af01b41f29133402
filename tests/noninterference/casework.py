"""Whole records made by chance: a family, and everything the office wrote down about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from app.domain.consent import (
    Competence,
    CompetenceKind,
    Limit,
)
from app.domain.ids import (
    CompetenceId,
    GoalId,
    OrderId,
    RulingId,
    VisitId,
)
from app.domain.judgement import Dismissal
from app.domain.plan import Action, Goal, Invitee, Meeting, Need, NeedKind, Review, ScaleMark
from app.domain.record import Record
from app.domain.responsibility import Order, OrderKind
from app.domain.restricted import Restricted, RestrictedKind
from app.domain.sharing import (
    Ruling,
)
from app.domain.visit import Knowledge, Note, OwnWords, Visit
from tests.builders import TODAY
from tests.noninterference.dangers import dangers_and_numbers
from tests.noninterference.decisions import (
    a_consent,
    a_ground,
    a_paper,
    a_request,
    an_agency,
    an_involvement,
    decided_on,
)
from tests.noninterference.families import (
    HOUSE,
    day_before,
    fresh,
    household,
    sometimes,
    with_more,
)

More = Callable[[Record, Random], Record]


def family(chance: Random) -> Record:
    """Return a whole record: a family with everything the office wrote down about it."""
    record = dangers_and_numbers(household(chance), chance)
    for _ in range(chance.randint(2, 5)):
        record = an_agency(record, chance)
    for person in record.people:
        for agency in chance.sample(record.agencies, min(len(record.agencies), 2)):
            if sometimes(chance, 0.8):
                record = an_involvement(record, chance, person.id, agency.id)
    for involvement in record.involvements:
        record = decided_on(record, involvement, chance)
    for more, most in MOST.items():
        for _ in range(chance.randint(0, most)):
            record = more(record, chance)
    return record


def a_limit(record: Record, chance: Random) -> Record:
    """Add that somebody asked not to tell a person or an agency."""
    who = chance.choice(record.people).id
    made = Limit(
        id=fresh("l", chance),
        household=HOUSE,
        person=who,
        decided_by=who,
        not_person=chance.choice(record.people).id if sometimes(chance, 0.6) else None,
        not_agency=chance.choice(record.agencies).id if sometimes(chance, 0.4) else None,
        about="Do not tell them",
    )
    return with_more(record, limits=made)


def a_ruling(record: Record, chance: Random) -> Record:
    """Add what the manager decided between people who disagree."""
    if not record.consents:
        return record
    one = chance.choice(record.consents)
    cell = (one.person, one.agency)
    made = Ruling(
        id=RulingId(fresh("u", chance)),
        household=HOUSE,
        person=one.person,
        agency=one.agency,
        share=sometimes(chance, 0.5),
        settles=tuple(c.id for c in record.consents if (c.person, c.agency) == cell),
        reasons="Why the manager decided so",
        manager="Helen Marsh",
        decided_on=day_before(chance, 100),
    )
    return with_more(record, rulings=made)


def a_deputy(record: Record, chance: Random) -> Record:
    """Add that somebody cannot decide, and who may for them."""
    grown = [person.id for person in record.people if person.decides_alone(TODAY)]
    if len(record.people) < 2 or not grown:
        return record
    who = chance.choice(grown)
    holder = chance.choice([person.id for person in record.people if person.id != who])
    note = Competence(
        id=CompetenceId(fresh("m", chance)),
        household=HOUSE,
        person=who,
        kind=CompetenceKind.CAPACITY,
        on=day_before(chance, 100),
        assessor="Robin Ashby",
    )
    power = Order(
        id=OrderId(fresh("o", chance)),
        household=HOUSE,
        kind=OrderKind.LASTING_POWER,
        made_on=day_before(chance, 900),
        holder=holder,
        about=(who,),
    )
    return with_more(record, competences=note, orders=power)


def a_note(record: Record, chance: Random) -> Record:
    """Add a note about some of them."""
    made = Note(
        id=fresh("o", chance),
        household=HOUSE,
        on=day_before(chance, 300),
        text=f"What was said about {chance.choice(record.people).given or 'them'}",
        people=tuple(p.id for p in record.people if sometimes(chance, 0.4)),
        knowledge=chance.choice(list(Knowledge)),
        source="School",
        agency=chance.choice(record.agencies).id if sometimes(chance, 0.5) else None,
    )
    return with_more(record, notes=made)


def a_visit(record: Record, chance: Random) -> Record:
    """Add a visit and what was said."""
    who = chance.choice(record.people).id
    made = Visit(
        id=VisitId(fresh("v", chance)),
        household=HOUSE,
        on=day_before(chance, 300),
        seen=(who,),
        words=(OwnWords(person=who, words="I like it here"),),
        note="What was seen",
        worry="What is worrying",
    )
    return with_more(record, visits=made)


def a_plan(record: Record, chance: Random) -> Record:
    """Add a need, a goal with a mark and an action, a review, and a meeting."""
    who, day = chance.choice(record.people).id, day_before(chance, 200)
    goal = Goal(
        id=GoalId(fresh("z", chance)), household=HOUSE, text="To sleep", outcome="x", on=day
    )
    named: dict[str, str] = {part: fresh(part, chance) for part in ("e", "sm", "ac", "re", "me")}
    return with_more(
        record,
        needs=Need(
            id=named["e"],
            household=HOUSE,
            kind=NeedKind.WORRY,
            outcome="x",
            text="What is hard",
            on=day,
            person=who,
        ),
        goals=goal,
        scale_marks=ScaleMark(id=named["sm"], household=HOUSE, goal=goal.id, on=day, value=4),
        actions=Action(id=named["ac"], household=HOUSE, text="To call", goal=goal.id, owner=who),
        reviews=Review(id=named["re"], household=HOUSE, on=day, text="What changed"),
        meetings=Meeting(
            id=named["me"], household=HOUSE, on=day, invitees=(Invitee(person=who),), decisions="So"
        ),
    )


def a_restricted_fact(record: Record, chance: Random) -> Record:
    """Add a restricted fact, and that a missing one was set aside."""
    who = chance.choice(record.people).id
    kind = chance.choice(list(RestrictedKind))
    fact = Restricted(id=fresh("y", chance), household=HOUSE, person=who, kind=kind, text="Secret")
    aside = Dismissal(
        id=fresh("d", chance), household=HOUSE, rule="x", on=TODAY, note="Not theirs", person=who
    )
    return with_more(record, restricted=fact, dismissals=aside)


def help_ends(record: Record, chance: Random) -> Record:
    """Say, or no longer say, that help has ended."""
    day = day_before(chance, 60) if sometimes(chance, 0.5) else None
    return replace(record, household=replace(record.household, closed_on=day))


MOST: dict[More, int] = {
    a_ground: 2,
    a_request: 1,
    a_limit: 1,
    a_ruling: 1,
    a_deputy: 1,
    a_consent: 2,
    a_note: 3,
    a_visit: 2,
    a_plan: 1,
    a_paper: 2,
    a_restricted_fact: 1,
}
