"""The family as numbers: who is a couple, whose child is whose, who lives where.

Everything that names somebody who is not in the family is left out here, once, so that the other
modules never meet it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.family_map.family import ChildKind, CoupleKind, Family, MapPerson, Symbol


@dataclass(frozen=True, slots=True)
class Couple:
    """One or two partners (none where parents are not known) and their children, eldest first."""

    partners: tuple[int, ...]
    kind: CoupleKind
    since: str
    children: tuple[int, ...]
    kinds: tuple[ChildKind, ...]


@dataclass(frozen=True, slots=True)
class Care:
    """Somebody who stands like a parent, `rows` generations above the child."""

    carer: int
    child: int
    kind: ChildKind
    rows: int


@dataclass(slots=True)
class Kin:
    """All links of a family by number. `sibship` is the couple whose birth order binds a person."""

    people: tuple[MapPerson, ...]
    couples: tuple[Couple, ...]
    cares: tuple[Care, ...]
    homes: tuple[tuple[int, ...], ...]
    index: int | None
    sibship: list[int] = field(default_factory=list)
    rank: list[int] = field(default_factory=list)
    couples_of: list[list[int]] = field(default_factory=list)
    homes_of: list[frozenset[int]] = field(default_factory=list)

    def is_man(self, person: int) -> bool:
        """Tell whether somebody is drawn as a man or boy."""
        return self.people[person].symbol is Symbol.MAN

    def is_woman(self, person: int) -> bool:
        """Tell whether somebody is drawn as a woman or girl."""
        return self.people[person].symbol is Symbol.WOMAN


def kin_of(family: Family) -> Kin:
    """Number everybody and gather their links."""
    people = tuple({person.id: person for person in family.people}.values())
    number = {person.id: at for at, person in enumerate(people)}
    couples = _couples(family, number, people)
    cares = tuple(
        Care(number[care.carer], number[care.child], care.kind, max(0, care.rows))
        for care in family.carers
        if care.carer in number and care.child in number and care.carer != care.child
    )
    homes = tuple(
        tuple(sorted({number[member] for member in home.members if member in number}))
        for home in family.homes
    )
    kin = Kin(
        people=people,
        couples=couples,
        cares=cares,
        homes=homes,
        index=number.get(family.index) if family.index is not None else None,
        sibship=[-1] * len(people),
        rank=[0] * len(people),
        couples_of=[[] for _ in people],
        homes_of=[frozenset(h for h, m in enumerate(homes) if i in m) for i in range(len(people))],
    )
    _bind_sibships(kin)
    for at, couple in enumerate(couples):
        for partner in couple.partners:
            kin.couples_of[partner].append(at)
    for mine in kin.couples_of:
        mine.sort(key=lambda at: (couples[at].since == "", couples[at].since, at))
    return kin


def _couples(
    family: Family, number: dict[str, int], people: tuple[MapPerson, ...]
) -> tuple[Couple, ...]:
    gathered: dict[tuple[int, ...], tuple[CoupleKind, str, dict[int, ChildKind]]] = {}
    for nth, union in enumerate(family.unions):
        known = tuple(dict.fromkeys(number[p] for p in union.partners if p in number))[:2]
        key = tuple(sorted(known)) if known else (-1 - nth,)
        kind, since, children = gathered.setdefault(key, (union.kind, union.since, {}))
        if kind is CoupleKind.NONE and union.kind is not CoupleKind.NONE:
            gathered[key] = (union.kind, union.since or since, children)
        for child in union.children:
            at = number.get(child.person)
            if at is not None and at not in known:
                children.setdefault(at, child.kind)
    result = []
    for key, (kind, since, children) in gathered.items():
        partners = tuple(i for i in key if i >= 0)
        if len(partners) + len(children) < 2:
            continue
        by_age = sorted(children, key=lambda i: (people[i].order == "", people[i].order, i))
        result.append(
            Couple(partners, kind, since, tuple(by_age), tuple(children[i] for i in by_age))
        )
    return tuple(result)


def _bind_sibships(kin: Kin) -> None:
    """A child of two couples keeps birth order with the couple they were born to."""
    for wanted in (True, False):
        for at, couple in enumerate(kin.couples):
            for rank, (child, kind) in enumerate(zip(couple.children, couple.kinds, strict=True)):
                if kin.sibship[child] == -1 and (kind is ChildKind.BIRTH) == wanted:
                    kin.sibship[child] = at
                    kin.rank[child] = rank
