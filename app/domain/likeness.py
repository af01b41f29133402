"""How two records may be of one person: the reasons as codes, and the grade of the match.

Grades: the standards' match grading (Matching standard PUB03; practice, section 12). Hyphens,
case, accents and nicknames make no difference. Sex and gender are never compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dates import PartialDate
from app.domain.folding import joined, words_of
from app.domain.home import Home
from app.domain.identifiers import System, tidy
from app.domain.index_words import match_keys, spoken
from app.domain.person import Person, PersonDraft
from app.domain.reach import Identifier
from app.domain.search import Nicknames

BY_NUMBER, BY_ADDRESS, BY_POSTCODE, BY_BIRTHDAY, NOT_GRADED = 0.99, 0.8, 0.7, 0.6, 0.0


class Alike(StrEnum):
    """One thing two records have in common."""

    NUMBER = "same-number"
    NAME = "same-name"
    NICKNAME = "nickname"
    SWAPPED = "names-swapped"
    PART = "part-of-name"
    SOUND = "sounds-alike"
    FIRST_NAME = "same-first-name"
    BIRTHDAY = "same-birthday"
    DAY_AND_MONTH = "day-and-month-swapped"
    ADDRESS = "same-address"
    POSTCODE = "same-postcode"


_WEIGHTS = {
    Alike.NUMBER: 64,
    Alike.NAME: 24,
    Alike.NICKNAME: 20,
    Alike.SWAPPED: 18,
    Alike.BIRTHDAY: 16,
    Alike.PART: 14,
    Alike.SOUND: 10,
    Alike.DAY_AND_MONTH: 8,
    Alike.FIRST_NAME: 6,
    Alike.ADDRESS: 4,
    Alike.POSTCODE: 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What is compared of a person: kept already, or only typed into a form so far."""

    names: tuple[tuple[str, str], ...] = ()  # given and family name, each way they are known
    born: PartialDate | None = None
    numbers: frozenset[tuple[str, str]] = frozenset()  # of registers that give one to one person
    postcodes: frozenset[str] = frozenset()
    addresses: frozenset[tuple[str, str]] = frozenset()  # first line and postcode

    @property
    def birthday(self) -> date | None:
        """The day of birth, where it is known to the day."""
        born = self.born
        if born is None or born.month is None or born.day is None:
            return None
        return date(born.year, born.month, born.day)

    def keys(self, nicknames: Nicknames) -> set[str]:
        """Return the keys under which records like this one are kept."""
        birthday = "" if self.birthday is None else self.birthday.isoformat()
        others = [
            (other, family)
            for given, family in self.names
            for other in nicknames.get(joined(given), ())
        ]
        swapped = [(family, given) for given, family in self.names]
        parts = [(word, family) for given, family in self.names for word in words_of(given)]
        return match_keys([*self.names, *others, *swapped, *parts], birthday, self.numbers)


def traits(
    person: Person | PersonDraft,
    numbers: Iterable[tuple[System, str]] = (),
    homes: Iterable[Home] = (),
) -> Traits:
    """Return what is compared of a person with these numbers who lives at these homes."""
    places = [home for home in homes if home.postcode]
    return Traits(
        names=tuple(dict.fromkeys(_names(person))),
        born=person.born,
        numbers=frozenset(
            (system.value, tidy(system, value)) for system, value in numbers if system.one_person
        ),
        postcodes=frozenset(joined(home.postcode) for home in places),
        addresses=frozenset(
            (joined(home.lines[0]), joined(home.postcode)) for home in places if home.lines
        ),
    )


def numbers_of(identifiers: Iterable[Identifier]) -> list[tuple[System, str]]:
    """Return identifiers as `traits` takes them."""
    return [(known.system, known.value) for known in identifiers]


def alike(one: Traits, other: Traits, nicknames: Nicknames) -> tuple[Alike, ...]:
    """Return everything two people have in common, the weightiest first."""
    found = set()
    if one.numbers & other.numbers:
        found.add(Alike.NUMBER)
    name = _name_in_common(one, other, nicknames)
    if name is not None:
        found.add(name)
    if one.birthday is not None and one.birthday == other.birthday:
        found.add(Alike.BIRTHDAY)
    if swapped_dates(one.born, other.born):
        found.add(Alike.DAY_AND_MONTH)
    if one.addresses & other.addresses:
        found.add(Alike.ADDRESS)
    if one.postcodes & other.postcodes:
        found.add(Alike.POSTCODE)
    return tuple(sorted(found, key=lambda reason: -_WEIGHTS[reason]))


