"""Make a share request: check the gateway, freeze it, number it."""

from __future__ import annotations

from app.domain.agency import WITH_THEM_NOW
from app.domain.decision import Decision
from app.domain.gateway import may_share
from app.domain.ids import AgencyId, PersonId, RequestId, new_id
from app.domain.law import LawPack
from app.domain.passing_on import PARTNERS, passed_on
from app.domain.person import Safety
from app.domain.problems import Problem, Why
from app.domain.record import Record
from app.domain.sharing import (
    WORKING_DAYS,
    RequestDraft,
    RequestState,
    ShareRequest,
    new_reference,
)
from app.errors import Invalid, Refused
from app.operation import Effect, operation
from app.ports import Work
from app.view.leaks import reveals
from app.view.recipient import partner_about

STILL_STANDS = frozenset({RequestState.OPEN, RequestState.ANSWERED, RequestState.PARTLY_ANSWERED})


@operation(effect=Effect.WALL)
def request_share(
    work: Work, draft: RequestDraft, law: LawPack, *, wording: str = "", role: str = ""
) -> ShareRequest:
    """Keep a numbered request, or raise `Invalid` (the form) or `Refused` (a rule, with reasons).

    `role` is that of whoever asks; left out, it is the office's own.
    A request is a wall for undo: its number may be on paper.
    """
    work.about(draft.household)  # a refusal is a row of this family's journal too
    record = work.record(draft.household)
    today = work.now.date()
    found = list(draft.problems(today))
    if draft.person is not None and draft.agency is not None:
        partner = partner_about(draft.agency, draft.person)
        for field, text in (("why", draft.why), ("benefit", draft.benefit)):
            if reveals(record, partner, text, today):
                found.append(Problem(field, Why.REVEALS_HIDDEN))
            if passed_on(text, record.notes, PARTNERS, draft.agency):
                found.append(Problem(field, Why.TOLD_UNDER_LIMIT))
    if draft.professional is not None and all(
        (p.id, p.agency) != (draft.professional, draft.agency) for p in record.professionals
    ):
        found.append(Problem("professional", Why.NO_SUCH_RECORD))
    if found or draft.person is None or draft.agency is None:
        raise Invalid(tuple(found))
    decision = may_share(
        record,
        law,
        person=draft.person,
        agency=draft.agency,
        categories=draft.categories,
        on=today,
        purpose=draft.purpose,
        role=role or record.office.role.casefold() or "key worker",
    )
    if not decision.allowed:
        raise Refused(*decision.reasons)
    request = _made(work, draft, draft.person, draft.agency, decision, law, wording)
    work.kept(ShareRequest).add(request)
    work.about(draft.household, request=request.id, agency=request.agency, gateway=request.gateway)
    return request


def standing_request(record: Record, person: PersonId, agency: AgencyId) -> ShareRequest | None:
    """Return the newest request about a person to an agency that was not refused or recalled."""
    for request in reversed(record.requests):
        same = (request.person, request.agency) == (person, agency)
        if same and request.state in STILL_STANDS:
            return request
    return None


def pairs_to_ask(record: Record) -> tuple[tuple[PersonId, AgencyId], ...]:
    """Return each person and health partner now with them: who could be asked in one pass.

    What only the person may know of is left out altogether (trap 9).
    """
    others = {agency.id for agency in record.agencies if not agency.health}
    return tuple(
        (i.person, i.agency)
        for i in record.involvements
        if i.state in WITH_THEM_NOW
        and i.safety in (Safety.ORDINARY, Safety.CONFIDENTIAL)
        and i.agency not in others
    )


def _made(
    work: Work,
    draft: RequestDraft,
    person: PersonId,
    agency: AgencyId,
    decision: Decision,
    law: LawPack,
    wording: str,
) -> ShareRequest:
    today = work.now.date()
    assert decision.confidentiality is not None
    days = WORKING_DAYS.get(draft.urgency)
    due = law.working_days_after(today, days) if days is not None else None
    return ShareRequest(
        id=RequestId(new_id()),
        household=draft.household,
        number=new_reference("SR"),
        agency=agency,
        person=person,
        made_on=today,
        purpose=draft.purpose,
        professional=draft.professional,
        why=draft.why.strip(),
        benefit=draft.benefit.strip(),
        questions=draft.questions,
        categories=draft.categories,
        window_from=draft.window_from,
        gateway=decision.gateway,
        dp_basis=decision.dp_basis,
        confidentiality=decision.confidentiality,
        consents=decision.consents,
        ground=decision.ground,
        law_pack=law.version,
        wording=wording,
        urgency=draft.urgency,
        due_on=due,
        next_chase_on=due,
        made_by=work.by,
    )
