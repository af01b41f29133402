"""Whether one fact may reach one recipient: the rules applied to a record on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.agency import Involvement
from app.domain.home import Home
from app.domain.ids import PersonId
from app.domain.person import Person, Safety
from app.domain.protection import restrained_from, unsafe_for
from app.domain.record import Record
from app.view.recipient import Recipient, RecipientKind
from app.view.rules import RULES, Group, Reach


@dataclass(frozen=True, slots=True)
class Permission:
    """What a recipient may know of a record on a day."""

    record: Record
    recipient: Recipient
    on: date

    def may(self, group: Group, *, lives_there: bool = False, agency: str = "") -> bool:
        """Say whether a fact of a group may be known; the conditions are facts of the case."""
        if self._each:
            return all(one.may(group, lives_there=lives_there, agency=agency) for one in self._each)
        reach = RULES[group].reach(self.recipient.kind)
        if reach is Reach.HOME_MATE:
            return lives_there
        if reach is Reach.SAME_AGENCY:
            return bool(agency) and agency == self.recipient.agency
        return reach is Reach.YES

    def sees_person(self, person: Person) -> bool:
        """Say whether the recipient may know that somebody is part of the picture at all."""
        if self._each:
            return all(one.sees_person(person) for one in self._each)
        kind = self.recipient.kind
        if kind is RecipientKind.OFFICE:
            return True
        if kind is RecipientKind.PARTNER:
            return person.id in self.recipient.about
        reader = PersonId(self.recipient.reader)
        if person.id == reader:
            return True
        if restrained_from(self.record, reader, person.id, self.on):
            return False
        if self.record.lives_together(reader, person.id, self.on):
            return True  # whom they see every week is no secret; the other home is
        return self._near(reader, person.id) and not self._unsafe(person.id)

    def sees_home(self, home: Home) -> bool:
        """Say whether the recipient may know of a home; hidden ones only who live there.

        A home of somebody who must be protected from the reader is hidden, whatever it says.
        """
        if self._each:
            return all(one.sees_home(home) for one in self._each)
        lives_there = self._reader_lives_at(home)
        stays = [s for s in self.record.stays if s.home == home.id and s.current(self.on)]
        if not lives_there and any(self._unsafe(stay.person) for stay in stays):
            return False
        group = Group.HIDDEN_HOME if home.confidential else Group.HOME
        return self.may(group, lives_there=lives_there)

    def sees_involvement(self, involvement: Involvement) -> bool:
        """Say whether the recipient may know that an agency works with a person."""
        if self._each:
            return all(one.sees_involvement(involvement) for one in self._each)
        group = {
            Safety.ORDINARY: Group.INVOLVEMENT,
            Safety.CONFIDENTIAL: Group.HIDDEN_INVOLVEMENT,
            Safety.INTERNAL: Group.OFFICE_INVOLVEMENT,
            Safety.OWN: Group.OWN_INVOLVEMENT,
        }[involvement.safety]
        if self._unsafe(involvement.person):
            return False
        mate = self.recipient.reader == involvement.person or self.record.lives_together(
            PersonId(self.recipient.reader), involvement.person, self.on
        )
        return self.may(group, lives_there=mate, agency=involvement.agency)

    @property
    def _each(self) -> tuple[Permission, ...]:
        """What each of those at a meeting may know; nobody elsewhere."""
        present = self.recipient.present
        return tuple(Permission(self.record, one, self.on) for one in present)

    def _unsafe(self, person: PersonId) -> bool:
        """Say whether somebody must be protected from the reader, where one of the family reads."""
        if self.recipient.kind not in (RecipientKind.SELF, RecipientKind.PARENT):
            return False
        return unsafe_for(self.record, PersonId(self.recipient.reader), person, self.on)

    def _reader_lives_at(self, home: Home) -> bool:
        reader = PersonId(self.recipient.reader)
        return any(own.id == home.id for own in self.record.homes_of(reader, self.on))

    def _near(self, reader: PersonId, other: PersonId) -> bool:
        """Say whether two people are recorded kin in the first degree."""
        pairs = ({fact.person, fact.other} for fact in self.record.relationships)
        return {reader, other} in pairs
