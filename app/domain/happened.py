"""What happened between the family and its partners, and on the family plan, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.dates import PartialDate
from app.domain.happening import Line, LineKind
from app.domain.ids import PersonId
from app.domain.record import Record
from app.domain.sharing import RequestState
from app.domain.visit import Knowledge

WAITING = frozenset({RequestState.OPEN, RequestState.PARTLY_ANSWERED})
on = PartialDate.of


def happened_in_sharing(record: Record) -> Iterator[Line]:
    """Yield decisions, what they rest on, requests and papers."""
    for consent in record.consents:
        if consent.decided_on is not None:
            yield Line(
                day=on(consent.decided_on),
                kind=LineKind.DECISION,
                opens=consent.id,
                people=(consent.person,),
                agency=consent.agency,
                code=consent.answer,
                text=consent.reason,
                source=consent.recorded_by,
                speaker=consent.decider,
                knowledge=Knowledge.FACT,
            )
    for note in record.competences:
        if note.on is not None:
            yield Line(
                day=on(note.on),
                kind=LineKind.COMPETENCE,
                opens=note.id,
                people=(note.person,),
                agency=note.agency,
                code="able" if note.able else "not-able",
                text=note.decision or note.note,
                source=note.assessor,
                knowledge=Knowledge.OPINION,
            )
    for limit in record.limits:
        if limit.since is not None:
            unwelcome = () if limit.not_person is None else (limit.not_person,)
            yield Line(
                day=on(limit.since),
                kind=LineKind.LIMIT,
                opens=limit.id,
                people=(limit.person, *unwelcome),
                agency=limit.not_agency,
                text=limit.about,
                speaker=limit.decided_by,
                knowledge=Knowledge.FACT,
            )
    for ground in record.grounds:
        if ground.decided_on is not None:
            yield Line(
                day=on(ground.decided_on),
                kind=LineKind.GROUND,
                opens=ground.id,
                people=(ground.person,),
                agency=ground.agency,
                text=ground.necessity,
                source=ground.decided_by,
                knowledge=Knowledge.OPINION,
            )
    yield from _requests_and_papers(record)


def _requests_and_papers(record: Record) -> Iterator[Line]:
    for request in record.requests:
        yield Line(
            day=on(request.made_on),
            kind=LineKind.REQUEST,
            opens=request.id,
            people=(request.person,),
            agency=request.agency,
            code=request.state,
            name=request.number,
            text=request.why,
            source=request.made_by,
            knowledge=Knowledge.FACT,
        )
        if request.due_on is not None and request.state in WAITING:
            yield Line(
                day=on(request.due_on),
                kind=LineKind.REPLY_DUE,
                opens=request.id,
                people=(request.person,),
                agency=request.agency,
                name=request.number,
                knowledge=Knowledge.FACT,
            )
    for paper in record.papers:
        yield Line(
            day=on(paper.at.date()),
            kind=LineKind.PAPER,
            opens=paper.id,
            people=() if paper.person is None else (paper.person,),
            agency=paper.agency,
            code=paper.kind,
            name=paper.number,
            source=paper.by,
            knowledge=Knowledge.FACT,
        )


def happened_in_plan(record: Record) -> Iterator[Line]:
    """Yield needs, goals, actions that were done, reviews and meetings."""
    for need in record.needs:
        people = _one(need.person)
        yield Line(
            day=on(need.on),
            kind=LineKind.NEED,
            opens=need.id,
            people=people,
            code=need.kind,
            text=need.text,
            details=_told(words=need.words),
            knowledge=Knowledge.FAMILY_ACCOUNT if need.words else Knowledge.OPINION,
        )
        if need.met_on is not None:
            yield Line(
                day=on(need.met_on),
                kind=LineKind.NEED_MET,
                opens=need.id,
                people=people,
                code=need.kind,
                text=need.text,
            )
    for goal in record.goals:
        people = _one(goal.person)
        yield Line(
            day=on(goal.on),
            kind=LineKind.GOAL,
            opens=goal.id,
            people=people,
            text=goal.text,
            knowledge=Knowledge.FAMILY_ACCOUNT,
        )
        if goal.reached_on is not None:
            yield Line(
                day=on(goal.reached_on),
                kind=LineKind.GOAL_REACHED,
                opens=goal.id,
                people=people,
                text=goal.text,
            )
    yield from _plan_work(record)


def _plan_work(record: Record) -> Iterator[Line]:
    for action in record.actions:
        if action.done_on is not None:
            yield Line(
                day=on(action.done_on),
                kind=LineKind.ACTION_DONE,
                opens=action.id,
                people=_one(action.owner),
                text=action.text,
                details=_told(result=action.result),
                source=action.owner_name,
                knowledge=Knowledge.FACT,
            )
    for review in record.reviews:
        yield Line(
            day=on(review.on),
            kind=LineKind.REVIEW,
            opens=review.id,
            text=review.text,
            details=_told(words=review.words),
            source=review.by,
        )
    for meeting in record.meetings:
        came = (invitee.person for invitee in meeting.invitees if invitee.state == "came")
        views = (view.person for view in meeting.views)
        people = dict.fromkeys(person for person in (*came, *views) if person is not None)
        yield Line(
            day=on(meeting.on),
            kind=LineKind.MEETING,
            opens=meeting.id,
            people=tuple(people),
            name=meeting.place,
            text=meeting.decisions,
            source=meeting.by,
        )


def _one(person: PersonId | None) -> tuple[PersonId, ...]:
    return () if person is None else (person,)


def _told(**texts: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in texts.items() if text)
