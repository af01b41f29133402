"""Keep a note or an event, with its source and what it rests on, or correct one."""

from __future__ import annotations

from dataclasses import replace

from app.domain.agency import Agency
from app.domain.ids import new_id
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.domain.visit import Note, NoteDraft
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_note(work: Work, draft: NoteDraft) -> Note:
    """Keep the note, or raise `Invalid` with everything wrong at once."""
    note = _made(work, new_id(), draft)
    work.kept(Note).add(note)
    work.about(note.household, note=note.id)
    return note


@operation()
def change_note(work: Work, note: str, draft: NoteDraft) -> Note:
    """Correct a note, which stays its writer's; the journal keeps what was there and who did."""
    before = work.kept(Note).find(note)
    if before is None:
        raise Refused("no-such-note")
    changed = replace(_made(work, note, draft), by=before.by)
    work.kept(Note).change(changed)
    work.about(changed.household, note=note)
    return changed


def _made(work: Work, id_: str, draft: NoteDraft) -> Note:
    found = list(draft.problems(today=work.now.date()))
    here = {person.id for person in work.kept(Person).of(draft.household)}
    if any(person not in here for person in draft.people):
        found.append(Problem("people", Why.NO_SUCH_PERSON))
    if draft.agency is not None and work.kept(Agency).find(draft.agency) is None:
        found.append(Problem("agency", Why.NO_SUCH_AGENCY))
    if found or draft.on is None or draft.knowledge is None:
        raise Invalid(tuple(found))
    return Note(
        id=id_,
        household=draft.household,
        on=draft.on,
        text=draft.text.strip(),
        people=draft.people,
        knowledge=draft.knowledge,
        source=draft.source.strip(),
        kind=draft.kind,
        agency=draft.agency,
        role=draft.role.strip(),
        not_meaning=draft.not_meaning.strip(),
        reach=draft.reach,
        onward=draft.onward.strip(),
        by=work.by,
    )
