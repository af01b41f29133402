"""What to think of before somebody is asked to a meeting (traps 1, 2 and 24). Nothing is barred.

These words stay in the office: an invitation never says who else was thought of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.ids import PersonId, ProfessionalId
from app.domain.person import Safety
from app.domain.protection import hidden_from, hidden_people, restrained_from
from app.domain.record import Record


class Think(StrEnum):
    """Why to think again."""

    RESTRAINED = "restrained"  # an order keeps the invitee from somebody
    MUST_NOT_LEARN = "must-not-learn"  # where somebody is, who is or may be at the meeting
    PROTECTED = "protected"  # the invitee must be protected from somebody who is invited
    GIVES_AWAY = "gives-away"  # that they come gives away where somebody is


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One thing to think of about one invitee, and because of whom."""

    why: Think
    because_of: PersonId


def cautions_for_person(
    record: Record, person: PersonId, invited: Iterable[PersonId], on: date
) -> tuple[Caution, ...]:
    """Return what to think of before a person is asked, beside those who are asked already.

    An order that restrains them is told whoever else comes.
    """
    others = [one for one in record.people if one.id != person and one.died is None]
    there = set(invited) - {person}
    found = [
        Caution(why=Think.RESTRAINED, because_of=one.id)
        for one in others
        if restrained_from(record, person, one.id, on)
    ]
    told = {caution.because_of for caution in found}
    for one in others:
        if one.id not in there:
            continue
        if one.id not in told and hidden_from(record, person, one.id, on):
            found.append(Caution(why=Think.MUST_NOT_LEARN, because_of=one.id))
        if restrained_from(record, one.id, person, on) or hidden_from(record, one.id, person, on):
            found.append(Caution(why=Think.PROTECTED, because_of=one.id))
    return tuple(found)


def cautions_for_professional(
    record: Record, professional: ProfessionalId, invited: Iterable[PersonId], on: date
) -> tuple[Caution, ...]:
    """Return whose whereabouts a professional's presence gives away to somebody invited."""
    agencies = {one.agency for one in record.professionals if one.id == professional}
    near = {
        one.person
        for one in record.involvements
        if one.agency in agencies and one.current(on) and one.safety is not Safety.ORDINARY
    }
    hidden = hidden_people(record, on)
    return tuple(
        Caution(why=Think.GIVES_AWAY, because_of=one)
        for one in sorted(near & hidden)
        if any(hidden_from(record, other, one, on) for other in set(invited) - {one})
    )
