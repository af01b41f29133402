"""Make one of what two records of one person both have: kin, homes, agencies, words, invitations.

A known value takes the place of an empty one. Where both are known and cannot both be kept, the
two are not made one, so that nothing is chosen silently.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from app.domain.agency import Episode, Involvement, InvolvementState
from app.domain.home import LIVED_AT, AddressUse, Stay, compete, overlap
from app.domain.ids import PersonId
from app.domain.person import Allowed, Safety
from app.domain.plan import Invited, Invitee, Meeting
from app.domain.record import Record
from app.domain.relationship import SAME_BOTH_WAYS, Contact, Relationship
from app.domain.responsibility import Basis, Holds, Responsibility
from app.domain.visit import OwnWords, Visit

T = TypeVar("T")
FURTHEST = (
    InvolvementState.ACTIVE,
    InvolvementState.WAITING,
    InvolvementState.REFERRED,
    InvolvementState.CLOSED,
    InvolvementState.DECLINED,
)
SUREST = (Invited.CAME, Invited.APOLOGIES, Invited.INVITED)


class CannotMerge(ValueError):
    """The two cannot be one person; `code` says why, or which part of the records contradicts."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def without_doubles(record: Record, keep: PersonId) -> Record:
    """Return the record with what one person has twice made one.

    Raises `CannotMerge` with the part in which both are known and differ.
    """
    return replace(
        record,
        stays=_stays(record.stays, keep),
        relationships=_once(record.relationships, _same_kin, _both_kin),
        responsibilities=_once(record.responsibilities, _same_pair, _both_held),
        involvements=_once(record.involvements, _same_agency, _both_involved),
        visits=tuple(_visit(visit, keep) for visit in record.visits),
        meetings=tuple(_meeting(meeting, keep) for meeting in record.meetings),
        not_the_same=tuple(n for n in record.not_the_same if n.person != n.other),
    )


def _once(
    items: tuple[T, ...], same: Callable[[T, T], bool], both: Callable[[T, T], T]
) -> tuple[T, ...]:
    kept: list[T] = []
    for item in items:
        twin = next((k for k in kept if same(k, item)), None)
        if twin is None:
            kept.append(item)
        else:
            kept[kept.index(twin)] = both(twin, item)
    return tuple(kept)


def _known(one: T, two: T, empty: object, code: str) -> T:
    """Return the known one of two values; raises `CannotMerge` when both are and differ."""
    if one == two or two == empty:
        return one
    if one == empty:
        return two
    raise CannotMerge(code)


def _stays(stays: tuple[Stay, ...], keep: PersonId) -> tuple[Stay, ...]:
    """Make one of stays in one home that meet; of two main homes at once the first is main."""
    kept: list[Stay] = []
    for stay in stays:
        made = stay
        twins = [k for k in kept if k.person == keep == stay.person and _same_stay(k, stay)]
        for twin in twins:
            made = _both_stays(twin, made)
        if not twins:
            kept.append(made)
            continue
        others = [k for k in kept if k not in twins]
        if not any(t.main for t in twins) and any(_main_beside(k, made, keep) for k in others):
            made = replace(made, main=False)
        kept[kept.index(twins[0])] = made
        kept = [k for k in kept if k not in twins[1:]]
    for place, stay in enumerate(kept):
        if stay.main and any(_main_beside(k, stay, keep) for k in kept[:place]):
            kept[place] = replace(stay, main=False)
    return tuple(kept)


def _same_stay(one: Stay, two: Stay) -> bool:
    return one.home == two.home and compete(one, two) and overlap(one, two)


def _both_stays(one: Stay, two: Stay) -> Stay:
    nights = [stay.nights for stay in (one, two) if stay.nights is not None]
    return replace(
        one,
        main=one.main or two.main,
        nights=max(nights, default=None),
        use=two.use if one.use is AddressUse.HOME else one.use,
        since=_earliest(one.since, two.since),
        until=_latest(one.until, two.until),
    )


def _main_beside(one: Stay, two: Stay, keep: PersonId) -> bool:
    lived_at = one.use in LIVED_AT and two.use in LIVED_AT
    return one.person == keep == two.person and one.main and lived_at and overlap(one, two)


def _same_kin(one: Relationship, two: Relationship) -> bool:
    pair = (one.person, one.other) == (two.person, two.other)
    return one.kind is two.kind and (pair or _mirrored(one, two))


