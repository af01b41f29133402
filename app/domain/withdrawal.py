"""What a change of mind does: what ends, what is called back, and who already holds what.

Source: practice, section 8; trap 11: the past record and the withdrawal itself both stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.consent import Answer, Category, Consent
from app.domain.counting import gives, live
from app.domain.gateway import Share, decide
from app.domain.ids import AgencyId, GroundId, PersonId
from app.domain.reliance import when
from app.domain.rulebook import Rulebook
from app.domain.sharing import RequestState, ShareRequest

HELD = frozenset({RequestState.ANSWERED, RequestState.PARTLY_ANSWERED})
STILL_GOING = frozenset({RequestState.OPEN, RequestState.PARTLY_ANSWERED})
CHANGED_MIND = "changed-mind"  # why a request was stopped or recalled


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A partner who already has something from us, and since when; it cannot be unsaid."""

    agency: AgencyId
    categories: frozenset[Category]
    since: date
    replied: bool  # they told us something in return


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """Everything that follows when somebody changes their mind."""

    ends: tuple[Consent, ...]  # each yes that ends
    stopped: tuple[ShareRequest, ...]  # made, and never printed or saved: nobody has seen them
    recalled: tuple[ShareRequest, ...]  # out with a partner, not or only partly answered yet
    holders: tuple[Holder, ...]
    notices: tuple[AgencyId, ...]  # partners who got something on this yes: write to them
    other_law: tuple[GroundId, ...]  # what goes on without agreement, and must be said


def consequences(
    book: Rulebook,
    person: PersonId,
    decider: PersonId,
    agencies: Iterable[AgencyId],
    on: date,
) -> Consequences:
    """Return what follows when `decider` takes back what they agreed about `person`."""
    named = frozenset(agencies)
    ends = tuple(c for c in agreed_to(book, person, decider, on) if c.agency in named)
    cells = {(consent.agency, consent.purpose) for consent in ends}
    requests = [r for r in book.record.requests if r.person == person and r.agency in named]
    out = {r.id for r in requests if _left_on(book, r) is not None}
    waiting = [
        r
        for r in requests
        if r.state in STILL_GOING
        and r.ground is None
        and (r.agency, r.purpose) in cells
        and _rests_on(book, r, decider, on)
    ]
    theirs = [r for r in requests if r.ground is None and _rests_on(book, r, decider, on)]
    return Consequences(
        ends=ends,
        stopped=tuple(r for r in waiting if r.id not in out),
        recalled=tuple(r for r in waiting if r.id in out),
        holders=holders(book, requests),
        notices=tuple(sorted({holder.agency for holder in holders(book, theirs)})),
        other_law=_other_law(book, person, named, on),
    )


def followed(book: Rulebook, withdrawal: Consent, on: date) -> Consequences:
    """Return what followed a change of mind that is kept, so that its letters can be made again.

    What was said about one person on one day belongs together, whatever partner it was about.
    """
    one = (withdrawal.person, withdrawal.decider, withdrawal.decided_on)
    taken = {
        c.replaces
        for c in book.record.consents
        if c.answer is Answer.WITHDRAWN and (c.person, c.decider, c.decided_on) == one
    }
    ends = tuple(sorted((c for c in book.record.consents if c.id in taken), key=when))
    named = frozenset(c.agency for c in ends)
    requests = [r for r in book.record.requests if (r.person, r.agency in named) == (one[0], True)]
    ended = {c.id for c in book.record.consents if c.decider == withdrawal.decider}
    theirs = [r for r in requests if r.ground is None and ended & set(r.consents)]
    back = [r for r in theirs if r.reason == CHANGED_MIND]
    return Consequences(
        ends=ends,
        stopped=tuple(r for r in back if _left_on(book, r) is None),
        recalled=tuple(r for r in back if _left_on(book, r) is not None),
        holders=holders(book, requests),
        notices=tuple(sorted({holder.agency for holder in holders(book, theirs)})),
        other_law=_other_law(book, one[0], named, on),
    )


