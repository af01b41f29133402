"""Record + recipient + day -> what that recipient may see of the household."""

from __future__ import annotations

from datetime import date

from app.domain.agency import WITH_THEM_NOW
from app.domain.law import LawPack
from app.domain.record import Record
from app.view.choices import Choices
from app.view.household import (
    HouseholdView,
    SeenAgency,
    SeenHome,
    SeenLink,
    SeenResponsibility,
    SeenTie,
)
from app.view.known import Known
from app.view.permission import Permission
from app.view.recipient import Recipient
from app.view.rules import Group


def project(record: Record, law: LawPack, recipient: Recipient, on: date) -> HouseholdView:
    """Return the household as one recipient may see it. Built from what is allowed, only."""
    known = Known(record, recipient, on)
    allowed = known.allowed
    people = known.people()
    seen = frozenset(person.id for person in people)
    ties = _ties(record, law, allowed, seen, on)
    met = {tie.agency for tie in ties}
    return HouseholdView(
        on=on,
        people=people,
        links=_links(record, seen) if allowed.may(Group.KIN) else (),
        homes=_homes(record, allowed, seen, on),
        agencies=tuple(
            SeenAgency(id=agency.id, name=agency.name, kind=agency.kind)
            for agency in record.agencies
            if agency.id in met
        ),
        ties=ties,
        responsibilities=tuple(
            SeenResponsibility(child=row.child, adult=row.adult, holds=row.holds)
            for row in record.responsibilities
            if allowed.may(Group.RESPONSIBILITY)
        ),
        orders=tuple(order.kind for order in record.orders if allowed.may(Group.ORDER)),
        notes=tuple(note.text for note in record.notes if allowed.may(Group.NOTE)),
    )


def _links(record: Record, seen: frozenset[str]) -> tuple[SeenLink, ...]:
    return tuple(
        SeenLink(
            person=fact.person,
            kind=fact.kind,
            other=fact.other,
            since=fact.since.isoformat() if fact.since else "",
        )
        for fact in record.relationships
        if fact.person in seen and fact.other in seen
    )


def _homes(
    record: Record, allowed: Permission, seen: frozenset[str], on: date
) -> tuple[SeenHome, ...]:
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
    record: Record, law: LawPack, allowed: Permission, seen: frozenset[str], on: date
) -> tuple[SeenTie, ...]:
    ties = []
    choices = Choices(record, law, allowed, on)
    for involvement in record.involvements:
        gone = involvement.state not in WITH_THEM_NOW or not involvement.current(on)
        if gone or involvement.person not in seen or not allowed.sees_involvement(involvement):
            continue
        where = choices.of(involvement.person, involvement.agency)
        if where is not None:
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
