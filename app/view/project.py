"""Record + recipient + day -> what that recipient may see of the household."""

from __future__ import annotations

from datetime import date

from app.domain.agency import WITH_THEM_NOW, Involvement
from app.domain.law import LawPack
from app.domain.person import Person
from app.domain.record import Record
from app.domain.relationship import COUPLES, PARENTS, Relation
from app.domain.rulebook import Rulebook
from app.domain.standing import stands_in
from app.view.household import (
    HouseholdView,
    SeenAgency,
    SeenHome,
    SeenLink,
    SeenPerson,
    SeenTie,
)
from app.view.permission import Permission
from app.view.recipient import Recipient, RecipientKind
from app.view.rules import Group


def project(record: Record, law: LawPack, recipient: Recipient, on: date) -> HouseholdView:
    """Return the household as one recipient may see it. Built from what is allowed, only."""
    allowed = Permission(record, recipient, on)
    people = tuple(person for person in record.people if allowed.sees_person(person))
    seen: set[str] = {person.id for person in people}
    links = tuple(
        SeenLink(
            person=fact.person,
            kind=fact.kind,
            other=fact.other,
            since=fact.since.isoformat() if fact.since else "",
        )
        for fact in record.relationships
        if allowed.may(Group.KIN) and fact.person in seen and fact.other in seen
    )
    ties = _ties(record, law, allowed, seen, on)
    met = {tie.agency for tie in ties}
    return HouseholdView(
        on=on,
        people=tuple(_seen_person(record, person, seen, on) for person in people),
        links=links,
        homes=_homes(record, allowed, seen, on),
        agencies=tuple(
            SeenAgency(id=agency.id, name=agency.name, kind=agency.kind)
            for agency in record.agencies
            if agency.id in met
        ),
        ties=ties,
    )


def _seen_person(record: Record, person: Person, seen: set[str], on: date) -> SeenPerson:
    return SeenPerson(
        id=person.id,
        name=person.name,
        initials=person.initials,
        gender=person.gender,
        born=person.born.text() if person.born else "",
        age=None if person.died else person.age(on),
        due=person.due if person.unborn else None,
        died=str(person.died.year) if person.died else "",
        school_year=person.school_year,
        role=_role(record, person, seen),
    )


def _role(record: Record, person: Person, seen: set[str]) -> str:
    """Return what somebody is in this family: to the children seen, else to their partner."""
    kinds = [
        fact.kind
        for fact in record.relationships
        if fact.person == person.id and fact.other in seen
    ]
    for kind in (
        Relation.MOTHER,
        Relation.FATHER,
        Relation.PARENT,
        Relation.ADOPTIVE_PARENT,
        Relation.GRANDPARENT,
        Relation.SPECIAL_GUARDIAN,
        Relation.STEP_PARENT,
        Relation.FOSTER_CARER,
        Relation.KINSHIP_CARER,
    ):
        if kind in kinds:
            grand = kind in PARENTS and Relation.GRANDPARENT in kinds
            return Relation.GRANDPARENT if grand else kind
    if any(kind in COUPLES for kind in kinds):
        return Relation.PARTNER
    return ""


def _homes(record: Record, allowed: Permission, seen: set[str], on: date) -> tuple[SeenHome, ...]:
    homes = []
    for home in record.homes:
        stays = [
            s for s in record.stays if s.home == home.id and s.current(on) and s.person in seen
        ]
        if stays and allowed.sees_home(home):
            homes.append(
                SeenHome(
                    id=home.id,
                    label=home.label,
                    members=tuple(stay.person for stay in stays),
                    main=False,
                )
            )
    largest = max(homes, key=lambda home: len(home.members), default=None)
    return tuple(
        SeenHome(id=h.id, label=h.label, members=h.members, main=h is largest) for h in homes
    )


def _ties(
    record: Record, law: LawPack, allowed: Permission, seen: set[str], on: date
) -> tuple[SeenTie, ...]:
    ties = []
    book = Rulebook(record, law)
    for involvement in record.involvements:
        gone = involvement.state not in WITH_THEM_NOW or not involvement.current(on)
        if gone or involvement.person not in seen or not allowed.sees_involvement(involvement):
            continue
        if not _decision_reaches(allowed.recipient, allowed, involvement):
            continue
        where = stands_in(book, involvement.person, involvement.agency, on)
        if where.disagreement and allowed.recipient.kind is not RecipientKind.OFFICE:
            continue  # who said what is between each of them and us
        ties.append(
            SeenTie(
                person=involvement.person,
                agency=involvement.agency,
                involvement=involvement.state,
                sharing=where.state,
                day=where.day,
                disagreement=where.disagreement,
            )
        )
    return tuple(ties)


def _decision_reaches(recipient: Recipient, allowed: Permission, involvement: Involvement) -> bool:
    """Keep each person's choices apart: the family sees its own, the office all of them."""
    if recipient.present:
        return all(_decision_reaches(one, allowed, involvement) for one in recipient.present)
    if recipient.kind in (RecipientKind.SELF, RecipientKind.PARENT):
        return involvement.person in (recipient.reader, *recipient.about)
    return Permission(allowed.record, recipient, allowed.on).may(
        Group.DECISION, agency=involvement.agency
    )