def agreed_to(book: Rulebook, person: PersonId, decider: PersonId, on: date) -> tuple[Consent, ...]:
    """Return every yes of theirs about somebody that they can take back, oldest first.

    What was taken back is not offered again, even where the word of whoever did no longer counts.
    """
    taken = {c.replaces for c in book.record.consents if c.answer is Answer.WITHDRAWN}
    heads = (
        consent
        for about, agency, purpose in book.cells()
        if about == person
        for consent in book.relied(about, agency, purpose, on).heads
    )
    theirs = (c for c in heads if c.decider == decider and gives(c) and c.id not in taken)
    return tuple(sorted(theirs, key=when))


def _rests_on(book: Rulebook, request: ShareRequest, decider: PersonId, on: date) -> bool:
    """Say whether a request falls with this decider's yes.

    It does where their word counts today, or where the request names a yes of theirs and nobody
    else's carries it. Somebody whose word no longer counts stops nothing that another agreed to.
    """
    who = book.deciders(request.person, request.agency, on)
    if who.can_decide(decider):
        return True
    if not {c.id for c in book.record.consents if c.decider == decider} & set(request.consents):
        return False
    heads = book.relied(request.person, request.agency, request.purpose, on).heads
    return not any(
        live(book.record, book.law, c, on) and c.decider is not None and who.can_decide(c.decider)
        for c in heads
    )


def still_agree(
    book: Rulebook, follows: Consequences, on: date
) -> tuple[tuple[AgencyId, PersonId], ...]:
    """Return who else agreed to what ends: their yes stands, and now they disagree.

    That goes to the manager (practice, section 4.2).
    """
    found = []
    for ended in follows.ends:
        who = book.deciders(ended.person, ended.agency, on)
        for other in book.relied(ended.person, ended.agency, ended.purpose, on).heads:
            theirs = other.decider is not None and who.can_decide(other.decider)
            if theirs and other.decider != ended.decider and live(book.record, book.law, other, on):
                found.append((ended.agency, other.decider))
    return tuple(dict.fromkeys((a, d) for a, d in found if d is not None))


def _left_on(book: Rulebook, request: ShareRequest) -> date | None:
    """Return the day on which a partner first got a request, or None while it never left.

    An outcome or a reminder shows that it did, even where no paper is on the register.
    """
    days = [paper.at.date() for paper in book.record.papers if paper.request == request.id]
    if days:
        return min(days)
    stopped = request.state is RequestState.RECALLED and request.reason == CHANGED_MIND
    known = request.state is not RequestState.OPEN and not stopped
    return request.made_on if known or request.chases else None


def holders(book: Rulebook, requests: Iterable[ShareRequest]) -> tuple[Holder, ...]:
    """Return who has read one of these requests: a request itself tells a partner something."""
    found: dict[AgencyId, Holder] = {}
    for request in requests:
        since = _left_on(book, request)
        if since is None:
            continue
        before = found.get(request.agency)
        found[request.agency] = Holder(
            agency=request.agency,
            categories=request.categories | (before.categories if before else frozenset()),
            since=min(since, before.since if before else since),
            replied=request.state in HELD or (before is not None and before.replied),
        )
    return tuple(sorted(found.values(), key=lambda holder: (holder.since, holder.agency)))


def _other_law(
    book: Rulebook, person: PersonId, agencies: frozenset[AgencyId], on: date
) -> tuple[GroundId, ...]:
    """Return the recorded decisions that carry sharing on by themselves, if nobody had agreed.

    Only what was decided before counts: another ground is never made up to replace a yes. Who
    may use it is the gateway’s affair, so each is asked about as by whoever it is open to.
    """
    bare = Rulebook(replace(book.record, consents=()), book.law)
    found = set()
    for ground in book.record.grounds:
        gateway = book.law.gateway(ground.gateway)
        role = gateway.roles[0] if gateway is not None and gateway.roles else "key worker"
        for agency in sorted(agencies & {ground.agency or one for one in agencies}):
            share = Share(
                person=person,
                agency=agency,
                categories=ground.categories,
                on=on,
                purpose=ground.purpose,
                role=role,
            )
            decision = decide(bare, share) if ground.person == person else None
            if decision is not None and decision.allowed and decision.ground == ground.id:
                found.add(ground.id)
    return tuple(sorted(found))
