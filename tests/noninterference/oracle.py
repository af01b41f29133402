"""What a recipient may see of a family, said once more in the words of the rules.

Nothing of the wall is used here (`app.view.permission`, `app.view.rules`, `app.domain.protection`),
so that the program's own answer is not what it is measured by. Two states of a family that agree
on these facts must give the recipient the same bytes (traps, section 1).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from app.domain.agency import Involvement, InvolvementState
from app.domain.folding import joined
from app.domain.home import Home
from app.domain.identifiers import System
from app.domain.ids import HomeId, PersonId
from app.domain.person import Person, Safety
from app.domain.reach import FlagKind
from app.domain.record import Record
from app.domain.relationship import Relation
from app.view.recipient import Recipient, RecipientKind
from tests.noninterference.facts import Values, lived_in, printed_needs
from tests.noninterference.said import Said

PARENTS = (Relation.MOTHER, Relation.FATHER, Relation.PARENT, Relation.ADOPTIVE_PARENT)
WITH_THEM = (InvolvementState.REFERRED, InvolvementState.WAITING, InvolvementState.ACTIVE)


class Sight:
    """One state of a family on a day, and what anybody may see of it."""

    def __init__(self, record: Record, on: date) -> None:
        self.record = record
        self.on = on
        self.said = Said(record, on)
        self._unsafe: dict[tuple[PersonId, PersonId], bool] = {}

    # --- Where people live, and whom they must be protected from.

    def lives_on(self, who: str, day: date) -> tuple[HomeId, ...]:
        """Return where somebody lives on a day, the main home first; never an old address."""
        stays = [s for s in self.record.stays if s.person == who and lived_in(s, day)]
        return tuple(s.home for s in sorted(stays, key=lambda s: not s.main))

    @cached_property
    def lives(self) -> dict[str, tuple[HomeId, ...]]:
        """Where everybody lives today."""
        return {p.id: self.lives_on(p.id, self.on) for p in self.record.people}

    @cached_property
    def flagged(self) -> frozenset[str]:
        """Everybody whose address is flagged as confidential today."""
        return self.flagged_on(self.on)

    def flagged_on(self, day: date) -> frozenset[str]:
        """Return everybody whose address is flagged as confidential on a day."""
        return frozenset(
            f.person
            for f in self.record.flags
            if f.kind in (FlagKind.CONFIDENTIAL_ADDRESS, FlagKind.WITNESS_PROTECTION)
            and (f.since or date.min) <= day
            and day < (f.until or date.max)
        )

    @cached_property
    def secret_homes(self) -> frozenset[HomeId]:
        """Every home that is secret today."""
        return self.secret_on(self.on)

    def secret_on(self, day: date) -> frozenset[HomeId]:
        """Return every home of a class of safety of its own, and where somebody flagged mostly is.

        The same address in another row is the same home.
        """
        found = set(self._of_class)
        for who in self.flagged_on(day):
            stays = [s for s in self.record.stays if s.person == who and lived_in(s, day)]
            found |= {s.home for s in ([s for s in stays if s.main] or stays)}
        written = {self._written(h) for h in self.record.homes if h.id in found} - {""}
        return frozenset(found | {h.id for h in self.record.homes if self._written(h) in written})

    @staticmethod
    def _written(home: Home) -> str:
        lines = joined(" ".join((*home.lines, home.postcode)))
        return lines if any(home.lines) else ""

    def together(self, one: str, other: str) -> bool:
        """Say whether two people share a home today."""
        return bool(set(self.lives.get(one, ())) & set(self.lives.get(other, ())))

    def hides(self, who: str) -> bool:
        """Say whether it is confidential where somebody is."""
        return who in self.flagged or bool(set(self.lives.get(who, ())) & self.secret_homes)

    @cached_property
    def _of_class(self) -> set[HomeId]:
        return {h.id for h in self.record.homes if h.safety is not Safety.ORDINARY}

    def restrained(self, reader: str, who: str) -> bool:
        """Say whether an order in force keeps the reader away from somebody.

        It names them; or they live with somebody it names, not in the reader's own home; or it
        names a parent of theirs and they do not live with the reader.
        """
        if reader in self.expecting(who):
            return False
        for order in self.record.orders:
            protects = set(order.protects or order.about) - {reader}
            begun = order.made_on is None or order.made_on <= self.on
            over = order.until is not None and order.until < self.on
            if order.restrains != reader or over or not begun:
                continue
            away = set(self.lives.get(who, ())) - set(self.lives.get(reader, ()))
            with_them = any(away & set(self.lives.get(one, ())) for one in protects)
            child = self.parents(who) & protects and not self.together(reader, who)
            if who in protects or with_them or child:
                return True
        return False

    def unsafe(self, reader: str, who: str) -> bool:
        """Say whether the reader must not learn where somebody is.

        A child who is expected is where those are who expect them.
        """
        key = (PersonId(reader), PersonId(who))
        if key not in self._unsafe:
            expecting = self.expecting(who)
            self._unsafe[key] = (
                reader != who
                and reader not in expecting
                and (
                    any(self.unsafe(reader, mother) for mother in expecting)
                    or self.restrained(reader, who)
                    or self._hides_from(reader, who)
                    or self._adopted_from(reader, who)
                )
            )
        return self._unsafe[key]

    @cached_property
    def expected(self) -> frozenset[str]:
        """Every child who is not born yet."""
        return frozenset(p.id for p in self.record.people if p.due and p.born is None)

    def expecting(self, who: str) -> frozenset[str]:
        """Return who expects a child: its mother, or its parents where no mother is recorded."""
        if who not in self.expected:
            return frozenset()
        mothers = frozenset(
            r.person
            for r in self.record.relationships
            if r.other == who and r.kind is Relation.MOTHER
        )
        return (mothers or self.parents(who)) - self.expected

    def parents(self, who: str) -> frozenset[str]:
        """Return the recorded parents of somebody, by birth or adoption."""
        return frozenset(
            r.person for r in self.record.relationships if r.other == who and r.kind in PARENTS
        )

    def _adopted_from(self, reader: str, who: str) -> bool:
        """Say whether a sealed identity keeps an adopted child from a parent by birth."""
        sealed = any(
            f.person == who
            and f.kind is FlagKind.ADOPTED_IDENTITY
            and (f.since or date.min) <= self.on < (f.until or date.max)
            for f in self.record.flags
        )
        births = (Relation.MOTHER, Relation.FATHER, Relation.PARENT)
        parent = any(
            r.person == reader and r.other == who and r.kind in births
            for r in self.record.relationships
        )
        return sealed and parent and not self.together(reader, who)

    def _hides_from(self, reader: str, who: str) -> bool:
        if not self.hides(who):
            return False
        places = set(self.lives.get(who, ())) & self.secret_homes
        if places:
            return not places <= set(self.lives.get(reader, ()))
        return not self.together(reader, who)

    def lies_low(self, concerned: Iterable[str]) -> bool:
        """Say whether a paper must not show where the team works."""
        return any(
            self.hides(who) or any(self.unsafe(who, other.id) for other in self.record.people)
            for who in concerned
        )

    # --- What one recipient, or everybody at a meeting, may see.

    def knows(self, recipient: Recipient, person: Person) -> bool:
        """Say whether somebody is in the picture.

        Themselves; whom it is about; home-mates; kin who do not hide. Never whom an order keeps
        them from. That somebody is pregnant is for those to know whose child it is.
        """
        if recipient.present:
            return all(self.knows(one, person) for one in recipient.present)
        if recipient.kind is RecipientKind.PARTNER:
            return person.id in recipient.about
        reader = recipient.reader
        if person.id == reader:
            return True
        if self.restrained(reader, person.id):
            return False
        safe = not self.unsafe(reader, person.id)
        if person.id in recipient.about:
            return safe
        if person.id in self.expected and reader not in self.parents(person.id):
            return False
        kin = any({r.person, r.other} == {reader, person.id} for r in self.record.relationships)
        return self.together(reader, person.id) or (kin and safe)

    def home(self, recipient: Recipient, home: Home) -> bool:
        """Say whether a home may be known.

        Everybody may know their own; a parent no other; anybody of the family an ordinary one
        where nobody lives who must be protected from them; a partner an ordinary one.
        """
        if recipient.present:
            return all(self.home(one, home) for one in recipient.present)
        if recipient.kind is RecipientKind.PARTNER:
            return home.id not in self.secret_homes
        if home.id in self.lives.get(recipient.reader, ()):
            return True
        if recipient.kind is RecipientKind.PARENT or home.id in self.secret_homes:
            return False
        there = [p.id for p in self.record.people if home.id in self.lives[p.id]]
        return not any(self.unsafe(recipient.reader, who) for who in there)

    def involvement(self, recipient: Recipient, fact: Involvement) -> bool:
        """Say whether it may be known that an agency works with somebody."""
        if recipient.present:
            return all(self.involvement(one, fact) for one in recipient.present)
        if fact.safety is Safety.INTERNAL:
            return False
        if recipient.kind is RecipientKind.PARTNER:
            return fact.agency == recipient.agency
        reader = recipient.reader
        if fact.safety is Safety.OWN or self.unsafe(reader, fact.person):
            return False
        if self.asked_not_to_tell(fact.person, reader):
            return False
        mate = reader == fact.person or self.together(reader, fact.person)
        return fact.safety is Safety.ORDINARY or mate

    def asked_not_to_tell(self, who: str, reader: str) -> bool:
        """Say whether somebody asked that the reader is not told about them."""
        return any(
            limit.person == who != reader == limit.not_person
            and (limit.since or date.min) <= self.on
            for limit in self.record.limits
        )

    # --- The household view and picture.

    def picture(self, recipient: Recipient) -> Values:
        """Return every fact of the household a recipient may see, as values in their order."""
        people = [p for p in self.record.people if self.knows(recipient, p)]
        seen = {p.id for p in people}
        ties = self._ties(recipient, seen)
        met = {tie[1] for tie in ties}
        return (
            tuple(self._person(recipient, p) for p in people),
            tuple(
                (r.person, r.kind, r.other, r.since)
                for r in self.record.relationships
                if self.kin(recipient) and {r.person, r.other} <= seen
            ),
            tuple(
                (home.id, home.label, there)
                for home in self.record.homes
                if (there := self._there(home, seen)) and self.home(recipient, home)
            ),
            tuple((a.id, a.name, a.kind) for a in self.record.agencies if a.id in met),
            ties,
        )

    def kin(self, recipient: Recipient) -> bool:
        """Say whether the recipient may know who is what to whom: somebody for themselves only."""
        each = recipient.present or (recipient,)
        return all(one.kind is RecipientKind.SELF for one in each)

    def _there(self, home: Home, seen: set[PersonId]) -> Values:
        stays = (s for s in self.record.stays if s.home == home.id and s.person in seen)
        return tuple(s.person for s in stays if lived_in(s, self.on))

    def _person(self, recipient: Recipient, person: Person) -> Values:
        each = recipient.present or (recipient,)
        concerned = any(person.id in (one.reader, *one.about) for one in each)
        matches = all(one.kind is RecipientKind.PARTNER for one in each)
        return (
            person.id,
            person.known_as,
            person.known_as or person.given,
            person.family,
            person.gender,
            person.born.text() if person.born else "",
            person.due if person.born is None else None,
            person.died.year if person.died else None,
            person.school_year,
            printed_needs(person) if concerned else (),
            (person.given, *self._numbers(person)) if matches else (),
        )

    def _numbers(self, person: Person) -> Values:
        """Return the NHS number, which a partner finds its patient by."""
        return tuple(
            n.value
            for n in self.record.identifiers
            if n.person == person.id and n.system is System.NHS
        )

    def _ties(self, recipient: Recipient, seen: set[PersonId]) -> tuple[tuple[str, ...], ...]:
        """Return which agencies are with whom the recipient is or reads about, and what stands.

        What each said is between them and us: a meeting is shown none of it.
        """
        if recipient.present:
            return ()
        found = []
        for fact in self.record.involvements:
            now = fact.state in WITH_THEM and (fact.until is None or self.on < fact.until)
            if now and fact.person in seen and self.involvement(recipient, fact):
                said = self.said.between(recipient, fact)
                if said is not None:
                    found.append((fact.person, fact.agency, fact.state, *said))
        return tuple(found)
