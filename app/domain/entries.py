"""Whether every entry of a record keeps the rules of its kind, and fits beside the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from app.domain.agency import AgencyDraft, InvolvementDraft
from app.domain.consent import Answer, Consent, ConsentDraft
from app.domain.home import WEEK, Stay, stay_problems, uprn_fits
from app.domain.identifiers import System, why_refused
from app.domain.person import PersonDraft
from app.domain.plan_entries import plan_problems
from app.domain.problems import Problem, Why
from app.domain.reach import ContactPointDraft
from app.domain.record import Record
from app.domain.registration import second_practice
from app.domain.relationship import Relationship, RelationshipDraft, births
from app.domain.reliance import contradict, impossible_link
from app.domain.restricted import RestrictedDraft
from app.domain.sharing import Ground, Ruling
from app.domain.signing import bound_to
from app.domain.visit import VisitDraft

REFERENCE = re.compile(r"[A-Za-z0-9-]{1,40}")


@dataclass(frozen=True, slots=True)
class Misfit:
    """One place in a record: which list, which entry, which field, and why it cannot stand."""

    part: str
    index: int
    field: str
    why: Why


def entry_misfits(record: Record, today: date) -> Iterator[Misfit]:
    """Return what is wrong with single entries of a household, and with pairs of them."""
    yield from _drafts(record, today)
    yield from _decisions(record, today)
    yield from _numbers(record)
    yield from _stays(record)
    yield from _twice(record)
    yield from _spans(record)
    yield from _kin(record, today)


def agency_misfits(record: Record) -> Iterator[Misfit]:
    """Return what is wrong with single agencies."""
    for index, agency in enumerate(record.agencies):
        yield from _told("agencies", index, _as_typed(AgencyDraft, agency).problems())


def _drafts(record: Record, today: date) -> Iterator[Misfit]:
    for index, person in enumerate(record.people):
        yield from _told("people", index, _as_typed(PersonDraft, person).problems(today))
    for index, involvement in enumerate(record.involvements):
        typed = _as_typed(InvolvementDraft, involvement)
        yield from _told("involvements", index, typed.problems(today))
    for index, visit in enumerate(record.visits):
        yield from _told("visits", index, _as_typed(VisitDraft, visit).problems(today))
    for index, note in enumerate(record.notes):
        yield from _told("notes", index, note.problems(today))
    for part, index, problem in plan_problems(record, today):
        yield Misfit(part, index, problem.field, problem.why)
    for index, paper in enumerate(record.papers):
        yield from _told("papers", index, paper.problems())
    for index, point in enumerate(record.contact_points):
        yield from _told("contact_points", index, _as_typed(ContactPointDraft, point).problems())
    for index, home in enumerate(record.homes):
        if home.uprn and not uprn_fits(home.uprn):
            yield Misfit("homes", index, "uprn", Why.UPRN_SHAPE)
    for index, fact in enumerate(record.restricted):
        yield from _told("restricted", index, _as_typed(RestrictedDraft, fact).problems(today))


def _decisions(record: Record, today: date) -> Iterator[Misfit]:
    unborn = {person.id for person in record.people if person.unborn}
    earlier: dict[str, Consent] = {}
    drawn = {signature.consent: signature.strokes for signature in record.signatures}
    for index, consent in enumerate(record.consents):
        if consent.person in unborn:  # trap 32
            yield Misfit("consents", index, "person", Why.UNBORN)
        yield from _chain(index, consent, record.consents[:index], earlier)
        if consent.answer is not Answer.DRAFT:
            typed = _as_typed(ConsentDraft, consent, strokes=drawn.get(consent.id, ""))
            yield from _told("consents", index, typed.problems(today))
        earlier[consent.id] = consent
    made: tuple[tuple[str, tuple[Ground | Ruling, ...]], ...] = (
        ("grounds", record.grounds),
        ("rulings", record.rulings),
    )
    for part, ones in made:
        for index, one in enumerate(ones):
            if one.decided_on is not None and one.decided_on > today:
                yield Misfit(part, index, "decided_on", Why.IN_FUTURE)
    for index, signature in enumerate(record.signatures):
        signed = earlier.get(signature.consent)
        if signed is None or not bound_to(signature, signed):  # trap 28
            yield Misfit("signatures", index, "seal", Why.NO_SUCH_RECORD)
    for index, request in enumerate(record.requests):
        if request.made_on > today:
            yield Misfit("requests", index, "made_on", Why.IN_FUTURE)
        rests_on = [earlier[id_] for id_ in request.consents if id_ in earlier]
        if any((c.person, c.agency) != (request.person, request.agency) for c in rests_on):
            yield Misfit("requests", index, "consents", Why.NO_SUCH_RECORD)


def _chain(
    index: int, consent: Consent, before: tuple[Consent, ...], earlier: Mapping[str, Consent]
) -> Iterator[Misfit]:
    """Find a decision that takes the place of what it cannot, or of what is replaced already.

    Two answers of one person on one day, neither in place of the other, are not both kept: what
    was meant is for a person to say.
    """
    replaced = earlier.get(consent.replaces) if consent.replaces is not None else None
    twice = any(c.replaces == consent.replaces for c in before)
    if consent.replaces is not None and replaced is None:
        yield Misfit("consents", index, "replaces", Why.NO_SUCH_RECORD)
    elif replaced is not None and (twice or impossible_link(consent, replaced)):
        yield Misfit("consents", index, "replaces", Why.IMPOSSIBLE_CHAIN)
    cell = (consent.person, consent.agency, consent.purpose, consent.decider)
    for other in before:
        same = (other.person, other.agency, other.purpose, other.decider) == cell
        linked = consent.replaces == other.id or any(c.replaces == other.id for c in before)
        if same and not linked and contradict(consent, other):
            yield Misfit("consents", index, "answer", Why.CONTRADICTS)


def _numbers(record: Record) -> Iterator[Misfit]:
    seen: set[tuple[str, System]] = set()
    owners: dict[tuple[System, str], str] = {}
    unborn = {person.id for person in record.people if person.unborn}
    for index, identifier in enumerate(record.identifiers):
        why = why_refused(identifier.system, identifier.value)
        if why is not None:
            yield Misfit("identifiers", index, "value", why)
        if identifier.system.one_person:
            key = (identifier.person, identifier.system)
            if key in seen:
                yield Misfit("identifiers", index, "system", Why.TWO_PRIMARY)
            seen.add(key)
            number = (identifier.system, identifier.value)
            if owners.setdefault(number, identifier.person) != identifier.person:  # trap 30
                yield Misfit("identifiers", index, "value", Why.ALREADY_RECORDED)
        if identifier.person in unborn:
            yield Misfit("identifiers", index, "person", Why.UNBORN)


def _stays(record: Record) -> Iterator[Misfit]:
    earlier: dict[str, list[Stay]] = {}
    for index, stay in enumerate(record.stays):
        if stay.nights is not None and not 0 <= stay.nights <= WEEK:
            yield Misfit("stays", index, "nights", Why.NEEDS_NIGHTS)
        others = earlier.setdefault(stay.person, [])
        yield from _told("stays", index, stay_problems(stay, others))
        others.append(stay)


def _twice(record: Record) -> Iterator[Misfit]:
    """Find what there may be once: an agency now with a person, a number of a request."""
    now_with: set[tuple[str, str]] = set()
    kinds = {agency.id: agency.kind for agency in record.agencies}
    for index, involvement in enumerate(record.involvements):
        pair = (involvement.person, involvement.agency)
        if involvement.until is None:
            if pair in now_with:
                yield Misfit("involvements", index, "agency", Why.ALREADY_RECORDED)
            now_with.add(pair)
        if second_practice(involvement, record.involvements[:index], kinds):
            yield Misfit("involvements", index, "agency", Why.SECOND_PRACTICE)
    numbers: set[str] = set()
    for index, request in enumerate(record.requests):
        if request.number in numbers:
            yield Misfit("requests", index, "number", Why.ALREADY_RECORDED)
        numbers.add(request.number)
        if not REFERENCE.fullmatch(request.number):  # it names a file and is printed
            yield Misfit("requests", index, "number", Why.BAD_CHARACTER)


def _spans(record: Record) -> Iterator[Misfit]:
    dated: tuple[tuple[str, Iterable[Any]], ...] = (
        ("stays", record.stays),
        ("flags", record.flags),
        ("responsibilities", record.responsibilities),
    )
    for part, items in dated:
        for index, item in enumerate(items):
            if item.since is not None and item.until is not None and item.until < item.since:
                yield Misfit(part, index, "until", Why.ENDS_BEFORE_START)


def _kin(record: Record, today: date) -> Iterator[Misfit]:
    known: tuple[Relationship, ...] = ()
    born = births(record.people)
    for index, fact in enumerate(record.relationships):
        draft: RelationshipDraft = _as_typed(RelationshipDraft, fact)
        yield from _told("relationships", index, draft.problems(today, known, born))
        known = (*known, fact)
    held: set[tuple[str, str]] = set()
    for index, row in enumerate(record.responsibilities):
        if row.child == row.adult:
            yield Misfit("responsibilities", index, "adult", Why.SAME_PERSON)
        if (row.child, row.adult) in held:
            yield Misfit("responsibilities", index, "adult", Why.ALREADY_RECORDED)
        held.add((row.child, row.adult))


def _told(part: str, index: int, problems: Iterable[Problem]) -> Iterator[Misfit]:
    yield from (Misfit(part, index, problem.field, problem.why) for problem in problems)


def _as_typed(draft: Any, item: Any, **rest: Any) -> Any:
    """Return the draft that an entity would have been typed as; `rest` is what it does not hold."""
    held = (field.name for field in fields(draft) if field.name not in rest)
    return draft(**{name: getattr(item, name) for name in held}, **rest)
