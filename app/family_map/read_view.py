"""Turn what a recipient may see into what is to be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from app.calendar_words import long_date
from app.family_map.family import (
    ChildKind,
    CoupleKind,
    Family,
    MapAgency,
    MapCarer,
    MapChild,
    MapHome,
    MapPerson,
    MapTie,
    MapUnion,
    Symbol,
    TieState,
)
from app.family_map.words import PictureWords
from app.view.household import HouseholdView, SeenAgency, SeenLink, SeenPerson

PARENTS = frozenset({"mother", "father", "parent"})
COUPLES = {
    "spouse": CoupleKind.MARRIED,
    "civil-partner": CoupleKind.CIVIL,
    "partner": CoupleKind.TOGETHER,
    "separated": CoupleKind.SEPARATED,
    "divorced": CoupleKind.DIVORCED,
    "former-partner": CoupleKind.SEPARATED,
}
CARERS = {
    "step-parent": (ChildKind.STEP, 1),
    "foster-carer": (ChildKind.FOSTER, 1),
    "kinship-carer": (ChildKind.KINSHIP, 1),
    "special-guardian": (ChildKind.GUARDIAN, 1),
    "grandparent": (ChildKind.KINSHIP, 2),
}
SYMBOLS = {"male": Symbol.MAN, "female": Symbol.WOMAN, "other": Symbol.OTHER}


def family_from(view: HouseholdView, words: PictureWords, *, index: str | None = None) -> Family:
    """Return the family to draw, around `index` when one is given."""
    return Family(
        people=tuple(_person(person, view, words) for person in view.people),
        unions=tuple(_unions(view)),
        carers=tuple(_carers(view)),
        homes=tuple(
            MapHome(id=home.id, label=home.label, members=home.members, main=home.main)
            for home in view.homes
        ),
        agencies=tuple(_agency(agency, view, words) for agency in view.agencies),
        ties=tuple(
            MapTie(
                person=tie.person,
                agency=tie.agency,
                state=TieState(tie.sharing),
                words=words.state(tie.sharing, tie.day, disagreement=tie.disagreement),
            )
            for tie in view.ties
        ),
        index=index,
    )


def _person(person: SeenPerson, view: HouseholdView, words: PictureWords) -> MapPerson:
    symbol = SYMBOLS.get(person.gender, Symbol.UNKNOWN)
    return MapPerson(
        id=person.id,
        name=person.name or words.plain["expected"],
        second_line=_second_line(person, words),
        initials=person.initials,
        symbol=Symbol.UNBORN if person.due is not None else symbol,
        order=person.due.isoformat() if person.due is not None else person.born,
        deceased=bool(person.died),
    )


def _second_line(person: SeenPerson, words: PictureWords) -> str:
    if person.due is not None:
        return words.plain["expected_on"].format(date=long_date(person.due))
    if person.died:
        return words.plain["died"].format(year=person.died)
    if person.age is None:
        age = words.plain["age_unknown"]
    elif person.age == 0:
        age = words.plain["under_one"]
    else:
        age = words.plain["age_years"].format(age=person.age)
    what = person.school_year or words.roles.get(person.role, "")
    return f"{age} · {what}" if what else age


def _unions(view: HouseholdView) -> Iterator[MapUnion]:
    """Return each couple and each set of shared parents once, with their children by kind."""
    adopted = {(link.person, link.other) for link in view.links if link.kind == "adoptive-parent"}
    parents: dict[str, list[str]] = {}
    for link in view.links:
        if link.kind in PARENTS or link.kind == "adoptive-parent":
            parents.setdefault(link.other, []).append(link.person)
    children: dict[frozenset[str], list[MapChild]] = {}
    for child, above in parents.items():
        kind = ChildKind.ADOPTED if (above[0], child) in adopted else ChildKind.BIRTH
        children.setdefault(frozenset(above[:2]), []).append(MapChild(person=child, kind=kind))
    couples = {
        frozenset((link.person, link.other)): link for link in view.links if link.kind in COUPLES
    }
    order = [person.id for person in view.people]
    for pair in sorted({*children, *couples}, key=lambda p: sorted(map(order.index, p))):
        couple: SeenLink | None = couples.get(pair)
        yield MapUnion(
            partners=tuple(sorted(pair, key=order.index)),
            kind=COUPLES[couple.kind] if couple is not None else CoupleKind.NONE,
            children=tuple(children.get(pair, ())),
            since=couple.since if couple is not None else "",
        )


def _carers(view: HouseholdView) -> Iterator[MapCarer]:
    """Return everybody who stands like a parent; a grandparent only where no parent joins them."""
    joined = {
        (up.person, down.other)
        for up in view.links
        for down in view.links
        if up.kind in PARENTS and down.kind in PARENTS and up.other == down.person
    }
    stronger = {
        (link.person, link.other)
        for link in view.links
        if link.kind in CARERS and link.kind != "grandparent"
    }
    for link in view.links:
        if link.kind not in CARERS:
            continue
        pair = (link.person, link.other)
        if link.kind == "grandparent" and (pair in joined or pair in stronger):
            continue
        kind, rows = CARERS[link.kind]
        yield MapCarer(
            carer=link.person,
            child=link.other,
            kind=kind,
            rows=2 if pair in joined else rows,
        )


def _agency(agency: SeenAgency, view: HouseholdView, words: PictureWords) -> MapAgency:
    sector = words.sectors[agency.kind]
    return MapAgency(
        id=agency.id,
        name=agency.name,
        second_line=_who_for(agency.id, view, words),
        sector=sector.hue,
        icon=sector.icon,
    )


def _who_for(agency: str, view: HouseholdView, words: PictureWords) -> str:
    """Return whom an agency is with, and the state where it is not simply active."""
    names = {person.id: person.name.split()[0] if person.name else "" for person in view.people}
    ties = [tie for tie in view.ties if tie.agency == agency]
    who = ", ".join(names[tie.person] or words.plain["expected"] for tie in ties)
    states = {tie.involvement for tie in ties}
    if len(states) == 1 and "active" not in states:
        return f"{who} · {words.involvement[states.pop()]}"
    return who
