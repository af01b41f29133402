"""What can be taken back in a family: by whom, about whom, with which partners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.agency import Agency
from app.domain.consent import Consent
from app.domain.counting import gives
from app.domain.ids import AgencyId, PersonId
from app.domain.person import Safety
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.withdrawal import agreed_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Everything one person agreed to about one person, oldest first."""

    decider: PersonId
    person: PersonId
    consents: tuple[Consent, ...]

    def agencies(self, record: Record) -> tuple[Agency, ...]:
        """Return the partners agreed to, each once."""
        return tuple(record.agency(id_) for id_ in dict.fromkeys(c.agency for c in self.consents))

    def since(self, agency: AgencyId) -> date | None:
        """Return the day on which they last agreed to a partner."""
        days = [c.decided_on for c in self.consents if c.agency == agency and c.decided_on]
        return max(days, default=None)


def offers(book: Rulebook, on: date) -> tuple[Offer, ...]:
    """Return what can be taken back; what is only the person’s own is on no screen (trap 9)."""
    record = book.record
    own = {(i.person, i.agency) for i in record.involvements if i.safety is Safety.OWN}
    pairs = dict.fromkeys(
        (consent.decider, consent.person)
        for consent in record.consents
        if consent.decider is not None and gives(consent)
    )
    found = []
    for decider, person in pairs:
        theirs = tuple(
            consent
            for consent in agreed_to(book, person, decider, on)
            if (person, consent.agency) not in own
        )
        if theirs:
            found.append(Offer(decider=decider, person=person, consents=theirs))
    return tuple(found)
