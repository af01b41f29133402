"""What a recipient may know, asked fact by fact: the one way from a record to a view.

Each answer is worked out from what the table of the wall allows; nothing is made whole and then
taken away. Only the modules of this package may look at a record, and papers only through this.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.domain.agency import Involvement
from app.domain.consent import Consent
from app.domain.counting import ends_on
from app.domain.identifiers import System, shown
from app.domain.ids import AgencyId, ConsentId, PersonId, ProfessionalId
from app.domain.law import LawPack
from app.domain.person import Person
from app.domain.protection import hidden_homes
from app.domain.record import Record
from app.domain.relationship import COUPLES, PARENTS, Relation
from app.view.household import SeenPerson
from app.view.papers import NO_NEEDS, Addressee, Evidence, Sender
from app.view.permission import Permission
from app.view.recipient import Recipient
from app.view.rules import Group
from app.view.sender import print_needs, sender_for
from app.view.words import long_partial

ROLES = (
    Relation.MOTHER,
    Relation.FATHER,
    Relation.PARENT,
    Relation.ADOPTIVE_PARENT,
    Relation.GRANDPARENT,
    Relation.SPECIAL_GUARDIAN,
    Relation.STEP_PARENT,
    Relation.FOSTER_CARER,
    Relation.KINSHIP_CARER,
)


class Known:
    """A record as one recipient may know it on a day."""

    def __init__(self, record: Record, recipient: Recipient, on: date) -> None:
        self._record = record
        self.recipient = recipient
        self.on = on
        self.allowed = Permission(record, recipient, on)

    def people(self) -> tuple[SeenPerson, ...]:
        """Return everybody the recipient may know of, in the order recorded."""
        seen = [person.id for person in self._record.people if self.allowed.sees_person(person.id)]
        return tuple(self.person(id_, seen) for id_ in seen)

    def person(self, id_: PersonId, seen: Iterable[PersonId] = ()) -> SeenPerson:
        """Return somebody as the recipient may know them; `seen` is who else is in the view."""
        person = self._record.person(id_)
        about = not self.allowed.concerned or id_ in self.allowed.concerned
        return SeenPerson(
            id=person.id,
            name=person.name,
            initials=person.initials,
            gender=person.gender,
            known_as=person.known_as,
            born=person.born.text() if person.born else "",
            born_in_words=long_partial(person.born),
            age=None if person.died else person.age(self.on),
            due=person.due if person.unborn else None,
            died=str(person.died.year) if person.died else "",
            school_year=person.school_year,
            role=self._role(person, frozenset(seen)) if self._may(Group.KIN) else "",
            needs=print_needs(person) if about and self._may(Group.NEEDS) else NO_NEEDS,
            legal_name=person.legal_name if about and self._may(Group.LEGAL_NAME) else "",
            numbers=self._numbers(id_) if about else (),
            contacts=self._contacts(person) if about and self._may(Group.SAFE_CONTACT) else (),
            further_names=tuple(
                " ".join(part for part in (name.given, name.family) if part)
                for name in person.further_names
                if about and self._may(Group.FURTHER_NAMES)
            ),
            flags=tuple(
                flag.kind
                for flag in self._record.flags
                if flag.person == id_ and self._may(Group.FLAG)
            ),
            limits=tuple(
                limit.about
                for limit in self._record.limits
                if limit.person == id_ and self._may(Group.LIMIT)
            ),
            restricted=tuple(
                fact.kind
                for fact in self._record.restricted
                if fact.person == id_ and self._may(Group.RESTRICTED)
            ),
        )

    def called(self, id_: PersonId) -> str:
        """Return what somebody is called by those who know them."""
        person = self._record.person(id_)
        return person.known_as or person.given

    def address(self, person: PersonId, lived_on: date | None = None) -> tuple[str, ...]:
        """Return where somebody mostly lives, line by line, or nothing.

        A confidential address is on no paper, not even for those who live there: paper lies about
        in a home, and the partner it is sent to is told without it (trap 1).
        """
        then = lived_on or self.on
        hidden = hidden_homes(self._record, self.on) | hidden_homes(self._record, then)
        for home in self._record.homes_of(person, then)[:1]:
            if home.lines and home.id not in hidden and self.allowed.sees_home(home):
                return (*home.lines, home.postcode) if home.postcode else home.lines
        return ()

    def involvements_of(self, person: PersonId) -> tuple[Involvement, ...]:
        """Return those of a person's involvements that the recipient may know of."""
        return tuple(
            involvement
            for involvement in self._record.involvements_of(person)
            if self.allowed.sees_involvement(involvement)
        )

    def knows_agency(self, person: PersonId, agency: AgencyId) -> bool:
        """Say whether every involvement of an agency with a person may be known."""
        return all(
            self.allowed.sees_involvement(involvement)
            for involvement in self._record.involvements_of(person)
            if involvement.agency == agency
        )

    def sender(self) -> Sender:
        """Return who we are, as everybody the output is to or about may know it."""
        return sender_for(
            self._record, tuple(map(PersonId, sorted(self.allowed.concerned))), self.on
        )

    def letterhead(self, agency: AgencyId, contact: ProfessionalId | None = None) -> Addressee:
        """Return where a letter to an agency goes, to one of its own people where one is named."""
        partner = self._record.agency(agency)
        names = (
            one.name
            for one in self._record.professionals
            if (one.id, one.agency) == (contact, agency)
        )
        return Addressee(
            name=partner.name,
            contact=next(names, ""),
            ods=partner.ods,
            lines=(*partner.lines, partner.postcode) if partner.postcode else partner.lines,
            mailbox=partner.mailbox,
        )

    def evidence(self, consents: Iterable[ConsentId], law: LawPack) -> tuple[Evidence, ...]:
        """Return what an agency may see of the decisions it can answer on: its own, no other."""
        wanted = frozenset(consents)
        return tuple(
            Evidence(
                decider=self._record.person(consent.decider).name,
                standing=consent.standing,
                decided_on=consent.decided_on,
                ends=ends_on(self._record, law, consent),
                way=consent.way,
                form=consent.form,
            )
            for consent in self._record.consents
            if consent.id in wanted and consent.decider is not None and self._reaches(consent)
        )

    def _reaches(self, consent: Consent) -> bool:
        about = consent.person in self.allowed.concerned
        return about and self.allowed.may(Group.DECISION, agency=consent.agency)

    def _may(self, group: Group) -> bool:
        return self.allowed.may(group)

    def _numbers(self, person: PersonId) -> tuple[tuple[str, str], ...]:
        return tuple(
            (number.system, shown(number.system, number.value))
            for number in self._record.identifiers
            if number.person == person
            and self._may(Group.NUMBERS if number.system is System.NHS else Group.OTHER_NUMBERS)
        )

    def _contacts(self, person: Person) -> tuple[str, ...]:
        points = (p.value for p in self._record.contact_points if p.person == person.id)
        return (*points, *filter(None, (person.contact.code_word, person.contact.times)))

    def _role(self, person: Person, seen: frozenset[PersonId]) -> str:
        """Return what somebody is in this family: to the children seen, else to their partner."""
        kinds = [
            fact.kind
            for fact in self._record.relationships
            if fact.person == person.id and fact.other in seen
        ]
        for kind in ROLES:
            if kind in kinds:
                grand = kind in PARENTS and Relation.GRANDPARENT in kinds
                return Relation.GRANDPARENT if grand else kind
        return Relation.PARTNER if any(kind in COUPLES for kind in kinds) else ""
