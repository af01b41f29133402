"""Keep a decision to share without agreement, or not to share; and what a manager decided."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from app.domain.consent import Purpose
from app.domain.counting import live
from app.domain.decision import Reason
from app.domain.gateway import NOES, Share, decide
from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.ids import AgencyId, ConsentId, GroundId, HouseholdId, PersonId, RulingId, new_id
from app.domain.law import LawPack
from app.domain.problems import Problem, Why
from app.domain.rulebook import Rulebook
from app.domain.sharing import Choice, Confidentiality, Ground, Ruling
from app.domain.without_agreement import GroundDraft
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work
from app.usecases.recalling import recall_decided_against


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingDraft:
    """What the form about a manager's decision holds so far."""

    person: PersonId
    agency: AgencyId
    purpose: Purpose = Purpose.EARLY_HELP
    share: bool | None = None
    reasons: str = ""
    manager: str = ""
    decided_on: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept, in form order."""
        found = [Problem("share", Why.MISSING)] if self.share is None else []
        found += text_problems("reasons", self.reasons, TEXT_LENGTH, required=True)
        found += text_problems("manager", self.manager, NAME_LENGTH, required=True)
        if self.decided_on is None:
            found.append(Problem("decided_on", Why.MISSING))
        elif self.decided_on > today:
            found.append(Problem("decided_on", Why.IN_FUTURE))
        return tuple(found)


@operation()
def record_ground(
    work: Work, household: HouseholdId, draft: GroundDraft, law: LawPack, *, role: str
) -> Ground:
    """Keep a decision made without agreement; it is never changed, a new one takes its place.

    `role` is that of whoever decides, e.g. "key worker". Raises `Invalid` with every problem:
    what is missing of the tests, a law that does not cover this person, this partner or this
    role (traps 14, 15), or silence about whether the family was told.
    """
    record = work.record(household)
    who = next((p for p in record.people if p.id == draft.person), None)
    agency = next((a for a in record.agencies if a.id == draft.agency), None)
    found = list(draft.problems(work.now.date(), law, who, agency, role))
    here = {person.id for person in record.people}
    for field, people in (
        ("person", (draft.person,) if draft.person else ()),
        ("told", draft.told),
        ("not_told", draft.not_told),
    ):
        if not set(people) <= here:
            found.append(Problem(field, Why.NO_SUCH_PERSON))
    if draft.agency is not None and agency is None:
        found.append(Problem("agency", Why.NO_SUCH_AGENCY))
    if found or draft.person is None or draft.choice is None:
        raise Invalid(tuple(found))
    values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(draft)}
    values |= {name: text.strip() for name, text in values.items() if type(text) is str}
    if draft.choice is Choice.NOT_SHARE:
        values |= {"gateway": "", "confidentiality": Confidentiality.NOT_CONFIDENTIAL}
    ground = Ground(id=GroundId(new_id()), household=household, law_pack=law.version, **values)
    work.kept(Ground).add(ground)
    if ground.choice is Choice.NOT_SHARE:
        recall_decided_against(work, record, ground)
    work.about(household, ground=ground.id, choice=ground.choice, gateway=ground.gateway)
    return ground


@operation()
def record_ruling(work: Work, household: HouseholdId, draft: RulingDraft, law: LawPack) -> Ruling:
    """Keep what a manager decided where holders of parental responsibility disagree.

    It settles the answers that stand against each other now and no later one. Raises
    `Refused("no-disagreement")` when nobody disagrees.
    """
    record = work.record(household)
    found = draft.problems(work.now.date())
    if found or draft.share is None or draft.decided_on is None:
        raise Invalid(found)
    if all(person.id != draft.person for person in record.people):
        raise Refused("no-such-person")
    settles = disagreeing(Rulebook(record, law), draft, work.now.date())
    if not settles:
        raise Refused("no-disagreement")
    newest = max(c.decided_on or date.min for c in record.consents if c.id in settles)
    if draft.decided_on < newest:
        raise Invalid((Problem("decided_on", Why.ENDS_BEFORE_START),))
    ruling = Ruling(
        id=RulingId(new_id()),
        household=household,
        person=draft.person,
        agency=draft.agency,
        purpose=draft.purpose,
        share=draft.share,
        settles=settles,
        reasons=draft.reasons.strip(),
        manager=draft.manager.strip(),
        decided_on=draft.decided_on,
        recorded_by=work.by,
    )
    work.kept(Ruling).add(ruling)
    work.about(household, ruling=ruling.id, share=int(ruling.share))
    return ruling


def disagreeing(book: Rulebook, draft: RulingDraft, on: date) -> tuple[ConsentId, ...]:
    """Return the answers that stand against each other on a day; none when nobody disagrees.

    What a manager decided before can be decided again.
    """
    share = Share(
        person=draft.person,
        agency=draft.agency,
        categories=frozenset(),
        on=on,
        purpose=draft.purpose,
    )
    decision = decide(book, share)
    if Reason.DISAGREEMENT not in decision.reasons and decision.ruling is None:
        return ()
    who = book.deciders(draft.person, draft.agency, on)
    return tuple(
        c.id
        for c in book.relied(draft.person, draft.agency, draft.purpose, on).heads
        if c.decider is not None
        and who.can_decide(c.decider)
        and (c.answer in NOES or live(book.record, book.law, c, on))
    )
