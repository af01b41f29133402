"""Where sharing stands between a person and an agency, for the picture, the table and the pills."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.consent import Answer, Consent, Purpose
from app.domain.counting import counting, ends_on, gives
from app.domain.deciding import deciders
from app.domain.gateway import Reason, may_share
from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.record import Record


class State(StrEnum):
    """The states of practice, section 8, plus "the law allows it" from a recorded ground."""

    GIVEN = "given"
    NARROWED = "narrowed"
    OTHER_LAW = "other-law"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    NOT_SOUGHT = "not-sought"
    DRAFT = "draft"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """A state, the day it turns on, and whether holders of responsibility disagree."""

    state: State
    day: date | None = None
    consent: Consent | None = None
    disagreement: bool = False


def stands(
    record: Record,
    law: LawPack,
    person: PersonId,
    agency: AgencyId,
    on: date,
    purpose: Purpose = Purpose.EARLY_HELP,
) -> Stands:
    """Return where sharing stands on a day: one state, the most telling one."""
    decision = may_share(
        record, law, person=person, agency=agency, categories=frozenset(), on=on, purpose=purpose
    )
    if decision.ground is not None and decision.allowed:
        return Stands(state=State.OTHER_LAW)
    found = counting(record, person, agency, purpose)
    who = deciders(record, person, agency, on)
    counted = [c for c in found if c.decider is not None and who.can_decide(c.decider)]
    if decision.allowed:
        newest = next(c for c in reversed(record.consents) if c.id in decision.consents)
        state = State.NARROWED if newest.answer is Answer.NARROWED else State.GIVEN
        return Stands(state=state, day=ends_on(record, law, newest), consent=newest)
    if not counted:
        return _uncounted(record, found)
    if Reason.DISAGREEMENT in decision.reasons:
        no = next(c for c in counted if c.answer in (Answer.REFUSED, Answer.WITHDRAWN))
        return Stands(state=State.REFUSED, day=no.decided_on, consent=no, disagreement=True)
    last = counted[-1]
    return {
        Answer.DRAFT: Stands(state=State.DRAFT, day=last.decided_on, consent=last),
        Answer.NOT_SOUGHT: Stands(state=State.NOT_SOUGHT, consent=last),
        Answer.REFUSED: Stands(state=State.REFUSED, day=last.decided_on, consent=last),
        Answer.WITHDRAWN: Stands(state=State.WITHDRAWN, day=last.decided_on, consent=last),
    }.get(last.answer, Stands(state=State.EXPIRED, day=ends_on(record, law, last), consent=last))


def _uncounted(record: Record, found: list[Consent]) -> Stands:
    """Return where it stands when no record counts: overtaken by events, or never asked."""
    overtaken = [c for c in found if gives(c) and _counted_then(record, c)]
    if overtaken:
        newest = overtaken[-1]
        return Stands(state=State.SUPERSEDED, day=newest.decided_on, consent=newest)
    drafts = [c for c in found if c.answer is Answer.DRAFT]
    return Stands(state=State.DRAFT if drafts else State.NOT_SOUGHT)


def _counted_then(record: Record, consent: Consent) -> bool:
    """Say whether whoever decided could do so on that day; what was never valid is no paper."""
    if consent.decided_on is None or consent.decider is None:
        return False
    who = deciders(record, consent.person, consent.agency, consent.decided_on)
    return who.can_decide(consent.decider)
