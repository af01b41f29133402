"""Record a visit, or correct one."""

from __future__ import annotations

from dataclasses import replace

from app.domain.ids import VisitId, new_id
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.domain.visit import OwnWords, Visit, VisitDraft
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def record_visit(work: Work, draft: VisitDraft) -> Visit:
    """Keep the visit, or raise `Invalid` with everything wrong at once."""
    visit = _made(work, VisitId(new_id()), draft)
    work.kept(Visit).add(visit)
    work.about(visit.household, visit=visit.id)
    return visit


@operation()
def change_visit(work: Work, visit: VisitId, draft: VisitDraft) -> Visit:
    """Correct a visit, which stays its writer's; the journal keeps what was there and who did."""
    before = work.kept(Visit).find(visit)
    if before is None:
        raise Refused("no-such-visit")
    changed = replace(_made(work, visit, draft), by=before.by)
    work.kept(Visit).change(changed)
    work.about(changed.household, visit=visit)
    return changed


def _made(work: Work, id_: VisitId, draft: VisitDraft) -> Visit:
    found = list(draft.problems(today=work.now.date()))
    here = {person.id for person in work.kept(Person).of(draft.household)}
    if any(person not in here for person in draft.seen):
        found.append(Problem("seen", Why.NO_SUCH_PERSON))
    if any(said.person not in here for said in draft.words):
        found.append(Problem("words", Why.NO_SUCH_PERSON))
    if found or draft.on is None:
        raise Invalid(tuple(found))
    return Visit(
        id=id_,
        household=draft.household,
        on=draft.on,
        place=draft.place,
        seen=draft.seen,
        words=tuple(
            OwnWords(person=said.person, words=said.words.strip())
            for said in draft.words
            if said.words.strip()
        ),
        note=draft.note.strip(),
        agreed=draft.agreed.strip(),
        next_on=draft.next_on,
        worry=draft.worry.strip(),
        well=draft.well.strip(),
        others=draft.others.strip(),
        by=work.by,
    )
