"""Take agreement back: one change of mind about one person, for one partner or several."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.consent import Answer, Consent
from app.domain.household import TEXT_LENGTH, text_problems
from app.domain.ids import AgencyId, ConsentId, HouseholdId, PersonId, new_id
from app.domain.law import LawPack
from app.domain.problems import Problem, Why
from app.domain.proof import NO_PROOF, Proof, Way, proof_problems
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import RequestState, ShareRequest
from app.domain.withdrawal import CHANGED_MIND, Consequences, consequences
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work
from app.usecases.capture_consent import one_of_the_family


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalDraft:
    """What the form for a change of mind holds so far. A reason is never asked for."""

    household: HouseholdId
    person: PersonId | None = None
    decider: PersonId | None = None
    agencies: tuple[AgencyId, ...] = ()
    decided_on: date | None = None
    way: Way = Way.SPOKEN
    witness: str = ""
    proof: Proof = NO_PROOF
    form: str = ""
    reason: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept, in form order."""
        found = [
            Problem(field, Why.MISSING)
            for field, value in (("person", self.person), ("decider", self.decider))
            if value is None
        ]
        if not self.agencies:
            found.append(Problem("agencies", Why.MISSING))
        if self.decided_on is None:
            found.append(Problem("decided_on", Why.MISSING))
        elif self.decided_on > today:
            found.append(Problem("decided_on", Why.IN_FUTURE))
        found += proof_problems(
            self.way, self.proof, self.witness, decided_on=self.decided_on, drawn=False
        )
        return (*found, *text_problems("reason", self.reason, TEXT_LENGTH))


@operation()
def withdraw(work: Work, draft: WithdrawalDraft, law: LawPack) -> Consequences:
    """Keep a change of mind for every partner named; return what followed.

    Requests that rest on it are stopped or recalled in the same step. Nothing is taken away: the
    yes stays on file with the withdrawal that took its place (trap 11). Raises
    `Refused("nothing-to-take-back")` when they have agreed to none of it.
    """
    found = draft.problems(work.now.date())
    if found or draft.person is None or draft.decider is None or draft.decided_on is None:
        raise Invalid(found)
    record = work.record(draft.household)
    for field, id_ in (("person", draft.person), ("decider", draft.decider)):
        if all(person.id != id_ for person in record.people):
            raise Invalid((Problem(field, Why.NO_SUCH_PERSON),))
    follows = consequences(
        Rulebook(record, law), draft.person, draft.decider, draft.agencies, work.now.date()
    )
    if not follows.ends:
        raise Refused("nothing-to-take-back")
    wrong = _proof_contradicts(record, draft, draft.person)
    if any((c.decided_on or draft.decided_on) > draft.decided_on for c in follows.ends):
        wrong = (Problem("decided_on", Why.ENDS_BEFORE_START), *wrong)
    if wrong:
        raise Invalid(wrong)
    for consent in follows.ends:
        work.kept(Consent).add(_taken_back(work, consent, draft))
    for request in (*follows.stopped, *follows.recalled):
        recalled = replace(
            request, state=RequestState.RECALLED, reason=CHANGED_MIND, next_chase_on=None
        )
        work.kept(ShareRequest).change(recalled)
    work.about(
        draft.household,
        person=draft.person,
        withdrawn=len(follows.ends),
        stopped=len(follows.stopped),
        recalled=len(follows.recalled),
    )
    return follows


def _proof_contradicts(
    record: Record, draft: WithdrawalDraft, person: PersonId
) -> tuple[Problem, ...]:
    """Return what the record says against how it was proved (trap 26; two papers swapped)."""
    found = []
    if draft.way is Way.INTERPRETED and one_of_the_family(record, draft.witness):
        found.append(Problem("witness", Why.NOT_AN_INTERPRETER))
    number = draft.form.strip().upper()
    owners = {paper.person for paper in record.papers if number and paper.number == number}
    if owners and person not in owners:
        found.append(Problem("form", Why.FORM_OF_ANOTHER))
    return tuple(found)


def _taken_back(work: Work, consent: Consent, draft: WithdrawalDraft) -> Consent:
    return replace(
        consent,
        id=ConsentId(new_id()),
        answer=Answer.WITHDRAWN,
        categories=frozenset(),
        decided_on=draft.decided_on,
        ends=None,
        wording="",  # that of the yes is on the yes
        way=draft.way,
        witness=draft.witness.strip(),
        form=draft.form.strip().upper(),
        replaces=consent.id,
        reason=draft.reason.strip(),
        recorded_by=work.by,
        proof=draft.proof,
    )
