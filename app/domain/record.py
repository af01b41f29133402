"""The record of one household, whole: everything known, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.domain.agency import Agency, Involvement, Professional, Team
from app.domain.consent import Competence, Consent, Limit
from app.domain.home import Home, Stay
from app.domain.household import Household, Office
from app.domain.identifiers import System
from app.domain.ids import AgencyId, HomeId, PersonId, ProfessionalId
from app.domain.judgement import Dismissal, NotTheSame
from app.domain.person import Person
from app.domain.plan import Action, Goal, Meeting, Need, Review, ScaleMark
from app.domain.proof import Confirmation, DrawnSignature
from app.domain.reach import ContactPoint, Flag, Identifier
from app.domain.relationship import PARENTS, Relationship
from app.domain.responsibility import Order, Responsibility
from app.domain.restricted import Restricted
from app.domain.sharing import Ground, Paper, Ruling, ShareRequest
from app.domain.visit import Note, Visit

T = TypeVar("T", Person, Agency, Professional, Home)
NO_OFFICE = Office()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One household with the agencies it has to do with, and the office that keeps it."""

    household: Household
    office: Office = NO_OFFICE
    people: tuple[Person, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    contact_points: tuple[ContactPoint, ...] = ()
    flags: tuple[Flag, ...] = ()
    homes: tuple[Home, ...] = ()
    stays: tuple[Stay, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    orders: tuple[Order, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    visits: tuple[Visit, ...] = ()
    notes: tuple[Note, ...] = ()
    consents: tuple[Consent, ...] = ()
    competences: tuple[Competence, ...] = ()
    limits: tuple[Limit, ...] = ()
    signatures: tuple[DrawnSignature, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    grounds: tuple[Ground, ...] = ()
    requests: tuple[ShareRequest, ...] = ()
    papers: tuple[Paper, ...] = ()
    needs: tuple[Need, ...] = ()
    goals: tuple[Goal, ...] = ()
    scale_marks: tuple[ScaleMark, ...] = ()
    actions: tuple[Action, ...] = ()
    reviews: tuple[Review, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    not_the_same: tuple[NotTheSame, ...] = ()
    restricted: tuple[Restricted, ...] = ()  # empty unless asked for
    agencies: tuple[Agency, ...] = ()
    teams: tuple[Team, ...] = ()
    professionals: tuple[Professional, ...] = ()

    def person(self, id_: PersonId) -> Person:
        """Return a person of the household; raises KeyError when there is none."""
        return _by_id(self.people, id_)

    def agency(self, id_: AgencyId) -> Agency:
        """Return an agency; raises KeyError when there is none."""
        return _by_id(self.agencies, id_)

    def professional(self, id_: ProfessionalId) -> Professional:
        """Return a professional; raises KeyError when there is none."""
        return _by_id(self.professionals, id_)

    def home(self, id_: HomeId) -> Home:
        """Return a home; raises KeyError when there is none."""
        return _by_id(self.homes, id_)

    def homes_of(self, person: PersonId, on: date) -> tuple[Home, ...]:
        """Return where a person lives on a day, the main home first."""
        stays = [s for s in self.stays if s.person == person and s.current(on)]
        stays.sort(key=lambda stay: not stay.main)
        return tuple(self.home(stay.home) for stay in stays)

    def lives_together(self, one: PersonId, other: PersonId, on: date) -> bool:
        """Say whether two people share a home on a day."""
        theirs = {home.id for home in self.homes_of(other, on)}
        return any(home.id in theirs for home in self.homes_of(one, on))

    def parents_of(self, child: PersonId) -> tuple[PersonId, ...]:
        """Return the recorded birth and adoptive parents, in the order recorded."""
        return tuple(r.person for r in self.relationships if r.other == child and r.kind in PARENTS)

    def identifier(self, person: PersonId, system: System) -> Identifier | None:
        """Return a person's number in a register."""
        for identifier in self.identifiers:
            if identifier.person == person and identifier.system is system:
                return identifier
        return None

    def holders(self, child: PersonId, on: date) -> tuple[Responsibility, ...]:
        """Return who is recorded as holding parental responsibility on a day."""
        return tuple(r for r in self.responsibilities if r.child == child and r.held(on))

    def involvements_of(self, person: PersonId) -> tuple[Involvement, ...]:
        """Return a person's involvements, in the order recorded."""
        return tuple(i for i in self.involvements if i.person == person)


def _by_id(items: tuple[T, ...], id_: str) -> T:
    for item in items:
        if item.id == id_:
            return item
    raise KeyError(id_)
