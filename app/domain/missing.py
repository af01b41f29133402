"""Who may be missing round a family: plain rules held as data, each so or not so. No scores.

Nothing found here leaves the office. What somebody has for themself alone (`Safety.OWN`) counts
nowhere: the questions are the same whether it is recorded or not (trap 9).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.agency import AgencyKind, Involvement
from app.domain.consent import Answer
from app.domain.dates import years_between
from app.domain.identifiers import System
from app.domain.ids import AgencyId, PersonId
from app.domain.judgement import Dismissal
from app.domain.person import NO_EDUCATION, Allowed, Person, Safety
from app.domain.record import Record
from app.domain.relationship import PARENTS, Relation
from app.domain.sharing import RequestState

BORN_BY_NOW = 21  # days after the expected date


class Role(StrEnum):
    """Whom a rule is about, beside their age."""

    ANYBODY = "anybody"
    PARENT = "parent"
    HOUSEMATE = "housemate"
    CARER = "carer"
    PREGNANT = "pregnant"


class Lack(StrEnum):
    """What a rule finds missing."""

    AGENCY = "agency"
    QUESTION = "question"
    SIGHT = "sight"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRule:
    """One rule; the fields are explained at the top of `resources/prompts/missing.toml`."""

    key: str
    sentence: str
    reason: str
    source: str
    lacks: Lack
    role: Role = Role.ANYBODY
    age_from: int | None = None
    age_under: int | None = None
    kinds: frozenset[AgencyKind] = frozenset()
    besides: frozenset[AgencyKind] = frozenset()
    questions: frozenset[str] = frozenset()
    days: int = 0
    unless: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One question to ask: by which rule, about whom, and about which of their agencies."""

    rule: MissingRule
    person: PersonId
    agency: AgencyId | None = None
    age_unknown: bool = False  # asked although no date of birth says that they are an adult

    def is_set_aside_by(self, dismissal: Dismissal) -> bool:
        """Say whether a dismissal is of this question."""
        found = (dismissal.rule, dismissal.person, dismissal.agency)
        return found == (self.rule.key, self.person, self.agency)


def who_is_missing(record: Record, rules: tuple[MissingRule, ...], on: date) -> tuple[Missing, ...]:
    """Return the questions to ask, in the order of the rules and then of the family.

    Those that were set aside with a note are not among them.
    """
    asked = all_missing(record, rules, on)
    return tuple(one for one in asked if not any(one.is_set_aside_by(d) for d in record.dismissals))


def all_missing(record: Record, rules: tuple[MissingRule, ...], on: date) -> tuple[Missing, ...]:
    """Return the questions to ask as if none had ever been set aside."""
    found: list[Missing] = []
    met: set[tuple[str, PersonId]] = set()
    for rule in rules:
        for person in record.people:
            if not _is_meant(record, rule, person, on) or (rule.unless, person.id) in met:
                continue
            for agency in _lacking(record, rule, person, on):
                met.add((rule.key, person.id))
                unknown = rule.age_from is not None and person.born is None
                found.append(
                    Missing(rule=rule, person=person.id, agency=agency, age_unknown=unknown)
                )
    return tuple(found)


def _is_meant(record: Record, rule: MissingRule, person: Person, on: date) -> bool:
    if person.unborn or person.died is not None:
        return False
    if (rule.age_from, rule.age_under) != (None, None):
        if person.born is None:
            return _perhaps_adult(record, rule, person) and _has_role(record, rule, person, on)
        if rule.age_from is not None and years_between(person.born.latest, on) < rule.age_from:
            return False
        if rule.age_under is not None and years_between(person.born.earliest, on) >= rule.age_under:
            return False
    return _has_role(record, rule, person, on)


def _perhaps_adult(record: Record, rule: MissingRule, person: Person) -> bool:
    """Say whether a rule for adults fits somebody of unknown age: nothing says they are a child."""
    if rule.age_under is not None or person.school_year or person.education != NO_EDUCATION:
        return False
    if person.health.young_carer is Allowed.YES:
        return False
    parents = [fact for fact in record.relationships if fact.kind in PARENTS]
    is_child = any(fact.other == person.id for fact in parents)
    is_parent = any(fact.person == person.id for fact in parents)
    return (
        (is_parent or not is_child)
        and not any(row.child == person.id for row in record.responsibilities)
        and not any(
            number.person == person.id and number.system is System.UPN
            for number in record.identifiers
        )
    )


