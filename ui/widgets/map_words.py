"""The household picture in words: what a screen reader says, and "Describe this family"."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.family_map.family import (
    ChildKind,
    CoupleKind,
    Family,
    MapAgency,
    MapPerson,
    MapUnion,
    Symbol,
    TieState,
)


def state_words() -> Mapping[TieState, str]:
    """Return what each state of sharing is called on screen."""
    tr = QCoreApplication.translate
    return {
        TieState.GIVEN: tr("Map", "Agreed"),
        TieState.NARROWED: tr("Map", "Agreed in part"),
        TieState.OTHER_LAW: tr("Map", "Law allows it"),
        TieState.EXPIRED: tr("Map", "Ran out"),
        TieState.WITHDRAWN: tr("Map", "Changed their mind"),
        TieState.SUPERSEDED: tr("Map", "Replaced by a newer form"),
        TieState.NOT_SOUGHT: tr("Map", "Not asked"),
        TieState.DRAFT: tr("Map", "Form not signed yet"),
        TieState.REFUSED: tr("Map", "Said no"),
    }


def couple_words() -> Mapping[CoupleKind, str]:
    """Return what each kind of couple is called."""
    tr = QCoreApplication.translate
    return {
        CoupleKind.MARRIED: tr("Map", "Married"),
        CoupleKind.CIVIL: tr("Map", "Civil partners"),
        CoupleKind.TOGETHER: tr("Map", "Living together or a couple"),
        CoupleKind.SEPARATED: tr("Map", "Separated"),
        CoupleKind.DIVORCED: tr("Map", "Divorced"),
        CoupleKind.NONE: tr("Map", "Parents, not a couple"),
    }


def child_words() -> Mapping[ChildKind, str]:
    """Return what each kind of child's or carer's line is called."""
    tr = QCoreApplication.translate
    return {
        ChildKind.BIRTH: tr("Map", "Child"),
        ChildKind.ADOPTED: tr("Map", "Adopted child"),
        ChildKind.FOSTER: tr("Map", "Foster child"),
        ChildKind.STEP: tr("Map", "Step-parent"),
        ChildKind.KINSHIP: tr("Map", "Kinship carer"),
        ChildKind.GUARDIAN: tr("Map", "Special guardian"),
    }


def home_words() -> Mapping[bool, str]:
    """Return what a main home (True) and another one (False) are called."""
    tr = QCoreApplication.translate
    return {True: tr("Map", "Live together"), False: tr("Map", "Another home")}


def symbol_words() -> Mapping[Symbol, str]:
    """Return what each person's symbol is called."""
    tr = QCoreApplication.translate
    return {
        Symbol.MAN: tr("Map", "Man or boy"),
        Symbol.WOMAN: tr("Map", "Woman or girl"),
        Symbol.OTHER: tr("Map", "Another gender"),
        Symbol.UNKNOWN: tr("Map", "Gender not known"),
        Symbol.UNBORN: tr("Map", "Not born yet"),
    }


def name_of(family: Family, id_: str) -> str:
    """Return a name that makes sense alone, for a person or an agency."""
    for person in family.people:
        if person.id == id_:
            return ", ".join(part for part in (person.name, person.second_line) if part)
    for agency in family.agencies:
        if agency.id == id_:
            return ", ".join(part for part in (agency.name, agency.second_line) if part)
    return ""


def description_of(family: Family, id_: str) -> str:
    """Return who somebody belongs to, where they live, and where sharing stands."""
    sentences = [*_relations(family, id_), *_homes(family, id_), *_ties(family, id_)]
    return ". ".join(sentences)


def describe_family(family: Family) -> str:
    """Return the whole picture as a text, one line a person or agency."""
    known: tuple[MapPerson | MapAgency, ...] = (*family.people, *family.agencies)
    lines = []
    for one in known:
        about = description_of(family, one.id)
        name = name_of(family, one.id)
        lines.append(f"{name}. {about}." if about else f"{name}.")
    return "\n".join(lines)


def _relations(family: Family, id_: str) -> list[str]:
    tr = QCoreApplication.translate
    names = {person.id: person.name for person in family.people}
    kinds = child_words()
    found = []
    for union in family.unions:
        others = [names[one] for one in union.partners if one != id_ and one in names]
        if id_ in union.partners:
            found += _as_partner(union, others, names)
        for child in union.children:
            if child.person == id_:
                parents = [names[one] for one in union.partners if one in names]
                of = tr("Map", "{kind} of {names}")
                found.append(of.format(kind=kinds[child.kind], names=_and(parents)))
    for carer in family.carers:
        if carer.child == id_ and carer.carer in names:
            found.append(f"{kinds[carer.kind]}: {names[carer.carer]}")
        if carer.carer == id_ and carer.child in names:
            of = tr("Map", "{kind} of {names}")
            found.append(of.format(kind=kinds[carer.kind], names=names[carer.child]))
    return found


def _as_partner(union: MapUnion, others: list[str], names: Mapping[str, str]) -> list[str]:
    tr = QCoreApplication.translate
    found = []
    if others and union.kind is not CoupleKind.NONE:
        found.append(f"{couple_words()[union.kind]}: {_and(others)}")
    children = [names[child.person] for child in union.children if child.person in names]
    if children:
        found.append(tr("Map", "Parent of {names}").format(names=_and(children)))
    return found


def _homes(family: Family, id_: str) -> list[str]:
    tr = QCoreApplication.translate
    homes = [home.label for home in family.homes if id_ in home.members]
    return [tr("Map", "Lives at: {homes}").format(homes=_and(homes))] if homes else []


def _ties(family: Family, id_: str) -> list[str]:
    names: dict[str, str] = {agency.id: agency.name for agency in family.agencies}
    names.update({person.id: person.name for person in family.people})
    words = state_words()
    found = []
    for tie in family.ties:
        if id_ in (tie.person, tie.agency):
            other = tie.agency if id_ == tie.person else tie.person
            found.append(f"{names.get(other, '')}: {tie.words or words[tie.state]}")
    return found


def _and(names: list[str]) -> str:
    tr = QCoreApplication.translate
    if len(names) < 2:
        return "".join(names)
    return tr("Map", "{most} and {last}").format(most=", ".join(names[:-1]), last=names[-1])
