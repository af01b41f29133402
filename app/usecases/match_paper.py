"""Note that the signed paper came, so that a decision kept on a spoken word is proved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.consent import Answer, Consent
from app.domain.household import NAME_LENGTH, text_problems
from app.domain.ids import ConsentId, new_id
from app.domain.problems import Problem, Why
from app.domain.proof import Confirmation
from app.domain.sharing import Paper, PaperKind
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationDraft:
    """What the form about a paper that came holds so far."""

    form: str = ""
    on: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept, in form order."""
        found = [*text_problems("form", self.form, NAME_LENGTH, required=True)]
        if self.on is None:
            found.append(Problem("on", Why.MISSING))
        elif self.on > today:
            found.append(Problem("on", Why.IN_FUTURE))
        return tuple(found)


@operation()
def match_paper(work: Work, consent: ConsentId, draft: ConfirmationDraft) -> Confirmation:
    """Keep that the signed paper of a decision is here, by the number printed on it.

    The decision itself is not changed. Raises `Invalid` when the number is that of a paper about
    somebody else, so that two papers are never swapped.
    """
    known = work.kept(Consent).find(consent)
    if known is None:
        raise Refused("no-such-decision")
    if known.answer is Answer.DRAFT:
        raise Refused("form-not-signed")
    found = list(draft.problems(work.now.date()))
    number = draft.form.strip().upper()
    papers = work.kept(Paper).within("number", number, number) if number else ()
    if any((p.person, p.kind) != (known.person, PaperKind.CONSENT_FORM) for p in papers):
        found.append(Problem("form", Why.FORM_OF_ANOTHER))
    if draft.on is not None and known.decided_on is not None and draft.on < known.decided_on:
        found.append(Problem("on", Why.ENDS_BEFORE_START))
    if any(c.consent == consent for c in work.kept(Confirmation).of(known.household)):
        found.append(Problem("form", Why.ALREADY_RECORDED))
    if found or draft.on is None:
        raise Invalid(tuple(found))
    made = Confirmation(
        id=new_id(),
        household=known.household,
        consent=consent,
        on=draft.on,
        form=number,
        by=work.by,
    )
    work.kept(Confirmation).add(made)
    work.about(known.household, consent=consent, confirmation=made.id)
    return made