def _has_role(record: Record, rule: MissingRule, person: Person, on: date) -> bool:
    if rule.role is Role.PARENT:
        return bool(_children_of(record, person, on))
    if rule.role is Role.HOUSEMATE:
        return _lives_with_a_child(record, person, on)
    if rule.role is Role.CARER:
        return _is_carer(record, person, on)
    return rule.role is Role.ANYBODY or _is_pregnant(record, person, on)


def _lacking(
    record: Record, rule: MissingRule, person: Person, on: date
) -> Iterator[AgencyId | None]:
    """Yield what is missing: None once, or each agency that was not asked."""
    if rule.lacks is Lack.QUESTION:
        yield from _not_asked(record, rule, person, on)
    elif rule.lacks is Lack.AGENCY:
        known = {agency.id: agency.kind for agency in record.agencies}
        kinds = {known.get(i.agency) for i in _with_them(record, person, on)} - {None}
        if not (kinds & rule.kinds if rule.kinds else kinds - rule.besides):
            yield None
    elif rule.lacks is Lack.SIGHT:
        since = on - timedelta(days=rule.days)
        seen = [visit.on for visit in record.visits if person.id in visit.seen]
        if not any(since <= day <= on for day in seen):
            yield None
    elif not any(
        said.person == person.id and said.words.strip()
        for visit in record.visits
        for said in visit.words
    ):
        yield None


def _not_asked(record: Record, rule: MissingRule, person: Person, on: date) -> Iterator[AgencyId]:
    kinds = {agency.id: agency.kind for agency in record.agencies}
    children = _children_of(record, person, on)
    for involvement in _with_them(record, person, on):
        agency = involvement.agency
        if kinds.get(agency) not in rule.kinds or _said_no(record, person, agency):
            continue
        asked = [r for r in record.requests if r.agency == agency]
        asked = [r for r in asked if r.state is not RequestState.RECALLED]
        about_them = any(r.person == person.id and rule.questions & set(r.questions) for r in asked)
        if not about_them and not any(r.person in children for r in asked):
            yield agency


def _with_them(record: Record, person: Person, on: date) -> list[Involvement]:
    theirs = record.involvements_of(person.id)
    return [i for i in theirs if i.current(on) and i.safety is not Safety.OWN]


def _said_no(record: Record, person: Person, agency: AgencyId) -> bool:
    """Say whether the last thing they decided about this agency was a no: that is respected."""
    said = [
        c for c in record.consents if c.person == person.id and c.agency == agency and c.decided_on
    ]
    said.sort(key=lambda c: (c.decided_on or date.min, c.id))
    return bool(said) and said[-1].answer in (Answer.REFUSED, Answer.WITHDRAWN)


def _children_of(record: Record, person: Person, on: date) -> frozenset[PersonId]:
    """Return the living children somebody is a parent of, or lives with."""
    own = {r.other for r in record.relationships if r.person == person.id and r.kind in PARENTS}
    return frozenset(
        child.id
        for child in record.people
        if child.under_age(on)
        and child.died is None
        and child.id != person.id
        and (child.id in own or _together(record, person.id, child.id, on))
    )


def _lives_with_a_child(record: Record, person: Person, on: date) -> bool:
    return any(
        child.under_age(on) and child.died is None and _together(record, person.id, child.id, on)
        for child in record.people
        if child.id != person.id
    )


def _together(record: Record, one: PersonId, other: PersonId, on: date) -> bool:
    """Say whether two people share a home; a stay at a home nobody knows counts for nothing."""
    places = [
        {stay.home for stay in record.stays if stay.person == person and stay.current(on)}
        for person in (one, other)
    ]
    return bool(places[0] & places[1])


def _is_carer(record: Record, person: Person, on: date) -> bool:
    """Say whether somebody looks after another beyond what any parent does for a child."""
    if person.health.young_carer is Allowed.YES and not person.adult(on):
        return True
    looked_after = {one.id: one for one in record.people if one.died is None}
    for fact in record.relationships:
        other = looked_after.get(fact.other)
        ended = fact.until is not None and fact.until <= on
        if fact.person != person.id or not fact.carer or ended or other is None:
            continue
        ordinary = fact.kind in PARENTS and other.under_age(on) and not other.health.disability
        if not ordinary:
            return True
    return False


def _is_pregnant(record: Record, person: Person, on: date) -> bool:
    """Say whether a baby is expected, or was so lately that nobody may have written it down."""
    expected = [person.health.pregnant_due]
    for fact in record.relationships:
        if fact.person == person.id and fact.kind is Relation.MOTHER:
            expected += [one.due for one in record.people if one.id == fact.other and one.unborn]
    return any(due is not None and (on - due).days <= BORN_BY_NOW for due in expected)
