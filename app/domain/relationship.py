"""Who is what to whom. Each fact is kept once and read from both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from app.domain.dates import PartialDate, years_between
from app.domain.home import span_problems
from app.domain.household import TEXT_LENGTH, text_problems
from app.domain.ids import HouseholdId, PersonId
from app.domain.person import Person
from app.domain.problems import Problem, Why

YOUNGEST_PARENT = 10  # years older than the child; below that a date is wrong
NOBODYS_BIRTH: Mapping[PersonId, PartialDate] = MappingProxyType({})


class Relation(StrEnum):
    """What `person` is to `other`. Parental responsibility is a record of its own."""

    MOTHER = "mother"
    FATHER = "father"
    PARENT = "parent"
    ADOPTIVE_PARENT = "adoptive-parent"
    STEP_PARENT = "step-parent"
    FOSTER_CARER = "foster-carer"
    KINSHIP_CARER = "kinship-carer"
    SPECIAL_GUARDIAN = "special-guardian"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    HALF_SIBLING = "half-sibling"
    STEP_SIBLING = "step-sibling"
    SPOUSE = "spouse"
    CIVIL_PARTNER = "civil-partner"
    PARTNER = "partner"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    FORMER_PARTNER = "former-partner"
    AUNT_OR_UNCLE = "aunt-or-uncle"
    COUSIN = "cousin"
    FRIEND = "friend"
    OTHER = "other"


PARENTS = frozenset({Relation.MOTHER, Relation.FATHER, Relation.PARENT, Relation.ADOPTIVE_PARENT})
BIRTH_PARENTS = frozenset({Relation.MOTHER, Relation.FATHER})
CARERS = frozenset(
    {
        Relation.STEP_PARENT,
        Relation.FOSTER_CARER,
        Relation.KINSHIP_CARER,
        Relation.SPECIAL_GUARDIAN,
        Relation.GRANDPARENT,
    }
)
COUPLES = frozenset(
    {
        Relation.SPOUSE,
        Relation.CIVIL_PARTNER,
        Relation.PARTNER,
        Relation.SEPARATED,
        Relation.DIVORCED,
        Relation.FORMER_PARTNER,
    }
)
TOGETHER = frozenset({Relation.SPOUSE, Relation.CIVIL_PARTNER, Relation.PARTNER})
SAME_BOTH_WAYS = COUPLES | {
    Relation.SIBLING,
    Relation.HALF_SIBLING,
    Relation.STEP_SIBLING,
    Relation.COUSIN,
    Relation.FRIEND,
    Relation.OTHER,
}
DOWN_A_GENERATION = PARENTS | CARERS - {Relation.GRANDPARENT}


class Contact(StrEnum):
    """What contact two people have with each other."""

    NOT_RECORDED = "not-recorded"
    YES = "yes"
    SUPERVISED = "supervised"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """`person` is the `kind` of `other`: Dana is the mother of Leo."""

    id: str
    household: HouseholdId
    person: PersonId
    kind: Relation
    other: PersonId
    since: date | None = None
    until: date | None = None
    carer: bool = False  # person looks after other
    contact: Contact = Contact.NOT_RECORDED
    view_of_person: str = ""  # how each of the two sees it, in their own words
    view_of_other: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipDraft:
    """What the form about a relationship holds so far."""

    person: PersonId | None = None
    kind: Relation | None = None
    other: PersonId | None = None
    since: date | None = None
    until: date | None = None
    carer: bool = False
    contact: Contact = Contact.NOT_RECORDED
    view_of_person: str = ""
    view_of_other: str = ""
    note: str = ""

    def problems(
        self,
        today: date,
        known: tuple[Relationship, ...],
        born: Mapping[PersonId, PartialDate] = NOBODYS_BIRTH,
    ) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, beside what is already recorded.

        `born` holds the dates of birth that are known; of an unborn child, the expected date.
        """
        found = [
            Problem(field, Why.MISSING)
            for field, value in (
                ("person", self.person),
                ("kind", self.kind),
                ("other", self.other),
            )
            if value is None
        ]
        found += span_problems(self.since, self.until, today)
        for name in ("view_of_person", "view_of_other", "note"):
            found += text_problems(name, getattr(self, name), TEXT_LENGTH)
        if self.person is None or self.kind is None or self.other is None:
            return tuple(found)
        if self.person == self.other:
            return (*found, Problem("other", Why.SAME_PERSON))
        why = contradiction(self.person, self.kind, self.other, known)
        if why is None and self.kind in PARENTS:
            why = why_no_parent(born.get(self.person), born.get(self.other))
        return (*found, Problem("other", why)) if why is not None else tuple(found)


def contradiction(
    person: PersonId, kind: Relation, other: PersonId, known: tuple[Relationship, ...]
) -> Why | None:
    """Say why a fact cannot stand beside the known ones: said already, second mother, a circle."""
    for fact in known:
        same = (fact.person, fact.other) == (person, other)
        mirrored = (fact.person, fact.other) == (other, person) and kind in SAME_BOTH_WAYS
        if fact.kind is kind and (same or mirrored):
            return Why.ALREADY_RECORDED
        if kind in BIRTH_PARENTS and fact.kind is kind and fact.other == other:
            return Why.TWO_PRIMARY  # a child has one birth mother and one birth father
    if kind in DOWN_A_GENERATION and _descends(person, other, known):
        return Why.PARENT_CYCLE
    return None


def why_no_parent(parent: PartialDate | None, child: PartialDate | None) -> Why | None:
    """Say why somebody cannot be a parent by age; None while the dates leave it open."""
    if parent is None or child is None:
        return None
    if parent.earliest >= child.latest:
        return Why.CHILD_OLDER
    close = years_between(parent.earliest, child.latest) < YOUNGEST_PARENT
    return Why.PARENT_TOO_YOUNG if close else None


def births(people: Iterable[Person]) -> dict[PersonId, PartialDate]:
    """Return the dates of birth that are known; of an unborn child, the expected date."""
    found = {}
    for person in people:
        if person.born is not None:
            found[person.id] = person.born
        elif person.due is not None:
            found[person.id] = PartialDate.of(person.due)
    return found


def _descends(person: PersonId, ancestor: PersonId, known: tuple[Relationship, ...]) -> bool:
    children: dict[PersonId, list[PersonId]] = {}
    for fact in known:
        if fact.kind in DOWN_A_GENERATION:
            children.setdefault(fact.person, []).append(fact.other)
    waiting, seen = [ancestor], set[PersonId]()
    while waiting:
        one = waiting.pop()
        if one == person:
            return True
        if one not in seen:
            seen.add(one)
            waiting.extend(children.get(one, ()))
    return False
