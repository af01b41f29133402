"""What a change of mind does: what ends, what is called back, and who already holds what.

Source: practice, section 8; trap 11: the past record and the withdrawal itself both stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.consent import Category, Consent, Purpose
from app.domain.counting import gives
from app.domain.ids import AgencyId, GroundId, PersonId, RequestId
from app.domain.reliance import when
from app.domain.rulebook import Rulebook
from app.domain.sharing import RequestState, ShareRequest

HELD = frozenset({RequestState.ANSWERED, RequestState.PARTLY_ANSWERED})


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
    recalled: tuple[ShareRequest, ...]  # out with a partner, not answered yet
    holders: tuple[Holder, ...]
    notices: tuple[AgencyId, ...]  # partners to write to
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
    ends = tuple(
        consent
        for agency in sorted(named)
        for purpose in Purpose
        for consent in book.relied(person, agency, purpose, on).heads
        if consent.decider == decider and gives(consent)
    )
    cells = {(consent.agency, consent.purpose) for consent in ends}
    requests = [r for r in book.record.requests if r.person == person and r.agency in named]
    left = {paper.request for paper in book.record.papers if paper.request is not None}
    waiting = [
        r
        for r in requests
        if r.state is RequestState.OPEN and r.ground is None and (r.agency, r.purpose) in cells
    ]
    stopped = tuple(r for r in waiting if r.id not in left)
    recalled = tuple(r for r in waiting if r.id in left)
    holders = _holders(requests, {r.id for r in stopped}, left)
    return Consequences(
        ends=tuple(sorted(ends, key=when)),
        stopped=stopped,
        recalled=recalled,
        holders=holders,
        notices=tuple(sorted({holder.agency for holder in holders})),
        other_law=_other_law(book, person, named, on),
    )


def _holders(
    requests: list[ShareRequest], stopped: set[RequestId], left: set[RequestId]
) -> tuple[Holder, ...]:
    """Return who has read a request about them: a request itself tells a partner something."""
    holders: dict[AgencyId, Holder] = {}
    for request in requests:
        seen = request.id in left or request.state is not RequestState.OPEN
        if request.id in stopped or not seen:
            continue
        before = holders.get(request.agency)
        holders[request.agency] = Holder(
            agency=request.agency,
            categories=request.categories | (before.categories if before else frozenset()),
            since=min(request.made_on, before.since if before else request.made_on),
            replied=request.state in HELD or (before is not None and before.replied),
        )
    return tuple(sorted(holders.values(), key=lambda holder: (holder.since, holder.agency)))


def _other_law(
    book: Rulebook, person: PersonId, agencies: frozenset[AgencyId], on: date
) -> tuple[GroundId, ...]:
    found = {
        ground.id
        for agency in agencies
        for purpose in Purpose
        for ground in book.grounds(person, agency, frozenset(), purpose, on)
    }
    return tuple(sorted(found))
