"""Capture what one person decided about several partners at once: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.domain.competence import LimitDraft
from app.domain.consent import Consent, ConsentDraft, Limit
from app.domain.problems import Problem, Why, part_of
from app.domain.proof import FormVersion
from app.errors import Invalid
from app.operation import operation
from app.ports import Work
from app.usecases.capture_consent import decision_problems, keep_decision
from app.usecases.keep_competence import limit_problems, new_limit


@operation()
def capture_decisions(
    work: Work,
    drafts: Sequence[ConsentDraft],
    limits: Sequence[LimitDraft] = (),
    *,
    versions: Collection[FormVersion],
) -> tuple[Consent, ...]:
    """Keep every decision of one conversation, and whom they want left out, in one step.

    `versions` are the wordings that were ever given out. Raises `Invalid` with the problems of
    all drafts: "2.witness" is the witness of the third, "limit-0.not_person" the first limit's.
    The rules are those of `capture_consent`. A limit that is there already is not kept twice.
    """
    if not drafts:
        raise Invalid((Problem("drafts", Why.MISSING),))
    household = drafts[0].household
    record = work.record(household)
    found: list[Problem] = list(_not_one_conversation(drafts))
    for number, draft in enumerate(drafts):
        found += part_of(str(number), decision_problems(work, record, draft, versions))
    for number, limit in enumerate(limits):
        found += part_of(f"limit-{number}", limit_problems(work, household, limit))
    if found:
        raise Invalid(tuple(found))
    kept = tuple(keep_decision(work, record, draft, versions) for draft in drafts)
    added = 0
    known = {_whom(limit) for limit in record.limits}
    for limit in limits:
        if _whom(limit) not in known:
            new_limit(work, household, limit)
            known.add(_whom(limit))
            added += 1
    work.about(household, consent=kept[-1].id, decisions=len(kept), limits=added)
    return kept


def _not_one_conversation(drafts: Sequence[ConsentDraft]) -> list[Problem]:
    """Return where drafts are about another person, or about one partner twice."""
    first = drafts[0]
    found = []
    seen = set()
    for number, draft in enumerate(drafts):
        if (draft.household, draft.person) != (first.household, first.person):
            found.append(Problem(f"{number}.person", Why.NO_SUCH_PERSON))
        if draft.agency is not None and (draft.agency, draft.purpose) in seen:
            found.append(Problem(f"{number}.agency", Why.ALREADY_RECORDED))
        seen.add((draft.agency, draft.purpose))
    return found


def _whom(limit: Limit | LimitDraft) -> tuple[object, ...]:
    about = limit.about.strip().casefold()
    return (limit.person, limit.decided_by, limit.not_person, limit.not_agency, about)
