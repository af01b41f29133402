"""Record + a change of mind -> what each partner, and whoever changed their mind, may read of it.

Made from what is allowed to each, only: a partner learns nothing of any other partner, and nobody
of the family learns of a decision they were not told about, or of what another agreed to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.identifiers import System, shown
from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import Ground, ShareRequest
from app.domain.withdrawal import Consequences, holders
from app.view.papers import Addressee, PrintNeeds, Sender
from app.view.permission import Permission
from app.view.recipient import parent_about, partner_about, the_person
from app.view.rules import Group
from app.view.sender import print_needs, sender_for
from app.view.words import long_partial


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledBack:
    """One request the partner is not to answer any more."""

    number: str
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLaw:
    """What carries some sharing on without agreement. `reason` is a code of its confidentiality."""

    citation: str
    does: str
    reason: str
    since: date | None = None
    agency: str = ""  # empty: any that needs it


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """One letter to one partner about one person: what they may no longer do."""

    number: str
    made_on: date
    given_on: date | None  # when what ended was agreed to
    ended_on: date
    to: Addressee
    sender: Sender
    name: str
    initials: str
    born: str
    nhs_number: str
    called_back: tuple[CalledBack, ...]
    replied: bool  # they told us something
    other_law: tuple[OtherLaw, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A service that already knows something: which kinds, since when, and if it told us too."""

    agency: str
    categories: tuple[str, ...]
    since: date
    replied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyNoticeView:
    """The copy of whoever changed their mind; `about` is empty where it is about themself."""

    number: str
    made_on: date
    ended_on: date
    name: str
    initials: str
    about: str
    stops: tuple[str, ...]  # names of services
    called_back: tuple[str, ...]
    not_sent: tuple[str, ...]
    told: tuple[Told, ...]
    other_law: tuple[OtherLaw, ...]
    sender: Sender
    needs: PrintNeeds


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
    person = record.person(ended[0].person)
    partner = record.agency(agency)
    allowed = Permission(record, partner_about(agency, person.id), on)
    identifier = record.identifier(person.id, System.NHS) if allowed.may(Group.NUMBERS) else None
    return NoticeView(
        number=number,
        made_on=on,
        given_on=max((c.decided_on for c in ended if c.decided_on), default=None),
        ended_on=ended_on,
        to=Addressee(
            name=partner.name,
            ods=partner.ods,
            lines=(*partner.lines, partner.postcode) if partner.postcode else partner.lines,
            mailbox=partner.mailbox,
        ),
        sender=sender_for(record, (person.id,), on),
        name=person.name,
        initials=person.initials,
        born=long_partial(person.born),
        nhs_number=shown(System.NHS, identifier.value) if identifier is not None else "",
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
    about = record.person(follows.ends[0].person)
    reader = record.person(follows.ends[0].decider)
    book = Rulebook(record, law)
    known = _Known(record, book, reader.id, about.id, on)
    agencies = dict.fromkeys(c.agency for c in follows.ends if known.agency(c.agency))
    names = {id_: record.agency(id_).name for id_ in agencies}
    before = {request.id: request for request in (*follows.stopped, *follows.recalled)}
    requests = [
        before.get(request.id, request)
        for request in record.requests
        if request.person == about.id and request.agency in names and known.request(request)
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
        about="" if reader.id == about.id else about.known_as or about.given,
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
        other_law=_other_law(
            record, law, [g for g in _grounds(record, follows) if known.ground(g)]
        ),
        sender=sender_for(record, (about.id, reader.id), on),
        needs=print_needs(reader),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What somebody of the family may know of sharing about one person."""

    record: Record
    book: Rulebook
    reader: PersonId
    about: PersonId
    on: date

    def agency(self, agency: AgencyId) -> bool:
        """Say whether they may know of every involvement of an agency with the person."""
        own = self.reader == self.about
        recipient = the_person(self.about) if own else parent_about(self.reader, self.about)
        allowed = Permission(self.record, recipient, self.on)
        return all(
            allowed.sees_involvement(involvement)
            for involvement in self.record.involvements_of(self.about)
            if involvement.agency == agency
        )

    def ground(self, ground: Ground) -> bool:
        """Say whether they were told of a decision made without agreement."""
        there = ground.agency is None or self.agency(ground.agency)
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
