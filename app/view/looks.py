"""Typed text that goes out, searched for what a person has to decide about (traps 1 to 3, 36)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.giveaways import Giveaway, given_away
from app.domain.record import Record
from app.view.leaks import find_person, hidden_in, name_words
from app.view.leaving import Goes, Look, Sight
from app.view.permission import Permission
from app.view.recipient import OFFICE, Recipient
from app.view.restricted_words import RESTRICTED_WORDS
from app.view.spelling import Spelling

SIGHTS = {
    Giveaway.POSTCODE: Sight.POSTCODE,
    Giveaway.PHONE: Sight.PHONE,
    Giveaway.STREET: Sight.STREET,
}
AS_LETTERS = frozenset({Sight.POSTCODE, Sight.PHONE, Sight.STREET})  # spaced in many ways
SHORTEST_NAME = 3


def looks(record: Record, recipient: Recipient, goes: Iterable[Goes], on: date) -> tuple[Look, ...]:
    """Return what to look at in the texts somebody typed, once each.

    What the rest of the output says anyway, such as the partner's own postcode, is left out.
    """
    lines = tuple(goes)
    if recipient == OFFICE:
        return ()
    shown = _letters(" ".join(line.text for line in lines if not line.free))
    found = (
        look
        for line in lines
        if line.free
        for look in _in_one(record, recipient, line, on)
        if look.sight not in AS_LETTERS or _letters(look.said) not in shown
    )
    return tuple(dict.fromkeys(found))


def _in_one(record: Record, recipient: Recipient, line: Goes, on: date) -> Iterator[Look]:
    hidden = hidden_in(record, recipient, line.text, on)
    yield from (Look(fact=line.fact, sight=Sight.HIDDEN, said=said) for said in hidden)
    for kind, said in given_away(line.text):
        yield Look(fact=line.fact, sight=SIGHTS[kind], said=said)
    for said in _restricted(line.text):
        yield Look(fact=line.fact, sight=Sight.RESTRICTED, said=said)
    for said in _others(record, recipient, line.text, on):
        if said not in hidden:
            yield Look(fact=line.fact, sight=Sight.NAME, said=said)


def _restricted(text: str) -> Iterator[str]:
    for words in RESTRICTED_WORDS:
        found = re.search(rf"\b{re.escape(words)}\b", text, re.IGNORECASE)
        if found is not None:
            yield found.group()


def _others(record: Record, recipient: Recipient, text: str, on: date) -> Iterator[str]:
    """Return names of people of the family whom the output is neither to nor about."""
    allowed = Permission(record, recipient, on)
    ours = {
        word.casefold()
        for person in record.people
        if person.id in allowed.concerned
        for word in name_words(person)
    }
    spelt = Spelling(text)
    for person in record.people:
        if person.id in allowed.concerned:
            continue
        for word in name_words(person):
            if len(word) >= SHORTEST_NAME and word.casefold() not in ours:
                found = find_person(spelt, word)
                if found:
                    yield found


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
