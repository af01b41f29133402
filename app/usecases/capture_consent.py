"""Capture a decision about sharing: a yes, a limited yes, a no, a change of mind, or not asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from app.domain.consent import Answer, Consent, ConsentDraft, Standing
from app.domain.counting import THEIRS_ALONE
from app.domain.deciding import Decider, deciders
from app.domain.ids import AgencyId, ConsentId, PersonId, new_id
from app.domain.problems import Problem, Why
from app.domain.proof import DrawnSignature, FormVersion, Way
from app.domain.record import Record
from app.domain.reliance import when
from app.domain.sharing import PaperKind
from app.domain.signing import seal_of, strokes_problems
from app.errors import Invalid
from app.operation import operation
from app.ports import Work
from app.usecases.recalling import recall


@operation()
def capture_consent(
    work: Work, draft: ConsentDraft, *, versions: Collection[FormVersion]
) -> Consent:
    """Keep a decision as a new record that replaces the decider's earlier one.

    `versions` are the wordings that were ever given out; a decision on any other is refused.
    Raises `Invalid` when somebody decides who cannot (traps 5, 6, 8), when a parent decides what
    is the young person's alone (trap 9), when an interpreter is one of the family (trap 26), or
    when anything needed is missing. A no, a change of mind or a narrower yes recalls the open
    requests that rest on agreement and go beyond it.
    """
    return keep_decision(work, work.record(draft.household), draft, versions)


def keep_decision(
    work: Work, record: Record, draft: ConsentDraft, versions: Collection[FormVersion]
) -> Consent:
    """Keep one decision, its signature and what follows from it; raises `Invalid`."""
    found = decision_problems(work, record, draft, versions)
    if found or draft.person is None or draft.agency is None or draft.answer is None:
        raise Invalid(found)
    decider = _decider(record, draft)
    consent = _made(work, record, draft, draft.person, draft.agency, decider, versions)
    work.kept(Consent).add(consent)
    if draft.strokes:
        work.kept(DrawnSignature).add(_signature(work, consent, draft.strokes))
    if consent.answer is not Answer.DRAFT:
        recall(work, record, consent)
    work.about(draft.household, consent=consent.id, answer=consent.answer)
    return consent


def decision_problems(
    work: Work, record: Record, draft: ConsentDraft, versions: Collection[FormVersion]
) -> tuple[Problem, ...]:
    """Return every reason a decision cannot be kept in this family, in form order."""
    found = list(draft.problems(work.now.date()))
    person, agency = draft.person, draft.agency
    if person is not None and all(p.id != person for p in record.people):
        return (*found, Problem("person", Why.NO_SUCH_PERSON))
    if agency is not None and all(i.agency != agency for i in record.involvements):
        found.append(Problem("agency", Why.NO_SUCH_AGENCY))
    decider = _decider(record, draft)
    if isinstance(decider, Why):
        found.append(Problem("decider", decider))
    by_parent = isinstance(decider, Decider) and decider.standing is Standing.PARENT
    if by_parent and draft.categories & THEIRS_ALONE:
        found.append(Problem("categories", Why.NOT_THEIR_DECISION))
    if draft.way is Way.INTERPRETED and one_of_the_family(record, draft.witness):
        found.append(Problem("witness", Why.NOT_AN_INTERPRETER))
    return (*found, *_paper_problems(record, draft, versions))


def _paper_problems(
    record: Record, draft: ConsentDraft, versions: Collection[FormVersion]
) -> list[Problem]:
    """Return what is wrong with wording, number and signature of what was signed."""
    found = []
    known = {(version.version, version.language) for version in versions}
    own = draft.way is not Way.OTHER_ORGANISATION  # theirs is not our wording
    if own and draft.wording and (draft.wording, draft.language) not in known:
        found.append(Problem("wording", Why.NO_SUCH_WORDING))
    number = draft.form.strip().upper()
    theirs = (draft.person, PaperKind.CONSENT_FORM)
    papers = [paper for paper in record.papers if number and paper.number == number]
    if any((paper.person, paper.kind) != theirs for paper in papers):
        found.append(Problem("form", Why.FORM_OF_ANOTHER))
    if draft.strokes:
        found += strokes_problems(draft.strokes)
    return found


def _signature(work: Work, consent: Consent, strokes: str) -> DrawnSignature:
    return DrawnSignature(
        id=new_id(),
        household=consent.household,
        consent=consent.id,
        strokes=strokes,
        drawn_at=work.now,
        seal=seal_of(consent, strokes),
    )


def _decider(record: Record, draft: ConsentDraft) -> Decider | Why | None:
    """Return who decided and in what standing, or why they cannot, or None when nobody did."""
    if draft.person is None or draft.agency is None or draft.decided_on is None:
        return None
    who = deciders(record, draft.person, draft.agency, draft.decided_on)
    if record.person(draft.person).unborn:
        return Why.UNBORN
    if record.person(draft.person).died is not None:
        return Why.DECEASED
    if draft.answer is Answer.NOT_SOUGHT or draft.decider is None:
        return None
    for decider in who.signers:
        if decider.person == draft.decider:
            return decider
    return Why.NOT_THEIR_DECISION


def _made(
    work: Work,
    record: Record,
    draft: ConsentDraft,
    person: PersonId,
    agency: AgencyId,
    decider: Decider | Why | None,
    versions: Collection[FormVersion],
) -> Consent:
    assert draft.answer is not None
    who = decider if isinstance(decider, Decider) else None
    hashes = {(v.version, v.language): v.sha256 for v in versions}
    before = _before(record, draft)
    return Consent(
        id=ConsentId(new_id()),
        household=draft.household,
        person=person,
        agency=agency,
        answer=draft.answer,
        decider=who.person if who else None,
        standing=who.standing if who else Standing.SELF,
        purpose=draft.purpose,
        categories=draft.categories,
        decided_on=draft.decided_on,
        ends=draft.ends,
        way=draft.way,
        witness=draft.witness.strip(),
        wording=draft.wording,
        language=draft.language,
        form=draft.form.strip().upper(),
        replaces=before.id if before is not None else None,
        competence=who.competence if who else None,
        reason=draft.reason.strip(),
        recorded_by=work.by,
        proof=replace(draft.proof, wording_sha256=hashes.get((draft.wording, draft.language), "")),
    )


def _before(record: Record, draft: ConsentDraft) -> Consent | None:
    """Return the decision this one takes the place of: their newest, unless that is later."""
    if draft.answer is Answer.DRAFT or draft.decided_on is None:
        return None
    decider = None if draft.answer is Answer.NOT_SOUGHT else draft.decider  # as it is kept
    cell = (draft.person, draft.agency, draft.purpose, decider)
    theirs = [
        c
        for c in record.consents
        if (c.person, c.agency, c.purpose, c.decider) == cell and c.answer is not Answer.DRAFT
    ]
    replaced = {c.replaces for c in theirs}
    newest = max((c for c in theirs if c.id not in replaced), key=when, default=None)
    if newest is None or (newest.decided_on or draft.decided_on) > draft.decided_on:
        return None
    return newest


def one_of_the_family(record: Record, witness: str) -> bool:
    """Say whether a witness is named like somebody of the family, whole or in part (trap 26)."""
    typed = _words(witness)
    for person in record.people:
        usual = {_words(f"{given} {person.family}") for given in (person.given, person.known_as)}
        names = frozenset().union(*usual)
        if typed and (typed <= names or any(len(name) > 1 and name <= typed for name in usual)):
            return True
    return False


def _words(text: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in text.casefold()).split())
