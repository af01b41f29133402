"""Whether one fact may reach one recipient: the rules applied to a record on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.agency import Involvement
from app.domain.home import Home
from app.domain.ids import HomeId, PersonId
from app.domain.person import Safety
from app.domain.protection import hidden_homes, restrained_from, unsafe_for
from app.domain.record import Record
from app.view.recipient import Recipient, RecipientKind
from app.view.rules import RULES, Group, Reach

FAMILY = frozenset({RecipientKind.SELF, RecipientKind.PARENT})


class Permission:
    """What a recipient may know of a record on a day; at a meeting, what each of them may."""

    def __init__(self, record: Record, recipient: Recipient, on: date) -> None:
        self.recipient = recipient
        present = recipient.present or (recipient,)
        self._each = tuple(_One(record, one, on) for one in present)
        concerned = (id_ for one in present for id_ in (one.reader, *one.about))
        self.concerned = frozenset(filter(None, concerned))  # all it is to or about, by id

    def may(self, group: Group, *, lives_there: bool = False, agency: str = "") -> bool:
        """Say whether a fact of a group may be known; the conditions are facts of the case."""
        return all(one.may(group, lives_there=lives_there, agency=agency) for one in self._each)

    def sees_person(self, person: PersonId) -> bool:
        """Say whether the recipient may know that somebody is part of the picture at all."""
        return all(one.sees_person(person) for one in self._each)

    def sees_home(self, home: Home) -> bool:
        """Say whether the recipient may know of a home."""
        return all(one.sees_home(home) for one in self._each)

    def sees_involvement(self, involvement: Involvement) -> bool:
        """Say whether the recipient may know that an agency works with a person."""
        return all(one.sees_involvement(involvement) for one in self._each)


@dataclass(frozen=True)
class _One:
    """What one recipient may know by themself."""

    record: Record
    recipient: Recipient
    on: date

    def may(self, group: Group, *, lives_there: bool = False, agency: str = "") -> bool:
        """Say whether a fact of a group may be known; the conditions are facts of the case."""
        reach = RULES[group].reach(self.recipient.kind)
        if reach is Reach.HOME_MATE:
            return lives_there
        if reach is Reach.SAME_AGENCY:
            return bool(agency) and agency == self.recipient.agency
        return reach is Reach.YES

    def sees_person(self, person: PersonId) -> bool:
        """Say whether the recipient may know that somebody is part of the picture at all."""
        if self.recipient.kind is RecipientKind.OFFICE:
            return True
        if self.recipient.kind is RecipientKind.PARTNER:
            return person in self.recipient.about
        if person == self._reader:
            return True
        if restrained_from(self.record, self._reader, person, self.on):
            return False
        if person in self.recipient.about:
            return person not in self._unsafe
        if person in self._expected and self._reader not in self.record.parents_of(person):
            return False  # that somebody is pregnant is hers to tell
        if self._lives_with(person):
            return True  # whom they see every week is no secret; the other home is
        return person in self._near and person not in self._unsafe

    def sees_home(self, home: Home) -> bool:
        """Say whether the recipient may know of a home; hidden ones only who live there.

        A home of somebody who must be protected from the reader is hidden, whatever it says.
        """
        lives_there = home.id in self._reader_homes
        stays = (s for s in self.record.stays if s.home == home.id and s.current(self.on))
        if not lives_there and any(stay.person in self._unsafe for stay in stays):
            return False
        group = Group.HIDDEN_HOME if home.id in self._hidden_homes else Group.HOME
        return self.may(group, lives_there=lives_there)

    def sees_involvement(self, involvement: Involvement) -> bool:
        """Say whether the recipient may know that an agency works with a person."""
        group = {
            Safety.ORDINARY: Group.INVOLVEMENT,
            Safety.CONFIDENTIAL: Group.HIDDEN_INVOLVEMENT,
            Safety.INTERNAL: Group.OFFICE_INVOLVEMENT,
            Safety.OWN: Group.OWN_INVOLVEMENT,
        }[involvement.safety]
        person = involvement.person
        if person in self._unsafe or person in self._not_to_tell:
            return False
        mate = self._reader == person or self._lives_with(person)
        return self.may(group, lives_there=mate, agency=involvement.agency)

    @cached_property
    def _expected(self) -> frozenset[PersonId]:
        return frozenset(person.id for person in self.record.people if person.unborn)

    @property
    def _reader(self) -> PersonId:
        return PersonId(self.recipient.reader)

    @cached_property
    def _unsafe(self) -> frozenset[PersonId]:
        """Whoever must be protected from the reader, where one of the family reads."""
        if self.recipient.kind not in FAMILY:
            return frozenset()
        return frozenset(
            person.id
            for person in self.record.people
            if unsafe_for(self.record, self._reader, person.id, self.on)
        )

    @cached_property
    def _not_to_tell(self) -> frozenset[PersonId]:
        """Whoever asked that the reader is not told about them.

        What about is in the person's own words, so all of it is kept back.
        """
        if self.recipient.kind not in FAMILY:
            return frozenset()
        return frozenset(
            limit.person
            for limit in self.record.limits
            if limit.not_person == self._reader
            and limit.person != self._reader
            and (limit.since is None or limit.since <= self.on)
        )

    @cached_property
    def _hidden_homes(self) -> frozenset[HomeId]:
        return hidden_homes(self.record, self.on)

    @cached_property
    def _reader_homes(self) -> frozenset[HomeId]:
        return frozenset(home.id for home in self.record.homes_of(self._reader, self.on))

    def _lives_with(self, person: PersonId) -> bool:
        return any(home.id in self._reader_homes for home in self.record.homes_of(person, self.on))

    @cached_property
    def _near(self) -> frozenset[PersonId]:
        """Whoever is recorded as kin of the reader in the first degree."""
        pairs = ((fact.person, fact.other) for fact in self.record.relationships)
        ends = (end for pair in pairs if self._reader in pair for end in pair)
        return frozenset(ends) - {self._reader}