def grade(reasons: Iterable[Alike]) -> float:
    """Return the grade of a match: .99, .8, .7, .6, or 0 where it is below all of them."""
    found = set(reasons)
    if Alike.NUMBER in found:
        return BY_NUMBER
    if Alike.BIRTHDAY not in found or not found & {Alike.NAME, Alike.NICKNAME}:
        return NOT_GRADED
    if Alike.ADDRESS in found:
        return BY_ADDRESS
    return BY_POSTCODE if Alike.POSTCODE in found else BY_BIRTHDAY


def weight(reasons: Iterable[Alike]) -> int:
    """Return how much reasons weigh together, to put matches in order."""
    return sum(_WEIGHTS[reason] for reason in reasons)


def contradict(one: Traits, other: Traits) -> bool:
    """Say whether two people have different birthdays, or different NHS numbers."""
    if one.numbers & other.numbers:
        return False
    birthdays = (
        None not in (one.birthday, other.birthday)
        and one.birthday != other.birthday
        and not swapped_dates(one.born, other.born)
    )
    theirs = [{value for system, value in t.numbers if system == System.NHS} for t in (one, other)]
    return birthdays or all(theirs)


def worth_showing(reasons: Iterable[Alike], *, contradicted: bool) -> bool:
    """Say whether somebody should look at a match before keeping a second record."""
    found = set(reasons)
    if grade(found) > NOT_GRADED:
        return True
    if contradicted:
        return bool(found & {Alike.NAME, Alike.NICKNAME}) and Alike.POSTCODE in found
    if found & {Alike.NAME, Alike.NICKNAME, Alike.SWAPPED}:
        return True
    if found & {Alike.SOUND, Alike.PART}:
        return bool(found & {Alike.BIRTHDAY, Alike.POSTCODE})
    return {Alike.FIRST_NAME, Alike.BIRTHDAY} <= found


def worth_listing(reasons: Iterable[Alike]) -> bool:
    """Say whether two kept records belong on the list to look through.

    A first name and a birthday alone are worth a look at one person, and too many for a list.
    """
    found = set(reasons)
    if Alike.FIRST_NAME in found and Alike.POSTCODE not in found and not grade(found):
        return False
    return worth_showing(found, contradicted=False)


def swapped_dates(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Say whether two dates are one with day and month the other way round."""
    if one is None or other is None or one.day == one.month:
        return False
    return None not in (one.day, one.month) and (one.year, one.month, one.day) == (
        other.year,
        other.day,
        other.month,
    )


def _names(person: Person | PersonDraft) -> Iterator[tuple[str, str]]:
    yield person.given, person.family
    if person.known_as:
        yield person.known_as, person.family
    for name in person.further_names:
        yield name.given or person.given, name.family or person.family


def _name_in_common(one: Traits, other: Traits, nicknames: Nicknames) -> Alike | None:
    best: Alike | None = None
    for given, family in one.names:
        for given_too, family_too in other.names:
            found = _same(given, family, given_too, family_too, nicknames)
            if found is not None and (best is None or _WEIGHTS[found] > _WEIGHTS[best]):
                best = found
    return best


def _same(
    given: str, family: str, given_too: str, family_too: str, nicknames: Nicknames
) -> Alike | None:
    first, first_too, last, last_too = map(joined, (given, given_too, family, family_too))
    if not all((first, first_too, last, last_too)):
        return None
    nicknamed = first_too in nicknames.get(first, ())
    if last == last_too and first == first_too:
        return Alike.NAME
    if last == last_too and nicknamed:
        return Alike.NICKNAME
    if first == last_too and last == first_too:
        return Alike.SWAPPED
    begins_alike = nicknamed or _share_a_word(given, given_too)
    if begins_alike and _share_a_word(family, family_too):
        return Alike.PART
    sounds_alike = nicknamed or spoken(given) == spoken(given_too)
    if sounds_alike and spoken(family) == spoken(family_too):
        return Alike.SOUND
    return Alike.FIRST_NAME if begins_alike else None


def _share_a_word(one: str, other: str) -> bool:
    return not set(words_of(one)).isdisjoint(words_of(other))
