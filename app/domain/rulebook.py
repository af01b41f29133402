"""One record and one law pack, asked many times: who decides, what counts, what stands against.

Everything is worked out once for each person, agency and day, so that a grid of hundreds of
answers costs little more than one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.domain.agency import Agency
from app.domain.consent import Category, Consent, Purpose
from app.domain.deciding import Decider, Deciders, deciders
from app.domain.ids import AgencyId, ConsentId, PersonId
from app.domain.law import LawPack
from app.domain.person import Person, Safety
from app.domain.record import Record
from app.domain.reliance import Relied, relied_on
from app.domain.sharing import Choice, Confidentiality, Ground, Ruling

Cell = tuple[PersonId, AgencyId, Purpose]


class Rulebook:
    """Answers the small questions the deciding function asks of one record."""

    def __init__(self, record: Record, law: LawPack) -> None:
        self.record = record
        self.law = law
        self.people: dict[PersonId, Person] = {person.id: person for person in record.people}
        self.agencies: dict[AgencyId, Agency] = {agency.id: agency for agency in record.agencies}
        self._cells: dict[Cell, list[Consent]] = {}
        for consent in record.consents:
            cell = (consent.person, consent.agency, consent.purpose)
            self._cells.setdefault(cell, []).append(consent)
        self._involved = {(i.person, i.agency) for i in record.involvements}
        self._own = {(i.person, i.agency) for i in record.involvements if i.safety is Safety.OWN}
        self._deciders: dict[tuple[PersonId, AgencyId, date], Deciders] = {}
        self._relied: dict[tuple[Cell, date], Relied] = {}

    def involved(self, person: PersonId, agency: AgencyId) -> bool:
        """Say whether an agency is recorded as having to do with a person."""
        return (person, agency) in self._involved

    def own(self, person: PersonId, agency: AgencyId) -> bool:
        """Say whether an agency is the person's own affair (trap 9)."""
        return (person, agency) in self._own

    def cells(self) -> tuple[Cell, ...]:
        """Return every person, agency and purpose anything was ever decided about."""
        return tuple(self._cells)

    def deciders(self, person: PersonId, agency: AgencyId, on: date) -> Deciders:
        """Return who can decide; only the person where the agency is their own affair."""
        key = (person, agency, on)
        if key not in self._deciders:
            who = deciders(self.record, person, agency, on)
            if self.own(person, agency):
                theirs = tuple(d for d in who.who if d.person == person)
                who = Deciders(rule=who.rule, who=theirs)
            self._deciders[key] = who
        return self._deciders[key]

    def relied(self, person: PersonId, agency: AgencyId, purpose: Purpose, on: date) -> Relied:
        """Return what may be relied on of the decisions on file about one cell."""
        cell = (person, agency, purpose)
        key = (cell, on)
        if key not in self._relied:
            self._relied[key] = relied_on(self._cells.get(cell, ()), on, self.entitled)
        return self._relied[key]

    def entitled(self, consent: Consent) -> bool:
        """Say whether whoever decided could do so on that day, in the standing they claim."""
        return self.decider_of(consent) is not None

    def decider_of(self, consent: Consent) -> Decider | None:
        """Return in what standing somebody decided on the day they did, or None."""
        if consent.decided_on is None or consent.decider is None:
            return None
        who = self.deciders(consent.person, consent.agency, consent.decided_on)
        fitting = (
            decider
            for decider in who.signers
            if decider.person == consent.decider
            and (decider.standing is consent.standing or consent.decider == consent.person)
        )
        return min(fitting, key=lambda d: (d.responsibility, d.order or ""), default=None)

    def limited(self, person: PersonId, agency: AgencyId) -> bool:
        """Say whether the person asked that this agency is not told."""
        return any(
            limit.person == person and limit.not_agency == agency for limit in self.record.limits
        )

    def grounds(
        self,
        person: PersonId,
        agency: AgencyId,
        categories: frozenset[Category],
        purpose: Purpose,
        on: date,
    ) -> list[Ground]:
        """Return the recorded decisions to share without agreement that fit, newest first."""
        fitting = [
            ground
            for ground in self._grounds(person, agency, purpose, on, Choice.SHARE)
            if categories <= ground.categories
            and ground.decided_on is not None
            and (ground.review_on is None or on < ground.review_on)
            and ground.confidentiality is not Confidentiality.CONSENT  # that takes a consent
        ]
        return sorted(fitting, key=_made, reverse=True)

    def against(
        self,
        person: PersonId,
        agency: AgencyId,
        categories: frozenset[Category],
        purpose: Purpose,
        on: date,
    ) -> Ground | None:
        """Return the newest decision not to share these kinds; it stands until a later one.

        One that is not dated is taken for the newest: a doubtful no still stops.
        """
        fitting = [
            ground
            for ground in self._grounds(person, agency, purpose, on, Choice.NOT_SHARE)
            if not categories or not ground.categories or categories & ground.categories
        ]
        return max(fitting, key=lambda g: (g.decided_on or on, g.id), default=None)

    def ruling(
        self,
        person: PersonId,
        agency: AgencyId,
        purpose: Purpose,
        noes: Iterable[ConsentId],
        on: date,
    ) -> Ruling | None:
        """Return the newest decision of a manager that settles every no; of one day the no counts.

        Which yes it settles is looked at after: that one of them runs out brings no older back.
        """
        needed = set(noes)
        fitting = [
            ruling
            for ruling in self.record.rulings
            if (ruling.person, ruling.agency, ruling.purpose) == (person, agency, purpose)
            and ruling.manager.strip()
            and ruling.decided_on is not None
            and ruling.decided_on <= on
            and needed <= set(ruling.settles)
        ]
        return max(
            fitting, key=lambda r: (r.decided_on or date.min, not r.share, r.id), default=None
        )

    def _grounds(
        self, person: PersonId, agency: AgencyId, purpose: Purpose, on: date, choice: Choice
    ) -> list[Ground]:
        return [
            ground
            for ground in self.record.grounds
            if (ground.person, ground.purpose, ground.choice) == (person, purpose, choice)
            and ground.agency in (None, agency)
            and (ground.decided_on or on) <= on
        ]


def _made(ground: Ground) -> tuple[date, str]:
    return ground.decided_on or date.min, ground.id
