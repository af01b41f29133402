"""What was decided about sharing, as each may know it: their own word, and what they were told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property

from app.domain.agency import Involvement
from app.domain.ids import PersonId
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.standing import stands_in
from app.view.recipient import Recipient, RecipientKind
from tests.builders import law


class Said:
    """Everything said about sharing in one state of a family."""

    def __init__(self, record: Record, on: date) -> None:
        self.record = record
        self.on = on
        self._heard: dict[tuple[str, bool], Rulebook] = {}

    @cached_property
    def book(self) -> Rulebook:
        """The rules over everything that was decided."""
        return Rulebook(self.record, law())

    def between(self, recipient: Recipient, fact: Involvement) -> tuple[str, ...] | None:
        """Return what was decided between somebody and an agency, as the recipient may know it.

        A partner knows what stands; whoever can decide, what they said themselves; a child too
        young to decide, what stands for them. Nobody is told that two disagree, nor of a law they
        were not told of.
        """
        about, reader = (fact.person, fact.agency), recipient.reader
        if fact.person not in (reader, *recipient.about):
            return None
        if recipient.kind is RecipientKind.PARTNER:
            where = stands_in(self.book, *about, self.on)
        elif self.book.deciders(*about, self.on).can_decide(PersonId(reader)):
            where = stands_in(self._by(reader, own=True), *about, self.on)
            return (where.state, str(where.day), str(where.disagreement))
        elif fact.person == reader:
            where = stands_in(self._by(reader, own=False), *about, self.on)
        else:
            return None
        return (where.state, "" if where.disagreement else str(where.day))

    def _by(self, reader: str, *, own: bool) -> Rulebook:
        """Return the rules over what one of the family was told, or only said themselves."""
        key = (reader, own)
        if key not in self._heard:
            record = self.record
            told = (g for g in record.grounds if reader in g.told and reader not in g.not_told)
            record = replace(record, grounds=tuple(told))
            if own:
                limits = (limit for limit in record.limits if limit.decided_by == reader)
                said = (c for c in record.consents if c.decider == reader)
                record = replace(record, rulings=(), consents=tuple(said), limits=tuple(limits))
            self._heard[key] = Rulebook(record, law())
        return self._heard[key]
