"""Find hidden facts in free text before it goes out: the cause of real harm (traps 1, 2, 3, 25)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.agency import Agency
from app.domain.home import Home
from app.domain.ids import PersonId
from app.domain.person import Person, Safety
from app.domain.protection import hidden_homes, unsafe_for
from app.domain.reach import Way
from app.domain.record import Record
from app.view.everyday_words import EVERYDAY, ORDINARY
from app.view.permission import Permission
from app.view.recipient import Recipient
from app.view.sender import lies_low
from app.view.spelling import LONG, Spelling, words_of

INWARD = 3  # letters of the second half of a postcode
ORDINALS = frozenset({"st", "nd", "rd", "th"})  # "1st" is no half of a postcode
ANY_CASE = 5  # letters from which a word of a hidden place is found without its capital


def reveals(record: Record, recipient: Recipient, text: str, on: date) -> bool:
    """Say whether a text names something its recipient may not know."""
    return bool(hidden_in(record, recipient, text, on))


def hidden_in(record: Record, recipient: Recipient, text: str, on: date) -> tuple[str, ...]:
    """Return what in a text its recipient may not know, as it stands there.

    Looks for confidential addresses, hidden agencies, unsafe phone numbers and code words however
    they are spelt, and for the names and numbers of people who must be protected from whom the
    text is about. What the paper shows anyway is no secret.
    """
    spelt = Spelling(text)
    search = _Search(record, recipient, on)
    found = [spelt.find(secret) for secret in search.secrets()]
    found += [spelt.find(word) for word in search.telling_words(short=False)]
    found += [spelt.find_name(word) for word in search.telling_words(short=True)]
    found += [find_person(spelt, name) for name in search.names()]
    return tuple(dict.fromkeys(filter(None, found)))


def find_person(spelt: Spelling, name: str) -> str:
    """Return a word of somebody's name as it stands in a text: an everyday word needs a capital."""
    return spelt.find_name(name) if _needs_capital(name) else spelt.find(name)


def name_words(person: Person) -> list[str]:
    """Return every word of every name somebody has or had."""
    further = [text for name in person.further_names for text in (name.given, name.family)]
    texts = (person.given, person.family, person.known_as, *further)
    return [word for text in texts for word in words_of(text) if len(word) > 1]


@dataclass(frozen=True, slots=True)
class _Search:
    """What to look for in a text to one recipient."""

    record: Record
    recipient: Recipient
    on: date

    def secrets(self) -> Iterator[str]:
        """Return whole lines, codes and numbers."""
        shown = self._shown_words()
        for home in self._hidden_homes():
            yield from (line for line in home.lines if not _said(line, shown))
            yield home.postcode
            yield _inward(home.postcode)
        for agency in self._hidden_agencies():
            yield from (line for line in (agency.name, *agency.lines) if not _said(line, shown))
            apart = [word for word in words_of(agency.name) if word.casefold() not in shown]
            yield " ".join(apart) if len(apart) > 1 else ""
            yield from (agency.ods, agency.postcode, agency.mailbox, _digits(agency.phone))
            at_work = (p for p in self.record.professionals if p.agency == agency.id)
            yield from (person.name for person in at_work if len(person.name) >= LONG)
        protected = {person.id for person in self._protected()}
        for point in self.record.contact_points:
            if point.safety is not Safety.ORDINARY or point.person in protected:
                yield _digits(point.value) if point.way is Way.PHONE else point.value
        yield from (p.contact.code_word for p in self.record.people if p.contact.code_word)
        yield from (i.value for i in self.record.identifiers if i.person in protected)
        if self._low():
            yield _digits(self.record.office.team_phone)

    def telling_words(self, *, short: bool) -> Iterator[str]:
        """Return single words that give a hidden place away, such as the name of its street."""
        places = [line for home in self._hidden_homes() for line in home.lines]
        places += [line for a in self._hidden_agencies() for line in (a.name, *a.lines)]
        shown = self._shown_words()
        for word in dict.fromkeys(word for line in places for word in words_of(line)):
            plain = word.isalpha() and word.casefold() not in ORDINARY | shown
            if plain and (len(word) < ANY_CASE) is short:
                yield word

    def names(self) -> Iterator[str]:
        """Return the words of the names of everybody protected, but those of the text's person."""
        own = {word.casefold() for person in self._about() for word in name_words(person)}
        for person in self._protected():
            yield from (word for word in name_words(person) if word.casefold() not in own)

    def _about(self) -> list[Person]:
        concerned = Permission(self.record, self.recipient, self.on).concerned
        return [person for person in self.record.people if person.id in concerned]

    def _protected(self) -> list[Person]:
        return [
            other
            for other in self.record.people
            if any(unsafe_for(self.record, p.id, other.id, self.on) for p in self._about())
        ]

    def _hidden_homes(self) -> list[Home]:
        allowed = Permission(self.record, self.recipient, self.on)
        hidden = hidden_homes(self.record, self.on)
        about = {p.id for p in self._about()}
        theirs = {home.id for who in about for home in self._homes_of(who)}
        away = {home.id for one in self._protected() for home in self._homes_of(one.id)} - theirs
        return [
            home
            for home in self.record.homes
            if home.id in away or (home.id in hidden and not allowed.sees_home(home))
        ]

    def _homes_of(self, person: PersonId) -> tuple[Home, ...]:
        return self.record.homes_of(person, self.on)

    def _hidden_agencies(self) -> list[Agency]:
        """Return agencies the recipient may not hear of: hidden, or of somebody protected."""
        allowed = Permission(self.record, self.recipient, self.on)
        protected = {person.id for person in self._protected()}
        known = {self.recipient.agency} | {
            i.agency
            for person in self._about()
            for i in self.record.involvements_of(person.id)
            if i.safety is Safety.ORDINARY
        }
        hidden = {
            i.agency
            for i in self.record.involvements
            if (i.safety is not Safety.ORDINARY and not allowed.sees_involvement(i))
            or (i.person in protected and i.agency not in known)
        }
        return [agency for agency in self.record.agencies if agency.id in hidden]

    def _shown_words(self) -> frozenset[str]:
        """Return the words that stand on the paper in any case."""
        office = self.record.office
        lines = [office.council, office.key_worker, *office.safe_sender]
        if not self._low():
            lines += [office.team, *office.sender]
        for agency in self.record.agencies:
            if agency.id == self.recipient.agency:
                lines += [agency.name, *agency.lines]
        hidden = hidden_homes(self.record, self.on)
        for person in self._about():
            homes = self.record.homes_of(person.id, self.on)
            lines += [line for home in homes if home.id not in hidden for line in home.lines]
            lines += name_words(person)
        return frozenset(word.casefold() for line in lines for word in words_of(line))

    def _low(self) -> bool:
        concerned = tuple(PersonId(person.id) for person in self._about())
        return lies_low(self.record, concerned, self.on)


def _needs_capital(name: str) -> bool:
    return len(name) < 3 or name.casefold() in EVERYDAY


def _said(line: str, shown: frozenset[str]) -> bool:
    return all(word.casefold() in shown for word in words_of(line))


def _inward(postcode: str) -> str:
    letters = "".join(words_of(postcode))
    inward = letters[-INWARD:] if len(letters) > INWARD + 1 else ""
    return "" if inward[1:].casefold() in ORDINALS else inward


def _digits(phone: str) -> str:
    """Return a number without its leading nought, so that +44 makes no difference."""
    figures = "".join(c for c in phone if c.isdigit()).lstrip("0")
    return figures.removeprefix("44").lstrip("0")
