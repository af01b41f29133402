"""Find hidden facts in free text before it goes out: the cause of real harm (traps 1, 2, 3, 25)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from app.domain.ids import PersonId
from app.domain.person import Safety
from app.domain.protection import unsafe_for
from app.domain.record import Record
from app.view.permission import Permission
from app.view.recipient import Recipient

SHORTEST = 3  # letters; shorter words would be found everywhere


def reveals(record: Record, recipient: Recipient, text: str, on: date) -> bool:
    """Say whether a text names something its recipient may not know.

    Looks for confidential addresses and postcodes however they are spaced, hidden agencies, code
    words, and the names of people who must be protected from whom the text is about.
    """
    folded = _letters(text)
    secrets = (_letters(secret) for secret in _secrets(record, recipient, on))
    if any(secret and secret in folded for secret in secrets):
        return True
    words = set(re.findall(r"\w+", text.casefold()))
    return any(name.casefold() in words for name in _names(record, recipient, on))


def _secrets(record: Record, recipient: Recipient, on: date) -> Iterator[str]:
    allowed = Permission(record, recipient, on)
    for home in record.homes:
        if home.confidential and not allowed.sees_home(home):
            yield from (line for line in (*home.lines, home.postcode) if len(line) > SHORTEST)
            yield home.postcode.split()[-1] if " " in home.postcode else home.postcode
    for involvement in record.involvements:
        if involvement.safety is Safety.ORDINARY or allowed.sees_involvement(involvement):
            continue
        agency = record.agency(involvement.agency)
        yield from (part for part in (agency.name, agency.ods, agency.postcode) if part)
    for point in record.contact_points:
        if point.safety is not Safety.ORDINARY:
            yield point.value
    yield from (p.contact.code_word for p in record.people if p.contact.code_word)


def _names(record: Record, recipient: Recipient, on: date) -> Iterator[str]:
    about = {PersonId(recipient.about), PersonId(recipient.reader)} & {p.id for p in record.people}
    for person in record.people:
        if any(unsafe_for(record, unsafe, person.id, on) for unsafe in about):
            for name in (person.given, person.known_as):
                yield from (word for word in re.findall(r"\w+", name) if len(word) >= SHORTEST)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
