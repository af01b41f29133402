"""Where sharing stands as one recipient may know it: a person's own word, and nobody else's.

Whoever can decide sees what they themselves said; a child too young to decide sees what stands
for them; a partner what stands between it and its patient. Who of two disagrees, what a manager
ruled, and a law they were not told of, are worked out of the record before the question is asked,
so that the answer cannot tell of them (caseload, 4.5; practice, section 6).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.standing import Stands, stands_in
from app.view.permission import FAMILY, Permission
from app.view.recipient import RecipientKind
from app.view.rules import Group


class Choices:
    """The sharing states of a record, for one recipient on a day."""

    def __init__(self, record: Record, law: LawPack, allowed: Permission, on: date) -> None:
        self._allowed = allowed
        self._law = law
        self._on = on
        self._whole = Rulebook(record, law)
        self._told = self._whole
        if allowed.recipient.kind in FAMILY:
            self._told = Rulebook(_as_told(record, self._reader), law)
        self._own = Rulebook(_own_word(self._told.record, self._reader), law)

    def of(self, person: PersonId, agency: AgencyId) -> Stands | None:
        """Return where it stands, or None where that is none of the recipient's business."""
        recipient = self._allowed.recipient
        if recipient.kind is RecipientKind.MEETING:
            return None  # what each said is between each of them and us
        if not self._allowed.may(Group.DECISION, agency=agency):
            return None
        if recipient.kind is RecipientKind.OFFICE:
            return stands_in(self._whole, person, agency, self._on)
        if person not in self._allowed.concerned:
            return None
        if recipient.kind is RecipientKind.PARTNER:
            return _who_is_not_said(stands_in(self._whole, person, agency, self._on))
        if self._whole.deciders(person, agency, self._on).can_decide(self._reader):
            return stands_in(self._own, person, agency, self._on)
        if person != self._reader:
            return None
        return _who_is_not_said(stands_in(self._told, person, agency, self._on))

    @property
    def _reader(self) -> PersonId:
        return PersonId(self._allowed.recipient.reader)


def _as_told(record: Record, reader: PersonId) -> Record:
    """Return the record without decisions on the law that the reader was not told of."""
    told = tuple(g for g in record.grounds if reader in g.told and reader not in g.not_told)
    return replace(record, grounds=told)


def _own_word(record: Record, reader: PersonId) -> Record:
    """Return the record as if only the reader had ever said anything."""
    return replace(
        record,
        consents=tuple(c for c in record.consents if c.decider == reader),
        rulings=(),
        limits=tuple(limit for limit in record.limits if limit.decided_by == reader),
    )


def _who_is_not_said(stands: Stands) -> Stands:
    """Return a state that does not say that two people disagree, or when one of them said no."""
    return Stands(state=stands.state) if stands.disagreement else stands
