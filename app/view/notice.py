"""Record + a change of mind -> what each partner, and whoever changed their mind, may read of it.

Made from what is allowed to each, only: a partner learns nothing of any other partner, and nobody
of the family learns of a decision they were not told about, or of what another agreed to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import Ground, ShareRequest
from app.domain.withdrawal import Consequences, holders
from app.view.known import Known
from app.view.letter import nhs_number
from app.view.notices import CalledBack, FamilyNoticeView, NoticeView, OtherLaw, Told
from app.view.recipient import one_of_family, partner_about


def project_notice(
    record: Record,
    law: LawPack,
    follows: Consequences,
    *,
    agency: AgencyId,
    ended_on: date,
    number: str,
    on: date,
) -> NoticeView:
    """Return the letter to one partner. Who changed their mind, and why, is not in it.

    Raises ValueError where nothing ended with this partner.
    """
    ended = [consent for consent in follows.ends if consent.agency == agency]
    if not ended:
        raise ValueError("nothing ended")
    known = Known(record, partner_about(agency, ended[0].person), on)
    person = known.person(ended[0].person)
    return NoticeView(
        number=number,
        made_on=on,
        given_on=max((c.decided_on for c in ended if c.decided_on), default=None),
        ended_on=ended_on,
        to=known.letterhead(agency),
        sender=known.sender(),
        name=person.name,
        initials=person.initials,
        born=person.born_in_words,
        nhs_number=nhs_number(person),
        called_back=tuple(
            CalledBack(number=request.number, made_on=request.made_on)
            for request in follows.recalled
            if request.agency == agency
        ),
        replied=any(h.replied for h in follows.holders if h.agency == agency),
        other_law=_other_law(
            record, law, [g for g in _grounds(record, follows) if g.agency in (None, agency)]
        ),
    )


def project_family_notice(
    record: Record,
    law: LawPack,
    follows: Consequences,
    *,
    ended_on: date,
    number: str,
    on: date,
) -> FamilyNoticeView:
    """Return the copy of whoever changed their mind.

    A partner they may not know of, a decision they were not told about, and what was asked on the
    yes of another are left out, without a gap. Raises ValueError where nothing ended.
    """
    if not follows.ends or follows.ends[0].decider is None:
        raise ValueError("nothing ended")
    book = Rulebook(record, law)
    told = _Told(record, book, follows.ends[0].decider, follows.ends[0].person, on)
    known = told.known
    about, reader = known.person(told.about), known.person(told.reader)
    agencies = dict.fromkeys(
        c.agency for c in follows.ends if known.knows_agency(told.about, c.agency)
    )
    names = {id_: record.agency(id_).name for id_ in agencies}
    before = {request.id: request for request in (*follows.stopped, *follows.recalled)}
    requests = [
        before.get(request.id, request)
        for request in record.requests
        if request.person == about.id and request.agency in names and told.request(request)
    ]
    ours = {request.id for request in requests}

    def named(some: tuple[ShareRequest, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names[r.agency] for r in some if r.id in ours))

    return FamilyNoticeView(
        number=number,
        made_on=on,
        ended_on=ended_on,
        name=reader.name,
        initials=reader.initials,
        about="" if reader.id == about.id else known.called(told.about),
        stops=tuple(sorted(names.values())),
        called_back=named(follows.recalled),
        not_sent=named(follows.stopped),
        told=tuple(
            Told(
                agency=names[holder.agency],
                categories=tuple(sorted(holder.categories)),
                since=holder.since,
                replied=holder.replied,
            )
            for holder in holders(book, requests)
        ),
        other_law=_other_law(record, law, [g for g in _grounds(record, follows) if told.ground(g)]),
        sender=known.sender(),
        needs=reader.needs,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What somebody of the family was told of sharing about one person."""

    record: Record
    book: Rulebook
    reader: PersonId
    about: PersonId
    on: date

    @property
    def known(self) -> Known:
        """What they may know of the record."""
        return Known(self.record, one_of_family(self.reader, self.about), self.on)

    def ground(self, ground: Ground) -> bool:
        """Say whether they were told of a decision made without agreement."""
        there = ground.agency is None or self.known.knows_agency(self.about, ground.agency)
        return there and self.reader in ground.told and self.reader not in ground.not_told

    def request(self, request: ShareRequest) -> bool:
        """Say whether a request went out on their own word, or on a law they were told of."""
        if request.ground is not None:
            return any(self.ground(g) for g in self.record.grounds if g.id == request.ground)
        if not request.consents:
            return self.book.deciders(self.about, request.agency, self.on).can_decide(self.reader)
        return any(
            consent.decider == self.reader
            for consent in self.record.consents
            if consent.id in request.consents
        )


def _grounds(record: Record, follows: Consequences) -> list[Ground]:
    return [ground for ground in record.grounds if ground.id in follows.other_law]


def _other_law(record: Record, law: LawPack, grounds: list[Ground]) -> tuple[OtherLaw, ...]:
    """Return the law of each ground in the law pack’s words: the worker’s own reasons stay here."""
    found = []
    for ground in grounds:
        gateway = law.gateway(ground.gateway)
        if gateway is not None:
            found.append(
                OtherLaw(
                    citation=gateway.citation,
                    does=gateway.does,
                    reason=ground.confidentiality,
                    since=ground.decided_on,
                    agency=record.agency(ground.agency).name if ground.agency else "",
                )
            )
    return tuple(found)