def _mirrored(one: Relationship, two: Relationship) -> bool:
    return one.kind in SAME_BOTH_WAYS and (one.person, one.other) == (two.other, two.person)


def _both_kin(one: Relationship, two: Relationship) -> Relationship:
    """Return one relationship that says all of both, told from the side of whoever cares."""
    if _mirrored(one, two):
        if one.carer and two.carer:  # each looks after the other: one record cannot say that
            raise CannotMerge("relationship")
        if two.carer:
            one = replace(_turned(one), carer=True)
        else:
            two = _turned(two)
    return replace(
        one,
        since=_earliest(one.since, two.since),
        until=_latest(one.until, two.until),
        carer=one.carer or two.carer,
        contact=_known(one.contact, two.contact, Contact.NOT_RECORDED, "relationship"),
        view_of_person=_both_texts(one.view_of_person, two.view_of_person),
        view_of_other=_both_texts(one.view_of_other, two.view_of_other),
        note=_both_texts(one.note, two.note),
    )


def _turned(fact: Relationship) -> Relationship:
    return replace(
        fact,
        person=fact.other,
        other=fact.person,
        view_of_person=fact.view_of_other,
        view_of_other=fact.view_of_person,
    )


def _same_pair(one: Responsibility, two: Responsibility) -> bool:
    return (one.child, one.adult) == (two.child, two.adult)


def _both_held(one: Responsibility, two: Responsibility) -> Responsibility:
    """Return one row; held and not held, or two reasons, are for the key worker to settle."""
    code = "responsibility"
    return replace(
        one,
        holds=_known(one.holds, two.holds, Holds.UNKNOWN, code),
        basis=_known(one.basis, two.basis, Basis.NOT_RECORDED, code),
        evidence=_both_texts(one.evidence, two.evidence),
        restricted_by=_known(one.restricted_by, two.restricted_by, None, code),
        since=_known(one.since, two.since, None, code),
        until=_known(one.until, two.until, None, code),
    )


def _same_agency(one: Involvement, two: Involvement) -> bool:
    pair = (one.person, one.agency) == (two.person, two.agency)
    return pair and one.until is None and two.until is None


def _both_involved(one: Involvement, two: Involvement) -> Involvement:
    """Return one involvement that says all of both; the stricter safety wins."""
    code = "involvement"
    return replace(
        one,
        state=min(one.state, two.state, key=FURTHEST.index),
        professional=_known(one.professional, two.professional, None, code),
        since=_earliest(one.since, two.since),
        why=_both_texts(one.why, two.why),
        safety=max(one.safety, two.safety, key=list(Safety).index),
        last_contact=max(filter(None, (one.last_contact, two.last_contact)), default=None),
        next_step=_both_texts(one.next_step, two.next_step),
        episode=_known(one.episode, two.episode, Episode.NOT_SAID, code),
        attends=_known(one.attends, two.attends, Allowed.NOT_ASKED, code),
    )


def _visit(visit: Visit, keep: PersonId) -> Visit:
    said = _own_words(visit.words, keep)
    return visit if said == visit.words else replace(visit, words=said)


def _meeting(meeting: Meeting, keep: PersonId) -> Meeting:
    views = _own_words(meeting.views, keep)
    invitees = _once(meeting.invitees, lambda a, b: a.person == keep == b.person, _both_invited)
    if (views, invitees) == (meeting.views, meeting.invitees):
        return meeting
    return replace(meeting, views=views, invitees=invitees)


def _own_words(said: tuple[OwnWords, ...], keep: PersonId) -> tuple[OwnWords, ...]:
    return _once(said, lambda a, b: a.person == keep == b.person, _both_said)


def _both_said(one: OwnWords, two: OwnWords) -> OwnWords:
    return replace(one, words=_both_texts(one.words, two.words, between="\n\n"))


def _both_invited(one: Invitee, two: Invitee) -> Invitee:
    return replace(
        one,
        name=one.name or two.name,
        professional=one.professional or two.professional,
        state=min(one.state, two.state, key=SUREST.index),
    )


def _both_texts(one: str, two: str, between: str = "\n") -> str:
    return one if not two or two == one else two if not one else f"{one}{between}{two}"


def _earliest(one: date | None, two: date | None) -> date | None:
    return min(one, two) if one is not None and two is not None else one or two


def _latest(one: date | None, two: date | None) -> date | None:
    return None if one is None or two is None else max(one, two)
