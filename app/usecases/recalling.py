"""Recall the open requests that nothing carries any more: no agreement, or decided against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.consent import Answer, Consent
from app.domain.counting import covers, gives
from app.domain.record import Record
from app.domain.reliance import when
from app.domain.sharing import Ground, RequestState, ShareRequest
from app.domain.withdrawal import CHANGED_MIND, STILL_GOING
from app.ports import Work

DECIDED_NOT_TO = "decided-not-to"
ENDS_A_YES = frozenset({Answer.REFUSED, Answer.WITHDRAWN})


def recall(work: Work, record: Record, consent: Consent) -> tuple[ShareRequest, ...]:
    """Recall what a decision takes the ground from; return the requests as they are now.

    A no, a change of mind or a narrower yes does; one that was overtaken by a later decision of
    the same person before it was written down does not (practice, section 8).
    """
    if any(_overtakes(other, consent) for other in record.consents):
        return ()
    resting = [r for r in record.requests if _rests_on(r, consent) and _no_longer(r, consent)]
    return _recalled(work, resting, CHANGED_MIND)


def recall_decided_against(work: Work, record: Record, ground: Ground) -> tuple[ShareRequest, ...]:
    """Recall what was just decided not to share, whatever it rests on; return the requests."""
    against = [
        request
        for request in record.requests
        if request.state in STILL_GOING
        and (request.person, request.purpose) == (ground.person, ground.purpose)
        and ground.agency in (None, request.agency)
        and request.categories & ground.categories
    ]
    return _recalled(work, against, DECIDED_NOT_TO)


def _recalled(
    work: Work, requests: Iterable[ShareRequest], reason: str
) -> tuple[ShareRequest, ...]:
    recalled = tuple(
        replace(request, state=RequestState.RECALLED, reason=reason, next_chase_on=None)
        for request in requests
    )
    for request in recalled:
        work.kept(ShareRequest).change(request)
    return recalled


def _overtakes(other: Consent, consent: Consent) -> bool:
    same = (other.person, other.agency, other.purpose, other.decider) == (
        consent.person,
        consent.agency,
        consent.purpose,
        consent.decider,
    )
    newer = same and other.answer is not Answer.DRAFT and when(other) > when(consent)
    return newer and other.decided_on != consent.decided_on


def _rests_on(request: ShareRequest, consent: Consent) -> bool:
    same = (request.person, request.agency, request.purpose) == (
        consent.person,
        consent.agency,
        consent.purpose,
    )
    return same and request.state in STILL_GOING and request.ground is None


def _no_longer(request: ShareRequest, consent: Consent) -> bool:
    if consent.answer in ENDS_A_YES:
        return True
    return gives(consent) and not request.categories <= covers(consent)
