"""Which decisions on file may be relied on, and which are set aside, with the reason.

A doubtful yes never opens anything; a doubtful no still stops. Nothing is chosen silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.consent import Answer, Consent
from app.domain.decision import Doubt, SetAside
from app.domain.ids import ConsentId, PersonId

GIVES = frozenset({Answer.GIVEN, Answer.NARROWED})
UNCLEAR = frozenset({Doubt.UNDATED, Doubt.BROKEN_CHAIN})
Entitled = Callable[[Consent], bool]


@dataclass(frozen=True, slots=True)
class Relied:
    """The newest decision of each decider, oldest first, and what counts for nothing."""

    heads: tuple[Consent, ...]
    set_aside: tuple[SetAside, ...]
    contradictory: tuple[Consent, ...]  # answers of one person of which only one can be meant


def relied_on(consents: Iterable[Consent], on: date, entitled: Entitled) -> Relied:
    """Return what may be relied on of the decisions about one person, agency and purpose.

    `entitled` says whether whoever decided could decide so on the day they did. A decision made
    after `on` is not there yet. A form that is prepared and not signed takes the place of nothing
    (practice, section 8).
    """
    every = tuple(consents)
    made = [c for c in every if c.answer is Answer.DRAFT or not _later(c, on)]
    known = {c.id: c for c in every}
    doubts = {c.id: doubt for c in made if (doubt := _doubt(c, known, entitled)) is not None}
    sound = [c for c in made if c.id not in doubts or c.answer not in GIVES]
    replaced = {
        c.replaces for c in sound if c.answer is not Answer.DRAFT and _links(c, known) is not None
    }
    newest: dict[PersonId | None, list[Consent]] = {}
    for consent in sound:
        if consent.id not in replaced:
            newest.setdefault(consent.decider, []).append(consent)
    heads: list[Consent] = []
    contradictory: list[Consent] = []
    unclear = [c for c in made if doubts.get(c.id) in UNCLEAR and c.answer in GIVES]
    for decider, theirs in newest.items():
        head, against = _newest(theirs, [c for c in unclear if c.decider == decider])
        heads.append(head)
        contradictory += against
    set_aside = [SetAside(id_, doubt) for id_, doubt in doubts.items()]
    set_aside += [SetAside(c.id, Doubt.CONTRADICTS) for c in contradictory if c.id not in doubts]
    return Relied(
        tuple(sorted(heads, key=when)),
        tuple(sorted(set_aside, key=lambda one: one.consent)),
        tuple(contradictory),
    )


def when(consent: Consent) -> tuple[date, ConsentId]:
    """Return what decisions are put in order by; never the order in which they were entered."""
    return consent.decided_on or date.min, consent.id


def impossible_link(consent: Consent, earlier: Consent) -> bool:
    """Say whether a decision cannot be the one that takes the place of another."""
    same = (consent.person, consent.agency, consent.purpose, consent.decider) == (
        earlier.person,
        earlier.agency,
        earlier.purpose,
        earlier.decider,
    )
    first, second = earlier.decided_on, consent.decided_on
    backwards = first is not None and second is not None and second < first
    return not same or backwards or consent.id == earlier.id


def contradict(one: Consent, two: Consent) -> bool:
    """Say whether two decisions of one person on one day cannot both be what was meant.

    One that is not dated may have been made on any day; a form that is not signed decides nothing.
    """
    answers, days = {one.answer, two.answer}, {one.decided_on, two.decided_on}
    if Answer.DRAFT in answers or not GIVES & answers or (len(days) > 1 and None not in days):
        return False
    return (one.answer in GIVES) != (two.answer in GIVES) or one.categories != two.categories


def _later(consent: Consent, on: date) -> bool:
    return consent.decided_on is not None and consent.decided_on > on


def _doubt(consent: Consent, known: dict[ConsentId, Consent], entitled: Entitled) -> Doubt | None:
    if consent.answer is Answer.DRAFT:
        return None
    if consent.decided_on is None:
        return Doubt.UNDATED
    if consent.decider is not None and not entitled(consent):
        return Doubt.NOT_ENTITLED
    if consent.replaces is not None and _links(consent, known) is None:
        return Doubt.BROKEN_CHAIN
    return None


def _links(consent: Consent, known: dict[ConsentId, Consent]) -> ConsentId | None:
    """Return what a decision takes the place of, where it can: never itself in the end."""
    earlier = known.get(consent.replaces) if consent.replaces else None
    if earlier is None or impossible_link(consent, earlier):
        return None
    seen = {consent.id}
    step: Consent | None = earlier
    while step is not None:
        if step.id in seen:
            return None
        seen.add(step.id)
        step = known.get(step.replaces) if step.replaces else None
    return earlier.id


def _newest(theirs: list[Consent], unclear: list[Consent]) -> tuple[Consent, list[Consent]]:
    """Return the newest of one decider's decisions, and what speaks against it.

    `unclear` is each yes of theirs that is set aside: it opens nothing, but may have meant less.
    """
    decided = [c for c in theirs if c.answer is not Answer.DRAFT] or theirs
    head = max(decided, key=when)
    against = [c for c in decided if c.id != head.id and (contradict(head, c) or _names(c, head))]
    against += [c for c in unclear if _leaves_less(head, c)]
    return head, [head, *against] if against else []


def _names(no: Consent, head: Consent) -> bool:
    """Say whether a no means to end a yes, though by its date it cannot."""
    return head.answer in GIVES and no.answer not in GIVES and no.replaces == head.id


def _leaves_less(head: Consent, unclear: Consent) -> bool:
    later = unclear.decided_on is None or when(unclear) > when(head)
    return head.answer in GIVES and later and not head.categories <= unclear.categories
