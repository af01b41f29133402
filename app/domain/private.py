"""A record without what is one person's alone or the office's alone, as if it had never been there.

For a file about a whole household. What is left holds together by itself: no reference, no gap
and no agency tells that there was more (traps 9, 22 and 34 to 36).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, TypeVar

from app.domain.consent import Category, Consent
from app.domain.counting import THEIRS_ALONE, gives
from app.domain.ids import AgencyId, ConsentId, GroundId, PersonId
from app.domain.person import NameUse, Person, Safety
from app.domain.plan import Meeting
from app.domain.record import Record
from app.domain.sharing import Ground, Paper, ShareRequest

PREVIOUS = frozenset({NameUse.OLD, NameUse.MAIDEN})


class _OfKinds(Protocol):
    """Something that is about some kinds of information."""

    @property
    def categories(self) -> frozenset[Category]: ...


K = TypeVar("K", bound=_OfKinds)


def without_private(record: Record) -> Record:
    """Return a record without anybody's own affairs, flags, restricted facts and previous names."""
    own = _Own(record)
    consents, grounds = own.consents(), own.grounds()
    kept = {consent.id for consent in consents}
    touched = {consent.id for consent in record.consents if consent.categories & THEIRS_ALONE}
    requests = own.requests(kept, {ground.id for ground in grounds})
    homes = tuple(home for home in record.homes if home.safety is not Safety.OWN)
    places = {home.id for home in homes}
    return replace(
        record,
        restricted=(),
        flags=(),
        people=tuple(_by_the_name_of_today(person) for person in record.people),
        contact_points=tuple(p for p in record.contact_points if p.safety is not Safety.OWN),
        homes=homes,
        stays=tuple(stay for stay in record.stays if stay.home in places),
        involvements=tuple(i for i in record.involvements if i.safety is not Safety.OWN),
        notes=tuple(
            note
            for note in record.notes
            if note.agency not in own.alone and all(own.open(p, note.agency) for p in note.people)
        ),
        consents=consents,
        signatures=tuple(s for s in record.signatures if s.consent in kept - touched),
        confirmations=tuple(c for c in record.confirmations if c.consent in kept),
        competences=tuple(c for c in record.competences if own.open(c.person, c.agency)),
        limits=tuple(one for one in record.limits if own.open(one.person, one.not_agency)),
        rulings=tuple(
            replace(one, settles=tuple(id_ for id_ in one.settles if id_ in kept))
            for one in record.rulings
            if own.open(one.person, one.agency)
        ),
        grounds=grounds,
        requests=requests,
        papers=own.papers({request.id for request in requests}, consents),
        dismissals=tuple(one for one in record.dismissals if own.open(one.person, one.agency)),
        meetings=own.meetings(),
        agencies=tuple(one for one in record.agencies if one.id not in own.alone),
        teams=tuple(one for one in record.teams if one.agency not in own.alone),
        professionals=tuple(one for one in record.professionals if one.agency not in own.alone),
    )


class _Own:
    """What is somebody's own affair: with which agency, and agencies that nobody else has."""

    def __init__(self, record: Record) -> None:
        self._record = record
        own = [i for i in record.involvements if i.safety is Safety.OWN]
        self._pairs = {(i.person, i.agency) for i in own}
        met = {i.agency for i in record.involvements if i.safety is not Safety.OWN}
        self.alone: frozenset[AgencyId | None] = frozenset(i.agency for i in own) - met

    def open(self, person: PersonId | None, agency: AgencyId | None) -> bool:
        """Say whether something about a person and an agency may be told."""
        return agency not in self.alone and (person, agency) not in self._pairs

    def consents(self) -> tuple[Consent, ...]:
        """Return the decisions that may be told; one that followed a hidden one follows none."""
        kept: list[Consent] = []
        before: dict[ConsentId, ConsentId | None] = {}  # hidden -> what it took the place of
        for consent in self._record.consents:
            narrowed = _narrowed(consent)
            bare = gives(consent) and not narrowed.categories
            if bare or not self.open(consent.person, consent.agency):
                before[consent.id] = consent.replaces
                continue
            replaces = consent.replaces
            while replaces in before:
                replaces = before[replaces]
            kept.append(replace(narrowed, replaces=replaces))
        return tuple(kept)

    def grounds(self) -> tuple[Ground, ...]:
        """Return the decisions without agreement that may be told."""
        return tuple(
            _narrowed(one)
            for one in self._record.grounds
            if self.open(one.person, one.agency) and _tells_more(one)
        )

    def requests(
        self, consents: set[ConsentId], grounds: set[GroundId]
    ) -> tuple[ShareRequest, ...]:
        """Return the requests that may be told, resting on what may be told."""
        return tuple(
            replace(
                _narrowed(one),
                consents=tuple(id_ for id_ in one.consents if id_ in consents),
                ground=one.ground if one.ground in grounds else None,
            )
            for one in self._record.requests
            if self.open(one.person, one.agency) and _tells_more(one)
        )

    def papers(self, requests: set[str], consents: tuple[Consent, ...]) -> tuple[Paper, ...]:
        """Return the papers that may be told: none that only a hidden decision was signed on."""
        shown = {consent.form for consent in consents}
        hidden = {consent.form for consent in self._record.consents} - shown
        return tuple(
            paper
            for paper in self._record.papers
            if paper.number not in hidden
            and (paper.request is None or paper.request in requests)
            and (paper.person is None or self.open(paper.person, paper.agency))
        )

    def meetings(self) -> tuple[Meeting, ...]:
        """Return the meetings without whoever works at an agency that is hidden."""
        gone = {p.id for p in self._record.professionals if p.agency in self.alone}
        return tuple(
            replace(one, invitees=tuple(i for i in one.invitees if i.professional not in gone))
            for one in self._record.meetings
        )


def _by_the_name_of_today(person: Person) -> Person:
    left = tuple(name for name in person.further_names if name.use not in PREVIOUS)
    return person if left == person.further_names else replace(person, further_names=left)


def _tells_more(thing: _OfKinds) -> bool:
    """Say whether something is about more than what is theirs alone."""
    return not thing.categories or bool(thing.categories - THEIRS_ALONE)


def _narrowed(thing: K) -> K:
    """Return a decision or request without the kinds of information that are theirs alone."""
    left = thing.categories - THEIRS_ALONE
    return thing if left == thing.categories else replace(thing, categories=left)  # type: ignore[type-var]
