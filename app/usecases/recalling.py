"""Recall the open requests that rest on agreement and are no longer agreed to."""

from __future__ import annotations

from dataclasses import replace

from app.domain.consent import Answer, Consent
from app.domain.counting import covers, gives
from app.domain.record import Record
from app.domain.reliance import when
from app.domain.sharing import RequestState, ShareRequest
from app.domain.withdrawal import CHANGED_MIND, STILL_GOING
from app.ports import Work

ENDS_A_YES = frozenset({Answer.REFUSED, Answer.WITHDRAWN})


def recall(work: Work, record: Record, consent: Consent) -> tuple[ShareRequest, ...]:
    """Recall what a decision takes the ground from; return the requests as they are now.

    A no, a change of mind or a narrower yes does; one that was overtaken by a later decision of
    the same person before it was written down does not (practice, section 8).
    """
    if any(_overtakes(other, consent) for other in record.consents):
        return ()
    recalled = tuple(
        replace(request, state=RequestState.RECALLED, reason=CHANGED_MIND, next_chase_on=None)
        for request in record.requests
        if _rests_on(request, consent) and _no_longer(request, consent)
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
