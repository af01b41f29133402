"""Where sharing stands between a person and an agency, for the picture, the table and the pills."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.consent import Answer, Consent, Purpose
from app.domain.counting import ends_on, gives
from app.domain.decision import Decision, Reason
from app.domain.gateway import NOES, Share, decide
from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.record import Record
from app.domain.reliance import when
from app.domain.rulebook import Rulebook


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
    return stands_in(Rulebook(record, law), person, agency, on, purpose)


def stands_in(
    book: Rulebook,
    person: PersonId,
    agency: AgencyId,
    on: date,
    purpose: Purpose = Purpose.EARLY_HELP,
) -> Stands:
    """Return where sharing stands, from a rulebook that is asked many times."""
    share = Share(person=person, agency=agency, categories=frozenset(), on=on, purpose=purpose)
    decision = decide(book, share)
    if decision.ground is not None and decision.allowed:
        return Stands(state=State.OTHER_LAW)
    heads = book.relied(person, agency, purpose, on).heads
    who = book.deciders(person, agency, on)
    counted = [c for c in heads if c.decider is not None and who.can_decide(c.decider)]
    if decision.allowed:
        newest = max((c for c in counted if c.id in decision.consents), key=when)
        state = State.NARROWED if newest.answer is Answer.NARROWED else State.GIVEN
        return Stands(state=state, day=ends_on(book.record, book.law, newest), consent=newest)
    if not counted:
        return _uncounted(book, person, agency, purpose, on)
    if Reason.DISAGREEMENT in decision.reasons:
        no = next(c for c in counted if c.answer in NOES)
        return Stands(state=State.REFUSED, day=no.decided_on, consent=no, disagreement=True)
    last = counted[-1]
    return {
        Answer.DRAFT: Stands(state=State.DRAFT, day=last.decided_on, consent=last),
        Answer.NOT_SOUGHT: Stands(state=State.NOT_SOUGHT, consent=last),
        Answer.REFUSED: Stands(state=State.REFUSED, day=last.decided_on, consent=last),
        Answer.WITHDRAWN: Stands(state=State.WITHDRAWN, day=last.decided_on, consent=last),
    }.get(
        last.answer,
        Stands(state=_not_live(decision), day=ends_on(book.record, book.law, last), consent=last),
    )


def _not_live(decision: Decision) -> State:
    """Return the state of a yes that opens nothing: run out, or stopped by something else."""
    return State.EXPIRED if Reason.RAN_OUT in decision.reasons else State.REFUSED


def _uncounted(
    book: Rulebook, person: PersonId, agency: AgencyId, purpose: Purpose, on: date
) -> Stands:
    """Return where it stands when no record counts: overtaken by events, or never asked.

    What was never valid is no paper, and overtakes nothing.
    """
    heads = book.relied(person, agency, purpose, on).heads
    overtaken = [c for c in heads if gives(c)]
    if overtaken:
        newest = overtaken[-1]
        return Stands(state=State.SUPERSEDED, day=newest.decided_on, consent=newest)
    drafts = [c for c in heads if c.answer is Answer.DRAFT]
    return Stands(state=State.DRAFT if drafts else State.NOT_SOUGHT)
