"""Who can say yes about a person, and what parental responsibility is worth on a day.

Source of the rules: practice, sections 4.1 to 4.3 (Family Law Reform Act 1969 s8; Mental Capacity
Act 2005; Gillick [1986] AC 112; Children Act 1989 s2(7)).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.consent import CompetenceKind, Standing
from app.domain.ids import AgencyId, CompetenceId, OrderId, PersonId
from app.domain.protection import unsafe_for
from app.domain.record import Record
from app.domain.responsibility import OrderKind, Responsibility

ASK_FROM = 12  # age from which a child is asked
POWERS = frozenset({OrderKind.LASTING_POWER, OrderKind.DEPUTY})


class Rule(StrEnum):
    """Which rule settles who decides. `ui.wording` turns each into a sentence."""

    SELF = "self"
    YOUNG_PERSON = "young-person"
    GILLICK = "gillick"
    PARENTS = "parents"
    NOBODY_RECORDED = "nobody-recorded"
    UNBORN = "unborn"
    DECEASED = "deceased"
    AGE_UNKNOWN = "age-unknown"
    LACKS_CAPACITY = "lacks-capacity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Somebody who can decide, and in what standing."""

    person: PersonId
    standing: Standing
    restricted: bool = False
    competence: CompetenceId | None = None
    responsibility: str = ""  # the row it rests on
    order: OrderId | None = None  # the power or deputyship it rests on


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciders:
    """Everybody who can decide about a person; one of them is enough unless they disagree."""

    rule: Rule
    who: tuple[Decider, ...] = ()
    asked_too: bool = False  # the child is old enough to be asked beside the parents

    @property
    def signers(self) -> tuple[Decider, ...]:
        """Those whose word counts: a holder restricted by an order earns no line.

        Source: Children Act 1989 s14C(1)(b), a special guardian decides to the exclusion of others.
        """
        return tuple(decider for decider in self.who if not decider.restricted)

    def can_decide(self, person: PersonId) -> bool:
        """Say whether this person's word counts."""
        return any(decider.person == person for decider in self.signers)


def deciders(record: Record, person_id: PersonId, agency: AgencyId | None, on: date) -> Deciders:
    """Return who can decide about a person's information and one agency, on a day.

    A Gillick note counts only for the agency it names; without `agency` only notes that name
    none count. Holders whom the child must be protected from are left out.
    """
    person = record.person(person_id)
    if person.died is not None:
        return Deciders(rule=Rule.DECEASED)
    if person.unborn:
        return Deciders(rule=Rule.UNBORN)
    if person.born is None:
        return Deciders(rule=Rule.AGE_UNKNOWN)
    if person.may_decide_alone(on) and not person.decides_alone(on):
        return Deciders(rule=Rule.AGE_UNKNOWN)
    if person.decides_alone(on):
        note = _newest_note(record, person_id, CompetenceKind.CAPACITY, agency, on)
        if note is not None and not note[1]:
            return Deciders(rule=Rule.LACKS_CAPACITY, who=_deputies(record, person_id, on))
        myself = Decider(person=person_id, standing=Standing.SELF)
        return Deciders(rule=Rule.SELF if person.adult(on) else Rule.YOUNG_PERSON, who=(myself,))
    note = _newest_note(record, person_id, CompetenceKind.GILLICK, agency, on)
    if note is not None and note[1]:
        own = Decider(person=person_id, standing=Standing.COMPETENT_CHILD, competence=note[0])
        return Deciders(rule=Rule.GILLICK, who=(own,))
    holders = tuple(
        Decider(
            person=row.adult,
            standing=Standing.PARENT,
            responsibility=row.id,
            restricted=_restricted(record, row, on),
        )
        for row in record.holders(person_id, on)
        if record.person(row.adult).died is None
        and not unsafe_for(record, row.adult, person_id, on)
    )
    asked = (person.age(on) or 0) >= ASK_FROM
    decides = any(not holder.restricted for holder in holders)
    rule = Rule.PARENTS if decides else Rule.NOBODY_RECORDED
    return Deciders(rule=rule, who=holders, asked_too=asked)


def _deputies(record: Record, person: PersonId, on: date) -> tuple[Decider, ...]:
    """Return who may decide for somebody who cannot: an attorney or deputy on record, no relative.

    Source: Mental Capacity Act 2005 ss9-11 and 16.
    """
    return tuple(
        Decider(person=order.holder, standing=Standing.DEPUTY, order=order.id)
        for order in record.orders
        if order.kind in POWERS
        and order.holder is not None
        and person in order.about
        and order.binds(on)
        and record.person(order.holder).died is None
        and not unsafe_for(record, order.holder, person, on)
    )


def _restricted(record: Record, row: Responsibility, on: date) -> bool:
    """Say whether an order that binds on the day restricts a holder; an unknown one binds."""
    if row.restricted_by is None:
        return False
    return all(order.binds(on) for order in record.orders if order.id == row.restricted_by)


def _newest_note(
    record: Record, person: PersonId, kind: CompetenceKind, agency: AgencyId | None, on: date
) -> tuple[CompetenceId, bool] | None:
    """Return the newest note made by a day; one made later cannot justify what was decided then."""
    notes = [
        note
        for note in record.competences
        if (note.person, note.kind, note.agency) == (person, kind, agency)
        and (note.on or date.min) <= on
        and (note.on is not None or not note.able)  # not dated, it lets nobody decide
    ]
    if not notes:
        return None
    newest = max(notes, key=lambda note: (note.on or date.min, note.id))
    return newest.id, newest.able
